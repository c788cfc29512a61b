//! Numbers said backwards: "5, 4, 3, 2, 1".

use super::{Limit, When};
use crate::context::Run;
use crate::find::Lens;
use crate::text::slice;

/// How many numbers make a countdown.
const COUNTDOWN: usize = 4;

/// "5 4 3 2 1", "10… 9… 8… 7…": the seconds that the last number leaves, counted from there.
pub(super) fn countdowns(lens: &Lens<'_>, limits: &mut Vec<Limit>) {
    let bytes = lens.bytes();
    let small = |run: &Run| {
        if !run.is_number() || run.end - run.start > 2 {
            return None;
        }
        let digits = slice(bytes, run.start, run.end).iter();
        Some(digits.fold(0_i64, |value, byte| value * 10 + i64::from(byte.wrapping_sub(b'0'))))
    };
    // Spaces, commas and rows of dots stand between; one dot or a hyphen would make a version, a score, a date.
    let parted = |from: usize, to: usize| {
        let between = slice(bytes, from, to);
        let dots = between.split(|byte| *byte == b'.').count() - 1;
        (1..=8).contains(&between.len())
            && between.iter().all(|byte| matches!(byte, b' ' | b',' | b'.' | b'\n' | b'!'))
            && (dots != 1 || between.len() > 1)
    };
    let mut chain: Option<(usize, usize, i64, usize)> = None;
    let mut found = Vec::new();
    let mut close = |chain: Option<(usize, usize, i64, usize)>| {
        if let Some((start, end, last, _)) = chain.filter(|chain| chain.3 >= COUNTDOWN) {
            found.push(Limit { start, end, when: When::After(last) });
        }
    };
    for run in lens.context.runs() {
        let value = small(run);
        chain = match (chain, value) {
            (Some((start, end, last, count)), Some(value)) if value == last - 1 && parted(end, run.start) => {
                Some((start, run.end, value, count + 1))
            }
            (known, Some(value)) => {
                close(known);
                Some((run.start, run.end, value, 1))
            }
            (known, None) => {
                close(known);
                None
            }
        };
    }
    close(chain);
    found.retain(|limit| !lens.overlaps_taken(limit.start, limit.end));
    limits.extend(found);
    limits.sort_by_key(|limit| (limit.start, limit.end));
}
