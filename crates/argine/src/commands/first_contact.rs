//! `argine screen`: first contact, real or a lure? Nothing is written and nothing is looked up.

use std::io::Read as _;
use std::path::Path;

use argine_knowledge::{Catalogue, Knowledge, Record as _};
use argine_model::Custodian;
use argine_recognise::{Profile, Recogniser, Screener, Screening};
use argine_respond::{MediaConsent, NoProfile, first_contact};

use super::assess::write_line;
use crate::arguments::ScreenArguments;
use crate::circumstances::circumstances;
use crate::input::{self, InputFile};
use crate::problem::Problem;
use crate::screen::{self, Page};
use crate::{Outcome, packs};

/// From the keyboard no more is read.
const TYPED_LIMIT: u64 = 1 << 20;

/// Reads a profile, or the beginning of a chat, and says what it looks like.
pub(crate) fn run(arguments: &ScreenArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let about = &arguments.about;
    let circumstances = circumstances(about, Custodian::AffectedPerson, MediaConsent::HashOnly, catalogue)?;
    let knowledge = packs::load(&about.packs)?;
    let recogniser = Recogniser::embedded().map_err(Problem::defect)?;
    let screener = Screener::embedded().map_err(Problem::defect)?;
    let file = open(&arguments.profile)?;
    let profile = if let Some(profile) = profile_json(&file) {
        profile.map_err(|reason| Problem::Profile { path: file.path.clone(), reason })?
    } else {
        first_contact(file.handed(), &circumstances, &screener).map_err(|reason| match reason {
            NoProfile::TooLong { limit_mebibytes } => Problem::TooLarge { path: file.path.clone(), limit_mebibytes },
            NoProfile::NotText => Problem::Profile { path: file.path.clone(), reason: "UTF-8".to_owned() },
        })?
    };
    let screening = screener.screen(&recogniser, &profile);
    if arguments.json {
        write_line(&as_json(&screening, &knowledge, &circumstances.country)?)?;
    } else {
        let mut page = Page::default();
        screen::screening(&mut page, &screening, catalogue);
        screen::prevention(&mut page, &knowledge, &circumstances.country, circumstances.now.date(), catalogue);
        screen::show(&page);
    }
    let unread = !screening.not_understood.is_empty();
    Ok(if unread { Outcome::DoneWithUnreadInput } else { Outcome::Done })
}

fn open(path: &Path) -> Result<InputFile, Problem> {
    if path != Path::new("-") {
        return input::open_file(path, path);
    }
    let mut bytes = Vec::new();
    let cannot = |error| Problem::CannotOpen(path.to_owned(), error);
    std::io::stdin().lock().take(TYPED_LIMIT + 1).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(InputFile { path: path.to_owned(), name: "-".to_owned(), bytes })
}

/// The profile, where the file is a JSON object of one; none where it is something else.
fn profile_json(file: &InputFile) -> Option<Result<Profile, String>> {
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&file.bytes).ok()?;
    let named = object.get("schema").and_then(|schema| schema.as_str()) == Some("argine.profile/1");
    let profile = serde_json::from_slice::<Profile>(&file.bytes);
    match profile {
        Ok(profile) if named || profile.fields() > 0 && profile.fields() >= profile.not_understood().len() => {
            Some(Ok(profile))
        }
        Err(error) if named => Some(Err(error.to_string())),
        _ => None,
    }
}

/// `argine.screening/1` with the rules of prevention beside it.
fn as_json(screening: &Screening, knowledge: &Knowledge, country: &str) -> Result<String, Problem> {
    let rules: Vec<_> = knowledge
        .prevention(country)
        .into_iter()
        .map(|rule| {
            serde_json::json!({
                "id": rule.id(), "title": rule.title(), "text": rule.text(), "why": rule.why,
                "sources": rule.sources(), "checked_on": rule.checked_on(),
            })
        })
        .collect();
    let mut value = serde_json::to_value(screening).map_err(Problem::defect)?;
    if let Some(object) = value.as_object_mut() {
        object.insert("prevention".to_owned(), rules.into());
    }
    serde_json::to_string(&value).map_err(Problem::defect)
}
