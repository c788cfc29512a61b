use std::borrow::Cow;

use argine_chat::{Handed, Limits};
use argine_knowledge::{Catalogue, Knowledge, Record};
use argine_model::{Language, Plan};
use argine_plan::{PlanProgress, Request, plan_from, plan_now, warn_or_not, with_progress};
use argine_recognise::Recogniser;
use argine_respond::{CaseFile, Engines, Progress, respond};
use jiff::Zoned;
use serde::Serialize;

use crate::Refusal;
use crate::request::{Age, Answers, Said, clock, country, json, progress};
use crate::view::{CaseView, MessageView, PlanView};

/// What a browser is asked to hold at most, in megabytes: reading takes a few times as much.
const MOST_MEGABYTES: usize = 384;
/// Entries given at a time.
const MOST_MESSAGES: usize = 2_000;

/// A file as the person handed it over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedFile {
    /// Its name, without folders.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Packs and rules, loaded once, and the case that is open.
#[derive(Debug)]
pub struct Session {
    language: Language,
    engines: Engines,
    open: Option<Open>,
}

/// A case with what it was made of.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) files: Vec<HandedFile>,
    pub(crate) case: CaseFile,
    pub(crate) limits: Limits,
}

#[derive(Serialize)]
struct Stage {
    #[serde(rename = "stage")]
    name: &'static str,
    done: usize,
    of: usize,
}

impl Session {
    /// Loads packs and rules.
    ///
    /// # Errors
    /// When they are damaged.
    pub fn new(language: Language) -> Result<Self, Refusal> {
        Ok(Self { language, engines: Engines::embedded().map_err(Refusal::defect)?, open: None })
    }

    /// The words of its language.
    pub const fn catalogue(&self) -> Catalogue {
        Catalogue::new(self.language)
    }

    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    pub(crate) const fn knowledge(&self) -> &Knowledge {
        &self.engines.knowledge
    }

    pub(crate) const fn recogniser(&self) -> &Recogniser {
        &self.engines.recogniser
    }

    pub(crate) fn open(&self) -> Result<&Open, Refusal> {
        self.open.as_ref().ok_or(Refusal::NoCase)
    }

    /// Reads the files, assesses what they hold, makes the plan, keeps the case: a `CaseView`. `circumstances` say who hands
    /// them over and when; `told` hears how far it is, as `{"stage", "done", "of"}`.
    ///
    /// # Errors
    /// When there is too much of it, or the circumstances are not understood.
    pub fn respond(
        &mut self,
        files: Vec<HandedFile>,
        circumstances: &str,
        mut told: impl FnMut(&str),
    ) -> Result<String, Refusal> {
        let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
        if bytes > MOST_MEGABYTES * 1_000_000 {
            return Err(Refusal::TooLarge(MOST_MEGABYTES));
        }
        // The last case goes first: two at once may be too much for a telephone.
        self.open = None;
        let circumstances = json::<Said>(circumstances)?.circumstances(self.catalogue())?;
        let handed: Vec<Handed<'_>> =
            files.iter().map(|file| Handed { name: &file.name, bytes: &file.bytes }).collect();
        let case = respond(&handed, &circumstances, &self.engines, |at| {
            let (stage, done, of) = match at {
                Progress::Reading => ("reading", 0, 1),
                Progress::ReadingScreens { done, of } => ("reading", done, of),
                Progress::Recognising { done, of } => ("recognising", done, of),
                Progress::Planning => ("planning", 0, 1),
                Progress::Fingerprinting { done, of } => ("sealing", done, of),
            };
            if let Ok(stage) = serde_json::to_string(&Stage { name: stage, done, of }) {
                told(&stage);
            }
        });
        let Open { case, .. } = self.open.insert(Open { files, case, limits: circumstances.limits });
        let plan = view(Cow::Borrowed(&case.plan), PlanProgress::default(), &case.opened)?;
        to_json(&CaseView::of(case, plan, &self.engines.knowledge, Catalogue::new(self.language)))
    }

    /// `count` entries of a conversation from `from` on: a list of `MessageView`.
    ///
    /// # Errors
    /// When no case is open or it has no such conversation.
    pub fn messages(&self, conversation: usize, from: usize, count: usize) -> Result<String, Refusal> {
        let found = self.open()?.case.reading.conversations.get(conversation);
        let found = found.ok_or_else(|| Refusal::Request(format!("conversation {conversation}")))?;
        let messages = found.messages.iter().skip(from).take(count.min(MOST_MESSAGES));
        to_json(&messages.map(|message| MessageView::of(conversation, found, message)).collect::<Vec<_>>())
    }

