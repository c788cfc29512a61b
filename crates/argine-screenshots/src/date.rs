//! Days as apps write them between messages, in Italian, English, French, Spanish, German and Portuguese.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan as _};

/// A day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// With its year.
    Full(Date),
    /// Without a year.
    OfYear { month: i8, day: i8 },
    /// A day of the last week.
    Weekday(Weekday),
    /// So many days before the picture was taken.
    Ago(i8),
}

/// Month names; apps cut them, so that a word of three letters or more counts where a name begins with it.
const MONTHS: [&[&str]; 12] = [
    &["gennaio", "january", "janvier", "enero", "januar", "janeiro"],
    &["febbraio", "february", "février", "fevrier", "febrero", "februar", "fevereiro"],
    &["marzo", "march", "mars", "märz", "mrz", "março", "marco"],
    &["aprile", "april", "avril", "abril"],
    &["maggio", "may", "mai", "mayo", "maio"],
    &["giugno", "june", "juin", "junio", "juni", "junho"],
    &["luglio", "july", "juillet", "julio", "juli", "julho"],
    &["agosto", "august", "août", "aout"],
    &["settembre", "september", "septembre", "septiembre", "setiembre", "setembro"],
    &["ottobre", "october", "octobre", "octubre", "oktober", "outubro"],
    &["novembre", "november", "noviembre", "novembro"],
    &["dicembre", "december", "décembre", "decembre", "diciembre", "dezember", "dezembro"],
];

/// Weekday names from Monday, cut in the same way.
const WEEKDAYS: [&[&str]; 7] = [
    &["lunedì", "lunedi", "monday", "lundi", "lunes", "montag", "segunda-feira"],
    &["martedì", "martedi", "tuesday", "mardi", "martes", "dienstag", "terça-feira"],
    &["mercoledì", "mercoledi", "wednesday", "mercredi", "miércoles", "miercoles", "mittwoch", "quarta-feira"],
    &["giovedì", "giovedi", "thursday", "jeudi", "jueves", "donnerstag", "quinta-feira"],
    &["venerdì", "venerdi", "friday", "vendredi", "viernes", "freitag", "sexta-feira"],
    &["sabato", "saturday", "samedi", "sábado", "sabado", "samstag"],
    &["domenica", "sunday", "dimanche", "domingo", "sonntag"],
];

const TODAY: &[&str] = &["oggi", "today", "aujourd'hui", "aujourd’hui", "hoy", "heute", "hoje"];
const YESTERDAY: &[&str] = &["ieri", "yesterday", "hier", "ayer", "gestern", "ontem"];
/// Words between the parts: articles, "at", hours.
const JOINTS: &[&str] = &[
    "de", "del", "di", "le", "el", "à", "a", "às", "as", "alle", "ore", "at", "um", "uhr", "the", "of", "las", "h",
    "il", "am", "pm",
];

/// Reads a line between messages that is a day and nothing else (a clock may follow it).
pub(crate) fn parse(line: &str) -> Option<Day> {
    let line = line.trim().to_lowercase();
    if line.chars().count() > 48 {
        return None;
    }
    let mut day = None;
    let mut month = None;
    let mut year = None;
    let mut weekday = None;
    let mut relative = None;
    // "mar" is March, and Tuesday in three languages.
    let mut march_or_tuesday = false;
    for word in line.split([' ', ',', '\u{a0}', '\u{202f}', '·', '|']) {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if word.is_empty() || JOINTS.contains(&word) || crate::clock::parse(word).is_some() {
            continue;
        }
        if TODAY.contains(&word) {
            relative = Some(0);
        } else if YESTERDAY.contains(&word) {
            relative = Some(1);
        } else if let Some(full) = numbers(word) {
            return Some(full);
        } else if let Some(number) = number(word) {
            match number {
                1..=31 if day.is_none() => day = i8::try_from(number).ok(),
                1970..=2100 if year.is_none() => year = i16::try_from(number).ok(),
                _ => return None,
            }
        } else if month_of(word).is_some() && weekday_of(word).is_some() {
            march_or_tuesday = true;
        } else if let (None, Some(found)) = (month, month_of(word)) {
            month = Some(found);
        } else if let (None, Some(found)) = (weekday, weekday_of(word)) {
            weekday = Some(found);
        } else {
            return None;
        }
    }
    if march_or_tuesday {
        match (day, month) {
            (Some(_), None) => month = Some(3),
            _ => weekday = Some(Weekday::Tuesday),
        }
    }
    match (day, month, year) {
        (Some(day), Some(month), Some(year)) => Date::new(year, month, day).ok().map(Day::Full),
        (Some(day), Some(month), None) => Some(Day::OfYear { month, day }),
        (None, None, None) => relative.map(Day::Ago).or(weekday.map(Day::Weekday)),
        _ => None,
    }
}

