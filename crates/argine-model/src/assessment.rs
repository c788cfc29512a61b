use serde::{Deserialize, Serialize};

use crate::{IndicatorKind, Role};

/// The name and version of the assessment format.
pub const ASSESSMENT_SCHEMA: &str = "argine.assessment/1";

macro_rules! vocabulary {
    ($(#[$outer:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable identifier, as in JSON and in the message catalogue.
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

vocabulary! {
    /// What kind of case it is; exactly one.
    Kind {
        /// A stranger wants money and has, or claims, intimate material.
        FinancialGang = "financial_gang",
        /// A partner, former partner or acquaintance threatens or shares, to hurt or control.
        KnownEx = "known_ex",
        /// The demand is for more images, acts or obedience.
        SexualDemand = "sexual_demand",
        /// A mass mail or message that bluffs.
        SpamBluff = "spam_bluff",
        /// A false police officer, court or lawyer wants a fine.
        FakeAuthority = "fake_authority",
        /// Somebody sells deletion or refund to a person already blackmailed.
        RecoveryScam = "recovery_scam",
        /// An approach that fits the script, no threat yet.
        Lure = "lure",
        /// The affected person confides in somebody.
        Disclosure = "disclosure",
        /// Money wanted by deceit or ransom, without intimate leverage.
        OtherScam = "other_scam",
        /// None of these.
        Benign = "benign",
    }
}

impl Kind {
    /// Whether the kind is sextortion or leads to it.
    pub const fn is_sextortion(self) -> bool {
        !matches!(self, Self::Disclosure | Self::OtherScam | Self::Benign)
    }
}

vocabulary! {
    /// Where the blackmail stands.
    #[expect(missing_docs, reason = "described to people in the message catalogue, defined in docs/design/recognition.md")]
    Stage {
        Contact = "contact",
        Grooming = "grooming",
        AppMove = "app_move",
        IntimacyRequest = "intimacy_request",
        Capture = "capture",
        Threat = "threat",
        Negotiation = "negotiation",
        Payment = "payment",
        RepeatDemand = "repeat_demand",
        Control = "control",
        Publication = "publication",
    }
}

vocabulary! {
    /// A move of the person who blackmails.
    #[expect(missing_docs, reason = "described to people in the message catalogue, defined in docs/design/recognition.md")]
    Tactic {
        LoveBombing = "love_bombing",
        ExchangeBait = "exchange_bait",
        ContactListProof = "contact_list_proof",
        MaterialProof = "material_proof",
        Countdown = "countdown",
        SickRelative = "sick_relative",
        FakeAuthority = "fake_authority",
        FalseAccusation = "false_accusation",
        ThirdPartyTheft = "third_party_theft",
        PriceDrop = "price_drop",
        PriceRaise = "price_raise",
        Instalments = "instalments",
        GreetingDuty = "greeting_duty",
        NightPressure = "night_pressure",
        CallFlood = "call_flood",
        GroupCreation = "group_creation",
        ScheduledPublication = "scheduled_publication",
        WebPublication = "web_publication",
        FamilyThreat = "family_threat",
        WorkSchoolThreat = "work_school_threat",
        FalsePromise = "false_promise",
        Isolation = "isolation",
        BlockThreat = "block_threat",
        SuicideGoading = "suicide_goading",
        ReputationRuin = "reputation_ruin",
        PaymentGuidance = "payment_guidance",
        ReceiptDemand = "receipt_demand",
        SexualDemand = "sexual_demand",
        CoercedReturn = "coerced_return",
        Doxxing = "doxxing",
        Deepfake = "deepfake",
        Impersonation = "impersonation",
        UpfrontFee = "upfront_fee",
        DeviceHackClaim = "device_hack_claim",
    }
}

vocabulary! {
    /// Something the affected person, or who helps, can do.
    #[expect(missing_docs, reason = "each is a step of the packs in knowledge/steps")]
    Action {
        CrisisLine = "crisis_line",
        StopPayment = "stop_payment",
        PreserveEvidence = "preserve_evidence",
        SecureThenBlock = "secure_then_block",
        LockPrivacy = "lock_privacy",
        ReportPlatform = "report_platform",
        ReportPolice = "report_police",
        BankRecall = "bank_recall",
        TakedownNow = "takedown_now",
        TakedownHash = "takedown_hash",
        TellGuardian = "tell_guardian",
        VerifyProfile = "verify_profile",
        StopContact = "stop_contact",
        VerifyAuthority = "verify_authority",
        NoPaymentBluff = "no_payment_bluff",
        ChangePassword = "change_password",
        VerifyIdentity = "verify_identity",
        IgnoreRecovery = "ignore_recovery",
        SupportFriend = "support_friend",
        WarnContacts = "warn_contacts",
    }
}

vocabulary! {
    /// The three things that make sextortion, shown to the person one by one.
    Proof {
        /// Intimate material exists or is claimed.
        Leverage = "leverage",
        /// A threat to disclose it, or to harm.
        Threat = "threat",
        /// Something is demanded.
        Demand = "demand",
    }
}

vocabulary! {
    /// Whether the material was made public.
    Publication {
        /// No word of it.
        None = "none",
        /// Threatened.
        Threatened = "threatened",
        /// Said to have happened; more than half of people in this position do not know whether it did.
        Claimed = "claimed",
        /// It happened.
        Done = "done",
    }
}

/// One entry that carries a claim, or speaks against it. Nothing is claimed without at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// [`Message::index`](crate::Message::index).
    pub index: u32,
    /// First byte in [`Message::words`](crate::Message::words), where the claim rests on words.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub start: Option<u32>,
    /// One past the last byte.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub end: Option<u32>,
    /// The rule that found it.
    pub rule: String,
    /// The rule's reason in words, where it has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub why: Option<String>,
    /// Evidence against (a joke, reported speech, a debt).
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub counter: bool,
}

/// What is happening in one conversation, with its proof: the format `argine.assessment/1`.
///
/// Everything said about entry *i* rests on entries `0..=i`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// [`ASSESSMENT_SCHEMA`].
    pub schema: String,
    /// [`Conversation::id`](crate::Conversation::id).
    pub conversation_id: String,
    /// What produced it.
    pub engine: Engine,
    /// Languages spoken, most first; shares add up to at most 1.
    pub languages: Vec<LanguageShare>,
    /// Entries read, system lines included.
    pub messages_total: u32,
    /// Who is who.
    pub roles: Roles,
    /// The kind of case.
    pub kind: KindFinding,
    /// From 0 to 1.
    pub sextortion_probability: f64,
    /// Whether, and where, the alarm was raised.
    pub alert: Alert,
    /// What changes everything else.
    pub flags: Flags,
    /// The three proofs, in the order of [`Proof`]; only those found.
    pub proofs: Vec<ProofFinding>,
    /// Stages reached, by first entry.
    pub stages: Vec<StageFinding>,
    /// The stage at the end.
    pub current_stage: Option<Stage>,
    /// Moves, by first entry.
    pub tactics: Vec<TacticFinding>,
    /// Traces, by first entry.
    pub indicators: Vec<IndicatorEntry>,
    /// Sums demanded by the other side.
    pub demands: Vec<MoneyMention>,
    /// Sums the affected person says they paid.
    pub payments: Vec<MoneyMention>,
    /// Deadlines set by the other side.
    pub deadlines: Vec<Deadline>,
    /// How soon.
    pub urgency: UrgencyFinding,
    /// What to do, most urgent first.
    pub actions: Vec<ActionAdvice>,
    /// What could not be read or judged, as sentences' catalogue ids with counts: `omitted_media:12`.
    pub not_done: Vec<String>,
}

impl Assessment {
    /// How many words in a hundred are in languages that nobody here reads, where that is a fifth or more: signs may be missed.
    #[must_use]
    pub fn unread_words(&self) -> Option<u32> {
        self.not_done.iter().find_map(|left_out| left_out.strip_prefix("unsupported_language:")?.parse().ok())
    }
}

/// What produced an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engine {
    /// Version of the crate.
    pub version: String,
    /// Digest over the rule files, hexadecimal.
    pub rules_sha256: String,
    /// Digest of the calibrated weights, where they are a file of their own.
    pub model_sha256: Option<String>,
    /// Always empty in the core.
    pub plugins: Vec<String>,
}

