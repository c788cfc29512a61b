//! The words of one bubble: without the name above them, the message they answer, the clock, and signs that are no letters.

use argine_model::{PixelArea, ReadWord};
use jiff::civil;

use crate::corner::Corner;
use crate::layout::{self, Block, Side};
use crate::regions::Regions;
use crate::{Page, checked, clock, ink};

/// What a bubble says.
#[derive(Debug, Default)]
pub(crate) struct BubbleText {
    pub(crate) text: String,
    pub(crate) name: Option<String>,
    /// What it answers.
    pub(crate) quoted: String,
    /// The clock as it was read with everything else.
    pub(crate) clock: Option<civil::Time>,
}

/// Puts a bubble's words together; `widest` is the width of the widest bubble of the page.
pub(crate) fn of(
    page: &Page,
    regions: &Regions,
    words: &[ReadWord],
    block: &Block,
    corner: Option<&Corner>,
    widest: u32,
) -> BubbleText {
    let fill = block.region.and_then(|region| regions.list.get(region)).map_or([255.0; 3], |region| region.colour);
    let mut found = BubbleText::default();
    let mut body: Vec<Line> = Vec::new();
    let mut quoted: Vec<&str> =
        block.quoted.iter().filter_map(|place| words.get(*place)).map(|word| word.text.as_str()).collect();
    let quote_end = layout::bounds(words, &block.quoted).map_or(0, |area| area.top + area.height);
    let mut in_corner = String::new();
    let unseen = if corner.is_none() { unseen_corner(words, block) } else { None };
    for line in &block.lines {
        let Some(area) = layout::bounds(words, line) else { continue };
        if is_barred(page, regions, block, area, fill) || area.top + area.height / 2 < quote_end && !body.is_empty() {
            quoted.extend(line.iter().filter_map(|place| words.get(*place)).map(|word| word.text.as_str()));
            continue;
        }
        let mut parts = Line { area, ink: ink::colour(page, area, fill), ..Line::default() };
        for word in line.iter().filter_map(|place| words.get(*place)) {
            match place_of(word, corner.map(|corner| corner.area).or(unseen)) {
                Place::Corner => {
                    in_corner.push_str(&word.text);
                    in_corner.push(' ');
                }
                Place::Both => {
                    let (said, clock) = split_clock(&word.text);
                    in_corner.push_str(clock);
                    parts.push(word, said);
                }
                Place::Body if is_picture(page, word, fill) => {}
                // A lone upright stroke is the capital I, which languages that never write it alone make a stroke of; one that is
                // higher than the letters beside it is an edge or a bar.
                Place::Body if word.text == "|" => {
                    if word.area.height * 10 <= usual_height(words, line) * 12 {
                        parts.push(word, "I");
                    }
                }
                Place::Body => parts.push(word, &word.text),
            }
        }
        if !parts.words.is_empty() {
            body.push(parts);
        }
    }
    found.quoted = quoted.join(" ");
    found.clock = clock::parse(&in_corner);
    if block.side == Side::Left {
        found.name = take_name(&mut body);
    }
    found.text = join(&body, block.area.width + capital(&body) >= widest);
    found
}

/// The usual height of the other words of a line; 0 where there are none.
fn usual_height(words: &[ReadWord], line: &[usize]) -> u32 {
    let others = line.iter().filter_map(|place| words.get(*place)).filter(|word| word.text != "|");
    let mut heights: Vec<u32> = others.map(|word| word.area.height).collect();
    heights.sort_unstable();
    heights.get(heights.len() / 2).copied().unwrap_or(0)
}

#[derive(Debug)]
struct Line {
    area: PixelArea,
    ink: Option<[f32; 3]>,
    words: Vec<String>,
    end: u32,
}

impl Default for Line {
    fn default() -> Self {
        Self { area: PixelArea { left: 0, top: 0, width: 0, height: 0 }, ink: None, words: Vec::new(), end: 0 }
    }
}

impl Line {
    fn push(&mut self, word: &ReadWord, text: &str) {
        if !text.is_empty() {
            self.words.push(text.to_owned());
            self.end = word.area.left + word.area.width;
        }
    }
}

