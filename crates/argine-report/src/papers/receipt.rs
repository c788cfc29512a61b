//! What was handed to whom.

use super::{column, digest, wide};
use crate::dossier::Writer;
use crate::paper::{Block, Style, cell, line};
use crate::text::Measure;

/// Files listed; the rest is counted.
const FILES: usize = 200;

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let label = |id: &str| writer.words.text(id);
    let mut blocks = vec![
        Block::text(label("paper-receipt-intro")),
        writer.blank("paper-receipt-from", &writer.statement.person.name),
        writer.blank("paper-receipt-to", &writer.statement.circumstances.through),
        writer.blank("paper-receipt-who", ""),
        writer.blank("paper-receipt-medium", ""),
        writer.blank("paper-receipt-root", ""),
        Block::note(label("paper-receipt-root-note")),
        Block::section(label("paper-receipt-files")),
    ];
    let rows: Vec<_> = (writer.case.exhibits.iter().take(FILES))
        .map(|exhibit| {
            vec![
                cell(exhibit.id.to_string()),
                vec![line(Style::Plain, writer.print(&exhibit.name, Measure::NAME)), digest(exhibit.sha256)],
                cell(exhibit.size.to_string()),
                cell("☐"),
            ]
        })
        .collect();
    let columns = vec![
        column(label("report-evidence-number"), 1.1),
        wide(label("report-evidence-file")),
        column(label("report-evidence-size"), 2.2),
        column(label("paper-receipt-given"), 2.2),
    ];
    blocks.push(Block::Table { columns, rows });
    let left_out = writer.case.exhibits.len().saturating_sub(FILES);
    if left_out > 0 {
        blocks.push(Block::note(writer.count("report-evidence-more", left_out)));
    }
    blocks.push(Block::Ask { label: label("paper-receipt-other"), lines: 3 });
    blocks.push(Block::text(label("paper-receipt-purpose")));
    blocks.extend(writer.signature("paper-receipt-sign-from"));
    blocks.push(writer.blank("paper-receipt-sign-to", ""));
    blocks.push(Block::Office { label: label("report-receipt-space") });
    blocks
}
