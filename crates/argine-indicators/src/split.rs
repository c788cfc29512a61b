//! Values that somebody sent in pieces, one message after the other.

use argine_model::{Grade, IndicatorKind, Mention, Message};

use crate::bank;
use crate::find::{Found, valid};
use crate::text::is_word;
use crate::wallet;

/// The longest value that is sent so, in characters.
const LONGEST: usize = 64;

/// A value that ends the first message and goes on through the whole of the others.
pub(crate) fn joined(parts: &[&Message]) -> Option<(Found, Vec<Mention>)> {
    let (first, rest) = parts.split_first()?;
    let mut text = String::new();
    let mut mentions = Vec::with_capacity(parts.len());
    // The end of the first message: letters, digits and single spaces between them.
    let head = tail_of(first.words());
    mentions.push(mention(first, head.0, head.1)?);
    push(&mut text, first.words().get(head.0..head.1)?);
    for part in rest {
        let words = part.words();
        let trimmed = words.trim();
        let sound = !trimmed.is_empty() && trimmed.bytes().all(|byte| is_word(byte) || matches!(byte, b' ' | b'-'));
        if !sound {
            return None;
        }
        let start = words.len() - words.trim_start().len();
        mentions.push(mention(part, start, start + trimmed.len())?);
        push(&mut text, trimmed);
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if !(15..=LONGEST).contains(&text.len()) || digits < 4 {
        return None;
    }
    // Where in the first message the value begins is not known: every beginning of a word of it is tried.
    let found = whole(&text)?;
    let length = text.len() - found.start;
    let skipped = found.start;
    let mention = mentions.first_mut()?;
    let words = first.words().get(head.0..head.1)?;
    let offset = words
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_alphanumeric())
        .nth(skipped)
        .map(|(place, _)| place)?;
    mention.start = mention.start.saturating_add(u32::try_from(offset).ok()?);
    (mention.start < mention.end).then_some((Found { start: 0, end: length, ..found }, mentions))
}

fn mention(message: &Message, start: usize, end: usize) -> Option<Mention> {
    Some(Mention { message: message.index, start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
}

fn push(text: &mut String, part: &str) {
    text.extend(part.chars().filter(char::is_ascii_alphanumeric));
}

/// The last run of letters, digits and single spaces, at most as long as a value.
fn tail_of(words: &str) -> (usize, usize) {
    let end = words.trim_end().len();
    let bytes = words.as_bytes();
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let byte = bytes.get(start - 1).copied().unwrap_or(0);
        if !is_word(byte) && !matches!(byte, b' ' | b'-') {
            break;
        }
        start -= 1;
    }
    while start < end && !bytes.get(start).copied().is_some_and(is_word) {
        start += 1;
    }
    (start, end)
}

/// An IBAN or a wallet that is the end of `text`, whole and with check digits that hold.
fn whole(text: &str) -> Option<Found> {
    let bytes = text.as_bytes();
    (0..text.len().saturating_sub(14)).find_map(|start| {
        let rest = text.get(start..)?;
        if let Some(found) =
            bank::iban(bytes, start, false).filter(|found| found.grade == Grade::A && found.end == text.len())
        {
            return Some(found);
        }
        let variety = (26..=35).contains(&rest.len()).then(|| wallet::base58check(rest)).flatten()?;
        Some(Found {
            kind: IndicatorKind::Crypto,
            variety,
            value: rest.to_owned(),
            validity: valid("base58check"),
            grade: Grade::A,
            start,
            end: text.len(),
        })
    })
}
