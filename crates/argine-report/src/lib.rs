//! The papers of a case: the denuncia-querela dossier and the full transcript.
//!
//! [`denuncia`] turns a [`CaseFile`] into one PDF (PDF/A-2a and PDF/UA-1) that a person can print, complete by hand,
//! sign and file; [`transcript`] writes the conversations out in full as plain text. Words come from the message
//! catalogue, facts from the case file, layout from `templates/`. What people wrote reaches Typst only as data
//! (`case.json`), never as markup, and only in characters that the bundled faces show: nothing that somebody
//! writes in a chat can stop the complaint or change its layout.
//!
//! This crate does not judge, does not read files, does not open media, does not ask for the time (the case's clock
//! is the date of the paper) and sends nothing. Blanks are for what only the person can say.

mod chronology;
mod dossier;
mod evidence;
mod fonts;
mod format;
mod handoff;
mod labels;
mod text;
mod transcript;
mod world;

use argine_knowledge::Catalogue;
use argine_model::{Language, Sha256};
use argine_respond::CaseFile;

use crate::fonts::Repertoire;
pub use crate::handoff::{HandedOver, Programme, handoff, reminder};
pub use crate::transcript::transcript;

/// Why no paper came out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// The case could not be written as data for the template.
    #[error("the case could not be written as data")]
    Data(#[from] serde_json::Error),
    /// Typst refuses the template.
    #[error("the template could not be laid out: {0}")]
    Template(String),
    /// The pages cannot be written as PDF/A-2a and PDF/UA-1.
    #[error("the pages could not be exported: {0}")]
    Export(String),
}

/// The denuncia-querela as PDF/A-2a and PDF/UA-1.
///
/// The Italian paper is the one to file; in another language it is a courtesy translation and says so. The same case
/// file gives the same bytes. Fields d01–d14: office, person, domicile, will, against, facts, offences, place and
/// time, evidence, originals, requests, persons informed, care for minors, receipt; annexes: messages cited, what was
/// not read, verification, sources.
///
/// # Errors
/// When Typst refuses even the rendering in plain Latin characters, which is a fault of the program.
pub fn denuncia(case: &CaseFile, language: Language) -> Result<Vec<u8>, ReportError> {
    let words = Catalogue::new(language);
    let identity = identity(case, language);
    let attempt = |repertoire| {
        let data = serde_json::to_vec(&dossier::data(case, words, repertoire))?;
        world::render(data, &case.opened, identity.clone())
    };
    // A character that slips through the cover map must cost its own look, not the complaint.
    attempt(Repertoire::Bundled).or_else(|_| attempt(Repertoire::Latin))
}

/// A name for the paper, from what was handed over: the same for the same case.
fn identity(case: &CaseFile, language: Language) -> String {
    let digests: Vec<_> = case.exhibits.iter().map(|exhibit| exhibit.sha256.as_bytes().as_slice()).collect();
    format!("argine denuncia {language} {}", Sha256::of_parts(digests))
}
