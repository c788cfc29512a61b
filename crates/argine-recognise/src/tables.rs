//! The tables: weights of the kinds, rows of urgency, rows of actions.

use argine_model::{Action, Kind};
use serde::Deserialize;
use std::collections::BTreeMap;

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

/// File of the weights.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KindFile {
    /// The probability from which the alarm is raised.
    pub(crate) threshold: f64,
    kind: Vec<KindRecord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRecord {
    id: Kind,
    bias: f64,
    /// Groups of labels: of each, one must be present.
    #[serde(default)]
    requires: Vec<Vec<String>>,
    /// Weights by label, or by two labels joined with `&`.
    #[serde(default)]
    weights: BTreeMap<String, f64>,
}

/// One kind's linear score.
#[derive(Debug)]
pub(crate) struct KindScore {
    /// Which.
    pub(crate) kind: Kind,
    bias: f64,
    requires: Vec<Vec<Label>>,
    weights: Vec<(Label, Option<Label>, f64)>,
}

impl KindScore {
    /// The score for these values, or none where a hard requirement is missing.
    pub(crate) fn score(&self, value: &impl Fn(Label) -> f64) -> Option<f64> {
        if !self.requires.iter().all(|group| group.iter().any(|label| value(*label) >= 0.5)) {
            return None;
        }
        let sum = self.weights.iter().map(|(label, other, weight)| weight * value(*label) * other.map_or(1.0, value));
        Some(self.bias + sum.sum::<f64>())
    }
}

/// The scores, ready.
pub(crate) fn build_scores(file: &str, content: KindFile, labels: &mut Labels) -> Result<Vec<KindScore>, RulesError> {
    let mut scores = Vec::new();
    for record in content.kind {
        let mut intern = |name: &str| {
            labels.intern(name.trim()).map_err(|reason| RulesError::Rule {
                file: file.to_owned(),
                rule: record.id.id().to_owned(),
                reason,
            })
        };
        let requires = record
            .requires
            .iter()
            .map(|group| group.iter().map(|name| intern(name)).collect())
            .collect::<Result<Vec<Vec<Label>>, RulesError>>()?;
        let mut weights = Vec::new();
        for (name, weight) in &record.weights {
            let (left, right) = name.split_once('&').map_or((name.as_str(), None), |(left, right)| (left, Some(right)));
            weights.push((intern(left)?, right.map(&mut intern).transpose()?, *weight));
        }
        scores.push(KindScore { kind: record.id, bias: record.bias, requires, weights });
    }
    Ok(scores)
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
