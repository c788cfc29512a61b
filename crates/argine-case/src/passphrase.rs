//! How easily a passphrase is guessed, as a guesser works: known words, names of keys in a row, dates, repetitions first.
//!
//! An estimate, and a careful one: each part is counted as what is cheapest to guess. Dictionaries of whole languages are
//! not here; a word that no list knows is counted by letters that follow each other as in words, not at random.

use crate::Passphrase;

/// How strong a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// Guesses that are needed, as a power of two.
    pub bits: u32,
    /// What makes it weak, if something does.
    pub weakness: Option<Weakness>,
}

/// Why a passphrase is easily guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Most of it is a word that every guesser tries first.
    Common,
    /// Keys in a row, counting, one thing again and again.
    Pattern,
    /// A date or a year.
    Date,
    /// Nothing wrong with it but its length.
    Short,
}

impl Weakness {
    /// The key of its sentence in the catalogue: `passphrase-<code>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::Pattern => "pattern",
            Self::Date => "date",
            Self::Short => "short",
        }
    }
}

impl Strength {
    /// Below this a thief with a computer and a month gets in, at the cost of a guess under [`crate::WorkFactor::STANDARD`].
    pub const ENOUGH_BITS: u32 = 45;

    /// Whether a case may be locked with it.
    pub const fn is_enough(self) -> bool {
        self.bits >= Self::ENOUGH_BITS
    }
}

/// Words that people choose, Italian and English; names, teams, months among them.
const COMMON: [&str; 96] = [
    "password",
    "passphrase",
    "segreta",
    "segreto",
    "ciao",
    "amore",
    "amoremio",
    "juventus",
    "inter",
    "milan",
    "napoli",
    "roma",
    "lazio",
    "forza",
    "calcio",
    "mamma",
    "papa",
    "babbo",
    "bella",
    "bello",
    "cane",
    "gatto",
    "stella",
    "stellina",
    "principessa",
    "tesoro",
    "cuore",
    "vita",
    "dio",
    "gesu",
    "francesco",
    "francesca",
    "alessandro",
    "alessandra",
    "andrea",
    "marco",
    "matteo",
    "luca",
    "giulia",
    "chiara",
    "sara",
    "martina",
    "giuseppe",
    "giovanni",
    "antonio",
    "maria",
    "anna",
    "paolo",
    "davide",
    "simone",
    "federico",
    "federica",
    "valentina",
    "elena",
    "laura",
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
    "estate",
    "inverno",
    "primavera",
    "autunno",
    "welcome",
    "letmein",
    "admin",
    "login",
    "master",
    "monkey",
    "dragon",
    "sunshine",
    "princess",
    "football",
    "iloveyou",
    "love",
    "hello",
    "secret",
    "summer",
    "winter",
    "charlie",
    "michael",
    "daniel",
    "jessica",
    "shadow",
    "superman",
    "batman",
    "pokemon",
    "argine",
];
/// Rows of a keyboard, the alphabet and counting.
const ROWS: [&str; 6] =
    ["qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890", "!\"£$%&/()="];
const SHORTEST_ROW: usize = 3;

/// Estimates how many guesses a passphrase stands.
pub fn strength(passphrase: &Passphrase) -> Strength {
    let typed: Vec<char> = passphrase.as_str().chars().collect();
    let lower: Vec<char> = typed.iter().map(|character| lower(*character)).collect();
    let folded: Vec<char> = lower.iter().map(|character| undisguised(*character)).collect();
    let mut bits = 0.0;
    let mut spent = [0_usize; 3];
    let mut place = 0;
    let mut seen: Vec<&[char]> = Vec::new();
    while let (Some(rest), Some(words), Some(first)) = (lower.get(place..), folded.get(place..), typed.get(place)) {
        let (length, cost, weakness) = cheapest(rest, words, &seen, *first);
        bits += cost;
        if let Some(index) = weakness
            && let Some(counted) = spent.get_mut(index)
        {
            *counted += length;
        }
        seen.push(rest.get(..length).unwrap_or_default());
        place += length;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a positive count of bits, at most thousands"
    )]
    let bits = bits as u32;
    let kinds = [Weakness::Common, Weakness::Pattern, Weakness::Date];
    let most =
        kinds.into_iter().zip(spent).max_by_key(|(_, length)| *length).filter(|(_, length)| length * 3 > folded.len());
    let weakness = (bits < Strength::ENOUGH_BITS).then(|| most.map_or(Weakness::Short, |(kind, _)| kind));
    Strength { bits, weakness }
}

