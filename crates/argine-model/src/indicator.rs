use core::fmt;

use serde::{Deserialize, Serialize};

/// What sort of trace it is. The JSON names are those of `argine.assessment/1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// A telephone number, normalised to E.164.
    Phone,
    /// A mail address, lower case.
    Email,
    /// A user name on a platform: `instagram:name`; `@name` where the platform is not known.
    Handle,
    /// An IBAN (ISO 13616), without spaces.
    Iban,
    /// Another account: PayPal, a codice fiscale that a payment is headed to, a bank reference.
    Account,
    /// A payment card number (ISO/IEC 7812), digits only.
    Card,
    /// An address of a crypto-currency wallet.
    Crypto,
    /// The number of a money transfer: Western Union MTCN, MoneyGram, Ria, …
    Mtcn,
    /// A web address.
    Url,
    /// The name of a beneficiary.
    Name,
    /// A code of a gift card or voucher.
    Giftcode,
}

/// Whose trace it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Given by the blackmailer, or where they want the money.
    Perpetrator,
    /// The affected person's own. The name is that of the data format; people are never shown it.
    Victim,
    /// A helpline, a bank, a platform.
    Neutral,
    /// Not known.
    Unknown,
}

/// How much the value alone proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Check digits and structure hold.
    A,
    /// The structure holds and the words around it name the kind.
    B,
    /// Weak: it only looks like one.
    C,
}

/// Whether the value is well formed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state", content = "check")]
pub enum Validity {
    /// A check passed; which one (`mod_97`, `luhn`, `base58check`, `bech32`, `eip_55`, `cin`, `codice_fiscale`, `numbering_plan`, …).
    Valid(String),
    /// A check failed; which one.
    Invalid(String),
    /// The kind has no check digits.
    NoCheck,
}

impl Validity {
    /// `Some(true)` where a check passed, `Some(false)` where one failed, `None` where there is none.
    pub const fn holds(&self) -> Option<bool> {
        match self {
            Self::Valid(_) => Some(true),
            Self::Invalid(_) => Some(false),
            Self::NoCheck => None,
        }
    }
}

/// One place where an indicator stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mention {
    /// [`Message::index`](crate::Message::index).
    pub message: u32,
    /// First byte in [`Message::words`](crate::Message::words).
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A list of known values (accounts of intermediaries, wallets of bluff mails) that holds a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The title of the list.
    pub list: String,
    /// The day it was made, as `2026-11-21`.
    pub dated: String,
}

/// A trace that may lead to the perpetrator, found in a conversation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// What it is.
    pub kind: IndicatorKind,
    /// Finer than the kind, stable: `btc`, `eth`, `tron`, `western_union`, `moneygram`, `paypal`, `codice_fiscale`, …; empty where there is nothing finer.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub variety: String,
    /// Normalised so that two cases can meet.
    pub value: String,
    /// As written, at its first mention.
    pub raw: String,
    /// Whether check digits hold.
    pub validity: Validity,
    /// How much it proves.
    pub grade: Grade,
    /// Whose it is.
    pub role: Role,
    /// The stable name of the reason for the role: `written_by_perpetrator`, `written_by_owner`, `offered_as_own`, `service_list`, `no_context`, …
    pub role_basis: String,
    /// Where it stands; at least one, in order. Of a value written over several messages each part is one.
    pub mentions: Vec<Mention>,
    /// Stable names of how it was read, where that was not plainly as written: `joined_lines`, `joined_messages`,
    /// `confusable_characters`, `marked_by_app`; in order.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub reading: Vec<String>,
    /// Lists of known values that it stands on.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub listed: Vec<Listing>,
}

impl fmt::Debug for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Indicator")
            .field("kind", &self.kind)
            .field("variety", &self.variety)
            .field("value", &format_args!("<{} bytes>", self.value.len()))
            .field("grade", &self.grade)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}
