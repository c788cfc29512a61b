//! An immutable part of the index: hashes, and for each word the places of the hashes in the order of that word. It is
//! searched in the bytes of its file as they are, so that a file mapped into memory is neither copied nor built again.

use std::sync::Arc;

use argine_model::Sha256;

use super::permutation::{permuted, restored};
use super::table::{Building, LINE, Table, Word};
use super::{Answers, HashId, probe};
use crate::pdq::PdqHash;

/// Segments this small are compared one by one.
const UNINDEXED_UP_TO: usize = 4_096;
/// Segments from here on have fewer, longer words: fewer hashes to a value and more values to look at.
const LARGE_FROM: usize = 4_000_000;
/// Bits of each word. Those at the end are searched with one differing bit less at radius 31, look at a tenth of the
/// values, and are worth fewer bits.
const LARGE: &[u32] = &[24, 24, 24, 24, 24, 24, 23, 23, 23, 23, 20];
const SMALL: &[u32] = &[22, 22, 22, 22, 22, 22, 22, 22, 20, 20, 20, 20];

const MAGIC: &[u8; 16] = b"argine.segment/2";
/// Everything in a segment starts at a multiple of this, so that no hash and no line lies across two lines of the cache.
const ALIGNMENT: usize = 64;
/// Magic, number of hashes, zeros.
const HEADER: usize = 64;

/// Hashes that never change, with the tables that find them. Withdrawing strikes them out in the [`super::Index`].
#[derive(Clone)]
pub struct Segment {
    bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Where the segment starts in the bytes.
    start: usize,
    layout: Layout,
}

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
    /// Builds the tables: a few passes over the hashes for each word.
    pub fn build(entries: &[(PdqHash, HashId)]) -> Self {
        let layout = Layout::of(entries.len());
        let mut bytes = vec![0; layout.end + ALIGNMENT];
        let start = bytes.as_ptr().align_offset(ALIGNMENT).min(ALIGNMENT);
        let body = bytes.get_mut(start..start + layout.end).unwrap_or_default();
        let (head, mut tables) = body.split_at_mut(layout.tables);
        let (header, rest) = head.split_at_mut(HEADER.min(layout.tables));
        let name = MAGIC.iter().copied().chain((entries.len() as u64).to_le_bytes());
        header.iter_mut().zip(name).for_each(|(byte, value)| *byte = value);
        let (hashes, ids) = rest.split_at_mut(layout.ids - HEADER);
        for (cell, (hash, _)) in hashes.as_chunks_mut::<8>().0.as_chunks_mut::<4>().0.iter_mut().zip(entries) {
            *cell = permuted(hash).words().map(u64::to_le_bytes);
        }
        for (cell, (_, id)) in ids.as_chunks_mut().0.iter_mut().zip(entries) {
            *cell = id.0.to_le_bytes();
        }
        let hashes = hashes_in(hashes, entries.len());
        let mut room = Vec::new();
        for word in layout.words() {
            let (lines, rest) = tables.split_at_mut(word.lines() * LINE);
            let (places, rest) = rest.split_at_mut(padded(entries.len() * 4));
            let places = places.as_chunks_mut().0;
            Building { word, lines: lines.as_chunks_mut().0.as_chunks_mut().0, places }.fill(hashes, &mut room);
            tables = rest;
        }
        Self { bytes: Arc::new(bytes), start, layout }
    }

    /// A segment in the bytes of its file, for instance of one that is mapped into memory: they are read once for the
    /// checksum and stay where they are. They should start at a multiple of 64, as mapped files do; elsewhere the
    /// search is right and slower.
    ///
    /// # Errors
    /// The bytes are no segment, or not the one that was written.
    pub fn open(bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> Result<Self, SegmentError> {
        let (body, sum) = (*bytes).as_ref().split_last_chunk::<32>().ok_or(SegmentError::NotASegment)?;
        let rest = body.strip_prefix(MAGIC).ok_or(SegmentError::NotASegment)?;
        let (count, _) = rest.split_first_chunk::<8>().ok_or(SegmentError::Changed)?;
        let count = usize::try_from(u64::from_le_bytes(*count)).map_err(|_| SegmentError::Changed)?;
        // Before the layout is reckoned: a count that fits the file cannot overflow.
        if count > body.len() / 32 || Layout::of(count).end != body.len() || Sha256::of(body).as_bytes() != sum {
            return Err(SegmentError::Changed);
        }
        Ok(Self { start: 0, layout: Layout::of(count), bytes })
    }

    /// The file of the segment: its bytes, and the SHA-256 of them that ends the file.
    pub fn file(&self) -> (&[u8], Sha256) {
        let body = self.body();
        (body, Sha256::of(body))
    }

    /// Hashes in it, withdrawn ones too.
    pub const fn len(&self) -> usize {
        self.layout.count
    }

    /// Whether it holds nothing.
    pub const fn is_empty(&self) -> bool {
        self.layout.count == 0
    }

    /// Bytes held or mapped, the hashes included.
    pub const fn memory(&self) -> usize {
        self.layout.end
    }

    pub(super) fn count(&self, wanted: impl Fn(HashId) -> bool) -> usize {
        self.parts().ids().filter(|id| wanted(*id)).count()
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (PdqHash, HashId)> {
        let parts = self.parts();
        parts.hashes.iter().map(|hash| restored(&hash_of(hash))).zip(parts.ids())
    }

    pub(super) fn search(&self, queries: &[PdqHash], radius: u32, answers: &mut Answers) {
        let queries: Vec<PdqHash> = queries.iter().map(permuted).collect();
        probe::search(&self.parts(), &queries, radius, answers);
    }

    fn body(&self) -> &[u8] {
        (*self.bytes).as_ref().get(self.start..self.start + self.layout.end).unwrap_or_default()
    }

    fn parts(&self) -> Parts<'_> {
        let (body, layout) = (self.body(), self.layout);
        let hashes = hashes_in(body.get(HEADER..layout.ids).unwrap_or_default(), layout.count);
        let ids = numbers_in(body.get(layout.ids..layout.tables).unwrap_or_default(), layout.count);
        let mut tables = body.get(layout.tables..).unwrap_or_default();
        let tables = layout.words().map_while(|word| {
            let (lines, rest) = tables.split_at_checked(word.lines() * LINE)?;
            let (places, rest) = rest.split_at_checked(padded(layout.count * 4))?;
            tables = rest;
            Some(Table { word, lines: lines.as_chunks().0.as_chunks().0, places: numbers_in(places, layout.count) })
        });
        Parts { tables: tables.collect(), hashes, ids }
    }
}

