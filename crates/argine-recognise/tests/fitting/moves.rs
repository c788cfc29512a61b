//! Moves: for each stage and tactic, a sum asked for or paid and a limit set, one logistic regression over the cues of an entry and what
//! came before, and small trees that mend it.
//!
//! The trees mend what is said of authors whom the regression does not know: else they would trust it more than it deserves.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use argine_model::{Stage, Tactic};
use argine_recognise::{Forest, Recogniser, Scene, Trail, WeightTable};

use super::boosting::{Growth, State, grow};
use super::sayings::Chance;
use super::{AT_ONCE, Entries, PARTS};
use crate::annotated::{Annotated, SIGNS};

const ROUNDS: usize = 20;
const STEP: f64 = 0.08;
const PENALTY: f64 = 0.001;
/// How the trees grow.
const GROWTH: Growth = Growth { trees: 30, rate: 0.1, leaves: 6, fewest: 20, penalty: 5.0, looked_at: 4 };

/// Labels from here on are of sums alone.
const SUMS_FROM: usize = Stage::ALL.len() + Tactic::ALL.len() + 1;

/// An entry of blackmail.
struct Example<'a> {
    /// Its cues, then those of the entries before it, at places further on.
    state: Vec<(u16, f64)>,
    truths: Vec<usize>,
    /// Whether it names a sum: of others nobody asks which sum they mean.
    names_sum: bool,
    by_owner: bool,
    said: &'a [(u8, i16)],
    /// The conversation, and the part of the authors that its author is of.
    conversation: usize,
    part: usize,
}

impl Example<'_> {
    /// Whether the entry shows what a label says; not known of a sum where it names none.
    fn shows(&self, label: usize) -> Option<bool> {
        (self.names_sum || label < SUMS_FROM).then(|| self.truths.contains(&label))
    }
}

/// Linear weights.
struct Linear {
    weights: Vec<Vec<f64>>,
    bias: Vec<f64>,
}

pub(super) fn write(
    recogniser: &Recogniser,
    sets: &[&Annotated],
    read: &[Entries],
    parts: &[usize],
    count: usize,
    sayings: usize,
    table: &mut WeightTable,
) {
    let labels: Vec<String> = Stage::ALL
        .iter()
        .map(|stage| format!("stage.{}", stage.id()))
        .chain(Tactic::ALL.iter().map(|tactic| format!("tactic.{}", tactic.id())))
        .chain(SIGNS.iter().map(|(_, sign)| (*sign).to_owned()))
        .collect();
    let examples = examples(recogniser, sets, read, parts, count, &labels);
    let fit = |is_known: &dyn Fn(usize) -> bool| {
        let known: Vec<&Example<'_>> = examples.iter().filter(|example| is_known(example.part)).collect();
        Linear::fit(&known, count, labels.len())
    };
    let whole = fit(&|_| true);
    let strangers: Vec<Linear> = (0..PARTS).map(|stranger| fit(&|part| part != stranger)).collect();
    let mut scenes = Vec::new();
    let mut scene = Scene::new(sayings, labels.len());
    let mut before = None;
    for example in &examples {
        if before.replace(example.conversation) != Some(example.conversation) {
            scene = Scene::new(sayings, labels.len());
        }
        let likely = strangers[example.part].likely(&example.state);
        scenes.push((scene.next(example.by_owner, example.said, &likely).to_vec(), likely));
    }
    let next = Mutex::new(0..labels.len());
    let done = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let Some(label) = next.lock().unwrap().next() else { break };
                    let states: Vec<State<&[i16]>> = examples
                        .iter()
                        .zip(&scenes)
                        .filter(|(_, (_, likely))| likely[label] >= Scene::LIKELY)
                        .filter_map(|(example, (features, likely))| {
                            let is_so = example.shows(label)?;
                            Some(State { features: features.as_slice(), is_so, weight: 1.0, known: likely[label] })
                        })
                        .collect();
                    let seed = 0x1f83_d9ab_fb41_bd6b_u64.wrapping_add(u64::try_from(label).unwrap());
                    let trees = grow(&states, &GROWTH, &mut Chance(seed));
                    done.lock().unwrap().insert(label, Forest { trees });
                }
            });
        }
    });
    table.mended = done.into_inner().unwrap().into_values().collect();
    table.moves = labels.into_iter().zip(whole.bias).collect();
    let kept = |row: &[f64]| {
        (0_u8..).zip(row).filter(|(_, weight)| weight.abs() >= 0.1).map(|(at, weight)| (at, *weight)).collect()
    };
    for (at, cue) in table.cues.iter_mut().enumerate() {
        (cue.now, cue.ago) = (kept(&whole.weights[at]), kept(&whole.weights[at + count]));
    }
}

