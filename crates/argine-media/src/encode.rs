//! Pictures written anew, for offices that take few formats.

use std::io::Cursor;

use image::codecs::tiff::TiffEncoder;
use image::{ExtendedColorType, ImageEncoder as _};

use crate::picture::{Layout, View};

/// The picture cannot be written: a fault of the program, or a picture of more than four gigabytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the picture cannot be written as TIFF: {0}")]
pub struct EncodeError(String);

/// A TIFF 6.0 of these pixels, sample for sample, without compression and without metadata: the same pixels give the
/// same bytes.
///
/// # Errors
/// The picture is larger than the format can say.
pub fn tiff(view: View<'_>) -> Result<Vec<u8>, EncodeError> {
    let colours = match view.layout() {
        Layout::Grey => ExtendedColorType::L8,
        Layout::Rgb => ExtendedColorType::Rgb8,
        Layout::Rgba => ExtendedColorType::Rgba8,
    };
    let samples: Vec<u8> = (0..view.height() as usize).flat_map(|row| view.row(row)).copied().collect();
    let mut file = Cursor::new(Vec::new());
    TiffEncoder::new(&mut file)
        .write_image(&samples, view.width(), view.height(), colours)
        .map_err(|error| EncodeError(error.to_string()))?;
    Ok(file.into_inner())
}

#[cfg(test)]
mod tests {
    use super::tiff;
    use crate::{Layout, Limits, Region, View, decode};

    #[test]
    fn every_sample_comes_back() {
        let samples: Vec<u8> = (0..=255).cycle().take(7 * 5 * 4).collect();
        for layout in [Layout::Grey, Layout::Rgb, Layout::Rgba] {
            let pixels = samples.get(..7 * 5 * layout.bytes()).expect("enough");
            let whole = View::new(7, 5, layout, pixels).expect("filled");
            for view in [whole, whole.crop(Region { left: 2, top: 1, width: 3, height: 4 })] {
                let file = tiff(view).expect("written");
                let read = decode(&file, &Limits::default()).expect("read");
                assert_eq!(read.picture, view.turned(crate::Turn::None), "{layout:?}");
            }
        }
    }
}
