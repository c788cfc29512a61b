//! Tables of apps without a reader of their own (Badoo, Bumble, Meetic and all others): CSV, lists of objects in JSON, objects one
//! to a line, tables in HTML. Which column is what is told by names and contents and said in a finding; what is no conversation is refused.

mod columns;
mod html;
mod lines;

use std::collections::BTreeMap;

use argine_model::{Conversation, ConversationKind, FindingCode, Gap, GapReason, Message, Platform};
use serde_json::Value;

use crate::dates;
use crate::entry::{
    Roster, UNNAMED_OWNER, dereferenced, finding, in_order, is_self, location, order_assumed, owner, scalar,
};
use crate::json::{self, File, Node};
use crate::source::{Document, Extract};
use columns::{Columns, Role, Sample, choose, direction};

/// Rows that are looked at to tell the columns.
const SAMPLE: usize = 200;

/// Reads the text if it is a table that is a conversation.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    let head = text.get(..text.floor_char_boundary(4096)).unwrap_or_default().trim_start();
    if head.starts_with(['{', '[']) {
        return from_json(document).or_else(|| lines::read(document, text));
    }
    if head.starts_with('<') {
        let lower = head.to_lowercase();
        return if lower.contains("<html") || lower.contains("<table") || lower.contains("<!doctype html") {
            from_html(document, text)
        } else {
            None
        };
    }
    from_csv(document, text)
}

/// A row with the cells that are of use.
struct Row {
    start: usize,
    end: usize,
    line: Option<u32>,
    cells: BTreeMap<Role, String>,
}

impl Row {
    fn of(columns: &Columns, start: usize, end: usize, cell: impl Fn(usize) -> Option<String>) -> Self {
        let cells = Role::ALL.iter().filter_map(|role| Some((*role, columns.of(*role).and_then(&cell)?)));
        Self { start, end, line: None, cells: cells.filter(|(_, cell)| !cell.trim().is_empty()).collect() }
    }

    fn cell(&self, role: Role) -> Option<&str> {
        self.cells.get(&role).map(String::as_str)
    }
}

/// A table that was accepted.
struct Table {
    /// Its own name, where one file holds several.
    name: String,
    rows: Vec<Row>,
    described: String,
}

fn from_csv(document: &Document<'_>, text: &str) -> Option<Extract> {
    // Excel writes its delimiter on a line of its own.
    let skipped = match text.lines().next() {
        Some(first) if first.len() <= 6 && first.to_ascii_lowercase().starts_with("sep=") => {
            text.find('\n').map_or(text.len(), |end| end + 1)
        }
        _ => 0,
    };
    let body = text.get(skipped..)?;
    let (delimiter, first) = [b',', b';', b'\t', b'|']
        .iter()
        .filter_map(|delimiter| {
            let sample = records(body, *delimiter, SAMPLE);
            let width = sample.first().map_or(0, Vec::len);
            let alike = sample.iter().filter(|row| row.len() == width).count();
            (width >= 3 && alike * 10 >= sample.len() * 7).then_some((alike, width, *delimiter, sample))
        })
        .max_by_key(|(alike, width, ..)| (*alike, *width))
        .map(|(_, _, delimiter, sample)| (delimiter, sample))?;
    // Names of columns are no dates and are not empty.
    let is_header = first.first().is_some_and(|row| {
        row.iter().all(|cell| !cell.trim().is_empty() && dates::parse(cell, &document.options.zone).is_none())
    });
    let (headers, rows) = if is_header {
        (first.first().cloned().unwrap_or_default(), first.into_iter().skip(1).collect())
    } else {
        (Vec::new(), first)
    };
    let sample = Sample { headers, rows };
    let columns = choose(&sample)?;
    let mut reader = builder(delimiter).from_reader(body.as_bytes());
    let mut record = csv::StringRecord::new();
    let (mut rows, mut gaps) = (Vec::new(), Vec::new());
    let mut is_first = true;
    while let Ok(true) = reader.read_record(&mut record) {
        let place = record.position();
        let start = skipped + place.map_or(0, |place| usize::try_from(place.byte()).unwrap_or(usize::MAX));
        let line = place.and_then(|place| u32::try_from(place.line()).ok()).map(|line| line + u32::from(skipped > 0));
        let end = skipped + usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if core::mem::take(&mut is_first) && is_header {
            continue;
        }
        let mut row = Row::of(&columns, start, end, |column| record.get(column).map(ToOwned::to_owned));
        row.line = line;
        if row.cells.contains_key(&Role::Text) || row.cells.len() >= 2 {
            rows.push(row);
        } else {
            let span = document.decoded.span(start, end);
            gaps.push(Gap { span, reason: GapReason::Unreadable, line, lines: Some(1) });
        }
    }
    let described = columns.described(&sample.headers);
    let mut extract = build(document, vec![Table { name: String::new(), rows, described }]);
    if !gaps.is_empty() {
        extract.findings.push(finding(document, FindingCode::UnreadableMessages, gaps.len(), ""));
    }
    extract.gaps.extend(gaps);
    Some(extract)
}

