//! What stands in the margin of each message.

use std::collections::BTreeMap;

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Evidence, Language, Publication, Role, Tactic, Validity};
use argine_recognise::Recognition;

use super::SecondOpinion;
use crate::format;

/// A message keeps so many notes; a hostile one may match everything.
const MOST: usize = 12;

/// What a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Flag,
    Alarm,
    Proof,
    Stage,
    Tactic,
    Sum,
    Trace,
    Against,
    Opinion,
}

impl Sort {
    /// Its class and the end of its sentence's id.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Alarm => "alarm",
            Self::Proof => "proof",
            Self::Stage => "stage",
            Self::Tactic => "tactic",
            Self::Sum => "sum",
            Self::Trace => "trace",
            Self::Against => "against",
            Self::Opinion => "opinion",
        }
    }
}

/// A note beside a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) sort: Sort,
    /// What was found, for the person.
    pub(super) name: String,
    /// Why, in a sentence; may be empty.
    pub(super) why: String,
    /// The bytes of the words that carry it.
    pub(super) spans: Vec<(u32, u32)>,
    /// Whether the words themselves may hurt who reads them again.
    pub(super) hurts: bool,
}

/// Every note, by message, and how many a message has besides.
#[derive(Debug, Default)]
pub(super) struct Notes {
    by_message: BTreeMap<u32, Vec<Note>>,
    left_out: BTreeMap<u32, usize>,
}

impl Notes {
    pub(super) fn of(
        recognition: &Recognition,
        opinion: Option<&SecondOpinion>,
        words: Catalogue,
        language: Language,
    ) -> Self {
        let mut notes = Self::default();
        let mut writer = Writer { notes: &mut notes, words };
        writer.flags(recognition);
        writer.findings(recognition);
        writer.money(recognition, language);
        writer.traces(recognition);
        for (sentence, messages) in opinion.iter().flat_map(|opinion| &opinion.claims) {
            for index in messages {
                writer.add(*index, Sort::Opinion, words.text(sentence), String::new(), None);
            }
        }
        for (index, of_message) in &mut notes.by_message {
            of_message.sort_by_key(|note| note.sort);
            if of_message.len() > MOST {
                notes.left_out.insert(*index, of_message.len() - MOST);
                of_message.truncate(MOST);
            }
        }
        notes
    }

    /// The notes of a message.
    pub(super) fn at(&self, index: u32) -> &[Note] {
        self.by_message.get(&index).map_or(&[], Vec::as_slice)
    }

    /// How many notes of a message are not shown.
    pub(super) fn left_out(&self, index: u32) -> usize {
        self.left_out.get(&index).copied().unwrap_or_default()
    }

    /// The messages that have one.
    pub(super) fn places(&self) -> impl Iterator<Item = u32> {
        self.by_message.keys().copied()
    }

    /// The sorts in use, in order.
    pub(super) fn sorts(&self) -> Vec<Sort> {
        let mut sorts: Vec<Sort> = self.by_message.values().flatten().map(|note| note.sort).collect();
        sorts.sort_unstable();
        sorts.dedup();
        sorts
    }
}

struct Writer<'a> {
    notes: &'a mut Notes,
    words: Catalogue,
}

