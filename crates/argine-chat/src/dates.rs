//! Dates as apps and spreadsheets write them, in six languages: what they say for certain, and which number is the day where
//! they leave a choice.

use argine_model::{ConversationTime, DateOrder, DateOrderFinding, TimeBasis, TimePrecision};
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::calendar;
use crate::entry::epoch;

/// A date as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Written {
    /// An instant, or a civil time with its offset.
    Known(ConversationTime),
    /// Three numbers of which the first or the second is the day.
    Numbers {
        first: u16,
        second: u16,
        year: i16,
        weekday: Option<Weekday>,
        time: Option<(Time, TimePrecision)>,
        /// Whether it says UTC.
        is_utc: bool,
        separator: u8,
        american_clock: bool,
    },
    /// A date that leaves no choice.
    Day { date: Date, time: Option<(Time, TimePrecision)>, is_utc: bool },
}

/// Reads a date that takes up the whole text.
pub(crate) fn parse(text: &str, zone: &TimeZone) -> Option<Written> {
    /// No date is longer in any language.
    const LONGEST: usize = 80;
    let text = text.trim();
    if text.len() < 6 || text.len() > LONGEST || !text.contains(|character: char| character.is_ascii_digit()) {
        return None;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        let whole = text.split('.').next().unwrap_or(text);
        if whole.len() >= 10 {
            let (instant, precision) = epoch(whole.parse().ok()?)?;
            return Some(Written::Known(crate::entry::at(instant, precision, zone)));
        }
    }
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(Written::Known(offset(text, instant, zone)));
    }
    if let Ok(zoned) = jiff::fmt::rfc2822::parse(text) {
        return Some(Written::Known(of_zoned(&zoned)));
    }
    spelled(text)
}

/// Reads a time of day that takes up the whole text.
pub(crate) fn clock(text: &str) -> Option<(Time, TimePrecision)> {
    let parts = parts(text)?;
    let is_alone = parts.numbers.is_empty() && parts.month.is_none() && parts.weekday.is_none();
    parts.clock().filter(|_| is_alone)
}

impl Written {
    /// Whether a time of day was written.
    pub(crate) const fn has_time(&self) -> bool {
        match self {
            Self::Known(_) => true,
            Self::Numbers { time, .. } | Self::Day { time, .. } => time.is_some(),
        }
    }
}

fn offset(text: &str, instant: Timestamp, zone: &TimeZone) -> ConversationTime {
    let precision = if text.contains('.') { TimePrecision::Millisecond } else { TimePrecision::Second };
    crate::entry::at(instant, precision, zone)
}

fn of_zoned(zoned: &Zoned) -> ConversationTime {
    ConversationTime {
        civil: zoned.datetime(),
        precision: TimePrecision::Second,
        basis: TimeBasis::Offset,
        instant: Some(zoned.timestamp()),
    }
}

/// Words that may stand inside a date.
const CONNECTORS: &[&str] = &[
    "at", "alle", "ore", "à", "a", "um", "uhr", "às", "las", "de", "del", "le", "of", "h", "the", "st", "nd", "rd",
    "th", "o", "feira",
];

enum Token<'a> {
    Number(u16, usize),
    Word(&'a str),
    Mark(char),
}

fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = |test: fn(char) -> bool| rest.find(|character| !test(character)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let length = taken(|character| character.is_ascii_digit());
            let digits = rest.get(..length)?;
            // Fractions of a second are longer than any number of a date, and say no more than the second.
            if length > 4 {
                if !matches!(tokens.last(), Some(Token::Mark('.'))) {
                    return None;
                }
            } else {
                tokens.push(Token::Number(digits.parse().ok()?, length));
            }
            length
        } else if first.is_alphabetic() {
            let length = taken(char::is_alphabetic);
            tokens.push(Token::Word(rest.get(..length)?));
            length
        } else {
            if !first.is_whitespace() && !matches!(first, '\u{200E}' | '\u{200F}' | '(' | ')') {
                tokens.push(Token::Mark(first));
            }
            first.len_utf8()
        };
        rest = rest.get(length..)?;
    }
    Some(tokens)
}

#[derive(Default)]
struct Parts {
    /// Value and digits, in order.
    numbers: Vec<(u16, usize)>,
    month: Option<i8>,
    /// Whether the month's name stands before any number.
    weekday: Option<Weekday>,
    clock: Vec<u16>,
    afternoon: Option<bool>,
    american_clock: bool,
    is_utc: bool,
    separator: u8,
}

