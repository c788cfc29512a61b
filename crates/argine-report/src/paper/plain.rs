//! A paper as plain text: for reading aloud, for a terminal, for pasting.

use super::{Block, Cell, Paper, Style, characters};

/// UTF-8, one thing a line. Of a table each row is a paragraph with its heads, because columns do not survive a screen
/// reader or another typeface.
pub(crate) fn plain(paper: &Paper) -> String {
    let mut out = String::new();
    push_line(&mut out, &paper.title.to_uppercase());
    if !paper.subtitle.is_empty() {
        push_line(&mut out, &paper.subtitle);
    }
    for block in &paper.blocks {
        write_block(&mut out, block);
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    out.push('\n');
    match block {
        Block::Heading { level, text } => {
            push_line(out, text);
            let rule = if *level == 1 { "=" } else { "-" };
            push_line(out, &rule.repeat(text.chars().count().min(72)));
        }
        Block::Text { words } | Block::Note { words } => push_line(out, &characters(words)),
        Block::Blank { label, value } => {
            let value = characters(value);
            push_line(out, &format!("{label}: {}", if value.is_empty() { "________________________" } else { &value }));
        }
        Block::Ask { label, lines } => {
            push_line(out, label);
            for _ in 0..*lines {
                push_line(out, "________________________________________________");
            }
        }
        Block::List { numbered, items } => {
            for (place, item) in items.iter().enumerate() {
                let mark = if *numbered { format!("{}. ", place + 1) } else { "- ".to_owned() };
                push_line(out, &format!("{mark}{}", set_in(&characters(item))));
            }
        }
        Block::Office { label } => push_line(out, &format!("[{label}]")),
        Block::Table { columns, rows } => {
            for row in rows {
                for (column, cell) in columns.iter().zip(row) {
                    let value = text_of(cell);
                    if !value.is_empty() {
                        push_line(out, &format!("{}: {}", column.head, set_in(&value)));
                    }
                }
                out.push('\n');
            }
            // The empty line after the last row is the next block's.
            out.pop();
        }
    }
}

fn text_of(cell: &Cell) -> String {
    let lines = cell.iter().map(|line| {
        let text = characters(&line.words);
        if line.style == Style::Quoted && !text.is_empty() { format!("«{text}»") } else { text }
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Lines after the first set in, so that nothing quoted can pass for a line of the paper.
fn set_in(text: &str) -> String {
    text.replace('\n', "\n    ")
}

fn push_line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}
