//! WhatsApp's "Export chat" as text, of Android and iOS, in the languages of [`phrases`].
//!
//! A line that begins with a header begins an entry; every other line belongs to the entry above it. A person can write a line
//! shaped like a header into their own message, and nothing in the text tells it apart: such lines are read as entries, and
//! those that fit badly among their neighbours are marked ([`suspicion`]).

mod body;
mod dates;
mod header;
mod people;
mod phrases;
mod suspicion;

use argine_model::{
    AttachmentStatus, Conversation, ConversationKind, ConversationTime, Finding, FindingCode, Gap, GapReason, Location,
    Message, MessageFlags, MessageKind, Platform, TimeBasis, TimePrecision,
};
use jiff::civil::Date;
use memchr::memchr;

use crate::source::{Document, Extract, line_number};
use body::{PhraseBook, starts_with_mark};
use header::{Frame, Header};
use people::People;
use phrases::Effect;

/// The title that the name of an exported file gives, where the name is one that the app writes.
pub(crate) use people::title_of_file as title_of;

/// One entry before it is understood.
struct Entry {
    /// Where its line begins in the text.
    start: usize,
    /// Line, from 0.
    line: u32,
    header: Header,
    /// Whether the line before it ends with CR LF.
    after_crlf: bool,
}

/// Reads the text if it is an export: none if it is something else.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    let mut entries = scan(text);
    drop_pasted(&mut entries);
    let first = entries.first()?;
    // A few lines of an entry that was cut may stand before the first header; a page with a header in it is no export.
    if first.line as usize > entries.len() * 5
        && text.get(..first.start).is_some_and(|before| !before.trim().is_empty())
    {
        return None;
    }
    Some(Reader { document, text, book: PhraseBook::new() }.read(&entries))
}

fn scan(text: &str) -> Vec<Entry> {
    let bytes = text.as_bytes();
    let mut entries = Vec::new();
    let (mut start, mut line, mut after_crlf) = (0, 0_u32, false);
    while let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) {
        let length = memchr(b'\n', rest);
        let content = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
        let trimmed = content.strip_suffix(b"\r").unwrap_or(content);
        if let Some(header) = header::parse(trimmed) {
            entries.push(Entry { start, line, header, after_crlf });
        }
        after_crlf = trimmed.len() < content.len();
        line = line.saturating_add(1);
        match length {
            Some(length) => start += length + 1,
            None => break,
        }
    }
    entries
}

/// An app writes one frame in one export: a few headers in another frame among many are pasted into a message.
/// Runs of another frame stay: somebody joined two exports.
fn drop_pasted(entries: &mut Vec<Entry>) {
    let count = |frame: Frame| entries.iter().filter(|entry| entry.header.shape.frame == frame).count();
    let frames = [Frame::Dash, Frame::Bracket, Frame::Colon, Frame::Copied];
    let Some((main, most)) = frames.map(|frame| (frame, count(frame))).into_iter().max_by_key(|(_, count)| *count)
    else {
        return;
    };
    let foreign = entries.len() - most;
    if foreign > 0 && foreign * 10 <= most {
        entries.retain(|entry| entry.header.shape.frame == main);
    }
}

struct Reader<'a> {
    document: &'a Document<'a>,
    text: &'a str,
    book: PhraseBook,
}

/// Who wrote an entry, and where its body begins.
struct Split<'a> {
    sender: Option<&'a str>,
    body: &'a str,
    app: Option<body::AppLine>,
}

