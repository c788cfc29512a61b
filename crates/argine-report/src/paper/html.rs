//! A paper as one HTML page that prints well: no script, nothing fetched from elsewhere.

use core::fmt::Write as _;

use super::{Block, Cell, Paper, Style, characters};

const LOOK: &str = "body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem}\
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #999}\
.scroll{overflow-x:auto}code{font-size:.85em;overflow-wrap:anywhere}small,.note{font-size:.85rem;color:#444}\
.blank{display:flex;gap:.6rem;margin:.8rem 0}.blank span:last-child{flex:1;border-bottom:1px solid #777;min-height:1.3em}\
.rule{border-bottom:1px solid #777;height:2em}.office{border:1px solid #777;min-height:5rem;padding:.5rem}\
@media print{body{margin:0;max-width:none;font-size:11pt}tr,.blank,.office{break-inside:avoid}thead{display:table-header-group}}";

/// The whole page. Every word of a person is escaped.
pub(crate) fn html(paper: &Paper) -> String {
    let title = escaped(&paper.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>{LOOK}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n",
        paper.language
    );
    if !paper.subtitle.is_empty() {
        push(&mut out, "p", &escaped(&paper.subtitle));
    }
    for block in &paper.blocks {
        write_block(&mut out, block);
    }
    if !paper.footer.is_empty() {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escaped(&paper.footer));
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, text } => push(out, if *level == 1 { "h2" } else { "h3" }, &escaped(text)),
        Block::Text { words } => push(out, "p", &escaped(&characters(words))),
        Block::Note { words } => {
            let _ = writeln!(out, "<p class=\"note\">{}</p>", escaped(&characters(words)));
        }
        Block::Blank { label, value } => {
            let (label, value) = (escaped(label), escaped(&characters(value)));
            let _ = writeln!(out, "<div class=\"blank\"><span>{label}</span><span>{value}</span></div>");
        }
        Block::Ask { label, lines } => {
            push(out, "p", &escaped(label));
            for _ in 0..*lines {
                out.push_str("<div class=\"rule\"></div>\n");
            }
        }
        Block::List { numbered, items } => {
            let tag = if *numbered { "ol" } else { "ul" };
            let _ = writeln!(out, "<{tag}>");
            for item in items {
                push(out, "li", &escaped(&characters(item)));
            }
            let _ = writeln!(out, "</{tag}>");
        }
        Block::Office { label } => {
            let _ = writeln!(out, "<div class=\"office\"><small>{}</small></div>", escaped(label));
        }
        Block::Table { columns, rows } => {
            out.push_str("<div class=\"scroll\" tabindex=\"0\">\n<table>\n<thead><tr>");
            for column in columns {
                let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(&column.head));
            }
            out.push_str("</tr></thead>\n<tbody>\n");
            for row in rows {
                out.push_str("<tr>");
                for cell in row {
                    let _ = write!(out, "<td>{}</td>", cell_of(cell));
                }
                out.push_str("</tr>\n");
            }
            out.push_str("</tbody>\n</table>\n</div>\n");
        }
    }
}

fn cell_of(cell: &Cell) -> String {
    let lines = cell.iter().map(|line| {
        let text = escaped(&characters(&line.words));
        match line.style {
            _ if text.is_empty() => text,
            Style::Plain => text,
            Style::Strong => format!("<strong>{text}</strong>"),
            Style::Small => format!("<small>{text}</small>"),
            Style::Code | Style::Digest => format!("<code>{text}</code>"),
            Style::Quoted => format!("«{text}»"),
        }
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>")
}

fn push(out: &mut String, tag: &str, inner: &str) {
    let _ = writeln!(out, "<{tag}>{inner}</{tag}>");
}

pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            _ => out.push(character),
        }
    }
    out
}
