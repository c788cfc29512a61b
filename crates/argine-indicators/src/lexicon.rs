//! The words of `words.rs` as a trie in two arrays, walked from where a word begins.
//!
//! A general search (Aho-Corasick) looks for every word at every byte and falls back when one breaks off. Ours begin where words
//! of the text begin, so a walk that breaks off is over, and nearly every word of a text is let pass by its first four letters.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::text::{at, work};
use crate::words::{Cue, WORDS};

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

/// A place in the trie.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The place it continues; [`FREE`] where nothing stands.
    parent: u16,
    /// Where its own continuations are counted from.
    base: u16,
    /// The first of the words that end here, and how many there are.
    first: u16,
    count: u8,
    /// Whether one of them may go on.
    glueable: bool,
}

/// How many beginnings are told apart.
const BEGINNINGS: usize = 1 << 16;

/// Room for the openings of all words, a quarter of it used.
const DOORS: usize = 1 << 13;

/// A place of the trie, and how many letters lead there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    state: u16,
    depth: u16,
}

impl Place {
    /// Before the first letter.
    pub(crate) const ROOT: Self = Self { state: 0, depth: 0 };
}

/// Where the words stand that begin with an opening.
#[derive(Debug, Clone, Copy)]
struct Door {
    /// 0 where the room is free.
    opening: u32,
    place: Place,
    /// Whether the last letter that leads to the place is a space behind the run.
    spaced: bool,
    /// A bit for the code of each byte with which a word goes on from the place; all of them where one may end before.
    follow: u64,
}

/// Every byte.
const ANY: u64 = u64::MAX;

const FREE: u16 = u16::MAX;
const EMPTY: Slot = Slot { parent: FREE, base: 0, first: 0, count: 0, glueable: false };

/// One word of ours.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) cue: Cue,
    /// Of the cue.
    pub(crate) sort: u8,
    /// Any letters may follow.
    pub(crate) stem: bool,
    /// Digits may follow.
    pub(crate) before_digits: bool,
}

pub(crate) struct Lexicon {
    slots: Vec<Slot>,
    entries: Vec<Entry>,
    /// A number for each byte that some word has, 0 for the others; capitals count as small letters.
    codes: [u8; 256],
    /// What a byte may do to a search.
    pub(crate) classes: [u8; 256],
    /// A bit for each beginning of four letters and digits that some word has; fewer where the first run of a text's word is shorter.
    beginnings: Box<[u64; BEGINNINGS / 64]>,
    /// Found by the number of its beginning, or behind.
    doors: Vec<Door>,
}

/// Every word looked for.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    WORDS.iter().flat_map(|(_, words)| words.split('|')).map(|word| word.trim_end_matches('*'))
}

pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

impl Lexicon {
    /// Where in the trie the words stand that may begin with the run of `length` letters and digits at `start`.
    #[inline]
    pub(crate) fn opened(&self, bytes: &[u8], start: usize, length: usize) -> Option<Place> {
        let rest = bytes.get(start..).unwrap_or(&[]);
        let four = rest.first_chunk::<4>().copied().unwrap_or_else(|| first_four(rest));
        let opening = opening(four, length);
        let place = beginning(opening);
        let known =
            self.beginnings.get(place / 64 % (BEGINNINGS / 64)).is_some_and(|bits| bits >> (place % 64) & 1 != 0);
        if known { self.behind_door(opening, rest, length) } else { None }
    }

    /// Through the door of an opening, where what stands behind it in the text goes on as some word does.
    #[inline(never)]
    fn behind_door(&self, opening: u32, rest: &[u8], length: usize) -> Option<Place> {
        let door = self.door(opening)?;
        let depth = usize::from(door.place.depth);
        let next = rest.get(depth).map_or(0, |byte| at_table(&self.codes, *byte));
        let goes_on = door.follow == ANY || door.follow & code_bit(next) != 0;
        let parted = !door.spaced || rest.get(length) == Some(&b' ');
        (goes_on && parted).then_some(door.place)
    }

    fn door(&self, opening: u32) -> Option<&Door> {
        let mut place = beginning(opening) / (BEGINNINGS / DOORS);
        loop {
            let door = self.doors.get(place % DOORS)?;
            if door.opening == opening {
                return Some(door);
            }
            if door.opening == 0 {
                return None;
            }
            place += 1;
        }
    }

