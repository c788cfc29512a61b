//! Telegram Desktop's pages. Their classes have not changed since 2018 and their own words are always English.

use argine_model::{
    Attachment, AttachmentStatus, ByteSpan, Call, CallOutcome, Conversation, ConversationKind, ConversationTime,
    Entity, Location, MediaClass, Message, MessageKind, OwnerGuess, ParticipantIndex, Platform, Reaction, TimeBasis,
    TimePrecision,
};

use super::people::People;
use super::{name_answered, omission};
use crate::classify::class_of_name;
use crate::html::{Element, Page, moment};
use crate::source::{Document, Extract, base_name, stem};

/// Reads one page of a chat.
pub(crate) fn read(document: &Document<'_>, page: &Page) -> Option<Extract> {
    let blocks: Vec<usize> = (0..page.elements.len()).filter(|index| is_block(page, *index)).collect();
    if blocks.is_empty() {
        return None;
    }
    let title = (0..page.elements.len())
        .find(|index| page.elements.get(*index).is_some_and(|element| element.is("page_header")))
        .map(|header| page.line(header))
        .filter(|title| !title.is_empty());
    let mut people = People::default();
    let mut sender = None;
    let (mut messages, mut ids, mut answered) = (Vec::new(), Vec::new(), Vec::new());
    let mut end = 0;
    for block in blocks {
        let Some(element) = page.elements.get(block).filter(|element| element.start >= end) else { continue };
        end = element.end;
        let id: i64 =
            element.attribute("id").strip_prefix("message").and_then(|id| id.parse().ok()).unwrap_or_default();
        let is_service = element.is("service");
        if is_service {
            sender = None;
            // The line with the day between two messages.
            if id < 0 {
                continue;
            }
        }
        let span = document.decoded.span(element.start, element.end);
        let mut message = Message::new(Location { source: document.source, span, line: None }, String::new());
        if is_service {
            service(page.line(block), &mut message);
        } else {
            let own = Block::of(page, block);
            if let Some(name) = own.name {
                sender = people.of(Some(page.line_without_details(name).as_str()), None);
            }
            message.sender = sender;
            own.fill(page, document, &mut message);
            answered.extend(own.answered);
        }
        if let Some(details) = message.details.as_mut().filter(|_| id != 0) {
            details.native_id = Some(id.to_string());
        }
        ids.push(id);
        messages.push(message);
    }
    name_answered(&mut messages, &ids, answered);
    let participants = people.participants;
    let place = |place: usize| ParticipantIndex(u32::try_from(place).unwrap_or(u32::MAX));
    let other = participants.iter().position(|person| Some(&person.name) == title.as_ref());
    let owner = match (other, participants.len()) {
        (Some(other), 2) => Some(OwnerGuess { participant: place(1 - other.min(1)), basis: "chat_title".to_owned() }),
        _ => None,
    };
    let kind = if participants.len() > 2 { ConversationKind::Group } else { ConversationKind::Direct };
    let path = document.path.get(1..).and_then(<[String]>::last).map_or("", String::as_str);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let thread = format!("telegram_html/{folder}/{}", title.as_deref().unwrap_or_default());
    let conversation = Conversation {
        id: if folder.is_empty() { title.clone().unwrap_or_default() } else { folder },
        platform: Platform::Telegram,
        kind,
        title,
        participants,
        owner,
        messages,
    };
    let mut extract = Extract::new("telegram_html", vec![conversation]);
    extract.thread = Some(thread).filter(|thread| !thread.ends_with('/'));
    extract.gaps.extend(document.mark());
    let name = document.path.last().map(|name| stem(base_name(name))).unwrap_or_default();
    if !name.ends_with(|c: char| c.is_ascii_digit()) {
        extract.findings.push(omission(document));
    }
    Some(extract)
}

/// Whether an element is a message, or a line of the app.
fn is_block(page: &Page, index: usize) -> bool {
    page.elements
        .get(index)
        .is_some_and(|element| element.is("message") && (element.is("default") || element.is("service")))
}

/// A line of the app: the export writes it in English whatever the language of the app.
fn service(text: String, message: &mut Message) {
    message.kind = MessageKind::System;
    let says = |words: &str| text.contains(words);
    message.flags.screenshot_notice = says(" took a screenshot");
    message.flags.group_created = says(" created group ") || says("Channel created");
    message.flags.timer_changed =
        says("self-destruct timer") || says("auto-delete") || says("messages will be automatically deleted");
    message.text = text;
}

