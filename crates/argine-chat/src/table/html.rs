//! Tables in HTML, by their tags alone: rows and cells as a browser would show them.

use crate::entry::dereferenced;

pub(crate) struct HtmlTable {
    pub(crate) rows: Vec<HtmlRow>,
}

pub(crate) struct HtmlRow {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) cells: Vec<String>,
    /// Whether all its cells are `th`.
    pub(crate) is_header: bool,
}

/// The tables of a page, in order. A table inside another one ends the row that it stands in.
pub(crate) fn tables(text: &str) -> Vec<HtmlTable> {
    let mut reader = Reader { tables: Vec::new(), row: None, in_cell: false };
    let mut at = 0;
    while let Some(found) = text.as_bytes().get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        let start = at + found;
        reader.words(text.get(at..start).unwrap_or_default());
        let rest = text.get(start..).unwrap_or_default();
        let (end, name) = if rest.starts_with("<!--") {
            (rest.find("-->").map_or(text.len(), |end| start + end + 3), String::new())
        } else {
            let end = memchr::memchr(b'>', rest.as_bytes()).map_or(text.len(), |end| start + end + 1);
            let inside = text.get(start + 1..end).unwrap_or_default();
            let name = inside.find(|character: char| !(character.is_ascii_alphanumeric() || character == '/'));
            (end, inside.get(..name.unwrap_or(inside.len())).unwrap_or_default().to_ascii_lowercase())
        };
        at = match name.as_str() {
            "script" | "style" => {
                let close = if name == "script" { "</script" } else { "</style" };
                text.get(end..).and_then(|rest| rest.find(close)).map_or(text.len(), |close| end + close)
            }
            _ => {
                reader.tag(&name, start, end);
                end
            }
        };
    }
    reader.close(text.len());
    reader.tables.retain(|table| !table.rows.is_empty());
    reader.tables
}

struct Reader {
    tables: Vec<HtmlTable>,
    row: Option<HtmlRow>,
    in_cell: bool,
}

impl Reader {
    fn tag(&mut self, name: &str, start: usize, end: usize) {
        match name {
            "table" => {
                self.close(start);
                self.tables.push(HtmlTable { rows: Vec::new() });
            }
            "tr" => {
                self.close(start);
                self.row = Some(HtmlRow { start, end, cells: Vec::new(), is_header: true });
            }
            "td" | "th" => {
                if let Some(row) = &mut self.row {
                    row.is_header &= name == "th";
                    row.cells.push(String::new());
                    self.in_cell = true;
                }
            }
            "/td" | "/th" => self.in_cell = false,
            "/tr" => self.close(end),
            "/table" => self.close(start),
            "br" | "br/" | "/p" | "/div" | "/li" => self.push("\n"),
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if !self.in_cell || text.is_empty() {
            return;
        }
        // Line ends and runs of blanks are one blank in HTML.
        let text = dereferenced(text).unwrap_or_else(|| text.to_owned());
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            let blank = matches!(character, ' ' | '\t' | '\r' | '\n');
            if !blank {
                shown.push(character);
            } else if !shown.ends_with(' ') {
                shown.push(' ');
            }
        }
        self.push(&shown);
    }

    fn push(&mut self, words: &str) {
        let cell = self.row.as_mut().and_then(|row| row.cells.last_mut());
        if let Some(cell) = cell.filter(|_| self.in_cell) {
            cell.push_str(words);
        }
    }

    fn close(&mut self, end: usize) {
        self.in_cell = false;
        let Some(mut row) = self.row.take() else { return };
        row.end = end;
        row.is_header &= !row.cells.is_empty();
        for cell in &mut row.cells {
            *cell = cell.trim().to_owned();
        }
        if let Some(table) = self.tables.last_mut().filter(|_| !row.cells.is_empty()) {
            table.rows.push(row);
        }
    }
}
