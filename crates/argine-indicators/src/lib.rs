//! Indicators.
use argine_model::{Conversation, Indicator, ParticipantIndex};
use jiff::civil;

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Traces {
    /// Merged by kind and value, in order of first mention.
    pub indicators: Vec<Indicator>,
    /// In order.
    pub amounts: Vec<Amount>,
    /// In order.
    pub deadlines: Vec<DueTime>,
}

/// A sum of money.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Message.
    pub message: u32,
    /// First byte in its words.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Units of the currency.
    pub value: f64,
    /// ISO 4217 or ticker; empty where the text names none.
    pub currency: String,
}

/// A limit of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTime {
    /// Message.
    pub message: u32,
    /// First byte in its words.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// When.
    pub due: civil::DateTime,
    /// Given as a length.
    pub relative: bool,
}

/// Scans the words of a conversation; `owner` and `suspect` decide whose traces are.
pub fn scan(
    _conversation: &Conversation,
    _owner: Option<ParticipantIndex>,
    _suspect: Option<ParticipantIndex>,
) -> Traces {
    Traces::default()
}
/// Scans any text, as if it were one message without sender and time.
pub fn scan_text(_text: &str) -> Traces {
    Traces::default()
}
