use argine_model::{Action, Kind, Localised, Opening, Source, Stage, Tier, Verified};
use jiff::civil;
use serde::{Deserialize, Serialize};

use crate::opening::opening_at;
use crate::{Expression, Fact, Facts, OpeningTime, PaidWith};

/// How sure we are of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Confidence {
    /// Low.
    L,
    /// Medium; the most that a record with a source of tier K may have.
    M,
    /// High.
    H,
}

/// Whether a lawyer has read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalReview {
    /// Not yet.
    Pending,
    /// Yes.
    Done,
    /// It says nothing about the law.
    NotNeeded,
}

/// What every record has, whatever its kind.
pub trait Record {
    /// Stable id, one over all packs: `it.step.stop_payment`.
    fn id(&self) -> &str;
    /// ISO 3166-1 alpha-2, lower case; `any` where it holds everywhere.
    fn country(&self) -> &str;
    /// What it is.
    fn title(&self) -> &Localised;
    /// In plain words.
    fn text(&self) -> &Localised;
    /// Where it comes from.
    fn sources(&self) -> &[Source];
    /// When somebody last looked.
    fn checked_on(&self) -> civil::Date;
    /// When somebody must look again.
    fn review_by(&self) -> civil::Date;
    /// How sure we are.
    fn confidence(&self) -> Confidence;
    /// Whether a lawyer has read it.
    fn legal_review(&self) -> LegalReview;
    /// When it applies; always where there is none.
    fn applies_if(&self) -> Option<&Expression>;
    /// Every text that a person reads, with the name of its field.
    fn texts(&self) -> Vec<(&'static str, &Localised)>;

    /// Whether it may be used for somebody in `country`: its own, all of the European Union, or everywhere.
    fn is_for(&self, country: &str) -> bool {
        match self.country() {
            "any" => true,
            "eu" => is_in_the_union(country),
            own => own == country,
        }
    }

    /// The facts that make it apply, in the order of its expression; none of them where it always applies.
    /// `None` where it does not apply.
    fn applies<'a>(&'a self, facts: &Facts) -> Option<Vec<&'a Fact>> {
        self.applies_if().map_or_else(|| Some(Vec::new()), |expression| expression.evaluate(facts))
    }

    /// Whether any source is tier K: shown as "to be confirmed".
    fn to_be_confirmed(&self) -> bool {
        self.sources().iter().any(|source| source.tier == Tier::K)
    }

    /// What is known of its freshness on a day.
    fn verified(&self, today: civil::Date) -> Verified {
        Verified {
            record: self.id().to_owned(),
            sources: self.sources().to_vec(),
            checked_on: self.checked_on(),
            stale: today > self.review_by(),
            to_be_confirmed: self.to_be_confirmed(),
        }
    }
}

/// Whether the law of the European Union holds there (27 states, ISO 3166-1 alpha-2, lower case).
pub fn is_in_the_union(country: &str) -> bool {
    const STATES: [&str; 27] = [
        "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "it", "lt", "lu",
        "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk",
    ];
    STATES.contains(&country)
}

macro_rules! record {
    ($(#[$outer:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $kind:ty,)* } texts($self_:ident) $texts:expr) => {
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            id: String,
            country: String,
            title: Localised,
            text: Localised,
            source: Vec<Source>,
            checked_on: civil::Date,
            review_by: civil::Date,
            confidence: Confidence,
            legal_review: LegalReview,
            #[serde(default)]
            applies_if: Option<Expression>,
            $($(#[$field_meta])* pub $field: $kind,)*
        }

        impl Record for $name {
            fn id(&self) -> &str { &self.id }
            fn country(&self) -> &str { &self.country }
            fn title(&self) -> &Localised { &self.title }
            fn text(&self) -> &Localised { &self.text }
            fn sources(&self) -> &[Source] { &self.source }
            fn checked_on(&self) -> civil::Date { self.checked_on }
            fn review_by(&self) -> civil::Date { self.review_by }
            fn confidence(&self) -> Confidence { self.confidence }
            fn legal_review(&self) -> LegalReview { self.legal_review }
            fn applies_if(&self) -> Option<&Expression> { self.applies_if.as_ref() }
            fn texts(&$self_) -> Vec<(&'static str, &Localised)> {
                let mut texts = vec![("title", &$self_.title), ("text", &$self_.text)];
                texts.extend($texts);
                texts
            }
        }
    };
}

fn sub_steps<'a>(name: &'static str, steps: &'a [Localised]) -> impl Iterator<Item = (&'static str, &'a Localised)> {
    steps.iter().map(move |step| (name, step))
}

/// Another rank where an expression holds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankIf {
    /// When.
    pub applies_if: Expression,
    /// The rank then.
    pub rank: i32,
}

