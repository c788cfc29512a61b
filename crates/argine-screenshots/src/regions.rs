//! Flat parts of a picture: bubbles, bars, what lies behind them.
//!
//! A part grows from a flat spot over neighbours of nearly its colour. The colour may drift slowly from row to row, as it does
//! in bubbles painted over a gradient; a step, however soft, ends the part. Letters stay out and make holes.

use argine_model::PixelArea;

use crate::Page;

/// How far a pixel may be from the colour of its part, in any channel of 255. The faintest bubble in use, a grey of 239 on
/// white, is 16 away; flat parts of a JPEG at quality 60 wander by 2 or 3.
const SAME: f32 = 7.0;
/// How much the colour may drift from one row to the next.
const DRIFT: f32 = 0.6;
/// How far the colours of two parts of one bubble may be apart, in any channel: a panel painted inside a bubble differs by more.
pub(crate) const PAINTED: f32 = 8.0;
/// More parts than any screen has bubbles and panels; those beyond, the smallest, are not put together.
const MOST_TORN: usize = 2_000;

/// A flat part.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    /// Its bounds.
    pub(crate) area: PixelArea,
    /// Pixels of its colour.
    pub(crate) pixels: u64,
    /// Its mean colour.
    pub(crate) colour: [f32; 3],
}

impl Region {
    /// The share of its bounds that has its colour.
    pub(crate) fn density(&self) -> f32 {
        let whole = u64::from(self.area.width) * u64::from(self.area.height);
        self.pixels as f32 / whole.max(1) as f32
    }
}

/// All flat parts and which pixel belongs to which.
#[derive(Debug)]
pub(crate) struct Regions {
    width: u32,
    /// 0 for none, else the number of the part from 1.
    labels: Vec<u32>,
    pub(crate) list: Vec<Region>,
}

impl Regions {
    /// Divides the page. Linear in its pixels.
    pub(crate) fn of(page: &Page) -> Self {
        let count = page.width() as usize * page.height() as usize;
        let mut regions = Self { width: page.width(), labels: vec![0; count], list: Vec::new() };
        let mut rows = vec![None; page.height() as usize];
        let step = (page.width() / 120).clamp(3, 12);
        for y in (step..page.height().saturating_sub(1)).step_by(step as usize) {
            for x in (step..page.width().saturating_sub(1)).step_by(step as usize) {
                if regions.label(x, y) == 0 && is_flat(page, x, y) {
                    regions.grow(page, x, y, &mut rows);
                }
            }
        }
        regions.join_torn(page);
        regions
    }

    /// Puts together what a JPEG tore: a bubble over a gradient, or one with dense letters, comes in parts of one colour whose bounds
    /// lie on each other. Bubbles do not: they are apart.
    fn join_torn(&mut self, page: &Page) {
        let largest = self.list.iter().enumerate().max_by_key(|(place, region)| (region.pixels, usize::MAX - place));
        let Some((ground, behind)) = largest.map(|(place, region)| (place, region.colour)) else { return };
        let mut order: Vec<usize> = (0..self.list.len())
            .filter(|place| {
                let region = self.list.get(*place);
                *place != ground
                    && region.is_some_and(|region| {
                        region.area.width < page.width() / 100 * 94 && !is_near(region.colour, behind)
                    })
            })
            .collect();
        order.sort_by_key(|place| (core::cmp::Reverse(self.list.get(*place).map(|region| region.pixels)), *place));
        order.truncate(MOST_TORN);
        // The part that each part has become a piece of.
        let mut into: Vec<usize> = (0..self.list.len()).collect();
        let mut kept: Vec<usize> = Vec::new();
        for place in order {
            let mut at = place;
            // What two parts had in common may join a third.
            while let Some((found, whole)) = kept.iter().enumerate().find_map(|(found, other)| {
                let (one, other) = (self.list.get(at)?, self.list.get(*other)?);
                Some((found, joined(one, other)?))
            }) {
                let other = kept.remove(found);
                let (from, to) = if other < at { (at, other) } else { (other, at) };
                for known in into.iter_mut().filter(|known| **known == from) {
                    *known = to;
                }
                if let Some(region) = self.list.get_mut(to) {
                    *region = whole;
                }
                if let Some(region) = self.list.get_mut(from) {
                    *region = Region { area: PixelArea { left: 0, top: 0, width: 0, height: 0 }, pixels: 0, ..*region };
                }
                at = to;
            }
            kept.push(at);
        }
        for label in &mut self.labels {
            if let Some(to) = (*label as usize).checked_sub(1).and_then(|place| into.get(place)) {
                *label = *to as u32 + 1;
            }
        }
    }

