//! Pictures and videos: opened here for somebody who said they are of age, and for nobody else.

use std::path::Path;

use argine_ffmpeg::{Fingerprinted, Sampling, decode_still, fingerprint_video};
use argine_media::decode::stated_size;
use argine_media::exchange::{self, Listed, Md5};
use argine_media::{
    Completeness, DecodeError, Decoded, Limits, Picture, PictureFingerprints, Turn, decode, format_of, of_picture,
};
use argine_model::{AgeClass, Sha256};

use crate::input::{self, InputFile};
use crate::problem::Problem;

/// Of a second of video twelve frames and a half are kept: where things move, a clip that was cut between two of four
/// frames would not be found.
const EVERY_MILLISECONDS: u32 = 80;

/// A file by its digests, with what it holds where it may be opened.
pub(crate) struct MediaFile {
    pub(crate) name: String,
    pub(crate) size: u64,
    pub(crate) sha256: Sha256,
    pub(crate) md5: Md5,
    pub(crate) content: Content,
}

pub(crate) enum Content {
    /// Nobody said that the person is of age: the file stays shut.
    Shut,
    Picture {
        picture: Box<Decoded>,
        decoder: String,
    },
    Video(Box<Fingerprinted>),
    /// No picture came of it; the id of the sentence that says why.
    Unread(&'static str),
}

impl MediaFile {
    /// Digests of a file, and what it holds where the age allows.
    pub(crate) fn open(path: &Path, below: &Path, age: AgeClass) -> Result<Self, Problem> {
        Ok(Self::of(input::open_file(path, below)?, age))
    }

    fn of(file: InputFile, age: AgeClass) -> Self {
        let content = if age.media_is_forbidden() { Content::Shut } else { content(&file) };
        Self {
            size: file.bytes.len() as u64,
            sha256: Sha256::of(&file.bytes),
            md5: Md5::of(&file.bytes),
            name: file.name,
            content,
        }
    }
}

fn content(file: &InputFile) -> Content {
    match decode(&file.bytes, &Limits::default()) {
        Ok(picture) => {
            let decoder = format!("argine {} ({})", env!("CARGO_PKG_VERSION"), picture.format.name());
            Content::Picture { picture: Box::new(picture), decoder }
        }
        Err(DecodeError::NeedsSystem(format)) => {
            let still = decode_still(&file.path, &argine_ffmpeg::Limits::default());
            match still.and_then(|picture| Ok((picture, argine_ffmpeg::version()?))) {
                Ok((picture, _)) if is_a_part(&picture, &file.bytes) => {
                    Content::Unread(DecodeError::NeedsSystem(format).id())
                }
                Ok((picture, decoder)) => {
                    let completeness = Completeness::Whole;
                    Content::Picture {
                        picture: Box::new(Decoded { picture, format, turn: Turn::None, completeness }),
                        decoder,
                    }
                }
                Err(argine_ffmpeg::FfmpegError::Missing(_)) => Content::Unread(DecodeError::NeedsSystem(format).id()),
                Err(error) => Content::Unread(error.id()),
            }
        }
        Err(DecodeError::Video) => {
            let sampling = Sampling::Every(EVERY_MILLISECONDS);
            match fingerprint_video(&file.path, sampling, &argine_ffmpeg::Limits::default()) {
                Ok(video) => Content::Video(Box::new(video)),
                Err(error) => Content::Unread(error.id()),
            }
        }
        Err(error) => Content::Unread(error.id()),
    }
}

/// Whether a decoder handed over one tile of a picture. Telephones crop a few rows off the tiles at the edges; a quarter
/// is more than that.
fn is_a_part(picture: &Picture, bytes: &[u8]) -> bool {
    let area = |width: u32, height: u32| u64::from(width) * u64::from(height);
    stated_size(bytes)
        .is_some_and(|(width, height)| area(picture.width(), picture.height()) * 4 < area(width, height) * 3)
}

/// The fingerprints of a decoded picture.
pub(crate) fn prints(decoded: &Decoded) -> PictureFingerprints {
    of_picture(&decoded.picture, decoded.turn, decoded.completeness)
}

/// What can stand on either side of a comparison.
pub(crate) enum Material {
    Media(MediaFile),
    /// Fingerprints that somebody else took, with the name of their file.
    Listed(String, Listed),
}

impl Material {
    /// A picture or video under the rule of age, or a text of fingerprints.
    pub(crate) fn open(path: &Path, below: &Path, age: AgeClass) -> Result<Self, Problem> {
        let file = input::open_file(path, below)?;
        if format_of(&file.bytes).is_none()
            && let Some(listed) = core::str::from_utf8(&file.bytes).ok().and_then(exchange::read)
        {
            return Ok(Self::Listed(file.name, listed));
        }
        Ok(Self::Media(MediaFile::of(file, age)))
    }
}
