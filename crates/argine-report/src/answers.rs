//! What the person filled in and answered, as data for both templates.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::dossier::{Writer, norms};
use crate::format;
use crate::paper::{Words, plain_words};
use crate::statement::{Answer, inferred_facts, kind_id};
use crate::text::Measure;

/// Traces in the complaint; the annex of traces has them all.
const TRACES: usize = 40;
/// Inferred facts put to the person on paper; the form has them all.
const FACTS: usize = 40;

/// The table of inferred facts with their answers.
#[derive(Debug, Serialize)]
pub(crate) struct Answers {
    pub(crate) rows: Vec<AnswerRow>,
    /// How many stand in the form only, and how many the person rejected: those are left out.
    pub(crate) notes: Vec<String>,
}

/// One inferred fact.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerRow {
    pub(crate) says: Words,
    pub(crate) messages: String,
    /// What the person said; for an open one, boxes to tick by hand.
    pub(crate) answer: Words,
}

impl Writer<'_> {
    /// Every inferred fact that the person did not reject.
    pub(crate) fn answers(&self) -> Answers {
        let mut rejected = 0;
        let mut rows = Vec::new();
        for fact in inferred_facts(self.case, self.words) {
            let answer = match self.statement.answer(&fact.id) {
                Answer::Rejected => {
                    rejected += 1;
                    continue;
                }
                Answer::Open => plain_words(self.words.text("report-answer-open")),
                Answer::Confirmed => plain_words(self.words.text("report-answer-confirmed")),
                Answer::Corrected(words) => {
                    let mut answer = plain_words(format!("{} ", self.words.text("report-answer-corrected")));
                    answer.extend(self.print(&words, Measure::quotation(600)));
                    answer
                }
            };
            let mut messages: Vec<String> = fact.messages.iter().take(8).map(ToString::to_string).collect();
            if fact.messages.len() > messages.len() {
                messages.push(format!("(+{})", fact.messages.len() - messages.len()));
            }
            rows.push(AnswerRow {
                says: self.print(&fact.says, Measure::VALUE),
                messages: messages.join(", "),
                answer,
            });
        }
        let more = rows.len().saturating_sub(FACTS);
        rows.truncate(FACTS);
        let notes = [("report-answers-more", more), ("report-answers-rejected", rejected)];
        let notes =
            notes.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| self.count(id, count)).collect();
        Answers { rows, notes }
    }

    /// The blanks of the complaint that are filled in, by label.
    pub(crate) fn blanks(&self) -> Map<String, Value> {
        let statement = self.statement;
        let person = &statement.person;
        let filled = [
            ("person-name", &person.name),
            ("person-born", &person.born),
            ("person-tax", &person.tax_code),
            ("person-residence", &person.residence),
            ("person-phone", &person.phone),
            ("person-mail", &person.mail),
            ("person-document", &person.document),
            ("person-lawyer", &person.lawyer),
            ("domicile", &person.domicile),
            ("domicile-mail", &person.domicile_mail),
            ("guardian-name", &statement.minor.name),
            ("guardian-born", &statement.minor.born),
            ("guardian-capacity", &statement.minor.capacity),
            ("recipient", &statement.circumstances.office),
            ("recipient-or", &statement.circumstances.through),
            ("place-where", &statement.circumstances.place),
            ("place-known", &statement.circumstances.learned_on),
            ("originals-device", &statement.circumstances.device),
            ("accused-name", &statement.accused.name),
            ("accused-relation", &statement.accused.relation),
            ("accused-address", &statement.accused.address),
        ];
        (filled.into_iter())
            .filter(|(_, value)| !value.trim().is_empty())
            .map(|(label, value)| (label.to_owned(), serde_json::json!(self.filled(value))))
            .collect()
    }

    /// Payments in the person's own account, one line each.
    pub(crate) fn payments_made(&self) -> Vec<Words> {
        (self.statement.payments.iter())
            .map(|paid| {
                let parts = [
                    &paid.date,
                    &paid.amount,
                    &paid.channel,
                    &paid.beneficiary,
                    &paid.reference,
                    &paid.at,
                    &paid.receipt,
                ];
                let parts: Vec<&str> =
                    parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
                self.print(&parts.join(" · "), Measure::VALUE)
            })
            .collect()
    }

    /// Kind, value and check of every trace of the other side, for the complaint in blocks.
    pub(crate) fn traces(&self) -> Vec<(String, Words, String)> {
        let Some(recognition) = self.case.main.and_then(|main| self.recognition(main)) else { return Vec::new() };
        (recognition.indicators.iter().filter(|found| found.role == argine_model::Role::Perpetrator).take(TRACES))
            .map(|indicator| {
                let check = self.words.text(match indicator.validity.holds() {
                    Some(true) => "report-check-holds",
                    Some(false) => "report-check-fails",
                    None => "report-check-none",
                });
                let kind = self.words.text(&format!("report-kind-{}", kind_id(indicator)));
                (kind, self.print(&indicator.value, Measure::VALUE), check)
            })
            .collect()
    }

    /// `Conversation 2: WhatsApp · title`.
    pub(crate) fn conversation_heading(&self, place: usize, conversation: &argine_model::Conversation) -> String {
        let heading = self.words.format(
            "report-transcript-conversation",
            &[("number", (place + 1).into()), ("platform", self.platform(conversation.platform).into())],
        );
        match &conversation.title {
            Some(title) => format!("{heading} · {}", self.printer.line(title, Measure::NAME)),
            None => heading,
        }
    }

    /// Rules with what they are cited for, source and date, one line each; those of these names, or all.
    pub(crate) fn norms_cited(&self, ids: Option<&[&str]>) -> Vec<String> {
        (norms().into_iter().filter(|norm| ids.is_none_or(|ids| ids.contains(&norm.id.as_str()))))
            .map(|norm| {
                let used = self.words.text(&format!("report-norm-{}", norm.id));
                let source = match (&norm.source, &norm.url) {
                    (Some(source), Some(url)) if norm.tier != argine_model::Tier::K => {
                        let seen = format::date(norm.seen_on, self.language);
                        let seen = self.words.format("report-source-seen", &[("date", seen.into())]);
                        format!("{source}, {url}, {seen}")
                    }
                    _ => self.words.text("report-confirm"),
                };
                format!("{}: {used} ({source})", norm.article)
            })
            .collect()
    }
}
