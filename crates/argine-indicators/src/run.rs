//! The pass over runs of letters and digits: wallets, IBANs, tax codes, gift codes, and sequences of digits (cards, phones,
//! transfer numbers).

use argine_model::{Grade, IndicatorKind, Validity};

use crate::bank::{self, CardShape};
use crate::context::{Cue, Run};
use crate::find::{Found, Lens, invalid, valid};
use crate::text::{ascii, at, before, is_word, run_end, slice};
use crate::{phone, wallet};

/// How far a word may stand from the value it names.
const REACH: usize = 40;

pub(crate) fn scan(lens: &mut Lens<'_>) {
    let context = lens.context;
    let mut index = 0;
    let mut taken = 0;
    for run in context.runs() {
        if run.start < index {
            continue;
        }
        while lens.taken.get(taken).is_some_and(|span| span.1 <= run.start) {
            taken += 1;
        }
        let inside = lens.taken.get(taken).is_some_and(|span| span.0 <= run.start);
        if !inside {
            index = consider(lens, *run).max(run.end);
        }
    }
}

/// Judges a run; returns where to go on.
fn consider(lens: &mut Lens<'_>, run: Run) -> usize {
    let Run { start, end, .. } = run;
    let bytes = lens.bytes();
    let length = end - start;
    let starts_with_digit = at(bytes, start).is_ascii_digit();
    if length >= wallet::SHORTEST
        && let Some(found) = wallet::at_run(lens, start, end)
    {
        return accept(lens, found);
    }
    if !starts_with_digit && (2..=34).contains(&length) {
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
        return sequence(lens, start);
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
    let lettered = (0..3).all(|place| at(bytes, start + place).is_ascii_alphabetic());
    if !lettered || length != 16 && !lens.context.has(Cue::TaxCode) {
        return None;
    }
    let named = lens.context.any_within(start.saturating_sub(24), start, Cue::TaxCode);
    let shaped = (0..6).all(|place| at(bytes, start + place).is_ascii_alphabetic()) && length == 16;
    if shaped || named { bank::tax_code(bytes, start, named) } else { None }
}

/// Digits in groups parted by single signs.
struct Sequence {
    digits: Digits,
    /// For each group: where it begins, where it ends, how many digits stand up to its end.
    groups: Groups,
}

/// At most this many groups are read as one number.
const GROUPS: usize = 10;
/// At most this many digits; a group may run over the limit by its own length.
const DIGITS: usize = 40;

/// Digits on the stack.
struct Digits {
    bytes: [u8; 2 * DIGITS],
    length: usize,
}

impl Digits {
    fn push(&mut self, digits: &[u8]) {
        for (target, byte) in self.bytes.iter_mut().skip(self.length).zip(digits) {
            *target = *byte;
        }
        self.length = (self.length + digits.len()).min(self.bytes.len());
    }

    const fn len(&self) -> usize {
        self.length
    }

    fn text(&self, from: usize, to: usize) -> &str {
        core::str::from_utf8(slice(&self.bytes, from, to.min(self.length))).unwrap_or("")
    }
}

/// Groups on the stack.
struct Groups {
    items: [(usize, usize, usize); GROUPS],
    length: usize,
}

impl core::ops::Deref for Groups {
    type Target = [(usize, usize, usize)];

    fn deref(&self) -> &Self::Target {
        self.items.get(..self.length).unwrap_or(&[])
    }
}

impl Groups {
    fn push(&mut self, group: (usize, usize, usize)) {
        if let Some(item) = self.items.get_mut(self.length) {
            *item = group;
            self.length += 1;
        }
    }
}

impl Sequence {
    /// How many digits it has, and where it ends.
    fn measure(bytes: &[u8], start: usize) -> (usize, Option<usize>) {
        let (mut digits, mut last) = (0, None);
        Self::walk(bytes, start, |from, to| {
            digits += to - from;
            last = Some(to);
            digits
        });
        (digits, last)
    }

    fn read(bytes: &[u8], start: usize) -> Self {
        let mut sequence = Self {
            digits: Digits { bytes: [0; 2 * DIGITS], length: 0 },
            groups: Groups { items: [(0, 0, 0); GROUPS], length: 0 },
        };
        Self::walk(bytes, start, |from, to| {
            sequence.digits.push(slice(bytes, from, to));
            sequence.groups.push((from, to, sequence.digits.len()));
            sequence.digits.len()
        });
        sequence
    }

    /// Tells `visit` each group; it says how many digits there are by then.
    fn walk(bytes: &[u8], start: usize, mut visit: impl FnMut(usize, usize) -> usize) {
        let mut index = start;
        let mut groups = 0;
        loop {
            let from = index;
            while at(bytes, index).is_ascii_digit() {
                index += 1;
            }
            // "10am", "3kg": glued digits are no group.
            if index == from || at(bytes, index).is_ascii_alphabetic() || index - from > DIGITS {
                break;
            }
            groups += 1;
            if visit(from, index) > DIGITS || groups == GROUPS {
                break;
            }
            let mut next = index;
            while next - index < 3 && matches!(at(bytes, next), b' ' | b'-' | b'.' | b'/' | b'(' | b')') {
                next += 1;
            }
            if next == index || !at(bytes, next).is_ascii_digit() {
                break;
            }
            index = next;
        }
    }

    /// "00" and a calling code: a whole international number.
    fn is_dialled_abroad(&self) -> bool {
        self.digits
            .text(0, DIGITS)
            .strip_prefix("00")
            .is_some_and(|rest| rest.len() >= 10 && phone::has_calling_code(rest))
    }

    /// How many digits stand from the group `first` on.
    fn digits_from(&self, first: usize) -> usize {
        let before = first.checked_sub(1).and_then(|index| self.groups.get(index)).map_or(0, |group| group.2);
        self.digits.len() - before
    }

    /// The digits of the groups `first..=last`.
    fn join(&self, first: usize, last: usize) -> &str {
        let from = first.checked_sub(1).and_then(|index| self.groups.get(index)).map_or(0, |group| group.2);
        let to = self.groups.get(last).map_or(0, |group| group.2);
        self.digits.text(from, to)
    }

    fn span(&self, first: usize, last: usize) -> (usize, usize) {
        let start = self.groups.get(first).map_or(0, |group| group.0);
        let end = self.groups.get(last).map_or(start, |group| group.1);
        (start, end)
    }

    fn lengths(&self, first: usize, last: usize) -> impl Iterator<Item = usize> {
        self.groups.get(first..=last).unwrap_or(&[]).iter().map(|group| group.1 - group.0)
    }
}

/// Judges the digits that begin at `start`.
fn sequence(lens: &mut Lens<'_>, start: usize) -> usize {
    let (digits, last_end) = Sequence::measure(lens.bytes(), start);
    let Some(last_end) = last_end else { return run_end(lens.bytes(), start) };
    if digits < 7 && !is_plus(lens.bytes(), start) {
        return last_end;
    }
    let sequence = Sequence::read(lens.bytes(), start);
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

/// What the words nearest to a number say of it, among those that name a number.
fn nearest_name(lens: &Lens<'_>, start: usize, reach: usize) -> Option<Cue> {
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

/// Services that move money.
const TRANSFERS: u64 =
    Cue::WesternUnion.bit() | Cue::MoneyGram.bit() | Cue::Ria.bit() | Cue::Sendwave.bit() | Cue::Remitly.bit();

const fn is_transfer(cue: Cue) -> bool {
    cue.bit() & (TRANSFERS | Cue::TransferCode.bit()) != 0
}

/// What the words before a number say of it. "Ria money transfer pin" names Ria, "moneygram ref." a transfer, not some reference.
fn named_transfer(lens: &Lens<'_>, start: usize) -> Option<Cue> {
    let nearest = nearest_name(lens, start, REACH)?;
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

fn transfer_number(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> Option<Found> {
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
            matches!(cue, Cue::Phone | Cue::FrenchPhone | Cue::WesternUnion | Cue::MoneyGram | Cue::Ria).then_some(cue)
        })
        .is_some_and(|(cue, _)| matches!(cue, Cue::Phone | Cue::FrenchPhone));
    if called_phone && phone::italian_mobile(sequence.join(first, last)).is_some() {
        return None;
    }
    // A date or a time in groups is none ("12/03 2024").
    if slice(lens.bytes(), start, end).contains(&b'/') {
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
fn lettered_reference(lens: &Lens<'_>, start: usize, end: usize) -> Option<Found> {
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
    let variety = match nearest_name(lens, start, REACH)? {
        Cue::Remitly => "remitly",
        Cue::Ria => "ria",
        _ => return None,
    };
    let value = ascii(bytes, start, end).to_ascii_uppercase();
    Some(Found { kind: IndicatorKind::Mtcn, variety, value, validity: Validity::NoCheck, grade: Grade::B, start, end })
}

/// Whether the message has little beside the number.
fn mostly_number(lens: &Lens<'_>, start: usize, end: usize) -> bool {
    let letters = |slice: &[u8]| slice.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let bytes = lens.bytes();
    bytes.len() < 400 && letters(slice(bytes, 0, start)) <= 24 && letters(slice(bytes, end, bytes.len())) <= 24
}

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
fn gift_digits(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> Option<Found> {
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

/// A code of capitals and digits, in one run or in groups parted by hyphens.
fn gift_code(lens: &Lens<'_>, start: usize) -> Option<Found> {
    let bytes = lens.bytes();
    let mut end = start;
    let mut digits = 0;
    let mut count = 0;
    loop {
        let byte = at(bytes, end);
        if byte.is_ascii_uppercase() || byte.is_ascii_digit() {
            digits += usize::from(byte.is_ascii_digit());
            count += 1;
        } else if !(byte == b'-'
            && end > start
            && (at(bytes, end + 1).is_ascii_uppercase() || at(bytes, end + 1).is_ascii_digit()))
        {
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
    let brand = gift_brand(lens, start)?;
    // A word in capitals is no code; codes of letters alone have next to no vowels.
    let vowels = slice(bytes, start, end).iter().filter(|byte| b"AEIOU".contains(byte)).count();
    let lettered = digits == 0 && (brand.is_empty() || count < 14 || vowels * 8 > count);
    if lettered || lens.said_to_be_other(start) {
        return None;
    }
    let value = ascii(bytes, start, end);
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

fn card_number(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> Option<Found> {
    let (start, _) = sequence.span(first, first);
    if is_plus(lens.bytes(), start) {
        return None;
    }
    let mut named = matches!(nearest_name(lens, start, REACH), Some(Cue::Card));
    if !named && lens.said_to_be_other(start) {
        return None;
    }
    named |= matches!(lens.carried.service, Some(Cue::Card)) && lens.bytes().len() < 80;
    for last in (first..sequence.groups.len()).rev() {
        let digits = sequence.join(first, last);
        if !(13..=19).contains(&digits.len()) {
            continue;
        }
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

/// Whether a `+` stands before `start`, with at most a space or a bracket between.
fn is_plus(bytes: &[u8], start: usize) -> bool {
    plus_place(bytes, start).is_some()
}

fn plus_place(bytes: &[u8], start: usize) -> Option<usize> {
    let mut place = start;
    for _ in 0..3 {
        match before(bytes, place) {
            b'+' => return (!is_word(before(bytes, place - 1))).then(|| place - 1),
            b' ' | b'(' => place -= 1,
            _ => return None,
        }
    }
    None
}

fn phone_number(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> Option<Found> {
    let bytes = lens.bytes();
    let (start, _) = sequence.span(first, first);
    let plus = plus_place(bytes, start);
    let make = |value: String, validity: Validity, grade: Grade, start: usize, last: usize| {
        let (_, end) = sequence.span(first, last);
        Some(Found { kind: IndicatorKind::Phone, variety: "", value, validity, grade, start, end })
    };
    let lasts = || (first..sequence.groups.len()).rev();
    if let Some(plus) = plus {
        for last in lasts() {
            if let Some(value) = phone::international(sequence.join(first, last)) {
                return make(value, valid("numbering_plan"), Grade::A, plus, last);
            }
        }
        let last = lasts().find(|last| (8..=15).contains(&sequence.join(first, *last).len()))?;
        let digits = sequence.join(first, last);
        return if phone::has_calling_code(digits) {
            make(format!("+{digits}"), invalid("numbering_plan"), Grade::C, plus, last)
        } else {
            None
        };
    }
    if matches!(before(bytes, start), b'.' | b',' | b'/' | b':' | b'#' | b'=' | b'_')
        && before(bytes, start.saturating_sub(1)).is_ascii_digit()
    {
        return None;
    }
    let named = lens.context.sorts_between(start.saturating_sub(REACH), start);
    let has = |wanted: Cue| named & wanted.bit() != 0;
    let called =
        has(Cue::Phone) || has(Cue::Number) || has(Cue::FrenchPhone) || has(Cue::SpanishPhone) || lens.carried.phone;
    let nearest = lens.context.nearest_before(start, 16, |cue| {
        let naming = Cue::Phone.bit() | Cue::Number.bit() | Cue::FrenchPhone.bit() | Cue::SpanishPhone.bit();
        let others = Cue::Card.bit() | Cue::Iban.bit() | Cue::TaxCode.bit() | Cue::Coin("").bit() | Cue::Gift("").bit();
        (cue.bit() & (naming | others) != 0).then_some(cue.bit() & others != 0)
    });
    let other = lens.said_to_be_other(start) || nearest.is_some_and(|(other, _)| other);
    if other {
        return None;
    }
    // A second number beside one already found ("333… o 345…").
    let beside =
        lens.found.last().is_some_and(|found| found.kind == IndicatorKind::Phone && start - found.end.min(start) <= 12);
    let called = called || beside;
    let alone = is_alone(lens, sequence, first);
    let mut weak = None;
    for last in lasts() {
        let digits = sequence.join(first, last);
        if !(9..=17).contains(&digits.len()) {
            continue;
        }
        let (start, end) = sequence.span(first, last);
        if sequence.groups.len() > 2 && slice(bytes, start, end).contains(&b'/') {
            continue;
        }
        if let Some(rest) = digits.strip_prefix("00") {
            if let Some(value) = phone::international(rest) {
                return make(value, valid("numbering_plan"), Grade::A, start, last);
            }
            // Named a phone, with a calling code that exists: reported, though no such number is in the plan.
            if called
                && last + 1 == sequence.groups.len()
                && phone::has_calling_code(rest)
                && (10..=15).contains(&rest.len())
            {
                weak = Some((format!("+{rest}"), last));
            }
        }
        let pairs = sequence.lengths(first, last).eq([2, 2, 2, 2, 2]);
        let french = has(Cue::FrenchPhone) && !has(Cue::Phone)
            || pairs
            || has(Cue::FrenchPhone) && digits.starts_with("06") | digits.starts_with("07");
        let national = if called
            && french
            && let Some(value) = phone::french(digits)
        {
            Some(value)
        } else if called
            && has(Cue::SpanishPhone)
            && let Some(value) = phone::spanish(digits)
        {
            Some(value)
        } else if called {
            phone::italian(digits).or_else(|| {
                (digits.len() >= 11 && !digits.starts_with('0')).then(|| phone::international(digits)).flatten()
            })
        } else {
            None
        };
        if let Some(value) = national {
            return make(value, valid("numbering_plan"), Grade::B, start, last);
        }
        let mobile_groups = digits.len() == 10
            && [&[10][..], &[3, 7], &[3, 3, 4], &[3, 4, 3], &[3, 2, 2, 3], &[3, 3, 2, 2]]
                .into_iter()
                .any(|lengths| sequence.lengths(first, last).eq(lengths.iter().copied()));
        if (alone || sequence.groups.len() > 1)
            && mobile_groups
            && let Some(value) = phone::italian_mobile(digits)
        {
            return make(value, valid("numbering_plan"), Grade::C, start, last);
        }
        if alone
            && pairs
            && let Some(value) = phone::french(digits)
        {
            return make(value, valid("numbering_plan"), Grade::C, start, last);
        }
    }
    let (value, last) = weak?;
    make(value, invalid("numbering_plan"), Grade::C, start, last)
}

/// Whether the message is nothing but this number.
fn is_alone(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> bool {
    let bytes = lens.bytes();
    let (start, _) = sequence.span(first, first);
    let (_, end) = sequence.span(first, sequence.groups.len().saturating_sub(1));
    if bytes.len() > end + 64 || start > 64 {
        return false;
    }
    !slice(bytes, 0, start).iter().chain(slice(bytes, end, bytes.len())).any(|byte| is_word(*byte))
}
