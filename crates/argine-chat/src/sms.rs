//! The XML of "SMS Backup & Restore": text messages, messages with media, calls. Read as a stream, element by element; a file
//! that is cut short gives what stands before the cut.

use std::collections::BTreeMap;

use argine_model::{
    Attachment, AttachmentStatus, Call, CallOutcome, Conversation, ConversationKind, FindingCode, Gap, GapReason,
    MediaClass, Member, Message, MessageKind, Platform, Sha256,
};
use mail_parser::decoders::base64::base64_decode;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::classify::{class_of_name, sniff};
use crate::entry::{Roster, UNNAMED_OWNER, at, dereferenced, epoch, finding, in_order, location, owner};
use crate::source::{Document, Extract, line_number};

/// Reads the text if it is a backup.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    if !is_backup(text) {
        return None;
    }
    let mut backup = Backup::default();
    let damaged = walk(text, &mut |element| backup.element(document, element));
    backup.close(document, text.len());
    let Backup { chats, attachments, names, damaged_entries, broken, .. } = backup;
    let undated = chats.values().flat_map(|chat| &chat.messages).filter(|message| message.time.is_none()).count();
    let conversations = chats.into_iter().map(|(key, chat)| chat.finish(key, &names)).collect();
    let mut extract = Extract::new("sms_xml", conversations);
    extract.attachments = attachments;
    let first = damaged.first().or(damaged_entries.first()).map(|(start, _)| *start);
    if let Some(first) = first.into_iter().chain(broken).min() {
        let mut damage = finding(document, FindingCode::JsonDamaged, 1, "");
        damage.line = Some(line_number(text.as_bytes(), first));
        extract.findings.push(damage);
    }
    if undated > 0 {
        extract.findings.push(finding(document, FindingCode::UnreadableMessages, undated, ""));
    }
    let unread = damaged.into_iter().chain(damaged_entries).map(|(start, end)| Gap {
        span: document.decoded.span(start, end),
        reason: GapReason::Unreadable,
        line: None,
        lines: None,
    });
    extract.gaps.extend(unread);
    extract.gaps.extend(document.decoded.mark_span().map(|span| Gap {
        span,
        reason: GapReason::ByteOrderMark,
        line: Some(1),
        lines: None,
    }));
    Some(extract)
}

/// The bytes of a file that came with a message, by its name and digest.
pub(crate) fn attachment_bytes(bytes: &[u8], name: &str, digest: Sha256) -> Option<Vec<u8>> {
    let decoded = crate::decode::Decoded::new(bytes);
    if !is_backup(&decoded.text) {
        return None;
    }
    let (mut found, mut number) = (None, 0);
    walk(&decoded.text, &mut |element| {
        let Element::Open { tag, .. } = element else { return };
        if tag.name().as_ref() == "mms" {
            number = 0;
        } else if tag.name().as_ref() == "part" {
            number += 1;
            if found.is_none()
                && let Some(part) = Part::of(&tag, number)
                && part.name == name
            {
                found = part.data.filter(|data| Sha256::of(data) == digest);
            }
        }
    });
    found
}

fn is_backup(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(4096)).unwrap_or_default().trim_start();
    head.starts_with('<') && ["<smses", "<calls"].iter().any(|tag| head.contains(tag))
}

/// A tag with its place in the text.
enum Element<'a> {
    Open { tag: BytesStart<'a>, start: usize, end: usize, empty: bool },
    Close { name: String, end: usize },
}

/// Goes through the tags. Where the XML is broken, goes on at the next message; gives the ranges that were left out.
fn walk(text: &str, element: &mut dyn FnMut(Element<'_>)) -> Vec<(usize, usize)> {
    /// More breaks than this are no accident, and each may cost the length of the file.
    const MOST_BREAKS: usize = 16;
    let mut left_out = Vec::new();
    let mut from = 0;
    loop {
        let rest = text.get(from..).unwrap_or_default();
        let mut reader = Reader::from_str(rest);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let position = |at: u64| from + usize::try_from(at).unwrap_or(usize::MAX);
        loop {
            let start = position(reader.buffer_position());
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    let end = position(reader.buffer_position());
                    element(Element::Open { tag, start, end, empty: false });
                }
                Ok(Event::Empty(tag)) => {
                    let end = position(reader.buffer_position());
                    element(Element::Open { tag, start, end, empty: true });
                }
                Ok(Event::End(tag)) => {
                    let name = tag.name().as_ref().to_owned();
                    element(Element::Close { name, end: position(reader.buffer_position()) });
                }
                Ok(Event::Eof) => return left_out,
                Ok(_) => {}
                Err(_) => {
                    let after = text.get(start + 1..).unwrap_or_default();
                    let next = ["<sms ", "<mms ", "<call "].iter().filter_map(|tag| after.find(tag)).min();
                    let next = next.filter(|_| left_out.len() < MOST_BREAKS).map(|place| start + 1 + place);
                    left_out.push((start, next.unwrap_or(text.len())));
                    match next {
                        Some(next) => from = next,
                        None => return left_out,
                    }
                    break;
                }
            }
        }
    }
}

