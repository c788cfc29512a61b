//! The pass over runs of letters and digits: wallets, IBANs, tax codes, gift codes, and sequences of digits (cards, phones,
//! transfer numbers).

use argine_model::{Grade, IndicatorKind};

use crate::bank::{self, CardShape};
use crate::context::{Cue, Run};
use crate::find::{Found, Lens};
use crate::gift::{gift_code, gift_digits};
use crate::phone::phone_number;
use crate::sequence::{Over, SHORTEST, Sequence, is_plus};
use crate::text::{at, before, is_word, run_end, slice, stands_at, word_at};
use crate::transfer::{TRANSFERS, lettered_reference, transfer_number};
use crate::wallet;

/// How far a word may stand from the value it names.
pub(crate) const REACH: usize = 40;

pub(crate) fn scan(lens: &mut Lens<'_>) {
    let context = lens.context;
    let mut index = 0;
    let mut taken = 0;
    for run in context.runs() {
        // Where something took the first groups of a number, those behind are judged by themselves.
        let mut next = Some(*run);
        while let Some(run) = next {
            if run.start >= index {
                while lens.taken.get(taken).is_some_and(|span| span.1 <= run.start) {
                    taken += 1;
                }
                let inside = lens.taken.get(taken).is_some_and(|span| span.0 <= run.start);
                if !inside {
                    index = consider(lens, run).max(run.end);
                }
            }
            next = run.next_group(lens.bytes()).filter(|_| run.number.end > index);
        }
    }
}

/// Judges a run; returns where to go on.
fn consider(lens: &mut Lens<'_>, run: Run) -> usize {
    let Run { start, end, .. } = run;
    let bytes = lens.bytes();
    let length = end - start;
    let starts_with_digit = at(bytes, start).is_ascii_digit();
    let pieces = length >= wallet::SHORTEST_PIECE
        && (run.has_digit() || length >= 8)
        && (at(bytes, end) == b'\n' || lens.context.has(Cue::Coin("")));
    if (length >= wallet::SHORTEST || pieces)
        && let Some(found) = wallet::at_run(lens, start, end)
    {
        return accept(lens, found);
    }
    let alone = length == 1 && letters_alone(bytes, start);
    if !starts_with_digit && ((2..=34).contains(&length) || alone) {
        if let Some(found) = account(lens, start) {
            return accept(lens, found);
        }
        if let Some(found) = gift_code(lens, start) {
            return accept(lens, found);
        }
        if let Some(found) = lettered_reference(lens, start, end) {
            return accept(lens, found);
        }
    }
    if run.is_number() {
        if length == 1
            && let Some(found) = spaced_account(lens, start)
        {
            return accept(lens, found);
        }
        return sequence(lens, run);
    }
    if starts_with_digit && let Some(found) = gift_code(lens, start) {
        return accept(lens, found);
    }
    end
}

fn accept(lens: &mut Lens<'_>, found: Found) -> usize {
    let end = found.end;
    lens.push(found);
    end
}

fn account(lens: &Lens<'_>, start: usize) -> Option<Found> {
    let bytes = lens.bytes();
    // "ibanIT60…": the word is glued to what it names.
    if stands_at(bytes, start, b"iban") && at(bytes, start + 4).is_ascii_alphabetic() {
        return bank::iban(bytes, start + 4, true);
    }
    let length = run_end(bytes, start) - start;
    let third = at(bytes, start + 2);
    let letters = at(bytes, start + 1).is_ascii_alphabetic();
    if letters && (third.is_ascii_digit() || matches!(third, b' ' | b'-') && at(bytes, start + 3).is_ascii_digit()) {
        if !bank::opens_iban(bytes, start) {
            return None;
        }
        let named =
            lens.context.any_within(start.saturating_sub(REACH), start, Cue::Iban) && !lens.said_to_be_other(start);
        return bank::iban(bytes, start, named);
    }
    // "codice fiscale: V R D L C U …"
    if letters_alone(bytes, start) && lens.context.any_within(start.saturating_sub(24), start, Cue::TaxCode) {
        return bank::tax_code(bytes, start, true);
    }
    let lettered = (0..3).all(|place| at(bytes, start + place).is_ascii_alphabetic());
    if !lettered || length != 16 && !lens.context.has(Cue::TaxCode) {
        return None;
    }
    let named = lens.context.any_within(start.saturating_sub(24), start, Cue::TaxCode);
    let shaped = (0..6).all(|place| at(bytes, start + place).is_ascii_alphabetic()) && length == 16;
    if shaped || named { bank::tax_code(bytes, start, named) } else { None }
}

