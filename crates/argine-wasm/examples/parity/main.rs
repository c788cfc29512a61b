//! Writes what the native library answers to a list of questions, so that `xtask/parity.mjs` can put the same questions to the
//! WebAssembly module and compare the bytes: `parity FOLDER`.
//!
//! The questions are in `questions.json` there, each with the files it is about and the digest of the native answer. What is
//! locked has random bytes in it: there each side opens what the other closed. The module's are in the folder when this
//! program is called again: `parity FOLDER judge`.

#![expect(clippy::disallowed_methods, reason = "a tool of the tests reads and writes files")]

mod inputs;

use std::path::{Path, PathBuf};

use argine_model::{Language, Sha256};
use argine_wasm::{Complaint, HandedFile, NoticeAnswer, Session, fingerprint_file, lock, unlock};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

const NOW: &str = "2026-11-22T03:10:00+01:00[Europe/Rome]";
const LATER: &str = "2026-11-24T10:00:00+01:00[Europe/Rome]";

/// What is locked, under which words.
const SECRET: (&str, &str) = ("un segreto: è già passata", "tovaglia sgombro vialetto timone");

/// Profiles that are asked about: a name for the question, what is told, the first messages.
const PROFILES: [(&str, &str, &str); 4] = [
    (
        "lure",
        r#"{"account_age_days":9,"followers":"214","following":"1,9k","how_they_came":"stranger"}"#,
        "lei: ciao, ti ho visto per caso, sei molto carino\nio: ciao\nlei: qui scrivo poco, passiamo su telegram?\nlei: sei da solo in casa?",
    ),
    (
        "copied chat",
        "{}",
        "[20/11/26, 21:04:10] Marta: hey, ci siamo viste ieri a pallavolo\n[20/11/26, 21:05:40] Sara: ciao, sì",
    ),
    ("nothing told", "{}", ""),
    ("not a profile", r#"["lure"]"#, ""),
];

fn main() -> Result<(), Failure> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("into which folder?")?);
    if std::env::args().nth(2).is_some_and(|word| word == "judge") {
        return judge(&folder);
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("native-locked.age"), lock(SECRET.0.as_bytes(), SECRET.1, None)?)?;
    let mut cases = Vec::new();
    for (name, files) in inputs(&folder)? {
        for (language, age) in [(Language::It, "adult"), (Language::En, "unknown")] {
            let answers = answers(&files, language, age)?;
            let paths: Vec<&str> = files.iter().map(|(_, path)| path.as_str()).collect();
            cases.push(json!({
                "name": name, "files": paths, "language": language, "circumstances": circumstances(age), "age": age,
                "now": NOW, "later": LATER, "profiles": PROFILES, "answers": answers,
            }));
        }
    }
    std::fs::write(folder.join("questions.json"), serde_json::to_vec_pretty(&cases)?)?;
    Ok(())
}

/// Opens and verifies what the module closed and sealed.
fn judge(folder: &Path) -> Result<(), Failure> {
    let locked = std::fs::read(folder.join("page-locked.age"))?;
    if unlock(&locked, SECRET.1)? != SECRET.0.as_bytes() {
        return Err("what the page locked opens as something else".into());
    }
    if unlock(&locked, "altre parole a caso").is_ok() {
        return Err("what the page locked opens with other words".into());
    }
    let session = Session::new(Language::It)?;
    let mut sealed = std::fs::read(folder.join("page-sealed.zip"))?;
    let verdict: Value = serde_json::from_str(&session.verify(&sealed)?)?;
    if verdict.get("intact") != Some(&Value::Bool(true)) {
        return Err(format!("what the page sealed is not intact: {verdict}").into());
    }
    let middle = sealed.len() / 2;
    if let Some(byte) = sealed.get_mut(middle) {
        *byte ^= 1;
    }
    let verdict = session.verify(&sealed).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
    if verdict.is_some_and(|verdict| verdict.get("intact") == Some(&Value::Bool(true))) {
        return Err("a case with a changed byte passes".into());
    }
    Ok(())
}

fn circumstances(age: &str) -> String {
    json!({ "now": NOW, "age": age, "country": "it", "custodian": "affected_person" }).to_string()
}

