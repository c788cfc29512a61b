//! Fitted weights: linear scores over cues, for the kind of a conversation and for the stages and tactics of one entry.
//!
//! They are data (`weights.toml`), written by the example `fit` from the annotated sets; see `docs/recognition.md`.

use std::collections::BTreeMap;

use argine_model::Kind;
use serde::Deserialize;

use crate::cues::Trail;
use crate::labels::{Label, Labels};
use crate::tables::exponential;
use crate::{Recogniser, RulesError};

/// File of the fitted weights.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WeightFile {
    /// The probability of a move from which it is found.
    found: f64,
    kinds: BTreeMap<String, BTreeMap<String, f64>>,
    /// Stages and tactics: weights of the entry's own cues, and of the fading ones (`ago:…`).
    moves: BTreeMap<String, BTreeMap<String, f64>>,
}

/// Weights by cue.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    /// Probability of a move.
    pub(crate) found: f64,
    kinds: Vec<Kind>,
    kind_bias: Vec<f64>,
    /// By cue, the weight of every kind.
    by_cue: Vec<Vec<f64>>,
    /// Stages and tactics.
    pub(crate) moves: Vec<Label>,
    move_bias: Vec<f64>,
    now: Vec<Vec<(u16, f64)>>,
    ago: Vec<Vec<(u16, f64)>>,
}

impl Weights {
    /// Resolves names; a cue that no longer exists has no weight.
    pub(crate) fn build(
        file: WeightFile,
        cues: &BTreeMap<String, u16>,
        count: usize,
        labels: &mut Labels,
    ) -> Result<Self, RulesError> {
        let mut weights = Self { found: file.found, ..Self::default() };
        weights.by_cue = vec![Vec::new(); count];
        weights.now = vec![Vec::new(); count];
        weights.ago = vec![Vec::new(); count];
        let wrong = |rule: &str, reason: String| RulesError::Rule {
            file: "weights.toml".to_owned(),
            rule: rule.to_owned(),
            reason,
        };
        let size = file.kinds.len();
        for (at, (name, by_name)) in file.kinds.into_iter().enumerate() {
            weights.kinds.push(Kind::from_id(&name).ok_or_else(|| wrong(&name, "is not a kind".to_owned()))?);
            weights.kind_bias.push(by_name.get("bias").copied().unwrap_or(0.0));
            for (cue, weight) in by_name {
                let row = cues.get(&cue).and_then(|cue| weights.by_cue.get_mut(usize::from(*cue)));
                if let Some(row) = row {
                    row.resize(size, 0.0);
                    if let Some(slot) = row.get_mut(at) {
                        *slot = weight;
                    }
                }
            }
        }
        for (name, by_name) in file.moves {
            let at = u16::try_from(weights.moves.len()).unwrap_or(u16::MAX);
            weights.moves.push(labels.intern(&name).map_err(|reason| wrong(&name, reason))?);
            weights.move_bias.push(by_name.get("bias").copied().unwrap_or(0.0));
            for (cue, weight) in by_name {
                let (table, cue) = match cue.strip_prefix("ago:") {
                    Some(cue) => (&mut weights.ago, cue),
                    None => (&mut weights.now, cue.as_str()),
                };
                if let Some(row) = cues.get(cue).and_then(|cue| table.get_mut(usize::from(*cue))) {
                    row.push((at, weight));
                }
            }
        }
        Ok(weights)
    }

    /// Probabilities of the kinds, most probable first.
    pub(crate) fn kinds(&self, trail: &Trail, message: u32) -> Vec<(Kind, f64)> {
        let mut scores = self.kind_bias.clone();
        for (cue, value) in trail.values(message) {
            let Some(row) = self.by_cue.get(usize::from(cue)) else { continue };
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight * value;
            }
        }
        let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut kinds: Vec<(Kind, f64)> =
            self.kinds.iter().zip(scores).map(|(kind, score)| (*kind, exponential(score - highest))).collect();
        let total: f64 = kinds.iter().map(|(_, weight)| weight).sum();
        for (_, weight) in &mut kinds {
            *weight /= total.max(f64::MIN_POSITIVE);
        }
        kinds.sort_by(|left, right| right.1.total_cmp(&left.1).then(left.0.cmp(&right.0)));
        kinds
    }

    /// Probability of every move at an entry, with the place of the cue that says most for it.
    pub(crate) fn moves(&self, own: &[u16], before: &Trail, message: u32) -> Vec<(f64, Option<usize>)> {
        let mut scores: Vec<(f64, Option<usize>, f64)> = self.move_bias.iter().map(|bias| (*bias, None, 0.0)).collect();
        for (place, cue) in own.iter().enumerate() {
            for (at, weight) in self.now.get(usize::from(*cue)).into_iter().flatten() {
                if let Some(score) = scores.get_mut(usize::from(*at)) {
                    score.0 += weight;
                    if *weight > score.2 {
                        (score.1, score.2) = (Some(place), *weight);
                    }
                }
            }
        }
        for (cue, value) in before.values(message) {
            for (at, weight) in self.ago.get(usize::from(cue)).into_iter().flatten() {
                if let Some(score) = scores.get_mut(usize::from(*at)) {
                    score.0 += weight * value;
                }
            }
        }
        scores.into_iter().map(|(score, place, _)| (1.0 / (1.0 + exponential(-score)), place)).collect()
    }
}

/// A stage or tactic seen at an entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Move {
    pub(crate) label: Label,
    pub(crate) message: u32,
    pub(crate) span: Option<(u32, u32)>,
    pub(crate) p: f64,
}

impl Recogniser {
    /// Stages and tactics by entry, supposing that `suspect` is the other side.
    pub(crate) fn moves(&self, reading: &crate::observe::Reading, suspect: Option<u32>) -> Vec<Move> {
        let mut trail = Trail::default();
        let mut moves = Vec::new();
        let (mut codes, mut spans) = (Vec::new(), Vec::new());
        for entry in reading.cues.entries() {
            codes.clear();
            spans.clear();
            for (cue, span) in reading.cues.of(*entry, Self::side(entry.speaker, suspect)) {
                codes.push(cue);
                spans.push(span);
            }
            let scores = self.weights.moves(&codes, &trail, entry.message);
            for (label, (p, place)) in self.weights.moves.iter().zip(scores) {
                if p >= self.weights.found {
                    let span = place.and_then(|place| spans.get(place).copied().flatten());
                    moves.push(Move { label: *label, message: entry.message, span, p });
                }
            }
            for cue in &codes {
                trail.add(*cue, entry.message);
            }
        }
        moves
    }
}
