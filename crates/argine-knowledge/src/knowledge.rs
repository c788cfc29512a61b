use std::collections::BTreeMap;

use argine_model::{Action, Kind, Sha256, Stage};
use jiff::civil;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::embedded::{ACTIONS, PACK, PACKS, SITUATIONS, WORDING};
use crate::{
    ClockRecord, Expression, Fact, Facts, HardeningRecord, HelpRole, HelplineRecord, KnowledgeError, NeverRecord,
    NoticeRecord, OutlookRecord, PackVersion, PathRecord, PaymentRecord, PreventionRecord, Record, RouteRecord,
    StatuteRecord, StepRecord,
};

/// A file of a pack, as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackFile<'a> {
    /// Which table: `steps`, `never`, `routes`, `hardening`, `payments`, `statutes`, `clocks`, `helplines`,
    /// `notices`, `paths`, `prevention`, `outlook`.
    pub kind: &'a str,
    /// Name within `knowledge/`, for errors: `steps/it.toml`.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// The packs as typed tables, in the order of the files.
#[derive(Debug, Clone, PartialEq)]
pub struct Knowledge {
    version: PackVersion,
    date: civil::Date,
    digest: Sha256,
    wording: Wording,
    needs: Vec<Need>,
    steps: Vec<StepRecord>,
    never: Vec<NeverRecord>,
    routes: Vec<RouteRecord>,
    hardening: Vec<HardeningRecord>,
    payments: Vec<PaymentRecord>,
    statutes: Vec<StatuteRecord>,
    clocks: Vec<ClockRecord>,
    helplines: Vec<HelplineRecord>,
    notices: Vec<NoticeRecord>,
    paths: Vec<PathRecord>,
    prevention: Vec<PreventionRecord>,
    outlook: Vec<OutlookRecord>,
    situations: Vec<NamedSituation>,
}

/// Words that no text may hold, and why, by language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wording {
    pub(crate) forbidden: Vec<ForbiddenWord>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ForbiddenWord {
    /// `it`, `en` or `any`.
    pub(crate) language: String,
    /// Lower case; a `*` at the end stands for any ending.
    pub(crate) word: String,
    pub(crate) reason: String,
}

/// When the facts of a case call for an action by themselves.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Which.
    pub action: Action,
    /// When.
    pub applies_if: Expression,
    /// What else says why, where the case shows it: nothing here decides.
    #[serde(default)]
    pub because: Vec<Fact>,
    /// Who helps with it in a country whose steps name nobody.
    #[serde(default)]
    pub who: Vec<HelpRole>,
}

/// A case in a few facts, for the question which records any case can reach.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NamedSituation {
    /// What happened, for the person who keeps the packs.
    pub(crate) name: String,
    facts: Vec<Fact>,
}

