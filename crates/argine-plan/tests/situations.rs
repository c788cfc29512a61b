//! Case situations as data: facts in, first steps, offences, terms and lines out (`situations.toml`).
//!
//! Each row was read for sense by a person. Where a row no longer comes out, the message of the failure holds it as it
//! is now: read it, and only then copy it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use argine_knowledge::{Expression, Fact, Facts, Knowledge, Record, gulpease};
use argine_model::{Action, ActionAdvice, Language, Localised, Opening, Plan, PlanDates, Verified};
use argine_plan::{PlanProgress, Request, next_steps, plan_from};
use jiff::Zoned;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    /// `money_demand@64`: shown by message 64.
    facts: Vec<String>,
    #[serde(default = "italy")]
    country: String,
    #[serde(default = "saturday_evening")]
    now: String,
    #[serde(default)]
    dates: PlanDates,
    /// What the assessment advises beside what the facts call for.
    #[serde(default)]
    advised: Vec<Action>,
    /// The first five steps.
    steps: Vec<String>,
    offences: Vec<String>,
    clocks: Vec<String>,
    /// The first four of those who answer; `-` stands before who is closed, `?` before who may be.
    lines: Vec<String>,
    path: String,
}

fn italy() -> String {
    "it".to_owned()
}

fn saturday_evening() -> String {
    "2026-11-21T22:00:00+01:00[Europe/Rome]".to_owned()
}

fn rows() -> Vec<Row> {
    toml::from_str::<Table>(include_str!("situations.toml")).unwrap().case
}

fn knowledge() -> &'static Knowledge {
    static PACKS: std::sync::OnceLock<Knowledge> = std::sync::OnceLock::new();
    PACKS.get_or_init(|| Knowledge::embedded().unwrap())
}

fn facts(row: &Row) -> Facts {
    let mut facts = Facts::new();
    for fact in &row.facts {
        let (name, message) = fact.split_once('@').map_or((fact.as_str(), None), |(name, at)| (name, Some(at)));
        let known = Fact::parse(name).unwrap_or_else(|| panic!("{}: unknown fact {name}", row.name));
        facts.insert(known, message.map(|at| at.parse::<u32>().unwrap()));
    }
    facts
}

fn plan(row: &Row) -> Plan {
    let now: Zoned = row.now.parse().unwrap();
    let mut request = Request::new(facts(row), &row.country, &now);
    request.dates = row.dates;
    let advice = |(action, priority)| ActionAdvice { action, priority, because: Vec::new() };
    request.advised = row.advised.iter().copied().zip(1..).map(advice).collect();
    plan_from(knowledge(), &request)
}

fn ids<'a>(records: impl Iterator<Item = &'a Verified>) -> Vec<String> {
    records.map(|verified| verified.record.clone()).collect()
}

fn outcome(plan: &Plan) -> [Vec<String>; 4] {
    let steps = ids(plan.steps.iter().map(|step| &step.verified)).into_iter().take(5).collect();
    let line = |line: &argine_model::Helpline| {
        let sign = match line.opening {
            Opening::Always | Opening::OpenNow => "",
            Opening::ClosedNow => "-",
            Opening::Unknown => "?",
        };
        format!("{sign}{}", line.verified.record)
    };
    [
        steps,
        ids(plan.offences.iter().map(|offence| &offence.verified)),
        ids(plan.clocks.iter().map(|clock| &clock.verified)),
        plan.helplines.iter().map(line).take(4).collect(),
    ]
}

