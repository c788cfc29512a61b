//! LINE's text export: a date on a line of its own, then `time`, tab, `name`, tab, `words`.

use argine_model::{Conversation, ConversationKind, Gap, GapReason, Message, MessageKind, Platform};
use jiff::civil::DateTime;

use crate::dates::{self, Written};
use crate::entry::{Roster, left_out, location, order_assumed, owner};
use crate::source::{Document, Extract, base_name};

/// Reads the text if it is an export.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    let first = text.trim_start().lines().next()?.trim_end();
    let name = document.path.last().map(|name| base_name(name)).unwrap_or_default();
    let titled = first.starts_with("[LINE]");
    if !titled && !name.starts_with("[LINE]") {
        return None;
    }
    let zone = &document.options.zone;
    let mut days: Vec<Option<Written>> = Vec::new();
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut before = 0;
    let mut at = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let (start, end) = (at, at + line.len());
        at = end;
        let trimmed = line.trim_end_matches(['\r', '\n']);
        if let Some(row) = row(trimmed, start, end, number, days.len()) {
            rows.push(row);
        } else if let Some(day) = day(trimmed, zone).filter(|_| !trimmed.starts_with("[LINE]")) {
            days.push(Some(day));
            if rows.is_empty() {
                before = end;
            }
        } else if let Some(last) = rows.last_mut().filter(|last| last.day == days.len() && !trimmed.trim().is_empty()) {
            last.end = end;
        } else if rows.is_empty() {
            before = end;
        }
    }
    if rows.is_empty() {
        return None;
    }
    let order = document.options.date_order;
    // A day alone has no time of its own: noon stands for it while the order is decided.
    let (_, date_order) = dates::solve(&days, order, zone);
    let chosen = date_order.as_ref().map_or(argine_model::DateOrder::DayMonthYear, |finding| finding.order);
    let mut people = Roster::default();
    let mut messages = Vec::with_capacity(rows.len());
    for row in &rows {
        let date = row.day.checked_sub(1).and_then(|day| days.get(day)).copied().flatten();
        let date = date.and_then(|day| dates::date_of(&day, chosen));
        messages.push(row.message(document, text, date, &mut people));
    }
    // Title lines: `[LINE] Chat history with Anna`, `[LINE] Cronologia della chat con Anna`, …
    let title = people
        .participants
        .iter()
        .map(|person| person.name.clone())
        .find(|person| [first, name].iter().any(|line| line.trim_end_matches(".txt").ends_with(person.as_str())));
    let other = title.as_deref().and_then(|title| people.named(title));
    let conversation = Conversation {
        id: document.stem(),
        platform: Platform::Line,
        kind: if people.participants.len() > 2 { ConversationKind::Group } else { ConversationKind::Direct },
        owner: other.and_then(|other| people.other_than(other)).map(|me| owner(me, "chat_title")),
        title,
        participants: people.participants,
        messages,
    };
    let mut extract = Extract::new("line_text", vec![conversation]);
    extract.findings.extend(order_assumed(document, date_order.as_ref()));
    extract.date_order = date_order;
    extract.gaps.extend(document.mark());
    if before > 0 {
        let span = document.decoded.span(0, before);
        extract.gaps.push(Gap { span, reason: GapReason::Structure, line: Some(1), lines: None });
    }
    Some(extract)
}

struct Row<'a> {
    start: usize,
    end: usize,
    line: u32,
    /// How many dates stand above it.
    day: usize,
    hour: i8,
    minute: i8,
    sender: Option<&'a str>,
    /// Where the words begin.
    body: usize,
}

/// `10:30`, `9:30AM`, `下午 02:35`, then a tab.
fn row(line: &str, start: usize, end: usize, number: u32, day: usize) -> Option<Row<'_>> {
    let (time, rest) = line.split_once('\t')?;
    let digits: String = time.chars().filter(|character| character.is_ascii_digit() || *character == ':').collect();
    let (hour, minute) = digits.split_once(':')?;
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let mark = time.to_lowercase();
    if mark.chars().count() > 12 {
        return None;
    }
    let afternoon = mark.contains("pm") || mark.contains("下午") || mark.contains("午後") || mark.contains("오후");
    let morning = mark.contains("am") || mark.contains("上午") || mark.contains("午前") || mark.contains("오전");
    let hour = match hour {
        12 if morning => 0,
        1..12 if afternoon => hour + 12,
        _ => hour,
    };
    if !(0..24).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    let (sender, body) = match rest.split_once('\t') {
        Some((sender, body)) => (Some(sender).filter(|sender| !sender.is_empty()), start + line.len() - body.len()),
        None => (None, start + line.len() - rest.len()),
    };
    Some(Row { start, end, line: number, day, hour, minute, sender, body })
}

/// `2024/11/21(Thu)`, `Thu, 11/21/2024`, `2024.11.21 Thursday`, `2024.11.21 木曜日`.
fn day(line: &str, zone: &jiff::tz::TimeZone) -> Option<Written> {
    let line = line.trim();
    if line.contains('\t') || line.chars().count() > 40 {
        return None;
    }
    dates::parse(line, zone).or_else(|| {
        let numbers: String =
            line.chars().take_while(|character| character.is_ascii_digit() || "/.-".contains(*character)).collect();
        // Only the year first: behind it, days of the week in any script.
        let behind = line.get(numbers.len()..)?;
        let few = behind.chars().count() <= 12 && !behind.contains(|character: char| character.is_ascii_digit());
        dates::parse(&numbers, zone).filter(|day| few && matches!(day, Written::Day { .. }))
    })
}

impl Row<'_> {
    fn message(
        &self,
        document: &Document<'_>,
        text: &str,
        date: Option<jiff::civil::Date>,
        people: &mut Roster,
    ) -> Message {
        let mut place = location(document, self.start, self.end);
        place.line = Some(self.line);
        let body = text.get(self.body..self.end).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let mut message = Message::new(place, body.to_owned());
        let time = date.and_then(|date| {
            Some(DateTime::from_parts(date, jiff::civil::Time::new(self.hour, self.minute, 0, 0).ok()?))
        });
        message.time = time.map(|civil| crate::entry::clock(civil, argine_model::TimePrecision::Minute));
        message.sender = self.sender.map(|sender| people.of(sender, None));
        if self.sender.is_none() {
            message.kind = MessageKind::System;
        } else if let Some(class) = omitted(body.trim()) {
            message.kind = MessageKind::Media;
            message.attachments.push(left_out(class));
        } else if body.contains('\n')
            && let Some(inner) = body.strip_prefix('"').and_then(|body| body.strip_suffix('"'))
        {
            // Words of several lines stand between quotes.
            message.repaired = Some(inner.replace("\"\"", "\""));
        }
        message
    }
}

/// The words LINE leaves for what it does not export.
fn omitted(body: &str) -> Option<argine_model::MediaClass> {
    use argine_model::MediaClass::{Audio, Image, Unknown, Video};
    let word = body.strip_prefix('[').and_then(|body| body.strip_suffix(']')).unwrap_or(body);
    match word.to_lowercase().as_str() {
        "photo" | "photos" | "sticker" | "foto" | "adesivo" | "写真" | "スタンプ" | "貼圖" | "照片" | "사진" => {
            Some(Image)
        }
        "video" | "videos" | "動画" | "影片" => Some(Video),
        "voice message" | "audio" | "messaggio vocale" | "ボイスメッセージ" => Some(Audio),
        "file" | "ファイル" => Some(Unknown),
        _ => None,
    }
    .filter(|_| body.starts_with('[') || !body.is_ascii())
}
