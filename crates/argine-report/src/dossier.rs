//! The case as data for the template: every string is from the catalogue or has been made printable.

use std::cell::Cell;
use std::collections::BTreeSet;

use argine_knowledge::{Argument, Catalogue};
use argine_model::{
    AgeClass, Assessment, Attachment, AttachmentStatus, CallOutcome, Conversation, Indicator, Kind, Language,
    Localised, Message, MessageKind, Offence, Platform, Proof, Publication, Role, Source, TimeBasis,
};
use argine_recognise::Recognition;
use argine_respond::CaseFile;
use jiff::civil;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::chronology::{self, Selection};
use crate::evidence::{class_id, custodian_id};
use crate::format;
use crate::labels::LABELS;
use crate::repertoire::Repertoire;
use crate::statement::{Statement, kind_id};
use crate::text::{Measure, Piece, Printer};

/// Printed of each list; the rest is counted.
const INDICATORS: usize = 40;
const REFERENCES: usize = 12;
const SUMS: usize = 12;
const OTHERS: usize = 20;
/// Characters of one quotation and of all together, so that no chat can swell the paper.
const QUOTATION: usize = 350;
const QUOTATIONS: usize = 14_000;
const TRANSCRIBED: usize = 700;
const TRANSCRIPTION: usize = 30_000;
const OWN_WORDS: usize = 20_000;
/// What is left of a quotation once the sum is spent.
const STUB: usize = 120;

/// What is asked for, in order.
pub(crate) const REQUESTS: [&str; 8] = ["preserve", "payments", "seize", "cooperation", "335", "408", "459", "civil"];

/// A rule that the fixed sentences cite, with its source: `data/norms.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Norm {
    pub(crate) id: String,
    pub(crate) article: String,
    pub(crate) source: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) tier: argine_model::Tier,
    pub(crate) seen_on: civil::Date,
}

/// The data that `denuncia.typ` reads.
pub(crate) fn data(case: &CaseFile, statement: &Statement, words: Catalogue, repertoire: Repertoire) -> Value {
    let language = words.language();
    let paper = Writer::new(case, statement, words, repertoire);
    let labels: Map<String, Value> =
        LABELS.iter().map(|label| ((*label).to_owned(), words.text(&format!("report-{label}")).into())).collect();
    let selection = paper.main().map(|(conversation, recognition)| {
        let Recognition { assessment, indicators } = recognition;
        chronology::select(conversation, assessment, indicators, words, language)
    });
    let in_annex = selection.as_ref().map(|selection| selection.printed.clone()).unwrap_or_default();
    let (indicators, indicators_more) = paper.indicators(&in_annex);
    let conversation = paper.main().zip(selection).map(|((conversation, recognition), selection)| {
        paper.conversation(conversation, &recognition.assessment, &selection)
    });
    let offences: Vec<_> = case.plan.offences.iter().map(|offence| paper.offence(offence, &in_annex)).collect();
    let norms = paper.norms();
    let exhibits = paper.exhibits();
    let unread = paper.unread();
    let age = match case.age {
        AgeClass::Adult => "adult",
        AgeClass::MinorPossible => "minor_possible",
        AgeClass::Minor => "minor",
    };
    let commands: Vec<_> = (1..=5)
        .map(|number| {
            let line = words.text(&format!("report-annex-c-{number}"));
            json!({ "line": line, "why": words.text(&format!("report-annex-c-{number}-why")) })
        })
        .collect();
    let requests: Vec<_> = REQUESTS.iter().map(|id| words.text(&format!("report-request-{id}"))).collect();
    // Last: what the printer had to leave out is known only now.
    let printer = &paper.printer;
    let directions = printer.directions();
    let direction_note =
        (directions > 0).then(|| words.format("report-direction-note", &[("count", Argument::Number(directions))]));
    json!({
        "language": language.code(),
        "region": if language == Language::It { "it" } else { "gb" },
        "labels": labels,
        "strict": repertoire == Repertoire::Latin,
        "age": age,
        "custodian": custodian_id(case.custodian),
        "first-digest": case.exhibits.first().map(|exhibit| exhibit.sha256),
        "page": paper.page(),
        "filled": paper.blanks(),
        "known": paper.accused_is_known(),
        "own-words": (!statement.own_words.trim().is_empty())
            .then(|| paper.print(statement.own_words.trim(), Measure::quotation(OWN_WORDS))),
        "witnesses": statement.witnesses.iter().map(|one| paper.filled(one)).collect::<Vec<_>>(),
        "answers": paper.answers(),
        "payments": paper.payments_made(),
        "indicators": indicators,
        "indicators-more": indicators_more,
        "conversation": conversation,
        "offences": offences,
        "exhibits": exhibits,
        "exhibits-more": paper.exhibits_more(),
        "requests": requests,
        "unread": unread,
        "unicode-note": printer.replaced().then(|| words.text("report-unicode-note")),
        "direction-note": direction_note,
        "cut": printer.cut(),
        "command-head": words.text("report-annex-c-command"),
        "command-why": words.text("report-annex-c-what"),
        "commands": commands,
        "norms": norms,
    })
}

