use std::sync::Arc;

use argine_model::Sha256;
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

fn file_of(segment: &Segment) -> Vec<u8> {
    let (body, sum) = segment.file();
    [body, sum.as_bytes()].concat()
}

#[test]
fn a_segment_is_searched_in_its_file_and_a_changed_one_is_refused() {
    let mut numbers = Numbers(11);
    let set: Vec<_> = (0..5_000).map(|id| (numbers.hash(), HashId(id * 3))).collect();
    let bytes = file_of(&Segment::build(&set));
    let file = Arc::new(bytes.clone());
    let segment = Segment::open(file.clone()).unwrap();
    assert_eq!(segment.file().0.as_ptr(), file.as_ptr(), "no copy is made");
    assert_eq!(segment.entries().collect::<Vec<_>>(), set);
    let mut index = Index::default();
    index.add_segment(segment);
    assert_eq!(index.search(&set[4_321].0, MATCH_RADIUS), [Hit { id: HashId(4_321 * 3), distance: 0 }]);
    for place in [0, 20, 40, bytes.len() / 2, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert!(Segment::open(Arc::new(changed)).is_err(), "{place}");
    }
    assert!(Segment::open(Arc::new(bytes[..bytes.len() - 40].to_vec())).is_err());
    assert!(Segment::open(Arc::new(b"")).is_err());
}

/// Whoever can write the file can make the checksum fit.
#[test]
fn a_segment_that_lies_is_refused_or_searched_without_harm() {
    let mut numbers = Numbers(12);
    let set: Vec<_> = (0..5_000).map(|id| (numbers.hash(), HashId(id))).collect();
    let segment = Segment::build(&set);
    let body = segment.file().0;
    let sealed = |body: Vec<u8>| [body.as_slice(), Sha256::of(&body).as_bytes()].concat();
    for count in [0, 1, 4_900, 5_100, u64::MAX, u64::MAX / 32, 1 << 40] {
        let mut lying = body.to_vec();
        lying[16..24].copy_from_slice(&count.to_le_bytes());
        assert_eq!(Segment::open(Arc::new(sealed(lying))).err(), Some(SegmentError::Changed), "{count}");
    }
    for filler in [0, 0x55, 0xff] {
        let mut lying = body.to_vec();
        lying[64 + 5_000 * 36..].fill(filler);
        let mut index = Index::default();
        index.add_segment(Segment::open(Arc::new(sealed(lying))).unwrap());
        assert!(index.search(&set[7].0, MATCH_RADIUS).iter().all(|hit| hit.distance <= MATCH_RADIUS));
    }
}

#[test]
fn many_queries_at_once_are_answered_like_one_by_one() {
    let mut numbers = Numbers(13);
    let mut set: Vec<_> = (0..60_000).map(|id| (numbers.hash(), HashId(id))).collect();
    // One hash often enough that its candidates are compared in several goes.
    let often = numbers.hash();
    set.extend((60_000..66_000).map(|id| (often, HashId(id))));
    let index = Index::build(set.clone());
    let queries: Vec<_> = (0..300_usize)
        .map(|number| match number % 3 {
            0 => flipped(&set[number * 97].0, (0..number % 40).map(|bit| bit * 11)),
            1 => flipped(&often, [number]),
            _ => numbers.hash(),
        })
        .collect();
    let together = index.search_each(&queries, MATCH_RADIUS);
    assert_eq!(together.len(), queries.len());
    for (query, hits) in queries.iter().zip(&together) {
        assert_eq!(hits, &brute(&set, query, MATCH_RADIUS));
    }
    assert_eq!(index.search_each(&[], MATCH_RADIUS), Vec::<Vec<Hit>>::new());
}
