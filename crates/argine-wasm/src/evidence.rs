use std::collections::BTreeSet;

use argine_model::{Because, Evidence, Plan};
use argine_recognise::Recognition;

/// The entries of a conversation that anything said about it rests on: findings, sums, limits, traces, and the reasons of the
/// plan that was made for it.
pub(crate) fn cited(recognition: &Recognition, plan: Option<&Plan>) -> BTreeSet<u32> {
    let found = &recognition.assessment;
    let flags = &found.flags;
    let evidence = [
        &flags.minor_victim.evidence,
        &flags.self_harm.evidence,
        &flags.physical_danger.evidence,
        &flags.publication.evidence,
    ]
    .into_iter()
    .chain(found.proofs.iter().map(|proof| &proof.evidence))
    .chain(found.stages.iter().map(|stage| &stage.evidence))
    .chain(found.tactics.iter().map(|tactic| &tactic.evidence));
    let mut cited: BTreeSet<u32> = evidence.flatten().map(|entry: &Evidence| entry.index).collect();
    cited.extend(found.stages.iter().map(|stage| stage.first_index));
    cited.extend(found.alert.first_index);
    cited.extend(found.demands.iter().chain(&found.payments).map(|mention| mention.index));
    cited.extend(found.deadlines.iter().map(|deadline| deadline.index));
    cited.extend(found.indicators.iter().flat_map(|indicator| indicator.indices.iter().copied()));
    if let Some(plan) = plan {
        let reasons =
            plan.steps.iter().map(|step| &step.because).chain(plan.offences.iter().map(|offence| &offence.because));
        cited.extend(reasons.flatten().flat_map(|because: &Because| because.messages.iter().copied()));
    }
    cited
}
