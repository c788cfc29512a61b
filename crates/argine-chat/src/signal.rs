//! Signal as text: what signal-export (`chat.md`) and older exporters write, `[2019-12-24, 12:23] Jane: …`, and sigtop's two text
//! forms. WhatsApp has relatives of the first shape, so it is taken for Signal only where nothing speaks for WhatsApp.

use argine_model::{
    Conversation, ConversationKind, Gap, GapReason, Message, MessageKind, OwnerGuess, Platform, Reaction, TimePrecision,
};
use jiff::civil::DateTime;

use crate::classify::class_of_name;
use crate::entry::{Roster, attachment, clock, in_order, left_out, location, owner};
use crate::source::{Document, Extract, base_name};

/// Reads the text if it is one of the three forms.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    let first = text.trim_start().lines().next()?;
    let entries =
        if first.starts_with("Conversation: ") { fields::entries(document, text)? } else { lines(document, text)? };
    let mut people = Roster::default();
    let mut messages = Vec::with_capacity(entries.len());
    let start = entries.first().map_or(0, |entry| entry.start);
    for Entry { mut message, sender, .. } in entries {
        message.sender = sender.map(|name| people.of(&name, None));
        messages.push(message);
    }
    in_order(&mut messages);
    let title = first.strip_prefix("Conversation: ").map(|name| name.trim().to_owned()).or_else(|| folder(document));
    let conversation = Conversation {
        id: document.stem(),
        platform: Platform::Signal,
        kind: if people.participants.len() > 2 { ConversationKind::Group } else { ConversationKind::Direct },
        owner: holder(&people, title.as_deref()),
        title,
        participants: people.participants,
        messages,
    };
    let mut extract = Extract::new("signal_text", vec![conversation]);
    extract.filler = GapReason::Structure;
    extract.gaps.extend(document.mark());
    if start > 0 {
        let span = document.decoded.span(0, start);
        let reason = if first.starts_with("Conversation: ") { GapReason::Structure } else { GapReason::Blank };
        extract.gaps.push(Gap { span, reason, line: Some(1), lines: None });
    }
    Some(extract)
}

/// A message with the name of who sent it.
struct Entry {
    message: Message,
    sender: Option<String>,
    start: usize,
}

/// Exporters write `Me` or `You` for the person; else the folder or file is named after the other one.
fn holder(people: &Roster, title: Option<&str>) -> Option<OwnerGuess> {
    if let Some(me) = ["Me", "You"].iter().find_map(|name| people.named(name)) {
        return Some(owner(me, "sent_by_me"));
    }
    let other = title.and_then(|title| people.named(title))?;
    people.other_than(other).map(|me| owner(me, "chat_title"))
}

/// signal-export puts each chat into a folder of its name.
fn folder(document: &Document<'_>) -> Option<String> {
    let path = document.path.last()?;
    let mut parts = path.rsplit(['/', '\\']);
    let name = parts.next()?;
    matches!(name, "chat.md" | "index.md" | "chat.txt").then(|| parts.next().map(ToOwned::to_owned))?
}

/// How the head of a line is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// `[2019-12-24, 12:23] `
    Comma,
    /// `[2019-12-24 12:23:05] `
    Bracket,
    /// `2019-12-24 12:23 ` (sigtop, short)
    Bare,
}

struct Head<'a> {
    shape: Shape,
    time: DateTime,
    precision: TimePrecision,
    rest: &'a str,
}

