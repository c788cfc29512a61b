//! Everyday words of six languages by what they mean (`concepts.txt`): what is learned of one word holds for all that mean the same.
//!
//! A blackmailer whom nobody has read yet uses other words, and most who taught wrote Italian. Where "inoltro", "forward" and "weiterleiten"
//! are one feature beside their own, what one author teaches about it serves for the others. Which language is meant is told for each text by itself: the one
//! in which most of its words are known.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::RulesError;
use crate::fold::Folded;
use crate::lexicon::LANGUAGES;

/// The file's name, for messages of error.
const FILE: &str = "concepts.txt";
/// Fewer letters are no beginning of a word.
const SHORTEST: usize = 3;
/// Longer beginnings are none of ours.
const LONGEST: usize = 16;
/// A word of so many letters is taken for one of another language where its own knows none.
const TELLING: usize = 5;
/// What is behind a whole word, and behind the beginning of one.
const ENDS: [u8; 2] = [b' ', b'*'];

/// For each language the place of a concept and one more; 0 where a word means nothing in it.
pub(crate) type Meanings = [u16; LANGUAGES.len()];

/// The concepts, and the words for them.
#[derive(Debug, Default)]
pub(crate) struct Concepts {
    names: Vec<String>,
    /// By the hash of a word or beginning and of its end.
    forms: HashMap<u32, Meanings, BuildHasherDefault<AsItIs>>,
}

/// A word of a text and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meant {
    /// The place of the word.
    pub(crate) at: u32,
    /// The place of the concept.
    pub(crate) concept: u16,
}

