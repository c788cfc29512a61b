//! Floors for each annotated set, which may only be raised. The weights were fitted on these sets, so the figures keep
//! from going back and are no measure of quality; `docs/recognition.md` has the figures across authors.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test's own reader of its own data"
)]

mod annotated;
mod figures;

use annotated::read_set;
use argine_recognise::Recogniser;
use figures::{Figures, Owner, assess_all};

struct Floor {
    set: &'static str,
    recall: f64,
    false_alarms: f64,
    kinds: f64,
    stages: f64,
    tactics: f64,
    urgency: f64,
}

/// In the order of the figures: recall, false alarms, kinds, stages, tactics, urgency.
const FLOORS: [Floor; 18] = [
    floor("rules-set", [0.9, 0.02, 0.93, 0.88, 0.85, 0.9]),
    floor("rules-set-third-hand", [0.9, 0.02, 0.93, 0.88, 0.83, 0.85]),
    floor("calibration-set", [0.85, 0.025, 0.92, 0.8, 0.78, 0.85]),
    floor("rules-set-fourth-hand", [0.9, 0.02, 0.92, 0.85, 0.8, 0.85]),
    floor("rules-set-fifth-hand", [0.9, 0.02, 0.93, 0.85, 0.8, 0.85]),
    floor("rules-set-sixth-hand", [0.9, 0.02, 0.92, 0.85, 0.8, 0.85]),
    floor("rules-set-seventh-hand", [0.9, 0.02, 0.93, 0.85, 0.8, 0.85]),
    floor("rules-set-eighth-hand", [0.9, 0.02, 0.93, 0.85, 0.8, 0.85]),
    floor("rules-set-ninth-hand", [0.9, 0.02, 0.93, 0.85, 0.8, 0.85]),
    floor("rules-set-tenth-hand", [0.8, 0.02, 0.86, 0.85, 0.8, 0.77]),
    // Hands whose words teach nothing: alarm, kinds and moves alone are fitted on them.
    floor("rules-set-eleventh-hand", [0.57, 0.04, 0.65, 0.66, 0.61, 0.45]),
    floor("rules-set-twelfth-hand", [0.6, 0.04, 0.65, 0.68, 0.65, 0.55]),
    floor("rules-set-thirteenth-hand", [0.57, 0.04, 0.68, 0.66, 0.58, 0.55]),
    floor("rules-set-fourteenth-hand", [0.57, 0.04, 0.64, 0.66, 0.61, 0.53]),
    floor("rules-set-fifteenth-hand", [0.67, 0.04, 0.69, 0.68, 0.63, 0.61]),
    floor("rules-set-sixteenth-hand", [0.57, 0.04, 0.6, 0.63, 0.58, 0.43]),
    floor("rules-set-seventeenth-hand", [0.71, 0.04, 0.72, 0.8, 0.72, 0.74]),
    floor("rules-set-eighteenth-hand", [0.61, 0.04, 0.7, 0.69, 0.65, 0.52]),
];

const fn floor(set: &'static str, figures: [f64; 6]) -> Floor {
    let [recall, false_alarms, kinds, stages, tactics, urgency] = figures;
    Floor { set, recall, false_alarms, kinds, stages, tactics, urgency }
}

#[test]
fn every_set_keeps_its_floor() {
    let recogniser = Recogniser::embedded().unwrap();
    let below: Vec<String> = FLOORS.iter().flat_map(|floor| below(&recogniser, floor)).collect();
    assert!(below.is_empty(), "{}", below.join("\n"));
}

/// What is told where a set is below its floor, with its owner known and not.
fn below(recogniser: &Recogniser, floor: &Floor) -> Vec<String> {
    let set = read_set(floor.set);
    let told = [Owner::Known, Owner::Unknown].into_iter().filter_map(|owner| {
        let judged = assess_all(recogniser, &set, owner);
        let figures = Figures::of(&judged);
        let kept = figures.recall() >= floor.recall
            && figures.false_alarms() <= floor.false_alarms
            && figures.accuracy() >= floor.kinds
            && figures.stage_f1() >= floor.stages
            && figures.tactic_f1() >= floor.tactics
            && figures.urgency_kappa() >= floor.urgency;
        let missed = judged.iter().filter(|(truth, found)| truth.kind.is_sextortion() && !found.alert.raised);
        let missed: Vec<&str> = missed.map(|(truth, _)| truth.language.as_str()).collect();
        (!kept).then(|| format!("{}, owner {owner:?}, missed in {missed:?}\n{figures}", floor.set))
    });
    told.collect()
}