/// The head of a line, of exactly these shapes.
fn head(line: &str) -> Option<Head<'_>> {
    let bracketed = line.strip_prefix('[');
    let inner = bracketed.unwrap_or(line);
    let date = inner.get(..10)?;
    let is_date = date.bytes().enumerate().all(|(place, byte)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if !is_date {
        return None;
    }
    let after = inner.get(10..)?;
    let (comma, after) = match after.strip_prefix(", ") {
        Some(after) => (true, after),
        None => (false, after.strip_prefix(' ')?),
    };
    let digits = after.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    let time = after.get(..digits)?;
    let (precision, seconds) = match digits {
        5 => (TimePrecision::Minute, ":00"),
        8 => (TimePrecision::Second, ""),
        _ => return None,
    };
    let time: DateTime = format!("{date}T{time}{seconds}").parse().ok()?;
    let rest = after.get(digits..)?;
    let (shape, rest) = match (bracketed.is_some(), comma, precision) {
        (true, true, TimePrecision::Minute) => (Shape::Comma, rest.strip_prefix("] ")?),
        (true, false, _) => (Shape::Bracket, rest.strip_prefix("] ")?),
        (false, false, TimePrecision::Minute) => (Shape::Bare, rest.strip_prefix(' ')?),
        _ => return None,
    };
    Some(Head { shape, time, precision, rest })
}

/// The name before the first `: ` (or a colon that ends the line).
fn named(rest: &str) -> Option<(&str, &str)> {
    let line = rest.split('\n').next().unwrap_or_default().trim_end();
    let name = match line.split_once(": ") {
        Some((name, _)) => name,
        None => line.strip_suffix(':')?,
    };
    let body = rest.get(name.len() + 1..)?;
    (!name.is_empty() && name.len() <= 128).then(|| (name, body.strip_prefix(' ').unwrap_or(body)))
}

