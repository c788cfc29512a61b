//! Messages read while the file is walked for the first time, so that no byte of them is walked twice. A file that is not
//! Telegram's is left at its first key that Telegram does not write.

use argine_model::{Location, Message, Participant};

use super::message::Reader;
use super::record::Record;
use super::{is_message, scan};
use crate::json::{File, Node};

/// Who takes part in a chat, and its messages.
#[derive(Default)]
pub(crate) struct Chat {
    pub(super) participants: Vec<Participant>,
    pub(super) messages: Vec<Message>,
}

/// Keys of the outermost object in a chat's file and in an account's.
const KEYS: [&str; 16] = [
    "name",
    "type",
    "id",
    "messages",
    "about",
    "personal_information",
    "profile_pictures",
    "stories",
    "contacts",
    "frequent_contacts",
    "sessions",
    "web_sessions",
    "other_data",
    "ips",
    "chats",
    "left_chats",
];

/// Reads the chats of the object that begins at `start`, as far as they are Telegram's.
pub(crate) fn take(file: &mut File<'_>, start: usize) {
    let mut at = start + 1;
    while let Some((key, value)) = file.next_field(at) {
        if !KEYS.contains(&key) {
            return;
        }
        let end = match key {
            "messages" => chat_messages(file, value),
            "chats" | "left_chats" => chats(file, value),
            _ => file.end_of(value),
        };
        let Some(end) = end else { return };
        at = end;
    }
}

/// The list of chats, or the object that holds it.
fn chats(file: &mut File<'_>, start: usize) -> Option<usize> {
    if file.byte_at(start) == Some(b'[') {
        return chat_list(file, start);
    }
    let mut at = start + 1;
    if file.byte_at(start) != Some(b'{') {
        return file.end_of(start);
    }
    while let Some((key, value)) = file.next_field(at) {
        let is_list = key == "list" && file.byte_at(value) == Some(b'[');
        at = if is_list { chat_list(file, value)? } else { file.end_of(value)? };
    }
    file.note_end(start, at)
}

fn chat_list(file: &mut File<'_>, start: usize) -> Option<usize> {
    let mut at = start + 1;
    while let Some(chat) = file.next_element(at) {
        if file.byte_at(chat) != Some(b'{') {
            at = file.end_of(chat)?;
            continue;
        }
        let mut inside = chat + 1;
        while let Some((key, value)) = file.next_field(inside) {
            inside = if key == "messages" { chat_messages(file, value)? } else { file.end_of(value)? };
        }
        at = file.note_end(chat, inside)?;
    }
    file.note_end(start, at)
}

fn chat_messages(file: &mut File<'_>, start: usize) -> Option<usize> {
    let list = Node { start, end: file.text.len(), whole: true };
    let is_telegrams =
        file.byte_at(start) == Some(b'[') && file.first(list).is_some_and(|first| is_message(file, first));
    if !is_telegrams {
        return file.end_of(start);
    }
    let (chat, end) = read(file, list);
    file.early.insert(start, chat);
    Some(end)
}

/// Reads the messages of a list whose end need not be known; says where it ends.
pub(super) fn read(file: &mut File<'_>, list: Node) -> (Chat, usize) {
    let document = file.document;
    let mut reader = Reader::new(document);
    let end = file.records(list, |text, start, end| {
        let mut record = Record::default();
        let taken = scan::record(text, &mut record).or_else(|| {
            let mut stream = serde_json::Deserializer::from_str(text).into_iter::<Record<'_>>();
            record = stream.next()?.ok()?;
            Some(stream.byte_offset())
        })?;
        let span = document.decoded.span(start, end.unwrap_or(start + taken));
        reader.take(&record, Location { source: document.source, span, line: None });
        Some(taken)
    });
    let (participants, messages) = reader.finish();
    (Chat { participants, messages }, end)
}
