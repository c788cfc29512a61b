//! Cues: what one entry shows, as numbers, and the fading memory of them that the fitted weights read.
//!
//! A cue is a type of stem or a rule, together with the side that showed it. Nothing of the words themselves is
//! kept: the weights know `other.SEND_WILL`, never a sentence.

use std::sync::LazyLock;

use crate::Recogniser;
use crate::families::Near;
use crate::forest::HeardEntry;
use crate::lexicon::{Atom, AtomType};
use crate::observe::Reading;

/// Places for types of atoms; the last one stands for a question mark.
const TYPES: u16 = 256;
/// The place of a question mark.
const QUESTION: u16 = TYPES - 1;
/// The place of a mail.
const MAIL: u16 = TYPES - 2;
/// The place of a conversation in which at least three wrote.
const GROUP: u16 = TYPES - 3;
/// What remains of a cue one entry later: half after forty-five entries, so that long chats do not add up.
const FADING: f64 = 0.985;
/// Up to so many entries, what remains is reckoned once for the process.
const KEPT: u32 = 1000;

/// The cues of one entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) message: u32,
    pub(crate) speaker: Option<u32>,
    from: usize,
    to: usize,
}

/// The cues of all entries, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    entries: Vec<Entry>,
    codes: Vec<u16>,
    /// Bytes of the words, for types.
    spans: Vec<Option<(u32, u32)>>,
}

impl Cues {
    /// Begins an entry.
    pub(crate) fn begin(&mut self, message: u32, speaker: Option<u32>) {
        let at = self.codes.len();
        self.entries.push(Entry { message, speaker, from: at, to: at });
    }

    fn push(&mut self, code: u16, span: Option<(u32, u32)>) {
        let Some(entry) = self.entries.last_mut() else { return };
        if self.codes.get(entry.from..).is_some_and(|codes| codes.contains(&code)) {
            return;
        }
        self.codes.push(code);
        self.spans.push(span);
        entry.to = self.codes.len();
    }

    /// Notes a stem.
    pub(crate) fn atom(&mut self, atom: &Atom, span: Option<(u32, u32)>) {
        self.push(u16::from(atom.kind.0), span);
    }

    /// Notes a question mark.
    pub(crate) fn question(&mut self) {
        self.push(QUESTION, None);
    }

    /// Notes that the entry is of a mail.
    pub(crate) fn mail(&mut self) {
        self.push(MAIL, None);
    }

    /// Notes that a third person has written.
    pub(crate) fn group(&mut self) {
        self.push(GROUP, None);
    }

    /// Notes a rule.
    pub(crate) fn rule(&mut self, rule: u16, span: Option<(u32, u32)>) {
        self.push(TYPES + rule, span);
    }

    /// Drops the last entry where it shows nothing.
    pub(crate) fn end(&mut self) {
        self.entries.pop_if(|entry| entry.from == entry.to);
    }

    /// The entries that show something.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The cues of an entry with the words they rest on, supposing who the other side is.
    pub(crate) fn of(&self, entry: Entry, side: Side) -> impl Iterator<Item = (u16, Option<(u32, u32)>)> + '_ {
        let codes = self.codes.get(entry.from..entry.to).unwrap_or_default();
        let spans = self.spans.get(entry.from..entry.to).unwrap_or_default();
        codes.iter().zip(spans).map(move |(code, span)| (code * 2 + u16::from(side == Side::Owner), *span))
    }

    /// The rules that speak in an entry.
    fn rules_of(&self, entry: Entry) -> impl Iterator<Item = usize> + '_ {
        let codes = self.codes.get(entry.from..entry.to).unwrap_or_default();
        codes.iter().filter_map(|code| code.checked_sub(TYPES).map(usize::from))
    }
}

/// Who showed a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The side under suspicion.
    Other,
    /// Everybody else.
    Owner,
}

/// The fading memory of cues: the value of each, from 0 to 1, falls from entry to entry and goes half of the way to 1
/// whenever the cue is seen again.
///
/// All values fade alike, so whoever sums them with weights needs no walk over them: see `Fading`.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    /// By cue, its value at its last entry, and that entry.
    values: Vec<(f64, u32)>,
    /// In the order in which they were first seen.
    seen: Vec<u16>,
}

impl Trail {
    /// Adds a cue seen at an entry; says by how much its value has grown.
    pub fn add(&mut self, cue: u16, message: u32) -> f64 {
        let at = usize::from(cue);
        if self.values.len() <= at {
            self.values.resize(at + 1, (0.0, u32::MAX));
        }
        let Some(known) = self.values.get_mut(at) else { return 0.0 };
        let before = if known.1 == u32::MAX {
            self.seen.push(cue);
            0.0
        } else {
            known.0 * remaining(message.saturating_sub(known.1))
        };
        let growth = (1.0 - before) / 2.0;
        *known = (before + growth, message);
        growth
    }

    /// Every cue seen so far with its value, as of an entry.
    pub fn values(&self, message: u32) -> impl Iterator<Item = (u16, f64)> + '_ {
        self.seen.iter().filter_map(move |cue| {
            let (value, last) = self.values.get(usize::from(*cue))?;
            Some((*cue, value * remaining(message.saturating_sub(*last))))
        })
    }
}

/// Sums over the values of a [`Trail`], one for each label: they fade as the values do, and grow where these grow.
#[derive(Debug)]
pub(crate) struct Fading {
    sums: Vec<f64>,
    last: u32,
}

impl Fading {
    /// Sums of nothing.
    pub(crate) fn new(labels: usize) -> Self {
        Self { sums: vec![0.0; labels], last: 0 }
    }