    fn label(&self, x: u32, y: u32) -> u32 {
        if x >= self.width {
            return 0;
        }
        self.labels.get(y as usize * self.width as usize + x as usize).copied().unwrap_or(0)
    }

    fn set(&mut self, x: u32, y: u32, label: u32) {
        if let Some(place) = self.labels.get_mut(y as usize * self.width as usize + x as usize) {
            *place = label;
        }
    }

    /// The part in which the words of `area` stand: the one with most pixels in it.
    pub(crate) fn around(&self, area: PixelArea) -> Option<usize> {
        let mut counts: Vec<(u32, u32)> = Vec::new();
        for y in area.top..area.top + area.height {
            for x in area.left..area.left + area.width {
                let label = self.label(x, y);
                if label == 0 {
                    continue;
                }
                if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == label) {
                    *count += 1;
                } else if counts.len() < 64 {
                    // Words stand in one part; a box over more of them than this is noise.
                    counts.push((label, 1));
                }
            }
        }
        let (label, _) = counts.into_iter().max_by_key(|(label, count)| (*count, u32::MAX - label))?;
        Some(label as usize - 1)
    }

    /// From where to where, in row `y`, the part `region` reaches; none where it is not in that row.
    pub(crate) fn reach(&self, region: usize, y: u32) -> Option<(u32, u32)> {
        let area = self.list.get(region)?.area;
        let label = region as u32 + 1;
        let mut row = area.left..area.left + area.width;
        let left = row.clone().find(|x| self.label(*x, y) == label)?;
        let right = row.rfind(|x| self.label(*x, y) == label)?;
        Some((left, right))
    }

    /// How much of its bounds a part fills, what stands inside it included: 1 for a rectangle, much less for what winds around others.
    /// One wide panel inside counts as inside also where a JPEG left nothing of the part beside it.
    pub(crate) fn coverage(&self, region: usize) -> f32 {
        let Some(part) = self.list.get(region) else { return 0.0 };
        let panel = self
            .list
            .iter()
            .enumerate()
            .filter(|(place, inner)| {
                *place != region && inner.area.width * 2 > part.area.width && holds(part.area, inner.area)
            })
            .max_by_key(|(place, inner)| (inner.pixels, usize::MAX - place))
            .map(|(place, _)| place);
        // Looking at every row costs the whole bounds: only for parts that have a fair share of them.
        if part.density() < 0.15 {
            return part.density();
        }
        let rows = part.area.top..part.area.top + part.area.height;
        let filled: u64 = rows
            .filter_map(|y| {
                let own = self.reach(region, y);
                let inner = panel.and_then(|panel| self.reach(panel, y));
                own.into_iter().chain(inner).reduce(|one, two| (one.0.min(two.0), one.1.max(two.1)))
            })
            .map(|(left, right)| u64::from(right - left) + 1)
            .sum();
        let whole = u64::from(part.area.width) * u64::from(part.area.height);
        filled as f32 / whole.max(1) as f32
    }

    /// Grows one part from a seed by runs of pixels in rows.
    fn grow(&mut self, page: &Page, x: u32, y: u32, rows: &mut [Option<[f32; 3]>]) {
        let label = self.list.len() as u32 + 1;
        let seed = page.pixel(x, y).map(f32::from);
        let mut bounds = Bounds::default();
        let mut sum = [0.0_f64; 3];
        let mut stack = vec![(x, x, y, seed)];
        while let Some((from, to, y, near)) = stack.pop() {
            let colour = row_colour(page, (from, to, y), near, rows);
            let mut x = from;
            while x <= to {
                if self.label(x, y) != 0 || !is_same(page.pixel(x, y), colour) {
                    x += 1;
                    continue;
                }
                let mut left = x;
                while left > 0 && self.label(left - 1, y) == 0 && is_same(page.pixel(left - 1, y), colour) {
                    left -= 1;
                }
                let mut right = x;
                while right + 1 < self.width
                    && self.label(right + 1, y) == 0
                    && is_same(page.pixel(right + 1, y), colour)
                {
                    right += 1;
                }
                for x in left..=right {
                    self.set(x, y, label);
                    for (total, part) in sum.iter_mut().zip(page.pixel(x, y)) {
                        *total += f64::from(part);
                    }
                }
                bounds.add(left, right, y);
                if y > 0 {
                    stack.push((left, right, y - 1, colour));
                }
                if y + 1 < page.height() {
                    stack.push((left, right, y + 1, colour));
                }
                x = right + 1;
            }
        }
        for row in rows.iter_mut().take(bounds.bottom as usize + 2).skip(bounds.top.saturating_sub(1) as usize) {
            *row = None;
        }
        if let Some(row) = rows.get_mut(y as usize) {
            *row = None;
        }
        let pixels = bounds.pixels.max(1);
        let colour = sum.map(|total| (total / pixels as f64) as f32);
        self.list.push(Region { area: bounds.area(), pixels: bounds.pixels, colour });
    }
}