/// Where in a block its parts stand.
#[derive(Default)]
struct Block {
    name: Option<usize>,
    date: Option<usize>,
    text: Option<usize>,
    forwarded: Option<usize>,
    media: Vec<usize>,
    reactions: Vec<usize>,
    answered: Option<i64>,
}

impl Block {
    fn of(page: &Page, block: usize) -> Self {
        let mut own = Self::default();
        let mut forwarded_until = 0;
        let (mut media_until, mut reaction_until) = (0, 0);
        for (index, element) in page.inside(block) {
            let in_forwarded = index < forwarded_until;
            if element.is("forwarded") {
                forwarded_until = element.last;
            } else if element.is("from_name") {
                let slot = if in_forwarded { &mut own.forwarded } else { &mut own.name };
                slot.get_or_insert(index);
            } else if element.is("date") && !element.attribute("title").is_empty() && !in_forwarded {
                own.date.get_or_insert(index);
            } else if element.is("media_wrap") && index >= media_until {
                media_until = element.last;
                own.media.push(index);
            } else if element.is("text") && index >= media_until {
                own.text.get_or_insert(index);
            } else if element.is("reaction") && index >= reaction_until {
                reaction_until = element.last;
                own.reactions.push(index);
            } else if element.name == "a" && own.answered.is_none() {
                own.answered =
                    element.attribute("href").split_once("#go_to_message").and_then(|(_, id)| id.parse().ok());
            }
        }
        own
    }

    fn fill(&self, page: &Page, document: &Document<'_>, message: &mut Message) {
        let title = self.date.and_then(|date| page.elements.get(date)).map(|date| date.attribute("title"));
        message.time =
            title.and_then(|title| moment(title.lines().next().unwrap_or(title))).map(|moment| ConversationTime {
                civil: moment.civil,
                precision: if moment.seconds { TimePrecision::Second } else { TimePrecision::Minute },
                basis: if moment.instant.is_some() { TimeBasis::Offset } else { TimeBasis::DeviceClock },
                instant: moment.instant,
            });
        let mut entities = Vec::new();
        if let Some(text) = self.text {
            message.text = page.shown(
                text,
                |_| false,
                |from, to, link| {
                    if let Some((kind, target)) = target(link)
                        && from < to
                    {
                        entities.push((from, to, kind, target));
                    }
                },
            );
        }
        for media in &self.media {
            Self::media(page, *media, document, message);
        }
        if message.kind == MessageKind::Media {
            message.caption = Some(message.text.clone()).filter(|text| !text.is_empty());
        }
        link(message, entities);
        if let Some(forwarded) = self.forwarded {
            message.flags.forwarded = true;
            message.details_mut().forwarded_from = Some(page.line_without_details(forwarded));
        }
        if let Some(id) = self.answered {
            message.details_mut().reply_to = Some(id.to_string());
        }
        let reactions: Vec<Reaction> = self.reactions.iter().flat_map(|index| reaction(page, *index)).collect();
        if !reactions.is_empty() {
            message.details_mut().reactions = reactions;
        }
    }

