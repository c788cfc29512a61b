//! Telephone numbers in E.164, checked against a table of the numbering plans (`plans.rs` says why it is our own).

mod plans;
mod reading;
mod spoken;

pub(crate) use reading::{NAMING, is_dialled, phone_number};
pub(crate) use spoken::scan as spoken;

use plans::{PLANS, Plan};

/// `digits` with their calling code in front, as E.164, where the numbering plan has such numbers.
pub(crate) fn international(digits: &str) -> Option<String> {
    let plan = plan_of(digits)?;
    let code = plan.code.to_string();
    let national = digits.strip_prefix(code.as_str())?;
    if fits(plan, national) {
        return Some(format!("+{digits}"));
    }
    // "+44 (0)7911…": the zero that is dialled only inside the country.
    let without_trunk = national.strip_prefix('0').filter(|_| plan.code != 39)?;
    fits(plan, without_trunk).then(|| format!("+{code}{without_trunk}"))
}

/// Whether `digits` begin with a calling code that exists.
pub(crate) fn has_calling_code(digits: &str) -> bool {
    plan_of(digits).is_some()
}

/// A number as dialled in Italy.
pub(crate) fn italian(digits: &str) -> Option<String> {
    let mobile = digits.starts_with('3') && (9..=10).contains(&digits.len());
    let fixed = digits.starts_with('0') && (7..=11).contains(&digits.len());
    (mobile || fixed).then(|| international(&format!("39{digits}"))).flatten()
}

/// A mobile number as dialled in Italy.
pub(crate) fn italian_mobile(digits: &str) -> Option<String> {
    if digits.starts_with('3') && digits.len() == 10 { italian(digits) } else { None }
}

/// A number as dialled in France.
pub(crate) fn french(digits: &str) -> Option<String> {
    let national = digits.strip_prefix('0')?;
    (digits.len() == 10).then(|| international(&format!("33{national}"))).flatten()
}

/// A number as dialled in Spain.
pub(crate) fn spanish(digits: &str) -> Option<String> {
    (digits.len() == 9 && digits.starts_with(['6', '7', '9'])).then(|| international(&format!("34{digits}"))).flatten()
}

/// A number as dialled in Britain: eleven digits, mobile or fixed.
fn british(digits: &str) -> Option<String> {
    let national = digits.strip_prefix('0')?;
    (digits.len() == 11).then(|| international(&format!("44{national}"))).flatten()
}

/// A number as dialled in Germany, mobile or fixed.
fn german(digits: &str) -> Option<String> {
    let national = digits.strip_prefix('0').filter(|national| !national.starts_with('0'))?;
    (9..=12).contains(&digits.len()).then(|| international(&format!("49{national}"))).flatten()
}

/// A number as dialled in North America: area and exchange begin with 2 to 9, and neither is a service like 911 (NANP).
fn american(digits: &str) -> Option<String> {
    let sound = |from: usize| {
        let code = digits.as_bytes().get(from..from + 3).unwrap_or(&[]);
        matches!(code, [b'2'..=b'9', rest @ ..] if rest != b"11")
    };
    (digits.len() == 10 && sound(0) && sound(3)).then(|| international(&format!("1{digits}"))).flatten()
}

fn plan_of(digits: &str) -> Option<&'static Plan> {
    (1..=3).find_map(|length| {
        let code: u16 = digits.get(..length)?.parse().ok()?;
        let place = PLANS.binary_search_by_key(&code, |plan| plan.code).ok()?;
        PLANS.get(place)
    })
}

fn fits(plan: &Plan, national: &str) -> bool {
    let Some(lead) = national.get(..2).and_then(|lead| lead.parse::<u32>().ok()) else { return false };
    let length = national.len();
    let has = |lengths: u16, leads: u128| {
        length < 16 && (lengths >> length) & 1 == 1 && lead < 100 && (leads >> lead) & 1 == 1
    };
    has(plan.mobile_lengths, plan.mobile_leads) || has(plan.fixed_lengths, plan.fixed_leads)
}

#[cfg(test)]
mod tests;
