//! Snapchat's "My Data": `chat_history.json` and `snap_history.json` of both schemas, `friends.json`, `account.json`. Only
//! messages that somebody saved are in it.

use std::collections::BTreeMap;

use argine_model::{
    Attachment, AttachmentStatus, Call, CallOutcome, Contact, Conversation, ConversationKind, FindingCode, GapReason,
    Login, MediaClass, Message, MessageKind, Platform, Relation, TimePrecision,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::entry::{Roster, at, dereferenced, epoch, finding, in_order, left_out, location, owner, text_of, utc};
use crate::json::{File, Node, Top};
use crate::source::{Document, Extract};

/// Reads any of the files of the download that tell of people.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    old_history(file, top).or_else(|| new_history(file, top)).or_else(|| account(file, top))
}

/// Lists of the old schema, and whether the person sent what is in them.
const OLD_LISTS: &[(&str, Direction)] = &[
    ("Received Saved Chat History", Direction::Received),
    ("Sent Saved Chat History", Direction::Sent),
    ("Received Unsaved Chat History", Direction::Received),
    ("Sent Unsaved Chat History", Direction::Sent),
    ("Received Snap History", Direction::Received),
    ("Sent Snap History", Direction::Sent),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Received,
    Sent,
}

/// A message with the name of the other party.
struct Found {
    node: Node,
    value: Value,
    direction: Option<Direction>,
}

/// Old schema: received and sent in two lists, the other party in `From` or `To`.
fn old_history(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let lists: Vec<(Node, Direction)> = OLD_LISTS
        .iter()
        .filter_map(|(name, direction)| top.field(name).map(|node| (node, *direction)))
        .filter(|(node, _)| file.byte(*node) == Some(b'['))
        .collect();
    if lists.is_empty() {
        return None;
    }
    let mut chats: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for (list, direction) in lists {
        for (node, value) in file.messages(list) {
            let own = value.get("IsSender").and_then(Value::as_bool);
            let direction = match own {
                Some(true) => Direction::Sent,
                Some(false) => Direction::Received,
                None => direction,
            };
            let names: &[&str] = if direction == Direction::Sent { &["To", "From"] } else { &["From", "To"] };
            let other = text_of(&value, names).unwrap_or_default();
            chats.entry(other).or_default().push(Found { node, value, direction: Some(direction) });
        }
    }
    Some(extract(file, chats, None))
}

/// New schema: an object of conversations; who sent stands in the message.
fn new_history(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let is_message = |value: &Value| {
        value.get("Media Type").is_some() && value.get("Created").is_some() && value.get("From").is_some()
    };
    let lists: Vec<&(String, Node)> = top.fields.iter().filter(|(_, node)| file.byte(*node) == Some(b'[')).collect();
    let samples = lists.iter().take(20).filter_map(|(_, node)| file.elements(*node).first().copied());
    if !samples.into_iter().filter_map(|node| file.value(node)).any(|value| is_message(&value)) {
        return None;
    }
    let mut chats: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for (name, list) in lists {
        let found = file.messages(*list).into_iter().map(|(node, value)| {
            let own = value.get("IsSender").and_then(Value::as_bool);
            let direction = own.map(|own| if own { Direction::Sent } else { Direction::Received });
            Found { node, value, direction }
        });
        let found: Vec<Found> = found.collect();
        chats.entry(name.clone()).or_default().extend(found);
    }
    // The person's own user name stands on what they sent, in any of the chats.
    let mut sent = chats.values().flatten().filter(|found| found.direction == Some(Direction::Sent));
    let me = sent.find_map(|found| text_of(&found.value, &["From"]));
    Some(extract(file, chats, me.as_deref()))
}

fn extract(file: &mut File<'_>, chats: BTreeMap<String, Vec<Found>>, me: Option<&str>) -> Extract {
    let mut clocks = 0;
    let mut conversations = Vec::new();
    for (name, found) in chats {
        conversations.push(conversation(file.document, name, found, me, &mut clocks));
    }
    let mut extract = file.extract("snapchat_json", conversations, None);
    extract.chats = extract.conversations.iter().map(|chat| format!("snapchat:{}", chat.id)).collect();
    extract.findings.push(finding(file.document, FindingCode::KnownOmission, 1, "Snapchat"));
    if clocks > 0 {
        extract.findings.push(finding(
            file.document,
            FindingCode::ClockDisagrees,
            clocks,
            "Created / Created(microseconds)",
        ));
    }
    extract
}

