//! PNG, WebP, GIF, BMP and TIFF.

use std::io::Cursor;

use image::codecs::{bmp::BmpDecoder, gif::GifDecoder, png::PngDecoder, tiff::TiffDecoder, webp::WebPDecoder};
use image::{ColorType, ImageDecoder, ImageError};

use super::{Completeness, DecodeError, Decoded, Format, Limits};
use crate::picture::{Layout, Picture, Turn};

pub(super) fn decode(bytes: &[u8], format: Format, limits: &Limits) -> Result<Decoded, DecodeError> {
    let failed = |error: ImageError| DecodeError::Damaged { format: Some(format), detail: error.to_string() };
    let input = Cursor::new(bytes);
    match format {
        Format::Png => {
            let decoder = PngDecoder::with_limits(input, library_limits(limits)).map_err(failed)?;
            let animated = decoder.is_apng().map_err(failed)?;
            read(decoder, format, limits, animated)
        }
        Format::WebP => {
            let decoder = WebPDecoder::new(input).map_err(failed)?;
            let animated = decoder.has_animation();
            read(decoder, format, limits, animated)
        }
        Format::Gif => read(GifDecoder::new(input).map_err(failed)?, format, limits, gif_frames(bytes) > 1),
        Format::Bmp => read(BmpDecoder::new(input).map_err(failed)?, format, limits, false),
        Format::Tiff => read(TiffDecoder::new(input).map_err(failed)?, format, limits, false),
        Format::Jpeg | Format::Heif | Format::Avif | Format::Video => Err(DecodeError::Unknown),
    }
}

fn read(
    mut decoder: impl ImageDecoder,
    format: Format,
    limits: &Limits,
    animated: bool,
) -> Result<Decoded, DecodeError> {
    let failed = |detail: String| DecodeError::Damaged { format: Some(format), detail };
    let (width, height) = decoder.dimensions();
    limits.check(width, height)?;
    decoder.set_limits(library_limits(limits)).map_err(|error| failed(error.to_string()))?;
    // Six hundred bytes a pixel would be a lie of the decoder's: the deepest colour has sixteen.
    let size = usize::try_from(decoder.total_bytes()).map_err(|error| failed(error.to_string()))?;
    let turn = decoder.orientation().map_or(Turn::None, Turn::from_image);
    let colours = decoder.color_type();
    let mut samples = vec![0; size];
    decoder.read_image(&mut samples).map_err(|error| failed(error.to_string()))?;
    let (layout, pixels) = eight_bits(colours, samples)
        .ok_or_else(|| failed(format!("pixels of {colours:?} have no agreed fingerprint")))?;
    let picture = Picture::new(width, height, layout, pixels).map_err(|error| failed(error.to_string()))?;
    let completeness = if animated { Completeness::FirstFrame } else { Completeness::Whole };
    Ok(Decoded { picture, format, turn, completeness })
}

/// Samples of 16 bits lose their lower half, as in the references; alpha is dropped, not blended.
fn eight_bits(colours: ColorType, samples: Vec<u8>) -> Option<(Layout, Vec<u8>)> {
    let halved = || {
        let (pairs, _) = samples.as_chunks::<2>();
        pairs.iter().map(|pair| (u16::from_ne_bytes(*pair) >> 8).to_le_bytes()[0]).collect::<Vec<u8>>()
    };
    let first = |samples: &[u8], step: usize| samples.iter().copied().step_by(step).collect::<Vec<u8>>();
    Some(match colours {
        ColorType::L8 => (Layout::Grey, samples),
        ColorType::La8 => (Layout::Grey, first(&samples, 2)),
        ColorType::Rgb8 => (Layout::Rgb, samples),
        ColorType::Rgba8 => (Layout::Rgba, samples),
        ColorType::L16 => (Layout::Grey, halved()),
        ColorType::La16 => (Layout::Grey, first(&halved(), 2)),
        ColorType::Rgb16 => (Layout::Rgb, halved()),
        ColorType::Rgba16 => (Layout::Rgba, halved()),
        _ => return None,
    })
}

fn library_limits(limits: &Limits) -> image::Limits {
    let mut library = image::Limits::default();
    library.max_image_width = Some(limits.side);
    library.max_image_height = Some(limits.side);
    // The picture itself counts: four bytes a pixel, or eight where it is deep.
    library.max_alloc = Some(limits.working_bytes);
    library
}

/// Pictures in a GIF, by walking its blocks; stops at two.
fn gif_frames(bytes: &[u8]) -> usize {
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let Some(flags) = bytes.get(10) else { return 0 };
    let mut rest = bytes.get(13 + table(*flags)..).unwrap_or_default();
    let mut frames = 0;
    while frames < 2 {
        let skip = match rest {
            [0x21, _, ..] => 2,
            [0x2c, _, _, _, _, _, _, _, _, flags, ..] => {
                frames += 1;
                // After the table of colours: the size of codes.
                10 + table(*flags) + 1
            }
            _ => break,
        };
        rest = rest.get(skip..).unwrap_or_default();
        // Blocks of data until an empty one.
        while let Some((length, after)) = rest.split_first() {
            rest = after.get(usize::from(*length)..).unwrap_or_default();
            if *length == 0 {
                break;
            }
        }
    }
    frames
}
