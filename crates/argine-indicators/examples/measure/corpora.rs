//! The public corpora: what is in scope of each, what was found, what not.
//!
//! Microsoft Recognizers-Text (MIT): sums of money, lengths, days, phones, mail and web addresses, mentions, IP addresses;
//! twitter-text (Apache-2.0): mentions and web addresses. In scope is what the scanner says it reads: for money the currencies
//! of its list, for days those with a number and a month, for phones those with a calling code or of a country it reads.

use argine_indicators::{Find, Scanner, What};
use argine_model::IndicatorKind;
use serde_json::Value;

use crate::score::Score;
use crate::{Outcome, bytes_of};

pub(crate) fn run(folder: &str) -> Outcome {
    let mut score = Score::default();
    for language in ["Italian", "English", "French", "Spanish"] {
        let file = |name: &str| format!("{folder}/recognizers/{name}.json");
        money(&mut score, language, &cases(&file(&format!("NumberWithUnit_{language}_CurrencyModel")))?);
        lengths(&mut score, language, &cases(&file(&format!("DateTime_{language}_DurationParser")))?);
        lengths(&mut score, language, &cases(&file(&format!("DateTime_{language}_DurationExtractor")))?);
        days(&mut score, language, &cases(&file(&format!("DateTime_{language}_DateTimeModel")))?);
        phones(&mut score, language, &cases(&file(&format!("Sequence_{language}_PhoneNumberModel")))?);
    }
    let english = |name: &str| cases(&format!("{folder}/recognizers/Sequence_English_{name}Model.json"));
    texts(&mut score, "email", &english("Email")?, |what, raw| {
        kind_is(what, IndicatorKind::Email).then(|| raw.to_lowercase())
    });
    texts(&mut score, "url", &english("URL")?, |what, raw| {
        kind_is(what, IndicatorKind::Url).then(|| raw.to_lowercase())
    });
    texts(&mut score, "mention", &english("Mention")?, |what, raw| {
        kind_is(what, IndicatorKind::Handle).then(|| raw.to_lowercase())
    });
    texts(&mut score, "ip", &english("IpAddress")?, |what, raw| {
        matches!(what, What::Indicator { variety: "ip", .. }).then(|| raw.to_lowercase())
    });
    twitter(&mut score, &String::from_utf8_lossy(&bytes_of(&format!("{folder}/twitter-text/extract.yml"))?));
    score.print("public corpora");
    Ok(())
}

fn cases(path: &str) -> Result<Vec<Value>, Box<dyn core::error::Error>> {
    let bytes = bytes_of(path)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    Ok(serde_json::from_slice(bytes)?)
}

fn text_of<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

fn results(case: &Value) -> impl Iterator<Item = &Value> {
    case.get("Results").and_then(Value::as_array).into_iter().flatten()
}

/// Everything in a text: what, as written.
fn seen(text: &str) -> Vec<(What, String)> {
    let mut seen = Vec::new();
    let mut scanner = Scanner::default();
    let mut see = |find: Find<'_>| seen.push((find.what, find.raw.to_owned()));
    scanner.push(text.as_bytes(), &mut see);
    scanner.finish(&mut see);
    seen
}

fn kind_is(what: &What, wanted: IndicatorKind) -> bool {
    matches!(what, What::Indicator { kind, variety, .. } if *kind == wanted && *variety != "ip")
}

