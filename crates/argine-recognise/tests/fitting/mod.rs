//! Fitting: the learned layer from sayings and annotated entries, then kinds and moves from the cues of whole conversations.
//!
//! A conversation's own author never taught the learned layer that reads it while kinds and moves are fitted: otherwise they
//! would trust sayings more than these deserve among strangers.

mod moves;
mod kinds;
mod sayings;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use argine_recognise::Recogniser;

use crate::annotated::{Annotated, read_set};

/// Probability from which a stage or tactic is found.
const FOUND: f64 = 0.3;
/// The set whose words never teach the learned layer.
const SCORES_ONLY: &str = "calibration-set";

/// What was fitted: the text of `weights.toml` and the bytes of `learned.bin`.
pub(crate) struct Fitted {
    /// Kinds and moves.
    pub(crate) weights: String,
    /// Sayings.
    pub(crate) learned: Vec<u8>,
}

/// The entries of a conversation with the cues they show.
type Entries = Vec<(u32, Vec<u16>)>;

/// Fits everything on sets, each by one hand.
pub(crate) fn fit(names: &[&str]) -> Fitted {
    let recogniser = Recogniser::embedded().unwrap();
    let sets: Vec<(&str, Vec<Annotated>)> = names.iter().map(|name| (*name, read_set(name))).collect();
    let teachers = |without: Option<&str>| -> Vec<&Annotated> {
        let hand = |name: &str| if name == "conversations" { "rules-set" } else { name }.to_owned();
        sets.iter()
            .filter(|(name, _)| *name != SCORES_ONLY && without.is_none_or(|one| hand(one) != hand(name)))
            .flat_map(|(_, set)| set)
            .collect()
    };
    let learned = sayings::fit(&recogniser, &teachers(None));
    let mut all: Vec<&Annotated> = Vec::new();
    let mut read: Vec<Entries> = Vec::new();
    let mut strangers: BTreeMap<Vec<&str>, Recogniser> = BTreeMap::new();
    for (name, set) in &sets {
        let teaching = teachers(Some(name));
        let ids: Vec<&str> = teaching.iter().map(|one| one.conversation.id.as_str()).collect();
        let stranger = strangers.entry(ids).or_insert_with(|| {
            Recogniser::with_fitted(None, &sayings::fit(&recogniser, &teaching)).unwrap()
        });
        read.extend(set.iter().map(|one| stranger.cues(&one.conversation, 0)));
        all.extend(set);
    }
    let count = 1 + usize::from(read.iter().flatten().flat_map(|entry| &entry.1).max().copied().unwrap());
    let cue_names: Vec<String> =
        (0..count).map(|cue| recogniser.cue_name(u16::try_from(cue).unwrap()).unwrap_or_default()).collect();
    let mut weights = String::new();
    let _ = writeln!(weights, "# Written by `cargo run --example fit -p argine-recognise`; never by hand.\nfound = {FOUND}");
    kinds::write(&all, &read, &cue_names, &mut weights);
    moves::write(&all, &read, &cue_names, &mut weights);
    Fitted { weights, learned }
}
