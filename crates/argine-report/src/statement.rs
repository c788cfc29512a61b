//! What only the person can say: blanks filled in, and a word on each fact that the program inferred.

use core::fmt::Write as _;
use std::collections::{BTreeMap, BTreeSet};

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Assessment, Indicator, Publication, Role};
use argine_recognise::Recognition;
use argine_respond::CaseFile;
use serde::{Deserialize, Serialize};

use crate::format;

/// The person's statement: what a form holds that they filled in. Everything may be empty: blanks stay blanks.
///
/// As TOML it is the form that [`form`] writes; as JSON it has the same fields. Unknown fields are refused, so that a
/// slip of the pen is not lost in silence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Statement {
    /// Who presents the paper.
    pub person: Person,
    /// The affected person under 18, where somebody acts for them.
    pub minor: Minor,
    /// Where, when, to whom.
    pub circumstances: Circumstances,
    /// Who is accused, where the person knows them.
    pub accused: Accused,
    /// What was paid, in the person's own account.
    pub payments: Vec<PaymentMade>,
    /// People who know of the facts: name, how to reach them, what they know.
    pub witnesses: Vec<String>,
    /// The facts in the person's own words.
    pub own_words: String,
    /// Answers to the inferred facts.
    pub facts: Vec<FactAnswer>,
}

/// Who presents the paper (d02, d03 of the complaint).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    /// Surname and name.
    pub name: String,
    /// Place and day of birth.
    pub born: String,
    /// Codice fiscale.
    pub tax_code: String,
    /// Residence.
    pub residence: String,
    /// Telephone.
    pub phone: String,
    /// E-mail or PEC.
    pub mail: String,
    /// Identity document.
    pub document: String,
    /// Lawyer.
    pub lawyer: String,
    /// Domicile for service (c.p.p. 153-bis).
    pub domicile: String,
    /// Address for service by e-mail.
    pub domicile_mail: String,
}

/// The affected person under 18, where a parent or guardian acts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Minor {
    /// Surname and name.
    pub name: String,
    /// Place and day of birth.
    pub born: String,
    /// In what capacity the other person acts.
    pub capacity: String,
}

/// Where, when, to whom (d01, d08, d10).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Circumstances {
    /// The prosecutor's office.
    pub office: String,
    /// The office through which it is filed.
    pub through: String,
    /// Where the affected person was.
    pub place: String,
    /// When they learned of the facts.
    pub learned_on: String,
    /// The device that holds the originals.
    pub device: String,
}

/// Who is accused, where the person knows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Accused {
    /// Surname and name.
    pub name: String,
    /// What tied or ties them to the person.
    pub relation: String,
    /// Where they can be found.
    pub address: String,
}

/// A payment in the person's own account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PaymentMade {
    /// Day and hour.
    pub date: String,
    /// Sum with its currency.
    pub amount: String,
    /// How: transfer, top-up, money transfer, gift card, wallet.
    pub channel: String,
    /// To whom: account, card, name.
    pub beneficiary: String,
    /// Number of the operation.
    pub reference: String,
    /// Bank, office or shop.
    pub at: String,
    /// Where the receipt is.
    pub receipt: String,
}

/// The answer to one inferred fact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FactAnswer {
    /// Which: the name that the form gave it.
    pub id: String,
    /// What the form said; it is not read back.
    pub says: String,
    /// Empty, a yes, a no, or the fact as it really was.
    pub answer: String,
}

/// What a person answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet: the fact is marked as inferred.
    Open,
    /// It is so.
    Confirmed,
    /// It is not so: it stays out of the paper.
    Rejected,
    /// It was otherwise; in their words.
    Corrected(String),
}

impl Answer {
    /// Yes and no in the languages of the interface; anything else is a correction.
    fn of(text: &str) -> Self {
        let text = text.trim();
        match text.to_lowercase().as_str() {
            "" => Self::Open,
            "sì" | "si" | "si'" | "yes" | "y" | "s" | "ok" | "vero" | "true" => Self::Confirmed,
            "no" | "n" | "falso" | "false" => Self::Rejected,
            _ => Self::Corrected(text.to_owned()),
        }
    }
}

