//! What stands where on a screen: bars, bubbles, lines in the middle, names beside bubbles.

use argine_model::{PixelArea, ReadWord};

use crate::regions::{PAINTED, Regions, holds};
use crate::{Page, date};

/// More bubbles than any screen has; a picture made to have more costs no more.
const MOST_BUBBLES: usize = 1_000;

/// A side of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Left,
    Right,
    Middle,
}

/// A bubble, a chip, or a line in the middle without one.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// Its bounds.
    pub(crate) area: PixelArea,
    /// Where it stands.
    pub(crate) side: Side,
    /// What it is painted with; none for words on the background.
    pub(crate) region: Option<usize>,
    /// Its own words, by their place in the page's list, in reading order.
    pub(crate) lines: Vec<Vec<usize>>,
    /// Words of panels inside: quoted messages, previews of links.
    pub(crate) quoted: Vec<usize>,
    /// Cut by a bar or by the end of the picture.
    pub(crate) is_cut: bool,
}

/// A screen, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// From top to bottom.
    pub(crate) blocks: Vec<Block>,
    /// Lines in the bar at the top, from top to bottom.
    pub(crate) header: Vec<Vec<usize>>,
    /// Lines on the background that are not in the middle: names above bubbles, "seen".
    pub(crate) loose: Vec<Vec<usize>>,
}

/// Takes a screen apart.
pub(crate) fn of(page: &Page, regions: &Regions, words: &[ReadWord]) -> Layout {
    let around: Vec<Option<usize>> = words.iter().map(|word| regions.around(word.area)).collect();
    let (top, bottom) = bars(page, regions, words, &around);
    let mut panels = panels(page, regions, (top, bottom));
    let mut on_ground: Vec<usize> = Vec::new();
    let mut header: Vec<usize> = Vec::new();
    let hung = hung_day(page, words, top);
    for (place, word) in words.iter().enumerate() {
        let middle = word.area.top + word.area.height / 2;
        if hung.contains(&place) {
            continue;
        }
        if middle < top {
            header.push(place);
        } else if middle < bottom {
            match around.get(place).copied().flatten() {
                Some(region) if panels.iter().any(|panel| panel.region == region) => {
                    if let Some(panel) = panels.iter_mut().find(|panel| panel.region == region) {
                        panel.words.push(place);
                    }
                }
                // Emoji and marks have parts of their own: they belong to what encloses them.
                _ => match panels
                    .iter_mut()
                    .filter(|panel| holds(panel.area, word.area))
                    .min_by_key(|panel| size(panel.area))
                {
                    Some(panel) => panel.words.push(place),
                    None => on_ground.push(place),
                },
            }
        }
    }
    nest(regions, &mut panels);
    let mut blocks: Vec<Block> = panels
        .into_iter()
        .filter(|panel| !panel.words.is_empty() || !panel.quoted.is_empty())
        .map(|panel| Block {
            area: panel.area,
            side: Side::Middle,
            region: Some(panel.region),
            lines: lines(words, &panel.words),
            quoted: panel.quoted,
            is_cut: panel.area.top <= top + 1 || panel.area.top + panel.area.height + 1 >= bottom,
        })
        .collect();
    drop_side_pictures(page, &mut blocks, words);
    sides(page, &mut blocks);
    if let Some(area) = bounds(words, &hung) {
        let (lines, quoted) = (vec![hung], Vec::new());
        blocks.push(Block { area, side: Side::Middle, region: None, lines, quoted, is_cut: false });
    }
    let mut loose = Vec::new();
    for line in lines(words, &on_ground) {
        let Some(area) = bounds(words, &line) else { continue };
        let (left, right) = (area.left, page.width().saturating_sub(area.left + area.width));
        // Nothing but a date or a notice stands in the middle of the background.
        if left.abs_diff(right) < page.width() / 16 && left > page.width() / 12 {
            blocks.push(Block {
                area,
                side: Side::Middle,
                region: None,
                lines: vec![line],
                quoted: Vec::new(),
                is_cut: false,
            });
        } else {
            loose.push(line);
        }
    }
    blocks.sort_by_key(|block| (block.area.top, block.area.left));
    Layout { blocks, header: lines(words, &header), loose }
}

