//! An immutable part of the index: hashes, and for each word the places of the hashes in the order of that word.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]

use argine_model::Sha256;
use fearless_simd::{Level, Simd, dispatch};

use super::permutation::{permuted, restored};
use super::table::Table;
use super::{HashId, Hit};
use crate::pdq::PdqHash;

/// Segments this small are compared one by one.
const UNINDEXED_UP_TO: usize = 4_096;
/// Segments from here on have fewer, longer words: fewer hashes to a value and more values to look at.
const LARGE_FROM: usize = 4_000_000;
/// Bits of each word. Those at the end are searched with one differing bit less at radius 31, look at a tenth of the
/// values, and are worth fewer bits.
const LARGE: &[u32] = &[24, 24, 24, 24, 24, 24, 23, 23, 23, 23, 20];
const SMALL: &[u32] = &[22, 22, 22, 22, 22, 22, 22, 22, 20, 20, 20, 20];

/// Hashes that never change, with the tables that find them. Withdrawing strikes them out in the [`super::Index`].
pub struct Segment {
    hashes: Vec<Aligned>,
    ids: Vec<HashId>,
    words: Vec<Table>,
}

/// A permuted hash that never lies across two lines of the cache.
#[derive(Debug, Clone, Copy)]
#[repr(align(32))]
pub(super) struct Aligned(pub(super) PdqHash);

impl Segment {
    /// Builds the tables: a few passes over the hashes for each word.
    pub fn build(entries: impl IntoIterator<Item = (PdqHash, HashId)>) -> Self {
        let (hashes, ids): (Vec<Aligned>, Vec<HashId>) =
            entries.into_iter().map(|(hash, id)| (Aligned(permuted(&hash)), id)).unzip();
        let words = match hashes.len() {
            0..=UNINDEXED_UP_TO => &[],
            LARGE_FROM.. => LARGE,
            _ => SMALL,
        };
        let mut first = 0;
        let mut tables = Vec::with_capacity(words.len());
        let mut room = Vec::new();
        for bits in words {
            tables.push(Table::build(&hashes, first, *bits, &mut room));
            first += bits;
        }
        Self { hashes, ids, words: tables }
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
        self.hashes.iter().map(|hash| restored(&hash.0)).zip(self.ids.iter().copied())
    }

    /// Bytes held, the hashes included.
    pub fn memory(&self) -> usize {
        let tables: usize = self.words.iter().map(Table::memory).sum();
        tables + self.hashes.len() * (size_of::<Aligned>() + size_of::<HashId>())
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
        // Reading all ranges before any place, and all places before any hash, lets the processor wait for many memory
        // cells at once; a range is written whether or not it is empty, so that no branch has to be guessed.
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        let mut candidates: Vec<u32> = Vec::with_capacity(1 << 13);
        for (word, number) in self.words.iter().zip(0_u32..) {
            let Some(within) = within(radius, words, number) else { continue };
            let value = word.of(query);
            let mut filled = 0;
            ranges.resize(values(word.bits(), within), (0, 0));
            near(value, word.bits(), within, |value| {
                let range = word.range(value, &self.hashes);
                if let Some(place) = ranges.get_mut(filled) {
                    *place = range;
                }
                filled += usize::from(range.0 < range.1);
            });
            for (start, end) in ranges.iter().take(filled) {
                for place in word.places().get(*start as usize..*end as usize).unwrap_or_default() {
                    candidates.push(*place);
                }
            }
        }
        let mut found: Vec<(u32, u32)> = Vec::new();
        for place in &candidates {
            let Some(hash) = self.hashes.get(*place as usize) else { continue };
            let distance = hash.0.distance(query);
            if distance <= radius {
                found.push((*place, distance));
            }
        }
        // Several words may lead to one hash.
        found.sort_unstable();
        found.dedup();
        hits.extend(found.into_iter().filter_map(|(place, distance)| {
            let id = *self.ids.get(place as usize)?;
            Some(Hit { id, distance })
        }));
    }

    fn scan(&self, query: &PdqHash, radius: u32, hits: &mut Vec<Hit>) {
        for (hash, id) in self.hashes.iter().zip(&self.ids) {
            let distance = hash.0.distance(query);
            if distance <= radius {
                hits.push(Hit { id: *id, distance });
            }
        }
    }
}

/// Differing bits up to which word `number` of `words` is searched; none where it needs no search.
fn within(radius: u32, words: u32, number: u32) -> Option<u32> {
    let (within, rest) = (radius / words, radius % words);
    if number <= rest { Some(within) } else { within.checked_sub(1) }
}

/// How many values of `bits` bits are within `within` bits of one.
fn values(bits: u32, within: u32) -> usize {
    let bits = bits as usize;
    let of = [1, bits, bits * (bits - 1) / 2, bits * (bits - 1) * (bits - 2) / 6];
    of.iter().take(within as usize + 1).sum()
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
    /// read (about a quarter of a second for a million), so that a wrong table can never hide a hash.
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
