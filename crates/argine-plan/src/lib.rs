//! What to do now, in order.
//!
//! [`plan`] turns an assessment and the packs into a [`Plan`]: facts of the case, each with the messages that show it
//! ([`case_facts`]); steps, first things first, with signs of self-harm before everything else; what never to do;
//! offences that a complaint may name, with the rule by which a linked offence is prosecuted ex officio; terms, with a
//! safe date one working day earlier; helplines with "open now"; routes of the case's platforms.
//!
//! [`with_progress`] puts ticks into a plan and re-orders it, [`next_steps`] says what to show at a time; [`exposure`],
//! [`chance_of_noticing`] and [`warn_or_not`] are about the person's contacts.
//!
//! It does not recognise anything, does not write a sentence (texts come from the packs), sends nothing, promises
//! nothing and never says that it is too late. What applies when is data of `argine-knowledge`; only the order of
//! the whole and the calendar are code. No clock: the moment of the case is given.

mod calendar;
mod facts;
mod law;
mod notice;
mod odds;
mod path;
mod people;
mod progress;
mod request;
mod sentinels;
mod steps;
mod warning;

use argine_knowledge::{CaseFact, Facts, Knowledge};
use argine_model::{ActionAdvice, AgeClass, Assessment, Because, Kind, Plan, PlanDates, Platform};
use jiff::{Zoned, civil};

pub use calendar::{is_working_day, safe_day_before};
pub use facts::case_facts;
pub use notice::{Fault, NOTICE_SCHEMA, Notice, NoticeFault, Reporter, Signature};
pub use odds::{chance_of_noticing, sentinels_for};
pub use progress::{Mark, PlanProgress, SelfHarmAnswer, UnknownMark, next_steps, with_progress};
pub use request::{Request, UnknownFact};
pub use sentinels::{Closeness, Exposed, Exposure, exposure};
pub use warning::{Factor, WarnAdvice, WarnDecision, warn_or_not};

/// What the plan is made for.
#[derive(Debug, Clone)]
pub struct Situation<'a> {
    /// What is happening.
    pub assessment: &'a Assessment,
    /// Where it happened.
    pub platforms: &'a [Platform],
    /// What is known of the person's age. Signs in the person's own words that they are under 18 count more.
    pub age: AgeClass,
    /// Where the person is: ISO 3166-1 alpha-2, lower case.
    pub country: &'a str,
    /// First threat, civil date, as far as the conversation shows: when the person learned of the fact.
    pub learned_on: Option<civil::Date>,
    /// Clock of the case.
    pub now: &'a Zoned,
}

/// What every part of a plan is chosen from.
#[derive(Debug)]
struct Case<'a> {
    knowledge: &'a Knowledge,
    facts: &'a Facts,
    advised: &'a [ActionAdvice],
    dates: PlanDates,
    country: &'a str,
    now: &'a Zoned,
    /// The day of the case where the person is.
    today: civil::Date,
}

impl Case<'_> {
    fn kind(&self) -> Kind {
        self.facts.kind().unwrap_or(Kind::Benign)
    }

    /// Whether nothing calls for help: no signs of blackmail, of danger or of self-harm.
    fn is_calm(&self) -> bool {
        self.kind() == Kind::Benign
            && !self.facts.has(CaseFact::Crisis)
            && !self.facts.has(CaseFact::PhysicalDanger)
            && !self.facts.has(CaseFact::Paid)
    }

    fn reasons<'f>(&self, facts: impl IntoIterator<Item = &'f argine_knowledge::Fact>) -> Vec<Because> {
        facts
            .into_iter()
            .map(|fact| Because { fact: fact.because_id(), messages: self.facts.messages(fact).to_vec() })
            .collect()
    }
}

/// Makes the plan. Same assessment, packs and clock: same plan.
///
/// What to do first is the same everywhere and has one set of words; where words name offices and numbers, those of the
/// country are used, or none. Offences, terms and helplines of one country are never shown in another.
pub fn plan(knowledge: &Knowledge, situation: &Situation<'_>) -> Plan {
    plan_from(knowledge, &Request::of_situation(situation))
}

/// Makes the plan from facts: those of an assessment, of an earlier plan, or those that a person said.
pub fn plan_from(knowledge: &Knowledge, request: &Request<'_>) -> Plan {
    let case = Case {
        knowledge,
        facts: &request.facts,
        advised: &request.advised,
        dates: request.dates,
        country: request.country,
        now: request.now,
        today: calendar::today(request.country, request.now),
    };
    let mut steps = steps::steps(&case);
    let helplines = people::helplines(&case, &steps);
    let routes = people::routes(&case);
    steps::keep_help_that_is_there(&mut steps, &helplines, &routes);
    let offences = law::offences(&case);
    Plan {
        knowledge_version: knowledge.version().to_string(),
        country: request.country.to_owned(),
        kind: case.kind(),
        crisis: case.facts.has(CaseFact::Crisis),
        steps,
        never: steps::never(&case),
        clocks: law::clocks(&case),
        offences,
        helplines,
        routes,
        path: path::path(&case),
        basis: request.basis(),
    }
}

/// The plan at this moment: from the facts of the one that was made and what the person said since, with their ticks.
///
/// # Errors
/// [`UnknownFact`] when a newer program made it.
pub fn plan_now(knowledge: &Knowledge, made: &Plan, progress: &PlanProgress, now: &Zoned) -> Result<Plan, UnknownFact> {
    // A plan of an earlier program does not say what it rests on: it is shown as it was made.
    if made.basis.facts.is_empty() {
        return Ok(with_progress(made, progress));
    }
    let mut request = Request::of_plan(made, now)?;
    progress.add_to(&mut request);
    Ok(with_progress(&plan_from(knowledge, &request), progress))
}

#[cfg(test)]
mod tests;
