//! A small drawing surface: rectangles with round corners, letters, halving.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};

/// Red, green, blue.
pub(crate) type Colour = [u8; 3];

/// Pixels, row by row.
#[derive(Clone)]
pub(crate) struct Canvas {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) pixels: Vec<u8>,
}

impl Canvas {
    pub(crate) fn new(width: u32, height: u32, colour: Colour) -> Self {
        Self { width, height, pixels: colour.repeat((width * height) as usize) }
    }

    fn blend(&mut self, x: i64, y: i64, colour: Colour, share: f32) {
        if x < 0 || y < 0 || x >= i64::from(self.width) || y >= i64::from(self.height) || share <= 0.0 {
            return;
        }
        let at = (y as usize * self.width as usize + x as usize) * 3;
        for (pixel, wanted) in self.pixels[at..at + 3].iter_mut().zip(colour) {
            let old = f32::from(*pixel);
            *pixel = (old + (f32::from(wanted) - old) * share.min(1.0)).round() as u8;
        }
    }

    /// A rectangle with round corners; `paint` gives the colour of each row.
    pub(crate) fn round_rectangle(&mut self, area: [f32; 4], radius: f32, paint: &dyn Fn(f32) -> Colour) {
        let [left, top, width, height] = area;
        let (half_width, half_height) = (width / 2.0, height / 2.0);
        let radius = radius.min(half_width).min(half_height);
        for y in top.floor() as i64..=(top + height).ceil() as i64 {
            let colour = paint(y as f32);
            for x in left.floor() as i64..=(left + width).ceil() as i64 {
                let dx = ((x as f32 + 0.5) - (left + half_width)).abs() - (half_width - radius);
                let dy = ((y as f32 + 0.5) - (top + half_height)).abs() - (half_height - radius);
                let outside = dx.max(0.0).hypot(dy.max(0.0)) + dx.max(dy).min(0.0) - radius;
                self.blend(x, y, colour, 0.5 - outside);
            }
        }
    }

    /// Writes `text` with its baseline at `y`; gives the width.
    pub(crate) fn text(&mut self, face: &Face, text: &str, x: f32, y: f32, size: f32, colour: Colour) -> f32 {
        let mut at = x;
        for letter in text.chars() {
            let advance = face.advance(letter, size);
            if is_emoji(letter) {
                // A yellow disc with a dark drawing: colours that letters do not have.
                self.round_rectangle([at + 0.04 * size, y - 0.82 * size, size, size], size / 2.0, &|_| [255, 204, 51]);
                self.glyph(&face.emoji, letter, at + 0.16 * size, y - 0.06 * size, size * 0.72, [102, 69, 0]);
            } else {
                self.glyph(&face.letters, letter, at, y, size, colour);
                if face.weight > 0.0 {
                    self.glyph(&face.letters, letter, at + face.weight, y, size, colour);
                }
            }
            at += advance;
        }
        at - x
    }

    fn glyph(&mut self, font: &FontRef<'static>, letter: char, x: f32, y: f32, size: f32, colour: Colour) {
        let scale = face_scale(font, size);
        let glyph = font.glyph_id(letter).with_scale_and_position(scale, ab_glyph::point(x, y));
        if let Some(outline) = font.outline_glyph(glyph) {
            let bounds = outline.px_bounds();
            outline.draw(|dx, dy, share| {
                self.blend(bounds.min.x as i64 + i64::from(dx), bounds.min.y as i64 + i64::from(dy), colour, share);
            });
        }
    }

    /// Half as wide and high, each pixel the mean of four.
    pub(crate) fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut pixels = Vec::with_capacity((width * height * 3) as usize);
        for y in 0..height {
            for x in 0..width {
                for channel in 0..3 {
                    let sum: u32 = [(0, 0), (1, 0), (0, 1), (1, 1)]
                        .iter()
                        .map(|(dx, dy)| {
                            let at = ((2 * y + dy) * self.width + 2 * x + dx) as usize * 3 + channel;
                            u32::from(self.pixels[at])
                        })
                        .sum();
                    pixels.push(((sum + 2) / 4) as u8);
                }
            }
        }
        Self { width, height, pixels }
    }
}

fn face_scale(font: &FontRef<'static>, size: f32) -> PxScale {
    // `size` is the em, as apps count it; the crate counts the line.
    let em = font.units_per_em().unwrap_or(1000.0);
    PxScale::from(size * font.height_unscaled() / em)
}

/// A typeface, and how much it is thickened.
pub(crate) struct Face {
    letters: FontRef<'static>,
    emoji: FontRef<'static>,
    weight: f32,
}

impl Face {
    /// Ubuntu Light, thickened to a text weight.
    pub(crate) fn ubuntu(weight: f32) -> Self {
        Self::new(epaint_default_fonts::UBUNTU_LIGHT, weight)
    }

    /// `DejaVu` Sans Condensed.
    pub(crate) fn dejavu_condensed() -> Self {
        Self::new(dejavu::sans_condensed::regular(), 0.0)
    }

    /// `DejaVu` Sans.
    pub(crate) fn dejavu() -> Self {
        Self::new(dejavu::sans::regular(), 0.0)
    }

    fn new(letters: &'static [u8], weight: f32) -> Self {
        Self {
            letters: FontRef::try_from_slice(letters).expect("a bundled font"),
            emoji: FontRef::try_from_slice(epaint_default_fonts::NOTO_EMOJI_REGULAR).expect("a bundled font"),
            weight,
        }
    }

    pub(crate) fn advance(&self, letter: char, size: f32) -> f32 {
        if is_emoji(letter) {
            return size * 1.1;
        }
        let scaled = self.letters.as_scaled(face_scale(&self.letters, size));
        scaled.h_advance(scaled.glyph_id(letter)) + self.weight * 0.5
    }

    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|letter| self.advance(letter, size)).sum()
    }

    /// Lines no wider than `width`.
    pub(crate) fn wrap(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ') {
            if self.width(word, size) > width {
                // Apps cut what is longer than a line at its last letter that fits.
                let mut line = String::new();
                for letter in word.chars() {
                    if self.width(&line, size) + self.advance(letter, size) > width {
                        lines.push(core::mem::take(&mut line));
                    }
                    line.push(letter);
                }
                lines.push(line);
                continue;
            }
            match lines.last_mut() {
                Some(line) if self.width(line, size) + self.width(" ", size) + self.width(word, size) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

fn is_emoji(letter: char) -> bool {
    u32::from(letter) > 0x1F000
}
