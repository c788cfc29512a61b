//! The lexicon: stems of six languages, each of a type, found in folded text in one pass.
//!
//! A stem is a word (`soldi`), the beginning of one (`pubblic*`) or several words (`se non`), with alternatives in
//! braces (`{tua,sua} madre`). What is found is an [`Atom`]: a type, the words it covers and the languages in which
//! it means that.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use crate::RulesError;
use crate::fold::{Folded, letter_for, offset};
use crate::spelling::Spelling;
use crate::stems::{Stems, in_order};

/// The languages of the lexicon, in the order of their bits.
pub(crate) const LANGUAGES: [&str; 6] = ["it", "en", "fr", "es", "de", "pt"];

/// So many words are remembered while one conversation is read.
const REMEMBERED: usize = 100_000;

/// Types that a lexicon may not define, because the engine finds them itself.
const NUMBER: &str = "NUMBER";

/// A set of languages, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Languages(pub(crate) u8);

impl Languages {
    /// Every language.
    pub(crate) const ALL: Self = Self(0b11_1111);

    /// The set holding one language.
    pub(crate) fn of(code: &str) -> Option<Self> {
        if code == "any" {
            return Some(Self::ALL);
        }
        LANGUAGES.iter().position(|known| *known == code).map(|bit| Self(1 << bit))
    }

    /// What both hold.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// A type of atom, as a number below 256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AtomType(pub(crate) u8);

/// A set of types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct TypeSet([u64; 4]);

impl TypeSet {
    /// Adds a type.
    pub(crate) fn insert(&mut self, kind: AtomType) {
        if let Some(word) = self.0.get_mut(usize::from(kind.0 >> 6)) {
            *word |= 1 << (kind.0 & 63);
        }
    }

    /// Whether it holds the type.
    pub(crate) fn contains(&self, kind: AtomType) -> bool {
        self.0.get(usize::from(kind.0 >> 6)).is_some_and(|word| word >> (kind.0 & 63) & 1 == 1)
    }

    /// Whether both share a type.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(left, right)| left & right != 0)
    }

    /// The types, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = AtomType> {
        self.0.into_iter().zip([0_u8, 64, 128, 192]).flat_map(|(mut word, base)| {
            core::iter::from_fn(move || {
                if word == 0 {
                    return None;
                }
                let bit = u8::try_from(word.trailing_zeros()).unwrap_or(0);
                word &= word - 1;
                Some(AtomType(base + bit))
            })
        })
    }
}

/// A stem found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Atom {
    /// Its type.
    pub(crate) kind: AtomType,
    /// Where it means that.
    pub(crate) languages: Languages,
    /// First token.
    pub(crate) first: u32,
    /// Last token.
    pub(crate) last: u32,
}

/// A lexicon file: a language (or `any`) and stems by type.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LexiconFile {
    language: String,
    types: BTreeMap<String, Vec<String>>,
    /// Ordinary words that are one slip away from a stem: never corrected.
    #[serde(default)]
    ordinary: Vec<String>,
}

/// Every stem of every language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    names: Vec<String>,
    stems: Stems,
    meanings: Vec<(AtomType, Languages)>,
    /// By literal, where its meanings begin; one more at the end.
    meaning_starts: Vec<u32>,
    whole: Vec<bool>,
    spelling: Spelling,
    number: AtomType,
}