/// Writes the parts of one paper.
pub(crate) struct Writer<'a> {
    pub(crate) case: &'a CaseFile,
    pub(crate) statement: &'a Statement,
    /// What is happening in the main conversation, without what the person rejected.
    applied: Option<Recognition>,
    pub(crate) words: Catalogue,
    pub(crate) language: Language,
    pub(crate) printer: Printer,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(case: &'a CaseFile, statement: &'a Statement, words: Catalogue, repertoire: Repertoire) -> Self {
        let applied = case.main().map(|(_, recognition)| statement.applied(recognition));
        let printer = Printer::new(words, repertoire);
        Self { case, statement, applied, words, language: words.language(), printer }
    }

    /// The most urgent conversation and what is happening in it, as the person left it.
    fn main(&self) -> Option<(&'a Conversation, &Recognition)> {
        Some((self.case.main()?.0, self.applied.as_ref()?))
    }

    /// What is happening in a conversation, as the person left it.
    pub(crate) fn recognition(&self, place: usize) -> Option<&Recognition> {
        if self.case.main == Some(place) { self.applied.as_ref() } else { self.case.recognitions.get(place) }
    }

    /// `pag. %p di %t`.
    pub(crate) fn page(&self) -> String {
        self.words.format(
            "report-page",
            &[("page", Argument::Text("%p".to_owned())), ("total", Argument::Text("%t".to_owned()))],
        )
    }

    /// Whether the complaint is against somebody whom the person knows.
    pub(crate) fn accused_is_known(&self) -> bool {
        let named = !self.statement.accused.name.trim().is_empty();
        named || self.main().is_some_and(|(_, found)| found.assessment.kind.label == Kind::KnownEx)
    }

    pub(crate) fn print(&self, text: &str, measure: Measure) -> Vec<Piece> {
        self.printer.print(text, measure)
    }

    pub(crate) fn count(&self, id: &str, count: usize) -> String {
        self.words.format(id, &[("count", number(count))])
    }

    fn with(&self, id: &str, name: &str, value: String) -> String {
        self.words.format(id, &[(name, Argument::Text(value))])
    }

    fn sentence(&self, text: &Localised) -> String {
        self.printer.line(text.in_language(self.language), Measure::SENTENCE)
    }

    fn date(&self, date: civil::Date) -> String {
        format::date(date, self.language)
    }

    pub(crate) fn platform(&self, platform: Platform) -> String {
        self.words.text(&format!("report-platform-{}", platform.id()))
    }

    /// References to messages: a link where annex A prints them.
    fn references(messages: impl IntoIterator<Item = u32>, printed: &BTreeSet<u32>) -> Value {
        let messages: BTreeSet<u32> = messages.into_iter().collect();
        let items: Vec<_> = (messages.iter().take(REFERENCES))
            .map(|message| json!({ "n": message.to_string(), "l": printed.contains(message) }))
            .collect();
        json!({ "items": items, "more": messages.len().saturating_sub(REFERENCES) })
    }

    /// Traces of who blackmails, from the main conversation and from every other one where the alarm was raised.
    fn indicators(&self, printed: &BTreeSet<u32>) -> (Vec<Value>, Option<String>) {
        let mut rows = Vec::new();
        let mut seen = BTreeSet::new();
        let main = self.case.main;
        let order = main.into_iter().chain((0..self.case.recognitions.len()).filter(|place| Some(*place) != main));
        for place in order {
            let Some(recognition) = self.recognition(place) else { continue };
            let is_main = Some(place) == main;
            if !is_main && !recognition.assessment.alert.raised {
                continue;
            }
            for indicator in recognition.indicators.iter().filter(|found| found.role == Role::Perpetrator) {
                if seen.insert((indicator.kind, indicator.value.as_str())) {
                    let mentions = indicator.mentions.iter().map(|mention| mention.message);
                    let messages = if is_main {
                        Self::references(mentions, printed)
                    } else {
                        let first = indicator.mentions.first().map_or(0, |mention| mention.message);
                        let text = format!("C{}: {first}", place + 1);
                        json!({ "items": [{ "n": text, "l": false }], "more": indicator.mentions.len().saturating_sub(1) })
                    };
                    rows.push(self.indicator(indicator, &messages));
                }
            }
        }
        let more = rows.len().saturating_sub(INDICATORS);
        rows.truncate(INDICATORS);
        (rows, (more > 0).then(|| self.count("report-indicator-more", more)))
    }

    fn indicator(&self, indicator: &Indicator, messages: &Value) -> Value {
        let kind = self.words.text(&format!("report-kind-{}", kind_id(indicator)));
        let check = self.words.text(match indicator.validity.holds() {
            Some(true) => "report-check-holds",
            Some(false) => "report-check-fails",
            None => "report-check-none",
        });
        let variety = indicator.variety.replace('_', " ");
        let same = indicator.raw.is_empty() || indicator.raw == indicator.value;
        json!({
            "kind": if variety.is_empty() { kind } else { format!("{kind} ({variety})") },
            "value": self.print(&indicator.value, Measure::VALUE),
            "written": (!same).then(|| self.print(&indicator.raw, Measure::quotation(120))),
            "check": check,
            "messages": messages,
        })
    }

    fn conversation(&self, conversation: &Conversation, assessment: &Assessment, selection: &Selection) -> Value {
        let printed = &selection.printed;
        let total = conversation.messages.len();
        let dated = || conversation.messages.iter().filter_map(|message| message.time.as_ref());
        let period = dated().next().zip(dated().next_back()).map(|(first, last)| {
            let day = |time: &argine_model::ConversationTime| Argument::Text(self.date(time.civil.date()));
            self.words.format("report-facts-period", &[("first", day(first)), ("last", day(last))])
        });
        let exhibit = self.exhibit_of(conversation);
        json!({
            "intro": self.with("report-facts-intro", "platform", self.platform(conversation.platform)),
            "size": self.count("report-facts-size", total),
            "period": period.unwrap_or_default(),
            "exhibit": exhibit.as_ref().map(|id| self.with("report-facts-exhibit", "exhibit", id.clone())).unwrap_or_default(),
            "people": self.people(conversation),
            "bases": self.bases(conversation),
            "kind": self.words.text(&format!("report-kindof-{}", assessment.kind.label.id())),
            "publication": self.words.text(match assessment.flags.publication.status {
                Publication::None => "report-publication-none",
                Publication::Threatened => "report-publication-threatened",
                Publication::Claimed => "report-publication-claimed",
                Publication::Done => "report-publication-done",
            }),
            "proofs": self.proofs(assessment, printed),
            "chronology": self.chronology(conversation, selection),
            "more-cited": (selection.left_out > 0).then(|| self.count("report-more-cited", selection.left_out)),
            "money": self.money(assessment, printed),
            "others": self.others(),
            "others-more": self.others_more(),
            "first": self.place(conversation, selection.first, "report-place-first", "first", printed),
            "last": self.place(conversation, selection.last, "report-place-last", "last", printed),
            "full": self.words.format(
                "report-annex-a-full",
                &[("count", number(total)), ("exhibit", Argument::Text(exhibit.unwrap_or_else(|| "—".to_owned())))],
            ),
            "transcript": self.transcript(conversation, selection),
        })
    }

    /// The exhibit that the conversation was read from.
    fn exhibit_of(&self, conversation: &Conversation) -> Option<String> {
        let source = conversation.messages.first()?.location.source.0 as usize;
        Some(self.case.reading.sources.get(source)?.exhibit.to_string())
    }

    fn people(&self, conversation: &Conversation) -> Vec<Value> {
        /// In a group only the first ones are named.
        const PEOPLE: usize = 12;
        let owner = conversation.owner.as_ref().map(|owner| owner.participant.0 as usize);
        let person = |role: &str, name: Option<&argine_model::Participant>| {
            json!({
                "role": self.words.text(role),
                "name": name.map(|person| self.print(&person.name, Measure::NAME)),
                "native": name
                    .and_then(|person| person.native_id.as_ref().filter(|id| **id != person.name))
                    .map(|id| self.print(id, Measure::VALUE)),
            })
        };
        let mut people =
            vec![person("report-facts-owner", owner.and_then(|place| conversation.participants.get(place)))];
        let others = conversation.participants.iter().enumerate().filter(|(place, _)| Some(*place) != owner);
        people.extend(others.take(PEOPLE).map(|(_, other)| person("report-facts-other", Some(other))));
        people
    }

    /// The legend of what times rest on, for the bases that occur.
    pub(crate) fn bases(&self, conversation: &Conversation) -> Vec<String> {
        let zone = self.case.opened.time_zone().iana_name().unwrap_or("UTC").to_owned();
        let occurs = |basis| conversation.messages.iter().any(|m| m.time.is_some_and(|time| time.basis == basis));
        let mut bases = Vec::new();
        if occurs(TimeBasis::DeviceClock) {
            bases.push(self.with("report-time-device", "zone", zone.clone()));
        }
        if occurs(TimeBasis::Screen) {
            bases.push(self.words.text("report-time-screen"));
        }
        if occurs(TimeBasis::Offset) {
            bases.push(self.words.text("report-time-offset"));
        }
        if occurs(TimeBasis::Instant) {
            bases.push(self.with("report-time-instant", "zone", zone));
        }
        if bases.is_empty() {
            bases.push(self.words.text("report-time-none"));
        }
        if let Some(last) = bases.last_mut() {
            last.push('.');
        }
        bases
    }

    fn proofs(&self, assessment: &Assessment, printed: &BTreeSet<u32>) -> Vec<Value> {
        let proof = |proof: &Proof| {
            let title = self.words.text(match proof {
                Proof::Leverage => "report-proof-leverage",
                Proof::Threat => "report-proof-threat",
                Proof::Demand => "report-proof-demand",
            });
            let found = assessment.proofs.iter().find(|finding| finding.proof == *proof);
            let messages: Option<BTreeSet<u32>> = found.map(|finding| {
                finding.evidence.iter().filter(|piece| !piece.counter).map(|piece| piece.index).collect()
            });
            json!({
                "title": title,
                "word": messages.as_ref().map(|messages| self.count("report-proof-messages", messages.len())),
                "messages": messages.map(|messages| Self::references(messages, printed)),
            })
        };
        Proof::ALL.iter().map(proof).collect()
    }

    fn chronology(&self, conversation: &Conversation, selection: &Selection) -> Vec<Value> {
        let room = Cell::new(QUOTATIONS);
        let row = |(index, what): &(u32, String)| {
            let message = conversation.messages.get(*index as usize)?;
            let quoted = !message.words().is_empty();
            let text = if quoted { message.words().to_owned() } else { self.stand_in(message) };
            let files = || message.attachments.iter().take(4).map(|file| attachment(self.words, file));
            let text = if text.is_empty() { files().collect::<Vec<_>>().join(" ") } else { text };
            Some(json!({
                "n": index.to_string(),
                "time": self.time(message),
                "sender": self.sender(conversation, message),
                "what": what,
                "quoted": quoted,
                "text": self.quote(&text, QUOTATION, &room),
            }))
        };
        selection.quoted.iter().filter_map(row).collect()
    }

    fn transcript(&self, conversation: &Conversation, selection: &Selection) -> Vec<Value> {
        let room = Cell::new(TRANSCRIPTION);
        let cited: BTreeSet<u32> = selection.quoted.iter().map(|(index, _)| *index).collect();
        let mut rows = Vec::new();
        let mut expected = 0;
        for &index in &selection.printed {
            let Some(message) = conversation.messages.get(index as usize) else { continue };
            if index > expected {
                rows.push(json!({ "skipped": self.count("report-skipped", (index - expected) as usize) }));
            }
            expected = index.saturating_add(1);
            let text = if message.words().is_empty() { self.stand_in(message) } else { message.words().to_owned() };
            let flags = message.flags;
            let notes: Vec<_> = [
                (flags.edited, "report-edited"),
                (flags.forwarded, "report-forwarded"),
                (flags.embedded_header, "report-embedded"),
            ]
            .into_iter()
            .filter(|(set, _)| *set)
            .map(|(_, id)| self.words.text(id))
            .collect();
            rows.push(json!({
                "skipped": null,
                "n": index.to_string(),
                "cited": cited.contains(&index),
                "time": self.time(message),
                "sender": self.sender(conversation, message),
                "text": self.quote(&text, TRANSCRIBED, &room),
                "notes": notes,
                "files": message.attachments.iter().take(4).map(|file| json!({
                    "text": self.print(&attachment(self.words, file), Measure::NAME),
                    "sha256": file.sha256,
                })).collect::<Vec<_>>(),
            }));
        }
        let left = conversation.messages.len().saturating_sub(expected as usize);
        if left > 0 && !rows.is_empty() {
            rows.push(json!({ "skipped": self.count("report-skipped", left) }));
        }
        rows
    }

    fn quote(&self, text: &str, length: usize, room: &Cell<usize>) -> Vec<Piece> {
        let length = length.min(room.get()).max(STUB);
        let pieces = self.print(text, Measure::quotation(length));
        room.set(room.get().saturating_sub(text.chars().count().min(length)));
        pieces
    }

    pub(crate) fn time(&self, message: &Message) -> String {
        message
            .time
            .as_ref()
            .map_or_else(|| self.words.text("report-time-none"), |time| format::moment(time, self.language))
    }

    pub(crate) fn sender(&self, conversation: &Conversation, message: &Message) -> Vec<Piece> {
        let name = conversation.sender_name(message);
        self.print(
            &name.map_or_else(|| format!("[{}]", self.words.text("report-app")), ToOwned::to_owned),
            Measure::SENDER,
        )
    }

    /// What stands for a message without words of a person.
    pub(crate) fn stand_in(&self, message: &Message) -> String {
        stand_in(self.words, message)
    }

    fn money(&self, assessment: &Assessment, printed: &BTreeSet<u32>) -> Vec<Value> {
        let group = |id: &str, items: Vec<(u32, String)>| {
            let more = items.len().saturating_sub(SUMS);
            let shown: Vec<_> = (items.into_iter().take(SUMS))
                .map(|(index, value)| {
                    let value = self.printer.line(&value, Measure::NAME);
                    json!({ "value": value, "message": Self::references([index], printed) })
                })
                .collect();
            json!({
                "title": self.words.text(id),
                "items": shown,
                "more": (more > 0).then(|| self.count("report-money-more", more)),
            })
        };
        let sums = |mentions: &[argine_model::MoneyMention]| -> Vec<(u32, String)> {
            let sum = |m: &argine_model::MoneyMention| (m.index, format::amount(m, self.words));
            mentions.iter().map(sum).collect()
        };
        let deadlines = assessment.deadlines.iter().map(|d| (d.index, format::due(&d.due, self.language))).collect();
        vec![
            group("report-money-demanded", sums(&assessment.demands)),
            group("report-money-paid", sums(&assessment.payments)),
            group("report-money-deadline", deadlines),
        ]
    }

    fn place(
        &self,
        conversation: &Conversation,
        index: Option<u32>,
        id: &str,
        name: &str,
        printed: &BTreeSet<u32>,
    ) -> Option<Value> {
        let index = index?;
        let message = conversation.messages.get(index as usize)?;
        let text = self.with(id, name, self.time(message));
        Some(json!({ "text": text, "message": Self::references([index], printed) }))
    }

    /// The other conversations: those with signs of blackmail first.
    fn others(&self) -> Vec<Value> {
        let mut others: Vec<_> = self.other_conversations().collect();
        others.sort_by_key(|(place, _, flagged)| (!flagged, *place));
        (others.into_iter().take(OTHERS))
            .map(|(place, conversation, flagged)| {
                let title = conversation.title.as_deref().unwrap_or(&conversation.id);
                json!({
                    "number": (place + 1).to_string(),
                    "title": self.print(title, Measure::NAME),
                    "line": self.words.format("report-others-line", &[
                        ("platform", Argument::Text(self.platform(conversation.platform))),
                        ("count", number(conversation.messages.len())),
                    ]),
                    "flagged": flagged,
                })
            })
            .collect()
    }

    fn others_more(&self) -> Option<String> {
        let more = self.other_conversations().count().saturating_sub(OTHERS);
        (more > 0).then(|| self.count("report-others-more", more))
    }

    fn other_conversations(&self) -> impl Iterator<Item = (usize, &Conversation, bool)> {
        let main = self.case.main;
        (self.case.reading.conversations.iter().enumerate()).filter(move |(place, _)| Some(*place) != main).map(
            |(place, conversation)| {
                let recognition = self.case.recognitions.get(place);
                (place, conversation, recognition.is_some_and(|recognition| recognition.assessment.alert.raised))
            },
        )
    }

    fn offence(&self, offence: &Offence, printed: &BTreeSet<u32>) -> Value {
        let because: Vec<_> = offence
            .because
            .iter()
            .map(|because| {
                let fact = self.words.text(&format!("fact-{}", because.fact.replace('_', "-")));
                // A fact without a sentence is shown by its id, never left out.
                let fact = if fact.starts_with('{') { because.fact.replace('_', " ") } else { fact };
                let messages =
                    (!because.messages.is_empty()).then(|| Self::references(because.messages.iter().copied(), printed));
                json!({ "fact": fact, "messages": messages })
            })
            .collect();
        let verified = &offence.verified;
        json!({
            "article": self.printer.line(&offence.article, Measure::SENTENCE),
            "title": self.sentence(&offence.title),
            "prosecution": self.prosecution(offence),
            "because": because,
            "confirm": verified.to_be_confirmed,
            "sources": verified.sources.iter().map(|source| self.source(source)).collect::<Vec<_>>(),
            "checked": self.checked(verified.checked_on),
            "stale": verified.stale,
        })
    }

    /// Who may start the prosecution, and until when.
    pub(crate) fn prosecution(&self, offence: &Offence) -> String {
        match (offence.prosecution.as_str(), offence.complaint_months) {
            ("ex_officio", _) => self.words.text("report-offence-ex_officio"),
            ("complaint", Some(months)) => self.count_months(months),
            ("complaint", None) => self.words.text("report-offence-complaint"),
            _ => self.words.text("report-offence-depends"),
        }
    }

    pub(crate) fn checked(&self, date: civil::Date) -> String {
        self.with("report-checked", "date", self.date(date))
    }

    fn count_months(&self, months: u8) -> String {
        self.words.format("report-offence-complaint-months", &[("months", Argument::Number(months.into()))])
    }

    fn source(&self, source: &Source) -> Value {
        json!({
            "title": self.print(&source.title, Measure::SENTENCE),
            "url": source.url.as_ref().map(|url| self.print(url, Measure::VALUE)),
            // Nobody has seen a source of tier K: its title says so.
            "seen": (source.tier != argine_model::Tier::K)
                .then(|| self.with("report-source-seen", "date", self.date(source.seen_on))),
        })
    }

    fn norms(&self) -> Vec<Value> {
        (norms().into_iter())
            .map(|norm| {
                let source = norm.source.filter(|_| norm.tier != argine_model::Tier::K);
                json!({
                    "article": norm.article,
                    "use": self.words.text(&format!("report-norm-{}", norm.id)),
                    "source": source,
                    "url": self.print(norm.url.as_deref().unwrap_or_default(), Measure::VALUE),
                    "seen": self.with("report-source-seen", "date", self.date(norm.seen_on)),
                })
            })
            .collect()
    }
}