/// Beginnings of the names that the corpus gives to the currencies of our list.
const UNITS: &[(&str, &str)] = &[
    ("EUR", "euro"),
    (
        "USD",
        "dollar|dollaro|united states dollar|dollaro statunitense|us dollar|dólar|dollar américain|dólar estadounidense",
    ),
    (
        "GBP",
        "pound|british pound|sterlina|sterlina britannica|livre sterling|livre|libra|libra esterlina|livre britannique",
    ),
    ("JPY", "japanese yen|yen|yen giapponese|yen japonais|yen japonés"),
    ("CHF", "swiss franc|franco svizzero|franc suisse|franco suizo"),
    ("CNY", "chinese yuan|yuan cinese|renminbi|yuan chinois|yuan chino"),
    ("RUB", "russian ruble|rublo russo|rouble russe|rublo ruso"),
    ("INR", "indian rupee|rupia indiana|roupie indienne|rupia india"),
    ("CAD", "canadian dollar|dollaro canadese|dollar canadien|dólar canadiense"),
    ("AUD", "australian dollar|dollaro australiano|dollar australien|dólar australiano"),
    ("HKD", "hong kong dollar|dollaro di hong kong|dollar de hong kong|dólar de hong kong"),
];

fn money(score: &mut Score, language: &str, cases: &[Value]) {
    let kind = format!("money {language}");
    for case in cases {
        let input = text_of(case, "Input");
        let sums = seen(input);
        for result in results(case) {
            let Some(resolution) = result.get("Resolution") else { continue };
            let unit = text_of(resolution, "unit").to_lowercase();
            let currency =
                UNITS.iter().find(|(_, names)| names.split('|').any(|name| name == unit)).map(|(code, _)| *code);
            let Ok(value) = text_of(resolution, "value").parse::<f64>() else { continue };
            let Some(wanted) = currency else { continue };
            // Millions as one letter before a code ("30 musd") are accountants' shorthand, "five mao" parts of a unit that nobody asks for.
            let text = text_of(result, "Text");
            if ["musd", "meur", "mgbp", "maud", " mao"].iter().any(|short| text.contains(short)) {
                continue;
            }
            let found = sums.iter().any(|(what, _)| {
                matches!(what, What::Amount { value: sum, currency } if (sum - value).abs() < 0.005 && *currency == wanted)
            });
            if found {
                score.hit(&kind);
            } else {
                let ours: Vec<String> = sums
                    .iter()
                    .filter(|(what, _)| matches!(what, What::Amount { .. }))
                    .map(|(what, raw)| format!("{raw} {what:?}"))
                    .collect();
                score.missed(&kind, || format!("{:?} = {value} {wanted}, read {ours:?}", text_of(result, "Text")));
            }
        }
    }
}

fn lengths(score: &mut Score, language: &str, cases: &[Value]) {
    let kind = format!("length {language}");
    for case in cases {
        let input = text_of(case, "Input");
        let lengths = seen(input);
        for result in results(case) {
            let wanted = text_of(result, "Text").to_lowercase();
            let seconds = result.pointer("/Value/FutureResolution/duration").and_then(Value::as_str);
            let seconds = seconds.and_then(|seconds| seconds.parse::<f64>().ok());
            // Without a number there is no length to give ("for weeks", "tutto il giorno").
            if in_scope(&wanted) {
                let found = lengths.iter().any(|(what, raw)| match (what, seconds) {
                    (What::Length { seconds }, Some(wanted)) => {
                        (f64::from(u32::try_from(*seconds).unwrap_or(0)) - wanted).abs() < 1.0
                    }
                    (What::Length { .. }, None) => {
                        raw.to_lowercase().contains(&wanted) || wanted.contains(&raw.to_lowercase())
                    }
                    _ => false,
                });
                if found {
                    score.hit(&kind);
                } else {
                    let ours: Vec<_> = lengths.iter().filter(|(what, _)| matches!(what, What::Length { .. })).collect();
                    score.missed(&kind, || format!("{wanted:?} = {seconds:?} in {input:?}, read {ours:?}"));
                }
            }
        }
    }
}

