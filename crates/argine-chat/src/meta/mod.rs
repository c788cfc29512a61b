//! Instagram and Messenger: `message_N.json` of "Download your information", and Messenger's flat file of encrypted chats
//! (`messenger.com/secure_storage/dyi`); the same download in HTML where somebody chose that.
//!
//! Both write the newest message first, and (in most files) each byte of UTF-8 as a character of its own. The words as written
//! stay in `text`; what they mean is in `repaired`.

mod html;
mod phrases;

use std::collections::BTreeMap;

use argine_model::{
    Attachment, AttachmentStatus, Call, CallOutcome, Conversation, ConversationKind, ConversationTime, Location,
    MediaClass, Message, MessageKind, OwnerGuess, Participant, ParticipantIndex, Platform, Reaction, Sha256, TimeBasis,
    TimePrecision,
};
use jiff::Timestamp;
use serde_json::Value;

use crate::classify::class_of_name;
use crate::json::{File, Node, Top};
use crate::source::{Document, Extract, base_name};
use crate::threads::chronological;
use phrases::{Line, says_video, says_you_missed};

pub(crate) use html::read as read_html;

/// Reads one file of a thread.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let messages = top.field("messages").filter(|node| file.byte(*node) == Some(b'['))?;
    let first = file.first(messages).and_then(|node| file.value(node)).unwrap_or(Value::Null);
    let has = |name: &str| first.get(name).is_some();
    let is_message =
        has("sender_name") || has("timestamp_ms") || has("senderName") || top.field("threadName").is_some();
    let is_empty_thread = first.is_null() && top.field("participants").is_some();
    if !is_message && !is_empty_thread {
        return None;
    }
    let (conversation, thread) = thread(file, &top.fields, messages);
    let chat = chat_key("meta_json", thread.as_deref(), file.document);
    let mut extract = file.extract("meta_json", vec![conversation], thread);
    extract.chats = vec![chat];
    Some(extract)
}

/// The name under which the same thread in another file is found again. A thread's folder ends with its number (`anna_17…`),
/// wherever in the download it lies. A file without one is the same chat only where it is the same file.
fn chat_key(format: &str, thread: Option<&str>, document: &Document<'_>) -> String {
    match thread.map(base_name).filter(|name| name.contains('_')) {
        Some(name) => format!("{format}/{name}"),
        None if thread.is_none() => format!("{format}/{}", Sha256::of(document.bytes)),
        None => String::new(),
    }
}

