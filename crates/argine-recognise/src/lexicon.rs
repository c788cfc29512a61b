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
use crate::stems::Stems;

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
    meanings: Vec<Vec<(AtomType, Languages)>>,
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

        let mut entries: Vec<(u128, String, AtomType, Languages)> = Vec::with_capacity(98_304);
        for (name, file) in files {
            let Some(languages) = Languages::of(&file.language) else {
                return Err(RulesError::UnknownLanguage { file: (*name).to_owned(), language: file.language.clone() });
            };
            for (kind, stems) in &file.types {
                let number = kind_of(kind);
                for stem in stems {
                    if !expand(stem, &mut |literal| entries.push((head(&literal), literal, number, languages))) {
                        return Err(RulesError::Stem {
                            file: (*name).to_owned(),
                            kind: kind.clone(),
                            stem: stem.clone(),
                        });
                    }
                }
            }
        }
        entries.sort_unstable_by(|left, right| (left.0, &left.1, left.2).cmp(&(right.0, &right.1, right.2)));
        let mut literals: Vec<&str> = Vec::with_capacity(entries.len());
        let mut meanings: Vec<Vec<(AtomType, Languages)>> = Vec::with_capacity(entries.len());
        for (_, literal, kind, languages) in &entries {
            if literals.last() != Some(&literal.as_str()) {
                literals.push(literal);
                meanings.push(Vec::with_capacity(1));
            }
            add_meaning(meanings.last_mut(), *kind, *languages);
        }
        let whole: Vec<bool> = literals.iter().map(|literal| literal.ends_with(' ')).collect();
        let mut words: Vec<(u128, &str, bool)> = Vec::with_capacity(literals.len() * 2);
        for literal in &literals {
            let prefix = !literal.ends_with(' ');
            let last = literal.trim_end().rfind(' ').map_or(0, |at| at + 1);
            let parts =
                literal.split(' ').filter(|word| word.len() >= 4 && word.bytes().all(|b| b.is_ascii_lowercase()));
            words.extend(parts.map(|word| (head(word), word, !(prefix && literal.get(last..) == Some(word)))));
        }
        words.sort_unstable();
        words.dedup();
        let spelling = Spelling::build(
            words.into_iter().map(|(_, word, whole)| (word, whole)),
            files.iter().flat_map(|(_, file)| &file.ordinary),
        );
        let stems = Stems::build(literals.iter().copied());
        let number = kind_of(NUMBER);
        Ok(Self { names, stems, meanings, whole, spelling, number })
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
                for (kind, languages) in self.meanings.get(place).into_iter().flatten() {
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

fn add_meaning(meanings: Option<&mut Vec<(AtomType, Languages)>>, kind: AtomType, languages: Languages) {
    let Some(meanings) = meanings else { return };
    match meanings.iter_mut().find(|(known, _)| *known == kind) {
        Some((_, known)) => known.0 |= languages.0,
        None => meanings.push((kind, languages)),
    }
}

/// The first sixteen bytes as a number that orders as they do: tens of thousands of stems are sorted mostly by it, which spares
/// the walk to each of them.
fn head(text: &str) -> u128 {
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    u128::from_be_bytes(bytes)
}

/// `{a,b} c` is `a c` and `b c`; the innermost braces first; an empty alternative drops its space. Gives the bytes
/// searched for, `word ` or `wor`. False where a stem is not folded text.
fn expand(stem: &str, give: &mut impl FnMut(String)) -> bool {
    let Some((before, rest)) = stem.rsplit_once('{') else {
        return literal_of(stem).is_some_and(|literal| {
            give(literal);
            true
        });
    };
    let Some((choices, after)) = rest.split_once('}') else { return false };
    choices.split(',').all(|choice| {
        let mut one = String::with_capacity(before.len() + choice.len() + after.len());
        one.push_str(before);
        one.push_str(choice);
        one.push_str(after);
        expand(&one, give)
    })
}

fn literal_of(stem: &str) -> Option<String> {
    let (body, prefix) = match stem.trim_end().strip_suffix('*') {
        Some(body) => (body, true),
        None => (stem, false),
    };
    let mut literal = String::with_capacity(body.len() + 1);
    for word in body.split(' ').filter(|word| !word.is_empty()) {
        literal.push_str(word);
        literal.push(' ');
    }
    if prefix && !body.ends_with(' ') {
        literal.pop();
    }
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b' ';
    (!literal.is_empty() && literal.bytes().all(good)).then_some(literal)
}
