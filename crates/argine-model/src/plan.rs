use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::{Action, Kind, Localised};

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
    /// What.
    pub text: Localised,
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
    /// The day it starts from, as far as the case shows.
    pub starts: Option<civil::Date>,
    /// The last day.
    pub ends: Option<civil::Date>,
    /// One working day earlier.
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
}