/// The rules that the fixed sentences cite.
pub(crate) fn norms() -> Vec<Norm> {
    serde_json::from_str(include_str!("../data/norms.json")).unwrap_or_default()
}

/// What stands for a message without words of a person.
pub(crate) fn stand_in(words: Catalogue, message: &Message) -> String {
    match (message.kind, message.call) {
        (_, Some(call)) => {
            let kind = words.text(if call.video { "report-call-video" } else { "report-call-voice" });
            let outcome = words.text(match call.outcome {
                CallOutcome::Answered => "report-call-answered",
                CallOutcome::Missed => "report-call-missed",
                CallOutcome::Declined => "report-call-declined",
                CallOutcome::Unknown => "report-call-unknown",
            });
            let seconds = call
                .seconds
                .map(|seconds| words.format("report-call-seconds", &[("count", Argument::Number(seconds.into()))]));
            let arguments = [
                ("kind", Argument::Text(kind)),
                ("outcome", Argument::Text(outcome)),
                ("seconds", Argument::Text(seconds.unwrap_or_default())),
            ];
            words.format("report-call", &arguments)
        }
        (MessageKind::Deleted, _) => words.text("report-message-deleted"),
        (MessageKind::ViewOnce, _) => words.text("report-message-view_once"),
        (MessageKind::Unsupported, _) => words.text("report-message-unsupported"),
        // The files are listed below the text.
        (MessageKind::Media, _) if !message.attachments.is_empty() => String::new(),
        _ if message.view().trim().is_empty() => words.text("report-message-empty"),
        _ => message.view().to_owned(),
    }
}

/// `[image: name]`.
pub(crate) fn attachment(words: Catalogue, file: &Attachment) -> String {
    let id = match file.status {
        AttachmentStatus::Present => "report-attachment-present",
        AttachmentStatus::Omitted => "report-attachment-omitted",
        AttachmentStatus::Missing => "report-attachment-missing",
    };
    let name = file.name.clone().unwrap_or_else(|| words.text("report-attachment-nameless"));
    words.format(id, &[("class", Argument::Text(words.text(class_id(file.class)))), ("name", Argument::Text(name))])
}

fn number(count: usize) -> Argument {
    Argument::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norms_are_well_formed_and_tier_k_has_no_source() {
        let norms: Vec<Norm> = serde_json::from_str(include_str!("../data/norms.json")).unwrap();
        assert!(norms.len() >= 10);
        for norm in norms {
            assert_eq!(norm.tier == argine_model::Tier::K, norm.url.is_none(), "{}", norm.article);
        }
    }
}
