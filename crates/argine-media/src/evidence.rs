//! What a match is worth, in bands and words that a responder, a lawyer or a policeman can stand behind.
//!
//! A match never says "identical": fingerprints agree, people confirm. Nothing may be used before a person has looked.

use jiff::Timestamp;
use serde::Serialize;

use argine_model::{AgeClass, Sha256};

use crate::index::MATCH_RADIUS;
use crate::pdq::Quality;
use crate::picture::{Region, View};
use crate::registration::Nearest;
use crate::video::VideoMatch;

/// How near two fingerprints are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// The digests of the two files agree: every byte is the same.
    SameFile,
    /// Up to 10 bits: the same picture, encoded again.
    SameReencoded,
    /// 11 to 31 bits: very probably the same.
    VeryLikely,
    /// 32 to 60 bits: only a person can tell, and only against a small private list.
    ToCheck,
    /// More: nothing to say.
    None,
}

/// Farthest distance that is shown to a person at all.
pub const REVIEW_RADIUS: u32 = 60;
/// Largest private list against which [`Band::ToCheck`] is shown: chance grows with the list.
pub const REVIEW_LIST_UP_TO: usize = 10_000;

impl Band {
    /// The band of a distance where both fingerprints pass the quality gate; of a poorer one nothing can be said. A list
    /// that does not say a quality has passed a gate of its own, or none: its maker answers for it.
    pub fn of(distance: u32, one: Option<Quality>, other: Option<Quality>, list: usize) -> Self {
        match distance {
            _ if [one, other].into_iter().flatten().any(|quality| !quality.passes()) => Self::None,
            0..=10 => Self::SameReencoded,
            11..=MATCH_RADIUS => Self::VeryLikely,
            32..=REVIEW_RADIUS if list <= REVIEW_LIST_UP_TO => Self::ToCheck,
            _ => Self::None,
        }
    }

    /// The id of the sentence that says it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SameFile => "media-band-same-file",
            Self::SameReencoded => "media-band-same-reencoded",
            Self::VeryLikely => "media-band-very-likely",
            Self::ToCheck => "media-band-to-check",
            Self::None => "media-band-none",
        }
    }

    /// Whether a notice may be drafted once a person has confirmed.
    pub const fn supports_a_notice(self) -> bool {
        matches!(self, Self::SameFile | Self::SameReencoded | Self::VeryLikely)
    }

    /// Whether there is anything to show a person.
    pub const fn is_shown(self) -> bool {
        !matches!(self, Self::None)
    }
}

/// Who looked at a match and said that it is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confirmation {
    /// The person's name or role, as they gave it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// The record of one match. It holds no whole fingerprint and no pixels, so that it can be written into a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// SHA-256 of the found file; none where only its fingerprint is known.
    pub found: Option<Sha256>,
    /// SHA-256 of the private file; none of an entry of a list.
    pub private: Option<Sha256>,
    /// Standard and flavour of the fingerprints.
    pub method: &'static str,
    /// What decoded the found file, with version and options.
    pub decoder: String,
    /// First digits of the found fingerprint.
    pub found_hash: Option<String>,
    /// Differing bits of 256; of a video the middle distance of its best stretch.
    pub distance: Option<u32>,
    /// The band.
    pub band: Band,
    /// Quality of the private and of the found fingerprint, each where it is known.
    pub quality: (Option<u8>, Option<u8>),
    /// How they agree: part of the private picture, what of the found one, how it was turned.
    pub way: Vec<Way>,
    /// Stretches of a video.
    pub video: Option<VideoMatch>,
    /// Whether the found fingerprint is on a list of well-known harmless pictures.
    pub on_negative_list: bool,
    /// Who confirmed; none until somebody has.
    pub confirmation: Option<Confirmation>,
}

/// One part of how two pictures agree: the id of its sentence and the numbers in it (`$a`, `$b`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Way {
    /// Id of the sentence in the catalogue.
    pub id: &'static str,
    /// Its numbers; 0 where it has none.
    pub numbers: (u32, u32),
}

