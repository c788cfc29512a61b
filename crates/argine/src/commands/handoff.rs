//! `argine handoff`: the sheet for handing fingerprints to StopNCII or Take It Down, and the place for what they answer.

use std::collections::BTreeSet;
use std::io::{BufRead as _, Write as _};

use argine_knowledge::{Argument, Catalogue, Knowledge};
use argine_model::{AgeClass, Custodian, ExhibitId};
use argine_report::{HandedOver, Programme, handoff, reminder};
use argine_respond::tool;
use argine_seal::ItemRecord;
use argine_vault::{Case, device_key};
use jiff::tz::TimeZone;

use super::respond::key_folder;
use crate::Outcome;
use crate::arguments::{HandoffArguments, Service};
use crate::circumstances::clock;
use crate::problem::Problem;
use crate::screen::{self, Page};

/// Shows the sheet, or writes it into a case with the number and the PIN that the person received.
pub(crate) fn run(arguments: &HandoffArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let programme = match arguments.service {
        Service::Stopncii => Programme::StopNcii,
        Service::TakeItDown => Programme::TakeItDown,
    };
    if !Programme::of_age(AgeClass::from(arguments.age)).contains(&programme) {
        return Err(Problem::Setting { name: "service", value: "StopNCII".to_owned() });
    }
    let unknown_zone = |_| Problem::Setting { name: "zone", value: arguments.zone.clone() };
    let now = clock(arguments.at.as_deref(), &TimeZone::get(&arguments.zone).map_err(unknown_zone)?)?;
    let knowledge = Knowledge::embedded().map_err(Problem::defect)?;
    let language = catalogue.language();
    let pin = if arguments.pin { asked_pin(catalogue) } else { None };
    let given = arguments.number.clone().map(|number| HandedOver { number, pin });
    let sheet = handoff(programme, given.as_ref(), &knowledge, &now, language);
    let mut page = Page::default();
    let Some(case) = &arguments.into else {
        sheet.lines().for_each(|line| page.hanging(line.len() - line.trim_start().len(), "", line.trim_start()));
        screen::show(&page);
        return Ok(Outcome::Done);
    };
    let key = device_key(&key_folder(arguments.key_folder.as_deref())?).map_err(Problem::Vault)?;
    let time = now.timestamp();
    let tool = tool().map_err(Problem::defect)?;
    let case = super::case::open_at(case, &arguments.key, catalogue)?;
    let exhibits = exhibits(&case)?;
    let mut editor = case.edit(tool, Custodian::AffectedPerson).map_err(Problem::Vault)?;
    let base = format!("handoff-{}-{}", programme.id(), now.strftime("%Y%m%d-%H%M%S"));
    let mut add = |name: &str, text: String| editor.add_derived(name, text.as_bytes(), &exhibits, time);
    let written = add(&format!("{base}.txt"), sheet)
        .and_then(|path| add(&format!("{base}.ics"), reminder(programme, &now, language)).map(|_| path));
    let path = written.map_err(Problem::Vault)?;
    let sealed = editor.seal(time, &key).map_err(Problem::Vault)?;
    let text = |value: String| Argument::Text(value);
    let arguments = [("case", text(sealed.path.display().to_string())), ("file", text(path.as_str().to_owned()))];
    page.hanging(0, "", &catalogue.format("line-handoff-written", &arguments));
    screen::show(&page);
    Ok(Outcome::Done)
}

/// The exhibits of a case, in order: the sheet belongs to all of them.
fn exhibits(case: &Case) -> Result<Vec<ExhibitId>, Problem> {
    let items = case.items().map_err(Problem::Vault)?;
    let exhibits: BTreeSet<ExhibitId> = (items.records().iter())
        .filter_map(|record| if let ItemRecord::Original { exhibit, .. } = record { Some(exhibit.id) } else { None })
        .collect();
    Ok(exhibits.into_iter().collect())
}

/// What is typed after the question: an argument would stay in the history of the shell.
fn asked_pin(catalogue: Catalogue) -> Option<String> {
    let mut out = std::io::stderr();
    out.write_all(catalogue.text("question-pin").as_bytes()).and_then(|()| out.flush()).ok()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).ok()?;
    let pin = line.trim();
    (!pin.is_empty()).then(|| pin.to_owned())
}
