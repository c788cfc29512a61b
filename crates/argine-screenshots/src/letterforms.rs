//! Letters settled by their shape: a small letter taken for a capital, or one that lost its accent, is compared with its like
//! elsewhere on the same screen.
//!
//! An engine guesses the case of a letter from the letters around it, and in `v/9fK2x7` they mislead it. A screen is written in
//! one typeface: the other letters on it show how an `f` and an `F` look there. Only letters that differ in case or accent are
//! settled so: a digit is never made or changed here, that takes a check digit ([`crate::checked`]).

use argine_model::{PixelArea, ReadWord};

use crate::regions::Regions;
use crate::{Page, ink};

/// Examples kept of each letter.
const MOST_EXAMPLES: usize = 12;
/// Words looked at on one page.
const MOST_WORDS: usize = 2_000;
/// The confidence from which a word shows how its letters look.
const SURE: u8 = 80;
/// Two shapes at most this far apart are of one letter; 0 is the same ink, 1 nothing in common.
const ALIKE: f32 = 0.2;

/// The words with those letters changed whose shape is another letter's of this page.
pub(crate) fn settle(page: &Page, regions: &Regions, words: &[ReadWord]) -> Vec<ReadWord> {
    // Words of a page lie beside each other: boxes that lie on each other over and over are noise.
    let mut pixels = u64::from(page.width()) * u64::from(page.height()) * 2;
    let mut within = |area: PixelArea| {
        let left = pixels.checked_sub(u64::from(area.width) * u64::from(area.height));
        pixels = left.unwrap_or(0);
        left.is_some()
    };
    let written: Vec<Vec<Sign>> = words
        .iter()
        .take(MOST_WORDS)
        .map(|word| if within(word.area) { signs(page, regions, word).unwrap_or_default() } else { Vec::new() })
        .collect();
    let mut examples: Vec<Example> = Vec::new();
    for (number, (word, signs)) in words.iter().zip(&written).enumerate() {
        if word.confidence < SURE || word.text.chars().count() != signs.len() {
            continue;
        }
        for (letter, sign) in word.text.chars().zip(signs) {
            let known = examples.iter().filter(|example| example.letter == letter).count();
            if letter.is_alphabetic() && known < MOST_EXAMPLES {
                examples.push(Example { letter, word: number, sign: sign.clone() });
            }
        }
    }
    let mut settled = words.to_vec();
    for (number, (word, signs)) in settled.iter_mut().zip(&written).enumerate() {
        if let Some(text) = reread((number, &word.text), signs, &examples) {
            word.text = text;
        }
    }
    settled
}

/// The text with what its shapes say; none where they say nothing else.
fn reread((number, text): (usize, &str), signs: &[Sign], examples: &[Example]) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    // Letters that touch are one sign: those in front of them are counted from the left, those behind from the right.
    let missing = letters.len().checked_sub(signs.len()).filter(|missing| *missing <= letters.len() / 4)?;
    let distance = |place: usize, letter: char| {
        let places = [Some(place), place.checked_sub(missing).filter(|_| missing > 0)];
        let found = places.into_iter().flatten().filter_map(|place| signs.get(place));
        found.filter_map(|sign| sign.distance_to(letter, number, examples)).min_by(f32::total_cmp)
    };
    // Names and titles are written larger or smaller: only where the other letters are those of the examples can one be compared.
    let alike: Vec<Option<bool>> = letters
        .iter()
        .enumerate()
        .map(|(place, letter)| distance(place, *letter).map(|apart| apart <= ALIKE))
        .collect();
    let mut changed = letters.clone();
    for (place, letter) in letters.iter().enumerate() {
        if let Some(like) = by_height(&letters, signs, place)
            && missing == 0
            && let Some(slot) = changed.get_mut(place)
        {
            *slot = like;
            continue;
        }
        let others = || alike.iter().enumerate().filter(|(other, _)| *other != place).filter_map(|(_, alike)| *alike);
        let (same, other) = (others().filter(|alike| *alike).count(), others().filter(|alike| !alike).count());
        if same == 0 || other > same {
            continue;
        }
        let own = distance(place, *letter).unwrap_or(1.0);
        let likes = likes(*letter).into_iter().filter_map(|like| Some((distance(place, like)?, like)));
        let best = likes.min_by(|one, two| one.0.total_cmp(&two.0));
        if let Some((_, like)) = best.filter(|(apart, _)| *apart <= ALIKE && *apart < own * 0.7)
            && let Some(slot) = changed.get_mut(place)
        {
            *slot = like;
        }
    }
    (changed != letters).then(|| changed.into_iter().collect())
}

