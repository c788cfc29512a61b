//! `argine knowledge`: the packs.

use std::path::Path;

use argine_knowledge::{
    Argument, Catalogue, Confidence, Knowledge, Record, bundle as join, is_part_of_bundle, lint as findings,
};
use argine_model::Tier;
use argine_seal::sign_file;
use argine_vault::device_key;

use super::assess::write_line;
use super::respond::key_folder;
use crate::arguments::PackArguments;
use crate::packs;
use crate::problem::Problem;
use crate::screen::{self, Page};
use crate::{Outcome, input, output};

/// Checks the packs: one line for each thing that must not be shipped.
pub(crate) fn lint(arguments: &PackArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let knowledge = packs::load(arguments)?;
    let findings = findings(&knowledge);
    let mut page = Page::default();
    for finding in &findings {
        page.hanging(0, "• ", &finding.to_string());
    }
    if findings.is_empty() {
        let records = Argument::Number(i64::try_from(knowledge.records().count()).unwrap_or(i64::MAX));
        page.hanging(0, "", &catalogue.format("line-lint-clean", &[("records", records)]));
    }
    screen::show(&page);
    Ok(if findings.is_empty() { Outcome::Done } else { Outcome::Failed })
}

/// Shows one record with its sources, dates and when it applies; or every id that begins as typed.
pub(crate) fn show(id: &str, json: bool, arguments: &PackArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let knowledge = packs::load(arguments)?;
    let Some(record) = knowledge.record(id) else {
        let near: Vec<&str> = knowledge.records().map(Record::id).filter(|found| found.contains(id)).collect();
        let value = if near.is_empty() { id.to_owned() } else { format!("{id} ({})", near.join(", ")) };
        return Err(Problem::Refused { sentence: "problem-knowledge-record", value });
    };
    if json {
        write_line(&as_json(record, &knowledge).to_string())?;
        return Ok(Outcome::Done);
    }
    let language = catalogue.language();
    let mut page = Page::default();
    page.heading(record.title().in_language(language));
    page.faint(2, "", &format!("{} · {}", record.id(), record.country()));
    for (field, text) in record.texts() {
        page.hanging(2, &format!("{field}: "), text.in_language(language));
    }
    if let Some(applies) = record.applies_if() {
        page.hanging(2, &catalogue.text("label-applies"), &applies.to_string());
    }
    for source in record.sources() {
        let url = source.url.as_deref().unwrap_or_default();
        page.hanging(2, &format!("{} ", tier(source.tier)), &format!("{} {url} ({})", source.title, source.seen_on));
    }
    let arguments = [
        ("checked", Argument::Text(record.checked_on().to_string())),
        ("review", Argument::Text(record.review_by().to_string())),
        ("confidence", Argument::Text(confidence(record.confidence()).to_owned())),
    ];
    page.hanging(2, "", &catalogue.format("line-record", &arguments));
    if record.to_be_confirmed() {
        page.hanging(2, "", &catalogue.text("line-to-be-confirmed"));
    }
    screen::show(&page);
    Ok(Outcome::Done)
}

fn as_json(record: &dyn Record, knowledge: &Knowledge) -> serde_json::Value {
    let texts: Vec<_> =
        record.texts().into_iter().map(|(field, text)| serde_json::json!({ "field": field, "text": text })).collect();
    serde_json::json!({
        "id": record.id(),
        "country": record.country(),
        "texts": texts,
        "applies_if": record.applies_if().map(ToString::to_string),
        "sources": record.sources(),
        "checked_on": record.checked_on(),
        "review_by": record.review_by(),
        "confidence": confidence(record.confidence()),
        "to_be_confirmed": record.to_be_confirmed(),
        "packs": knowledge.version().to_string(),
    })
}

/// Puts a folder of packs into one file and signs it with the key of this device. What the lint finds is not signed.
pub(crate) fn bundle(folder: &Path, out: &Path, keys: Option<&Path>, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let mut files: Vec<(String, String)> = Vec::new();
    for path in input::paths(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if !is_part_of_bundle(&name) {
            continue;
        }
        let file = input::open_file(&path, folder)?;
        let text = String::from_utf8(file.bytes);
        files.push((name, text.map_err(|_| refused(&path.display().to_string()))?));
    }
    let pairs: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let bundle = join(&pairs);
    let knowledge = Knowledge::from_bundle(&bundle).map_err(|error| refused(&error.to_string()))?;
    if let Some(finding) = findings(&knowledge).first() {
        return Err(refused(&finding.to_string()));
    }
    let key = device_key(&key_folder(keys)?).map_err(Problem::Vault)?;
    let version = knowledge.version().to_string();
    let signature = sign_file(&key, bundle.as_bytes(), &format!("argine knowledge {version}"));
    output::write_new(out, bundle.as_bytes())?;
    output::write_new(&packs::signature_of(out), signature.as_bytes())?;
    let mut page = Page::default();
    let arguments = [
        ("file", Argument::Text(out.display().to_string())),
        ("version", Argument::Text(version)),
        ("key", Argument::Text(key.public().to_line())),
    ];
    page.hanging(0, "", &catalogue.format("line-bundle", &arguments));
    screen::show(&page);
    Ok(Outcome::Done)
}

fn refused(value: &str) -> Problem {
    Problem::Refused { sentence: "problem-knowledge-form", value: value.to_owned() }
}

const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::P => "P",
        Tier::S => "S",
        Tier::K => "K",
    }
}

const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::L => "L",
        Confidence::M => "M",
        Confidence::H => "H",
    }
}