/// One file of a thread: its conversation, and the thread's name where it has one.
fn thread(file: &mut File<'_>, fields: &[(String, Node)], list: Node) -> (Conversation, Option<String>) {
    let value_of = |file: &File<'_>, name: &str| {
        fields.iter().find(|(key, _)| key == name).and_then(|(_, node)| file.value(*node))
    };
    let string_of =
        |file: &File<'_>, name: &str| value_of(file, name).as_ref().and_then(Value::as_str).map(repair_or_keep);
    let mut participants: Vec<Participant> = value_of(file, "participants")
        .as_ref()
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|person| person.as_str().or_else(|| person.get("name").and_then(Value::as_str)))
        .map(|name| Participant { name: repair_or_keep(name), native_id: None })
        .collect();
    let listed = participants.len();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (place, person) in participants.iter().enumerate() {
        places.entry(person.name.clone()).or_insert(place);
    }
    let (title, thread_path) = (
        string_of(file, "title").or_else(|| string_of(file, "threadName")),
        string_of(file, "thread_path").filter(|path| !path.is_empty()),
    );
    let mut values = file.messages(list);
    let stamp = |value: &Value| value.get("timestamp_ms").or_else(|| value.get("timestamp")).and_then(Value::as_i64);
    let newest_first = match (values.first(), values.last()) {
        (Some((_, top)), Some((_, bottom))) => stamp(top) >= stamp(bottom),
        _ => false,
    };
    if newest_first {
        values.reverse();
    }
    let signs = Signs::of(file.document, fields, &values, thread_path.as_deref());
    let mut missed_by_you = None;
    let mut messages = Vec::with_capacity(values.len());
    for (node, value) in values {
        let location = Location {
            source: file.document.source,
            span: file.document.decoded.span(node.start, node.end),
            line: None,
        };
        let sender = value.get("sender_name").or_else(|| value.get("senderName")).and_then(Value::as_str);
        let sender = sender.filter(|name| !name.is_empty()).map(|name| place_of(&mut participants, &mut places, name));
        let name = sender.and_then(|sender| participants.get(sender.0 as usize)).map_or("", |person| &person.name);
        let message = message(&value, (sender, name), location, file.document, stamp(&value));
        if message.call.is_some_and(|call| call.outcome == CallOutcome::Missed) && says_you_missed(message.view()) {
            missed_by_you = missed_by_you.or(message.sender);
        }
        messages.push(message);
    }
    chronological(&mut messages);
    let is_group = participants.len() > 2;
    let path = file.document.path.join("/");
    let is_request = is_request(&path) || thread_path.as_deref().is_some_and(is_request);
    let owner = owner(&participants, listed, title.as_deref(), missed_by_you).filter(|_| !is_group || listed > 2);
    // What lies in two folders is two threads, whatever the files say of themselves.
    let name = match (thread_path.clone(), folder(file.document)) {
        (Some(said), Some(folder)) if base_name(&said) != base_name(&folder) => folder,
        (said, folder) => said.or(folder).unwrap_or_default(),
    };
    let conversation = Conversation {
        id: name.clone(),
        platform: signs.platform(),
        kind: match (is_request, is_group) {
            (_, true) => ConversationKind::Group,
            (true, false) => ConversationKind::Request,
            (false, false) => ConversationKind::Direct,
        },
        title,
        participants,
        owner,
        messages,
    };
    (conversation, Some(name).filter(|name| !name.is_empty()))
}

fn place_of(participants: &mut Vec<Participant>, places: &mut BTreeMap<String, usize>, name: &str) -> ParticipantIndex {
    let name = repair_or_keep(name);
    let place = *places.entry(name).or_insert_with_key(|name| {
        participants.push(Participant { name: name.clone(), native_id: None });
        participants.len() - 1
    });
    ParticipantIndex(u32::try_from(place).unwrap_or(u32::MAX))
}

/// The title is the other party's name; else the export lists its owner last.
fn owner(
    participants: &[Participant],
    listed: usize,
    title: Option<&str>,
    missed_by_you: Option<ParticipantIndex>,
) -> Option<OwnerGuess> {
    let claim = |participant: usize, basis: &str| {
        let participant = ParticipantIndex(u32::try_from(participant).unwrap_or(u32::MAX));
        Some(OwnerGuess { participant, basis: basis.to_owned() })
    };
    if participants.len() == 2 {
        let titled = title.and_then(|title| participants.iter().position(|person| person.name == title));
        if let Some(other) = titled {
            return claim(1 - other.min(1), "chat_title");
        }
        if let Some(caller) = missed_by_you {
            return claim(1 - (caller.0 as usize).min(1), "missed_by_you");
        }
    }
    if listed >= 2 { claim(listed - 1, "last_listed") } else { None }
}

/// What tells the two apart.
struct Signs {
    instagram: u32,
    messenger: u32,
}

