//! The numbers of a text, from its runs of digits: which stand together as one number, and which of them may be a value.
//!
//! Most runs of digits of a chat are hours, days, ages and prices: all are judged in one loop behind the pass over the text, and
//! few are kept.

use crate::context::Run;
use crate::deadline::FallingRows;
use crate::sequence::{Measure, SHORTEST};
use crate::text::{at, before};
use crate::wallet;

/// Where digits stand in a text, and what they may be.
#[derive(Default)]
pub(crate) struct Numbers {
    /// Where each run of digits begins and ends.
    digits: Vec<(usize, usize)>,
    /// Where those begin that may be the first number of a day.
    pub(crate) dates: Vec<usize>,
    pub(crate) falling_rows: FallingRows,
}

impl Numbers {
    pub(crate) fn clear(&mut self) {
        self.digits.clear();
        self.dates.clear();
        self.falling_rows.clear();
    }

    /// Notes the next run of digits.
    #[inline]
    pub(crate) fn push(&mut self, start: usize, end: usize) {
        self.digits.push((start, end));
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.digits.is_empty()
    }

    /// Reads what was noted, and puts into `kept` the first run of each number that may be a value.
    pub(crate) fn read(&mut self, bytes: &[u8], kept: &mut Vec<Run>) {
        let Self { digits, dates, falling_rows } = self;
        let mut known: Option<(usize, usize, Measure)> = None;
        let mut last = (0, 0);
        for (start, end) in digits.iter().copied() {
            let length = end.wrapping_sub(start);
            if length <= 4
                && matches!(at(bytes, end), b'/' | b'-' | b'.')
                && at(bytes, end.wrapping_add(1)).is_ascii_digit()
            {
                dates.push(start);
            }
            falling_rows.see(bytes, last, (start, end));
            last = (start, end);
            if let Some((_, _, number)) = &mut known
                && number.goes_on(bytes, start, end)
            {
                continue;
            }
            if let Some((start, end, number)) = known
                && may_be_value(bytes, start, end, number)
            {
                kept.push(Run::of_digits(start, end, number));
            }
            known = Some((start, end, Measure::of_group(start, end)));
        }
        if let Some((start, end, number)) = known
            && may_be_value(bytes, start, end, number)
        {
            kept.push(Run::of_digits(start, end, number));
        }
        falling_rows.close();
    }
}

/// Whether a number with its first group at `start..end` may be a value, or a piece of one.
#[inline]
fn may_be_value(bytes: &[u8], start: usize, end: usize, number: Measure) -> bool {
    let length = end.wrapping_sub(start);
    let last = before(bytes, start);
    let next = at(bytes, number.end);
    number.digits >= SHORTEST
        || last == b'+'
        // It goes on in the next line.
        || next == b'\n' && at(bytes, number.end.wrapping_add(1)).is_ascii_digit()
        // "I T 6 0 …": an IBAN in single signs.
        || length == 1 && last == b' ' && before(bytes, start.wrapping_sub(1)).is_ascii_alphabetic()
        || length >= wallet::SHORTEST_PIECE && wallet::opens_piece(bytes, start)
}
