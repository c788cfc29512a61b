//! Discord as `DiscordChatExporter` writes it: one channel to a file. Addresses of files in it expire and are never followed.

pub(crate) mod package;

use argine_model::{
    Call, CallOutcome, Conversation, ConversationKind, FindingCode, MediaClass, Message, MessageKind, Platform,
    Reaction, TimePrecision,
};
use jiff::Timestamp;
use serde_json::Value;

use crate::classify::class_of_name;
use crate::entry::{Roster, at, attachment, finding, in_order, left_out, location, owner, scalar, text_of, utc};
use crate::json::{File, Node, Top, field};
use crate::source::{Document, Extract};

/// Reads one channel.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let messages = top.field("messages").filter(|node| file.byte(*node) == Some(b'['))?;
    let channel = top.field("channel").filter(|node| file.byte(*node) == Some(b'{'))?;
    top.field("guild")?;
    let channel = file.fields(channel);
    let text = |file: &File<'_>, name: &str| field(&channel, name).and_then(|node| file.value(node));
    let name = text(file, "name").and_then(|name| scalar(&name));
    let id = text(file, "id").and_then(|id| scalar(&id)).unwrap_or_default();
    let kind = text(file, "type").and_then(|kind| scalar(&kind)).unwrap_or_default();
    let document = file.document;
    let mut people = Roster::default();
    let mut entries = Vec::new();
    let mut clocks = 0;
    for (node, value) in file.messages(messages) {
        let message = message(document, node, &value, &mut people);
        clocks += usize::from(snowflake_disagrees(&value, &message));
        entries.push(message);
    }
    in_order(&mut entries);
    let is_direct = kind == "DirectTextChat" || (kind.is_empty() && people.participants.len() <= 2);
    let other = name.as_deref().and_then(|name| people.named(name));
    let holder = other.filter(|_| is_direct).and_then(|other| people.other_than(other));
    let conversation = Conversation {
        id,
        platform: Platform::Discord,
        kind: if is_direct { ConversationKind::Direct } else { ConversationKind::Group },
        title: name,
        participants: people.participants,
        owner: holder.map(|place| owner(place, "chat_title")),
        messages: entries,
    };
    let mut extract = file.extract("discord_json", vec![conversation], None);
    if clocks > 0 {
        extract.findings.push(finding(document, FindingCode::ClockDisagrees, clocks, "message id"));
    }
    Some(extract)
}

/// The moment that a Discord id was made: milliseconds since 2015 in its upper 42 bits.
pub(crate) fn moment(id: &str) -> Option<Timestamp> {
    const FIRST_MOMENT: i64 = 1_420_070_400_000;
    let id: u64 = id.parse().ok()?;
    Timestamp::from_millisecond(i64::try_from(id >> 22).ok()? + FIRST_MOMENT).ok()
}

fn snowflake_disagrees(value: &Value, message: &Message) -> bool {
    let made = text_of(value, &["id"]).and_then(|id| moment(&id));
    match (made, message.time.and_then(|time| time.instant)) {
        (Some(made), Some(said)) => (made.as_millisecond() - said.as_millisecond()).abs() > 1000,
        _ => false,
    }
}

fn message(document: &Document<'_>, node: Node, value: &Value, people: &mut Roster) -> Message {
    let field = |name: &str| text_of(value, &[name]);
    let forwarded = value.get("forwardedMessage").filter(|inner| inner.is_object());
    let text = field("content").or_else(|| forwarded.and_then(|inner| text_of(inner, &["content"])));
    let mut message = Message::new(location(document, node.start, node.end), text.unwrap_or_default());
    if let Some(author) = value.get("author") {
        let id = text_of(author, &["id"]);
        // The nickname in a server hides the account: the name that stays is the account's.
        let name = text_of(author, &["name", "nickname"]).or_else(|| id.clone());
        message.sender = name.map(|name| people.of(&name, id.as_deref()));
    }
    let written = field("timestamp").and_then(|text| utc(&text));
    message.time = written.map(|when| at(when, TimePrecision::Millisecond, &document.options.zone));
    message.flags.edited = field("timestampEdited").is_some();
    message.flags.forwarded = forwarded.is_some();
    match value.get("type").and_then(scalar).as_deref() {
        None | Some("Default" | "Reply" | "0" | "19") => content(document, value, &mut message),
        Some("Call" | "3") => {
            let ended = field("callEndedTimestamp").and_then(|text| utc(&text));
            let seconds = match (written, ended) {
                (Some(start), Some(end)) => u32::try_from(end.as_second() - start.as_second()).ok(),
                _ => None,
            };
            // Discord ends a call that nobody took at once; only the app's own words say that it was missed.
            let missed = message.text.to_lowercase().contains("missed");
            let outcome = match (missed, seconds) {
                (true, _) | (_, Some(0)) => CallOutcome::Missed,
                (false, Some(_)) => CallOutcome::Answered,
                (false, None) => CallOutcome::Unknown,
            };
            message.kind = MessageKind::Call;
            message.call = Some(Call { video: false, outcome, seconds: seconds.filter(|seconds| *seconds > 0) });
        }
        Some(kind) => {
            message.kind = MessageKind::System;
            if message.text.is_empty() {
                kind.clone_into(&mut message.text);
            }
        }
    }
    let details = message.details_mut();
    details.native_id = field("id");
    details.reply_to = value.get("reference").and_then(|reference| text_of(reference, &["messageId"]));
    for reaction in value.get("reactions").and_then(Value::as_array).into_iter().flatten() {
        let sign = reaction.get("emoji").and_then(|emoji| text_of(emoji, &["name", "code"])).unwrap_or_default();
        let users = reaction.get("users").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let by: Vec<String> = users.iter().filter_map(|user| text_of(user, &["name", "nickname"])).collect();
        if by.is_empty() {
            details.reactions.push(Reaction { sign, by: None });
        } else {
            details.reactions.extend(by.into_iter().map(|by| Reaction { sign: sign.clone(), by: Some(by) }));
        }
    }
    message
}

/// What a person sent: words, files, stickers; the cards of links belong to what others read.
fn content(document: &Document<'_>, value: &Value, message: &mut Message) {
    let list = |name: &str| value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for file in list("attachments") {
        let address = text_of(file, &["url"]).unwrap_or_default();
        let name = text_of(file, &["fileName"]).unwrap_or_default();
        let class = class_of_name(if name.is_empty() { &address } else { &name });
        let is_remote = address.contains("://");
        let mut found = attachment(document, if is_remote { &name } else { &address }, class);
        found.name = Some(name).filter(|name| !name.is_empty()).or(found.name);
        message.attachments.push(found);
    }
    for sticker in list("stickers") {
        let mut found = left_out(MediaClass::Image);
        found.name = text_of(sticker, &["name"]);
        message.attachments.push(found);
    }
    let mut words = message.text.clone();
    for card in list("embeds") {
        for part in ["title", "description", "url"].iter().filter_map(|name| text_of(card, &[name])) {
            if !words.contains(&part) {
                if !words.is_empty() {
                    words.push('\n');
                }
                words.push_str(&part);
            }
        }
    }
    if words != message.text {
        message.repaired = Some(words);
    }
    if !message.attachments.is_empty() {
        message.kind = MessageKind::Media;
        message.caption = Some(message.view().to_owned()).filter(|words| !words.is_empty());
    }
}
