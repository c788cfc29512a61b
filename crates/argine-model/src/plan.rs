use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::{Action, ActionAdvice, Kind, Localised};

/// How far a source can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tier {
    /// An official page or the text of a statute was seen.
    P,
    /// A secondary source was seen.
    S,
    /// Nobody has checked it yet: shown as "to be confirmed".
    K,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name for people.
    pub title: String,
    /// Its address; none for tier K.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// How far it can be trusted.
    pub tier: Tier,
    /// When it was seen.
    pub seen_on: civil::Date,
}

/// What is known of a fact's freshness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Id of the record in the packs.
    pub record: String,
    /// Where it comes from; at least one.
    pub sources: Vec<Source>,
    /// When it was last checked.
    pub checked_on: civil::Date,
    /// Whether its review date is past at the case's clock: shown, never hidden.
    pub stale: bool,
    /// Whether any of its sources is tier K.
    pub to_be_confirmed: bool,
}

/// A finding that asks for something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// Id of a fact: `money_demand`, `deadline_within_24h`, …; its words are in the catalogue under `fact-<id>`.
    pub fact: String,
    /// Entries that carry it; empty where it comes from what the person said (age, country).
    pub messages: Vec<u32>,
}

/// One thing to do within a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubStep {
    /// Stable name with which it is ticked: the record that says it and its place there, `it.step.stop_all#2`.
    #[serde(default)]
    pub id: String,
    /// What.
    pub text: Localised,
    /// Whether the person ticked it.
    #[serde(default)]
    pub done: bool,
}

/// What the person decided about a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Nothing yet.
    #[default]
    Open,
    /// Done.
    Done,
    /// Not for them: it stays behind the plan, and can be taken back.
    Skipped,
    /// Not now: it comes back after what can be done now.
    Later,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Place in the plan, from 1.
    pub order: u32,
    /// The action it carries out.
    pub action: Action,
    /// What, in the imperative.
    pub title: Localised,
    /// Why it helps.
    pub why: Localised,
    /// How, one thing after the other.
    pub how: Vec<SubStep>,
    /// Ids of helplines and routes that help with it.
    pub helps: Vec<String>,
    /// What asks for it.
    pub because: Vec<Because>,
    /// Actions that come before it, where the plan holds them.
    #[serde(default)]
    pub after: Vec<Action>,
    /// What the person decided about it.
    #[serde(default)]
    pub state: StepState,
    /// Sources and dates.
    pub verified: Verified,
}

/// Something never to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeverRule {
    /// What.
    pub text: Localised,
    /// Why.
    pub why: Localised,
    /// Sources and dates.
    pub verified: Verified,
}

/// An offence that the complaint may name; a judge decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offence {
    /// The article: `art. 629, comma 1, c.p.`.
    pub article: String,
    /// Its name and what it covers.
    pub title: Localised,
    /// In plain words.
    pub text: Localised,
    /// Who may start the prosecution: `ex_officio`, `complaint`, `depends`.
    pub prosecution: String,
    /// Months to file a querela, where one is needed.
    pub complaint_months: Option<u8>,
    /// What in the case points to it.
    pub because: Vec<Because>,
    /// Sources and dates.
    pub verified: Verified,
}

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Running, or not started: act by `safe_by`.
    Open,
    /// The safe date is past: ask a lawyer, the term may be longer or may not apply. Never "too late".
    AskLawyer,
}

/// A legal or platform term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// What it is.
    pub title: Localised,
    /// In plain words.
    pub text: Localised,
    /// What it runs from: `learned_on`, `notice_sent`, `published_on`, `paid_on`, `decision_received`, `event`. Where `starts`
    /// is not known, the question is in the catalogue under `ask-<id>`.
    #[serde(default)]
    pub runs_from: String,
    /// The day it starts from, as far as the case shows.
    pub starts: Option<civil::Date>,
    /// The last day.
    pub ends: Option<civil::Date>,
    /// The moment it ends, on the wall clock of the person, for a term in hours whose beginning is known to the minute.
    #[serde(default)]
    pub ends_at: Option<civil::DateTime>,
    /// One working day earlier; for a term in hours that runs against somebody else, none.
    pub safe_by: Option<civil::Date>,
    /// How it stands.
    pub state: ClockState,
    /// Sources and dates.
    pub verified: Verified,
}

/// Whether a helpline answers now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opening {
    /// Day and night.
    Always,
    /// Open at the case's clock.
    OpenNow,
    /// Closed at the case's clock.
    ClosedNow,
    /// Hours not known.
    Unknown,
}

/// Somebody who answers, free of charge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helpline {
    /// Its name and number.
    pub title: Localised,
    /// What for.
    pub text: Localised,
    /// Number to dial, where there is one.
    pub phone: Option<String>,
    /// Page, where there is one.
    pub url: Option<String>,
    /// Hours in words.
    pub hours: Localised,
    /// Whether it answers now.
    pub opening: Opening,
    /// Sources and dates.
    pub verified: Verified,
}

/// How to report to a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// The platform.
    pub title: Localised,
    /// What to tap, in order.
    pub how: Vec<SubStep>,
    /// What to mind.
    pub notes: Localised,
    /// Sources and dates.
    pub verified: Verified,
}

/// The path of a case: what the situation is called, and what helps in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPath {
    /// Its name.
    pub title: Localised,
    /// In two sentences.
    pub text: Localised,
    /// What helps, in short.
    pub dos: Vec<Localised>,
    /// Sources and dates.
    pub verified: Verified,
}

/// A fact that a plan was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanFact {
    /// As packs write it: `money_demand`, `kind:financial_gang`, `paid_with:sepa`.
    pub fact: String,
    /// Entries that show it; empty where the person said it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<u32>,
    /// What the entries say, where it is a sum: `500 EUR`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<String>,
}

/// Days that terms run from, as far as the case shows or the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanDates {
    /// When the person learned of the fact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learned_on: Option<civil::Date>,
    /// When a complete notice or form was received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_sent: Option<civil::Date>,
    /// At what time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_time: Option<civil::Time>,
    /// When something was made public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<civil::Date>,
    /// When money was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<civil::Date>,
    /// When a platform or office answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision_received: Option<civil::Date>,
}

/// What a plan was made from, so that it can be explained, and made again with later answers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PlanBasis {
    /// Facts.
    pub facts: Vec<PlanFact>,
    /// What the assessment advises.
    pub advised: Vec<ActionAdvice>,
    /// Days.
    pub dates: PlanDates,
}

/// What to do now, in order, and what never to do. Texts are in every language; a door shows one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Version of the packs.
    pub knowledge_version: String,
    /// ISO 3166-1 alpha-2 of where the person is, lower case.
    pub country: String,
    /// What kind of case it was made for.
    pub kind: Kind,
    /// Whether signs of self-harm put everything else on hold.
    pub crisis: bool,
    /// First things first.
    pub steps: Vec<Step>,
    /// Never.
    pub never: Vec<NeverRule>,
    /// For the complaint.
    pub offences: Vec<Offence>,
    /// Terms.
    pub clocks: Vec<Clock>,
    /// Who answers; the emergency number first.
    pub helplines: Vec<Helpline>,
    /// Platforms of this case.
    pub routes: Vec<Route>,
    /// Which path it is on; none where nothing calls for help.
    #[serde(default)]
    pub path: Option<PlanPath>,
    /// What it was made from.
    #[serde(default)]
    pub basis: PlanBasis,
}
