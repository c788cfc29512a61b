//! The papers of a case: the denuncia-querela dossier, its annexes, the full transcript.
//!
//! [`denuncia`] turns a [`CaseFile`] into one PDF (PDF/A-2a and PDF/UA-1) that a person can print, complete by hand,
//! sign and file; [`paper()`] prints any [`PaperKind`] in any [`Format`]; [`form`] writes the blanks and the inferred
//! facts for the person to fill in and answer, [`Statement`] is what they said; [`transcript`] writes the
//! conversations out in full as plain text, [`explained()`] as a page with the findings in its margin. Words come from the message catalogue, facts from the case file, layout
//! from `templates/`. What people wrote reaches Typst only as data (`case.json`), never as markup, and only in
//! characters that the bundled faces show: nothing that somebody writes in a chat can stop the complaint or change
//! its layout.
//!
//! The feature `pdf` (on by default) brings Typst; without it every other format is there, and a PDF is refused.
//!
//! This crate does not judge, does not read files, does not open media, does not ask for the time (the case's clock
//! is the date of the paper) and sends nothing. Blanks are for what only the person can say.

#![cfg_attr(
    not(feature = "pdf"),
    expect(dead_code, reason = "what the template of the complaint is given stands idle where no PDF is made")
)]

mod answers;
mod case_papers;
mod chronology;
mod dossier;
mod evidence;
mod explained;
#[cfg(feature = "pdf")]
mod fonts;
mod format;
mod handoff;
mod labels;
mod paper;
mod papers;
#[cfg(feature = "pdf")]
mod press;
mod repertoire;
mod statement;
mod text;
mod transcript;
#[cfg(feature = "pdf")]
mod world;

use argine_knowledge::{Catalogue, NoticeRecord};
use argine_model::Language;
use argine_plan::Notice;
use argine_respond::CaseFile;
use jiff::Zoned;

pub use crate::case_papers::{CasePaper, case_papers, programmes};
use crate::dossier::Writer;
pub use crate::explained::{SecondOpinion, explained};
pub use crate::handoff::{HandedOver, Programme, handoff, reminder};
pub use crate::papers::PaperKind;
use crate::repertoire::Repertoire;
pub use crate::statement::{
    Accused, Answer, Circumstances, FactAnswer, FormField, FormSection, InferredFact, Minor, PaymentMade, Person,
    Statement, StatementError, form, form_sections, inferred_facts,
};
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
    /// The notice lacks fields that its law asks for; how many.
    #[error("{0} fields of the notice are missing or wrong")]
    Incomplete(usize),
    /// Nothing was read that the papers of a case could be made of.
    #[error("no conversation was read")]
    NoConversation,
    /// A PDF was asked of a build without the press (feature `pdf`).
    #[error("this build makes no PDF")]
    NoPress,
    /// The `OpenDocument` archive cannot be written.
    #[error("the document could not be packed: {0}")]
    Archive(String),
}

/// The shape of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// PDF/A-2a and PDF/UA-1: to print, sign and file.
    Pdf,
    /// Plain text, UTF-8.
    Text,
    /// One HTML page, without script and without anything fetched from elsewhere.
    Html,
    /// `OpenDocument` text: what an office edits.
    Odt,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Text, Self::Html, Self::Odt];

    /// The end of a file name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text => "txt",
            Self::Html => "html",
            Self::Odt => "odt",
        }
    }
}

/// A paper of the case in a format, completed by the person's statement. The same case, statement and language give the
/// same bytes.
///
/// # Errors
/// When Typst refuses even the rendering in plain Latin characters, or an archive cannot be written: faults of the
/// program.
pub fn paper(
    case: &CaseFile,
    statement: &Statement,
    kind: PaperKind,
    format: Format,
    language: Language,
) -> Result<Vec<u8>, ReportError> {
    let words = Catalogue::new(language);
    let blocks = || papers::build(&Writer::new(case, statement, words, Repertoire::Every), kind);
    match format {
        Format::Text => Ok(paper::plain(&blocks()).into_bytes()),
        Format::Html => Ok(paper::html(&blocks()).into_bytes()),
        Format::Odt => paper::odt(&blocks()),
        #[cfg(feature = "pdf")]
        Format::Pdf => press::paper(case, statement, kind, words),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(ReportError::NoPress),
    }
}

/// A notice for one regime: what to paste into a form or a mail, with the law that each field serves.
///
/// # Errors
/// [`ReportError::Incomplete`] where the regime asks for more than the notice holds: a platform may stop its clock for an
/// incomplete one, so none is printed. Else as [`paper()`].
pub fn notice(
    notice: &Notice,
    regime: &NoticeRecord,
    made: &Zoned,
    format: Format,
    language: Language,
) -> Result<Vec<u8>, ReportError> {
    let missing = notice.faults(regime).len();
    if missing > 0 {
        return Err(ReportError::Incomplete(missing));
    }
    let words = Catalogue::new(language);
    let blocks = || papers::notice(notice, regime, made, words, Repertoire::Every);
    match format {
        Format::Text => Ok(paper::plain(&blocks()).into_bytes()),
        Format::Html => Ok(paper::html(&blocks()).into_bytes()),
        Format::Odt => paper::odt(&blocks()),
        #[cfg(feature = "pdf")]
        Format::Pdf => press::notice(notice, regime, made, words),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(ReportError::NoPress),
    }
}

/// The denuncia-querela as PDF/A-2a and PDF/UA-1, with every blank still to fill in.
///
/// The Italian paper is the one to file; in another language it is a courtesy translation and says so. The same case
/// file gives the same bytes. Fields d01–d14: office, person, domicile, will, against, facts, offences, place and
/// time, evidence, originals, requests, persons informed, care for minors, receipt; annexes: messages cited, what was
/// not read, verification, sources.
///
/// # Errors
/// As [`paper()`].
pub fn denuncia(case: &CaseFile, language: Language) -> Result<Vec<u8>, ReportError> {
    paper(case, &Statement::default(), PaperKind::Complaint, Format::Pdf, language)
}
