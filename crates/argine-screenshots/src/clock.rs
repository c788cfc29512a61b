//! Times of day as apps write them: `14:35`, `9.05`, `2:35 PM`.

use jiff::civil;

/// A clock in `text`: the first hours and minutes that stand alone. `None` where there is none or it is no time of day.
pub(crate) fn parse(text: &str) -> Option<civil::Time> {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).and_then(|letter| letter.to_digit(10));
    for start in 0..letters.len() {
        if digit(start).is_none() || (start > 0 && digit(start - 1).is_some()) {
            continue;
        }
        let (hours, after) = match (digit(start), digit(start + 1)) {
            (Some(tens), Some(ones)) => (tens * 10 + ones, start + 2),
            (Some(ones), None) => (ones, start + 1),
            _ => continue,
        };
        if !matches!(letters.get(after), Some(':' | '.' | '：')) {
            continue;
        }
        let (Some(tens), Some(ones)) = (digit(after + 1), digit(after + 2)) else { continue };
        if digit(after + 3).is_some() {
            continue;
        }
        let half: String =
            letters.iter().skip(after + 3).filter(|letter| !" .\u{202f}\u{a0}".contains(**letter)).take(2).collect();
        return time(hours, tens * 10 + ones, &half);
    }
    None
}

/// A clock that was read with digits alone: ticks beside it may have become digits behind the minutes, and the colon may be lost.
pub(crate) fn parse_digits(text: &str) -> Option<civil::Time> {
    let compact: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if let Some((hours, minutes)) = compact.split_once([':', '.']) {
        let hours = hours.get(hours.len().saturating_sub(2)..)?;
        return time(hours.parse().ok()?, minutes.get(..2)?.parse().ok()?, "");
    }
    let cut = match compact.len() {
        3 => 1,
        4 => 2,
        _ => return None,
    };
    time(compact.get(..cut)?.parse().ok()?, compact.get(cut..)?.parse().ok()?, "")
}

fn time(hours: u32, minutes: u32, half: &str) -> Option<civil::Time> {
    let hours = match half.to_ascii_lowercase().as_str() {
        "am" if hours == 12 => 0,
        "pm" if hours < 12 => hours + 12,
        _ => hours,
    };
    civil::Time::new(i8::try_from(hours).ok()?, i8::try_from(minutes).ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_read() {
        for (text, expected) in [
            ("14:35", Some((14, 35))),
            ("9.05", Some((9, 5))),
            ("Oggi, 9:05", Some((9, 5))),
            ("2:35 PM", Some((14, 35))),
            ("12:01 a.m.", Some((0, 1))),
            ("21:3", None),
            ("25:10", None),
            ("1.200,00", None),
            ("12:345", None),
            ("", None),
        ] {
            assert_eq!(parse(text).map(|time| (time.hour(), time.minute())), expected, "{text}");
        }
    }

    #[test]
    fn digits_alone_are_a_clock_too() {
        for (text, expected) in [
            ("14:35", Some((14, 35))),
            ("14:3577", Some((14, 35))),
            ("1435", Some((14, 35))),
            ("912", Some((9, 12))),
            ("2:5", None),
            ("9975", None),
            ("", None),
        ] {
            assert_eq!(parse_digits(text).map(|time| (time.hour(), time.minute())), expected, "{text}");
        }
    }
}
