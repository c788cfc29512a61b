//! What can be said before anything is handed over: the pages without JavaScript are made of it.

use std::collections::BTreeMap;

use argine_knowledge::{HelpRole, HelplineRecord, Knowledge, OpeningTime, Record as _, Serves};
use argine_model::{Localised, Opening, Plan, Source, Verified};
use argine_plan::{PlanProgress, plan_from};
use jiff::Zoned;
use serde::Serialize;

use crate::Refusal;
use crate::request::{Age, Answers};
use crate::session::to_json;

/// What each door says, in the terms of the packs: its name, the kind of case, the facts.
const DOORS: [(&str, &str, &[&str]); 5] = [
    ("blackmail", "financial_gang", &["money_demand", "threatened", "publication_risk"]),
    ("published", "financial_gang", &["money_demand", "threatened", "publication_risk", "published"]),
    ("ex", "known_ex", &["known_person", "threatened", "publication_risk"]),
    ("helping", "disclosure", &[]),
    ("profile", "lure", &[]),
];
const AGES: [(&str, Age); 3] = [("adult", Age::Adult), ("minor", Age::Minor), ("unknown", Age::Unknown)];

#[derive(Serialize)]
struct FirstSteps<'a> {
    knowledge_version: String,
    /// Door, then age.
    doors: BTreeMap<&'static str, BTreeMap<&'static str, Plan>>,
    helplines: Vec<HelplineView<'a>>,
    /// The rules that hold before anything has happened, in order.
    prevention: Vec<RuleView<'a>>,
}

#[derive(Serialize)]
struct RuleView<'a> {
    title: &'a Localised,
    text: &'a Localised,
    why: &'a Localised,
    verified: Verified,
}

#[derive(Serialize)]
struct HelplineView<'a> {
    id: &'a str,
    title: &'a Localised,
    text: &'a Localised,
    phone: Option<&'a str>,
    url: Option<&'a str>,
    hours: &'a Localised,
    zone: &'a str,
    opening: &'a [OpeningTime],
    serves: &'a [Serves],
    role: HelpRole,
    sources: &'a [Source],
    checked_on: jiff::civil::Date,
}

/// The plan of each door of the page for each age in `country`, and everybody who answers there, as JSON. `now` only says
/// which facts are past their review; opening hours stand beside, for the page to judge by its own clock.
///
/// # Errors
/// When the packs are damaged or do not know a fact of a door.
pub fn first_steps(country: &str, now: &Zoned) -> Result<String, Refusal> {
    let knowledge = Knowledge::embedded().map_err(Refusal::defect)?;
    let mut doors: BTreeMap<&str, BTreeMap<&str, Plan>> = BTreeMap::new();
    for (door, kind, facts) in DOORS {
        for (name, age) in AGES {
            let facts = facts.iter().map(|fact| (*fact).to_owned()).collect();
            let answers = Answers { kind: kind.to_owned(), facts, age, country: country.to_owned() };
            let request = answers.request(country, &PlanProgress::default(), now)?;
            let mut plan = plan_from(&knowledge, &request);
            for helpline in &mut plan.helplines {
                helpline.opening = Opening::Unknown;
            }
            doors.entry(door).or_default().insert(name, plan);
        }
    }
    let mut lines: Vec<&HelplineRecord> = knowledge.helplines().iter().filter(|line| line.is_for(country)).collect();
    lines.sort_by_key(|line| line.rank);
    let helplines = lines.into_iter().map(HelplineView::of).collect();
    let prevention = (knowledge.prevention(country).into_iter())
        .map(|rule| RuleView {
            title: rule.title(),
            text: rule.text(),
            why: &rule.why,
            verified: rule.verified(now.date()),
        })
        .collect();
    to_json(&FirstSteps { knowledge_version: knowledge.version().to_string(), doors, helplines, prevention })
}

impl<'a> HelplineView<'a> {
    fn of(line: &'a HelplineRecord) -> Self {
        Self {
            id: line.id(),
            title: line.title(),
            text: line.text(),
            phone: line.phone.as_deref(),
            url: line.url.as_deref(),
            hours: &line.hours,
            zone: &line.zone,
            opening: &line.opening,
            serves: &line.serves,
            role: line.role,
            sources: line.sources(),
            checked_on: line.checked_on(),
        }
    }
}
