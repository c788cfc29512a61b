//! What to do now, in order.
//!
//! [`plan`] turns an assessment and the packs into a [`Plan`]: facts of the case, each with the messages that show it
//! ([`case_facts`]); steps, first things first, with signs of self-harm before everything else; what never to do;
//! offences that a complaint may name, with the rule by which a linked offence is prosecuted ex officio; terms, with a
//! safe date one working day earlier; helplines with "open now"; routes of the case's platforms.
//!
//! It does not recognise anything, does not write a sentence (texts come from the packs), sends nothing, promises
//! nothing and never says that it is too late. What applies when is data of `argine-knowledge`; only the order of
//! the whole and the calendar are code. No clock: the moment of the case is given.

mod calendar;
mod facts;
mod law;
mod notice;
mod people;
mod steps;

use argine_knowledge::{CaseFact, Facts, Knowledge, Record};
use argine_model::{AgeClass, Assessment, Because, Kind, Plan, Platform};
use jiff::{Zoned, civil};

pub use calendar::{is_working_day, safe_day_before};
pub use facts::case_facts;
pub use notice::{Fault, NOTICE_SCHEMA, Notice, NoticeFault, Reporter, Signature};

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
    situation: &'a Situation<'a>,
    facts: Facts,
    /// The country whose steps are used: where packs hold none for the person's own, the Italian ones.
    guidance: &'a str,
    /// The day of the case where the person is.
    today: civil::Date,
}

impl Case<'_> {
    fn kind(&self) -> Kind {
        self.situation.assessment.kind.label
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
/// Where the packs hold no steps for the person's country the Italian guidance is used (what to do first is the same
/// everywhere); offences, terms and helplines never are.
pub fn plan(knowledge: &Knowledge, situation: &Situation<'_>) -> Plan {
    let known = knowledge.steps().iter().any(|step| step.country() == situation.country);
    let case = Case {
        knowledge,
        situation,
        facts: case_facts(situation),
        guidance: if known { situation.country } else { "it" },
        today: calendar::today(situation.country, situation.now),
    };
    let mut steps = steps::steps(&case);
    let helplines = people::helplines(&case, &steps);
    let routes = people::routes(&case);
    steps::keep_help_that_is_there(&mut steps, &helplines, &routes);
    let offences = law::offences(&case);
    Plan {
        knowledge_version: knowledge.version().to_owned(),
        country: situation.country.to_owned(),
        kind: case.kind(),
        crisis: case.facts.has(CaseFact::Crisis),
        steps,
        never: steps::never(&case),
        clocks: law::clocks(&case),
        offences,
        helplines,
        routes,
    }
}

#[cfg(test)]
mod tests;
