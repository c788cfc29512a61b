//! Comparing hashes with the widest registers there are.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]

use fearless_simd::{Level, Simd, dispatch};

use super::{Answers, HashId, Hit};
use crate::pdq::PdqHash;

/// Hashes that stay in the nearest memory while every query is compared with them.
const BLOCK: usize = 512;

/// Compares each query with every hash of `set`.
pub(super) fn scan(set: &[(PdqHash, HashId)], queries: &[PdqHash], radius: u32, answers: &mut Answers) {
    dispatch!(Level::new(), simd => scan_wide(simd, set, queries, radius, answers));
}

/// Rows of 64, so that the common answer "nothing here" is found without a branch per hash.
#[inline(always)]
fn scan_wide<S: Simd>(_: S, set: &[(PdqHash, HashId)], queries: &[PdqHash], radius: u32, answers: &mut Answers) {
    for block in set.chunks(BLOCK) {
        for (query, number) in queries.iter().zip(0..) {
            for row in block.chunks(64) {
                let nearest = row.iter().fold(u32::MAX, |nearest, (hash, _)| nearest.min(hash.distance(query)));
                if nearest <= radius {
                    for (hash, id) in row {
                        let distance = hash.distance(query);
                        if distance <= radius {
                            answers.add(number, Hit { id: *id, distance });
                        }
                    }
                }
            }
        }
    }
}