/// What is known about the two files of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Files<'a> {
    /// SHA-256 of the found file.
    pub found: Option<Sha256>,
    /// SHA-256 of the private file.
    pub private: Option<Sha256>,
    /// What decoded the found file, with version and options.
    pub decoder: &'a str,
    /// Private fingerprints that were compared.
    pub list: usize,
    /// Whether the found fingerprint is on a list of well-known harmless pictures.
    pub on_negative_list: bool,
}

impl Evidence {
    /// Of two files of which `digest` agrees.
    pub fn of_same_file(files: Files<'_>, digest: &'static str) -> Self {
        Self {
            found: files.found,
            private: files.private,
            method: digest,
            decoder: String::new(),
            found_hash: None,
            distance: None,
            band: Band::SameFile,
            quality: (None, None),
            way: Vec::new(),
            video: None,
            on_negative_list: files.on_negative_list,
            confirmation: None,
        }
    }

    /// Of a picture.
    pub fn of_picture(files: Files<'_>, nearest: &Nearest, found_hash: &crate::pdq::PdqHash) -> Self {
        let way = vec![
            Way { id: nearest.variant.id(), numbers: nearest.variant.numbers() },
            Way { id: nearest.trim.id(), numbers: (nearest.trim.number(), 0) },
            Way { id: nearest.orientation.message_id(), numbers: (0, 0) },
        ];
        Self {
            found: files.found,
            private: files.private,
            method: "PDQ, full size, 256 bits",
            decoder: files.decoder.to_owned(),
            found_hash: Some(found_hash.to_string()),
            distance: Some(nearest.distance),
            band: Band::of(nearest.distance, nearest.registered, nearest.found, files.list),
            quality: (nearest.registered.map(Quality::value), nearest.found.map(Quality::value)),
            way,
            video: None,
            on_negative_list: files.on_negative_list,
            confirmation: None,
        }
    }

    /// Of a video.
    pub fn of_video(files: Files<'_>, found: VideoMatch) -> Self {
        let distance = found.stretches.iter().map(|stretch| stretch.median_distance).min();
        let band = match distance {
            Some(0..=10) if found.is_match => Band::SameReencoded,
            Some(_) if found.is_match => Band::VeryLikely,
            Some(_) => Band::ToCheck,
            None => Band::None,
        };
        Self {
            found: files.found,
            private: files.private,
            method: "PDQ of frames (vPDQ), full size, 256 bits",
            decoder: files.decoder.to_owned(),
            found_hash: None,
            distance,
            band,
            quality: (None, None),
            way: Vec::new(),
            video: Some(found),
            on_negative_list: files.on_negative_list,
            confirmation: None,
        }
    }

    /// With the word of the person who looked.
    pub fn confirmed(self, confirmation: Confirmation) -> Self {
        Self { confirmation: Some(confirmation), ..self }
    }

    /// Whether a notice may be drafted from it: near enough, on no list of harmless pictures, confirmed by a person.
    pub fn may_be_used(&self) -> bool {
        self.band.supports_a_notice() && !self.on_negative_list && self.confirmation.is_some()
    }
}

/// At most this much of a picture is ever shown beside a match: means of luma, from which no face can be told.
#[derive(Clone, PartialEq, Eq)]
pub struct Mosaic {
    cells: [[u8; 16]; 16],
}

