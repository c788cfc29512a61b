//! For one word of the permuted bits: the places of the hashes in the order of its value, and where each value starts.
//! Both lie in the bytes of a segment as they lie in its file.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]

use super::segment::hash_of;
use crate::pdq::PdqHash;

/// Bytes of a line of the cache: where the places of its values start, then for each value how many places end with it,
/// packed into 60 bytes: 64 values of 7 bits or 32 of 15.
pub(super) const LINE: usize = 64;
/// Low bits of the values in a line of narrow counts.
const LOW_NARROW: u32 = 6;
/// The top bits by which hashes are parted first, so that each part is sorted within the cache.
const PARTS: u32 = 11;

/// Which bits of the permuted hash make a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    first_bit: u32,
    bits: u32,
    counts: Counts,
}

/// How wide the counts in a line are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    Narrow,
    Wide,
}

impl Word {
    /// Of `bits` bits, in a segment of `count` hashes. Where a line of 64 values would often hold more places than seven
    /// bits count, lines are wide.
    pub(super) const fn new(first_bit: u32, bits: u32, count: usize) -> Self {
        let counts = if count >> bits.saturating_sub(LOW_NARROW) > 80 { Counts::Wide } else { Counts::Narrow };
        Self { first_bit, bits, counts }
    }

    /// Low bits of the value, that tell it from the others of its line.
    #[inline(always)]
    pub(super) const fn low(self) -> u32 {
        match self.counts {
            Counts::Narrow => LOW_NARROW,
            Counts::Wide => 5,
        }
    }

    /// High bits of the value: the number of its line.
    #[inline(always)]
    pub(super) const fn high(self) -> u32 {
        self.bits - self.low()
    }

    /// Lines of its table.
    pub(super) const fn lines(self) -> usize {
        1 << self.high()
    }

    /// How many bits a count has; a count of ones alone marks a line whose values have more places than it can count.
    #[inline(always)]
    const fn width(self) -> usize {
        match self.counts {
            Counts::Narrow => 7,
            Counts::Wide => 15,
        }
    }

    /// The value of this word in a permuted hash.
    #[inline(always)]
    pub(super) fn of(self, hash: &PdqHash) -> u32 {
        let [a, b, c, d] = *hash.words();
        let (low, high) = match self.first_bit / 64 {
            0 => (a, b),
            1 => (b, c),
            2 => (c, d),
            _ => (d, 0),
        };
        let shift = self.first_bit % 64;
        let joined = low >> shift | high.checked_shl(64 - shift).unwrap_or(0);
        u32::try_from(joined & ((1 << self.bits) - 1)).unwrap_or(0)
    }
}

/// The table of one word, in place.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    pub(super) word: Word,
    pub(super) lines: &'a [[[u8; 4]; LINE / 4]],
    /// Places of the hashes, sorted by the value of the word.
    pub(super) places: &'a [[u8; 4]],
}

impl Table<'_> {
    /// Where the places of a line start.
    #[inline(always)]
    pub(super) fn start(&self, line: u32) -> Option<u32> {
        self.lines.get(line as usize).map(|[start, ..]| u32::from_le_bytes(*start))
    }

    /// Start and end, in [`Table::places`], of the hashes in which the word has the value `low` in `line`.
    #[inline(always)]
    pub(super) fn range(&self, line: u32, low: u32, hashes: &[[[u8; 8]; 4]]) -> (u32, u32) {
        let Some(cells) = self.lines.get(line as usize) else { return (0, 0) };
        let cell = |at: usize| cells.get(at).map_or(0, |cell| u64::from(u32::from_le_bytes(*cell)));
        let (width, low) = (self.word.width(), low as usize);
        let most = (1 << width) - 1;
        let count = |value: usize| {
            let bit = 32 + value * width;
            (cell(bit / 32) | cell(bit / 32 + 1) << 32) >> (bit % 32) & most
        };
        if count((1 << self.word.low()) - 1) == most {
            return self.range_in_crowd(line, low, hashes);
        }
        let before = low.checked_sub(1).map_or(0, count);
        let end = |count: u64| u32::try_from(cell(0) + count).unwrap_or(u32::MAX);
        (end(before), end(count(low)))
    }

    /// The same by halving the line: hashes that somebody repeated hundreds of times must not cost more than they are.
    #[cold]
    fn range_in_crowd(&self, line: u32, low: usize, hashes: &[[[u8; 8]; 4]]) -> (u32, u32) {
        let value = (line as usize) << self.word.low() | low;
        let of = |place: &[u8; 4]| {
            hashes.get(u32::from_le_bytes(*place) as usize).map_or(0, |hash| self.word.of(&hash_of(hash)) as usize)
        };
        let first = self.start(line).unwrap_or(0) as usize;
        let last = self.start(line + 1).map_or(self.places.len(), |start| start as usize);
        let places = self.places.get(first..last).unwrap_or_default();
        let start = first + places.partition_point(|place| of(place) < value);
        let end = first + places.partition_point(|place| of(place) <= value);
        (u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
    }
}

