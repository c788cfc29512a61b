//! The learned layer: what a message is likely to say, by its words, their pieces, what they mean, pairs of them and types of stems.
//!
//! Every feature is a point in a space of few dimensions, every saying a direction in it: how loud a text says it is how far the sum of its points lies
//! in that direction (Joulin, Grave, Bojanowski and Mikolov, *Bag of tricks for efficient text classification*, 2017). Sayings that
//! go together share dimensions, so that what one entry teaches about a word serves them all. A long text is read in overlapping windows of
//! [`WINDOW`] words, and a window counts less for each of its features the more it has: else a sum would grow with every word that is hardly known,
//! and long ordinary sentences would sound like threats. Only whole numbers are multiplied and added, so the same bytes come out everywhere.
//! Points and directions (`learned.bin`) are fitted by the example `fit`; what a saying is a sign of stands in `learned.toml`. The words that
//! carry most are kept as evidence.

use serde::Deserialize;

use crate::RulesError;
use crate::concepts::{Concepts, Meanings, Meant};
use crate::fold::Folded;
use crate::frames::{Rule, Says};
use crate::labels::Labels;
use crate::lexicon::{Atom, Lexicon, Memory};

/// Places for features.
const BITS: u32 = 17;
/// How many places there are.
const PLACES: usize = 1 << BITS;
/// Longer messages are read in overlapping windows.
const WINDOW: usize = 24;
/// So many words between the beginnings of two windows.
const STRIDE: usize = 12;
/// A window of more features than this grows with the root of their number only.
const FEATURES: u16 = 40;
/// How loud a saying is, is told in so many units for each log odd.
const UNITS: i32 = 16;
/// So many steps of a point, along a direction of length one, are one log odd.
const POINT_STEPS: i32 = 18;
/// So many steps of a direction are a length of one.
const DIRECTION_STEPS: i32 = 32;
/// What a feature of a short window counts.
const SHARE: i32 = 64;
/// What a point times a direction times a share is divided by, to be told in units.
const DIVISOR: i32 = POINT_STEPS * DIRECTION_STEPS * SHARE / UNITS;
/// How a saying's rules are called beside its name, and the log odds, in units, from which each holds: one in ten, three, seven, nine.
const LEVELS: [(&str, i32); 4] = [(".faint", -35), ("", -14), (".sure", 14), (".certain", 35)];
/// So many letters make a piece of a word: endings and stems that related languages and misspellings share.
const PIECE: usize = 4;
/// Words that mean something make pairs over so many words.
const MEANT_REACH: u32 = 2;
/// Atoms that stand further apart are no pair.
const PAIR_REACH: u32 = 8;
/// The first bytes of the file.
const MAGIC: &[u8; 8] = b"ARGSAY03";

/// File of the sayings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SayingFile {
    saying: Vec<SayingRecord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SayingRecord {
    /// A stage, a tactic, or `say.…`.
    label: String,
    #[serde(default = "any")]
    says: Says,
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    within: Option<u32>,
    #[serde(default)]
    gives: Vec<String>,
    #[serde(default)]
    weight: f64,
    #[serde(default)]
    why: Option<String>,
    /// What it gives where it is only faint: what must not be missed by whoever listens for it.
    #[serde(default)]
    faint_gives: Vec<String>,
}

const fn any() -> Says {
    Says::Any
}

/// A feature of a message, with the words it rests on.
#[derive(Debug, Clone, Copy)]
struct Mark {
    place: u32,
    first: u32,
    last: u32,
}

/// A saying found in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said {
    /// The place of its rule.
    pub(crate) rule: u16,
    /// First token.
    pub(crate) first: u32,
    /// Last token.
    pub(crate) last: u32,
}

/// Buffers, kept between messages.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    found: Vec<Mark>,
    meanings: Vec<Meanings>,
    meant: Vec<Meant>,
    sums: Vec<i32>,
    /// The sums cut off.
    cut: Vec<i16>,
    best: Vec<(i32, usize)>,
}

impl Marks {
    /// How loud every saying was in the last message, in units.
    pub(crate) fn loudness(&self) -> impl Iterator<Item = i32> + '_ {
        self.best.iter().map(|(sum, _)| *sum)
    }
}

