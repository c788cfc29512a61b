//! What happened, in order, over all conversations.

use argine_model::{ConversationTime, Message};

use super::{Told, column, wide};
use crate::dossier::Writer;
use crate::format;
use crate::paper::{Block, Style, cell, line, plain_words};
use crate::text::Measure;

/// Characters of one quotation.
const QUOTATION: usize = 700;

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let told = writer.told();
    let mut blocks = vec![Block::text(writer.words.text("paper-timeline-intro"))];
    blocks.extend(writer.conversations_note(&told));
    let mut entries: Vec<_> = told.iter().flat_map(entries).collect();
    if entries.is_empty() {
        blocks.push(Block::text(writer.words.text("paper-timeline-empty")));
        return blocks;
    }
    blocks.push(Block::note(format!("{} {}", writer.words.text("report-time-heading"), writer.bases_of(&told))));
    // What has no time keeps its place behind the entry before it in its own conversation.
    entries.sort_by_key(|entry| (entry.after, entry.told.place, entry.message.index));
    let rows = entries
        .iter()
        .map(|entry| {
            let Told { place, conversation, .. } = entry.told;
            let mut what = Vec::new();
            if !entry.what.is_empty() {
                what.push(line(Style::Strong, plain_words(entry.what.to_owned())));
            }
            what.extend(writer.words_of(entry.message, QUOTATION));
            vec![
                cell(writer.time(entry.message)),
                cell(writer.entry(*place, entry.message.index)),
                vec![line(Style::Plain, writer.sender(conversation, entry.message))],
                what,
                cell(writer.exhibit_of_message(entry.message)),
            ]
        })
        .collect();
    let label = |id: &str| writer.words.text(id);
    let columns = vec![
        column(label("report-column-time"), 2.3),
        column(label("report-column-number"), 1.4),
        column(label("report-column-sender"), 2.5),
        wide(label("report-column-fact")),
        column(label("report-evidence-number"), 1.1),
    ];
    blocks.push(Block::Table { columns, rows });
    let left_out: usize = told.iter().map(|one| one.selection.left_out).sum();
    if left_out > 0 {
        blocks.push(Block::note(writer.count("report-more-cited", left_out)));
    }
    blocks.push(Block::note(writer.words.text("paper-reading-note")));
    blocks
}

struct Entry<'a> {
    told: &'a Told<'a>,
    message: &'a Message,
    what: &'a str,
    after: Option<jiff::civil::DateTime>,
}

fn entries<'a>(told: &'a Told<'a>) -> Vec<Entry<'a>> {
    let mut last: Option<&ConversationTime> = None;
    let mut next = told.conversation.messages.iter();
    let mut entries = Vec::new();
    for (index, what) in &told.selection.quoted {
        for message in next.by_ref() {
            last = message.time.as_ref().or(last);
            if message.index == *index {
                let after = last.map(|time| time.civil);
                entries.push(Entry { told, message, what, after });
                break;
            }
        }
    }
    entries
}

impl Writer<'_> {
    fn bases_of(&self, told: &[Told<'_>]) -> String {
        let mut legend: Vec<String> = Vec::new();
        for one in told {
            for basis in self.bases(one.conversation) {
                let basis = basis.trim_end_matches('.').to_owned();
                if !legend.contains(&basis) {
                    legend.push(basis);
                }
            }
        }
        format!("{}.", legend.join("; "))
    }

    /// The exhibit that a message was read from.
    pub(super) fn exhibit_of_message(&self, message: &Message) -> String {
        let source = message.location.source.0 as usize;
        self.case.reading.sources.get(source).map_or_else(|| "—".to_owned(), |source| source.exhibit.to_string())
    }

    /// A moment without its basis, for columns of days.
    pub(super) fn moment(&self, message: &Message) -> String {
        message
            .time
            .as_ref()
            .map_or_else(|| self.words.text("report-time-none"), |time| format::moment(time, self.language))
    }

    /// Our words, printable.
    pub(super) fn sentence_words(&self, text: &str) -> crate::paper::Words {
        self.print(text, Measure::SENTENCE)
    }
}
