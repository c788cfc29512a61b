//! Numbers of money transfers: no service gives them check digits, so that words must name them.

use argine_model::{Grade, IndicatorKind, Validity};

use crate::context::Cue;
use crate::find::{Found, Lens};
use crate::run::{REACH, nearest_name};
use crate::sequence::{Sequence, is_plus};
use crate::text::{ascii, slice};
use crate::{moment, phone};

/// Services that move money.
pub(crate) const TRANSFERS: u64 =
    Cue::WesternUnion.bit() | Cue::MoneyGram.bit() | Cue::Ria.bit() | Cue::Sendwave.bit() | Cue::Remitly.bit();

const fn is_transfer(cue: Cue) -> bool {
    cue.bit() & (TRANSFERS | Cue::TransferCode.bit()) != 0
}

/// What the words before a number say of it. "Ria money transfer pin" names Ria, "moneygram ref." a transfer, not some reference.
fn named_transfer(lens: &Lens<'_>, start: usize) -> Option<Cue> {
    let nearest = nearest_name(lens, start, REACH)?;
    // Another number took those words, in another line.
    let words = lens.context.nearest_before(start, REACH, |cue| (cue == nearest).then_some(()));
    let between = words.map_or(&[][..], |((), hit)| slice(lens.bytes(), hit.end, start));
    if nearest == Cue::TransferCode && between.contains(&b'\n') && between.iter().any(u8::is_ascii_digit) {
        return None;
    }
    if !matches!(nearest, Cue::TransferCode | Cue::Other) {
        return Some(nearest);
    }
    let service =
        lens.context.nearest_before(start, 28, |cue| (is_transfer(cue) && cue != Cue::TransferCode).then_some(cue));
    let (service, hit) = service.unzip();
    let same_sentence = hit.is_some_and(|hit| {
        slice(lens.bytes(), hit.end, start).iter().all(|byte| *byte != b'\n' && !byte.is_ascii_digit())
    });
    service.filter(|_| same_sentence).or(Some(nearest))
}

/// The name of the service and the lengths of its numbers; the services publish no check digits.
fn transfer_form(service: Cue) -> (&'static str, &'static [usize]) {
    match service {
        Cue::WesternUnion => ("western_union", &[10]),
        Cue::MoneyGram => ("moneygram", &[8]),
        Cue::Ria => ("ria", &[11]),
        Cue::Sendwave => ("sendwave", &[8, 9, 10, 11, 12]),
        Cue::Remitly => ("remitly", &[11, 12]),
        _ => ("", &[8, 10, 11]),
    }
}

pub(crate) fn transfer_number(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> Option<Found> {
    let (start, _) = sequence.span(first, first);
    if is_plus(lens.bytes(), start) {
        return None;
    }
    let last_of =
        |length: usize| (first..sequence.groups.len()).find(|last| sequence.join(first, *last).len() == length);
    let before = named_transfer(lens, start);
    // A whole international number is a phone, whatever was named before it.
    if sequence.is_dialled_abroad() {
        return None;
    }
    let service = before.filter(|cue| is_transfer(*cue)).or_else(|| {
        let (_, end) = sequence.span(first, sequence.groups.len() - 1);
        let after = lens.context.nearest_after(end, 25, |cue| is_transfer(cue).then_some(cue)).map(|(cue, _)| cue);
        after.or_else(|| lens.carried.service.filter(|cue| is_transfer(*cue) && mostly_number(lens, start, end)))
    })?;
    if before.is_some_and(|cue| !is_transfer(cue)) {
        return None;
    }
    let (variety, lengths) = transfer_form(service);
    let last = lengths.iter().find_map(|length| last_of(*length))?;
    let (start, end) = sequence.span(first, last);
    // An Italian mobile number that the words call a phone is one, also where Western Union is spoken of.
    let called_phone = lens
        .context
        .nearest_before(start, 16, |cue| {
            matches!(
                cue,
                Cue::Phone | Cue::FrenchPhone | Cue::EnglishPhone | Cue::WesternUnion | Cue::MoneyGram | Cue::Ria
            )
            .then_some(cue)
        })
        .is_some_and(|(cue, _)| matches!(cue, Cue::Phone | Cue::FrenchPhone | Cue::EnglishPhone));
    if called_phone && phone::is_dialled(lens, start, sequence.join(first, last)) {
        return None;
    }
    // A date or a time in groups is none ("12/03 2024", "10.10.2026").
    let day = || moment::at_index(lens, start).is_some_and(|day| day.end == end);
    if slice(lens.bytes(), start, end).contains(&b'/') || first < last && day() {
        return None;
    }
    Some(Found {
        kind: IndicatorKind::Mtcn,
        variety,
        value: sequence.join(first, last).to_owned(),
        validity: Validity::NoCheck,
        grade: Grade::B,
        start,
        end,
    })
}

/// Remitly and Ria also write references with letters ("R" and eleven digits, "IT" and nine).
pub(crate) fn lettered_reference(lens: &Lens<'_>, start: usize, end: usize) -> Option<Found> {
    let bytes = lens.bytes();
    if !lens.context.has(Cue::Remitly) && !lens.context.has(Cue::Ria) {
        return None;
    }
    let letters = slice(bytes, start, end).iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let digits = end - start - letters;
    if !(1..=2).contains(&letters)
        || !(9..=12).contains(&digits)
        || !slice(bytes, start + letters, end).iter().all(u8::is_ascii_digit)
    {
        return None;
    }
    // "Ria order IT…": the order is the transfer.
    let variety = match named_transfer(lens, start)? {
        Cue::Remitly => "remitly",
        Cue::Ria => "ria",
        _ => return None,
    };
    let value = ascii(bytes, start, end).to_ascii_uppercase();
    Some(Found { kind: IndicatorKind::Mtcn, variety, value, validity: Validity::NoCheck, grade: Grade::B, start, end })
}

/// Whether the message has little beside the number.
pub(crate) fn mostly_number(lens: &Lens<'_>, start: usize, end: usize) -> bool {
    let letters = |slice: &[u8]| slice.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let bytes = lens.bytes();
    bytes.len() < 400 && letters(slice(bytes, 0, start)) <= 24 && letters(slice(bytes, end, bytes.len())) <= 24
}