/// The form cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StatementError {
    /// It is no TOML, or has a field that is not in the form.
    #[error("line {line}: {message}")]
    Form {
        /// Line in the form, from 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// It answers a fact that is not in this case.
    #[error("the fact \u{201C}{0}\u{201D} is not in this case")]
    UnknownFact(String),
    /// It answers the same fact twice.
    #[error("the fact \u{201C}{0}\u{201D} is answered twice")]
    AnsweredTwice(String),
}

/// Something that the program read out of the words, which the person can confirm, correct or reject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InferredFact {
    /// Stable within the case: `demand-14`, `payment-20`, `iban-18`.
    pub id: String,
    /// In words.
    pub says: String,
    /// Entries of the main conversation that carry it.
    pub messages: Vec<u32>,
}

/// Facts of traces put to the person; the others are quoted in the papers all the same.
const TRACES: usize = 40;

/// What the program inferred of the main conversation, in the order of the paper.
pub fn inferred_facts(case: &CaseFile, words: Catalogue) -> Vec<InferredFact> {
    let Some((_, recognition)) = case.main() else { return Vec::new() };
    let language = words.language();
    let assessment = &recognition.assessment;
    let mut list = Names::default();
    let evidence = |evidence: &[argine_model::Evidence]| -> Vec<u32> {
        let indices: BTreeSet<u32> = evidence.iter().filter(|piece| !piece.counter).map(|piece| piece.index).collect();
        indices.into_iter().collect()
    };
    let kind = words.text(&format!("report-kindof-{}", assessment.kind.label.id()));
    list.push("kind".to_owned(), kind, Vec::new());
    if let Some(id) = publication_sentence(assessment) {
        list.push("publication".to_owned(), words.text(id), evidence(&assessment.flags.publication.evidence));
    }
    if assessment.flags.minor_victim.value {
        let says = words.text("report-event-age");
        list.push("age".to_owned(), says, evidence(&assessment.flags.minor_victim.evidence));
    }
    for (sort, sentence, mentions) in [
        ("demand", "report-event-demand", &assessment.demands),
        ("payment", "report-event-payment", &assessment.payments),
    ] {
        for mention in mentions {
            let amount = format::amount(mention, words);
            let says = words.format(sentence, &[("amount", Argument::Text(amount))]);
            list.push(format!("{sort}-{}", mention.index), says, vec![mention.index]);
        }
    }
    for deadline in &assessment.deadlines {
        let due = Argument::Text(format::due(&deadline.due, language));
        let says = words.format("report-event-deadline", &[("due", due)]);
        list.push(format!("deadline-{}", deadline.index), says, vec![deadline.index]);
    }
    for indicator in theirs(recognition).take(TRACES) {
        let says = words.format(
            "statement-trace",
            &[
                ("kind", Argument::Text(words.text(&format!("report-kind-{}", kind_id(indicator))))),
                ("value", Argument::Text(indicator.value.clone())),
            ],
        );
        let messages: BTreeSet<u32> = indicator.mentions.iter().map(|mention| mention.message).collect();
        list.push(trace_id(indicator), says, messages.into_iter().collect());
    }
    list.facts
}

fn publication_sentence(assessment: &Assessment) -> Option<&'static str> {
    match assessment.flags.publication.status {
        Publication::None => None,
        Publication::Threatened => Some("report-publication-threatened"),
        Publication::Claimed => Some("report-publication-claimed"),
        Publication::Done => Some("report-publication-done"),
    }
}

fn theirs(recognition: &Recognition) -> impl Iterator<Item = &Indicator> {
    recognition.indicators.iter().filter(|found| found.role == Role::Perpetrator)
}

/// The stable name of an indicator's kind, as in the catalogue.
pub(crate) fn kind_id(indicator: &Indicator) -> String {
    let id = serde_json::to_value(indicator.kind).ok();
    id.as_ref().and_then(|id| id.as_str()).unwrap_or("handle").to_owned()
}

fn trace_id(indicator: &Indicator) -> String {
    format!("{}-{}", kind_id(indicator), indicator.mentions.first().map_or(0, |mention| mention.message))
}

/// Facts with names that never meet.
#[derive(Default)]
struct Names {
    facts: Vec<InferredFact>,
    used: BTreeMap<String, u32>,
}

impl Names {
    fn push(&mut self, id: String, says: String, messages: Vec<u32>) {
        let id = self.name(id);
        self.facts.push(InferredFact { id, says, messages });
    }

