//! Text that is no export: words pasted or told. Every line is a message without a sender or a time; lines that were wrapped
//! by an editor are put together again up to the blank line.

use argine_model::{
    Conversation, ConversationKind, Gap, GapReason, Location, Message, MessageFlags, MessageKind, Platform,
};

use crate::source::{Document, Extract};

pub(crate) fn read(document: &Document<'_>) -> Extract {
    let text = document.decoded.text.as_ref();
    let mut messages = Vec::new();
    for piece in pieces(text) {
        messages.push(Message {
            index: u32::try_from(messages.len()).unwrap_or(u32::MAX),
            location: Location {
                source: document.source,
                span: document.decoded.span(piece.start, piece.end),
                line: Some(piece.line),
            },
            kind: MessageKind::Text,
            sender: None,
            time: None,
            text: text.get(piece.start..piece.end).unwrap_or_default().trim_end_matches(['\r', '\n']).to_owned(),
            repaired: None,
            caption: None,
            attachments: Vec::new(),
            call: None,
            flags: MessageFlags::default(),
            details: None,
        });
    }
    let conversation = Conversation {
        id: document.stem(),
        platform: Platform::Unknown,
        kind: ConversationKind::Direct,
        title: None,
        participants: Vec::new(),
        owner: None,
        messages,
    };
    let mut extract = Extract::new("plain_text", vec![conversation]);
    extract.filler = GapReason::Blank;
    extract.gaps.extend(document.decoded.mark_span().map(|span| Gap {
        span,
        reason: GapReason::ByteOrderMark,
        line: Some(1),
        lines: None,
    }));
    extract
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