/// The attributes of a tag, decoded; those that are written `null` are not there.
struct Attributes<'a> {
    all: Vec<(&'a str, std::borrow::Cow<'a, str>)>,
    whole: bool,
}

impl<'a> Attributes<'a> {
    fn of(tag: &'a BytesStart<'a>) -> Self {
        let mut all = Vec::with_capacity(16);
        let mut whole = true;
        for attribute in tag.attributes().with_checks(false) {
            match attribute {
                Ok(attribute) => all.push((attribute.key.0, attribute.value)),
                Err(_) => whole = false,
            }
        }
        Self { all, whole }
    }

    /// The value as written between the quotes.
    fn raw(&self, name: &str) -> Option<&str> {
        self.all.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_ref())
    }

    /// The value decoded, where it says something.
    fn text(&self, name: &str) -> Option<String> {
        let raw = self.raw(name).filter(|raw| !raw.is_empty() && *raw != "null")?;
        Some(dereferenced(raw).unwrap_or_else(|| raw.to_owned()))
    }

    fn number(&self, name: &str) -> Option<i64> {
        self.raw(name)?.trim().parse().ok()
    }
}

/// A part of a message with media.
struct Part {
    name: String,
    media_type: String,
    text: Option<String>,
    data: Option<Vec<u8>>,
}

impl Part {
    /// None for the layout (SMIL) that telephones add.
    fn of(tag: &BytesStart<'_>, number: usize) -> Option<Self> {
        let attributes = Attributes::of(tag);
        let media_type = attributes.text("ct").unwrap_or_default().to_ascii_lowercase();
        if media_type == "application/smil" {
            return None;
        }
        let name = ["cl", "fn", "name"].iter().find_map(|field| attributes.text(field));
        Some(Self {
            name: name.unwrap_or_else(|| format!("part-{number}")),
            media_type,
            text: attributes.text("text"),
            data: attributes.raw("data").filter(|data| *data != "null").and_then(|data| base64_decode(data.as_bytes())),
        })
    }
}

/// A message with media that is still open.
struct Open {
    start: usize,
    message: Message,
    sent: bool,
    address: Option<String>,
    contact_name: Option<String>,
    subject: Option<String>,
    texts: Vec<String>,
    parts: usize,
    /// Who sent it, and to whom, as the network says.
    from: Option<String>,
    to: Vec<String>,
}

/// One conversation on its way.
#[derive(Default)]
struct Chat {
    people: Roster,
    messages: Vec<Message>,
    is_group: bool,
}

#[derive(Default)]
struct Backup {
    /// By addresses without what is only a way of writing them.
    chats: BTreeMap<String, Chat>,
    /// Names of contacts by address.
    names: BTreeMap<String, String>,
    open: Option<Open>,
    attachments: Vec<Member>,
    damaged_entries: Vec<(usize, usize)>,
    /// Where the first tag stands that is broken.
    broken: Option<usize>,
}

/// Groups the ways of writing one number: its last nine digits; words (`Vodafone`) in small letters.
fn key_of(address: &str) -> String {
    let digits: String = address.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 7 || address.chars().any(char::is_alphabetic) {
        return address.trim().to_lowercase();
    }
    digits.get(digits.len().saturating_sub(9)..).unwrap_or_default().to_owned()
}

/// The addresses of a conversation: several are written `a~b`.
fn addresses(written: Option<&str>) -> Vec<&str> {
    let mut all: Vec<&str> =
        written.unwrap_or_default().split('~').map(str::trim).filter(|one| !one.is_empty()).collect();
    all.sort_unstable_by_key(|one| key_of(one));
    all.dedup_by_key(|one| key_of(one));
    all
}

