//! `argine case verify`: whether anything in a case changed, and what.

use std::path::Path;

use argine_knowledge::{Argument, Catalogue};
use argine_seal::{Expectation, Remark, StampState, StampSummary, TrustRoots};

use super::open;
use crate::Outcome;
use crate::arguments::OpenArguments;
use crate::commands::assess::write_line;
use crate::problem::Problem;
use crate::screen::{self, Page};

/// Says it in one line; then one line a check, one a time-stamp, one for each thing to know besides.
pub(super) fn run(
    arguments: &OpenArguments,
    roots: Option<&Path>,
    json: bool,
    catalogue: Catalogue,
) -> Result<Outcome, Problem> {
    let roots = roots.map(trust_roots).transpose()?;
    let case = open(arguments, catalogue)?;
    let verdict = case.verify(&Expectation { key: None, root: None, roots }).map_err(Problem::Vault)?;
    let outcome = if verdict.is_intact() { Outcome::Done } else { Outcome::Failed };
    if json {
        write_line(&serde_json::to_string(&verdict).map_err(Problem::defect)?)?;
        return Ok(outcome);
    }
    let text = |words: &[&str]| Argument::Text(screen::quote(&words.join(", "), 2000));
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut page = Page::default();
    if verdict.is_intact() {
        let seal = verdict.seals.last();
        let files = seal.map_or(0, |seal| usize::try_from(seal.payload_files).unwrap_or(usize::MAX));
        let time = seal.map(|seal| seal.time.to_string()).unwrap_or_default();
        let arguments = [("count", number(files)), ("time", Argument::Text(time))];
        let stamped = seal.is_none_or(|seal| seal.stamp != StampState::NotStamped);
        let stamp = if stamped { String::new() } else { catalogue.text("verdict-not-stamped") };
        page.line(&[catalogue.format("verdict-intact", &arguments), stamp].join(" "));
    } else {
        let paths = verdict.paths();
        let arguments = [("paths", text(&paths)), ("count", number(paths.len()))];
        page.line(&catalogue.format("verdict-changed", &arguments));
    }
    for check in &verdict.checks {
        let paths = check.paths();
        let arguments = [("paths", text(&paths)), ("count", number(paths.len()))];
        let (mark, end) = if check.passed() { ("✓ ", "pass") } else { ("✗ ", "fail") };
        page.hanging(2, mark, &catalogue.format(&format!("check-{}-{end}", check.id.as_str()), &arguments));
    }
    for seal in &verdict.seals {
        for stamp in &seal.stamps {
            page.hanging(2, "⧗ ", &stamp_line(stamp, seal.number, catalogue));
        }
    }
    for remark in verdict.remarks.iter().filter(|remark| **remark != Remark::NotStamped) {
        page.hanging(2, "! ", &remark_line(remark, catalogue));
    }
    screen::show(&page);
    Ok(outcome)
}

#[expect(clippy::disallowed_methods, reason = "the door opens the file that the person names")]
fn trust_roots(file: &Path) -> Result<TrustRoots, Problem> {
    let pem = std::fs::read_to_string(file).map_err(|error| Problem::CannotOpen(file.to_owned(), error))?;
    TrustRoots::parse(&pem).map_err(|_| Problem::Setting { name: "roots", value: file.display().to_string() })
}

fn stamp_line(stamp: &StampSummary, seal: u32, catalogue: Catalogue) -> String {
    let arguments = [
        ("seal", Argument::Number(i64::from(seal))),
        ("time", Argument::Text(stamp.time.map(|time| time.to_string()).unwrap_or_default())),
        ("authority", Argument::Text(screen::quote(stamp.authority.as_deref().unwrap_or_default(), 100))),
    ];
    let line = match (stamp.problem, stamp.trusted) {
        (Some(problem), _) => {
            return format!("{}: {}", stamp.path, catalogue.text(&format!("stamp-error-{}", problem.code())));
        }
        (None, Some(true)) => "stamp-trusted",
        (None, _) => "stamp-unproved",
    };
    catalogue.format(line, &arguments)
}

fn remark_line(remark: &Remark, catalogue: Catalogue) -> String {
    let (number, seconds) = match remark {
        Remark::NotStamped => (0, 0),
        Remark::ClockAhead { seal, seconds } | Remark::StampedLate { seal, seconds } => (i64::from(*seal), *seconds),
        Remark::ClockWentBack { line } => (i64::try_from(*line).unwrap_or(i64::MAX), 0),
    };
    let arguments = [("number", Argument::Number(number)), ("hours", Argument::Number(seconds.div_euclid(3600)))];
    catalogue.format(&format!("remark-{}", remark.code()), &arguments)
}
