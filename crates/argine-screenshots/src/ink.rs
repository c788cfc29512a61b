//! Letters against what they are written on.

use argine_model::{PixelArea, ReadWord};

use crate::Page;
use crate::regions::Regions;

/// How far a pixel is from the colour of its part, 0 to 255.
pub(crate) fn strength(pixel: [u8; 3], fill: [f32; 3]) -> f32 {
    pixel.iter().zip(fill).map(|(part, fill)| (f32::from(*part) - fill).abs()).fold(0.0, f32::max)
}

/// The strongest ink in `area`, without the strongest fiftieth (specks).
pub(crate) fn contrast(page: &Page, area: PixelArea, fill: [f32; 3]) -> f32 {
    let mut counts = [0_u32; 256];
    let mut total = 0_u32;
    for y in area.top..area.top + area.height {
        for x in area.left..area.left + area.width {
            let found = strength(page.pixel(x, y), fill);
            if found > 20.0 {
                total += 1;
                if let Some(count) = counts.get_mut(found as usize) {
                    *count += 1;
                }
            }
        }
    }
    let mut above = total / 50;
    for (found, count) in counts.iter().enumerate().rev() {
        if *count > above {
            return found as f32;
        }
        above -= count;
    }
    0.0
}

/// The mean colour of the strongest ink in `area`.
pub(crate) fn colour(page: &Page, area: PixelArea, fill: [f32; 3]) -> Option<[f32; 3]> {
    let strong = contrast(page, area, fill) * 0.8;
    let mut sum = [0.0_f32; 3];
    let mut count = 0_u32;
    for y in area.top..area.top + area.height {
        for x in area.left..area.left + area.width {
            let pixel = page.pixel(x, y);
            if strong > 16.0 && strength(pixel, fill) >= strong {
                count += 1;
                for (total, part) in sum.iter_mut().zip(pixel) {
                    *total += f32::from(part);
                }
            }
        }
    }
    (count > 0).then(|| sum.map(|total| total / count as f32))
}

/// How far a colour is from grey, 0 to 255.
pub(crate) fn saturation(colour: [f32; 3]) -> f32 {
    let highest = colour.into_iter().fold(0.0, f32::max);
    highest - colour.into_iter().fold(255.0, f32::min)
}

/// Dark on white, whatever it was: the ink of one part, `times` as wide and high. The pixels outside the part are white.
pub(crate) fn darkened(
    page: &Page,
    regions: &Regions,
    region: usize,
    area: PixelArea,
    times: u32,
) -> Option<(u32, u32, Vec<u8>)> {
    let area = page.clip(area)?;
    let fill = regions.list.get(region)?.colour;
    let strong = contrast(page, area, fill).max(32.0);
    let mut grey = Vec::with_capacity(area.width as usize * area.height as usize);
    for y in area.top..area.top + area.height {
        let reach = regions.reach(region, y);
        for x in area.left..area.left + area.width {
            let is_inside = reach.is_some_and(|(left, right)| (left..=right).contains(&x));
            let ink = if is_inside { (strength(page.pixel(x, y), fill) - 8.0).max(0.0) } else { 0.0 };
            grey.push(255.0 - (ink / (strong - 8.0) * 255.0).min(255.0));
        }
    }
    let value = |x: u32, y: u32| {
        let (x, y) = (x.min(area.width - 1), y.min(area.height - 1));
        grey.get(y as usize * area.width as usize + x as usize).copied().unwrap_or(255.0)
    };
    let (width, height) = (area.width * times, area.height * times);
    let mut large = Vec::with_capacity(width as usize * height as usize);
    for y in 0..height {
        let (from_y, share_y) = position(y, times);
        for x in 0..width {
            let (from_x, share_x) = position(x, times);
            let upper = value(from_x, from_y) * (1.0 - share_x) + value(from_x + 1, from_y) * share_x;
            let lower = value(from_x, from_y + 1) * (1.0 - share_x) + value(from_x + 1, from_y + 1) * share_x;
            large.push((upper * (1.0 - share_y) + lower * share_y) as u8);
        }
    }
    Some((width, height, large))
}

/// The pixel left of (above) place `at` of the enlarged picture, and how far towards the next one it lies.
fn position(at: u32, times: u32) -> (u32, f32) {
    let exact = ((at as f32 + 0.5) / times as f32 - 0.5).max(0.0);
    (exact as u32, exact.fract())
}

/// A white sheet on which ink is laid.
#[derive(Debug)]
pub(crate) struct Sheet {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Sheet {
    /// White.
    pub(crate) fn new(width: u32, height: u32) -> Self {
        Self { width, height, pixels: vec![255; width as usize * height as usize * 3] }
    }

    /// Lays a grey picture with its upper left corner at `left`, `top`.
    pub(crate) fn lay(&mut self, left: u32, top: u32, (width, height, grey): &(u32, u32, Vec<u8>)) {
        for y in 0..*height {
            for x in 0..*width {
                let (to_x, to_y) = (left + x, top + y);
                let value = grey.get(y as usize * *width as usize + x as usize).copied().unwrap_or(255);
                let at = (to_y as usize * self.width as usize + to_x as usize) * 3;
                if to_x < self.width
                    && to_y < self.height
                    && let Some(pixel) = self.pixels.get_mut(at..at + 3)
                {
                    pixel.fill(value);
                }
            }
        }
    }

    /// The sheet as a page.
    pub(crate) fn into_page(self) -> Option<Page> {
        Page::from_rgb(self.width, self.height, self.pixels)
    }
}

/// How high capitals and digits are on this page: the median of words that have some and nothing below the line.
pub(crate) fn capital_height(words: &[ReadWord]) -> Option<u32> {
    let mut heights: Vec<u32> = words
        .iter()
        .filter(|word| {
            word.confidence > 60
                && word.text.chars().count() > 1
                && word
                    .text
                    .chars()
                    .any(|letter| letter.is_uppercase() || letter.is_ascii_digit() || "bdfhklt".contains(letter))
                && !word.text.contains(['g', 'p', 'q', 'y', 'j', ',', ';', '(', ')', '|', '/', '@', 'Q', '$'])
        })
        .map(|word| word.area.height)
        .collect();
    heights.sort_unstable();
    heights.get(heights.len() / 2).copied()
}