/// The fitted space and the rules that speak for its sayings.
#[derive(Debug)]
pub(crate) struct Learned {
    pub(crate) labels: Vec<String>,
    /// The rule of the first saying; each has one for every level.
    first_rule: u16,
    /// Hashes of the types of stems.
    types: Vec<u32>,
    concepts: Concepts,
    /// Hashes of the names of the concepts.
    meanings: Vec<u32>,
    space: Space,
}

/// What sayings and features are in the space.
#[derive(Debug, Default)]
struct Space {
    /// How loud each saying is before anything is said, in units.
    bias: Vec<i32>,
    /// One direction after the other.
    directions: Vec<i16>,
    dimensions: usize,
    points: Points,
}

/// The points by the places of their features.
#[derive(Debug, Default)]
struct Points {
    /// For each place how many steps other than nought its point has (eight bits) and where they begin; with [`FULL`] of them, which of the full points.
    places: Vec<u32>,
    /// Dimensions and steps.
    steps: Vec<(u8, i8)>,
    /// Points with a number for every dimension, one after the other: those of frequent words, added without looking.
    full: Vec<i8>,
}

/// A sum of points is cut off so many steps from nought: two bytes hold it.
const FAR: i32 = 32_000;
/// Stands for a full point.
const FULL: u32 = 0xff;
/// A point with more steps than this is kept as a full one.
const FEW: usize = 8;

/// What was fitted, as it is written into `learned.bin`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FittedSpace {
    /// How loud each saying is before anything is said, in units of 1/16 log odds.
    pub bias: Vec<i16>,
    /// The direction of each saying, in steps of 1/32.
    pub directions: Vec<Vec<i8>>,
    /// The point of the feature at each place, in steps of 1/18; empty where nothing is known.
    pub points: Vec<Vec<i8>>,
}

impl Learned {
    /// Reads the table; the sayings' rules are appended to `rules`.
    pub(crate) fn build(
        file: SayingFile,
        bytes: &[u8],
        lexicon: &Lexicon,
        concepts: Concepts,
        labels: &mut Labels,
        rules: &mut Vec<Rule>,
    ) -> Result<Self, RulesError> {
        let wrong = |rule: &str, reason: String| RulesError::Rule {
            file: "learned.toml".to_owned(),
            rule: rule.to_owned(),
            reason,
        };
        let first_rule = u16::try_from(rules.len()).unwrap_or(u16::MAX);
        let mut names = Vec::with_capacity(file.saying.len());
        for record in file.saying {
            let mut intern = |names: &[String]| -> Result<Vec<_>, RulesError> {
                names.iter().map(|name| labels.intern(name).map_err(|reason| wrong(&record.label, reason))).collect()
            };
            let (gives, when, faint) = (intern(&record.gives)?, intern(&record.when)?, intern(&record.faint_gives)?);
            for (level, _) in LEVELS {
                // What is not sure, or more than sure, is mostly a cue and nothing else.
                let is_sure = level == ".sure";
                let gives = match level {
                    ".faint" => faint.clone(),
                    ".sure" => gives.clone(),
                    _ => Vec::new(),
                };
                rules.push(Rule {
                    id: format!("say.{}{level}", record.label),
                    says: if gives.is_empty() { Says::Any } else { record.says },
                    when: if is_sure { when.clone() } else { Vec::new() },
                    within: record.within.filter(|_| is_sure),
                    after: false,
                    weight: if is_sure { record.weight } else { record.weight / 2.0 },
                    why: record.why.clone().filter(|_| !gives.is_empty()),
                    gives,
                    positive: Vec::new(),
                    negative: Vec::new(),
                });
            }
            names.push(record.label);
        }
        let types = lexicon.names().map(|name| hash(name.bytes(), 7)).collect();
        let meanings = concepts.names().map(|name| hash(name.bytes(), 11)).collect();
        let space = if bytes.is_empty() {
            Some(Space { bias: vec![i32::MIN / 2; names.len()], ..Space::default() })
        } else {
            Space::decode(bytes, names.len())
        }
        .ok_or_else(|| wrong("learned.bin", "the table does not fit".to_owned()))?;
        Ok(Self { labels: names, first_rule, types, concepts, meanings, space })
    }

