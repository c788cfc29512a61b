//! The alarm: decision trees over what a conversation says in all, by gradient boosting with second derivatives (Friedman 2001; Chen and
//! Guestrin, *`XGBoost`*, 2016), best split first, a fifth of the features for each tree.

use argine_model::{ConversationKind, Kind};
use argine_recognise::{Forest, Question, Recogniser, Tree};

use super::sayings::{Chance, Talk};
use crate::annotated::Annotated;

const TREES: usize = 250;
/// What each tree adds of what it would correct.
const RATE: f64 = 0.06;
/// So many leaves at most.
const LEAVES: usize = 12;
/// So many states at least beyond every split.
const FEWEST: usize = 20;
/// Against leaves that rest on little.
const PENALTY: f64 = 3.0;
/// One in so many features is looked at by a tree.
const LOOKED_AT: u64 = 5;
/// A feature is cut at no more than so many values.
const CUTS: usize = 40;
/// A leaf in units.
const UNITS: f64 = 256.0;
/// So many entries after open pressure began, it is blackmail too.
const SOON: u32 = 3;
/// What such a state counts.
const HALF: f64 = 0.5;
/// An innocent conversation is looked at so many times, since the alarm may ring after any entry,
const PARTS: u32 = 4;
/// and every time counts so much.
const OFTEN: f64 = 0.35;

/// How a conversation stands after an entry.
pub(super) struct State {
    features: Vec<i16>,
    is_blackmail: bool,
    weight: f64,
}

/// The states of an annotated conversation: at its end; blackmail also soon after it is open, what is innocent also in the middle, and with
/// both sides exchanged, since the alarm asks of either whether it blackmails.
pub(super) fn states(recogniser: &Recogniser, one: &Annotated) -> Vec<State> {
    let is_blackmail = one.truth.kind.is_sextortion();
    let state = |features, weight| State { features, is_blackmail, weight };
    let at = |suspect, entry| recogniser.pooled(&one.conversation, suspect, entry);
    if is_blackmail {
        let open = ["threat", "publication", "control", "repeat_demand"];
        let first = open.iter().filter_map(|stage| one.truth.stages.get(*stage)).flatten().min();
        let mut states = vec![state(at(0, u32::MAX), 1.0)];
        states.extend(first.map(|first| state(at(0, first + SOON), HALF)));
        return states;
    }
    let suspects = if one.conversation.kind == ConversationKind::Mail { 1 } else { 2 };
    let entries = u32::try_from(one.conversation.messages.len()).unwrap();
    (0..suspects)
        .flat_map(|suspect| parts(entries).map(move |entry| (suspect, entry)))
        .map(|(suspect, entry)| state(at(suspect, entry), OFTEN))
        .collect()
}

/// The entries after which an innocent conversation is looked at.
fn parts(entries: u32) -> impl Iterator<Item = u32> {
    let last = entries.saturating_sub(1);
    (1..=PARTS).map(move |part| last * part / PARTS)
}

/// The end of a talk put together from lines.
pub(super) fn states_of_talk(recogniser: &Recogniser, talk: &Talk) -> Vec<State> {
    debug_assert!(matches!(talk.kind, Kind::Benign | Kind::OtherScam));
    let entries = u32::try_from(talk.lines.len()).unwrap();
    let at = |entry| recogniser.pooled(&super::conversation(talk), 0, entry);
    parts(entries)
        .skip(1)
        .step_by(2)
        .map(|entry| State { features: at(entry), is_blackmail: false, weight: OFTEN })
        .collect()
}

/// A column of the states: where it is cut, and between which cuts each state lies.
struct Column {
    limits: Vec<i16>,
    bins: Vec<u8>,
}

/// A part of the states that may still be split.
struct Part {
    states: Vec<usize>,
    slope: f64,
    bend: f64,
    /// The question whose child it is, and which child.
    parent: Option<(usize, usize)>,
    split: Option<Split>,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    feature: usize,
    bin: u8,
}

pub(super) fn fit(states: &[State]) -> Forest {
    let width = states.first().unwrap().features.len();
    let columns: Vec<Column> = (0..width).map(|feature| column(states, feature)).collect();
    let total: f64 = states.iter().map(|state| state.weight).sum();
    let yes: f64 = states.iter().filter(|state| state.is_blackmail).map(|state| state.weight).sum();
    let bias = leaf((yes / (total - yes)).ln());
    let mut trees = vec![Tree { questions: Vec::new(), leaves: vec![bias] }];
    let mut scores = vec![f64::from(bias) / UNITS; states.len()];
    let mut chance = Chance(0x3c6e_f372_fe94_f82b);
    while trees.len() < TREES {
        let looked_at: Vec<usize> =
            (0..width).filter(|at| chance.is_drawn(LOOKED_AT) && !columns[*at].limits.is_empty()).collect();
        let slopes: Vec<(f64, f64)> = states
            .iter()
            .zip(&scores)
            .map(|(state, score)| {
                let p = 1.0 / (1.0 + (-score).exp());
                ((p - f64::from(u8::from(state.is_blackmail))) * state.weight, p * (1.0 - p) * state.weight)
            })
            .collect();
        let tree = grow(&columns, &looked_at, &slopes, &mut scores);
        trees.push(tree);
    }
    Forest { trees }
}