    /// The second of a name is `name.2`, the third `name.3`.
    fn name(&mut self, id: String) -> String {
        let count = self.used.entry(id.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { format!("{id}.{count}") }
    }
}

impl Statement {
    /// Reads a form back. `case` says which facts there are to answer.
    ///
    /// # Errors
    /// [`StatementError`], with the line where the form is not as it was written, or the fact that is not in the case.
    pub fn read(form: &str, case: &CaseFile, words: Catalogue) -> Result<Self, StatementError> {
        let statement: Self = toml::from_str(form).map_err(|error| StatementError::Form {
            line: error.span().map_or(1, |span| 1 + form.get(..span.start).unwrap_or(form).matches('\n').count()),
            message: error.message().to_owned(),
        })?;
        statement.check(case, words)?;
        Ok(statement)
    }

    /// Whether every answer is to a fact of this case, and each once.
    ///
    /// # Errors
    /// [`StatementError::UnknownFact`], [`StatementError::AnsweredTwice`].
    pub fn check(&self, case: &CaseFile, words: Catalogue) -> Result<(), StatementError> {
        let known: BTreeSet<String> = inferred_facts(case, words).into_iter().map(|fact| fact.id).collect();
        let mut seen = BTreeSet::new();
        for fact in &self.facts {
            if !known.contains(&fact.id) {
                return Err(StatementError::UnknownFact(fact.id.clone()));
            }
            if !seen.insert(&fact.id) {
                return Err(StatementError::AnsweredTwice(fact.id.clone()));
            }
        }
        Ok(())
    }

    /// What the person answered to this fact.
    pub fn answer(&self, id: &str) -> Answer {
        self.facts.iter().find(|fact| fact.id == id).map_or(Answer::Open, |fact| Answer::of(&fact.answer))
    }

    /// The recognition without what the person rejected or corrected: a correction stands in the paper in their own
    /// words, not in ours.
    pub(crate) fn applied(&self, recognition: &Recognition) -> Recognition {
        let mut names = Names::default();
        let mut stays = |id: String| matches!(self.answer(&names.name(id)), Answer::Open | Answer::Confirmed);
        let mut kept = recognition.clone();
        let assessment = &mut kept.assessment;
        if !stays("publication".to_owned()) {
            assessment.flags.publication.status = Publication::None;
            assessment.flags.publication.evidence.clear();
        }
        if !stays("age".to_owned()) {
            assessment.flags.minor_victim = argine_model::FlagFinding::default();
        }
        assessment.demands.retain(|mention| stays(format!("demand-{}", mention.index)));
        assessment.payments.retain(|mention| stays(format!("payment-{}", mention.index)));
        assessment.deadlines.retain(|deadline| stays(format!("deadline-{}", deadline.index)));
        kept.indicators.retain(|found| found.role != Role::Perpetrator || stays(trace_id(found)));
        kept
    }
}

/// The blanks of one part of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormSection {
    /// The field of [`Statement`] that holds them.
    pub table: &'static str,
    /// Its heading, in words.
    pub heading: String,
    /// Each blank.
    pub fields: Vec<FormField>,
}

/// A blank that only the person can fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormField {
    /// Its name within the section.
    pub id: &'static str,
    /// What belongs in it, in words.
    pub label: String,
}

