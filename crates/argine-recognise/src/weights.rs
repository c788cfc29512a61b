//! Fitted weights: linear scores over cues, for the kind of a conversation and for the stages and tactics of one entry.
//!
//! They are data (`weights.bin`), written by the example `fit` from the annotated sets; see `docs/recognition.md`.

use std::collections::BTreeMap;

use argine_model::Kind;

use crate::cues::{Fading, Side, Trail, said_at};
use crate::families::Near;
use crate::forest::{Forest, Paths};
use crate::labels::{Label, Labels};
use crate::learned::whole;
use crate::scene::Scene;
use crate::tables::exponential;
use crate::{Recogniser, RulesError};

/// The first bytes of the file.
const MAGIC: &[u8; 8] = b"ARGWGT03";
/// What one unit of a weight is worth in log odds.
const UNIT: f64 = 1.0 / 32.0;

/// The fitted weights, by name: what `weights.bin` holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WeightTable {
    /// The probability of a move from which it is found, in thousandths.
    pub found: u16,
    /// Kinds with their biases.
    pub kinds: Vec<(String, f64)>,
    /// Stages and tactics with their biases.
    pub moves: Vec<(String, f64)>,
    /// For every move the trees that mend what its weights say, in the same order; nothing where there are none.
    pub mended: Vec<Forest>,
    /// Cues with their weights.
    pub cues: Vec<CueWeights>,
    /// Whether it is blackmail at all.
    pub forest: Forest,
    /// Of which kind, among those that are blackmail or among those that are not, in the order of the kinds; nothing where there are none.
    pub of_kind: Vec<Forest>,
}

/// The weights of one cue: pairs of a place among the kinds, or among the moves, and log odds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CueWeights {
    /// As [`Recogniser::cue_name`] says it.
    pub name: String,
    /// For kinds.
    pub kinds: Vec<(u8, f64)>,
    /// For the moves of the entry itself.
    pub now: Vec<(u8, f64)>,
    /// For the moves of later entries.
    pub ago: Vec<(u8, f64)>,
}

impl WeightTable {
    /// Writes the file: magic and `found`; kinds, moves and cues, each list after its count as two bytes; a name after its length as one
    /// byte; a weight as two bytes; then the trees of every move and those of the alarm. The smallest first everywhere.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let count = |count: usize| u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes();
        let weight = |weight: f64| whole((weight / UNIT).round().clamp(-32_000.0, 32_000.0)).to_le_bytes();
        let name = |bytes: &mut Vec<u8>, name: &str| {
            bytes.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
            bytes.extend_from_slice(name.as_bytes());
        };
        bytes.extend(self.found.to_le_bytes());
        for list in [&self.kinds, &self.moves] {
            bytes.extend(count(list.len()));
            for (id, bias) in list {
                name(&mut bytes, id);
                bytes.extend(weight(*bias));
            }
        }
        bytes.extend(count(self.cues.len()));
        for cue in &self.cues {
            name(&mut bytes, &cue.name);
            for row in [&cue.kinds, &cue.now, &cue.ago] {
                bytes.push(u8::try_from(row.len()).unwrap_or(u8::MAX));
                for (at, one) in row {
                    bytes.push(*at);
                    bytes.extend(weight(*one));
                }
            }
        }
        for forest in self.mended.iter().chain(&self.of_kind).chain([&self.forest]) {
            bytes.extend(forest.encode());
        }
        bytes
    }

    /// Reads what [`WeightTable::encode`] wrote.
    fn decode(bytes: &[u8]) -> Option<Self> {
        let mut rest = Bytes(bytes.strip_prefix(MAGIC)?);
        let found = rest.short()?;
        let mut lists = [Vec::new(), Vec::new()];
        for list in &mut lists {
            for _ in 0..rest.short()? {
                list.push((rest.name()?, rest.weight()?));
            }
        }
        let [kinds, moves] = lists;
        let mut cues = Vec::new();
        for _ in 0..rest.short()? {
            cues.push(CueWeights { name: rest.name()?, kinds: rest.row()?, now: rest.row()?, ago: rest.row()? });
        }
        let mut rest = rest.0;
        let mut forests = |count: usize| -> Option<Vec<Forest>> {
            let mut forests = Vec::new();
            for _ in 0..count {
                let (forest, behind) = Forest::decode(rest)?;
                forests.push(forest);
                rest = behind;
            }
            Some(forests)
        };
        let (mended, of_kind) = (forests(moves.len())?, forests(kinds.len())?);
        let (forest, rest) = Forest::decode(rest)?;
        rest.is_empty().then_some(Self { found, kinds, moves, mended, cues, forest, of_kind })
    }
}

