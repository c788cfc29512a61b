//! What Argine knows, as data: packs of facts and steps, expressions over case facts, words for people.
//!
//! [`Knowledge`] holds the packs of the folder `knowledge/` as typed tables: steps, never-rules, statutes, terms,
//! helplines, platform routes, hardening guides, ways of paying. Each record carries its sources, the day it was
//! checked and the day it must be checked again. [`Expression`] says when a record applies; [`Facts`] is what a case
//! shows, with the messages that show it. [`Catalogue`] holds every sentence that is not in a pack. [`lint`] is the
//! gate: what it reports must not be shipped.
//!
//! This crate does not choose: it does not know a conversation, decides no step, computes no term (`argine-plan`
//! does). It opens no file, reads no clock and reaches no network: packs are embedded when it is built.

mod catalogue;
mod embedded;
mod error;
mod expression;
mod fact;
mod knowledge;
mod lint;
mod opening;
mod record;

pub use catalogue::{Argument, Catalogue};
pub use error::KnowledgeError;
pub use expression::{Expression, ExpressionError};
pub use fact::{CaseFact, Fact, Facts, PaidWith};
pub use knowledge::{Knowledge, Need, PackFile, PackHead};
pub use lint::{LintFinding, LintRule, lint};
pub use opening::{Day, OpeningTime, TimeOfDay};
pub use record::{
    ClockRecord, Confidence, HardeningRecord, HelplineRecord, LegalReview, Length, NeverRecord, NoticeField,
    NoticeRecord, PaymentRecord, Prosecution, RankIf, Record, RequiredField, RouteRecord, Serves, Starts,
    StatuteRecord, StepRecord,
};
