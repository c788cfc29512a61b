//! What can only be seen with cases and countries in mind: reading ease, reach, what a country cannot be without.

use std::collections::BTreeSet;

use argine_model::{Action, Language};

use super::{LintFinding, LintRule, finding};
use crate::{CaseFact, Expression, Fact, Facts, HelpRole, Knowledge, Record, gulpease};

/// From here on somebody with eight years of school reads without help.
const EASY: i64 = 60;

/// A country of which the packs say nothing.
const ELSEWHERE: &str = "zz";

pub(super) fn check(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    check_reading_ease(knowledge, findings);
    check_reach(knowledge, findings);
    check_countries(knowledge, findings);
    check_intrusion(knowledge, findings);
}

/// Every title and text of what a person is told to do or not to do; sub-steps are read one after the other.
fn check_reading_ease(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    let steps = knowledge.steps().iter().map(|record| record as &dyn Record);
    let never = knowledge.never().iter().map(|record| record as &dyn Record);
    let paths = knowledge.paths().iter().map(|record| record as &dyn Record);
    let prevention = knowledge.prevention_everywhere().iter().map(|record| record as &dyn Record);
    let outlook = knowledge.outlook_everywhere().iter().map(|record| record as &dyn Record);
    for record in steps.chain(never).chain(paths).chain(prevention).chain(outlook) {
        let fields: BTreeSet<&str> = record.texts().iter().map(|(field, _)| *field).collect();
        for field in fields {
            let texts = record.texts();
            let of_field = texts.iter().filter(|(found, _)| *found == field);
            let words: Vec<&str> = of_field.map(|(_, text)| text.in_language(Language::It)).collect();
            let ease = gulpease(&words.join(" "));
            if ease < EASY {
                let problem = format!("{field}: Gulpease {ease}, at least {EASY} is due; shorter words and sentences");
                findings.push(finding(record.id(), LintRule::HardToRead, problem));
            }
        }
    }
}

/// A record that no case reaches is never read by anybody, and its mistakes never found.
fn check_reach(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    let situations: Vec<Facts> = knowledge.situations().iter().map(crate::knowledge::NamedSituation::facts).collect();
    let countries = countries(knowledge);
    let reached = |country: &str, holds: &dyn Fn(&Facts) -> bool| {
        let own = [country];
        let everywhere: Vec<&str> = countries.iter().copied().chain([ELSEWHERE]).collect();
        let places = if matches!(country, "any" | "eu") { everywhere.as_slice() } else { own.as_slice() };
        places.iter().any(|place| situations.iter().any(|facts| holds(&in_country(facts, place))))
    };
    for record in knowledge.records() {
        let is_met = record.applies_if().is_none_or(|when| reached(record.country(), &|facts| when.holds(facts)));
        if !is_met {
            findings.push(finding(record.id(), LintRule::Unreachable, "no situation of situations.toml reaches it"));
        }
    }
    for step in knowledge.steps() {
        for other in &step.rank_if {
            let both =
                |facts: &Facts| other.applies_if.holds(facts) && step.applies_if().is_none_or(|when| when.holds(facts));
            if !reached(step.country(), &both) {
                let problem = format!("no situation reaches its rank `{}`", other.applies_if);
                findings.push(finding(step.id(), LintRule::Unreachable, problem));
            }
        }
    }
    for (situation, facts) in knowledge.situations().iter().zip(&situations) {
        if [CaseFact::Adult, CaseFact::Minor, CaseFact::AgeUnknown].iter().filter(|age| facts.has(**age)).count() != 1 {
            findings.push(finding(&situation.name, LintRule::Unreachable, "a situation has exactly one age"));
        }
    }
}

fn in_country(facts: &Facts, country: &str) -> Facts {
    let mut facts = facts.clone();
    facts.insert(Fact::Country(country.to_owned()), []);
    facts
}

/// Countries that have a pack.
fn countries(knowledge: &Knowledge) -> BTreeSet<&str> {
    knowledge.records().map(Record::country).filter(|country| !matches!(*country, "any" | "eu")).collect()
}

/// A country pack has at least: an offence, the emergency number, somebody who listens, a line for minors, where to
/// report and how to get images taken down; and a step for every action.
fn check_countries(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    for country in countries(knowledge) {
        if !knowledge.statutes().iter().any(|statute| statute.country() == country) {
            findings.push(finding(country, LintRule::CountryCore, "the pack names no offence"));
        }
        for role in HelpRole::CORE {
            let own = |line: &crate::HelplineRecord| line.country() == country && line.role == role;
            if !knowledge.helplines().iter().any(own) {
                findings.push(finding(country, LintRule::CountryCore, format!("the pack has nobody for {role:?}")));
            }
        }
        for action in Action::ALL {
            if !knowledge.steps().iter().any(|step| step.action == *action && step.is_for(country)) {
                let problem = format!("no step carries out `{}`", action.id());
                findings.push(finding(country, LintRule::ActionWithoutStep, problem));
            }
        }
    }
}

/// Art. 629, third paragraph, c.p. is about coercion by breaking into a system, and about nothing else (L. 90/2024).
fn check_intrusion(knowledge: &Knowledge, findings: &mut Vec<LintFinding>) {
    let hacked = Fact::Case(CaseFact::Hacked);
    for statute in knowledge.statutes().iter().filter(|statute| statute.article.contains("629, comma 3")) {
        if !statute.applies_if().is_some_and(|when| requires(when, &hacked)) {
            let problem = "art. 629 c.3 c.p. holds only with intrusion: `applies_if` must ask for `hacked`";
            findings.push(finding(statute.id(), LintRule::WithoutIntrusion, problem));
        }
    }
}

/// Whether an expression can only be true where the fact holds.
fn requires(when: &Expression, fact: &Fact) -> bool {
    match when {
        Expression::Fact(named) => named == fact,
        Expression::Not(_) => false,
        Expression::And(parts) => parts.iter().any(|part| requires(part, fact)),
        Expression::Or(parts) => parts.iter().all(|part| requires(part, fact)),
    }
}
