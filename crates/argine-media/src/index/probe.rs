//! Searching a segment: every value near each word of a query leads to candidates, and each candidate is compared whole.
//!
//! What it costs is waiting for memory. Many queries are therefore taken word by word, so that the table of one word stays
//! near, and their candidates in the order of memory, so that neighbours are compared together.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]

use fearless_simd::{Level, Simd, dispatch};

use super::segment::{Parts, hash_of};
use super::table::Table;
use super::{Answers, Hit};
use crate::pdq::PdqHash;

/// Candidates that are kept before they are compared: a set that repeats one hash a million times must not fill memory.
const MOST_CANDIDATES: usize = 1 << 20;
/// Candidates whose hashes are waited for together.
const TOGETHER: usize = 64;
/// From here on candidates are put in the order of memory first.
const ORDERED_FROM: usize = 1 << 14;
/// Parts of a segment whose candidates are compared together, as a power of two.
const PARTS: u32 = 11;

/// A hash that may be near a query: its place in the segment and the number of the query.
#[derive(Debug, Clone, Copy, Default)]
struct Candidate {
    place: u32,
    query: u32,
}

/// Compares each permuted query with what its words lead to, or with everything where words cannot tell.
pub(super) fn search(parts: &Parts<'_>, queries: &[PdqHash], radius: u32, answers: &mut Answers) {
    // The refined pigeonhole: radius = words × s + rest; among `rest + 1` words one is within s bits or among the
    // others one within s - 1.
    let words = u32::try_from(parts.tables.len()).unwrap_or(u32::MAX);
    let search = Search { parts, queries, radius, words };
    if words == 0 || radius / words > 3 {
        dispatch!(Level::new(), simd => search.compare_all(simd, answers));
    } else {
        dispatch!(Level::new(), simd => search.follow_words(simd, answers));
    }
}

struct Search<'a> {
    parts: &'a Parts<'a>,
    queries: &'a [PdqHash],
    radius: u32,
    words: u32,
}

