//! One slip away: words mended towards the stems of the lexicon.
//!
//! A slip is one letter missing or added in a stem of eight letters or more, changed in one of nine or more, or two
//! neighbours swapped in one of four or more; never the first letter. A deletion index answers without comparing every stem.

/// The stems that may be mended to, by the hash of each with one letter taken out.
#[derive(Debug)]
pub(crate) struct Spelling {
    stems: Vec<(Box<str>, bool)>,
    buckets: Vec<u32>,
    entries: Vec<(u64, u16)>,
    ordinary: Vec<Box<str>>,
}

const BUCKET_BITS: u32 = 15;
const SHORTEST: usize = 4;
const LONGEST: usize = 14;

impl Spelling {
    /// Builds the index from stems (with whether they are whole words) and from ordinary words never to mend.
    pub(crate) fn build<'a>(
        stems: impl Iterator<Item = (&'a str, bool)>,
        ordinary: impl Iterator<Item = &'a String>,
    ) -> Self {
        let stems = distinct(stems);
        // Keys by bucket, counted first: no order but that of the stems is needed within one.
        let mut keys: Vec<(u64, u16)> = Vec::with_capacity(stems.len() * 6);
        for (at, (stem, _)) in stems.iter().enumerate() {
            let Ok(at) = u16::try_from(at) else { break };
            keys.push((hash(stem.bytes()), at));
            if stem.len() >= 8 {
                let bytes = stem.as_bytes();
                // The second of two equal letters leaves the same word as the first.
                let gaps = (1..stem.len()).filter(|gap| bytes.get(*gap) != bytes.get(gap - 1) || *gap == 1);
                keys.extend(gaps.map(|gap| (hash(without(stem, gap)), at)));
            }
        }
        let mut buckets = vec![0_u32; (1 << BUCKET_BITS) + 1];
        for (key, _) in &keys {
            if let Some(count) = buckets.get_mut(bucket(*key)) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut buckets {
            sum += *count;
            *count = sum;
        }
        // Filled from behind, every bucket's end becomes its beginning.
        let mut entries = vec![(0, 0); keys.len()];
        for one in keys.iter().rev() {
            if let Some(end) = buckets.get_mut(bucket(one.0)) {
                *end -= 1;
                if let Some(slot) = entries.get_mut(*end as usize) {
                    *slot = *one;
                }
            }
        }
        let mut ordinary: Vec<Box<str>> = ordinary.map(|word| word.as_str().into()).collect();
        ordinary.sort_unstable();
        Self { stems, buckets, entries, ordinary }
    }

    /// The word with its slip undone, where it is one slip away from a stem; the longest stem wins.
    pub(crate) fn mend(&self, word: &str) -> Option<String> {
        if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) || self.is_ordinary(word) {
            return None;
        }
        let mut best: Option<(usize, String)> = None;
        let mut consider = |length: usize, stem: &str, whole: bool| {
            let rest = word.get(length..).unwrap_or("");
            if (!whole || rest.is_empty()) && best.as_ref().is_none_or(|(longest, _)| stem.len() > *longest) {
                best = Some((stem.len(), format!("{stem}{rest}")));
            }
        };
        for length in SHORTEST..=word.len().min(LONGEST + 1) {
            let Some(head) = word.get(..length) else { continue };
            for at in 1..length.saturating_sub(1) {
                self.look_up(hash(swapped(head, at)), |stem, whole| {
                    if stem.len() == length && stem.bytes().eq(swapped(head, at)) {
                        consider(length, stem, whole);
                    }
                });
            }
            if length < 5 {
                continue;
            }
            self.look_up(hash(head.bytes()), |stem, whole| {
                // A stem that only lacks its last letter is another word.
                let same_end = stem.as_bytes().last() == head.as_bytes().last();
                if stem.len() == length + 1 && same_end && word.len() < length + 4 {
                    consider(length, stem, whole);
                }
            });
            for gap in 1..length {
                self.look_up(hash(without(head, gap)), |stem, whole| {
                    let added = stem.len() + 1 == length
                        && stem.len() >= 8
                        && gap + 1 < length
                        && stem.bytes().eq(without(head, gap));
                    let changed = stem.len() == length && stem.len() >= 9 && differ_at_one(stem, head);
                    if added || changed {
                        consider(length, stem, whole);
                    }
                });
            }
        }
        best.map(|(_, mended)| mended)
    }

    /// Whether the word, or its beginning, is a word of some stem.
    pub(crate) fn knows(&self, word: &str) -> bool {
        (SHORTEST..=word.len().min(LONGEST)).any(|length| {
            let Some(head) = word.get(..length) else { return false };
            let mut known = false;
            self.look_up(hash(head.bytes()), |stem, whole| known |= stem == head && (!whole || length == word.len()));
            known
        })
    }

