//! Accounts with check digits: IBAN (ISO 13616), payment cards (ISO/IEC 7812), codice fiscale.

use argine_model::{Grade, IndicatorKind, Validity};
use iban::ParseIbanError;

use crate::find::{Found, invalid, valid};
use crate::text::{at, is_word, slice};

/// The longest IBAN in the registry has 33 characters (ISO 13616 allows 34).
const LONGEST_IBAN: usize = 34;

/// Letters and digits on the stack, and where each ends in the text.
struct Signs {
    bytes: [u8; LONGEST_IBAN],
    ends: [usize; LONGEST_IBAN],
    length: usize,
}

impl Signs {
    /// Those from `start` on, in capitals, over single spaces, hyphens, dots and ends of lines: at most `limit`.
    fn read(bytes: &[u8], start: usize, limit: usize) -> Self {
        let mut signs = Self { bytes: [0; LONGEST_IBAN], ends: [0; LONGEST_IBAN], length: 0 };
        let text = bytes.get(start..).unwrap_or(&[]);
        let mut index = 0;
        for (sign, end) in signs.bytes.iter_mut().zip(&mut signs.ends).take(limit) {
            let Some(mut byte) = text.get(index).copied() else { break };
            if !is_word(byte) {
                let gap = if text.get(index..).is_some_and(|text| text.starts_with(b"  ")) { 2 } else { 1 };
                let next = at(text, index + gap);
                if !matches!(byte, b' ' | b'-' | b'.' | b'/' | b'\n') || !is_word(next) || index == 0 {
                    break;
                }
                index += gap;
                byte = next;
            }
            index += 1;
            (*sign, *end) = (byte.to_ascii_uppercase(), start + index);
            signs.length += 1;
        }
        crate::text::work(index);
        signs
    }

    fn text(&self) -> &[u8] {
        slice(&self.bytes, 0, self.length)
    }

    /// Where the first `length` of them end in the text.
    fn end(&self, length: usize) -> Option<usize> {
        self.ends.get(..self.length)?.get(length.checked_sub(1)?).copied()
    }
}

/// Whether an IBAN of some country may begin at `start`.
pub(crate) fn opens_iban(bytes: &[u8], start: usize) -> bool {
    let mut country = [at(bytes, start), at(bytes, start + 1)];
    country.make_ascii_uppercase();
    iban_length(country).or_else(|| unregistered_length(country)).is_some()
}

/// An IBAN at `start`; `named` when the words around speak of one, then also one that fails its check is reported.
pub(crate) fn iban(bytes: &[u8], start: usize, named: bool) -> Option<Found> {
    // "I T 6 0 …"
    let second = start + if at(bytes, start + 1) == b' ' { 2 } else { 1 };
    let country = [at(bytes, start), at(bytes, second)].map(|byte| byte.to_ascii_uppercase());
    let registered = iban_length(country);
    let length = registered.or_else(|| unregistered_length(country))?;
    // The country and two check digits first: few of what begins so goes on so.
    let head = Signs::read(bytes, start, 4);
    let digits = slice(head.text(), 2, 4).iter().all(u8::is_ascii_digit);
    if !digits || !head.text().starts_with(&country) {
        return None;
    }
    let signs = Signs::read(bytes, start, length);
    let end = signs.end(length)?;
    if is_word(at(bytes, end)) {
        return None;
    }
    let value = core::str::from_utf8(signs.text()).ok()?;
    if registered.is_none() {
        return unregistered(value, start, end, named);
    }
    let italian = matches!(&country, b"IT" | b"SM");
    let (validity, grade) = match value.parse::<iban::Iban>() {
        Ok(_) if italian && !cin_holds(value) => (valid("mod_97"), Grade::B),
        Ok(_) => (valid(if italian { "mod_97_cin" } else { "mod_97" }), Grade::A),
        Err(ParseIbanError::InvalidBban(_) | ParseIbanError::UnknownCountry(_)) if named => {
            (invalid("structure"), Grade::C)
        }
        Err(ParseIbanError::InvalidBaseIban { .. }) if named && mostly_digits(value) => (invalid("mod_97"), Grade::C),
        Err(_) => return None,
    };
    let value = value.to_owned();
    Some(Found { kind: IndicatorKind::Iban, variety: "", value, validity, grade, start, end })
}