/// The day that apps hang over the top of a chat that was scrolled: over whatever stands there, also over the words of a bubble of its
/// own colour.
fn hung_day(page: &Page, words: &[ReadWord], top: u32) -> Vec<usize> {
    let near: Vec<usize> = (0..words.len())
        .filter(|place| {
            words.get(*place).is_some_and(|word| word.area.top >= top && word.area.top < top + page.width() / 8)
        })
        .collect();
    for line in lines(words, &near) {
        for from in 0..line.len() {
            for to in (from + 1..=line.len().min(from + 8)).rev() {
                let Some(run) = line.get(from..to) else { continue };
                let Some(area) = bounds(words, run) else { continue };
                let (left, right) = (area.left, page.width().saturating_sub(area.left + area.width));
                let said: Vec<&str> =
                    run.iter().filter_map(|place| words.get(*place)).map(|word| word.text.as_str()).collect();
                if left.abs_diff(right) < page.width() / 27 && date::parse(&said.join(" ")).is_some() {
                    return run.to_vec();
                }
            }
        }
    }
    Vec::new()
}

/// The smallest area around words; none for no words.
pub(crate) fn bounds(words: &[ReadWord], chosen: &[usize]) -> Option<PixelArea> {
    chosen.iter().filter_map(|place| words.get(*place)).map(|word| word.area).reduce(|one, two| {
        let (left, top) = (one.left.min(two.left), one.top.min(two.top));
        let right = (one.left + one.width).max(two.left + two.width);
        let bottom = (one.top + one.height).max(two.top + two.height);
        PixelArea { left, top, width: right - left, height: bottom - top }
    })
}

/// Words into lines: those whose middles are nearly on one height, from left to right.
pub(crate) fn lines(words: &[ReadWord], chosen: &[usize]) -> Vec<Vec<usize>> {
    let middle = |place: usize| words.get(place).map_or(0, |word| word.area.top * 2 + word.area.height);
    let mut heights: Vec<u32> =
        chosen.iter().filter_map(|place| words.get(*place)).map(|word| word.area.height).collect();
    heights.sort_unstable();
    // Middles are counted twice: half of the usual height apart is one line.
    let near = u64::from(heights.get(heights.len() / 2).copied().unwrap_or(0)) * 11 / 10;
    let mut sorted = chosen.to_vec();
    sorted.sort_by_key(|place| (middle(*place), *place));
    let mut found: Vec<(u64, Vec<usize>)> = Vec::new();
    for place in sorted {
        let at = u64::from(middle(place));
        match found.last_mut() {
            // The mean of the line's middles: letters that reach up or down pull it less than their own.
            Some((sum, line)) if at <= *sum / line.len() as u64 + near => {
                *sum += at;
                line.push(place);
            }
            _ => found.push((at, vec![place])),
        }
    }
    for (_, line) in &mut found {
        line.sort_by_key(|place| words.get(*place).map_or(0, |word| word.area.left));
    }
    found.into_iter().map(|(_, line)| line).collect()
}

/// A part that may be a bubble, or a panel inside one.
#[derive(Debug)]
struct Panel {
    area: PixelArea,
    region: usize,
    words: Vec<usize>,
    quoted: Vec<usize>,
}

fn panels(page: &Page, regions: &Regions, (top, bottom): (u32, u32)) -> Vec<Panel> {
    let mut panels: Vec<Panel> = regions
        .list
        .iter()
        .enumerate()
        .filter(|(place, region)| {
            let area = region.area;
            let middle = area.top + area.height / 2;
            area.width < page.width() / 100 * 94
                && area.width > page.width() / 40
                && area.height > page.width() / 60
                && middle >= top
                && middle < bottom
                && regions.coverage(*place) > 0.6
        })
        .map(|(place, region)| Panel { area: region.area, region: place, words: Vec::new(), quoted: Vec::new() })
        .collect();
    panels.sort_by_key(|panel| (core::cmp::Reverse(size(panel.area)), panel.area.top, panel.area.left));
    panels.truncate(MOST_BUBBLES);
    panels
}

