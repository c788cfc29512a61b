use argine_report::{FormSection, Format, InferredFact, PaperKind, Statement, form_sections, inferred_facts, paper};
use serde::Serialize;

use crate::request::json;
use crate::session::to_json;
use crate::{Refusal, Session};

#[derive(Serialize)]
struct FormView {
    sections: Vec<FormSection>,
    facts: Vec<InferredFact>,
}

impl Session {
    /// The blanks that only the person can fill in, and what was inferred, to confirm, correct or reject.
    ///
    /// # Errors
    /// When no case is open.
    pub fn form(&self) -> Result<String, Refusal> {
        let case = &self.open()?.case;
        let (sections, facts) = (form_sections(case, self.catalogue()), inferred_facts(case, self.catalogue()));
        to_json(&FormView { sections, facts })
    }

    /// A paper of the case as `html`, `text` or `odt`, completed by the statement (`{}` for none).
    ///
    /// # Errors
    /// When no case is open, or the kind, the format or the statement is not understood.
    pub fn paper(&self, kind: &str, format: &str, statement: &str) -> Result<Vec<u8>, Refusal> {
        let case = &self.open()?.case;
        let statement = self.statement(statement)?;
        Ok(paper(case, &statement, paper_kind(kind)?, paper_format(format)?, self.language())?)
    }

    fn statement(&self, text: &str) -> Result<Statement, Refusal> {
        let statement: Statement = json(text)?;
        statement.check(&self.open()?.case, self.catalogue())?;
        Ok(statement)
    }
}

fn paper_kind(id: &str) -> Result<PaperKind, Refusal> {
    let found = PaperKind::ALL.into_iter().find(|kind| kind.id() == id);
    found.ok_or_else(|| Refusal::Request(format!("paper `{id}`")))
}

/// The formats of this module; PDF is another one's.
pub(crate) fn paper_format(id: &str) -> Result<Format, Refusal> {
    match id {
        "html" => Ok(Format::Html),
        "text" => Ok(Format::Text),
        "odt" => Ok(Format::Odt),
        other => Err(Refusal::Request(format!("format `{other}`"))),
    }
}
