//! One file a command.

pub(crate) mod assess;
pub(crate) mod case;
pub(crate) mod first_contact;
pub(crate) mod handoff;
pub(crate) mod hash;
pub(crate) mod indicators;
pub(crate) mod knowledge;
pub(crate) mod matching;
pub(crate) mod messages;
pub(crate) mod notice;
pub(crate) mod open;
pub(crate) mod plan;
pub(crate) mod redact;
pub(crate) mod report;
pub(crate) mod respond;

use argine_knowledge::Catalogue;
use argine_respond::CaseFile;

use crate::problem::Problem;
use crate::screen;

/// The case file, or the reasons why nothing was read, one sentence each.
fn with_conversation(case: CaseFile, catalogue: Catalogue) -> Result<CaseFile, Problem> {
    if !case.reading.conversations.is_empty() {
        return Ok(case);
    }
    let sentences = case.reading.findings.iter().map(|finding| screen::sentence(finding, &case.reading, catalogue));
    Err(Problem::NothingRead(sentences.collect()))
}
