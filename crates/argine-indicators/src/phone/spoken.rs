//! Telephone numbers in words: "tre quattro sette, uno due tre, quattro cinque sei sette", "zéro six douze 34 56 78".

use argine_model::{Grade, IndicatorKind};

use super::reading::{NAMING, Tongue, Written};
use crate::find::{Found, Lens, valid};
use crate::numeral::{Lone, number_at};
use crate::text::{at, before, is_word, plain, run_end, slice, word_at};

/// How far behind the words that announce a number it may begin.
const REACH: usize = 28;
/// How many words and groups are read as one number.
const TOKENS: usize = 20;
/// The longest number (ITU-T E.164) and the sign before it.
const LONGEST: usize = 16;

/// Numbers of which at least two digits are written as words, behind words that announce one.
pub(crate) fn scan(lens: &mut Lens<'_>) {
    let bytes = lens.bytes();
    let mut finds: Vec<Found> = Vec::new();
    let mut done = 0;
    let beginnings = lens.context.of_sorts(NAMING).map(|hit| (hit.end, REACH));
    // Asked for in the message before, the number may be all of this one.
    let beginnings = beginnings.chain(lens.carried.phone.then_some((0, 1)));
    for (from, reach) in beginnings {
        let mut index = from.max(done);
        if is_word(before(bytes, index)) {
            index = run_end(bytes, index);
        }
        while index < from + reach && index < bytes.len() {
            let word = is_word(at(bytes, index));
            let opens = (word || at(bytes, index) == b'+') && may_begin(bytes, index);
            if opens && let Some(Spoken { digits, end, pairs }) = spoken_at(bytes, index) {
                done = end;
                let sorts = lens.context.sorts_between(index.saturating_sub(40), index);
                let abroad = digits.strip_prefix('+').or_else(|| digits.strip_prefix("00"));
                let value = match abroad {
                    Some(digits) => super::international(digits),
                    None => Tongue::of(sorts, lens.carried.phone)
                        .national(&digits, if pairs { Written::Pairs } else { Written::Otherwise }),
                };
                let known = lens.overlaps_taken(index, end)
                    || lens.found.iter().any(|found| found.start < end && index < found.end);
                finds.extend(value.filter(|_| !known).map(|value| Found {
                    kind: IndicatorKind::Phone,
                    variety: "",
                    value,
                    validity: valid("numbering_plan"),
                    grade: Grade::B,
                    start: index,
                    end,
                }));
                break;
            }
            index = if word { run_end(bytes, index) } else { index + 1 };
        }
        // What was tried behind one word is not tried again behind the next.
        done = done.max(index);
    }
    for found in finds {
        lens.push(found);
    }
}

/// A number in words.
struct Spoken {
    digits: String,
    end: usize,
    /// In twos, as the French say them.
    pairs: bool,
}

/// Whether a number with words in it may begin at `index`: most words and most groups of digits begin none.
fn may_begin(bytes: &[u8], index: usize) -> bool {
    if at(bytes, index).is_ascii_digit() {
        let end = run_end(bytes, index);
        return at(bytes, end) == b' ' && at(bytes, end + 1).is_ascii_alphabetic();
    }
    // The first two letters of the numerals below a thousand, of "zero", "double" and "plus" in the languages read.
    let [first, second] = [at(bytes, index), at(bytes, index + 1)].map(|byte| byte.to_ascii_lowercase());
    match first {
        b'+' => true,
        b'a' => second == b'c',
        b'c' => matches!(second, b'a' | b'e' | b'i' | b'o' | b'u'),
        b'd' => matches!(second, b'e' | b'i' | b'o' | b'r' | b'u'),
        b'e' => matches!(second, b'i' | b'l'),
        b'f' => matches!(second, b'i' | b'o' | b'u'),
        b'h' | b'q' => second == b'u',
        b'm' => second == b'a',
        b'n' => matches!(second, b'e' | b'i' | b'o' | b'u'),
        b'o' => matches!(second, b'c' | b'h' | b'i' | b'n' | b't'),
        b'p' => matches!(second, b'a' | b'i' | b'l'),
        b's' => matches!(second, b'e' | b'i' | b'o'),
        b't' => matches!(second, b'e' | b'h' | b'r' | b'w'),
        b'u' => matches!(second, b'm' | b'n'),
        b'v' => matches!(second, b'e' | b'i'),
        b'z' => matches!(second, b'e' | b'w'),
        _ => false,
    }
}