/// Words of panels inside a bubble are the bubble's quoted words. A panel is painted: what differs less is the bubble's own ground,
/// torn apart by a JPEG between two lines of letters.
fn nest(regions: &Regions, panels: &mut Vec<Panel>) {
    let colour = |panel: &Panel| regions.list.get(panel.region).map_or([0.0; 3], |region| region.colour);
    let differ = |one: &Panel, two: &Panel| {
        colour(one).iter().zip(colour(two)).map(|(one, two)| (one - two).abs()).fold(0.0, f32::max) > PAINTED
    };
    // Largest first: the one outside comes before what it holds.
    let mut kept: Vec<Panel> = Vec::new();
    for panel in panels.drain(..) {
        match kept.iter_mut().find(|outer| holds(outer.area, panel.area)) {
            Some(outer) if differ(outer, &panel) => {
                outer.quoted.extend(panel.words);
                outer.quoted.extend(panel.quoted);
            }
            Some(outer) => {
                outer.words.extend(panel.words);
                outer.quoted.extend(panel.quoted);
            }
            None => kept.push(panel),
        }
    }
    for panel in &mut kept {
        panel.quoted.sort_unstable();
    }
    *panels = kept;
}

/// Portraits beside bubbles, with a letter or two in them.
fn drop_side_pictures(page: &Page, blocks: &mut Vec<Block>, words: &[ReadWord]) {
    let areas: Vec<PixelArea> = blocks.iter().map(|block| block.area).collect();
    blocks.retain(|block| {
        let area = block.area;
        let letters: usize = block
            .lines
            .iter()
            .flatten()
            .filter_map(|place| words.get(*place))
            .map(|word| word.text.chars().count())
            .sum();
        let is_small = area.width < page.width() / 7;
        let is_beside = areas.iter().any(|other| {
            let apart = other.left >= area.left + area.width || other.left + other.width <= area.left;
            apart
                && size(*other) > size(area)
                && area.top < other.top + other.height
                && other.top < area.top + area.height
        });
        !(is_small && is_beside && letters <= 3)
    });
}

/// The nearer margin decides; what stands in the middle is a bubble where it shares an edge with bubbles of one side.
fn sides(page: &Page, blocks: &mut [Block]) {
    let width = page.width();
    let gaps = |area: PixelArea| (area.left, width.saturating_sub(area.left + area.width));
    let mut left_edges = Vec::new();
    let mut right_edges = Vec::new();
    for block in blocks.iter_mut() {
        let (left, right) = gaps(block.area);
        if left.abs_diff(right) < width / 25 {
            continue;
        }
        if left < right {
            block.side = Side::Left;
            left_edges.push(left);
        } else {
            block.side = Side::Right;
            right_edges.push(right);
        }
    }
    let near = |edges: &[u32], edge: u32| edges.iter().any(|known| known.abs_diff(edge) <= width / 100);
    for block in blocks.iter_mut().filter(|block| block.side == Side::Middle) {
        let (left, right) = gaps(block.area);
        match (near(&left_edges, left), near(&right_edges, right)) {
            (true, false) => block.side = Side::Left,
            (false, true) => block.side = Side::Right,
            _ => {}
        }
    }
}

