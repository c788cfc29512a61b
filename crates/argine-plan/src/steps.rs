use std::collections::BTreeMap;

use argine_knowledge::{CaseFact, Fact, HelpRole, PaymentRecord, Record, StepRecord};
use argine_model::{
    Action, Because, Helpline, Localised, NeverRule, Route, Source, Step, StepState, SubStep, Verified,
};

use crate::facts::facts_of_reason;
use crate::{Case, people};

/// Why an action is in the plan, and its place in the assessment.
#[derive(Debug, Default)]
struct Call<'a> {
    reasons: Vec<&'a Fact>,
    advised: Vec<Fact>,
    priority: Option<u32>,
}

/// What to do, first things first: the actions that the assessment advises and those that the facts call for, each in
/// the words of the record that fits the case. Signs of self-harm stand before everything.
pub(crate) fn steps(case: &Case<'_>) -> Vec<Step> {
    let mut calls: BTreeMap<Action, Call<'_>> = BTreeMap::new();
    for need in case.knowledge.needs() {
        if let Some(reasons) = need.applies_if.evaluate(case.facts) {
            let shown = need.because.iter().filter(|fact| case.facts.holds(fact));
            calls.entry(need.action).or_default().reasons = shown.chain(reasons).collect();
        }
    }
    for advice in case.advised {
        let call = calls.entry(advice.action).or_default();
        call.priority = Some(call.priority.map_or(advice.priority, |before| before.min(advice.priority)));
        call.advised.extend(advice.because.iter().flat_map(|id| facts_of_reason(id)));
    }

    let mut chosen: Vec<((bool, i32, u32, usize), Step)> = Vec::new();
    for (action, call) in &calls {
        let Some((place, record, own)) = record_for(case, *action) else { continue };
        let crisis = *action == Action::CrisisLine && case.facts.has(CaseFact::Crisis);
        let order = (!crisis, record.rank_in(case.facts), call.priority.unwrap_or(u32::MAX), place);
        chosen.push((order, step(case, record, reasons(case, call, own))));
    }
    chosen.sort_by_key(|(order, _)| *order);
    chosen.into_iter().zip(1..).map(|((_, step), order)| Step { order, ..step }).collect()
}

/// The record that carries out an action in this case: the lowest rank of those that apply; where none does, the first
/// one, because advice is never lost.
fn record_for<'a>(case: &Case<'a>, action: Action) -> Option<(usize, &'a StepRecord, Vec<&'a Fact>)> {
    let records = || {
        case.knowledge.steps().iter().enumerate().filter(|(_, step)| step.action == action && step.is_for(case.country))
    };
    records()
        .filter_map(|(place, step)| Some((place, step, step.applies(case.facts)?)))
        .min_by_key(|(place, step, _)| (step.rank_in(case.facts), *place))
        .or_else(|| records().next().map(|(place, step)| (place, step, Vec::new())))
}

/// Reasons, each once: what calls for the action, what the assessment says of it, what the record's own words rest on.
fn reasons(case: &Case<'_>, call: &Call<'_>, own: Vec<&Fact>) -> Vec<Because> {
    let mut facts: Vec<&Fact> = Vec::new();
    let advised = call.advised.iter().filter(|fact| case.facts.holds(fact));
    for fact in call.reasons.iter().copied().chain(advised).chain(own) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    // What messages show says more than what is only a name for the whole.
    facts.sort_by_key(|fact| case.facts.messages(fact).is_empty());
    case.reasons(facts)
}

fn step(case: &Case<'_>, record: &StepRecord, because: Vec<Because>) -> Step {
    let mut how = sub_steps(record, &record.how);
    let mut verified = record.verified(case.today);
    match record.action {
        Action::LockPrivacy => add_hardening(case, &mut how, &mut verified),
        Action::BankRecall => add_payments(case, &mut how, &mut verified),
        _ => {}
    }
    Step {
        order: 0,
        action: record.action,
        title: record.title().clone(),
        why: record.why.clone(),
        how,
        helps: helps(case, record),
        because,
        after: record.after.clone(),
        state: StepState::Open,
        verified,
    }
}

