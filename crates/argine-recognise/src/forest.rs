//! Whether a conversation is blackmail, by all that its entries say: a forest of small decision trees over the loudest entries.
//!
//! One entry of ordinary talk may sound like anything; blackmail says several things of several sorts. For each saying of the learned layer and
//! each side the trees see how loud the loudest entry says it, how loud the next, and how many do. They are fitted by the example `fit`
//! (gradient boosting; Friedman, *Greedy function approximation*, 2001) and stand at the end of `weights.bin`. Only whole numbers are compared
//! and added.

use std::sync::LazyLock;

use crate::cues::Side;
use crate::tables::exponential;

/// Sayings below this many units of 1/16 log odds are as good as not said.
pub(crate) const FLOOR: i16 = -48;
/// What one unit of a leaf is worth in log odds.
const UNIT: f64 = 1.0 / 64.0;
/// Of each saying and side: loudest, next, how many; then how many of all entries, and how loud it is in the mean.
const EACH: usize = 5;
/// Shares and means are told so many times finer.
const FINE: i64 = 16;
/// An entry that surely says something counts so much.
const SURE: f64 = 64.0;
/// A child from here on is a leaf.
const LEAF: u8 = 128;

/// A question about one feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The place of the feature.
    pub feature: u16,
    /// The highest value that goes to the first child.
    pub limit: i16,
    /// The children: a later question, or 128 more than the place of a leaf.
    pub children: [u8; 2],
}

/// A decision tree; without a question its first leaf holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// The questions, the first one first asked.
    pub questions: Vec<Question>,
    /// Log odds in units of 1/64.
    pub leaves: Vec<i16>,
}

/// Decision trees whose leaves add up to the log odds of blackmail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forest {
    /// The trees.
    pub trees: Vec<Tree>,
}

impl Tree {
    /// The leaf for these features; nought where the tree makes no sense.
    #[must_use]
    pub fn leaf(&self, features: &[i16]) -> i16 {
        let mut at = 0;
        while let Some(question) = self.questions.get(usize::from(at)) {
            let value = features.get(usize::from(question.feature)).copied().unwrap_or(0);
            let [low, high] = question.children;
            let child = if value <= question.limit { low } else { high };
            if child >= LEAF {
                return self.leaves.get(usize::from(child - LEAF)).copied().unwrap_or(0);
            }
            // Children stand behind their parents, so that every walk ends.
            if child <= at {
                return 0;
            }
            at = child;
        }
        self.leaves.first().copied().unwrap_or(0)
    }
}

impl Forest {
    /// The log odds of blackmail.
    #[must_use]
    pub fn log_odds(&self, features: &[i16]) -> f64 {
        let sum: i32 = self.trees.iter().map(|tree| i32::from(tree.leaf(features))).sum();
        f64::from(sum) * UNIT
    }

    /// Writes the trees: their count as two bytes; for each the count of questions and of leaves as a byte; then, each sort of number for itself because
    /// like stands beside like, the features, limits and children of all questions, and all leaves. The smallest byte first everywhere.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = u16::try_from(self.trees.len()).unwrap_or(u16::MAX).to_le_bytes().to_vec();
        for tree in &self.trees {
            let counts = [tree.questions.len(), tree.leaves.len()];
            bytes.extend(counts.map(|count| u8::try_from(count).unwrap_or(u8::MAX)));
        }
        let questions = || self.trees.iter().flat_map(|tree| &tree.questions);
        bytes.extend(questions().flat_map(|question| question.feature.to_le_bytes()));
        bytes.extend(questions().flat_map(|question| question.limit.to_le_bytes()));
        bytes.extend(questions().flat_map(|question| question.children));
        bytes.extend(self.trees.iter().flat_map(|tree| &tree.leaves).flat_map(|leaf| leaf.to_le_bytes()));
        bytes
    }

    /// Reads what [`Forest::encode`] wrote, and gives what stands behind it.
    pub(crate) fn decode(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (count, rest) = bytes.split_first_chunk::<2>()?;
        let (counts, rest) = rest.split_at_checked(2 * usize::from(u16::from_le_bytes(*count)))?;
        let counts = counts.as_chunks::<2>().0;
        let questions: usize = counts.iter().map(|[questions, _]| usize::from(*questions)).sum();
        let leaves: usize = counts.iter().map(|[_, leaves]| usize::from(*leaves)).sum();
        let (features, rest) = rest.split_at_checked(2 * questions)?;
        let (limits, rest) = rest.split_at_checked(2 * questions)?;
        let (children, rest) = rest.split_at_checked(2 * questions)?;
        let (ends, rest) = rest.split_at_checked(2 * leaves)?;
        let [features, limits, children, ends] = [features, limits, children, ends].map(|part| part.as_chunks::<2>().0);
        let mut asked = features.iter().zip(limits).zip(children).map(|((feature, limit), children)| Question {
            feature: u16::from_le_bytes(*feature),
            limit: i16::from_le_bytes(*limit),
            children: *children,
        });
        let mut ends = ends.iter().map(|leaf| i16::from_le_bytes(*leaf));
        let tree = |[questions, leaves]: &[u8; 2]| Tree {
            questions: asked.by_ref().take(usize::from(*questions)).collect(),
            leaves: ends.by_ref().take(usize::from(*leaves)).collect(),
        };
        Some((Self { trees: counts.iter().map(tree).collect() }, rest))
    }
}

