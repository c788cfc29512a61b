//! Traces that the perpetrator left: found, checked, normalised, and said whose they are.
//!
//! One linear pass over each message: a byte test that lets most chat pass at once, one walk through a trie where a word of
//! ours may begin, for the words that say what a number is, then a small recogniser per kind and its check digits. No pile of patterns: those ran at
//! 2–9 MB/s where this runs at some 60 (`docs/benchmarks.md`).
//!
//! Found are telephone numbers, mail addresses, user names with their platform, web addresses (also broken up on purpose),
//! IBANs, BICs, cards, codici fiscali, wallets, transactions, bank references, numbers of money transfers, gift codes, names of
//! beneficiaries, addresses of the internet, sums of money, limits of time, calendar days and lengths. [`scan`] reads
//! conversations, [`scan_text`] a text, [`Scanner`] a stream of any length. Spans are bytes of [`Message::words`](argine_model::Message::words), also where invisible characters were put inside a value.
//!
//! What it does **not** do: it asks no server whether a number or an account exists, opens no link, follows no shortener,
//! does not judge the conversation and does not link cases. A number that has no check digits (a transfer number, a gift
//! code) is never reported without words that name it.

mod amount;
mod bank;
mod collect;
mod confidence;
mod confusable;
mod context;
mod countdown;
mod deadline;
mod entity;
mod examine;
mod find;
mod gift;
mod host;
mod known;
mod lexicon;
mod link;
mod marks;
mod moment;
mod name;
mod number;
mod numeral;
mod particular;
mod phone;
mod plain_number;
mod reference;
mod role;
mod run;
mod sequence;
mod service;
mod split;
mod stream;
mod table;
mod text;
mod transfer;
mod wallet;
mod words;

use argine_model::{Conversation, Indicator, ParticipantIndex};
use jiff::civil;

pub use confidence::confidence;
pub use known::{KnownValues, ListError, mark_listed};
pub use particular::{Particular, Sort, particulars};
pub use plain_number::{PlainNumber, plain_numbers};
pub use stream::{Find, Scanner, What};
pub use table::{CSV_HEADER, Part, VARIETIES, csv_row, grouped, particular_row};

/// What was found in a conversation or a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Traces {
    /// Merged by kind and value, in order of first mention.
    pub indicators: Vec<Indicator>,
    /// Sums of money, in order.
    pub amounts: Vec<Amount>,
    /// Limits of time of messages that have a time, in order.
    pub deadlines: Vec<DueTime>,
    /// Days of the calendar, in order: those that name a year, or stand in a message that has a time.
    pub days: Vec<NamedDay>,
    /// Lengths of time, in order, whatever they are for.
    pub lengths: Vec<TimeLength>,
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// [`Message::index`](argine_model::Message::index); 0 in a text.
    pub message: u32,
    /// First byte in the words of the message.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Units of the currency.
    pub value: f64,
    /// ISO 4217, or the ticker of a crypto-currency; empty where the text names none.
    pub currency: String,
}

/// A limit of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTime {
    /// [`Message::index`](argine_model::Message::index).
    pub message: u32,
    /// First byte in the words of the message.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// When it ends, on the clock that [`ConversationTime::civil`](argine_model::ConversationTime) shows.
    pub due: civil::DateTime,
    /// Given as a length ("10 minutes"), counted from the message.
    pub relative: bool,
}

/// A day of the calendar: the interval from its midnight to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDay {
    /// [`Message::index`](argine_model::Message::index); 0 in a text.
    pub message: u32,
    /// First byte in the words of the message.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The day; where the text leaves the year out, the one nearest to the message.
    pub day: civil::Date,
    /// Day and month could be the other way round, as Americans write.
    pub either_order: bool,
}

/// A length of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeLength {
    /// [`Message::index`](argine_model::Message::index); 0 in a text.
    pub message: u32,
    /// First byte in the words of the message.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Seconds; months count 30 days, years 365.
    pub seconds: i64,
}

/// Scans the words of a conversation.
///
/// `owner` is who handed it over, `suspect` who may be the perpetrator: they decide whose each trace is. Without both every
/// role is unknown, save for the services on the list of `knowledge/indicators/services.toml`.
///
/// ```
/// let traces = argine_indicators::scan_text("manda 500 euro sul conto IT60X0542811101000000123456");
/// assert_eq!(traces.indicators.len(), 1);
/// assert_eq!(traces.amounts[0].value, 500.0);
/// ```
pub fn scan(conversation: &Conversation, owner: Option<ParticipantIndex>, suspect: Option<ParticipantIndex>) -> Traces {
    collect::conversation(conversation, owner, suspect)
}

/// The first hour that words name ("domani alle 9", "ten past nine", "18 h 30"), or else the first day that is a clause of its own, seen
/// from when they were written: for whoever knows already that they set a limit. [`scan`] takes a point for a limit only where the words beside it say so.
///
/// ```
/// let written = jiff::civil::datetime(2026, 5, 4, 10, 0, 0, 0);
/// let named = argine_indicators::named_time("alle 20 chiudiamo il fascicolo", written);
/// assert_eq!(named, Some(jiff::civil::datetime(2026, 5, 4, 20, 0, 0, 0)));
/// ```
pub fn named_time(words: &str, written: jiff::civil::DateTime) -> Option<jiff::civil::DateTime> {
    deadline::named(text::Clean::new(words).bytes())?.due(written)
}

/// Scans any text as if it were one message without sender and time: spans are bytes of `text`, roles are unknown, limits of
/// time have no start to count from and are left out. A text beyond 4 GiB is read up to there: hand it over in parts.
pub fn scan_text(text: &str) -> Traces {
    collect::text(text)
}

/// The words that say what a number is, for measuring a plain search of the same words against the whole scan.
pub fn context_words() -> impl Iterator<Item = &'static str> {
    lexicon::words()
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod work;
