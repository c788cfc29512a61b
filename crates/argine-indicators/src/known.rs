//! Lists of known values: accounts of intermediaries, wallets of bluff mails. Optional, signed, each with its day.

use std::collections::BTreeSet;

use argine_model::{Indicator, IndicatorKind, Listing};
use ed25519_dalek::{Signature, VerifyingKey};
use serde::Deserialize;

/// Why a list was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The signature does not belong to these bytes and this key.
    #[error("the signature of the list does not hold")]
    Signature,
    /// The bytes are no list.
    #[error("the list cannot be read")]
    Form(#[source] toml::de::Error),
    /// The bytes are no text.
    #[error("the list is no text")]
    Text(#[source] core::str::Utf8Error),
}

/// A list whose signature held.
#[derive(Debug, Clone)]
pub struct KnownValues {
    listing: Listing,
    values: BTreeSet<(IndicatorKind, String)>,
}

/// The list as written: TOML.
#[derive(Deserialize)]
struct Written {
    title: String,
    dated: String,
    value: Vec<WrittenValue>,
}

#[derive(Deserialize)]
struct WrittenValue {
    kind: IndicatorKind,
    value: String,
}

impl KnownValues {
    /// Reads a list: TOML with `title`, `dated` and `[[value]]` records of `kind` and `value` in their normal form.
    ///
    /// # Errors
    ///
    /// [`ListError`] when `signature` (Ed25519 over the bytes, RFC 8032) is not by `key`, or the bytes are no list.
    pub fn open(bytes: &[u8], signature: &[u8; 64], key: &[u8; 32]) -> Result<Self, ListError> {
        let key = VerifyingKey::from_bytes(key).map_err(|_| ListError::Signature)?;
        key.verify_strict(bytes, &Signature::from_bytes(signature)).map_err(|_| ListError::Signature)?;
        let text = core::str::from_utf8(bytes).map_err(ListError::Text)?;
        let written: Written = toml::from_str(text).map_err(ListError::Form)?;
        Ok(Self {
            listing: Listing { list: written.title, dated: written.dated },
            values: written.value.into_iter().map(|value| (value.kind, value.value)).collect(),
        })
    }

    /// Whether it holds a value.
    pub fn holds(&self, kind: IndicatorKind, value: &str) -> bool {
        self.values.contains(&(kind, value.to_owned()))
    }
}

/// Writes on each trace which of `lists` hold it.
pub fn mark_listed(indicators: &mut [Indicator], lists: &[KnownValues]) {
    for indicator in indicators {
        for list in lists {
            if list.holds(indicator.kind, &indicator.value) && !indicator.listed.contains(&list.listing) {
                indicator.listed.push(list.listing.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::{Signer as _, SigningKey};

    use super::*;

    const LIST: &str = "title = \"invented wallets\"\ndated = \"2026-11-01\"\n\n[[value]]\nkind = \"iban\"\nvalue = \"IT60X0542811101000000123456\"\n";

    #[test]
    fn a_hit_says_which_list_and_when_and_only_a_signed_list_is_read() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let signature = key.sign(LIST.as_bytes()).to_bytes();
        let list = KnownValues::open(LIST.as_bytes(), &signature, key.verifying_key().as_bytes()).unwrap();
        let mut traces = crate::scan_text("paga su IT60X0542811101000000123456 o scrivi a luna@example.com");
        mark_listed(&mut traces.indicators, &[list.clone(), list]);
        let listed: Vec<_> = traces.indicators.iter().map(|found| found.listed.len()).collect();
        assert_eq!(listed, [1, 0]);
        assert_eq!(traces.indicators[0].listed[0].dated, "2026-11-01");
        let changed = LIST.replace("1234", "1235");
        let refused = KnownValues::open(changed.as_bytes(), &signature, key.verifying_key().as_bytes());
        assert!(matches!(refused, Err(ListError::Signature)));
    }
}
