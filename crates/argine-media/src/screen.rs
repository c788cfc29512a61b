//! Keeping poisoned and empty fingerprints out: lists that strangers fill contain memes, black frames, logos and
//! screens, and one of them would match half the world.

use std::collections::{BTreeMap, BTreeSet};

use crate::index::{HashId, Index, MATCH_RADIUS};
use crate::pdq::{Pdq, PdqHash};

/// Whether a fingerprint may be matched against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screening {
    /// It may.
    Usable,
    /// There is too little in the picture.
    LowQuality,
    /// Its bits are not those of a picture: zeros, or padded.
    NotAPicture,
    /// It is on the list of well-known harmless pictures.
    Negative,
    /// It matched too many different people within an hour and waits for a person.
    Quarantined,
}

impl Screening {
    /// The id of the sentence that says it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Usable => "media-screening-usable",
            Self::LowQuality => "media-screening-low-quality",
            Self::NotAPicture => "media-screening-not-a-picture",
            Self::Negative => "media-screening-negative",
            Self::Quarantined => "media-screening-quarantined",
        }
    }
}

/// Different uploaders within an hour after whom a fingerprint waits for a person.
pub const MOST_UPLOADERS_AN_HOUR: usize = 20;

/// The gate that every fingerprint passes before it may match.
#[derive(Debug, Default)]
pub struct Gate {
    negative: Index,
    negatives: u32,
    quarantined: BTreeSet<PdqHash>,
    hour: i64,
    uploaders: BTreeMap<PdqHash, BTreeSet<u64>>,
}

impl Gate {
    /// Adds a well-known harmless picture.
    pub fn add_negative(&mut self, hash: PdqHash) {
        self.negative.add(hash, HashId(self.negatives));
        self.negatives = self.negatives.saturating_add(1);
        if self.negative.wants_sealing() {
            self.negative.seal();
        }
    }

    /// Whether a fingerprint is within the radius of the list.
    pub fn is_negative(&self, hash: &PdqHash) -> bool {
        !self.negative.search(hash, MATCH_RADIUS).is_empty()
    }

    /// What the gate says.
    pub fn screen(&self, pdq: &Pdq) -> Screening {
        if !pdq.quality.passes() {
            Screening::LowQuality
        } else if !pdq.hash.is_balanced() {
            Screening::NotAPicture
        } else if self.quarantined.contains(&pdq.hash) {
            Screening::Quarantined
        } else if self.is_negative(&pdq.hash) {
            Screening::Negative
        } else {
            Screening::Usable
        }
    }

    /// Counts a match of a registered fingerprint with something that `uploader` (any stable number) published at
    /// `seconds` since 1970. Returns whether the fingerprint is quarantined now.
    pub fn matched(&mut self, hash: PdqHash, uploader: u64, seconds: i64) -> bool {
        let hour = seconds.div_euclid(3_600);
        if hour != self.hour {
            self.hour = hour;
            self.uploaders.clear();
        }
        // What is quarantined is counted no further: a flood must not fill memory.
        if self.quarantined.contains(&hash) {
            return true;
        }
        let uploaders = self.uploaders.entry(hash).or_default();
        uploaders.insert(uploader);
        let flooded = uploaders.len() > MOST_UPLOADERS_AN_HOUR;
        if flooded {
            self.uploaders.remove(&hash);
            self.quarantined.insert(hash);
        }
        flooded
    }

    /// A person looked: the fingerprint may match again.
    pub fn release(&mut self, hash: &PdqHash) {
        self.quarantined.remove(hash);
        self.uploaders.remove(hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdq::Quality;

    fn pdq(word: u64, quality: u8) -> Pdq {
        Pdq { hash: PdqHash::from_words([word, !word, word, !word]), quality: Quality::new(quality).unwrap() }
    }

    #[test]
    fn each_reason_to_hold_back() {
        let mut gate = Gate::default();
        let usable = pdq(0x0f0f_1234_5678_9abc, 80);
        assert_eq!(gate.screen(&usable), Screening::Usable);
        assert_eq!(gate.screen(&Pdq { quality: Quality::new(49).unwrap(), ..usable }), Screening::LowQuality);
        assert_eq!(gate.screen(&Pdq { hash: PdqHash::default(), ..usable }), Screening::NotAPicture);
        gate.add_negative(pdq(0x0f0f_1234_5678_9abd, 80).hash);
        assert_eq!(gate.screen(&usable), Screening::Negative);
    }

    #[test]
    fn a_flood_is_quarantined_until_a_person_looked() {
        let mut gate = Gate::default();
        let flooded = pdq(0xaaaa_5555_0f0f_3333, 90);
        for uploader in 0..=20 {
            assert!(!gate.matched(flooded.hash, uploader % 20, 7_200), "the same twenty people");
        }
        // The next hour counts anew.
        assert!(!gate.matched(flooded.hash, 99, 10_800));
        for uploader in 0..20 {
            gate.matched(flooded.hash, uploader, 10_900);
        }
        assert_eq!(gate.screen(&flooded), Screening::Quarantined);
        gate.release(&flooded.hash);
        assert_eq!(gate.screen(&flooded), Screening::Usable);
    }
}