impl Search<'_> {
    #[inline(always)]
    fn compare_all<S: Simd>(&self, _: S, answers: &mut Answers) {
        for (stored, place) in self.parts.hashes.iter().zip(0..) {
            let hash = hash_of(stored);
            for (query, number) in self.queries.iter().zip(0..) {
                let distance = hash.distance(query);
                if distance <= self.radius
                    && let Some(id) = self.parts.id(place)
                {
                    answers.add(number, Hit { id, distance });
                }
            }
        }
    }

    #[inline(always)]
    fn follow_words<S: Simd>(&self, simd: S, answers: &mut Answers) {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        let mut candidates: Vec<Candidate> = Vec::with_capacity(1 << 13);
        let mut room = Vec::new();
        let mut found = Vec::new();
        for (table, number) in self.parts.tables.iter().zip(0_u32..) {
            let Some(within) = within(self.radius, self.words, number) else { continue };
            for (query, number) in self.queries.iter().zip(0_u32..) {
                self.ranges(table, table.word.of(query), within, &mut ranges);
                touch(ranges.iter().filter_map(|(start, _)| table.places.get(*start as usize)).map(|[byte, ..]| *byte));
                for (start, end) in &ranges {
                    for run in table.places.get(*start as usize..*end as usize).unwrap_or_default().chunks(1 << 12) {
                        for place in run {
                            candidates.push(Candidate { place: u32::from_le_bytes(*place), query: number });
                        }
                        if candidates.len() >= MOST_CANDIDATES {
                            self.compare(simd, &mut candidates, &mut room, &mut found);
                        }
                    }
                }
            }
        }
        self.compare(simd, &mut candidates, &mut room, &mut found);
        // Several words may lead to one hash.
        found.sort_unstable();
        found.dedup();
        for (query, place, distance) in found {
            if let Some(id) = self.parts.id(place) {
                answers.add(query, Hit { id, distance });
            }
        }
    }

    /// Where the places of every value near `value` are.
    #[inline(always)]
    fn ranges(&self, table: &Table<'_>, value: u32, within: u32, ranges: &mut Vec<(u32, u32)>) {
        let (line, low) = (value >> table.word.low(), value & ((1 << table.word.low()) - 1));
        let mut lines = 0;
        near(line, table.word.high(), within, |line, _| lines ^= table.start(line).unwrap_or(0));
        core::hint::black_box(lines);
        ranges.clear();
        near(line, table.word.high(), within, |line, differing| {
            near(low, table.word.low(), within - differing, |low, _| {
                let range = table.range(line, low, self.parts.hashes);
                if range.0 < range.1 {
                    ranges.push(range);
                }
            });
        });
    }

    /// Compares the candidates whole and forgets them.
    #[inline(always)]
    fn compare<S: Simd>(
        &self,
        _: S,
        candidates: &mut Vec<Candidate>,
        room: &mut Vec<Candidate>,
        found: &mut Vec<(u32, u32, u32)>,
    ) {
        if candidates.len() >= ORDERED_FROM {
            self.in_order_of_memory(candidates, room);
        }
        for group in candidates.chunks(TOGETHER) {
            let near = group.iter().filter_map(|candidate| self.parts.hashes.get(candidate.place as usize));
            touch(near.map(|[[byte, ..], ..]| *byte));
            self.compare_group(group, found);
        }
        candidates.clear();
    }

    #[inline(always)]
    fn compare_group(&self, group: &[Candidate], found: &mut Vec<(u32, u32, u32)>) {
        for candidate in group {
            let Some(stored) = self.parts.hashes.get(candidate.place as usize) else { continue };
            let Some(query) = self.queries.get(candidate.query as usize) else { continue };
            let distance = hash_of(stored).distance(query);
            if distance <= self.radius {
                found.push((candidate.query, candidate.place, distance));
            }
        }
    }

    /// Parts the candidates by the top bits of their places, by counting.
    fn in_order_of_memory(&self, candidates: &mut Vec<Candidate>, room: &mut Vec<Candidate>) {
        let bits = usize::BITS - self.parts.hashes.len().leading_zeros();
        let low = bits.saturating_sub(PARTS);
        let mut ends = [0_usize; 1 << PARTS];
        for candidate in candidates.iter() {
            if let Some(count) = ends.get_mut((candidate.place >> low) as usize) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += core::mem::replace(end, sum);
        }
        room.clear();
        room.resize(candidates.len(), Candidate::default());
        for candidate in candidates.iter() {
            if let Some(next) = ends.get_mut((candidate.place >> low) as usize) {
                if let Some(cell) = room.get_mut(*next) {
                    *cell = *candidate;
                }
                *next += 1;
            }
        }
        core::mem::swap(candidates, room);
    }
}

/// Differing bits up to which word `number` of `words` is searched; none where it needs no search.
fn within(radius: u32, words: u32, number: u32) -> Option<u32> {
    let (within, rest) = (radius / words, radius % words);
    if number <= rest { Some(within) } else { within.checked_sub(1) }
}

/// Reads cells of memory that are about to be used. Reading and nothing else, the processor waits for a score of them at
/// once; with the work between them it would wait for one after the other.
#[inline(always)]
fn touch(cells: impl Iterator<Item = u8>) {
    core::hint::black_box(cells.fold(0, |all, cell| all ^ cell));
}

/// Every value of `bits` bits within `within` bits of `value`, up to three, and in how many it differs.
#[inline(always)]
fn near(value: u32, bits: u32, within: u32, mut take: impl FnMut(u32, u32)) {
    take(value, 0);
    if within == 0 {
        return;
    }
    for first in 0..bits {
        let once = value ^ 1 << first;
        take(once, 1);
        if within == 1 {
            continue;
        }
        for second in 0..first {
            let twice = once ^ 1 << second;
            take(twice, 2);
            if within > 2 {
                (0..second).for_each(|third| take(twice ^ 1 << third, 3));
            }
        }
    }
}
