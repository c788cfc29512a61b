use argine_knowledge::{CaseFact, Fact, Facts, PaidWith};
use argine_model::{
    Action, AgeClass, Assessment, Evidence, IndicatorEntry, IndicatorKind, Kind, Platform, Proof, Publication, Role,
    Stage, Tactic,
};
use jiff::{ToSpan as _, civil};

use crate::Situation;

/// Which fact a move shows by itself.
const OF_TACTIC: &[(Tactic, CaseFact)] = &[
    (Tactic::PriceDrop, CaseFact::MoneyDemand),
    (Tactic::PriceRaise, CaseFact::MoneyDemand),
    (Tactic::Instalments, CaseFact::MoneyDemand),
    (Tactic::PaymentGuidance, CaseFact::MoneyDemand),
    (Tactic::ReceiptDemand, CaseFact::MoneyDemand),
    (Tactic::UpfrontFee, CaseFact::MoneyDemand),
    (Tactic::SexualDemand, CaseFact::SexualDemand),
    (Tactic::CoercedReturn, CaseFact::KnownPerson),
    (Tactic::ContactListProof, CaseFact::ContactsThreatened),
    (Tactic::FamilyThreat, CaseFact::ContactsThreatened),
    (Tactic::WorkSchoolThreat, CaseFact::ContactsThreatened),
    (Tactic::GroupCreation, CaseFact::GroupCreated),
    (Tactic::FamilyThreat, CaseFact::Threatened),
    (Tactic::WorkSchoolThreat, CaseFact::Threatened),
    (Tactic::WebPublication, CaseFact::Threatened),
    (Tactic::ScheduledPublication, CaseFact::Threatened),
    (Tactic::GroupCreation, CaseFact::Threatened),
    (Tactic::ReputationRuin, CaseFact::Threatened),
    (Tactic::Deepfake, CaseFact::Deepfake),
    (Tactic::Impersonation, CaseFact::Impersonated),
    (Tactic::FalseAccusation, CaseFact::Defamed),
    (Tactic::NightPressure, CaseFact::RepeatedContact),
    (Tactic::CallFlood, CaseFact::RepeatedContact),
    (Tactic::GreetingDuty, CaseFact::RepeatedContact),
    (Tactic::FakeAuthority, CaseFact::FakeAuthority),
];

/// Names in addresses and handles, and the place they belong to.
const HOSTS: &[(&str, &str)] = &[
    ("instagram.com", "instagram"),
    ("facebook.com", "facebook"),
    ("fb.com", "facebook"),
    ("messenger.com", "messenger"),
    ("m.me", "messenger"),
    ("wa.me", "whatsapp"),
    ("whatsapp.com", "whatsapp"),
    ("t.me", "telegram"),
    ("telegram.me", "telegram"),
    ("tiktok.com", "tiktok"),
    ("snapchat.com", "snapchat"),
    ("youtube.com", "youtube"),
    ("youtu.be", "youtube"),
    ("blogspot.com", "blogger"),
    ("blogger.com", "blogger"),
    ("x.com", "x"),
    ("twitter.com", "x"),
    ("reddit.com", "reddit"),
    ("discord.com", "discord"),
    ("discord.gg", "discord"),
    ("dailymotion.com", "dailymotion"),
    ("vimeo.com", "vimeo"),
    ("tinder.com", "tinder"),
    ("bumble.com", "bumble"),
    ("badoo.com", "badoo"),
    ("pornhub.com", "aylo"),
    ("meet.google.com", "meet"),
];

/// Every fact of the case with the entries that show it, from the assessment and from what the person said.
///
/// Facts are only ever added: a more worrying assessment never has fewer of them, except where one excludes the other
/// (adult, minor, age unknown). A bluffing mail's claim of having broken in is not the fact `hacked`.
pub fn case_facts(situation: &Situation<'_>) -> Facts {
    let assessment = situation.assessment;
    let mut facts = Facts::new();
    facts.insert(Fact::Country(situation.country.to_owned()), []);
    facts.insert(Fact::Kind(assessment.kind.label), []);
    add_age(situation, &mut facts);
    add_flags(assessment, &mut facts);
    for tactic in &assessment.tactics {
        for (_, fact) in OF_TACTIC.iter().filter(|(of, _)| *of == tactic.tactic) {
            facts.insert(*fact, supporting(&tactic.evidence));
        }
        if tactic.tactic == Tactic::DeviceHackClaim && assessment.kind.label != Kind::SpamBluff {
            facts.insert(CaseFact::Hacked, supporting(&tactic.evidence));
        }
    }
    add_demands(assessment, &mut facts);
    add_kind(assessment, &mut facts);
    add_deadlines(situation, &mut facts);
    add_payments(assessment, &mut facts);
    add_platforms(situation, &mut facts);
    if assessment.not_done.iter().any(|left_out| left_out.starts_with("omitted_media")) {
        facts.insert(CaseFact::OmittedMedia, []);
    }
    facts
}

