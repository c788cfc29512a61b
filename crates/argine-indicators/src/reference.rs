//! References and addresses that need words to name them, or have a form of their own: BIC, bank transfers (CRO, TRN), payments
//! of PayPal, transactions on a chain, addresses on the internet.

use argine_model::{Grade, IndicatorKind, Validity};

use crate::context::{Cue, Run};
use crate::find::{Found, Lens, invalid, valid};
use crate::link::dot_end;
use crate::text::{ascii, at, before, is_word, plain, slice};

/// How far a word may stand from the value it names.
const REACH: usize = 40;

/// Addresses of the internet protocol, before their digits are taken for anything else.
pub(crate) fn addresses(lens: &mut Lens<'_>) {
    let bytes = lens.bytes();
    let mut floor = 0;
    // Signs before this one belong to a row of signs that was read and is no address.
    let mut read = 0;
    let mut spans: Vec<(usize, usize, String)> = Vec::new();
    for position in lens.context.joins().iter().copied() {
        if position < floor || position < read {
            continue;
        }
        let found = match at(bytes, position) {
            b'.' | b'['
                if before(bytes, position).is_ascii_digit()
                    && dot_end(bytes, position).is_some_and(|end| at(bytes, end).is_ascii_digit()) =>
            {
                version_four(bytes, position, floor)
            }
            // "06:50" is an hour: an address has a second colon near.
            b':' if (1..6).any(|ahead| at(bytes, position + ahead) == b':') => {
                version_six(bytes, position, floor, &mut read)
            }
            _ => None,
        };
        let found = found.filter(|_| lens.taken_until(position).is_none());
        if let Some((start, end, value)) = found {
            floor = end;
            spans.push((start, end, value));
        }
    }
    if spans.is_empty() {
        return;
    }
    for (start, end, value) in spans {
        lens.taken.push((start, end));
        lens.push(Found {
            kind: IndicatorKind::Url,
            variety: "ip",
            value,
            validity: valid("structure"),
            grade: Grade::B,
            start,
            end,
        });
    }
    lens.taken.sort_unstable();
}

/// Four numbers up to 255; five of them, or a number before with a "v", are a version.
fn version_four(bytes: &[u8], position: usize, floor: usize) -> Option<(usize, usize, String)> {
    let mut start = position;
    while start > floor && before(bytes, start).is_ascii_digit() && position - start < 4 {
        start -= 1;
    }
    let mut index = start;
    for part in 0..4 {
        let from = index;
        while at(bytes, index).is_ascii_digit() {
            index += 1;
        }
        let number = slice(bytes, from, index);
        let leading_zero = number.len() > 1 && number.first() == Some(&b'0');
        let value = number.iter().take(4).fold(0_u32, |value, byte| value * 10 + u32::from(byte - b'0'));
        if !(1..=3).contains(&number.len()) || leading_zero || value > 255 {
            return None;
        }
        if part < 3 {
            index = dot_end(bytes, index)?;
        }
    }
    let glued = is_word(before(bytes, start))
        || matches!(before(bytes, start), b'.' | b'-')
        || is_word(at(bytes, index))
        || at(bytes, index) == b'.' && at(bytes, index + 1).is_ascii_digit();
    let mut value = ascii(bytes, start, index);
    value.retain(|sign| sign.is_ascii_digit() || sign == '.');
    (!glued).then_some((start, index, value))
}

