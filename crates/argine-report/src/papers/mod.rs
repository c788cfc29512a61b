//! The papers beside the complaint, and the complaint in the shapes that an office can edit.
//!
//! One file a paper: each turns the case into [`Block`](crate::paper::Block)s.

mod complaint;
mod exhibits;
mod indicators;
mod notice;
mod payments;
mod preservation;
mod receipt;
mod timeline;

use argine_model::{Conversation, Language, Message};

pub(crate) use self::notice::notice;

use crate::chronology::{self, Selection};
use crate::dossier::Writer;
use crate::paper::{Block, Cell, Column, Paper, Style, Words, cell, line};
use crate::text::Measure;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    /// The denuncia-querela.
    Complaint,
    /// What happened, in order, over all conversations, with the words and where they stand.
    Timeline,
    /// Every file with its digest.
    Exhibits,
    /// Sums demanded and paid.
    Payments,
    /// Every trace with every place where it stands.
    Indicators,
    /// The request that providers keep their data.
    Preservation,
    /// What was handed to whom.
    Receipt,
}

impl PaperKind {
    /// Every paper, in the order of the file.
    pub const ALL: [Self; 7] = [
        Self::Complaint,
        Self::Timeline,
        Self::Exhibits,
        Self::Payments,
        Self::Indicators,
        Self::Preservation,
        Self::Receipt,
    ];

    /// The stable name, as typed on a command line and in the message catalogue.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Timeline => "timeline",
            Self::Exhibits => "exhibits",
            Self::Payments => "payments",
            Self::Indicators => "indicators",
            Self::Preservation => "preservation",
            Self::Receipt => "receipt",
        }
    }

    /// The language of the sheet that leaves the house, for somebody who reads `language`: the complaint is filed in Italian.
    pub const fn filed_in(self, language: Language) -> Language {
        match self {
            Self::Complaint => Language::It,
            _ => language,
        }
    }
}

/// The paper as blocks.
pub(crate) fn build(writer: &Writer<'_>, kind: PaperKind) -> Paper {
    let blocks = match kind {
        PaperKind::Complaint => complaint::blocks(writer),
        PaperKind::Timeline => timeline::blocks(writer),
        PaperKind::Exhibits => exhibits::blocks(writer),
        PaperKind::Payments => payments::blocks(writer),
        PaperKind::Indicators => indicators::blocks(writer),
        PaperKind::Preservation => preservation::blocks(writer),
        PaperKind::Receipt => receipt::blocks(writer),
    };
    let words = writer.words;
    let label = |part: &str| match kind {
        PaperKind::Complaint => words.text(&format!("report-{part}")),
        _ => words.text(&format!("paper-{}-{part}", kind.id())),
    };
    let first = writer.case.exhibits.first();
    Paper {
        language: writer.language.code(),
        region: if writer.language == Language::It { "it" } else { "gb" },
        title: label("title"),
        subtitle: label("subtitle"),
        page: writer.page(),
        footer: first.map_or_else(
            || words.text("report-footer-none"),
            |exhibit| format!("{} {}", words.text("report-footer-first"), exhibit.sha256),
        ),
        blocks,
    }
}

/// A conversation that a paper speaks of, with its number for people.
pub(crate) struct Told<'a> {
    pub(crate) place: usize,
    pub(crate) conversation: &'a Conversation,
    pub(crate) selection: Selection,
}

impl<'a> Writer<'a> {
    /// The main conversation and every other in which the alarm was raised, in the order of the case.
    pub(crate) fn told(&self) -> Vec<Told<'a>> {
        (self.case.reading.conversations.iter().enumerate())
            .filter_map(|(place, conversation)| {
                let recognition = self.recognition(place)?;
                let matters = self.case.main == Some(place) || recognition.assessment.alert.raised;
                let selection = || {
                    let (assessment, indicators) = (&recognition.assessment, &recognition.indicators);
                    chronology::select(conversation, assessment, indicators, self.words, self.language)
                };
                matters.then(|| Told { place, conversation, selection: selection() })
            })
            .collect()
    }

    /// `C2 · 14`: conversation and entry, the conversation only where there is more than one.
    fn entry(&self, place: usize, message: u32) -> String {
        if self.case.reading.conversations.len() == 1 {
            message.to_string()
        } else {
            format!("C{}: {message}", place + 1)
        }
    }

    /// The words of an entry, or what stands for them.
    fn words_of(&self, message: &Message, length: usize) -> Cell {
        let quoted = !message.words().is_empty();
        let text = if quoted { message.words().to_owned() } else { self.stand_in(message) };
        let mut cell = Vec::new();
        if !text.is_empty() {
            let style = if quoted { Style::Quoted } else { Style::Small };
            cell.push(line(style, self.print(&text, Measure::quotation(length))));
        }
        for file in message.attachments.iter().take(4) {
            let text = crate::dossier::attachment(self.words, file);
            cell.push(line(Style::Small, self.print(&text, Measure::NAME)));
        }
        cell
    }

    /// The list of conversations with their numbers, where there is more than one.
    fn conversations_note(&self, told: &[Told<'_>]) -> Option<Block> {
        (self.case.reading.conversations.len() > 1).then(|| Block::List {
            numbered: false,
            items: told
                .iter()
                .map(|one| {
                    let title = one.conversation.title.as_deref().unwrap_or(&one.conversation.id);
                    self.print(
                        &format!("C{} · {} · {title}", one.place + 1, self.platform(one.conversation.platform)),
                        Measure::NAME,
                    )
                })
                .collect(),
        })
    }

    /// A blank; filled in where the person did.
    pub(crate) fn blank(&self, label: &str, value: &str) -> Block {
        Block::Blank { label: self.words.text(label), value: self.filled(value) }
    }

    /// What the person wrote in a blank.
    pub(crate) fn filled(&self, value: &str) -> Words {
        if value.trim().is_empty() { Vec::new() } else { self.print(value.trim(), Measure::VALUE) }
    }

    /// Place, day and signature.
    fn signature(&self, label: &str) -> [Block; 2] {
        [self.blank("report-sign-place", ""), self.blank(label, "")]
    }
}

fn column(head: String, width: f32) -> Column {
    Column { head, width: Some(width) }
}

fn wide(head: String) -> Column {
    Column { head, width: None }
}

/// A cell of one value to be copied exactly.
fn code(words: Words) -> Cell {
    vec![line(Style::Code, words)]
}

/// The digest in full.
fn digest(value: argine_model::Sha256) -> crate::paper::Line {
    line(Style::Digest, crate::paper::plain_words(value.to_string()))
}

fn empty_row(columns: usize) -> Vec<Cell> {
    (0..columns).map(|_| cell(" ")).collect()
}
