use core::fmt;
use std::collections::BTreeMap;

use argine_model::Kind;
use serde::{Deserialize, Serialize};

macro_rules! facts {
    ($(#[$outer:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $id)] $variant,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable identifier, as in packs and in the message catalogue.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The value with this identifier.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.id() == id)
            }
        }
    };
}

facts! {
    /// Something that a case shows, or that the person said. Never the opposite: an absent fact is one that nothing shows.
    CaseFact {
        /// Signs that the person may harm themself.
        Crisis = "crisis",
        /// The person is 18 or over and said so.
        Adult = "adult",
        /// The person is under 18.
        Minor = "minor",
        /// Nobody said how old the person is.
        AgeUnknown = "age_unknown",
        /// Who blackmails is known in person: a partner, former partner, acquaintance.
        KnownPerson = "known_person",
        /// Money is wanted.
        MoneyDemand = "money_demand",
        /// Images, acts or obedience are wanted.
        SexualDemand = "sexual_demand",
        /// A threat was made.
        Threatened = "threatened",
        /// The material was made public.
        Published = "published",
        /// The other side says that it was made public.
        PublicationClaimed = "publication_claimed",
        /// It may be made public: threatened, claimed or done.
        PublicationRisk = "publication_risk",
        /// The material is, or is said to be, made with a machine.
        Deepfake = "deepfake",
        /// An account or device was broken into; not the bare claim of a mass mail.
        Hacked = "hacked",
        /// The person paid.
        Paid = "paid",
        /// A limit set by the other side falls within a day of the case's clock.
        Deadline24h = "deadline_24h",
        /// Family, friends, work or school were named.
        ContactsThreatened = "contacts_threatened",
        /// A group with people the person knows was made or announced.
        GroupCreated = "group_created",
        /// Somebody poses as the person, or under another's name.
        Impersonated = "impersonated",
        /// A false accusation is made or announced.
        Defamed = "defamed",
        /// Contact again and again: at night, floods of calls, forced greetings.
        RepeatedContact = "repeated_contact",
        /// Somebody near may harm the person.
        PhysicalDanger = "physical_danger",
        /// A false police officer, court or lawyer.
        FakeAuthority = "fake_authority",
        /// A call was recorded, or material was taken, without consent.
        RecordedCall = "recorded_call",
        /// All there is is mail.
        SingleMail = "single_mail",
        /// The person has blocked the other side already.
        BlockedAlready = "blocked_already",
        /// Media that the export left out.
        OmittedMedia = "omitted_media",
        /// The person is under 14 and said so: others file for them (c.p. 120).
        Under14 = "under_14",
        /// A parent or guardian is, or may be, the danger. Only the person says it.
        GuardianRisk = "guardian_risk",
    }
}

facts! {
    /// The way money was sent.
    PaidWith {
        /// Top-up of a Postepay card.
        Postepay = "postepay",
        /// Bank transfer.
        Sepa = "sepa",
        /// Western Union.
        WesternUnion = "western_union",
        /// MoneyGram and other money transfers with a reference number.
        Moneygram = "moneygram",
        /// `PayPal`.
        Paypal = "paypal",
        /// Gift card or voucher.
        GiftCard = "gift_card",
        /// A crypto-currency.
        Crypto = "crypto",
        /// A payment card.
        Card = "card",
        /// Another way, or not known.
        Other = "other",
    }
}

/// A fact as an expression names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum Fact {
    /// A named fact.
    Case(CaseFact),
    /// `kind:<kind>`.
    Kind(Kind),
    /// `platform:<platform>`: a [`Platform`](argine_model::Platform) or any other place, lower case.
    Platform(String),
    /// `paid_with:<way>`.
    PaidWith(PaidWith),
    /// `country:<code>`: ISO 3166-1 alpha-2, lower case.
    Country(String),
}

impl Fact {
    /// Reads a fact as packs write it; `None` for a name that does not exist.
    pub fn parse(name: &str) -> Option<Self> {
        let Some((family, value)) = name.split_once(':') else { return CaseFact::from_id(name).map(Self::Case) };
        let plain =
            !value.is_empty() && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        match family {
            "kind" => Kind::from_id(value).map(Self::Kind),
            "paid_with" => PaidWith::from_id(value).map(Self::PaidWith),
            "platform" if plain => Some(Self::Platform(value.to_owned())),
            "country" if plain && value.len() == 2 => Some(Self::Country(value.to_owned())),
            _ => None,
        }
    }