fn conversation(
    document: &Document<'_>,
    name: String,
    found: Vec<Found>,
    me: Option<&str>,
    clocks: &mut usize,
) -> Conversation {
    let mut people = Roster::default();
    let mut messages = Vec::with_capacity(found.len());
    let mut title = None;
    for Found { node, value, direction } in found {
        title = title.or_else(|| text_of(&value, &["Conversation Title"]));
        let mut message = message(document, node, &value, clocks);
        let from = text_of(&value, &["From"]);
        message.sender = match (direction, from) {
            (Some(Direction::Sent), _) => Some(people.of(me.unwrap_or(crate::entry::UNNAMED_OWNER), None)),
            (_, Some(from)) => Some(people.of(&from, None)),
            (_, None) => None,
        };
        messages.push(message);
    }
    in_order(&mut messages);
    let is_group = title.is_some() || people.participants.len() > 2;
    if !is_group && !name.is_empty() {
        people.of(&name, None);
    }
    let sent_by = me.unwrap_or(crate::entry::UNNAMED_OWNER);
    let holder = people.named(sent_by).or_else(|| me.map(|me| people.of(me, None)));
    Conversation {
        platform: Platform::Snapchat,
        kind: if is_group { ConversationKind::Group } else { ConversationKind::Direct },
        title: title.or_else(|| Some(name.clone()).filter(|name| !is_group && !name.is_empty())),
        participants: people.participants,
        owner: holder.map(|place| owner(place, "sent_by_me")),
        messages,
        id: name,
    }
}

fn message(document: &Document<'_>, node: Node, value: &Value, clocks: &mut usize) -> Message {
    let media_type = text_of(value, &["Media Type"]).unwrap_or_default();
    let written = text_of(value, &["Content", "Text"]);
    let mut message = Message::new(location(document, node.start, node.end), written.clone().unwrap_or_default());
    message.repaired = dereferenced(&message.text);
    let created = text_of(value, &["Created"]).and_then(|text| utc(&text));
    // The field is named after microseconds and holds milliseconds: the magnitude decides.
    let fine = value.get("Created(microseconds)").and_then(Value::as_i64).and_then(epoch);
    if let (Some(created), Some((fine, _))) = (created, fine) {
        *clocks += usize::from((fine.as_second() - created.as_second()).abs() > 1);
    }
    let zone = &document.options.zone;
    message.time = match (fine, created) {
        (Some((instant, precision)), _) => Some(at(instant, precision, zone)),
        (None, Some(created)) => Some(at(created, TimePrecision::Second, zone)),
        (None, None) => None,
    };
    let kind = media_type.to_ascii_uppercase();
    let is_snap = value.get("Content").is_none() && value.get("Text").is_none();
    match kind.as_str() {
        "" | "TEXT" => {}
        _ if kind.starts_with("STATUSERASED") => message.kind = MessageKind::Deleted,
        _ if kind.starts_with("STATUSCALL") || kind.contains("CALLMISSED") => {
            let outcome = if kind.contains("MISSED") { CallOutcome::Missed } else { CallOutcome::Unknown };
            message.kind = MessageKind::Call;
            message.call = Some(Call { video: kind.contains("VIDEO"), outcome, seconds: None });
        }
        _ if kind.starts_with("STATUS") => {
            message.kind = MessageKind::System;
            message.flags.screenshot_notice =
                ["SCREENSHOT", "SAVETOCAMERAROLL", "CAPTURE", "RECORD"].iter().any(|word| kind.contains(word));
        }
        "LOCATION" => message.kind = MessageKind::Location,
        "SHARE" | "SHARESAVEDSTORY" if written.is_some() => {}
        "IMAGE" | "VIDEO" if is_snap => message.kind = MessageKind::ViewOnce,
        _ => media(document, value, &kind, created, &mut message),
    }
    if message.text.is_empty() && message.kind != MessageKind::Text {
        message.text = media_type;
    }
    message
}

