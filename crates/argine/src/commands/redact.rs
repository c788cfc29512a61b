//! `argine case redact`: a copy for somebody who helps without needing to know who is who.

use std::path::Path;

use argine_knowledge::{Argument, Catalogue};
use argine_report::{Format, PaperKind, Statement, paper, transcript};
use argine_respond::{LeftOut, Placeholders, redacted};

use super::report::load;
use crate::arguments::OpenArguments;
use crate::problem::Problem;
use crate::screen::{self, Page};
use crate::{Outcome, output};

/// Writes transcript, timeline and traces without names, and a page that says what was left out.
pub(crate) fn run(case: &OpenArguments, out: &Path, catalogue: Catalogue) -> Result<Outcome, Problem> {
    if out.exists() {
        return Err(Problem::OutExists(out.to_owned()));
    }
    let words = |id: &str| catalogue.text(id);
    let placeholders = Placeholders {
        owner: words("redact-owner"),
        other: words("redact-other"),
        someone: words("redact-someone"),
        file: words("redact-file"),
    };
    let (copy, left_out) = redacted(&load(case, catalogue)?, &placeholders);
    let language = catalogue.language();
    let statement = Statement::default();
    output::write_new(&out.join("transcript.txt"), transcript(&copy, language).as_bytes())?;
    for kind in [PaperKind::Timeline, PaperKind::Indicators] {
        let bytes = paper(&copy, &statement, kind, Format::Pdf, language).map_err(Problem::defect)?;
        output::write_new(&out.join(format!("{}.pdf", kind.id())), &bytes)?;
    }
    let note = note(left_out, catalogue);
    output::write_new(&out.join("LEGGIMI-README.txt"), note.join("\n").as_bytes())?;
    let mut page = Page::default();
    page.strong(2, "", &catalogue.format("line-redacted", &[("file", Argument::Text(out.display().to_string()))]));
    for sentence in &note {
        page.hanging(2, "", sentence);
    }
    screen::show(&page);
    Ok(Outcome::Done)
}

/// What was left out, one sentence each, and what to look at before sharing.
fn note(left_out: LeftOut, catalogue: Catalogue) -> Vec<String> {
    let counts = [
        ("names", left_out.names),
        ("values", left_out.values),
        ("attachments", left_out.attachments),
        ("contacts", left_out.contacts),
        ("logins", left_out.logins),
        ("conversations", left_out.conversations),
    ];
    let counted = counts.iter().filter(|(_, count)| *count > 0);
    let mut note = vec![catalogue.text("redact-intro")];
    note.extend(counted.map(|(id, count)| catalogue.format(&format!("redact-{id}"), &[("count", (*count).into())])));
    note.push(catalogue.text("redact-check"));
    note
}
