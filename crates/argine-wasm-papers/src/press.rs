use std::collections::BTreeMap;

use argine_knowledge::{Catalogue, Knowledge};
use argine_model::Language;
use argine_plan::Notice;
use argine_report::{Format, PaperKind, Statement};
use argine_respond::CaseFile;
use serde::Deserialize;

use crate::PressRefusal;

/// What a case file may weigh, in megabytes (millions of bytes): a telephone needs several times as much to lay it out.
const MOST_MEGABYTES: usize = 64;

/// Makes PDFs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Press {
    language: Language,
}

impl Press {
    /// For somebody who reads `language`.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The words of its language.
    pub const fn catalogue(self) -> Catalogue {
        Catalogue::new(self.language)
    }

    /// A paper of the case, completed by the statement (`{}` for none). `case_file` is `Session::case_file` of the first
    /// module, or `data/derived/case.json` of a sealed case; `kind` is a [`PaperKind::id`]. The complaint is the Italian one,
    /// which is filed, whatever the language.
    ///
    /// # Errors
    /// When the case file is too large, or it, the kind or the statement is not understood.
    pub fn paper(self, case_file: &[u8], kind: &str, statement: &str) -> Result<Vec<u8>, PressRefusal> {
        if case_file.len() > MOST_MEGABYTES * 1_000_000 {
            return Err(PressRefusal::TooLarge(MOST_MEGABYTES));
        }
        let kind = PaperKind::ALL.into_iter().find(|known| known.id() == kind);
        let kind = kind.ok_or_else(|| PressRefusal::Request("paper".to_owned()))?;
        let case: CaseFile = json(case_file, "case file")?;
        let statement: Statement = json(statement.as_bytes(), "statement")?;
        statement.check(&case, self.catalogue())?;
        Ok(argine_report::paper(&case, &statement, kind, Format::Pdf, kind.filed_in(self.language))?)
    }

    /// A notice for one regime. `fields` are what was typed, as the first module takes them; `now` is the moment on the clock on the
    /// wall (RFC 9557).
    ///
    /// # Errors
    /// When the regime, the fields or the clock are not understood, or the notice lacks something.
    pub fn notice(self, regime: &str, fields: &str, now: &str) -> Result<Vec<u8>, PressRefusal> {
        let knowledge = Knowledge::embedded().map_err(|error| PressRefusal::Defect(error.to_string()))?;
        let record = Notice::regime(&knowledge, regime).ok_or_else(|| PressRefusal::Request("regime".to_owned()))?;
        let now = now.parse().map_err(|error: jiff::Error| PressRefusal::Request(error.to_string()))?;
        let fields: BTreeMap<String, String> = json(fields.as_bytes(), "fields")?;
        let notice = Notice::of_fields(&fields, &now);
        Ok(argine_report::notice(&notice, record, &now, Format::Pdf, self.language)?)
    }
}

/// What is wrong is told by its place: the words of a chat have no business in a message about a fault.
fn json<'a, T: Deserialize<'a>>(bytes: &'a [u8], what: &str) -> Result<T, PressRefusal> {
    serde_json::from_slice(bytes)
        .map_err(|error| PressRefusal::Request(format!("{what} {}:{}", error.line(), error.column())))
}

#[cfg(test)]
mod tests;