    /// The named fact; none for a kind, a platform, a way of paying, a country.
    pub const fn named(&self) -> Option<CaseFact> {
        if let Self::Case(fact) = self { Some(*fact) } else { None }
    }

    /// The identifier with which a [`Because`](argine_model::Because) names it: its words are in the catalogue under
    /// `fact-<id>`. Same as in packs, with `-` for `:` (`kind-financial_gang`).
    pub fn because_id(&self) -> String {
        self.to_string().replace(':', "-")
    }
}

impl TryFrom<String> for Fact {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::parse(&name).ok_or_else(|| format!("unknown fact `{name}`"))
    }
}

impl From<CaseFact> for Fact {
    fn from(fact: CaseFact) -> Self {
        Self::Case(fact)
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(fact) => f.write_str(fact.id()),
            Self::Kind(kind) => write!(f, "kind:{}", kind.id()),
            Self::Platform(platform) => write!(f, "platform:{platform}"),
            Self::PaidWith(way) => write!(f, "paid_with:{}", way.id()),
            Self::Country(country) => write!(f, "country:{country}"),
        }
    }
}

/// What a case shows: facts, each with the entries that show it (none where the person said it).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts(BTreeMap<Fact, Vec<u32>>);

impl Facts {
    /// No fact.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fact, or entries to one that is there. Entries are kept in order, each once.
    pub fn insert(&mut self, fact: impl Into<Fact>, messages: impl IntoIterator<Item = u32>) {
        let entries = self.0.entry(fact.into()).or_default();
        entries.extend(messages);
        entries.sort_unstable();
        entries.dedup();
    }

    /// Takes a named fact away, where another one excludes it.
    pub fn remove(&mut self, fact: CaseFact) {
        self.0.remove(&Fact::Case(fact));
    }

    /// The kind of the case; none where no fact says it.
    pub fn kind(&self) -> Option<Kind> {
        self.0.keys().find_map(|fact| if let Fact::Kind(kind) = fact { Some(*kind) } else { None })
    }

    /// Whether it holds.
    pub fn holds(&self, fact: &Fact) -> bool {
        self.0.contains_key(fact)
    }

    /// Whether a named fact holds.
    pub fn has(&self, fact: CaseFact) -> bool {
        self.holds(&Fact::Case(fact))
    }

    /// The entries that show it; empty where it does not hold or where the person said it.
    pub fn messages(&self, fact: &Fact) -> &[u32] {
        self.0.get(fact).map_or(&[], Vec::as_slice)
    }

    /// Every fact with its entries, in the order of [`Fact`].
    pub fn iter(&self) -> impl Iterator<Item = (&Fact, &[u32])> {
        self.0.iter().map(|(fact, messages)| (fact, messages.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back() {
        for fact in CaseFact::ALL {
            assert_eq!(Fact::parse(fact.id()), Some(Fact::Case(*fact)));
        }
        for name in ["kind:known_ex", "platform:whatsapp", "paid_with:western_union", "country:it"] {
            assert_eq!(Fact::parse(name).map(|fact| fact.to_string()).as_deref(), Some(name));
        }
        for name in ["", "kind:nothing", "platform:", "country:ita", "paid_with:cash", "money", "platform:Whats App"] {
            assert_eq!(Fact::parse(name), None, "{name}");
        }
    }

    #[test]
    fn serde_names_are_the_identifiers() {
        #[derive(Serialize, Deserialize)]
        struct Pair {
            way: PaidWith,
            fact: CaseFact,
        }
        for way in PaidWith::ALL {
            for fact in CaseFact::ALL {
                let text = format!("way = \"{}\"\nfact = \"{}\"\n", way.id(), fact.id());
                let pair: Pair = toml::from_str(&text).unwrap();
                assert_eq!((pair.way, pair.fact), (*way, *fact));
            }
        }
    }
}