impl<'a> Reader<'a> {
    fn read(&self, entries: &[Entry]) -> Extract {
        let mut people = People::default();
        let mut messages = Vec::with_capacity(entries.len());
        let mut named: Vec<(usize, Date)> = Vec::new();
        let mut day_first = false;
        let marked = self.is_marked(entries);
        for (index, entry) in entries.iter().enumerate() {
            let end = entries.get(index + 1).map_or(self.text.len(), |next| next.start);
            let content = self.text.get(entry.start + usize::from(entry.header.body)..end).unwrap_or_default();
            let content = trim_line_end(content);
            let split = self.split(content, entry, &mut people, marked, index);
            let location = Location {
                source: self.document.source,
                span: self.document.decoded.span(entry.start, end),
                line: Some(entry.line.saturating_add(1)),
            };
            let mut message = Message {
                index: u32::try_from(index).unwrap_or(u32::MAX),
                location,
                kind: MessageKind::Text,
                sender: None,
                time: None,
                text: split.body.to_owned(),
                repaired: None,
                caption: None,
                attachments: Vec::new(),
                call: None,
                flags: MessageFlags::default(),
                details: None,
            };
            match (split.sender, split.app) {
                (sender, Some(app)) => {
                    message.kind = MessageKind::System;
                    day_first |= app.day_first;
                    people.app_line(sender, split.body, app.effect);
                    message.flags.group_created = app.effect == Effect::GroupCreated;
                    message.flags.contact_blocked = app.effect == Effect::ContactBlocked;
                }
                (None, None) => {
                    // A call, or something of an app version or a language that the tables do not have.
                    let body = self.book.body(split.body);
                    day_first |= body.day_first;
                    message.call = body.call;
                    message.kind = if body.call.is_some() { MessageKind::Call } else { MessageKind::System };
                }
                (Some(sender), None) => {
                    let participant = people.sender(sender);
                    message.sender = Some(participant);
                    let body = self.book.body(split.body);
                    day_first |= body.day_first;
                    if body.deleted_by_you {
                        people.deleted_by_you(participant);
                    }
                    message.kind = body.kind.unwrap_or(MessageKind::Text);
                    message.caption = body.caption;
                    message.repaired = body.repaired;
                    message.call = body.call;
                    message.flags.edited = body.edited;
                    if let Some(mut attachment) = body.attachment {
                        if let Some(name) = &attachment.name {
                            named.extend(date_in_name(name).map(|date| (index, date)));
                            if attachment.status == AttachmentStatus::Missing
                                && let Some((digest, class)) = self.document.media.find(name)
                            {
                                attachment.status = AttachmentStatus::Present;
                                attachment.sha256 = digest;
                                attachment.class = class;
                            }
                        }
                        message.attachments.push(attachment);
                    }
                }
            }
            messages.push(message);
        }
        let headers: Vec<Header> = entries.iter().map(|entry| entry.header).collect();
        let hints =
            dates::Hints { named: &named, day_first_language: day_first, given: self.document.options.date_order };
        let solved = dates::solve(&headers, &hints);
        for (message, (time, header)) in messages.iter_mut().zip(solved.times.iter().zip(&headers)) {
            message.time = time.map(|civil| ConversationTime {
                civil,
                precision: if header.second.is_some() { TimePrecision::Second } else { TimePrecision::Minute },
                basis: TimeBasis::DeviceClock,
                instant: None,
            });
        }
        let mut findings = Vec::new();
        let mut finding = |code, line, count, detail: &str| {
            findings.push(Finding { code, source: Some(self.document.source), line, count, detail: detail.to_owned() });
        };
        if let Some(order) = solved.assumed {
            let detail = serde_json::to_value(order).ok();
            finding(
                FindingCode::DateOrderAssumed,
                None,
                1,
                detail.as_ref().and_then(|value| value.as_str()).unwrap_or_default(),
            );
        }
        let undated = messages.iter().filter(|message| message.time.is_none());
        if let Some(first) = undated.clone().next() {
            let count = u32::try_from(undated.count()).unwrap_or(u32::MAX);
            finding(FindingCode::UnreadableMessages, first.location.line, count, "time");
        }
        let after_crlf: Vec<bool> = entries.iter().map(|entry| entry.after_crlf).collect();
        let suspects = suspicion::mark(&mut messages, &after_crlf, &self.document.options.zone);
        if let Some((line, count)) = suspects.embedded {
            finding(FindingCode::EmbeddedHeader, line, count, "");
        }
        if let Some((line, count)) = suspects.backwards {
            finding(FindingCode::TimeGoesBack, line, count, "");
        }
        for limit in [10_000, 40_000] {
            if messages.len().abs_diff(limit) <= limit / 100 {
                finding(
                    FindingCode::ExportLimit,
                    None,
                    u32::try_from(messages.len()).unwrap_or(u32::MAX),
                    &limit.to_string(),
                );
            }
        }
        let roster = people.finish(&self.document.titles());
        for message in &mut messages {
            message.sender = message.sender.and_then(|sender| roster.renumbered(sender));
        }
        let conversation = Conversation {
            id: self.document.stem(),
            platform: Platform::Whatsapp,
            kind: if roster.is_group { ConversationKind::Group } else { ConversationKind::Direct },
            title: roster.title,
            participants: roster.participants,
            owner: roster.owner,
            messages,
        };
        let mut extract = Extract::new("whatsapp_text", vec![conversation]);
        extract.gaps = self.before(entries.first().map_or(0, |entry| entry.start));
        extract.findings = findings;
        extract.date_order = solved.finding;
        extract
    }