record! {
    /// Something to do.
    StepRecord {
        /// The action that it carries out.
        action: Action,
        /// Its place: lower first.
        rank: i32,
        /// Other places; the first whose expression holds decides.
        #[serde(default)]
        rank_if: Vec<RankIf>,
        /// Why it helps.
        why: Localised,
        /// How, one thing after the other.
        how: Vec<Localised>,
        /// Ids of helplines and routes that help with it; where none of them is for the country, those of the roles
        /// that the action names ([`Need::who`](crate::Need::who)).
        #[serde(default)]
        helps: Vec<String>,
        /// Actions to do before this one, where the plan holds them: what is put off takes this with it.
        #[serde(default)]
        after: Vec<Action>,
    }
    texts(self) core::iter::once(("why", &self.why)).chain(sub_steps("how", &self.how))
}

impl StepRecord {
    /// Its place in a case.
    pub fn rank_in(&self, facts: &Facts) -> i32 {
        self.rank_if.iter().find(|other| other.applies_if.holds(facts)).map_or(self.rank, |other| other.rank)
    }
}

record! {
    /// Something never to do.
    NeverRecord {
        /// Its place: lower first.
        rank: i32,
        /// Why.
        why: Localised,
    }
    texts(self) [("why", &self.why)]
}

record! {
    /// The path of a case: what its situation is called, and what helps in it. The first whose expression holds counts.
    PathRecord {
        /// Its place: lower first.
        rank: i32,
        /// What to do, in short: the counterpart of the never-rules.
        dos: Vec<Localised>,
    }
    texts(self) sub_steps("dos", &self.dos)
}

record! {
    /// One rule of prevention, for whoever is not under blackmail: what keeps a stranger's approach from becoming one.
    PreventionRecord {
        /// Its place: lower first.
        rank: i32,
        /// Why it helps.
        why: Localised,
    }
    texts(self) [("why", &self.why)]
}

record! {
    /// What usually comes next, so that the other side's next move is no surprise. Never a certainty.
    OutlookRecord {
        /// Its place among those that hold: lower first.
        rank: i32,
        /// The kinds of case it speaks of.
        kinds: Vec<Kind>,
        /// The stages it speaks of; every stage, or none known, where empty.
        #[serde(default)]
        stages: Vec<Stage>,
    }
    texts(self) core::iter::empty::<(&'static str, &Localised)>()
}

record! {
    /// How to report to a platform.
    RouteRecord {
        /// A [`Platform`](argine_model::Platform) or another place, lower case, as in `platform:<platform>`.
        platform: String,
        /// Its place: lower first.
        rank: i32,
        /// What to tap, in order.
        how: Vec<Localised>,
        /// What to mind.
        notes: Localised,
    }
    texts(self) sub_steps("how", &self.how).chain([("notes", &self.notes)])
}

record! {
    /// How to close the doors of an account.
    HardeningRecord {
        /// As in [`RouteRecord::platform`]; `any` for what holds on every platform.
        platform: String,
        /// What to set, in order.
        how: Vec<Localised>,
    }
    texts(self) sub_steps("how", &self.how)
}

record! {
    /// What to do after paying in this way.
    PaymentRecord {
        /// The way.
        paid_with: PaidWith,
        /// What to do, in order.
        how: Vec<Localised>,
        /// What its numbers look like, so that they are not lost.
        format: Localised,
    }
    texts(self) sub_steps("how", &self.how).chain([("format", &self.format)])
}

/// A field of a notice: the superset of what DSA art. 16, TAKE IT DOWN Act s. 3, OSA s. 10(3A), the Garante's form, GDPR
/// art. 17 and the forms of platforms ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeField {
    /// The exact addresses.
    Urls,
    /// Why it is unlawful.
    Reasons,
    /// The statement that the person did not consent.
    Nonconsent,
    /// Name of who reports.
    ReporterName,
    /// Mail address of who reports.
    ReporterMail,
    /// The statement that what is said is accurate and complete.
    GoodFaith,
    /// A typed signature with its date.
    Signature,
    /// Whether the reporter is the person, a parent, a lawyer, an organisation; with the mandate where it is another.
    Capacity,
    /// The services concerned.
    Platforms,
    /// A copy of an identity document, given to the platform's own form only.
    IdentityDocument,
}

impl NoticeField {
    /// The stable name, as in the packs and in the message catalogue.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Urls => "urls",
            Self::Reasons => "reasons",
            Self::Nonconsent => "nonconsent",
            Self::ReporterName => "reporter_name",
            Self::ReporterMail => "reporter_mail",
            Self::GoodFaith => "good_faith",
            Self::Signature => "signature",
            Self::Capacity => "capacity",
            Self::Platforms => "platforms",
            Self::IdentityDocument => "identity_document",
        }
    }
}

/// A field that a regime asks for, and the law that it serves.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredField {
    /// Which.
    pub field: NoticeField,
    /// The article.
    pub law: String,
    /// Whether it may stay empty where the person shown is under 18 (DSA art. 16(2)(c): Directive 2011/93, arts. 3–7).
    #[serde(default)]
    pub not_for_minors: bool,
}

