//! Pipeline.
use argine_knowledge::Knowledge;
use argine_model::{AgeClass, Conversation, Custodian, Exhibit, Plan, Reading};
use argine_recognise::{Recogniser, Recognition};
use jiff::Zoned;

/// Everything Argine has to say about what was handed over.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// Clock of the case, given by the door.
    pub opened: Zoned,
    /// Age of the affected person.
    pub age: AgeClass,
    /// Where the person is: ISO 3166-1 alpha-2, lower case.
    pub country: String,
    /// Who handed it over.
    pub custodian: Custodian,
    /// The files as handed over.
    pub exhibits: Vec<Exhibit>,
    /// What was read, conversations included.
    pub reading: Reading,
    /// What is happening in each conversation, in the order of `reading.conversations`.
    pub recognitions: Vec<Recognition>,
    /// Place of the most urgent conversation; none where no conversation was read.
    pub main: Option<usize>,
    /// What to do.
    pub plan: Plan,
}
impl CaseFile {
    /// The most urgent conversation and what is happening in it.
    pub fn main(&self) -> Option<(&Conversation, &Recognition)> {
        let main = self.main?;
        Some((self.reading.conversations.get(main)?, self.recognitions.get(main)?))
    }
}
/// Placeholder.
pub fn unused(_: &Knowledge, _: &Recogniser) {}
