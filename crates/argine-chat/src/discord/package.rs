//! Discord's own data package: `messages/index.json`, `messages/c<id>/channel.json` with `messages.json` or, in old packages,
//! `messages.csv`. It holds only what the person wrote.

use argine_model::{
    Conversation, ConversationKind, FindingCode, Gap, GapReason, Message, MessageKind, Platform, TimePrecision,
};
use serde_json::Value;

use crate::classify::class_of_name;
use crate::entry::{Roster, UNNAMED_OWNER, at, attachment, finding, in_order, location, owner, scalar, text_of, utc};
use crate::json::{File, Top};
use crate::source::{Document, Extract, base_name, line_number};

/// Reads `index.json`, `channel.json` or `messages.json`.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    if file.byte(top.node) == Some(b'[') { messages(file, top) } else { names(file, top) }
}

fn messages(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let first = file.elements(top.node).first().and_then(|node| file.value(*node))?;
    if !["ID", "Timestamp", "Contents"].iter().all(|name| first.get(name).is_some()) {
        return None;
    }
    let document = file.document;
    let mut messages = Vec::new();
    for (node, value) in file.messages(top.node) {
        let written = Row {
            id: text_of(&value, &["ID"]).unwrap_or_default(),
            time: text_of(&value, &["Timestamp"]).unwrap_or_default(),
            words: text_of(&value, &["Contents"]).unwrap_or_default(),
            files: text_of(&value, &["Attachments"]).unwrap_or_default(),
        };
        messages.push(written.message(document, node.start, node.end));
    }
    let extract = file.extract("discord_json", Vec::new(), None);
    Some(conversation(document, messages, extract))
}

/// Reads `messages.csv` of an old package.
pub(crate) fn read_csv(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    if !text.trim_start().starts_with("ID,Timestamp,Contents") {
        return None;
    }
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut messages: Vec<Message> = Vec::new();
    let mut extract = Extract::new("discord_csv", Vec::new());
    loop {
        let start = usize::try_from(rows.position().byte()).unwrap_or(usize::MAX);
        match rows.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) | Err(_) => break,
        }
        // The first row is read behind the one with the names of the columns.
        let start = record.position().map_or(start, |place| usize::try_from(place.byte()).unwrap_or(start));
        let end = usize::try_from(rows.position().byte()).unwrap_or(usize::MAX);
        let field = |number: usize| record.get(number).unwrap_or_default().to_owned();
        if record.len() < 3 {
            extract.gaps.push(Gap {
                span: document.decoded.span(start, end),
                reason: GapReason::Unreadable,
                line: Some(line_number(text.as_bytes(), start)),
                lines: Some(1),
            });
            continue;
        }
        let row = Row { id: field(0), time: field(1), words: field(2), files: field(3) };
        messages.push(row.message(document, start, end));
    }
    if !extract.gaps.is_empty() {
        extract.findings.push(finding(document, FindingCode::UnreadableMessages, extract.gaps.len(), ""));
    }
    extract.gaps.extend(document.mark());
    Some(conversation(document, messages, extract))
}

struct Row {
    id: String,
    time: String,
    words: String,
    files: String,
}

impl Row {
    fn message(self, document: &Document<'_>, start: usize, end: usize) -> Message {
        let mut message = Message::new(location(document, start, end), self.words);
        let written = utc(&self.time);
        message.time = written.map(|when| at(when, TimePrecision::Second, &document.options.zone));
        for address in self.files.split_whitespace() {
            let address = address.split('?').next().unwrap_or(address);
            message.attachments.push(attachment(document, base_name(address), class_of_name(address)));
        }
        if !message.attachments.is_empty() {
            message.kind = MessageKind::Media;
            message.caption = Some(message.text.clone()).filter(|words| !words.is_empty());
        }
        message.details_mut().native_id = Some(self.id).filter(|id| !id.is_empty());
        message
    }
}

fn conversation(document: &Document<'_>, mut messages: Vec<Message>, mut extract: Extract) -> Extract {
    let mut people = Roster::default();
    let me = people.of(UNNAMED_OWNER, None);
    let mut clocks = 0;
    for message in &mut messages {
        message.sender = Some(me);
        let id = message.details.as_ref().and_then(|details| details.native_id.as_deref());
        let made = id.and_then(crate::discord::moment);
        if let (Some(made), Some(said)) = (made, message.time.and_then(|time| time.instant)) {
            clocks += usize::from((made.as_second() - said.as_second()).abs() > 1);
        }
    }
    in_order(&mut messages);
    if clocks > 0 {
        extract.findings.push(finding(document, FindingCode::ClockDisagrees, clocks, "message id"));
    }
    extract.findings.push(finding(document, FindingCode::OwnMessagesOnly, 1, "Discord"));
    extract.chats.extend(channel_of(document).map(|channel| format!("discord:{channel}")));
    extract.conversations.push(Conversation {
        id: channel_of(document).unwrap_or_default(),
        platform: Platform::Discord,
        kind: ConversationKind::Direct,
        title: None,
        participants: people.participants,
        owner: Some(owner(me, "sent_by_me")),
        messages,
    });
    extract
}

/// The channel's id: the name of the folder, `c` and digits (only digits in the oldest packages).
fn channel_of(document: &Document<'_>) -> Option<String> {
    let path = document.path.last()?;
    let folder = path.rsplit(['/', '\\']).nth(1)?;
    let id = folder.strip_prefix('c').unwrap_or(folder);
    (!id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())).then(|| id.to_owned())
}

/// Files that name channels: `index.json` (`{"<id>": "Direct Message with anna"}`) and `channel.json`.
fn names(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let name = base_name(file.document.path.last()?).to_lowercase();
    let is_id = |key: &str| key.len() >= 15 && key.bytes().all(|byte| byte.is_ascii_digit());
    let mut titles = Vec::new();
    if name == "channel.json" {
        let id = top.field("id").and_then(|node| file.value(node)).and_then(|id| scalar(&id))?;
        if !is_id(&id) || top.field("type").is_none() {
            return None;
        }
        let title = top.field("name").and_then(|node| file.value(node)).and_then(|name| scalar(&name));
        titles.extend(title.map(|title| (id, title)));
    } else {
        if name != "index.json" || top.fields.is_empty() || !top.fields.iter().all(|(key, _)| is_id(key)) {
            return None;
        }
        for (id, node) in &top.fields {
            let title = file.value(*node).as_ref().and_then(Value::as_str).map(ToOwned::to_owned);
            titles.extend(title.map(|title| (id.clone(), title)));
        }
    }
    let mut extract = file.extract("discord_json", Vec::new(), None);
    extract.filler = GapReason::AccountData;
    extract.titles = titles.into_iter().map(|(id, title)| (format!("discord:{id}"), title)).collect();
    Some(extract)
}
