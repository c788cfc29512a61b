//! Where each entry stands, in few bytes: what is kept of a chat before its messages are made.

use argine_model::{ByteSpan, DateOrder, ParticipantIndex, SourceIndex};
use jiff::civil::{Date, DateTime, Time};
use memchr::memchr;

use super::header::{self, Frame, Header, Shape};
use crate::decode::Decoded;

/// An export understood, without the messages themselves: at most 40 bytes an entry.
#[derive(Debug)]
pub(crate) struct Index {
    pub(super) source: SourceIndex,
    pub(super) entries: Vec<Entry>,
    /// Media that the export left out: the line of the first, and how many.
    pub(crate) omitted: Option<(u32, u32)>,
}

impl Index {
    /// How many messages.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The bytes of all entries: they follow each other without a hole.
    pub(crate) fn span(&self, decoded: &Decoded<'_>) -> ByteSpan {
        decoded.span(self.entries.first().map_or(0, |entry| entry.start), decoded.text.len())
    }
}

/// Who wrote an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writer {
    /// Not looked at yet, or the app in words that no table has.
    Unnamed,
    Person(ParticipantIndex),
    /// The app, without a name before its words.
    App,
    /// The app, behind the name of the chat or of a person (iOS).
    AppBehindName,
}

/// One entry, before its words are looked at again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Where its line begins in the text.
    pub(super) start: usize,
    /// Line, from 0.
    pub(super) line: u32,
    pub(super) writer: Writer,
    /// The numbers of the date in the order written.
    pub(super) date: [u16; 3],
    /// The order in which they are read, where there is such a day.
    pub(super) order: Option<DateOrder>,
    pub(super) hour: u8,
    pub(super) minute: u8,
    second: u8,
    /// Where the text after the header begins, in bytes from `start`; once it is known who wrote, the text after the name.
    pub(super) body: u16,
    /// Its place among the shapes.
    pub(super) shape: u16,
    /// Whether the first and the second number of the date are written with one digit.
    pub(super) one_digit: [bool; 2],
    /// What speaks for it being a line of the message above (bits of [`super::suspicion::Reason`]).
    pub(super) reasons: u8,
    pub(super) marks: Marks,
}

/// What else is known of an entry.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    /// The line before it ends with CR LF.
    pub(super) after_crlf: bool,
    /// A line inside it is shaped like a header of another kind.
    pub(super) holds_header: bool,
    pub(super) content: Content,
}

/// What the first walk saw in an entry's words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Content {
    #[default]
    Other,
    /// Words that a person wrote, and nothing else.
    Words,
    /// Words that a person changed later.
    Edited,
    /// A placeholder of the app in a language that no table has.
    Placeholder,
}

/// Stands for no seconds: none are written that high.
const NO_SECOND: u8 = u8::MAX;

impl Entry {
    fn new(start: usize, line: u32, header: &Header, shape: u16) -> Self {
        Self {
            start,
            line,
            writer: Writer::Unnamed,
            date: header.date,
            order: None,
            hour: header.hour,
            minute: header.minute,
            second: header.second.unwrap_or(NO_SECOND),
            body: header.body,
            shape,
            one_digit: header.one_digit,
            reasons: 0,
            marks: Marks::default(),
        }
    }

    pub(super) fn second(&self) -> Option<u8> {
        (self.second != NO_SECOND).then_some(self.second)
    }

    pub(super) fn sender(&self) -> Option<ParticipantIndex> {
        match self.writer {
            Writer::Person(sender) => Some(sender),
            _ => None,
        }
    }

    pub(super) fn day(&self) -> Option<Date> {
        super::dates::date(self.date, self.order?)
    }

    /// A number that grows with the time, where there is one: for comparing without making dates.
    pub(super) fn stamp(&self) -> Option<u64> {
        let (year, month, day) = super::dates::numbers(self.date, self.order?);
        let clock = [self.hour, self.minute, self.second().unwrap_or(0)].map(u64::from);
        let parts = [u64::from(year), u64::from(month), u64::from(day)].into_iter().chain(clock);
        Some(parts.fold(0, |sum, part| sum << 8 | part))
    }

    pub(super) fn clock(&self) -> Option<Time> {
        let second = i8::try_from(self.second().unwrap_or(0)).ok()?;
        let (hour, minute) = (i8::try_from(self.hour).ok()?, i8::try_from(self.minute).ok()?);
        Time::new(hour, minute, second, 0).ok()
    }

    pub(super) fn time(&self) -> Option<DateTime> {
        Some(self.day()?.to_datetime(self.clock()?))
    }

    /// What follows its header (and its name, once that is known), up to the next entry.
    pub(super) fn content<'t>(&self, text: &'t str, end: usize) -> &'t str {
        let content = text.get(self.start + usize::from(self.body)..end).unwrap_or_default();
        content.strip_suffix('\n').map_or(content, |line| line.strip_suffix('\r').unwrap_or(line))
    }
}

/// Every line that begins with a header, and the shapes of the headers.
pub(super) fn scan(text: &str) -> (Vec<Entry>, Vec<Shape>) {
    let bytes = text.as_bytes();
    let (mut entries, mut shapes): (Vec<Entry>, Vec<Shape>) = (Vec::new(), Vec::new());
    let (mut start, mut line, mut after_crlf) = (0, 0_u32, false);
    while let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) {
        let length = memchr(b'\n', rest);
        let content = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
        let trimmed = content.strip_suffix(b"\r").unwrap_or(content);
        if let Some(header) = header::parse(trimmed) {
            let shape = shapes.iter().position(|shape| *shape == header.shape).unwrap_or_else(|| {
                shapes.push(header.shape);
                shapes.len() - 1
            });
            let mut entry = Entry::new(start, line, &header, u16::try_from(shape).unwrap_or(u16::MAX));
            entry.marks.after_crlf = after_crlf;
            entries.push(entry);
        }
        after_crlf = trimmed.len() < content.len();
        line = line.saturating_add(1);
        match length {
            Some(length) => start += length + 1,
            None => break,
        }
    }
    (entries, shapes)
}

/// An app writes one frame in one export: a few headers in another frame among many are pasted into a message, which is marked.
/// Runs of another frame stay: somebody joined two exports.
pub(super) fn drop_pasted(entries: &mut Vec<Entry>, shapes: &[Shape]) {
    let frame = |entry: &Entry| shapes.get(usize::from(entry.shape)).map(|shape| shape.frame);
    let mut counts = [Frame::Dash, Frame::Bracket, Frame::Colon, Frame::Copied].map(|frame| (frame, 0_usize));
    for entry in &*entries {
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| Some(*known) == frame(entry)) {
            *count += 1;
        }
    }
    let Some((main, most)) = counts.into_iter().max_by_key(|(_, count)| *count) else { return };
    let foreign = entries.len() - most;
    if foreign == 0 || foreign * 10 > most {
        return;
    }
    let mut last: Option<usize> = None;
    let mut holders = Vec::new();
    entries.retain(|entry| {
        let keep = frame(entry) == Some(main);
        if keep {
            last = Some(last.map_or(0, |last| last + 1));
        } else {
            holders.extend(last);
        }
        keep
    });
    for holder in holders {
        if let Some(entry) = entries.get_mut(holder) {
            entry.marks.holds_header = true;
        }
    }
}

/// The text before the first `: ` of the first line is the sender; a line that ends with the colon has no body.
pub(super) fn split_sender(content: &str) -> Option<(&str, &str)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_small() {
        assert!(size_of::<Entry>() <= 40, "{} bytes", size_of::<Entry>());
    }
}
