//! A second reading of what the first was not sure of, and of what must be right to the letter: bubbles alone, enlarged, dark on white.
//!
//! Each line is taken from the reading that the engine itself was surer of; nothing is put together from both.

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

/// The words of the page, with those lines replaced that a second reading was surer of.
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
            if is_surer(&second, &first) {
                for place in line {
                    if let Some(dropped) = dropped.get_mut(*place) {
                        *dropped = true;
                    }
                }
                added.extend(second.into_iter().cloned());
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

/// Whether the engine was surer of the second reading: on the whole, and of the word it was least sure of.
fn is_surer(second: &[&ReadWord], first: &[&ReadWord]) -> bool {
    let letters = |words: &[&ReadWord]| words.iter().map(|word| word.text.chars().count()).sum::<usize>().max(1);
    let mean = |words: &[&ReadWord]| {
        let sum: usize = words.iter().map(|word| usize::from(word.confidence) * word.text.chars().count()).sum();
        sum / letters(words)
    };
    let least = |words: &[&ReadWord]| words.iter().map(|word| word.confidence).min().unwrap_or(0);
    let is_whole = letters(second) * 10 >= letters(first) * 8 && letters(second) * 8 <= letters(first) * 10;
    is_whole && mean(second) > mean(first) && least(second) >= least(first)
}
