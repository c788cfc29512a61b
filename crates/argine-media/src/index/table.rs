//! For one word of the permuted bits: the places of the hashes in the order of its value, and where each value starts.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]

use super::segment::Aligned;
use crate::pdq::PdqHash;

/// Values of the word that share a line of the cache.
const VALUES: usize = 60;
/// Marks a line whose values have more places than a byte can count: they are looked for one by one.
const CROWDED: u8 = u8::MAX;
/// The top bits by which hashes are parted first, so that each part is sorted within the cache.
const PARTS: u32 = 11;

/// The table of one word.
pub(super) struct Table {
    first_bit: u32,
    bits: u32,
    starts: Vec<Line>,
    /// Places of the hashes, sorted by the value of the word.
    places: Vec<u32>,
}

/// Where the places of 60 values start: the first one, then for each how many places end with it.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Line {
    start: u32,
    ends: [u8; VALUES],
}

impl Table {
    /// Two passes part the hashes by the top bits of the word, then each part is sorted by counting. `room` is working
    /// memory, kept from word to word.
    pub(super) fn build(hashes: &[Aligned], first_bit: u32, bits: u32, room: &mut Vec<(u32, u32)>) -> Self {
        let low = bits.saturating_sub(PARTS);
        let mut ends = [0_usize; 1 << PARTS];
        for hash in hashes {
            if let Some(count) = ends.get_mut((extract(&hash.0, first_bit, bits) >> low) as usize) {
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
            let value = extract(&hash.0, first_bit, bits);
            if let Some(next) = ends.get_mut((value >> low) as usize) {
                if let Some(cell) = room.get_mut(*next) {
                    *cell = (value, place);
                }
                *next += 1;
            }
        }
        let mut starts = Starts::new(bits);
        let mut places = vec![0; hashes.len()];
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
                        *cell = *place;
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
        Self { first_bit, bits, starts: starts.lines, places }
    }

    /// Bits of the word.
    pub(super) const fn bits(&self) -> u32 {
        self.bits
    }

    /// Places of the hashes, sorted by the value of the word.
    pub(super) fn places(&self) -> &[u32] {
        &self.places
    }

    /// Bytes held.
    pub(super) fn memory(&self) -> usize {
        self.starts.len() * size_of::<Line>() + self.places.len() * size_of::<u32>()
    }

    /// The value of this word in a permuted hash.
    #[inline(always)]
    pub(super) fn of(&self, hash: &PdqHash) -> u32 {
        extract(hash, self.first_bit, self.bits)
    }

    /// Start and end, in [`Table::places`], of the hashes in which the word has this value.
    #[inline(always)]
    pub(super) fn range(&self, value: u32, hashes: &[Aligned]) -> (u32, u32) {
        let (line, within) = (value as usize / VALUES, value as usize % VALUES);
        let Some(line) = self.starts.get(line) else { return (0, 0) };
        let [.., last] = line.ends;
        if last == CROWDED {
            return self.range_in_crowd(value, hashes);
        }
        let end = line.ends.get(within).copied().unwrap_or(0);
        let before = within.checked_sub(1).and_then(|before| line.ends.get(before)).copied().unwrap_or(0);
        (line.start.wrapping_add(u32::from(before)), line.start.wrapping_add(u32::from(end)))
    }

    /// The same by halving: hashes that somebody repeated hundreds of times must not cost more than they are.
    #[cold]
    fn range_in_crowd(&self, value: u32, hashes: &[Aligned]) -> (u32, u32) {
        let of = |place: &u32| hashes.get(*place as usize).map_or(0, |hash| self.of(&hash.0));
        let start = self.places.partition_point(|place| of(place) < value);
        let end = self.places.partition_point(|place| of(place) <= value);
        (u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
    }
}

/// Lines under construction, value after value.
struct Starts {
    lines: Vec<Line>,
    /// Where the places of the line being filled start.
    start: u32,
}

impl Starts {
    fn new(bits: u32) -> Self {
        let lines = (1_usize << bits).div_ceil(VALUES);
        Self { lines: vec![Line { start: 0, ends: [0; VALUES] }; lines], start: 0 }
    }

    /// The places of `value` end at `end`; values come in order.
    fn push(&mut self, value: u32, end: u32) {
        let within = value as usize % VALUES;
        let Some(line) = self.lines.get_mut(value as usize / VALUES) else { return };
        if within == 0 {
            line.start = self.start;
        }
        let count = u8::try_from(end - line.start).unwrap_or(CROWDED);
        if let Some(place) = line.ends.get_mut(within) {
            *place = count;
        }
        // The last one of a line tells a crowd, also in a line that is not full.
        let [.., last] = &mut line.ends;
        *last = (*last).max(count);
        self.start = end;
    }
}

/// `bits` bits from bit `first` on.
#[inline(always)]
fn extract(hash: &PdqHash, first: u32, bits: u32) -> u32 {
    let [a, b, c, d] = *hash.words();
    let (low, high) = match first / 64 {
        0 => (a, b),
        1 => (b, c),
        2 => (c, d),
        _ => (d, 0),
    };
    let shift = first % 64;
    let joined = low >> shift | high.checked_shl(64 - shift).unwrap_or(0);
    u32::try_from(joined & ((1 << bits) - 1)).unwrap_or(0)
}