#[test]
fn every_situation_gets_its_plan() {
    let rows = rows();
    assert!(rows.len() >= 120, "{}", rows.len());
    let names: BTreeSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names.len(), rows.len(), "each name stands once");
    let mut wrong = String::new();
    for row in &rows {
        let plan = plan(row);
        let [steps, offences, clocks, lines] = outcome(&plan);
        let path = plan.path.as_ref().map(|path| path.verified.record.clone()).unwrap_or_default();
        let same = (&steps, &offences, &clocks, &lines, &path)
            == (&row.steps, &row.offences, &row.clocks, &row.lines, &row.path);
        if !same {
            writeln!(
                wrong,
                "## {}\nsteps = {steps:?}\noffences = {offences:?}\nclocks = {clocks:?}\nlines = {lines:?}\npath = {path:?}",
                row.name
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "these rows come out otherwise:\n{wrong}");
}

#[test]
fn self_harm_always_stands_first_and_holds_the_rest() {
    for mut row in rows() {
        row.facts.push("crisis@90".to_owned());
        let plan = plan(&row);
        assert_eq!(plan.steps[0].action, Action::CrisisLine, "{}", row.name);
        assert!(plan.crisis && plan.path.as_ref().unwrap().verified.record == "any.path.crisis", "{}", row.name);
        assert_eq!(next_steps(&plan, &PlanProgress::default()).len(), 1, "{}", row.name);
        let first = knowledge().helplines().iter().find(|line| line.id() == plan.helplines[0].verified.record).unwrap();
        assert!(first.is_emergency(), "{}", row.name);
    }
}

#[test]
fn everything_shown_has_a_source_a_date_and_both_languages() {
    for row in rows() {
        let plan = plan(&row);
        let verified = (plan.steps.iter().map(|step| &step.verified))
            .chain(plan.never.iter().map(|rule| &rule.verified))
            .chain(plan.offences.iter().map(|offence| &offence.verified))
            .chain(plan.clocks.iter().map(|clock| &clock.verified))
            .chain(plan.helplines.iter().map(|line| &line.verified))
            .chain(plan.routes.iter().map(|route| &route.verified))
            .chain(plan.path.iter().map(|path| &path.verified));
        for one in verified {
            assert!(!one.sources.is_empty() && one.checked_on.year() >= 2026, "{}: {}", row.name, one.record);
        }
        for text in texts(&plan) {
            assert!(!text.it.trim().is_empty() && !text.en.trim().is_empty(), "{}", row.name);
        }
        for step in &plan.steps {
            for text in [&step.title, &step.why] {
                assert!(gulpease(text.in_language(Language::It)) >= 60, "{}: {}", row.name, text.it);
            }
        }
    }
}

fn texts(plan: &Plan) -> Vec<&Localised> {
    let mut texts: Vec<&Localised> = Vec::new();
    for step in &plan.steps {
        texts.extend([&step.title, &step.why]);
        texts.extend(step.how.iter().map(|sub| &sub.text));
    }
    texts.extend(plan.never.iter().flat_map(|rule| [&rule.text, &rule.why]));
    texts.extend(plan.path.iter().flat_map(|path| path.dos.iter().chain([&path.title, &path.text])));
    texts
}

/// What somebody would be told to do, in words that only such advice uses. A sentence that forbids it begins with a
/// negation, or has one before the verb.
const HARMFUL: &[(&str, &[&str])] = &[
    (
        "pay",
        &[
            "paga ",
            "pagare ",
            "versa ",
            "manda il denaro",
            "manda denaro",
            "fai il bonifico",
            "pay ",
            "send the money",
            "send money",
        ],
    ),
    (
        "answer",
        &["rispondi a chi ti ricatta", "rispondi al ricatt", "rispondigli", "answer the blackmailer", "reply to who"],
    ),
    ("bargain", &["tratta sul prezzo", "chiedi tempo", "prendi tempo", "bargain", "ask for time", "negotiate"]),
    ("trace", &["rintraccia", "scopri chi è", "cerca chi è", "geolocalizza", "trace ", "track down", "find out who"]),
    (
        "delete",
        &[
            "elimina l'account",
            "elimina il profilo",
            "elimina i profili",
            "cancella l'account",
            "cancella la chat",
            "cancella le chat",
            "cancella i messaggi",
            "delete the account",
            "delete your account",
            "delete the chat",
            "delete your chat",
        ],
    ),
];

#[test]
fn no_step_tells_to_pay_answer_bargain_trace_or_delete() {
    let negations = [
        "non ", "mai ", "né ", "senza ", "chi ", "hai ", "invece ", "do not ", "don't ", "never ", "no ", "without ",
        "who ", "whoever ", "that ", "nor ", "if you ", "you ", "can ", "possono ",
    ];
    for step in knowledge().steps() {
        // What somebody is told to do stands in the title and in what to do; the reasons may name what others do.
        for text in [step.title(), step.text()].into_iter().chain(&step.how) {
            for language in Language::ALL {
                for sentence in text.in_language(language).to_lowercase().split(['.', ';', ':', '?']) {
                    for (what, words) in HARMFUL {
                        for word in *words {
                            let Some(at) = sentence.find(word) else { continue };
                            let before = &sentence[..at];
                            let starts = before.chars().next_back().is_none_or(|c| !c.is_alphabetic());
                            let forbidden = negations.iter().any(|negation| before.contains(negation));
                            assert!(!starts || forbidden, "{} tells to {what}: {sentence}", step.id());
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_minor_is_never_asked_to_copy_or_resend_images() {
    let asks = [
        "esporta la chat intera",
        "con i media",
        "copia le immagini",
        "copia l'immagine",
        "invia l'immagine",
        "manda l'immagine",
        "manda le immagini",
        "stampa le immagini",
        "fotografa l'immagine",
        "export the whole chat",
        "copy the image",
        "send the image",
        "print the image",
        "photograph the image",
    ];
    let negations = ["non ", "senza ", "mai ", "do not ", "never ", "without "];
    for row in rows() {
        let mut row = row;
        row.facts
            .retain(|fact| !matches!(fact.as_str(), "adult" | "age_unknown" | "minor" | "under_14" | "guardian_risk"));
        for age in ["minor", "age_unknown"] {
            row.facts.push(age.to_owned());
            for step in plan(&row).steps {
                for sub in &step.how {
                    for language in Language::ALL {
                        for sentence in sub.text.in_language(language).to_lowercase().split(['.', ':', ';']) {
                            let asked = asks.iter().find(|ask| sentence.contains(**ask));
                            let forbidden = negations.iter().any(|negation| sentence.contains(negation));
                            assert!(asked.is_none() || forbidden, "{}: {}: {sentence}", row.name, sub.id);
                        }
                    }
                }
            }
            row.facts.pop();
        }
    }
}

#[test]
fn a_publication_is_never_for_a_court_of_its_own_and_528_never_a_crime() {
    for row in rows() {
        let hacked = row.facts.iter().any(|fact| fact.starts_with("hacked"));
        for offence in plan(&row).offences {
            assert!(!offence.article.contains("528"), "{}", row.name);
            assert!(hacked || !offence.article.contains("629, comma 3"), "{}", row.name);
        }
    }
}

/// The records that some row shows. What none shows is listed by the lint too, over its own table.
#[test]
fn the_rows_together_show_every_kind_of_record() {
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for row in rows() {
        let plan = plan(&row);
        shown.extend(ids(plan.steps.iter().map(|step| &step.verified)));
        shown.extend(ids(plan.never.iter().map(|rule| &rule.verified)));
        shown.extend(ids(plan.offences.iter().map(|offence| &offence.verified)));
        shown.extend(ids(plan.clocks.iter().map(|clock| &clock.verified)));
        shown.extend(ids(plan.helplines.iter().map(|line| &line.verified)));
        shown.extend(ids(plan.path.iter().map(|path| &path.verified)));
    }
    let all = (knowledge().steps().iter().map(Record::id))
        .chain(knowledge().never().iter().map(Record::id))
        .chain(knowledge().statutes().iter().map(Record::id))
        .chain(knowledge().clocks().iter().map(Record::id))
        .chain(knowledge().helplines().iter().map(Record::id))
        .chain(knowledge().paths().iter().map(Record::id));
    let missing: Vec<&str> = all.filter(|id| !shown.contains(*id)).collect();
    assert!(missing.is_empty(), "no row shows {missing:?}");
}

#[test]
fn facts_of_the_table_are_facts_of_the_packs() {
    for row in rows() {
        let ages = ["adult", "minor", "age_unknown"];
        assert_eq!(row.facts.iter().filter(|fact| ages.contains(&fact.as_str())).count(), 1, "{}", row.name);
        assert!(row.facts.iter().any(|fact| fact.starts_with("kind:")), "{}", row.name);
        for fact in &row.facts {
            let name = fact.split('@').next().unwrap();
            name.parse::<Expression>().expect(name);
        }
    }
}
