//! The text that the recognisers read, and the way back to the text that stands in the message.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// How many bytes share a place in the register of steps.
const BLOCK: usize = 64;

/// A message made plain: invisible characters gone, foreign digits and full-width letters as ASCII, accents off Latin letters.
/// Case and everything else stay. A message of pure ASCII is borrowed as it is.
pub(crate) struct Clean<'a> {
    original: &'a str,
    text: Cow<'a, [u8]>,
    /// Where the distance between the two texts changes: (byte in `text`, byte in `original`).
    steps: Vec<(usize, usize)>,
    /// For each block of `text`, how many steps stand before it.
    register: Vec<u32>,
}

impl<'a> Clean<'a> {
    pub(crate) fn new(original: &'a str) -> Self {
        let bytes = original.as_bytes();
        let mut index = ascii_end(bytes, 0);
        if index == bytes.len() {
            return Self { original, text: Cow::Borrowed(bytes), steps: Vec::new(), register: Vec::new() };
        }
        let mut text: Vec<u8> = Vec::with_capacity(bytes.len() + 16);
        let mut steps: Vec<(usize, usize)> = Vec::with_capacity(bytes.len() / 64);
        let mut register: Vec<u32> = Vec::with_capacity(bytes.len() / BLOCK + 2);
        text.extend_from_slice(slice(bytes, 0, index));
        while let Some(character) = original.get(index..).and_then(|rest| rest.chars().next()) {
            let (before, width) = (text.len(), character.len_utf8());
            match plain_form(character) {
                Plain::Nothing => {}
                Plain::Ascii(letter) => text.push(letter),
                Plain::Pair(pair) => text.extend_from_slice(pair.as_bytes()),
                Plain::Itself => text.extend_from_slice(slice(bytes, index, index + width)),
            }
            index += width;
            if text.len() - before != width {
                let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
                while register.len() * BLOCK < text.len() {
                    register.push(known);
                }
                steps.push((text.len(), index));
            }
            let plain_end = ascii_end(bytes, index);
            text.extend_from_slice(slice(bytes, index, plain_end));
            index = plain_end;
        }
        let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
        while register.len() * BLOCK <= text.len() {
            register.push(known);
        }
        Self { original, text: Cow::Owned(text), steps, register }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.text
    }

    /// The bytes of the original that `start..end` of the clean text stand for, always on character boundaries.
    pub(crate) fn original_span(&self, start: usize, end: usize) -> (usize, usize) {
        if self.steps.is_empty() {
            return (self.original.floor_char_boundary(start), self.original.ceil_char_boundary(end));
        }
        let (place, first) = self.back(start);
        let first = self.original.floor_char_boundary(first);
        if end <= start {
            return (first, first);
        }
        // Where no step lies between, the way back is as long.
        let near = self.steps.get(place).is_none_or(|step| step.0 >= end);
        let last = if near { first + (end - start) } else { self.back(end - 1).1 + 1 };
        (first, self.original.ceil_char_boundary(last).max(first))
    }

    pub(crate) fn original_slice(&self, start: usize, end: usize) -> &'a str {
        let (first, last) = self.original_span(start, end);
        self.original.get(first..last).unwrap_or("")
    }

    /// How many steps stand before a place of the clean text, and the place in the original.
    fn back(&self, position: usize) -> (usize, usize) {
        let known = self.register.get(position / BLOCK).map_or(self.steps.len(), |known| *known as usize);
        let rest = self.steps.get(known..).unwrap_or(&[]);
        let after = known + rest.iter().take_while(|step| step.0 <= position).count();
        match after.checked_sub(1).and_then(|index| self.steps.get(index)) {
            Some(&(clean, original)) => (after, original + (position - clean)),
            None => (after, position),
        }
    }
}

/// Where the first byte beyond ASCII stands from `index` on.
fn ascii_end(bytes: &[u8], mut index: usize) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    while let Some(eight) = bytes.get(index..).and_then(|rest| rest.first_chunk::<8>()) {
        let high = u64::from_le_bytes(*eight) & HIGH;
        if high != 0 {
            return index + (high.trailing_zeros() / 8) as usize;
        }
        index += 8;
    }
    while bytes.get(index).is_some_and(u8::is_ascii) {
        index += 1;
    }
    index
}