/// A length with a count; counts of unknown size ("several", "few", "più di") and business days are not read.
fn in_scope(text: &str) -> bool {
    const VAGUE: &[&str] = &[
        "few",
        "several",
        "couple",
        "more",
        "less",
        "some",
        "all",
        "whole",
        "entire",
        "past",
        "last",
        "business",
        "work",
        "quarter",
        "weekend",
        "quelques",
        "plusieurs",
        "tout",
        "toute",
        "entier",
        "entière",
        "plus",
        "moins",
        "derni",
        "affaires",
        "quart",
        "alcuni",
        "alcune",
        "qualche",
        "tutto",
        "tutta",
        "intero",
        "intera",
        "più",
        "meno",
        "ultim",
        "lavorativ",
        "trimestr",
        "algun",
        "todo",
        "toda",
        "enter",
        "más",
        "menos",
        "últim",
        "laborable",
        "hábil",
        "poch",
        "divers",
        "quelq",
        "quel ",
        "prochain",
        "century",
        "siècle",
        "secol",
        "siglo",
        "fortnight",
        "night",
        "notte",
        "nuit",
        "noche",
        "decade",
        "dozen",
        "following",
        "next",
    ];
    let counted = text.chars().any(|letter| letter.is_ascii_digit()) || text.split([' ', '\'']).count() > 1;
    counted && !VAGUE.iter().any(|word| text.contains(word))
}

fn days(score: &mut Score, language: &str, cases: &[Value]) {
    let kind = format!("day {language}");
    for case in cases {
        let input = text_of(case, "Input");
        let days = seen(input);
        for result in results(case).filter(|result| text_of(result, "TypeName") == "datetimeV2.date") {
            let text = text_of(result, "Text");
            let Some(timex) = result.pointer("/Resolution/values/0/timex").and_then(Value::as_str) else { continue };
            let mut parts = timex.split('-');
            let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else { continue };
            let (Ok(month), Ok(day)) = (month.parse::<i8>(), day.parse::<i8>()) else { continue };
            if jiff::civil::Date::new(year.parse().unwrap_or(2_024), month, day).is_err() {
                // There is no 30 February.
                continue;
            }
            // A day with its month, as digits or by name.
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            let has_month = text.chars().filter(|letter| letter.is_alphabetic()).count() >= 3 || digits >= 4;
            let relative = text.split(' ').count() == 1 && digits == 0;
            // Reckoning from a day ("2 weeks from January 15", "2 days ago") is not done: the day that is named is given. Digits in
            // a link are the link's.
            let reckoned = [" from ", " after ", " before ", " ago", "à partir", " après ", " avant "];
            if reckoned.iter().any(|word| text.contains(word)) || input.contains("www.") {
                continue;
            }
            if digits == 0
                || !has_month
                || relative
                || !(names_month(text) || text.contains('/') || text.contains(['-', '.']) && digits >= 5)
            {
                continue;
            }
            let found = days.iter().any(|(what, _)| match what {
                What::Day { year: ours, month: m, day: d, either_order } => {
                    let same_year = year.parse::<i16>().ok().is_none_or(|year| ours.is_none_or(|ours| ours == year));
                    same_year && ((*m, *d) == (month, day) || *either_order && (*d, *m) == (month, day))
                }
                _ => false,
            });
            if found {
                score.hit(&kind);
            } else {
                let ours: Vec<_> = days.iter().filter(|(what, _)| matches!(what, What::Day { .. })).collect();
                score.missed(&kind, || format!("{text:?} = {timex} in {input:?}, read {ours:?}"));
            }
        }
    }
}

fn names_month(text: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan", "gen", "ene", "feb", "fév", "fev", "mar", "apr", "avr", "abr", "may", "mag", "mai", "jun", "giu", "jui",
        "jul", "lug", "aug", "ago", "aoû", "aou", "sep", "set", "oct", "ott", "nov", "dec", "dic", "déc",
    ];
    const OTHERS: &[&str] = &["settim", "semai", "sema", "marte", "mardi", "main", "mañ", "man"];
    let text = text.to_lowercase();
    text.split(|letter: char| !letter.is_alphabetic()).any(|word| {
        MONTHS.iter().any(|month| word.starts_with(month)) && !OTHERS.iter().any(|other| word.starts_with(other))
    })
}