/// In a link or an address no word says whether a letter is large or small: an `f` reaches as high as the `h` and `d` beside it, an `F`
/// only as high as the digits. None where both are equally high in this typeface, or the word has none of one sort.
fn by_height(letters: &[char], signs: &[Sign], place: usize) -> Option<char> {
    const PAIRS: &[(char, char)] = &[('F', 'f'), ('K', 'k')];
    let letter = *letters.get(place)?;
    let (large, small) = *PAIRS.iter().find(|(large, small)| letter == *large || letter == *small)?;
    if !letters.iter().any(|letter| "/@".contains(*letter)) {
        return None;
    }
    let height_of = |known: &str| {
        let others = letters
            .iter()
            .zip(signs)
            .enumerate()
            .filter(|(other, (letter, _))| *other != place && known.contains(**letter));
        let mut heights: Vec<f32> = others.map(|(_, (_, sign))| sign.top).collect();
        heights.sort_by(f32::total_cmp);
        heights.get(heights.len() / 2).copied()
    };
    let (high, low) = (height_of("bdhl")?, height_of("1234567890ABDEHLMNPRTUVXYZ")?);
    let own = signs.get(place)?.top;
    // A pixel is too little to tell by.
    if high - low < 1.0 {
        return None;
    }
    let found = if (own - high).abs() < (own - low).abs() { small } else { large };
    let is_clear = (own - high).abs().min((own - low).abs()) * 3.0 < (own - high).abs().max((own - low).abs());
    (is_clear && found != letter).then_some(found)
}

/// The letters that an engine takes for this one though they look otherwise: the other case, and the same vowel with an accent. An
/// accent that was read is ink that was seen: it stays. Strokes (`i`, `l`, `j`) are too much alike to tell.
fn likes(letter: char) -> Vec<char> {
    const ACCENTS: &[&str] = &["aàá", "eèé", "oòó", "uùú"];
    if !letter.is_alphabetic() || "iIlLjJ".contains(letter) {
        return Vec::new();
    }
    let other: Vec<char> =
        if letter.is_lowercase() { letter.to_uppercase().collect() } else { letter.to_lowercase().collect() };
    let mut found: Vec<char> = Some(other).filter(|other| other.len() == 1).into_iter().flatten().collect();
    for family in ACCENTS.iter().filter(|family| family.contains(letter)) {
        found.extend(family.chars().skip(1));
    }
    found.retain(|like| *like != letter);
    found
}

/// How a letter looks in one word of the page.
#[derive(Debug)]
struct Example {
    letter: char,
    word: usize,
    sign: Sign,
}

/// A letter as painted: how dark each pixel of its box is.
#[derive(Debug, Clone)]
struct Sign {
    width: u32,
    height: u32,
    /// How far its top is above the line on which the word stands.
    rise: i64,
    /// The same, by how dark its upper edge is: finer than a pixel.
    top: f32,
    ink: Vec<u8>,
}

impl Sign {
    /// How far it is from the two examples of a letter in other words that are nearest to it; none where there are not two: one
    /// alone may have been misread itself.
    fn distance_to(&self, letter: char, word: usize, examples: &[Example]) -> Option<f32> {
        let others = examples.iter().filter(|example| example.letter == letter && example.word != word);
        let mut found: Vec<f32> = others.map(|example| self.distance(&example.sign)).collect();
        found.sort_by(f32::total_cmp);
        match found.as_slice() {
            [first, second, ..] => Some((first + second) / 2.0),
            _ => None,
        }
    }

    /// The share of ink that is not in both, where they lie on each other best.
    fn distance(&self, other: &Self) -> f32 {
        let room = i64::from(self.height.max(other.height) / 12 + 1);
        let size = |one: u32, two: u32| i64::from(one).abs_diff(i64::from(two)) > room as u64;
        if size(self.width, other.width) || size(self.height, other.height) || (self.rise - other.rise).abs() > room {
            return 1.0;
        }
        let total: u64 = self.ink.iter().chain(&other.ink).map(|ink| u64::from(*ink)).sum();
        let mut best = f32::MAX;
        for (across, down) in [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)] {
            let mut shared = 0_u64;
            for y in 0..i64::from(self.height) {
                for x in 0..i64::from(self.width) {
                    shared += u64::from(self.at(x, y).min(other.at(x + across, y + down)));
                }
            }
            best = best.min(1.0 - (shared * 2) as f32 / total.max(1) as f32);
        }
        best
    }

    fn at(&self, x: i64, y: i64) -> u8 {
        if !(0..i64::from(self.width)).contains(&x) || !(0..i64::from(self.height)).contains(&y) {
            return 0;
        }
        self.ink.get((y * i64::from(self.width) + x) as usize).copied().unwrap_or(0)
    }
}

