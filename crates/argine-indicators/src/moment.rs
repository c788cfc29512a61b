//! Calendar days and lengths of time, whatever they are for: "il 12 marzo 2025", "2025-03-12", "March 3rd", "3h", "due settimane".
//!
//! Limits that somebody sets are read in `deadline.rs`, from words that grant or limit time.

use jiff::civil;

use crate::context::Cue;
use crate::deadline;
use crate::find::Lens;
use crate::numeral::{Lone, number_at};
use crate::text::{Lower, at, before, is_word, slice, word_at};

/// A day; the span is bytes of the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// None where the text leaves the year out.
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    pub(crate) day: i8,
    /// Day and month could be the other way round, as Americans write.
    pub(crate) either_order: bool,
}

impl Day {
    /// The day it means in a message of `written`: without a year, the one nearest to it.
    pub(crate) fn resolve(self, written: Option<civil::Date>) -> Option<civil::Date> {
        if let Some(year) = self.year {
            return civil::Date::new(year, self.month, self.day).ok();
        }
        let written = written?;
        let candidates = (-1..=1).filter_map(|step| {
            let date = civil::Date::new(written.year().checked_add(step)?, self.month, self.day).ok()?;
            Some((written.until(date).ok()?.get_days().abs(), date))
        });
        candidates.min().map(|(_, date)| date)
    }
}

/// A length of time; the span is bytes of the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) seconds: i64,
}

/// Days, in order.
pub(crate) fn days(lens: &Lens<'_>) -> Vec<Day> {
    let bytes = lens.bytes();
    let mut days: Vec<Day> = Vec::new();
    let mut index = 0;
    for run in lens.context.runs().iter().filter(|run| run.is_number() && run.end - run.start <= 4) {
        if run.start >= index
            && let Some(day) = numeric(bytes, run.start)
        {
            index = day.end;
            days.push(day);
        }
    }
    for hit in lens.context.hits() {
        if let Cue::Month(month) = hit.cue
            && let Some(day) = with_month(bytes, month, hit.start, hit.end)
        {
            days.push(day);
        }
    }
    days.retain(|day| !lens.overlaps_taken(day.start, day.end));
    days.sort_by_key(|day| (day.start, usize::MAX - day.end));
    days.dedup_by(|later, earlier| later.start < earlier.end);
    days
}

/// Digits at `index`: their value, how many, where they end.
fn digits(bytes: &[u8], index: usize) -> (u32, usize, usize) {
    let mut end = index;
    let mut value = 0_u32;
    while at(bytes, end).is_ascii_digit() && end - index < 5 {
        value = value * 10 + u32::from(at(bytes, end) - b'0');
        end += 1;
    }
    (value, end - index, end)
}

/// "12/03/2025", "12-03-25", "12.03.2025", "2025-03-12".
fn numeric(bytes: &[u8], start: usize) -> Option<Day> {
    let (first, first_length, first_end) = digits(bytes, start);
    let sign = at(bytes, first_end);
    if !matches!(sign, b'/' | b'-' | b'.') || before(bytes, start) == sign {
        return None;
    }
    let (second, second_length, second_end) = digits(bytes, first_end + 1);
    if !(1..=2).contains(&second_length) {
        return None;
    }
    let third = if at(bytes, second_end) == sign { digits(bytes, second_end + 1) } else { (0, 0, second_end) };
    let (year, day, month, end) = match (first_length, third) {
        (4, (third, 1..=2, end)) => (Some(first), third, second, end),
        (1 | 2, (third, 4, end)) => (Some(third), first, second, end),
        (1 | 2, (third, 2, end)) => (Some(third + if third < 70 { 2_000 } else { 1_900 }), first, second, end),
        // "12/03" alone; with other signs it is a price, a score, a range.
        (1 | 2, (_, 0, end)) if sign == b'/' && at(bytes, end) != b'/' => (None, first, second, end),
        _ => return None,
    };
    if is_word(at(bytes, end)) || matches!(at(bytes, end), b'/' | b'-') && at(bytes, end + 1).is_ascii_digit() {
        return None;
    }
    let sound = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let (day, month, either_order) = if sound(day, month) {
        (day, month, first_length < 4 && day <= 12 && day != month)
    } else if first_length < 4 && sound(month, day) {
        (month, day, false)
    } else {
        return None;
    };
    made(start, end, year, month, day, either_order)
}

