//! Traces as rows and groups, for tables that people and other programs read.

use std::collections::BTreeMap;

use argine_model::{Indicator, IndicatorKind, Role, Validity};

use crate::{Particular, confidence};

/// Whose a trace is, finer than the data format says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Given by the perpetrator.
    Perpetrator,
    /// An account, a card or a receiver that money is wanted on: used by the perpetrator, its holder may be deceived or recruited.
    Conduit,
    /// The affected person's own.
    AffectedPerson,
    /// A helpline, a bank, a platform.
    Service,
    /// Not known.
    Unknown,
}

impl Part {
    /// The part of a trace.
    pub const fn of(indicator: &Indicator) -> Self {
        match (indicator.role, indicator.kind) {
            (
                Role::Perpetrator,
                IndicatorKind::Iban
                | IndicatorKind::Card
                | IndicatorKind::Account
                | IndicatorKind::Mtcn
                | IndicatorKind::Name,
            ) => Self::Conduit,
            (Role::Perpetrator, _) => Self::Perpetrator,
            (Role::Victim, _) => Self::AffectedPerson,
            (Role::Neutral, _) => Self::Service,
            (Role::Unknown, _) => Self::Unknown,
        }
    }
}

/// Every [`Indicator::variety`] there is, so that each has its name in the catalogue of messages.
pub const VARIETIES: &[&str] = &[
    "ada",
    "amazon",
    "american_express",
    "bch",
    "bic",
    "btc",
    "btc_testnet",
    "cashlib",
    "codice_fiscale",
    "cro",
    "dash",
    "diners",
    "discover",
    "doge",
    "eth",
    "google_play",
    "ip",
    "itunes",
    "jcb",
    "look_alike",
    "ltc",
    "maestro",
    "mastercard",
    "moneygram",
    "neosurf",
    "netflix",
    "paypal",
    "paypal_transaction",
    "paysafecard",
    "pcs",
    "playstation",
    "postepay",
    "punycode",
    "razer",
    "remitly",
    "ria",
    "sendwave",
    "shortener",
    "sol",
    "steam",
    "toneo",
    "ton",
    "transaction",
    "transcash",
    "trn",
    "tron",
    "unionpay",
    "visa",
    "western_union",
    "xbox",
    "xlm",
    "xmr",
    "xrp",
    "zalando",
    "zec",
];

/// The first line of a table of comma-separated values (RFC 4180).
pub const CSV_HEADER: &str = "source,message,start,end,kind,variety,value,raw,validity,check,grade,confidence,role,role_basis,mentions,reading,listed\r\n";

/// One line for one trace: its first mention, and how many there are.
pub fn csv_row(source: &str, indicator: &Indicator) -> String {
    let first = indicator.mentions.first();
    let (validity, check) = match &indicator.validity {
        Validity::Valid(check) => ("valid", check.as_str()),
        Validity::Invalid(check) => ("invalid", check.as_str()),
        Validity::NoCheck => ("no_check", ""),
    };
    let number = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let lists: Vec<String> = indicator.listed.iter().map(|list| format!("{} ({})", list.list, list.dated)).collect();
    let fields = [
        source.to_owned(),
        number(first.map(|mention| mention.message)),
        number(first.map(|mention| mention.start)),
        number(first.map(|mention| mention.end)),
        name(&indicator.kind),
        indicator.variety.clone(),
        indicator.value.clone(),
        indicator.raw.clone(),
        validity.to_owned(),
        check.to_owned(),
        format!("{:?}", indicator.grade),
        format!("{:.3}", confidence(indicator)),
        name(&indicator.role),
        indicator.role_basis.clone(),
        indicator.mentions.len().to_string(),
        indicator.reading.join(";"),
        lists.join(";"),
    ];
    fields.map(|field| quoted(&field)).join(",") + "\r\n"
}

/// One line for a sum, a limit, a day or a length, with the columns of [`CSV_HEADER`]; what only traces have stays empty.
pub fn particular_row(source: &str, particular: &Particular) -> String {
    let blank = String::new;
    let fields = [
        source.to_owned(),
        particular.message.map(|message| message.to_string()).unwrap_or_default(),
        particular.start.to_string(),
        particular.end.to_string(),
        particular.sort.name().to_owned(),
        particular.variety.clone(),
        particular.value.clone(),
        particular.raw.clone(),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        "1".to_owned(),
        blank(),
        blank(),
    ];
    fields.map(|field| quoted(&field)).join(",") + "\r\n"
}

/// The name that the data format gives.
fn name<T: core::fmt::Debug>(value: &T) -> String {
    let mut name = String::new();
    for letter in format!("{value:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// A field in quotes where RFC 4180 wants them. A leading `=` or `@` gets an apostrophe: a table must not run what a perpetrator wrote.
fn quoted(field: &str) -> String {
    let guard = if field.starts_with(['=', '@', '\t']) { "'" } else { "" };
    if guard.is_empty() && !field.contains([',', '"', '\n', '\r']) {
        return field.to_owned();
    }
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

/// Traces by whose they are and what they are, in order of first mention within.
pub fn grouped(indicators: &[Indicator]) -> BTreeMap<(Part, IndicatorKind), Vec<&Indicator>> {
    let mut groups: BTreeMap<(Part, IndicatorKind), Vec<&Indicator>> = BTreeMap::new();
    for indicator in indicators {
        groups.entry((Part::of(indicator), indicator.kind)).or_default().push(indicator);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_safe_to_open() {
        let traces = crate::scan_text("telegram @luna_x9, iban IT60 X054 2811 1010 0000 0123 456");
        let rows: String = traces.indicators.iter().map(|found| csv_row("a \"b\".txt", found)).collect();
        assert!(rows.contains("\"a \"\"b\"\".txt\",0,9,17,handle,,telegram:luna_x9,\"'@luna_x9\",no_check,,B,0.900,unknown,no_context,1,,\r\n"), "{rows}");
        assert!(
            rows.contains(
                "iban,,IT60X0542811101000000123456,IT60 X054 2811 1010 0000 0123 456,valid,mod_97_cin,A,0.999,"
            ),
            "{rows}"
        );
        assert_eq!(CSV_HEADER.split(',').count(), rows.lines().next().unwrap().split(',').count());
        assert_eq!(grouped(&traces.indicators).len(), 2);
        let mut sums = Vec::new();
        let mut scanner = crate::Scanner::default();
        scanner.push("manda 500 euro entro 2 ore, oggi 12/03".as_bytes(), &mut |_| ());
        scanner.finish(&mut |find| sums.extend(find.particular()));
        let rows: Vec<String> = sums.iter().map(|sum| particular_row("-", sum)).collect();
        assert_eq!(rows[0], "-,,6,14,amount,EUR,500,500 euro,,,,,,,1,,\r\n");
        let told: Vec<_> = sums.iter().map(|sum| (sum.sort.name(), sum.value.as_str())).collect();
        assert!(told.contains(&("deadline", "PT7200S")) && told.contains(&("day", "--03-12/P1D")), "{told:?}");
        assert!(rows.iter().all(|row| row.split(',').count() == CSV_HEADER.split(',').count()), "{rows:?}");
    }
}
