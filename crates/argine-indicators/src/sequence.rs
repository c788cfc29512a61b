//! Digits in groups parted by single signs, as numbers of every sort are written.

use crate::phone;
use crate::text::{at, before, is_word, slice};

/// What may part two groups of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    /// Up to three spaces and signs.
    Signs,
    /// The end of one line too.
    Lines,
}

/// A number before it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    pub(crate) digits: usize,
    /// Digits of the longest group.
    pub(crate) longest: usize,
    pub(crate) end: usize,
    groups: usize,
}

impl Measure {
    /// No number.
    pub(crate) const NONE: Self = Self { digits: 0, longest: 0, end: 0, groups: 0 };

    /// A number of one group.
    pub(crate) const fn of_group(start: usize, end: usize) -> Self {
        let digits = end.wrapping_sub(start);
        Self { digits, longest: digits, end, groups: 1 }
    }

    /// Takes in the next group, where it is one of the same number.
    #[inline]
    pub(crate) fn goes_on(&mut self, bytes: &[u8], start: usize, end: usize) -> bool {
        let length = end.wrapping_sub(start);
        if !joins(bytes, self.end, start) || self.groups == GROUPS || self.digits > DIGITS || length > DIGITS {
            return false;
        }
        self.digits = self.digits.wrapping_add(length);
        self.longest = self.longest.max(length);
        self.end = end;
        self.groups = self.groups.wrapping_add(1);
        true
    }

    /// What is left of it behind its first groups, not measured yet.
    pub(crate) const fn rest(self) -> Self {
        Self { digits: 0, ..self }
    }

    /// Measured from its first group on, where it was not yet.
    pub(crate) fn measured(self, bytes: &[u8], start: usize) -> Self {
        if self.digits > 0 {
            return self;
        }
        let mut measure = Self { digits: 0, longest: 0, end: start, groups: 0 };
        Sequence::walk(bytes, start, Over::Signs, |from, to| {
            measure.digits += to - from;
            measure.longest = measure.longest.max(to - from);
            measure.end = to;
            measure.digits
        });
        measure
    }

    /// Whether it has too many digits in a row to be a number.
    pub(crate) const fn is_endless(self) -> bool {
        self.longest > DIGITS || self.digits == 0
    }
}

/// Digits in groups parted by single signs.
pub(crate) struct Sequence {
    digits: Digits,
    /// For each group: where it begins, where it ends, how many digits stand up to its end.
    pub(crate) groups: Groups,
}

/// At most this many groups are read as one number.
const GROUPS: usize = 18;
/// At most this many digits; a group may run over the limit by its own length.
const DIGITS: usize = 40;

/// At most this many signs stand between two groups.
pub(crate) const GAP: usize = 3;

/// Whether a sign may part two groups of one number.
pub(crate) const fn parts(sign: u8) -> bool {
    matches!(sign, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'_' | b'*')
}

/// Fewer digits are no number that is looked for here.
pub(crate) const SHORTEST: usize = 7;

/// Whether the groups that end and begin at these places are of one number.
#[inline]
fn joins(bytes: &[u8], end: usize, start: usize) -> bool {
    start.wrapping_sub(end) <= GAP && (end..start).all(|place| parts(at(bytes, place)))
}

/// Digits on the stack.
struct Digits {
    bytes: [u8; 2 * DIGITS],
    length: usize,
}

impl Digits {
    fn push(&mut self, digits: &[u8]) {
        for (target, byte) in self.bytes.iter_mut().skip(self.length).zip(digits) {
            *target = *byte;
        }
        self.length = (self.length + digits.len()).min(self.bytes.len());
    }

    const fn len(&self) -> usize {
        self.length
    }

    fn text(&self, from: usize, to: usize) -> &str {
        core::str::from_utf8(slice(&self.bytes, from, to.min(self.length))).unwrap_or("")
    }
}

/// Groups on the stack.
pub(crate) struct Groups {
    items: [(usize, usize, usize); GROUPS],
    length: usize,
}

impl core::ops::Deref for Groups {
    type Target = [(usize, usize, usize)];

