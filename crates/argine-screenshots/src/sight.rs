//! One screen: what an engine reads on it, and what it means where it stands.

use argine_model::{PixelArea, ReadWord};
use jiff::civil;

use crate::corner::{self, Corner};
use crate::engine::{OcrEngine, OcrError, Pass};
use crate::ink::{self, Sheet};
use crate::layout::{self, Block, Layout, Side};
use crate::regions::Regions;
use crate::{Page, bubble_text, clock, date, letterforms, order, second};

/// More words than any screen has.
const MOST_WORDS: usize = 20_000;
/// Below this width letters are too small for the engine: it is given the page twice as large.
pub(crate) const SMALL: u32 = 800;

/// What was seen on one screen.
#[derive(Debug, Default)]
pub(crate) struct Sight {
    /// From top to bottom.
    pub(crate) items: Vec<Item>,
    /// The name in the bar at the top.
    pub(crate) title: Option<String>,
    /// The clock in the line of the system.
    pub(crate) status_clock: Option<civil::Time>,
    /// What the bubbles are painted with, for telling the app: left, right.
    pub(crate) colours: (Option<[f32; 3]>, Option<[f32; 3]>),
    /// Words read that belong to no message, date or bar.
    pub(crate) words_outside: u32,
    /// Whether bubbles carry clocks.
    pub(crate) has_corner_clocks: bool,
}

/// Something in the chat.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// A day between messages, with the clock beside it.
    Day { day: date::Day, clock: Option<civil::Time> },
    /// A clock alone between messages.
    Clock(civil::Time),
    /// A line of the app.
    Notice(Spoken),
    /// A message.
    Bubble(Bubble),
}

/// Words and where they stand.
#[derive(Debug, Clone)]
pub(crate) struct Spoken {
    pub(crate) text: String,
    pub(crate) area: PixelArea,
    pub(crate) words: Vec<ReadWord>,
}

/// A message.
#[derive(Debug, Clone)]
pub(crate) struct Bubble {
    pub(crate) spoken: Spoken,
    pub(crate) side: Side,
    pub(crate) clock: Option<civil::Time>,
    pub(crate) name: Option<String>,
    pub(crate) is_cut: bool,
}

/// Looks at a screen.
pub(crate) fn see(page: &Page, engine: &dyn OcrEngine) -> Result<Sight, OcrError> {
    let regions = Regions::of(page);
    let mut words = if page.width() < SMALL {
        let large = engine.words(&page.doubled(), Pass::WholePage)?;
        large.into_iter().map(halved).collect()
    } else {
        engine.words(page, Pass::WholePage)?
    };
    tidy(page, &mut words);
    read_missed(page, &regions, &mut words, engine)?;
    let first = layout::of(page, &regions, &words);
    let words = second::read(page, &regions, words, &first, engine);
    let layout = layout::of(page, &regions, &words);
    // What the engine read stays with the message; what is made of it goes by the shapes too.
    let settled = letterforms::settle(page, &regions, &words);
    let capital = ink::capital_height(&words).unwrap_or(page.width() / 36).clamp(6, page.width() / 8 + 6);
    let corners: Vec<Option<Corner>> =
        layout.blocks.iter().map(|block| corner::find(page, &regions, block, capital)).collect();
    let clocks = corner::read(page, &regions, &corners, engine);
    let has_corner_clocks = clocks.iter().flatten().count() * 3 > corners.iter().flatten().count();
    let mut sight = Sight { has_corner_clocks, ..Sight::default() };
    sight.title = title(page, &settled, &layout);
    sight.status_clock = status_clock(page, &words, &layout);
    sight.colours = (colour_of(&regions, &layout, Side::Left), colour_of(&regions, &layout, Side::Right));
    let mut used_lines = vec![false; layout.loose.len()];
    let spoken = layout.blocks.iter().filter(|block| block.side != Side::Middle);
    let widest = spoken.map(|block| block.area.width).max().unwrap_or(0);
    let mut bubbles = Vec::new();
    for ((block, corner), clock) in layout.blocks.iter().zip(&corners).zip(&clocks) {
        if block.side == Side::Middle {
            if let Some(item) = middle(block, &settled) {
                bubbles.push((item, None));
            }
            continue;
        }
        let reading =
            bubble_text::of(page, &regions, &settled, block, corner.as_ref().filter(|_| has_corner_clocks), widest);
        let above = name_above(&settled, &layout, block, &mut used_lines);
        let spoken = Spoken { text: reading.text, area: block.area, words: chosen(&words, block) };
        if spoken.text.is_empty() && reading.quoted.is_empty() && clock.is_none() {
            sight.words_outside += spoken.words.len() as u32;
            continue;
        }
        let second = reading.clock;
        let bubble =
            Bubble { spoken, side: block.side, clock: *clock, name: reading.name.or(above), is_cut: block.is_cut };
        bubbles.push((Item::Bubble(bubble), second));
    }
    order::settle_clocks(&mut bubbles);
    sight.items = bubbles.into_iter().map(|(item, _)| item).collect();
    let outside = layout.loose.iter().zip(&used_lines).filter(|(_, used)| !**used).map(|(line, _)| line.len());
    sight.words_outside += outside.sum::<usize>() as u32;
    Ok(sight)
}