    /// Finds what a message says.
    pub(crate) fn find(&self, folded: &Folded, atoms: &[Atom], buffers: &mut Marks, said: &mut Vec<Said>) {
        said.clear();
        self.mark(folded, atoms, buffers);
        let Marks { found: marks, sums, cut, best, .. } = buffers;
        best.clear();
        best.resize(self.labels.len(), (i32::MIN, 0));
        for start in windows(folded.tokens.len()) {
            sums.clear();
            sums.resize(self.space.dimensions, 0);
            let mut count = 0;
            for mark in inside(marks, start) {
                self.space.points.add(mark.place, sums);
                count += 1;
            }
            // A word without end has pieces without end; what lies further out is as loud as it is.
            cut.clear();
            cut.extend(sums.iter().map(|sum| i16::try_from((*sum).clamp(-FAR, FAR)).unwrap_or(0)));
            let share = i32::from(whole((f64::from(SHARE) * share(count)).round()));
            for ((at, known), bias) in best.iter_mut().enumerate().zip(&self.space.bias) {
                let far = i64::from(self.space.along(at, cut)) * i64::from(share) / i64::from(DIVISOR);
                let said = bias + i32::try_from(far).unwrap_or(0);
                if said > known.0 {
                    *known = (said, start);
                }
            }
        }
        for (label, (sum, start)) in best.iter().enumerate().filter(|(_, (sum, _))| *sum >= LEVELS[0].1) {
            let Ok(at) = u8::try_from(label) else { continue };
            let direction = self.space.direction(label);
            let carrying = inside(marks, *start).max_by_key(|mark| self.space.points.along(mark.place, direction));
            let Some(mark) = carrying else { continue };
            let first = self.first_rule + 4 * u16::from(at);
            for (rule, _) in (first..).zip(LEVELS).filter(|(_, (_, from))| *sum >= *from) {
                said.push(Said { rule, first: mark.first, last: mark.last });
            }
        }
    }

    /// Words, their beginnings and pieces, pairs of neighbours; what words mean, types of stems, and pairs of them.
    fn mark(&self, folded: &Folded, atoms: &[Atom], buffers: &mut Marks) {
        let Marks { found: marks, meanings, meant, .. } = buffers;
        marks.clear();
        let mut push = |key: u32, first: u32, last: u32| {
            marks.push(Mark { place: place_of(key), first, last });
        };
        let (mut before, mut before_that) = (0_u32, 0_u32);
        for (at, token) in (0_u32..).zip(&folded.tokens) {
            let word = folded.word(token).as_bytes();
            let begin = match word.first() {
                Some(first) if first.is_ascii_digit() => number(word),
                _ => hash(word.iter().copied().take(5), 1),
            };
            push(begin, at, at);
            if word.len() > 5 {
                push(hash(word.iter().copied(), 2), at, at);
            }
            if at > 0 {
                push(joined(before, begin, 3), at - 1, at);
            }
            if at > 1 {
                push(joined(before_that, begin, 4), at - 2, at);
            }
            // Beginnings stand above already.
            for piece in word.windows(PIECE).skip(1) {
                push(hash(piece.iter().copied(), 10), at, at);
            }
            (before_that, before) = (before, begin);
        }
        self.concepts.read(folded, meanings, meant);
        let key = |one: &Meant| self.meanings.get(usize::from(one.concept)).copied().unwrap_or(0);
        for (place, one) in meant.iter().enumerate() {
            push(key(one), one.at, one.at);
            for next in meant.iter().skip(place + 1).take_while(|next| next.at <= one.at + MEANT_REACH) {
                if next.at > one.at {
                    push(joined(key(one), key(next), 11 + next.at - one.at), one.at, next.at);
                }
            }
        }
        for (at, atom) in atoms.iter().enumerate() {
            let kind = self.types.get(usize::from(atom.kind.0)).copied().unwrap_or(0);
            push(kind, atom.first, atom.last);
            for next in atoms.iter().skip(at + 1).take(6) {
                if next.first > atom.last + PAIR_REACH {
                    break;
                }
                let other = self.types.get(usize::from(next.kind.0)).copied().unwrap_or(0);
                if next.first > atom.last && next.languages.and(atom.languages).0 != 0 {
                    push(joined(kind, other, 5), atom.first, next.last);
                }
            }
        }
        if folded.question {
            push(hash(b"?".iter().copied(), 6), 0, 0);
        }
        // One window holds them all in any order.
        if folded.tokens.len() > WINDOW {
            marks.sort_by_key(|mark| mark.first);
        }
    }
}