    fn deref(&self) -> &Self::Target {
        self.items.get(..self.length).unwrap_or(&[])
    }
}

impl Groups {
    fn push(&mut self, group: (usize, usize, usize)) {
        if let Some(item) = self.items.get_mut(self.length) {
            *item = group;
            self.length += 1;
        }
    }
}

impl Sequence {
    pub(crate) fn read(bytes: &[u8], start: usize, over: Over) -> Self {
        let mut sequence = Self {
            digits: Digits { bytes: [0; 2 * DIGITS], length: 0 },
            groups: Groups { items: [(0, 0, 0); GROUPS], length: 0 },
        };
        Self::walk(bytes, start, over, |from, to| {
            sequence.digits.push(slice(bytes, from, to));
            sequence.groups.push((from, to, sequence.digits.len()));
            sequence.digits.len()
        });
        sequence
    }

    /// Tells `visit` each group; it says how many digits there are by then.
    fn walk(bytes: &[u8], start: usize, over: Over, mut visit: impl FnMut(usize, usize) -> usize) {
        let mut index = start;
        let mut groups = 0;
        let mut lines = u32::from(over == Over::Signs);
        loop {
            let from = index;
            while at(bytes, index).is_ascii_digit() {
                index += 1;
            }
            // "10am", "3kg": glued digits are no group.
            if index == from || at(bytes, index).is_ascii_alphabetic() || index - from > DIGITS {
                break;
            }
            groups += 1;
            if visit(from, index) > DIGITS || groups == GROUPS {
                break;
            }
            let mut next = index;
            while next - index < GAP && (parts(at(bytes, next)) || lines == 0 && at(bytes, next) == b'\n') {
                lines += u32::from(at(bytes, next) == b'\n');
                next += 1;
            }
            if next == index || !at(bytes, next).is_ascii_digit() {
                break;
            }
            index = next;
        }
    }

    /// "00" and a calling code: a whole international number.
    pub(crate) fn is_dialled_abroad(&self) -> bool {
        self.digits
            .text(0, DIGITS)
            .strip_prefix("00")
            .is_some_and(|rest| rest.len() >= 10 && phone::has_calling_code(rest))
    }

    /// How many digits stand from the group `first` on.
    pub(crate) fn digits_from(&self, first: usize) -> usize {
        let before = first.checked_sub(1).and_then(|index| self.groups.get(index)).map_or(0, |group| group.2);
        self.digits.len() - before
    }

    /// How many digits the groups `first..=last` have.
    pub(crate) fn count(&self, first: usize, last: usize) -> usize {
        let from = first.checked_sub(1).and_then(|index| self.groups.get(index)).map_or(0, |group| group.2);
        self.groups.get(last).map_or(0, |group| group.2).saturating_sub(from)
    }

    /// The digits of the groups `first..=last`.
    pub(crate) fn join(&self, first: usize, last: usize) -> &str {
        let from = first.checked_sub(1).and_then(|index| self.groups.get(index)).map_or(0, |group| group.2);
        let to = self.groups.get(last).map_or(0, |group| group.2);
        self.digits.text(from, to)
    }

    pub(crate) fn span(&self, first: usize, last: usize) -> (usize, usize) {
        let start = self.groups.get(first).map_or(0, |group| group.0);
        let end = self.groups.get(last).map_or(start, |group| group.1);
        (start, end)
    }

    pub(crate) fn lengths(&self, first: usize, last: usize) -> impl Iterator<Item = usize> {
        self.groups.get(first..=last).unwrap_or(&[]).iter().map(|group| group.1 - group.0)
    }
}

/// Whether a `+` stands before `start`, with at most a space or a bracket between.
pub(crate) fn is_plus(bytes: &[u8], start: usize) -> bool {
    plus_place(bytes, start).is_some()
}

pub(crate) fn plus_place(bytes: &[u8], start: usize) -> Option<usize> {
    let mut place = start;
    for _ in 0..3 {
        match before(bytes, place) {
            b'+' => return (!is_word(before(bytes, place - 1))).then(|| place - 1),
            b' ' | b'(' => place -= 1,
            _ => return None,
        }
    }
    None
}
