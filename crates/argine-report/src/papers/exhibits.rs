//! Every file with its digest.

use argine_model::{Exhibit, Member};

use super::{column, digest, wide};
use crate::dossier::Writer;
use crate::evidence::class_id;
use crate::paper::{Block, Cell, Style, cell, line};
use crate::text::Measure;

/// Rows printed: what a thousand photographs take. The rest is counted; `manifest-sha256.txt` has them all.
const ROWS: usize = 1_500;

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let label = |id: &str| writer.words.text(id);
    let mut blocks = vec![Block::text(label("paper-exhibits-intro"))];
    let mut rows = Vec::new();
    let mut left_out = 0;
    for exhibit in &writer.case.exhibits {
        let lines = core::iter::once(of_exhibit(writer, exhibit))
            .chain(exhibit.members.iter().map(|member| of_member(writer, member)));
        for row in lines {
            if rows.len() < ROWS {
                rows.push(row);
            } else {
                left_out += 1;
            }
        }
    }
    if rows.is_empty() {
        blocks.push(Block::text(label("report-evidence-none")));
        return blocks;
    }
    let columns = vec![
        column(label("report-evidence-number"), 1.1),
        wide(label("report-evidence-file")),
        column(label("report-evidence-size"), 2.0),
        column(label("report-evidence-how"), 4.4),
    ];
    blocks.push(Block::Table { columns, rows });
    if left_out > 0 {
        blocks.push(Block::note(writer.count("paper-exhibits-more", left_out)));
    }
    blocks.push(Block::section(label("report-annex-c")));
    blocks.push(Block::text(label("report-annex-c-intro")));
    let commands = (1..=5).map(|number| {
        let line = label(&format!("report-annex-c-{number}"));
        writer.sentence_words(&format!("{line}: {}", label(&format!("report-annex-c-{number}-why"))))
    });
    blocks.push(Block::List { numbered: false, items: commands.collect() });
    blocks
}

fn of_exhibit(writer: &Writer<'_>, exhibit: &Exhibit) -> Vec<Cell> {
    vec![
        cell(exhibit.id.to_string()),
        vec![line(Style::Strong, writer.print(&exhibit.name, Measure::NAME)), digest(exhibit.sha256)],
        cell(exhibit.size.to_string()),
        cell(writer.how(exhibit)),
    ]
}

fn of_member(writer: &Writer<'_>, member: &Member) -> Vec<Cell> {
    let mut file = vec![line(Style::Plain, writer.print(&member.path.join(" / "), Measure::NAME))];
    match member.sha256 {
        Some(sha256) => file.push(digest(sha256)),
        None => file.extend(cell(writer.words.text("report-member-unhashed"))),
    }
    vec![Vec::new(), file, cell(member.size.to_string()), cell(writer.words.text(class_id(member.class)))]
}
