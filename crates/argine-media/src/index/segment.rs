//! An immutable part of the index: hashes, and for each word the places of the hashes in the order of that word.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]

use argine_model::Sha256;
use fearless_simd::{Level, Simd, dispatch};

use super::{HashId, Hit};
use crate::pdq::PdqHash;

/// Segments this small are compared one by one.
const UNINDEXED_UP_TO: usize = 4_096;
/// Words of large segments and of those below a few millions: fewer words are longer, with fewer hashes to a bucket
/// and more buckets to look at.
const WORDS_LARGE: usize = 11;
const WORDS_SMALL: usize = 12;
const LARGE_FROM: usize = 4_000_000;

/// Hashes that never change, with the tables that find them. Withdrawing strikes them out in the [`super::Index`].
pub struct Segment {
    hashes: Vec<PdqHash>,
    ids: Vec<HashId>,
    words: Vec<Word>,
}

/// One word of the permuted bits.
struct Word {
    first_bit: u32,
    bits: u32,
    /// For each value of the word where its places start in `places`; one more entry ends the last.
    starts: Vec<u32>,
    /// Places in `hashes`, sorted by the value of the word.
    places: Vec<u32>,
    /// One bit for each value that occurs: small enough for the cache of the processor, where `starts` is not.
    occurs: Vec<u64>,
}

/// A fixed order of the 256 bits that takes neighbours apart: neighbouring frequencies of real pictures depend on each
/// other, and words of dependent bits fill few buckets. 149 is coprime to 256.
fn permuted(hash: &PdqHash) -> PdqHash {
    let mut words = [0_u64; 4];
    let source = hash.words();
    let mut from = 0_usize;
    for word in &mut words {
        for bit in 0..64 {
            let value = source.get(from / 64).map_or(0, |value| value >> (from % 64) & 1);
            *word |= value << bit;
            from = (from + 149) % 256;
        }
    }
    PdqHash::from_words(words)
}

impl Word {
    /// The value of this word in a permuted hash.
    #[inline(always)]
    fn of(&self, hash: &PdqHash) -> u32 {
        extract(hash, self.first_bit, self.bits)
    }
}

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

/// `words` words that cover the 256 bits, the first ones a bit longer.
fn cut(words: usize) -> impl Iterator<Item = (u32, u32)> {
    let words = u32::try_from(words).unwrap_or(u32::MAX);
    let (short, longer) = (256 / words, 256 % words);
    (0..words).map(move |word| (word * short + word.min(longer), short + u32::from(word < longer)))
}

impl Segment {
    /// Builds the tables: two passes over the hashes for each word.
    pub fn build(entries: impl IntoIterator<Item = (PdqHash, HashId)>) -> Self {
        let (hashes, ids): (Vec<PdqHash>, Vec<HashId>) =
            entries.into_iter().map(|(hash, id)| (permuted(&hash), id)).unzip();
        let words = match hashes.len() {
            0..=UNINDEXED_UP_TO => 0,
            LARGE_FROM.. => WORDS_LARGE,
            _ => WORDS_SMALL,
        };
        let words = cut(words.max(1)).take(words).map(|(first, bits)| word(&hashes, first, bits)).collect();
        Self { hashes, ids, words }
    }

