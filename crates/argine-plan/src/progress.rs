//! What the person did, skipped or put off, and the order that follows from it.

use std::collections::BTreeMap;

use argine_knowledge::CaseFact;
use argine_model::{Action, Plan, PlanDates, Step, StepState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Request;

/// The state of a plan in a case: a small file beside the plan. Nothing of the conversation is in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanProgress {
    /// Steps and sub-steps by their stable names, contacts as `contact:<handle>`.
    #[serde(default)]
    marks: BTreeMap<String, Mark>,
    /// Facts that the person said after the plan was made.
    #[serde(default)]
    said: Vec<CaseFact>,
    /// Days that the person gave.
    #[serde(default)]
    pub dates: PlanDates,
    /// The answer to the direct question.
    #[serde(default)]
    pub self_harm: Option<SelfHarmAnswer>,
}

/// One mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// What was decided.
    pub state: StepState,
    /// When, by the clock of the device.
    pub time: Timestamp,
}

/// The answer to "are you thinking of harming yourself, or of dying?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelfHarmAnswer {
    /// Yes.
    Yes,
    /// Not sure, or no answer: as yes.
    Unsure,
    /// No: the rest of the plan is no longer on hold. Who answers stays first.
    No,
}

/// A name that no step, sub-step or contact of the plan has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nothing in the plan is called `{0}`")]
pub struct UnknownMark(pub String);

impl PlanProgress {
    /// Marks a step (its place in the plan as shown, or its id) or a sub-step (`2.3`, or its id). [`StepState::Open`] takes
    /// a mark back.
    ///
    /// # Errors
    /// [`UnknownMark`] when the plan has nothing of this name.
    pub fn mark(&mut self, plan: &Plan, name: &str, state: StepState, time: Timestamp) -> Result<(), UnknownMark> {
        let id = resolve(plan, name).ok_or_else(|| UnknownMark(name.to_owned()))?;
        self.set(id, state, time);
        Ok(())
    }

    /// Marks a contact as warned, or takes it back.
    pub fn mark_contact(&mut self, handle: &str, state: StepState, time: Timestamp) {
        self.set(format!("contact:{handle}"), state, time);
    }

    /// Whether a contact was marked as warned.
    pub fn is_warned(&self, handle: &str) -> bool {
        self.state(&format!("contact:{handle}")) == StepState::Done
    }

    /// Adds a fact that the person said.
    pub fn say(&mut self, fact: CaseFact) {
        if !self.said.contains(&fact) {
            self.said.push(fact);
            self.said.sort_unstable();
        }
    }

    /// Puts what the person said since into the request for a new plan: facts, days, the answer to the direct question.
    pub fn add_to(&self, request: &mut Request<'_>) {
        for fact in &self.said {
            request.say(*fact);
        }
        if matches!(self.self_harm, Some(SelfHarmAnswer::Yes | SelfHarmAnswer::Unsure)) {
            request.say(CaseFact::Crisis);
        }
        let (own, said) = (&mut request.dates, &self.dates);
        own.learned_on = said.learned_on.or(own.learned_on);
        own.notice_sent = said.notice_sent.or(own.notice_sent);
        own.notice_time = if said.notice_sent.is_some() { said.notice_time } else { own.notice_time };
        own.published_on = said.published_on.or(own.published_on);
        own.paid_on = said.paid_on.or(own.paid_on);
        own.decision_received = said.decision_received.or(own.decision_received);
    }

    fn set(&mut self, id: String, state: StepState, time: Timestamp) {
        if state == StepState::Open {
            self.marks.remove(&id);
        } else {
            self.marks.insert(id, Mark { state, time });
        }
    }

    fn state(&self, id: &str) -> StepState {
        self.marks.get(id).map(|mark| mark.state).unwrap_or_default()
    }
}

/// The stable name behind `3`, `3.2`, a step's id or a sub-step's id.
fn resolve(plan: &Plan, name: &str) -> Option<String> {
    let (step, sub) = name.split_once('.').map_or((name, None), |(step, sub)| (step, Some(sub)));
    if let Ok(order) = step.parse::<u32>() {
        let step = plan.steps.iter().find(|step| step.order == order)?;
        let Some(sub) = sub else { return Some(step.verified.record.clone()) };
        let place = sub.parse::<usize>().ok()?.checked_sub(1)?;
        return step.how.get(place).map(|sub| sub.id.clone());
    }
    let is_known = |step: &Step| step.verified.record == name || step.how.iter().any(|sub| sub.id == name);
    plan.steps.iter().any(is_known).then(|| name.to_owned())
}

/// The plan as it stands now: ticks in their places, what can be done first, then what was put off with all that rests on
/// it, then what is done or skipped. Where there are signs of self-harm, who answers stays first whatever was ticked.
pub fn with_progress(plan: &Plan, progress: &PlanProgress) -> Plan {
    let mut plan = plan.clone();
    for step in &mut plan.steps {
        for sub in &mut step.how {
            sub.done = progress.state(&sub.id) == StepState::Done;
        }
        let ticked_through = !step.how.is_empty() && step.how.iter().all(|sub| sub.done);
        let own = progress.state(&step.verified.record);
        step.state = if own == StepState::Open && ticked_through { StepState::Done } else { own };
    }
    // What rests on something put off is put off with it, and so on; a step rests on a few others, in a plan of twenty.
    let mut put_off: Vec<Action> = Vec::new();
    while let Some(next) = plan.steps.iter().find(|step| is_put_off(step, &put_off)) {
        put_off.push(next.action);
    }
    let crisis = plan.crisis;
    plan.steps.sort_by_key(|step| {
        let group = match step.state {
            StepState::Open if put_off.contains(&step.action) => 1,
            StepState::Open => 0,
            StepState::Later => 1,
            StepState::Done | StepState::Skipped => 2,
        };
        (!(crisis && step.action == Action::CrisisLine), group, step.order)
    });
    for (step, order) in plan.steps.iter_mut().zip(1..) {
        step.order = order;
    }
    plan
}

fn is_put_off(step: &Step, put_off: &[Action]) -> bool {
    let open = matches!(step.state, StepState::Open | StepState::Later);
    let rests = step.state == StepState::Later || step.after.iter().any(|action| put_off.contains(action));
    open && rests && !put_off.contains(&step.action)
}

/// What to show at a time: at most three open steps. While there are signs of self-harm and nobody has answered the direct
/// question with no, only who answers: everything else is on hold.
pub fn next_steps<'a>(plan: &'a Plan, progress: &PlanProgress) -> Vec<&'a Step> {
    const AT_A_TIME: usize = 3;
    if plan.crisis && progress.self_harm != Some(SelfHarmAnswer::No) {
        return plan.steps.iter().filter(|step| step.action == Action::CrisisLine).take(1).collect();
    }
    let open = plan.steps.iter().filter(|step| step.state == StepState::Open);
    let now: Vec<&Step> = open.take(AT_A_TIME).collect();
    if !now.is_empty() {
        return now;
    }
    plan.steps.iter().filter(|step| step.state == StepState::Later).take(AT_A_TIME).collect()
}