fn version_six(bytes: &[u8], position: usize, floor: usize, read: &mut usize) -> Option<(usize, usize, String)> {
    let inside = |byte: u8| byte.is_ascii_hexdigit() || byte == b':';
    let mut start = position;
    while start > floor && inside(before(bytes, start)) && position - start < 5 {
        start -= 1;
    }
    let mut end = position;
    while (inside(at(bytes, end)) || at(bytes, end) == b'.' && at(bytes, end + 1).is_ascii_digit()) && end - start < 46
    {
        end += 1;
    }
    *read = end;
    if is_word(before(bytes, start)) || is_word(at(bytes, end)) || end - start < 2 {
        return None;
    }
    let text = ascii(bytes, start, end);
    let parsed: Result<core::net::Ipv6Addr, _> = text.parse().or_else(|_| text.trim_end_matches(':').parse());
    let address = parsed.ok()?;
    // "::" and "a::b" stand in code and emoticons; three groups do not, nor what is called an address.
    let lead = slice(bytes, start.saturating_sub(30), start).to_ascii_lowercase();
    let named = lead.windows(2).any(|pair| pair == b"ip");
    (named || text.matches(':').count() >= 3).then(|| (start, end, address.to_string()))
}

/// References that words name.
pub(crate) fn scan(lens: &mut Lens<'_>) {
    let context = lens.context;
    let sought = [Cue::Bic, Cue::BankReference, Cue::Transaction, Cue::PayPal, Cue::Iban, Cue::Coin("")];
    if !sought.iter().any(|cue| context.has(*cue)) {
        return;
    }
    let mut finds: Vec<Found> = Vec::new();
    if context.has(Cue::Bic) {
        bank_codes(lens, &mut finds);
    }
    let groups = |run: &Run| core::iter::successors(Some(*run), |run| run.next_group(lens.bytes()));
    let runs = context.runs().iter().flat_map(groups);
    for run in runs.filter(|run| matches!(run.end - run.start, 11 | 17 | 30 | 64 | 66)) {
        let found = transaction_hash(lens, run).or_else(|| named_reference(lens, run));
        finds.extend(found.filter(|_| lens.taken_until(run.start).is_none()));
    }
    // A longer value that was already read keeps its place.
    for find in finds {
        let known = lens.found.iter().rev().take(24).any(|known| known.start < find.end && find.start < known.end);
        if !known {
            lens.push(find);
        }
    }
}

/// A BIC (ISO 9362): four letters, the country, two of place, three of branch.
fn bank_codes(lens: &Lens<'_>, finds: &mut Vec<Found>) {
    let bytes = lens.bytes();
    let mut hits = lens.context.of_sort(Cue::Bic).map(|(_, hit)| hit).peekable();
    while let Some(hit) = hits.next() {
        let mut index = hit.end;
        let mut words = 0;
        // What stands behind the next such word is for that one.
        let limit = hits.peek().map_or(usize::MAX, |next| next.start.max(hit.end)).min(hit.end + REACH);
        while index < limit && words < 5 {
            while !is_word(at(bytes, index)) && index < hit.end + REACH {
                index += 1;
            }
            let end = crate::text::run_end(bytes, index);
            words += 1;
            let code = slice(bytes, index, end).to_ascii_uppercase();
            let written_large = slice(bytes, index, end) == code.as_slice();
            let shaped = matches!(code.len(), 8 | 11) && code.iter().take(6).all(u8::is_ascii_uppercase);
            let country = code.get(4..6).and_then(|country| core::str::from_utf8(country).ok()).unwrap_or("");
            if shaped && COUNTRIES.split(' ').any(|known| known == country) && (written_large || words == 1) {
                finds.push(Found {
                    kind: IndicatorKind::Account,
                    variety: "bic",
                    value: String::from_utf8(code).unwrap_or_default(),
                    validity: valid("structure"),
                    grade: Grade::B,
                    start: index,
                    end,
                });
                break;
            }
            // "BIC: BCIT IT MM"
            if let Some(found) = spaced_code(bytes, index) {
                finds.push(found);
                break;
            }
            index = end;
        }
    }
}