/// How much of the words is in a language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LanguageShare {
    /// ISO 639-1 code.
    pub lang: String,
    /// From 0 to 1.
    pub share: f64,
}

/// Who is who, by the names in the conversation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Roles {
    /// The person who handed it over; empty where not known.
    pub owner: String,
    /// Who blackmails, where there are signs of it.
    pub suspected: Option<String>,
}

/// The kind with its probability.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KindFinding {
    /// The most probable kind.
    pub label: Kind,
    /// From 0 to 1.
    pub p: f64,
    /// The next ones, where `p` is under one half: kind and probability.
    pub alternatives: Vec<(Kind, f64)>,
}

/// Whether the alarm was raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// Whether.
    pub raised: bool,
    /// The entry at which what stood before was enough.
    pub first_index: Option<u32>,
}

/// A yes or no with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FlagFinding {
    /// Whether there are signs.
    pub value: bool,
    /// First entry that shows it.
    pub first_index: Option<u32>,
    /// The entries.
    pub evidence: Vec<Evidence>,
}

/// Whether it was published, with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicationFlag {
    /// The state.
    pub status: Publication,
    /// First entry that shows it.
    pub first_index: Option<u32>,
    /// The entries.
    pub evidence: Vec<Evidence>,
}

/// What changes everything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flags {
    /// The affected person says, or plainly shows, to be under 18. Never set by what the other side claims.
    pub minor_victim: FlagFinding,
    /// The affected person speaks of harming themself.
    pub self_harm: FlagFinding,
    /// Somebody near may harm the person.
    pub physical_danger: FlagFinding,
    /// Publication.
    pub publication: PublicationFlag,
}

