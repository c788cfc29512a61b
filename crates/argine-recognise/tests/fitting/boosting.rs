//! Decision trees by gradient boosting with second derivatives (Friedman 2001; Chen and Guestrin, *`XGBoost`*, 2016), best split first, a part of the
//! features for each tree.

use argine_recognise::{Question, Tree};

use super::sayings::Chance;

/// A feature is cut at no more than so many values.
const CUTS: usize = 40;
/// A leaf in units.
pub(super) const UNITS: f64 = 64.0;

/// What trees learn from: features, and whether it is so.
pub(super) struct State<F> {
    pub(super) features: F,
    pub(super) is_so: bool,
    pub(super) weight: f64,
    /// The log odds that the trees mend.
    pub(super) known: f64,
}

/// How trees grow.
pub(super) struct Growth {
    /// So many trees.
    pub(super) trees: usize,
    /// What each tree adds of what it would correct.
    pub(super) rate: f64,
    /// So many leaves at most.
    pub(super) leaves: usize,
    /// So many states at least beyond every split.
    pub(super) fewest: usize,
    /// Against leaves that rest on little.
    pub(super) penalty: f64,
    /// One in so many features is looked at by a tree.
    pub(super) looked_at: u64,
}

/// The trees, each mending what those before it leave wrong.
pub(super) fn grow<F: AsRef<[i16]>>(states: &[State<F>], growth: &Growth, chance: &mut Chance) -> Vec<Tree> {
    let width = states.first().map_or(0, |state| state.features.as_ref().len());
    let columns: Vec<Column> = (0..width).map(|feature| column(states, feature)).collect();
    let mut scores: Vec<f64> = states.iter().map(|state| state.known).collect();
    let mut trees = Vec::new();
    for _ in 0..growth.trees {
        let looked_at: Vec<usize> =
            (0..width).filter(|at| chance.is_drawn(growth.looked_at) && !columns[*at].limits.is_empty()).collect();
        let slopes: Vec<(f64, f64)> = states
            .iter()
            .zip(&scores)
            .map(|(state, score)| {
                let p = 1.0 / (1.0 + (-score).exp());
                ((p - f64::from(u8::from(state.is_so))) * state.weight, p * (1.0 - p) * state.weight)
            })
            .collect();
        trees.push(tree(&columns, &looked_at, &slopes, growth, &mut scores));
    }
    trees
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

fn column<F: AsRef<[i16]>>(states: &[State<F>], feature: usize) -> Column {
    let mut values: Vec<i16> = states.iter().map(|state| state.features.as_ref()[feature]).collect();
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
    let bin = |state: &State<F>| {
        u8::try_from(limits.partition_point(|limit| *limit < state.features.as_ref()[feature])).unwrap()
    };
    let bins = states.iter().map(bin).collect();
    Column { limits, bins }
}

fn tree(columns: &[Column], looked_at: &[usize], slopes: &[(f64, f64)], growth: &Growth, scores: &mut [f64]) -> Tree {
    let part = |states: Vec<usize>, parent| {
        let slope = states.iter().map(|at| slopes[*at].0).sum();
        let bend = states.iter().map(|at| slopes[*at].1).sum();
        let mut part = Part { states, slope, bend, parent, split: None };
        part.split = best(columns, looked_at, slopes, growth, &part);
        part
    };
    let mut questions: Vec<Question> = Vec::new();
    let mut parts = vec![part((0..slopes.len()).collect(), None)];
    while parts.len() < growth.leaves {
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
        let value = leaf(-growth.rate * part.slope / (part.bend + growth.penalty));
        leaves.push(value);
        for at in &part.states {
            scores[*at] += f64::from(value) / UNITS;
        }
    }
    Tree { questions, leaves }
}

fn best(columns: &[Column], looked_at: &[usize], slopes: &[(f64, f64)], growth: &Growth, part: &Part) -> Option<Split> {
    if part.states.len() < 2 * growth.fewest {
        return None;
    }
    let worth = |slope: f64, bend: f64| slope * slope / (bend + growth.penalty);
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
            if low.2 < growth.fewest || part.states.len() - low.2 < growth.fewest {
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

/// Log odds as a leaf.
#[expect(clippy::cast_possible_truncation, reason = "rounded and clamped")]
pub(super) fn leaf(log_odds: f64) -> i16 {
    (log_odds * UNITS).round().clamp(-30_000.0, 30_000.0) as i16
}
