//! A paper as an `OpenDocument` text (OASIS ODF 1.3, ISO/IEC 26300): what a lawyer's office opens and edits.

use core::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Block, Cell, Paper, Style, characters};
use crate::ReportError;

const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.3\"";

const MANIFEST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\
<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\
<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
</manifest:manifest>\n";

/// The document. The same paper gives the same bytes: the archive carries no clock.
///
/// # Errors
/// When the archive cannot be written, which in memory is a fault of the program.
pub(crate) fn odt(paper: &Paper) -> Result<Vec<u8>, ReportError> {
    archive(&content(paper)).map_err(|error| ReportError::Archive(error.to_string()))
}

fn archive(content: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let timeless = SimpleFileOptions::default().last_modified_time(DateTime::default());
    // The type comes first and uncompressed, so that a program can tell it from the first bytes (ODF part 2, §3.3).
    zip.start_file("mimetype", timeless.compression_method(CompressionMethod::Stored))?;
    zip.write_all(b"application/vnd.oasis.opendocument.text")?;
    zip.start_file("META-INF/manifest.xml", timeless.compression_method(CompressionMethod::Deflated))?;
    zip.write_all(MANIFEST.as_bytes())?;
    zip.start_file("content.xml", timeless.compression_method(CompressionMethod::Deflated))?;
    zip.write_all(content.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}

fn content(paper: &Paper) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content {SPACES}>\
         <office:automatic-styles>\
         <style:style style:name=\"title\" style:family=\"paragraph\"><style:text-properties fo:font-size=\"18pt\" fo:font-weight=\"bold\" fo:language=\"{language}\"/></style:style>\
         <style:style style:name=\"note\" style:family=\"paragraph\"><style:text-properties fo:font-size=\"8.5pt\"/></style:style>\
         <style:style style:name=\"strong\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
         <style:style style:name=\"small\" style:family=\"text\"><style:text-properties fo:font-size=\"8.5pt\"/></style:style>\
         <style:style style:name=\"code\" style:family=\"text\"><style:text-properties style:font-name=\"monospace\" fo:font-size=\"8.5pt\"/></style:style>\
         </office:automatic-styles><office:body><office:text>",
        language = paper.language,
    );
    paragraph(&mut out, Some("title"), &paper.title);
    if !paper.subtitle.is_empty() {
        paragraph(&mut out, None, &paper.subtitle);
    }
    for (number, block) in paper.blocks.iter().enumerate() {
        write_block(&mut out, block, number);
    }
    if !paper.footer.is_empty() {
        paragraph(&mut out, Some("note"), &paper.footer);
    }
    out.push_str("</office:text></office:body></office:document-content>\n");
    out
}

fn write_block(out: &mut String, block: &Block, number: usize) {
    match block {
        Block::Heading { level, text } => {
            let _ = write!(out, "<text:h text:outline-level=\"{level}\">{}</text:h>", escaped(text));
        }
        Block::Text { words } => paragraph(out, None, &characters(words)),
        Block::Note { words } => paragraph(out, Some("note"), &characters(words)),
        Block::Blank { label, value } => {
            let value = characters(value);
            let value = if value.is_empty() { "______________________________" } else { &value };
            paragraph(out, None, &format!("{label}: {value}"));
        }
        Block::Ask { label, lines } => {
            paragraph(out, None, label);
            for _ in 0..*lines {
                paragraph(out, None, "");
            }
        }
        Block::List { numbered, items } => {
            // Marks are written out: they then survive every program that opens the file.
            for (place, item) in items.iter().enumerate() {
                let mark = if *numbered { format!("{}. ", place + 1) } else { "• ".to_owned() };
                paragraph(out, None, &format!("{mark}{}", characters(item)));
            }
        }
        Block::Office { label } => paragraph(out, Some("note"), &format!("[{label}]")),
        Block::Table { columns, rows } => {
            let _ = write!(out, "<table:table table:name=\"table{number}\">");
            for _ in columns {
                out.push_str("<table:table-column/>");
            }
            out.push_str("<table:table-header-rows><table:table-row>");
            for column in columns {
                let head = escaped(&column.head);
                let _ = write!(
                    out,
                    "<table:table-cell><text:p><text:span text:style-name=\"strong\">{head}</text:span></text:p></table:table-cell>"
                );
            }
            out.push_str("</table:table-row></table:table-header-rows>");
            for row in rows {
                out.push_str("<table:table-row>");
                for cell in row {
                    write_cell(out, cell);
                }
                out.push_str("</table:table-row>");
            }
            out.push_str("</table:table>");
        }
    }
}

fn write_cell(out: &mut String, cell: &Cell) {
    out.push_str("<table:table-cell>");
    for line in cell {
        let text = escaped(&characters(&line.words));
        let style = match line.style {
            Style::Plain | Style::Quoted => None,
            Style::Strong => Some("strong"),
            Style::Small => Some("small"),
            Style::Code | Style::Digest => Some("code"),
        };
        let _ = match style {
            Some(style) => write!(out, "<text:p><text:span text:style-name=\"{style}\">{text}</text:span></text:p>"),
            None if line.style == Style::Quoted && !text.is_empty() => write!(out, "<text:p>«{text}»</text:p>"),
            None => write!(out, "<text:p>{text}</text:p>"),
        };
    }
    if cell.is_empty() {
        out.push_str("<text:p/>");
    }
    out.push_str("</table:table-cell>");
}

fn paragraph(out: &mut String, style: Option<&str>, text: &str) {
    let style = style.map(|name| format!(" text:style-name=\"{name}\"")).unwrap_or_default();
    let _ = write!(out, "<text:p{style}>{}</text:p>", escaped(text));
}

/// Characters of XML 1.0; the printer has named all others by their code already. Runs of spaces are kept (ODF §6.1.3).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_space = true;
    for character in text.chars() {
        let space = character == ' ';
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<text:line-break/>"),
            ' ' if after_space => out.push_str("<text:s/>"),
            _ => out.push(character),
        }
        after_space = space;
    }
    out
}
