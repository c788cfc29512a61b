//! Sums, limits, days and lengths in one form, for lists and tables: no traces of a person, but what a trace is about.

use argine_model::Conversation;
use jiff::civil;

use crate::{Find, Traces, What};

/// What a [`Particular`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A sum of money.
    Amount,
    /// A limit of time.
    Deadline,
    /// A day of the calendar.
    Day,
    /// A length of time.
    Duration,
}

impl Sort {
    /// The stable name: `amount`, `deadline`, `day`, `duration`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Deadline => "deadline",
            Self::Day => "day",
            Self::Duration => "duration",
        }
    }
}

/// A sum, a limit, a day or a length where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particular {
    /// What it tells.
    pub sort: Sort,
    /// The currency of a sum (ISO 4217 or a ticker); of a day `either_order` where day and month could change places; else empty.
    pub variety: String,
    /// A sum in units of its currency. A limit as the interval from the message to its end (ISO 8601: `2026-01-05T14:00:00/2026-01-05T15:00:00`), or
    /// `PT3600S` in a text without times. A day as the interval of its day, `2026-01-05/P1D`, without its year where nothing tells it
    /// (`--01-05/P1D`). A length as `PT3600S`. Empty for a limit that names an hour in a text without times.
    pub value: String,
    /// As written.
    pub raw: String,
    /// [`Message::index`](argine_model::Message::index); none in a text.
    pub message: Option<u32>,
    /// First byte in the words of the message, or in the stream.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
}

fn seconds(seconds: i64) -> String {
    format!("PT{seconds}S")
}

fn interval_of(day: civil::Date) -> String {
    format!("{day}/P1D")
}

/// What a conversation tells beside its traces, in order.
pub fn particulars(traces: &Traces, conversation: &Conversation) -> Vec<Particular> {
    let message = |index: u32| conversation.messages.get(index as usize).filter(|message| message.index == index);
    let make = |sort: Sort, variety: &str, value: String, place: (u32, u32, u32)| {
        let (index, start, end) = place;
        let words = message(index).map_or("", |message| message.words());
        Particular {
            sort,
            variety: variety.to_owned(),
            value,
            raw: words.get(start as usize..end as usize).unwrap_or("").to_owned(),
            message: Some(index),
            start: u64::from(start),
            end: u64::from(end),
        }
    };
    let sums = traces
        .amounts
        .iter()
        .map(|sum| make(Sort::Amount, &sum.currency, sum.value.to_string(), (sum.message, sum.start, sum.end)));
    let limits = traces.deadlines.iter().map(|limit| {
        let written = message(limit.message).and_then(|message| message.time).map(|time| format!("{}/", time.civil));
        let value = written.unwrap_or_default() + &limit.due.to_string();
        make(Sort::Deadline, "", value, (limit.message, limit.start, limit.end))
    });
    let days = traces.days.iter().map(|day| {
        let order = if day.either_order { "either_order" } else { "" };
        make(Sort::Day, order, interval_of(day.day), (day.message, day.start, day.end))
    });
    let lengths = traces
        .lengths
        .iter()
        .map(|length| make(Sort::Duration, "", seconds(length.seconds), (length.message, length.start, length.end)));
    let mut all: Vec<Particular> = sums.chain(limits).chain(days).chain(lengths).collect();
    all.sort_by_key(|particular| (particular.message, particular.start, particular.sort));
    all
}

impl Find<'_> {
    /// The find as a sum, a limit, a day or a length; none for traces.
    pub fn particular(&self) -> Option<Particular> {
        let (sort, variety, value) = match &self.what {
            What::Indicator { .. } => return None,
            What::Amount { value, currency } => (Sort::Amount, *currency, value.to_string()),
            What::Limit { seconds: length } => (Sort::Deadline, "", length.map(seconds).unwrap_or_default()),
            What::Day { year, month, day, either_order } => {
                let year = year.map_or_else(|| "-".to_owned(), |year| format!("{year:04}"));
                (Sort::Day, if *either_order { "either_order" } else { "" }, format!("{year}-{month:02}-{day:02}/P1D"))
            }
            What::Length { seconds: length } => (Sort::Duration, "", seconds(*length)),
        };
        Some(Particular {
            sort,
            variety: variety.to_owned(),
            value,
            raw: self.raw.to_owned(),
            message: None,
            start: self.start,
            end: self.end,
        })
    }
}