impl Signs {
    fn of(document: &Document<'_>, fields: &[(String, Node)], values: &[(Node, Value)], thread: Option<&str>) -> Self {
        let mut signs = Self { instagram: 0, messenger: 0 };
        for name in document.path {
            signs.name(name, 4);
        }
        for (key, _) in fields {
            match key.as_str() {
                "threadName" | "joinable_mode" | "thread_type" | "image" => signs.messenger += 2,
                _ => {}
            }
        }
        signs.name(thread.unwrap_or_default(), 4);
        for (_, value) in values.iter().take(500) {
            let Some(message) = value.as_object() else { continue };
            for (key, value) in message {
                match key.as_str() {
                    "sender_id_INTERNAL"
                    | "bumped_message_metadata"
                    | "is_taken_down"
                    | "sticker"
                    | "gifs"
                    | "plan"
                    | "senderName" => signs.messenger += 2,
                    "photos" | "videos" | "audio_files" | "files" => {
                        let uris = value.as_array().into_iter().flatten().filter_map(|media| media.get("uri"));
                        for uri in uris.filter_map(Value::as_str) {
                            signs.name(uri, 4);
                        }
                    }
                    "share" => {
                        signs.instagram += u32::from(value.get("original_content_owner").is_some());
                        signs.name(value.get("link").and_then(Value::as_str).unwrap_or_default(), 1);
                    }
                    _ => {}
                }
            }
        }
        signs
    }

    fn name(&mut self, name: &str, weight: u32) {
        let name = name.to_ascii_lowercase();
        if name.contains("instagram") {
            self.instagram = self.instagram.saturating_add(weight);
        }
        if name.contains("facebook") || name.contains("messenger") {
            self.messenger = self.messenger.saturating_add(weight);
        }
    }

    fn platform(&self) -> Platform {
        if self.messenger > self.instagram { Platform::Messenger } else { Platform::Instagram }
    }
}

/// Folders in which threads lie that nobody accepted yet.
fn is_request(path: &str) -> bool {
    path.split(['/', '\\']).any(|folder| matches!(folder, "message_requests" | "filtered_threads"))
}

/// The folder a file lies in, which is named after its thread.
fn folder(document: &Document<'_>) -> Option<String> {
    let (folder, _) = document.path.get(1..)?.last()?.rsplit_once('/')?;
    Some(folder.to_owned())
}

fn message(
    value: &Value,
    (sender, name): (Option<ParticipantIndex>, &str),
    location: Location,
    document: &Document<'_>,
    milliseconds: Option<i64>,
) -> Message {
    let text_of = |name: &str| value.get(name).and_then(Value::as_str);
    let flag = |name: &str| value.get(name).and_then(Value::as_bool).unwrap_or(false);
    let text = text_of("content").or_else(|| text_of("text")).unwrap_or_default().to_owned();
    let time = milliseconds.and_then(|value| Timestamp::from_millisecond(value).ok()).map(|instant| ConversationTime {
        civil: document.options.zone.to_datetime(instant),
        precision: TimePrecision::Millisecond,
        basis: TimeBasis::Instant,
        instant: Some(instant),
    });
    let mut message = Message {
        sender,
        time,
        repaired: repair(&text),
        attachments: attachments(value, document),
        ..Message::new(location, text)
    };
    let line = phrases::line(message.view(), &[name]);
    // A line of the app has no words of a person in it.
    let is_own = line.is_none();
    let seconds = value.get("call_duration").and_then(Value::as_u64).and_then(|seconds| u32::try_from(seconds).ok());
    let share = value.get("share").filter(|share| !share.is_null());
    if flag("is_unsent") || flag("isUnsent") || line == Some(Line::Unsent) {
        message.kind = MessageKind::Deleted;
    } else if seconds.is_some()
        || text_of("type").is_some_and(|kind| kind.eq_ignore_ascii_case("call"))
        || matches!(line, Some(Line::Call | Line::MissedCall))
    {
        let missed = flag("missed") || seconds == Some(0) || line == Some(Line::MissedCall);
        let outcome = match (missed, seconds) {
            (true, _) => CallOutcome::Missed,
            (false, Some(_)) => CallOutcome::Answered,
            (false, None) => CallOutcome::Unknown,
        };
        message.kind = MessageKind::Call;
        message.call =
            Some(Call { video: says_video(message.view()), outcome, seconds: seconds.filter(|seconds| *seconds > 0) });
    } else if matches!(text_of("type"), Some("Subscribe" | "Unsubscribe")) {
        message.kind = MessageKind::System;
    } else if !message.attachments.is_empty() {
        message.kind = MessageKind::Media;
        message.caption = Some(message.view().to_owned()).filter(|words| is_own && !words.is_empty());
    } else if line == Some(Line::Attachment) {
        message.kind = MessageKind::Media;
        if share.is_none() {
            message.attachments.push(Attachment {
                name: None,
                class: MediaClass::Unknown,
                status: AttachmentStatus::Omitted,
                sha256: None,
            });
        }
    } else if let Some(line) = line {
        message.kind = MessageKind::System;
        message.flags.group_created = line == Line::GroupCreated;
        message.flags.screenshot_notice = line == Line::Screenshot;
        message.flags.timer_changed = line == Line::Timer;
    } else if text_of("type") == Some("placeholder") || (message.text.is_empty() && share.is_none()) {
        message.kind = MessageKind::Unsupported;
    }
    if let Some(share) = share
        && matches!(message.kind, MessageKind::Text | MessageKind::Media)
    {
        shared(share, &mut message);
    }
    let reactions: Vec<Reaction> =
        value.get("reactions").and_then(Value::as_array).into_iter().flatten().filter_map(reaction).collect();
    if !reactions.is_empty() {
        message.details_mut().reactions = reactions;
    }
    message
}