enum Plain {
    Nothing,
    Ascii(u8),
    Pair(&'static str),
    Itself,
}

fn plain_form(character: char) -> Plain {
    let code = u32::from(character);
    let digit = |first: u32| Plain::Ascii(b'0' + u8::try_from((code - first) % 10).unwrap_or(0));
    match code {
        // Invisible: soft hyphen, joiners, marks of direction, variation selectors, the frame of keycap emoji, byte order mark.
        0xAD
        | 0x300..=0x36F // accents that stand alone after their letter
        | 0x61C
        | 0x115F
        | 0x180E
        | 0x200B..=0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x206F
        | 0x20E3
        | 0xFE00..=0xFE0F
        | 0xFEFF => Plain::Nothing,
        0xA0 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => Plain::Ascii(b' '),
        0x2018 | 0x2019 | 0x201B | 0x2BC | 0x2032 => Plain::Ascii(b'\''),
        0x201C | 0x201D | 0x201E | 0xAB | 0xBB => Plain::Ascii(b'"'),
        0x2010..=0x2015 | 0x2212 => Plain::Ascii(b'-'),
        0x2024 | 0x3002 => Plain::Ascii(b'.'),
        0x2026 => Plain::Pair("..."),
        0xFF01..=0xFF5E => Plain::Ascii(u8::try_from(code - 0xFEE0).unwrap_or(b'?')),
        0x1D7CE..=0x1D7FF => digit(0x1D7CE),
        0x660..=0x669 => digit(0x660),
        0x6F0..=0x6F9 => digit(0x6F0),
        0x966..=0x96F => digit(0x966),
        0x1D400..=0x1D6A3 => {
            let place = u8::try_from((code - 0x1D400) % 52).unwrap_or(0);
            Plain::Ascii(if place < 26 { b'A' + place } else { b'a' + place - 26 })
        }
        0xC0..=0xC5 => Plain::Ascii(b'A'),
        0xC7 => Plain::Ascii(b'C'),
        0xC8..=0xCB => Plain::Ascii(b'E'),
        0xCC..=0xCF => Plain::Ascii(b'I'),
        0xD1 => Plain::Ascii(b'N'),
        0xD2..=0xD6 | 0xD8 => Plain::Ascii(b'O'),
        0xD9..=0xDC => Plain::Ascii(b'U'),
        0xDF => Plain::Pair("ss"),
        0xAA | 0xE0..=0xE5 => Plain::Ascii(b'a'),
        0xE7 => Plain::Ascii(b'c'),
        0xE8..=0xEB => Plain::Ascii(b'e'),
        0xEC..=0xEF => Plain::Ascii(b'i'),
        0xF1 => Plain::Ascii(b'n'),
        0xBA | 0xF2..=0xF6 | 0xF8 => Plain::Ascii(b'o'),
        0xF9..=0xFC => Plain::Ascii(b'u'),
        0x152 => Plain::Pair("OE"),
        0x153 => Plain::Pair("oe"),
        _ => Plain::Itself,
    }
}

/// Counts work where tests hold hostile texts against ordinary ones; nothing elsewhere.
#[inline]
pub(crate) fn work(steps: usize) {
    #[cfg(test)]
    crate::work::count(steps);
    #[cfg(not(test))]
    let _ = steps;
}

/// The byte at `index`, 0 beyond the end: the recognisers look around freely.
pub(crate) fn at(bytes: &[u8], index: usize) -> u8 {
    work(1);
    bytes.get(index).copied().unwrap_or(0)
}

/// The byte before `index`, 0 at the beginning.
pub(crate) fn before(bytes: &[u8], index: usize) -> u8 {
    index.checked_sub(1).map_or(0, |index| at(bytes, index))
}

/// Letters, digits and whatever is not ASCII: a value may not begin or end inside such a run. Symbols and emoji beyond
/// ASCII bound a value as a full stop does.
pub(crate) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// `start..end`, empty when it lies outside.
pub(crate) fn slice(bytes: &[u8], start: usize, end: usize) -> &[u8] {
    work(1);
    bytes.get(start..end).unwrap_or(&[])
}

/// ASCII text of `start..end`, without what is not ASCII.
pub(crate) fn ascii(bytes: &[u8], start: usize, end: usize) -> String {
    let part = slice(bytes, start, end);
    work(10 + part.len());
    match core::str::from_utf8(part) {
        Ok(text) if part.is_ascii() => text.to_owned(),
        _ => part.iter().filter(|byte| byte.is_ascii()).map(|byte| char::from(*byte)).collect(),
    }
}

/// `start..end` where it is ASCII.
pub(crate) fn plain(bytes: &[u8], start: usize, end: usize) -> &str {
    core::str::from_utf8(slice(bytes, start, end)).unwrap_or("")
}

/// End of the run of letters and digits that begins at `index`.
pub(crate) fn run_end(bytes: &[u8], mut index: usize) -> usize {
    while is_word(at(bytes, index)) {
        index += 1;
    }
    index
}

/// End of the run of letters that begins at `index`.
pub(crate) fn letters_end(bytes: &[u8], mut index: usize) -> usize {
    while at(bytes, index).is_ascii_alphabetic() {
        index += 1;
    }
    index
}

/// A word in lower case on the stack: long enough for the longest numeral we read.
#[derive(Clone, Copy)]
pub(crate) struct Lower {
    bytes: [u8; 40],
    length: usize,
}

impl Lower {
    /// `bytes` in lower case; empty when longer than any word we know.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        work(5);
        let mut lower = Self { bytes: [0; 40], length: 0 };
        if let Some(target) = lower.bytes.get_mut(..bytes.len()) {
            target.copy_from_slice(bytes);
            target.make_ascii_lowercase();
            lower.length = bytes.len();
        }
        lower
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        slice(&self.bytes, 0, self.length)
    }

    pub(crate) fn is_in(&self, words: &Words) -> bool {
        work(10);
        words.contains(self.bytes())
    }
}

/// Words that are only looked up, never told in order.
pub(crate) type Words = HashSet<&'static [u8], BuildHasherDefault<Fnv>>;

/// The words of a list parted by spaces.
pub(crate) fn words(list: &'static str) -> Words {
    list.split(' ').map(str::as_bytes).collect()
}

/// The hash of Fowler, Noll and Vo (FNV-1a, 64 bits): for sets whose words are ours, so that nobody can choose collisions to
/// slow them down.
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Whether `text` stands at `index`, in small letters or large ones.
pub(crate) fn stands_at(bytes: &[u8], index: usize, text: &[u8]) -> bool {
    work(2);
    bytes.get(index..index + text.len()).is_some_and(|found| found.eq_ignore_ascii_case(text))
}

/// The word of letters at `index` in lower case, and its end.
pub(crate) fn word_at(bytes: &[u8], index: usize) -> (Lower, usize) {
    let end = letters_end(bytes, index);
    (Lower::new(slice(bytes, index, end)), end)
}
