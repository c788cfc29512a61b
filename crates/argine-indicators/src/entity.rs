//! What the app itself marked in a message as a number, an address or a user.

use argine_model::{Entity, Grade, IndicatorKind, Platform, Validity};

use crate::bank::{self, CardShape};
use crate::find::{Found, invalid, valid};
use crate::{host, phone};

/// The trace that a mark stands for, checked like any other; none for marks that are no traces.
pub(crate) fn read(entity: &Entity, raw: &str, platform: Platform) -> Option<Found> {
    let make = |kind: IndicatorKind, variety: &'static str, value: String, validity: Validity, grade: Grade| {
        Some(Found { kind, variety, value, validity, grade, start: 0, end: raw.len() })
    };
    let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
    match entity.kind.as_str() {
        "phone" => {
            let abroad =
                digits.strip_prefix("00").or_else(|| raw.trim_start().starts_with('+').then_some(digits.as_str()));
            let number = abroad.and_then(phone::international).or_else(|| phone::italian(&digits));
            if let Some(number) = number {
                return make(IndicatorKind::Phone, "", number, valid("numbering_plan"), Grade::B);
            }
            let value = if abroad.is_some() { format!("+{digits}") } else { digits };
            let long = value.len() >= 5;
            long.then(|| make(IndicatorKind::Phone, "", value, invalid("numbering_plan"), Grade::C)).flatten()
        }
        "email" => {
            let value = raw.trim().to_lowercase();
            value.contains('@').then(|| make(IndicatorKind::Email, "", value, Validity::NoCheck, Grade::B)).flatten()
        }
        "bank_card" => {
            let (validity, grade, variety) = bank::card(&digits, CardShape::Grouped, true)?;
            make(IndicatorKind::Card, variety, digits, validity, grade)
        }
        "link" | "text_link" | "url" => {
            let target = entity.target.as_deref().unwrap_or(raw).trim();
            let value = if target.contains("://") { target.to_owned() } else { format!("https://{target}") };
            let web = value.starts_with("http://") || value.starts_with("https://");
            (web && value.contains('.'))
                .then(|| make(IndicatorKind::Url, host::variety(&value), value.clone(), Validity::NoCheck, Grade::B))
                .flatten()
        }
        "mention" => {
            let name = raw.trim_start_matches('@').to_lowercase();
            let value = match platform {
                Platform::Telegram => format!("telegram:{name}"),
                Platform::Instagram => format!("instagram:{name}"),
                _ => format!("@{name}"),
            };
            (name.len() >= 2).then(|| make(IndicatorKind::Handle, "", value, Validity::NoCheck, Grade::B)).flatten()
        }
        _ => None,
    }
}