/// The blanks of a case, in the order of the form. Nothing in them is asked for by force.
pub fn form_sections(case: &CaseFile, words: Catalogue) -> Vec<FormSection> {
    const PERSON: &[(&str, &str)] = &[
        ("name", "report-person-name"),
        ("born", "report-person-born"),
        ("tax_code", "report-person-tax"),
        ("residence", "report-person-residence"),
        ("phone", "report-person-phone"),
        ("mail", "report-person-mail"),
        ("document", "report-person-document"),
        ("lawyer", "report-person-lawyer"),
        ("domicile", "statement-domicile"),
        ("domicile_mail", "report-domicile-mail"),
    ];
    const MINOR: &[(&str, &str)] =
        &[("name", "report-guardian-name"), ("born", "report-guardian-born"), ("capacity", "report-guardian-capacity")];
    const CIRCUMSTANCES: &[(&str, &str)] = &[
        ("office", "report-recipient"),
        ("through", "report-recipient-or"),
        ("place", "report-place-where"),
        ("learned_on", "report-place-known"),
        ("device", "report-originals-device"),
    ];
    const ACCUSED: &[(&str, &str)] = &[
        ("name", "report-accused-name"),
        ("relation", "report-accused-relation"),
        ("address", "report-accused-address"),
    ];
    let section = |table, heading, fields: &[(&'static str, &str)]| FormSection {
        table,
        heading: words.text(heading),
        fields: fields.iter().map(|(id, label)| FormField { id, label: words.text(label) }).collect(),
    };
    let mut sections = vec![section("person", "report-person-heading", PERSON)];
    if case.age.media_is_forbidden() {
        sections.push(section("minor", "report-guardian-heading", MINOR));
    }
    sections.push(section("circumstances", "report-place-heading", CIRCUMSTANCES));
    sections.push(section("accused", "statement-accused", ACCUSED));
    sections
}

/// The form of a case: TOML with a sentence above each blank, to be filled in with any editor and read back with
/// [`Statement::read`]. Nothing in it is asked for by force.
pub fn form(case: &CaseFile, words: Catalogue) -> String {
    let mut out = String::new();
    comment(&mut out, &words.text("statement-intro"));
    for section in form_sections(case, words) {
        table(&mut out, section.table, &section.heading);
        for field in &section.fields {
            blank(&mut out, field.id, &field.label);
        }
    }
    payments(&mut out, words);
    facts(&mut out, case, words);
    out
}

fn payments(out: &mut String, words: Catalogue) {
    out.push('\n');
    comment(out, &words.text("statement-payments"));
    for field in ["date", "amount", "channel", "beneficiary", "reference", "at", "receipt"] {
        // Commented out: an untouched example must not become a payment.
        let _ = writeln!(out, "# {field} = \"\"  # {}", words.text(&format!("paper-payments-{field}")));
    }
}

fn facts(out: &mut String, case: &CaseFile, words: Catalogue) {
    // Values before the tables of facts would belong to the last table: they stand at the top of the form instead.
    let top = format!(
        "{}own_words = \"\"\n\n{}witnesses = []\n",
        commented(&words.text("statement-own-words")),
        commented(&words.text("statement-witnesses")),
    );
    let head = out.find("\n[person]").unwrap_or(0);
    let head = out.get(..head).and_then(|before| before.rfind("\n\n")).map_or(head, |at| at + 1);
    out.insert_str(head, &format!("\n{top}"));
    let facts = inferred_facts(case, words);
    if facts.is_empty() {
        return;
    }
    out.push('\n');
    comment(out, &words.text("statement-facts"));
    for fact in facts {
        let messages: Vec<String> = fact.messages.iter().take(12).map(ToString::to_string).collect();
        let says = if messages.is_empty() { fact.says } else { format!("{} [{}]", fact.says, messages.join(", ")) };
        let _ = write!(out, "\n[[facts]]\nid = {}\nsays = {}\nanswer = \"\"\n", quoted(&fact.id), quoted(&says));
    }
}

fn table(out: &mut String, name: &str, heading: &str) {
    out.push('\n');
    comment(out, heading);
    let _ = writeln!(out, "[{name}]");
}

fn blank(out: &mut String, field: &str, label: &str) {
    comment(out, label);
    let _ = writeln!(out, "{field} = \"\"");
}

fn comment(out: &mut String, text: &str) {
    out.push_str(&commented(text));
}

fn commented(text: &str) -> String {
    text.lines().map(|line| format!("# {line}\n")).collect::<Vec<_>>().concat()
}

/// A TOML basic string: JSON's escapes are among TOML's, except that TOML also refuses DEL.
fn quoted(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string().replace('\u{7F}', "\\u007F")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers() {
        let check = |text: &str, expected: Answer| assert_eq!(Answer::of(text), expected, "{text:?}");
        check("  ", Answer::Open);
        check("Sì", Answer::Confirmed);
        check("NO", Answer::Rejected);
        check("era di 30 euro", Answer::Corrected("era di 30 euro".to_owned()));
    }

    #[test]
    fn names_never_meet() {
        let mut names = Names::default();
        let given = ["iban-3", "iban-3", "card-3", "iban-3"].map(|id| names.name(id.to_owned()));
        assert_eq!(given, ["iban-3", "iban-3.2", "card-3", "iban-3.3"]);
    }
}
