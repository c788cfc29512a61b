//! Pixels in memory, decoded within limits and only with the person's word.

use core::fmt;
use std::io::Cursor;

use argine_model::PixelArea;
use image::{ExtendedColorType, ImageEncoder as _, ImageFormat, ImageReader};

use crate::{Limits, ShowsNobodyUndressed};

/// A picture as red, green and blue, one byte each, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Page({} x {})", self.width, self.height)
    }
}

/// Why a picture could not be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PageError {
    /// Neither PNG nor JPEG nor WebP.
    #[error("neither PNG nor JPEG nor WebP")]
    UnknownFormat,
    /// Wider, higher or of more pixels than allowed; told from the header, before anything is allocated.
    #[error("{width} x {height} pixels are more than the limit")]
    TooLarge {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// A JPEG drawn over and over: each scan costs a pass over all pixels.
    #[error("{0} scans are more than the limit")]
    TooManyScans(usize),
    /// Damaged or cut short.
    #[error("the picture is damaged")]
    Damaged,
}

impl Page {
    /// Decodes PNG, JPEG or WebP (told from the bytes). Transparency is laid on white.
    ///
    /// # Errors
    /// See [`PageError`]; nothing is allocated for a picture beyond `limits`.
    pub fn decode(bytes: &[u8], limits: &Limits, _: ShowsNobodyUndressed) -> Result<Self, PageError> {
        let format = format(bytes).ok_or(PageError::UnknownFormat)?;
        let reader = || ImageReader::with_format(Cursor::new(bytes), format);
        let (width, height) = reader().into_dimensions().map_err(|_| PageError::Damaged)?;
        let pixels = u64::from(width) * u64::from(height);
        if width == 0 || height == 0 {
            return Err(PageError::Damaged);
        }
        if width > limits.side || height > limits.side || pixels > limits.pixels {
            return Err(PageError::TooLarge { width, height });
        }
        if format == ImageFormat::Jpeg {
            // Behind 0xFF, compressed data has only 0x00 and restart marks: this pair is a scan (or one of a small preview).
            let scans = bytes.windows(2).filter(|pair| *pair == [0xFF, 0xDA]).count();
            if scans > limits.scans {
                return Err(PageError::TooManyScans(scans));
            }
        }
        let mut reader = reader();
        let mut allowed = image::Limits::default();
        allowed.max_image_width = Some(limits.side);
        allowed.max_image_height = Some(limits.side);
        // Sixteen bits for each of four channels, and as much again to work in.
        allowed.max_alloc = Some(limits.pixels.saturating_mul(16));
        reader.limits(allowed);
        let decoded = reader.decode().map_err(|_| PageError::Damaged)?;
        let pixels = if decoded.color().has_alpha() {
            let mut flat = Vec::with_capacity(pixels as usize * 3);
            for pixel in decoded.into_rgba8().pixels() {
                let [red, green, blue, alpha] = pixel.0;
                let over = |part: u8| {
                    let sum = u16::from(part) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
                    u8::try_from(sum / 255).unwrap_or(u8::MAX)
                };
                flat.extend([over(red), over(green), over(blue)]);
            }
            flat
        } else {
            decoded.into_rgb8().into_raw()
        };
        Self::from_rgb(width, height, pixels).ok_or(PageError::Damaged)
    }

    /// A page from `width * height` pixels of three bytes; none where the numbers do not agree.
    pub fn from_rgb(width: u32, height: u32, pixels: Vec<u8>) -> Option<Self> {
        let wanted = u64::from(width) * u64::from(height) * 3;
        (wanted == pixels.len() as u64 && wanted > 0).then_some(Self { width, height, pixels })
    }

    /// Pixels in a row.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    pub const fn height(&self) -> u32 {
        self.height
    }

    /// Red, green, blue of every pixel, row by row from the top.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// The pixel at `x`, `y`; black outside.
    pub fn pixel(&self, x: u32, y: u32) -> [u8; 3] {
        if x >= self.width {
            return [0; 3];
        }
        let at = (y as usize * self.width as usize + x as usize) * 3;
        match self.pixels.get(at..at + 3) {
            Some(&[red, green, blue]) => [red, green, blue],
            _ => [0; 3],
        }
    }

    /// The part of `area` that lies on the page; none where nothing does.
    pub(crate) fn clip(&self, area: PixelArea) -> Option<PixelArea> {
        let left = area.left.min(self.width);
        let top = area.top.min(self.height);
        let width = area.width.min(self.width - left);
        let height = area.height.min(self.height - top);
        (width > 0 && height > 0).then_some(PixelArea { left, top, width, height })
    }

    /// The pixels of `area`, as far as it lies on the page.
    pub(crate) fn cut(&self, area: PixelArea) -> Option<Self> {
        let area = self.clip(area)?;
        let mut pixels = Vec::with_capacity(area.width as usize * area.height as usize * 3);
        for y in area.top..area.top + area.height {
            for x in area.left..area.left + area.width {
                pixels.extend(self.pixel(x, y));
            }
        }
        Self::from_rgb(area.width, area.height, pixels)
    }

    /// Twice as wide and high, with values in between: small letters are read better.
    pub(crate) fn doubled(&self) -> Self {
        let (width, height) = (self.width * 2, self.height * 2);
        let mut pixels = Vec::with_capacity(self.pixels.len() * 4);
        let near = |at: u32, size: u32| {
            let other = if at.is_multiple_of(2) { (at / 2).saturating_sub(1) } else { (at / 2 + 1).min(size - 1) };
            (at / 2, other)
        };
        for y in 0..height {
            let (y_near, y_far) = near(y, self.height);
            for x in 0..width {
                let (x_near, x_far) = near(x, self.width);
                let parts = [
                    (self.pixel(x_near, y_near), 9_u32),
                    (self.pixel(x_far, y_near), 3),
                    (self.pixel(x_near, y_far), 3),
                    (self.pixel(x_far, y_far), 1),
                ];
                let mut sum = [8_u32; 3];
                for (pixel, weight) in parts {
                    for (total, part) in sum.iter_mut().zip(pixel) {
                        *total += u32::from(part) * weight;
                    }
                }
                pixels.extend(sum.map(|total| u8::try_from(total / 16).unwrap_or(u8::MAX)));
            }
        }
        Self { width, height, pixels }
    }

    /// The page as a PNG.
    pub(crate) fn to_png(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        image::codecs::png::PngEncoder::new(&mut bytes)
            .write_image(&self.pixels, self.width, self.height, ExtendedColorType::Rgb8)
            .ok()?;
        Some(bytes)
    }
}

fn format(bytes: &[u8]) -> Option<ImageFormat> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some(ImageFormat::Png),
        [0xFF, 0xD8, 0xFF, ..] => Some(ImageFormat::Jpeg),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageFormat::WebP),
        _ => None,
    }
}
