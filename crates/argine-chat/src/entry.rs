//! What readers make entries from: people by their key, times with their basis, words with their character references.

use std::collections::BTreeMap;

use argine_model::{
    Attachment, AttachmentStatus, ConversationTime, DateOrderFinding, Finding, FindingCode, Location, MediaClass,
    Message, OwnerGuess, Participant, ParticipantIndex, TimeBasis, TimePrecision,
};
use jiff::civil::DateTime;
use jiff::{Timestamp, tz::TimeZone};
use mail_parser::decoders::html::html_to_text;
use serde_json::Value;

use crate::source::Document;

/// The name of whoever handed the source over, where the source says "sent" and no name.
pub(crate) const UNNAMED_OWNER: &str = "me";

/// Whether a name is how people, and apps, call whoever the export belongs to.
pub(crate) fn is_self(name: &str) -> bool {
    const WORDS: &[&str] =
        &["io", "me", "yo", "moi", "je", "ich", "eu", "i", "myself", "self", "you", "tu", "tú", "du", "você", "vous"];
    WORDS.contains(&name.trim().to_lowercase().as_str())
}

/// A place of the decoded text in its source.
pub(crate) fn location(document: &Document<'_>, start: usize, end: usize) -> Location {
    Location { source: document.source, span: document.decoded.span(start, end), line: None }
}

/// A finding about a source.
pub(crate) fn finding(document: &Document<'_>, code: FindingCode, count: usize, detail: &str) -> Finding {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    Finding { code, source: Some(document.source), line: None, count, detail: detail.to_owned() }
}

/// The warning that nothing decides between day and month, where that is so.
pub(crate) fn order_assumed(document: &Document<'_>, order: Option<&DateOrderFinding>) -> Option<Finding> {
    let order = order.filter(|order| !order.certain)?;
    let detail = serde_json::to_value(order.order).ok()?;
    Some(finding(document, FindingCode::DateOrderAssumed, 1, detail.as_str().unwrap_or_default()))
}

/// The claim that a participant handed the source over.
pub(crate) fn owner(participant: ParticipantIndex, basis: &str) -> OwnerGuess {
    OwnerGuess { participant, basis: basis.to_owned() }
}

/// Participants in order of appearance, found again by id, or by name where there are no ids.
#[derive(Debug, Default)]
pub(crate) struct Roster {
    pub(crate) participants: Vec<Participant>,
    places: BTreeMap<String, ParticipantIndex>,
}

impl Roster {
    /// The participant of this id, or of this name where there is no id; the first name given stays.
    pub(crate) fn of(&mut self, name: &str, native_id: Option<&str>) -> ParticipantIndex {
        let key = native_id.unwrap_or(name);
        if let Some(place) = self.places.get(key) {
            return *place;
        }
        let place = ParticipantIndex(u32::try_from(self.participants.len()).unwrap_or(u32::MAX));
        self.places.insert(key.to_owned(), place);
        self.participants.push(Participant { name: name.to_owned(), native_id: native_id.map(ToOwned::to_owned) });
        place
    }

    /// The participant of this name, where there is one.
    pub(crate) fn named(&self, name: &str) -> Option<ParticipantIndex> {
        let place = self.participants.iter().position(|person| person.name == name)?;
        u32::try_from(place).ok().map(ParticipantIndex)
    }

    /// The other one of two.
    pub(crate) fn other_than(&self, one: ParticipantIndex) -> Option<ParticipantIndex> {
        (self.participants.len() == 2).then(|| ParticipantIndex(1 - one.0.min(1)))
    }
}

/// A time that the source gives as an instant.
pub(crate) fn at(instant: Timestamp, precision: TimePrecision, zone: &TimeZone) -> ConversationTime {
    ConversationTime { civil: zone.to_datetime(instant), precision, basis: TimeBasis::Instant, instant: Some(instant) }
}

/// A time that the source gives as the clock of a device.
pub(crate) fn clock(civil: DateTime, precision: TimePrecision) -> ConversationTime {
    ConversationTime { civil, precision, basis: TimeBasis::DeviceClock, instant: None }
}

/// `2024-04-20 01:29:22 UTC`, `2024-04-20T01:29:22.123+00:00`, and the same without a zone, which the app's own description
/// says is UTC.
pub(crate) fn utc(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(instant);
    }
    let civil: DateTime = text.strip_suffix("UTC").unwrap_or(text).trim_end().parse().ok()?;
    TimeZone::UTC.to_timestamp(civil).ok()
}

/// Seconds or milliseconds since 1970, by magnitude: between 2001 and 2286 the two never meet.
pub(crate) fn epoch(value: i64) -> Option<(Timestamp, TimePrecision)> {
    match value {
        1_000_000_000..=9_999_999_999 => Some((Timestamp::from_second(value).ok()?, TimePrecision::Second)),
        1_000_000_000_000..=9_999_999_999_999 => {
            Some((Timestamp::from_millisecond(value).ok()?, TimePrecision::Millisecond))
        }
        1_000_000_000_000_000..=9_999_999_999_999_999 => {
            Some((Timestamp::from_microsecond(value).ok()?, TimePrecision::Millisecond))
        }
        _ => None,
    }
}

