//! Decoding of pictures from hostile files: what a file says about its size is checked before a buffer is made for it.

mod format;
mod jpeg;
mod others;
mod stated;

pub use format::{Format, format_of};
pub use stated::stated_size;

use crate::picture::{Picture, Turn};

/// What a file may ask for. Everything above is refused before memory is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: u64,
    /// Pixels of the picture.
    pub pixels: u64,
    /// Pixels of one side.
    pub side: u32,
    /// Working memory of a decoder beside the picture, in bytes.
    pub working_bytes: u64,
}

impl Default for Limits {
    /// Room for the largest cameras of phones (108 megapixels), on a computer.
    fn default() -> Self {
        Self { file_bytes: 256 << 20, pixels: 120_000_000, side: 32_767, working_bytes: 768 << 20 }
    }
}

impl Limits {
    /// Room for a browser page or a small phone.
    pub const SMALL: Self = Self { file_bytes: 64 << 20, pixels: 50_000_000, side: 32_767, working_bytes: 256 << 20 };

    fn check(&self, width: u32, height: u32) -> Result<(), DecodeError> {
        let pixels = u64::from(width) * u64::from(height);
        if pixels == 0 {
            return Err(DecodeError::Damaged { format: None, detail: "a side is zero".to_owned() });
        }
        if pixels > self.pixels || width.max(height) > self.side {
            return Err(DecodeError::TooManyPixels { width, height, most: self.pixels });
        }
        Ok(())
    }
}

/// Why there are no pixels. Each has a sentence in the catalogue: [`DecodeError::id`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A file of no bytes.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than the limit.
    #[error("the file has {bytes} bytes, more than {most}")]
    FileTooLarge {
        /// Bytes of the file.
        bytes: u64,
        /// The limit.
        most: u64,
    },
    /// The picture says that it is larger than the limit.
    #[error("the picture has {width} × {height} pixels, more than {most} or with too long a side")]
    TooManyPixels {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Pixels allowed.
        most: u64,
    },
    /// HEIC or AVIF: decoded by a program of the system where there is one, otherwise the person exports a JPEG.
    #[error("{0:?} is not decoded here")]
    NeedsSystem(Format),
    /// A video: its frames come from a decoder of the system or the browser.
    #[error("the file is a video")]
    Video,
    /// No known picture.
    #[error("no known format of pictures")]
    Unknown,
    /// The file ends early, contradicts itself or asks for something exotic.
    #[error("the file cannot be decoded: {detail}")]
    Damaged {
        /// What it seemed to be.
        format: Option<Format>,
        /// The decoder's words, for whoever looks into it.
        detail: String,
    },
}

impl DecodeError {
    /// The id of the sentence that says what is wrong and what to do.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Empty => "media-error-empty",
            Self::FileTooLarge { .. } => "media-error-file-too-large",
            Self::TooManyPixels { .. } => "media-error-too-many-pixels",
            Self::NeedsSystem(_) => "media-error-needs-system",
            Self::Video => "media-error-video",
            Self::Unknown => "media-error-unknown",
            Self::Damaged { .. } => "media-error-damaged",
        }
    }
}

/// Whether all of a picture was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// All of it.
    Whole,
    /// The file ends early or has defects; what could be decoded was, the rest is grey.
    Repaired,
    /// An animation, of which this is the first frame.
    FirstFrame,
}

/// A decoded picture with what its file says about it.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// Its pixels as they lie in the file: the references do not turn them.
    pub picture: Picture,
    /// The format of the file.
    pub format: Format,
    /// How a viewer turns it (EXIF orientation).
    pub turn: Turn,
    /// Whether all of it was there.
    pub completeness: Completeness,
}

/// Decodes a picture. Animations give their first frame.
///
/// # Errors
/// The file is empty, too large, no picture, needs a program of the system, or cannot be decoded.
pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, DecodeError> {
    let size = bytes.len() as u64;
    if size > limits.file_bytes {
        return Err(DecodeError::FileTooLarge { bytes: size, most: limits.file_bytes });
    }
    if bytes.is_empty() {
        return Err(DecodeError::Empty);
    }
    match format_of(bytes) {
        Some(Format::Jpeg) => jpeg::decode(bytes, limits),
        Some(format @ (Format::Heif | Format::Avif)) => Err(DecodeError::NeedsSystem(format)),
        Some(Format::Video) => Err(DecodeError::Video),
        Some(format) => others::decode(bytes, format, limits),
        None => Err(DecodeError::Unknown),
    }
}

#[cfg(test)]
mod tests;
