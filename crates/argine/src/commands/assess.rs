//! `argine assess`: recognise only, nothing of the case is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Assessment, Custodian, Reading};
use argine_respond::{Circumstances, Engines, MediaConsent, respond};
use indicatif::{ProgressBar, ProgressStyle};

use crate::arguments::AssessArguments;
use crate::circumstances::circumstances;
use crate::input::{self, InputFile};
use crate::problem::Problem;
use crate::screen::{self, Page};
use crate::{Outcome, commands, reader};

/// Assesses each file as an input of its own: one process, engines loaded once.
pub(crate) fn run(arguments: &AssessArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let circumstances = circumstances(&arguments.about, Custodian::AffectedPerson, MediaConsent::HashOnly, catalogue)?;
    let mut engines = Engines::embedded().map_err(Problem::defect)?;
    crate::packs::replace(&mut engines.knowledge, &arguments.about.packs)?;
    engines.reader = reader::of(&circumstances);
    let mut files = Vec::new();
    for input in &arguments.inputs {
        files.extend(input::paths(input)?.into_iter().map(|path| (path, input.clone())));
    }
    match &arguments.out {
        Some(folder) => into_folder(&files, folder, &circumstances, &engines, catalogue),
        None => onto_screen(&files, arguments.json, &circumstances, &engines, catalogue),
    }
}

fn onto_screen(
    files: &[(PathBuf, PathBuf)],
    json: bool,
    circumstances: &Circumstances,
    engines: &Engines,
    catalogue: Catalogue,
) -> Result<Outcome, Problem> {
    let mut outcome = Outcome::Done;
    for (path, input) in files {
        let file = input::open_file(path, input)?;
        let case = respond(&[file.handed()], circumstances, engines, |_| ());
        if Outcome::of_reading(&case.reading) == Outcome::DoneWithUnreadInput {
            outcome = Outcome::DoneWithUnreadInput;
        }
        if files.len() > 1 && case.reading.conversations.is_empty() {
            report_unread(&case.reading, catalogue);
            continue;
        }
        let case = commands::with_conversation(case, catalogue)?;
        let Some((conversation, recognition)) = case.main() else { continue };
        if json {
            write_line(&assessment_json(&recognition.assessment)?)?;
            report_unread(&case.reading, catalogue);
            continue;
        }
        let mut page = Page::default();
        screen::read_summary(&mut page, 1, &case.reading, catalogue);
        screen::happening(&mut page, conversation, &recognition.assessment, catalogue);
        screen::traces(&mut page, &recognition.indicators, catalogue);
        screen::unread(&mut page, &case.reading, catalogue);
        screen::show(&page);
    }
    Ok(outcome)
}

fn into_folder(
    files: &[(PathBuf, PathBuf)],
    folder: &Path,
    circumstances: &Circumstances,
    engines: &Engines,
    catalogue: Catalogue,
) -> Result<Outcome, Problem> {
    fs::create_dir_all(folder).map_err(|error| Problem::CannotWrite(folder.to_owned(), error.into()))?;
    let mut written = BTreeSet::new();
    let mut outcome = Outcome::Done;
    let progress = progress_bar(files.len());
    for (path, input) in files {
        progress.inc(1);
        let file: InputFile = input::open_file(path, input)?;
        let case = respond(&[file.handed()], circumstances, engines, |_| ());
        if Outcome::of_reading(&case.reading) == Outcome::DoneWithUnreadInput {
            outcome = Outcome::DoneWithUnreadInput;
            progress.suspend(|| report_unread(&case.reading, catalogue));
        }
        let Some((_, recognition)) = case.main() else { continue };
        let stem = file.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if !written.insert(stem.clone()) {
            return Err(Problem::SameName(stem));
        }
        write(&folder.join(format!("{stem}.json")), &assessment_json(&recognition.assessment)?)?;
    }
    progress.finish_and_clear();
    let mut page = Page::default();
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let arguments = [("done", number(written.len())), ("files", number(files.len()))];
    page.hanging(0, "", &catalogue.format("line-assessed", &arguments));
    screen::show(&page);
    Ok(outcome)
}

/// The format `argine.assessment/1`, on one line.
fn assessment_json(assessment: &Assessment) -> Result<String, Problem> {
    serde_json::to_string(assessment).map_err(Problem::defect)
}

#[expect(clippy::disallowed_methods, reason = "the person named the folder to write to")]
fn write(path: &Path, text: &str) -> Result<(), Problem> {
    fs::write(path, format!("{text}\n")).map_err(|error| Problem::CannotWrite(path.to_owned(), error.into()))
}

pub(super) fn write_line(text: &str) -> Result<(), Problem> {
    screen::line(text).map_err(|error| Problem::CannotWrite("-".into(), error.into()))
}

/// What could not be read goes to the error stream, so that the JSON stays whole.
pub(super) fn report_unread(reading: &Reading, catalogue: Catalogue) {
    for finding in reading.findings.iter().filter(|finding| finding.code.is_unread()) {
        anstream::eprintln!("{}", screen::sentence(finding, reading, catalogue));
    }
}

pub(super) fn progress_bar(of: usize) -> ProgressBar {
    let bar = ProgressBar::new(of as u64);
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    bar
}
