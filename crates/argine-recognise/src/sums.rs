//! Bare sums: a number without a currency, where money is spoken of ("500 or everybody sees it", "done, 80").
//!
//! Sums with a currency come from `argine-indicators`. A number counts here only if what follows is nothing that is counted otherwise
//! (minutes, years, friends: type `COUNTED` and the types of time), and what precedes is no hour.

use crate::Recogniser;
use crate::fold::Folded;
use crate::lexicon::Memory;

/// Smaller numbers are hours, days, pieces.
const SMALLEST: u32 = 20;
/// Larger ones are telephones and codes.
const LARGEST: u32 = 100_000;
/// Four digits that are a year of this time.
const YEARS: core::ops::RangeInclusive<u32> = 2005..=2035;
/// Types of what is counted and is not money, directly after the number.
const OTHERWISE: [&str; 4] = ["COUNTED", "TIME_UNIT", "DAYS", "MEDIA"];

impl Recogniser {
    /// The bare sums of a text, in order.
    pub(crate) fn bare_sums(&self, text: &str) -> Vec<f64> {
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let (mut folded, mut memory, mut atoms) = (Folded::default(), Memory::default(), Vec::new());
        let mut sums = Vec::new();
        for (start, end, value) in numbers(text) {
            let after = text.get(end..).unwrap_or("");
            folded.fold(after.get(..after.floor_char_boundary(40)).unwrap_or(""));
            self.lexicon.find(&mut folded, &mut memory, &mut atoms);
            let counted = atoms.iter().any(|atom| {
                atom.first == 0 && self.lexicon.name(atom.kind).is_some_and(|name| OTHERWISE.contains(&name))
            });
            folded.fold(text.get(..start).unwrap_or(""));
            self.lexicon.find(&mut folded, &mut memory, &mut atoms);
            let last = folded.tokens.len().checked_sub(1).and_then(|last| u32::try_from(last).ok());
            let hour = value < 25
                && atoms.iter().any(|atom| {
                    Some(atom.last) == last && self.lexicon.name(atom.kind).is_some_and(|name| name == "AT_HOUR")
                });
            if !counted && !hour {
                sums.push(f64::from(value));
            }
        }
        sums
    }
}

/// Numbers that stand alone, with their bytes.
fn numbers(text: &str) -> Vec<(usize, usize, u32)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let joins = |at: usize| {
            matches!(bytes.get(at), Some(b'.' | b',' | b' '))
                && bytes.get(at + 1..at + 4).is_some_and(|group| group.iter().all(u8::is_ascii_digit))
                && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit)
        };
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        let whole = at - start <= 3;
        while whole && joins(at) {
            at += 4;
        }
        let before = start.checked_sub(1).and_then(|place| bytes.get(place)).copied().unwrap_or(b' ');
        let (next, second) = (bytes.get(at).copied().unwrap_or(b' '), bytes.get(at + 1).copied().unwrap_or(b' '));
        let alone = matches!(before, b' ' | b'(' | b'\n' | b'"' | b',' | b'.' | b'!')
            && !next.is_ascii_alphanumeric()
            && next < 0x80
            && !matches!(next, b'%' | b':' | b'/' | b'-' | b'_' | b'@')
            && (!matches!(next, b'.' | b',') || !second.is_ascii_digit())
            && !in_groups(bytes, start, at);
        let value = bytes
            .get(start..at)
            .unwrap_or_default()
            .iter()
            .filter(|byte| byte.is_ascii_digit())
            .fold(0_u32, |value, digit| value.saturating_mul(10).saturating_add(u32::from(digit - b'0')));
        let year = at - start == 4 && YEARS.contains(&value);
        if alone && !year && (SMALLEST..=LARGEST).contains(&value) {
            found.push((start, at, value));
        }
    }
    found
}

/// Whether a number is one group of a longer one: of an account, a card, a telephone (`IT18 S999 9999`).
fn in_groups(bytes: &[u8], start: usize, end: usize) -> bool {
    let before = bytes.get(..start).unwrap_or_default();
    let word = before.strip_suffix(b" ").and_then(|before| before.rsplit(|byte| *byte == b' ').next());
    let after = bytes.get(end..).and_then(|rest| rest.strip_prefix(b" ")).and_then(|rest| rest.first());
    word.is_some_and(|word| word.iter().any(u8::is_ascii_digit)) || after.is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[track_caller]
    fn check(text: &str, expected: &[u32]) {
        let values: Vec<u32> = numbers(text).into_iter().map(|(_, _, value)| value).collect();
        assert_eq!(values, expected, "{text}");
    }

    #[test]
    fn numbers_stand_alone() {
        check("500 or everybody sees it", &[500]);
        check("1,000 by monday and 200 every payday", &[1000, 200]);
        check("fatto. 350", &[350]);
        check("2.400", &[2400]);
        check("born in 2009", &[]);
        check("alle 21:30, il 12/05, +39 333, 50%", &[]);
        check("82nd, x100, 3", &[]);
        check("su questo iban: IT18 S999 9999 9990 0000 0417 263", &[]);
        check("4000 0099 1234 5678 poi 300", &[300]);
    }
}
