//! Telephone numbers in a text.

use argine_model::{Grade, IndicatorKind, Validity};

use crate::context::Cue;
use crate::find::{Found, Lens, invalid, valid};
use crate::phone;
use crate::run::REACH;
use crate::sequence::{Sequence, plus_place};
use crate::text::{before, is_word, slice};

pub(crate) fn phone_number(lens: &Lens<'_>, sequence: &Sequence, first: usize) -> Option<Found> {
    let bytes = lens.bytes();
    let (start, _) = sequence.span(first, first);
    let plus = plus_place(bytes, start);
    let make = |value: String, validity: Validity, grade: Grade, start: usize, last: usize| {
        let (_, end) = sequence.span(first, last);
        // "(212) 555-0147": the bracket is the number's.
        let bracket = before(bytes, start) == b'(' && slice(bytes, start, end).contains(&b')') && plus.is_none();
        let start = start - usize::from(bracket);
        Some(Found { kind: IndicatorKind::Phone, variety: "", value, validity, grade, start, end })
    };
    let lasts = || (first..sequence.groups.len()).rev();
    if let Some(plus) = plus {
        for last in lasts() {
            if let Some(value) = phone::international(sequence.join(first, last)) {
                return make(value, valid("numbering_plan"), Grade::A, plus, last);
            }
        }
        // Not over the end of a sentence.
        let last = lasts().find(|last| {
            let (start, end) = sequence.span(first, *last);
            let sentences = || slice(bytes, start, end).windows(2).any(|pair| pair == b". ");
            (8..=15).contains(&sequence.join(first, *last).len()) && !sentences()
        })?;
        let digits = sequence.join(first, last);
        return if phone::has_calling_code(digits) {
            make(format!("+{digits}"), invalid("numbering_plan"), Grade::C, plus, last)
        } else {
            None
        };
    }
    let behind = |distance: usize| {
        lens.found
            .last()
            .filter(|found| found.kind == IndicatorKind::Phone && start.saturating_sub(found.end) <= distance)
    };
    // "3471234567/3487654321": the sign parts two numbers.
    let second = || before(bytes, start) == b'/' && behind(1).is_some();
    if matches!(before(bytes, start), b'.' | b',' | b'/' | b':' | b'#' | b'=' | b'_')
        && before(bytes, start.saturating_sub(1)).is_ascii_digit()
        && !second()
    {
        return None;
    }
    let named = lens.context.sorts_between(start.saturating_sub(REACH), start);
    let tongue = Tongue::of(named, lens.carried.phone);
    let nearest = lens.context.nearest_before(start, 16, |cue| {
        let others = Cue::Card.bit()
            | Cue::Iban.bit()
            | Cue::TaxCode.bit()
            | Cue::Coin("").bit()
            | Cue::Gift("").bit()
            | Cue::BankReference.bit()
            | Cue::Transaction.bit()
            | Cue::Bic.bit();
        (cue.bit() & (NAMING | others) != 0).then_some(cue.bit() & others != 0)
    });
    // "Numero CRO": what is numbered stands beside its number.
    let other_beside = named & Cue::BankReference.bit() != 0
        && lens.context.any_within(start.saturating_sub(12), start, Cue::BankReference);
    let other = lens.said_to_be_other(start) || other_beside || nearest.is_some_and(|(other, _)| other);
    if other {
        return None;
    }
    // A second number beside one already found ("333… o 345…").
    let tongue = if behind(12).is_some() { tongue.beside() } else { tongue };
    let called = tongue.called;
    let alone = is_alone(lens, sequence, first);
    let mut weak = None;
    for last in lasts() {
        if !(9..=17).contains(&sequence.count(first, last)) {
            continue;
        }
        let digits = sequence.join(first, last);
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
        let hyphens = || {
            let american = sequence.lengths(first, last).eq([3, 3, 4]);
            american && matches!(slice(bytes, start, end), [.., b'-', _, _, _, _])
        };
        let written = if pairs {
            Written::Pairs
        } else if hyphens() {
            Written::Hyphens
        } else {
            Written::Otherwise
        };
        let national = if called { tongue.national(digits, written) } else { None };
        if let Some(value) = national {
            // A mobile number of Italy that is one of America too: the language and the signs alone say where it is dialled.
            let either = tongue.has(Cue::EnglishPhone)
                && phone::italian_mobile(digits).is_some()
                && phone::american(digits).is_some();
            let grade = if either { Grade::C } else { Grade::B };
            return make(value, valid("numbering_plan"), grade, start, last);
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

/// Whether `digits` at `start` are a number as dialled where the words before speak of.
pub(crate) fn is_dialled(lens: &Lens<'_>, start: usize, digits: &str) -> bool {
    let sorts = lens.context.sorts_between(start.saturating_sub(REACH), start);
    let tongue = Tongue::of(sorts & NAMING, false);
    tongue.called && tongue.national(digits, Written::Otherwise).is_some()
}

/// How the digits of a number stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// In twos, as in France.
    Pairs,
    /// "347-555-2671", "(347) 555-2671", as in North America.
    Hyphens,
    Otherwise,
}

/// Words that say that a telephone number follows.
pub(crate) const NAMING: u64 = Cue::Phone.bit()
    | Cue::Number.bit()
    | Cue::FrenchPhone.bit()
    | Cue::SpanishPhone.bit()
    | Cue::EnglishPhone.bit()
    | Cue::GermanPhone.bit();

/// The words that call a number a telephone's, each sort with a bit: their language says which country dials so.
#[derive(Clone, Copy)]
pub(super) struct Tongue {
    sorts: u64,
    /// Whether any of them stands there, or stood in the message before.
    pub(super) called: bool,
}

impl Tongue {
    pub(super) const fn of(sorts: u64, carried: bool) -> Self {
        Self { sorts, called: carried || sorts & NAMING != 0 }
    }

    /// A second number beside a first one.
    const fn beside(self) -> Self {
        Self { called: true, ..self }
    }

    const fn has(self, cue: Cue) -> bool {
        self.sorts & cue.bit() != 0
    }

    /// A number as dialled in a country that the words speak of; Italy where they speak of none.
    pub(super) fn national(self, digits: &str, written: Written) -> Option<String> {
        let pairs = written == Written::Pairs;
        let french = self.has(Cue::FrenchPhone) && !self.has(Cue::Phone)
            || pairs
            || self.has(Cue::FrenchPhone) && digits.starts_with("06") | digits.starts_with("07");
        let abroad = || {
            if french && let Some(value) = phone::french(digits) {
                return Some(value);
            }
            if self.has(Cue::SpanishPhone)
                && let Some(value) = phone::spanish(digits)
            {
                return Some(value);
            }
            if self.has(Cue::GermanPhone)
                && let Some(value) = phone::german(digits)
            {
                return Some(value);
            }
            // "Call me on 347-555-2671": in English, and with the hyphens of America, no Italian mobile.
            let american = || if written == Written::Hyphens { phone::american(digits) } else { None };
            let english = || phone::british(digits).or_else(american);
            self.has(Cue::EnglishPhone).then(english).flatten()
        };
        abroad()
            .or_else(|| phone::italian(digits))
            .or_else(|| self.has(Cue::EnglishPhone).then(|| phone::american(digits)).flatten())
            .or_else(|| {
                (digits.len() >= 11 && !digits.starts_with('0')).then(|| phone::international(digits)).flatten()
            })
    }
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
