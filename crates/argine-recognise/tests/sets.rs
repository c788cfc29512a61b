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

#[track_caller]
fn check(floor: &Floor) {
    let recogniser = Recogniser::embedded().unwrap();
    let set = read_set(floor.set);
    for owner in [Owner::Known, Owner::Unknown] {
        let judged = assess_all(&recogniser, &set, owner);
        let figures = Figures::of(&judged);
        let kept = figures.recall() >= floor.recall
            && figures.false_alarms() <= floor.false_alarms
            && figures.accuracy() >= floor.kinds
            && figures.stage_f1() >= floor.stages
            && figures.tactic_f1() >= floor.tactics
            && figures.urgency_kappa() >= floor.urgency;
        let missed = judged.iter().filter(|(truth, found)| truth.kind.is_sextortion() && !found.alert.raised);
        let missed: Vec<&str> = missed.map(|(truth, _)| truth.language.as_str()).collect();
        assert!(kept, "{}, owner {owner:?}, missed in {missed:?}\n{figures}", floor.set);
    }
}

#[test]
fn the_rules_set_keeps_its_floor() {
    check(&Floor {
        set: "rules-set",
        recall: 0.9,
        false_alarms: 0.02,
        kinds: 0.93,
        stages: 0.88,
        tactics: 0.85,
        urgency: 0.9,
    });
}

#[test]
fn the_third_hand_keeps_its_floor() {
    check(&Floor {
        set: "rules-set-third-hand",
        recall: 0.9,
        false_alarms: 0.02,
        kinds: 0.93,
        stages: 0.88,
        tactics: 0.83,
        urgency: 0.85,
    });
}

#[test]
fn the_calibration_set_keeps_its_floor() {
    check(&Floor {
        set: "calibration-set",
        recall: 0.85,
        false_alarms: 0.02,
        kinds: 0.92,
        stages: 0.8,
        tactics: 0.78,
        urgency: 0.85,
    });
}

#[test]
fn the_fourth_hand_keeps_its_floor() {
    check(&Floor {
        set: "rules-set-fourth-hand",
        recall: 0.9,
        false_alarms: 0.02,
        kinds: 0.93,
        stages: 0.85,
        tactics: 0.8,
        urgency: 0.85,
    });
}

#[test]
fn the_fifth_hand_keeps_its_floor() {
    check(&Floor {
        set: "rules-set-fifth-hand",
        recall: 0.9,
        false_alarms: 0.02,
        kinds: 0.93,
        stages: 0.85,
        tactics: 0.8,
        urgency: 0.85,
    });
}

#[test]
fn the_sixth_hand_keeps_its_floor() {
    check(&Floor {
        set: "rules-set-sixth-hand",
        recall: 0.9,
        false_alarms: 0.02,
        kinds: 0.93,
        stages: 0.85,
        tactics: 0.8,
        urgency: 0.85,
    });
}

#[test]
fn the_seventh_hand_keeps_its_floor() {
    check(&Floor {
        set: "rules-set-seventh-hand",
        recall: 0.9,
        false_alarms: 0.02,
        kinds: 0.93,
        stages: 0.85,
        tactics: 0.8,
        urgency: 0.85,
    });
}

#[test]
fn the_eighth_hand_keeps_its_floor() {
    check(&Floor {
        set: "rules-set-eighth-hand",
        recall: 0.9,
        false_alarms: 0.02,
        kinds: 0.93,
        stages: 0.85,
        tactics: 0.8,
        urgency: 0.85,
    });
}
