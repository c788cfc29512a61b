//! The learned layer: what a message is likely to say, by its words, their pieces, pairs of words and types of stems.
//!
//! Every feature has a place in a table of small whole numbers, one for each saying that it speaks for or against; their sum,
//! over at most [`WINDOW`] words at a time, is compared with four levels. A long window counts less for each of its features: else a
//! sum grows with every word that the table hardly knows, and long ordinary sentences sound like threats. Only whole numbers are added, so the same
//! bytes come out everywhere. The table (`learned.bin`) is fitted by the example `fit`; what a saying is a sign of stands in
//! `learned.toml`. The words that carry most are kept as evidence.

use serde::Deserialize;

use crate::RulesError;
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
/// What one unit of a weight is worth in log odds.
const UNIT: f64 = 1.0 / 16.0;
/// What a feature of a short window counts.
const SHARE: i16 = 64;
/// How a saying's rules are called beside its name, and the log odds, in units, from which each holds: one in ten, three, seven, nine.
const LEVELS: [(&str, i32); 4] = [(".faint", -35), ("", -14), (".sure", 14), (".certain", 35)];
/// So many letters make a piece of a word: endings and stems that related languages and misspellings share.
const PIECE: usize = 4;
/// Weights below so many units are left out.
const SLIGHT: i16 = 5;
/// A weight is written in steps of so many units: that is exact enough, and a table of fewer different bytes is a smaller download.
const COARSE: i8 = 2;
/// Atoms that stand further apart are no pair.
const PAIR_REACH: u32 = 8;
/// The first bytes of the file of weights.
const MAGIC: &[u8; 8] = b"ARGSAY02";

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
    /// Whether it is a sign already where it is only likely: what must not be missed.
    #[serde(default)]
    even_likely: bool,
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
    sums: Vec<i32>,
    best: Vec<(i32, usize)>,
}

impl Marks {
    /// How loud every saying was in the last message, in units.
    pub(crate) fn loudness(&self) -> impl Iterator<Item = i32> + '_ {
        self.best.iter().map(|(sum, _)| *sum)
    }
}

/// The fitted table and the rules that speak for it.
#[derive(Debug)]
pub(crate) struct Learned {
    pub(crate) labels: Vec<String>,
    /// The rule of the first saying; each has one for every level.
    first_rule: u16,
    /// Hashes of the types of stems.
    types: Vec<u32>,
    bias: Vec<i32>,
    rows: Rows,
}

/// The weights by place.
#[derive(Debug, Default)]
struct Rows {
    /// For each place how many weights it has (eight bits) and where they begin; with [`FULL`] of them, which of the full rows.
    places: Vec<u32>,
    weights: Vec<(u8, i8)>,
    /// Rows with a weight for every saying, one after the other: those of frequent words, added without looking.
    full: Vec<i8>,
}

/// Stands for a full row.
const FULL: u32 = 0xff;
/// A row with more weights than this is kept as a full one.
const FEW: usize = 10;

