//! Every kind of trace in Italian, English, French and Spanish: spaced, dotted, broken up, in words, over lines, and the near
//! misses that must not be found. All values are invented; those with check digits were made to hold.
#![expect(clippy::unwrap_used, reason = "a test may")]

mod accounts;
mod addresses;
mod moments;
mod money;
mod phones;
mod references;
mod roles;
mod wallets;

use argine_indicators::scan_text;
use argine_model::{
    ByteSpan, Conversation, ConversationKind, ConversationTime, Indicator, IndicatorKind, Location, Message,
    MessageFlags, MessageKind, ParticipantIndex, Platform, SourceIndex, TimeBasis, TimePrecision,
};
use jiff::civil;

const OWNER: ParticipantIndex = ParticipantIndex(0);
const OTHER: ParticipantIndex = ParticipantIndex(1);

/// A conversation of two, a line a minute from 14:00 on Monday 5 January 2026.
fn conversation(lines: &[(ParticipantIndex, &str)]) -> Conversation {
    let messages = lines.iter().zip(0_u32..).map(|((sender, text), index)| Message {
        index,
        location: Location { source: SourceIndex(0), span: ByteSpan { start: 0, end: 0 }, line: None },
        kind: MessageKind::Text,
        sender: Some(*sender),
        time: Some(ConversationTime {
            civil: civil::date(2026, 1, 5).at(14, i8::try_from(index).unwrap(), 0, 0),
            precision: TimePrecision::Minute,
            basis: TimeBasis::DeviceClock,
            instant: None,
        }),
        text: (*text).to_owned(),
        repaired: None,
        caption: None,
        attachments: Vec::new(),
        call: None,
        flags: MessageFlags::default(),
        details: None,
    });
    Conversation {
        id: "test".to_owned(),
        platform: Platform::Whatsapp,
        kind: ConversationKind::Direct,
        title: None,
        participants: Vec::new(),
        owner: None,
        messages: messages.collect(),
    }
}

/// Holds each text against what should be read there, parted by " | "; tells every failure at once.
#[track_caller]
fn table(read: impl Fn(&str) -> Vec<String>, cases: &[(&str, &str)]) {
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let seen = read(text).join(" | ");
            (seen != *expected).then(|| format!("{text:?}\n    expected {expected:?}\n    seen     {seen:?}"))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} fail:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

/// The traces of one kind in a text, as `tell` says them.
fn of_kind(text: &str, kind: IndicatorKind, tell: impl Fn(&Indicator) -> String) -> Vec<String> {
    scan_text(text).indicators.iter().filter(|found| found.kind == kind).map(tell).collect()
}

/// The values of one kind.
fn values(text: &str, kind: IndicatorKind) -> Vec<String> {
    of_kind(text, kind, |found| found.value.clone())
}

/// The values of one kind with their variety.
fn varieties(text: &str, kind: IndicatorKind) -> Vec<String> {
    of_kind(text, kind, |found| format!("{} {}", found.variety, found.value))
}
