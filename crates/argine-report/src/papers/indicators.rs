//! Every trace with every place where it stands.

use std::collections::BTreeMap;

use argine_model::{Grade, Indicator, Role};

use super::{code, column, wide};
use crate::dossier::Writer;
use crate::paper::{Block, Cell, Style, cell, line, plain_words};
use crate::statement::kind_id;
use crate::text::Measure;

/// Rows of one role, and places named of one trace.
const ROWS: usize = 400;
const PLACES: usize = 30;

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let label = |id: &str| writer.words.text(id);
    let mut blocks = vec![Block::text(label("paper-indicators-intro"))];
    blocks.extend(writer.conversations_note(&writer.told()));
    for role in [Role::Perpetrator, Role::Unknown] {
        blocks.push(Block::section(label(match role {
            Role::Perpetrator => "paper-indicators-theirs",
            _ => "paper-indicators-unknown",
        })));
        let gathered = gathered(writer, role);
        if gathered.is_empty() {
            blocks.push(Block::text(label("paper-indicators-none")));
            continue;
        }
        let left_out = gathered.len().saturating_sub(ROWS);
        let rows = gathered.values().take(ROWS).map(|trace| row(writer, trace)).collect();
        let columns = vec![
            column(label("report-indicator-type"), 2.6),
            wide(label("report-indicator-value")),
            column(label("report-indicator-check"), 3.0),
            column(label("report-indicator-messages"), 4.0),
        ];
        blocks.push(Block::Table { columns, rows });
        if left_out > 0 {
            blocks.push(Block::note(writer.count("report-indicator-more", left_out)));
        }
    }
    blocks.push(Block::note(label("report-indicator-note")));
    blocks.push(Block::note(label("paper-indicators-own")));
    blocks
}

/// One value in all conversations.
struct Trace<'a> {
    first: &'a Indicator,
    places: Vec<String>,
}

/// By the order of first mention: the map's key is conversation and entry of the first.
fn gathered<'a>(writer: &'a Writer<'_>, role: Role) -> BTreeMap<(usize, u32, usize), Trace<'a>> {
    let mut keys = BTreeMap::new();
    let mut traces: BTreeMap<(usize, u32, usize), Trace<'a>> = BTreeMap::new();
    for told in writer.told() {
        let Some(recognition) = writer.recognition(told.place) else { continue };
        for (number, indicator) in recognition.indicators.iter().enumerate().filter(|(_, found)| found.role == role) {
            let first = indicator.mentions.first().map_or(0, |mention| mention.message);
            let key = *(keys.entry((indicator.kind, indicator.value.as_str()))).or_insert((told.place, first, number));
            let trace = traces.entry(key).or_insert_with(|| Trace { first: indicator, places: Vec::new() });
            for mention in &indicator.mentions {
                let place = writer.entry(told.place, mention.message);
                if trace.places.last() != Some(&place) {
                    trace.places.push(place);
                }
            }
        }
    }
    traces
}

fn row(writer: &Writer<'_>, trace: &Trace<'_>) -> Vec<Cell> {
    let indicator = trace.first;
    let kind = writer.words.text(&format!("report-kind-{}", kind_id(indicator)));
    let mut sort = cell(kind);
    if !indicator.variety.is_empty() {
        sort.push(line(Style::Small, plain_words(indicator.variety.replace('_', " "))));
    }
    let mut value = code(writer.print(&indicator.value, Measure::VALUE));
    if !indicator.raw.is_empty() && indicator.raw != indicator.value {
        let written = format!("{} {}", writer.words.text("report-indicator-written"), indicator.raw);
        value.push(line(Style::Small, writer.print(&written, Measure::quotation(200))));
    }
    for listing in &indicator.listed {
        value.push(line(Style::Small, writer.print(&format!("{} ({})", listing.list, listing.dated), Measure::NAME)));
    }
    let mut check = cell(writer.words.text(match indicator.validity.holds() {
        Some(true) => "report-check-holds",
        Some(false) => "report-check-fails",
        None => "report-check-none",
    }));
    let grade = writer.words.text(match indicator.grade {
        Grade::A => "paper-grade-a",
        Grade::B => "paper-grade-b",
        Grade::C => "paper-grade-c",
    });
    check.push(line(Style::Small, plain_words(grade)));
    let more = trace.places.len().saturating_sub(PLACES);
    let mut places = trace.places.iter().take(PLACES).cloned().collect::<Vec<_>>().join(", ");
    if more > 0 {
        places = format!("{places} (+{more})");
    }
    vec![sort, value, check, cell(places)]
}