impl Learned {
    /// Reads the table; the sayings' rules are appended to `rules`.
    pub(crate) fn build(
        file: SayingFile,
        bytes: &[u8],
        lexicon: &Lexicon,
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
            let (gives, when) = (intern(&record.gives)?, intern(&record.when)?);
            for (level, _) in LEVELS {
                // What is only faint, or more than sure, is a cue and nothing else. Likely once is too little, twice is enough.
                let (is_sure, counts) = (level == ".sure", level == ".sure" || level.is_empty() && record.even_likely);
                rules.push(Rule {
                    id: format!("say.{}{level}", record.label),
                    says: if counts { record.says } else { Says::Any },
                    when: if is_sure { when.clone() } else { Vec::new() },
                    within: record.within.filter(|_| is_sure),
                    after: false,
                    gives: if counts { gives.clone() } else { Vec::new() },
                    weight: if is_sure { record.weight } else { record.weight / 2.0 },
                    why: record.why.clone().filter(|_| counts),
                    positive: Vec::new(),
                    negative: Vec::new(),
                });
            }
            names.push(record.label);
        }
        let types = lexicon.names().map(|name| hash(name.bytes(), 7)).collect();
        let (bias, rows) = if bytes.is_empty() {
            Some((vec![i32::MIN / 2; names.len()], Rows::default()))
        } else {
            decode(bytes, names.len())
        }
        .ok_or_else(|| wrong("learned.bin", "the table does not fit".to_owned()))?;
        Ok(Self { labels: names, first_rule, types, bias, rows })
    }

    /// Finds what a message says.
    pub(crate) fn find(&self, folded: &Folded, atoms: &[Atom], buffers: &mut Marks, said: &mut Vec<Said>) {
        said.clear();
        self.mark(folded, atoms, &mut buffers.found);
        let Marks { found: marks, sums, best } = buffers;
        best.clear();
        best.resize(self.labels.len(), (i32::MIN, 0));
        for start in windows(folded.tokens.len()) {
            sums.clear();
            sums.resize(self.labels.len(), 0);
            let mut count = 0;
            for mark in inside(marks, start) {
                self.rows.add(mark.place, sums);
                count += 1;
            }
            let share = i32::from(whole((f64::from(SHARE) * share(count)).round()));
            for ((known, sum), bias) in best.iter_mut().zip(sums.iter()).zip(&self.bias) {
                let said = bias + sum * share / i32::from(SHARE);
                if said > known.0 {
                    *known = (said, start);
                }
            }
        }
        for (label, (sum, start)) in best.iter().enumerate().filter(|(_, (sum, _))| *sum >= LEVELS[0].1) {
            let Ok(at) = u8::try_from(label) else { continue };
            let weight = |mark: &&Mark| self.rows.weight(mark.place, at, self.labels.len());
            let carrying = inside(marks, *start).max_by_key(weight);
            let Some(mark) = carrying else { continue };
            let first = self.first_rule + 4 * u16::from(at);
            for (rule, _) in (first..).zip(LEVELS).filter(|(_, (_, from))| *sum >= *from) {
                said.push(Said { rule, first: mark.first, last: mark.last });
            }
        }
    }

    /// Words, their beginnings and pieces, pairs of neighbours; types of stems and pairs of them.
    fn mark(&self, folded: &Folded, atoms: &[Atom], marks: &mut Vec<Mark>) {
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

impl Rows {
    /// Adds the weights of a place to the sums, one for each saying.
    fn add(&self, place: u32, sums: &mut [i32]) {
        let Some(row) = self.places.get(place as usize) else { return };
        let at = (row >> 8) as usize;
        match row & FULL {
            0 => {}
            FULL => {
                let row = self.full.get(at * sums.len()..).unwrap_or_default();
                // A window has some thousand features at most: the sums cannot overflow, and unchecked they are added many at once.
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum = sum.wrapping_add(i32::from(*weight));
                }
            }
            count => {
                for (label, weight) in self.weights.get(at..at + count as usize).unwrap_or_default() {
                    if let Some(sum) = sums.get_mut(usize::from(*label)) {
                        *sum = sum.wrapping_add(i32::from(*weight));
                    }
                }
            }
        }
    }

    /// The weight of a place for one of so many sayings.
    fn weight(&self, place: u32, label: u8, labels: usize) -> i8 {
        let row = self.places.get(place as usize).copied().unwrap_or(0);
        let at = (row >> 8) as usize;
        if row & FULL == FULL {
            return self.full.get(at * labels + usize::from(label)).copied().unwrap_or(0);
        }
        let weights = self.weights.get(at..at + (row & FULL) as usize).unwrap_or_default();
        weights.iter().find(|(one, _)| *one == label).map_or(0, |one| one.1)
    }

    /// Adds the next place, with labels and their weights, for so many sayings.
    fn push(&mut self, pairs: &[(u8, i8)], labels: usize) -> Option<()> {
        let (at, count) = if pairs.len() > FEW {
            let from = self.full.len();
            self.full.resize(from + labels, 0);
            for (label, weight) in pairs {
                *self.full.get_mut(from + usize::from(*label)).filter(|_| usize::from(*label) < labels)? = *weight;
            }
            (from / labels.max(1), FULL)
        } else {
            self.weights.extend(pairs);
            (self.weights.len() - pairs.len(), u32::try_from(pairs.len()).ok()?)
        };
        self.places.push(u32::try_from(at).ok().filter(|at| *at < 1 << 24)? << 8 | count);
        Some(())
    }
}