impl core::fmt::Debug for Segment {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Segment({} hashes, {} words)", self.len(), self.layout.words().count())
    }
}

/// Where things lie in a segment: it follows from the number of hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layout {
    count: usize,
    /// Where the ids start, behind the header and the hashes.
    ids: usize,
    /// Where the tables start: for each word its lines, then its places.
    tables: usize,
    end: usize,
}

impl Layout {
    fn of(count: usize) -> Self {
        let ids = padded(HEADER + count * 32);
        let tables = padded(ids + count * 4);
        let layout = Self { count, ids, tables, end: tables };
        let table = |word: Word| word.lines() * LINE + padded(count * 4);
        Self { end: tables + layout.words().map(table).sum::<usize>(), ..layout }
    }

    /// The words that a segment of this size is searched by; none where it is compared one by one.
    fn words(self) -> impl Iterator<Item = Word> {
        let bits = match self.count {
            0..=UNINDEXED_UP_TO => &[],
            LARGE_FROM.. => LARGE,
            _ => SMALL,
        };
        bits.iter().scan(0, move |next, bits| {
            let first_bit = *next;
            *next += bits;
            Some(Word::new(first_bit, *bits, self.count))
        })
    }
}

/// A segment as it is searched.
pub(super) struct Parts<'a> {
    pub(super) tables: Vec<Table<'a>>,
    /// Permuted, as [`hash_of`] reads them.
    pub(super) hashes: &'a [[[u8; 8]; 4]],
    ids: &'a [[u8; 4]],
}

impl<'a> Parts<'a> {
    /// The id of the hash at a place.
    pub(super) fn id(&self, place: u32) -> Option<HashId> {
        self.ids.get(place as usize).map(|id| HashId(u32::from_le_bytes(*id)))
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = HashId> + use<'a> {
        self.ids.iter().map(|id| HashId(u32::from_le_bytes(*id)))
    }
}

/// A hash as it lies in a segment.
#[inline]
pub(super) fn hash_of(stored: &[[u8; 8]; 4]) -> PdqHash {
    PdqHash::from_words(stored.map(u64::from_le_bytes))
}

fn hashes_in(bytes: &[u8], count: usize) -> &[[[u8; 8]; 4]] {
    bytes.as_chunks().0.as_chunks().0.get(..count).unwrap_or_default()
}

fn numbers_in(bytes: &[u8], count: usize) -> &[[u8; 4]] {
    bytes.as_chunks().0.get(..count).unwrap_or_default()
}

const fn padded(length: usize) -> usize {
    length.next_multiple_of(ALIGNMENT)
}