fn column(states: &[State], feature: usize) -> Column {
    let mut values: Vec<i16> = states.iter().map(|state| state.features[feature]).collect();
    values.sort_unstable();
    let highest = values[values.len() - 1];
    let mut limits: Vec<i16> = values.clone();
    limits.dedup();
    if limits.len() > CUTS {
        // Evenly among the states that show anything: most show nothing.
        let lowest = values[0];
        let shown = &values[values.partition_point(|value| *value == lowest)..];
        limits = (0..CUTS).map(|cut| shown[cut * shown.len() / CUTS]).collect();
        limits.insert(0, lowest);
        limits.dedup();
    }
    limits.retain(|limit| *limit < highest);
    let bin = |state: &State| u8::try_from(limits.partition_point(|limit| *limit < state.features[feature])).unwrap();
    let bins = states.iter().map(bin).collect();
    Column { limits, bins }
}

fn grow(columns: &[Column], looked_at: &[usize], slopes: &[(f64, f64)], scores: &mut [f64]) -> Tree {
    let part = |states: Vec<usize>, parent| {
        let slope = states.iter().map(|at| slopes[*at].0).sum();
        let bend = states.iter().map(|at| slopes[*at].1).sum();
        let mut part = Part { states, slope, bend, parent, split: None };
        part.split = best(columns, looked_at, slopes, &part);
        part
    };
    let mut questions: Vec<Question> = Vec::new();
    let mut parts = vec![part((0..slopes.len()).collect(), None)];
    while parts.len() < LEAVES {
        let gain = |part: &Part| part.split.map_or(0.0, |split| split.gain);
        let next = (0..parts.len()).max_by(|left, right| gain(&parts[*left]).total_cmp(&gain(&parts[*right]))).unwrap();
        let Some(split) = parts[next].split else { break };
        let whole = parts.swap_remove(next);
        let column = &columns[split.feature];
        let (low, high): (Vec<usize>, Vec<usize>) = whole.states.iter().partition(|at| column.bins[**at] <= split.bin);
        let place = questions.len();
        if let Some((parent, child)) = whole.parent {
            questions[parent].children[child] = u8::try_from(place).unwrap();
        }
        let limit = column.limits[usize::from(split.bin)];
        questions.push(Question { feature: u16::try_from(split.feature).unwrap(), limit, children: [0, 0] });
        parts.push(part(low, Some((place, 0))));
        parts.push(part(high, Some((place, 1))));
    }
    let mut leaves = Vec::new();
    for part in &parts {
        if let Some((parent, child)) = part.parent {
            questions[parent].children[child] = 128 + u8::try_from(leaves.len()).unwrap();
        }
        let value = leaf(-RATE * part.slope / (part.bend + PENALTY));
        leaves.push(value);
        for at in &part.states {
            scores[*at] += f64::from(value) / UNITS;
        }
    }
    Tree { questions, leaves }
}

fn best(columns: &[Column], looked_at: &[usize], slopes: &[(f64, f64)], part: &Part) -> Option<Split> {
    if part.states.len() < 2 * FEWEST {
        return None;
    }
    let worth = |slope: f64, bend: f64| slope * slope / (bend + PENALTY);
    let whole = worth(part.slope, part.bend);
    let mut best: Option<Split> = None;
    let mut sums = [(0.0, 0.0, 0_usize); 256];
    for feature in looked_at {
        let column = &columns[*feature];
        sums.fill((0.0, 0.0, 0));
        for at in &part.states {
            let sum = &mut sums[usize::from(column.bins[*at])];
            *sum = (sum.0 + slopes[*at].0, sum.1 + slopes[*at].1, sum.2 + 1);
        }
        let mut low = (0.0, 0.0, 0);
        for (bin, sum) in (0_u8..).zip(&sums[..column.limits.len()]) {
            low = (low.0 + sum.0, low.1 + sum.1, low.2 + sum.2);
            if low.2 < FEWEST || part.states.len() - low.2 < FEWEST {
                continue;
            }
            let gain = worth(low.0, low.1) + worth(part.slope - low.0, part.bend - low.1) - whole;
            if gain > best.map_or(1e-9, |best| best.gain) {
                best = Some(Split { gain, feature: *feature, bin });
            }
        }
    }
    best
}

#[expect(clippy::cast_possible_truncation, reason = "rounded and clamped")]
fn leaf(log_odds: f64) -> i16 {
    (log_odds * UNITS).round().clamp(-30_000.0, 30_000.0) as i16
}