/// Where a word stands with regard to the corner.
enum Place {
    Body,
    Corner,
    Both,
}

/// Where a clock stands at the end of the last line, in smaller letters, though its ink was not made out as a corner's.
fn unseen_corner(words: &[ReadWord], block: &Block) -> Option<PixelArea> {
    let last = block.lines.last()?;
    let (place, clock) = last.iter().enumerate().rev().take(3).find_map(|(place, word)| {
        let word = words.get(*word)?;
        let digits = word.text.chars().filter(char::is_ascii_digit).count();
        (clock::parse(&word.text).is_some() && word.text.chars().count() <= digits + 3).then_some((place, word))
    })?;
    // What stands behind it are ticks.
    let behind = last.get(place + 1..)?.iter().filter_map(|word| words.get(*word));
    let few = behind.map(|word| word.text.chars().count()).sum::<usize>() <= 3;
    let body: Vec<usize> = block.lines.iter().flatten().copied().filter(|word| !last.contains(word)).collect();
    let others = if body.is_empty() { last.get(..place)? } else { body.as_slice() };
    let is_smaller = clock.area.height * 100 < usual_height(words, others) * 95;
    let end = block.area.left + block.area.width;
    let is_at_end = end.saturating_sub(clock.area.left + clock.area.width) < clock.area.height * 4;
    (few && is_smaller && is_at_end).then_some(PixelArea { width: end.saturating_sub(clock.area.left), ..clock.area })
}

fn place_of(word: &ReadWord, corner: Option<PixelArea>) -> Place {
    let Some(corner) = corner else { return Place::Body };
    let (top, bottom) =
        (word.area.top.max(corner.top), (word.area.top + word.area.height).min(corner.top + corner.height));
    if bottom.saturating_sub(top) * 5 < corner.height.min(word.area.height) * 2 {
        return Place::Body;
    }
    let end = word.area.left + word.area.width;
    if word.area.left + corner.height / 2 >= corner.left {
        Place::Corner
    } else if end > corner.left + corner.height {
        Place::Both
    } else {
        Place::Body
    }
}

/// A word that ran into the clock: what was said, and the clock.
fn split_clock(text: &str) -> (&str, &str) {
    let colon = text.rfind([':', '.']);
    let start = colon.map(|colon| {
        let before = text.get(..colon).unwrap_or("");
        colon - before.chars().rev().take_while(char::is_ascii_digit).take(2).count()
    });
    match start.filter(|start| clock::parse(text.get(*start..).unwrap_or("")).is_some()) {
        Some(start) => text.split_at(start),
        None => (text, ""),
    }
}

/// Emoji: what was read with little confidence where the ink is of several colours that letters here do not have.
fn is_picture(page: &Page, word: &ReadWord, fill: [f32; 3]) -> bool {
    let has_letters = word.text.chars().any(char::is_alphanumeric);
    if word.text.chars().count() > 4 || (has_letters && word.confidence > 85) {
        return false;
    }
    let area = word.area;
    let (mut ink, mut colourful) = (0_u32, 0_u32);
    for y in area.top..area.top + area.height {
        for x in area.left..area.left + area.width {
            let pixel = page.pixel(x, y);
            if ink::strength(pixel, fill) > 40.0 {
                ink += 1;
                let saturation = ink::saturation(pixel.map(f32::from));
                colourful += u32::from(saturation > 100.0 && (saturation - ink::saturation(fill)).abs() > 60.0);
            }
        }
    }
    let is_dense = u64::from(ink) * 2 > u64::from(area.width) * u64::from(area.height);
    is_dense && colourful * 2 > ink
}

/// Whether an upright bar runs along the left of a line: it quotes.
fn is_barred(page: &Page, regions: &Regions, block: &Block, line: PixelArea, fill: [f32; 3]) -> bool {
    let Some(region) = block.region else { return false };
    // Round corners are no bars: only what has the bubble's colour to its left in most rows.
    let reaches = (line.top..line.top + line.height).filter_map(|y| regions.reach(region, y));
    let mut edges: Vec<u32> = reaches.map(|(left, _)| left).collect();
    edges.sort_unstable();
    let Some(left) = edges.get(edges.len() / 2).copied() else { return false };
    let mut thick = 0;
    for x in left + 2..line.left.saturating_sub(2) {
        let marked =
            (line.top..line.top + line.height).filter(|y| ink::strength(page.pixel(x, *y), fill) > 40.0).count();
        if marked * 20 >= line.height as usize * 19 {
            thick += 1;
        }
    }
    thick >= 2 && thick * 2 <= line.height
}

