//! `argine case list` and `show`.

use std::path::Path;

use argine_knowledge::{Argument, Catalogue};
use argine_model::OriginalHandling;
use argine_seal::{Expectation, names};
use argine_vault::Case;

use super::open;
use crate::Outcome;
use crate::arguments::OpenArguments;
use crate::commands::assess::write_line;
use crate::problem::Problem;
use crate::screen::{self, Page};

/// Every case directly below a folder, locked ones by their name alone.
pub(super) fn list(folder: &Path, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let cannot = |error| Problem::CannotOpen(folder.to_owned(), error);
    let mut places = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        places.push(entry.map_err(cannot)?.path());
    }
    places.sort();
    let mut page = Page::default();
    for place in places {
        let name = screen::quote(&place.display().to_string(), 200);
        if Case::is_locked(&place) {
            page.line(&catalogue.format("case-list-locked", &[("case", Argument::Text(name))]));
        } else if place.join(names::BAGIT).is_file() && place.join(names::CUSTODY).is_file() {
            let verdict = Case::plain(&place).and_then(|case| case.verify(&Expectation::default()));
            let verdict = verdict.map_err(Problem::Vault)?;
            let id = if verdict.is_intact() { "case-list-intact" } else { "case-list-changed" };
            let number = verdict.seals.last().map(|seal| seal.case.to_string()).unwrap_or_default();
            let seals = i64::try_from(verdict.seals.len()).unwrap_or(i64::MAX);
            let arguments = [
                ("case", Argument::Text(name)),
                ("number", Argument::Text(number)),
                ("seals", Argument::Number(seals)),
            ];
            page.line(&catalogue.format(id, &arguments));
        }
    }
    screen::show(&page);
    Ok(Outcome::Done)
}

/// What is in a case: exhibits, handlings, seals.
pub(super) fn show(arguments: &OpenArguments, json: bool, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let case = open(arguments, catalogue)?;
    let (items, custody) = (case.items().map_err(Problem::Vault)?, case.custody().map_err(Problem::Vault)?);
    let verdict = case.verify(&Expectation::default()).map_err(Problem::Vault)?;
    if json {
        let json = serde_json::json!({
            "age": items.age(), "items": items.records(), "custody": custody.events(), "seals": verdict.seals,
            "intact": verdict.is_intact(),
        });
        write_line(&json.to_string())?;
        return Ok(Outcome::Done);
    }
    let mut page = Page::default();
    let text = |words: &str| Argument::Text(screen::quote(words, 200));
    page.heading(&catalogue.text("case-show-exhibits"));
    for exhibit in items.exhibits() {
        let kept = if exhibit.handling == OriginalHandling::Copied { "case-show-copied" } else { "case-show-digest" };
        let size = Argument::Number(i64::try_from(exhibit.size).unwrap_or(i64::MAX));
        let arguments = [("name", text(&exhibit.name)), ("size", size), ("sha256", text(&exhibit.sha256.to_string()))];
        page.hanging(2, &format!("{}  ", exhibit.id), &catalogue.format(kept, &arguments));
    }
    page.gap();
    page.heading(&catalogue.text("case-show-custody"));
    for event in custody.events() {
        let action = serde_json::to_value(event.action).ok().and_then(|value| value.as_str().map(ToOwned::to_owned));
        let what = catalogue.text(&format!("custody-{}", action.unwrap_or_default()));
        let files: Vec<&str> = event.files.iter().map(|file| file.path.as_str()).collect();
        let words = [what, files.join(", "), event.note.clone().unwrap_or_default()];
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        page.hanging(2, &format!("{}  ", event.time), &screen::quote(&words.join(" · "), 400));
    }
    page.gap();
    page.heading(&catalogue.text("case-show-seals"));
    for seal in &verdict.seals {
        let state = serde_json::to_value(seal.stamp).ok().and_then(|value| value.as_str().map(ToOwned::to_owned));
        let stamp = catalogue.text(&format!("stamp-state-{}", state.unwrap_or_default()));
        page.hanging(2, &format!("{}  ", seal.number), &format!("{} · {} · {stamp}", seal.time, seal.root));
    }
    screen::show(&page);
    Ok(Outcome::Done)
}
