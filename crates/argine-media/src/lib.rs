//! Fingerprints of pictures and videos, so that an intimate picture that was published can be found again without
//! showing it to anybody.
//!
//! It decodes pictures under limits, computes PDQ exactly as the published standard does, keeps extra fingerprints of
//! crops for the person's own device, searches them exactly, lines two videos up and words what a match is worth.
//!
//! It does **not** open files or start programs (videos are decoded by `argine-ffmpeg`), does not look at what a
//! picture shows, sends nothing, and decides nothing: each match waits for a person. A fingerprint of an intimate
//! picture is treated as intimate: it is masked wherever it could be printed by accident.

pub mod colour;
pub mod decode;
mod encode;
pub mod evidence;
pub mod exchange;
mod file;
pub mod index;
pub mod matching;
pub mod pdq;
mod picture;
pub mod registration;
pub mod screen;
pub mod video;

pub use decode::{Completeness, DecodeError, Decoded, Format, Limits, decode, format_of};
pub use encode::{EncodeError, tiff};
pub use file::{FileFingerprints, PictureFingerprints, fingerprint_file, of_picture};
pub use index::{HashId, Hit, Index, MATCH_RADIUS};
pub use pdq::{Dihedral, Flavour, Orientation, Pdq, PdqHash, Quality};
pub use picture::{Layout, Picture, PictureError, Region, Turn, View};