/// Whether single letters with spaces between stand at `start`: "V R D".
fn letters_alone(bytes: &[u8], start: usize) -> bool {
    (0..3).all(|place| at(bytes, start + 2 * place).is_ascii_alphabetic() && at(bytes, start + 2 * place + 1) == b' ')
}

/// "I T 3 3 I 0 7 …": an IBAN in single signs, from its first digit at `start`.
fn spaced_account(lens: &Lens<'_>, start: usize) -> Option<Found> {
    let bytes = lens.bytes();
    let first = start.checked_sub(4)?;
    let [one, b' ', two, b' ', _, b' ', next] = slice(bytes, first, start + 3) else { return None };
    let opens = one.is_ascii_alphabetic() && two.is_ascii_alphabetic() && next.is_ascii_digit();
    if !opens || is_word(before(bytes, first)) {
        return None;
    }
    bank::iban(bytes, first, false).filter(|found| found.grade == Grade::A)
}

/// Judges the number that begins with a run.
fn sequence(lens: &mut Lens<'_>, run: Run) -> usize {
    let bytes = lens.bytes();
    let start = run.start;
    let measure = run.number.measured(bytes, start);
    if measure.is_endless() {
        return run.end;
    }
    let last_end = measure.end;
    let goes_on = at(bytes, last_end) == b'\n' && at(bytes, last_end + 1).is_ascii_digit();
    if measure.digits < SHORTEST && !goes_on && !is_plus(bytes, start) {
        return last_end;
    }
    // One digit after the other is a count, and what begins or ends with the signs of a file name is one: unless words say else.
    let odd = measure.longest == 1 || before(bytes, start) == b'_' || ends_file(bytes, last_end);
    let named = || lens.context.sorts_between(start.saturating_sub(REACH), start) & NAMING != 0;
    if odd && !is_plus(bytes, start) && !named() {
        return last_end;
    }
    if let Some(found) = if goes_on && (is_plus(bytes, start) || named()) { over_lines(lens, start) } else { None } {
        return accept(lens, found);
    }
    if measure.digits < SHORTEST && !is_plus(bytes, start) {
        return last_end;
    }
    let sequence = Sequence::read(bytes, start, Over::Signs);
    // Most numbers have no words around that name a transfer or a voucher: said once, before each is asked for.
    let transfers = TRANSFERS | Cue::TransferCode.bit();
    let carried = lens.carried.service.map_or(0, Cue::bit);
    let behind = lens.context.sorts_between(last_end + 1, last_end + 41) | carried;
    let mut first = 0;
    while first < sequence.groups.len() {
        let (start, _) = sequence.span(first, first);
        let around = lens.context.sorts_between(start.saturating_sub(60), start) | behind;
        let digits = sequence.digits_from(first);
        let mut found = None;
        if around & transfers != 0 {
            found = transfer_number(lens, &sequence, first);
        }
        if found.is_none() && around & Cue::Gift("").bit() != 0 {
            found = gift_digits(lens, &sequence, first);
        }
        if found.is_none() && digits >= 13 {
            found = card_number(lens, &sequence, first);
        }
        let found = found.or_else(|| phone_number(lens, &sequence, first));
        match found {
            Some(found) => {
                let end = accept(lens, found);
                while sequence.groups.get(first).is_some_and(|group| group.0 < end) {
                    first += 1;
                }
            }
            None => first += 1,
        }
    }
    last_end
}

