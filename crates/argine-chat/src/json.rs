//! JSON exports: found by their keys, walked without building the whole, so that every message has its bytes and a file that is
//! cut short gives what stands before the cut.

use std::collections::BTreeMap;

use argine_model::{Finding, FindingCode, Gap, GapReason, Location};
use serde_json::Value;

use crate::source::{Document, Extract, line_number};
use crate::{account, discord, meta, snapchat, telegram, tiktok, tinder};

/// Every app whose exports are JSON, in the order in which they are asked. Each looks at shapes, not at names alone.
const READERS: &[fn(&mut File<'_>, &Top) -> Option<Extract>] = &[
    discord::read,
    telegram::read,
    meta::read,
    tinder::read,
    tiktok::read,
    snapchat::read,
    discord::package::read,
    account::read,
];

/// The outermost value of a file, and its fields where it is an object.
pub(crate) struct Top {
    pub(crate) node: Node,
    pub(crate) fields: Vec<(String, Node)>,
}

impl Top {
    /// The value of a field of the outermost object.
    pub(crate) fn field(&self, name: &str) -> Option<Node> {
        field(&self.fields, name)
    }
}

/// The value of the field of this name.
pub(crate) fn field(fields: &[(String, Node)], name: &str) -> Option<Node> {
    fields.iter().find(|(key, _)| key == name).map(|(_, node)| *node)
}

/// Reads the text if it is a JSON export of a known app.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let (mut file, top) = open(document)?;
    READERS.iter().find_map(|read| read(&mut file, &top))
}

/// The text as JSON, if it begins like it.
pub(crate) fn open<'a>(document: &'a Document<'a>) -> Option<(File<'a>, Top)> {
    let text = document.decoded.text.as_ref();
    let start = text.len() - text.trim_start().len();
    let rest = text.get(start..)?;
    let inside = rest.strip_prefix(['{', '['])?.trim_start();
    let expected: &[char] = if rest.starts_with('{') { &['"', '}'] } else { &['{', ']'] };
    if !inside.starts_with(expected) {
        return None;
    }
    let mut file = File {
        document,
        text,
        gaps: Vec::new(),
        damaged: false,
        repairs: 0,
        repaired_at: None,
        ends: BTreeMap::new(),
        early: BTreeMap::new(),
    };
    if rest.starts_with('{') {
        telegram::read_early(&mut file, start);
    }
    let top = file.top(start)?;
    Some((file, top))
}

/// A value by its bytes in the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether the value is all there.
    pub(crate) whole: bool,
}

/// A JSON text that is being walked.
pub(crate) struct File<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) text: &'a str,
    gaps: Vec<Gap>,
    damaged: bool,
    /// Records that are no JSON as written and were read all the same, and where the first of them stands.
    repairs: u32,
    repaired_at: Option<usize>,
    /// Where values end that were walked before, and whether they are all there, by their first byte.
    ends: BTreeMap<usize, (usize, bool)>,
    /// Telegram's chats that were read before, by the first byte of their messages.
    pub(crate) early: BTreeMap<usize, telegram::Chat>,
}

impl<'a> File<'a> {
    /// The outermost value. The fields of an object are walked once, and its end is where they end.
    fn top(&self, start: usize) -> Option<Top> {
        if self.text.as_bytes().get(start) != Some(&b'{') {
            return Some(Top { node: self.node(start)?, fields: Vec::new() });
        }
        let (fields, end, whole) = self.walk(start, self.text.len());
        Some(Top { node: Node { start, end, whole }, fields })
    }

    pub(crate) fn byte(&self, node: Node) -> Option<u8> {
        self.text.as_bytes().get(node.start).copied()
    }