impl Backup {
    fn element(&mut self, document: &Document<'_>, element: Element<'_>) {
        match element {
            Element::Open { tag, start, end, empty } => match tag.name().as_ref() {
                "sms" => {
                    self.close(document, start);
                    self.text(document, &Attributes::of(&tag), start, end);
                }
                "call" => {
                    self.close(document, start);
                    self.call(document, &Attributes::of(&tag), start, end);
                }
                "mms" => {
                    self.close(document, start);
                    self.begin(document, &Attributes::of(&tag), start, end);
                    if empty {
                        self.close(document, end);
                    }
                }
                "part" => self.part(&tag),
                "addr" => self.address(&Attributes::of(&tag)),
                _ => {}
            },
            Element::Close { name, end } if name == "mms" => self.close(document, end),
            Element::Close { .. } => {}
        }
    }

    /// The chat with these addresses, and the participant that each of them is.
    fn chat(&mut self, written: Option<&str>, contact_name: Option<String>) -> &mut Chat {
        let addresses = addresses(written);
        let keys: Vec<String> = addresses.iter().map(|one| key_of(one)).collect();
        if let ([one], Some(name)) = (keys.as_slice(), contact_name.filter(|name| name != "(Unknown)")) {
            self.names.entry(one.clone()).or_insert(name);
        }
        let chat = self.chats.entry(keys.join("~")).or_default();
        chat.is_group = keys.len() > 1;
        for one in addresses {
            chat.person(one);
        }
        chat
    }

    fn text(&mut self, document: &Document<'_>, attributes: &Attributes<'_>, start: usize, end: usize) {
        if !attributes.whole {
            self.broken = self.broken.or(Some(start));
            if attributes.raw("body").is_none() {
                self.damaged_entries.push((start, end));
                return;
            }
        }
        let body = attributes.raw("body").unwrap_or_default();
        let body = dereferenced(body).unwrap_or_else(|| body.to_owned());
        let mut message = Message::new(location(document, start, end), body);
        if let Some(subject) = attributes.text("subject") {
            message.repaired = Some(format!("{subject}\n{}", message.text));
        }
        message.time = time(document, attributes.number("date"));
        let kind = attributes.number("type");
        let address = attributes.text("address");
        let chat = self.chat(address.as_deref(), attributes.text("contact_name"));
        message.sender = match kind {
            Some(1) | None => address.as_deref().map(|address| chat.person(address)),
            Some(_) => Some(chat.holder()),
        };
        // A draft was never sent: it is shown, and is not what somebody said.
        if kind == Some(3) {
            message.kind = MessageKind::System;
        }
        chat.messages.push(message);
    }

    fn call(&mut self, document: &Document<'_>, attributes: &Attributes<'_>, start: usize, end: usize) {
        let mut message = Message::new(location(document, start, end), String::new());
        message.time = time(document, attributes.number("date"));
        message.kind = MessageKind::Call;
        let seconds = attributes.number("duration").and_then(|seconds| u32::try_from(seconds).ok());
        let seconds = seconds.filter(|seconds| *seconds > 0);
        let kind = attributes.number("type");
        let outcome = match (kind, seconds) {
            (Some(3 | 4), _) | (Some(2), None) => CallOutcome::Missed,
            (Some(5 | 6), _) => CallOutcome::Declined,
            (Some(1 | 2 | 7), _) => CallOutcome::Answered,
            _ => CallOutcome::Unknown,
        };
        message.call = Some(Call { video: false, outcome, seconds });
        // Hidden numbers are written as nothing or as a negative number.
        let number = attributes.text("number").filter(|number| !number.starts_with('-'));
        let chat = self.chat(number.as_deref(), attributes.text("contact_name"));
        message.sender = match kind {
            Some(2) => Some(chat.holder()),
            _ => number.as_deref().map(|number| chat.person(number)),
        };
        chat.messages.push(message);
    }

    fn begin(&mut self, document: &Document<'_>, attributes: &Attributes<'_>, start: usize, end: usize) {
        let mut message = Message::new(location(document, start, end), String::new());
        message.time = time(document, attributes.number("date"));
        let folder = attributes.number("msg_box");
        if folder == Some(3) {
            message.kind = MessageKind::System;
        }
        self.open = Some(Open {
            start,
            message,
            sent: folder.is_some_and(|folder| folder != 1),
            address: attributes.text("address"),
            contact_name: attributes.text("contact_name"),
            subject: attributes.text("sub"),
            texts: Vec::new(),
            parts: 0,
            from: None,
            to: Vec::new(),
        });
    }

