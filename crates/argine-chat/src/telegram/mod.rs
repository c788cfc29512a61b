//! Telegram Desktop's exports: `result.json` of one chat or of a whole account, and the pages `messages.html`, `messages2.html`, ….

mod account;
mod early;
mod html;
mod message;
mod people;
mod record;
mod scan;

use argine_model::{
    Conversation, ConversationKind, Finding, FindingCode, Message, OwnerGuess, ParticipantIndex, Platform,
};
use serde_json::Value;

pub(crate) use early::{Chat, take as read_early};
pub(crate) use html::read as read_html;

use crate::json::{File, Node, Top, field};
use crate::source::{Document, Extract};

/// Reads one chat or a whole account.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let mut extract = Extract::new("", Vec::new());
    let conversations = if ["chats", "left_chats"].iter().any(|name| chats(file, &top.fields, name).is_some()) {
        account::read(file, &top.fields, &mut extract);
        account(file, &top.fields)
    } else if let Some(messages) = top.field("messages").filter(|node| file.byte(*node) == Some(b'[')) {
        if !is_chat(file, top, messages) {
            return None;
        }
        vec![chat(file, &top.fields, None)]
    } else if account::is_account(file, &top.fields) {
        account::read(file, &top.fields, &mut extract);
        Vec::new()
    } else {
        return None;
    };
    let mut read = file.extract("telegram_json", conversations, None);
    read.chats = read.conversations.iter().map(|chat| chat_key(&chat.id)).collect();
    (read.contacts, read.logins) = (extract.contacts, extract.logins);
    if !read.conversations.is_empty() {
        read.findings.push(omission(file.document));
    }
    Some(read)
}

/// Secret chats are kept on one device only and no export has them.
fn omission(document: &Document<'_>) -> Finding {
    Finding {
        code: FindingCode::KnownOmission,
        source: Some(document.source),
        line: None,
        count: 1,
        detail: "Telegram".to_owned(),
    }
}

/// The name under which the same chat in another file is found again: its number, never its title.
fn chat_key(id: &str) -> String {
    if id.parse::<i64>().is_ok() { format!("telegram_json/{id}") } else { String::new() }
}

/// Whether the messages are Telegram's.
fn is_chat(file: &File<'_>, top: &Top, messages: Node) -> bool {
    match file.first(messages) {
        Some(first) => is_message(file, first),
        None => top.field("type").is_some() && top.field("id").is_some(),
    }
}

/// Whether a value has the fields of Telegram's messages.
fn is_message(file: &File<'_>, node: Node) -> bool {
    let fields = file.fields(node);
    let has = |name: &str| field(&fields, name).is_some();
    (has("date") || has("date_unixtime")) && (has("type") || has("from") || has("actor"))
}

/// The list of chats under a field of the outermost object.
fn chats(file: &File<'_>, fields: &[(String, Node)], name: &str) -> Option<Node> {
    let group = field(fields, name)?;
    let list = if file.byte(group) == Some(b'[') { Some(group) } else { field(&file.fields(group), "list") };
    list.filter(|list| file.byte(*list) == Some(b'['))
}

/// All chats of an account.
fn account(file: &mut File<'_>, fields: &[(String, Node)]) -> Vec<Conversation> {
    let holder = field(fields, "personal_information").and_then(|node| file.value(node));
    let holder = holder.as_ref().and_then(|person| person.get("user_id")).and_then(written);
    let mut conversations = Vec::new();
    for name in ["chats", "left_chats"] {
        let Some(list) = chats(file, fields, name) else { continue };
        for chat_node in file.elements(list) {
            let chat_fields = file.fields(chat_node);
            if field(&chat_fields, "messages").is_some() {
                conversations.push(chat(file, &chat_fields, holder.as_deref()));
            }
        }
    }
    conversations
}

/// One chat. `holder` is the account's own user, where the export says it.
fn chat(file: &mut File<'_>, fields: &[(String, Node)], holder: Option<&str>) -> Conversation {
    let text_of =
        |file: &File<'_>, name: &str| field(fields, name).and_then(|node| file.value(node)).as_ref().and_then(written);
    let (name, kind, id) = (text_of(file, "name"), text_of(file, "type"), text_of(file, "id"));
    let Chat { participants, messages } = match field(fields, "messages") {
        Some(list) => match file.early.remove(&list.start) {
            Some(chat) => chat,
            None => early::read(file, list).0,
        },
        None => Chat::default(),
    };
    let is_group = match kind.as_deref() {
        Some("personal_chat" | "bot_chat" | "saved_messages") => false,
        Some(_) => true,
        None => participants.len() > 2,
    };
    let is_user = |written: &str, id: &str| written == id || written.strip_prefix("user") == Some(id);
    let place_of = |id: &str| {
        participants.iter().position(|person| person.native_id.as_deref().is_some_and(|own| is_user(own, id)))
    };
    let other = id
        .as_deref()
        .and_then(place_of)
        .or_else(|| name.as_deref().and_then(|name| participants.iter().position(|person| person.name == name)));
    let claim = |place: usize, basis: &str| OwnerGuess {
        participant: ParticipantIndex(u32::try_from(place).unwrap_or(u32::MAX)),
        basis: basis.to_owned(),
    };
    let owner = match (holder.and_then(place_of), other, participants.len()) {
        (Some(owner), ..) => Some(claim(owner, "account")),
        (None, Some(other), 2) if !is_group => Some(claim(1 - other.min(1), "chat_title")),
        _ => None,
    };
    Conversation {
        id: id.or_else(|| name.clone()).unwrap_or_default(),
        platform: Platform::Telegram,
        kind: if is_group { ConversationKind::Group } else { ConversationKind::Direct },
        title: name,
        participants,
        owner,
        messages,
    }
}

/// A text, or a number as text.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Gives the ids of the platform to the messages that others answer, and to those that have details anyway: kept on all of them
/// they would cost more than the words.
fn name_answered(messages: &mut [Message], ids: &[i64], mut answered: Vec<i64>) {
    answered.sort_unstable();
    answered.dedup();
    let mut places: Vec<usize> = if ids.is_sorted() {
        answered.iter().filter_map(|id| ids.binary_search(id).ok()).collect()
    } else {
        let is_answered = |id: &i64| answered.binary_search(id).is_ok();
        ids.iter().enumerate().filter(|(_, id)| is_answered(id)).map(|(place, _)| place).collect()
    };
    places.retain(|place| ids.get(*place).is_some_and(|id| *id != 0));
    for place in places {
        if let (Some(message), Some(id)) = (messages.get_mut(place), ids.get(place)) {
            message.details_mut().native_id = Some(id.to_string());
        }
    }
}