/// Countries that use the form without having given it to the registry: nothing but mod 97 checks it, which one text in 97
/// passes, so that words must name it or its account repeat the country, as those of West Africa's central bank do.
fn unregistered(value: &str, start: usize, end: usize, named: bool) -> Option<Found> {
    let repeats = value.get(..2) == value.get(4..6);
    let holds = value.parse::<iban::BaseIban>().is_ok();
    let (validity, grade) = match (holds, named) {
        (true, true) => (valid("mod_97"), Grade::B),
        (true, false) if repeats || mostly_digits(value) => (valid("mod_97"), Grade::B),
        (false, true) if mostly_digits(value) => (invalid("mod_97"), Grade::C),
        _ => return None,
    };
    let value = value.to_owned();
    Some(Found { kind: IndicatorKind::Iban, variety: "", value, validity, grade, start, end })
}

/// Lengths that central banks give for their own countries outside the registry.
fn unregistered_length(country: [u8; 2]) -> Option<usize> {
    Some(match &country {
        b"AO" | b"MZ" | b"CV" | b"GW" => 25,
        b"DZ" | b"IR" => 26,
        b"MG" | b"CM" | b"CF" | b"TD" | b"CG" | b"GQ" | b"GA" | b"KM" => 27,
        b"CI" | b"SN" | b"BJ" | b"BF" | b"ML" | b"NE" | b"TG" | b"MA" | b"HN" => 28,
        _ => return None,
    })
}

fn mostly_digits(value: &str) -> bool {
    value.bytes().filter(u8::is_ascii_digit).count() * 3 >= value.len()
}

/// The length that the SWIFT registry gives for a country (release of 2024; ISO 13616-1).
fn iban_length(country: [u8; 2]) -> Option<usize> {
    Some(match &country {
        b"NO" => 15,
        b"BE" => 16,
        b"DK" | b"FK" | b"FO" | b"FI" | b"GL" | b"NL" | b"SD" => 18,
        b"MK" | b"SI" => 19,
        b"AT" | b"BA" | b"EE" | b"KZ" | b"XK" | b"LT" | b"LU" | b"MN" => 20,
        b"CR" | b"HR" | b"LV" | b"LI" | b"CH" => 21,
        b"BG" | b"BH" | b"DE" | b"GB" | b"GE" | b"IE" | b"ME" | b"RS" => 22,
        b"TL" | b"GI" | b"IQ" | b"IL" | b"OM" | b"AE" | b"SO" => 23,
        b"AD" | b"CZ" | b"MD" | b"PK" | b"RO" | b"SA" | b"SK" | b"ES" | b"SE" | b"TN" | b"VG" => 24,
        b"PT" | b"LY" | b"ST" => 25,
        b"IS" | b"TR" => 26,
        b"FR" | b"GR" | b"IT" | b"MC" | b"MR" | b"SM" | b"BI" | b"DJ" => 27,
        b"AL" | b"AZ" | b"BY" | b"CY" | b"DO" | b"GT" | b"HU" | b"LB" | b"NI" | b"PL" | b"SV" => 28,
        b"BR" | b"EG" | b"PS" | b"QA" | b"UA" => 29,
        b"JO" | b"KW" | b"MU" | b"YE" => 30,
        b"MT" | b"SC" => 31,
        b"LC" => 32,
        b"RU" => 33,
        _ => return None,
    })
}

/// The check letter of the Italian and San Marino BBAN (ABI, "CIN"): weights of odd places as in the codice fiscale.
fn cin_holds(iban: &str) -> bool {
    let Some((cin, rest)) = iban.get(4..).and_then(|bban| bban.split_at_checked(1)) else { return false };
    let sum: u32 = rest.bytes().enumerate().map(|(place, byte)| tax_weight(byte, place % 2 == 0)).sum();
    cin.bytes().next() == Some(b'A' + u8::try_from(sum % 26).unwrap_or(0))
}

