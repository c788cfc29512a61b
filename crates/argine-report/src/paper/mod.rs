//! A paper as blocks, and the shapes it can take.
//!
//! The papers beside the complaint are lists, tables and blanks: they are written once as [`Block`]s and printed as
//! PDF (`templates/paper.typ`), as plain text, as one HTML page or as an `OpenDocument` text that an office can edit.

mod html;
mod odt;
mod plain;

use serde::Serialize;

pub(crate) use self::html::{escaped, html};
pub(crate) use self::odt::odt;
pub(crate) use self::plain::plain;
use crate::text::Piece;

/// Printable words.
pub(crate) type Words = Vec<Piece>;

/// A paper.
#[derive(Debug, Serialize)]
pub(crate) struct Paper {
    /// ISO 639-1.
    pub(crate) language: &'static str,
    /// For Typst: `it` or `gb`.
    pub(crate) region: &'static str,
    pub(crate) title: String,
    /// Under the title.
    pub(crate) subtitle: String,
    /// `p. %p of %t`.
    pub(crate) page: String,
    /// At the foot of each page.
    pub(crate) footer: String,
    pub(crate) blocks: Vec<Block>,
}

/// A part of a paper.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub(crate) enum Block {
    /// Level 1 or 2.
    Heading { level: u8, text: String },
    /// A paragraph.
    Text { words: Words },
    /// A paragraph in small print.
    Note { words: Words },
    /// One line to fill in by hand; filled in where the person did already.
    Blank { label: String, value: Words },
    /// A question with empty lines.
    Ask { label: String, lines: u8 },
    /// Rows under repeated heads.
    Table { columns: Vec<Column>, rows: Vec<Vec<Cell>> },
    /// Items, numbered or not.
    List { numbered: bool, items: Vec<Words> },
    /// An empty space for an office.
    Office { label: String },
}

/// A column of a table.
#[derive(Debug, Serialize)]
pub(crate) struct Column {
    pub(crate) head: String,
    /// Centimetres; what is left where there is none.
    pub(crate) width: Option<f32>,
}

/// Lines of a cell, each in its style.
pub(crate) type Cell = Vec<Line>;

/// A line of a cell.
#[derive(Debug, Serialize)]
pub(crate) struct Line {
    pub(crate) style: Style,
    pub(crate) words: Words,
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Style {
    Plain,
    Strong,
    Small,
    /// A value that must be copied exactly.
    Code,
    /// 64 hexadecimal digits.
    Digest,
    /// What somebody wrote: between quotation marks.
    Quoted,
}

impl Block {
    /// Section.
    pub(crate) fn section(text: String) -> Self {
        Self::Heading { level: 1, text }
    }

    /// A paragraph of our own words.
    pub(crate) fn text(text: String) -> Self {
        Self::Text { words: plain_words(text) }
    }

    /// Small print of our own words.
    pub(crate) fn note(text: String) -> Self {
        Self::Note { words: plain_words(text) }
    }
}

/// One line of a cell.
pub(crate) fn line(style: Style, words: Words) -> Line {
    Line { style, words }
}

/// A cell of our own words.
pub(crate) fn cell(text: impl Into<String>) -> Cell {
    vec![line(Style::Plain, plain_words(text.into()))]
}

/// Words that are ours, or that are known to be printable.
pub(crate) fn plain_words(text: String) -> Words {
    if text.is_empty() { Vec::new() } else { vec![Piece::Plain(text)] }
}

/// The words as one line of characters; what a face could not show is named by its code.
fn characters(words: &[Piece]) -> String {
    let mut out = String::new();
    for piece in words {
        match piece {
            Piece::Plain(text) | Piece::Mark { m: text } => out.push_str(text),
            Piece::Code { u } => {
                out.push('[');
                out.push_str(u);
                out.push(']');
            }
            Piece::Break { .. } => out.push('\n'),
            Piece::Wrap { .. } => {}
        }
    }
    out
}
