//! Exact search: every hash within a distance of 31, none missed, in a set that changes while it is searched.
//!
//! Up to 50,000 hashes are compared one by one. Above, immutable segments are searched by words (multi-index hashing,
//! Norouzi, Punjani and Fleet 2014): the 256 bits are cut into words, and two hashes that differ in at most 31 bits are
//! near in at least one word, so that only buckets near each word are looked at. What is new lies in a small tail that is
//! compared one by one; what is withdrawn is struck out. Both hold from the next query on.

mod bits;
mod permutation;
mod probe;
mod segment;
mod table;

use std::collections::BTreeSet;

pub use segment::{Segment, SegmentError};

use crate::pdq::PdqHash;

/// Most differing bits of a match in the standard.
pub const MATCH_RADIUS: u32 = 31;
/// Hashes that are faster compared one by one than looked up.
pub const BRUTE_FORCE_UP_TO: usize = 50_000;
/// Hashes in the tail before it is worth building a segment of them.
pub const TAIL_UP_TO: usize = 20_000;

/// The number that whoever keeps the record gave to a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HashId(pub u32);

/// One hash near a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Which one.
    pub id: HashId,
    /// Differing bits.
    pub distance: u32,
}

/// A set of hashes that can be searched while hashes are added and withdrawn.
#[derive(Debug, Default)]
pub struct Index {
    segments: Vec<Segment>,
    tail: Vec<(PdqHash, HashId)>,
    /// Struck out of the segments; the tail forgets at once.
    withdrawn: BTreeSet<HashId>,
}

impl Index {
    /// From a set that is known beforehand.
    pub fn build(hashes: Vec<(PdqHash, HashId)>) -> Self {
        let mut index = Self { tail: hashes, ..Self::default() };
        if index.tail.len() > BRUTE_FORCE_UP_TO {
            index.seal();
        }
        index
    }

    /// Adds a set of hashes at once, and builds a segment of them where that pays.
    pub fn extend(&mut self, hashes: Vec<(PdqHash, HashId)>) {
        self.tail.extend(hashes);
        if self.wants_sealing() {
            self.seal();
        }
    }

    /// With a segment that was built earlier, for instance one in a file that is mapped into memory.
    pub fn add_segment(&mut self, segment: Segment) {
        self.segments.push(segment);
    }

    /// Adds a hash: the next query finds it. An id that was withdrawn comes back with its new hash only when it was
    /// never in a segment; give a new id to a new hash.
    pub fn add(&mut self, hash: PdqHash, id: HashId) {
        self.tail.push((hash, id));
    }

    /// Withdraws every hash with this id: the next query does not find it.
    pub fn withdraw(&mut self, id: HashId) {
        self.tail.retain(|(_, kept)| *kept != id);
        if !self.segments.is_empty() {
            self.withdrawn.insert(id);
        }
    }

    /// Whether the tail has grown enough for [`Index::seal`] to pay.
    pub fn wants_sealing(&self) -> bool {
        self.tail.len() > TAIL_UP_TO && (!self.segments.is_empty() || self.tail.len() > BRUTE_FORCE_UP_TO)
    }

    /// Builds a segment of the tail. Withdrawn hashes stay struck out.
    pub fn seal(&mut self) {
        if !self.tail.is_empty() {
            self.segments.push(Segment::build(&core::mem::take(&mut self.tail)));
        }
    }

    /// Builds one segment of everything and really drops what was withdrawn.
    pub fn compact(&mut self) {
        let withdrawn = core::mem::take(&mut self.withdrawn);
        let segments = core::mem::take(&mut self.segments);
        let kept = segments.iter().flat_map(Segment::entries).filter(|(_, id)| !withdrawn.contains(id));
        let mut all: Vec<_> = kept.collect();
        drop(segments);
        all.append(&mut self.tail);
        *self = Self::build(all);
    }

    /// Every hash within `radius` bits of `query`, nearest first, then by id. Exact.
    pub fn search(&self, query: &PdqHash, radius: u32) -> Vec<Hit> {
        self.search_each(core::slice::from_ref(query), radius).pop().unwrap_or_default()
    }

    /// For each query in its order what [`Index::search`] finds. Many at once cost a fraction of one by one: they share
    /// the waiting for memory.
    pub fn search_each(&self, queries: &[PdqHash], radius: u32) -> Vec<Vec<Hit>> {
        let mut answers = Answers(vec![Vec::new(); queries.len()]);
        for segment in &self.segments {
            segment.search(queries, radius, &mut answers);
        }
        if !self.withdrawn.is_empty() {
            answers.0.iter_mut().for_each(|hits| hits.retain(|hit| !self.withdrawn.contains(&hit.id)));
        }
        bits::scan(&self.tail, queries, radius, &mut answers);
        answers.0.iter_mut().for_each(|hits| hits.sort_unstable_by_key(|hit| (hit.distance, hit.id)));
        answers.0
    }

    /// Hashes that a query can find.
    pub fn len(&self) -> usize {
        let sealed: usize = self.segments.iter().map(Segment::len).sum();
        let struck =
            self.segments.iter().map(|segment| segment.count(|id| self.withdrawn.contains(&id))).sum::<usize>();
        sealed - struck + self.tail.len()
    }

    /// Whether a query can find nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The immutable parts, to be written to files by whoever may.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Bytes held for searching, the hashes themselves included.
    pub fn memory(&self) -> usize {
        self.segments.iter().map(Segment::memory).sum::<usize>() + self.tail.len() * size_of::<(PdqHash, HashId)>()
    }
}

/// What was found for each query, by its number.
struct Answers(Vec<Vec<Hit>>);

impl Answers {
    fn add(&mut self, query: u32, hit: Hit) {
        if let Some(hits) = self.0.get_mut(query as usize) {
            hits.push(hit);
        }
    }
}

#[cfg(test)]
mod tests;