/// Drops what is no word on this page.
fn tidy(page: &Page, words: &mut Vec<ReadWord>) {
    words.truncate(MOST_WORDS);
    words.retain_mut(|word| {
        let text = word.text.trim();
        if text.len() != word.text.len() {
            word.text = text.to_owned();
        }
        match page.clip(word.area) {
            Some(area) if !word.text.is_empty() => {
                word.area = area;
                // A box over half the page is a frame, not a word.
                area.height < page.height() / 4 && area.height < page.width() / 4
            }
            _ => false,
        }
    });
}

fn halved(word: ReadWord) -> ReadWord {
    let area = word.area;
    let (right, bottom) = (area.left.saturating_add(area.width), area.top.saturating_add(area.height));
    let (left, top) = (area.left / 2, area.top / 2);
    let area = PixelArea { left, top, width: right.div_ceil(2) - left, height: bottom.div_ceil(2) - top };
    ReadWord { area, ..word }
}

/// A second pass over bubbles in which nothing was read though there is ink: dark on white this time.
fn read_missed(
    page: &Page,
    regions: &Regions,
    words: &mut Vec<ReadWord>,
    engine: &dyn OcrEngine,
) -> Result<(), OcrError> {
    let mut has_words = vec![false; regions.list.len()];
    for word in words.iter().filter(|word| word.confidence > 40) {
        if let Some(place) = regions.around(word.area).and_then(|region| has_words.get_mut(region)) {
            *place = true;
        }
    }
    let missed: Vec<usize> = regions
        .list
        .iter()
        .enumerate()
        .filter(|(place, region)| {
            let area = region.area;
            !has_words.get(*place).copied().unwrap_or(true)
                && area.width > page.width() / 12
                && area.height > page.width() / 36
                && area.height < page.height() / 2
                && (0.25..0.985).contains(&region.density())
                && has_writing(page, regions, *place)
        })
        .map(|(place, _)| place)
        .take(200)
        .collect();
    if missed.is_empty() {
        return Ok(());
    }
    let times = if page.width() < SMALL { 2 } else { 1 };
    let mut sheet = Sheet::new(page.width() * times, page.height() * times);
    for place in &missed {
        let Some(region) = regions.list.get(*place) else { continue };
        if let Some(grey) = ink::darkened(page, regions, *place, region.area, times) {
            sheet.lay(region.area.left * times, region.area.top * times, &grey);
        }
    }
    let Some(sheet) = sheet.into_page() else { return Ok(()) };
    let mut found = engine.words(&sheet, Pass::Scattered)?;
    if times == 2 {
        found = found.into_iter().map(halved).collect();
    }
    tidy(page, &mut found);
    // What a first pass saw there was noise: it had no confidence.
    let is_missed = |word: &ReadWord| regions.around(word.area).is_some_and(|region| missed.contains(&region));
    if found.iter().any(|word| word.confidence > 40) {
        words.retain(|word| !is_missed(word));
        // A torn bubble has parts without words inside one whose words are known: they must not stand twice.
        for word in found.into_iter().filter(|word| word.confidence > 20) {
            let on_it =
                |before: &ReadWord| layout::covers(before.area, word.area) || layout::covers(word.area, before.area);
            if words.iter().any(|before| before.confidence >= word.confidence && on_it(before)) {
                continue;
            }
            words.retain(|before| !on_it(before));
            words.push(word);
        }
    }
    Ok(())
}