    /// The plan of the open case at this moment, with what was ticked and said: a `PlanView`.
    ///
    /// # Errors
    /// When no case is open, or the marks or the clock are not understood.
    pub fn plan(&self, marks: &str, now: &str) -> Result<String, Refusal> {
        let (marks, now) = (progress(marks)?, clock(now)?);
        let plan = plan_now(self.knowledge(), &self.open()?.case.plan, &marks, &now).map_err(Refusal::request)?;
        to_json(&view(Cow::Owned(plan), marks, &now)?)
    }

    /// The plan for what a person says, where they hand nothing over: a `PlanView`.
    ///
    /// # Errors
    /// When a fact, the marks or the clock are not understood.
    pub fn plan_without_files(&self, answers: &str, marks: &str, now: &str) -> Result<String, Refusal> {
        let (answers, marks, now) = (json::<Answers>(answers)?, progress(marks)?, clock(now)?);
        let country = country(&answers.country)?;
        let request = answers.request(&country, &marks, &now)?;
        let plan = with_progress(&plan_from(self.knowledge(), &request), &marks);
        to_json(&view(Cow::Owned(plan), marks, &now)?)
    }

    /// Who answers in a country, for an age (`adult`, `minor`, `unknown`), with "open now".
    ///
    /// # Errors
    /// When the country or the clock is not understood.
    pub fn helplines(&self, country: &str, age: &str, now: &str) -> Result<String, Refusal> {
        let now = clock(now)?;
        let country = self::country(country)?;
        let age = match age {
            "adult" => Age::Adult,
            "minor" => Age::Minor,
            _ => Age::Unknown,
        };
        let answers = Answers { kind: String::new(), facts: Vec::new(), age, country: country.clone() };
        let request = answers.request(&country, &PlanProgress::default(), &now)?;
        to_json(&plan_from(self.knowledge(), &request).helplines)
    }

    /// A record of the packs with its sources and dates.
    ///
    /// # Errors
    /// When there is none of this id.
    pub fn knowledge_record(&self, id: &str) -> Result<String, Refusal> {
        let record = self.knowledge().record(id).ok_or_else(|| Refusal::Request(format!("record `{id}`")))?;
        to_json(&RecordView::of(record))
    }

    /// A sentence of the catalogue, so that the page can say what the engine says: names of stages, tactics, kinds.
    pub fn text(&self, id: &str) -> String {
        self.catalogue().text(id)
    }

    /// The case as a file, for the papers module and for storing it.
    ///
    /// # Errors
    /// When no case is open.
    pub fn case_file(&self) -> Result<Vec<u8>, Refusal> {
        serde_json::to_vec(&self.open()?.case).map_err(Refusal::defect)
    }
}

fn view<'a>(plan: Cow<'a, Plan>, progress: PlanProgress, now: &Zoned) -> Result<PlanView<'a>, Refusal> {
    let request = Request::of_plan(&plan, now).map_err(Refusal::request)?;
    let warn = warn_or_not(&request.facts, plan.basis.dates.learned_on, now.date(), 0);
    drop(request);
    Ok(PlanView::of(plan, progress, warn))
}

#[derive(Serialize)]
struct RecordView<'a> {
    id: &'a str,
    country: &'a str,
    texts: Vec<TextView<'a>>,
    sources: &'a [argine_model::Source],
    checked_on: jiff::civil::Date,
    review_by: jiff::civil::Date,
    to_be_confirmed: bool,
}

#[derive(Serialize)]
struct TextView<'a> {
    field: &'static str,
    text: &'a argine_model::Localised,
}

impl<'a> RecordView<'a> {
    fn of(record: &'a dyn Record) -> Self {
        Self {
            id: record.id(),
            country: record.country(),
            texts: record.texts().into_iter().map(|(field, text)| TextView { field, text }).collect(),
            sources: record.sources(),
            checked_on: record.checked_on(),
            review_by: record.review_by(),
            to_be_confirmed: record.to_be_confirmed(),
        }
    }
}

pub(crate) fn to_json(value: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(value).map_err(Refusal::defect)
}
