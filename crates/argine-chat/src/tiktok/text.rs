//! `TikTok`'s download as text: `>>> Chat History with anna::`, then `2024-11-21 14:35:07 UTC anna: words`.

use argine_model::{Conversation, Gap, GapReason, Message, MessageFlags, TimePrecision};

use crate::entry::{Roster, at, utc};
use crate::source::{Document, Extract};
use crate::tiktok::{finish, party};

const TITLE: &str = ">>> Chat History with ";

/// Reads the text if a chat begins in it.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    if !text.lines().take(50).any(|line| line.starts_with(TITLE)) {
        return None;
    }
    let mut reader = Reader { document, conversations: Vec::new(), open: None, gaps: Vec::new() };
    let mut start = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let end = start + line.len();
        reader.line(line, start, end, number);
        start = end;
    }
    reader.close();
    let Reader { conversations, mut gaps, .. } = reader;
    gaps.extend(document.mark());
    let mut extract = Extract::new("tiktok_text", conversations);
    extract.gaps = gaps;
    Some(extract)
}

struct Open<'a> {
    name: &'a str,
    people: Roster,
    messages: Vec<Message>,
    /// Where the text of the last message begins and ends in the document.
    body: (usize, usize),
    start: usize,
}

impl Open<'_> {
    /// Gives the last message the lines that went on with it.
    fn complete(&mut self, document: &Document<'_>) {
        let Some(last) = self.messages.last_mut() else { return };
        let words = document.decoded.text.get(self.body.0..self.body.1).unwrap_or_default();
        words.trim_matches(['\r', '\n']).clone_into(&mut last.text);
        last.location.span = document.decoded.span(self.start, self.body.1);
    }
}

struct Reader<'a> {
    document: &'a Document<'a>,
    conversations: Vec<Conversation>,
    open: Option<Open<'a>>,
    gaps: Vec<Gap>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a str, start: usize, end: usize, number: u32) {
        if line.starts_with(TITLE) {
            self.close();
            self.open =
                Some(Open { name: party(line), people: Roster::default(), messages: Vec::new(), body: (0, 0), start });
            return;
        }
        let Some(open) = &mut self.open else {
            if !line.trim().is_empty() {
                let span = self.document.decoded.span(start, end);
                self.gaps.push(Gap { span, reason: GapReason::Preamble, line: Some(number), lines: Some(1) });
            }
            return;
        };
        if let Some((time, sender, body)) = header(line) {
            open.complete(self.document);
            let place = crate::entry::location(self.document, start, end);
            let mut message = Message::new(place, body.trim_end_matches(['\r', '\n']).to_owned());
            message.location.line = Some(number);
            message.sender = sender.map(|sender| open.people.of(sender, None));
            message.time = Some(at(time, TimePrecision::Second, &self.document.options.zone));
            message.flags = MessageFlags::default();
            open.messages.push(message);
            open.start = start;
            open.body = (end - body.len(), end);
        } else if !open.messages.is_empty() {
            // A line without a header goes on with the message above it; blank lines do so only where words follow.
            if !line.trim().is_empty() {
                open.body.1 = end;
            }
        } else if !line.trim().is_empty() {
            // "No data" in the language of the account, or something that is no message.
            let span = self.document.decoded.span(start, end);
            self.gaps.push(Gap { span, reason: GapReason::Preamble, line: Some(number), lines: Some(1) });
        }
    }

    fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            open.complete(self.document);
            self.conversations.push(finish(open.name, open.people, open.messages, None));
        }
    }
}

/// `2024-11-21 14:35:07 UTC anna: words`. A line with a time and without a name is an entry all the same: nobody is said to have written it.
fn header(line: &str) -> Option<(jiff::Timestamp, Option<&str>, &str)> {
    let time = utc(line.get(..19)?)?;
    let rest = line.get(19..)?;
    let rest = rest.strip_prefix(" UTC").unwrap_or(rest);
    let words = rest.strip_prefix(' ').unwrap_or(rest);
    let named = words.split_once(": ").or_else(|| words.trim_end().strip_suffix(':').map(|name| (name, "")));
    Some(match named.filter(|(sender, _)| !sender.is_empty() && sender.len() <= 128) {
        Some((sender, body)) => (time, Some(sender), body),
        None => (time, None, words),
    })
}
