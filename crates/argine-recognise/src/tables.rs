//! The tables: rows of urgency, rows of actions.

use std::collections::BTreeMap;

use argine_model::{Action, Kind};
use serde::Deserialize;

use crate::RulesError;
use crate::labels::{Label, Labels};

/// When a row holds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Condition {
    /// One of these kinds; any where empty.
    kinds: Vec<Kind>,
    /// At least one of these labels; not asked where empty.
    any: Vec<String>,
    /// Each of these labels.
    all: Vec<String>,
    /// None of these labels.
    none: Vec<String>,
}

impl Condition {
    /// The reasons for which it holds (kind, or labels without their prefix), or none where it does not.
    pub(crate) fn reasons(&self, kind: Kind, present: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
        if !self.kinds.is_empty() && !self.kinds.contains(&kind) {
            return None;
        }
        if self.none.iter().any(|name| present(name)) || !self.all.iter().all(|name| present(name)) {
            return None;
        }
        let mut reasons: Vec<String> = self
            .all
            .iter()
            .chain(self.any.iter().filter(|name| present(name)))
            .map(|name| name.split_once('.').map_or(name.as_str(), |(_, id)| id).to_owned())
            .collect();
        if !self.any.is_empty() && !self.any.iter().any(|name| present(name)) {
            return None;
        }
        if reasons.is_empty() {
            reasons.push(kind.id().to_owned());
        }
        Some(reasons)
    }

    fn names(&self) -> impl Iterator<Item = &String> {
        self.any.iter().chain(&self.all).chain(&self.none)
    }
}

/// A row of the urgency table: the highest level that holds is the urgency, so that evidence never lowers it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UrgencyRow {
    /// Id, also the reason.
    pub(crate) id: String,
    /// From 0 to 4.
    pub(crate) level: u8,
    /// When.
    pub(crate) when: Condition,
}

/// A row of the actions table: rows that hold are ordered by `rank`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActionRow {
    /// What to do.
    pub(crate) action: Action,
    /// Lower is sooner.
    pub(crate) rank: u32,
    /// When.
    pub(crate) when: Condition,
}

/// File of the urgency table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UrgencyFile {
    pub(crate) row: Vec<UrgencyRow>,
}

/// File of the actions table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActionFile {
    pub(crate) row: Vec<ActionRow>,
}

/// File of the alarm.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AlarmFile {
    raise: f64,
    raise_others: f64,
    raise_all: f64,
    raise_in: BTreeMap<String, f64>,
    thresholds: Vec<f64>,
    mild: Vec<String>,
    value: f64,
    signs: Vec<String>,
    telling: f64,
    out_of_chat: f64,
    abrupt: f64,
    opening: u32,
    whole: f64,
    whole_mail: f64,
    ultimatum: f64,
}

/// When the alarm is raised.
#[derive(Debug)]
pub(crate) struct Alarm {
    /// By how many log odds blackmail is likelier than was fitted.
    pub(crate) raise: f64,
    /// The same for what is told of blackmail, and for other frauds.
    pub(crate) raise_others: f64,
    /// By how many log odds the trees are raised: from even odds on the alarm rings.
    pub(crate) raise_all: f64,
    /// By how many more where another language is spoken.
    raise_in: BTreeMap<String, f64>,
    /// The probability that is enough beside no hard sign, beside one, and so on; the last one also beside more.
    thresholds: Vec<f64>,
    /// Stages and tactics that ordinary talk has too.
    mild: Vec<Label>,
    value: f64,
    signs: Vec<Label>,
    /// Where nobody's name is known: how many times likelier, by odds, somebody tells what happens to them.
    pub(crate) telling: f64,
    /// And how many times likelier a threat together with a demand is blackmail.
    pub(crate) out_of_chat: f64,
    /// The same for the first entries of a chat, which begins with them.
    pub(crate) abrupt: f64,
    /// So many entries.
    pub(crate) opening: u32,
    /// How many times likelier blackmail is where material, a threat and a demand are all shown.
    pub(crate) whole: f64,
    /// The same of a mail that bluffs.
    pub(crate) whole_mail: f64,
    /// The probability of a stage or tactic from which an entry of the opening that names a sum is an ultimatum.
    pub(crate) ultimatum: f64,
}

impl Alarm {
    /// Resolves the names of the hard signs.
    pub(crate) fn build(file: AlarmFile, labels: &mut Labels) -> Result<Self, RulesError> {
        let wrong = |rule: &str, reason: &str| RulesError::Rule {
            file: "alarm.toml".to_owned(),
            rule: rule.to_owned(),
            reason: reason.to_owned(),
        };
        let find = |name: &String| labels.find(name).ok_or_else(|| wrong(name, "no rule gives it"));
        let signs = file.signs.iter().map(find).collect::<Result<_, _>>()?;
        let mild = file.mild.iter().map(|name| labels.intern(name).map_err(|reason| wrong(name, &reason)));
        let mild = mild.collect::<Result<_, _>>()?;
        if file.thresholds.is_empty() || !file.thresholds.is_sorted_by(|left, right| left >= right) {
            return Err(wrong("thresholds", "they must fall from sign to sign"));
        }
        let AlarmFile {
            raise,
            raise_others,
            raise_all,
            raise_in,
            thresholds,
            value,
            telling,
            out_of_chat,
            abrupt,
            opening,
            whole,
            whole_mail,
            ultimatum,
            ..
        } = file;
        Ok(Self {
            raise,
            raise_others,
            raise_all,
            raise_in,
            thresholds,
            mild,
            value,
            signs,
            telling,
            out_of_chat,
            abrupt,
            opening,
            whole,
            whole_mail,
            ultimatum,
        })
    }

    /// By how many log odds more the trees are raised where this language is spoken.
    pub(crate) fn raise_in(&self, language: &str) -> f64 {
        self.raise_in.get(language).copied().unwrap_or(0.0)
    }

    /// Whether a label of this value counts.
    pub(crate) fn is_shown(&self, value: f64) -> bool {
        value >= self.value
    }

    /// Whether this probability is enough beside these values.
    pub(crate) fn rings(&self, probability: f64, value: impl Fn(Label) -> f64) -> bool {
        if self.thresholds.last().is_none_or(|lowest| probability < *lowest) {
            return false;
        }
        let signs = self.signs.iter().filter(|sign| self.is_shown(value(**sign))).count();
        self.thresholds.get(signs).or(self.thresholds.last()).is_some_and(|enough| probability >= *enough)
    }

    /// Whether ordinary talk has this stage or tactic too.
    pub(crate) fn is_mild(&self, label: Label) -> bool {
        self.mild.contains(&label)
    }
}

/// Checks that rows speak of labels that exist.
pub(crate) fn check_condition(file: &str, row: &str, condition: &Condition, labels: &Labels) -> Result<(), RulesError> {
    match condition.names().find(|name| labels.find(name).is_none()) {
        Some(name) => Err(RulesError::Rule {
            file: file.to_owned(),
            rule: row.to_owned(),
            reason: format!("no rule gives {name}"),
        }),
        None => Ok(()),
    }
}

/// `e` to the power of `x`, by additions and multiplications only: the same bits on every machine.
pub(crate) fn exponential(x: f64) -> f64 {
    let x = x.clamp(-30.0, 30.0) / 1024.0;
    let mut result = 1.0 + x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0))));
    for _ in 0..10 {
        result *= result;
    }
    result
}
