//! Text that is no export: words pasted or told. Every line is a message without a sender or a time; lines that were wrapped
//! by an editor are put together again up to the blank line. Where a person wrote a dialogue down (`Lui: …`, `Io: …`), the
//! names are the senders.

use std::collections::BTreeMap;

use argine_model::{Conversation, ConversationKind, GapReason, Message, Platform};

use crate::entry::{Roster, is_self, location, owner};
use crate::source::{Document, Extract};

pub(crate) fn read(document: &Document<'_>) -> Extract {
    let text = document.decoded.text.as_ref();
    let mut people = Roster::default();
    let mut messages = Vec::new();
    let is_dialogue = is_dialogue(text);
    for piece in if is_dialogue { turns(text) } else { pieces(text) } {
        let words = text.get(piece.start..piece.end).unwrap_or_default();
        let (name, words) = match label(words).filter(|_| is_dialogue) {
            Some((name, words)) => (Some(name), words),
            None => (None, words),
        };
        let mut place = location(document, piece.start, piece.end);
        place.line = Some(piece.line);
        let mut message = Message::new(place, words.trim_end_matches(['\r', '\n']).to_owned());
        message.sender = name.map(|name| people.of(name, None));
        messages.push(message);
    }
    let me = people.participants.iter().find(|person| is_self(&person.name)).map(|person| person.name.clone());
    let me = me.and_then(|me| people.named(&me));
    let conversation = Conversation {
        id: document.stem(),
        platform: Platform::Unknown,
        kind: ConversationKind::Direct,
        title: None,
        participants: people.participants,
        owner: me.map(|me| owner(me, "sent_by_me")),
        messages,
    };
    let mut extract = Extract::new("plain_text", vec![conversation]);
    extract.filler = GapReason::Blank;
    extract.gaps.extend(document.mark());
    extract
}

/// The name at the beginning of a line and the words behind it: `Lui: …`.
fn label(line: &str) -> Option<(&str, &str)> {
    /// `Ragazza della videochiamata` is a name too; a sentence is not.
    const LONGEST: usize = 40;
    let head = line.get(..line.floor_char_boundary(LONGEST + 2)).unwrap_or_default();
    let (before, _) = head.split_once(':')?;
    let rest = line.get(before.len() + 1..)?;
    let name = before.trim().trim_matches(['*', '_']);
    let is_name = name.split_whitespace().count() <= 3
        && name.starts_with(char::is_alphabetic)
        && name.chars().all(|character| character.is_alphanumeric() || " .'_-".contains(character));
    (is_name && rest.starts_with([' ', '\t', '\r', '\n'])).then(|| (name, rest.trim_start_matches([' ', '\t'])))
}

/// Whether names stand before the lines: the person's own word for themselves and another one, or a few names that come again.
fn is_dialogue(text: &str) -> bool {
    let (mut lines, mut labelled) = (0_usize, 0_usize);
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        lines += 1;
        if let Some((name, _)) = label(line) {
            labelled += 1;
            *names.entry(name).or_default() += 1;
        }
    }
    let own = names.keys().any(|name| is_self(name)) && names.len() >= 2;
    let repeated = names.values().filter(|count| **count > 1).count();
    let few = (2..=6).contains(&names.len()) && repeated >= 1 && labelled >= 3;
    own && labelled * 3 >= lines || few && labelled * 10 >= lines * 6
}

/// A line with a name and what goes on below it up to a blank line; other lines alone.
fn turns(text: &str) -> Vec<Piece> {
    let mut turns: Vec<Piece> = Vec::new();
    let (mut start, mut open) = (0, false);
    for (line, content) in (1..).zip(text.split_inclusive('\n')) {
        let end = start + content.len();
        if content.trim().is_empty() {
            open = false;
        } else if label(content).is_some() {
            turns.push(Piece { start, end, line });
            open = true;
        } else if open && let Some(last) = turns.last_mut() {
            last.end = end;
        } else {
            turns.push(Piece { start, end, line });
        }
        start = end;
    }
    turns
}

/// A range of the text, line end included, and its first line from 1.
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) line: u32,
}

/// Lines, or paragraphs where lines were wrapped.
fn pieces(text: &str) -> Vec<Piece> {
    let paragraphs = paragraphs(text);
    // In wrapped text the lines inside a paragraph are long and alike, and none is much longer than the others.
    let (mut inner, mut long, mut widest) = (0_usize, 0_usize, 0_usize);
    for paragraph in &paragraphs {
        let lines: Vec<usize> = text
            .get(paragraph.start..paragraph.end)
            .unwrap_or_default()
            .lines()
            .map(|line| line.chars().count())
            .collect();
        for length in lines.iter().rev().skip(1) {
            inner += 1;
            long += usize::from((50..=100).contains(length));
        }
        widest = widest.max(lines.iter().copied().max().unwrap_or_default());
    }
    if inner > 0 && long * 10 >= inner * 8 && widest <= 110 {
        return paragraphs;
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for (line, content) in (1..).zip(text.split_inclusive('\n')) {
        let end = start + content.len();
        if !content.trim().is_empty() {
            lines.push(Piece { start, end, line });
        }
        start = end;
    }
    lines
}

/// What blank lines part.
pub(crate) fn paragraphs(text: &str) -> Vec<Piece> {
    let mut paragraphs: Vec<Piece> = Vec::new();
    let (mut start, mut open) = (0, false);
    for (line, content) in (1..).zip(text.split_inclusive('\n')) {
        let end = start + content.len();
        if content.trim().is_empty() {
            open = false;
        } else if open && let Some(last) = paragraphs.last_mut() {
            last.end = end;
        } else {
            paragraphs.push(Piece { start, end, line });
            open = true;
        }
        start = end;
    }
    paragraphs
}