/// A forest laid out for walking: all questions in one row, each child either the place of a later question or a leaf.
#[derive(Debug, Clone, Default)]
pub(crate) struct Paths {
    /// Where each tree begins, and what it and all trees behind it add up to at most.
    trees: Vec<(u32, i32)>,
    steps: Vec<Step>,
    /// What the trees without a question add up to.
    bias: i32,
}

#[derive(Debug, Clone, Copy)]
struct Step {
    feature: u16,
    limit: i16,
    /// A place among the steps; or, from [`Paths::END`] down, a leaf.
    children: [i32; 2],
}

impl Paths {
    /// Numbers from here down are leaves: the value is what is missing to nought.
    const END: i32 = -(1 << 20);

    /// The log odds, the same as [`Forest::log_odds`].
    pub(crate) fn log_odds(&self, features: &[i16]) -> f64 {
        self.log_odds_from(f64::NEG_INFINITY, features).unwrap_or_default()
    }

    /// The log odds, where they are not below the least of interest: most walks end before the last tree.
    pub(crate) fn log_odds_from(&self, least: f64, features: &[i16]) -> Option<f64> {
        let mut sum = self.bias;
        for (root, most) in &self.trees {
            if f64::from(sum + most) * UNIT < least {
                return None;
            }
            sum += self.leaf(*root, features);
        }
        Some(f64::from(sum) * UNIT).filter(|log_odds| *log_odds >= least)
    }

    fn leaf(&self, root: u32, features: &[i16]) -> i32 {
        let mut at = root as usize;
        while let Some(step) = self.steps.get(at) {
            let value = features.get(usize::from(step.feature)).copied().unwrap_or(0);
            let [low, high] = step.children;
            let child = if value <= step.limit { low } else { high };
            match usize::try_from(child) {
                Ok(next) => at = next,
                Err(_) => return Self::END - child,
            }
        }
        0
    }
}

impl From<&Forest> for Paths {
    fn from(forest: &Forest) -> Self {
        let mut paths = Self::default();
        // Those that may say most are asked first.
        let most = |tree: &Tree| tree.leaves.iter().copied().max().map_or(0, i32::from).max(0);
        let mut trees: Vec<&Tree> = forest.trees.iter().collect();
        trees.sort_by_key(|tree| core::cmp::Reverse(most(tree)));
        let mut rest: i32 = trees.iter().filter(|tree| !tree.questions.is_empty()).map(|tree| most(tree)).sum();
        for tree in trees {
            let leaf = |at: usize| Self::END - i32::from(tree.leaves.get(at).copied().unwrap_or(0));
            if tree.questions.is_empty() {
                paths.bias += Self::END - leaf(0);
                continue;
            }
            let first = paths.steps.len();
            let place = |at: usize| i32::try_from(first + at).unwrap_or(Self::END);
            let steps = tree.questions.iter().enumerate().map(|(at, question)| {
                let children = question.children.map(usize::from).map(|child| match child.checked_sub(LEAF.into()) {
                    Some(of) => leaf(of),
                    // Children stand behind their parents, so that every walk ends; a question that is not there is the first leaf.
                    None if child <= at => Self::END,
                    None if child >= tree.questions.len() => leaf(0),
                    None => place(child),
                });
                Step { feature: question.feature, limit: question.limit, children }
            });
            paths.steps.extend(steps);
            paths.trees.extend(u32::try_from(first).map(|root| (root, rest)));
            rest -= most(tree);
        }
        paths
    }
}

