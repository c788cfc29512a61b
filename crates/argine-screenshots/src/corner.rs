//! The small grey time in the corner of a bubble: found by its ink, read enlarged, digits only.

use argine_model::PixelArea;
use jiff::civil;

use crate::engine::{OcrEngine, Pass};
use crate::ink::{self, Sheet};
use crate::layout::{Block, Side};
use crate::regions::Regions;
use crate::{Page, clock};

/// How high digits should be to be read well, in pixels.
const DIGIT_HEIGHT: u32 = 36;
/// White around each clock.
const MARGIN: u32 = 28;
/// Clocks on one sheet at most.
const MOST_CLOCKS: usize = 400;

/// Where the corner of a bubble holds something smaller or fainter than its words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Corner {
    /// What belongs to the corner: clock, ticks, "edited".
    pub(crate) area: PixelArea,
    /// The part of it that is to be read: without ticks.
    digits: PixelArea,
    region: usize,
}

/// The corner of a bubble, where it has one. `capital` is the height of capitals in the words of the page.
pub(crate) fn find(page: &Page, regions: &Regions, block: &Block, capital: u32) -> Option<Corner> {
    let region = block.region.filter(|_| block.side != Side::Middle)?;
    let fill = regions.list.get(region)?.colour;
    let area = block.area;
    let strong = ink::contrast(page, area, fill);
    let threshold = (strong * 0.2).max(18.0);
    let bottom = area.top + area.height;
    let right = area.left + area.width;
    let top = bottom.saturating_sub(capital * 9 / 4).max(area.top);
    let reaches: Vec<Option<(u32, u32)>> = (top..bottom).map(|y| regions.reach(region, y)).collect();
    let has_ink = |x: u32, y: u32| {
        let reach = reaches.get((y - top) as usize).copied().flatten();
        reach.is_some_and(|(from, to)| (from + 1..to).contains(&x)) && ink::strength(page.pixel(x, y), fill) > threshold
    };
    // The lowest run of rows with ink near the right edge.
    let near = right.saturating_sub(capital * 3).max(area.left);
    let row_has_ink = |y: u32| (near..right).any(|x| has_ink(x, y));
    let last = (top..bottom).rev().find(|y| row_has_ink(*y))?;
    let first = (top..=last).rev().take_while(|y| row_has_ink(*y)).last()?;
    let height = last - first + 1;
    if height * 20 < capital * 7 || height * 20 > capital * 19 || first == top {
        return None;
    }
    // Runs of columns from the right, up to a gap wider than any between digits.
    let runs = runs_from_right(area.left, right, (capital / 2, height), |x| (first..=last).any(|y| has_ink(x, y)));
    let (left, end) = (runs.last()?.0, runs.first()?.1);
    let width = end - left + 1;
    if width * 2 < height * 3 || width > height * 12 {
        return None;
    }
    let found = PixelArea { left, top: first, width, height };
    let is_fainter = ink::contrast(page, found, fill) < strong * 0.87;
    if !is_fainter && height * 100 > capital * 82 {
        return None;
    }
    // Ticks stand behind the digits and are wider than any of them.
    let behind = runs.iter().take_while(|(from, to)| (to - from + 1) * 10 > height * 9).count();
    let end_of_digits = runs.get(behind).map_or(end, |(_, to)| *to);
    let digits_end = if (end_of_digits - left.min(end_of_digits)) * 10 > height * 16 { end_of_digits } else { end };
    let digits = PixelArea { left, top: first, width: digits_end - left + 1, height };
    Some(Corner { area: found, digits, region })
}

/// Runs of columns with ink from `right` leftwards, until a gap of more than `gap` columns. Between ticks and clock the gap may be
/// wider: what has been found by then is narrower than a clock of this height.
fn runs_from_right(left: u32, right: u32, (gap, height): (u32, u32), has_ink: impl Fn(u32) -> bool) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    let mut empty = 0;
    for x in (left..right).rev() {
        if has_ink(x) {
            match runs.last_mut() {
                Some(run) if empty == 0 => run.0 = x,
                _ => runs.push((x, x)),
            }
            empty = 0;
        } else {
            empty += 1;
            let found = runs.first().zip(runs.last()).map_or(0, |((_, to), (from, _))| to - from + 1);
            let allowed = if found * 10 < height * 19 { gap * 5 / 2 } else { gap };
            if empty > allowed && !runs.is_empty() {
                break;
            }
        }
    }
    runs
}

/// Reads all corners of a page in one pass; `None` where a corner is no clock.
pub(crate) fn read(
    page: &Page,
    regions: &Regions,
    corners: &[Option<Corner>],
    engine: &dyn OcrEngine,
) -> Vec<Option<civil::Time>> {
    let mut times = vec![None; corners.len()];
    let mut strips = Vec::new();
    let (mut top, mut widest) = (MARGIN, 0);
    for (place, corner) in corners.iter().enumerate().take(MOST_CLOCKS) {
        let Some(corner) = corner else { continue };
        let around = PixelArea {
            left: corner.digits.left.saturating_sub(2),
            top: corner.digits.top.saturating_sub(2),
            width: corner.digits.width + 4,
            height: corner.digits.height + 4,
        };
        let times = ((DIGIT_HEIGHT + corner.digits.height / 2) / corner.digits.height.max(1)).clamp(1, 6);
        let Some(strip) = ink::darkened(page, regions, corner.region, around, times) else { continue };
        widest = widest.max(strip.0);
        let height = strip.1;
        strips.push((place, top, strip));
        top += height + MARGIN;
    }
    if strips.is_empty() {
        return times;
    }
    let mut sheet = Sheet::new(widest + 2 * MARGIN, top);
    for (_, top, strip) in &strips {
        sheet.lay(MARGIN, *top, strip);
    }
    let Some(sheet) = sheet.into_page() else { return times };
    // Without its clocks a screen is still worth reading.
    let Ok(mut words) = engine.words(&sheet, Pass::Clocks) else { return times };
    words.sort_by_key(|word| word.area.left);
    for (place, top, strip) in &strips {
        let text: String = words
            .iter()
            .filter(|word| {
                let middle = word.area.top.saturating_add(word.area.height / 2);
                (*top..top + strip.1).contains(&middle)
            })
            .map(|word| word.text.as_str())
            .collect();
        if let Some(time) = times.get_mut(*place) {
            *time = clock::parse_digits(&text);
        }
    }
    times
}
