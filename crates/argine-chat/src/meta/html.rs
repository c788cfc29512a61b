//! Meta's download in HTML. Its classes are scrambled and change: a message is told by its shape, a heading with a name, what was
//! sent, and a line that is a time and nothing else.

use argine_model::{
    Attachment, AttachmentStatus, Call, CallOutcome, Conversation, ConversationKind, ConversationTime, Finding,
    FindingCode, Location, MediaClass, Message, MessageKind, Participant, ParticipantIndex, Reaction, TimeBasis,
    TimePrecision,
};
use std::collections::BTreeMap;

use super::phrases::{self, Line, says_video, says_you_missed};
use super::{Signs, chat_key, folder, is_request, owner, place_of, repair};
use crate::classify::class_of_name;
use crate::html::{Element, Moment, Page, moment};
use crate::source::{Document, Extract, base_name, stem};
use crate::threads::chronological;

/// Reads one page of a thread.
pub(crate) fn read(document: &Document<'_>, page: &Page) -> Option<Extract> {
    // Posts, comments and likes are blocks of the same shape: what is a thread is in the file's name, which is not translated.
    let name = document.path.last().map(|name| stem(base_name(name)))?;
    let is_thread = name.strip_prefix("message_").is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
        || document.path.last().is_some_and(|path| path.split('/').any(|folder| folder == "e2ee_cutover"));
    if !is_thread {
        return None;
    }
    let blocks = blocks(page);
    if blocks.is_empty() {
        return None;
    }
    let title = (0..page.elements.len())
        .find(|index| page.elements.get(*index).is_some_and(|element| matches!(element.name.as_str(), "title" | "h1")))
        .map(|index| page.line(index))
        .filter(|title| !title.is_empty());
    let mut participants: Vec<Participant> = Vec::new();
    let mut places = BTreeMap::new();
    let mut missed_by_you = None;
    let mut messages = Vec::with_capacity(blocks.len());
    for block in &blocks {
        let Some(element) = page.elements.get(block.element) else { continue };
        let name = page.line(block.heading);
        let sender = (!name.is_empty()).then(|| place_of(&mut participants, &mut places, &name));
        let location =
            Location { source: document.source, span: document.decoded.span(element.start, element.end), line: None };
        let message = message(page, block, (sender, &name), location, document);
        if message.call.is_some_and(|call| call.outcome == CallOutcome::Missed) && says_you_missed(message.view()) {
            missed_by_you = missed_by_you.or(message.sender);
        }
        messages.push(message);
    }
    let newest_first = match (blocks.first(), blocks.last()) {
        (Some(top), Some(bottom)) => top.time.civil >= bottom.time.civil,
        _ => false,
    };
    if newest_first {
        messages.reverse();
    }
    chronological(&mut messages);
    let path = document.path.join("/");
    let thread = folder(document);
    let is_group = participants.len() > 2;
    let conversation = Conversation {
        id: thread.clone().unwrap_or_default(),
        platform: Signs::of(document, &[], &[], thread.as_deref()).platform(),
        kind: match (is_request(&path), is_group) {
            (_, true) => ConversationKind::Group,
            (true, false) => ConversationKind::Request,
            (false, false) => ConversationKind::Direct,
        },
        // Names are listed nowhere on a page: only the title and missed calls tell whose it is.
        owner: owner(&participants, 0, title.as_deref(), missed_by_you).filter(|_| !is_group),
        title,
        participants,
        messages,
    };
    let mut extract = Extract::new("meta_html", vec![conversation]);
    extract.chats = vec![chat_key("meta_html", thread.as_deref(), document)];
    extract.thread = thread;
    extract.findings.push(Finding {
        code: FindingCode::HtmlExport,
        source: Some(document.source),
        line: None,
        count: 1,
        detail: String::new(),
    });
    extract.gaps.extend(document.mark());
    Some(extract)
}

/// A message on the page.
struct Block {
    element: usize,
    heading: usize,
    content: Vec<usize>,
    time: Moment,
}

/// Elements whose last part is a time and whose first part is one line of words.
fn blocks(page: &Page) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut end = 0;
    for (index, element) in page.elements.iter().enumerate() {
        // Only an element without others inside can be the line of the time.
        if element.last != index + 1 || element.start < end {
            continue;
        }
        let Some(parent) = element.parent else { continue };
        if page.elements.get(parent).is_none_or(|outer| outer.last != index + 1) {
            continue;
        }
        let Some(time) = moment(&page.line(index)) else { continue };
        let parts = page.children(parent);
        let (Some((heading, rest)), Some(outer)) = (parts.split_first(), page.elements.get(parent)) else { continue };
        let Some((last, content)) = rest.split_last() else { continue };
        let is_name = page.elements.get(*heading).is_some_and(|first| {
            let is_heading = matches!(first.name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
            let is_words = first.last == heading + 1 && (1..=200).contains(&page.line(*heading).len());
            (is_heading || !content.is_empty()) && is_words
        });
        if *last == index && is_name && outer.start >= end {
            end = outer.end;
            found.push(Block { element: parent, heading: *heading, content: content.to_vec(), time });
        }
    }
    found
}

