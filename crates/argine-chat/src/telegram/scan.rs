//! A message read by hand: the fields that all messages have are taken as they stand, what few have goes through `serde_json`.
//! Where anything is unusual there is no answer, and the whole message goes that way.

use std::borrow::Cow;

use memchr::memchr2;
use serde_json::Value;

use super::record::{Record, Scalar, Words};
use crate::json::container_end;

/// Reads the object at the beginning of the text into `record`; says how many bytes it takes.
pub(super) fn record<'t>(text: &'t str, record: &mut Record<'t>) -> Option<usize> {
    let mut at = 1;
    loop {
        at = blanks(text, at);
        match text.as_bytes().get(at)? {
            b'}' => return Some(at + 1),
            b',' => at += 1,
            b'"' => {
                let (key, value) = key(text, at)?;
                at = match key.as_bytes() {
                    b"id" => put(&mut record.id, scalar(text, value)?),
                    b"type" => put(&mut record.kind, scalar(text, value)?),
                    b"date" => put(&mut record.date, scalar(text, value)?),
                    b"from" => put(&mut record.from, scalar(text, value)?),
                    b"text" => put(&mut record.text, words(text, value)?),
                    b"edited" => put(&mut record.edited, scalar(text, value)?),
                    b"from_id" => put(&mut record.from_id, scalar(text, value)?),
                    b"date_unixtime" => put(&mut record.unixtime, scalar(text, value)?),
                    b"text_entities" => match one_plain_piece(text, value) {
                        Some(end) => end,
                        None => put(&mut record.entities, words(text, value)?),
                    },
                    b"reply_to_message_id" => put(&mut record.reply_to, scalar(text, value)?),
                    name if Record::is_silent(name) => scalar(text, value)?.1,
                    _ => {
                        let (other, end) = other(text, value)?;
                        record.rest.push((Cow::Borrowed(key), other));
                        end
                    }
                };
            }
            _ => return None,
        }
    }
}

fn put<T>(slot: &mut T, (value, end): (T, usize)) -> usize {
    *slot = value;
    end
}

fn blanks(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
        at += 1;
    }
    at
}

/// A key without escapes, and where its value begins.
fn key(text: &str, at: usize) -> Option<(&str, usize)> {
    // Keys are so short that a look at each byte is faster than a search.
    let rest = text.get(at + 1..)?;
    let length = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\'))?;
    let key = rest.get(..length)?;
    if rest.as_bytes().get(length) != Some(&b'"') {
        return None;
    }
    let colon = blanks(text, at + key.len() + 2);
    if text.as_bytes().get(colon) != Some(&b':') {
        return None;
    }
    Some((key, blanks(text, colon + 1)))
}

/// A string: borrowed where it holds no escapes.
fn string(text: &str, at: usize) -> Option<(Cow<'_, str>, usize)> {
    let rest = text.get(at + 1..)?;
    let first = memchr2(b'"', b'\\', rest.as_bytes())?;
    if rest.as_bytes().get(first) == Some(&b'"') {
        return Some((Cow::Borrowed(rest.get(..first)?), at + first + 2));
    }
    let end = past_string(text, at)?;
    Some((Cow::Owned(serde_json::from_str(text.get(at..end)?).ok()?), end))
}