/// What each of so many features counts.
#[must_use]
pub fn share(features: usize) -> f64 {
    let features = u16::try_from(features).unwrap_or(u16::MAX).max(FEATURES);
    (f64::from(FEATURES) / f64::from(features)).sqrt()
}

fn windows(words: usize) -> impl Iterator<Item = usize> {
    let count = if words <= WINDOW { 1 } else { (words - WINDOW).div_ceil(STRIDE) + 1 };
    (0..count).map(|window| window * STRIDE)
}

/// The marks of a window; where there are several, they are in order of their first words.
fn inside(marks: &[Mark], start: usize) -> impl Iterator<Item = &Mark> {
    let from = marks.partition_point(|mark| (mark.first as usize) < start);
    let end = start + WINDOW;
    let near = marks.get(from..).unwrap_or_default().iter().take_while(move |mark| (mark.first as usize) < end);
    near.filter(move |mark| (mark.last as usize) < end)
}

/// Numbers are told apart by their digits only, but for those that may be an age.
fn number(word: &[u8]) -> u32 {
    let digits = word.iter().filter(|byte| byte.is_ascii_digit()).count();
    match word {
        [b'1', b'0'..=b'7'] => hash(b"age".iter().copied(), 8),
        _ if digits == word.len() => hash(core::iter::once(u8::try_from(digits.min(9)).unwrap_or(9)), 8),
        _ => hash(word.iter().copied().filter(|byte| !byte.is_ascii_digit()), 9),
    }
}

