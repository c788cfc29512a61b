//! `argine knowledge`: the packs.

use argine_knowledge::{Argument, Catalogue, Knowledge, lint as findings};

use crate::Outcome;
use crate::problem::Problem;
use crate::screen::{self, Page};

/// Checks the packs: one line for each thing that must not be shipped.
pub(crate) fn lint(catalogue: Catalogue) -> Result<Outcome, Problem> {
    let knowledge = Knowledge::embedded().map_err(Problem::defect)?;
    let findings = findings(&knowledge);
    let mut page = Page::default();
    for finding in &findings {
        page.hanging(0, "• ", &finding.to_string());
    }
    if findings.is_empty() {
        let records = Argument::Number(i64::try_from(knowledge.records().count()).unwrap_or(i64::MAX));
        page.hanging(0, "", &catalogue.format("line-lint-clean", &[("records", records)]));
    }
    screen::show(&page);
    Ok(if findings.is_empty() { Outcome::Done } else { Outcome::Failed })
}
