//! Numbers said backwards: "5, 4, 3, 2, 1".

use super::{Limit, When};
use crate::find::Lens;
use crate::text::slice;

/// How many numbers make a countdown.
const COUNTDOWN: usize = 4;
/// No number of two digits, and none less than one.
const NONE: u32 = 1_000;

/// "5 4 3 2 1", "10… 9… 8… 7…": the seconds that the last number leaves, counted from there.
pub(super) fn countdowns(lens: &Lens<'_>, limits: &mut Vec<Limit>) {
    let bytes = lens.bytes();
    // Spaces, commas and rows of dots stand between; one dot or a hyphen would make a version, a score, a date.
    let parted = |from: usize, to: usize| {
        let between = slice(bytes, from, to);
        let dots = memchr::memchr_iter(b'.', between).count();
        (1..=8).contains(&between.len())
            && between.iter().all(|byte| matches!(byte, b' ' | b',' | b'.' | b'\n' | b'!'))
            && (dots != 1 || between.len() > 1)
    };
    let known = limits.len();
    let mut chain = Chain { start: 0, end: 0, last: NONE, count: 0 };
    for run in lens.context.runs() {
        let value = match slice(bytes, run.start, run.end) {
            _ if !run.is_number() => NONE,
            [ones] => u32::from(ones & 15),
            [tens, ones] => u32::from(tens & 15) * 10 + u32::from(ones & 15),
            _ => NONE,
        };
        if value.wrapping_add(1) == chain.last && parted(chain.end, run.start) {
            chain = Chain { end: run.end, last: value, count: chain.count + 1, ..chain };
            continue;
        }
        if chain.count >= COUNTDOWN {
            chain.close(limits);
        }
        if value == NONE {
            chain.last = NONE;
            chain.count = 0;
            continue;
        }
        chain = Chain { start: run.start, end: run.end, last: value, count: 1 };
    }
    chain.close(limits);
    if limits.len() > known {
        let mut place = 0;
        limits.retain(|limit| {
            place += 1;
            place <= known || !lens.overlaps_taken(limit.start, limit.end)
        });
        limits.sort_by_key(|limit| (limit.start, limit.end));
    }
}

/// Numbers of which each is one less than the one before.
#[derive(Clone, Copy)]
struct Chain {
    start: usize,
    end: usize,
    /// [`NONE`] where nothing can go on.
    last: u32,
    count: usize,
}

impl Chain {
    /// Tells it where it is long enough.
    fn close(self, limits: &mut Vec<Limit>) {
        if self.count >= COUNTDOWN {
            limits.push(Limit { start: self.start, end: self.end, when: When::After(i64::from(self.last)) });
        }
    }
}