/// What every entry with words says, as far as it is said at all.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    entries: Vec<HeardEntry>,
    /// Sayings with units of 1/16 log odds.
    said: Vec<(u8, i16)>,
}

/// What one entry says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HeardEntry {
    pub(crate) message: u32,
    pub(crate) speaker: Option<u32>,
    to: usize,
}

impl Heard {
    /// Adds an entry; `said` has one number for each saying.
    pub(crate) fn add(&mut self, message: u32, speaker: Option<u32>, said: impl Iterator<Item = i32>) {
        let loud = (0_u8..).zip(said).filter_map(|(label, units)| {
            let units = i16::try_from(units.clamp(-1000, 127)).unwrap_or(FLOOR);
            (units > FLOOR).then_some((label, units))
        });
        self.said.extend(loud);
        self.entries.push(HeardEntry { message, speaker, to: self.said.len() });
    }

    /// The entries with what they say, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (HeardEntry, &[(u8, i16)])> + '_ {
        let mut from = 0;
        self.entries.iter().map(move |entry| {
            let said = self.said.get(from..entry.to).unwrap_or_default();
            from = entry.to;
            (*entry, said)
        })
    }
}

/// What both sides have said so far, as the trees see it.
#[derive(Debug, Clone)]
pub(crate) struct Pool {
    sayings: usize,
    features: Vec<i16>,
    /// By side and saying, how many entries say it, and how far above the floor they are together: a feature is too small for long chats.
    sums: Vec<[i64; 2]>,
    /// By side, how many entries there are.
    entries: [i64; 2],
}

impl Pool {
    /// Nothing said yet, of so many sayings.
    pub(crate) fn new(sayings: usize, is_mail: bool) -> Self {
        let mut features = vec![0; 2 * EACH * sayings];
        for side in features.chunks_mut((EACH * sayings).max(1)) {
            side.iter_mut().take(2 * sayings).for_each(|loudest| *loudest = FLOOR);
        }
        features.extend([i16::from(is_mail), 0, 0]);
        Self { sayings, features, sums: vec![[0; 2]; 2 * sayings], entries: [0; 2] }
    }

    /// Adds an entry of a side.
    pub(crate) fn add(&mut self, side: Side, said: &[(u8, i16)]) {
        let of = usize::from(side == Side::Owner);
        let first = of * EACH * self.sayings;
        for (label, units) in said {
            let at = first + usize::from(*label);
            let count = weight(*units);
            let [loudest, next, many] = [at, at + self.sayings, at + 2 * self.sayings];
            let Ok([loudest, next, many]) = self.features.get_disjoint_mut([loudest, next, many]) else { continue };
            if *units > *loudest {
                *next = *loudest;
                *loudest = *units;
            } else {
                *next = (*next).max(*units);
            }
            *many = many.saturating_add(count);
            if let Some([all, above]) = self.sums.get_mut(of * self.sayings + usize::from(*label)) {
                *all += i64::from(count);
                *above += i64::from(*units - FLOOR);
            }
        }
        if let Some(count) = self.features.get_mut(2 * EACH * self.sayings + 1 + of) {
            *count = count.saturating_add(1);
        }
        let Some(entries) = self.entries.get_mut(of) else { return };
        *entries += 1;
        let sums = self.sums.get(of * self.sayings..).unwrap_or_default();
        let means = self.features.get_mut(first + 3 * self.sayings..).unwrap_or_default();
        let Some((shares, means)) = means.split_at_mut_checked(self.sayings) else { return };
        for ((share, mean), [all, above]) in shares.iter_mut().zip(means).zip(sums) {
            let units = |sum: i64| i16::try_from(sum * FINE / *entries).unwrap_or(i16::MAX);
            (*share, *mean) = (units(*all), units(*above));
        }
    }

    /// The features.
    pub(crate) fn features(&self) -> &[i16] {
        &self.features
    }
}

impl crate::Recogniser {
    /// What the trees see after an entry, supposing that `suspect` is the other side: what they are fitted on.
    pub fn pooled(&self, conversation: &argine_model::Conversation, suspect: u32, after: u32) -> Vec<i16> {
        let is_mail = conversation.kind == argine_model::ConversationKind::Mail;
        let mut pool = Pool::new(self.sayings().len(), is_mail);
        for (entry, said) in self.observe(conversation).heard.entries().take_while(|(entry, _)| entry.message <= after)
        {
            let side = if is_mail { Side::Other } else { Self::side(entry.speaker, Some(suspect)) };
            pool.add(side, said);
        }
        pool.features
    }

