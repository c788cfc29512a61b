//! What Argine knows, as data: packs of facts and steps, expressions over case facts, words for people.
//!
//! [`Knowledge`] holds the packs of the folder `knowledge/` as typed tables: steps, never-rules, statutes, terms,
//! helplines, platform routes, hardening guides, ways of paying, paths of cases, rules of prevention, what usually comes next. Each record carries its sources, the day it was
//! checked and the day it must be checked again. [`Expression`] says when a record applies; [`Facts`] is what a case
//! shows, with the messages that show it. [`Catalogue`] holds every sentence that is not in a pack. [`lint`] is the
//! gate: what it reports must not be shipped. [`Knowledge::from_bundle`] reads packs that came in one file; whose they are
//! and whether they are newer is decided by who loads them.
//!
//! This crate does not choose: it does not know a conversation, decides no step, computes no term (`argine-plan`
//! does). It opens no file, reads no clock and reaches no network: packs are embedded when it is built.

mod bundle;
mod catalogue;
mod embedded;
mod error;
mod expression;
mod fact;
mod knowledge;
mod lint;
mod opening;
mod readability;
mod record;
mod version;

pub use bundle::{BUNDLE_LIMIT, bundle, is_part_of_bundle};
pub use catalogue::{Argument, Catalogue};
pub use error::KnowledgeError;
pub use expression::{Expression, ExpressionError};
pub use fact::{CaseFact, Fact, Facts, PaidWith};
pub use knowledge::{Knowledge, Need, PackFile, PackHead, from_toml};
pub use lint::{LintFinding, LintRule, lint};
pub use opening::{Day, OpeningTime, TimeOfDay};
pub use readability::gulpease;
pub use record::{
    ClockRecord, Confidence, HardeningRecord, HelpRole, HelplineRecord, LegalReview, Length, NeverRecord, NoticeField,
    NoticeRecord, OutlookRecord, PathRecord, PaymentRecord, PreventionRecord, Prosecution, RankIf, Record,
    RequiredField, RouteRecord, Serves, Starts, StatuteRecord, StepRecord, is_in_the_union,
};
pub use version::{InvalidPackVersion, PackVersion};