/// Reads the file: magic, count of labels, their biases as two bytes each; then, each sort of number for itself because like stands
/// beside like, for every place the count of its weights as one byte; for every weight how many labels were left out before its own; and
/// every weight, in steps of [`COARSE`] units.
fn decode(bytes: &[u8], count: usize) -> Option<(Vec<i32>, Rows)> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (labels, mut rest) = rest.split_first()?;
    if usize::from(*labels) != count {
        return None;
    }
    let mut bias = Vec::with_capacity(count);
    for _ in 0..count {
        let (pair, after) = rest.split_first_chunk::<2>()?;
        bias.push(i32::from(i16::from_le_bytes(*pair)));
        rest = after;
    }
    let (counts, rest) = rest.split_at_checked(PLACES)?;
    let whole: usize = counts.iter().map(|count| usize::from(*count)).sum();
    let (gaps, weights) = rest.split_at_checked(whole)?;
    if weights.len() != whole {
        return None;
    }
    let mut told = gaps.iter().zip(weights);
    let mut rows = Rows { places: Vec::with_capacity(PLACES), ..Rows::default() };
    let mut row: Vec<(u8, i8)> = Vec::new();
    for length in counts {
        row.clear();
        let mut label = 0_u8;
        for (gap, weight) in told.by_ref().take(usize::from(*length)) {
            label = label.checked_add(*gap)?;
            row.push((label, i8::from_le_bytes([*weight]).checked_mul(COARSE)?));
            label = label.checked_add(1)?;
        }
        rows.push(&row, count)?;
    }
    Some((bias, rows))
}

/// Writes the file that `decode` reads, from weights in log odds: `bias` by saying and `rows` by place.
#[must_use]
pub fn encode_learned(bias: &[f32], rows: &[Vec<f32>]) -> Vec<u8> {
    let units = |weight: f32| (f64::from(weight) / UNIT).round();
    let mut bytes = MAGIC.to_vec();
    bytes.push(u8::try_from(bias.len()).unwrap_or(u8::MAX));
    for one in bias {
        bytes.extend_from_slice(&whole(units(*one).clamp(-30_000.0, 30_000.0)).to_le_bytes());
    }
    let (mut counts, mut gaps, mut weights) = (Vec::with_capacity(PLACES), Vec::new(), Vec::new());
    for place in 0..PLACES {
        let (mut count, mut next) = (0_u8, 0_u8);
        for (weight, label) in rows.get(place).into_iter().flatten().zip(0_u8..) {
            let weight = whole(units(*weight).clamp(-126.0, 126.0));
            if weight.abs() >= SLIGHT {
                let steps = (weight + weight.signum()) / i16::from(COARSE);
                weights.extend(i8::try_from(steps).unwrap_or(0).to_le_bytes());
                gaps.push(label - next);
                next = label.saturating_add(1);
                count = count.saturating_add(1);
            }
        }
        counts.push(count);
    }
    [bytes, counts, gaps, weights].concat()
}

/// The whole number that a whole float is, for values that fit.
pub(crate) fn whole(value: f64) -> i16 {
    // Values are whole and clamped; there is no checked way from a float.
    let (mut low, mut high) = (i32::from(i16::MIN), i32::from(i16::MAX));
    while low < high {
        let middle = (low + high).div_euclid(2);
        if f64::from(middle) < value { low = middle + 1 } else { high = middle }
    }
    i16::try_from(low).unwrap_or(0)
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
        let mut marks = Vec::new();
        self.learned.mark(&folded, &atoms, &mut marks);
        windows(folded.tokens.len()).map(|start| inside(&marks, start).map(|mark| mark.place).collect()).collect()
    }
}
