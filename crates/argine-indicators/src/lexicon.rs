//! The words of `words.rs` as a trie in two arrays, walked from where a word begins.
//!
//! A general search (Aho-Corasick) looks for every word at every byte and falls back when one breaks off. Ours begin where words
//! of the text begin, so a walk that breaks off is over, and nearly every word of a text is let pass by its first four letters.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::{at, is_word, work};
use crate::words::{Cue, WORDS};

/// A letter or digit of ASCII.
pub(crate) const WORD: u8 = 1;
/// Some word of ours begins with it.
pub(crate) const OPENS: u8 = 2;
/// A digit, behind which a currency may be glued.
pub(crate) const DIGIT: u8 = 4;
/// "k", which may stand between digits and a currency.
pub(crate) const SCALE: u8 = 8;
/// A small letter.
pub(crate) const SMALL: u8 = 16;
/// A capital.
pub(crate) const LARGE: u8 = 32;
/// A sign that joins the parts of an address.
pub(crate) const JOINS: u8 = 64;

/// A place in the trie.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The place it continues; [`FREE`] where nothing stands.
    parent: u16,
    /// Where its own continuations are counted from.
    base: u16,
    /// The first of the words that end here, and how many there are.
    first: u16,
    count: u16,
}

/// How many beginnings are told apart.
const BEGINNINGS: usize = 1 << 16;

const FREE: u16 = u16::MAX;
const EMPTY: Slot = Slot { parent: FREE, base: 0, first: 0, count: 0 };

/// One word of ours.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) cue: Cue,
    pub(crate) stem: bool,
}

pub(crate) struct Lexicon {
    slots: Vec<Slot>,
    entries: Vec<Entry>,
    /// A number for each byte that some word has, 0 for the others; capitals count as small letters.
    codes: [u8; 256],
    /// What a byte may do to a search.
    pub(crate) classes: [u8; 256],
    /// Letters and digits as numbers below 32, for `beginnings`.
    folded: [u8; 256],
    /// A bit for each beginning of four letters that some word has.
    beginnings: Vec<u64>,
}

/// Every word looked for.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().flat_map(|(_, words)| words.split('|')).map(|word| word.trim_end_matches('*'))
}

pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

impl Lexicon {
    /// Whether a word of ours may begin at `start`.
    #[inline]
    pub(crate) fn may_open(&self, bytes: &[u8], start: usize) -> bool {
        let folded = |place: usize| usize::from(at(&self.folded, usize::from(at(bytes, place))));
        let place = beginning([folded(start), folded(start + 1), folded(start + 2), folded(start + 3)]);
        self.beginnings.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 != 0)
    }

    /// Tells `see` each word of ours that begins at `start`, shortest first, and where it ends; its ends are not judged yet.
    #[inline]
    pub(crate) fn walk(&self, bytes: &[u8], start: usize, mut see: impl FnMut(Entry, usize)) {
        let mut state = 0_usize;
        let mut base = self.slots.first().map_or(0, |root| usize::from(root.base));
        for (offset, byte) in bytes.get(start..).unwrap_or(&[]).iter().enumerate() {
            work(1);
            let code = usize::from(self.codes.get(usize::from(*byte)).copied().unwrap_or(0));
            let next = base + code;
            let Some(slot) = self.slots.get(next).filter(|slot| usize::from(slot.parent) == state && code != 0) else {
                return;
            };
            if slot.count != 0 {
                let first = usize::from(slot.first);
                for entry in self.entries.get(first..first + usize::from(slot.count)).unwrap_or(&[]) {
                    see(*entry, start + offset + 1);
                }
            }
            state = next;
            base = usize::from(slot.base);
        }
    }

    fn new() -> Self {
        let mut codes = [0_u8; 256];
        let mut classes = [0_u8; 256];
        let mut folded = [0_u8; 256];
        for byte in 0..=u8::MAX {
            let class = if is_word(byte) { WORD } else { 0 }
                | if byte.is_ascii_digit() { DIGIT } else { 0 }
                | if matches!(byte, b'k' | b'K') { SCALE } else { 0 }
                | if byte.is_ascii_lowercase() { SMALL } else { 0 }
                | if byte.is_ascii_uppercase() { LARGE } else { 0 }
                | if matches!(byte, b'.' | b':' | b'[' | b'@') { JOINS } else { 0 };
            set(&mut classes, byte, class);
            let place = match byte {
                b'a'..=b'z' => byte - b'a' + 2,
                b'A'..=b'Z' => byte - b'A' + 2,
                b'0'..=b'9' => 1,
                _ => 0,
            };
            set(&mut folded, byte, place);
        }
        let mut nodes = vec![Node::default()];
        let mut next_code = 1;
        let mut beginnings = vec![0_u64; BEGINNINGS / 64];
        for (cue, words) in WORDS {
            for word in words.split('|') {
                let entry = Entry { cue: *cue, stem: word.ends_with('*') };
                let word = word.trim_end_matches('*').as_bytes();
                for byte in word.iter().filter(|byte| byte.is_ascii()) {
                    if at(&codes, usize::from(*byte)) == 0 {
                        set(&mut codes, byte.to_ascii_lowercase(), next_code);
                        set(&mut codes, byte.to_ascii_uppercase(), next_code);
                        next_code += 1;
                    }
                }
                for byte in word.iter().filter(|byte| !byte.is_ascii()) {
                    if at(&codes, usize::from(*byte)) == 0 {
                        set(&mut codes, *byte, next_code);
                        next_code += 1;
                    }
                }
                for first in word.iter().take(1).flat_map(|byte| [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()])
                {
                    let class = at(&classes, usize::from(first)) | OPENS;
                    set(&mut classes, first, class);
                }
                mark(&mut beginnings, word, entry.stem, &folded);
                plant(&mut nodes, word, &codes, entry);
            }
        }
        let mut lexicon = Self { slots: Vec::new(), entries: Vec::new(), codes, classes, folded, beginnings };
        lexicon.lay(&nodes);
        lexicon
    }

    /// Lays the trie into the two arrays: each place with its continuations where the first gap lets them all in.
    fn lay(&mut self, nodes: &[Node]) {
        let room = nodes.len() * 2 + 512;
        self.slots = vec![EMPTY; room];
        if let Some(root) = self.slots.first_mut() {
            root.parent = 0;
        }
        let mut waiting = vec![(0_usize, 0_usize)];
        let mut free = 1_usize;
        while let Some((node, place)) = waiting.pop() {
            let Some(node) = nodes.get(node) else { continue };
            while self.is_taken(free) {
                free += 1;
            }
            let base = match node.next.keys().next() {
                None => 0,
                Some(least) => (free.saturating_sub(usize::from(*least))..room)
                    .find(|base| node.next.keys().all(|code| !self.is_taken(base + usize::from(*code))))
                    .unwrap_or(0),
            };
            let first = self.entries.len();
            self.entries.extend(&node.entries);
            let parent = u16::try_from(place).unwrap_or(FREE);
            if let Some(slot) = self.slots.get_mut(place) {
                slot.base = u16::try_from(base).unwrap_or(0);
                slot.first = u16::try_from(first).unwrap_or(0);
                slot.count = u16::try_from(node.entries.len()).unwrap_or(0);
            }
            for (code, next) in &node.next {
                let child = base + usize::from(*code);
                if let Some(slot) = self.slots.get_mut(child) {
                    slot.parent = parent;
                }
                waiting.push((*next, child));
            }
        }
        let used = self.slots.iter().rposition(|slot| slot.parent != FREE).map_or(0, |last| last + 1);
        self.slots.truncate(used);
    }

    fn is_taken(&self, place: usize) -> bool {
        self.slots.get(place).is_none_or(|slot| slot.parent != FREE)
    }
}