impl NamedSituation {
    pub(crate) fn facts(&self) -> Facts {
        let mut facts = Facts::new();
        for fact in &self.facts {
            facts.insert(fact.clone(), []);
        }
        facts
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Situations {
    #[serde(default)]
    situation: Vec<NamedSituation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Needs {
    #[serde(default)]
    need: Vec<Need>,
}

/// The files that stand once beside the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackHead<'a> {
    /// `pack.toml`: version and date.
    pub version: &'a str,
    /// `wording.toml`: words that no text may hold.
    pub wording: &'a str,
    /// `actions.toml`: which actions the facts call for.
    pub actions: &'a str,
    /// `situations.toml`: cases that the lint tries the records on.
    pub situations: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Version {
    version: PackVersion,
    date: civil::Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table<T> {
    #[serde(default = "Vec::new")]
    record: Vec<T>,
}

impl Knowledge {
    /// The packs in the binary.
    ///
    /// # Errors
    /// When a pack does not follow its form: a mistake of the build, which the tests of this crate find.
    pub fn embedded() -> Result<Self, KnowledgeError> {
        let files: Vec<PackFile<'_>> = PACKS.iter().map(|&(kind, name, text)| PackFile { kind, name, text }).collect();
        Self::from_files(PackHead { version: PACK, wording: WORDING, actions: ACTIONS, situations: SITUATIONS }, &files)
    }

    /// Packs from text. The digest covers every file, in the order given.
    ///
    /// # Errors
    /// [`KnowledgeError::Malformed`] names the file, the line and the record of the first mistake;
    /// [`KnowledgeError::DuplicateId`] names both places of an id.
    pub fn from_files(head: PackHead<'_>, files: &[PackFile<'_>]) -> Result<Self, KnowledgeError> {
        let Version { version, date } = parse("pack.toml", head.version)?;
        let Needs { need: needs } = parse("actions.toml", head.actions)?;
        let Situations { situation: situations } = parse("situations.toml", head.situations)?;
        let mut knowledge = Self {
            version,
            date,
            digest: digest(head, files),
            wording: parse("wording.toml", head.wording)?,
            needs,
            steps: Vec::new(),
            never: Vec::new(),
            routes: Vec::new(),
            hardening: Vec::new(),
            payments: Vec::new(),
            statutes: Vec::new(),
            clocks: Vec::new(),
            helplines: Vec::new(),
            notices: Vec::new(),
            paths: Vec::new(),
            prevention: Vec::new(),
            outlook: Vec::new(),
            situations,
        };
        let mut seen = BTreeMap::new();
        for file in files {
            match file.kind {
                "steps" => read(file, &mut knowledge.steps, &mut seen)?,
                "never" => read(file, &mut knowledge.never, &mut seen)?,
                "routes" => read(file, &mut knowledge.routes, &mut seen)?,
                "hardening" => read(file, &mut knowledge.hardening, &mut seen)?,
                "payments" => read(file, &mut knowledge.payments, &mut seen)?,
                "statutes" => read(file, &mut knowledge.statutes, &mut seen)?,
                "clocks" => read(file, &mut knowledge.clocks, &mut seen)?,
                "helplines" => read(file, &mut knowledge.helplines, &mut seen)?,
                "notices" => read(file, &mut knowledge.notices, &mut seen)?,
                "paths" => read(file, &mut knowledge.paths, &mut seen)?,
                "prevention" => read(file, &mut knowledge.prevention, &mut seen)?,
                "outlook" => read(file, &mut knowledge.outlook, &mut seen)?,
                other => {
                    return Err(KnowledgeError::Malformed {
                        file: file.name.to_owned(),
                        line: 1,
                        record: String::new(),
                        problem: format!("there is no table `{other}`"),
                    });
                }
            }
        }
        Ok(knowledge)
    }

    /// Version of the packs: what a bundle that replaces them must not be older than.
    pub const fn version(&self) -> &PackVersion {
        &self.version
    }

    /// The day the packs were published.
    pub const fn date(&self) -> civil::Date {
        self.date
    }

    /// Digest of every file of the packs, names included.
    pub const fn digest(&self) -> Sha256 {
        self.digest
    }

    /// When facts call for an action by themselves, beside what an assessment advises.
    pub fn needs(&self) -> &[Need] {
        &self.needs
    }

    /// What to do.
    pub fn steps(&self) -> &[StepRecord] {
        &self.steps
    }

    /// What never to do.
    pub fn never(&self) -> &[NeverRecord] {
        &self.never
    }

    /// How to report to platforms.
    pub fn routes(&self) -> &[RouteRecord] {
        &self.routes
    }

    /// How to close the doors of accounts.
    pub fn hardening(&self) -> &[HardeningRecord] {
        &self.hardening
    }

    /// What to do after paying.
    pub fn payments(&self) -> &[PaymentRecord] {
        &self.payments
    }

    /// Offences.
    pub fn statutes(&self) -> &[StatuteRecord] {
        &self.statutes
    }

    /// Terms.
    pub fn clocks(&self) -> &[ClockRecord] {
        &self.clocks
    }

    /// Who answers.
    pub fn helplines(&self) -> &[HelplineRecord] {
        &self.helplines
    }

    /// Notices that ask for removal.
    pub fn notices(&self) -> &[NoticeRecord] {
        &self.notices
    }

    /// Paths of cases.
    pub fn paths(&self) -> &[PathRecord] {
        &self.paths
    }

    /// The rules of prevention for somebody in `country`, first things first.
    pub fn prevention(&self, country: &str) -> Vec<&PreventionRecord> {
        let mut rules: Vec<_> = self.prevention.iter().filter(|rule| rule.is_for(country)).collect();
        rules.sort_by_key(|rule| rule.rank);
        rules
    }

    /// What usually comes next in a case of this kind, at this stage.
    pub fn outlook(&self, kind: Kind, stage: Option<Stage>) -> Option<&OutlookRecord> {
        let at_stage = |record: &&OutlookRecord| {
            record.stages.is_empty() || stage.is_some_and(|stage| record.stages.contains(&stage))
        };
        let of_kind = self.outlook.iter().filter(|record| record.kinds.contains(&kind));
        of_kind.filter(at_stage).min_by_key(|record| record.rank)
    }

    /// Every record, table after table.
    pub fn records(&self) -> impl Iterator<Item = &dyn Record> {
        fn erase<T: Record>(records: &[T]) -> impl Iterator<Item = &dyn Record> {
            records.iter().map(|record| record as &dyn Record)
        }
        erase(&self.steps)
            .chain(erase(&self.never))
            .chain(erase(&self.routes))
            .chain(erase(&self.hardening))
            .chain(erase(&self.payments))
            .chain(erase(&self.statutes))
            .chain(erase(&self.clocks))
            .chain(erase(&self.helplines))
            .chain(erase(&self.notices))
            .chain(erase(&self.paths))
            .chain(erase(&self.prevention))
            .chain(erase(&self.outlook))
    }

    /// The record with this id, of any table.
    pub fn record(&self, id: &str) -> Option<&dyn Record> {
        self.records().find(|record| record.id() == id)
    }

    pub(crate) fn prevention_everywhere(&self) -> &[PreventionRecord] {
        &self.prevention
    }

    pub(crate) fn outlook_everywhere(&self) -> &[OutlookRecord] {
        &self.outlook
    }

    pub(crate) fn situations(&self) -> &[NamedSituation] {
        &self.situations
    }

    pub(crate) const fn wording(&self) -> &Wording {
        &self.wording
    }
}

fn read<T: Record + DeserializeOwned>(
    file: &PackFile<'_>,
    into: &mut Vec<T>,
    seen: &mut BTreeMap<String, String>,
) -> Result<(), KnowledgeError> {
    let table: Table<T> = parse(file.name, file.text)?;
    for record in table.record {
        if let Some(other) = seen.insert(record.id().to_owned(), file.name.to_owned()) {
            let record = record.id().to_owned();
            return Err(KnowledgeError::DuplicateId { file: file.name.to_owned(), record, other });
        }
        into.push(record);
    }
    Ok(())
}

/// A value from TOML. In a browser by way of a table, because what reads each type is then a third as long; only the place of
/// a mistake is lost, and there nobody could mend it.
///
/// # Errors
/// When the text is not TOML, or not of this shape.
pub fn from_toml<T: DeserializeOwned>(text: &str) -> Result<T, toml::de::Error> {
    if cfg!(target_family = "wasm") { toml::from_str::<toml::Table>(text)?.try_into() } else { toml::from_str(text) }
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, KnowledgeError> {
    from_toml(text).map_err(|error| malformed(name, text, &error))
}

/// Says where a mistake is: line and record, found again in the text from the place that the reader gives.
fn malformed(file: &str, text: &str, error: &toml::de::Error) -> KnowledgeError {
    const HEAD: &str = "[[record]]";
    let place = error.span().map_or(0, |span| span.start).min(text.len());
    let before = text.get(..place).unwrap_or_default();
    let rest = text.get(place..).unwrap_or_default();
    // A mistake of a whole record is placed on its `[[record]]` line, before its id.
    let table = if rest.starts_with(HEAD) { place } else { before.rfind(HEAD).unwrap_or(0) };
    let after = table.saturating_add(HEAD.len()).max(place).min(text.len());
    let next = text.get(after..).and_then(|rest| rest.find(HEAD)).map_or(text.len(), |found| after + found);
    let own = text.get(table..next).unwrap_or_default();
    let id = own
        .lines()
        .find_map(|line| line.trim().strip_prefix("id")?.trim_start().strip_prefix('=')?.trim().strip_prefix('"'));
    KnowledgeError::Malformed {
        file: file.to_owned(),
        line: before.matches('\n').count() + 1,
        record: id.and_then(|id| id.split('"').next()).unwrap_or_default().to_owned(),
        problem: error.message().trim_end_matches('.').to_owned(),
    }
}

fn digest(head: PackHead<'_>, files: &[PackFile<'_>]) -> Sha256 {
    let own = [
        ("pack.toml", head.version),
        ("wording.toml", head.wording),
        ("actions.toml", head.actions),
        ("situations.toml", head.situations),
    ];
    let all = own.into_iter().chain(files.iter().map(|file| (file.name, file.text)));
    // Lengths stand before each part: no two sets of files may look alike when joined.
    let parts: Vec<Vec<u8>> = all
        .map(|(name, text)| {
            let mut part = format!("{name}\n{}\n", text.len()).into_bytes();
            part.extend_from_slice(text.as_bytes());
            part
        })
        .collect();
    Sha256::of_parts(parts.iter().map(Vec::as_slice))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: &str = r#"
[[record]]
id = "it.step.one"
country = "it"
title = { it = "Uno", en = "One" }
text = { it = "Uno.", en = "One." }
source = [{ title = "Fonte", tier = "K", seen_on = "2026-11-21" }]
checked_on = "2026-11-21"
review_by = "2027-02-19"
confidence = "M"
legal_review = "not_needed"
applies_if = "paid"
action = "stop_payment"
rank = 10
why = { it = "Perché.", en = "Why." }
how = [{ it = "Così.", en = "So." }]
"#;

    fn load(text: &str) -> Result<Knowledge, KnowledgeError> {
        let file = PackFile { kind: "steps", name: "steps/it.toml", text };
        let version = "version = \"2026.11.21\"\ndate = \"2026-11-21\"";
        Knowledge::from_files(PackHead { version, wording: "forbidden = []", actions: "", situations: "" }, &[file])
    }

    #[test]
    fn a_record_is_read() {
        let knowledge = load(STEP).unwrap();
        let record = knowledge.record("it.step.one").unwrap();
        assert!(record.to_be_confirmed());
        assert!(!record.verified("2027-02-19".parse().unwrap()).stale);
        assert!(record.verified("2027-02-20".parse().unwrap()).stale);
        assert!(knowledge.record("it.step.two").is_none());
    }

    #[test]
    fn mistakes_name_file_line_and_record() {
        let table = [
            ("rank = 10", "rank = \"x\"", 14, "invalid type: string \"x\", expected i32"),
            ("applies_if = \"paid\"", "applies_if = \"payed\"", 12, "unknown fact `payed`"),
            ("rank = 10", "rank = 10\nsurprise = 1", 15, "unknown field `surprise`"),
            ("tier = \"K\"", "tier = \"Z\"", 7, "unknown variant `Z`"),
            ("action = \"stop_payment\"", "action = \"pay\"", 13, "unknown variant `pay`"),
            ("review_by = \"2027-02-19\"\n", "", 2, "missing field `review_by`"),
        ];
        for (from, to, at, expected) in table {
            let broken = STEP.replace(from, to);
            assert_ne!(broken, STEP);
            match load(&format!("{broken}\n{}", STEP.replace("it.step.one", "it.step.two"))) {
                Err(KnowledgeError::Malformed { file, line, record, problem }) => {
                    assert_eq!((file.as_str(), record.as_str(), line), ("steps/it.toml", "it.step.one", at), "{to}");
                    assert!(problem.starts_with(expected), "{problem}");
                }
                other => panic!("{to}: {other:?}"),
            }
        }
    }

    #[test]
    fn an_id_stands_once() {
        assert!(matches!(load(&format!("{STEP}{STEP}")), Err(KnowledgeError::DuplicateId { .. })));
    }

    #[test]
    fn the_digest_follows_every_file() {
        let one = load(STEP).unwrap().digest();
        assert_eq!(one, load(STEP).unwrap().digest());
        assert_ne!(one, load(&STEP.replace("Uno.", "Una.")).unwrap().digest());
    }

    #[test]
    fn prevention_has_five_rules_in_order() {
        let knowledge = Knowledge::embedded().unwrap();
        for country in ["it", "fr", "zz"] {
            let rules = knowledge.prevention(country);
            assert_eq!(rules.len(), 5, "{country}");
            assert!(rules.iter().zip(rules.iter().skip(1)).all(|(first, next)| first.rank < next.rank));
        }
    }

    #[test]
    fn what_usually_comes_next_is_known_of_every_stage() {
        let knowledge = Knowledge::embedded().unwrap();
        for stage in Stage::ALL {
            for kind in [Kind::FinancialGang, Kind::SexualDemand, Kind::KnownEx] {
                assert!(knowledge.outlook(kind, Some(*stage)).is_some(), "{kind:?} {stage:?}");
            }
        }
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Benign) {
            assert!(knowledge.outlook(*kind, None).is_some(), "{kind:?}");
        }
        assert!(knowledge.outlook(Kind::Benign, None).is_none());
        let threat = knowledge.outlook(Kind::FinancialGang, Some(Stage::Threat)).unwrap();
        assert_eq!(threat.id(), "any.outlook.threat");
    }

    #[test]
    fn the_embedded_packs_are_read() {
        let knowledge = Knowledge::embedded().unwrap_or_else(|error| panic!("{error}"));
        assert!(knowledge.records().count() > 20);
    }
}