fn media(document: &Document<'_>, value: &Value, kind: &str, created: Option<Timestamp>, message: &mut Message) {
    let class = match kind {
        "NOTE" | "AUDIO" => MediaClass::Audio,
        "IMAGE" | "STICKER" => MediaClass::Image,
        "VIDEO" => MediaClass::Video,
        _ => MediaClass::Unknown,
    };
    message.kind = MessageKind::Media;
    message.caption = Some(message.view().to_owned()).filter(|words| !words.is_empty());
    let ids = text_of(value, &["Media IDs", "Media ID"]).unwrap_or_default();
    message.attachments = ids
        .split('|')
        .map(str::trim)
        .filter(|id| !id.is_empty())
        .map(|id| file_of(document, id, created, class))
        .collect();
    if message.attachments.is_empty() {
        message.attachments.push(left_out(class));
    }
}

/// The file `YYYY-MM-DD_<id>.<extension>` in `chat_media`, of the day of the message in any zone.
fn file_of(document: &Document<'_>, id: &str, created: Option<Timestamp>, class: MediaClass) -> Attachment {
    let found = created.and_then(|created| {
        [0, -1, 1].into_iter().find_map(|days| {
            let day = created.checked_add(SignedDuration::from_hours(24 * days)).ok()?;
            let day = jiff::tz::TimeZone::UTC.to_datetime(day).date();
            document.media.find_beginning(&format!("{day}_{id}"))
        })
    });
    match found {
        Some((name, sha256, class)) => {
            Attachment { name: Some(name), class, status: AttachmentStatus::Present, sha256 }
        }
        None => Attachment { name: Some(id.to_owned()), class, status: AttachmentStatus::Missing, sha256: None },
    }
}

/// Lists of `friends.json`, and what they say.
const LISTS: &[(&str, Relation)] = &[
    ("Friends", Relation::Friend),
    ("Friend Requests Sent", Relation::RequestSent),
    ("Pending Requests", Relation::RequestReceived),
    ("Friend Requests Received", Relation::RequestReceived),
    ("Blocked Users", Relation::Blocked),
    ("Deleted Friends", Relation::Removed),
    ("Ignored Snapchatters", Relation::Removed),
    ("Hidden Friend Suggestions", Relation::Removed),
];

/// `friends.json` and `account.json`: no messages, but people and logins.
fn account(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let mut contacts = Vec::new();
    let mut is_ours = false;
    for (name, relation) in LISTS {
        let Some(list) = top.field(name).filter(|node| file.byte(*node) == Some(b'[')) else { continue };
        for node in file.elements(list) {
            let Some(value) = file.value(node) else { continue };
            let Some(handle) = text_of(&value, &["Username"]) else { continue };
            let display = text_of(&value, &["Display Name"]);
            is_ours |= value.get("Display Name").is_some();
            contacts.push(Contact {
                platform: Platform::Snapchat,
                relation: *relation,
                name: display.map_or_else(|| handle.clone(), |name| dereferenced(&name).unwrap_or(name)),
                handle: Some(handle),
                url: None,
                phones: Vec::new(),
                emails: Vec::new(),
                since: text_of(&value, &["Creation Timestamp"]).and_then(|text| utc(&text)),
                location: location(file.document, node.start, node.end),
            });
        }
    }
    let mut logins = Vec::new();
    if let Some(list) = top.field("Login History").filter(|node| file.byte(*node) == Some(b'[')) {
        for node in file.elements(list) {
            let Some(value) = file.value(node) else { continue };
            is_ours |= value.get("IP").is_some() && value.get("Created").is_some();
            logins.push(Login {
                platform: Platform::Snapchat,
                time: text_of(&value, &["Created"]).and_then(|text| utc(&text)),
                ip: text_of(&value, &["IP"]),
                device: text_of(&value, &["Device"]),
                location: location(file.document, node.start, node.end),
            });
        }
    }
    is_ours |= ["Basic Information", "Display Name Change", "Snapchat Linked to Bitmoji", "Friend Requests Sent"]
        .iter()
        .any(|name| top.field(name).is_some());
    if !is_ours {
        return None;
    }
    let mut extract = file.extract("snapchat_json", Vec::new(), None);
    extract.filler = GapReason::AccountData;
    extract.contacts = contacts;
    extract.logins = logins;
    Some(extract)
}
