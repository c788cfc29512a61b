//! Texts with planted traces and their truth: what was found, what was missed, what was invented.

use std::collections::BTreeMap;

use argine_indicators::{Find, Scanner, What};
use argine_model::IndicatorKind;

use crate::score::Score;
use crate::{Outcome, bytes_of, second};

/// A planted trace: its kind and normal form, by where it begins.
struct Planted {
    kind: String,
    value: String,
    raw: String,
}

pub(crate) fn run(text: &str, truth: &str) -> Outcome {
    let text = bytes_of(text)?;
    let mut planted: BTreeMap<u64, Planted> = BTreeMap::new();
    for line in String::from_utf8_lossy(&bytes_of(truth)?).lines() {
        let mut fields = line.split('\t');
        let (Some(offset), Some(kind), Some(value), Some(raw)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return Err(format!("no truth: {line}").into());
        };
        planted.insert(offset.parse()?, Planted { kind: kind.into(), value: value.into(), raw: raw.into() });
    }
    judge(&text, planted).print("planted text");
    Ok(())
}

pub(crate) fn second(bytes: &str, seed: &str) -> Outcome {
    let made = second::text(bytes.parse()?, seed.parse()?);
    let planted = made.truth.into_iter().map(|truth| {
        let raw = made.text.get(truth.start..truth.end).unwrap_or("").to_owned();
        (truth.start as u64, Planted { kind: truth.kind.to_owned(), value: truth.value, raw })
    });
    let planted = planted.collect();
    judge(made.text.as_bytes(), planted).print("second generator");
    Ok(())
}

/// One find in the words of the truth.
struct Seen {
    start: u64,
    end: u64,
    kind: &'static str,
    value: String,
    raw: String,
    claims: bool,
}

fn judge(text: &[u8], mut planted: BTreeMap<u64, Planted>) -> Score {
    let mut seen: Vec<Seen> = Vec::new();
    let mut scanner = Scanner::default();
    let mut see = |find: Find<'_>| {
        if let Some((kind, value)) = in_words_of_the_truth(&find.what, find.raw) {
            // A value whose check fails is reported as such: found where one was planted, a claim nowhere.
            let claims = !matches!(&find.what, What::Indicator { validity, .. } if validity.holds() == Some(false));
            seen.push(Seen { start: find.start, end: find.end, kind, value, raw: find.raw.to_owned(), claims });
        }
    };
    for chunk in text.chunks(1 << 16) {
        scanner.push(chunk, &mut see);
    }
    scanner.finish(&mut see);
    seen.sort_by_key(|seen| seen.start);

    let mut score = Score::default();
    let around = |start: u64, end: u64| {
        let from = usize::try_from(start).unwrap_or(0).saturating_sub(30);
        let to = usize::try_from(end).unwrap_or(0).saturating_add(20).min(text.len());
        String::from_utf8_lossy(text.get(from..to).unwrap_or(&[])).replace('\n', "⏎")
    };
    // A link gives the user name or the account behind it too: one planted value, several traces with one span.
    let mut spans: Vec<(u64, u64)> = Vec::new();
    for seen in &seen {
        let same = planted.get(&seen.start).is_some_and(|planted| {
            same_kind(&planted.kind, seen.kind) && (planted.value == seen.value || planted.raw == seen.raw)
        });
        if same && let Some(found) = planted.remove(&seen.start) {
            score.hit(&found.kind);
            spans.push((seen.start, seen.end));
        }
    }
    for (start, planted) in &planted {
        score.missed(&planted.kind, || {
            format!(
                "{:?} as {:?} in {:?}",
                planted.raw,
                planted.value,
                around(*start, *start + planted.raw.len() as u64)
            )
        });
    }
    for seen in &seen {
        let place = spans.partition_point(|span| span.0 <= seen.start);
        let covered = place.checked_sub(1).and_then(|place| spans.get(place)).is_some_and(|span| seen.end <= span.1);
        if !covered && seen.claims {
            score.false_alarm(seen.kind, || format!("{:?} in {:?}", seen.value, around(seen.start, seen.end)));
        }
    }
    score
}

fn same_kind(planted: &str, seen: &str) -> bool {
    planted == seen || seen == "url" && matches!(planted, "short_url" | "defanged" | "lookalike")
}

fn in_words_of_the_truth(what: &What, raw: &str) -> Option<(&'static str, String)> {
    let named = match what {
        What::Day { .. } | What::Length { .. } => return None,
        What::Amount { value, currency } => ("amount", format!("{value} {currency}")),
        What::Limit { seconds } => ("deadline", format!("{}s", seconds.unwrap_or(-1))),
        What::Indicator { kind, variety, value, .. } => {
            let kind = match (kind, *variety) {
                (IndicatorKind::Phone, _) => "phone",
                (IndicatorKind::Email, _) => "email",
                (IndicatorKind::Handle, _) => {
                    let name = value.rsplit([':', '@']).next().unwrap_or(value);
                    return Some(("handle", format!("@{name}")));
                }
                (IndicatorKind::Iban, _) => "iban",
                (IndicatorKind::Account, "paypal") => "paypal_me",
                (IndicatorKind::Card, _) => "card",
                (IndicatorKind::Mtcn, "western_union") => "mtcn",
                (IndicatorKind::Mtcn, "moneygram") => "moneygram_ref",
                (IndicatorKind::Mtcn, "ria") => "ria_pin",
                (IndicatorKind::Account | IndicatorKind::Crypto | IndicatorKind::Mtcn, variety) => variety,
                (IndicatorKind::Url, "ip") => "ip",
                (IndicatorKind::Url, _) if raw.starts_with("hxxp") => return Some(("url", value.clone())),
                (IndicatorKind::Url, _) => return Some(("url", raw.to_owned())),
                (IndicatorKind::Name, _) => "name",
                (IndicatorKind::Giftcode, _) => "gift_card",
            };
            (kind, value.clone())
        }
    };
    Some(named)
}
