//! WhatsApp's "Export chat" as text, of Android and iOS, in the languages of [`phrases`].
//!
//! A line that begins with a header begins an entry; every other line belongs to the entry above it. The chat is walked through
//! twice: [`survey`] writes into the [`Index`] who wrote each entry, then [`messages`] makes one message after the other, so that
//! a long chat needs little more memory than its file. A person can write a line shaped like a header into their own message, and
//! nothing in the text tells it apart: such lines are read as entries, and those that fit badly among their neighbours carry the
//! other reading and its reasons ([`suspicion`]).

mod body;
mod dates;
mod header;
mod index;
mod messages;
mod people;
mod phrases;
mod survey;
mod suspicion;

use argine_model::{
    Conversation, ConversationKind, ConversationTime, DateOrder, Finding, FindingCode, Gap, GapReason, Platform,
    TimeBasis, TimePrecision,
};
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::source::{Document, Extract, line_number};
use body::PhraseBook;
use index::Entry;

pub(crate) use index::Index;
pub(crate) use messages::messages;
/// The title that the name of an exported file gives, where the name is one that the app writes.
pub(crate) use people::title_of_file as title_of;

/// Reads the text if it is an export: none if it is something else. The conversation comes without its messages: they are made
/// from [`Extract::index`].
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    let (mut entries, shapes) = index::scan(text);
    index::drop_pasted(&mut entries, &shapes);
    let first = entries.first()?;
    // A few lines of an entry that was cut may stand before the first header; a page with a header in it is no export.
    if first.line as usize > entries.len() * 5
        && text.get(..first.start).is_some_and(|before| !before.trim().is_empty())
    {
        return None;
    }
    let start = first.start;
    let survey = survey::survey(text, &mut entries, &shapes, PhraseBook::shared());
    let hints = dates::Hints {
        named: &survey.named,
        day_first_language: survey.day_first,
        written: document.written,
        given: document.options.date_order,
    };
    let solved = dates::solve(&mut entries, &shapes, &hints);
    let suspects = suspicion::mark(&mut entries, shapes.len(), &survey, &document.options.zone);

    let archive_day = document.written.map(|written| format!("ZIP {}", written.date())).unwrap_or_default();
    let mut findings = Findings { document, all: Vec::new() };
    if let Some(order) = solved.assumed {
        let detail = serde_json::to_value(order).ok();
        findings.add(
            FindingCode::DateOrderAssumed,
            None,
            detail.as_ref().and_then(|value| value.as_str()).unwrap_or_default(),
        );
    }
    findings.seen(FindingCode::UnreadableMessages, first_of(&entries, |entry| entry.order.is_none()), "time");
    findings.seen(FindingCode::EmbeddedHeader, suspects.embedded, "");
    findings.seen(FindingCode::TimeGoesBack, suspects.backwards, "");
    findings.seen(FindingCode::FoldedTime, folded(&entries, &document.options.zone), "");
    findings.seen(FindingCode::ClockDisagrees, suspects.disagreeing, &suspects.named_day);
    findings.seen(FindingCode::ClockDisagrees, after_archive(&entries, document.written), &archive_day);
    for limit in [10_000, 40_000] {
        if entries.len().abs_diff(limit) <= limit / 100 {
            let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            findings.add(FindingCode::ExportLimit, Some((None, count)), &limit.to_string());
        }
    }

    let roster = survey.people.finish(&document.titles());
    let conversation = Conversation {
        id: document.stem(),
        platform: Platform::Whatsapp,
        kind: if roster.is_group { ConversationKind::Group } else { ConversationKind::Direct },
        title: roster.title,
        participants: roster.participants,
        owner: roster.owner,
        messages: Vec::new(),
    };
    let findings = findings.all;
    let mut extract = Extract::new("whatsapp_text", vec![conversation]);
    extract.gaps = before(document, start);
    extract.findings = findings;
    extract.date_order = solved.finding;
    extract.index = Some(Index { source: document.source, entries, omitted: survey.omitted });
    Some(extract)
}

struct Findings<'a> {
    document: &'a Document<'a>,
    all: Vec<Finding>,
}

impl Findings<'_> {
    fn add(&mut self, code: FindingCode, place: Option<(Option<u32>, u32)>, detail: &str) {
        let (line, count) = place.unwrap_or((None, 1));
        self.all.push(Finding { code, source: Some(self.document.source), line, count, detail: detail.to_owned() });
    }

    fn seen(&mut self, code: FindingCode, seen: suspicion::Seen, detail: &str) {
        if let Some((line, count)) = seen {
            self.add(code, Some((Some(line), count)), detail);
        }
    }
}

/// The line of the first entry that is so, and how many are.
fn first_of(entries: &[Entry], mut is_so: impl FnMut(&Entry) -> bool) -> suspicion::Seen {
    let mut seen: suspicion::Seen = None;
    for entry in entries.iter().filter(|entry| is_so(entry)) {
        let (_, count) = seen.get_or_insert((entry.line.saturating_add(1), 0));
        *count = count.saturating_add(1);
    }
    seen
}

/// Entries in the hour that comes twice when summer time ends.
fn folded(entries: &[Entry], zone: &TimeZone) -> suspicion::Seen {
    // A day with such an hour has two offsets: only there is every time looked up.
    let changes = |entry: &Entry| {
        let offset = |day: Date| Some(zone.to_offset(zone.to_timestamp(day.at(0, 0, 0, 0)).ok()?));
        entry.day().is_some_and(|day| day.tomorrow().is_ok_and(|tomorrow| offset(day) != offset(tomorrow)))
    };
    let mut same: Option<([u16; 3], Option<DateOrder>, bool)> = None;
    first_of(entries, |entry| {
        let changes = match same {
            Some((date, order, changes)) if date == entry.date && order == entry.order => changes,
            _ => changes(entry),
        };
        same = Some((entry.date, entry.order, changes));
        let precision = TimePrecision::Second;
        let time = if changes { entry.time() } else { None };
        time.is_some_and(|civil| {
            ConversationTime { civil, precision, basis: TimeBasis::DeviceClock, instant: None }.interval(zone).is_fold
        })
    })
}

/// Entries that are later than the file they stand in, by more than a zone explains.
fn after_archive(entries: &[Entry], written: Option<DateTime>) -> suspicion::Seen {
    let last = written?.checked_add(1.day()).ok()?;
    first_of(entries, |entry| entry.time().is_some_and(|time| time > last))
}

/// What stands before the first header.
fn before(document: &Document<'_>, start: usize) -> Vec<Gap> {
    let decoded = document.decoded;
    let mut gaps: Vec<Gap> = Vec::new();
    gaps.extend(decoded.mark_span().map(|span| Gap {
        span,
        reason: GapReason::ByteOrderMark,
        line: Some(1),
        lines: None,
    }));
    if start > 0 {
        let before = decoded.text.get(..start).unwrap_or_default();
        let blank = before.chars().all(|character| character.is_whitespace() || body::is_mark(character));
        gaps.push(Gap {
            span: decoded.span(0, start),
            reason: if blank { GapReason::Blank } else { GapReason::Preamble },
            line: Some(1),
            lines: Some(line_number(before.as_bytes(), before.len()).saturating_sub(1).max(1)),
        });
    }
    gaps
}

#[cfg(test)]
mod tests;
