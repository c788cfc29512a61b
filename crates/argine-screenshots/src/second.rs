//! Further readings of what the first was not sure of, and of what must be right to the letter: bubbles alone, enlarged, dark on
//! white; and lines with links, addresses and long numbers a third time, in another size and without the words of any language.
//!
//! An ordinary word is taken from the reading that the engine itself was surer of. What must be right to the letter is what two of
//! three readings say, or the one that passes its check digits.

use std::collections::BTreeMap;

use argine_model::{PixelArea, ReadWord};

use crate::engine::{OcrEngine, OcrError, Pass};
use crate::ink::{self, Sheet};
use crate::layout::{self, Block, Layout, Side};
use crate::regions::Regions;
use crate::{Page, checked, sight};

/// White around each bubble.
const MARGIN: u32 = 40;
/// Bubbles read again at most, and rows of the sheet: a screen of twenty bubbles has fewer.
const MOST_BUBBLES: usize = 60;
const MOST_ROWS: u32 = 16_000;
/// Below this confidence a word is doubtful.
const DOUBTFUL: u8 = 60;

/// The words of the page, with those replaced that other readings are surer of.
pub(crate) fn read(
    page: &Page,
    regions: &Regions,
    words: Vec<ReadWord>,
    layout: &Layout,
    engine: &dyn OcrEngine,
) -> Vec<ReadWord> {
    let times = if page.width() < sight::SMALL { 3 } else { 2 };
    let doubtful = layout.blocks.iter().filter(|block| block.side != Side::Middle && is_doubtful(block, &words));
    let doubtful: Vec<&Block> = doubtful.take(MOST_BUBBLES).collect();
    let bubbles: Vec<Piece> =
        doubtful.iter().filter_map(|block| Some(Piece { region: block.region?, area: block.area })).collect();
    // A screen that was read once is not lost because reading it again failed or took too long.
    let second = enlarged((page, regions), &bubbles, times, (engine, Pass::Column)).unwrap_or_default();
    let mut lines: Vec<Line<'_>> = Vec::new();
    for block in &doubtful {
        let again = second.get(&key(block.area)).map_or(&[][..], Vec::as_slice);
        let mut goes_on = false;
        for places in &block.lines {
            let Some(area) = layout::bounds(&words, places) else { continue };
            let first: Vec<&ReadWord> = places.iter().filter_map(|place| words.get(*place)).collect();
            let again = in_rows(again, area);
            // A link that is broken goes on in the next line.
            let is_exact = goes_on || first.iter().chain(&again).any(|word| is_letter_for_letter(&word.text));
            goes_on = [first.last(), again.last()].into_iter().flatten().any(|word| is_letter_for_letter(&word.text));
            lines.push(Line { block, places, area, first, again, is_exact });
        }
    }
    let exact: Vec<Piece> = lines.iter().filter(|line| line.is_exact).filter_map(Line::piece).collect();
    let third = enlarged((page, regions), &exact, times - 1, (engine, Pass::Signs)).unwrap_or_default();
    let (mut dropped, mut added) = (vec![false; words.len()], Vec::new());
    for line in &lines {
        let piece = line.piece().filter(|_| line.is_exact);
        let third = piece.and_then(|piece| third.get(&key(piece.area))).map_or(&[][..], Vec::as_slice);
        let third = in_rows(third, line.area);
        for readings in groups([&line.first, &line.again, &third]) {
            let Some(chosen) = choose(&readings) else { continue };
            let same = |place: &&usize| words.get(**place).is_some_and(|word| readings[0].contains(&word));
            for place in line.places.iter().filter(same) {
                if let Some(dropped) = dropped.get_mut(*place) {
                    *dropped = true;
                }
            }
            added.extend(chosen);
        }
    }
    let kept = words.into_iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(word, _)| word);
    kept.chain(added).collect()
}

/// A line of a bubble, and what was read in it.
struct Line<'w> {
    block: &'w Block,
    /// Its words by their places in the page's list.
    places: &'w [usize],
    area: PixelArea,
    first: Vec<&'w ReadWord>,
    again: Vec<&'w ReadWord>,
    /// Whether something in it must be right to the letter.
    is_exact: bool,
}

impl Line<'_> {
    /// The line with a little room around it, inside its bubble: the bubble's own edge would be read as a letter.
    fn piece(&self) -> Option<Piece> {
        let (bubble, room) = (self.block.area, self.area.height / 5 + 1);
        let left = self.area.left.saturating_sub(room).max(bubble.left);
        let top = self.area.top.saturating_sub(room).max(bubble.top);
        let right = (self.area.left + self.area.width + room).min(bubble.left + bubble.width);
        let bottom = (self.area.top + self.area.height + room).min(bubble.top + bubble.height);
        let area = PixelArea { left, top, width: right.checked_sub(left)?, height: bottom.checked_sub(top)? };
        Some(Piece { region: self.block.region?, area })
    }
}

/// A part of the page that is read again.
#[derive(Debug, Clone, Copy)]
struct Piece {
    region: usize,
    area: PixelArea,
}

/// An area that can be looked up: top, left, width, height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key(u32, u32, u32, u32);

