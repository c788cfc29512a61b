//! Comparing hashes with the widest registers there are.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]

use fearless_simd::{Level, Simd, dispatch};

use super::{HashId, Hit};
use crate::pdq::PdqHash;

/// Compares `query` with every hash of `set`.
pub(super) fn scan(set: &[(PdqHash, HashId)], query: &PdqHash, radius: u32, hits: &mut Vec<Hit>) {
    dispatch!(Level::new(), simd => scan_wide(simd, set, query, radius, hits));
}

/// Blocks, so that the common answer "nothing here" is found without a branch per hash.
#[inline(always)]
fn scan_wide<S: Simd>(_: S, set: &[(PdqHash, HashId)], query: &PdqHash, radius: u32, hits: &mut Vec<Hit>) {
    for block in set.chunks(64) {
        let nearest = block.iter().fold(u32::MAX, |nearest, (hash, _)| nearest.min(hash.distance(query)));
        if nearest <= radius {
            for (hash, id) in block {
                let distance = hash.distance(query);
                if distance <= radius {
                    hits.push(Hit { id: *id, distance });
                }
            }
        }
    }
}
