//! Tinder's `data.json`: `Messages[{match_id, messages[{to, from, message, sent_date}]}]`. It holds only what the person wrote.

use argine_model::{Conversation, ConversationKind, FindingCode, Message, Platform, TimePrecision};
use serde_json::Value;

use crate::entry::{Roster, at, dereferenced, finding, in_order, location, owner, text_of, utc};
use crate::json::{File, Top, field};
use crate::source::Extract;

/// Reads the matches of an account, each a conversation.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let list = top.field("Messages").filter(|node| file.byte(*node) == Some(b'['))?;
    let matches: Vec<_> = file.elements(list).into_iter().map(|node| file.fields(node)).collect();
    let is_account = top.field("Usage").is_some() || top.field("User").is_some();
    let has_matches = matches.iter().any(|fields| field(fields, "match_id").is_some());
    let is_empty_account = matches.is_empty() && is_account;
    if !has_matches && !is_empty_account {
        return None;
    }
    let mut conversations = Vec::new();
    let mut answers = false;
    for fields in matches {
        let id = field(&fields, "match_id").and_then(|node| file.value(node)).and_then(|id| crate::entry::scalar(&id));
        let Some(messages) = field(&fields, "messages") else { continue };
        let conversation = conversation(file, id.unwrap_or_default(), messages);
        answers |= conversation.participants.iter().any(|person| person.name != YOU && !is_match(&person.name));
        conversations.push(conversation);
    }
    let mut extract = file.extract("tinder_json", conversations, None);
    if !answers {
        extract.findings.push(finding(file.document, FindingCode::OwnMessagesOnly, 1, "Tinder"));
    }
    Some(extract)
}

/// How the download names the person.
const YOU: &str = "You";

fn conversation(file: &mut File<'_>, id: String, list: crate::json::Node) -> Conversation {
    let document = file.document;
    let mut people = Roster::default();
    let mut messages = Vec::new();
    for (node, value) in file.messages(list) {
        let text = text_of(&value, &["message"]).unwrap_or_default();
        let mut message = Message::new(location(document, node.start, node.end), text);
        message.repaired = dereferenced(&message.text);
        message.sender = text_of(&value, &["from"]).map(|name| people.of(&name, None));
        let sent = value.get("sent_date").and_then(Value::as_str);
        message.time = sent.and_then(instant).map(|when| at(when, TimePrecision::Second, &document.options.zone));
        if text_of(&value, &["type"]).is_some_and(|kind| matches!(kind.as_str(), "gif" | "image" | "sticker")) {
            // The address of a picture stands where words would: it is shown, never fetched.
            message.caption = Some(message.view().to_owned()).filter(|words| !words.is_empty());
            message.kind = argine_model::MessageKind::Media;
            message.attachments.push(crate::entry::left_out(argine_model::MediaClass::Image));
        }
        if let Some(to) = text_of(&value, &["to"]) {
            people.of(&match_name(&to), None);
        }
        messages.push(message);
    }
    in_order(&mut messages);
    let holder = people.named(YOU).map(|you| owner(you, "sent_by_me"));
    Conversation {
        title: None,
        platform: Platform::Tinder,
        kind: ConversationKind::Direct,
        participants: people.participants,
        owner: holder,
        messages,
        id,
    }
}

/// `to` is a number counted inside the download, no name.
fn match_name(to: &str) -> String {
    if to.bytes().all(|byte| byte.is_ascii_digit()) { format!("Match {to}") } else { to.to_owned() }
}

fn is_match(name: &str) -> bool {
    name.starts_with("Match ")
}

/// `Thu, 21 Nov 2024 14:35:00 GMT` (RFC 1123), or ISO.
fn instant(text: &str) -> Option<jiff::Timestamp> {
    jiff::fmt::rfc2822::parse(text.trim()).map(|zoned| zoned.timestamp()).ok().or_else(|| utc(text))
}