/// Forms of one line with a head for each message.
fn lines(document: &Document<'_>, text: &str) -> Option<Vec<Entry>> {
    let begin = text.len() - text.trim_start().len();
    let shape = head(text.get(begin..)?)?.shape;
    if !is_signal(document, text, shape) {
        return None;
    }
    let mut starts: Vec<(usize, u32)> = Vec::new();
    let mut at = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        if head(line).is_some_and(|head| head.shape == shape) {
            starts.push((at, number));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let mut entries = Vec::with_capacity(starts.len());
    for (&(start, number), end) in starts.iter().zip(ends) {
        let Some(head) = text.get(start..end).and_then(head) else { continue };
        let (sender, body) = match named(head.rest) {
            Some((name, body)) => (Some(name.to_owned()), body),
            None => (None, head.rest),
        };
        let mut place = location(document, start, end);
        place.line = Some(number);
        let mut message = Message::new(place, body.trim_end_matches(['\r', '\n']).to_owned());
        message.time = Some(clock(head.time, head.precision));
        if sender.is_none() {
            message.kind = MessageKind::System;
        }
        marks(document, shape, &mut message);
        entries.push(Entry { message, sender, start });
    }
    Some(entries)
}

/// Whether the text is Signal's and not a relative of it from WhatsApp.
fn is_signal(document: &Document<'_>, text: &str, shape: Shape) -> bool {
    let path = document.path.join("/").to_lowercase();
    let name = document.path.last().map(|name| base_name(name).to_lowercase()).unwrap_or_default();
    let says_whatsapp = path.contains("whatsapp") || name.contains("_chat") || !document.titles().is_empty();
    // WhatsApp writes invisible marks and words in angle brackets; Signal's exporters do neither.
    let looks_whatsapp = text.contains(['\u{200E}', '\u{200F}', '\u{202F}'])
        || [
            "<Media",
            "<allegato:",
            "<attached:",
            "<adjunto:",
            "(file allegato)",
            "(file attached)",
            "end-to-end",
            "crittografia",
        ]
        .iter()
        .any(|words| text.contains(words));
    if says_whatsapp || looks_whatsapp {
        return false;
    }
    let says_signal = path.contains("signal") || name.rsplit('.').next() == Some("md");
    let mut people = text.lines().filter_map(head).filter(|head| head.shape == shape);
    match shape {
        // No locale of WhatsApp puts a comma behind an ISO date and leaves the seconds out inside brackets.
        Shape::Comma => {
            // A line with another head is no continuation that an exporter would write.
            !text.lines().any(|line| line.starts_with('[') && head(line).is_none() && is_other_head(line))
        }
        // iOS in Swedish and others writes the same with seconds: something has to say that this is not it.
        Shape::Bracket => {
            says_signal
                || text.contains("(This message was deleted)")
                || people.any(|head| named(head.rest).is_some_and(|(name, _)| name == "Me"))
        }
        Shape::Bare => says_signal || people.any(|head| named(head.rest).is_some_and(|(name, _)| name == "You")),
    }
}

/// `[24/12/19, 12:23:05] …`: a head in brackets that is not ours.
fn is_other_head(line: &str) -> bool {
    let inner: Vec<u8> = line.bytes().skip(1).take(10).collect();
    inner.first().is_some_and(u8::is_ascii_digit) && inner.iter().any(|byte| matches!(byte, b'/' | b'.'))
}

/// What exporters write into the body: deletions, reactions, attachments, details in brackets.
fn marks(document: &Document<'_>, shape: Shape, message: &mut Message) {
    if message.text.trim() == "(This message was deleted)" {
        message.kind = MessageKind::Deleted;
        return;
    }
    let mut words = message.text.clone();
    if let Some((before, reactions)) = words.rsplit_once("\n(- ").filter(|(_, after)| after.trim_end().ends_with(" -)"))
    {
        let list = reactions.trim_end().trim_end_matches(" -)");
        let reactions = list
            .split(", ")
            .filter_map(|one| one.rsplit_once(": "))
            .map(|(by, sign)| Reaction { sign: sign.to_owned(), by: Some(by.to_owned()) });
        message.details_mut().reactions = reactions.collect();
        words = before.to_owned();
    }
    // `![name](./media/name)`, `[name](./media/name)`
    let mut kept = String::with_capacity(words.len());
    let mut rest = words.as_str();
    while let Some(place) = rest.find("](") {
        let (before, after) = (rest.get(..place).unwrap_or_default(), rest.get(place + 2..).unwrap_or_default());
        let Some((open, close)) = before.rfind('[').zip(after.find(')')) else { break };
        let path = after.get(..close).unwrap_or_default();
        if path.starts_with("./") || path.starts_with("media/") {
            kept.push_str(before.get(..open).unwrap_or_default().trim_end_matches('!'));
            message.attachments.push(attachment(document, path, class_of_name(path)));
        } else {
            kept.push_str(rest.get(..place + 2 + close + 1).unwrap_or_default());
        }
        rest = after.get(close + 1..).unwrap_or_default();
    }
    kept.push_str(rest);
    if shape == Shape::Bare
        && let Some((details, body)) = kept.strip_prefix('[').and_then(|kept| kept.split_once(']'))
    {
        let known = |detail: &str| {
            detail == "edited"
                || detail.starts_with("reply to ")
                || detail.contains(" attachment")
                || detail.ends_with(" message")
        };
        if details.split(", ").all(known) {
            message.flags.edited = details.contains("edited");
            if details.contains(" attachment") {
                message.attachments.push(left_out(argine_model::MediaClass::Unknown));
            }
            if details.ends_with(" message") {
                message.kind = MessageKind::System;
            }
            kept = String::from(body.trim_start());
        }
    }
    if !message.attachments.is_empty() {
        message.kind = MessageKind::Media;
        message.caption = Some(kept.trim().to_owned()).filter(|words| !words.is_empty());
    } else if kept != message.text {
        message.repaired = Some(kept);
    }
}

/// sigtop's long form: fields, a blank line, the words.
mod fields {
    use super::{Document, Entry, Message, MessageKind, Reaction, attachment, class_of_name, location};
    use argine_model::{ConversationTime, TimeBasis, TimePrecision};

    pub(super) fn entries(document: &Document<'_>, text: &str) -> Option<Vec<Entry>> {
        let mut starts: Vec<(usize, u32)> = Vec::new();
        let (mut at, mut blank) = (0, false);
        let mut lines = text.split_inclusive('\n').peekable();
        let mut number = 0;
        while let Some(line) = lines.next() {
            number += 1;
            let begins = line.starts_with("From: ") && lines.peek().is_some_and(|next| next.starts_with("Type: "));
            if blank
                && (begins
                    || line.starts_with("Type: ")
                        && starts
                            .last()
                            .is_none_or(|(last, _)| text.get(*last..at).is_some_and(|before| before.contains("\n\n"))))
            {
                starts.push((at, number));
            }
            blank = line.trim().is_empty();
            at += line.len();
        }
        if starts.is_empty() {
            return None;
        }
        let ends: Vec<usize> = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]).collect();
        let made = starts.into_iter().zip(ends).map(|((start, number), end)| {
            let mut place = location(document, start, end);
            place.line = Some(number);
            one(document, text.get(start..end).unwrap_or_default(), Message::new(place, String::new()), start)
        });
        Some(made.collect())
    }

    fn one(document: &Document<'_>, block: &str, mut message: Message, start: usize) -> Entry {
        let (fields, body) = match block.split_once("\n\n") {
            Some((fields, body)) => (fields, body),
            None => (block, ""),
        };
        body.trim_end_matches(['\r', '\n']).clone_into(&mut message.text);
        let mut sender = None;
        for line in fields.lines() {
            match line.split_once(": ") {
                Some(("From", name)) => sender = Some(name.trim().to_owned()),
                Some(("Type", "incoming" | "outgoing")) => {}
                Some(("Type", kind)) => {
                    message.kind = MessageKind::System;
                    if message.text.is_empty() {
                        kind.clone_into(&mut message.text);
                    }
                }
                Some(("Sent", date)) => message.time = time(date),
                Some(("Attachment", file)) => {
                    let name = file.rsplit_once(" (").map_or(file, |(name, _)| name);
                    message.attachments.push(attachment(document, name, class_of_name(name)));
                }
                Some(("Reaction", reaction)) => {
                    if let Some((sign, by)) = reaction.split_once(" from ") {
                        let reaction = Reaction { sign: sign.to_owned(), by: Some(by.to_owned()) };
                        message.details_mut().reactions.push(reaction);
                    }
                }
                Some(("Edited", _)) => message.flags.edited = true,
                _ => {}
            }
        }
        if message.flags.edited {
            edits(&mut message);
        } else {
            // The answered message stands before the answer, each line with `>`.
            let own: Vec<&str> =
                message.text.lines().skip_while(|line| line.starts_with('>') || line.is_empty()).collect();
            let own = own.join("\n");
            if own != message.text.lines().collect::<Vec<_>>().join("\n") {
                message.repaired = Some(own);
            }
        }
        if !message.attachments.is_empty() {
            message.kind = MessageKind::Media;
            message.caption = Some(message.view().to_owned()).filter(|words| !words.is_empty());
        }
        Entry { message, sender, start }
    }

    /// Versions stand newest first, each line with `|`.
    fn edits(message: &mut Message) {
        let mut versions: Vec<String> = Vec::new();
        let mut inside = false;
        for line in message.text.lines() {
            let line = line.strip_prefix('|').unwrap_or(line);
            let line = line.strip_prefix(' ').unwrap_or(line);
            if line.strip_prefix("Version: ").is_some_and(|number| number.parse::<u32>().is_ok()) {
                versions.push(String::new());
                inside = false;
            } else if line.is_empty() && !inside {
                inside = true;
            } else if let Some(version) = versions.last_mut().filter(|_| inside && !line.starts_with('>')) {
                if !version.is_empty() {
                    version.push('\n');
                }
                version.push_str(line);
            }
        }
        let mut versions = versions.into_iter().map(|version| version.trim_end().to_owned());
        message.repaired = versions.next();
        let mut earlier: Vec<String> = versions.collect();
        earlier.reverse();
        message.details_mut().earlier = earlier;
    }

    fn time(text: &str) -> Option<ConversationTime> {
        let zoned = jiff::fmt::rfc2822::parse(text.trim()).ok()?;
        Some(ConversationTime {
            civil: zoned.datetime(),
            precision: TimePrecision::Second,
            basis: TimeBasis::Offset,
            instant: Some(zoned.timestamp()),
        })
    }
}