/// The settings of each platform of the case, each under its name.
fn add_hardening(case: &Case<'_>, how: &mut Vec<SubStep>, verified: &mut Verified) {
    for guide in case.knowledge.hardening() {
        let here = case.facts.holds(&Fact::Platform(guide.platform.clone()));
        if here && guide.is_for(case.country) && guide.applies(case.facts).is_some() {
            how.extend(sub_steps(guide, &guide.how).into_iter().map(|sub| under(guide.title(), sub)));
            add_sources(verified, &guide.verified(case.today));
        }
    }
}

/// What to do for each way in which money was sent, and which numbers to keep; under its name where there are several.
/// What the step says already is not said twice.
fn add_payments(case: &Case<'_>, how: &mut Vec<SubStep>, verified: &mut Verified) {
    let used: Vec<&PaymentRecord> = case
        .knowledge
        .payments()
        .iter()
        .filter(|payment| case.facts.holds(&Fact::PaidWith(payment.paid_with)) && payment.is_for(case.country))
        .filter(|payment| payment.applies(case.facts).is_some())
        .collect();
    for payment in &used {
        for sub in sub_steps(*payment, payment.how.iter().chain([&payment.format])) {
            if how.iter().any(|said| said.text == sub.text) {
                continue;
            }
            how.push(if used.len() > 1 { under(payment.title(), sub) } else { sub });
        }
        add_sources(verified, &payment.verified(case.today));
    }
}

fn under(title: &Localised, sub: SubStep) -> SubStep {
    let SubStep { id, text, done } = sub;
    let text = Localised { it: format!("{}: {}", title.it, text.it), en: format!("{}: {}", title.en, text.en) };
    SubStep { id, text, done }
}

/// What a record says to do, each thing with the name by which it is ticked.
pub(crate) fn sub_steps<'a>(record: &impl Record, how: impl IntoIterator<Item = &'a Localised>) -> Vec<SubStep> {
    let id = |place: usize| format!("{}#{place}", record.id());
    how.into_iter().zip(1..).map(|(text, place)| SubStep { id: id(place), text: text.clone(), done: false }).collect()
}

/// Who helps: those whom the step names, as far as they are for the country; else those whose role the action asks for.
fn helps(case: &Case<'_>, record: &StepRecord) -> Vec<String> {
    let own = |id: &&String| case.knowledge.record(id).is_some_and(|found| found.is_for(case.country));
    // Who said that they are 18 or over is not sent to the children's line.
    let children =
        |id: &&String| case.knowledge.helplines().iter().any(|line| line.id() == *id && line.role == HelpRole::Minors);
    let own = |id: &&String| own(id) && !(case.facts.has(CaseFact::Adult) && children(id));
    let named: Vec<String> = record.helps.iter().filter(own).cloned().collect();
    if !named.is_empty() || case.country == "it" {
        return named;
    }
    let needs = case.knowledge.needs().iter().find(|need| need.action == record.action);
    needs.map(|need| people::with_roles(case, &need.who)).unwrap_or_default()
}

/// A step that says what several records say is as fresh as the oldest of them.
fn add_sources(verified: &mut Verified, other: &Verified) {
    let new = |source: &&Source| !verified.sources.contains(source);
    let added: Vec<Source> = other.sources.iter().filter(new).cloned().collect();
    verified.sources.extend(added);
    verified.checked_on = verified.checked_on.min(other.checked_on);
    verified.stale |= other.stale;
    verified.to_be_confirmed |= other.to_be_confirmed;
}

/// What never to do, in the order of the packs.
pub(crate) fn never(case: &Case<'_>) -> Vec<NeverRule> {
    let mut chosen: Vec<_> = case
        .knowledge
        .never()
        .iter()
        .filter(|rule| rule.is_for(case.country) && rule.applies(case.facts).is_some())
        .collect();
    chosen.sort_by_key(|rule| rule.rank);
    chosen
        .into_iter()
        .map(|rule| NeverRule { text: rule.text().clone(), why: rule.why.clone(), verified: rule.verified(case.today) })
        .collect()
}

/// Leaves in each step only the help that the plan shows, so that no name leads nowhere.
pub(crate) fn keep_help_that_is_there(steps: &mut [Step], helplines: &[Helpline], routes: &[Route]) {
    let shown = |id: &String| {
        helplines.iter().any(|line| line.verified.record == *id)
            || routes.iter().any(|route| route.verified.record == *id)
    };
    for step in steps {
        step.helps.retain(shown);
    }
}