fn builder(delimiter: u8) -> csv::ReaderBuilder {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).flexible(true).has_headers(false);
    builder
}

fn records(text: &str, delimiter: u8, most: usize) -> Vec<Vec<String>> {
    let mut reader = builder(delimiter).from_reader(text.as_bytes());
    let records = reader.records().take(most).filter_map(Result::ok);
    records.map(|record| record.iter().map(ToOwned::to_owned).collect()).collect()
}

fn from_html(document: &Document<'_>, text: &str) -> Option<Extract> {
    let mut tables = Vec::new();
    for found in html::tables(text) {
        let cells: Vec<Vec<String>> = found.rows.iter().take(SAMPLE).map(|row| row.cells.clone()).collect();
        let first = cells.first().cloned().unwrap_or_default();
        let is_header = found.rows.first().is_some_and(|row| row.is_header)
            || first.iter().all(|cell| !cell.is_empty() && dates::parse(cell, &document.options.zone).is_none());
        let skip = usize::from(is_header);
        let headers = if is_header { first } else { Vec::new() };
        let sample = Sample { headers, rows: cells.into_iter().skip(skip).collect() };
        let Some(columns) = choose(&sample) else { continue };
        let rows = found.rows.iter().skip(skip);
        let rows =
            rows.map(|row| Row::of(&columns, row.start, row.end, |column| row.cells.get(column).cloned())).collect();
        let name = if tables.is_empty() { String::new() } else { (tables.len() + 1).to_string() };
        tables.push(Table { name, rows, described: columns.described(&sample.headers) });
    }
    (!tables.is_empty()).then(|| build(document, tables))
}

fn from_json(document: &Document<'_>) -> Option<Extract> {
    let (mut file, top) = json::open(document)?;
    let mut accepted: Vec<(String, Node, Sample, Columns)> = Vec::new();
    for (name, list) in lists(&file, top.node) {
        let sample = sample(file.elements(list).iter().take(SAMPLE).filter_map(|element| file.value(*element)));
        let Some(columns) = choose(&sample) else { continue };
        // A list of chats with their last message holds the lists of messages: the inner ones are the conversations.
        while accepted.last().is_some_and(|(_, outer, ..)| list.start < outer.end) {
            accepted.pop();
        }
        accepted.push((name, list, sample, columns));
    }
    let mut tables = Vec::new();
    for (name, list, sample, columns) in accepted {
        let rows = file.messages(list).into_iter().map(|(node, value)| {
            let cells: BTreeMap<String, String> = flat(&value).into_iter().collect();
            Row::of(&columns, node.start, node.end, |column| cells.get(sample.headers.get(column)?).cloned())
        });
        tables.push(Table { name, rows: rows.collect(), described: columns.described(&sample.headers) });
    }
    if tables.is_empty() {
        return None;
    }
    let damage = file.extract("table", Vec::new(), None);
    let mut extract = build(document, tables);
    extract.gaps.extend(damage.gaps.into_iter().filter(|gap| gap.reason != GapReason::ByteOrderMark));
    extract.findings.extend(damage.findings);
    Some(extract)
}

/// Objects, as rows under the names of their fields.
fn sample(objects: impl Iterator<Item = Value>) -> Sample {
    let mut sample = Sample::default();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for value in objects {
        let mut row = vec![String::new(); sample.headers.len()];
        for (key, cell) in flat(&value) {
            let place = *known.entry(key).or_insert_with_key(|key| {
                sample.headers.push(key.clone());
                sample.headers.len() - 1
            });
            if row.len() <= place {
                row.resize(place + 1, String::new());
            }
            if let Some(slot) = row.get_mut(place) {
                *slot = cell;
            }
        }
        sample.rows.push(row);
    }
    sample
}

/// Every list of objects in the file, with the path of names that leads to it.
fn lists(file: &File<'_>, top: Node) -> Vec<(String, Node)> {
    /// Deeper than exports nest their messages; each level costs one walk over the file.
    const DEEPEST: usize = 8;
    let mut found = Vec::new();
    let mut open = vec![(String::new(), top, 0)];
    while let Some((path, node, depth)) = open.pop() {
        let join = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
        match file.byte(node) {
            Some(b'{') if depth < DEEPEST => {
                let fields = file.fields(node).into_iter();
                open.extend(fields.map(|(name, node)| (join(&name), node, depth + 1)));
            }
            Some(b'[') if depth < DEEPEST => {
                let elements = file.elements(node);
                let objects = elements.iter().filter(|node| file.byte(**node) == Some(b'{'));
                if objects.clone().next().is_some() {
                    found.push((path.clone(), node));
                }
                let objects = objects.enumerate();
                open.extend(objects.map(|(number, node)| (join(&(number + 1).to_string()), *node, depth + 1)));
            }
            _ => {}
        }
    }
    found.sort_by_key(|(_, node)| node.start);
    found
}