fn message(
    page: &Page,
    block: &Block,
    (sender, name): (Option<ParticipantIndex>, &str),
    location: Location,
    document: &Document<'_>,
) -> Message {
    let mut words: Vec<String> = Vec::new();
    let mut reactions = Vec::new();
    let mut attachments: Vec<Attachment> = Vec::new();
    for part in &block.content {
        let mut addresses = Vec::new();
        let shown = page.shown(
            *part,
            |element| element.name == "ul",
            |_, _, link| {
                addresses.push(link.attribute("href").to_owned());
            },
        );
        if !shown.is_empty() {
            words.push(shown);
        }
        let mut until = 0;
        for (index, element) in page.inside(*part) {
            if element.name == "li" && index >= until {
                until = element.last;
                reactions.extend(reaction(&page.line(index)));
            } else if let Some(path) = file_of(element)
                && !attachments.iter().any(|known| known.name.as_deref() == Some(path))
            {
                attachments.push(attachment(element, path, document));
            }
        }
        // An address behind other words, or behind none, would be lost.
        for address in addresses.into_iter().filter(|address| address.contains("://")) {
            if !words.iter().any(|line| line.contains(&address)) {
                words.push(address);
            }
        }
    }
    let text = words.join("\n");
    let Moment { civil, seconds, instant } = block.time;
    let mut message = Message {
        sender,
        time: Some(ConversationTime {
            civil,
            precision: if seconds { TimePrecision::Second } else { TimePrecision::Minute },
            basis: if instant.is_some() { TimeBasis::Offset } else { TimeBasis::DeviceClock },
            instant,
        }),
        repaired: repair(&text),
        attachments,
        ..Message::new(location, text)
    };
    let first = message.view().lines().next().unwrap_or_default().to_owned();
    let line = phrases::line(&first, &[name]);
    match line {
        Some(Line::Call | Line::MissedCall) => {
            let outcome = if line == Some(Line::MissedCall) { CallOutcome::Missed } else { CallOutcome::Unknown };
            message.kind = MessageKind::Call;
            message.call = Some(Call { video: says_video(&first), outcome, seconds: None });
        }
        Some(Line::Unsent) => message.kind = MessageKind::Deleted,
        Some(Line::Attachment) => {
            message.kind = MessageKind::Media;
            message.caption = message.view().split_once('\n').map(|(_, rest)| rest.to_owned());
            if message.attachments.is_empty() && message.caption.is_none() {
                message.attachments.push(Attachment {
                    name: None,
                    class: MediaClass::Unknown,
                    status: AttachmentStatus::Omitted,
                    sha256: None,
                });
            }
        }
        Some(line) => {
            message.kind = MessageKind::System;
            message.flags.group_created = line == Line::GroupCreated;
            message.flags.screenshot_notice = line == Line::Screenshot;
            message.flags.timer_changed = line == Line::Timer;
        }
        None if !message.attachments.is_empty() => {
            message.kind = MessageKind::Media;
            message.caption = Some(message.view().to_owned()).filter(|words| !words.is_empty());
        }
        None if message.text.is_empty() => message.kind = MessageKind::Unsupported,
        None => {}
    }
    if !reactions.is_empty() {
        message.details_mut().reactions = reactions;
    }
    message
}

/// The file beside the page that an element shows or leads to.
fn file_of(element: &Element) -> Option<&str> {
    let path = match element.name.as_str() {
        "img" | "video" | "audio" | "source" => element.attribute("src"),
        "a" => element.attribute("href"),
        _ => "",
    };
    let is_file = path.contains('.') && !path.contains("://") && !path.starts_with(['#', '/']) && !path.contains(':');
    is_file.then_some(path)
}

fn attachment(element: &Element, path: &str, document: &Document<'_>) -> Attachment {
    let class = match (element.name.as_str(), class_of_name(path)) {
        ("img", MediaClass::Unknown) => MediaClass::Image,
        ("video", MediaClass::Unknown) => MediaClass::Video,
        ("audio", MediaClass::Unknown) => MediaClass::Audio,
        (_, class) => class,
    };
    match document.media.find(path.trim_start_matches("../")) {
        Some((sha256, class)) => {
            Attachment { name: Some(path.to_owned()), class, status: AttachmentStatus::Present, sha256 }
        }
        None => Attachment { name: Some(path.to_owned()), class, status: AttachmentStatus::Missing, sha256: None },
    }
}

/// `😂Anna Verdi (Dec 28, 2020 6:56 am)`: the sign, and who.
fn reaction(line: &str) -> Option<Reaction> {
    let start = line.find(char::is_alphanumeric).unwrap_or(line.len());
    let (sign, by) = line.split_at_checked(start)?;
    let by = by.split(" (").next().unwrap_or(by).trim();
    let sign = sign.trim();
    (!sign.is_empty())
        .then(|| Reaction { sign: sign.to_owned(), by: Some(by.to_owned()).filter(|name| !name.is_empty()) })
}