record! {
    /// A notice that asks for removal.
    NoticeRecord {
        /// Its place: lower first.
        rank: i32,
        /// Hours from a complete notice to a decision, where a law sets them.
        #[serde(default)]
        hours: Option<u32>,
        /// Hosts for which it is a warning; none where it is a regime of its own.
        #[serde(default)]
        hosts: Vec<String>,
        /// Where it goes.
        addressee: Localised,
        /// What to mind.
        beware: Localised,
        /// What it must hold.
        fields: Vec<RequiredField>,
    }
    texts(self) [("addressee", &self.addressee), ("beware", &self.beware)]
}

/// Who may start a prosecution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prosecution {
    /// The State, on its own.
    ExOfficio,
    /// Only after a complaint (querela).
    Complaint,
    /// It depends on the case.
    Depends,
    /// Another country's rules, which nobody has checked yet: ask the police there.
    AskPolice,
}

impl Prosecution {
    /// The stable identifier, as in [`Offence::prosecution`](argine_model::Offence::prosecution).
    pub const fn id(self) -> &'static str {
        match self {
            Self::ExOfficio => "ex_officio",
            Self::Complaint => "complaint",
            Self::Depends => "depends",
            Self::AskPolice => "ask_police",
        }
    }
}

record! {
    /// An offence that a complaint may name.
    StatuteRecord {
        /// `art. 629, comma 1, c.p.`.
        article: String,
        /// Who may start the prosecution.
        prosecution: Prosecution,
        /// Months for the complaint, where one is needed.
        #[serde(default)]
        complaint_months: Option<u8>,
        /// Whether it is prosecuted ex officio when linked with another offence of the case that is.
        connected_ex_officio: bool,
        /// Its place: lower first.
        rank: i32,
    }
    texts(self) core::iter::empty::<(&'static str, &Localised)>()
}

/// What a term runs from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Starts {
    /// The day the person learned of the fact.
    LearnedOn,
    /// The day a notice or a form was received.
    NoticeSent,
    /// The day of the publication.
    PublishedOn,
    /// The day of the payment.
    PaidOn,
    /// The day a platform or office answered.
    DecisionReceived,
    /// The day of the event itself.
    Event,
}

/// How long a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// Hours by the clock.
    Hours(u16),
    /// Calendar days.
    Days(u16),
    /// Days on which offices of the country are open.
    WorkingDays(u16),
    /// Calendar months: the day with the same number, or the last of the month (c.p. 14, c.p.c. 155).
    Months(u8),
}

record! {
    /// A legal or platform term.
    ClockRecord {
        /// What it runs from.
        starts: Starts,
        /// How long; none where the law sets no fixed term.
        #[serde(default)]
        length: Option<Length>,
        /// What remains to do when it has passed; never "too late".
        if_missed: Localised,
    }
    texts(self) [("if_missed", &self.if_missed)]
}

/// Whom a helpline serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Serves {
    /// Everyone in a case.
    Everyone,
    /// People under 18.
    Minor,
    /// People of 18 and over.
    Adult,
    /// People who may harm themselves.
    Crisis,
    /// People hurt by somebody they know.
    KnownPerson,
}

/// What somebody who answers is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpRole {
    /// The emergency number.
    Emergency,
    /// Somebody who listens.
    Listening,
    /// Lines for people under 18.
    Minors,
    /// Violence by somebody known.
    Violence,
    /// Where a crime is reported.
    Police,
    /// Getting images taken down, or blocked beforehand.
    Removal,
    /// Complaints about platforms, fraud offices, other authorities.
    Authority,
}

impl HelpRole {
    /// Every role.
    pub const ALL: [Self; 7] =
        [Self::Emergency, Self::Listening, Self::Minors, Self::Violence, Self::Police, Self::Removal, Self::Authority];
    /// Those that a country cannot be without.
    pub const CORE: [Self; 5] = [Self::Emergency, Self::Listening, Self::Minors, Self::Police, Self::Removal];
}

record! {
    /// Somebody who answers, free of charge.
    HelplineRecord {
        /// Number to dial.
        #[serde(default)]
        phone: Option<String>,
        /// Page.
        #[serde(default)]
        url: Option<String>,
        /// Hours in words.
        hours: Localised,
        /// IANA name of the zone of its hours.
        zone: String,
        /// When it answers; empty where not known.
        opening: Vec<OpeningTime>,
        /// Whom it serves.
        serves: Vec<Serves>,
        /// What it is there for.
        role: HelpRole,
        /// Its place: lower first; 0 is the emergency number.
        rank: i32,
    }
    texts(self) [("hours", &self.hours)]
}

impl HelplineRecord {
    /// Whether it answers at a moment. Not known where the hours or the zone are not.
    pub fn opening_at(&self, now: &jiff::Zoned) -> Opening {
        now.in_tz(&self.zone).map_or(Opening::Unknown, |there| opening_at(&self.opening, there.datetime()))
    }

    /// Whether it is the emergency number.
    pub const fn is_emergency(&self) -> bool {
        self.rank == 0
    }
}