const fn key(area: PixelArea) -> Key {
    Key(area.top, area.left, area.width, area.height)
}

/// Reads pieces enlarged, below each other on one sheet: the words of each where they stand on the page.
fn enlarged(
    (page, regions): (&Page, &Regions),
    pieces: &[Piece],
    times: u32,
    (engine, pass): (&dyn OcrEngine, Pass),
) -> Result<BTreeMap<Key, Vec<ReadWord>>, OcrError> {
    let mut strips = Vec::new();
    let (mut top, mut widest) = (MARGIN, 0);
    for piece in pieces {
        let Some(strip) = ink::darkened(page, regions, piece.region, piece.area, times) else { continue };
        if top + strip.1 + MARGIN > MOST_ROWS {
            break;
        }
        widest = widest.max(strip.0);
        let height = strip.1;
        strips.push((piece.area, top, strip));
        top += height + MARGIN;
    }
    if strips.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut sheet = Sheet::new(widest + 2 * MARGIN, top);
    for (_, top, strip) in &strips {
        sheet.lay(MARGIN, *top, strip);
    }
    let Some(sheet) = sheet.into_page() else { return Ok(BTreeMap::new()) };
    let found = engine.words(&sheet, pass)?;
    let of = |(area, top, strip): &(PixelArea, u32, (u32, u32, Vec<u8>))| {
        let words = found.iter().filter_map(|word| placed(word, *area, (*top, strip.1), times));
        (key(*area), words.collect())
    };
    Ok(strips.iter().map(of).collect())
}

/// The words whose middle lies in the rows of a line.
fn in_rows(words: &[ReadWord], line: PixelArea) -> Vec<&ReadWord> {
    let rows = line.top..line.top + line.height;
    words.iter().filter(|word| rows.contains(&(word.area.top + word.area.height / 2))).collect()
}

/// Whether a bubble has a doubtful word, or something that must be right to the letter.
fn is_doubtful(block: &Block, words: &[ReadWord]) -> bool {
    block.lines.iter().flatten().filter_map(|place| words.get(*place)).any(|word| {
        let has_letters = word.text.chars().any(char::is_alphanumeric);
        (has_letters && word.confidence < DOUBTFUL) || is_letter_for_letter(&word.text)
    })
}

/// Links, addresses, handles, wallets and long numbers: a letter more or less leads elsewhere.
fn is_letter_for_letter(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 4 || text.contains(['@', '/'])
}

/// A word of the sheet where it stands on the page; none where it is not in this bubble.
fn placed(word: &ReadWord, bubble: PixelArea, (top, height): (u32, u32), times: u32) -> Option<ReadWord> {
    let middle = word.area.top.checked_add(word.area.height / 2)?;
    if !(top..top + height).contains(&middle) || word.text.trim().is_empty() {
        return None;
    }
    let area = PixelArea {
        left: bubble.left.saturating_add(word.area.left.saturating_sub(MARGIN) / times),
        top: bubble.top + word.area.top.saturating_sub(top) / times,
        width: word.area.width / times,
        height: word.area.height / times,
    };
    let is_inside =
        area.left < bubble.left + bubble.width && area.width <= bubble.width && area.height <= bubble.height;
    (is_inside && area.width > 0 && area.height > 0).then(|| ReadWord { area, ..word.clone() })
}

/// What stands at one place of a line, in each reading: one may have broken a word that another left whole.
fn groups<'w>(readings: [&[&'w ReadWord]; 3]) -> Vec<[Vec<&'w ReadWord>; 3]> {
    let numbered = readings.into_iter().enumerate();
    let mut all: Vec<(&ReadWord, usize)> =
        numbered.flat_map(|(reading, words)| words.iter().map(move |word| (*word, reading))).collect();
    all.sort_by_key(|(word, reading)| (word.area.left, *reading));
    let mut found: Vec<(u32, [Vec<&ReadWord>; 3])> = Vec::new();
    for (word, reading) in all {
        let end = word.area.left + word.area.width;
        // Boxes of neighbours may touch.
        let inset = word.area.height / 5;
        if found.last().is_none_or(|(known, _)| word.area.left + inset >= *known) {
            found.push((0, Default::default()));
        }
        if let Some((known, place)) = found.last_mut() {
            *known = end.max(*known);
            if let Some(words) = place.get_mut(reading) {
                words.push(word);
            }
        }
    }
    found.into_iter().map(|(_, place)| place).collect()
}

/// What is put in the place of the first reading; none where that stays.
fn choose(readings: &[Vec<&ReadWord>; 3]) -> Option<Vec<ReadWord>> {
    let [first, second, third] = readings;
    if first.is_empty() {
        return None;
    }
    let owned = |words: &[&ReadWord]| words.iter().map(|word| (*word).clone()).collect::<Vec<_>>();
    let texts = readings.each_ref().map(|words| words.iter().map(|word| word.text.as_str()).collect::<String>());
    if texts.iter().any(|text| is_letter_for_letter(text)) && !third.is_empty() {
        let voted = (readings.iter().zip(&texts).find(|(_, text)| checked::is_whole(text)))
            .map(|(words, _)| owned(words))
            .or_else(|| agreed(readings, &texts).map(owned))
            .or_else(|| by_letter(readings, &texts).map(|word| vec![word]));
        if let Some(voted) = voted {
            return (voted != owned(first)).then_some(voted);
        }
    }
    is_surer(second, first).then(|| owned(second))
}

