//! Text read from pictures: letters for digits and digits for letters are tried, and only a check digit that then holds accepts them.

use argine_model::{Grade, IndicatorKind, Validity};

use crate::bank::{self, CardShape};
use crate::find::{Found, Lens, valid};
use crate::text::{at, before, is_word, run_end, slice};
use crate::wallet;

/// How many doubtful signs of a wallet are tried both ways: two to this power of check sums at most.
const DOUBTS: usize = 6;

pub(crate) fn scan(lens: &mut Lens<'_>) {
    let bytes = lens.bytes();
    let mut finds = Vec::new();
    let mut index = 0;
    while index < bytes.len() {
        if !is_word(at(bytes, index)) || is_word(before(bytes, index)) {
            index += 1;
            continue;
        }
        let end = run_end(bytes, index);
        let digits = slice(bytes, index, end).iter().any(u8::is_ascii_digit);
        let found = if digits && !lens.found.iter().any(|found| found.start < end && index < found.end) {
            account(bytes, index).or_else(|| card(bytes, index)).or_else(|| address(bytes, index, end))
        } else {
            None
        };
        index = found.as_ref().map_or(end, |found| found.end);
        finds.extend(found);
    }
    for found in finds {
        lens.push(found);
    }
}

/// What a sign is where a digit belongs.
const fn as_digit(byte: u8) -> u8 {
    match byte {
        b'O' | b'o' | b'Q' | b'D' => b'0',
        b'I' | b'l' | b'i' | b'|' => b'1',
        b'Z' | b'z' => b'2',
        b'S' | b's' => b'5',
        b'G' | b'b' => b'6',
        b'B' => b'8',
        byte => byte,
    }
}

/// What a sign is where a letter belongs.
const fn as_letter(byte: u8) -> u8 {
    match byte {
        b'0' => b'O',
        b'1' | b'l' => b'I',
        b'5' => b'S',
        b'8' => b'B',
        b'2' => b'Z',
        b'6' => b'G',
        byte => byte.to_ascii_uppercase(),
    }
}

/// Letters and digits from `start` over single spaces, and where each ends.
fn joined(bytes: &[u8], start: usize, limit: usize) -> Vec<(u8, usize)> {
    let mut found = Vec::with_capacity(limit);
    let mut index = start;
    while found.len() < limit {
        let byte = at(bytes, index);
        if is_word(byte) {
            found.push((byte, index + 1));
        } else if !(matches!(byte, b' ' | b'-' | b'\n') && is_word(at(bytes, index + 1))) {
            break;
        }
        index += 1;
    }
    found
}

/// An IBAN of which every country's digits stand in the check digits at least; Italian ones in all places but the CIN.
fn account(bytes: &[u8], start: usize) -> Option<Found> {
    let signs = joined(bytes, start, 34);
    let country: Vec<u8> = signs.iter().take(2).map(|(byte, _)| as_letter(*byte)).collect();
    let italian = matches!(country.as_slice(), b"IT" | b"SM");
    let numeric = matches!(country.as_slice(), b"DE" | b"ES" | b"BE" | b"LT" | b"PT" | b"AT" | b"PL");
    if !italian && !numeric {
        return None;
    }
    let text: Vec<u8> = signs
        .iter()
        .enumerate()
        .map(|(place, (byte, _))| match place {
            0 | 1 => as_letter(*byte),
            4 if italian => as_letter(*byte),
            2..=14 => as_digit(*byte),
            _ if italian => byte.to_ascii_uppercase(),
            _ => as_digit(*byte),
        })
        .collect();
    // The account itself may have letters in Italy, but hardly ever has: both readings are tried.
    let all_digits: Vec<u8> =
        text.iter().enumerate().map(|(place, byte)| if place > 4 { as_digit(*byte) } else { *byte }).collect();
    let (found, ends) = [text, all_digits].into_iter().find_map(|text| {
        let found = bank::iban(&text, 0, false)?;
        let end = signs.get(found.end.checked_sub(1)?)?.1;
        (found.grade == Grade::A && !is_word(at(bytes, end))).then_some((found, end))
    })?;
    Some(Found { start, end: ends, ..found })
}

fn card(bytes: &[u8], start: usize) -> Option<Found> {
    let signs = joined(bytes, start, 17);
    let digits: String = signs.iter().take(16).map(|(byte, _)| char::from(as_digit(*byte))).collect();
    let end = signs.get(15)?.1;
    let changed = signs.iter().take(16).any(|(byte, _)| !byte.is_ascii_digit());
    let mostly = signs.iter().take(16).filter(|(byte, _)| byte.is_ascii_digit()).count() >= 12;
    if !changed || !mostly || !digits.bytes().all(|byte| byte.is_ascii_digit()) || is_word(at(bytes, end)) {
        return None;
    }
    let grouped = slice(bytes, start, end).iter().filter(|byte| !is_word(**byte)).count() == 3;
    let (validity, grade, variety) =
        bank::card(&digits, if grouped { CardShape::Grouped } else { CardShape::Run }, false)?;
    // The check digit passes one number in ten: the groups or the issuer must speak for it too.
    (validity.holds() == Some(true) && grade == Grade::B).then_some(Found {
        kind: IndicatorKind::Card,
        variety,
        value: digits,
        validity,
        grade: Grade::C,
        start,
        end,
    })
}

/// A wallet in base58, whose alphabet leaves out the signs that readers of pictures confuse.
fn address(bytes: &[u8], start: usize, end: usize) -> Option<Found> {
    let run = slice(bytes, start, end);
    if !(26..=35).contains(&run.len()) {
        return None;
    }
    let choices = |byte: u8| -> &'static [u8] {
        match byte {
            b'0' | b'O' => b"oQ",
            b'I' | b'l' => b"1i",
            _ => b"",
        }
    };
    let doubts: Vec<usize> =
        run.iter().enumerate().filter(|(_, byte)| !choices(**byte).is_empty()).map(|(place, _)| place).collect();
    if doubts.is_empty() || doubts.len() > DOUBTS {
        return None;
    }
    for choice in 0..1_usize << doubts.len() {
        let mut tried = run.to_vec();
        for (bit, place) in doubts.iter().enumerate() {
            if let Some(byte) = tried.get_mut(*place) {
                *byte = choices(*byte).get(choice >> bit & 1).copied().unwrap_or(*byte);
            }
        }
        let Ok(text) = String::from_utf8(tried) else { continue };
        if let Some(variety) = wallet::base58check(&text) {
            let validity: Validity = valid("base58check");
            return Some(Found {
                kind: IndicatorKind::Crypto,
                variety,
                value: text,
                validity,
                grade: Grade::A,
                start,
                end,
            });
        }
    }
    None
}
