//! From the fields of a message to a message.

use argine_model::{
    Attachment, AttachmentStatus, ByteSpan, Call, CallOutcome, ConversationTime, Entity, Location, MediaClass, Message,
    MessageFlags, MessageKind, Participant, Reaction, TimeBasis, TimePrecision,
};
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde_json::Value;

use super::people::People;
use super::record::{Piece, Record, Scalar, Words};
use super::{name_answered, written};
use crate::classify::class_of_name;
use crate::source::Document;

/// Marks that change how words look and not what they lead to.
const LOOKS: [&str; 11] = [
    "",
    "plain",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "code",
    "pre",
    "spoiler",
    "blockquote",
    "custom_emoji",
];

/// Reads the messages of one chat, in their order.
pub(super) struct Reader<'a> {
    document: &'a Document<'a>,
    people: People,
    messages: Vec<Message>,
    /// The platform's ids of the messages, 0 where there is none.
    ids: Vec<i64>,
    answered: Vec<i64>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        Self { document, people: People::default(), messages: Vec::new(), ids: Vec::new(), answered: Vec::new() }
    }

    pub(super) fn take(&mut self, record: &Record<'_>, location: Location) {
        let (text, marked) = words(record);
        let forwarded = record.other("forwarded_from").or_else(|| record.other("forwarded_from_id"));
        let mut message = Message {
            index: u32::try_from(self.messages.len()).unwrap_or(u32::MAX),
            time: time(&record.unixtime, &record.date, self.document),
            flags: MessageFlags {
                // Versions before 2021 wrote the beginning of time where nothing was changed.
                edited: record.edited != Scalar::None
                    && !record.edited.as_str().is_some_and(|date| date.starts_with("1970") || date.starts_with("1969")),
                forwarded: forwarded.is_some() || record.other("saved_from").is_some(),
                ..MessageFlags::default()
            },
            ..Message::new(location, text)
        };
        match record.kind.as_str() {
            Some("service") => service(record, &mut message, &mut self.people),
            kind => {
                let number;
                let id = match &record.from_id {
                    Scalar::Text(id) => Some(id.as_ref()),
                    other => {
                        number = other.written();
                        number.as_deref()
                    }
                };
                message.sender = self.people.of(record.from.as_str(), id);
                content(record, &mut message, self.document);
                if kind == Some("unsupported") {
                    message.kind = MessageKind::Unsupported;
                }
            }
        }
        if let Some(name) = forwarded.and_then(written) {
            message.details_mut().forwarded_from = Some(name);
        }
        if let Some(id) = record.reply_to.number() {
            message.details_mut().reply_to = Some(id.to_string());
            self.answered.push(id);
        }
        if let Some(list) = record.other("reactions").and_then(Value::as_array) {
            let reactions: Vec<Reaction> = list.iter().flat_map(reactions).collect();
            if !reactions.is_empty() {
                message.details_mut().reactions = reactions;
            }
        }
        mark(&mut message, &marked);
        let id = record.id.number().unwrap_or_default();
        if let Some(details) = message.details.as_mut().filter(|_| id != 0) {
            details.native_id = Some(id.to_string());
        }
        self.ids.push(id);
        self.messages.push(message);
    }

    pub(super) fn finish(mut self) -> (Vec<Participant>, Vec<Message>) {
        name_answered(&mut self.messages, &self.ids, self.answered);
        (self.people.participants, self.messages)
    }
}

/// Something marked in the text: which bytes, what, and what is behind it.
struct Marked {
    span: (usize, usize),
    kind: String,
    target: Option<String>,
    /// Whether the words do not show where they lead.
    hidden: bool,
}

/// The text, and what the app marked in it.
fn words(record: &Record<'_>) -> (String, Vec<Marked>) {
    let joined = match &record.text {
        Words::None => String::new(),
        Words::Plain(text) => text.as_ref().to_owned(),
        Words::Pieces(pieces) => pieces.iter().map(|piece| piece.text.as_ref()).collect(),
    };
    let is_same = |pieces: &[Piece<'_>]| {
        let mut rest = joined.as_str();
        pieces.iter().all(|piece| match rest.strip_prefix(piece.text.as_ref()) {
            Some(next) => {
                rest = next;
                true
            }
            None => false,
        }) && rest.is_empty()
    };
    let pieces = match (&record.entities, &record.text) {
        (Words::Pieces(pieces), _) if is_same(pieces) => pieces.as_slice(),
        (_, Words::Pieces(pieces)) => pieces.as_slice(),
        _ => return (joined, Vec::new()),
    };
    let mut at = 0;
    let mut marked = Vec::new();
    for piece in pieces {
        let span = (at, at + piece.text.len());
        at = span.1;
        let target = piece.href.as_deref().map(ToOwned::to_owned).or_else(|| piece.user_id.clone());
        if LOOKS.contains(&piece.kind.as_ref()) && target.is_none() || span.0 == span.1 {
            continue;
        }
        let hidden = piece.href.as_deref().is_some_and(|href| !href.contains(piece.text.as_ref()));
        marked.push(Marked { span, kind: piece.kind.as_ref().to_owned(), target, hidden });
    }
    (joined, marked)
}

