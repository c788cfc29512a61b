//! JPEG, with the samples that libjpeg-turbo gives: the references read pictures through it, and a decoder that rounds
//! otherwise moves some bits of a fingerprint.

use image::metadata::Orientation;
use libjpeg_turbo_rs::{DecodeLimits, Decoder, PixelFormat};

use super::{Completeness, DecodeError, Decoded, Format, Limits};
use crate::picture::{Layout, Picture, Turn};

/// Scans of a progressive picture; cameras and programs write about ten.
const MOST_SCANS: usize = 256;

pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, DecodeError> {
    match attempt(bytes, limits, Care::Strict) {
        Err(DecodeError::Damaged { .. }) => attempt(&ended(bytes), limits, Care::Lenient),
        done => done,
    }
}

/// A file that was cut short, with an end: a segment that runs past the last byte is left out, as between two scans of
/// a progressive picture.
fn ended(bytes: &[u8]) -> Vec<u8> {
    const END: [u8; 2] = [0xff, 0xd9];
    let segment = |pair: &[u8]| matches!(pair, [0xff, 0xc0..=0xcf | 0xda..=0xdf | 0xe0..=0xfe]);
    let last = bytes.windows(2).rposition(segment).filter(|start| {
        let length = bytes.get(start + 2..start + 4).and_then(|length| length.first_chunk::<2>());
        length.is_none_or(|length| start + 2 + usize::from(u16::from_be_bytes(*length)) > bytes.len())
    });
    let mut whole = bytes.get(..last.unwrap_or(bytes.len())).unwrap_or(bytes).to_vec();
    whole.extend(END);
    whole
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    Strict,
    /// What can be decoded of a file that ends early.
    Lenient,
}

fn attempt(bytes: &[u8], limits: &Limits, care: Care) -> Result<Decoded, DecodeError> {
    // Sizes are checked below, so that a picture that is too large is told from a damaged one.
    let allowed =
        DecodeLimits { max_scans: MOST_SCANS, max_memory: Some(limits.working_bytes), ..DecodeLimits::default() };
    let mut decoder = Decoder::new_with_limits(bytes, allowed).map_err(damaged)?;
    let (width, height) = (u32::from(decoder.header().width), u32::from(decoder.header().height));
    limits.check(width, height)?;
    let (colours, layout) = match decoder.header().components.len() {
        1 => (PixelFormat::Grayscale, Layout::Grey),
        _ => (PixelFormat::Rgb, Layout::Rgb),
    };
    decoder.set_output_format(colours);
    decoder.set_lenient(care == Care::Lenient);
    let turn = decoder.exif_orientation().and_then(Orientation::from_exif).map_or(Turn::None, Turn::from_image);
    let pixels = decoder.decode_image().map_err(damaged)?;
    let whole = care == Care::Strict && pixels.warnings.is_empty();
    let picture = Picture::new(width, height, layout, pixels.data).map_err(damaged)?;
    let completeness = if whole { Completeness::Whole } else { Completeness::Repaired };
    Ok(Decoded { picture, format: Format::Jpeg, turn, completeness })
}

fn damaged(detail: impl core::fmt::Display) -> DecodeError {
    DecodeError::Damaged { format: Some(Format::Jpeg), detail: detail.to_string() }
}
