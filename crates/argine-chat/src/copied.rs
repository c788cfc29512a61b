//! Chats copied from a screen, or written by an exporter of few words: a name, a time and words in an order that repeats.
//!
//! `Anna, [22.01.2024 15:05]` above the words (Telegram Desktop), `Anna — 22/01/2024 15:05` above the words (Discord),
//! `22/01/2024 15:05 Anna: ciao` and `15:05 Anna: ciao` on one line, a time and a name each on a line of its own
//! (exporters of iMessage). What stands before the first of them, or below a line with a day, is kept as words of nobody.

use std::collections::BTreeMap;
use std::ops::Range;

use argine_model::{Conversation, ConversationKind, ConversationTime, DateOrder, Message, Platform, TimePrecision};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::dates::{self, Written};
use crate::entry::{Roster, clock, is_self, location, order_assumed, owner};
use crate::plain;
use crate::source::{Document, Extract};

/// No head is longer.
const LONGEST: usize = 80;
/// A chat has at least so many messages with a head: fewer may be a quotation.
const FEWEST: usize = 2;

/// Where name and time stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `Anna, [22.01.2024 15:05]`, words below.
    NameInBrackets,
    /// `Anna — 22/01/2024 15:05` or `Anna — Today at 3:05 PM`, words below.
    NameAndDash,
    /// `22/01/2024 15:05 Anna: ciao`.
    DateAndName,
    /// `15:05 Anna: ciao`, below a day.
    ClockAndName,
    /// A time, a name and the words, each on lines of their own.
    OwnLines,
}

const STYLES: [Style; 5] =
    [Style::NameInBrackets, Style::NameAndDash, Style::DateAndName, Style::ClockAndName, Style::OwnLines];

impl Style {
    const fn platform(self) -> Platform {
        match self {
            Self::NameInBrackets => Platform::Telegram,
            Self::NameAndDash => Platform::Discord,
            _ => Platform::Unknown,
        }
    }

    /// Words on the line of the head: then most lines have one.
    const fn is_one_line(self) -> bool {
        matches!(self, Self::DateAndName | Self::ClockAndName)
    }
}

/// When a message was written, as its head says.
#[derive(Debug, Clone, Copy, PartialEq)]
enum When {
    /// A date with a time: its place among the dates.
    Date(usize),
    /// A time of a day that stands above: its place among the days, if there is one.
    Clock(Option<usize>, Time, TimePrecision),
    /// `Today at 3:05 PM`, `15:05`: of a day that nobody wrote down.
    Unknown,
}

struct Head<'a> {
    start: usize,
    /// Where the words begin.
    words: usize,
    line: u32,
    name: &'a str,
    when: When,
}

/// A line and where it stands.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    end: usize,
    number: u32,
    /// Without the spaces around it.
    text: &'a str,
    /// Where the text ends.
    text_end: usize,
}

impl Line<'_> {
    /// Where words begin that end the text.
    const fn at(&self, words: &str) -> usize {
        self.text_end - words.len()
    }
}

/// Reads the text if one way of writing heads comes again and again in it.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    let zone = &document.options.zone;
    let lines = lines(text);
    let written = lines.iter().filter(|line| !line.text.is_empty()).count();
    let found = STYLES.iter().map(|style| (*style, Heads::find(*style, &lines, zone)));
    // The first of those with most heads.
    let (style, heads) = found.rev().max_by_key(|(_, heads)| heads.list.len())?;
    let most = !style.is_one_line() || (heads.list.len() + heads.days.len()) * 2 >= written;
    if heads.list.len() < FEWEST || !most || !heads.are_of_few(style) {
        return None;
    }
    Some(heads.extract(document, style, text))
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let pieces = (1..).zip(text.split_inclusive('\n'));
    pieces
        .map(|(number, content)| {
            let (end, text_end) = (start + content.len(), start + content.trim_end().len());
            let line = Line { start, end, number, text: content.trim(), text_end };
            start = line.end;
            line
        })
        .collect()
}

/// Where a line stands that holds a day only.
struct DayLine {
    bytes: Range<usize>,
    number: u32,
}