    /// The value that begins at `start`, to its end or to the end of the text.
    fn node(&self, start: usize) -> Option<Node> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(start)?;
        let (end, whole) = match first {
            b'"' => string_end(bytes, start),
            b'{' | b'[' => self.ends.get(&start).copied().unwrap_or_else(|| container_end(bytes, start)),
            _ => {
                let length = bytes.get(start..)?.iter().position(|byte| matches!(byte, b',' | b']' | b'}'));
                (length.map_or(bytes.len(), |length| start + length), length.is_some())
            }
        };
        (end > start).then_some(Node { start, end, whole })
    }

    /// The fields of an object, as far as they go.
    pub(crate) fn fields(&self, node: Node) -> Vec<(String, Node)> {
        if self.byte(node) == Some(b'{') { self.walk(node.start, node.end).0 } else { Vec::new() }
    }

    /// The fields of the object that begins at `start` and ends before `limit`, one past its end, and whether it is closed.
    fn walk(&self, start: usize, limit: usize) -> (Vec<(String, Node)>, usize, bool) {
        let bytes = self.text.as_bytes();
        let mut fields = Vec::new();
        let mut at = start + 1;
        loop {
            at = skip(bytes, at, b",");
            if bytes.get(at) != Some(&b'"') || at >= limit {
                let closed = at < limit && matches!(bytes.get(at), Some(b'}' | b']'));
                return (fields, if closed { at + 1 } else { limit }, closed);
            }
            let Some(key) = self.node(at) else { return (fields, limit, false) };
            let name = self.value(key).and_then(|value| value.as_str().map(ToOwned::to_owned)).unwrap_or_default();
            at = skip(bytes, key.end, b":");
            if at >= limit {
                return (fields, limit, false);
            }
            let Some(value) = self.node(at) else { return (fields, limit, false) };
            at = value.end;
            fields.push((name, value));
        }
    }

    /// The first element of an array.
    pub(crate) fn first(&self, node: Node) -> Option<Node> {
        let at = skip(self.text.as_bytes(), node.start + 1, b"");
        let is_value = at < node.end && !matches!(self.text.as_bytes().get(at), None | Some(b']' | b'}' | b','));
        if is_value { self.node(at) } else { None }
    }

    /// The elements of an array, as far as they go.
    pub(crate) fn elements(&self, node: Node) -> Vec<Node> {
        let bytes = self.text.as_bytes();
        let mut elements = Vec::new();
        if self.byte(node) != Some(b'[') {
            return elements;
        }
        let mut at = node.start + 1;
        loop {
            at = skip(bytes, at, b",");
            if at >= node.end || matches!(bytes.get(at), None | Some(b']' | b'}')) {
                return elements;
            }
            let Some(value) = self.node(at) else { return elements };
            at = value.end;
            elements.push(value);
        }
    }

    /// The value itself, repaired where exporters are known to write what is no JSON.
    pub(crate) fn value(&self, node: Node) -> Option<Value> {
        let text = self.text.get(node.start..node.end)?;
        serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&repaired(text)).ok())
    }

    /// The messages of an array: each with its place; those that cannot be understood become gaps.
    pub(crate) fn messages(&mut self, node: Node) -> Vec<(Node, Value)> {
        let mut messages = Vec::new();
        for element in self.elements(node) {
            match self.value(element).filter(|value| value.is_object() && element.whole) {
                Some(value) => messages.push((element, value)),
                None => self.unreadable(element),
            }
        }
        self.damaged |= !node.whole;
        messages
    }

    /// Hands the objects of an array over one after the other, walking the text once. `read` takes one record from the front of
    /// the text and says how many bytes it took; none where it is no JSON. It then gets the record once more, repaired and alone.
    /// Beside the text it gets the place of the record: its first byte, and its end where that is known beforehand.
    ///
    /// The list may end before `list` does; where it ends is the answer.
    pub(crate) fn records(
        &mut self,
        list: Node,
        mut read: impl FnMut(&str, usize, Option<usize>) -> Option<usize>,
    ) -> usize {
        let text = self.text;
        let bytes = text.as_bytes();
        if self.byte(list) != Some(b'[') {
            return list.end;
        }
        let mut at = list.start + 1;
        loop {
            at = skip(bytes, at, b",");
            if at >= list.end || matches!(bytes.get(at), None | Some(b']' | b'}')) {
                break;
            }
            let rest = text.get(at..list.end).unwrap_or_default();
            if rest.starts_with('{')
                && let Some(taken) = read(rest, at, None)
            {
                at += taken.max(1);
                continue;
            }
            let Some(node) = self.node(at) else { break };
            let own = text.get(node.start..node.end).unwrap_or_default();
            let fixed = if node.whole && own.starts_with('{') { repaired(own) } else { String::new() };
            if !fixed.is_empty() && fixed != own && read(&fixed, node.start, Some(node.end)).is_some() {
                self.repairs = self.repairs.saturating_add(1);
                self.repaired_at = self.repaired_at.or(Some(node.start));
            } else {
                self.unreadable(node);
            }
            at = node.end;
        }
        let is_closed = at < list.end && matches!(bytes.get(at), Some(b']' | b'}'));
        self.damaged |= !is_closed;
        let end = if is_closed { at + 1 } else { list.end };
        self.ends.insert(list.start, (end, is_closed));
        end
    }

    pub(crate) fn byte_at(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The field at or behind `at`: its key, where that is written without escapes, and the first byte of its value.
    pub(crate) fn next_field(&self, at: usize) -> Option<(&'a str, usize)> {
        let bytes = self.text.as_bytes();
        let at = skip(bytes, at, b",");
        if bytes.get(at) != Some(&b'"') {
            return None;
        }
        let (end, whole) = string_end(bytes, at);
        let key = if whole { self.text.get(at + 1..end - 1)? } else { return None };
        let value = skip(bytes, end, b":");
        (value < bytes.len()).then_some((key, value))
    }

    /// The first byte of the element at or behind `at`.
    pub(crate) fn next_element(&self, at: usize) -> Option<usize> {
        let at = skip(self.text.as_bytes(), at, b",");
        (!matches!(self.byte_at(at), None | Some(b']' | b'}'))).then_some(at)
    }

    /// One past the value at `start`.
    pub(crate) fn end_of(&self, start: usize) -> Option<usize> {
        self.node(start).map(|node| node.end)
    }

    /// Keeps where the container at `start` ends, where the walk through it came to `at`; one past its end.
    pub(crate) fn note_end(&mut self, start: usize, at: usize) -> Option<usize> {
        let at = skip(self.text.as_bytes(), at, b",");
        if !matches!(self.byte_at(at), Some(b']' | b'}')) {
            return None;
        }
        self.ends.insert(start, (at + 1, true));
        Some(at + 1)
    }

    /// Something where a message was to be that is none.
    fn unreadable(&mut self, node: Node) {
        self.damaged |= !node.whole;
        let text = self.text.as_bytes().get(node.start..node.end).unwrap_or_default();
        self.gaps.push(Gap {
            span: self.document.decoded.span(node.start, node.end),
            reason: GapReason::Unreadable,
            line: None,
            lines: Some(line_number(text, text.len())),
        });
    }

    /// Bytes that hold data of the account.
    pub(crate) fn account_data(&mut self, node: Node) {
        let span = self.document.decoded.span(node.start, node.end);
        self.gaps.push(Gap { span, reason: GapReason::AccountData, line: None, lines: None });
    }

    /// Where something stands.
    pub(crate) fn location(&self, start: usize, end: usize) -> Location {
        Location { source: self.document.source, span: self.document.decoded.span(start, end), line: None }
    }

    /// What was read from this file, with what became of the rest of it.
    pub(crate) fn extract(
        &mut self,
        format: &'static str,
        conversations: Vec<argine_model::Conversation>,
        thread: Option<String>,
    ) -> Extract {
        let source = Some(self.document.source);
        let mut extract = Extract::new(format, conversations);
        extract.thread = thread;
        if self.damaged {
            let line = line_number(self.text.as_bytes(), self.text.len());
            extract.findings.push(Finding {
                code: FindingCode::JsonDamaged,
                source,
                line: Some(line),
                count: 1,
                detail: String::new(),
            });
        }
        self.gaps.sort_by_key(|gap| gap.span.start);
        self.number_lines();
        let mut unreadable = self.gaps.iter().filter(|gap| gap.reason == GapReason::Unreadable);
        if let Some(first) = unreadable.next() {
            extract.findings.push(Finding {
                code: FindingCode::UnreadableMessages,
                source,
                line: first.line,
                count: u32::try_from(unreadable.count()).unwrap_or(u32::MAX).saturating_add(1),
                detail: String::new(),
            });
        }
        if let Some(first) = self.repaired_at {
            extract.findings.push(Finding {
                code: FindingCode::BrokenText,
                source,
                line: Some(line_number(self.text.as_bytes(), first)),
                count: self.repairs,
                detail: String::new(),
            });
        }
        extract.gaps = core::mem::take(&mut self.gaps);
        extract.gaps.extend(self.document.mark());
        extract
    }

    /// Gives every unreadable place its line. Lines are counted on from gap to gap: a hostile file may hold a million of them.
    fn number_lines(&mut self) {
        let bytes = self.document.bytes;
        let (mut line, mut counted) = (1_u32, 0_usize);
        for gap in self.gaps.iter_mut().filter(|gap| gap.reason == GapReason::Unreadable) {
            let start = usize::try_from(gap.span.start).unwrap_or(usize::MAX).min(bytes.len()).max(counted);
            let between = bytes.get(counted..start).unwrap_or_default();
            line = line.saturating_add(line_number(between, between.len()) - 1);
            counted = start;
            gap.line = Some(line);
        }
    }
}