/// Where the bar at the top ends and the field at the bottom begins.
fn bars(page: &Page, regions: &Regions, words: &[ReadWord], around: &[Option<usize>]) -> (u32, u32) {
    let (width, height) = (page.width(), page.height());
    let is_wide = |area: PixelArea| area.width >= width / 100 * 97;
    // Bars are as high as a finger, whatever the screen's length.
    let highest = (width * 32 / 100).min(height / 3);
    let ground = regions
        .list
        .iter()
        .enumerate()
        .max_by_key(|(place, region)| (region.pixels, usize::MAX - place))
        .map(|(place, _)| place);
    let bar_top = regions
        .list
        .iter()
        .enumerate()
        .filter(|(place, region)| Some(*place) != ground && is_wide(region.area))
        .map(|(_, region)| region.area.top + region.area.height)
        .filter(|end| *end <= highest)
        .max();
    let top = bar_top.unwrap_or_else(|| header_words(page, regions, words, around));
    let bar_bottom = regions
        .list
        .iter()
        .enumerate()
        .filter(|(place, region)| {
            let end = region.area.top + region.area.height;
            Some(*place) != ground && is_wide(region.area) && end + 2 >= height && region.area.top > height / 2
        })
        .map(|(_, region)| region.area.top)
        .min();
    let hint = words
        .iter()
        .zip(around)
        .filter(|(word, _)| word.area.top > height / 5 * 4 && is_hint(&word.text))
        .map(|(word, region)| {
            let field = region.and_then(|region| regions.list.get(region)).map(|region| region.area);
            field.filter(|area| area.width > width / 3 && area.top > height / 2).map_or(word.area.top, |area| area.top)
        })
        .min();
    let bottom = bar_bottom.into_iter().chain(hint).min().unwrap_or(height);
    (top, bottom)
}

/// Where bar and chat have one colour: the words on the background that are neither in the middle nor in a bubble.
fn header_words(page: &Page, regions: &Regions, words: &[ReadWord], around: &[Option<usize>]) -> u32 {
    let width = page.width();
    let limit = (width * 27 / 100).min(page.height() / 4);
    let mut first_bubble = u32::MAX;
    for region in around.iter().flatten().filter_map(|region| regions.list.get(*region)) {
        let is_bubble = region.area.width < width / 100 * 94
            && region.area.width > width / 8
            && region.area.height > width / 25
            && region.density() > 0.4;
        if is_bubble && region.area.top > width / 12 {
            first_bubble = first_bubble.min(region.area.top);
        }
    }
    let in_the_middle = |area: PixelArea| {
        let (left, right) = (area.left, width.saturating_sub(area.left + area.width));
        left.abs_diff(right) < width / 16 && area.width < width / 5 * 3
    };
    let chosen: Vec<usize> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.area.top + word.area.height <= limit.min(first_bubble))
        .map(|(place, _)| place)
        .collect();
    // A day below the bar is in the middle; a name in the bar of some apps is too, but higher, and it is no day.
    let is_name = |line: &[usize], area: PixelArea| {
        let said: Vec<&str> =
            line.iter().filter_map(|place| words.get(*place)).map(|word| word.text.as_str()).collect();
        area.top < width * 22 / 100 && date::parse(&said.join(" ")).is_none()
    };
    lines(words, &chosen)
        .iter()
        .filter_map(|line| Some((line, bounds(words, line)?)))
        .filter(|(line, area)| !in_the_middle(*area) || is_name(line, *area))
        .map(|(_, area)| area.top + area.height + width / 60)
        .max()
        .unwrap_or(0)
}

/// The words that apps put into the empty field.
fn is_hint(text: &str) -> bool {
    const HINTS: &[&str] = &[
        "messaggio",
        "messaggio…",
        "messaggio...",
        "message",
        "message…",
        "message...",
        "imessage",
        "mensaje",
        "mensagem",
        "nachricht",
        "aa",
        "scrivi",
        "digita",
    ];
    HINTS.contains(&text.to_lowercase().as_str())
}

fn size(area: PixelArea) -> u64 {
    u64::from(area.width) * u64::from(area.height)
}

/// Whether one area lies on at least half of the other.
pub(crate) fn covers(one: PixelArea, other: PixelArea) -> bool {
    let width = (one.left + one.width).min(other.left + other.width).saturating_sub(one.left.max(other.left));
    let height = (one.top + one.height).min(other.top + other.height).saturating_sub(one.top.max(other.top));
    u64::from(width) * u64::from(height) * 2 >= size(other)
}