fn spelled(text: &str) -> Option<Written> {
    parts(text)?.finish()
}

fn parts(text: &str) -> Option<Parts> {
    let tokens = tokens(text)?;
    let mut parts = Parts::default();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        match token {
            Token::Number(value, digits) => {
                let follows = |mark: char| matches!(tokens.get(place + 1), Some(Token::Mark(found)) if *found == mark);
                let hour_word = matches!(tokens.get(place + 1), Some(Token::Word("h")));
                if parts.clock.is_empty() && (follows(':') || hour_word) && *digits <= 2 {
                    parts.clock.push(*value);
                    place += 2;
                    while let Some(Token::Number(next, 2)) = tokens.get(place) {
                        parts.clock.push(*next);
                        place += 1;
                        if parts.clock.len() < 3 && matches!(tokens.get(place), Some(Token::Mark(':'))) {
                            place += 1;
                        } else {
                            break;
                        }
                    }
                    // Fractions.
                    if parts.clock.len() == 3 && matches!(tokens.get(place), Some(Token::Mark('.'))) {
                        place += 1;
                        place += usize::from(matches!(tokens.get(place), Some(Token::Number(..))));
                    }
                    continue;
                }
                parts.numbers.push((*value, *digits));
            }
            Token::Word(word) => parts.word(word)?,
            Token::Mark(mark @ ('/' | '-' | '.')) if parts.numbers.len() == 1 => parts.separator = *mark as u8,
            Token::Mark('/' | '-' | '.' | ',' | '年' | '月' | '日' | '[' | ']' | 'º' | '–') => {}
            Token::Mark(_) => return None,
        }
        place += 1;
    }
    Some(parts)
}

impl Parts {
    fn word(&mut self, word: &str) -> Option<()> {
        let word = word.to_lowercase();
        let begins = |start: &str| word.starts_with(start);
        match word.as_str() {
            "am" | "pm" => {
                self.afternoon = Some(word == "pm");
                self.american_clock = true;
                return Some(());
            }
            "p" | "m" => {
                // `p. m.`
                self.afternoon = self.afternoon.or(Some(word == "p"));
                return Some(());
            }
            "utc" | "gmt" | "z" => {
                self.is_utc = true;
                return Some(());
            }
            "t" => return Some(()),
            _ => {}
        }
        if word == "a" && !self.clock.is_empty() {
            self.afternoon = Some(false);
            return Some(());
        }
        if CONNECTORS.contains(&word.as_str()) {
            return Some(());
        }
        match (calendar::month(&word), calendar::weekday(&word)) {
            (Some(month), None) => self.month = self.month.or(Some(month)),
            (None, Some(weekday)) => self.weekday = self.weekday.or(Some(weekday)),
            (Some(month), Some(weekday)) => {
                // `mar` is Tuesday or March: a day of the week stands first.
                if self.numbers.is_empty()
                    && self.weekday.is_none()
                    && !begins("march")
                    && !begins("marzo")
                    && !begins("mars")
                {
                    self.weekday = Some(weekday);
                } else {
                    self.month = self.month.or(Some(month));
                }
            }
            (None, None) => return None,
        }
        Some(())
    }