/// Puts entries in order of time. Lists that stand newest first are turned round before, so that what has the same time, or
/// none, keeps its neighbours.
pub(crate) fn in_order(messages: &mut Vec<Message>) {
    let mut times = messages.iter().filter_map(key);
    let newest_first = match (times.next(), times.next_back()) {
        (Some(first), Some(last)) => first > last,
        _ => false,
    };
    if newest_first {
        messages.reverse();
    }
    let mut last = None;
    let mut keyed: Vec<(Option<DateTime>, Message)> = Vec::with_capacity(messages.len());
    for message in messages.drain(..) {
        last = key(&message).or(last);
        keyed.push((last, message));
    }
    keyed.sort_by_key(|(time, _)| *time);
    messages.extend(keyed.into_iter().map(|(_, message)| message));
}

fn key(message: &Message) -> Option<DateTime> {
    let time = message.time?;
    Some(time.instant.map_or(time.civil, |instant| TimeZone::UTC.to_datetime(instant)))
}

/// A file that a message names: there, or named only.
pub(crate) fn attachment(document: &Document<'_>, name: &str, class: MediaClass) -> Attachment {
    match document.media.find(name.trim_start_matches("./")) {
        Some((sha256, class)) => {
            Attachment { name: Some(name.to_owned()), class, status: AttachmentStatus::Present, sha256 }
        }
        None => Attachment { name: Some(name.to_owned()), class, status: AttachmentStatus::Missing, sha256: None },
    }
}

/// Media that the export left out and did not name.
pub(crate) fn left_out(class: MediaClass) -> Attachment {
    Attachment { name: None, class, status: AttachmentStatus::Omitted, sha256: None }
}

/// A string, or a number as written; none for what means nothing (`null`, `""`, `"N/A"`).
pub(crate) fn scalar(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let meaning = text.trim();
    (!meaning.is_empty() && !meaning.eq_ignore_ascii_case("n/a") && meaning != "null").then_some(text)
}

/// The first of these fields that says something.
pub(crate) fn text_of(value: &Value, names: &[&str]) -> Option<String> {
    names.iter().filter_map(|name| value.get(name)).find_map(scalar)
}

/// `&amp;`, `&#39;`, `&#x1F600;`, `&eacute;` made into characters, halves of surrogate pairs (illegal, and common in old
/// backups) put together; none where there is nothing to repair. What names nothing stays as written.
pub(crate) fn dereferenced(text: &str) -> Option<String> {
    memchr::memchr(b'&', text.as_bytes())?;
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text;
    let mut high: Option<u32> = None;
    while let Some(place) = memchr::memchr(b'&', rest.as_bytes()) {
        if place > 0 && high.take().is_some() {
            fixed.push(char::REPLACEMENT_CHARACTER);
        }
        fixed.push_str(rest.get(..place).unwrap_or_default());
        rest = rest.get(place..).unwrap_or_default();
        let (meant, length) = reference(rest);
        match (meant, high.take()) {
            (Meant::Unit(low @ 0xDC00..=0xDFFF), Some(high)) => {
                let code = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                fixed.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            (meant, before) => {
                if before.is_some() {
                    fixed.push(char::REPLACEMENT_CHARACTER);
                }
                match meant {
                    Meant::Unit(unit @ 0xD800..=0xDBFF) => high = Some(unit),
                    Meant::Unit(code) => fixed.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)),
                    Meant::Words(words) => fixed.push_str(&words),
                    Meant::Nothing => fixed.push_str(rest.get(..length).unwrap_or_default()),
                }
            }
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    if high.is_some() {
        fixed.push(char::REPLACEMENT_CHARACTER);
    }
    fixed.push_str(rest);
    (fixed != text).then_some(fixed)
}

enum Meant {
    Unit(u32),
    Words(String),
    Nothing,
}

/// What the reference at the beginning means, and how long it is.
fn reference(text: &str) -> (Meant, usize) {
    /// The longest name in HTML has 31 letters.
    const LONGEST: usize = 33;
    let head = text.as_bytes().get(1..text.len().min(LONGEST)).unwrap_or_default();
    let Some(end) = head.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#') else {
        return (Meant::Nothing, 1);
    };
    let name = text.get(1..=end).unwrap_or_default();
    if head.get(end) != Some(&b';') || name.is_empty() {
        return (Meant::Nothing, 1);
    }
    let length = end + 2;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return code.map_or((Meant::Nothing, 1), |code| (Meant::Unit(code), length));
    }
    let known = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}")];
    if let Some((_, words)) = known.iter().find(|(known, _)| *known == name) {
        return (Meant::Words((*words).to_owned()), length);
    }
    let words = html_to_text(text.get(..length).unwrap_or_default());
    if words.is_empty() || words.starts_with('&') { (Meant::Nothing, 1) } else { (Meant::Words(words), length) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        for (written, meant) in [
            ("a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39;", Some("a & b <c> \"d\" 'e'")),
            ("perch&eacute; &euro;50", Some("perché €50")),
            ("&#55357;&#56832; ok", Some("😀 ok")),
            ("&#xD83D;&#xDE00;", Some("😀")),
            ("&#55357; sola", Some("\u{FFFD} sola")),
            ("&#55357;&#55357;&#56832;", Some("\u{FFFD}😀")),
            ("&#56832;", Some("\u{FFFD}")),
            ("M&M e R&B; &nonsense; &#; &", None),
            ("niente", None),
        ] {
            assert_eq!(dereferenced(written).as_deref(), meant, "{written}");
        }
    }

    #[test]
    fn magnitude_tells_seconds_from_milliseconds() {
        for value in [1_732_199_700, 1_732_199_700_000, 1_732_199_700_000_000] {
            assert_eq!(epoch(value).map(|(instant, _)| instant.as_second()), Some(1_732_199_700));
        }
        assert_eq!(epoch(20), None);
    }
}