/// What is still to be read.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn short(&mut self) -> Option<u16> {
        let (pair, rest) = self.0.split_first_chunk::<2>()?;
        self.0 = rest;
        Some(u16::from_le_bytes(*pair))
    }

    fn weight(&mut self) -> Option<f64> {
        Some(f64::from(i16::from_le_bytes(self.short()?.to_le_bytes())) * UNIT)
    }

    fn name(&mut self) -> Option<String> {
        let length = usize::from(self.byte()?);
        let (name, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        core::str::from_utf8(name).ok().map(str::to_owned)
    }

    fn row(&mut self) -> Option<Vec<(u8, f64)>> {
        let count = self.byte()?;
        (0..count).map(|_| Some((self.byte()?, self.weight()?))).collect()
    }
}

/// Weights by cue.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    /// Probability of a move.
    pub(crate) found: f64,
    /// Log odds below which no move is found, whatever the rounding: their probability is not worth reckoning.
    hopeless: f64,
    kinds: Vec<Kind>,
    kind_bias: Vec<f64>,
    /// By cue, the weight of every kind.
    by_cue: Vec<Vec<f64>>,
    /// Stages and tactics.
    pub(crate) moves: Vec<Label>,
    move_bias: Vec<f64>,
    mended: Vec<Paths>,
    now: Vec<Vec<(u8, f64)>>,
    /// By cue, the weight for every move of later entries.
    ago: Vec<Vec<f64>>,
    /// Whether it is blackmail at all.
    pub(crate) forest: Paths,
    /// Of which kind.
    of_kind: Vec<Paths>,
}

impl Weights {
    /// Resolves names; a cue that no longer exists has no weight. `raise` says by how many log odds a kind is likelier than was fitted.
    pub(crate) fn build(
        bytes: &[u8],
        raise: impl Fn(Kind) -> f64,
        cues: &BTreeMap<String, u16>,
        count: usize,
        labels: &mut Labels,
    ) -> Result<Self, RulesError> {
        let wrong = |rule: &str, reason: &str| RulesError::Rule {
            file: "weights.bin".to_owned(),
            rule: rule.to_owned(),
            reason: reason.to_owned(),
        };
        let table = WeightTable::decode(bytes).ok_or_else(|| wrong("header", "is not a table of weights"))?;
        let found = f64::from(table.found) / 1000.0;
        let hopeless = log_odds(found) - 0.01;
        let mut weights = Self {
            found,
            hopeless,
            mended: table.mended.iter().map(Paths::from).collect(),
            forest: Paths::from(&table.forest),
            of_kind: table.of_kind.iter().map(Paths::from).collect(),
            ..Self::default()
        };
        weights.by_cue = vec![Vec::new(); count];
        weights.now = vec![Vec::new(); count];
        weights.ago = vec![Vec::new(); count];
        for (name, bias) in &table.kinds {
            let kind = Kind::from_id(name).ok_or_else(|| wrong(name, "is not a kind"))?;
            weights.kinds.push(kind);
            weights.kind_bias.push(bias + raise(kind));
        }
        for (name, bias) in &table.moves {
            weights.moves.push(labels.intern(name).map_err(|reason| wrong(name, &reason))?);
            weights.move_bias.push(*bias);
        }
        for cue in table.cues {
            let Some(at) = cues.get(&cue.name).map(|at| usize::from(*at)) else { continue };
            if !cue.kinds.is_empty()
                && let Some(row) = weights.by_cue.get_mut(at)
            {
                *row = every(&cue.kinds, weights.kinds.len());
            }
            if let Some(slot) = weights.now.get_mut(at) {
                *slot = cue.now;
            }
            if !cue.ago.is_empty()
                && let Some(row) = weights.ago.get_mut(at)
            {
                *row = every(&cue.ago, weights.moves.len());
            }
        }
        Ok(weights)
    }

