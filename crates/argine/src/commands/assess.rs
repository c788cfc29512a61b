//! `argine assess`: recognise only, nothing of the case is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Assessment, Conversation, Custodian, Reading};
use argine_opinion::{Endpoint, Opinion, PATIENCE, ask, prompt};
use argine_report::{SecondOpinion, explained};
use argine_respond::{Circumstances, Engines, MediaConsent, respond};
use indicatif::{ProgressBar, ProgressStyle};

use crate::arguments::AssessArguments;
use crate::circumstances::circumstances;
use crate::input::{self, InputFile};
use crate::problem::Problem;
use crate::screen::{self, Page};
use crate::{Outcome, commands, output, reader};

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
    if arguments.html.is_some() && files.len() > 1 {
        return Err(Problem::Refused { sentence: "problem-html-one", value: files.len().to_string() });
    }
    // An address elsewhere is refused before anything is read.
    let endpoint = arguments.opinion.as_deref().map(endpoint).transpose()?;
    match &arguments.out {
        Some(folder) => into_folder(&files, folder, &circumstances, &engines, catalogue),
        None => onto_screen(&files, arguments, endpoint.as_ref(), &circumstances, &engines, catalogue),
    }
}

fn endpoint(typed: &str) -> Result<Endpoint, Problem> {
    typed.parse().map_err(|refused: argine_opinion::EndpointRefused| {
        let value = match &refused {
            argine_opinion::EndpointRefused::Elsewhere(host) => host.clone(),
            _ => typed.to_owned(),
        };
        Problem::Refused { sentence: refused.sentence(), value: screen::quote(&value, 80) }
    })
}

fn onto_screen(
    files: &[(PathBuf, PathBuf)],
    arguments: &AssessArguments,
    endpoint: Option<&Endpoint>,
    circumstances: &Circumstances,
    engines: &Engines,
    catalogue: Catalogue,
) -> Result<Outcome, Problem> {
    let mut outcome = Outcome::Done;
    let today = circumstances.now.date();
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
        let assessment = &recognition.assessment;
        let second = endpoint
            .and_then(|endpoint| opinion(endpoint, arguments.model.as_deref(), conversation, assessment, catalogue));
        if let Some(to) = &arguments.html {
            let shown = second.as_ref().map(|opinion| second_opinion(opinion, assessment));
            let page =
                explained(conversation, recognition, shown.as_ref(), &engines.knowledge, today, catalogue.language());
            output::write_new(to, page.as_bytes())?;
        }
        if arguments.json {
            write_line(&with_opinion(assessment, second.as_ref())?)?;
            report_unread(&case.reading, catalogue);
            continue;
        }
        let mut page = Page::default();
        screen::read_summary(&mut page, 1, &case.reading, catalogue);
        screen::happening(&mut page, conversation, assessment, catalogue);
        screen::outlook(&mut page, &engines.knowledge, assessment, today, catalogue);
        if let Some(opinion) = &second {
            screen::second_opinion(&mut page, opinion, assessment.urgency.level, catalogue);
        }
        screen::traces(&mut page, &recognition.indicators, catalogue);
        screen::unread(&mut page, &case.reading, catalogue);
        if let Some(to) = &arguments.html {
            page.gap();
            let file = [("file", Argument::Text(to.display().to_string()))];
            page.hanging(0, "", &catalogue.format("explained-written", &file));
        }
        screen::show(&page);
    }
    Ok(outcome)
}

/// What the model says; where it does not answer well, the reason goes to the error stream and the assessment stands.
fn opinion(
    endpoint: &Endpoint,
    model: Option<&str>,
    conversation: &Conversation,
    assessment: &Assessment,
    catalogue: Catalogue,
) -> Option<Opinion> {
    let asking = ProgressBar::new_spinner().with_message(catalogue.text("opinion-asking"));
    asking.enable_steady_tick(Duration::from_millis(120));
    let answer = ask(endpoint, model, &prompt(conversation, assessment), PATIENCE);
    asking.finish_and_clear();
    match answer {
        Ok(opinion) => Some(opinion),
        Err(error) => {
            let reason = [("reason", Argument::Text(screen::quote(&error.to_string(), 160)))];
            anstream::eprintln!("{}", catalogue.format(error.sentence(), &reason));
            None
        }
    }
}

fn second_opinion(opinion: &Opinion, assessment: &Assessment) -> SecondOpinion {
    let claims = opinion.findings.iter().map(|finding| (finding.claim.sentence(), finding.messages.clone()));
    SecondOpinion {
        model: opinion.model.clone(),
        prompt_sha256: opinion.prompt_sha256.clone(),
        urgency: opinion.urgency_with(assessment.urgency.level),
        claims: claims.collect(),
        dropped: opinion.dropped.total(),
    }
}

/// The assessment as it is, with the opinion beside it: `second_opinion`, and its urgency with that of the rules.
fn with_opinion(assessment: &Assessment, opinion: Option<&Opinion>) -> Result<String, Problem> {
    let Some(opinion) = opinion else { return assessment_json(assessment) };
    let mut second = serde_json::to_value(opinion).map_err(Problem::defect)?;
    let urgency = opinion.urgency_with(assessment.urgency.level).level();
    if let Some(object) = second.as_object_mut() {
        object.insert("urgency_with_rules".to_owned(), urgency.into());
    }
    let mut assessment = assessment.clone();
    assessment.engine.plugins.push(format!("opinion:{}", opinion.model));
    let mut value = serde_json::to_value(&assessment).map_err(Problem::defect)?;
    if let Some(object) = value.as_object_mut() {
        object.insert("second_opinion".to_owned(), second);
    }
    serde_json::to_string(&value).map_err(Problem::defect)
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