/// A sign under a message, and who put it there.
fn reaction(value: &Value) -> Option<Reaction> {
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(repair_or_keep);
    Some(Reaction { sign: text("reaction")?, by: text("actor") })
}

/// A link that was sent stands beside the words: it belongs to what a person reads.
fn shared(share: &Value, message: &mut Message) {
    let mut words = match message.kind {
        MessageKind::Media => message.caption.clone().unwrap_or_default(),
        _ => message.view().to_owned(),
    };
    for part in ["share_text", "link"].iter().filter_map(|name| share.get(name)).filter_map(Value::as_str) {
        let part = repair_or_keep(part);
        if !words.contains(&part) {
            if !words.is_empty() {
                words.push('\n');
            }
            words.push_str(&part);
        }
    }
    match message.kind {
        MessageKind::Media => message.caption = Some(words).filter(|words| !words.is_empty()),
        _ if words != message.text => message.repaired = Some(words),
        _ => {}
    }
}

fn attachments(value: &Value, document: &Document<'_>) -> Vec<Attachment> {
    let kinds = [
        ("photos", MediaClass::Image),
        ("videos", MediaClass::Video),
        ("audio_files", MediaClass::Audio),
        ("gifs", MediaClass::Image),
        ("files", MediaClass::Unknown),
        ("sticker", MediaClass::Image),
        ("media", MediaClass::Unknown),
    ];
    let mut found = Vec::new();
    for (key, class) in kinds {
        let Some(media) = value.get(key) else { continue };
        let single = media.is_object().then_some(media);
        for uri in media.as_array().into_iter().flatten().chain(single).filter_map(|media| media.get("uri")) {
            let Some(uri) = uri.as_str().map(repair_or_keep) else { continue };
            let class = if class == MediaClass::Unknown { class_of_name(&uri) } else { class };
            found.push(match document.media.find(uri.trim_start_matches("./")) {
                Some((sha256, class)) => {
                    Attachment { name: Some(uri), class, status: AttachmentStatus::Present, sha256 }
                }
                None => Attachment { name: Some(uri), class, status: AttachmentStatus::Missing, sha256: None },
            });
        }
    }
    found
}

/// UTF-8 written as one character for each byte, made into characters: only where every character fits in a byte and the
/// bytes are UTF-8 with something beyond ASCII.
fn repair(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect();
    String::from_utf8(bytes?).ok()
}

pub(crate) fn repair_or_keep(text: &str) -> String {
    repair(text).unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mojibake_is_repaired_and_nothing_else() {
        assert_eq!(repair("perch\u{c3}\u{a9} \u{f0}\u{9f}\u{98}\u{80}").as_deref(), Some("perché 😀"));
        for right in ["ciao", "perché", "😀 già", "\u{c3}"] {
            assert_eq!(repair(right), None, "{right:?}");
        }
    }
}
