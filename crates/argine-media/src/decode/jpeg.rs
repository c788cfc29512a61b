//! JPEG, colours as Pillow makes them (the references read pictures through it).

use image::metadata::Orientation;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::{Completeness, DecodeError, Decoded, Format, Limits};
use crate::picture::{Layout, Picture, Turn};

pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, DecodeError> {
    match attempt(bytes, limits, Care::Strict) {
        Err(DecodeError::Damaged { .. }) => attempt(bytes, limits, Care::Lenient),
        done => done,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    Strict,
    /// What can be decoded of a file that ends early.
    Lenient,
}

fn attempt(bytes: &[u8], limits: &Limits, care: Care) -> Result<Decoded, DecodeError> {
    let side = usize::try_from(limits.side).unwrap_or(usize::MAX);
    let options = DecoderOptions::default()
        .set_strict_mode(care == Care::Strict)
        .set_max_width(side.max(usize::from(u16::MAX)))
        .set_max_height(side.max(usize::from(u16::MAX)));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(damaged)?;
    let (width, height) = decoder.dimensions().ok_or_else(|| damaged("no size"))?;
    let width = u32::try_from(width).map_err(damaged)?;
    let height = u32::try_from(height).map_err(damaged)?;
    limits.check(width, height)?;
    let (colours, layout) = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => (ColorSpace::Luma, Layout::Grey),
        // Printers' colours are turned to screen colours below: each decoder does it differently.
        Some(ColorSpace::CMYK) => (ColorSpace::CMYK, Layout::Rgb),
        _ => (ColorSpace::RGB, Layout::Rgb),
    };
    decoder.set_options(decoder.options().jpeg_set_out_colorspace(colours));
    let turn = decoder.exif().and_then(|exif| Orientation::from_exif_chunk(exif)).map_or(Turn::None, Turn::from_image);
    let pixels = decoder.decode().map_err(damaged)?;
    let pixels = if colours == ColorSpace::CMYK { screen_colours(&pixels) } else { pixels };
    let picture = Picture::new(width, height, layout, pixels).map_err(damaged)?;
    let completeness = if care == Care::Strict { Completeness::Whole } else { Completeness::Repaired };
    Ok(Decoded { picture, format: Format::Jpeg, turn, completeness })
}

/// Inks to light, as Pillow does: Adobe writes them inverted, so that 255 is no ink.
fn screen_colours(inks: &[u8]) -> Vec<u8> {
    let (pixels, _) = inks.as_chunks::<4>();
    let scaled = |ink: u8, black: u8| {
        let product = u16::from(255 - ink) * u16::from(black) + 128;
        let share = ((product >> 8) + product) >> 8;
        black.saturating_sub(u8::try_from(share).unwrap_or(u8::MAX))
    };
    pixels
        .iter()
        .flat_map(|[cyan, magenta, yellow, black]| [cyan, magenta, yellow].map(|ink| scaled(*ink, *black)))
        .collect()
}

fn damaged(detail: impl core::fmt::Debug) -> DecodeError {
    DecodeError::Damaged { format: Some(Format::Jpeg), detail: format!("{detail:?}") }
}
