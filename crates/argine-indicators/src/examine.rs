//! One text under the lens: every recogniser that its bytes and words call for, in the order in which they take from each other.

use argine_model::Platform;

use crate::amount::{self, Sum};
use crate::context::{Context, Cue};
use crate::deadline::{self, Limit};
use crate::find::{Carried, Found, Lens};
use crate::moment::{self, Calendar, Length};
use crate::text::Clean;
use crate::{confusable, link, name, phone, reference, run};

/// What came out; spans are bytes of the clean text.
#[derive(Default)]
pub(crate) struct Examined {
    pub(crate) found: Vec<Found>,
    pub(crate) sums: Vec<Sum>,
    pub(crate) limits: Vec<Limit>,
    pub(crate) days: Vec<Calendar>,
    pub(crate) lengths: Vec<Length>,
    /// Read with letters for digits or the other way round.
    pub(crate) confusable: Vec<Found>,
}

/// Whether limits of time are looked for: they need a time to count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limits {
    Sought,
    Left,
}

/// Where a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// Somebody or something wrote it as it stands.
    Written,
    /// A program read it from a picture: it may have taken one sign for another.
    Picture,
}

/// What the last text leaves for the next one, and room that is used again.
#[derive(Default)]
pub(crate) struct Examiner {
    pub(crate) context: Context,
    carried: Carried,
}

impl Examiner {
    /// Forgets what the last text left open.
    pub(crate) fn forget(&mut self) {
        self.carried = Carried::default();
    }

    pub(crate) fn examine(
        &mut self,
        clean: &Clean<'_>,
        platform: Platform,
        limits: Limits,
        source: Source,
    ) -> Examined {
        self.context.read(clean.bytes());
        let digits = self.context.has_digits();
        let signs = !self.context.joins().is_empty() || !self.context.ats().is_empty();
        if self.context.hits().is_empty() && !digits && !signs && !self.carried.phone {
            self.forget();
            return Examined::default();
        }
        let mut lens = Lens {
            clean,
            context: &self.context,
            carried: self.carried,
            platform,
            found: Vec::with_capacity(clean.bytes().len() / 256),
            taken: Vec::with_capacity(clean.bytes().len() / 512),
        };
        let cues = |sorts: u64| self.context.has_any(sorts);
        if signs || cues(link::NAMING) {
            link::scan(&mut lens);
        }
        reference::addresses(&mut lens);
        if digits {
            run::scan(&mut lens);
        }
        if self.context.calls() || self.carried.phone {
            phone::spoken(&mut lens);
        }
        reference::scan(&mut lens);
        // What is a number of something is not money.
        let Lens { found, taken, .. } = &mut lens;
        taken.extend(found.iter().map(|found| (found.start, found.end)));
        taken.sort_unstable();
        taken.dedup();
        if cues(name::NAMING) || self.context.moves_money() {
            name::scan(&mut lens);
        }
        let sums = if cues(amount::NAMING) { amount::scan(&lens) } else { Vec::new() };
        let limits = if limits == Limits::Sought && (digits || cues(deadline::LIMITING)) {
            deadline::scan(&lens)
        } else {
            Vec::new()
        };
        let days = if digits || cues(Cue::Month(0).bit()) { moment::days(&lens) } else { Vec::new() };
        let lengths = if digits || cues(Cue::Unit.bit()) { moment::lengths(&lens) } else { Vec::new() };
        let typed = lens.found.len();
        if source == Source::Picture {
            confusable::scan(&mut lens);
        }
        let confusable = lens.found.split_off(typed);
        let mut found = core::mem::take(&mut lens.found);
        found.sort_by_key(|found| (found.start, found.end, found.kind));
        self.carried = carried(&self.context, clean.bytes().len());
        Examined { found, sums, limits, days, lengths, confusable }
    }
}

/// What a text leaves open for the next one.
fn carried(context: &Context, length: usize) -> Carried {
    Carried {
        service: context.hits().iter().rev().map(|hit| hit.cue).find(|cue| {
            matches!(
                cue,
                Cue::WesternUnion
                    | Cue::MoneyGram
                    | Cue::Ria
                    | Cue::Sendwave
                    | Cue::Remitly
                    | Cue::TransferCode
                    | Cue::Gift(_)
                    | Cue::Card
            )
        }),
        phone: length < 160
            && context
                .hits()
                .iter()
                .any(|hit| matches!(hit.cue, Cue::Phone | Cue::Number | Cue::EnglishPhone | Cue::GermanPhone)),
    }
}
