//! What single phrases teach: each names its leading family only, so of its neighbours in meaning nothing is known.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Sayings that stand for many: what is not said of a sentence is not known of it.
pub(super) const POOLED: [&str; 11] = [
    "say.coercion",
    "say.affected",
    "say.of_gang",
    "say.of_known",
    "say.of_sexual",
    "say.of_bluff",
    "say.of_authority",
    "say.of_recovery",
    "say.of_lure",
    "say.of_telling",
    "say.of_scam",
];

/// What a family says, in the codes of sayings; `-` where it is innocent, nothing where it is not told.
const FAMILIES: [(&str, &str); 50] = [
    ("afraid", "rea"),
    ("benign_contact", "-"),
    ("benign_limit", "-"),
    ("benign_media", "-"),
    ("benign_money", "-"),
    ("benign_news", "-"),
    ("benign_other", "-"),
    ("benign_threat", "-"),
    ("block_threat", "nb"),
    ("coerced_return", "cr"),
    ("contact_proof", "cl"),
    ("countdown", "cd"),
    ("deepfake", "df"),
    ("demand_money", "mon"),
    ("demand_other", "rel"),
    ("demand_sexual", "sx"),
    ("device_hack_claim", "hk"),
    ("disclosure", "sto"),
    ("doxxing", "dx"),
    ("fake_authority", "fa"),
    ("false_accusation", "ac"),
    ("false_promise", "fp"),
    ("greeting_duty", "gd ctl"),
    ("group_creation", "gc"),
    ("impersonation", "im"),
    ("instalments", "ins"),
    ("isolation", "iso"),
    ("leverage", "lev"),
    ("lure", ""),
    ("own_adult", "-"),
    ("own_minor", "age"),
    ("paid", "paid pay"),
    ("payment_guidance", "pg"),
    ("plead", "ple rea"),
    ("price_change", ""),
    ("published_claimed", "pub"),
    ("receipt_demand", "rd"),
    ("refuse", "rea"),
    ("reputation_ruin", "rr"),
    ("scheduled_publication", "sp"),
    ("seen_published", "pub"),
    ("self_harm", "sh"),
    ("self_harm_idiom", "-"),
    ("sick_relative", "sr"),
    ("suicide_goading", "sg"),
    ("third_party_theft", "tp"),
    ("threat_other", "thr"),
    ("threat_publish", "thr dis"),
    ("upfront_fee", "uf"),
    ("web_publication", "wb"),
];

/// Sayings that no phrase of pressure is.
const APART: [&str; 9] = [
    "say.self_harm",
    "say.own_age",
    "say.story",
    "say.helper",
    "say.joke",
    "say.scam",
    "say.recovery",
    "say.of_telling",
    "say.of_scam",
];

/// The phrases with their families, by file.
pub(super) fn read() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/phrases");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|one| one == "tsv")).collect();
    files.sort();
    let mut phrases = Vec::new();
    for file in files {
        for line in fs::read_to_string(file).unwrap().lines() {
            let [family, _, text] = line.splitn(3, '\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            phrases.push((family.to_owned(), text.to_owned()));
        }
    }
    phrases
}

/// Whether innocent conversations are made of a phrase, which the table has then never seen.
pub(super) fn is_kept_for_talks(at: usize, family: &str) -> bool {
    at % 2 == 1 && family.starts_with("benign")
}

/// What a family says of every saying: yes, no, or not known.
pub(super) fn says(family: &str, places: &BTreeMap<String, usize>, codes: &[(&str, &str)]) -> Vec<Option<bool>> {
    let (_, said) = FAMILIES.iter().find(|(one, _)| *one == family).unwrap_or_else(|| panic!("{family}"));
    let innocent = *said == "-";
    let mut says = vec![innocent.then_some(false); places.len()];
    let affected = matches!(family, "afraid" | "paid" | "plead" | "refuse");
    let personal = affected || matches!(family, "own_minor" | "self_harm" | "disclosure" | "seen_published");
    for label in APART {
        says[places[label]] = Some(false);
    }
    says[places["say.coercion"]] = Some(!innocent && !personal && family != "lure");
    let pooled = match family {
        "lure" => Some("say.of_lure"),
        "disclosure" => Some("say.of_telling"),
        _ => affected.then_some("say.affected"),
    };
    if let Some(label) = pooled {
        says[places[label]] = Some(true);
    }
    if family == "benign_news" {
        for label in ["say.story", "say.helper", "say.of_telling"] {
            says[places[label]] = None;
        }
    }
    for code in said.split_whitespace() {
        if let Some((_, label)) = codes.iter().find(|(one, _)| *one == code)
            && let Some(at) = places.get(*label)
        {
            says[*at] = Some(true);
        }
    }
    if matches!(family, "self_harm_idiom" | "own_adult") {
        for (label, at) in places {
            if !matches!(label.as_str(), "say.self_harm" | "say.own_age" | "say.coercion") {
                says[*at] = None;
            }
        }
    }
    says
}