/// Whether there is ink in the middle of a part, in the amount that letters have.
fn has_writing(page: &Page, regions: &Regions, place: usize) -> bool {
    let Some(region) = regions.list.get(place) else { return false };
    let area = region.area;
    let inset = (area.height / 6).min(area.width / 6);
    let inner = PixelArea {
        left: area.left + inset,
        top: area.top + inset,
        width: area.width - 2 * inset,
        height: area.height - 2 * inset,
    };
    let mut ink = 0_u64;
    for y in inner.top..inner.top + inner.height {
        for x in inner.left..inner.left + inner.width {
            ink += u64::from(ink::strength(page.pixel(x, y), region.colour) > 48.0);
        }
    }
    let whole = u64::from(inner.width) * u64::from(inner.height);
    ink * 100 > whole && ink * 100 < whole * 45
}

fn chosen(words: &[ReadWord], block: &Block) -> Vec<ReadWord> {
    let mut places: Vec<usize> = block.quoted.clone();
    places.extend(block.lines.iter().flatten());
    places.into_iter().filter_map(|place| words.get(place)).cloned().collect()
}

fn line_text(words: &[ReadWord], line: &[usize]) -> String {
    let parts: Vec<&str> = line.iter().filter_map(|place| words.get(*place)).map(|word| word.text.as_str()).collect();
    parts.join(" ")
}

/// What a line in the middle says: a day, a clock, or something of the app.
fn middle(block: &Block, words: &[ReadWord]) -> Option<Item> {
    let lines: Vec<String> = block.lines.iter().map(|line| line_text(words, line)).collect();
    let text = lines.join(" ");
    let clock = clock::parse(&text);
    if let Some(day) = date::parse(&text) {
        return Some(Item::Day { day, clock });
    }
    if let Some(clock) = clock.filter(|_| text.chars().count() <= 8) {
        return Some(Item::Clock(clock));
    }
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let sure = block.lines.iter().flatten().filter_map(|place| words.get(*place)).any(|word| word.confidence > 50);
    (letters > 3 && sure).then(|| Item::Notice(Spoken { text, area: block.area, words: chosen(words, block) }))
}

/// The name of who writes, on the background above a bubble on the left, in line with it.
fn name_above(words: &[ReadWord], layout: &Layout, block: &Block, used: &mut [bool]) -> Option<String> {
    if block.side != Side::Left {
        return None;
    }
    for (line, used) in layout.loose.iter().zip(used) {
        let Some(area) = layout::bounds(words, line) else { continue };
        let gap = block.area.top.saturating_sub(area.top + area.height);
        let is_above = area.top < block.area.top && gap < area.height * 3 / 2;
        let is_in_line = area.left + area.height * 2 > block.area.left && area.left < block.area.left + area.height * 4;
        let text = line_text(words, line);
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        if !*used && is_above && is_in_line && letters > 1 && text.chars().count() < 40 {
            *used = true;
            return Some(text);
        }
    }
    None
}

/// The largest line of the bar at the top, below the line of the system.
fn title(page: &Page, words: &[ReadWord], layout: &Layout) -> Option<String> {
    let mut best: Option<(u32, String)> = None;
    for line in &layout.header {
        let named: Vec<usize> = line
            .iter()
            .copied()
            .filter(|place| {
                words.get(*place).is_some_and(|word| {
                    word.confidence > 30
                        && word.text.chars().any(char::is_alphabetic)
                        && word.area.left > page.width() / 12
                        && word.area.left < page.width() / 5 * 4
                })
            })
            .collect();
        let Some(area) = layout::bounds(words, &named) else { continue };
        let text = line_text(words, &named);
        let is_system_line = area.top < page.width() / 22 || clock::parse(&text).is_some();
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        if letters > 1 && !is_system_line && best.as_ref().is_none_or(|(height, _)| area.height > *height) {
            best = Some((area.height, text));
        }
    }
    best.map(|(_, text)| text)
}

fn status_clock(page: &Page, words: &[ReadWord], layout: &Layout) -> Option<civil::Time> {
    let is_on_top = |place: &usize| words.get(*place).is_some_and(|word| word.area.top < page.width() / 10);
    let first = layout.header.iter().find(|line| line.iter().any(is_on_top))?;
    clock::parse(&line_text(words, first))
}

fn colour_of(regions: &Regions, layout: &Layout, side: Side) -> Option<[f32; 3]> {
    let mut colours: Vec<[f32; 3]> = layout
        .blocks
        .iter()
        .filter(|block| block.side == side)
        .filter_map(|block| Some(regions.list.get(block.region?)?.colour))
        .collect();
    colours.sort_by(|one, two| one.iter().sum::<f32>().total_cmp(&two.iter().sum::<f32>()));
    colours.get(colours.len() / 2).copied()
}