    /// The sums as of an entry.
    pub(crate) fn at(&mut self, message: u32) -> &[f64] {
        if message > self.last {
            let remains = remaining(message - self.last);
            self.sums.iter_mut().for_each(|sum| *sum *= remains);
            self.last = message;
        }
        &self.sums
    }

    /// Adds what a cue's growth weighs.
    pub(crate) fn grow(&mut self, row: &[f64], growth: f64) {
        for (sum, weight) in self.sums.iter_mut().zip(row) {
            *sum += weight * growth;
        }
    }
}

/// What remains after so many entries.
fn remaining(entries: u32) -> f64 {
    static REMAINS: LazyLock<Vec<f64>> = LazyLock::new(|| (0..=KEPT).map(faded).collect());
    REMAINS.get(entries as usize).copied().unwrap_or_else(|| faded(entries))
}

/// The same, by multiplications only.
fn faded(entries: u32) -> f64 {
    let (mut power, mut base, mut left) = (1.0, FADING, entries);
    while left > 0 {
        if left & 1 == 1 {
            power *= base;
        }
        base *= base;
        left >>= 1;
    }
    power
}

impl Recogniser {
    /// How many cues there are.
    pub(crate) fn cue_count(&self) -> usize {
        2 * (usize::from(TYPES) + self.rules.len() + self.families.cue_count())
    }

    /// The cues of an entry for what stands together: see [`crate::families`].
    pub(crate) fn together(&self, cues: &Cues, entry: Entry, side: Side, near: &mut Near, found: &mut Vec<u16>) {
        let shown = self.families.shown_by(cues.rules_of(entry), side);
        self.families.cues(shown, entry.message, near, found);
        let first = usize::from(TYPES) + self.rules.len();
        for cue in found {
            *cue = u16::try_from(2 * (first + usize::from(*cue))).unwrap_or(u16::MAX);
        }
    }

    /// The name of a cue: the side, then a type of stem or the id of a rule.
    pub fn cue_name(&self, cue: u16) -> Option<String> {
        let side = if cue.is_multiple_of(2) { "other" } else { "owner" };
        let code = cue / 2;
        if let Some(family) = usize::from(code).checked_sub(usize::from(TYPES) + self.rules.len()) {
            return self.families.cue_name(family).filter(|_| side == "other");
        }
        let name = if code == QUESTION {
            "question"
        } else if code == MAIL {
            "mail"
        } else if code == GROUP {
            "group"
        } else if code < TYPES {
            self.lexicon.name(AtomType(u8::try_from(code).ok()?))?
        } else {
            self.rule(code - TYPES)?.id.as_str()
        };
        Some(format!("{side}:{name}"))
    }

    /// Which side speaks, under a supposition.
    pub(crate) fn side(speaker: Option<u32>, suspect: Option<u32>) -> Side {
        if speaker.is_none() || speaker == suspect { Side::Other } else { Side::Owner }
    }

    /// What every entry shows, supposing that `suspect` is the other side: what the weights are fitted on.
    pub fn shown(&self, conversation: &argine_model::Conversation, suspect: u32) -> Vec<Shown> {
        let Reading { cues, heard, .. } = self.observe(conversation);
        let (mut near, mut together) = (Near::default(), Vec::new());
        let mut heard = heard.entries().peekable();
        let of = |entry: &Entry| {
            let side = Self::side(entry.speaker, Some(suspect));
            self.together(&cues, *entry, side, &mut near, &mut together);
            let codes = cues.of(*entry, side).map(|(cue, _)| cue).chain(together.drain(..)).collect();
            Shown {
                message: entry.message,
                by_owner: side == Side::Owner,
                cues: codes,
                said: said_at(&mut heard, entry.message).to_vec(),
            }
        };
        cues.entries().iter().map(of).collect()
    }
}

/// What one entry shows.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The entry.
    pub message: u32,
    /// Whether it is not of the side under suspicion.
    pub by_owner: bool,
    /// Its cues.
    pub cues: Vec<u16>,
    /// Sayings with units of 1/16 log odds.
    pub said: Vec<(u8, i16)>,
}

/// What the entry at this message says; entries before it are passed over.
pub(crate) fn said_at<'a>(
    heard: &mut core::iter::Peekable<impl Iterator<Item = (HeardEntry, &'a [(u8, i16)])>>,
    message: u32,
) -> &'a [(u8, i16)] {
    let mut said: &[(u8, i16)] = &[];
    while let Some((entry, words)) = heard.next_if(|(entry, _)| entry.message <= message) {
        said = if entry.message == message { words } else { &[] };
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn fading_sums_are_the_sums_over_the_values(
            seen in proptest::collection::vec((0_u16..6, proptest::prop_oneof![9 => 0_u32..90, 1 => 0_u32..3000]), 1..60),
            weights in proptest::collection::vec(-4.0_f64..4.0, 6),
        ) {
            let (mut trail, mut sums, mut message) = (Trail::default(), Fading::new(1), 0);
            for (cue, gap) in seen {
                message += gap;
                sums.at(message);
                let growth = trail.add(cue, message);
                sums.grow(&[weights[usize::from(cue)]], growth);
                let walked: f64 = trail.values(message).map(|(cue, value)| weights[usize::from(cue)] * value).sum();
                proptest::prop_assert!((sums.at(message)[0] - walked).abs() < 1e-9);
            }
            proptest::prop_assert!(trail.values(message).all(|(_, value)| (0.0..1.0).contains(&value)));
        }
    }
}