    /// Tells `see` the place in the trie and in the text where each word of ours ends that begins at `start`, shortest first;
    /// whether it may end there is not judged yet.
    #[inline]
    pub(crate) fn walk(&self, bytes: &[u8], start: usize, from: Place, mut see: impl FnMut(u16, usize)) {
        let mut state = from.state;
        let mut base = self.slots.get(usize::from(state)).map_or(0, |slot| slot.base);
        let mut end = start.wrapping_add(usize::from(from.depth));
        while let Some(byte) = bytes.get(end) {
            work(1);
            let next = base.wrapping_add(u16::from(at_table(&self.codes, *byte)));
            let Some(slot) = self.slots.get(usize::from(next)) else { break };
            if slot.parent != state {
                break;
            }
            state = next;
            base = slot.base;
            end = end.wrapping_add(1);
            if slot.count != 0 {
                see(state, end);
            }
        }
    }

    /// The words that end at a place of the trie, and whether anything may be glued to some of them.
    #[inline]
    pub(crate) fn entries(&self, state: u16) -> (&[Entry], bool) {
        let Some(slot) = self.slots.get(usize::from(state)) else { return (&[], false) };
        let first = usize::from(slot.first);
        (self.entries.get(first..first + usize::from(slot.count)).unwrap_or(&[]), slot.glueable)
    }

    fn new() -> Self {
        let mut codes = [0_u8; 256];
        let mut classes = [0_u8; 256];
        for byte in 0..=u8::MAX {
            let class = if byte.is_ascii_digit() { DIGIT } else { 0 }
                | if matches!(byte, b'k' | b'K') { SCALE } else { 0 }
                | if byte.is_ascii_lowercase() { SMALL } else { 0 }
                | if byte.is_ascii_uppercase() { LARGE } else { 0 };
            set(&mut classes, byte, class);
        }
        let mut nodes = vec![Node::default()];
        let mut next_code = 1;
        let mut openings = BTreeSet::new();
        for (cue, words) in WORDS {
            for word in words.split('|') {
                let before_digits = matches!(cue, Cue::Currency(_) | Cue::Month(_));
                let entry = Entry { cue: *cue, sort: cue.sort(), stem: word.ends_with('*'), before_digits };
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
                collect_openings(&mut openings, word, entry);
                plant(&mut nodes, word, &codes, entry);
            }
        }
        let mut lexicon = Self {
            slots: Vec::new(),
            entries: Vec::new(),
            codes,
            classes,
            beginnings: Box::new([0; BEGINNINGS / 64]),
            doors: vec![Door { opening: 0, place: Place::ROOT, spaced: false, follow: 0 }; DOORS],
        };
        lexicon.lay(&nodes);
        for opening in openings {
            lexicon.open(opening);
        }
        lexicon
    }

    /// Makes an opening known: its bit, and its door.
    fn open(&mut self, opening: u32) {
        let place = beginning(opening);
        if let Some(bits) = self.beginnings.get_mut(place / 64) {
            *bits |= 1 << (place % 64);
        }
        let door = self.door_of(opening);
        let first = place / (BEGINNINGS / DOORS);
        let free = (first..first + DOORS)
            .map(|place| place % DOORS)
            .find(|place| self.doors.get(*place).is_some_and(|door| door.opening == 0));
        if let Some(free) = free.and_then(|free| self.doors.get_mut(free)) {
            *free = door;
        }
    }

    /// The door of an opening: as deep as no word ends before, over the space behind a short run where nothing else follows it.
    fn door_of(&self, opening: u32) -> Door {
        let letters = opening.to_le_bytes();
        let mut place = Place::ROOT;
        for letter in letters.iter().take_while(|letter| **letter != 0) {
            match self.step(place, *letter) {
                Some(next) if !self.ends(next) => place = next,
                _ => {
                    // Some word ends within the opening: it is told from the third letter on, or from the first.
                    let from = if place.depth == 3 { place } else { Place::ROOT };
                    return Door { opening, place: from, spaced: false, follow: ANY };
                }
            }
        }
        if at(&letters, 3) == 0
            && let Some(behind) = self.step(place, b' ')
            && self.follow(place) == code_bit(at_table(&self.codes, b' '))
            && !self.ends(behind)
        {
            return Door { opening, place: behind, spaced: true, follow: self.follow(behind) };
        }
        Door { opening, place, spaced: false, follow: self.follow(place) }
    }

    /// Where a byte leads from a place.
    fn step(&self, from: Place, byte: u8) -> Option<Place> {
        let base = self.slots.get(usize::from(from.state))?.base;
        let state = base.checked_add(u16::from(at_table(&self.codes, byte)))?;
        let goes_on = self.slots.get(usize::from(state)).is_some_and(|slot| slot.parent == from.state);
        goes_on.then_some(Place { state, depth: from.depth + 1 })
    }