    /// Hashes in it, withdrawn ones too.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    pub(super) fn count(&self, wanted: impl Fn(HashId) -> bool) -> usize {
        self.ids.iter().filter(|id| wanted(**id)).count()
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (PdqHash, HashId)> + '_ {
        self.hashes.iter().map(restored).zip(self.ids.iter().copied())
    }

    /// Bytes held, the hashes included.
    pub fn memory(&self) -> usize {
        let tables: usize =
            self.words.iter().map(|word| (word.starts.len() + word.places.len() + 2 * word.occurs.len()) * 4).sum();
        tables + self.hashes.len() * (size_of::<PdqHash>() + size_of::<HashId>())
    }

    pub(super) fn search(&self, query: &PdqHash, radius: u32, hits: &mut Vec<Hit>) {
        let query = permuted(query);
        dispatch!(Level::new(), simd => self.search_wide(simd, &query, radius, hits));
    }

    #[inline(always)]
    fn search_wide<S: Simd>(&self, _: S, query: &PdqHash, radius: u32, hits: &mut Vec<Hit>) {
        // The refined pigeonhole: radius = words × s + rest; among `rest + 1` words one is within s bits or among the
        // others one within s - 1.
        let words = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        if words == 0 || radius / words > 3 {
            return self.scan(query, radius, hits);
        }
        let (within, rest) = (radius / words, radius % words);
        let mut values: Vec<u32> = Vec::with_capacity(1 << 12);
        let mut ranges: Vec<(u32, u32)> = Vec::with_capacity(1 << 12);
        let mut candidates: Vec<u32> = Vec::with_capacity(1 << 13);
        for (word, number) in self.words.iter().zip(0_u32..) {
            let within = if number <= rest { Some(within) } else { within.checked_sub(1) };
            let Some(within) = within else { continue };
            values.clear();
            near(word.of(query), word.bits, within, |value| {
                if word.occurs(value) {
                    values.push(value);
                }
            });
            // Reading all ranges before any place, and all places before any hash, lets the processor wait for many
            // memory cells at once.
            ranges.clear();
            ranges.extend(values.iter().map(|value| word.range(*value)));
            candidates.clear();
            for (start, end) in &ranges {
                for place in word.places.get(*start as usize..*end as usize).unwrap_or_default() {
                    candidates.push(*place);
                }
            }
            for place in &candidates {
                let Some(hash) = self.hashes.get(*place as usize) else { continue };
                let distance = hash.distance(query);
                if distance <= radius && self.found_first_in(number, hash, query, radius) {
                    let id = self.ids.get(*place as usize).copied().unwrap_or(HashId(0));
                    hits.push(Hit { id, distance });
                }
            }
        }
    }

    /// Whether no earlier word has led to this hash already: hits are rare, candidates are many.
    fn found_first_in(&self, number: u32, hash: &PdqHash, query: &PdqHash, radius: u32) -> bool {
        let words = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        let (within, rest) = (radius / words, radius % words);
        !self.words.iter().zip(0_u32..number).any(|(word, earlier)| {
            let difference = (word.of(hash) ^ word.of(query)).count_ones();
            if earlier <= rest { difference <= within } else { within.checked_sub(1).is_some_and(|s| difference <= s) }
        })
    }

    fn scan(&self, query: &PdqHash, radius: u32, hits: &mut Vec<Hit>) {
        for (hash, id) in self.hashes.iter().zip(&self.ids) {
            let distance = hash.distance(query);
            if distance <= radius {
                hits.push(Hit { id: *id, distance });
            }
        }
    }
}

impl Word {
    #[inline(always)]
    fn occurs(&self, value: u32) -> bool {
        self.occurs.get(value as usize / 64).is_some_and(|word| word >> (value % 64) & 1 == 1)
    }

    #[inline(always)]
    fn range(&self, value: u32) -> (u32, u32) {
        match self.starts.get(value as usize..value as usize + 2) {
            Some([start, end]) => (*start, *end),
            _ => (0, 0),
        }
    }
}

/// Every value within `within` bits of `value`, up to three.
#[inline(always)]
fn near(value: u32, bits: u32, within: u32, mut take: impl FnMut(u32)) {
    take(value);
    if within == 0 {
        return;
    }
    for first in 0..bits {
        let once = value ^ 1 << first;
        take(once);
        if within == 1 {
            continue;
        }
        for second in 0..first {
            let twice = once ^ 1 << second;
            take(twice);
            if within > 2 {
                (0..second).for_each(|third| take(twice ^ 1 << third));
            }
        }
    }
}