/// The part's colour in this row, set when the row is first reached.
fn row_colour(page: &Page, (from, to, y): (u32, u32, u32), near: [f32; 3], rows: &mut [Option<[f32; 3]>]) -> [f32; 3] {
    let Some(row) = rows.get_mut(y as usize) else { return near };
    if let Some(known) = *row {
        return known;
    }
    let mut sum = [0.0_f32; 3];
    let mut count = 0_u32;
    for x in from..=to {
        let pixel = page.pixel(x, y);
        if is_same(pixel, near) {
            count += 1;
            for (total, part) in sum.iter_mut().zip(pixel) {
                *total += f32::from(part);
            }
        }
    }
    let mut colour = near;
    if count * 2 > to - from {
        for (part, total) in colour.iter_mut().zip(sum) {
            *part += (total / count as f32 - *part).clamp(-DRIFT, DRIFT);
        }
    }
    *row = Some(colour);
    colour
}

#[derive(Debug)]
struct Bounds {
    left: u32,
    right: u32,
    top: u32,
    bottom: u32,
    pixels: u64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { left: u32::MAX, right: 0, top: u32::MAX, bottom: 0, pixels: 0 }
    }
}

impl Bounds {
    fn add(&mut self, left: u32, right: u32, y: u32) {
        self.left = self.left.min(left);
        self.right = self.right.max(right);
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
        self.pixels += u64::from(right - left) + 1;
    }

    fn area(&self) -> PixelArea {
        if self.pixels == 0 {
            return PixelArea { left: 0, top: 0, width: 0, height: 0 };
        }
        PixelArea {
            left: self.left,
            top: self.top,
            width: self.right - self.left + 1,
            height: self.bottom - self.top + 1,
        }
    }
}

/// Two parts as one, where they are pieces of one bubble: of one colour, with bounds that lie on each other, and filling a fair share
/// of what they span together.
fn joined(one: &Region, other: &Region) -> Option<Region> {
    let (a, b) = (one.area, other.area);
    let apart = a.left >= b.left + b.width
        || b.left >= a.left + a.width
        || a.top >= b.top + b.height
        || b.top >= a.top + a.height;
    if apart || !is_near(one.colour, other.colour) {
        return None;
    }
    let (left, top) = (a.left.min(b.left), a.top.min(b.top));
    let right = (a.left + a.width).max(b.left + b.width);
    let bottom = (a.top + a.height).max(b.top + b.height);
    let pixels = one.pixels + other.pixels;
    let mut colour = one.colour;
    for (part, second) in colour.iter_mut().zip(other.colour) {
        *part += (second - *part) * (other.pixels as f32 / pixels.max(1) as f32);
    }
    let whole = Region { area: PixelArea { left, top, width: right - left, height: bottom - top }, pixels, colour };
    (whole.density() > 0.3).then_some(whole)
}

/// Whether most of `inner` lies on `outer`, which is larger. A JPEG takes a panel's edge off the bubble around it.
pub(crate) fn holds(outer: PixelArea, inner: PixelArea) -> bool {
    let size = |area: PixelArea| u64::from(area.width) * u64::from(area.height);
    let width = (outer.left + outer.width).min(inner.left + inner.width).saturating_sub(outer.left.max(inner.left));
    let height = (outer.top + outer.height).min(inner.top + inner.height).saturating_sub(outer.top.max(inner.top));
    size(outer) > size(inner) && u64::from(width) * u64::from(height) * 4 >= size(inner) * 3
}

fn is_near(one: [f32; 3], two: [f32; 3]) -> bool {
    one.iter().zip(two).all(|(one, two)| (one - two).abs() <= PAINTED)
}

fn is_same(pixel: [u8; 3], colour: [f32; 3]) -> bool {
    pixel.iter().zip(colour).all(|(part, wanted)| (f32::from(*part) - wanted).abs() <= SAME)
}

fn is_flat(page: &Page, x: u32, y: u32) -> bool {
    let middle = page.pixel(x, y);
    [(0, 1), (2, 1), (1, 0), (1, 2)].into_iter().all(|(dx, dy)| {
        let other = page.pixel((x + dx).saturating_sub(1), (y + dy).saturating_sub(1));
        middle.iter().zip(other).all(|(one, two)| one.abs_diff(two) <= 3)
    })
}