/// The digits of the words and groups at `start`, and where they end.
fn spoken_at(bytes: &[u8], start: usize) -> Option<Spoken> {
    let mut digits = String::new();
    let mut twos = 0;
    let (mut index, mut end) = (start, start);
    let (mut words, mut times) = (0, 1);
    if at(bytes, index) == b'+' {
        digits.push('+');
        index += 1;
    } else if matches!(at(bytes, index), b'p' | b'P' | b'm' | b'M') {
        let (word, word_end) = word_at(bytes, index);
        if matches!(word.bytes(), b"piu" | b"plus" | b"mas") {
            digits.push('+');
            index = word_end;
        }
    }
    for _ in 0..TOKENS {
        let gap = index;
        while index - gap < 3 && matches!(at(bytes, index), b' ' | b'-' | b'.' | b',' | b'/') {
            index += 1;
        }
        if at(bytes, index).is_ascii_digit() {
            let from = index;
            while at(bytes, index).is_ascii_digit() {
                index += 1;
            }
            if at(bytes, index).is_ascii_alphabetic() || index - from > LONGEST {
                break;
            }
            twos += usize::from(index - from == 2);
            digits.push_str(plain(bytes, from, index));
            end = index;
            continue;
        }
        let (word, word_end) = word_at(bytes, index);
        match word.bytes() {
            b"doppio" | b"doppia" | b"double" | b"doble" => {
                times = 2;
                index = word_end;
                continue;
            }
            b"zero" | b"oh" | b"cero" | b"null" => {
                digits.extend(core::iter::repeat_n('0', times));
                index = word_end;
            }
            _ => {
                if let Some((value, value_end)) = number_at(bytes, index, Lone::Thousands)
                    && value < 1_000.0
                    && word.bytes() != b"a"
                {
                    twos += usize::from((10.0..100.0).contains(&value));
                    digits.push_str(&format!("{value:.0}").repeat(times));
                    index = value_end;
                } else if let Some(grown) = grown_together(slice(bytes, index, word_end)) {
                    digits.push_str(&grown);
                    words += 1;
                    index = word_end;
                } else {
                    break;
                }
            }
        }
        times = 1;
        words += 1;
        end = index;
        if digits.len() > LONGEST {
            break;
        }
    }
    ((9..=LONGEST).contains(&digits.len()) && words >= 2 && !is_word(at(bytes, end))).then_some(Spoken {
        digits,
        end,
        pairs: twos >= 3,
    })
}

/// "trequattrosette": the digits of a word that is nothing but numerals below ten.
fn grown_together(word: &[u8]) -> Option<String> {
    const NUMERALS: &[(&str, char)] = &[
        ("zero", '0'),
        ("uno", '1'),
        ("due", '2'),
        ("tre", '3'),
        ("quattro", '4'),
        ("cinque", '5'),
        ("sei", '6'),
        ("sette", '7'),
        ("otto", '8'),
        ("nove", '9'),
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("un", '1'),
        ("deux", '2'),
        ("trois", '3'),
        ("quatre", '4'),
        ("cinq", '5'),
        ("sept", '7'),
        ("huit", '8'),
        ("neuf", '9'),
        ("cero", '0'),
        ("dos", '2'),
        ("tres", '3'),
        ("cuatro", '4'),
        ("cinco", '5'),
        ("seis", '6'),
        ("siete", '7'),
        ("ocho", '8'),
        ("nueve", '9'),
    ];
    if !(6..=60).contains(&word.len()) {
        return None;
    }
    let mut digits = String::new();
    let mut rest = word;
    while !rest.is_empty() {
        let stands = |numeral: &&(&str, char)| {
            rest.get(..numeral.0.len()).is_some_and(|head| head.eq_ignore_ascii_case(numeral.0.as_bytes()))
        };
        let (numeral, digit) = NUMERALS.iter().filter(stands).max_by_key(|numeral| numeral.0.len())?;
        digits.push(*digit);
        rest = rest.get(numeral.len()..)?;
    }
    (digits.len() >= 2).then_some(digits)
}