/// Counting sort of the places by the value of a word.
fn word(hashes: &[PdqHash], first_bit: u32, bits: u32) -> Word {
    let mut starts = vec![0_u32; (1 << bits) + 2];
    for hash in hashes {
        if let Some(count) = starts.get_mut(extract(hash, first_bit, bits) as usize + 2) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    // `starts[value + 1]` is now where the value starts; filling moves it to where the next one does.
    let mut places = vec![0; hashes.len()];
    for (hash, place) in hashes.iter().zip(0_u32..) {
        if let Some(next) = starts.get_mut(extract(hash, first_bit, bits) as usize + 1) {
            if let Some(cell) = places.get_mut(*next as usize) {
                *cell = place;
            }
            *next += 1;
        }
    }
    starts.pop();
    let mut occurs = vec![0; (1_usize << bits).div_ceil(64)];
    for (value, range) in starts.windows(2).enumerate() {
        let occupied = matches!(range, [start, end] if start < end);
        if let Some(cell) = occurs.get_mut(value / 64) {
            *cell |= u64::from(occupied) << (value % 64);
        }
    }
    Word { first_bit, bits, starts, places, occurs }
}

fn restored(hash: &PdqHash) -> PdqHash {
    let mut words = [0_u64; 4];
    let mut to = 0_usize;
    for word in hash.words() {
        for bit in 0..64 {
            if let Some(cell) = words.get_mut(to / 64) {
                *cell |= (word >> bit & 1) << (to % 64);
            }
            to = (to + 149) % 256;
        }
    }
    PdqHash::from_words(words)
}

const MAGIC: &[u8; 16] = b"argine.segment/1";

/// A file that is no segment, or not the one that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SegmentError {
    /// It does not start as a segment does.
    #[error("not a segment of fingerprints")]
    NotASegment,
    /// Its length or its checksum is not the one written.
    #[error("the segment was changed or cut short")]
    Changed,
}

impl Segment {
    /// As a file: magic, number of hashes, hashes, ids, SHA-256 of all before. The tables are built again when it is
    /// read (about half a second for a million), so that a wrong table can never hide a hash.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(56 + self.len() * 36);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&(self.len() as u64).to_le_bytes());
        for (hash, _) in self.entries() {
            hash.words().iter().for_each(|word| bytes.extend_from_slice(&word.to_le_bytes()));
        }
        self.ids.iter().for_each(|id| bytes.extend_from_slice(&id.0.to_le_bytes()));
        let sum = Sha256::of(&bytes);
        bytes.extend_from_slice(sum.as_bytes());
        bytes
    }

    /// Reads what [`Segment::to_bytes`] wrote; the bytes may be a memory-mapped file.
    ///
    /// # Errors
    /// The bytes are no segment, or not the one that was written.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SegmentError> {
        let (body, sum) = bytes.split_last_chunk::<32>().ok_or(SegmentError::NotASegment)?;
        let rest = body.strip_prefix(MAGIC).ok_or(SegmentError::NotASegment)?;
        if Sha256::of(body).as_bytes() != sum {
            return Err(SegmentError::Changed);
        }
        let (count, rest) = rest.split_first_chunk::<8>().ok_or(SegmentError::Changed)?;
        let count = usize::try_from(u64::from_le_bytes(*count)).map_err(|_| SegmentError::Changed)?;
        let (hashes, ids) =
            count.checked_mul(32).and_then(|length| rest.split_at_checked(length)).ok_or(SegmentError::Changed)?;
        if count.checked_mul(4) != Some(ids.len()) {
            return Err(SegmentError::Changed);
        }
        let (words, _) = hashes.as_chunks::<8>();
        let (words, _) = words.as_chunks::<4>();
        let (ids, _) = ids.as_chunks::<4>();
        let hashes = words.iter().map(|words| PdqHash::from_words(words.map(u64::from_le_bytes)));
        Ok(Self::build(hashes.zip(ids.iter().map(|id| HashId(u32::from_le_bytes(*id))))))
    }
}

impl core::fmt::Debug for Segment {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Segment({} hashes, {} words)", self.len(), self.words.len())
    }
}
