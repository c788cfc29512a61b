//! Tables in HTML: rows and cells as a browser would show them.

use crate::html::Page;

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

/// The tables of a page, in order. A table inside another one ends the row that it stands in, and cells may lack their end tags.
pub(crate) fn tables(text: &str) -> Vec<HtmlTable> {
    const PARTS: [&str; 4] = ["table", "tr", "td", "th"];
    let page = Page::of(text);
    let mut tables: Vec<HtmlTable> = Vec::new();
    let mut is_open = false;
    for (place, element) in page.elements.iter().enumerate() {
        let rows = tables.last_mut().map(|table| &mut table.rows);
        match (element.name.as_str(), rows) {
            ("table", rows) => {
                end_row(rows.and_then(|rows| rows.last_mut()), element.start);
                tables.push(HtmlTable { rows: Vec::new() });
                is_open = false;
            }
            ("tr", Some(rows)) => {
                end_row(rows.last_mut(), element.start);
                rows.push(HtmlRow { start: element.start, end: element.end, cells: Vec::new(), is_header: true });
                is_open = true;
            }
            ("td" | "th", Some(rows)) => {
                if let Some(row) = rows.last_mut().filter(|row| is_open && element.start < row.end) {
                    row.is_header &= element.name == "th";
                    row.cells.push(page.shown(place, |inner| PARTS.contains(&inner.name.as_str()), |_, _, _| {}));
                }
            }
            _ => {}
        }
    }
    for table in &mut tables {
        table.rows.retain(|row| !row.cells.is_empty());
    }
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// No row reaches into what comes after it.
fn end_row(row: Option<&mut HtmlRow>, end: usize) {
    if let Some(row) = row {
        row.end = row.end.min(end);
    }
}