/// `21/11/2024`, `21.11.24`, `2024-11-21`. Days first, as in every language read here but American English; a number above 12
/// in the second place turns it.
fn numbers(word: &str) -> Option<Day> {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let [one, two, three] = parts.as_slice() else { return None };
    let (one, two, three): (i16, i16, i16) = (one.parse().ok()?, two.parse().ok()?, three.parse().ok()?);
    let (year, month, day) = match (one, two) {
        (1000.., _) => (one, two, three),
        (_, 13..) => (three, one, two),
        _ => (three, two, one),
    };
    let year = if year < 100 { year + 2000 } else { year };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Day::Full)
}

fn number(word: &str) -> Option<u32> {
    let end = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
    let (digits, rest) = word.split_at(end);
    matches!(rest, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°").then(|| digits.parse().ok()).flatten()
}

fn month_of(word: &str) -> Option<i8> {
    place(&MONTHS, word).and_then(|place| i8::try_from(place + 1).ok())
}

fn weekday_of(word: &str) -> Option<Weekday> {
    let place = place(&WEEKDAYS, word)?;
    Weekday::from_monday_zero_offset(i8::try_from(place).ok()?).ok()
}

fn place(names: &[&[&str]], word: &str) -> Option<usize> {
    if word.chars().count() < 3 {
        return None;
    }
    names.iter().position(|names| names.iter().any(|name| name.starts_with(word)))
}

impl Day {
    /// The date, given when the picture was taken (to the day). None where that is needed and not known.
    pub(crate) fn resolve(self, taken: Option<DateTime>) -> Option<Date> {
        match self {
            Self::Full(date) => Some(date),
            Self::Ago(days) => taken?.date().checked_sub(Span::new().days(days)).ok(),
            Self::Weekday(weekday) => {
                let today = taken?.date();
                // Apps write the name of the day for the last six days before yesterday.
                (1..=7)
                    .filter_map(|days: i32| today.checked_sub(days.days()).ok())
                    .find(|date| date.weekday() == weekday)
            }
            Self::OfYear { month, day } => {
                let today = taken?.date();
                [today.year(), today.year() - 1]
                    .into_iter()
                    .filter_map(|year| Date::new(year, month, day).ok())
                    .find(|date| *date <= today)
            }
        }
    }
}

/// When a picture was taken, from the name that phones give it: `Screenshot_20241121-143507`,
/// `Screenshot_2024-11-21-14-35-07-123`, `Schermata 2024-11-21 alle 14.35.07`, `IMG_20241121_143507`. WhatsApp's own names
/// (`IMG-20241121-WA0003`) say when it was received and no time of day: they give nothing.
pub(crate) fn of_file_name(name: &str) -> Option<DateTime> {
    let digits: Vec<(usize, u32)> =
        name.chars().enumerate().filter_map(|(place, letter)| Some((place, letter.to_digit(10)?))).collect();
    for start in 0..digits.len() {
        let Some(window) = digits.get(start..start + 14) else { break };
        let (first, last) = (window.first()?.0, window.last()?.0);
        let is_start = start == 0 || digits.get(start - 1).is_none_or(|(place, _)| place + 1 < first);
        // At most one sign between two numbers, a few letters ("alle", "at") between date and time.
        if !is_start || last - first > 13 + 12 {
            continue;
        }
        let part = |from: usize, to: usize| {
            window.get(from..to).map(|part| part.iter().fold(0_i16, |sum, (_, digit)| sum * 10 + *digit as i16))
        };
        let (year, rest) = (part(0, 4)?, [part(4, 6)?, part(6, 8)?, part(8, 10)?, part(10, 12)?, part(12, 14)?]);
        let [month, day, hour, minute, second] = rest.map(|part| i8::try_from(part).unwrap_or(i8::MAX));
        if (2000..=2100).contains(&year)
            && let Ok(found) = DateTime::new(year, month, day, hour, minute, second, 0)
        {
            return Some(found);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_in_six_languages() {
        let taken = date(2024, 11, 21).at(14, 35, 7, 0);
        for (line, expected) in [
            ("Oggi", Some(date(2024, 11, 21))),
            ("IERI", Some(date(2024, 11, 20))),
            ("Yesterday 22:10", Some(date(2024, 11, 20))),
            ("21 novembre 2024", Some(date(2024, 11, 21))),
            ("21 NOV 2023, 14:35", Some(date(2023, 11, 21))),
            ("3 giugno", Some(date(2024, 6, 3))),
            ("Mon 3 Jun", Some(date(2024, 6, 3))),
            ("lunedì", Some(date(2024, 11, 18))),
            ("mar 3 dic", Some(date(2023, 12, 3))),
            ("November 21, 2024", Some(date(2024, 11, 21))),
            ("Nov 21st, 2024 at 9:05 AM", Some(date(2024, 11, 21))),
            ("2 de maio de 2024", Some(date(2024, 5, 2))),
            ("14 de marzo de 2024", Some(date(2024, 3, 14))),
            ("1er août 2024", Some(date(2024, 8, 1))),
            ("3. Dezember 2023", Some(date(2023, 12, 3))),
            ("Gestern", Some(date(2024, 11, 20))),
            ("sexta-feira", Some(date(2024, 11, 15))),
            ("21/11/24", Some(date(2024, 11, 21))),
            ("30 febbraio 2024", None),
            ("I messaggi sono crittografati", None),
            ("Oggi ti vedo", None),
            ("", None),
        ] {
            assert_eq!(parse(line).and_then(|day| day.resolve(Some(taken))), expected, "{line}");
        }
    }

    #[test]
    fn without_the_day_of_the_picture_nothing_is_invented() {
        for line in ["Oggi", "ieri", "lunedì", "3 giugno"] {
            assert_eq!(parse(line).and_then(|day| day.resolve(None)), None, "{line}");
        }
        assert_eq!(parse("3 giugno 2024").and_then(|day| day.resolve(None)), Some(date(2024, 6, 3)));
    }

    #[test]
    fn phones_put_the_time_into_the_name() {
        let expected = Some(date(2024, 11, 21).at(14, 35, 7, 0));
        for name in [
            "Screenshot_20241121-143507.png",
            "Screenshot_20241121-143507_WhatsApp.jpg",
            "Screenshot_2024-11-21-14-35-07-123_com.whatsapp.jpg",
            "Schermata 2024-11-21 alle 14.35.07.png",
            "IMG_20241121_143507.jpg",
            "Screenshot 2024-11-21 at 14.35.07.png",
        ] {
            assert_eq!(of_file_name(name), expected, "{name}");
        }
        for name in ["IMG-20241121-WA0003.jpg", "IMG_0042.PNG", "12345678901234567890.png", "", "chat.png"] {
            assert_eq!(of_file_name(name), None, "{name}");
        }
    }
}