type Files = Vec<(HandedFile, String)>;

/// The examples of the repository, and what no example has.
fn inputs(folder: &Path) -> Result<Vec<(String, Files)>, Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let mut inputs = Vec::new();
    let mut pending = vec![root.join("examples")];
    let mut found = Vec::new();
    while let Some(place) = pending.pop() {
        for entry in std::fs::read_dir(&place)? {
            let path = entry?.path();
            if path.is_dir() { pending.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    for path in found {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        inputs.push((name.clone(), vec![handed(&name, &path)?]));
    }
    for (name, bytes) in inputs::invented()? {
        let path = folder.join(name);
        std::fs::write(&path, bytes)?;
        inputs.push((name.to_owned(), vec![handed(name, &path)?]));
    }
    let together: Files = inputs.iter().flat_map(|(_, files)| files.iter().cloned()).collect();
    inputs.push(("everything at once".to_owned(), together));
    Ok(inputs)
}

fn handed(name: &str, path: &Path) -> Result<(HandedFile, String), Failure> {
    Ok((HandedFile { name: name.to_owned(), bytes: std::fs::read(path)? }, path.display().to_string()))
}

/// Every answer about some files, by its question: the digest of its bytes, or the sentence of its refusal.
fn answers(files: &Files, language: Language, age: &str) -> Result<Value, Failure> {
    let mut session = Session::new(language)?;
    let catalogue = session.catalogue();
    let handed: Vec<HandedFile> = files.iter().map(|(file, _)| file.clone()).collect();
    let mut answers = serde_json::Map::new();
    let mut note = |question: String, answer: Result<Vec<u8>, argine_wasm::Refusal>| {
        let digest = match answer {
            Ok(bytes) => format!("{} {}", bytes.len(), Sha256::of(&bytes)),
            Err(refusal) => refusal.sentence(catalogue),
        };
        answers.insert(question, Value::String(digest));
    };
    for file in &handed {
        let found = fingerprint_file(&file.name, &file.bytes, age, language);
        note(format!("fingerprint {}", file.name), found.map(String::into_bytes));
    }
    note("respond".to_owned(), session.respond(handed, &circumstances(age), |_| ()).map(String::into_bytes));
    note("messages".to_owned(), session.messages(0, 0, 100).map(String::into_bytes));
    note("plan".to_owned(), session.plan("", LATER).map(String::into_bytes));
    let said = json!({ "kind": "known_ex", "facts": ["known_person", "threatened"], "age": age, "country": "it" });
    let without = session.plan_without_files(&said.to_string(), "", LATER);
    note("plan without files".to_owned(), without.map(String::into_bytes));
    for (question, profile, messages) in PROFILES {
        let screened = session.screen(profile, messages, &circumstances(age));
        note(format!("screen {question}"), screened.map(String::into_bytes));
    }
    note("form".to_owned(), session.form().map(String::into_bytes));
    for kind in ["complaint", "timeline", "exhibits", "payments", "indicators", "preservation", "receipt"] {
        for format in ["html", "text", "odt"] {
            note(format!("paper {kind} {format}"), session.paper(kind, format, "{}"));
        }
    }
    note("case file".to_owned(), session.case_file());
    let sealed = session.seal("{}", &[7; 32], &Complaint::default());
    if let Ok(zip) = &sealed {
        note("verify".to_owned(), session.verify(zip).map(String::into_bytes));
    }
    note("seal".to_owned(), sealed);
    note("helplines".to_owned(), session.helplines("it", age, LATER).map(String::into_bytes));
    note("regimes".to_owned(), session.notice_regimes("it").map(String::into_bytes));
    let notice = session.notice("eu.notice.dsa16", "{}", "text", LATER).map(|answer| match answer {
        NoticeAnswer::Written(bytes) => bytes,
        NoticeAnswer::Incomplete(missing) => missing.into_bytes(),
    });
    note("notice".to_owned(), notice);
    note("strength".to_owned(), session.strength("tovaglia sgombro vialetto timone").map(String::into_bytes));
    Ok(Value::Object(answers))
}
