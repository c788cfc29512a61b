//! Fits the weights: `cargo run --example fit -p argine-recognise -- rules-set calibration-set`.
//!
//! Multinomial logistic regression over the fading cues of a conversation (kinds) and one logistic regression for each
//! stage and tactic over the cues of an entry and what came before, with a penalty on squares, by stochastic descent in a fixed
//! order. Writes `knowledge/recognition/weights.toml`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a command for the desk, over the project's own data"
)]

#[expect(dead_code, reason = "kinds, stages and tactics are fitted, nothing else")]
#[path = "../tests/annotated/mod.rs"]
mod annotated;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use annotated::{Annotated, read_set};
use argine_model::{Kind, Stage, Tactic};
use argine_recognise::{Recogniser, Trail};

/// Probability from which a stage or tactic is found.
const FOUND: f64 = 0.3;
/// So many mixed innocent conversations for each innocent one.
const MIXED: usize = 3;
const ROUNDS: usize = 110;
const STEP: f64 = 0.08;
const PENALTY: f64 = 0.0008;
const MOVE_ROUNDS: usize = 20;
const MOVE_STEP: f64 = 0.08;
const MOVE_PENALTY: f64 = 0.001;

type Sparse = Vec<(u16, f64)>;

struct Example {
    truth: usize,
    /// What stood in memory after each entry.
    states: Vec<Sparse>,
}

