//! Calendar days and lengths of time, whatever they are for: "il 12 marzo 2025", "2025-03-12", "March 3rd", "3h", "due settimane".
//!
//! Limits that somebody sets are read in `deadline.rs`, from words that grant or limit time.

use std::sync::LazyLock;

use jiff::civil;

use crate::context::Cue;
use crate::deadline;
use crate::find::Lens;
use crate::numeral::{Lone, is_numeral, number_at};
use crate::text::{Lower, Words, at, before, is_word, slice, stands_at, word_at, words};

/// A day; the span is bytes of the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Calendar {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// None where the text leaves the year out.
    pub(crate) year: Option<i16>,
    pub(crate) month: i8,
    pub(crate) day: i8,
    /// Day and month could be the other way round, as Americans write.
    pub(crate) either_order: bool,
}

impl Calendar {
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
pub(crate) fn days(lens: &Lens<'_>) -> Vec<Calendar> {
    let bytes = lens.bytes();
    let mut days: Vec<Calendar> = Vec::with_capacity(lens.context.dates().len());
    let mut index = 0;
    for start in lens.context.dates().iter().copied() {
        if start >= index
            && let Some(day) = numeric(bytes, start)
        {
            index = day.end;
            days.push(day);
        }
    }
    for (_, hit) in lens.context.of_sort(Cue::Month(0)) {
        if let Cue::Month(month) = hit.cue
            && let Some(day) = with_month(bytes, month, hit.start, hit.end)
        {
            days.push(day);
        }
    }
    // Those in digits are in order, and none overlaps another.
    let named = lens.context.has(Cue::Month(0));
    if named {
        days.sort_by_key(|day| (day.start, usize::MAX - day.end));
    }
    let mut spans = lens.taken.iter().peekable();
    days.retain(|day| {
        while spans.next_if(|span| span.1 <= day.start).is_some() {}
        spans.peek().is_none_or(|span| span.0 >= day.end)
    });
    if named {
        days.dedup_by(|later, earlier| later.start < earlier.end);
    }
    days
}

/// The day that begins at `index`, where one does.
pub(crate) fn at_index(lens: &Lens<'_>, index: usize) -> Option<Calendar> {
    let bytes = lens.bytes();
    numeric(bytes, index).or_else(|| {
        lens.context.between(index, index + 24).iter().find_map(|hit| {
            let Cue::Month(month) = hit.cue else { return None };
            with_month(bytes, month, hit.start, hit.end).filter(|day| day.start == index)
        })
    })
}

/// Digits at `index`: their value, how many, where they end.
fn digits(bytes: &[u8], index: usize) -> (u32, usize, usize) {
    let mut length = 0;
    let mut value = 0_u32;
    while length < 5 {
        let digit = at(bytes, index.wrapping_add(length)).wrapping_sub(b'0');
        if digit > 9 {
            break;
        }
        value = value.wrapping_mul(10).wrapping_add(u32::from(digit));
        length += 1;
    }
    (value, length, index + length)
}

/// "12/03/2025", "12-03-25", "12.03.2025", "2025-03-12".
fn numeric(bytes: &[u8], start: usize) -> Option<Calendar> {
    let (first, first_length, first_end) = digits(bytes, start);
    let sign = at(bytes, first_end);
    if !matches!(sign, b'/' | b'-' | b'.') || before(bytes, start) == sign && first_length < 4 {
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
        (1 | 2, (third, 2, end)) => (Some(third + if third < 40 { 2_000 } else { 1_900 }), first, second, end),
        // "12/03" alone; with other signs it is a price, a score, a range.
        (1 | 2, (_, 0, end)) if sign == b'/' && at(bytes, end) != b'/' => (None, first, second, end),
        _ => return None,
    };
    // "2025-03-12T18:30"
    let clock = at(bytes, end) == b'T' && at(bytes, end + 1).is_ascii_digit() && first_length == 4;
    // "1/2 litro" is a share, unless an article makes it a day.
    // "8.5/10", "scad. 12/27": a mark, the month and year of a card.
    if year.is_none() && (is_decimal(bytes, start) || says_expiry(bytes, start)) {
        return None;
    }
    let share = year.is_none() && first == 1 && (2..=4).contains(&second) && first_length == 1 && second_length == 1;
    let article = before(bytes, start) == b' ' && before(bytes, start - 1).is_ascii_alphabetic();
    if share && !article {
        return None;
    }
    if is_word(at(bytes, end)) && !clock || matches!(at(bytes, end), b'/' | b'-') && at(bytes, end + 1).is_ascii_digit()
    {
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

/// Whether the digits at `start` are the fraction of a number.
fn is_decimal(bytes: &[u8], start: usize) -> bool {
    matches!(before(bytes, start), b'.' | b',') && before(bytes, start.saturating_sub(1)).is_ascii_digit()
}

/// Whether the word before `start` says when a card ends.
fn says_expiry(bytes: &[u8], start: usize) -> bool {
    let mut end = start;
    while matches!(before(bytes, end), b' ' | b'.' | b':') && start - end < 3 {
        end -= 1;
    }
    let mut from = end;
    while before(bytes, from).is_ascii_alphabetic() && end - from < 12 {
        from -= 1;
    }
    matches!(
        Lower::new(slice(bytes, from, end)).bytes(),
        b"scad"
            | b"scadenza"
            | b"exp"
            | b"expiry"
            | b"expires"
            | b"valid"
            | b"thru"
            | b"expire"
            | b"cad"
            | b"caduca"
            | b"gultig"
    )
}

fn made(start: usize, end: usize, year: Option<u32>, month: u32, day: u32, either_order: bool) -> Option<Calendar> {
    let year = match year {
        Some(year) => Some(i16::try_from(year).ok().filter(|year| (1_000..=2_999).contains(year))?),
        None => None,
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    // A leap year where none is said, so that 29 February stands.
    civil::Date::new(year.unwrap_or(2_024), month, day).ok()?;
    Some(Calendar { start, end, year, month, day, either_order })
}

/// A day around the name of a month: "12 marzo 2025", "March 3rd, 2025", "le 1er mai", "3 de mayo del 2025", "ott/2".
fn with_month(bytes: &[u8], month: i8, from: usize, to: usize) -> Option<Calendar> {
    let month = u32::try_from(month).ok()?;
    if let Some((start, end, year, day)) = year_between(bytes, from, to) {
        return made(start, end, Some(year), month, day, false);
    }
    if let Some((day, start)) = day_before(bytes, from) {
        let (year, end) = year_after(bytes, to).map_or((None, to), |(year, end)| (Some(year), end));
        return made(start, end, year, month, day, false);
    }
    let mut index = to;
    while matches!(at(bytes, index), b' ' | b'.' | b'/' | b'-' | b',') && index - to < 2 {
        index += 1;
    }
    let (word, word_end) = word_at(bytes, index);
    if word.bytes() == b"the" {
        index = word_end + 1;
    }
    if index > to
        && let Some((day, end)) = ordinal_word(bytes, index)
    {
        let (year, end) = year_after(bytes, end).map_or((None, end), |(year, end)| (Some(year), end));
        return made(from, end, year, month, day, false);
    }
    let (day, length, mut end) = digits(bytes, index);
    if !(1..=2).contains(&length) {
        return None;
    }
    end = ordinal_end(bytes, end);
    if is_word(at(bytes, end)) || at(bytes, end) == b':' || at(bytes, end) == b'/' && at(bytes, end + 1) == b'/' {
        return None;
    }
    let (year, end) = year_after(bytes, end).map_or((None, end), |(year, end)| (Some(year), end));
    made(from, end, year, month, day, false)
}

/// "2020/23/sep", "23-2020-settembre", "settembre-2020-23": where it begins and ends, its year and its day.
fn year_between(bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize, u32, u32)> {
    let sign = |byte: u8| matches!(byte, b'/' | b'-');
    let digits_before = |end: usize| {
        let mut start = end;
        while before(bytes, start).is_ascii_digit() && end - start < 5 {
            start -= 1;
        }
        start
    };
    if sign(before(bytes, from)) {
        let near = digits_before(from - 1);
        if near < from - 1 && before(bytes, near) == before(bytes, from) {
            let far = digits_before(near - 1);
            let (first, first_length, _) = digits(bytes, far);
            let (second, second_length, _) = digits(bytes, near);
            let free = !is_word(before(bytes, far)) && !is_word(at(bytes, to));
            match (first_length, second_length) {
                (4, 1 | 2) if free => return Some((far, to, first, second)),
                (1 | 2, 4) if free => return Some((far, to, second, first)),
                _ => {}
            }
        }
    }
    if sign(at(bytes, to)) {
        let (year, year_length, year_end) = digits(bytes, to + 1);
        let (day, day_length, end) = digits(bytes, year_end + 1);
        let whole = year_length == 4 && (1..=2).contains(&day_length) && at(bytes, year_end) == at(bytes, to);
        return (whole && !is_word(at(bytes, end))).then_some((from, end, year, day));
    }
    None
}

/// "first", "second", "ventidue" at `index`: a day, and its end.
fn ordinal_word(bytes: &[u8], index: usize) -> Option<(u32, usize)> {
    const ORDINALS: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ];
    let (word, end) = word_at(bytes, index);
    if let Some(place) = ORDINALS.iter().position(|known| known.as_bytes() == word.bytes()) {
        return Some((u32::try_from(place + 1).ok()?, end));
    }
    let small = matches!(word.bytes(), b"un" | b"una" | b"a" | b"an" | b"une" | b"e" | b"and" | b"et" | b"y");
    if small || !at(bytes, index).is_ascii_alphabetic() {
        return None;
    }
    let (value, end) = number_at(bytes, index, Lone::Thousands)?;
    let day = (1..=31_u32).find(|day| (f64::from(*day) - value).abs() < 0.5)?;
    Some((day, end))
}

/// "3rd", "1er", "2nd", "4th", "1o".
fn ordinal_end(bytes: &[u8], index: usize) -> usize {
    let (word, end) = word_at(bytes, index);
    if matches!(word.bytes(), b"st" | b"nd" | b"rd" | b"th" | b"er" | b"ere" | b"e" | b"o" | b"a") {
        end
    } else {
        index
    }
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
    for joint in [
        " jour de",
        " day of",
        " giorno di",
        " dia de",
        " du mois de",
        " du mois d",
        " di",
        " de",
        " d",
        " of",
        " du",
        " von",
    ] {
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
            && (before(bytes, place).is_ascii_digit()
                || before(bytes, place) == b'.' && before(bytes, place - 1).is_ascii_digit())
        {
            end = if before(bytes, place) == b'.' { place - 1 } else { place };
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
    let money = previous == b' ' && matches!(before(bytes, start - 1), b'$' | 0xAC | 0xA3);
    let glued = is_word(previous) || matches!(previous, b'.' | b',' | b'/' | b'$') || money;
    (length <= 2 && !glued && (1..=31).contains(&day)).then_some((day, start))
}

/// "primo", "first", "dos": the word that ends at `end`.
fn day_in_words(bytes: &[u8], end: usize) -> Option<(u32, usize)> {
    let mut start = end;
    while before(bytes, start).is_ascii_alphabetic() && end - start < 16 {
        start -= 1;
    }
    let word = Lower::new(slice(bytes, start, end));
    if matches!(word.bytes(), b"primo" | b"premier" | b"primero") {
        return Some((1, start));
    }
    if let Some((day, ordinal_end)) = ordinal_word(bytes, start)
        && ordinal_end == end
    {
        return Some((day, start));
    }
    let (value, number_end) = number_at(bytes, start, Lone::Thousands)?;
    let day = (1..=31_u32).find(|day| (f64::from(*day) - value).abs() < 0.5)?;
    (number_end == end && !matches!(word.bytes(), b"un" | b"una" | b"a" | b"an" | b"une" | b"e"))
        .then_some((day, start))
}

/// " 2025", ", 2025", " del 2025", " '25" behind a date.
fn year_after(bytes: &[u8], from: usize) -> Option<(u32, usize)> {
    let mut index = from;
    while matches!(at(bytes, index), b' ' | b',' | b'.' | b'/' | b'-') && index - from < 3 {
        index += 1;
    }
    let (word, end) = word_at(bytes, index);
    if matches!(word.bytes(), b"del" | b"de" | b"of" | b"in") && at(bytes, end) == b' ' {
        index = end + 1;
    }
    let (year, length, end) = digits(bytes, index);
    let plain = !is_word(at(bytes, end)) && (at(bytes, end) != b':' || !at(bytes, end + 1).is_ascii_digit());
    (index > from && length == 4 && (1_900..=2_100).contains(&year) && plain).then_some((year, end))
}

/// How far before its unit a length may begin.
const REACH: usize = 44;

/// The longest count with a unit glued to it.
const GLUED: usize = 16;

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
    // "3,5anni": the fraction is what the unit is glued to.
    let whole_number = |start: usize| {
        let mut from = start;
        if matches!(before(bytes, from), b'.' | b',') && before(bytes, from - 1).is_ascii_digit() {
            from -= 1;
            while before(bytes, from).is_ascii_digit() && start - from < 8 {
                from -= 1;
            }
        }
        from
    };
    let mut glued = glued
        .filter(|run| at(bytes, run.start).is_ascii_digit() && run.end - run.start <= GLUED)
        .map(|run| (whole_number(run.start), run.end))
        .peekable();
    for (_, hit) in lens.context.of_sort(Cue::Unit) {
        while let Some(run) = glued.next_if(|run| run.1 <= hit.start) {
            if let Some((seconds, end)) = length_at(bytes, run.0) {
                add(&mut lengths, run.0, end, seconds);
            }
        }
        let floor = lengths.last().map_or(0, |last| last.end).max(hit.start.saturating_sub(REACH));
        let mut start = count_start(bytes, hit.start, floor);
        // A unit that nothing counts is a length only as "mezzora".
        if start == hit.start {
            if let Some((seconds, end)) = deadline::phrase_at(bytes, start) {
                add(&mut lengths, start, end, seconds);
            }
            continue;
        }
        // "1:30 h" is an hour of the day as often as a length.
        if before(bytes, start) == b':' {
            continue;
        }
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
        if let Some((seconds, end)) = length_at(bytes, run.0) {
            add(&mut lengths, run.0, end, seconds);
        }
    }
    joined(bytes, lengths)
}

/// Where the digits and the words that count may begin that stand before a unit at `unit`.
fn count_start(bytes: &[u8], unit: usize, floor: usize) -> usize {
    let (mut start, mut read) = (unit, unit);
    loop {
        let mut end = read;
        // A full stop or a comma only inside of a number: behind a word another sentence begins.
        let parts = |end: usize| match before(bytes, end) {
            b' ' | b'\'' | b'-' => true,
            b'.' | b',' => at(bytes, end).is_ascii_digit(),
            _ => false,
        };
        while end > floor && parts(end) {
            end -= 1;
        }
        let mut word = end;
        while word > floor && is_word(before(bytes, word)) {
            word -= 1;
        }
        if word == end {
            return start;
        }
        read = word;
        if !at(bytes, word).is_ascii_digit() {
            let word = Lower::new(slice(bytes, word, end));
            // "Tre e mezza": no count begins with what joins two words.
            if matches!(word.bytes(), b"e" | b"and" | b"et" | b"y" | b"of" | b"di" | b"de" | b"d") {
                continue;
            }
            if !(word.is_in(&COUNTING) || is_numeral(word.bytes())) {
                return start;
            }
        }
        start = read;
    }
}

/// Words that may stand between a count and its unit, or for a count.
static COUNTING: LazyLock<Words> = LazyLock::new(|| {
    words(
        "un una an a one une ein eine einen uno um uma another altra altro autre otra otro half mezz mezza mezzo meta demi demie medio \
         media meia halbe full whole entire intero intera plein pleine entier entiere couple paio quarter quarto quart cuarto quarters quarti quarts cuartos of di d \
         de e and et y",
    )
});

/// "1 anno, 2 mesi e 3 giorni" is one length.
fn joined(bytes: &[u8], lengths: Vec<Length>) -> Vec<Length> {
    let mut whole: Vec<Length> = Vec::with_capacity(lengths.len());
    for length in lengths {
        if let Some(last) = whole.last_mut()
            && last.seconds != length.seconds
            && matches!(
                slice(bytes, last.end, length.start),
                b" " | b" e " | b" and " | b" et " | b" y " | b", " | b" & "
            )
        {
            last.end = length.end;
            last.seconds = last.seconds.saturating_add(length.seconds);
        } else {
            whole.push(length);
        }
    }
    whole
}

/// "and a half" between a number and its unit, in the languages read.
const HALVES: [&[u8]; 8] =
    [b"e mezza", b"e mezzo", b"and a half", b"and half", b"et demie", b"et demi", b"y medio", b"y media"];

/// A length at `index` in any unit: seconds and end. Months count 30 days and years 365, as people do.
fn length_at(bytes: &[u8], index: usize) -> Option<(i64, usize)> {
    // "an hour" and "un'ora" are lengths, "ora" alone is "now".
    let (word, word_end) = word_at(bytes, index);
    if matches!(word.bytes(), b"ora" | b"hour" | b"heure" | b"hora" | b"stunde" | b"l" | b"next" | b"prossima") {
        return None;
    }
    if let Some(found) = deadline::length_at(bytes, index, true) {
        return Some(found);
    }
    let skip = |mut index: usize| {
        while matches!(at(bytes, index), b' ' | b'\'' | b'-') {
            index += 1;
        }
        index
    };
    let (mut count, mut end) = match word.bytes() {
        b"un" | b"una" | b"an" | b"a" | b"one" | b"une" | b"ein" | b"eine" | b"uno" | b"another" | b"altra"
        | b"altro" | b"autre" | b"otra" | b"otro" => (1.0, word_end),
        b"half" | b"mezzo" | b"mezza" | b"meta" | b"demi" | b"demie" | b"medio" | b"media" => {
            let next = skip(word_end);
            let (article, article_end) = word_at(bytes, next);
            (
                0.5,
                if matches!(article.bytes(), b"a" | b"an" | b"un" | b"una" | b"de" | b"d") {
                    article_end
                } else {
                    next
                },
            )
        }
        b"full" | b"whole" | b"entire" | b"intero" | b"intera" | b"plein" | b"pleine" | b"entier" | b"entiere" => {
            (1.0, word_end)
        }
        _ => number_at(bytes, index, Lone::Fraction)?,
    };
    end = skip(end);
    // "un et demi heures", "two and a half years"
    let half = |start: usize, close: fn(u8) -> bool| {
        let opens = matches!(at(bytes, start), b'e' | b'a' | b'y' | b'E' | b'A' | b'Y');
        let ends = |half: &&&[u8]| stands_at(bytes, start, half) && close(at(bytes, start + half.len()));
        if opens { HALVES.iter().find(ends).map(|half| start + half.len()) } else { None }
    };
    if let Some(half_end) = half(end, |next| next == b' ') {
        count += 0.5;
        end = half_end + 1;
    }
    let (word, mut end) = word_at(bytes, end);
    if at(bytes, end) == b' '
        && let Some(half_end) = half(end + 1, |next| !is_word(next))
    {
        count += 0.5;
        end = half_end;
    }
    if let Some(seconds) = deadline::unit(word.bytes(), false) {
        let seconds = deadline::whole(count * deadline::seconds_of(seconds));
        return (count > 0.0 && count <= 10_000.0 && !is_word(at(bytes, end))).then_some((seconds, end));
    }
    let days = match word.bytes() {
        b"mese" | b"mesi" | b"month" | b"months" | b"mois" | b"mes" | b"meses" | b"monat" | b"monate" => 30,
        b"anno" | b"anni" | b"year" | b"years" | b"yr" | b"yrs" | b"an" | b"ans" | b"annee" | b"annees" | b"ano"
        | b"anos" | b"jahr" | b"jahre" => 365,
        b"decennio" | b"decenni" | b"decade" | b"decades" | b"decennie" | b"decennies" | b"decada" | b"decadas" => {
            3_650
        }
        _ => return None,
    };
    let seconds = deadline::whole(count * f64::from(days * 86_400));
    (count > 0.0 && count <= 10_000.0 && !is_word(at(bytes, end))).then_some((seconds, end))
}