fn phones(score: &mut Score, language: &str, cases: &[Value]) {
    let kind = format!("phone {language}");
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    for case in cases {
        let input = text_of(case, "Input");
        let phones = seen(input);
        for result in results(case) {
            let text = text_of(result, "Text");
            // National numbers of countries that the text does not name are out of scope, as is what is no number at all.
            if !text.trim_start_matches(['(', '[']).starts_with('+') && !text.starts_with("00") {
                continue;
            }
            let wanted = digits(text);
            let found = phones.iter().any(|(what, raw)| {
                let raw = digits(raw);
                kind_is(what, IndicatorKind::Phone) && (wanted == raw || raw.len() > 8 && wanted.starts_with(&raw))
            });
            if found {
                score.hit(&kind);
            } else {
                score.missed(&kind, || format!("{text:?} in {input:?}"));
            }
        }
    }
}

fn texts(score: &mut Score, kind: &str, cases: &[Value], read: impl Fn(&What, &str) -> Option<String>) {
    for case in cases {
        let input = text_of(case, "Input");
        let mut ours: Vec<String> = seen(input).iter().filter_map(|(what, raw)| read(what, raw)).collect();
        for result in results(case) {
            let wanted = text_of(result, "Text").to_lowercase();
            // Endings that are words or marks of time in our languages ("pep.si", "27.pm") make no address without a scheme.
            if kind == "url" && [".si", ".pm", ".am"].iter().any(|ending| wanted.ends_with(ending)) {
                continue;
            }
            if let Some(place) = ours.iter().position(|found| *found == wanted) {
                ours.remove(place);
                score.hit(kind);
            } else {
                score.missed(kind, || format!("{wanted:?} in {input:?}, read {ours:?}"));
            }
        }
        for extra in ours {
            score.false_alarm(kind, || format!("{extra:?} in {input:?}"));
        }
    }
}

/// The sections `mentions` and `urls`: entries with `text` and `expected`, as JSON strings.
fn twitter(score: &mut Score, yaml: &str) {
    let mut section = "";
    let mut text: Option<String> = None;
    for line in yaml.lines() {
        let indent = line.len() - line.trim_start().len();
        let line = line.trim();
        if indent == 2 && line.ends_with(':') {
            section = line.trim_end_matches(':');
        } else if let Some(rest) = line.strip_prefix("text: ") {
            text = serde_json::from_str(rest).ok().or_else(|| Some(rest.trim_matches('\'').to_owned()));
        } else if let Some(rest) = line.strip_prefix("expected: ")
            && let Some(input) = text.take()
            && let Ok(expected) = serde_json::from_str::<Vec<String>>(rest)
        {
            let kind = match section {
                "mentions" => IndicatorKind::Handle,
                "urls" => IndicatorKind::Url,
                _ => continue,
            };
            // Writing without spaces (Chinese, Japanese, Korean) is out of scope: where an address ends there is another question.
            if input.chars().any(|letter| letter >= '\u{2E80}') {
                continue;
            }
            let name = format!("twitter-text {section}");
            let mut ours: Vec<String> = seen(&input)
                .iter()
                .filter(|(what, raw)| {
                    kind_is(what, kind) && (kind == IndicatorKind::Url || raw.starts_with(['@', '＠']))
                })
                .map(|(_, raw)| raw.trim_start_matches(['@', '＠']).to_lowercase())
                .collect();
            for wanted in expected {
                let wanted = wanted.to_lowercase();
                if let Some(place) = ours.iter().position(|found| *found == wanted) {
                    ours.remove(place);
                    score.hit(&name);
                } else {
                    score.missed(&name, || format!("{wanted:?} in {input:?}, read {ours:?}"));
                }
            }
            for extra in ours {
                score.false_alarm(&name, || format!("{extra:?} in {input:?}"));
            }
        }
    }
}
