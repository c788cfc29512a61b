//! Numbers that stand alone, whatever they count: what may be a sum where money is spoken of and no currency is named.

use crate::numeral::{Lone, number_at};
use crate::text::{Clean, at, before, is_word, run_end};

/// A number that stands alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlainNumber {
    /// First byte in the words.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Its value.
    pub value: f64,
}

/// The numbers of some words, in order: in digits or letters, with what makes thousands of them ("500", "1.750", "9 mil", "duecento", "3k").
///
/// What is a part of an hour, a day, a share, an address, a code or a longer number is none; nor is a number beyond 4 GiB.
///
/// ```
/// let values = |words| argine_indicators::plain_numbers(words).iter().map(|number| number.value).collect::<Vec<f64>>();
/// assert_eq!(values("trecento subito, o 1.200 sabato"), [300.0, 1200.0]);
/// assert!(values("alle 21:30 del 12/05, +39 333 1234567, 50%").is_empty());
/// ```
pub fn plain_numbers(words: &str) -> Vec<PlainNumber> {
    let clean = Clean::new(words);
    let bytes = clean.bytes();
    let mut numbers = Vec::new();
    let mut index = 0;
    while index < bytes.len() {
        if !is_word(at(bytes, index)) {
            index += 1;
            continue;
        }
        let end = match number_at(bytes, index, Lone::Thousands) {
            Some((value, end)) if is_alone(bytes, index, end) => {
                let (start, stop) = clean.original_span(index, end);
                if let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(stop)) {
                    numbers.push(PlainNumber { start, end, value });
                }
                end
            }
            _ => index,
        };
        index = run_end(bytes, end.max(index));
    }
    numbers
}

/// Whether what stands at `start..end` is a part of nothing larger.
fn is_alone(bytes: &[u8], start: usize, end: usize) -> bool {
    let (last, next) = (before(bytes, start), at(bytes, end));
    let goes_on = at(bytes, end + 1).is_ascii_digit();
    let ends = match next {
        b'%' | b'_' | b'@' | b'/' => false,
        b'.' | b',' | b':' | b'-' | b'\'' => !goes_on,
        _ => !is_word(next),
    };
    let begins = match last {
        b'+' | b'#' | b'_' | b'@' | b'/' | b'-' => false,
        b'.' | b',' | b':' | b'\'' => !before(bytes, start - 1).is_ascii_digit(),
        _ => !is_word(last),
    };
    begins && ends && !is_group(bytes, start, end)
}

/// Whether a number is one group of a longer one: of an account, a card, a telephone (`IT18 S999 9999`).
fn is_group(bytes: &[u8], start: usize, end: usize) -> bool {
    let mut word = start.saturating_sub(1);
    let beside = at(bytes, word) == b' ';
    let mut digits = false;
    while beside && is_word(before(bytes, word)) {
        word -= 1;
        digits |= at(bytes, word).is_ascii_digit();
    }
    digits || at(bytes, end) == b' ' && at(bytes, end + 1).is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::plain_numbers;

    #[track_caller]
    fn check(words: &str, expected: &[f64]) {
        let values: Vec<f64> = plain_numbers(words).iter().map(|number| number.value).collect();
        assert_eq!(values, expected, "{words}");
    }

    #[test]
    fn numbers_stand_alone() {
        check("500 or everybody sees it", &[500.0]);
        check("1,000 by monday and 200 every payday", &[1000.0, 200.0]);
        check("fatto. 350", &[350.0]);
        check("2.400", &[2400.0]);
        check("alle 21:30, il 12/05, +39 333, 50%", &[]);
        check("82nd, x100", &[]);
        check("su questo iban: IT18 S999 9999 9990 0000 0417 263", &[]);
        check("4000 0099 1234 5678 poi 300", &[300.0]);
        check("#12 3-4 a_5 6@7", &[]);
    }

    #[test]
    fn numbers_are_written_in_words_and_thousands() {
        check("duecento adesso, mille sabato", &[200.0, 1000.0]);
        check("5 grand keeps it that way, 25k paytm", &[5_000.0, 25_000.0]);
        check("son 9 mil, depósito", &[9_000.0]);
        check("1 000 ce soir", &[1_000.0]);
    }

    #[test]
    fn spans_are_of_the_words_as_written() {
        let words = "però è così: 300 subito";
        let number = plain_numbers(words)[0];
        assert_eq!(&words[number.start as usize..number.end as usize], "300");
    }
}