impl Mosaic {
    /// 16 × 16 means, blurred once more with their neighbours; none for anybody who is or may be a child.
    pub fn of(view: View<'_>, age: AgeClass) -> Option<Self> {
        if age.media_is_forbidden() || view.width() < 16 || view.height() < 16 {
            return None;
        }
        let mean = |row: u32, column: u32| {
            let side = |length: u32, at: u32| (length * at / 16, length * (at + 1) / 16);
            let ((top, bottom), (left, right)) = (side(view.height(), row), side(view.width(), column));
            let region = Region { left, top, width: right - left, height: bottom - top };
            let cell = view.crop(region);
            let bytes = view.layout().bytes();
            let (mut sum, mut count) = (0_u64, 0_u64);
            for pixel in (0..cell.height() as usize).flat_map(|row| cell.row(row).chunks_exact(bytes)) {
                sum += pixel.iter().take(3.min(bytes)).map(|sample| u64::from(*sample)).sum::<u64>();
                count += 3.min(bytes) as u64;
            }
            u8::try_from(sum.checked_div(count).unwrap_or(0)).unwrap_or(u8::MAX)
        };
        let sharp: [[u8; 16]; 16] = core::array::from_fn(|row| {
            core::array::from_fn(|column| mean(u32::try_from(row).unwrap_or(0), u32::try_from(column).unwrap_or(0)))
        });
        let around = |row: usize, column: usize| {
            let rows = row.saturating_sub(1)..=(row + 1).min(15);
            let near = rows.filter_map(|row| sharp.get(row)?.get(column.saturating_sub(1)..=(column + 1).min(15)));
            let (sum, count) =
                near.flatten().fold((0_u32, 0_u32), |(sum, count), cell| (sum + u32::from(*cell), count + 1));
            u8::try_from(sum.checked_div(count).unwrap_or(0)).unwrap_or(u8::MAX)
        };
        Some(Self { cells: core::array::from_fn(|row| core::array::from_fn(|column| around(row, column))) })
    }

    /// Rows of luma, 0 to 255.
    pub const fn cells(&self) -> &[[u8; 16]; 16] {
        &self.cells
    }
}

impl core::fmt::Debug for Mosaic {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Mosaic(16 × 16)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdq::{Orientation, PdqHash};
    use crate::picture::{Layout, Picture};
    use crate::registration::{Trim, Variant};

    #[test]
    fn bands_follow_distance_quality_and_list() {
        let (good, poor) = (Quality::new(50), Quality::new(49));
        for (distance, band) in [
            (0, Band::SameReencoded),
            (10, Band::SameReencoded),
            (11, Band::VeryLikely),
            (31, Band::VeryLikely),
            (32, Band::ToCheck),
            (60, Band::ToCheck),
            (61, Band::None),
        ] {
            assert_eq!(Band::of(distance, good, good, 10), band, "{distance}");
            assert_eq!(Band::of(distance, good, None, 10), band, "a list that does not say it");
            assert_eq!(Band::of(distance, good, poor, 10), Band::None);
        }
        assert_eq!(Band::of(40, good, good, 10_001), Band::None);
        assert_eq!(Band::of(31, good, good, 10_000_000), Band::VeryLikely);
    }

    #[test]
    fn nothing_is_used_before_a_person_confirmed() {
        let nearest = Nearest {
            distance: 4,
            trim: Trim::None,
            orientation: Orientation::FlipY,
            variant: Variant::Shape(1, 1),
            registered: Quality::new(90),
            found: Quality::new(80),
        };
        let hash = PdqHash::from_words([1, 2, 3, 0x0123_4567_89ab_cdef]);
        let files = Files {
            found: Some(Sha256::of(b"a")),
            private: Some(Sha256::of(b"b")),
            decoder: "png 0.18",
            list: 3,
            on_negative_list: false,
        };
        let evidence = Evidence::of_picture(files, &nearest, &hash);
        assert!(!evidence.may_be_used());
        let json = serde_json::to_string(&evidence).unwrap();
        assert!(json.contains("01234567…") && !json.contains("89abcdef"), "{json}");
        let confirmation = Confirmation { by: "operatrice 3".to_owned(), at: Timestamp::UNIX_EPOCH };
        assert!(evidence.clone().confirmed(confirmation.clone()).may_be_used());
        let listed = Evidence { on_negative_list: true, ..evidence };
        assert!(!listed.confirmed(confirmation).may_be_used());
    }

    #[test]
    fn a_mosaic_is_coarse_and_never_of_a_child() {
        let pixels = (0..200 * 160).map(|at: u32| if at / 200 < 80 { 10 } else { 200 }).collect();
        let picture = Picture::new(200, 160, Layout::Grey, pixels).unwrap();
        for age in [AgeClass::Minor, AgeClass::MinorPossible] {
            assert!(Mosaic::of(picture.view(), age).is_none());
        }
        let mosaic = Mosaic::of(picture.view(), AgeClass::Adult).unwrap();
        assert_eq!((mosaic.cells()[0][0], mosaic.cells()[15][15]), (10, 200));
        assert!((11..200).contains(&mosaic.cells()[7][3]));
    }
}
