//! What a plan is made from: facts, advice, days; read from an assessment, or from a plan that was made before.

use argine_knowledge::{CaseFact, Fact, Facts};
use argine_model::{ActionAdvice, MoneyMention, Plan, PlanBasis, PlanDates, PlanFact};
use jiff::Zoned;

use crate::{Situation, case_facts};

/// What a plan is made for, in the terms of the packs.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// What the case shows and what the person said.
    pub facts: Facts,
    /// What the assessment advises.
    pub advised: Vec<ActionAdvice>,
    /// Days that terms run from.
    pub dates: PlanDates,
    /// Sums that entries name, for the reasons.
    details: Vec<(Fact, Vec<String>)>,
    /// Where the person is: ISO 3166-1 alpha-2, lower case.
    pub country: &'a str,
    /// Clock of the case.
    pub now: &'a Zoned,
}

/// A fact of an earlier plan that this program does not know: it was made by a newer one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the plan rests on `{0}`, which this program does not know")]
pub struct UnknownFact(pub String);

impl<'a> Request<'a> {
    /// For facts alone.
    pub fn new(facts: Facts, country: &'a str, now: &'a Zoned) -> Self {
        let mut request =
            Self { facts, advised: Vec::new(), dates: PlanDates::default(), details: Vec::new(), country, now };
        request.facts.insert(Fact::Country(country.to_owned()), []);
        request
    }

    /// For an assessment.
    pub fn of_situation(situation: &Situation<'a>) -> Self {
        let assessment = situation.assessment;
        let mut request = Self::new(case_facts(situation), situation.country, situation.now);
        request.advised.clone_from(&assessment.actions);
        request.dates.learned_on = situation.learned_on;
        request.details = [(CaseFact::MoneyDemand, &assessment.demands), (CaseFact::Paid, &assessment.payments)]
            .into_iter()
            .map(|(fact, sums)| (Fact::Case(fact), sums.iter().map(sum).collect()))
            .collect();
        request
    }

    /// For the same case as an earlier plan, at another moment.
    ///
    /// # Errors
    /// [`UnknownFact`] when a newer program made it.
    pub fn of_plan(plan: &'a Plan, now: &'a Zoned) -> Result<Self, UnknownFact> {
        let PlanBasis { facts: known, advised, dates } = &plan.basis;
        let mut facts = Facts::new();
        let mut details = Vec::new();
        for PlanFact { fact: name, messages, details: said } in known {
            let fact = Fact::parse(name).ok_or_else(|| UnknownFact(name.clone()))?;
            facts.insert(fact.clone(), messages.iter().copied());
            details.push((fact, said.clone()));
        }
        let mut request = Self::new(facts, &plan.country, now);
        request.advised.clone_from(advised);
        request.dates = *dates;
        request.details = details;
        Ok(request)
    }

    /// Adds what the person said. An age that they gave takes the place of "nobody said"; being under 14 is being under 18.
    pub fn say(&mut self, fact: CaseFact) {
        let is_age = matches!(fact, CaseFact::Adult | CaseFact::Minor | CaseFact::Under14);
        // Their own words that they are under 18 are never outweighed by an age typed later.
        if fact == CaseFact::Adult && self.facts.has(CaseFact::Minor) {
            return;
        }
        if is_age {
            self.facts.remove(CaseFact::AgeUnknown);
        }
        if matches!(fact, CaseFact::Minor | CaseFact::Under14) {
            self.facts.remove(CaseFact::Adult);
            self.facts.insert(CaseFact::Minor, []);
        }
        self.facts.insert(fact, []);
    }

    pub(crate) fn basis(&self) -> PlanBasis {
        let facts = self.facts.iter().map(|(fact, messages)| PlanFact {
            fact: fact.to_string(),
            messages: messages.to_vec(),
            details: self.details.iter().find(|(of, _)| of == fact).map(|(_, said)| said.clone()).unwrap_or_default(),
        });
        PlanBasis { facts: facts.collect(), advised: self.advised.clone(), dates: self.dates }
    }
}

/// A sum as it was said: without a currency where nobody named one.
fn sum(mention: &MoneyMention) -> String {
    if mention.currency_inferred {
        return mention.amount.to_string();
    }
    format!("{} {}", mention.amount, mention.currency)
}
