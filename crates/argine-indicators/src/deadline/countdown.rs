//! Numbers said backwards: "5, 4, 3, 2, 1".

use super::{Limit, When};
use crate::find::Lens;
use crate::text::{at, slice};

/// How many numbers make a countdown.
const COUNTDOWN: usize = 4;
/// At most this many signs stand between two of them.
const GAP: usize = 8;

/// Numbers of which each is one less than the one before; the span is bytes of the clean text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct FallingRow {
    start: usize,
    end: usize,
    /// The last of them.
    last: u8,
    count: usize,
}

/// The rows of falling numbers that a text holds, found while its runs are read.
#[derive(Default)]
pub(crate) struct FallingRows {
    rows: Vec<FallingRow>,
    open: FallingRow,
}

impl FallingRows {
    pub(crate) fn clear(&mut self) {
        self.rows.clear();
        self.open = FallingRow::default();
    }

    /// Sees a run of digits and the one before it.
    #[inline]
    pub(crate) fn see(&mut self, bytes: &[u8], last: (usize, usize), next: (usize, usize)) {
        let short = |(start, end): (usize, usize)| end.wrapping_sub(start) <= 2;
        // Most numbers neither go on with a row nor begin one.
        if next.0.wrapping_sub(last.1) <= GAP && parts(at(bytes, last.1)) && short(last) && short(next) {
            self.read(bytes, last, next);
        } else {
            self.close();
        }
    }

    fn read(&mut self, bytes: &[u8], last: (usize, usize), next: (usize, usize)) {
        let value = |(start, end): (usize, usize)| {
            slice(bytes, start, end).iter().fold(0_u8, |value, digit| value.wrapping_mul(10).wrapping_add(digit & 15))
        };
        let number = value(next);
        if number.wrapping_add(1) != value(last) || !parted(bytes, last.1, next.0) {
            return self.close();
        }
        if self.open.count == 0 {
            self.open = FallingRow { start: last.0, end: last.1, last: 0, count: 1 };
        }
        self.open = FallingRow { start: self.open.start, end: next.1, last: number, count: self.open.count + 1 };
    }

    /// Keeps the row that is open, where it is long enough.
    #[inline]
    pub(crate) fn close(&mut self) {
        if self.open.count >= COUNTDOWN {
            self.rows.push(self.open);
        }
        self.open.count = 0;
    }
}

/// Whether a sign may stand between two numbers of a row.
const fn parts(sign: u8) -> bool {
    matches!(sign, b' ' | b',' | b'.' | b'\n' | b'!')
}

/// Whether spaces, commas and rows of dots stand between two numbers; one dot or a hyphen would make a version, a score, a date.
fn parted(bytes: &[u8], from: usize, to: usize) -> bool {
    let between = slice(bytes, from, to);
    !between.is_empty() && between.iter().all(|sign| parts(*sign)) && (between.len() > 1 || between != b".")
}

/// "5 4 3 2 1", "10… 9… 8… 7…": the seconds that the last number leaves, counted from there.
pub(super) fn countdowns(lens: &Lens<'_>, limits: &mut Vec<Limit>) {
    let rows = lens.context.falling_rows().rows.iter().filter(|row| !lens.overlaps_taken(row.start, row.end));
    let known = limits.len();
    limits.extend(rows.map(|row| Limit { start: row.start, end: row.end, when: When::After(i64::from(row.last)) }));
    if limits.len() > known {
        limits.sort_by_key(|limit| (limit.start, limit.end));
    }
}
