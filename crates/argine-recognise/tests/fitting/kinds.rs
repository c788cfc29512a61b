//! Kinds: multinomial logistic regression over the fading cues of a conversation, with a penalty on squares, by
//! stochastic descent in a fixed order.

use argine_model::Kind;
use argine_recognise::{Trail, WeightTable};

use super::Entries;
use super::sayings::Chance;
use crate::annotated::Annotated;

/// So many mixed innocent conversations for each innocent one.
const MIXED: usize = 3;
const ROUNDS: u16 = 110;
const STEP: f32 = 0.08;
const PENALTY: f32 = 0.0008;
/// Of so many cues one is left out at every step, so that none carries a kind alone.
const LEFT_OUT: u64 = 5;
/// What an annotated innocent conversation counts: the sets hold far more hard cases than life does.
const INNOCENT: f32 = 0.6;

/// What those kept count instead.
const MORE: f32 = 1.25;

const KINDS: usize = Kind::ALL.len();

type Sparse = Vec<(u16, f32)>;

struct Example {
    truth: usize,
    /// Whether it is of a set, and not put together.
    is_annotated: bool,
    /// What stood in memory after each entry.
    states: Vec<Sparse>,
}

pub(super) fn write(
    sets: &[&Annotated],
    read: &[Entries],
    talks: &[(Kind, Entries)],
    count: usize,
    table: &mut WeightTable,
) {
    let examples: Vec<Example> = sets
        .iter()
        .zip(read)
        .map(|(one, entries)| (one.truth.kind, entries, true))
        .chain(talks.iter().map(|(kind, entries)| (*kind, entries, false)))
        .map(|(kind, entries, is_annotated)| {
            let mut trail = Trail::default();
            let states = entries.iter().map(|entry| {
                for cue in &entry.cues {
                    trail.add(*cue, entry.message);
                }
                state_of(&trail, entry.message)
            });
            let truth = Kind::ALL.iter().position(|known| *known == kind).unwrap();
            Example { truth, is_annotated, states: states.collect() }
        })
        .filter(|example| !example.states.is_empty())
        .chain(mixed(sets, read))
        .collect();
    let innocent: Vec<bool> = Kind::ALL.iter().map(|kind| !kind.is_sextortion()).collect();
    let mut weights = vec![[0.0_f32; KINDS]; count];
    let mut bias = [0.0_f32; KINDS];
    let mut deciding: Vec<usize> = examples.iter().map(|example| example.states.len() - 1).collect();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for round in 0..ROUNDS {
        let step = STEP / (1.0 + 4.0 * f32::from(round) / f32::from(ROUNDS));
        for (example, deciding) in examples.iter().zip(&mut deciding) {
            // The state that decides: for blackmail the likeliest, for the rest the one nearest to an alarm.
            if round >= 10 && round % 5 == 0 {
                let score = |at: &usize| -> f32 {
                    let p = softmax(&weights, &bias, &example.states[*at]);
                    if innocent[example.truth] {
                        p.iter().zip(&innocent).filter(|(_, innocent)| !**innocent).map(|(p, _)| p).sum()
                    } else {
                        p[example.truth]
                    }
                };
                let every = example.states.len().div_ceil(40);
                let scores = (0..example.states.len()).step_by(every).map(|at| (score(&at), at));
                *deciding = scores.max_by(|left, right| left.0.total_cmp(&right.0)).unwrap().1;
            }
            for at in [*deciding, example.states.len() - 1] {
                let kept = |_: &&(u16, f32)| !chance.is_drawn(LEFT_OUT);
                let state: Sparse =
                    example.states[at].iter().filter(kept).map(|(cue, value)| (*cue, value * MORE)).collect();
                let mut errors = softmax(&weights, &bias, &state);
                errors[example.truth] -= 1.0;
                if innocent[example.truth] && example.is_annotated {
                    errors = errors.map(|error| error * INNOCENT);
                }
                for (bias, error) in bias.iter_mut().zip(&errors) {
                    *bias -= step * error;
                }
                for (cue, value) in &state {
                    for (weight, error) in weights[usize::from(*cue)].iter_mut().zip(&errors) {
                        *weight -= step * (error * value + PENALTY * *weight);
                    }
                }
            }
        }
    }
    table.kinds = Kind::ALL.iter().zip(bias).map(|(kind, bias)| (kind.id().to_owned(), f64::from(bias))).collect();
    for (cue, row) in table.cues.iter_mut().zip(&weights) {
        cue.kinds = (0_u8..)
            .zip(row)
            .filter(|(_, weight)| weight.abs() >= 0.04)
            .map(|(at, weight)| (at, f64::from(*weight)))
            .collect();
    }
}

/// Innocent conversations cut and put together anew: ordinary talk in which anything may stand beside anything.
fn mixed(sets: &[&Annotated], read: &[Entries]) -> Vec<Example> {
    let innocent: Vec<&Entries> =
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
                for entry in &source[from..to] {
                    let message = u32::try_from(states.len()).unwrap();
                    for cue in &entry.cues {
                        trail.add(*cue, message);
                    }
                    states.push(state_of(&trail, message));
                }
            }
            Example { truth, is_annotated: false, states }
        })
        .filter(|example| !example.states.is_empty())
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "half the digits are enough to fit with")]
fn state_of(trail: &Trail, message: u32) -> Sparse {
    trail.values(message).map(|(cue, value)| (cue, value as f32)).collect()
}

fn softmax(weights: &[[f32; KINDS]], bias: &[f32; KINDS], state: &Sparse) -> [f32; KINDS] {
    let mut scores = *bias;
    for (cue, value) in state {
        for (score, weight) in scores.iter_mut().zip(&weights[usize::from(*cue)]) {
            *score += weight * value;
        }
    }
    let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    scores = scores.map(|score| (score - highest).exp());
    let total: f32 = scores.iter().sum();
    scores.map(|score| score / total)
}
