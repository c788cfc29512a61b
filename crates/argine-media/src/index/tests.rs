use proptest::prelude::*;

use super::*;

/// A fixed sequence of numbers that look random (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ value >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ value >> 31
    }

    fn hash(&mut self) -> PdqHash {
        PdqHash::from_words(core::array::from_fn(|_| self.next()))
    }
}

fn flipped(hash: &PdqHash, bits: impl IntoIterator<Item = usize>) -> PdqHash {
    let mut words = *hash.words();
    bits.into_iter().for_each(|bit| words[bit % 256 / 64] ^= 1 << (bit % 64));
    PdqHash::from_words(words)
}

fn brute(set: &[(PdqHash, HashId)], query: &PdqHash, radius: u32) -> Vec<Hit> {
    let mut hits: Vec<Hit> = set
        .iter()
        .map(|(hash, id)| Hit { id: *id, distance: hash.distance(query) })
        .filter(|hit| hit.distance <= radius)
        .collect();
    hits.sort_unstable_by_key(|hit| (hit.distance, hit.id));
    hits
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]
    /// Clusters around a few templates, so that many distances near the radius occur; every answer is that of
    /// comparing one by one, also after withdrawals and additions.
    #[test]
    fn every_answer_is_that_of_comparing_one_by_one(
        seed in any::<u64>(),
        radius in 0_u32..=40,
        changes in proptest::collection::vec((0..6_000_u32, 0_usize..70), 1..10),
    ) {
        let mut numbers = Numbers(seed);
        let templates: Vec<PdqHash> = (0..40).map(|_| numbers.hash()).collect();
        let mut set: Vec<(PdqHash, HashId)> = (0..6_000_u32)
            .map(|id| {
                let near = templates[usize::try_from(numbers.next() % 40).unwrap()];
                let bits = numbers.next() % 50;
                (flipped(&near, (0..bits).map(|_| usize::try_from(numbers.next() % 256).unwrap())), HashId(id))
            })
            .collect();
        let mut index = Index::default();
        index.tail.clone_from(&set);
        index.seal();
        for (id, bits) in changes {
            let query = flipped(&set[id as usize % set.len()].0, (0..bits).map(|bit| bit * 37));
            prop_assert_eq!(index.search(&query, radius), brute(&set, &query, radius));
            index.withdraw(HashId(id));
            set.retain(|(_, kept)| *kept != HashId(id));
            let added = (flipped(&query, [3]), HashId(100_000 + id));
            index.add(added.0, added.1);
            set.push(added);
            prop_assert_eq!(index.search(&query, radius), brute(&set, &query, radius));
        }
        prop_assert_eq!(index.len(), set.len());
        let query = templates[0];
        index.compact();
        prop_assert_eq!(index.search(&query, radius), brute(&set, &query, radius));
    }
}

#[test]
fn planted_hashes_are_found_at_every_distance_and_not_beyond() {
    let mut numbers = Numbers(7);
    let set: Vec<_> = (0..60_000).map(|id| (numbers.hash(), HashId(id))).collect();
    let index = Index::build(set.clone());
    assert_eq!(index.segments().len(), 1);
    for distance in 0..=40_u32 {
        let (planted, id) = set[distance as usize * 991];
        let start = usize::try_from(numbers.next() % 256).unwrap();
        let query = flipped(&planted, (0..distance as usize).map(|bit| start + bit * 7));
        let hits = index.search(&query, MATCH_RADIUS);
        assert_eq!(hits.contains(&Hit { id, distance }), distance <= MATCH_RADIUS, "{distance}");
    }
}

#[test]
fn a_segment_is_read_back_and_a_changed_one_is_refused() {
    let mut numbers = Numbers(11);
    let set: Vec<_> = (0..5_000).map(|id| (numbers.hash(), HashId(id * 3))).collect();
    let segment = Segment::build(set.clone());
    let bytes = segment.to_bytes();
    let mut index = Index::default();
    index.add_segment(Segment::from_bytes(&bytes).unwrap());
    assert_eq!(index.search(&set[4_321].0, MATCH_RADIUS), [Hit { id: HashId(4_321 * 3), distance: 0 }]);
    for place in [0, 20, 40, bytes.len() / 2, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert!(Segment::from_bytes(&changed).is_err(), "{place}");
    }
    assert!(Segment::from_bytes(&bytes[..bytes.len() - 40]).is_err());
    assert!(Segment::from_bytes(b"").is_err());
}