/// A place of the trie before it is laid into arrays.
#[derive(Default)]
struct Node {
    next: BTreeMap<u8, usize>,
    entries: Vec<Entry>,
}

fn plant(nodes: &mut Vec<Node>, word: &[u8], codes: &[u8; 256], entry: Entry) {
    let mut place = 0;
    for byte in word {
        let code = at(codes, usize::from(*byte));
        let known = nodes.get(place).and_then(|node| node.next.get(&code).copied());
        let next = known.unwrap_or(nodes.len());
        if known.is_none() {
            nodes.push(Node::default());
            if let Some(node) = nodes.get_mut(place) {
                node.next.insert(code, next);
            }
        }
        place = next;
    }
    if let Some(node) = nodes.get_mut(place)
        && !node.entries.iter().any(|known| known.cue == entry.cue && known.stem == entry.stem)
    {
        node.entries.push(entry);
    }
}

/// Marks the beginning of a word. Behind a short word stands something that is no letter: a sign, or the digits glued to a currency.
fn mark(beginnings: &mut [u64], word: &[u8], stem: bool, folded: &[u8; 256]) {
    let choices = |place: usize| match word.get(place) {
        Some(byte) => vec![usize::from(at(folded, usize::from(*byte)))],
        None if place == word.len() && !stem => vec![0, 1],
        None => (0..32).collect(),
    };
    for first in choices(0) {
        for second in choices(1) {
            for third in choices(2) {
                for fourth in choices(3) {
                    let place = beginning([first, second, third, fourth]);
                    if let Some(bits) = beginnings.get_mut(place / 64) {
                        *bits |= 1 << (place % 64);
                    }
                }
            }
        }
    }
}

/// A number below [`BEGINNINGS`] for four folded letters; some share one.
#[expect(clippy::cast_possible_truncation, reason = "four letters of five bits are twenty bits")]
const fn beginning([first, second, third, fourth]: [usize; 4]) -> usize {
    let letters = (first << 15 | second << 10 | third << 5 | fourth) as u32;
    (letters.wrapping_mul(0x9E37_79B1) >> 16) as usize
}

fn set(table: &mut [u8; 256], byte: u8, value: u8) {
    if let Some(place) = table.get_mut(usize::from(byte)) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_where_it_stands_and_its_arrays_are_small() {
        for (cue, words) in WORDS {
            for word in words.split('|') {
                let word = word.trim_end_matches('*');
                for text in [word.to_owned(), word.to_ascii_uppercase(), format!("{word} und")] {
                    let bytes = text.as_bytes();
                    assert_ne!(LEXICON.classes[usize::from(bytes[0])] & OPENS, 0, "{word}");
                    assert!(LEXICON.may_open(bytes, 0), "{word}");
                    let mut found = false;
                    LEXICON.walk(bytes, 0, |entry, end| found |= entry.cue == *cue && end == word.len());
                    assert!(found, "{word}");
                }
            }
        }
        assert!(LEXICON.slots.len() < 16_000, "{}", LEXICON.slots.len());
    }
}
