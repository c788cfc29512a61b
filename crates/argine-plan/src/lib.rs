//! Plan.
use argine_knowledge::Knowledge;
use argine_model::{AgeClass, Assessment, Plan, Platform};
use jiff::{Zoned, civil};

/// What the plan is made for.
#[derive(Debug, Clone)]
pub struct Situation<'a> {
    /// What is happening.
    pub assessment: &'a Assessment,
    /// Where it happened.
    pub platforms: &'a [Platform],
    /// Age.
    pub age: AgeClass,
    /// Where the person is: ISO 3166-1 alpha-2, lower case.
    pub country: &'a str,
    /// First threat, civil date, as far as the conversation shows: when the person learned of the fact.
    pub learned_on: Option<civil::Date>,
    /// Clock of the case.
    pub now: &'a Zoned,
}

/// Makes the plan.
pub fn plan(_knowledge: &Knowledge, _situation: &Situation<'_>) -> Plan {
    unimplemented!()
}