    /// Sums for the kinds, of nothing.
    pub(crate) fn kind_sums(&self) -> Fading {
        Fading::new(self.kinds.len())
    }

    /// Adds a cue that has grown to the sums for the kinds.
    pub(crate) fn grow_kinds(&self, sums: &mut Fading, cue: u16, growth: f64) {
        if let Some(row) = self.by_cue.get(usize::from(cue)) {
            sums.grow(row, growth);
        }
    }

    /// Probabilities of the kinds, in the order of the table.
    pub(crate) fn kinds(&self, sums: &[f64], kinds: &mut Vec<(Kind, f64)>) {
        kinds.clear();
        kinds.extend(
            self.kinds.iter().zip(sums.iter().zip(&self.kind_bias)).map(|(kind, (sum, bias))| (*kind, sum + bias)),
        );
        let highest = kinds.iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
        let mut total = 0.0;
        for (_, score) in kinds.iter_mut() {
            *score = exponential(*score - highest);
            total += *score;
        }
        for (_, weight) in kinds.iter_mut() {
            *weight /= total.max(f64::MIN_POSITIVE);
        }
    }

    /// The kinds as the trees mend them, among those that are blackmail and among those that are not: whether it is blackmail stays as it was.
    /// `odds`: how many times likelier each was taken for beforehand, of which the trees know nothing.
    pub(crate) fn mend_kinds(&self, features: &[i16], odds: impl Fn(Kind) -> f64, kinds: &mut [(Kind, f64)]) {
        for is_blackmail in [true, false] {
            let of_group = |kind: &Kind| kind.is_sextortion() == is_blackmail;
            let (mut before, mut after) = (0.0, 0.0);
            for (kind, p) in kinds.iter_mut().filter(|(kind, _)| of_group(kind)) {
                before += *p;
                let at = self.kinds.iter().position(|one| one == kind);
                let trees = at.and_then(|at| self.of_kind.get(at)).map_or(0.0, |forest| forest.log_odds(features));
                // Both know the same of it: the root of what the linear weights say.
                *p = (*p * odds(*kind)).sqrt() * exponential(trees);
                after += *p;
            }
            for (_, p) in kinds.iter_mut().filter(|(kind, _)| of_group(kind)) {
                *p *= before / f64::max(after, f64::MIN_POSITIVE);
            }
        }
    }

    /// The linear weights of every move at an entry, as log odds, with the place of the cue that says most for it.
    fn likely(&self, own: &[u16], before: &[f64], scores: &mut Vec<f64>, carried: &mut Vec<(Option<usize>, f64)>) {
        scores.clear();
        scores.extend(self.move_bias.iter().zip(before).map(|(bias, sum)| bias + sum));
        carried.clear();
        carried.resize(scores.len(), (None, 0.0));
        for (place, cue) in own.iter().enumerate() {
            for (at, weight) in self.now.get(usize::from(*cue)).into_iter().flatten() {
                let at = usize::from(*at);
                if let (Some(score), Some(most)) = (scores.get_mut(at), carried.get_mut(at)) {
                    *score += weight;
                    if *weight > most.1 {
                        *most = (Some(place), *weight);
                    }
                }
            }
        }
    }

