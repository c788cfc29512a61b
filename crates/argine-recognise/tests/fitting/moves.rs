//! Moves: one logistic regression for each stage and tactic, over the cues of an entry and what came before.

use std::collections::BTreeMap;

use argine_model::{Stage, Tactic};
use argine_recognise::{Trail, WeightTable};

use super::Entries;
use crate::annotated::Annotated;

const ROUNDS: usize = 20;
const STEP: f64 = 0.08;
const PENALTY: f64 = 0.001;

pub(super) fn write(sets: &[&Annotated], read: &[Entries], count: usize, table: &mut WeightTable) {
    let labels: Vec<String> = Stage::ALL
        .iter()
        .map(|stage| format!("stage.{}", stage.id()))
        .chain(Tactic::ALL.iter().map(|tactic| format!("tactic.{}", tactic.id())))
        .collect();
    let places: BTreeMap<&str, usize> = labels.iter().zip(0..).map(|(label, at)| (label.as_str(), at)).collect();
    // Cues of the entry, then those of the entries before it, at places further on.
    let mut examples = Vec::new();
    for (one, entries) in sets.iter().zip(read).filter(|(one, _)| one.truth.kind.is_sextortion()) {
        let mut trail = Trail::default();
        for (message, cues) in entries {
            let mut state: Vec<(u16, f64)> = cues.iter().map(|cue| (*cue, 1.0)).collect();
            let offset = u16::try_from(count).unwrap();
            state.extend(trail.values(*message).map(|(cue, value)| (cue + offset, value)));
            let stages = one.truth.stages.iter().map(|(name, at)| (format!("stage.{name}"), at));
            let tactics = one.truth.tactics.iter().map(|(name, at)| (format!("tactic.{name}"), at));
            let truths = stages.chain(tactics).filter(|(_, at)| at.contains(message));
            examples.push((state, truths.map(|(name, _)| places[name.as_str()]).collect::<Vec<usize>>()));
            for cue in cues {
                trail.add(*cue, *message);
            }
        }
    }
    let size = labels.len();
    let mut weights = vec![vec![0.0; size]; 2 * count];
    let mut bias = vec![-3.0; size];
    for round in 0..ROUNDS {
        let step = STEP / (1.0 + f64::from(u32::try_from(round).unwrap()) / 5.0);
        for (state, truths) in &examples {
            let mut scores = bias.clone();
            for (cue, value) in state {
                for (score, weight) in scores.iter_mut().zip(&weights[usize::from(*cue)]) {
                    *score += weight * value;
                }
            }
            let errors: Vec<f64> = scores
                .iter()
                .enumerate()
                .map(|(at, score)| 1.0 / (1.0 + (-score).exp()) - f64::from(u8::from(truths.contains(&at))))
                .collect();
            for (bias, error) in bias.iter_mut().zip(&errors) {
                *bias -= step * error;
            }
            for (cue, value) in state {
                for (weight, error) in weights[usize::from(*cue)].iter_mut().zip(&errors) {
                    *weight -= step * (error * value + PENALTY * *weight);
                }
            }
        }
    }
    table.moves = labels.into_iter().zip(bias).collect();
    let kept = |row: &[f64]| {
        (0_u8..).zip(row).filter(|(_, weight)| weight.abs() >= 0.1).map(|(at, weight)| (at, *weight)).collect()
    };
    for (at, cue) in table.cues.iter_mut().enumerate() {
        (cue.now, cue.ago) = (kept(&weights[at]), kept(&weights[at + count]));
    }
}