fn main() {
    let recogniser = Recogniser::embedded().unwrap();
    let sets: Vec<Annotated> = env::args().skip(1).flat_map(|name| read_set(&name)).collect();
    let read: Vec<Vec<(u32, Vec<u16>)>> = sets.iter().map(|one| recogniser.cues(&one.conversation, 0)).collect();
    let count = 1 + usize::from(read.iter().flatten().flat_map(|entry| &entry.1).max().copied().unwrap());
    let mut file =
        format!("# Written by `cargo run --example fit -p argine-recognise`; never by hand.\nfound = {FOUND}\n");
    let names: Vec<String> =
        (0..count).map(|cue| recogniser.cue_name(u16::try_from(cue).unwrap()).unwrap_or_default()).collect();
    write_kinds(&sets, &read, &names, &mut file);
    write_moves(&sets, &read, &names, &mut file);
    fs::write(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/recognition/weights.toml"), file)
        .unwrap();
}

fn write_kinds(sets: &[Annotated], read: &[Vec<(u32, Vec<u16>)>], names: &[String], file: &mut String) {
    let examples: Vec<Example> = sets
        .iter()
        .zip(read)
        .map(|(one, entries)| {
            let mut trail = Trail::default();
            let states = entries.iter().map(|(message, cues)| {
                for cue in cues {
                    trail.add(*cue, *message);
                }
                trail.values(*message).collect()
            });
            let truth = Kind::ALL.iter().position(|kind| *kind == one.truth.kind).unwrap();
            Example { truth, states: states.collect() }
        })
        .filter(|example| !example.states.is_empty())
        .chain(mixed(sets, read))
        .collect();
    let size = Kind::ALL.len();
    let innocent: Vec<bool> = Kind::ALL.iter().map(|kind| !kind.is_sextortion()).collect();
    let mut weights = vec![vec![0.0; size]; names.len()];
    let mut bias = vec![0.0; size];
    for round in 0..ROUNDS {
        let step = STEP / (1.0 + 4.0 * round_share(round));
        for example in &examples {
            // The state that decides: for blackmail the likeliest, for the rest the one nearest to an alarm.
            let deciding = if round < 10 {
                example.states.len() - 1
            } else {
                let score = |state: &Sparse| -> f64 {
                    let p = softmax(&weights, &bias, state);
                    if innocent[example.truth] {
                        p.iter().zip(&innocent).filter(|(_, innocent)| !**innocent).map(|(p, _)| p).sum()
                    } else {
                        p[example.truth]
                    }
                };
                let scores: Vec<f64> = example.states.iter().map(score).collect();
                (0..scores.len()).max_by(|left, right| scores[*left].total_cmp(&scores[*right])).unwrap()
            };
            for at in [deciding, example.states.len() - 1] {
                let state = &example.states[at];
                let p = softmax(&weights, &bias, state);
                for kind in 0..size {
                    let error = p[kind] - f64::from(u8::from(kind == example.truth));
                    bias[kind] -= step * error;
                    for (cue, value) in state {
                        let weight = &mut weights[usize::from(*cue)][kind];
                        *weight -= step * (error * value + PENALTY * *weight);
                    }
                }
            }
        }
    }
    for (kind, id) in Kind::ALL.iter().enumerate() {
        let _ = write!(file, "\n[kinds.{}]\nbias = {:.3}\n", id.id(), bias[kind]);
        for (name, row) in names.iter().zip(&weights) {
            if row[kind].abs() >= 0.08 {
                let _ = writeln!(file, "\"{name}\" = {:.2}", row[kind]);
            }
        }
    }
}

/// Innocent conversations cut and put together anew: ordinary talk in which anything may stand beside anything.
fn mixed(sets: &[Annotated], read: &[Vec<(u32, Vec<u16>)>]) -> Vec<Example> {
    let innocent: Vec<&Vec<(u32, Vec<u16>)>> =
        sets.iter().zip(read).filter(|(one, _)| one.truth.kind == Kind::Benign).map(|(_, entries)| entries).collect();
    let truth = Kind::ALL.iter().position(|kind| *kind == Kind::Benign).unwrap();
    let count = innocent.len();
    (0..count * MIXED)
        .map(|at| {
            let mut trail = Trail::default();
            let mut states = Vec::new();
            for part in 0..3 {
                let source = innocent[(at * 7 + part * (31 + at / count * 17) + 3 * part) % count];
                let (from, to) = (source.len() * part / 3, source.len() * (part + 1) / 3);
                for (_, cues) in &source[from..to] {
                    let message = u32::try_from(states.len()).unwrap();
                    for cue in cues {
                        trail.add(*cue, message);
                    }
                    states.push(trail.values(message).collect());
                }
            }
            Example { truth, states }
        })
        .filter(|example| !example.states.is_empty())
        .collect()
}

fn round_share(round: usize) -> f64 {
    f64::from(u32::try_from(round).unwrap()) / f64::from(u32::try_from(ROUNDS).unwrap())
}

fn softmax(weights: &[Vec<f64>], bias: &[f64], state: &Sparse) -> Vec<f64> {
    let mut scores = bias.to_vec();
    for (cue, value) in state {
        for (score, weight) in scores.iter_mut().zip(&weights[usize::from(*cue)]) {
            *score += weight * value;
        }
    }
    let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for score in &mut scores {
        *score = (*score - highest).exp();
    }
    let total: f64 = scores.iter().sum();
    scores.iter().map(|score| score / total).collect()
}

fn write_moves(sets: &[Annotated], read: &[Vec<(u32, Vec<u16>)>], names: &[String], file: &mut String) {
    let labels: Vec<String> = Stage::ALL
        .iter()
        .map(|stage| format!("stage.{}", stage.id()))
        .chain(Tactic::ALL.iter().map(|tactic| format!("tactic.{}", tactic.id())))
        .collect();
    let places: BTreeMap<&str, usize> = labels.iter().zip(0..).map(|(label, at)| (label.as_str(), at)).collect();
    let count = names.len();
    // Cues of the entry, then those of the entries before it, at places further on.
    let mut examples: Vec<(Sparse, Vec<usize>)> = Vec::new();
    for (one, entries) in sets.iter().zip(read).filter(|(one, _)| one.truth.kind.is_sextortion()) {
        let mut trail = Trail::default();
        for (message, cues) in entries {
            let mut state: Sparse = cues.iter().map(|cue| (*cue, 1.0)).collect();
            let offset = u16::try_from(count).unwrap();
            state.extend(trail.values(*message).map(|(cue, value)| (cue + offset, value)));
            let stages = one.truth.stages.iter().map(|(name, at)| (format!("stage.{name}"), at));
            let tactics = one.truth.tactics.iter().map(|(name, at)| (format!("tactic.{name}"), at));
            let truths = stages.chain(tactics).filter(|(_, at)| at.contains(message));
            examples.push((state, truths.map(|(name, _)| places[name.as_str()]).collect()));
            for cue in cues {
                trail.add(*cue, *message);
            }
        }
    }
    let size = labels.len();
    let mut weights = vec![vec![0.0; size]; 2 * count];
    let mut bias = vec![-3.0; size];
    for round in 0..MOVE_ROUNDS {
        let step = MOVE_STEP / (1.0 + f64::from(u32::try_from(round).unwrap()) / 5.0);
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
                    *weight -= step * (error * value + MOVE_PENALTY * *weight);
                }
            }
        }
    }
    for (at, label) in labels.iter().enumerate() {
        let _ = write!(file, "\n[moves.\"{label}\"]\nbias = {:.2}\n", bias[at]);
        for (cue, row) in weights.iter().enumerate() {
            if row[at].abs() >= 0.18 {
                let (prefix, cue) = if cue < count { ("", cue) } else { ("ago:", cue - count) };
                let _ = writeln!(file, "\"{prefix}{}\" = {:.2}", names[cue], row[at]);
            }
        }
    }
}