/// Puts the marks on the words. An address behind other words is written after them: a person who reads must see it.
fn mark(message: &mut Message, marked: &[Marked]) {
    if marked.is_empty() {
        return;
    }
    if !matches!(message.kind, MessageKind::Text | MessageKind::Media) {
        return;
    }
    let mut view = String::with_capacity(message.text.len());
    let mut entities = Vec::with_capacity(marked.len());
    let mut at = 0;
    for Marked { span: (start, end), kind, target, hidden } in marked {
        view.push_str(message.text.get(at..*start).unwrap_or_default());
        let from = view.len();
        view.push_str(message.text.get(*start..*end).unwrap_or_default());
        let span = ByteSpan::new(from as u64, view.len() as u64);
        entities.push(Entity { span, kind: kind.clone(), target: target.clone() });
        if let (true, Some(target)) = (hidden, target) {
            view.push_str(" (");
            view.push_str(target);
            view.push(')');
        }
        at = *end;
    }
    view.push_str(message.text.get(at..).unwrap_or_default());
    if message.kind == MessageKind::Media {
        message.caption = Some(view.clone());
    }
    if view != message.text {
        message.repaired = Some(view);
    }
    message.details_mut().entities = entities;
}

/// One sign under a message, once for everybody who is named.
fn reactions(value: &Value) -> Vec<Reaction> {
    let sign = ["emoji", "document_id", "type"].iter().find_map(|name| value.get(*name)).and_then(written);
    let Some(sign) = sign else { return Vec::new() };
    let named = value.get("recent").and_then(Value::as_array).into_iter().flatten();
    let mut by: Vec<Reaction> = named
        .filter_map(|person| person.get("from").and_then(written).or_else(|| person.get("from_id").and_then(written)))
        .map(|name| Reaction { sign: sign.clone(), by: Some(name) })
        .collect();
    if by.is_empty() {
        by.push(Reaction { sign, by: None });
    }
    by
}

/// What the app writes: calls, screenshots, groups, timers. The line is made of the fields as they stand.
fn service(record: &Record<'_>, message: &mut Message, people: &mut People) {
    let text_of = |name: &str| record.other(name).and_then(Value::as_str);
    let number_of = |name: &str| {
        let value = record.other(name).and_then(written)?;
        value.parse::<u32>().ok()
    };
    let action = text_of("action").unwrap_or_default();
    message.kind = MessageKind::System;
    if message.text.is_empty() {
        message.text = service_line(record);
    }
    match action {
        "phone_call" => {
            let seconds = number_of("duration_seconds");
            let outcome = match (text_of("discard_reason"), seconds) {
                (Some("missed"), _) => CallOutcome::Missed,
                (Some("busy"), _) => CallOutcome::Declined,
                (_, Some(1..)) => CallOutcome::Answered,
                _ => CallOutcome::Unknown,
            };
            let video =
                record.other("is_video").or_else(|| record.other("video")).and_then(Value::as_bool).unwrap_or(false);
            message.kind = MessageKind::Call;
            message.call = Some(Call { video, outcome, seconds });
            let id = record.other("actor_id").and_then(written);
            message.sender = people.of(text_of("actor"), id.as_deref());
        }
        "take_screenshot" | "screenshot_taken" => message.flags.screenshot_notice = true,
        "create_group" | "create_channel" => message.flags.group_created = true,
        "set_messages_ttl" => {
            message.flags.timer_changed = true;
            let period = number_of("period").or_else(|| number_of("period_seconds"));
            if let Some(period) = period.filter(|period| *period > 0) {
                message.details_mut().disappears_after = Some(period);
            }
        }
        "phone_number_changed" | "change_phone_number" => message.flags.number_changed = true,
        _ => {}
    }
}

/// `Bruno: invite_members; members Anna, Carla`: who, what, and every other field.
fn service_line(record: &Record<'_>) -> String {
    let mut line = String::new();
    if let Some(actor) = record.other("actor").and_then(written).or_else(|| record.from.written()) {
        line.push_str(&actor);
        line.push_str(": ");
    }
    line.push_str(&record.other("action").and_then(written).unwrap_or_default());
    for (key, value) in &record.rest {
        if matches!(key.as_ref(), "actor" | "actor_id" | "action" | "reactions") {
            continue;
        }
        let shown = shown(value);
        if !shown.is_empty() {
            line.push_str("; ");
            line.push_str(key);
            line.push(' ');
            line.push_str(&shown);
        }
    }
    line
}

