//! `argine report`: the papers of a case, made from what the case holds.

use std::path::{Path, PathBuf};

use argine_knowledge::{Argument, Catalogue};
use argine_report::{Format, PaperKind, Statement, StatementError, form, paper};
use argine_respond::{CASE_FILE, CaseFile};
use argine_seal::CasePath;
use argine_vault::Case;

use crate::arguments::{OpenArguments, PaperArgument, ReportArguments};
use crate::problem::Problem;
use crate::screen::{self, Page};
use crate::{Outcome, output};

/// Makes one paper, all of them, or the form to fill in.
pub(crate) fn run(arguments: &ReportArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let case = load(&arguments.case, catalogue)?;
    let language = catalogue.language();
    let mut page = Page::default();
    if arguments.paper == PaperArgument::Form {
        let target = target(arguments, "form", "toml");
        // The form is for the person: its sentences are in their language.
        output::write_new(&target, form(&case, catalogue).as_bytes())?;
        page.hanging(2, "", &catalogue.format("line-report-form", &[file(&target)]));
        screen::show(&page);
        return Ok(Outcome::Done);
    }
    let statement = match &arguments.form {
        Some(path) => statement(path, &case, catalogue)?,
        None => Statement::default(),
    };
    for kind in kinds(arguments.paper) {
        let format = Format::from(arguments.format);
        // The complaint is filed in Italian; its translation has to be asked for with another format's twin.
        let language = if format == Format::Pdf { kind.filed_in(language) } else { language };
        let bytes = paper(&case, &statement, kind, format, language).map_err(Problem::defect)?;
        let target = target(arguments, kind.id(), format.extension());
        output::write_new(&target, &bytes)?;
        page.hanging(2, "", &catalogue.format("line-report-written", &[file(&target)]));
    }
    let open = statement.facts.iter().all(|fact| fact.answer.trim().is_empty());
    if open {
        page.faint(2, "", &catalogue.text("line-report-facts-open"));
    }
    screen::show(&page);
    Ok(Outcome::Done)
}

/// The case file of an intact case.
pub(crate) fn load(arguments: &OpenArguments, catalogue: Catalogue) -> Result<CaseFile, Problem> {
    of_case(&super::case::open(arguments, catalogue)?)
}

/// The case file of a case that is open; refused where anything changed since it was sealed.
pub(crate) fn of_case(case: &Case) -> Result<CaseFile, Problem> {
    let verdict = case.verify(&argine_seal::Expectation::default()).map_err(Problem::Vault)?;
    if !verdict.is_intact() {
        return Err(Problem::CaseChanged(case.path().to_owned()));
    }
    let missing = || Problem::NoCaseFile(case.path().to_owned());
    let path: CasePath = format!("{}/{CASE_FILE}", argine_seal::names::DERIVED).parse().map_err(Problem::defect)?;
    let bytes = case.read(&path).map_err(|_| missing())?;
    serde_json::from_slice(&bytes).map_err(|_| missing())
}

fn statement(path: &Path, case: &CaseFile, catalogue: Catalogue) -> Result<Statement, Problem> {
    let text = output::read_form(path)?;
    Statement::read(&text, case, catalogue).map_err(|error| {
        let (sentence, arguments) = match error {
            StatementError::Form { line, message } => {
                ("problem-form", vec![("line", Argument::from(line)), ("reason", Argument::Text(message))])
            }
            StatementError::UnknownFact(id) => ("problem-form-unknown-fact", vec![("id", Argument::Text(id))]),
            StatementError::AnsweredTwice(id) => ("problem-form-answered-twice", vec![("id", Argument::Text(id))]),
            other => return Problem::defect(other),
        };
        Problem::Form { path: path.to_owned(), sentence, arguments }
    })
}

fn kinds(paper: PaperArgument) -> Vec<PaperKind> {
    match paper {
        PaperArgument::All => PaperKind::ALL.into(),
        PaperArgument::Complaint => vec![PaperKind::Complaint],
        PaperArgument::Timeline => vec![PaperKind::Timeline],
        PaperArgument::Exhibits => vec![PaperKind::Exhibits],
        PaperArgument::Payments => vec![PaperKind::Payments],
        PaperArgument::Indicators => vec![PaperKind::Indicators],
        PaperArgument::Preservation => vec![PaperKind::Preservation],
        PaperArgument::Receipt => vec![PaperKind::Receipt],
        PaperArgument::Form => Vec::new(),
    }
}

/// Beside the case, never in it: a sealed case is not written to.
fn target(arguments: &ReportArguments, paper: &str, extension: &str) -> PathBuf {
    let name = arguments.case.case.file_name().map_or_else(|| "case".into(), |name| name.to_string_lossy());
    let file = format!("{name}-{paper}.{extension}");
    match &arguments.out {
        Some(folder) => folder.join(file),
        None => PathBuf::from(file),
    }
}

fn file(path: &Path) -> (&'static str, Argument) {
    ("file", Argument::Text(path.display().to_string()))
}
