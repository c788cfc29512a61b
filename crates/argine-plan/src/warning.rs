//! Whether to warn contacts: a decision with its factors, never "everybody".

use argine_knowledge::{CaseFact, Fact, Facts};
use argine_model::Kind;
use jiff::civil::Date;
use serde::Serialize;

/// Whom to tell. There is no value for everybody: a warning to a whole address book does the harm that it fears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WarnAdvice {
    /// Nobody: there is nothing to warn of.
    Nobody,
    /// One trusted person, for the sake of the person affected.
    OnePerson,
    /// One or two people close to those who were named, who tell if something arrives.
    Circle,
    /// Those who may have received something, one by one.
    WhoMayHaveReceived,
}

impl WarnAdvice {
    /// Its name, as in the catalogue under `warn-advice-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::OnePerson => "one_person",
            Self::Circle => "circle",
            Self::WhoMayHaveReceived => "who_may_have_received",
        }
    }
}

/// Something that speaks for warning (above 0) or against it (below 0).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Factor {
    /// Its words are in the catalogue under `warn-factor-<id>`.
    pub id: String,
    /// How much.
    pub weight: i32,
    /// Entries that show it.
    pub messages: Vec<u32>,
}

/// What to do about contacts, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WarnDecision {
    /// Whom to tell.
    pub advice: WarnAdvice,
    /// What it rests on; the sum is in `score`.
    pub factors: Vec<Factor>,
    /// The sum of the factors.
    pub score: i32,
}

/// Days without a publication after which most threats of strangers have run dry enough to wait.
const QUIET_DAYS: i32 = 14;

/// From this sum on it is worth telling a small circle beforehand.
const CIRCLE: i32 = 2;

/// Weighs what the case shows. Only a spread that is real ever asks for more than a small circle: a claim or an announced
/// group does not.
///
/// `learned_on`: first threat; `named`: how many contacts the other side named.
pub fn warn_or_not(facts: &Facts, learned_on: Option<Date>, today: Date, named: usize) -> WarnDecision {
    const OF_FACT: &[(CaseFact, i32)] = &[
        (CaseFact::Published, 4),
        // Made or only announced: the fact does not say which.
        (CaseFact::GroupCreated, 2),
        (CaseFact::PublicationClaimed, 2),
        (CaseFact::ContactsThreatened, 1),
        (CaseFact::Deadline24h, 1),
        // A contact in common may tell the other side.
        (CaseFact::KnownPerson, -1),
    ];
    let mut factors: Vec<Factor> = (OF_FACT.iter())
        .filter(|(fact, _)| facts.has(*fact))
        .map(|(fact, weight)| Factor {
            id: fact.id().to_owned(),
            weight: *weight,
            messages: facts.messages(&Fact::Case(*fact)).to_vec(),
        })
        .collect();
    let mut add = |id: &str, weight| factors.push(Factor { id: id.to_owned(), weight, messages: Vec::new() });
    if named > 0 {
        add("contacts_named", 1);
    }
    let spread = facts.has(CaseFact::Published);
    let days = learned_on.map(|day| (today - day).get_days());
    if !spread && days.is_some_and(|days| days >= QUIET_DAYS) {
        add("quiet_for_long", -1);
    }
    let no_material = matches!(
        facts.kind(),
        None | Some(Kind::SpamBluff | Kind::FakeAuthority | Kind::RecoveryScam | Kind::OtherScam | Kind::Benign)
    );
    if no_material {
        add("no_material", -4);
    }
    let score = factors.iter().map(|factor| factor.weight).sum();
    let advice = match score {
        _ if no_material => WarnAdvice::Nobody,
        _ if spread => WarnAdvice::WhoMayHaveReceived,
        score if score >= CIRCLE => WarnAdvice::Circle,
        _ => WarnAdvice::OnePerson,
    };
    WarnDecision { advice, factors, score }
}