    /// Whether the export is one of those that put a mark before the words of the app (iOS).
    fn is_marked(&self, entries: &[Entry]) -> bool {
        entries.iter().any(|entry| {
            entry.header.shape.frame != Frame::Dash && {
                let line = self.text.get(entry.start + usize::from(entry.header.body)..).unwrap_or_default();
                let line = line.get(..memchr(b'\n', line.as_bytes()).unwrap_or(line.len())).unwrap_or_default();
                line.split_once(": ").is_some_and(|(_, body)| starts_with_mark(body.as_bytes()))
            }
        })
    }

    fn split(&self, content: &'a str, entry: &Entry, people: &mut People<'a>, marked: bool, index: usize) -> Split<'a> {
        let Some((sender, body)) = split_sender(content) else {
            let app = if people.look_up() { PhraseBook::app_line(content) } else { None };
            return Split { sender: None, body: content, app };
        };
        if entry.header.shape.frame == Frame::Dash || entry.header.shape.frame == Frame::Colon {
            // `Mario ha creato il gruppo "Prova: test"` is no message of `Mario ha creato il gruppo "Prova`.
            if !people.is_known(sender)
                && people.few()
                && let Some(app) = PhraseBook::app_line(sender)
            {
                return Split { sender: None, body: content, app: Some(app) };
            }
            // Old exports write the banner behind the chat's name.
            if index == 0
                && let Some(app) = PhraseBook::app_line(body)
            {
                return Split { sender: Some(sender), body, app: Some(app) };
            }
            return Split { sender: Some(sender), body, app: None };
        }
        if !people.is_known(sender)
            && people.few()
            && let Some(app) = PhraseBook::app_line(sender)
        {
            return Split { sender: None, body: content, app: Some(app) };
        }
        // iOS: the app's own lines stand behind the name of the chat or of a person, with the mark before the words.
        let candidate = if marked { starts_with_mark(body.as_bytes()) } else { index == 0 };
        if candidate
            && self.book.body(body).kind.is_none()
            && let Some(app) = PhraseBook::app_line(body)
        {
            return Split { sender: Some(sender), body, app: Some(app) };
        }
        Split { sender: Some(sender), body, app: None }
    }

    /// What stands before the first header.
    fn before(&self, start: usize) -> Vec<Gap> {
        let decoded = self.document.decoded;
        let mut gaps: Vec<Gap> = Vec::new();
        gaps.extend(decoded.mark_span().map(|span| Gap {
            span,
            reason: GapReason::ByteOrderMark,
            line: Some(1),
            lines: None,
        }));
        if start > 0 {
            let before = self.text.get(..start).unwrap_or_default();
            let blank = before.chars().all(|character| character.is_whitespace() || body::is_mark(character));
            gaps.push(Gap {
                span: decoded.span(0, start),
                reason: if blank { GapReason::Blank } else { GapReason::Preamble },
                line: Some(1),
                lines: Some(line_number(before.as_bytes(), before.len()).saturating_sub(1).max(1)),
            });
        }
        gaps
    }
}

/// The text before the first `: ` of the first line is the sender; a line that ends with the colon has no body.
fn split_sender(content: &str) -> Option<(&str, &str)> {
    /// Names are short; what is longer is a sentence.
    const LONGEST_NAME: usize = 256;
    let bytes = content.as_bytes();
    let mut from = 0;
    while let Some(found) = memchr(b':', bytes.get(from..bytes.len().min(LONGEST_NAME))?) {
        let at = from + found;
        let (name, rest) = (content.get(..at)?, content.get(at + 1..)?);
        if name.contains('\n') {
            return None;
        }
        if let Some(body) = rest.strip_prefix(' ').or_else(|| rest.strip_prefix('\u{A0}')) {
            return (!name.is_empty()).then_some((name, body));
        }
        let line = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        if line.is_empty() || line == "." {
            return (!name.is_empty()).then_some((name, rest));
        }
        from = at + 1;
    }
    None
}

fn trim_line_end(content: &str) -> &str {
    content.strip_suffix('\n').map_or(content, |rest| rest.strip_suffix('\r').unwrap_or(rest))
}

/// `IMG-20241121-WA0001.jpg`, `00000042-PHOTO-2024-11-21-14-35-07.jpg`: the day the app wrote into the name.
fn date_in_name(name: &str) -> Option<Date> {
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<i16>().ok());
    let small = |text: Option<&str>| text.and_then(|text| text.parse::<i8>().ok());
    if let Some(day) = name.split('-').nth(1).filter(|day| day.len() == 8 && name.contains("-WA")) {
        return Date::new(number(day.get(..4))?, small(day.get(4..6))?, small(day.get(6..))?).ok();
    }
    let mut parts = name.split('-').skip(2);
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    if year?.len() != 4 {
        return None;
    }
    Date::new(number(year)?, small(month)?, small(day)?).ok()
}

#[cfg(test)]
mod tests;