impl Writer<'_> {
    /// Adds a note; the same said again of the same message only marks more of its words.
    fn add(&mut self, index: u32, sort: Sort, name: String, why: String, span: Option<(u32, u32)>) {
        let of_message = self.notes.by_message.entry(index).or_default();
        let Some(note) = of_message.iter_mut().find(|note| note.sort == sort && note.name == name) else {
            of_message.push(Note { sort, name, why, spans: span.into_iter().collect(), hurts: false });
            return;
        };
        if note.why.is_empty() {
            note.why = why;
        }
        note.spans.extend(span.filter(|span| !note.spans.contains(span)));
    }

    fn evidence(&mut self, sort: Sort, name: &str, evidence: &[Evidence]) {
        for shown in evidence {
            let why = shown.why.as_deref().map(|why| self.words.text(why)).unwrap_or_default();
            let span = shown.start.zip(shown.end);
            if shown.counter {
                let name = if why.is_empty() { name.to_owned() } else { why };
                self.add(shown.index, Sort::Against, name, String::new(), span);
            } else {
                self.add(shown.index, sort, name.to_owned(), why, span);
            }
        }
    }

    fn flags(&mut self, recognition: &Recognition) {
        let flags = &recognition.assessment.flags;
        for (name, flag) in [
            ("explained-flag-self-harm", &flags.self_harm),
            ("explained-flag-minor", &flags.minor_victim),
            ("explained-flag-physical-danger", &flags.physical_danger),
        ] {
            if flag.value {
                let name = self.words.text(name);
                self.evidence(Sort::Flag, &name, &flag.evidence);
            }
        }
        if flags.publication.status != Publication::None {
            let name = self.words.text(&format!("publication-{}", flags.publication.status.id()));
            self.evidence(Sort::Flag, &name, &flags.publication.evidence);
        }
        if let Some(index) = recognition.assessment.alert.first_index {
            let name = self.words.text("explained-alarm");
            self.add(index, Sort::Alarm, name, String::new(), None);
        }
    }

    fn findings(&mut self, recognition: &Recognition) {
        let assessment = &recognition.assessment;
        for found in &assessment.proofs {
            let name = self.words.text(&format!("proof-{}", found.proof.id()));
            self.evidence(Sort::Proof, &name, &found.evidence);
        }
        for found in &assessment.stages {
            let name = self.words.text(&format!("stage-{}", found.stage.id().replace('_', "-")));
            self.evidence(Sort::Stage, &name, &found.evidence);
        }
        for found in &assessment.tactics {
            let id = found.tactic.id().replace('_', "-");
            let name = self.words.text(&format!("tactic-{id}"));
            self.evidence(Sort::Tactic, &name, &found.evidence);
            // What the move is for, once, where it is first seen.
            let explained = self.words.text(&format!("tactic-{id}-explained"));
            let first = found.evidence.iter().find(|shown| !shown.counter).map(|shown| shown.index);
            let of_first = first.and_then(|index| self.notes.by_message.get_mut(&index)).into_iter().flatten();
            for note in of_first.filter(|note| note.sort == Sort::Tactic && note.name == name) {
                note.why.clone_from(&explained);
            }
            if found.tactic == Tactic::SuicideGoading {
                for shown in &found.evidence {
                    let of_message = self.notes.by_message.get_mut(&shown.index).into_iter().flatten();
                    of_message.filter(|note| note.name == name).for_each(|note| note.hurts = true);
                }
            }
        }
    }

    fn money(&mut self, recognition: &Recognition, language: Language) {
        let assessment = &recognition.assessment;
        for (sentence, mentions) in
            [("explained-demand", &assessment.demands), ("explained-payment", &assessment.payments)]
        {
            for mention in mentions {
                let sum = format::amount(mention, self.words);
                let name = self.words.format(sentence, &[("sum", Argument::Text(sum))]);
                self.add(mention.index, Sort::Sum, name, String::new(), None);
            }
        }
        for deadline in &assessment.deadlines {
            let due = format::due(&deadline.due, language);
            let name = self.words.format("explained-deadline", &[("due", Argument::Text(due))]);
            self.add(deadline.index, Sort::Sum, name, String::new(), None);
        }
    }

    fn traces(&mut self, recognition: &Recognition) {
        let of_interest = |role| matches!(role, Role::Perpetrator | Role::Unknown);
        for trace in recognition.indicators.iter().filter(|trace| of_interest(trace.role)) {
            let kind = serde_json::to_value(trace.kind).ok();
            let kind = kind.as_ref().and_then(|kind| kind.as_str()).unwrap_or_default().replace('_', "-");
            let name = format!("{}: {}", self.words.text(&format!("indicator-{kind}")), trace.value);
            let whose = if trace.role == Role::Perpetrator { "role-perpetrator" } else { "role-unknown" };
            let check = match &trace.validity {
                Validity::Valid(_) => "check-digits-hold",
                Validity::Invalid(_) => "check-digits-fail",
                Validity::NoCheck => "check-digits-none",
            };
            let why = format!("{}; {}", self.words.text(whose), self.words.text(check));
            for mention in &trace.mentions {
                self.add(mention.message, Sort::Trace, name.clone(), why.clone(), None);
            }
        }
    }
}