/// One past the closing quote of the string at `at`.
fn past_string(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = at + 1;
    loop {
        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes.get(at) == Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

fn scalar(text: &str, at: usize) -> Option<(Scalar<'_>, usize)> {
    let bytes = text.as_bytes();
    match bytes.get(at)? {
        b'"' => string(text, at).map(|(text, end)| (Scalar::Text(text), end)),
        b'{' | b'[' => {
            let (end, whole) = container_end(bytes, at);
            whole.then_some((Scalar::Other, end))
        }
        b'-' | b'0'..=b'9' => {
            let length = bytes
                .get(at..)?
                .iter()
                .position(|byte| !matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'))?;
            let written = text.get(at..at + length)?;
            let number = match written.parse() {
                Ok(number) => Scalar::Number(number),
                Err(_) => written.parse::<f64>().ok().map(|_| Scalar::Other)?,
            };
            Some((number, at + length))
        }
        b'n' if text.get(at..at + 4) == Some("null") => Some((Scalar::None, at + 4)),
        b't' if text.get(at..at + 4) == Some("true") => Some((Scalar::Other, at + 4)),
        b'f' if text.get(at..at + 5) == Some("false") => Some((Scalar::Other, at + 5)),
        _ => None,
    }
}

fn words(text: &str, at: usize) -> Option<(Words<'_>, usize)> {
    if text.as_bytes().get(at) == Some(&b'"') {
        return string(text, at).map(|(text, end)| (Words::Plain(text), end));
    }
    let mut stream = serde_json::Deserializer::from_str(text.get(at..)?).into_iter::<Words<'_>>();
    let words = stream.next()?.ok()?;
    Some((words, at + stream.byte_offset()))
}

fn other(text: &str, at: usize) -> Option<(Value, usize)> {
    if text.as_bytes().get(at) == Some(&b'"') {
        return string(text, at).map(|(text, end)| (Value::String(text.into_owned()), end));
    }
    let rest = text.get(at..)?;
    if rest.starts_with(['{', '[']) {
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let value = stream.next()?.ok()?;
        return Some((value, at + stream.byte_offset()));
    }
    // A number is whole only where something stands behind it.
    let length = rest.find([',', '}', ']', ' ', '\n', '\r', '\t'])?;
    Some((serde_json::from_str(rest.get(..length)?).ok()?, at + length))
}

/// One past `[]`, or past a list of one piece that is nothing but words, whose words `text` has already; none for any other list.
fn one_plain_piece(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = blanks(text, if bytes.get(at) == Some(&b'[') { at + 1 } else { return None });
    match bytes.get(at)? {
        b']' => return Some(at + 1),
        b'{' => at += 1,
        _ => return None,
    }
    let mut is_plain = false;
    loop {
        at = blanks(text, at);
        match bytes.get(at)? {
            b',' => at += 1,
            b'}' => {
                let end = blanks(text, at + 1);
                return (is_plain && bytes.get(end) == Some(&b']')).then_some(end + 1);
            }
            b'"' => {
                let (key, value) = key(text, at)?;
                if bytes.get(value) != Some(&b'"') {
                    return None;
                }
                at = past_string(text, value)?;
                match key {
                    "type" if text.get(value..at) == Some("\"plain\"") => is_plain = true,
                    "text" => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both ways of reading a message say the same.
    #[test]
    fn by_hand_as_by_the_library() {
        for text in [
            "{}",
            r#"{"id": 1, "type": "message", "date": "2024-11-21T14:35:00", "date_unixtime": "1732199700", "from": "B", "from_id": "user7", "text": "a\n\"b\" \u00e8", "text_entities": [{"type": "bold", "text": "a"}]} , {"#,
            r#"{"id":-1,"from":null,"from_id":7,"text":["a",{"type":"link","text":"b"}],"photo":"p","width":3,"poll":{"answers":[]},"x":1.5,"y":true}"#,
            r#"{ "text" : [ ] , "text_entities" : [ { "text" : "a" , "type" : "link", "href": "b" } ], "edited": {}, "n": 12 }"#,
        ] {
            let mut by_hand = Record::default();
            let taken = record(text, &mut by_hand).expect("it is JSON");
            let mut stream = serde_json::Deserializer::from_str(text).into_iter::<Record<'_>>();
            let by_library = stream.next().expect("one").expect("it is JSON");
            assert_eq!(format!("{by_hand:?}"), format!("{by_library:?}"));
            assert_eq!(taken, stream.byte_offset());
        }
        for text in [
            "",
            "{",
            r#"{"id""#,
            r#"{"id": 1"#,
            r#"{"text": "a\x07"}"#,
            r#"{"text": "a}"#,
            r#"{"a\"b": 1}"#,
            "{]",
            r#"{"id": tru}"#,
        ] {
            assert!(record(text, &mut Record::default()).is_none(), "{text}");
        }
    }

    #[test]
    fn a_single_plain_piece_is_passed_over() {
        for (text, end) in [
            ("[]x", Some(2)),
            (r#"[{"type": "plain", "text": "a\"]}"}] "#, Some(36)),
            (r#"[ { "text" : "" , "type" : "plain" } ]"#, Some(38)),
            (r#"[{"type": "bold", "text": "a"}]"#, None),
            (r#"[{"type": "plain", "text": "a"}, {"type": "link", "text": "b"}]"#, None),
            (r#"[{"type": "plain", "href": "a"}]"#, None),
            (r#"["a"]"#, None),
            ("[", None),
        ] {
            assert_eq!(one_plain_piece(text, 0), end, "{text}");
        }
    }
}
