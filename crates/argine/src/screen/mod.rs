//! What the terminal shows. Each page is composed as text first, so that tests read what people read.

mod contacts;
mod first_contact;
mod happening;
mod opinion;
mod page;
mod plan;
mod reading;
mod trace_table;
mod traces;

pub(crate) use contacts::contacts;
pub(crate) use first_contact::{prevention, screening};
pub(crate) use happening::{happening, message_line, outlook};
pub(crate) use opinion::second_opinion;
pub(crate) use page::{Page, quote};
pub(crate) use plan::{clocks, dos, helplines, never, next, next_ids, offences, outline, routes, steps};
pub(crate) use reading::{read_summary, sentence, unread};
pub(crate) use trace_table::{Source, trace_table};
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

/// Many lines that a machine may read, gathered before they are handed on.
pub(crate) struct Lines(std::io::BufWriter<std::io::StdoutLock<'static>>);

impl Lines {
    pub(crate) fn new() -> Self {
        Self(std::io::BufWriter::with_capacity(1 << 16, std::io::stdout().lock()))
    }

    /// Adds a line, as it is.
    pub(crate) fn write(&mut self, text: &str) -> Result<(), Problem> {
        use std::io::Write as _;
        let written = self.0.write_all(text.as_bytes()).and_then(|()| self.0.write_all(b"\n"));
        written.map_err(|error| Problem::CannotWrite("-".into(), error.into()))
    }

    /// Hands on what is left.
    pub(crate) fn finish(mut self) -> Result<(), Problem> {
        use std::io::Write as _;
        self.0.flush().map_err(|error| Problem::CannotWrite("-".into(), error.into()))
    }
}
