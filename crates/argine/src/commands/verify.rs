//! `argine case verify`: whether anything in a case changed, and what.

use std::path::Path;

use argine_knowledge::{Argument, Catalogue};
use argine_seal::{Expectation, StampState};
use argine_vault::verify_case;

use super::assess::write_line;
use crate::Outcome;
use crate::problem::Problem;
use crate::screen::{self, Page};

/// Says it in one line; then, where something changed, one line a failed check.
pub(crate) fn run(case: &Path, json: bool, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let verdict = verify_case(case, &Expectation::default()).map_err(Problem::Vault)?;
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
        for check in verdict.checks.iter().filter(|check| !check.passed()) {
            let paths = check.paths();
            let arguments = [("paths", text(&paths)), ("count", number(paths.len()))];
            page.hanging(2, "• ", &catalogue.format(&format!("check-{}-fail", check.id.as_str()), &arguments));
        }
    }
    screen::show(&page);
    Ok(outcome)
}