/// One of the three proofs with what carries it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofFinding {
    /// Which.
    pub proof: Proof,
    /// At least one entry.
    pub evidence: Vec<Evidence>,
}

/// A stage that was reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StageFinding {
    /// Which.
    pub stage: Stage,
    /// First entry of it.
    pub first_index: u32,
    /// From 0 to 1.
    pub p: f64,
    /// At least one entry.
    pub evidence: Vec<Evidence>,
}

/// A move that was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TacticFinding {
    /// Which.
    pub tactic: Tactic,
    /// From 0 to 1.
    pub p: f64,
    /// At least one entry.
    pub evidence: Vec<Evidence>,
}

/// An indicator as the assessment lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorEntry {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: IndicatorKind,
    /// Normalised.
    pub value: String,
    /// Whose it is.
    pub role: Role,
    /// Whether check digits hold; none where there are none.
    pub valid: Option<bool>,
    /// Entries where it stands.
    pub indices: Vec<u32>,
}

/// A sum of money named in an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MoneyMention {
    /// The entry.
    pub index: u32,
    /// In units of the currency.
    pub amount: f64,
    /// ISO 4217 code, or the ticker of a crypto-currency.
    pub currency: String,
    /// The entry names no currency: this one follows from the rest of the conversation, its words or its language.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub currency_inferred: bool,
}

/// A limit set by the other side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The entry.
    pub index: u32,
    /// Civil date and time, `2024-02-07T23:17`.
    pub due: String,
    /// Whether it was given as a length ("30 minutes").
    pub relative: bool,
}

/// How soon something must be done, from 0 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Urgency(u8);

impl Urgency {
    /// Nothing presses.
    pub const NONE: Self = Self(0);
    /// Prevention, or a bluff.
    pub const LOW: Self = Self(1);
    /// A recovery scam, a false authority, another scam.
    pub const MODERATE: Self = Self(2);
    /// An active threat without a limit on the same day.
    pub const HIGH: Self = Self(3);
    /// A limit within 24 hours, publication under way, a minor, self-harm.
    pub const EXTREME: Self = Self(4);

    /// From 0 to 4.
    pub const fn level(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Urgency {
    type Error = String;

    fn try_from(level: u8) -> Result<Self, Self::Error> {
        if level <= 4 { Ok(Self(level)) } else { Err(format!("urgency goes from 0 to 4, not {level}")) }
    }
}

impl From<Urgency> for u8 {
    fn from(urgency: Urgency) -> Self {
        urgency.0
    }
}

/// The urgency with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UrgencyFinding {
    /// From 0 to 4.
    pub level: Urgency,
    /// Ids of the rows of the urgency table that hold: `deadline_within_24h`, `self_harm`, …
    pub reasons: Vec<String>,
}

/// An action with its place and its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionAdvice {
    /// Which.
    pub action: Action,
    /// From 1, the first thing to do.
    pub priority: u32,
    /// Ids of tactics, flags, kinds and stages that ask for it.
    pub because: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vocabulary_has_the_size_of_the_format() {
        assert_eq!((Kind::ALL.len(), Stage::ALL.len(), Tactic::ALL.len(), Action::ALL.len()), (10, 11, 34, 20));
    }

    #[test]
    fn identifiers_are_the_json_names() {
        for tactic in Tactic::ALL {
            assert_eq!(serde_json::to_value(tactic).unwrap(), tactic.id());
            assert_eq!(Tactic::from_id(tactic.id()), Some(*tactic));
        }
        for action in Action::ALL {
            assert_eq!(serde_json::to_value(action).unwrap(), action.id());
        }
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.id());
        }
        for stage in Stage::ALL {
            assert_eq!(serde_json::to_value(stage).unwrap(), stage.id());
        }
    }

    #[test]
    fn urgency_stays_in_its_range() {
        assert!(serde_json::from_str::<Urgency>("5").is_err());
        assert_eq!(serde_json::from_str::<Urgency>("4").unwrap(), Urgency::EXTREME);
    }
}
