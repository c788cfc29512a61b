//! What the terminal shows. Each page is composed as text first, so that tests read what people read.

mod happening;
mod page;
mod plan;
mod reading;
mod traces;

pub(crate) use happening::{happening, message_line};
pub(crate) use page::{Page, quote};
pub(crate) use plan::{helplines, never, steps};
pub(crate) use reading::{read_summary, sentence, unread};
pub(crate) use traces::traces;

use argine_knowledge::Catalogue;

use crate::problem::Problem;

/// Shows why a command failed: one sentence on the error stream.
pub(crate) fn problem(problem: &Problem, catalogue: Catalogue) {
    anstream::eprintln!("{}", problem.sentence(catalogue));
}

/// Shows a finished page.
pub(crate) fn show(page: &Page) {
    anstream::print!("{}", page.text());
}

/// Shows a line that a machine may read, as it is.
pub(crate) fn line(text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")
}