/// A value as a person can read it: lists with commas, objects by their values.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(list) => join(list.iter()),
        // A piece of marked words.
        Value::Object(map) if map.contains_key("text") && map.contains_key("type") => {
            map.get("text").map(shown).unwrap_or_default()
        }
        Value::Object(map) => join(map.values()),
        other => written(other).unwrap_or_default(),
    }
}

fn join<'v>(values: impl Iterator<Item = &'v Value>) -> String {
    let parts: Vec<String> = values.map(shown).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// What a person sent beside words.
fn content(record: &Record<'_>, message: &mut Message, document: &Document<'_>) {
    if record.rest.is_empty() {
        return;
    }
    let field = |name: &str| record.other(name).filter(|value| !value.is_null());
    let path = ["photo", "file"].iter().find_map(|name| field(name)).and_then(Value::as_str);
    let words = |name: &str| field(name).map(shown).unwrap_or_default();
    let is_silent = message.text.is_empty();
    if let Some(period) = field("self_destruct_period_seconds") {
        message.kind = MessageKind::ViewOnce;
        message.details_mut().disappears_after = written(period).and_then(|period| period.parse().ok());
    } else if path.is_some() || field("media_type").is_some() {
        message.kind = MessageKind::Media;
        if !is_silent {
            message.caption = Some(message.text.clone());
        }
    } else if field("contact_information").is_some() {
        message.kind = MessageKind::Contact;
        if is_silent {
            message.text = words("contact_information");
        }
    } else if field("location_information").is_some() || field("live_location_period_seconds").is_some() {
        message.kind = MessageKind::Location;
        if is_silent {
            let parts = ["place_name", "address", "location_information"].map(words);
            message.text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        }
    } else if let Some(poll) = field("poll") {
        message.kind = MessageKind::Poll;
        if is_silent {
            let answers = poll.get("answers").and_then(Value::as_array).into_iter().flatten();
            let lines: Vec<String> = poll
                .get("question")
                .into_iter()
                .chain(answers.filter_map(|answer| answer.get("text")))
                .map(plain_text)
                .collect();
            message.text = lines.join("\n");
        }
    } else if is_silent {
        // Invoices, games, gifts: what the app says of them.
        let known = ["forwarded_from", "forwarded_from_id", "saved_from", "reactions", "author", "via_bot"];
        let parts: Vec<String> = record
            .rest
            .iter()
            .filter(|(key, _)| !known.contains(&key.as_ref()) && !key.starts_with("reply_to"))
            .map(|(_, value)| shown(value))
            .filter(|part| !part.is_empty())
            .collect();
        if !parts.is_empty() {
            message.kind = MessageKind::Unsupported;
            message.text = parts.join(", ");
        }
    }
    if let Some(path) = path {
        message.attachments.push(attachment(record, path, document));
    }
}

/// The words of a question or an answer: a string, or pieces.
fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(pieces) => pieces.iter().map(plain_text).collect(),
        Value::Object(_) => value.get("text").and_then(Value::as_str).unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

fn attachment(record: &Record<'_>, path: &str, document: &Document<'_>) -> Attachment {
    let file_name = record.other("file_name").and_then(Value::as_str);
    let class = match record.other("media_type").and_then(Value::as_str) {
        _ if record.other("photo").is_some() => MediaClass::Image,
        Some("video_file" | "video_message" | "animation") => MediaClass::Video,
        Some("voice_message" | "audio_file") => MediaClass::Audio,
        Some("sticker") => MediaClass::Image,
        _ => class_of_name(file_name.unwrap_or(path)),
    };
    // `(File not included. Change data exporting settings to download.)` and its relatives stand where a path would.
    if path.starts_with('(') && path.ends_with(')') {
        return Attachment {
            name: file_name.map(ToOwned::to_owned),
            class,
            status: AttachmentStatus::Omitted,
            sha256: None,
        };
    }
    match document.media.find(path) {
        Some((sha256, class)) => {
            Attachment { name: Some(path.to_owned()), class, status: AttachmentStatus::Present, sha256 }
        }
        None => Attachment { name: Some(path.to_owned()), class, status: AttachmentStatus::Missing, sha256: None },
    }
}

/// The instant where the export has it (since 3.7.6), else the clock of whoever exported.
fn time(unixtime: &Scalar<'_>, date: &Scalar<'_>, document: &Document<'_>) -> Option<ConversationTime> {
    if let Some(instant) = unixtime.number().and_then(|seconds| Timestamp::from_second(seconds).ok()) {
        return Some(ConversationTime {
            civil: document.options.zone.to_datetime(instant),
            precision: TimePrecision::Second,
            basis: TimeBasis::Instant,
            instant: Some(instant),
        });
    }
    let civil: DateTime = date.as_str()?.parse().ok()?;
    Some(ConversationTime { civil, precision: TimePrecision::Second, basis: TimeBasis::DeviceClock, instant: None })
}
