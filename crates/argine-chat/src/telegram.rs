//! Telegram Desktop's `result.json`: one chat, or a whole account with `chats.list[]` and `left_chats.list[]`.

use std::collections::BTreeMap;

use argine_model::{
    Attachment, AttachmentStatus, Call, CallOutcome, Conversation, ConversationKind, ConversationTime, Location,
    MediaClass, Message, MessageFlags, MessageKind, OwnerGuess, Participant, ParticipantIndex, Platform, TimeBasis,
    TimePrecision,
};
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::Value;

use crate::classify::class_of_name;
use crate::json::{File, Node, Top, field};
use crate::source::{Document, Extract};

/// Reads one chat or a whole account.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let conversations = if top.field("chats").is_some() || top.field("left_chats").is_some() {
        account(file, &top.fields)
    } else {
        let messages = top.field("messages").filter(|node| file.byte(*node) == Some(b'['))?;
        let first = file.elements(messages).first().and_then(|node| file.value(*node)).unwrap_or(Value::Null);
        let has = |name: &str| first.get(name).is_some();
        let is_message = (has("date") || has("date_unixtime")) && (has("type") || has("from") || has("actor"));
        let is_empty_chat = first.is_null() && top.field("type").is_some() && top.field("id").is_some();
        if !is_message && !is_empty_chat {
            return None;
        }
        vec![chat(file, &top.fields, None)]
    };
    Some(file.extract("telegram_json", conversations, None))
}

/// All chats of an account.
fn account(file: &mut File<'_>, fields: &[(String, Node)]) -> Vec<Conversation> {
    let holder = field(fields, "personal_information").and_then(|node| file.value(node));
    let holder = holder.as_ref().and_then(|person| person.get("user_id")).and_then(Value::as_i64);
    let mut conversations = Vec::new();
    for name in ["chats", "left_chats"] {
        let Some(group) = field(fields, name) else { continue };
        let list = match file.byte(group) {
            Some(b'[') => Some(group),
            _ => field(&file.fields(group), "list"),
        };
        for chat_node in list.map(|list| file.elements(list)).unwrap_or_default() {
            let chat_fields = file.fields(chat_node);
            if field(&chat_fields, "messages").is_some() {
                conversations.push(chat(file, &chat_fields, holder));
            }
        }
    }
    conversations
}

/// One chat. `holder` is the account's own user, where the export says it.
fn chat(file: &mut File<'_>, fields: &[(String, Node)], holder: Option<i64>) -> Conversation {
    let text_of = |file: &File<'_>, name: &str| {
        field(fields, name).and_then(|node| file.value(node)).and_then(|value| scalar(&value))
    };
    let (name, kind, id) = (text_of(file, "name"), text_of(file, "type"), text_of(file, "id"));
    let mut people = People::default();
    let mut messages = Vec::new();
    let values = field(fields, "messages").map(|node| file.messages(node)).unwrap_or_default();
    for (node, value) in values {
        let document = file.document;
        let index = u32::try_from(messages.len()).unwrap_or(u32::MAX);
        let location =
            Location { source: document.source, span: document.decoded.span(node.start, node.end), line: None };
        messages.push(message(&value, index, location, document, &mut people));
    }
    let is_group = match kind.as_deref() {
        Some("personal_chat" | "bot_chat" | "saved_messages") => false,
        Some(_) => true,
        None => people.participants.len() > 2,
    };
    let other = people.participants.iter().position(|person| {
        let by_id = id.as_ref().is_some_and(|id| person.native_id.as_deref() == Some(&format!("user{id}")));
        by_id || (name.is_some() && name.as_deref() == Some(person.name.as_str()))
    });
    let index = |place: usize| ParticipantIndex(u32::try_from(place).unwrap_or(u32::MAX));
    let by_account = holder.and_then(|holder| {
        let holder = format!("user{holder}");
        people.participants.iter().position(|person| person.native_id.as_deref() == Some(holder.as_str()))
    });
    let owner = match (by_account, other, people.participants.len()) {
        (Some(owner), ..) => Some(OwnerGuess { participant: index(owner), basis: "account".to_owned() }),
        (None, Some(other), 2) if !is_group => {
            Some(OwnerGuess { participant: index(1 - other.min(1)), basis: "chat_title".to_owned() })
        }
        _ => None,
    };
    Conversation {
        id: id.or_else(|| name.clone()).unwrap_or_default(),
        platform: Platform::Telegram,
        kind: if is_group { ConversationKind::Group } else { ConversationKind::Direct },
        title: name,
        participants: people.participants,
        owner,
        messages,
    }
}

#[derive(Default)]
struct People {
    participants: Vec<Participant>,
    /// Places by id, or by name where old exports have no ids.
    places: BTreeMap<String, usize>,
}

impl People {
    /// The participant by id, or by name where old exports have no ids.
    fn of(&mut self, name: Option<&str>, id: Option<String>) -> Option<ParticipantIndex> {
        if name.is_none() && id.is_none() {
            return None;
        }
        let key = id.as_deref().or(name).unwrap_or_default();
        let place = if let Some(place) = self.places.get(key) {
            *place
        } else {
            self.places.insert(key.to_owned(), self.participants.len());
            let name = name.or(id.as_deref()).unwrap_or_default().to_owned();
            self.participants.push(Participant { name, native_id: id });
            self.participants.len() - 1
        };
        u32::try_from(place).ok().map(ParticipantIndex)
    }
}

