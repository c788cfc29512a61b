//! Instagram, Messenger, Facebook and Telegram through the public door.
#![expect(clippy::expect_used, reason = "tests stop at what must not happen, in their common parts too")]

mod meta;
mod properties;
mod telegram;

#[path = "../support/accounted.rs"]
mod accounted;

use accounted::assert_accounted;
use argine_chat::{Handed, ReadOptions, read};
use argine_model::{
    AttachmentStatus, CallOutcome, Conversation, ConversationKind, FindingCode, GapReason, MessageKind, Platform,
    Reading, Relation, SourceState, TimeBasis,
};
use proptest::prelude::*;
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn read_all(files: &[(&str, &[u8])]) -> Reading {
    let handed: Vec<Handed<'_>> = files.iter().map(|(name, bytes)| Handed { name, bytes }).collect();
    let reading = read(&handed, &ReadOptions::default());
    assert_accounted(&reading);
    reading
}

fn read_one(name: &str, text: &str) -> Reading {
    read_all(&[(name, text.as_bytes())])
}

fn place_of(byte: u64) -> usize {
    usize::try_from(byte).expect("small")
}

fn codes(reading: &Reading) -> Vec<FindingCode> {
    reading.findings.iter().map(|finding| finding.code).collect()
}

fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a member");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// UTF-8 as Meta writes it: each byte a character.
fn mojibake(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte < 0x80 { char::from(byte).to_string() } else { format!("\\u00{byte:02x}") })
        .collect()
}

/// One part of a thread between Anna and somebody.
fn part(thread: &str, other: &str, messages: &[String]) -> String {
    format!(
        r#"{{"participants": [{{"name": "{0}"}}, {{"name": "Anna"}}], "messages": [{1}], "title": "{0}", "thread_path": "{thread}"}}"#,
        mojibake(other),
        messages.join(", ")
    )
}

fn said(by: &str, milliseconds: u64, words: &str) -> String {
    format!(
        r#"{{"sender_name": "{}", "timestamp_ms": {milliseconds}, "content": "{}"}}"#,
        mojibake(by),
        mojibake(words)
    )
}

fn views(chat: &Conversation) -> Vec<&str> {
    chat.messages.iter().map(argine_model::Message::view).collect()
}

fn owner(chat: &Conversation) -> Option<(&str, &str)> {
    let owner = chat.owner.as_ref()?;
    Some((chat.participant(owner.participant)?.name.as_str(), owner.basis.as_str()))
}

/// Conversations without what depends on which file was handed over first.
fn comparable(reading: &Reading) -> Vec<String> {
    let mut chats: Vec<String> = reading
        .conversations
        .iter()
        .map(|chat| {
            let messages: Vec<String> = chat
                .messages
                .iter()
                .map(|message| {
                    let sender = chat.sender_name(message);
                    format!(
                        "{:?} {sender:?} {:?} {:?} {:?}",
                        message.time, message.kind, message.text, message.location.span
                    )
                })
                .collect();
            let names: Vec<&str> = chat.participants.iter().map(|person| person.name.as_str()).collect();
            format!("{} {:?} {names:?} {:?} {messages:?}", chat.id, chat.kind, owner(chat))
        })
        .collect();
    chats.sort();
    chats
}

fn meta_page(heading: &str, blocks: &[(&str, &str, &str)]) -> String {
    let mut shown = Vec::new();
    for (name, words, time) in blocks {
        let heading = format!("<{heading} class=\"k\">{name}</{heading}>");
        let content = format!("<div class=\"r7\"><div><div></div><div>{words}</div><div></div></div></div>");
        shown.push(format!("<div class=\"qx1 _z9\">{heading}{content}<div class=\"t3\">{time}</div></div>"));
    }
    let shown = shown.concat();
    format!(
        "<html><head><title>Zoë</title><style>.k{{}}</style></head><body><div><main>{shown}</main></div></body></html>"
    )
}

fn telegram_page(blocks: &str) -> String {
    format!(
        "<!DOCTYPE html><html><body><div class=\"page_wrap\"><div class=\"page_header\"><div class=\"content\"><div class=\"text bold\">\nBruno\n</div></div></div><div class=\"page_body chat_page\"><div class=\"history\">{blocks}</div></div></div></body></html>"
    )
}

fn telegram_block(id: u32, name: &str, time: &str, rest: &str) -> String {
    let (joined, name) = if name.is_empty() {
        (" joined", String::new())
    } else {
        ("", format!("<div class=\"from_name\">\n{name}\n </div>"))
    };
    format!(
        "<div class=\"message default clearfix{joined}\" id=\"message{id}\"><div class=\"body\"><div class=\"pull_right date details\" title=\"{time}\">10:00</div>{name}{rest}</div></div>\n"
    )
}

/// A chat of Telegram with these messages.
fn telegram(messages: &str) -> String {
    format!(r#"{{"name": "Bruno", "type": "personal_chat", "id": 7, "messages": [{messages}]}}"#)
}
