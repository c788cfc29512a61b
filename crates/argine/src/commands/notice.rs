//! `argine notice`: prepares notices that ask for removal. Nothing is sent.

use std::path::Path;

use argine_knowledge::{Argument, Catalogue, Knowledge, NoticeRecord, Record as _};
use argine_plan::{Fault, Notice};
use argine_report::{Format, ReportError};
use jiff::Zoned;

use crate::arguments::{FormatArgument, NoticeSubcommands};
use crate::problem::Problem;
use crate::screen::{self, Page};
use crate::{Outcome, output};

pub(crate) fn run(command: &NoticeSubcommands, catalogue: Catalogue) -> Result<Outcome, Problem> {
    match command {
        NoticeSubcommands::Form { out } => form(out, catalogue),
        NoticeSubcommands::Check { notice, country } => check(&load(notice)?, country, catalogue),
        NoticeSubcommands::Write { notice, regime, format, out } => {
            write_notice(&load(notice)?, regime, *format, out, catalogue)
        }
    }
}

/// The blanks, each under its sentence.
fn form(out: &Path, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let label = |id: &str| catalogue.text(id);
    let comment = |text: String| text.lines().map(|line| format!("# {line}\n")).collect::<Vec<_>>().concat();
    let field = |id: &str| comment(label(&format!("notice-field-{id}")));
    let text = [
        comment(label("notice-form-intro")),
        format!("\n{}urls = []\n", field("urls")),
        format!("{}locator = \"\"\n", comment(label("notice-locator"))),
        format!("{}platforms = []\n", field("platforms")),
        format!("{}reasons = \"\"\n", field("reasons")),
        format!("{}nonconsent = false\n", comment(label("notice-nonconsent"))),
        format!("{}minor = false\n", comment(label("notice-minor"))),
        format!("{}good_faith = false\n", comment(label("notice-good-faith"))),
        format!("{}identity_document_ready = false\n", field("identity_document")),
        format!("\n{}[reporter]\n", comment(label("notice-who"))),
        format!("{}name = \"\"\n", field("reporter_name")),
        format!("{}mail = \"\"\n", field("reporter_mail")),
        format!("{}capacity = \"\"\nmandate = \"\"\n", field("capacity")),
        format!("\n{}[signature]\nname = \"\"\ndate = \"\"\n", comment(label("notice-signature"))),
    ];
    output::write_new(out, text.concat().as_bytes())?;
    let mut page = Page::default();
    let file = Argument::Text(out.display().to_string());
    page.hanging(2, "", &catalogue.format("line-report-form", &[("file", file)]));
    screen::show(&page);
    Ok(Outcome::Done)
}

fn load(path: &Path) -> Result<Notice, Problem> {
    let text = output::read_form(path)?;
    toml::from_str(&text).map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |span| 1 + text.get(..span.start).unwrap_or(&text).matches('\n').count());
        let reason = Argument::Text(error.message().to_owned());
        Problem::Form {
            path: path.to_owned(),
            sentence: "problem-form",
            arguments: vec![("line", line.into()), ("reason", reason)],
        }
    })
}

/// What is missing for each regime; failed where the notice is complete for none.
fn check(notice: &Notice, country: &str, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let knowledge = Knowledge::embedded().map_err(Problem::defect)?;
    let mut page = Page::default();
    let mut complete = 0;
    for regime in Notice::regimes(&knowledge, country) {
        let faults = notice.faults(regime);
        complete += usize::from(faults.is_empty());
        let id = if faults.is_empty() { "notice-ready" } else { "notice-not-ready" };
        page.strong(0, "", &catalogue.format(id, &[title(regime, catalogue)]));
        page.faint(2, "", regime.id());
        for fault in faults {
            let id = match fault.fault {
                Fault::Missing => "notice-fault-missing",
                Fault::Wrong => "notice-fault-wrong",
            };
            let arguments = [
                ("field", Argument::Text(catalogue.text(&format!("notice-field-{}", fault.field.id())))),
                ("law", Argument::Text(fault.law.to_owned())),
                ("value", Argument::Text(screen::quote(&fault.value, 120))),
            ];
            page.hanging(2, "• ", &catalogue.format(id, &arguments));
        }
    }
    for warning in notice.warnings(&knowledge) {
        let beware = Argument::Text(warning.beware.in_language(catalogue.language()).to_owned());
        page.gap();
        page.hanging(0, "! ", &catalogue.format("notice-warning", &[title(warning, catalogue), ("beware", beware)]));
    }
    screen::show(&page);
    Ok(if complete > 0 { Outcome::Done } else { Outcome::Failed })
}

fn write_notice(
    notice: &Notice,
    regime: &str,
    format: FormatArgument,
    out: &Path,
    catalogue: Catalogue,
) -> Result<Outcome, Problem> {
    let knowledge = Knowledge::embedded().map_err(Problem::defect)?;
    let Some(record) = Notice::regime(&knowledge, regime) else {
        return Err(Problem::NoRegime(regime.to_owned()));
    };
    #[expect(clippy::disallowed_methods, reason = "this is the door: the day on the notice is today")]
    let today = Zoned::now();
    let bytes = match argine_report::notice(notice, record, &today, Format::from(format), catalogue.language()) {
        Ok(bytes) => bytes,
        Err(ReportError::Incomplete(_)) => {
            return Err(Problem::NoticeIncomplete(record.title().in_language(catalogue.language()).to_owned()));
        }
        Err(error) => return Err(Problem::defect(error)),
    };
    output::write_new(out, &bytes)?;
    let mut page = Page::default();
    let file = Argument::Text(out.display().to_string());
    page.hanging(2, "", &catalogue.format("line-notice-written", &[("file", file)]));
    for warning in notice.warnings(&knowledge) {
        let beware = Argument::Text(warning.beware.in_language(catalogue.language()).to_owned());
        page.hanging(2, "! ", &catalogue.format("notice-warning", &[title(warning, catalogue), ("beware", beware)]));
    }
    screen::show(&page);
    Ok(Outcome::Done)
}

fn title(record: &NoticeRecord, catalogue: Catalogue) -> (&'static str, Argument) {
    ("title", Argument::Text(record.title().in_language(catalogue.language()).to_owned()))
}