/// The signs of a word from left to right: pieces of ink that hang together, and what stands right above or below them.
fn signs(page: &Page, regions: &Regions, word: &ReadWord) -> Option<Vec<Sign>> {
    let region = regions.around(word.area)?;
    let fill = regions.list.get(region)?.colour;
    // The engine's boxes cut tails and dots off.
    let margin = word.area.height / 5 + 1;
    let box_of = PixelArea {
        left: word.area.left.saturating_sub(1),
        top: word.area.top.saturating_sub(margin),
        width: word.area.width + 2,
        height: word.area.height + 2 * margin,
    };
    let area = page.clip(box_of)?;
    let strong = ink::contrast(page, word.area, fill);
    if strong < 40.0 || area.height > page.width() / 4 {
        return None;
    }
    let (width, height) = (area.width as usize, area.height as usize);
    let mut grey = Vec::with_capacity(width * height);
    for y in area.top..area.top + area.height {
        for x in area.left..area.left + area.width {
            grey.push((ink::strength(page.pixel(x, y), fill) / strong * 255.0).min(255.0) as u8);
        }
    }
    let (labels, mut pieces) = pieces(&grey, (width, height));
    let (top, bottom) = (word.area.top - area.top, word.area.top + word.area.height - area.top);
    pieces.retain(|piece| {
        let middle = usize::midpoint(piece.top, piece.bottom);
        (top..bottom).contains(&(middle as u32)) || piece.bottom as u32 + 1 >= top && piece.top < bottom as usize
    });
    // Dots, accents, the two points of a colon.
    pieces.sort_by_key(|piece| (piece.left, piece.top));
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.iter_mut().find(|known| known.is_above_or_below(&piece)) {
            Some(known) => known.join(piece),
            None => joined.push(piece),
        }
    }
    joined.sort_by_key(|piece| piece.left + piece.right);
    // Most letters end on the line.
    let mut ends: Vec<usize> = joined.iter().map(|piece| piece.bottom).collect();
    ends.sort_unstable();
    let line = *ends.get(ends.len() / 2)?;
    Some(joined.iter().map(|piece| piece.sign(&grey, &labels, (width, height), line)).collect())
}

/// Ink that hangs together, with its bounds, ends included.
#[derive(Debug, Clone)]
struct Piece {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
    labels: Vec<u32>,
}

impl Piece {
    fn is_above_or_below(&self, other: &Self) -> bool {
        let shared = (self.right.min(other.right) + 1).saturating_sub(self.left.max(other.left));
        let narrower = (self.right - self.left).min(other.right - other.left) + 1;
        shared * 10 >= narrower * 6 && (self.bottom < other.top + 1 || other.bottom < self.top + 1)
    }

    fn join(&mut self, other: Self) {
        self.left = self.left.min(other.left);
        self.right = self.right.max(other.right);
        self.top = self.top.min(other.top);
        self.bottom = self.bottom.max(other.bottom);
        self.labels.extend(other.labels);
    }

    /// Its ink with the soft edge around it, but not that of its neighbours.
    fn sign(&self, grey: &[u8], labels: &[u32], (width, height): (usize, usize), line: usize) -> Sign {
        let (left, top) = (self.left.saturating_sub(1), self.top.saturating_sub(1));
        let (right, bottom) = ((self.right + 1).min(width - 1), (self.bottom + 1).min(height - 1));
        let is_own = |x: usize, y: usize| labels.get(y * width + x).is_some_and(|label| self.labels.contains(label));
        let mut ink = Vec::with_capacity((right - left + 1) * (bottom - top + 1));
        for y in top..=bottom {
            for x in left..=right {
                let near = (y.saturating_sub(1)..=(y + 1).min(height - 1))
                    .any(|y| (x.saturating_sub(1)..=(x + 1).min(width - 1)).any(|x| is_own(x, y)));
                ink.push(if near { grey.get(y * width + x).copied().unwrap_or(0) } else { 0 });
            }
        }
        let width = right - left + 1;
        let mut rows = ink.chunks(width).map(|row| f32::from(row.iter().copied().max().unwrap_or(0)) / 255.0);
        let mut before = 0.0;
        let first = rows.position(|row| {
            let is_dark = row >= 0.5;
            if !is_dark {
                before = row;
            }
            is_dark
        });
        let rise = i64::from(line as u32) - i64::from(top as u32);
        let edge = first.unwrap_or(0) as f32;
        Sign { width: width as u32, height: (bottom - top + 1) as u32, rise, top: rise as f32 - edge + before, ink }
    }
}

