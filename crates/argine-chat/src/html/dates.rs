//! Times as pages show them, in the languages of the apps.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use crate::calendar;

/// A time as shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) civil: DateTime,
    /// Whether seconds are shown.
    pub(crate) seconds: bool,
    /// The instant, where the page shows an offset.
    pub(crate) instant: Option<Timestamp>,
}

/// Words that may stand around a date and say nothing.
const FILLERS: [&str; 13] = ["de", "del", "di", "at", "à", "as", "às", "um", "uhr", "alle", "ore", "las", "a"];

/// Reads a time if the text is one and nothing else: `Sep 22, 2017 6:33 am`, `22 set 2017, 14:37`, `15.01.2024 10:00:00 UTC+02:00`.
/// A month that is only a number is read as day, month, year where the numbers stand with points, as Telegram writes them.
pub(crate) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    // The longest is a day of the week, a date in words, a time and an offset.
    if text.is_empty() || text.len() > 80 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut parts = Parts::default();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '·' | '\u{202F}')) {
        parts.take(&word.to_lowercase())?;
    }
    parts.finish()
}

#[derive(Default)]
struct Parts {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    time: Option<Clock>,
    afternoon: Option<bool>,
    /// Seconds east of Greenwich.
    offset: Option<i32>,
}

/// Puts a value where there is none yet.
fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    if slot.is_some() {
        return None;
    }
    *slot = Some(value);
    Some(())
}

impl Parts {
    fn take(&mut self, word: &str) -> Option<()> {
        if let Some(offset) = word.strip_prefix("utc").or_else(|| word.strip_prefix("gmt")) {
            return set(&mut self.offset, offset_of(offset)?);
        }
        if let Some(clock) = Clock::of(word) {
            if let Some(half) = clock.afternoon {
                set(&mut self.afternoon, half)?;
            }
            return set(&mut self.time, clock);
        }
        let dotted: Vec<&str> = word.trim_end_matches('.').split('.').collect();
        if let [day, month, year] = dotted.as_slice()
            && year.len() == 4
        {
            set(&mut self.day, day.parse().ok()?)?;
            set(&mut self.month, month.parse().ok()?)?;
            return set(&mut self.year, year.parse().ok()?);
        }
        let word = word.trim_end_matches('.');
        match word.replace('.', "").as_str() {
            "" => return Some(()),
            "am" => return set(&mut self.afternoon, false),
            "pm" => return set(&mut self.afternoon, true),
            // `a. m.` in two words.
            "m" if self.time.is_some() && self.afternoon.is_some() => return Some(()),
            "a" if self.time.is_some() => return set(&mut self.afternoon, false),
            "p" if self.time.is_some() => return set(&mut self.afternoon, true),
            _ => {}
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            return match word.len() {
                4 => set(&mut self.year, word.parse().ok()?),
                1 | 2 => set(&mut self.day, word.parse().ok()?),
                _ => None,
            };
        }
        if FILLERS.contains(&word) {
            return Some(());
        }
        // `mar` is a Tuesday before a date and a March in it; only a March can be without another month.
        if self.month.is_none()
            && let Some(month) = calendar::month(word)
        {
            self.month = Some(month);
            return Some(());
        }
        (calendar::month(word).is_some() || calendar::weekday(word).is_some()).then_some(())
    }

    fn finish(self) -> Option<Moment> {
        let Clock { hour, minute, second, .. } = self.time?;
        let hour = match self.afternoon {
            Some(_) if !(1..=12).contains(&hour) => return None,
            Some(half) => hour % 12 + if half { 12 } else { 0 },
            None => hour,
        };
        let time = Time::new(hour, minute, second.unwrap_or(0), 0).ok()?;
        let civil = Date::new(self.year?, self.month?, self.day?).ok()?.to_datetime(time);
        let instant = match self.offset {
            Some(seconds) => Some(Offset::from_seconds(seconds).ok()?.to_timestamp(civil).ok()?),
            None => None,
        };
        Some(Moment { civil, seconds: second.is_some(), instant })
    }
}

