//! A second reading of what the first was not sure of, and of what must be right to the letter: bubbles alone, enlarged, dark on white.
//!
//! Each word is taken from the reading that the engine itself was surer of; no word is put together from both.

use argine_model::{PixelArea, ReadWord};

use crate::engine::{OcrEngine, OcrError, Pass};
use crate::ink::{self, Sheet};
use crate::layout::{self, Block, Layout, Side};
use crate::regions::Regions;
use crate::{Page, sight};

/// White around each bubble.
const MARGIN: u32 = 40;
/// Bubbles read again at most, and rows of the sheet: a screen of twenty bubbles has fewer.
const MOST_BUBBLES: usize = 60;
const MOST_ROWS: u32 = 16_000;
/// Below this confidence a word is doubtful.
const DOUBTFUL: u8 = 60;

/// The words of the page, with those replaced that a second reading was surer of.
pub(crate) fn read(
    page: &Page,
    regions: &Regions,
    words: Vec<ReadWord>,
    layout: &Layout,
    engine: &dyn OcrEngine,
) -> Result<Vec<ReadWord>, OcrError> {
    let times = if page.width() < sight::SMALL { 3 } else { 2 };
    let mut strips = Vec::new();
    let (mut top, mut widest) = (MARGIN, 0);
    let doubtful = layout.blocks.iter().filter(|block| block.side != Side::Middle && is_doubtful(block, &words));
    for block in doubtful.take(MOST_BUBBLES) {
        let strip = block.region.and_then(|region| ink::darkened(page, regions, region, block.area, times));
        let Some(strip) = strip else { continue };
        if top + strip.1 + MARGIN > MOST_ROWS {
            break;
        }
        widest = widest.max(strip.0);
        let height = strip.1;
        strips.push((block, top, strip));
        top += height + MARGIN;
    }
    if strips.is_empty() {
        return Ok(words);
    }
    let mut sheet = Sheet::new(widest + 2 * MARGIN, top);
    for (_, top, strip) in &strips {
        sheet.lay(MARGIN, *top, strip);
    }
    let Some(sheet) = sheet.into_page() else { return Ok(words) };
    let found = engine.words(&sheet, Pass::Column)?;
    let (mut dropped, mut added) = (vec![false; words.len()], Vec::new());
    for (block, top, strip) in &strips {
        let again: Vec<ReadWord> =
            found.iter().filter_map(|word| placed(word, block.area, (*top, strip.1), times)).collect();
        for line in &block.lines {
            let Some(area) = layout::bounds(&words, line) else { continue };
            let first: Vec<&ReadWord> = line.iter().filter_map(|place| words.get(*place)).collect();
            let second: Vec<&ReadWord> = again
                .iter()
                .filter(|word| {
                    let middle = word.area.top + word.area.height / 2;
                    (area.top..area.top + area.height).contains(&middle)
                })
                .collect();
            for (first, second) in groups(&first, &second) {
                if is_surer(&second, &first) {
                    let same = |place: &&usize| words.get(**place).is_some_and(|word| first.contains(&word));
                    for place in line.iter().filter(same) {
                        if let Some(dropped) = dropped.get_mut(*place) {
                            *dropped = true;
                        }
                    }
                    added.extend(second.into_iter().cloned());
                }
            }
        }
    }
    let kept = words.into_iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(word, _)| word);
    Ok(kept.chain(added).collect())
}

/// Whether a bubble has a doubtful word, or something that must be right to the letter.
fn is_doubtful(block: &Block, words: &[ReadWord]) -> bool {
    block.lines.iter().flatten().filter_map(|place| words.get(*place)).any(|word| {
        let digits = word.text.chars().filter(char::is_ascii_digit).count();
        let has_letters = word.text.chars().any(char::is_alphanumeric);
        (has_letters && word.confidence < DOUBTFUL) || word.text.contains(['@', '/']) || digits > 4
    })
}

/// A word of the sheet where it stands on the page; none where it is not in this bubble.
fn placed(word: &ReadWord, bubble: PixelArea, (top, height): (u32, u32), times: u32) -> Option<ReadWord> {
    let middle = word.area.top.checked_add(word.area.height / 2)?;
    if !(top..top + height).contains(&middle) || word.text.trim().is_empty() {
        return None;
    }
    let area = PixelArea {
        left: bubble.left + word.area.left.saturating_sub(MARGIN) / times,
        top: bubble.top + word.area.top.saturating_sub(top) / times,
        width: word.area.width / times,
        height: word.area.height / times,
    };
    let is_inside =
        area.left < bubble.left + bubble.width && area.width <= bubble.width && area.height <= bubble.height;
    (is_inside && area.width > 0 && area.height > 0).then(|| ReadWord { area, ..word.clone() })
}

/// What stands at one place of a line, in both readings: one may have broken a word that the other left whole.
fn groups<'w>(first: &[&'w ReadWord], second: &[&'w ReadWord]) -> Vec<(Vec<&'w ReadWord>, Vec<&'w ReadWord>)> {
    let mut all: Vec<(&ReadWord, usize)> =
        first.iter().map(|word| (*word, 0)).chain(second.iter().map(|word| (*word, 1))).collect();
    all.sort_by_key(|(word, reading)| (word.area.left, *reading));
    let mut found: Vec<(u32, Vec<&ReadWord>, Vec<&ReadWord>)> = Vec::new();
    for (word, reading) in all {
        let end = word.area.left + word.area.width;
        // Boxes of neighbours may touch.
        let inset = word.area.height / 5;
        if found.last().is_none_or(|(known, ..)| word.area.left + inset >= *known) {
            found.push((0, Vec::new(), Vec::new()));
        }
        if let Some((known, first, second)) = found.last_mut() {
            *known = end.max(*known);
            if reading == 0 { first.push(word) } else { second.push(word) }
        }
    }
    found.into_iter().map(|(_, first, second)| (first, second)).collect()
}

/// Whether the engine was surer of the second reading of one place, and it is about as long.
fn is_surer(second: &[&ReadWord], first: &[&ReadWord]) -> bool {
    let letters = |words: &[&ReadWord]| words.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let least = |words: &[&ReadWord]| words.iter().map(|word| word.confidence).min().unwrap_or(0);
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
        let surer: Vec<bool> = groups(&first, &second).iter().map(|(first, second)| is_surer(second, first)).collect();
        assert_eq!(surer, [false, true, false]);
    }
}