/// All pieces of ink, and which pixel belongs to which (0 for none). Linear in the pixels.
fn pieces(grey: &[u8], (width, height): (usize, usize)) -> (Vec<u32>, Vec<Piece>) {
    const INK: u8 = 110;
    let mut labels = vec![0_u32; grey.len()];
    let mut found = Vec::new();
    let mut stack = Vec::new();
    for start in 0..grey.len() {
        if grey.get(start).is_none_or(|ink| *ink < INK) || labels.get(start) != Some(&0) {
            continue;
        }
        let label = found.len() as u32 + 1;
        let mut piece = Piece { left: usize::MAX, right: 0, top: usize::MAX, bottom: 0, labels: vec![label] };
        stack.push(start);
        while let Some(at) = stack.pop() {
            match labels.get_mut(at) {
                Some(known) if *known == 0 && grey.get(at).is_some_and(|ink| *ink >= INK) => *known = label,
                _ => continue,
            }
            let (x, y) = (at % width, at / width);
            piece.left = piece.left.min(x);
            piece.right = piece.right.max(x);
            piece.top = piece.top.min(y);
            piece.bottom = piece.bottom.max(y);
            for y in y.saturating_sub(1)..=(y + 1).min(height - 1) {
                for x in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                    stack.push(y * width + x);
                }
            }
        }
        found.push(piece);
    }
    (labels, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (u32, u32) = (600, 80);
    /// The line on which the words stand.
    const LINE: u32 = 50;

    /// Hollow boxes for letters: small ones and capitals differ in height, `n` is open below.
    fn draw(words: &[(&str, &str)]) -> (Page, Vec<ReadWord>) {
        let mut pixels = vec![255; (SIZE.0 * SIZE.1 * 3) as usize];
        let mut read = Vec::new();
        let mut left = 12;
        for (drawn, text) in words {
            let start = left;
            for letter in drawn.chars() {
                let height = if letter.is_uppercase() { 24 } else { 16 };
                for y in LINE - height..LINE {
                    for x in left..left + 14 {
                        let is_side = x < left + 3 || x + 3 >= left + 14;
                        let is_end = y < LINE - height + 3 || (y + 3 >= LINE && letter != 'n');
                        let at = ((y * SIZE.0 + x) * 3) as usize;
                        if (is_side || is_end)
                            && let Some(pixel) = pixels.get_mut(at..at + 3)
                        {
                            pixel.fill(10);
                        }
                    }
                }
                left += 18;
            }
            let area = PixelArea { left: start, top: LINE - 24, width: left - start - 4, height: 24 };
            read.push(ReadWord { text: (*text).to_owned(), area, confidence: 95 });
            left += 14;
        }
        (Page::from_rgb(SIZE.0, SIZE.1, pixels).unwrap(), read)
    }

    fn settled(words: &[(&str, &str)]) -> Vec<String> {
        let (page, words) = draw(words);
        settle(&page, &Regions::of(&page), &words).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn a_small_letter_taken_for_a_capital_is_told_by_its_like() {
        let words = [("no", "no"), ("on", "on"), ("On", "On"), ("nO", "nO"), ("no", "nO"), ("noon", "noOn")];
        assert_eq!(settled(&words), ["no", "on", "On", "nO", "no", "noon"]);
    }

    #[test]
    fn one_example_is_not_enough() {
        assert_eq!(settled(&[("no", "no"), ("no", "nO"), ("nn", "nn")]), ["no", "nO", "nn"]);
    }

    #[test]
    fn digits_are_left_to_their_check_digits() {
        let words = [("no", "no"), ("on", "on"), ("no", "n0"), ("no", "no")];
        assert_eq!(settled(&words), ["no", "on", "n0", "no"]);
    }
}