/// A BIC in its parts: bank, country, place, branch.
fn spaced_code(bytes: &[u8], start: usize) -> Option<Found> {
    let mut code = Vec::with_capacity(11);
    let mut index = start;
    for lengths in [4..=4, 2..=2, 2..=2, 3..=3] {
        let end = crate::text::run_end(bytes, index);
        let part = slice(bytes, index, end);
        let large = part.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !lengths.contains(&part.len()) || !large {
            break;
        }
        code.extend_from_slice(part);
        index = end + usize::from(at(bytes, end) == b' ');
    }
    let country = code.get(4..6).and_then(|country| core::str::from_utf8(country).ok())?;
    let shaped = matches!(code.len(), 8 | 11) && code.iter().take(6).all(u8::is_ascii_uppercase);
    if !shaped || !COUNTRIES.split(' ').any(|known| known == country) {
        return None;
    }
    let end = if before(bytes, index) == b' ' { index - 1 } else { index };
    Some(Found {
        kind: IndicatorKind::Account,
        variety: "bic",
        value: String::from_utf8(code).ok()?,
        validity: valid("structure"),
        grade: Grade::B,
        start,
        end,
    })
}

/// ISO 3166 codes of the countries whose banks have a BIC in payments that we meet.
const COUNTRIES: &str = "AD AE AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BW BY BZ CA CD CF CG CH CI CL CM CN CO CR \
    CU CV CY CZ DE DJ DK DO DZ EC EE EG ES ET FI FJ FR GA GB GE GH GI GL GM GN GQ GR GT GW HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO \
    JP KE KG KH KM KR KW KY KZ LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP \
    NZ OM PA PE PG PH PK PL PS PT PY QA RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR ST SV SY SZ TD TG TH TJ TL TM TN TR TT TW TZ UA \
    UG US UY UZ VA VE VN XK YE ZA ZM ZW";

/// Sixty-four hexadecimal digits beside words of coins or transactions; with "0x" also without them.
fn transaction_hash(lens: &Lens<'_>, run: Run) -> Option<Found> {
    let bytes = lens.bytes();
    let text = slice(bytes, run.start, run.end);
    let (prefixed, digits) = match text {
        [b'0', b'x' | b'X', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let named = lens.context.between(run.start.saturating_sub(60), run.start);
    let named = named
        .iter()
        .any(|hit| matches!(hit.cue, Cue::Transaction | Cue::Coin(_) | Cue::Currency("BTC" | "ETH" | "USDT")));
    if !named && !prefixed {
        return None;
    }
    Some(Found {
        kind: IndicatorKind::Crypto,
        variety: "transaction",
        value: ascii(bytes, run.start, run.end).to_ascii_lowercase(),
        validity: Validity::NoCheck,
        grade: if named { Grade::B } else { Grade::C },
        start: run.start,
        end: run.end,
    })
}

/// CRO (11 digits), TRN (30 characters; Banca d'Italia), a UETR, a payment of PayPal (17 capitals and digits).
fn named_reference(lens: &Lens<'_>, run: Run) -> Option<Found> {
    let bytes = lens.bytes();
    let text = plain(bytes, run.start, run.end);
    let large = !text.bytes().any(|byte| byte.is_ascii_lowercase());
    let near = |cue: Cue| lens.context.any_within(run.start.saturating_sub(REACH), run.start, cue);
    let make = |variety: &'static str, validity: Validity| {
        Some(Found {
            kind: IndicatorKind::Account,
            variety,
            value: text.to_owned(),
            validity,
            grade: Grade::B,
            start: run.start,
            end: run.end,
        })
    };
    match text.len() {
        11 if run.is_number() && near(Cue::BankReference) => make("cro", cro_check(text)),
        30 if large && run.has_digit() && (near(Cue::BankReference) || near(Cue::Iban)) => {
            make("trn", Validity::NoCheck)
        }
        17 if large && run.has_digit() && !run.is_number() && near(Cue::PayPal) => {
            make("paypal_transaction", Validity::NoCheck)
        }
        _ => None,
    }
}

/// The last two digits of a CRO are the first nine modulo 93 (ABI).
fn cro_check(digits: &str) -> Validity {
    let number = |range: core::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u64>().ok());
    match (number(0..9), number(9..11)) {
        (Some(body), Some(check)) if body % 93 == check => valid("mod_93"),
        _ => invalid("mod_93"),
    }
}