/// The next place that is neither blank nor one of `also`.
fn skip(bytes: &[u8], at: usize, also: &[u8]) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_whitespace() || also.contains(byte)).count()
}

/// One past the closing quote, and whether there is one.
fn string_end(bytes: &[u8], start: usize) -> (usize, bool) {
    let mut at = start + 1;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at += found + 1;
        if bytes.get(at - 1) == Some(&b'"') {
            return (at, true);
        }
        at += 1;
    }
    (bytes.len(), false)
}

/// The bytes at which a walk through a container has something to do.
const STRUCTURE: [bool; 256] = {
    let mut table = [false; 256];
    let mut index = 0;
    while index < 5 {
        #[expect(clippy::indexing_slicing, reason = "a constant: out of bounds would not compile")]
        {
            table[b"\"{}[]"[index] as usize] = true;
        }
        index += 1;
    }
    table
};

/// One past the bracket that closes the one at `start`, and whether there is one.
pub(crate) fn container_end(bytes: &[u8], start: usize) -> (usize, bool) {
    let mut at = start;
    let mut depth = 0_usize;
    while let Some(found) =
        bytes.get(at..).and_then(|rest| rest.iter().position(|byte| STRUCTURE.get(usize::from(*byte)) == Some(&true)))
    {
        at += found;
        match bytes.get(at) {
            Some(b'"') => {
                let (end, whole) = string_end(bytes, at);
                if !whole {
                    return (end, false);
                }
                at = end;
                continue;
            }
            Some(b'{' | b'[') => depth += 1,
            _ => {
                depth -= 1;
                if depth == 0 {
                    return (at + 1, true);
                }
            }
        }
        at += 1;
    }
    (bytes.len(), false)
}