fn least(words: &[&ReadWord]) -> u8 {
    words.iter().map(|word| word.confidence).min().unwrap_or(0)
}

/// The reading that says the same as another one: of the two the one with fewer pieces, then the surer one.
fn agreed<'r, 'w>(readings: &'r [Vec<&'w ReadWord>; 3], texts: &[String; 3]) -> Option<&'r [&'w ReadWord]> {
    let is_said_twice = |text: &String| texts.iter().filter(|other| *other == text).count() > 1;
    let said = readings.iter().zip(texts).filter(|(words, text)| !words.is_empty() && is_said_twice(text));
    said.map(|(words, _)| words.as_slice()).min_by_key(|words| (words.len(), core::cmp::Reverse(least(words))))
}

/// Three readings of the same length, letter by letter: what two of them say. None where all three differ in a letter.
fn by_letter(readings: &[Vec<&ReadWord>; 3], texts: &[String; 3]) -> Option<ReadWord> {
    let whole = readings.iter().find(|words| words.len() == 1)?.first()?;
    if readings.iter().filter(|words| words.len() == 1).count() < 2 {
        return None;
    }
    let [one, two, three] = texts.each_ref().map(|text| text.chars().collect::<Vec<char>>());
    if one.len() != two.len() || two.len() != three.len() {
        return None;
    }
    let letters = one.iter().zip(&two).zip(&three);
    let text: Option<String> = letters
        .map(
            |((one, two), three)| {
                if one == two || one == three { Some(*one) } else { Some(*two).filter(|_| two == three) }
            },
        )
        .collect();
    let confidence = readings.iter().map(|words| least(words)).min().unwrap_or(0);
    Some(ReadWord { text: text?, area: whole.area, confidence })
}

/// Whether the engine was surer of the second reading of one place, and it is about as long.
fn is_surer(second: &[&ReadWord], first: &[&ReadWord]) -> bool {
    let letters = |words: &[&ReadWord]| words.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let (one, two) = (letters(first), letters(second));
    one > 0 && two * 10 >= one * 8 && two * 7 <= one * 10 && least(second) > least(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, left: u32, width: u32, confidence: u8) -> ReadWord {
        ReadWord { text: text.to_owned(), area: PixelArea { left, top: 0, width, height: 20 }, confidence }
    }

    #[test]
    fn each_place_is_taken_from_the_surer_reading() {
        let first = [word("Guarda", 0, 60, 95), word("https://a.", 70, 80, 90), word("Mae", 152, 40, 30)];
        let second = [word("Guanda", 1, 60, 80), word("https://a.it/9f", 70, 122, 88), word("\u{a9}", 300, 9, 99)];
        let (first, second): (Vec<_>, Vec<_>) = (first.iter().collect(), second.iter().collect());
        let chosen: Vec<bool> =
            groups([&first, &second, &[]]).iter().map(|readings| choose(readings).is_some()).collect();
        assert_eq!(chosen, [false, true, false]);
    }

    /// What each of three readings says of one word, the first one's confidence highest.
    fn voted(texts: [&[&str]; 3]) -> Option<String> {
        let mut confidence = 96;
        let words = texts.map(|texts| {
            confidence -= 2;
            let width = 100 / texts.len().max(1) as u32;
            texts.iter().zip(0..).map(|(text, place)| word(text, place * width, width, confidence)).collect::<Vec<_>>()
        });
        let readings = words.each_ref().map(|words| words.iter().collect::<Vec<_>>());
        choose(&readings).map(|words| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn what_must_be_exact_is_what_two_of_three_readings_say() {
        assert_eq!(voted([&["a@b.it/F"], &["a@b.it/f"], &["a@b.it/f"]]).as_deref(), Some("a@b.it/f"));
        assert_eq!(voted([&["a@b.it/f"], &["a@b.it/F"], &["a@b.it/f"]]), None);
        // Each of the three is wrong in another letter.
        assert_eq!(voted([&["aB4@c.it"], &["a84@e.it"], &["o84@c.it"]]).as_deref(), Some("a84@c.it"));
        // Where they only differ, the first one stays.
        assert_eq!(voted([&["a@b.it"], &["a@d.it"], &["a@e.it"]]), None);
        // One of them broke the link in two.
        assert_eq!(voted([&["x.it/", "9f"], &["x.it/9f"], &["x.it/9f"]]).as_deref(), Some("x.it/9f"));
        // A check digit is worth more than a majority.
        let (right, wrong) = ("IT60X0542811101000000123456", "IT60X0542811101000000123450");
        assert_eq!(voted([&[wrong], &[wrong], &[right]]).as_deref(), Some(right));
        // Words of a language stay with the readings that know it.
        assert_eq!(voted([&["perch\u{e9}"], &["perche"], &["perche"]]), None);
    }
}