impl Lexicon {
    /// Builds it from the files, named for messages of error.
    pub(crate) fn build(files: &[(&str, LexiconFile)]) -> Result<Self, RulesError> {
        let mut names: Vec<String> = vec![NUMBER.to_owned()];
        for (_, file) in files {
            names.extend(file.types.keys().cloned());
        }
        names.sort_unstable();
        names.dedup();
        if names.len() > 256 {
            return Err(RulesError::TooManyTypes { count: names.len() });
        }
        let kind_of = |name: &str| {
            let at = names.binary_search_by(|known| known.as_str().cmp(name)).unwrap_or(0);
            AtomType(u8::try_from(at).unwrap_or(0))
        };

        let mut pool = String::with_capacity(1 << 20);
        let mut written = String::new();
        let mut entries: Vec<Entry> = Vec::with_capacity(80_000);
        for (name, file) in files {
            let Some(languages) = Languages::of(&file.language) else {
                return Err(RulesError::UnknownLanguage { file: (*name).to_owned(), language: file.language.clone() });
            };
            for (kind, stems) in &file.types {
                let kind_number = kind_of(kind);
                for stem in stems {
                    let mut give = |one: &str| {
                        let from = pool.len();
                        let good = write_literal(one, &mut pool);
                        let literal = pool.get(from..).unwrap_or_default();
                        entries.push(Entry::new(literal, from, kind_number, languages));
                        good
                    };
                    if !expand(stem, None, &mut written, &mut give) {
                        return Err(RulesError::Stem {
                            file: (*name).to_owned(),
                            kind: kind.clone(),
                            stem: stem.clone(),
                        });
                    }
                }
            }
        }
        let text = |entry: &Entry| pool.get(entry.from as usize..entry.to as usize).unwrap_or_default();
        entries.sort_unstable_by(|left, right| {
            left.head
                .cmp(&right.head)
                .then_with(|| (in_order(text(left)), left.kind).cmp(&(in_order(text(right)), right.kind)))
        });
        let mut literals: Vec<&str> = Vec::with_capacity(entries.len());
        let mut meanings: Vec<(AtomType, Languages)> = Vec::with_capacity(entries.len());
        let mut meaning_starts: Vec<u32> = Vec::with_capacity(entries.len() + 1);
        for entry in &entries {
            let literal = text(entry);
            if literals.last() != Some(&literal) {
                literals.push(literal);
                meaning_starts.push(offset(meanings.len()));
            } else if let Some(last) = meanings.last_mut().filter(|last| last.0 == entry.kind) {
                last.1.0 |= entry.languages.0;
                continue;
            }
            meanings.push((entry.kind, entry.languages));
        }
        meaning_starts.push(offset(meanings.len()));
        let whole: Vec<bool> = literals.iter().map(|literal| literal.ends_with(' ')).collect();
        let words = literals.iter().flat_map(|literal| {
            let prefix = !literal.ends_with(' ');
            let last = literal.trim_end().rfind(' ').map_or(0, |at| at + 1);
            let parts = literal.split(' ').filter(|word| word.bytes().all(|b| b.is_ascii_lowercase()));
            parts.map(move |word| (word, !(prefix && literal.get(last..) == Some(word))))
        });
        let spelling = Spelling::build(words, files.iter().flat_map(|(_, file)| &file.ordinary));
        let stems = Stems::build(literals.iter().copied());
        let number = kind_of(NUMBER);
        Ok(Self { names, stems, meanings, meaning_starts, whole, spelling, number })
    }

    /// The type of that name.
    pub(crate) fn kind(&self, name: &str) -> Option<AtomType> {
        let at = self.names.binary_search_by(|known| known.as_str().cmp(name)).ok()?;
        u8::try_from(at).ok().map(AtomType)
    }

    /// The name of a type.
    pub(crate) fn name(&self, kind: AtomType) -> Option<&str> {
        self.names.get(usize::from(kind.0)).map(String::as_str)
    }

    /// The names of all types, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Finds every atom of a folded text, mending disguised and mistyped words on the way.
    pub(crate) fn find(&self, folded: &mut Folded, memory: &mut Memory, atoms: &mut Vec<Atom>) {
        self.undo_leet(folded);
        self.scan(folded, atoms);
        if self.mend(folded, memory, atoms) {
            self.scan(folded, atoms);
        }
        atoms.sort_unstable_by_key(|atom| (atom.first, atom.last, atom.kind));
    }

    fn scan(&self, folded: &Folded, atoms: &mut Vec<Atom>) {
        atoms.clear();
        for (at, token) in folded.tokens.iter().enumerate() {
            let rest = folded.text.as_bytes().get(token.start as usize..).unwrap_or(&[]);
            self.stems.find(rest, |place, length| {
                let end = token.start + offset(length);
                let words = folded.tokens.iter().skip(at + 1).take_while(|next| next.start < end).count();
                for (kind, languages) in self.meanings_of(place) {
                    let atom = Atom { kind: *kind, languages: *languages, first: offset(at), last: offset(at + words) };
                    atoms.push(atom);
                }
            });
        }
        for (at, token) in folded.tokens.iter().enumerate() {
            let word = folded.word(token).as_bytes();
            if word.first().is_some_and(u8::is_ascii_digit) {
                let at = offset(at);
                atoms.push(Atom { kind: self.number, languages: Languages::ALL, first: at, last: at });
            }
        }
    }

    fn meanings_of(&self, literal: usize) -> &[(AtomType, Languages)] {
        let at = |place: usize| self.meaning_starts.get(place).copied().unwrap_or(0) as usize;
        self.meanings.get(at(literal)..at(literal + 1)).unwrap_or_default()
    }

    /// `p4g4` becomes `paga` where that is a known word, and only then.
    fn undo_leet(&self, folded: &mut Folded) {
        if !folded.tokens.iter().any(|token| token.mixed) {
            return;
        }
        for at in 0..folded.tokens.len() {
            let Some(token) = folded.tokens.get(at).copied().filter(|token| token.mixed) else { continue };
            let word = folded.word(&token).as_bytes();
            if word.first().is_some_and(u8::is_ascii_digit) && !word.iter().skip(1).any(u8::is_ascii_lowercase) {
                continue;
            }
            for one in [b'i', b'l'] {
                let candidate: String = word.iter().map(|sign| char::from(letter_for(*sign, one))).collect();
                if candidate.is_ascii() && candidate.len() == word.len() && self.is_known(&candidate) {
                    folded.text.replace_range(token.start as usize..token.end as usize, &candidate);
                    break;
                }
            }
        }
    }

