//! How far a trace can be trusted to be what its kind says: a number for those who sort, not a probability of guilt.

use argine_model::{Grade, Indicator, IndicatorKind, Validity};

/// From 0 to 1: how likely the value is of its kind, by the share of other texts that would pass the same checks.
///
/// A check of four bytes lets one text in four thousand million pass (base58check, Monero), bech32 one in 10⁹, mod 97 one in 97 and with the
/// Italian check letter one in 2,522, the check letter of a codice fiscale one in 26 of those that have its shape, Luhn one in ten.
/// What has no check digits rests on the words around it alone. A value that was put right or joined counts for less.
///
/// ```
/// let traces = argine_indicators::scan_text("IT60X0542811101000000123456");
/// assert!(argine_indicators::confidence(&traces.indicators[0]) > 0.99);
/// ```
pub fn confidence(indicator: &Indicator) -> f64 {
    let whole = match (&indicator.validity, indicator.grade) {
        (Validity::Invalid(_), _) => 0.2,
        (Validity::Valid(check), grade) => match (check.as_str(), grade) {
            ("base58check" | "bech32" | "cashaddr" | "monero_checksum" | "eip_55" | "mod_97_cin", _) => 0.999,
            ("mod_97" | "mod_93" | "crc_16", _) => 0.99,
            ("codice_fiscale", _) | ("numbering_plan", Grade::A) => 0.98,
            (_, Grade::A) => 0.95,
            (_, Grade::B) => 0.9,
            (_, Grade::C) => 0.5,
        },
        (Validity::NoCheck, grade) => match (indicator.kind, grade) {
            (IndicatorKind::Email | IndicatorKind::Url, Grade::A | Grade::B) => 0.98,
            (_, Grade::A) => 0.95,
            (_, Grade::B) => 0.9,
            (_, Grade::C) => 0.5,
        },
    };
    let doubt = match indicator.reading.iter().map(String::as_str).find(|how| *how != "marked_by_app") {
        Some("confusable_characters") => 0.9,
        Some(_) => 0.97,
        None => 1.0,
    };
    whole * doubt
}