/// Passes on a key that is a hash already.
#[derive(Debug, Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash << 8 | u64::from(*byte));
    }

    fn write_u32(&mut self, key: u32) {
        // Multiplied, because the table looks at the highest bits first.
        self.0 = u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The hash of nothing.
const NOTHING: u32 = 0x811c_9dc5;

/// The hash of Fowler, Noll and Vo (FNV-1a), one letter further.
fn further(hash: u32, letter: u8) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

impl Concepts {
    /// Reads the table.
    pub(crate) fn build(text: &str) -> Result<Self, RulesError> {
        let mut concepts = Self::default();
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let (name, columns) = line.split_once('|').unwrap_or((line, ""));
            let name = name.trim();
            let wrong = |reason: String| RulesError::Rule { file: FILE.to_owned(), rule: name.to_owned(), reason };
            if columns.split('|').count() != LANGUAGES.len() {
                return Err(wrong(format!("needs words in {} languages, parted by |", LANGUAGES.len())));
            }
            concepts.names.push(name.to_owned());
            let place = u16::try_from(concepts.names.len()).map_err(|_| wrong("is one concept too many".to_owned()))?;
            for (language, forms) in columns.split('|').enumerate() {
                for form in forms.split_ascii_whitespace() {
                    let taken = concepts.add(form, language, place).map_err(wrong)?;
                    if taken != place {
                        return Err(wrong(format!("{form:?} stands under another name already")));
                    }
                }
            }
        }
        Ok(concepts)
    }

    /// Adds a word or a beginning; says whose it is.
    fn add(&mut self, form: &str, language: usize, place: u16) -> Result<u16, String> {
        let [whole, open] = ENDS;
        let (letters, end) = form.strip_suffix('*').map_or((form, whole), |letters| (letters, open));
        let is_folded = letters.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
        if !is_folded || letters.is_empty() || letters.len() > LONGEST || end == open && letters.len() < SHORTEST {
            return Err(format!(
                "{form:?} is not a word of small letters, or a beginning of {SHORTEST} to {LONGEST} with a star"
            ));
        }
        let key = further(letters.bytes().fold(NOTHING, further), end);
        let meaning = self.forms.entry(key).or_default().get_mut(language).ok_or("is of no language")?;
        if *meaning == 0 {
            *meaning = place;
        }
        Ok(*meaning)
    }

    /// The names, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// What a word means in each language.
    fn of(&self, word: &[u8]) -> Meanings {
        let mut known = Meanings::default();
        let mut take = |hash: u32, end: u8| {
            for (known, meaning) in known.iter_mut().zip(self.forms.get(&further(hash, end)).into_iter().flatten()) {
                if *meaning != 0 {
                    *known = *meaning;
                }
            }
        };
        let [whole, open] = ENDS;
        let mut hash = NOTHING;
        // Longer beginnings come later, the whole word last.
        for (letters, letter) in (1..=LONGEST).zip(word) {
            hash = further(hash, *letter);
            if letters >= SHORTEST {
                take(hash, open);
            }
        }
        if word.len() <= LONGEST {
            take(hash, whole);
        }
        known
    }

    /// What the words of a text mean, in order, each concept once for a word.
    pub(crate) fn read(&self, folded: &Folded, words: &mut Vec<Meanings>, meant: &mut Vec<Meant>) {
        words.clear();
        meant.clear();
        words.extend(folded.tokens.iter().map(|token| self.of(folded.word(token).as_bytes())));
        let mut known = [0_usize; LANGUAGES.len()];
        for meanings in words.iter() {
            for (count, meaning) in known.iter_mut().zip(meanings) {
                *count += usize::from(*meaning != 0);
            }
        }
        let most = known.iter().copied().max().unwrap_or(0);
        for ((at, token), meanings) in (0_u32..).zip(&folded.tokens).zip(words.iter()) {
            let spoken = |(count, meaning): (&usize, &u16)| if *count == most { *meaning } else { 0 };
            let in_spoken = known.iter().zip(meanings).map(spoken);
            let is_foreign = in_spoken.clone().all(|meaning| meaning == 0) && folded.word(token).len() >= TELLING;
            let first = meant.len();
            for (spoken, meaning) in in_spoken.zip(meanings) {
                let Some(concept) = (if is_foreign { *meaning } else { spoken }).checked_sub(1) else { continue };
                if !meant.iter().skip(first).any(|known| known.concept == concept) {
                    meant.push(Meant { at, concept });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# comment\n\nmother | mamma madre | mum | mere | madre | mutter | mae\n\
        send | mand* | send | envoi* | mand* | schick* | mand*\nsend_back | rimand* mandaindietro | | | | |\ndie | | die | | | |\n\
        the | il | the | le | el | die der | o\n";

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &str)]) {
        let concepts = Concepts::build(TABLE).unwrap();
        let (mut folded, mut words, mut meant) = (Folded::default(), Vec::new(), Vec::new());
        folded.fold(text);
        concepts.read(&folded, &mut words, &mut meant);
        let names: Vec<_> =
            meant.iter().map(|one| (one.at, concepts.names[usize::from(one.concept)].as_str())).collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn a_word_means_what_its_longest_beginning_means() {
        check("Lo mando alla mamma", &[(1, "send"), (3, "mother")]);
        check("mandaindietro rimandalo", &[(0, "send_back"), (1, "send_back")]);
        check("man", &[]);
    }

    #[test]
    fn the_language_of_most_words_says_what_is_meant() {
        check("die mutter", &[(0, "the"), (1, "mother")]);
        check("die mum", &[(0, "die"), (1, "mother")]);
        // A long word of another language is no chance.
        check("mum mum die schickst", &[(0, "mother"), (1, "mother"), (2, "die"), (3, "send")]);
        // Nothing tells the language: every meaning counts once.
        check("die", &[(0, "die"), (0, "the")]);
    }

    #[test]
    fn a_bad_table_says_where() {
        for (table, reason) in [
            ("send | mand*", "rule send: needs words in 6 languages"),
            ("send | ma* | | | | |", "rule send: \"ma*\" is not a word"),
            ("send | Mand | | | | |", "rule send: \"Mand\" is not a word"),
            ("send | mando | | | | |\nask | mando | | | | |", "rule ask: \"mando\" stands under another name"),
        ] {
            let error = Concepts::build(table).unwrap_err().to_string();
            assert!(error.starts_with(&format!("concepts.txt: {reason}")), "{error}");
        }
    }
}