    fn part(&mut self, tag: &BytesStart<'_>) {
        let Some(open) = &mut self.open else { return };
        open.parts += 1;
        let Some(part) = Part::of(tag, open.parts) else { return };
        if part.media_type.starts_with("text/plain") {
            open.texts.extend(part.text);
            return;
        }
        let class = match (part.media_type.split('/').next(), &part.data) {
            (Some("image"), _) => MediaClass::Image,
            (Some("video"), _) => MediaClass::Video,
            (Some("audio"), _) => MediaClass::Audio,
            (_, Some(data)) => sniff(data).class,
            (_, None) => class_of_name(&part.name),
        };
        if matches!(part.media_type.as_str(), "text/x-vcard" | "text/vcard") && open.message.kind == MessageKind::Text {
            open.message.kind = MessageKind::Contact;
        }
        let sha256 = part.data.as_deref().map(Sha256::of);
        let status = if sha256.is_some() { AttachmentStatus::Present } else { AttachmentStatus::Omitted };
        if let Some(data) = &part.data {
            let size = data.len() as u64;
            self.attachments.push(Member { path: vec![part.name.clone()], size, sha256, class });
        }
        open.message.attachments.push(Attachment { name: Some(part.name), class, status, sha256 });
    }

    fn address(&mut self, attributes: &Attributes<'_>) {
        let Some(open) = &mut self.open else { return };
        let address = attributes.text("address").filter(|address| address != "insert-address-token");
        match attributes.number("type") {
            Some(137) => open.from = address,
            Some(151) => open.to.extend(address),
            _ => {}
        }
    }

    /// Ends the message with media that is open, at this place.
    fn close(&mut self, document: &Document<'_>, end: usize) {
        let Some(mut open) = self.open.take() else { return };
        open.message.location.span = document.decoded.span(open.start, end);
        open.message.text = open.subject.into_iter().chain(open.texts).collect::<Vec<_>>().join("\n");
        if !open.message.attachments.is_empty() && open.message.kind == MessageKind::Text {
            open.message.kind = MessageKind::Media;
            open.message.caption = Some(open.message.text.clone()).filter(|words| !words.is_empty());
        }
        let written = open.address.or_else(|| if open.sent { Some(open.to.join("~")) } else { open.from.clone() });
        let chat = self.chat(written.as_deref(), open.contact_name);
        // With two people the other one sent it, whatever the network says; in a group only the network knows.
        let one = written.filter(|address| !address.contains('~'));
        open.message.sender = match (open.sent, one.or(open.from)) {
            (true, _) => Some(chat.holder()),
            (false, Some(from)) => Some(chat.person(&from)),
            (false, None) => None,
        };
        chat.messages.push(open.message);
    }
}

impl Chat {
    fn person(&mut self, address: &str) -> argine_model::ParticipantIndex {
        // No address is written so: it cannot meet the name that stands for the person.
        let key = format!("#{}", key_of(address));
        let place = self.people.of(address, Some(&key));
        if let Some(person) = self.people.participants.get_mut(place.0 as usize)
            && person.native_id.as_deref() == Some(key.as_str())
        {
            person.native_id = Some(person.name.clone());
        }
        place
    }

    fn holder(&mut self) -> argine_model::ParticipantIndex {
        self.people.of(UNNAMED_OWNER, None)
    }

    fn finish(mut self, key: String, names: &BTreeMap<String, String>) -> Conversation {
        in_order(&mut self.messages);
        let holder = self.people.named(UNNAMED_OWNER).unwrap_or_else(|| self.holder());
        for person in &mut self.people.participants {
            let name = person.native_id.as_deref().and_then(|address| names.get(&key_of(address)));
            if let Some(name) = name {
                person.name.clone_from(name);
            }
        }
        let others: Vec<&str> = self
            .people
            .participants
            .iter()
            .filter(|person| person.native_id.is_some())
            .map(|p| p.name.as_str())
            .collect();
        let title = Some(others.join(", ")).filter(|title| !title.is_empty());
        Conversation {
            id: key,
            platform: Platform::Sms,
            kind: if self.is_group { ConversationKind::Group } else { ConversationKind::Direct },
            title,
            participants: self.people.participants,
            owner: Some(owner(holder, "sent_by_me")),
            messages: self.messages,
        }
    }
}

/// Milliseconds; seconds in messages with media of some versions.
fn time(document: &Document<'_>, value: Option<i64>) -> Option<argine_model::ConversationTime> {
    let (instant, precision) = epoch(value?)?;
    Some(at(instant, precision, &document.options.zone))
}
