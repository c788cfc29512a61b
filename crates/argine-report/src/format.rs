//! Dates, times and sums as people write them.

use core::fmt::Write as _;

use argine_knowledge::{Argument, Catalogue};
use argine_model::{ConversationTime, Language, MoneyMention, TimeBasis, TimePrecision};
use jiff::civil;

/// `07/02/2024` in Italian, `2024-02-07` in English (no doubt about which is the month).
pub(crate) fn date(date: civil::Date, language: Language) -> String {
    let mut out = String::with_capacity(10);
    push_date(&mut out, date, language);
    out
}

/// Date and time, as fine as the source gives it.
pub(crate) fn date_time(time: civil::DateTime, precision: TimePrecision, language: Language) -> String {
    let mut out = String::with_capacity(24);
    push_date_time(&mut out, time, precision, language);
    out
}

fn push_date(out: &mut String, date: civil::Date, language: Language) {
    match language {
        Language::It => {
            push_two(out, date.day());
            out.push('/');
            push_two(out, date.month());
            // Writing to a string does not fail.
            let _ = write!(out, "/{}", date.year());
        }
        Language::En => {
            let _ = write!(out, "{}-", date.year());
            push_two(out, date.month());
            out.push('-');
            push_two(out, date.day());
        }
    }
}

fn push_date_time(out: &mut String, time: civil::DateTime, precision: TimePrecision, language: Language) {
    push_date(out, time.date(), language);
    out.push(' ');
    push_two(out, time.hour());
    out.push(':');
    push_two(out, time.minute());
    if precision > TimePrecision::Minute {
        out.push(':');
        push_two(out, time.second());
    }
}

/// A number under 100 in two digits; the formatting machinery costs more than the rest of a transcript's line.
fn push_two(out: &mut String, number: i8) {
    for digit in [number / 10, number % 10] {
        out.push(char::from(b'0' + digit.unsigned_abs()));
    }
}

/// The letter that stands for what a time rests on; the legend explains it.
pub(crate) const fn basis_letter(basis: TimeBasis) -> char {
    match basis {
        TimeBasis::DeviceClock => 'T',
        TimeBasis::Screen => 'S',
        TimeBasis::Offset => 'F',
        TimeBasis::Instant => 'U',
    }
}

/// Date, time and the letter of its basis.
pub(crate) fn moment(time: &ConversationTime, language: Language) -> String {
    format!("{}\u{A0}{}", date_time(time.civil, time.precision, language), basis_letter(time.basis))
}

/// The same at the end of `out`, with a plain space: for the many lines of a transcript.
pub(crate) fn push_moment(out: &mut String, time: &ConversationTime, language: Language) {
    push_date_time(out, time.civil, time.precision, language);
    out.push(' ');
    out.push(basis_letter(time.basis));
}

/// A civil time as the assessment writes it (`2024-02-07T23:17`); left as it is where it is not one.
pub(crate) fn due(text: &str, language: Language) -> String {
    text.parse::<civil::DateTime>()
        .map_or_else(|_| text.to_owned(), |time| date_time(time, TimePrecision::Minute, language))
}

/// A sum with its currency: `1.500 EUR`, `0,015 BTC`. Where nobody named the currency, the sum says so.
pub(crate) fn amount(mention: &MoneyMention, words: Catalogue) -> String {
    let number = number(mention.amount, words.language());
    let currency = mention.currency.as_str();
    if mention.currency_inferred {
        let arguments = [("number", Argument::Text(number)), ("currency", Argument::Text(currency.to_owned()))];
        return words.format("report-currency-inferred", &arguments);
    }
    format!("{number} {currency}")
}

/// `1.500`, `0,015`.
fn number(value: f64, language: Language) -> String {
    let (thousands, decimals) = match language {
        Language::It => ('.', ','),
        Language::En => (',', '.'),
    };
    let plain = if value.fract().abs() < 1e-9 { format!("{value:.0}") } else { format!("{value:.8}") };
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut text = String::new();
    let digits = whole.trim_start_matches('-').len();
    for (place, digit) in whole.chars().enumerate() {
        let sign = whole.len() - digits;
        if place > sign && (whole.len() - place).is_multiple_of(3) && digit.is_ascii_digit() {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(decimals);
        text.push_str(fraction);
        if fraction.len() == 1 {
            text.push('0');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums() {
        let check = |value: f64, italian: &str| assert_eq!(number(value, Language::It), italian);
        check(0.0, "0");
        check(500.0, "500");
        check(1500.0, "1.500");
        check(1_234_567.5, "1.234.567,50");
        check(0.015, "0,015");
        check(-1500.0, "-1.500");
        assert_eq!(number(1500.0, Language::En), "1,500");
    }

    #[test]
    fn a_currency_that_nobody_named_is_said_to_be_inferred() {
        let said = |currency_inferred| {
            let mention = MoneyMention { index: 3, amount: 1500.0, currency: "EUR".to_owned(), currency_inferred };
            amount(&mention, Catalogue::new(Language::It))
        };
        assert_eq!(said(false), "1.500 EUR");
        assert_eq!(said(true), "1.500 (probabilmente EUR: il messaggio non dice la valuta)");
    }

    #[test]
    fn moments() {
        let time = civil::datetime(2024, 2, 7, 23, 17, 5, 0);
        assert_eq!(date_time(time, TimePrecision::Minute, Language::It), "07/02/2024 23:17");
        assert_eq!(date_time(time, TimePrecision::Second, Language::En), "2024-02-07 23:17:05");
        assert_eq!(due("2024-02-07T23:17", Language::It), "07/02/2024 23:17");
        assert_eq!(due("domani", Language::It), "domani");
    }
}
