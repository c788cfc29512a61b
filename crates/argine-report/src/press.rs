//! Papers as PDF.

use argine_knowledge::{Catalogue, NoticeRecord, Record as _};
use argine_model::{Language, Sha256};
use argine_plan::Notice;
use argine_respond::CaseFile;
use jiff::Zoned;

use crate::dossier::{self, Writer};
use crate::repertoire::Repertoire;
use crate::world::{self, Template};
use crate::{PaperKind, ReportError, Statement, papers};

/// A paper of the case.
pub(crate) fn paper(
    case: &CaseFile,
    statement: &Statement,
    kind: PaperKind,
    words: Catalogue,
) -> Result<Vec<u8>, ReportError> {
    let identity = identity(case, kind, words.language());
    with_any_repertoire(|repertoire| {
        if kind == PaperKind::Complaint {
            let data = serde_json::to_vec(&dossier::data(case, statement, words, repertoire))?;
            world::render(Template::Denuncia, data, &case.opened, identity.clone())
        } else {
            let data = serde_json::to_vec(&papers::build(&Writer::new(case, statement, words, repertoire), kind))?;
            world::render(Template::Paper, data, &case.opened, identity.clone())
        }
    })
}

/// A notice that lacks nothing.
pub(crate) fn notice(
    notice: &Notice,
    regime: &NoticeRecord,
    made: &Zoned,
    words: Catalogue,
) -> Result<Vec<u8>, ReportError> {
    let identity = format!("argine {} {}", regime.id(), words.language());
    with_any_repertoire(|repertoire| {
        let blocks = papers::notice(notice, regime, made, words, repertoire);
        world::render(Template::Paper, serde_json::to_vec(&blocks)?, made, identity.clone())
    })
}

/// A character that slips through the cover map must cost its own look, not the complaint.
fn with_any_repertoire(attempt: impl Fn(Repertoire) -> Result<Vec<u8>, ReportError>) -> Result<Vec<u8>, ReportError> {
    attempt(Repertoire::Bundled).or_else(|_| attempt(Repertoire::Latin))
}

/// A name for the paper, from what was handed over: the same for the same case.
fn identity(case: &CaseFile, kind: PaperKind, language: Language) -> String {
    let digests: Vec<_> = case.exhibits.iter().map(|exhibit| exhibit.sha256.as_bytes().as_slice()).collect();
    format!("argine {} {language} {}", kind.id(), Sha256::of_parts(digests))
}