fn made(start: usize, end: usize, year: Option<u32>, month: u32, day: u32, either_order: bool) -> Option<Day> {
    let year = match year {
        Some(year) => Some(i16::try_from(year).ok().filter(|year| (1_000..=2_999).contains(year))?),
        None => None,
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    // A leap year where none is said, so that 29 February stands.
    civil::Date::new(year.unwrap_or(2_024), month, day).ok()?;
    Some(Day { start, end, year, month, day, either_order })
}

/// A day around the name of a month: "12 marzo 2025", "March 3rd, 2025", "le 1er mai", "3 de mayo del 2025", "ott/2".
fn with_month(bytes: &[u8], month: i8, from: usize, to: usize) -> Option<Day> {
    let month = u32::try_from(month).ok()?;
    if let Some((day, start)) = day_before(bytes, from) {
        let (year, end) = year_after(bytes, to).map_or((None, to), |(year, end)| (Some(year), end));
        return made(start, end, year, month, day, false);
    }
    let mut index = to;
    while matches!(at(bytes, index), b' ' | b'.' | b'/' | b'-') && index - to < 2 {
        index += 1;
    }
    let (word, word_end) = word_at(bytes, index);
    if word.text() == "the" {
        index = word_end + 1;
    }
    let (day, length, mut end) = digits(bytes, index);
    if !(1..=2).contains(&length) || index == to {
        return None;
    }
    end = ordinal_end(bytes, end);
    if is_word(at(bytes, end)) || at(bytes, end) == b':' || at(bytes, end) == b'/' && at(bytes, end + 1) == b'/' {
        return None;
    }
    let (year, end) = year_after(bytes, end).map_or((None, end), |(year, end)| (Some(year), end));
    made(from, end, year, month, day, false)
}

/// "3rd", "1er", "2nd", "4th", "1o".
fn ordinal_end(bytes: &[u8], index: usize) -> usize {
    let (word, end) = word_at(bytes, index);
    if matches!(word.text(), "st" | "nd" | "rd" | "th" | "er" | "ere" | "e" | "o" | "a") { end } else { index }
}

/// The day number that ends just before a month at `from`, over "di", "of", "de", a sign; and where it begins.
fn day_before(bytes: &[u8], from: usize) -> Option<(u32, usize)> {
    let mut end = from;
    let skip = |mut end: usize| {
        let stop = end;
        while matches!(before(bytes, end), b' ' | b'-' | b'/' | b'.' | b'\'') && stop - end < 2 {
            end -= 1;
        }
        end
    };
    end = skip(end);
    for joint in [" di", " de", " d", " of", " du", " von"] {
        let place = end.saturating_sub(joint.len());
        if end >= joint.len() && slice(bytes, place, end).eq_ignore_ascii_case(joint.as_bytes()) {
            end = skip(place);
            break;
        }
    }
    let stop = end;
    for suffix in ["st", "nd", "rd", "th", "er", "e", "o"] {
        let place = end.saturating_sub(suffix.len());
        if end > suffix.len()
            && slice(bytes, place, end).eq_ignore_ascii_case(suffix.as_bytes())
            && before(bytes, place).is_ascii_digit()
        {
            end = place;
            break;
        }
    }
    let mut start = end;
    while before(bytes, start).is_ascii_digit() && end - start < 3 {
        start -= 1;
    }
    if start == end {
        return day_in_words(bytes, stop);
    }
    let previous = before(bytes, start);
    let (day, length, _) = digits(bytes, start);
    let glued = is_word(previous) || matches!(previous, b'.' | b',' | b':' | b'/' | b'$');
    (length <= 2 && !glued && (1..=31).contains(&day)).then_some((day, start))
}

/// "primo", "first", "dos": the word that ends at `end`.
fn day_in_words(bytes: &[u8], end: usize) -> Option<(u32, usize)> {
    let mut start = end;
    while before(bytes, start).is_ascii_alphabetic() && end - start < 16 {
        start -= 1;
    }
    let word = Lower::new(slice(bytes, start, end));
    if matches!(word.text(), "primo" | "first" | "premier" | "primero") {
        return Some((1, start));
    }
    let (value, number_end) = number_at(bytes, start, Lone::Thousands)?;
    let day = (1..=31_u32).find(|day| (f64::from(*day) - value).abs() < 0.5)?;
    (number_end == end && !matches!(word.text(), "un" | "una" | "a" | "an" | "une" | "e")).then_some((day, start))
}

/// " 2025", ", 2025", " del 2025", " '25" behind a date.
fn year_after(bytes: &[u8], from: usize) -> Option<(u32, usize)> {
    let mut index = from;
    while matches!(at(bytes, index), b' ' | b',' | b'.' | b'/' | b'-') && index - from < 3 {
        index += 1;
    }
    let (word, end) = word_at(bytes, index);
    if matches!(word.text(), "del" | "de" | "of" | "in") && at(bytes, end) == b' ' {
        index = end + 1;
    }
    let (year, length, end) = digits(bytes, index);
    let plain = !is_word(at(bytes, end)) && !(matches!(at(bytes, end), b':') && at(bytes, end + 1).is_ascii_digit());
    (index > from && length == 4 && (1_900..=2_100).contains(&year) && plain).then_some((year, end))
}

/// How far before its unit a length may begin.
const REACH: usize = 44;

/// Lengths, in order.
pub(crate) fn lengths(lens: &Lens<'_>) -> Vec<Length> {
    let bytes = lens.bytes();
    let mut lengths: Vec<Length> = Vec::new();
    let add = |lengths: &mut Vec<Length>, start: usize, end: usize, seconds: i64| {
        let known = lengths.last().is_some_and(|last| start < last.end);
        if !known && seconds > 0 && !lens.overlaps_taken(start, end) {
            lengths.push(Length { start, end, seconds });
        }
    };
    let glued = lens.context.runs().iter().filter(|run| run.has_digit() && !run.is_number());
    let mut glued = glued.filter(|run| at(bytes, run.start).is_ascii_digit()).peekable();
    for hit in lens.context.hits().iter().filter(|hit| hit.cue == Cue::Unit) {
        while let Some(run) = glued.next_if(|run| run.end <= hit.start) {
            if let Some((seconds, end)) = length_at(bytes, run.start) {
                add(&mut lengths, run.start, end, seconds);
            }
        }
        let floor = lengths.last().map_or(0, |last| last.end).max(hit.start.saturating_sub(REACH));
        let mut start = floor;
        while start < hit.end {
            let opens = is_word(at(bytes, start)) && !is_word(before(bytes, start)) && before(bytes, start) != b'.';
            if opens
                && let Some((seconds, end)) = length_at(bytes, start)
                && end >= hit.end
            {
                add(&mut lengths, start, end, seconds);
                break;
            }
            start += 1;
        }
    }
    for run in glued {
        if let Some((seconds, end)) = length_at(bytes, run.start) {
            add(&mut lengths, run.start, end, seconds);
        }
    }
    lengths
}

/// A length at `index` in any unit: seconds and end. Months count 30 days and years 365, as people do.
fn length_at(bytes: &[u8], index: usize) -> Option<(i64, usize)> {
    // "an hour" and "un'ora" are lengths, "ora" alone is "now".
    let (word, word_end) = word_at(bytes, index);
    if matches!(word.text(), "ora" | "hour" | "heure" | "hora" | "stunde" | "l" | "next" | "prossima") {
        return None;
    }
    if let Some(found) = deadline::length_at(bytes, index, true) {
        return Some(found);
    }
    let (count, mut end) = match word.text() {
        "un" | "una" | "an" | "a" | "one" | "une" | "ein" | "eine" | "uno" => (1.0, word_end),
        _ => number_at(bytes, index, Lone::Fraction)?,
    };
    while matches!(at(bytes, end), b' ' | b'\'' | b'-') {
        end += 1;
    }
    let (word, end) = word_at(bytes, end);
    let days = match word.text() {
        "mese" | "mesi" | "month" | "months" | "mois" | "mes" | "meses" | "monat" | "monate" => 30,
        "anno" | "anni" | "year" | "years" | "yr" | "yrs" | "an" | "ans" | "annee" | "annees" | "ano" | "anos"
        | "jahr" | "jahre" => 365,
        "decennio" | "decenni" | "decade" | "decades" | "decennie" | "decennies" | "decada" | "decadas" => 3_650,
        _ => return None,
    };
    let seconds = deadline::whole(count * f64::from(days * 86_400));
    (count > 0.0 && count <= 10_000.0 && !is_word(at(bytes, end))).then_some((seconds, end))
}