/// The facts that an id of [`ActionAdvice::because`](argine_model::ActionAdvice::because) stands for: tactics, flags, kinds.
pub(crate) fn facts_of_reason(id: &str) -> Vec<Fact> {
    let flag = match id {
        "self_harm" => Some(CaseFact::Crisis),
        "minor_victim" => Some(CaseFact::Minor),
        "publication" | "publication_done" | "published" => Some(CaseFact::Published),
        "publication_claimed" => Some(CaseFact::PublicationClaimed),
        "publication_threatened" => Some(CaseFact::PublicationRisk),
        "deadline_within_24h" => Some(CaseFact::Deadline24h),
        "threat" => Some(CaseFact::Threatened),
        "payment" | "repeat_demand" => Some(CaseFact::Paid),
        other => CaseFact::from_id(other),
    };
    let mut found: Vec<Fact> = flag.map(Fact::Case).into_iter().collect();
    if let Some(tactic) = Tactic::from_id(id) {
        found.extend(OF_TACTIC.iter().filter(|(of, _)| *of == tactic).map(|(_, fact)| Fact::Case(*fact)));
    }
    found.extend(Kind::from_id(id).map(Fact::Kind));
    found
}

fn supporting(evidence: &[Evidence]) -> impl Iterator<Item = u32> {
    evidence.iter().filter(|entry| !entry.counter).map(|entry| entry.index)
}

fn add_age(situation: &Situation<'_>, facts: &mut Facts) {
    let shown = &situation.assessment.flags.minor_victim;
    if shown.value {
        facts.insert(CaseFact::Minor, supporting(&shown.evidence));
        return;
    }
    let said = match situation.age {
        AgeClass::Adult => CaseFact::Adult,
        AgeClass::MinorPossible => CaseFact::AgeUnknown,
        AgeClass::Minor => CaseFact::Minor,
    };
    facts.insert(said, []);
}

fn add_flags(assessment: &Assessment, facts: &mut Facts) {
    let flags = &assessment.flags;
    for (flag, fact) in [(&flags.self_harm, CaseFact::Crisis), (&flags.physical_danger, CaseFact::PhysicalDanger)] {
        if flag.value {
            facts.insert(fact, supporting(&flag.evidence));
        }
    }
    let publication = &flags.publication;
    let state = match publication.status {
        Publication::None => return,
        Publication::Threatened => CaseFact::Threatened,
        Publication::Claimed => CaseFact::PublicationClaimed,
        Publication::Done => CaseFact::Published,
    };
    facts.insert(state, supporting(&publication.evidence));
    facts.insert(CaseFact::PublicationRisk, supporting(&publication.evidence));
}

fn add_demands(assessment: &Assessment, facts: &mut Facts) {
    if !assessment.demands.is_empty() {
        facts.insert(CaseFact::MoneyDemand, assessment.demands.iter().map(|demand| demand.index));
    }
    for proof in &assessment.proofs {
        match proof.proof {
            Proof::Threat => facts.insert(CaseFact::Threatened, supporting(&proof.evidence)),
            // The demand of these kinds is always money, also where no sum is named.
            Proof::Demand
                if matches!(assessment.kind.label, Kind::FinancialGang | Kind::SpamBluff | Kind::FakeAuthority) =>
            {
                facts.insert(CaseFact::MoneyDemand, supporting(&proof.evidence));
            }
            Proof::Demand if assessment.kind.label == Kind::SexualDemand => {
                facts.insert(CaseFact::SexualDemand, supporting(&proof.evidence));
            }
            Proof::Demand | Proof::Leverage => {}
        }
    }
    for stage in &assessment.stages {
        let recorded = |entry: &&Evidence| {
            let says = |text: &str| ["call", "record", "video"].iter().any(|word| text.contains(word));
            !entry.counter && (says(&entry.rule) || entry.why.as_deref().is_some_and(says))
        };
        let entries: Vec<u32> = stage.evidence.iter().filter(recorded).map(|entry| entry.index).collect();
        if stage.stage == Stage::Capture && !entries.is_empty() {
            facts.insert(CaseFact::RecordedCall, entries);
        }
    }
}

fn add_kind(assessment: &Assessment, facts: &mut Facts) {
    let fact = match assessment.kind.label {
        Kind::KnownEx => CaseFact::KnownPerson,
        Kind::FakeAuthority => CaseFact::FakeAuthority,
        Kind::SexualDemand => CaseFact::SexualDemand,
        _ => return,
    };
    facts.insert(fact, []);
}

/// A limit that falls within a day of the case's clock, on either side: one that has just run out presses as much.
fn add_deadlines(situation: &Situation<'_>, facts: &mut Facts) {
    let now = situation.now.datetime();
    let (Ok(from), Ok(to)) = (now.checked_sub(1.day()), now.checked_add(1.day())) else { return };
    let near = |due: &str| due.parse::<civil::DateTime>().is_ok_and(|due| from <= due && due <= to);
    let entries: Vec<u32> =
        situation.assessment.deadlines.iter().filter(|limit| near(&limit.due)).map(|limit| limit.index).collect();
    if !entries.is_empty() {
        facts.insert(CaseFact::Deadline24h, entries);
    }
}

