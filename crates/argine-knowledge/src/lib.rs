//! Packs of facts and steps, expressions over case facts, message catalogue.
use argine_model::Language;

/// Words for people.
#[derive(Debug)]
pub struct Catalogue {
    language: Language,
}
impl Catalogue {
    /// The catalogue of a language, embedded.
    pub fn new(language: Language) -> Self {
        Self { language }
    }
    /// Its language.
    pub fn language(&self) -> Language {
        self.language
    }
    /// A sentence without arguments. An unknown id is shown as `{id}`, never empty.
    pub fn text(&self, id: &str) -> String {
        format!("{{{id}}}")
    }
    /// A sentence with arguments.
    pub fn format(&self, id: &str, _arguments: &[(&str, Argument)]) -> String {
        format!("{{{id}}}")
    }
}
/// An argument of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Words.
    Text(String),
    /// A number, for plurals.
    Number(i64),
}

/// The packs.
#[derive(Debug)]
pub struct Knowledge;
/// A pack that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("…")]
pub struct KnowledgeError;
impl Knowledge {
    /// The packs in the binary.
    ///
    /// # Errors
    /// When a pack is malformed.
    pub fn embedded() -> Result<Self, KnowledgeError> {
        Ok(Self)
    }
    /// Version.
    pub fn version(&self) -> &str {
        ""
    }
}
