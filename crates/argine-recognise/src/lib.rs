//! Recognition: what is happening in a conversation, with the words that carry every claim.
//!
//! [`Recogniser::assess`] reads a [`Conversation`] once, forward: text is folded, typed cue atoms are found in it,
//! frames join atoms to signs, events come from times and calls; a causal judgement weighs signs and guards, keeps
//! the ledger of the three proofs, and names kind, stages, tactics, urgency and actions. Rules are data, in
//! `knowledge/recognition`, each with examples that tests run; `docs/design/recognition.md` says why it is so.
//!
//! What it does **not** do: it opens no media, calls no model and no network, reads no clock, gives no verdict. It
//! speaks of signs. Finding none does not mean that a person is safe. Its probabilities come from weights
//! fitted on invented conversations: `docs/recognition.md` has the figures.

mod ages;
mod assess;
mod concepts;
mod cues;
mod currency;
mod evaluate;
mod events;
mod families;
mod fold;
mod forest;
mod frames;
mod labels;
mod language;
mod learned;
mod lexicon;
mod observe;
mod rules;
mod scene;
mod screen;
mod spelling;
mod stems;
mod sums;
mod tables;
mod weights;

use argine_model::{AgeClass, Assessment, Conversation, Indicator};

pub use cues::{Shown, Trail};
pub use forest::{Forest, Question, Tree};
pub use learned::{FittedSpace, share};
pub use rules::{Recogniser, RulesError};
pub use scene::Scene;
pub use screen::{
    Field, FirstMessage, Likelihood, NotUnderstood, Profile, Reason, RestsOn, SCREENING_SCHEMA, Screener, Screening,
    Side, Speaks, Value, Verdict,
};
pub use weights::{CueWeights, WeightTable};

/// What is happening in one conversation, with every trace in full.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Recognition {
    /// The assessment.
    pub assessment: Assessment,
    /// The indicators in full; `assessment.indicators` is their short form.
    pub indicators: Vec<Indicator>,
}

impl Recogniser {
    /// Assesses a conversation; `age` is what the person said of their own age.
    ///
    /// Where the conversation does not say whose it is, everybody who wrote is supposed in turn to be the other
    /// side, and the gravest result is kept.
    pub fn assess(&self, conversation: &Conversation, age: AgeClass) -> Recognition {
        self.assess_conversation(conversation, age)
    }
}

#[cfg(test)]
mod tests;