/// Words that name a card, a telephone or a transfer.
const NAMING: u64 = TRANSFERS
    | Cue::TransferCode.bit()
    | Cue::Card.bit()
    | Cue::Gift("").bit()
    | Cue::Phone.bit()
    | Cue::Number.bit()
    | Cue::FrenchPhone.bit()
    | Cue::SpanishPhone.bit()
    | Cue::EnglishPhone.bit()
    | Cue::GermanPhone.bit();

/// A number that the end of a line breaks: it must end with a line too.
fn over_lines(lens: &Lens<'_>, start: usize) -> Option<Found> {
    let bytes = lens.bytes();
    let sequence = Sequence::read(bytes, start, Over::Lines);
    let found = card_number(lens, &sequence, 0).or_else(|| phone_number(lens, &sequence, 0))?;
    let broken = slice(bytes, found.start, found.end).contains(&b'\n');
    let whole = matches!(at(bytes, found.end), 0 | b'\n' | b'\r');
    (broken && whole && found.validity.holds() == Some(true)).then_some(found)
}

/// Whether ".jpg" or the like stands at `end`.
fn ends_file(bytes: &[u8], end: usize) -> bool {
    at(bytes, end) == b'.'
        && matches!(
            word_at(bytes, end + 1).0.bytes(),
            b"jpg"
                | b"jpeg"
                | b"png"
                | b"gif"
                | b"webp"
                | b"heic"
                | b"mp"
                | b"mov"
                | b"opus"
                | b"ogg"
                | b"pdf"
                | b"doc"
                | b"docx"
                | b"txt"
                | b"zip"
                | b"vcf"
                | b"html"
                | b"json"
                | b"csv"
                | b"avi"
                | b"aac"
                | b"wav"
        )
}

/// What the words nearest to a number say of it, among those that name a number.
pub(crate) fn nearest_name(lens: &Lens<'_>, start: usize, reach: usize) -> Option<Cue> {
    let named = lens.context.nearest_before(start, reach, |cue| match cue {
        Cue::WesternUnion
        | Cue::MoneyGram
        | Cue::Ria
        | Cue::Sendwave
        | Cue::Remitly
        | Cue::TransferCode
        | Cue::Card
        | Cue::Iban
        | Cue::Coin(_)
        | Cue::Gift(_)
        | Cue::TaxCode
        | Cue::Other => Some(cue),
        _ => None,
    });
    named.map(|(cue, _)| cue)
}

fn card_number(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> Option<Found> {
    let (start, _) = sequence.span(first, first);
    if is_plus(lens.bytes(), start) {
        return None;
    }
    let nearest = nearest_name(lens, start, REACH);
    // "Recharge" is a card that is topped up and a voucher that tops up.
    let mut named = matches!(nearest, Some(Cue::Card))
        || nearest == Some(Cue::Gift("")) && lens.context.any_within(start.saturating_sub(REACH), start, Cue::Card);
    if !named && lens.said_to_be_other(start) {
        return None;
    }
    named |= matches!(lens.carried.service, Some(Cue::Card)) && lens.bytes().len() < 80;
    for last in (first..sequence.groups.len()).rev() {
        if !(13..=19).contains(&sequence.count(first, last)) {
            continue;
        }
        let digits = sequence.join(first, last);
        let grouped = |lengths: &[usize]| sequence.lengths(first, last).eq(lengths.iter().copied());
        let shape = if first == last {
            CardShape::Run
        } else if named && digits.len() == 16
            || [&[4, 4, 4, 4][..], &[4, 4, 4, 4, 3], &[4, 6, 5], &[4, 6, 4]].into_iter().any(grouped)
        {
            CardShape::Grouped
        } else {
            continue;
        };
        if let Some((validity, grade, variety)) = bank::card(digits, shape, named) {
            let (start, end) = sequence.span(first, last);
            let value = digits.to_owned();
            return Some(Found { kind: IndicatorKind::Card, variety, value, validity, grade, start, end });
        }
    }
    None
}
