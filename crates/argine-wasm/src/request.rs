//! What the page asks, as JSON.

use argine_chat::Limits;
use argine_knowledge::{CaseFact, Catalogue, Fact, Facts};
use argine_model::{AgeClass, Custodian, DateOrder};
use argine_plan::{PlanProgress, Request};
use argine_respond::{Circumstances, MediaConsent, Screens, country_code};
use jiff::Zoned;
use serde::Deserialize;

use crate::Refusal;

/// What the person said of their age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Age {
    Adult,
    Minor,
    #[default]
    Unknown,
}

impl Age {
    pub(crate) const fn class(self) -> AgeClass {
        match self {
            Self::Adult => AgeClass::Adult,
            Self::Minor => AgeClass::Minor,
            Self::Unknown => AgeClass::MinorPossible,
        }
    }

    /// As a page writes it; whatever is not plainly an adult is treated as perhaps a child.
    pub(crate) fn of(text: &str) -> AgeClass {
        match text {
            "adult" => AgeClass::Adult,
            "minor" => AgeClass::Minor,
            _ => AgeClass::MinorPossible,
        }
    }
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Order {
    DayFirst,
    MonthFirst,
}

/// `circumstances` of `respond`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    now: Zoned,
    #[serde(default)]
    age: Age,
    country: String,
    #[serde(default)]
    custodian: Custodian,
    #[serde(default)]
    owner: Option<String>,
    #[serde(default)]
    date_order: Option<Order>,
}

impl Said {
    pub(crate) fn circumstances(self, catalogue: Catalogue) -> Result<Circumstances, Refusal> {
        Ok(Circumstances {
            now: self.now,
            age: self.age.class(),
            country: country(&self.country)?,
            custodian: self.custodian,
            media: MediaConsent::HashOnly,
            date_order: self.date_order.map(|order| match order {
                Order::DayFirst => DateOrder::DayMonthYear,
                Order::MonthFirst => DateOrder::MonthDayYear,
            }),
            owner: self.owner.filter(|owner| !owner.trim().is_empty()),
            screens: Screens {
                consent: None,
                owner_name: catalogue.text("name-you"),
                other_name: catalogue.text("name-other"),
            },
            limits: Limits::default(),
        })
    }
}

/// `answers` of `plan_without_files`: what the person says instead of handing over a chat.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answers {
    /// `financial_gang`, or `kind:financial_gang`; empty where no door says it.
    #[serde(default)]
    pub(crate) kind: String,
    /// As packs write them.
    #[serde(default)]
    pub(crate) facts: Vec<String>,
    #[serde(default)]
    pub(crate) age: Age,
    pub(crate) country: String,
}

impl Answers {
    pub(crate) fn facts(&self) -> Result<Facts, Refusal> {
        let unknown = |name: &str| Refusal::Request(format!("fact `{name}`"));
        let mut facts = Facts::new();
        facts.insert(
            match self.age {
                Age::Adult => CaseFact::Adult,
                Age::Minor => CaseFact::Minor,
                Age::Unknown => CaseFact::AgeUnknown,
            },
            [],
        );
        if !self.kind.is_empty() {
            let kind = format!("kind:{}", self.kind.strip_prefix("kind:").unwrap_or(&self.kind));
            facts.insert(Fact::parse(&kind).ok_or_else(|| unknown(&kind))?, []);
        }
        for name in &self.facts {
            facts.insert(Fact::parse(name).ok_or_else(|| unknown(name))?, []);
        }
        Ok(facts)
    }

    /// What a plan is made for.
    pub(crate) fn request<'a>(
        &self,
        country: &'a str,
        progress: &PlanProgress,
        now: &'a Zoned,
    ) -> Result<Request<'a>, Refusal> {
        let facts = self.facts()?;
        let said: Vec<CaseFact> = facts.iter().filter_map(|(fact, _)| fact.named()).collect();
        let mut request = Request::new(facts, country, now);
        // Ages exclude each other; what was said last, and what protects more, counts.
        for fact in said {
            request.say(fact);
        }
        progress.add_to(&mut request);
        Ok(request)
    }
}

pub(crate) fn country(typed: &str) -> Result<String, Refusal> {
    country_code(typed).ok_or_else(|| Refusal::Request(format!("country `{typed}`")))
}

pub(crate) fn clock(now: &str) -> Result<Zoned, Refusal> {
    now.parse().map_err(Refusal::request)
}

pub(crate) fn json<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Refusal> {
    serde_json::from_str(text).map_err(Refusal::request)
}

/// What was ticked; an empty text is nothing.
pub(crate) fn progress(text: &str) -> Result<PlanProgress, Refusal> {
    if text.trim().is_empty() { Ok(PlanProgress::default()) } else { json(text) }
}