    /// Cuts a run of letters before every stem in it, where at least two thirds of it are stems.
    pub(crate) fn cut(&self, word: &str) -> Option<String> {
        if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let mut parts = String::with_capacity(word.len() + 8);
        let mut at = 0;
        let mut cuts = 0;
        while at < word.len() {
            let longest = (SHORTEST..=LONGEST).rev().find(|length| {
                let Some(head) = word.get(at..at + length) else { return false };
                let mut known = false;
                self.look_up(hash(head.bytes()), |stem, _| known |= stem == head);
                known
            });
            if let Some(length) = longest {
                if at > 0 {
                    parts.push(' ');
                    cuts += 1;
                }
                parts.push_str(word.get(at..at + length)?);
                at += length;
            } else {
                parts.push_str(word.get(at..=at)?);
                at += 1;
            }
        }
        (cuts > 0).then_some(parts)
    }

    fn is_ordinary(&self, word: &str) -> bool {
        self.ordinary.binary_search_by(|known| (**known).cmp(word)).is_ok()
    }

    fn look_up(&self, key: u64, mut visit: impl FnMut(&str, bool)) {
        let place = bucket(key);
        let from = self.buckets.get(place).copied().unwrap_or(0) as usize;
        let to = self.buckets.get(place + 1).copied().unwrap_or(0) as usize;
        for (known, stem) in self.entries.get(from..to).unwrap_or(&[]) {
            if *known == key
                && let Some((stem, whole)) = self.stems.get(usize::from(*stem))
            {
                visit(stem, *whole);
            }
        }
    }
}

/// Every word of fitting length once; whole only where it always is.
fn distinct<'a>(words: impl Iterator<Item = (&'a str, bool)>) -> Vec<(Box<str>, bool)> {
    const BITS: u32 = 16;
    let mut places = vec![u16::MAX; 1 << BITS];
    let mut distinct: Vec<(Box<str>, bool)> = Vec::with_capacity(1 << 14);
    for (word, whole) in words.filter(|(word, _)| (SHORTEST..=LONGEST).contains(&word.len())) {
        let mut at = usize::try_from(hash(word.bytes()) >> (64 - BITS)).unwrap_or(0);
        while let Some(place) = places.get_mut(at) {
            if let Some(known) = distinct.get_mut(usize::from(*place)) {
                if *known.0 == *word {
                    known.1 &= whole;
                    break;
                }
                at = (at + 1) % (1 << BITS);
            } else {
                // Half of the places stay free, or the search for one would be long.
                if distinct.len() < 1 << (BITS - 1) {
                    *place = u16::try_from(distinct.len()).unwrap_or(u16::MAX);
                    distinct.push((word.into(), whole));
                }
                break;
            }
        }
    }
    distinct
}

fn bucket(key: u64) -> usize {
    usize::try_from(key >> (64 - BUCKET_BITS)).unwrap_or(0)
}

/// FNV-1a with a final mix, so that the top bits choose the bucket evenly.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    let mut key = 0xcbf2_9ce4_8422_2325_u64;
    for byte in bytes {
        key = (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (key ^ (key >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

fn without(word: &str, gap: usize) -> impl Iterator<Item = u8> {
    word.bytes().enumerate().filter(move |(at, _)| *at != gap).map(|(_, byte)| byte)
}

fn swapped(word: &str, at: usize) -> impl Iterator<Item = u8> {
    let bytes = word.as_bytes();
    bytes.iter().enumerate().map(move |(place, byte)| {
        let from = if place == at {
            at + 1
        } else if place == at + 1 {
            at
        } else {
            return *byte;
        };
        bytes.get(from).copied().unwrap_or(*byte)
    })
}

fn differ_at_one(left: &str, right: &str) -> bool {
    left.len() == right.len()
        && left.as_bytes().last() == right.as_bytes().last()
        && left.bytes().zip(right.bytes()).filter(|(a, b)| a != b).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        let stems = [("pubblic", false), ("mand", false), ("video", true), ("contatti", true), ("soldi", true)];
        let ordinary = ["contratti".to_owned()];
        let spelling = Spelling::build(stems.into_iter(), ordinary.iter());
        assert_eq!(spelling.mend(word).as_deref(), expected, "{word}");
    }

    #[test]
    fn slips_are_undone() {
        check("pubblciherei", Some("pubblicherei"));
        check("madno", Some("mando"));
        check("vdieo", Some("video"));
        check("contati", Some("contatti"));
        check("sodli", Some("soldi"));
    }

    #[test]
    fn other_words_are_left_alone() {
        check("contratti", None);
        check("vides", None);
        check("saldi", None);
        check("menta", None);
    }

    #[test]
    fn glued_words_are_cut() {
        let spelling = Spelling::build([("mand", false), ("video", true)].into_iter(), [].iter());
        assert_eq!(spelling.cut("mandovideo").as_deref(), Some("mando video"));
        assert_eq!(spelling.cut("ovideo").as_deref(), Some("o video"));
        assert_eq!(spelling.cut("niente"), None);
    }
}