fn hash(bytes: impl Iterator<Item = u8>, salt: u32) -> u32 {
    bytes.fold(0x811c_9dc5 ^ salt.wrapping_mul(0x9e37_79b9), |key, byte| {
        (key ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn joined(left: u32, right: u32, salt: u32) -> u32 {
    (left.rotate_left(13) ^ right.wrapping_mul(0x85eb_ca6b)).wrapping_add(salt.wrapping_mul(0x9e37_79b9))
}

fn place_of(key: u32) -> u32 {
    let mixed = (key ^ (key >> 15)).wrapping_mul(0x2c1b_3c6d);
    (mixed ^ (mixed >> 12)) >> (32 - BITS)
}

impl Points {
    /// Adds the point at a place to a sum.
    fn add(&self, place: u32, sum: &mut [i32]) {
        let Some(point) = self.places.get(place as usize) else { return };
        let at = (point >> 8) as usize;
        // Unchecked, so that many are added at once: for an overflow a window would need a word of 16 million letters.
        match point & FULL {
            0 => {}
            FULL => {
                let point = self.full.get(at * sum.len()..).unwrap_or_default();
                for (sum, steps) in sum.iter_mut().zip(point) {
                    *sum = sum.wrapping_add(i32::from(*steps));
                }
            }
            count => {
                for (dimension, steps) in self.steps.get(at..at + count as usize).unwrap_or_default() {
                    if let Some(sum) = sum.get_mut(usize::from(*dimension)) {
                        *sum = sum.wrapping_add(i32::from(*steps));
                    }
                }
            }
        }
    }

    /// How far the point at a place lies in a direction.
    fn along(&self, place: u32, direction: &[i16]) -> i32 {
        let Some(point) = self.places.get(place as usize) else { return 0 };
        let at = (point >> 8) as usize;
        match point & FULL {
            0 => 0,
            FULL => {
                let point = self.full.get(at * direction.len()..).unwrap_or_default();
                point.iter().zip(direction).map(|(steps, one)| i32::from(*steps) * i32::from(*one)).sum()
            }
            count => {
                let steps = self.steps.get(at..at + count as usize).unwrap_or_default();
                let one = |dimension: u8| direction.get(usize::from(dimension)).copied().map_or(0, i32::from);
                steps.iter().map(|(dimension, steps)| i32::from(*steps) * one(*dimension)).sum()
            }
        }
    }

    /// Adds the point of the next place, of so many dimensions.
    fn push(&mut self, steps: &[(u8, i8)], dimensions: usize) -> Option<()> {
        let (at, count) = if steps.len() > FEW {
            let from = self.full.len();
            self.full.resize(from + dimensions, 0);
            for (dimension, steps) in steps {
                *self
                    .full
                    .get_mut(from + usize::from(*dimension))
                    .filter(|_| usize::from(*dimension) < dimensions)? = *steps;
            }
            (from / dimensions.max(1), FULL)
        } else {
            self.steps.extend(steps);
            (self.steps.len() - steps.len(), u32::try_from(steps.len()).ok()?)
        };
        self.places.push(u32::try_from(at).ok().filter(|at| *at < 1 << 24)? << 8 | count);
        Some(())
    }
}

impl Space {
    /// How far a sum of points lies in the direction of a saying.
    fn along(&self, saying: usize, sum: &[i16]) -> i32 {
        // At most FAR in each of at most 255 dimensions, times 127: no overflow. Unchecked, so that many are multiplied at once.
        let products =
            sum.iter().zip(self.direction(saying)).map(|(sum, one)| i32::from(*sum).wrapping_mul((*one).into()));
        products.fold(0, i32::wrapping_add)
    }

    /// The direction of a saying.
    fn direction(&self, saying: usize) -> &[i16] {
        let from = saying * self.dimensions;
        self.directions.get(from..from + self.dimensions).unwrap_or_default()
    }

    /// Reads what [`FittedSpace::encode`] wrote, of so many sayings.
    fn decode(bytes: &[u8], sayings: usize) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let ([count, dimensions], mut rest) = rest.split_first_chunk::<2>()?;
        let dimensions = usize::from(*dimensions);
        if usize::from(*count) != sayings {
            return None;
        }
        let mut space = Self { dimensions, ..Self::default() };
        for _ in 0..sayings {
            let (bias, behind) = rest.split_first_chunk::<2>()?;
            let (direction, behind) = behind.split_at_checked(dimensions)?;
            space.bias.push(i32::from(i16::from_le_bytes(*bias)));
            space.directions.extend(direction.iter().map(|one| i16::from(i8::from_le_bytes([*one]))));
            rest = behind;
        }
        let (counts, rest) = rest.split_at_checked(PLACES)?;
        let whole: usize = counts.iter().map(|count| usize::from(*count)).sum();
        let (gaps, steps) = rest.split_at_checked(whole)?;
        if steps.len() != whole {
            return None;
        }
        let mut told = gaps.iter().zip(steps);
        let mut point: Vec<(u8, i8)> = Vec::new();
        for count in counts {
            point.clear();
            let mut dimension = 0_u8;
            for (gap, steps) in told.by_ref().take(usize::from(*count)) {
                dimension = dimension.checked_add(*gap)?;
                point.push((dimension, i8::from_le_bytes([*steps])));
                dimension = dimension.checked_add(1)?;
            }
            space.points.push(&point, dimensions)?;
        }
        Some(space)
    }
}

impl FittedSpace {
    /// How many places for features there are.
    pub const PLACES: usize = PLACES;

    /// A number of a point, told in log odds along a direction of length one, in steps, not rounded.
    #[must_use]
    pub fn point_steps(log_odds: f64) -> f64 {
        log_odds * f64::from(POINT_STEPS)
    }

    /// A number of a direction in steps, rounded.
    #[must_use]
    pub fn direction_steps(length: f64) -> i8 {
        i8::try_from(whole((length * f64::from(DIRECTION_STEPS)).round().clamp(-127.0, 127.0))).unwrap_or(0)
    }

    /// How loud, in units, so many log odds are.
    #[must_use]
    pub fn units(log_odds: f64) -> i16 {
        whole((log_odds * f64::from(UNITS)).round().clamp(-30_000.0, 30_000.0))
    }

    /// Writes the file: magic; how many sayings and dimensions, a byte each; for every saying its bias as two bytes, the smaller first, and its direction;
    /// then, each sort of number for itself because like stands beside like, for every place how many steps other than nought its point
    /// has; for each of these how many dimensions were left out before its own; and all steps.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let dimensions = self.directions.first().map_or(0, Vec::len);
        let mut bytes = MAGIC.to_vec();
        bytes.extend([self.bias.len(), dimensions].map(|count| u8::try_from(count).unwrap_or(u8::MAX)));
        for (bias, direction) in self.bias.iter().zip(&self.directions) {
            bytes.extend(bias.to_le_bytes());
            bytes.extend(direction.iter().flat_map(|one| one.to_le_bytes()));
        }
        let (mut counts, mut gaps, mut steps) = (Vec::with_capacity(PLACES), Vec::new(), Vec::new());
        for place in 0..PLACES {
            let (mut count, mut next) = (0_u8, 0_u8);
            let point = self.points.get(place).into_iter().flatten();
            for (one, dimension) in point.zip(0_u8..).filter(|(one, _)| **one != 0) {
                steps.extend(one.to_le_bytes());
                gaps.push(dimension - next);
                next = dimension.saturating_add(1);
                count = count.saturating_add(1);
            }
            counts.push(count);
        }
        [bytes, counts, gaps, steps].concat()
    }
}

/// The whole number that a whole float is, for values that fit.
pub(crate) fn whole(value: f64) -> i16 {
    /// 1.5 times 2 to the power of 52: added to a whole number, it leaves that in the last bits of the sum.
    const SHIFT: f64 = 6_755_399_441_055_744.0;
    // Values are whole and clamped; there is no checked way from a float.
    let [first, second, ..] = (value.clamp(f64::from(i16::MIN), f64::from(i16::MAX)) + SHIFT).to_le_bytes();
    i16::from_le_bytes([first, second])
}

impl crate::Recogniser {
    /// The names of the sayings, in the order of the table.
    pub fn sayings(&self) -> &[String] {
        &self.learned.labels
    }

    /// The places of a text's features, for each of its windows: what the table is fitted on.
    pub fn features(&self, text: &str) -> Vec<Vec<u32>> {
        let (mut folded, mut memory, mut atoms) = (Folded::default(), Memory::default(), Vec::new());
        folded.fold(text);
        self.lexicon.find(&mut folded, &mut memory, &mut atoms);
        let mut buffers = Marks::default();
        self.learned.mark(&folded, &atoms, &mut buffers);
        let places = |start| inside(&buffers.found, start).map(|mark| mark.place).collect();
        windows(folded.tokens.len()).map(places).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two sayings in three dimensions, three features.
    fn sample() -> FittedSpace {
        let mut points = vec![Vec::new(); PLACES];
        for (place, point) in [(3, [1, 0, -2]), (70_000, [0, 127, 0]), (PLACES - 1, [-127, 5, 1])] {
            points[place] = point.to_vec();
        }
        FittedSpace { bias: vec![-40, 3], directions: vec![vec![32, -1, 0], vec![0, 64, 127]], points }
    }

    #[test]
    fn a_space_is_written_and_read() {
        let space = Space::decode(&sample().encode(), 2).unwrap();
        assert_eq!(space.bias, [-40, 3]);
        let mut sum = [0; 3];
        for place in [3, 70_000, 70_001, u32::try_from(PLACES).unwrap()] {
            space.points.add(place, &mut sum);
        }
        assert_eq!(sum, [1, 127, -2]);
        let sum = sum.map(|one| i16::try_from(one).unwrap());
        assert_eq!([0, 1].map(|saying| space.along(saying, &sum)), [32 - 127, 64 * 127 - 2 * 127]);
        let alone = |place: u32| [0, 1].map(|saying| space.points.along(place, space.direction(saying)));
        assert_eq!([3, 70_000, 70_001].map(alone), [[32, -254], [-127, 64 * 127], [0, 0]]);
    }

    #[test]
    fn points_of_frequent_and_of_rare_features_add_up() {
        let mut points = Points::default();
        points.push(&[(0, 3), (20, -4)], 21).unwrap();
        let everywhere: Vec<(u8, i8)> = (0..21).map(|dimension| (dimension, 1)).collect();
        points.push(&everywhere, 21).unwrap();
        let mut sum = [0; 21];
        points.add(0, &mut sum);
        points.add(1, &mut sum);
        let mut expected = [1; 21];
        (expected[0], expected[20]) = (4, -3);
        assert_eq!(sum, expected);
        let direction: Vec<i16> = (1..=21).collect();
        assert_eq!([0, 1, 2].map(|place| points.along(place, &direction)), [3 - 4 * 21, 231, 0]);
    }

    #[test]
    fn a_cut_file_or_one_of_other_sayings_is_none() {
        let bytes = sample().encode();
        assert!(Space::decode(&bytes, 3).is_none());
        for end in (0..40).chain(bytes.len() - 20..bytes.len()) {
            assert!(Space::decode(&bytes[..end], 2).is_none(), "{end}");
        }
    }
}