/// `14:37`, `6:33am`, `10:00:05`: the hour as shown, the minute, and the second and the half of the day where they stand there.
struct Clock {
    hour: i8,
    minute: i8,
    second: Option<i8>,
    afternoon: Option<bool>,
}

impl Clock {
    fn of(word: &str) -> Option<Self> {
        let (word, afternoon) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
            (Some(rest), _) => (rest, Some(false)),
            (_, Some(rest)) => (rest, Some(true)),
            _ => (word, None),
        };
        let number = |text: &str| if (1..=2).contains(&text.len()) { text.parse::<i8>().ok() } else { None };
        let numbers: Vec<&str> = word.split(':').collect();
        let (hour, minute, second) = match numbers.as_slice() {
            [hour, minute] => (hour, minute, None),
            [hour, minute, second] => (hour, minute, Some(number(second)?)),
            _ => return None,
        };
        Some(Self { hour: number(hour)?, minute: number(minute)?, second, afternoon })
    }
}

/// `+02:00`, `-5`, `+0530`, or nothing for Greenwich itself.
fn offset_of(text: &str) -> Option<i32> {
    let text = text.replace('\u{2212}', "-");
    if text.is_empty() {
        return Some(0);
    }
    let (sign, digits) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(digits), _) => (1, digits),
        (_, Some(digits)) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=18).contains(&hours) && (0..60).contains(&minutes)).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_the_languages_of_the_apps() {
        for (text, meant) in [
            ("Sep 22, 2017 6:33 am", "2017-09-22T06:33:00"),
            ("Sep 22, 2017 12:33\u{202F}AM", "2017-09-22T00:33:00"),
            ("Oct 19, 2019, 2:37 PM", "2019-10-19T14:37:00"),
            ("19 Oct 2019, 14:37", "2019-10-19T14:37:00"),
            ("Jun 02, 2024 10:20:05 am", "2024-06-02T10:20:05"),
            ("Friday, September 22, 2017 at 6:33pm", "2017-09-22T18:33:00"),
            ("gen 05, 2024 9:01 pm", "2024-01-05T21:01:00"),
            ("5 gennaio 2024, 21:01", "2024-01-05T21:01:00"),
            ("lug 31, 2023 12:00 pm", "2023-07-31T12:00:00"),
            ("22 sept. 2017 à 14:37", "2017-09-22T14:37:00"),
            ("3 août 2021, 08:05", "2021-08-03T08:05:00"),
            ("22 de septiembre de 2017 2:37 p. m.", "2017-09-22T14:37:00"),
            ("22. März 2021, 14:37 Uhr", "2021-03-22T14:37:00"),
            ("22 de set. de 2017 14:37", "2017-09-22T14:37:00"),
            ("15.01.2024 10:00:00", "2024-01-15T10:00:00"),
        ] {
            let read = moment(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((read.civil.to_string().as_str(), read.instant), (meant, None), "{text}");
        }
        for (text, meant) in [
            ("15.01.2024 10:00:00 UTC+02:00", "2024-01-15T08:00:00Z"),
            ("Friday, September 22, 2017 at 6:33am UTC-07", "2017-09-22T13:33:00Z"),
            ("15.01.2024 10:00:00 UTC+05:30", "2024-01-15T04:30:00Z"),
        ] {
            let read = moment(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(read.instant.map(|instant| instant.to_string()).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "alle 14:37",
            "2024",
            "ci vediamo il 5 gennaio 2024 alle 21:01",
            "5 gennaio 2024",
            "31 feb 2024 10:00",
            "5 gennaio 2024 25:00",
            "5 gennaio 2024 13:00 pm",
            "5 6 gennaio 2024 10:00",
            "99:99",
            "domani 10:00",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