    fn clock(&self) -> Option<(Time, TimePrecision)> {
        let (hour, minute, second) = match self.clock.as_slice() {
            [hour, minute] => (*hour, *minute, None),
            [hour, minute, second] => (*hour, *minute, Some(*second)),
            _ => return None,
        };
        let hour = match self.afternoon {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        let small = |value: u16| i8::try_from(value).ok();
        let time = Time::new(small(hour)?, small(minute)?, small(second.unwrap_or(0).min(59))?, 0).ok()?;
        let precision = if second.is_some() { TimePrecision::Second } else { TimePrecision::Minute };
        Some((time, precision))
    }

    fn finish(self) -> Option<Written> {
        let time = self.clock();
        // Numbers that look like a time of day and are none: this is no date.
        if time.is_none() && !self.clock.is_empty() {
            return None;
        }
        let is_utc = self.is_utc;
        let day = |year: i16, month: i8, day: u16| {
            let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
            Some(Written::Day { date, time, is_utc })
        };
        match (self.month, self.numbers.as_slice()) {
            (Some(month), [(first, digits), (second, other)]) => match (digits, other) {
                (4, _) => day(year(*first, 4)?, month, *second),
                (_, other) => day(year(*second, *other)?, month, *first),
            },
            (None, [(first, 4), (month, _), (third, _)]) => day(year(*first, 4)?, i8::try_from(*month).ok()?, *third),
            (None, [(first, 1 | 2), (second, 1 | 2), (third, digits)]) => {
                let (first, second) = (*first, *second);
                if first == 0 || second == 0 || first.min(second) > 12 || first.max(second) > 31 || self.separator == 0
                {
                    return None;
                }
                Some(Written::Numbers {
                    first,
                    second,
                    year: year(*third, *digits)?,
                    weekday: self.weekday,
                    time,
                    is_utc,
                    separator: self.separator,
                    american_clock: self.american_clock,
                })
            }
            _ => None,
        }
    }
}

/// Two digits are of this century; other years are none that a message was written in.
fn year(value: u16, digits: usize) -> Option<i16> {
    let value = i16::try_from(value).ok()?;
    match digits {
        2 => Some(2000 + value),
        4 if (1990..=2100).contains(&value) => Some(value),
        _ => None,
    }
}

/// The times of dates in the order written, and the order of their numbers where they leave a choice.
pub(crate) fn solve(
    written: &[Option<Written>],
    given: Option<DateOrder>,
    zone: &TimeZone,
) -> (Vec<Option<ConversationTime>>, Option<DateOrderFinding>) {
    let finding = order(written, given);
    let order = finding.as_ref().map_or(DateOrder::DayMonthYear, |finding| finding.order);
    (written.iter().map(|written| time(written.as_ref()?, order, zone)).collect(), finding)
}

fn time(written: &Written, order: DateOrder, zone: &TimeZone) -> Option<ConversationTime> {
    let (date, time, is_utc) = match written {
        Written::Known(time) => return Some(*time),
        Written::Day { date, time, is_utc } => (*date, (*time)?, *is_utc),
        Written::Numbers { time, is_utc, .. } => (date_of(written, order)?, (*time)?, *is_utc),
    };
    let civil = DateTime::from_parts(date, time.0);
    if is_utc {
        let instant = TimeZone::UTC.to_timestamp(civil).ok()?;
        return Some(crate::entry::at(instant, time.1, zone));
    }
    Some(crate::entry::clock(civil, time.1))
}

/// The day, in this order; in the other one where this one gives none.
pub(crate) fn date_of(written: &Written, order: DateOrder) -> Option<Date> {
    let Written::Numbers { first, second, year, .. } = written else {
        return match written {
            Written::Day { date, .. } => Some(*date),
            _ => None,
        };
    };
    let make = |day: u16, month: u16| Date::new(*year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    match order {
        DateOrder::MonthDayYear => make(*second, *first).or_else(|| make(*first, *second)),
        _ => make(*first, *second).or_else(|| make(*second, *first)),
    }
}

fn order(written: &[Option<Written>], given: Option<DateOrder>) -> Option<DateOrderFinding> {
    use DateOrder::{DayMonthYear, MonthDayYear};
    let open = || written.iter().flatten().filter(|written| matches!(written, Written::Numbers { .. }));
    let decided =
        |order, evidence: &str, certain| Some(DateOrderFinding { order, evidence: vec![evidence.to_owned()], certain });
    open().next()?;
    let (mut day_first, mut month_first, mut weekday_day, mut weekday_month) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut dots, mut american) = (false, false);
    for one in open() {
        let Written::Numbers { first, second, weekday, separator, american_clock, .. } = one else { continue };
        day_first += usize::from(*first > 12);
        month_first += usize::from(*second > 12);
        dots |= *separator == b'.';
        american |= *american_clock && *separator == b'/';
        if let Some(weekday) = weekday.filter(|_| first.max(second) <= &12 && first != second) {
            let fits = |order| date_of(one, order).is_some_and(|date| date.weekday() == weekday);
            weekday_day += usize::from(fits(DayMonthYear));
            weekday_month += usize::from(fits(MonthDayYear));
        }
    }
    match (day_first, month_first) {
        (1.., 0) => return decided(DayMonthYear, "component_over_12", true),
        (0, 1..) => return decided(MonthDayYear, "component_over_12", true),
        (1.., 1..) => {
            let order = if day_first >= month_first { DayMonthYear } else { MonthDayYear };
            return decided(order, "component_over_12", false);
        }
        (0, 0) => {}
    }
    // The calendar itself: a written day of the week that only one order fits.
    match (weekday_day, weekday_month) {
        (1.., 0) => return decided(DayMonthYear, "chronology", true),
        (0, 1..) => return decided(MonthDayYear, "chronology", true),
        _ => {}
    }
    let (day, month) = (turns(written, DayMonthYear), turns(written, MonthDayYear));
    if day == 0 && month > 0 {
        return decided(DayMonthYear, "chronology", true);
    }
    if month == 0 && day > 0 {
        return decided(MonthDayYear, "chronology", true);
    }
    if let Some(given) = given.filter(|given| *given != DateOrder::YearMonthDay) {
        return decided(given, "given", true);
    }
    if dots {
        return decided(DayMonthYear, "language", true);
    }
    if american {
        return decided(MonthDayYear, "clock_style", true);
    }
    decided(DayMonthYear, "assumed", false)
}

/// How often time runs against the direction of the list, in this order.
fn turns(written: &[Option<Written>], order: DateOrder) -> usize {
    let days: Vec<Date> = written.iter().flatten().filter_map(|one| date_of(one, order)).collect();
    let pairs = || days.iter().zip(days.iter().skip(1));
    let back = pairs().filter(|(one, next)| next < one).count();
    let forth = pairs().filter(|(one, next)| next > one).count();
    back.min(forth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_six_languages() {
        for (text, shown) in [
            ("2024-11-21 14:35", "2024-11-21T14:35:00"),
            ("2024-11-21T14:35:07", "2024-11-21T14:35:07"),
            ("21/11/2024 14:35", "2024-11-21T14:35:00"),
            ("21.11.24, 14:35:07", "2024-11-21T14:35:07"),
            ("11/21/2024, 2:35 PM", "2024-11-21T14:35:00"),
            ("21 novembre 2024 alle 14:35", "2024-11-21T14:35:00"),
            ("Thursday, November 21, 2024 at 2:35:07 PM", "2024-11-21T14:35:07"),
            ("jeudi 21 novembre 2024 à 14h35", "2024-11-21T14:35:00"),
            ("21 de diciembre de 2024 2:35 p. m.", "2024-12-21T14:35:00"),
            ("21. Dezember 2024, 14:35 Uhr", "2024-12-21T14:35:00"),
            ("mar 5 mar 2024 09:10", "2024-03-05T09:10:00"),
            ("Thu, 21 Nov 2024 14:35:07 GMT", "2024-11-21T14:35:07"),
            ("2024-11-21 14:35:07 UTC", "2024-11-21T14:35:07"),
            ("1732199707", "2024-11-21T14:35:07"),
            ("1732199707000", "2024-11-21T14:35:07"),
        ] {
            let written = parse(text, &TimeZone::UTC);
            let (times, _) = solve(&[written], None, &TimeZone::UTC);
            let civil = times.first().copied().flatten().map(|time| time.civil.to_string());
            assert_eq!(civil.as_deref(), Some(shown), "{text}");
        }
        for text in
            ["ciao", "ci vediamo il 21/11 alle 14:35", "+39 333 1234567", "12345678", "10", "192.168.1.12", "3.5.2"]
        {
            assert_eq!(parse(text, &TimeZone::UTC), None, "{text}");
        }
    }

    #[test]
    fn what_decides_the_order() {
        use DateOrder::{DayMonthYear, MonthDayYear};
        for (texts, order, evidence, certain) in [
            (&["03/04/2024 10:00", "13/04/2024 10:00"][..], DayMonthYear, "component_over_12", true),
            (&["03/04/2024 10:00", "03/14/2024 10:00"], MonthDayYear, "component_over_12", true),
            (&["03/11/2024 10:00", "03/12/2024 10:00", "04/01/2024 10:00"], MonthDayYear, "chronology", true),
            (&["Thu, 03/04/2025 10:00"], DayMonthYear, "chronology", true),
            (&["03/04/2024 10:00"], DayMonthYear, "assumed", false),
            (&["03.04.2024 10:00"], DayMonthYear, "language", true),
        ] {
            let written: Vec<_> = texts.iter().map(|text| parse(text, &TimeZone::UTC)).collect();
            let (_, finding) = solve(&written, None, &TimeZone::UTC);
            let finding = finding.expect("there is a choice");
            assert_eq!(
                (finding.order, finding.evidence[0].as_str(), finding.certain),
                (order, evidence, certain),
                "{texts:?}"
            );
        }
    }
}
