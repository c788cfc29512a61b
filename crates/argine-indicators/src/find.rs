//! What a recogniser hands over, and the room it works in.

use argine_model::{Grade, IndicatorKind, Platform, Validity};

use crate::context::{Context, Cue};
use crate::text::Clean;

/// A candidate that a recogniser accepted; spans are bytes of the clean text.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) kind: IndicatorKind,
    pub(crate) variety: &'static str,
    pub(crate) value: String,
    pub(crate) validity: Validity,
    pub(crate) grade: Grade,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What the previous message leaves open: it named a service whose code may stand alone in this one.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Carried {
    pub(crate) service: Option<Cue>,
    pub(crate) phone: bool,
}

/// One message under the lens.
pub(crate) struct Lens<'a> {
    pub(crate) clean: &'a Clean<'a>,
    pub(crate) context: &'a Context,
    pub(crate) carried: Carried,
    /// The app the conversation took place in.
    pub(crate) platform: Platform,
    pub(crate) found: Vec<Found>,
    /// Spans that belong to links and mail addresses: digits inside them are nothing else.
    pub(crate) taken: Vec<(usize, usize)>,
}

impl<'a> Lens<'a> {
    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.clean.bytes()
    }

    /// The end of the taken span that `index` lies in.
    pub(crate) fn taken_until(&self, index: usize) -> Option<usize> {
        let after = self.taken.partition_point(|span| span.0 <= index);
        let span = self.taken.get(after.checked_sub(1)?)?;
        (index < span.1).then_some(span.1)
    }

    pub(crate) fn overlaps_taken(&self, start: usize, end: usize) -> bool {
        let after = self.taken.partition_point(|span| span.0 < end);
        after.checked_sub(1).and_then(|index| self.taken.get(index)).is_some_and(|span| span.1 > start)
    }

    pub(crate) fn push(&mut self, found: Found) {
        self.found.push(found);
    }

    /// Whether the word nearest before `start` says "order", "parcel", "id".
    pub(crate) fn said_to_be_other(&self, start: usize) -> bool {
        let nearest = self.context.nearest_before(start, 24, |cue| {
            matches!(
                cue,
                Cue::Other
                    | Cue::Phone
                    | Cue::Number
                    | Cue::FrenchPhone
                    | Cue::SpanishPhone
                    | Cue::EnglishPhone
                    | Cue::GermanPhone
                    | Cue::Card
                    | Cue::Iban
                    | Cue::Coin(_)
                    | Cue::Gift(_)
                    | Cue::WesternUnion
                    | Cue::MoneyGram
                    | Cue::Ria
            )
            .then_some(cue)
        });
        matches!(nearest, Some((Cue::Other, _)))
    }
}

/// A check that passed.
pub(crate) fn valid(check: &str) -> Validity {
    Validity::Valid(check.to_owned())
}

/// A check that failed.
pub(crate) fn invalid(check: &str) -> Validity {
    Validity::Invalid(check.to_owned())
}
