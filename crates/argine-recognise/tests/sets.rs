//! A floor for the annotated sets, which may only be raised. The weights were fitted on these sets, so the figures keep
//! from going back and are no measure of quality; `docs/recognition.md` has the figures of authors on whom nothing was fitted.

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

/// What every set keeps, whoever wrote it: recall and false alarms, kinds, stages, tactics, urgency.
const RECALL: f64 = 0.92;
/// Recall where little is shown: a few entries cut out of a chat, some without a threat, others without what is held.
const RECALL_OF_CUTS: f64 = 0.85;
const FALSE_ALARMS: f64 = 0.025;
const KINDS: f64 = 0.87;
const STAGES: f64 = 0.85;
const TACTICS: f64 = 0.72;
const URGENCY: f64 = 0.83;

const SETS: [&str; 35] = [
    "rules-set",
    "rules-set-third-hand",
    "calibration-set",
    "rules-set-fourth-hand",
    "rules-set-fifth-hand",
    "rules-set-sixth-hand",
    "rules-set-seventh-hand",
    "rules-set-eighth-hand",
    "rules-set-ninth-hand",
    "rules-set-tenth-hand",
    "rules-set-eleventh-hand",
    "rules-set-twelfth-hand",
    "rules-set-thirteenth-hand",
    "rules-set-fourteenth-hand",
    "rules-set-fifteenth-hand",
    "rules-set-sixteenth-hand",
    "rules-set-seventeenth-hand",
    "rules-set-eighteenth-hand",
    "rules-set-twentysecond-hand",
    "rules-set-twentythird-hand",
    "rules-set-twentyfifth-hand",
    "rules-set-twentysixth-hand",
    "rules-set-twentyseventh-hand",
    "rules-set-twentyeighth-hand",
    "rules-set-twentyninth-hand",
    "rules-set-thirtythird-hand",
    "rules-set-thirtyfourth-hand",
    "rules-set-thirtyfifth-hand",
    "rules-set-thirtysixth-hand",
    "rules-set-thirtyeighth-hand",
    "rules-set-fortyfirst-hand",
    "rules-set-fortysecond-hand",
    "rules-set-fortysixth-hand",
    "rules-set-fiftieth-hand",
    CUTS,
];
/// Three to twelve entries, cut out of a chat.
const CUTS: &str = "rules-set-fortyfourth-hand";
/// Ordinary talk alone.
const ORDINARY: [&str; 4] = [
    "rules-set-thirtieth-hand",
    "rules-set-thirtysecond-hand",
    "rules-set-thirtyninth-hand",
    "rules-set-fortyninth-hand",
];

#[test]
fn every_set_keeps_the_floor() {
    let recogniser = Recogniser::embedded().unwrap();
    let below: Vec<String> = SETS.iter().flat_map(|set| below(&recogniser, set)).collect();
    assert!(below.is_empty(), "{}", below.join("\n"));
}

#[test]
fn ordinary_talk_is_left_alone() {
    let recogniser = Recogniser::embedded().unwrap();
    for name in ORDINARY {
        let set = read_set(name);
        let judged = assess_all(&recogniser, &set, Owner::Unknown);
        let figures = Figures::of(&judged);
        assert!(figures.false_alarms() <= FALSE_ALARMS, "{name}\n{figures}");
    }
}

/// What is told where a set is below the floor, with its owner known and not.
fn below(recogniser: &Recogniser, name: &str) -> Vec<String> {
    let set = read_set(name);
    let told = [Owner::Known, Owner::Unknown].into_iter().filter_map(|owner| {
        let judged = assess_all(recogniser, &set, owner);
        let figures = Figures::of(&judged);
        let recall = if name == CUTS { RECALL_OF_CUTS } else { RECALL };
        let kept = figures.recall() >= recall
            && figures.false_alarms() <= FALSE_ALARMS
            && figures.accuracy() >= KINDS
            && figures.stage_f1() >= STAGES
            && figures.tactic_f1() >= TACTICS
            && figures.urgency_kappa() >= URGENCY;
        let missed = judged.iter().filter(|(truth, found)| truth.kind.is_sextortion() && !found.alert.raised);
        let missed: Vec<&str> = missed.map(|(truth, _)| truth.language.as_str()).collect();
        (!kept).then(|| format!("{name}, owner {owner:?}, missed in {missed:?}\n{figures}"))
    });
    told.collect()
}