fn add_payments(assessment: &Assessment, facts: &mut Facts) {
    let mut entries: Vec<u32> = assessment.payments.iter().map(|payment| payment.index).collect();
    for stage in assessment.stages.iter().filter(|stage| matches!(stage.stage, Stage::Payment | Stage::RepeatDemand)) {
        entries.extend(supporting(&stage.evidence));
    }
    let advised = assessment.actions.iter().any(|advice| advice.action == Action::BankRecall);
    if entries.is_empty() && !advised {
        return;
    }
    facts.insert(CaseFact::Paid, entries);
    let theirs: Vec<&IndicatorEntry> =
        assessment.indicators.iter().filter(|found| matches!(found.role, Role::Perpetrator | Role::Unknown)).collect();
    let named = theirs.iter().any(|found| found.kind == IndicatorKind::Account && is_tax_code(&found.value));
    let mut known = false;
    for found in &theirs {
        for way in ways(found, named) {
            facts.insert(Fact::PaidWith(way), found.indices.iter().copied());
            known = true;
        }
    }
    if !known {
        facts.insert(Fact::PaidWith(PaidWith::Other), []);
    }
}

/// The ways of paying that an indicator belongs to. A card number beside a codice fiscale is what a Postepay top-up asks for.
fn ways(found: &IndicatorEntry, beside_tax_code: bool) -> Vec<PaidWith> {
    let value = found.value.to_ascii_lowercase();
    match found.kind {
        // ABI 36081 is that of PostePay; the bank transfer is recalled through it.
        IndicatorKind::Iban if value.starts_with("it") && value.get(5..10) == Some("36081") => {
            vec![PaidWith::Sepa, PaidWith::Postepay]
        }
        IndicatorKind::Iban => vec![PaidWith::Sepa],
        IndicatorKind::Card if beside_tax_code || is_postepay(&value) => vec![PaidWith::Postepay],
        IndicatorKind::Card => vec![PaidWith::Card],
        IndicatorKind::Crypto => vec![PaidWith::Crypto],
        // Western Union numbers have 10 digits, those of the other services do not.
        IndicatorKind::Mtcn if value.bytes().filter(u8::is_ascii_digit).count() == 10 => vec![PaidWith::WesternUnion],
        IndicatorKind::Mtcn => vec![PaidWith::Moneygram],
        IndicatorKind::Giftcode => vec![PaidWith::GiftCard],
        IndicatorKind::Account if value.contains("paypal") => vec![PaidWith::Paypal],
        IndicatorKind::Url if host(&value).is_some_and(|host| host == "paypal.me" || is_within(host, "paypal.com")) => {
            vec![PaidWith::Paypal]
        }
        _ => Vec::new(),
    }
}

/// Whether the first digits are those of Postepay cards (`Visa` 4023 60 and 4176 31, `Mastercard` 5333 17 and 5338 74).
fn is_postepay(card: &str) -> bool {
    ["402360", "417631", "533317", "533874"].iter().any(|prefix| card.starts_with(prefix))
}

/// Whether it has the shape of a codice fiscale: 16 letters and digits, six letters first.
fn is_tax_code(value: &str) -> bool {
    value.len() == 16
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
        && value.bytes().take(6).all(|b| b.is_ascii_alphabetic())
}

fn add_platforms(situation: &Situation<'_>, facts: &mut Facts) {
    let platforms = situation.platforms;
    for platform in platforms {
        facts.insert(Fact::Platform(platform.id().to_owned()), []);
    }
    if !platforms.is_empty() && platforms.iter().all(|platform| *platform == Platform::Email) {
        facts.insert(CaseFact::SingleMail, []);
    }
    // Links that the other side gives lead to where it acts; a helpline's or the person's own do not.
    for found in situation.assessment.indicators.iter().filter(|found| found.role == Role::Perpetrator) {
        let place = match found.kind {
            IndicatorKind::Handle => found.value.split_once(':').and_then(|(place, _)| known_place(place)),
            IndicatorKind::Url => host(&found.value.to_ascii_lowercase()).and_then(place_of_host),
            _ => None,
        };
        if let Some(place) = place {
            facts.insert(Fact::Platform(place.to_owned()), found.indices.iter().copied());
        }
    }
}

fn known_place(name: &str) -> Option<&'static str> {
    HOSTS.iter().map(|(_, place)| *place).find(|place| *place == name)
}

fn place_of_host(host: &str) -> Option<&'static str> {
    HOSTS.iter().find(|(name, _)| is_within(host, name)).map(|(_, place)| *place)
}

fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    host.split(':').next().filter(|host| !host.is_empty())
}