/// The cheapest way to guess what comes next: its length, its bits, and the index of the weakness.
fn cheapest(rest: &[char], words: &[char], seen: &[&[char]], typed: char) -> (usize, f64, Option<usize>) {
    let repeated = seen.iter().filter(|part| part.len() > 1 && rest.starts_with(part)).map(|part| part.len()).max();
    let same = rest.iter().take_while(|character| Some(*character) == rest.first()).count();
    let common = COMMON.iter().filter(|word| begins_with(words, word)).map(|word| word.chars().count()).max();
    if let Some(length) = common {
        return (length, 8.0, Some(0));
    }
    if same >= SHORTEST_ROW {
        return (same, 6.0, Some(1));
    }
    if let Some(length) = repeated {
        return (length, 1.0, Some(1));
    }
    if let Some(length) = row(rest).filter(|length| *length >= SHORTEST_ROW) {
        return (length, 6.0, Some(1));
    }
    let digits = rest.iter().take_while(|character| character.is_ascii_digit()).count();
    if [4, 6, 8].contains(&digits) && is_date(rest.get(..digits).unwrap_or_default()) {
        return (digits, if digits == 4 { 7.0 } else { 15.0 }, Some(2));
    }
    let cost = match typed {
        '0'..='9' => 3.3,
        // Letters of words follow each other: a guesser needs about two and a half bits for the next.
        'a'..='z' => 2.5,
        'A'..='Z' => 3.0,
        ' ' => 1.0,
        _ => 4.5,
    };
    (1, cost, None)
}

fn begins_with(rest: &[char], word: &str) -> bool {
    let mut characters = rest.iter();
    word.chars().all(|letter| characters.next() == Some(&letter))
}

/// How many characters follow each other on a row, in either direction.
fn row(rest: &[char]) -> Option<usize> {
    let along = |row: Vec<char>| {
        let start = row.iter().position(|key| Some(key) == rest.first())?;
        let keys = row.get(start..).unwrap_or_default();
        Some(keys.iter().zip(rest).take_while(|(key, typed)| key == typed).count())
    };
    ROWS.iter().flat_map(|row| [along(row.chars().collect()), along(row.chars().rev().collect())]).flatten().max()
}

fn is_date(digits: &[char]) -> bool {
    let number = |from: usize, to: usize| {
        let part: String = digits.get(from..to).unwrap_or_default().iter().collect();
        part.parse::<u32>().unwrap_or_default()
    };
    let year = |from: usize| (1900..=2099).contains(&number(from, from + 4));
    let day =
        |from: usize| (1..=31).contains(&number(from, from + 2)) && (1..=12).contains(&number(from + 2, from + 4));
    match digits.len() {
        4 => year(0),
        6 => day(0),
        _ => (day(0) && year(4)) || year(0),
    }
}

fn lower(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

/// The letter that a digit or a sign usually stands for.
fn undisguised(character: char) -> char {
    match character {
        '@' | '4' | 'à' => 'a',
        '3' | 'é' | 'è' => 'e',
        '1' | 'ì' => 'i',
        '0' | 'ò' => 'o',
        '$' | '5' => 's',
        'ù' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessers_first_tries_are_weak_and_several_words_are_not() {
        for (words, weakness) in [
            ("", Weakness::Short),
            ("ciao", Weakness::Common),
            ("Pa$$w0rd", Weakness::Common),
            ("francesca1998", Weakness::Common),
            ("juventusjuventusjuventus", Weakness::Common),
            ("qwertyuiop", Weakness::Pattern),
            ("1234567890", Weakness::Pattern),
            ("aaaaaaaaaaaaaaaaaaaaaaaa", Weakness::Pattern),
            ("14071998", Weakness::Date),
            ("xk3!", Weakness::Short),
            ("tavolino", Weakness::Short),
        ] {
            let strength = strength(&Passphrase::new(words));
            assert!(!strength.is_enough(), "{words}: {strength:?}");
            assert_eq!(strength.weakness, Some(weakness), "{words}: {strength:?}");
        }
        for words in ["tovaglia sgombro vialetto timone", "K7#vQ2!mZx9$Tr4w", "il bruco zoppo mangia ghiaccio caldo"] {
            let strength = strength(&Passphrase::new(words));
            assert!(strength.is_enough() && strength.weakness.is_none(), "{words}: {strength:?}");
        }
    }

    #[test]
    fn more_is_never_weaker() {
        let mut before = 0;
        let words = "tovaglia sgombro vialetto timone";
        for length in 0..=words.len() {
            let bits = strength(&Passphrase::new(&words[..length])).bits;
            assert!(bits >= before, "{length}");
            before = bits;
        }
    }
}