/// The scalar fields of an object and of the objects in it, with their path.
fn flat(value: &Value) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    let mut fields = |prefix: &str, value: &Value| {
        for (key, value) in value.as_object().into_iter().flatten() {
            let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
            match value {
                Value::Bool(value) => cells.push((key, value.to_string())),
                other => cells.extend(scalar(other).map(|cell| (key, cell))),
            }
        }
    };
    fields("", value);
    for (key, inner) in value.as_object().into_iter().flatten() {
        fields(key, inner);
    }
    cells
}

fn build(document: &Document<'_>, tables: Vec<Table>) -> Extract {
    let zone = &document.options.zone;
    let written: Vec<Option<dates::Written>> = tables
        .iter()
        .flat_map(|table| &table.rows)
        .map(|row| {
            let date = row.cell(Role::Time)?;
            match row.cell(Role::Clock) {
                Some(clock) => dates::parse(&format!("{date} {clock}"), zone),
                None => dates::parse(date, zone),
            }
        })
        .collect();
    let (times, date_order) = dates::solve(&written, document.options.date_order, zone);
    let mut extract = Extract::new("table", Vec::new());
    let platform = platform(document);
    let mut times = times.into_iter();
    let mut undated = 0;
    let mut described: BTreeMap<String, usize> = BTreeMap::new();
    for table in tables {
        let mut chats: BTreeMap<String, Chat> = BTreeMap::new();
        let count = table.rows.len();
        for (row, time) in table.rows.into_iter().zip(&mut times) {
            undated += usize::from(time.is_none());
            let chat = chats.entry(row.cell(Role::Chat).unwrap_or_default().to_owned()).or_default();
            chat.push(document, &row, time);
        }
        for (name, chat) in chats {
            let id = [table.name.as_str(), name.as_str()].into_iter().filter(|part| !part.is_empty());
            let id = id.collect::<Vec<_>>().join("/");
            extract.conversations.push(chat.finish(id, platform, &name));
        }
        *described.entry(table.described).or_default() += count;
    }
    for (columns, count) in described {
        extract.findings.push(finding(document, FindingCode::ColumnsGuessed, count, &columns));
    }
    extract.findings.extend(order_assumed(document, date_order.as_ref()));
    if undated > 0 {
        extract.findings.push(finding(document, FindingCode::UnreadableMessages, undated, ""));
    }
    extract.date_order = date_order;
    extract.gaps.extend(document.mark());
    extract
}

#[derive(Default)]
struct Chat {
    people: Roster,
    messages: Vec<argine_model::Message>,
    /// The name of whoever sent what is marked as sent.
    me: Option<String>,
}

impl Chat {
    fn push(&mut self, document: &Document<'_>, row: &Row, time: Option<argine_model::ConversationTime>) {
        let mut place = location(document, row.start, row.end);
        place.line = row.line;
        let mut message = Message::new(place, row.cell(Role::Text).unwrap_or_default().to_owned());
        message.repaired = dereferenced(&message.text);
        message.time = time;
        let sent = row.cell(Role::Direction).and_then(direction);
        let sender = row.cell(Role::Sender).map(str::trim);
        let is_me = sent == Some(true) || sender.is_some_and(is_self);
        let name = match (sender, sent) {
            (Some(sender), _) => Some(sender.to_owned()),
            (None, Some(true)) => Some(UNNAMED_OWNER.to_owned()),
            // Received, and nobody is named: whoever the row was not sent to is the other one.
            (None, Some(false)) => Some(row.cell(Role::Chat).map_or_else(|| document.stem(), ToOwned::to_owned)),
            (None, None) => None,
        };
        if is_me {
            self.me = self.me.take().or_else(|| name.clone());
        }
        message.sender = name.filter(|name| !name.is_empty()).map(|name| self.people.of(&name, None));
        if let Some(recipient) = row.cell(Role::Recipient) {
            self.people.of(recipient.trim(), None);
        }
        if message.text.is_empty() {
            message.kind = argine_model::MessageKind::Unsupported;
        }
        self.messages.push(message);
    }

    fn finish(mut self, id: String, platform: Platform, title: &str) -> Conversation {
        in_order(&mut self.messages);
        let me = self.me.as_deref().and_then(|me| self.people.named(me));
        Conversation {
            id,
            platform,
            kind: if self.people.participants.len() > 2 { ConversationKind::Group } else { ConversationKind::Direct },
            title: Some(title.to_owned()).filter(|title| !title.is_empty()),
            participants: self.people.participants,
            owner: me.map(|me| owner(me, "sent_by_me")),
            messages: self.messages,
        }
    }
}

/// The app that the name of the file or of a folder says.
fn platform(document: &Document<'_>) -> Platform {
    let path = document.path.join("/").to_lowercase();
    let mut words = path.split(|character: char| !character.is_alphanumeric());
    words
        .find_map(|word| {
            Platform::ALL
                .iter()
                .copied()
                .filter(|platform| !matches!(platform, Platform::Unknown | Platform::Email))
                .find(|platform| platform.id() == word || matches!((word, platform), ("facebook", Platform::Messenger)))
        })
        .unwrap_or(Platform::Unknown)
}