/// A table under construction, in the bytes of its segment.
pub(super) struct Building<'a> {
    pub(super) word: Word,
    pub(super) lines: &'a mut [[[u8; 4]; LINE / 4]],
    pub(super) places: &'a mut [[u8; 4]],
}

impl Building<'_> {
    /// Two passes part the hashes by the top bits of the word, then each part is sorted by counting. `room` is working
    /// memory, kept from word to word.
    pub(super) fn fill(self, hashes: &[[[u8; 8]; 4]], room: &mut Vec<(u32, u32)>) {
        let Self { word, lines, places } = self;
        let low = word.bits.saturating_sub(PARTS);
        let mut ends = [0_usize; 1 << PARTS];
        for hash in hashes {
            if let Some(count) = ends.get_mut((word.of(&hash_of(hash)) >> low) as usize) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            // Where the part starts; filling moves it to where it ends.
            sum += core::mem::replace(end, sum);
        }
        room.clear();
        room.resize(hashes.len(), (0, 0));
        for (hash, place) in hashes.iter().zip(0_u32..) {
            let value = word.of(&hash_of(hash));
            if let Some(next) = ends.get_mut((value >> low) as usize) {
                if let Some(cell) = room.get_mut(*next) {
                    *cell = (value, place);
                }
                *next += 1;
            }
        }
        let mut starts = Starts { word, lines, line: [0; LINE / 4], start: 0 };
        let mut counts = vec![0_u32; (1 << low) + 1];
        let (mut start, values) = (0, 1_u32 << low);
        for (end, part) in ends.into_iter().zip(0_u32..) {
            let items = room.get(start..end).unwrap_or_default();
            counts.fill(0);
            for (value, _) in items {
                if let Some(count) = counts.get_mut((value & (values - 1)) as usize + 1) {
                    *count += 1;
                }
            }
            let mut sum = u32::try_from(start).unwrap_or(u32::MAX);
            for count in &mut counts {
                sum += *count;
                *count = sum;
            }
            for (value, place) in items {
                if let Some(next) = counts.get_mut((value & (values - 1)) as usize) {
                    if let Some(cell) = places.get_mut(*next as usize) {
                        *cell = place.to_le_bytes();
                    }
                    *next += 1;
                }
            }
            // Each count is now where its value ends.
            for (end, value) in counts.iter().take(values as usize).zip(part << low..) {
                starts.push(value, *end);
            }
            start = end;
        }
    }
}

/// Lines under construction, value after value.
struct Starts<'a> {
    word: Word,
    lines: &'a mut [[[u8; 4]; LINE / 4]],
    /// The one being filled: where its places start, and the counts so far.
    line: [u32; LINE / 4],
    /// Where the places of the next value start.
    start: u32,
}

impl Starts<'_> {
    /// The places of `value` end at `end`; values come in order.
    fn push(&mut self, value: u32, end: u32) {
        let (low, width) = (self.word.low(), self.word.width());
        let within = value & ((1 << low) - 1);
        if within == 0 {
            self.line = [0; LINE / 4];
            self.line[0] = self.start;
        }
        let count = u64::from((end - self.line[0]).min((1 << width) - 1));
        let bit = 32 + within as usize * width;
        let shifted = count << (bit % 32);
        for (cell, part) in self.line.iter_mut().skip(bit / 32).zip([shifted & u64::from(u32::MAX), shifted >> 32]) {
            *cell |= u32::try_from(part).unwrap_or(0);
        }
        if within + 1 == 1 << low
            && let Some(line) = self.lines.get_mut((value >> low) as usize)
        {
            *line = self.line.map(u32::to_le_bytes);
        }
        self.start = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Few values and many hashes, so that lines of both widths and crowded lines occur.
    #[test]
    fn each_value_leads_to_its_hashes_and_to_no_others() {
        for (count, bits, crowd, low) in [(40, 9, 0, 6), (40, 9, 200, 6), (4_000, 9, 0, 5), (4_000, 9, 33_000, 5)] {
            let word = Word::new(37, bits, count);
            assert_eq!(word.low(), low);
            let scattered = (0..count as u64).map(|place| place.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let repeated = (0..crowd).map(|_| 77 << 37);
            let stored: Vec<_> = scattered.chain(repeated).map(|low| [low, 0, 0, 0].map(u64::to_le_bytes)).collect();
            let (mut lines, mut places) = (vec![[[0; 4]; LINE / 4]; word.lines()], vec![[0; 4]; stored.len()]);
            Building { word, lines: &mut lines, places: &mut places }.fill(&stored, &mut Vec::new());
            let table = Table { word, lines: &lines, places: &places };
            for value in 0..1 << bits {
                let (start, end) = table.range(value >> low, value & ((1 << low) - 1), &stored);
                let found: Vec<u32> =
                    places[start as usize..end as usize].iter().map(|place| u32::from_le_bytes(*place)).collect();
                let wanted: Vec<u32> = (stored.iter().zip(0..))
                    .filter_map(|(hash, place)| (word.of(&hash_of(hash)) == value).then_some(place))
                    .collect();
                assert_eq!(found, wanted, "{count} {crowd} {value}");
            }
        }
    }
}