fn examples<'a>(
    recogniser: &Recogniser,
    sets: &[&Annotated],
    read: &'a [Entries],
    parts: &[usize],
    count: usize,
    labels: &[String],
) -> Vec<Example<'a>> {
    let places: BTreeMap<&str, usize> = labels.iter().zip(0..).map(|(label, at)| (label.as_str(), at)).collect();
    let offset = u16::try_from(count).unwrap();
    let mut examples = Vec::new();
    for (conversation, (one, (entries, part))) in sets.iter().zip(read.iter().zip(parts)).enumerate() {
        if !one.truth.kind.is_sextortion() {
            continue;
        }
        let with_sums = recogniser.with_sums(&one.conversation);
        let mut trail = Trail::default();
        for entry in entries {
            let mut state: Vec<(u16, f64)> = entry.cues.iter().map(|cue| (*cue, 1.0)).collect();
            state.extend(trail.values(entry.message).map(|(cue, value)| (cue + offset, value)));
            let stages = one.truth.stages.iter().map(|(name, at)| (format!("stage.{name}"), at));
            let tactics = one.truth.tactics.iter().map(|(name, at)| (format!("tactic.{name}"), at));
            let signs = one.truth.signs.iter().map(|(name, at)| ((*name).to_owned(), at));
            let truths = stages.chain(tactics).chain(signs).filter(|(_, at)| at.contains(&entry.message));
            examples.push(Example {
                state,
                truths: truths.map(|(name, _)| places[name.as_str()]).collect(),
                names_sum: with_sums.binary_search(&entry.message).is_ok(),
                by_owner: entry.by_owner,
                said: &entry.said,
                conversation,
                part: *part,
            });
            for cue in &entry.cues {
                trail.add(*cue, entry.message);
            }
        }
    }
    examples
}

impl Linear {
    fn fit(examples: &[&Example<'_>], count: usize, size: usize) -> Self {
        let mut linear = Self { weights: vec![vec![0.0; size]; 2 * count], bias: vec![-3.0; size] };
        for round in 0..ROUNDS {
            let step = STEP / (1.0 + f64::from(u32::try_from(round).unwrap()) / 5.0);
            for example in examples {
                let errors: Vec<f64> = linear
                    .likely(&example.state)
                    .iter()
                    .enumerate()
                    .map(|(label, score)| {
                        let error = |shows| 1.0 / (1.0 + (-score).exp()) - f64::from(u8::from(shows));
                        example.shows(label).map_or(0.0, error)
                    })
                    .collect();
                for (bias, error) in linear.bias.iter_mut().zip(&errors) {
                    *bias -= step * error;
                }
                for (cue, value) in &example.state {
                    for (weight, error) in linear.weights[usize::from(*cue)].iter_mut().zip(&errors) {
                        *weight -= step * (error * value + PENALTY * *weight);
                    }
                }
            }
        }
        linear
    }

    /// How likely each label is, as log odds.
    fn likely(&self, state: &[(u16, f64)]) -> Vec<f64> {
        let mut scores = self.bias.clone();
        for (cue, value) in state {
            for (score, weight) in scores.iter_mut().zip(&self.weights[usize::from(*cue)]) {
                *score += weight * value;
            }
        }
        scores
    }
}