/// The weight of a character in an odd (first, third, …) or even place (D.M. 23 December 1976).
fn tax_weight(byte: u8, odd_place: bool) -> u32 {
    const ODD: [u8; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let place = if byte.is_ascii_digit() { byte - b'0' } else { byte.to_ascii_uppercase().wrapping_sub(b'A') };
    if odd_place { u32::from(ODD.get(usize::from(place)).copied().unwrap_or(0)) } else { u32::from(place) }
}

/// A codice fiscale at `start`, contiguous or in groups; also one that fails where the words name it.
pub(crate) fn tax_code(bytes: &[u8], start: usize, named: bool) -> Option<Found> {
    let (code, end) = if named {
        let signs = Signs::read(bytes, start, 16);
        (signs.text().to_vec(), signs.end(signs.length)?)
    } else {
        let end = crate::text::run_end(bytes, start);
        (slice(bytes, start, end).to_ascii_uppercase(), end)
    };
    if code.len() != 16 || is_word(at(bytes, end)) {
        return None;
    }
    // Digits may be written as letters where two people would share a code (omocodia).
    let digit = |byte: &u8| {
        byte.is_ascii_digit() || matches!(byte, b'L' | b'M' | b'N' | b'P' | b'Q' | b'R' | b'S' | b'T' | b'U' | b'V')
    };
    let letter = u8::is_ascii_uppercase;
    let shape = code.iter().take(6).all(letter)
        && [6, 7, 9, 10, 12, 13, 14].iter().all(|place| code.get(*place).is_some_and(digit))
        && code.get(8).is_some_and(|byte| b"ABCDEHLMPRST".contains(byte))
        && [11, 15].iter().all(|place| code.get(*place).is_some_and(letter));
    if !shape {
        return None;
    }
    let day = number(&code, 9) % 40;
    let plausible = (1..=31).contains(&day);
    let sum: u32 = code.iter().take(15).enumerate().map(|(place, byte)| tax_weight(*byte, place % 2 == 0)).sum();
    let holds = code.get(15) == Some(&(b'A' + u8::try_from(sum % 26).unwrap_or(0)));
    let (validity, grade) = match (holds, plausible) {
        (true, true) => (valid("codice_fiscale"), Grade::A),
        _ if named => (invalid("codice_fiscale"), Grade::C),
        _ => return None,
    };
    let value = String::from_utf8(code).ok()?;
    Some(Found { kind: IndicatorKind::Account, variety: "codice_fiscale", value, validity, grade, start, end })
}

/// Two digits at `place`, letters of omocodia read back.
fn number(code: &[u8], place: usize) -> u32 {
    let digit = |byte: u8| -> u32 {
        if byte.is_ascii_digit() {
            return u32::from(byte - b'0');
        }
        b"LMNPQRSTUV".iter().position(|letter| *letter == byte).and_then(|value| u32::try_from(value).ok()).unwrap_or(0)
    };
    digit(at(code, place)) * 10 + digit(at(code, place + 1))
}

/// How the digits of a possible card stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CardShape {
    /// One run.
    Run,
    /// In groups of four, or 4-6-5.
    Grouped,
}

/// Judges digits as a card number. `named`: the words around speak of a card.
pub(crate) fn card(digits: &str, shape: CardShape, named: bool) -> Option<(Validity, Grade, &'static str)> {
    let variety = issuer(digits)?;
    let postepay = variety == "postepay";
    match (luhn(digits), named) {
        (true, true) => Some((valid("luhn"), Grade::A, variety)),
        (true, false) if postepay || shape == CardShape::Grouped => Some((valid("luhn"), Grade::B, variety)),
        (true, false) => Some((valid("luhn"), Grade::C, variety)),
        (false, true) if digits.len() == 16 => Some((invalid("luhn"), Grade::C, variety)),
        (false, _) => None,
    }
}

/// The check digit of ISO/IEC 7812-1, annex B.
pub(crate) fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte.wrapping_sub(b'0'));
            match (place % 2, digit) {
                (0, _) => digit,
                (_, 0..=4) => digit * 2,
                _ => digit * 2 - 9,
            }
        })
        .sum();
    sum.is_multiple_of(10) && digits.bytes().any(|byte| byte != b'0')
}

/// The scheme of the first digits, with the lengths it issues; none where nobody issues such cards.
fn issuer(digits: &str) -> Option<&'static str> {
    let head = |length: usize| digits.get(..length).and_then(|head| head.parse::<u32>().ok()).unwrap_or(0);
    let length = digits.len();
    if !(13..=19).contains(&length) {
        return None;
    }
    // Prefixes of Poste Italiane's prepaid cards.
    if length == 16 && matches!(head(6), 402_360 | 402_361 | 403_035 | 417_631 | 529_948 | 533_317) {
        return Some("postepay");
    }
    match (head(1), head(2), head(4)) {
        (4, ..) if matches!(length, 13 | 16 | 19) => Some("visa"),
        (_, 51..=55, _) | (_, _, 2221..=2720) if length == 16 => Some("mastercard"),
        (_, 34 | 37, _) if length == 15 => Some("american_express"),
        (_, 36 | 38 | 39, _) | (_, _, 3000..=3059 | 3095) if (14..=16).contains(&length) => Some("diners"),
        (_, 65, _) | (_, _, 6011 | 6440..=6499) if length >= 16 => Some("discover"),
        (_, _, 3528..=3589) if length >= 16 => Some("jcb"),
        (_, 62, _) if length >= 16 => Some("unionpay"),
        (_, 50 | 56..=58, _) | (_, _, 6304 | 6759 | 6761..=6763 | 6766 | 6799) => Some("maestro"),
        _ => None,
    }
}