fn message(value: &Value, index: u32, location: Location, document: &Document<'_>, people: &mut People) -> Message {
    let text_of = |name: &str| value.get(name).and_then(Value::as_str);
    let mut message = Message {
        index,
        location,
        kind: MessageKind::Text,
        sender: None,
        time: time(value, document),
        text: value.get("text").map(joined).unwrap_or_default(),
        repaired: None,
        caption: None,
        attachments: Vec::new(),
        call: None,
        flags: MessageFlags {
            edited: value.get("edited").is_some() || value.get("edited_unixtime").is_some(),
            forwarded: value.get("forwarded_from").is_some_and(|from| !from.is_null())
                || value.get("saved_from").is_some(),
            ..MessageFlags::default()
        },
        details: None,
    };
    match text_of("type") {
        Some("service") => service(value, &mut message, people),
        Some("unsupported") => message.kind = MessageKind::Unsupported,
        _ => {
            message.sender = people.of(text_of("from"), value.get("from_id").and_then(scalar));
            content(value, &mut message, document);
        }
    }
    message
}

/// What the app writes: calls, screenshots, groups, timers.
fn service(value: &Value, message: &mut Message, people: &mut People) {
    let text_of = |name: &str| value.get(name).and_then(Value::as_str);
    let action = text_of("action").unwrap_or_default();
    message.kind = MessageKind::System;
    if message.text.is_empty() {
        action.clone_into(&mut message.text);
    }
    match action {
        "phone_call" => {
            let seconds =
                value.get("duration_seconds").and_then(Value::as_u64).and_then(|value| u32::try_from(value).ok());
            let outcome = match (text_of("discard_reason"), seconds) {
                (Some("missed"), _) => CallOutcome::Missed,
                (Some("busy"), _) => CallOutcome::Declined,
                (_, Some(1..)) => CallOutcome::Answered,
                _ => CallOutcome::Unknown,
            };
            let video = value.get("is_video").or_else(|| value.get("video")).and_then(Value::as_bool).unwrap_or(false);
            message.kind = MessageKind::Call;
            message.call = Some(Call { video, outcome, seconds });
            message.sender = people.of(text_of("actor"), value.get("actor_id").and_then(scalar));
        }
        "take_screenshot" => message.flags.screenshot_notice = true,
        "create_group" | "create_channel" => message.flags.group_created = true,
        _ => {}
    }
}

/// What a person sent beside words.
fn content(value: &Value, message: &mut Message, document: &Document<'_>) {
    let has = |name: &str| value.get(name).is_some_and(|value| !value.is_null());
    let path = ["photo", "file"].iter().find_map(|name| value.get(name)).and_then(Value::as_str);
    if has("self_destruct_period_seconds") {
        message.kind = MessageKind::ViewOnce;
    } else if path.is_some() || has("media_type") {
        message.kind = MessageKind::Media;
        if !message.text.is_empty() {
            message.caption = Some(message.text.clone());
        }
    } else if has("contact_information") {
        message.kind = MessageKind::Contact;
    } else if has("location_information") || has("live_location_period_seconds") {
        message.kind = MessageKind::Location;
    } else if let Some(poll) = value.get("poll") {
        message.kind = MessageKind::Poll;
        if message.text.is_empty() {
            let answers = poll.get("answers").and_then(Value::as_array).into_iter().flatten();
            let lines: Vec<String> = poll
                .get("question")
                .into_iter()
                .chain(answers.filter_map(|answer| answer.get("text")))
                .map(joined)
                .collect();
            message.text = lines.join("\n");
        }
    }
    if let Some(path) = path {
        message.attachments.push(attachment(value, path, document));
    }
}

fn attachment(value: &Value, path: &str, document: &Document<'_>) -> Attachment {
    let class = match value.get("media_type").and_then(Value::as_str) {
        _ if value.get("photo").is_some() => MediaClass::Image,
        Some("video_file" | "video_message" | "animation") => MediaClass::Video,
        Some("voice_message" | "audio_file") => MediaClass::Audio,
        Some("sticker") => MediaClass::Image,
        _ => class_of_name(value.get("file_name").and_then(Value::as_str).unwrap_or(path)),
    };
    // `(File not included. Change data exporting settings to download.)` and its relatives stand where a path would.
    if path.starts_with('(') && path.ends_with(')') {
        let name = value.get("file_name").and_then(Value::as_str).map(ToOwned::to_owned);
        return Attachment { name, class, status: AttachmentStatus::Omitted, sha256: None };
    }
    match document.media.find(path) {
        Some((sha256, class)) => {
            Attachment { name: Some(path.to_owned()), class, status: AttachmentStatus::Present, sha256 }
        }
        None => Attachment { name: Some(path.to_owned()), class, status: AttachmentStatus::Missing, sha256: None },
    }
}

/// `text` is a string, or pieces: strings and objects with a `text` and perhaps the address behind it.
fn joined(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(pieces) => pieces
            .iter()
            .map(|piece| match (piece.get("text").and_then(Value::as_str), piece.get("href").and_then(Value::as_str)) {
                // A link behind other words would be lost with them.
                (Some(text), Some(href)) if !href.contains(text) => format!("{text} ({href})"),
                (Some(text), _) => text.to_owned(),
                (None, _) => piece.as_str().unwrap_or_default().to_owned(),
            })
            .collect(),
        Value::Object(_) => value.get("text").map(joined).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The instant where the export has it (since 3.7.6), else the clock of whoever exported.
fn time(value: &Value, document: &Document<'_>) -> Option<ConversationTime> {
    let seconds = value.get("date_unixtime").and_then(scalar).and_then(|text| text.parse::<i64>().ok());
    if let Some(instant) = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok()) {
        return Some(ConversationTime {
            civil: document.options.zone.to_datetime(instant),
            precision: TimePrecision::Second,
            basis: TimeBasis::Instant,
            instant: Some(instant),
        });
    }
    let civil: DateTime = value.get("date")?.as_str()?.parse().ok()?;
    Some(ConversationTime { civil, precision: TimePrecision::Second, basis: TimeBasis::DeviceClock, instant: None })
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