/// `\xNN` (Telegram writes control characters so), halves of surrogate pairs and bare control characters made into JSON.
fn repaired(text: &str) -> String {
    let mut fixed = String::with_capacity(text.len() + 16);
    let mut rest = text;
    let mut inside = false;
    while let Some(character) = rest.chars().next() {
        let mut taken = character.len_utf8();
        match character {
            '"' => {
                inside = !inside;
                fixed.push('"');
            }
            '\\' if inside => {
                let unit = |text: &str| text.get(2..6).and_then(|digits| u16::from_str_radix(digits, 16).ok());
                match rest.as_bytes().get(1) {
                    Some(b'x') => {
                        if let Some(digits) = rest.get(2..4).filter(|digits| u8::from_str_radix(digits, 16).is_ok()) {
                            fixed.push_str("\\u00");
                            fixed.push_str(digits);
                            taken = 4;
                        } else {
                            fixed.push_str("\\\\");
                        }
                    }
                    Some(b'u') => {
                        let next = rest.get(6..).filter(|next| next.starts_with("\\u")).and_then(unit);
                        match (unit(rest), next) {
                            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => {
                                fixed.push_str(rest.get(..12).unwrap_or_default());
                                taken = 12;
                            }
                            (Some(0xD800..=0xDFFF), _) => {
                                fixed.push(char::REPLACEMENT_CHARACTER);
                                taken = 6;
                            }
                            (Some(_), _) => {
                                fixed.push_str(rest.get(..6).unwrap_or_default());
                                taken = 6;
                            }
                            (None, _) => fixed.push_str("\\\\"),
                        }
                    }
                    Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                        fixed.push_str(rest.get(..2).unwrap_or_default());
                        taken = 2;
                    }
                    _ => fixed.push_str("\\\\"),
                }
            }
            control @ '\0'..='\x1F' if inside => {
                let code = u32::from(control);
                fixed.push_str("\\u00");
                fixed.extend([code >> 4, code & 15].iter().filter_map(|digit| char::from_digit(*digit, 16)));
            }
            other => fixed.push(other),
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    fixed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_exporters_get_wrong_is_repaired() {
        for (written, meant) in [
            (r#""a\x07b""#, "a\u{7}b"),
            (r#""\ud83d\ude00 ok""#, "😀 ok"),
            (r#""tagliata \ud83d""#, "tagliata \u{FFFD}"),
            ("\"a\u{1}b\nc\"", "a\u{1}b\nc"),
            (r#""C:\games""#, "C:\\games"),
            (r#""\\x07 \" fine""#, "\\x07 \" fine"),
        ] {
            assert_eq!(serde_json::from_str::<String>(&repaired(written)).expect("it is JSON now"), meant, "{written}");
        }
    }
}