    fn ends(&self, place: Place) -> bool {
        self.slots.get(usize::from(place.state)).is_some_and(|slot| slot.count != 0)
    }

    /// A bit for the code of each byte with which a word goes on from a place.
    fn follow(&self, place: Place) -> u64 {
        let goes_on = |byte: &u8| self.step(place, *byte).is_some();
        (0..=u8::MAX).filter(goes_on).fold(0, |bits, byte| bits | code_bit(at_table(&self.codes, byte)))
    }

    /// Lays the trie into the two arrays: each place with its continuations where the first gap lets them all in.
    fn lay(&mut self, nodes: &[Node]) {
        let room = nodes.len() * 2 + 512;
        self.slots = vec![EMPTY; room];
        if let Some(root) = self.slots.first_mut() {
            // Taken, and nobody's continuation.
            root.parent = FREE - 1;
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
                slot.count = u8::try_from(node.entries.len()).unwrap_or(0);
                slot.glueable = node.entries.iter().any(|entry| entry.stem || entry.before_digits);
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

/// Collects the runs with which a word may begin in a text: its own first run, and behind a short one whatever may be glued to
/// it, the end of a word that is a stem or the digits of a currency or a day.
fn collect_openings(openings: &mut BTreeSet<u32>, word: &[u8], entry: Entry) {
    let run: Vec<u8> = word.iter().copied().take_while(u8::is_ascii_alphanumeric).collect();
    if run.is_empty() {
        return;
    }
    let whole = run.len() == word.len();
    let mut runs = vec![run];
    while let Some(run) = runs.pop() {
        openings.insert(opening(first_four(&run), run.len()));
        if !whole || run.len() >= 4 {
            continue;
        }
        let any = entry.stem || run.len() > word.len();
        let glued = (b'0'..=b'9').filter(|_| entry.before_digits || any).chain((b'a'..=b'z').filter(|_| any));
        runs.extend(glued.map(|byte| [run.as_slice(), &[byte]].concat()));
    }
}

fn first_four(bytes: &[u8]) -> [u8; 4] {
    let mut four = [0; 4];
    for (target, byte) in four.iter_mut().zip(bytes) {
        *target = *byte;
    }
    four
}

/// The first four letters of a run in lower case, as a number; zeros where it has fewer.
const fn opening(four: [u8; 4], length: usize) -> u32 {
    let folded = u32::from_le_bytes(four) | 0x2020_2020;
    // The low bytes are the first letters.
    folded
        & match length {
            0 => 0,
            1 => 0xFF,
            2 => 0xFFFF,
            3 => 0xFF_FFFF,
            _ => 0xFFFF_FFFF,
        }
}

/// The bit of a byte's code; some share one.
const fn code_bit(code: u8) -> u64 {
    1 << (code & 63)
}

/// A number below [`BEGINNINGS`] for an opening; some share one.
const fn beginning(opening: u32) -> usize {
    (opening.wrapping_mul(0x9E37_79B1) >> 16) as usize
}

/// What a table says of a byte.
#[inline]
fn at_table(table: &[u8; 256], byte: u8) -> u8 {
    table.get(usize::from(byte)).copied().unwrap_or(0)
}

fn set(table: &mut [u8; 256], byte: u8, value: u8) {
    if let Some(place) = table.get_mut(usize::from(byte)) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::is_sign;

    #[test]
    fn every_word_is_found_where_it_stands_and_its_arrays_are_small() {
        for (cue, words) in WORDS {
            for word in words.split('|') {
                let word = word.trim_end_matches('*');
                for text in [word.to_owned(), word.to_ascii_uppercase(), format!("{word} und")] {
                    let bytes = text.as_bytes();
                    assert_ne!(LEXICON.classes[usize::from(bytes[0])] & OPENS, 0, "{word}");
                    let run = crate::text::run_end(bytes, 0);
                    let place = if run == 0 { Some(Place::ROOT) } else { LEXICON.opened(bytes, 0, run) };
                    assert!(run > 0 || is_sign(bytes[0]), "{word}");
                    let mut found = false;
                    LEXICON.walk(bytes, 0, place.expect("an opening of its own"), |state, end| {
                        let here = LEXICON.entries(state).0.iter().any(|entry| entry.cue == *cue);
                        found |= end == word.len() && here;
                    });
                    assert!(found, "{word}");
                }
            }
        }
        assert!(LEXICON.slots.len() < 16_000, "{}", LEXICON.slots.len());
    }
}
