//! Objects in JSON one to a line, as tools that export from a device write them.

use std::collections::BTreeMap;

use argine_model::{FindingCode, Gap, GapReason};
use serde_json::Value;

use super::columns::choose;
use super::{Row, SAMPLE, Table, build, flat, sample};
use crate::entry::finding;
use crate::source::{Document, Extract};

/// A line of the text and what it holds; none where it is no object.
struct Line {
    start: usize,
    end: usize,
    number: u32,
    object: Option<Value>,
}

/// Reads the text if its lines are objects of a conversation. Lines that are none are gaps.
pub(super) fn read(document: &Document<'_>, text: &str) -> Option<Extract> {
    let filled = |line: &&str| !line.trim().is_empty();
    let mut first = text.lines().filter(filled).take(2);
    // One object over several lines is no object on its first line.
    if object(first.next()?).is_none() || !first.next().is_some_and(|line| line.trim_start().starts_with('{')) {
        return None;
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let end = start + line.len();
        if filled(&line) {
            lines.push(Line { start, end, number, object: object(line) });
        }
        start = end;
    }
    let sample = sample(lines.iter().filter_map(|line| line.object.clone()).take(SAMPLE));
    let columns = choose(&sample)?;
    let (mut rows, mut gaps) = (Vec::new(), Vec::new());
    for Line { start, end, number, object } in lines {
        let Some(object) = object else {
            let span = document.decoded.span(start, end);
            gaps.push(Gap { span, reason: GapReason::Unreadable, line: Some(number), lines: Some(1) });
            continue;
        };
        let cells: BTreeMap<String, String> = flat(&object).into_iter().collect();
        let cell = |column: usize| cells.get(sample.headers.get(column)?).cloned();
        rows.push(Row { line: Some(number), ..Row::of(&columns, start, end, cell) });
    }
    let described = columns.described(&sample.headers);
    let mut extract = build(document, vec![Table { name: String::new(), rows, described }]);
    if !gaps.is_empty() {
        extract.findings.push(finding(document, FindingCode::UnreadableMessages, gaps.len(), ""));
    }
    extract.gaps.extend(gaps);
    Some(extract)
}

fn object(line: &str) -> Option<Value> {
    serde_json::from_str::<Value>(line.trim()).ok().filter(Value::is_object)
}
