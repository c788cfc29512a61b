//! The formats of every app beside WhatsApp, Telegram and Meta, through the public door. All texts are invented.
#![expect(clippy::expect_used, clippy::panic, reason = "tests stop at what must not happen, in their common parts too")]

mod copied;
mod downloads;
mod mails;
mod messages;
mod properties;
mod tables;

#[path = "../support/accounted.rs"]
mod accounted;

use accounted::assert_accounted;
use argine_chat::{Handed, ReadOptions, read};
use argine_model::{Conversation, FindingCode, Message, Reading, SourceState};

/// Reads one file and checks the account of its bytes.
pub(crate) fn read_one(name: &str, bytes: &[u8]) -> Reading {
    read_all(&[(name, bytes)])
}

/// Reads several files handed over together.
pub(crate) fn read_all(files: &[(&str, &[u8])]) -> Reading {
    let handed: Vec<Handed<'_>> = files.iter().map(|(name, bytes)| Handed { name, bytes }).collect();
    let reading = read(&handed, &ReadOptions::default());
    assert_accounted(&reading);
    reading
}

pub(crate) fn codes(reading: &Reading) -> Vec<FindingCode> {
    reading.findings.iter().map(|finding| finding.code).collect()
}

pub(crate) fn detail(reading: &Reading, code: FindingCode) -> &str {
    let found = reading.findings.iter().find(|finding| finding.code == code);
    found.map_or_else(|| panic!("{code:?} is not among {:?}", reading.findings), |finding| finding.detail.as_str())
}

pub(crate) fn format(reading: &Reading) -> &str {
    match reading.sources.first().map(|source| &source.state) {
        Some(SourceState::Read { format, .. }) => format,
        other => panic!("it was not read: {other:?}"),
    }
}

/// The conversation with this title.
pub(crate) fn titled<'a>(reading: &'a Reading, title: &str) -> &'a Conversation {
    let found = reading.conversations.iter().find(|conversation| conversation.title.as_deref() == Some(title));
    found.unwrap_or_else(|| {
        let titles: Vec<_> = reading.conversations.iter().map(|conversation| &conversation.title).collect();
        panic!("{title} is not among {titles:?}")
    })
}

pub(crate) fn owner_name(conversation: &Conversation) -> Option<&str> {
    let owner = conversation.owner.as_ref()?;
    Some(conversation.participant(owner.participant)?.name.as_str())
}

/// `sender: words` of every entry.
pub(crate) fn said(conversation: &Conversation) -> Vec<String> {
    let line = |message: &Message| {
        format!("{}: {}", conversation.sender_name(message).unwrap_or("-"), message.view().replace('\n', "|"))
    };
    conversation.messages.iter().map(line).collect()
}

/// The civil times, in UTC.
pub(crate) fn times(conversation: &Conversation) -> Vec<String> {
    let shown = |message: &Message| message.time.map_or_else(|| "-".to_owned(), |time| time.civil.to_string());
    conversation.messages.iter().map(shown).collect()
}
