//! Everything that is computed of one file: the digests always, fingerprints where there is a picture.

use argine_model::Sha256;

use crate::decode::{Completeness, DecodeError, Format, Limits, decode, format_of};
use crate::exchange::Md5;
use crate::pdq::{self, Dihedral, Flavour, Pdq};
use crate::picture::{Picture, Turn, View};

/// The fingerprints of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFingerprints {
    /// Bytes of the file.
    pub size: u64,
    /// The name of its bytes, for evidence.
    pub sha256: Sha256,
    /// What programmes exchange for videos.
    pub md5: Md5,
    /// What its bytes are.
    pub format: Option<Format>,
    /// The picture in it, or why there is none.
    pub picture: Result<PictureFingerprints, DecodeError>,
}

/// The fingerprints of a picture, as its pixels lie and as a viewer shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFingerprints {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// All eight forms, full size, as the pixels lie: what python-threatexchange computes.
    pub full: Dihedral,
    /// The flavour of the C++ file reader and of pages.
    pub nearest_512: Pdq,
    /// How a viewer turns it (EXIF).
    pub turn: Turn,
    /// As a viewer shows it, where that differs: what a browser computes.
    pub upright: Option<Pdq>,
    /// Whether all of it was there.
    pub completeness: Completeness,
}

/// Digests and fingerprints of a file's bytes.
pub fn fingerprint_file(bytes: &[u8], limits: &Limits) -> FileFingerprints {
    let picture = decode(bytes, limits).map(|decoded| of_picture(&decoded.picture, decoded.turn, decoded.completeness));
    FileFingerprints {
        size: bytes.len() as u64,
        sha256: Sha256::of(bytes),
        md5: Md5::of(bytes),
        format: format_of(bytes),
        picture,
    }
}

/// Fingerprints of a picture that somebody else decoded, as HEIC by a program of the system.
pub fn of_picture(picture: &Picture, turn: Turn, completeness: Completeness) -> PictureFingerprints {
    let view: View<'_> = picture.view();
    PictureFingerprints {
        width: view.width(),
        height: view.height(),
        full: pdq::dihedral(view, Flavour::FullSize),
        nearest_512: pdq::fingerprint(view, Flavour::Nearest512),
        turn,
        upright: (turn != Turn::None).then(|| pdq::fingerprint(view.turned(turn).view(), Flavour::FullSize)),
        completeness,
    }
}