    /// What came with a message: a link to a file beside the page, or what the page says instead of it.
    fn media(page: &Page, wrap: usize, document: &Document<'_>, message: &mut Message) {
        let part =
            |class: &str| page.inside(wrap).find(|(_, element)| element.is(class)).map(|(index, _)| page.line(index));
        let has = |class: &str| page.inside(wrap).any(|(_, element)| element.is(class));
        let (title, status) = (part("title").unwrap_or_default(), part("status").unwrap_or_default());
        if has("media_call") {
            let words = status.to_lowercase();
            let outcome = if words.contains("missed") {
                CallOutcome::Missed
            } else if words.contains("declined") || words.contains("busy") {
                CallOutcome::Declined
            } else if words.contains("second") || words.contains("minute") {
                CallOutcome::Answered
            } else {
                CallOutcome::Unknown
            };
            let number = words.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty());
            let seconds = number.filter(|_| words.contains("second")).and_then(|digits| digits.parse().ok());
            message.kind = MessageKind::Call;
            message.call = Some(Call { video: words.contains("video"), outcome, seconds });
            message.text = format!("{title}: {status}");
            return;
        }
        for (class, kind) in [
            ("media_poll", MessageKind::Poll),
            ("media_contact", MessageKind::Contact),
            ("media_location", MessageKind::Location),
            ("media_live_location", MessageKind::Location),
            ("media_game", MessageKind::Unsupported),
            ("media_invoice", MessageKind::Unsupported),
        ] {
            if has(class) {
                message.kind = kind;
                if message.text.is_empty() {
                    message.text = page.shown(wrap, |_| false, |_, _, _| {});
                }
                return;
            }
        }
        message.kind = MessageKind::Media;
        let class = [
            ("media_photo", MediaClass::Image),
            ("photo_wrap", MediaClass::Image),
            ("sticker_wrap", MediaClass::Image),
            ("video_file_wrap", MediaClass::Video),
            ("animated_wrap", MediaClass::Video),
            ("media_video", MediaClass::Video),
            ("media_voice_message", MediaClass::Audio),
            ("media_audio_file", MediaClass::Audio),
        ]
        .iter()
        .find(|(name, _)| has(name))
        .map(|(_, class)| *class);
        let path = page
            .inside(wrap)
            .map(|(_, element)| element.attribute("href"))
            .find(|href| !href.is_empty() && !href.contains("://") && !href.starts_with('#'));
        let found = path.and_then(|path| document.media.find(path));
        let named = class.or_else(|| path.map(class_of_name)).unwrap_or(MediaClass::Unknown);
        message.attachments.push(match (path, found) {
            (Some(path), Some((sha256, class))) => {
                Attachment { name: Some(path.to_owned()), class, status: AttachmentStatus::Present, sha256 }
            }
            (Some(path), None) => Attachment {
                name: Some(path.to_owned()),
                class: named,
                status: AttachmentStatus::Missing,
                sha256: None,
            },
            (None, _) => Attachment { name: None, class: named, status: AttachmentStatus::Omitted, sha256: None },
        });
    }
}

/// What a link leads to.
fn target(link: &Element) -> Option<(&'static str, String)> {
    let href = link.attribute("href");
    if let Some(number) = href.strip_prefix("tel:") {
        Some(("phone", number.to_owned()))
    } else if let Some(mail) = href.strip_prefix("mailto:") {
        Some(("email", mail.to_owned()))
    } else if href.contains("://") {
        Some(("text_link", href.to_owned()))
    } else {
        None
    }
}

/// Puts links on the words. An address behind other words is written after them: a person who reads must see it.
fn link(message: &mut Message, links: Vec<(usize, usize, &'static str, String)>) {
    if links.is_empty() || !matches!(message.kind, MessageKind::Text | MessageKind::Media) {
        return;
    }
    let (mut view, mut at, mut entities) = (String::new(), 0, Vec::new());
    for (from, to, kind, target) in links {
        if from < at {
            continue;
        }
        view.push_str(message.text.get(at..from).unwrap_or_default());
        let start = view.len() as u64;
        let words = message.text.get(from..to).unwrap_or_default();
        view.push_str(words);
        let span = ByteSpan::new(start, view.len() as u64);
        at = to;
        let is_shown = kind != "text_link" || target.contains(words);
        if !is_shown {
            view.push_str(" (");
            view.push_str(&target);
            view.push(')');
        }
        let kind = if is_shown && kind == "text_link" { "link" } else { kind };
        let target = Some(target).filter(|target| target != words);
        entities.push(Entity { span, kind: kind.to_owned(), target });
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

/// A sign, once for everybody whose picture stands beside it.
fn reaction(page: &Page, index: usize) -> Vec<Reaction> {
    let sign = page.inside(index).find(|(_, element)| element.is("emoji")).map(|(emoji, _)| page.line(emoji));
    let sign = sign.unwrap_or_else(|| page.line(index));
    let by: Vec<Reaction> = page
        .inside(index)
        .map(|(_, element)| element.attribute("title"))
        .filter(|title| !title.is_empty())
        .map(|name| Reaction { sign: sign.clone(), by: Some(name.to_owned()) })
        .collect();
    if by.is_empty() { vec![Reaction { sign, by: None }] } else { by }
}

impl Page {
    /// A name without the time that stands in it where a message was passed on.
    fn line_without_details(&self, index: usize) -> String {
        self.shown(index, |element| element.is("details"), |_, _, _| {}).replace('\n', " ")
    }
}