#[derive(Default)]
struct Heads<'a> {
    list: Vec<Head<'a>>,
    dates: Vec<Option<Written>>,
    /// Lines that hold a day only, in order.
    days: Vec<DayLine>,
}

impl<'a> Heads<'a> {
    fn find(style: Style, lines: &[Line<'a>], zone: &TimeZone) -> Self {
        let mut heads = Self::default();
        let mut day = None;
        let mut before = "";
        for (place, line) in lines.iter().enumerate() {
            let next = lines.get(place + 1);
            let is_first = core::mem::replace(&mut before, line.text).is_empty();
            match style {
                Style::NameInBrackets => heads.name_in_brackets(line, zone),
                Style::NameAndDash => heads.name_and_dash(line, zone),
                Style::DateAndName => heads.date_and_name(line, zone),
                Style::ClockAndName => heads.clock_and_name(line, &mut day, zone),
                Style::OwnLines if is_first => heads.own_lines(line, next, zone),
                Style::OwnLines => None,
            };
        }
        heads
    }

    fn push(&mut self, line: &Line<'a>, words: usize, name: &'a str, when: When) {
        self.list.push(Head { start: line.start, words, line: line.number, name, when });
    }

    fn date(&mut self, date: Written) -> When {
        self.dates.push(Some(date));
        When::Date(self.dates.len() - 1)
    }

    fn name_in_brackets(&mut self, line: &Line<'a>, zone: &TimeZone) -> Option<()> {
        let (name, date) = short(line.text)?.trim_end_matches(':').strip_suffix(']')?.rsplit_once(", [")?;
        let date = timed(date, zone)?;
        let when = self.date(date);
        self.push(line, line.end, name_of(name)?, when);
        Some(())
    }

    fn name_and_dash(&mut self, line: &Line<'a>, zone: &TimeZone) -> Option<()> {
        let (name, date) = short(line.text)?.split_once(" — ").or_else(|| line.text.split_once(" – "))?;
        let name = name_of(name)?;
        let when = match timed(date, zone) {
            Some(date) => self.date(date),
            None => today(date)?,
        };
        self.push(line, line.end, name, when);
        Some(())
    }

    fn date_and_name(&mut self, line: &Line<'a>, zone: &TimeZone) -> Option<()> {
        let (date, name, words) = beginnings(line.text).find_map(|(date, rest)| {
            let (name, words) = name_and_words(rest)?;
            Some((timed(date, zone)?, name, words))
        })?;
        let when = self.date(date);
        self.push(line, line.at(words), name, when);
        Some(())
    }

    fn clock_and_name(&mut self, line: &Line<'a>, day: &mut Option<usize>, zone: &TimeZone) -> Option<()> {
        let alone = short(line.text).map(|text| text.trim_matches(['-', '—', '–', '=', '*', '[', ']', ' ']));
        if let Some(date) = alone.and_then(|text| dates::parse(text, zone)).filter(|date| !date.has_time()) {
            self.dates.push(Some(date));
            self.days.push(DayLine { bytes: line.start..line.end, number: line.number });
            *day = Some(self.dates.len() - 1);
            return Some(());
        }
        let ((time, precision), name, words) = beginnings(line.text).find_map(|(clock, rest)| {
            let (name, words) = name_and_words(rest)?;
            Some((dates::clock(clock)?, name, words))
        })?;
        self.push(line, line.at(words), name, When::Clock(*day, time, precision));
        Some(())
    }

    fn own_lines(&mut self, line: &Line<'a>, next: Option<&Line<'a>>, zone: &TimeZone) -> Option<()> {
        // `Jan 22, 2024 3:05:11 PM (Read by you after 5 minutes)`
        let date = short(line.text)?;
        let date = date.split_once(" (").map_or(date, |(date, _)| date);
        let date = timed(date, zone)?;
        let next = next?;
        let name = name_of(next.text)?;
        let when = self.date(date);
        self.push(line, next.end, name, when);
        Some(())
    }

    /// Whether the names are those of a chat: not a new one on every line, and one comes again or is the person's own word for
    /// themselves, or else `Prima chiamata – 22/01/2024 15:05` of a diary would be a name.
    fn are_of_few(&self, style: Style) -> bool {
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for head in &self.list {
            *names.entry(head.name).or_default() += 1;
        }
        let is_sure = style == Style::NameInBrackets
            || names.values().any(|count| *count > 1)
            || names.keys().any(|name| is_self(name));
        is_sure && (names.len() <= 2 || names.len() * 2 <= self.list.len())
    }

    /// The lines with a day inside a range of the text.
    fn days_in(&self, range: &Range<usize>) -> &[DayLine] {
        let first = self.days.partition_point(|day| day.bytes.start < range.start);
        let count = self.days.iter().skip(first).take_while(|day| day.bytes.start < range.end).count();
        self.days.get(first..first + count).unwrap_or_default()
    }

    /// What stands below lines with a day and above the next head: words of nobody.
    fn words_of_nobody(&self, document: &Document<'_>, text: &str, range: &Range<usize>) -> Vec<Message> {
        let days = self.days_in(range);
        let ends = days.iter().skip(1).map(|day| day.bytes.start).chain([range.end]);
        let below = days.iter().zip(ends).map(|(day, end)| (day.bytes.end..end, day.number));
        below.flat_map(|(range, above)| paragraphs(document, text, range, above)).collect()
    }

    fn extract(self, document: &Document<'_>, style: Style, text: &str) -> Extract {
        let zone = &document.options.zone;
        let (times, date_order) = dates::solve(&self.dates, document.options.date_order, zone);
        let order = date_order.as_ref().map_or(DateOrder::DayMonthYear, |finding| finding.order);
        let day = |place: usize| self.dates.get(place).copied().flatten().and_then(|day| dates::date_of(&day, order));
        let time = |when: When| -> Option<ConversationTime> {
            match when {
                When::Date(place) => times.get(place).copied().flatten(),
                When::Clock(place, time, precision) => place.and_then(day).map(|day| on(day, time, precision)),
                When::Unknown => None,
            }
        };
        let mut people = Roster::default();
        let before = 0..self.list.first().map_or(text.len(), |head| head.start);
        let first_day = self.days_in(&before).first().map_or(before.end, |day| day.bytes.start);
        let mut messages = paragraphs(document, text, 0..first_day, 0);
        messages.extend(self.words_of_nobody(document, text, &before));
        for (at, head) in self.list.iter().enumerate() {
            let below = head.words..self.list.get(at + 1).map_or(text.len(), |next| next.start);
            let end = self.days_in(&below).first().map_or(below.end, |day| day.bytes.start);
            let words = text.get(head.words..end).unwrap_or_default().trim_end();
            let mut place = location(document, head.start, head.words + words.len());
            place.line = Some(head.line);
            let mut message = Message::new(place, words.trim_start().to_owned());
            message.sender = Some(people.of(head.name, None));
            message.time = time(head.when);
            messages.push(message);
            messages.extend(self.words_of_nobody(document, text, &below));
        }
        let me = people.participants.iter().find(|person| is_self(&person.name)).map(|person| person.name.clone());
        let conversation = Conversation {
            id: document.stem(),
            platform: style.platform(),
            kind: if people.participants.len() > 2 { ConversationKind::Group } else { ConversationKind::Direct },
            title: None,
            owner: me.and_then(|me| people.named(&me)).map(|me| owner(me, "sent_by_me")),
            participants: people.participants,
            messages,
        };
        let mut extract = Extract::new("copied_chat", vec![conversation]);
        extract.findings.extend(order_assumed(document, date_order.as_ref()));
        extract.date_order = date_order;
        extract.gaps.extend(document.mark());
        extract
    }
}

/// Words without a sender in a range of the text; `above` counts the lines before it.
fn paragraphs(document: &Document<'_>, text: &str, range: Range<usize>, above: u32) -> Vec<Message> {
    let pieces = plain::paragraphs(text.get(range.clone()).unwrap_or_default()).into_iter();
    let message = |piece: plain::Piece| {
        let (start, end) = (range.start + piece.start, range.start + piece.end);
        let mut place = location(document, start, end);
        place.line = Some(above + piece.line);
        Message::new(place, text.get(start..end).unwrap_or_default().trim_end().to_owned())
    };
    pieces.map(message).collect()
}

fn on(day: Date, time: Time, precision: TimePrecision) -> ConversationTime {
    clock(DateTime::from_parts(day, time), precision)
}

fn short(text: &str) -> Option<&str> {
    (!text.is_empty() && text.len() <= LONGEST).then_some(text)
}

/// A date that says a time of day too.
fn timed(text: &str, zone: &TimeZone) -> Option<Written> {
    dates::parse(text, zone).filter(Written::has_time)
}

/// `Today at 3:05 PM`, `Ieri alle 15:05`, `15:05`: a time of a day that is named by where it stands to the day of copying.
fn today(text: &str) -> Option<When> {
    /// In the languages of Discord that people copy from.
    const DAYS: &[&str] = &[
        "today",
        "yesterday",
        "oggi",
        "ieri",
        "aujourd'hui",
        "aujourd’hui",
        "hier",
        "heute",
        "gestern",
        "hoy",
        "ayer",
        "hoje",
        "ontem",
        "vandaag",
        "gisteren",
        "dzisiaj",
        "wczoraj",
        "azi",
        "astăzi",
    ];
    let digit = text.find(|character: char| character.is_ascii_digit())?;
    let (words, time) = text.split_at_checked(digit)?;
    let named = words.split_whitespace().next().map(|word| word.trim_matches(',').to_lowercase());
    let is_short = words.split_whitespace().count() <= 4;
    (is_short && named.is_none_or(|word| DAYS.contains(&word.as_str()))).then_some(())?;
    dates::clock(time)?;
    Some(When::Unknown)
}

/// A line's possible dates and what follows each, the longest first. Only lines that begin with a number have any.
fn beginnings(line: &str) -> impl Iterator<Item = (&str, &str)> {
    /// No date in numbers is longer.
    const REACH: usize = 40;
    let inner = line.strip_prefix(['[', '(']).unwrap_or(line);
    let begins = inner.starts_with(|character: char| character.is_ascii_digit());
    let head = if begins { inner.get(..inner.floor_char_boundary(REACH)).unwrap_or_default() } else { "" };
    let ends = head.char_indices().filter(|(_, sign)| !sign.is_alphanumeric() && *sign != '.').map(|(at, _)| at);
    let ends: Vec<usize> = ends.filter(|at| *at >= 4).collect();
    ends.into_iter().rev().filter_map(move |end| inner.split_at_checked(end))
}

/// `] Anna: ciao`, ` - Anna: ciao`, ` <Anna> ciao`, `\tAnna\tciao`, ` | Anna | ciao`.
fn name_and_words(rest: &str) -> Option<(&str, &str)> {
    let rest = rest.trim_start_matches([']', ')', ',', ';', '-', '–', '—', '|', ' ', '\t', '\u{A0}']);
    if let Some((name, words)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
        return Some((name_of(name)?, words));
    }
    if let Some((name, words)) = rest.split_once(['\t', '|'])
        && let Some(name) = name_of(name)
    {
        return Some((name, words));
    }
    let (name, words) = rest.split_once(':')?;
    let name = name_of(name)?;
    (words.is_empty() || words.starts_with([' ', '\t', '\u{A0}'])).then_some((name, words))
}

/// A name: short, with letters, a number or a handle; a sentence is none.
fn name_of(text: &str) -> Option<&str> {
    const MOST: usize = 40;
    let name = text.trim().trim_matches(['*', '_', '~']);
    let fits = !name.is_empty()
        && name.chars().count() <= MOST
        && name.split_whitespace().count() <= 4
        && !name.contains(['?', '!', ':', ';', '"', '«', '€', '$'])
        && name.chars().any(char::is_alphanumeric);
    fits.then_some(name)
}
