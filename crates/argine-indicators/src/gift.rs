//! Codes of vouchers and gift cards: words must name them.

use argine_model::{Grade, IndicatorKind, Validity};

use crate::bank::{self, CardShape};
use crate::context::Cue;
use crate::find::{Found, Lens};
use crate::run::REACH;
use crate::sequence::{Sequence, is_plus};
use crate::text::{ascii, at, is_word, run_end, slice};
use crate::transfer::mostly_number;

fn gift_brand(lens: &Lens<'_>, start: usize) -> Option<&'static str> {
    if !lens.context.has(Cue::Gift("")) && !matches!(lens.carried.service, Some(Cue::Gift(_))) {
        return None;
    }
    // Another name stands nearer: "codice steam … poi ricarica la postepay 4023…".
    let nearest = lens.context.nearest_before(start, 60, |cue| {
        matches!(
            cue,
            Cue::Gift(_)
                | Cue::Card
                | Cue::Phone
                | Cue::Number
                | Cue::FrenchPhone
                | Cue::SpanishPhone
                | Cue::EnglishPhone
                | Cue::GermanPhone
                | Cue::Iban
                | Cue::WesternUnion
                | Cue::MoneyGram
                | Cue::Ria
                | Cue::Coin(_)
        )
        .then_some(cue)
    });
    if let Some((cue, hit)) = nearest
        && !matches!(cue, Cue::Gift(_))
        && !lens.context.between(hit.end, hit.end).iter().any(|other| matches!(other.cue, Cue::Gift(_)))
    {
        return None;
    }
    let found = lens.context.nearest_before(start, 60, |cue| match cue {
        Cue::Gift(brand) if !brand.is_empty() => Some(brand),
        _ => None,
    });
    if let Some((brand, _)) = found {
        return Some(brand);
    }
    let general = lens.context.nearest_before(start, REACH, |cue| match cue {
        Cue::Gift(brand) => Some(brand),
        _ => None,
    });
    match (general, lens.carried.service) {
        (Some((brand, _)), _) => Some(brand),
        (None, Some(Cue::Gift(brand))) if mostly_number(lens, start, start) || lens.bytes().len() < 80 => Some(brand),
        _ => None,
    }
}

/// A code of digits only: the lengths are those printed on the vouchers of each brand.
pub(crate) fn gift_digits(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> Option<Found> {
    let (start, _) = sequence.span(first, first);
    if is_plus(lens.bytes(), start) || lens.said_to_be_other(start) {
        return None;
    }
    if sequence.is_dialled_abroad() {
        return None;
    }
    let brand = gift_brand(lens, start)?;
    let lengths: &[usize] = match brand {
        "paysafecard" | "cashlib" => &[16],
        "neosurf" | "pcs" => &[10],
        "transcash" => &[12],
        "toneo" => &[14, 10],
        "google_play" => &[20, 16],
        "itunes" | "steam" | "amazon" | "xbox" | "playstation" | "razer" => &[14, 15, 16, 12],
        _ => &[16, 15, 14, 12, 10],
    };
    let last = lengths
        .iter()
        .find_map(|length| (first..sequence.groups.len()).find(|last| sequence.join(first, *last).len() == *length))?;
    let digits = sequence.join(first, last);
    // A top-up of a card, told with a word for vouchers, is a card.
    if brand.is_empty()
        && digits.len() == 16
        && bank::card(digits, CardShape::Run, true).is_some_and(|card| card.0.holds() == Some(true))
    {
        return None;
    }
    let (start, end) = sequence.span(first, last);
    Some(Found {
        kind: IndicatorKind::Giftcode,
        variety: brand,
        value: digits.to_owned(),
        validity: Validity::NoCheck,
        grade: Grade::B,
        start,
        end,
    })
}

/// Whether four signs begin behind a space at `end`: codes are printed in such groups.
fn four_follow(bytes: &[u8], end: usize) -> bool {
    let signs = slice(bytes, end + 1, end + 5);
    signs.len() == 4
        && signs.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && !is_word(at(bytes, end + 5))
}

/// A code of capitals and digits, in one run or in groups parted by hyphens.
pub(crate) fn gift_code(lens: &Lens<'_>, start: usize) -> Option<Found> {
    // Most texts speak of no voucher.
    if !lens.context.has(Cue::Gift("")) && !matches!(lens.carried.service, Some(Cue::Gift(_))) {
        return None;
    }
    let bytes = lens.bytes();
    let mut end = start;
    // In small letters only as one piece of letters and digits both: words are written so.
    let piece = slice(bytes, start, run_end(bytes, start));
    let small = piece.iter().all(|byte| !byte.is_ascii_uppercase());
    if small && piece.len() < 10 && piece.iter().any(u8::is_ascii_lowercase) {
        return None;
    }
    let counts =
        |byte: u8| byte.is_ascii_digit() || if small { byte.is_ascii_lowercase() } else { byte.is_ascii_uppercase() };
    let mut digits = 0;
    let mut count = 0;
    let (mut letters, mut spaced) = (false, false);
    let mut group = start;
    loop {
        let byte = at(bytes, end);
        if counts(byte) {
            digits += usize::from(byte.is_ascii_digit());
            letters |= byte.is_ascii_alphabetic();
            count += 1;
        } else if byte == b' ' && end == group + 4 && four_follow(bytes, end) {
            spaced = true;
            group = end + 1;
        } else if !(byte == b'-' && end > start && counts(at(bytes, end + 1))) {
            break;
        }
        end += 1;
        if count > 30 {
            return None;
        }
    }
    if !(10..=25).contains(&count) || is_word(at(bytes, end)) {
        return None;
    }
    if (small || spaced) && (digits < 3 || !letters) {
        return None;
    }
    let brand = gift_brand(lens, start)?;
    if small && brand.is_empty() {
        return None;
    }
    // A word in capitals is no code; codes of letters alone have next to no vowels.
    let vowels = slice(bytes, start, end).iter().filter(|byte| b"AEIOU".contains(byte)).count();
    let lettered = digits == 0 && (brand.is_empty() || count < 14 || vowels * 8 > count);
    if lettered || lens.said_to_be_other(start) {
        return None;
    }
    let mut value = ascii(bytes, start, end).to_ascii_uppercase();
    value.retain(|sign| sign != ' ');
    Some(Found {
        kind: IndicatorKind::Giftcode,
        variety: brand,
        value,
        validity: Validity::NoCheck,
        grade: Grade::B,
        start,
        end,
    })
}
