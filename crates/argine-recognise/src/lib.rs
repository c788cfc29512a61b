//! Recognition.
use argine_model::{AgeClass, Assessment, Conversation, Indicator};

/// What is happening in one conversation, with every trace in full.
#[derive(Debug, Clone, PartialEq)]
pub struct Recognition {
    /// The assessment.
    pub assessment: Assessment,
    /// The indicators in full; `assessment.indicators` is their short form.
    pub indicators: Vec<Indicator>,
}

/// The engine with its rules.
#[derive(Debug)]
pub struct Recogniser;
/// Rules that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("…")]
pub struct RulesError;
impl Recogniser {
    /// The rules in the binary.
    ///
    /// # Errors
    /// When a rule file is malformed.
    pub fn embedded() -> Result<Self, RulesError> {
        Ok(Self)
    }
    /// Assesses a conversation.
    pub fn assess(&self, _conversation: &Conversation, _age: AgeClass) -> Recognition {
        unimplemented!()
    }
}