    /// Probability of a move, by its linear weights and the trees that mend them; nought where it is below `found`.
    fn mended(&self, at: usize, likely: f64, features: &[i16]) -> f64 {
        if likely < Scene::LIKELY {
            return 0.0;
        }
        let least = self.hopeless - likely;
        let mended = self.mended.get(at).map_or(Some(0.0), |forest| forest.log_odds_from(least, features));
        mended.filter(|mended| *mended >= least).map_or(0.0, |mended| probability(likely + mended))
    }
}

pub(crate) fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + exponential(-log_odds))
}

/// The log odds of a probability, to a millionth: by halving, since the same bits must come out everywhere.
fn log_odds(wanted: f64) -> f64 {
    let (mut low, mut high) = (-40.0, 40.0);
    while high - low > 1e-6 {
        let middle = f64::midpoint(low, high);
        if probability(middle) < wanted { low = middle } else { high = middle }
    }
    low
}

/// A row with a weight at every place, from one that names the places.
fn every(row: &[(u8, f64)], places: usize) -> Vec<f64> {
    let mut weights = vec![0.0; places];
    for (at, weight) in row {
        if let Some(slot) = weights.get_mut(usize::from(*at)) {
            *slot = *weight;
        }
    }
    weights
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
        let mut before = Fading::new(self.weights.moves.len());
        let mut moves = Vec::new();
        let (mut codes, mut spans) = (Vec::new(), Vec::new());
        let (mut near, mut together) = (Near::default(), Vec::new());
        let mut heard = reading.heard.entries().peekable();
        let mut scene = Scene::new(self.learned.labels.len(), self.weights.moves.len());
        let (mut likely, mut carried) = (Vec::new(), Vec::new());
        for entry in reading.cues.entries() {
            codes.clear();
            spans.clear();
            let side = Self::side(entry.speaker, suspect);
            for (cue, span) in reading.cues.of(*entry, side) {
                codes.push(cue);
                spans.push(span);
            }
            self.together(&reading.cues, *entry, side, &mut near, &mut together);
            codes.append(&mut together);
            self.weights.likely(&codes, before.at(entry.message), &mut likely, &mut carried);
            let by_owner = side == Side::Owner;
            let said = said_at(&mut heard, entry.message);
            // In most entries no move is likely, and nothing is mended.
            if likely.iter().any(|likely| *likely >= Scene::LIKELY) {
                let features = scene.see(by_owner, said, &likely);
                let found = self.weights.moves.iter().zip(likely.iter().zip(&carried)).enumerate();
                for (at, (label, (likely, (place, _)))) in found {
                    let p = self.weights.mended(at, *likely, features);
                    if p >= self.weights.found {
                        let span = place.and_then(|place| spans.get(place).copied().flatten());
                        moves.push(Move { label: *label, message: entry.message, span, p });
                    }
                }
            }
            scene.pass(by_owner, said, &likely);
            for cue in &codes {
                let growth = trail.add(*cue, entry.message);
                if let Some(row) = self.weights.ago.get(usize::from(*cue)) {
                    before.grow(row, growth);
                }
            }
        }
        moves
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forest::Tree;

    #[test]
    fn a_table_is_written_and_read() {
        let forest = |leaf| Forest { trees: vec![Tree { questions: Vec::new(), leaves: vec![leaf] }] };
        let cue =
            CueWeights { name: "other:PAY".to_owned(), kinds: vec![(1, -0.5)], now: vec![(0, 2.0)], ago: Vec::new() };
        let table = WeightTable {
            found: 300,
            kinds: vec![("benign".to_owned(), 1.5), ("lure".to_owned(), -1.0)],
            moves: vec![("stage.threat".to_owned(), -3.0)],
            mended: vec![forest(1)],
            cues: vec![cue],
            forest: forest(2),
            of_kind: vec![forest(3), Forest::default()],
        };
        let bytes = table.encode();
        assert_eq!(WeightTable::decode(&bytes), Some(table));
        for end in 0..bytes.len() {
            assert_eq!(WeightTable::decode(bytes.get(..end).unwrap()), None, "{end}");
        }
        assert_eq!(WeightTable::decode(&[bytes, vec![0]].concat()), None);
    }
}