    /// The same of entries put together: by whom, and what each says.
    pub fn pooled_of<'a>(&self, entries: impl Iterator<Item = &'a crate::Shown>) -> Vec<i16> {
        let mut pool = Pool::new(self.sayings().len(), false);
        for entry in entries {
            pool.add(if entry.by_owner { Side::Owner } else { Side::Other }, &entry.said);
        }
        pool.features
    }
}

/// What an entry that says something so loud counts.
fn weight(units: i16) -> i16 {
    static WEIGHTS: LazyLock<Vec<i16>> = LazyLock::new(|| {
        (FLOOR..=127)
            .map(|units| crate::learned::whole((SURE / (1.0 + exponential(-f64::from(units) / 16.0))).round()))
            .collect()
    });
    usize::try_from(units - FLOOR).ok().and_then(|at| WEIGHTS.get(at)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn sample() -> Forest {
        let ask = |feature, limit, children| Question { feature, limit, children };
        Forest {
            trees: vec![
                Tree {
                    questions: vec![ask(0, 10, [LEAF, 1]), ask(2, -3, [LEAF + 1, LEAF + 2])],
                    leaves: vec![-64, 16, 128],
                },
                Tree { questions: Vec::new(), leaves: vec![32] },
            ],
        }
    }

    #[test]
    fn trees_are_written_and_read_and_walked() {
        let bytes = [sample().encode(), vec![7]].concat();
        let (forest, rest) = Forest::decode(&bytes).unwrap();
        assert_eq!((&forest, rest), (&sample(), &[7_u8][..]));
        for (features, log_odds) in [([10, 0, 9], -0.5), ([11, 0, -3], 0.75), ([11, 0, 9], 2.5)] {
            assert!((forest.log_odds(&features) - log_odds).abs() < 1e-9);
        }
    }

    #[test]
    fn a_cut_or_a_circle_is_no_forest_and_no_hang() {
        let bytes = sample().encode();
        for end in 0..bytes.len() {
            assert_eq!(Forest::decode(bytes.get(..end).unwrap()), None);
        }
        let circle = Tree { questions: vec![Question { feature: 0, limit: 0, children: [0, 0] }], leaves: vec![7] };
        assert_eq!(circle.leaf(&[1]), 0);
    }

    proptest! {
        #[test]
        fn paths_lead_where_trees_lead(
            trees in vec((vec((0_u16..5, -2_i16..3, [any::<u8>(), any::<u8>()]), 0..6), vec(any::<i16>(), 0..4)), 0..5),
            features in vec(-3_i16..4, 0..5),
        ) {
            let question = |(feature, limit, children)| Question { feature, limit, children };
            let tree = |(questions, leaves): (Vec<_>, _)| Tree { questions: questions.into_iter().map(question).collect(), leaves };
            let forest = Forest { trees: trees.into_iter().map(tree).collect() };
            let (paths, log_odds) = (Paths::from(&forest), forest.log_odds(&features));
            let bits = |log_odds: Option<f64>| log_odds.map(f64::to_bits);
            prop_assert_eq!(bits(Some(paths.log_odds(&features))), bits(Some(log_odds)));
            prop_assert_eq!(bits(paths.log_odds_from(log_odds, &features)), bits(Some(log_odds)));
            prop_assert_eq!(paths.log_odds_from(log_odds + UNIT, &features), None);
        }
    }

    #[test]
    fn the_loudest_two_entries_are_kept_and_all_are_counted() {
        let mut pool = Pool::new(2, false);
        for units in [-10, 30, 20] {
            pool.add(Side::Other, &[(1, units)]);
        }
        pool.add(Side::Owner, &[]);
        // By side: loudest, next, how many; their share and how far above the floor they are in the mean, both sixteen times finer.
        let other = [-48, 30, -48, 20, 0, 127, 0, 127 * 16 / 3, 0, (38 + 78 + 68) * 16 / 3];
        let owner = [-48, -48, -48, -48, 0, 0, 0, 0, 0, 0];
        assert_eq!(pool.features(), [&other[..], &owner, &[0, 3, 1]].concat());
    }
}