/// A first line in a colour of its own, with words in another colour below it, is a name.
fn take_name(body: &mut Vec<Line>) -> Option<String> {
    let [first, second, ..] = body.as_slice() else { return None };
    let (first_ink, second_ink) = (first.ink?, second.ink?);
    let text = first.words.join(" ");
    let apart = ink::strength(second_ink.map(|part| part.clamp(0.0, 255.0) as u8), first_ink);
    let is_coloured = ink::saturation(first_ink) > ink::saturation(second_ink) + 40.0;
    let is_address = text.contains("://") || text.contains("www.") || text.contains('@');
    let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
    if apart > 50.0 && is_coloured && !is_address && (2..=40).contains(&letters) {
        body.remove(0);
        return Some(text);
    }
    None
}

/// About the width of a letter: what more would not have fitted into a line.
fn capital(body: &[Line]) -> u32 {
    body.iter().map(|line| line.area.height).min().unwrap_or(0)
}

/// Lines were broken by the app: a blank joins them, and nothing where a long sequence of signs was cut. Apps cut only what is longer
/// than a line can be, so that the bubble is as wide as any (`is_widest`).
fn join(body: &[Line], is_widest: bool) -> String {
    let right = body.iter().map(|line| line.end).max().unwrap_or(0);
    let mut text = String::new();
    for (place, line) in body.iter().enumerate() {
        if let Some(before) = place.checked_sub(1).and_then(|before| body.get(before)) {
            let last = before.words.last().map_or("", String::as_str);
            let first = line.words.first().map_or("", String::as_str);
            let is_full = before.end + before.area.height * 3 >= right;
            let is_alone = line.words.len() == 1 && place + 1 == body.len();
            if !(is_widest && is_full && is_cut_sequence(last, first, is_alone)) {
                text.push(' ');
            }
        }
        text.push_str(&line.words.join(" "));
    }
    checked::mend(&text)
}

/// An account number, address or link that ran over the end of the line. Its rest has digits or signs; letters alone are more often
/// the next word, unless nothing else follows (`is_alone`). What already passes its check digits is whole.
fn is_cut_sequence(last: &str, first: &str, is_alone: bool) -> bool {
    let is_solid =
        |part: &str| part.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_./:?=&%#@+~".contains(letter));
    let is_link = last.contains("://") && !last.ends_with(['.', ',']);
    let has_digit = |part: &str| part.chars().any(|letter| letter.is_ascii_digit());
    let has_sign = first.trim_end_matches(['.', '?', ':']).chars().any(|letter| !letter.is_alphanumeric());
    let goes_on = has_digit(first) || has_sign || is_alone;
    // The program takes some small letters for accented ones: they do not make a sequence of signs a word.
    let is_solid_before = last.chars().filter(|letter| !is_solid(&letter.to_string())).count() <= 1;
    last.chars().count() >= 15
        && is_solid_before
        && is_solid(first)
        && goes_on
        && !checked::is_whole(last)
        && (is_link || has_digit(last))
        && !first.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_goes_on_is_a_cut_sequence() {
        for (last, first, is_alone, expected) in [
            ("https://example.org/v/9fK2", "x7/abc", false, true),
            ("https://example.org/v/9fK2x7", "guarda", false, false),
            ("https://example.org/v/una-pagina-molto-lung", "hissima", true, true),
            ("IT60X0542811101000000123456", "2024", true, false),
            ("GB29NWBK601613319", "26819", false, true),
            ("bc1qw508d6qejxtdg4y5r3zarvary0c5", "xw7kv8f3t4", false, true),
            ("responsabilissimamente", "2024", true, false),
        ] {
            assert_eq!(is_cut_sequence(last, first, is_alone), expected, "{last} {first}");
        }
    }
}
