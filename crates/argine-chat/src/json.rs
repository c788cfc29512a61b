//! JSON exports: found by their keys, walked without building the whole, so that every message has its bytes and a file that is
//! cut short gives what stands before the cut.

use argine_model::{Finding, FindingCode, Gap, GapReason};
use serde_json::Value;

use crate::source::{Document, Extract, line_number};
use crate::{discord, discord_package, meta, snapchat, telegram, tiktok, tinder};

/// Every app whose exports are JSON, in the order in which they are asked. Each looks at shapes, not at names alone.
const READERS: &[fn(&mut File<'_>, &Top) -> Option<Extract>] =
    &[discord::read, telegram::read, meta::read, tinder::read, tiktok::read, snapchat::read, discord_package::read];

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
    let file = File { document, text, gaps: Vec::new(), damaged: false };
    let node = file.node(start)?;
    let top = Top { node, fields: file.fields(node) };
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
}

impl File<'_> {
    pub(crate) fn byte(&self, node: Node) -> Option<u8> {
        self.text.as_bytes().get(node.start).copied()
    }

    /// The value that begins at `start`, to its end or to the end of the text.
    fn node(&self, start: usize) -> Option<Node> {
        let bytes = self.text.as_bytes();
        let first = *bytes.get(start)?;
        let (end, whole) = match first {
            b'"' => string_end(bytes, start),
            b'{' | b'[' => container_end(bytes, start),
            _ => {
                let length = bytes.get(start..)?.iter().position(|byte| matches!(byte, b',' | b']' | b'}'));
                (length.map_or(bytes.len(), |length| start + length), length.is_some())
            }
        };
        (end > start).then_some(Node { start, end, whole })
    }

    /// The fields of an object, as far as they go.
    pub(crate) fn fields(&self, node: Node) -> Vec<(String, Node)> {
        let bytes = self.text.as_bytes();
        let mut fields = Vec::new();
        if self.byte(node) != Some(b'{') {
            return fields;
        }
        let mut at = node.start + 1;
        loop {
            at = skip(bytes, at, b",");
            if bytes.get(at) != Some(&b'"') || at >= node.end {
                return fields;
            }
            let Some(key) = self.node(at) else { return fields };
            let name = self.value(key).and_then(|value| value.as_str().map(ToOwned::to_owned)).unwrap_or_default();
            at = skip(bytes, key.end, b":");
            if at >= node.end {
                return fields;
            }
            let Some(value) = self.node(at) else { return fields };
            at = value.end;
            fields.push((name, value));
        }
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
        // Lines are counted on from gap to gap: a hostile file may hold a million of them.
        let (mut line, mut counted) = (1_u32, 0);
        for element in self.elements(node) {
            if let Some(value) = self.value(element).filter(|value| value.is_object() && element.whole) {
                messages.push((element, value));
                continue;
            }
            let text = self.text.get(element.start..element.end).unwrap_or_default();
            self.damaged |= !element.whole;
            let between = self.text.as_bytes().get(counted..element.start).unwrap_or_default();
            line = line.saturating_add(line_number(between, between.len()) - 1);
            counted = element.start;
            self.gaps.push(Gap {
                span: self.document.decoded.span(element.start, element.end),
                reason: GapReason::Unreadable,
                line: Some(line),
                lines: Some(line_number(text.as_bytes(), text.len())),
            });
        }
        self.damaged |= !node.whole;
        messages
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
        if let Some(first) = self.gaps.first() {
            extract.findings.push(Finding {
                code: FindingCode::UnreadableMessages,
                source,
                line: first.line,
                count: u32::try_from(self.gaps.len()).unwrap_or(u32::MAX),
                detail: String::new(),
            });
        }
        extract.gaps = core::mem::take(&mut self.gaps);
        extract.gaps.extend(self.document.decoded.mark_span().map(|span| Gap {
            span,
            reason: GapReason::ByteOrderMark,
            line: Some(1),
            lines: None,
        }));
        extract
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

/// One past the bracket that closes the one at `start`, and whether there is one.
fn container_end(bytes: &[u8], start: usize) -> (usize, bool) {
    let mut at = start;
    let mut depth = 0_usize;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                let (end, whole) = string_end(bytes, at);
                if !whole {
                    return (end, false);
                }
                at = end;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return (at + 1, true);
                }
            }
            _ => {}
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