    /// Whether a stem of at least three letters begins the word.
    fn is_known(&self, word: &str) -> bool {
        let text = format!("{word} ");
        let mut known = false;
        self.stems.find(text.as_bytes(), |place, length| {
            known |= length >= 4 || self.whole.get(place).copied().unwrap_or(false);
        });
        known || self.spelling.knows(word)
    }

    /// Mends words that hold no atom and are one slip away from a stem. True where something changed.
    fn mend(&self, folded: &mut Folded, memory: &mut Memory, atoms: &[Atom]) -> bool {
        memory.covered.clear();
        memory.covered.resize(folded.tokens.len(), false);
        for atom in atoms {
            for slot in memory.covered.iter_mut().take(atom.last as usize + 1).skip(atom.first as usize) {
                *slot = true;
            }
        }
        let mut changed = false;
        for at in 0..folded.tokens.len() {
            if memory.covered.get(at).copied().unwrap_or(true) {
                continue;
            }
            let Some(token) = folded.tokens.get(at).copied() else { continue };
            let word = folded.word(&token);
            if !(4..=24).contains(&word.len()) && !token.mixed {
                continue;
            }
            let mended = if let Some(known) = memory.mended.get(word) {
                known.clone()
            } else {
                let glued = if token.mixed || word.len() > 14 { self.spelling.cut(word) } else { None };
                let found = glued.or_else(|| self.spelling.mend(word)).map(String::into_boxed_str);
                if memory.mended.len() < REMEMBERED {
                    memory.mended.insert(word.into(), found.clone());
                }
                found
            };
            if let Some(mended) = mended {
                memory.replacements.push((at, mended));
                changed = true;
            }
        }
        if changed {
            folded.replace(&memory.replacements);
            memory.replacements.clear();
        }
        changed
    }
}

/// What was learnt about words while reading one conversation; buffers.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    mended: HashMap<Box<str>, Option<Box<str>>>,
    covered: Vec<bool>,
    replacements: Vec<(usize, Box<str>)>,
}

/// A literal on its way into the table.
struct Entry {
    /// Whether it is long, and its first fifteen bytes, as a number that orders as they do: tens of thousands of stems are
    /// sorted mostly by it, which spares the walk to each of them.
    head: u128,
    from: u32,
    to: u32,
    kind: AtomType,
    languages: Languages,
}

impl Entry {
    fn new(literal: &str, from: usize, kind: AtomType, languages: Languages) -> Self {
        let (long, _) = in_order(literal);
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(core::iter::once(u8::from(long)).chain(literal.bytes())) {
            *to = from;
        }
        let head = u128::from_be_bytes(bytes);
        Self { head, from: offset(from), to: offset(from + literal.len()), kind, languages }
    }
}

/// What of a stem comes after the alternatives that are being read.
struct Rest<'a> {
    text: &'a str,
    after: Option<&'a Self>,
}

/// `{a,{b,c} d} e` is `a e`, `b d e` and `c d e`. False where braces do not match or `give` says so.
fn expand(text: &str, after: Option<&Rest<'_>>, written: &mut String, give: &mut impl FnMut(&str) -> bool) -> bool {
    let length = written.len();
    let good = if let Some(open) = text.bytes().position(|byte| byte == b'{') {
        let (before, choices) = text.split_at(open);
        written.push_str(before);
        expand_choices(choices, after, written, give)
    } else {
        written.push_str(text);
        match after {
            Some(rest) => expand(rest.text, rest.after, written, give),
            None => give(written),
        }
    };
    written.truncate(length);
    good
}

/// The same for a text that begins with an opening brace.
fn expand_choices(
    text: &str,
    after: Option<&Rest<'_>>,
    written: &mut String,
    give: &mut impl FnMut(&str) -> bool,
) -> bool {
    let mut depth = 0_u32;
    let mut commas = vec![0];
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b',' if depth == 1 => commas.push(at),
            _ => {}
        }
        if depth == 0 {
            commas.push(at);
            let rest = Rest { text: text.get(at + 1..).unwrap_or_default(), after };
            let mut choices = commas.windows(2).filter_map(|ends| text.get(ends.first()? + 1..*ends.last()?));
            return choices.all(|choice| expand(choice, Some(&rest), written, give));
        }
    }
    false
}

/// Writes the bytes searched for, `word ` or `wor`; an empty alternative drops its space. False where a stem is not folded
/// text.
fn write_literal(stem: &str, pool: &mut String) -> bool {
    let from = pool.len();
    let (body, prefix) = match stem.trim_end().strip_suffix('*') {
        Some(body) => (body, true),
        None => (stem, false),
    };
    for word in body.split(' ').filter(|word| !word.is_empty()) {
        pool.push_str(word);
        pool.push(' ');
    }
    if prefix && !body.ends_with(' ') {
        pool.pop();
    }
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b' ';
    pool.len() > from && pool.bytes().skip(from).all(good)
}
