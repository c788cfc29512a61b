//! Writes what the native library answers to a list of questions, so that `xtask/parity.mjs` can put the same questions to the
//! WebAssembly module and compare the bytes: `parity FOLDER`.
//!
//! The questions are in `questions.json` there, each with the files it is about and the digest of the native answer.

#![expect(clippy::disallowed_methods, reason = "a tool of the tests reads and writes files")]

use std::path::{Path, PathBuf};

use argine_model::{Language, Sha256};
use argine_wasm::{Complaint, HandedFile, NoticeAnswer, Session, fingerprint_file};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

const NOW: &str = "2026-11-22T03:10:00+01:00[Europe/Rome]";
const LATER: &str = "2026-11-24T10:00:00+01:00[Europe/Rome]";

fn main() -> Result<(), Failure> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("into which folder?")?);
    std::fs::create_dir_all(&folder)?;
    let mut cases = Vec::new();
    for (name, files) in inputs(&folder)? {
        for (language, age) in [(Language::It, "adult"), (Language::En, "unknown")] {
            let answers = answers(&files, language, age)?;
            let paths: Vec<&str> = files.iter().map(|(_, path)| path.as_str()).collect();
            cases.push(json!({
                "name": name, "files": paths, "language": language, "circumstances": circumstances(age), "age": age,
                "now": NOW, "later": LATER, "answers": answers,
            }));
        }
    }
    std::fs::write(folder.join("questions.json"), serde_json::to_vec_pretty(&cases)?)?;
    Ok(())
}

fn circumstances(age: &str) -> String {
    json!({ "now": NOW, "age": age, "country": "it", "custodian": "affected_person" }).to_string()
}

type Files = Vec<(HandedFile, String)>;

/// The examples of the repository, and what no example has: a group, a mail, an account, hostile bytes, many messages.
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
    for (name, bytes) in invented() {
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

/// Invented inputs.
fn invented() -> Vec<(&'static str, Vec<u8>)> {
    let threat = "[12/11/26, 23:41:07] Giada: manda 500 euro entro stasera o mando il video a tutti i tuoi contatti\n\
        [12/11/26, 23:41:40] Marco: ti prego non ce la faccio più, voglio morire\n\
        [12/11/26, 23:42:02] Giada: IBAN IT60X0542811101000000123456 oppure ricarica postepay\n\
        [12/11/26, 23:58:00] Marco: ho pagato 200 euro 😢\n";
    let line = |number: u32| {
        let (day, hour, minute) = (1 + number % 28, number % 24, number % 60);
        let who = if number.is_multiple_of(3) { "Giada" } else { "Marco" };
        format!("{day:02}/10/26, {hour:02}:{minute:02} - {who}: messaggio numero {number}, tutto bene? €{number},50\n")
    };
    let long = (0..2_000).map(line).collect::<Vec<_>>().concat();
    let telegram = json!({ "name": "Giada", "type": "personal_chat", "id": 7, "messages": [
        { "id": 1, "type": "message", "date": "2026-11-12T23:41:07", "date_unixtime": "1794523267", "from": "Giada",
          "from_id": "user7", "text": "ho i tuoi contatti, paga 300 € in bitcoin", "text_entities": [] },
        { "id": 2, "type": "message", "date": "2026-11-12T23:45:07", "date_unixtime": "1794523507", "from": "Marco",
          "from_id": "user8", "text": "chi sei?", "text_entities": [] }] });
    let mail = "From: x@scam.example\r\nTo: marco@posta.example\r\nDate: Thu, 12 Nov 2026 23:41:07 +0100\r\n\
        Subject: =?utf-8?q?Ho_hackerato_il_tuo_dispositivo?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
        Ti ho registrato con la webcam. Paga 900 USD in bitcoin a 1BoatSLRHtKNngkdXEeobR76b53LETtpyT entro 48 ore.\r\n";
    vec![
        ("_chat.txt", threat.as_bytes().to_vec()),
        ("WhatsApp Chat with Giada.txt", long.into_bytes()),
        ("result.json", telegram.to_string().into_bytes()),
        ("minaccia.eml", mail.as_bytes().to_vec()),
        ("rotto.txt", vec![0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x0a]),
        ("vuoto.txt", Vec::new()),
        ("foto.bmp", bitmap()),
    ]
}

/// A picture with a gradient, as the simplest format has it.
fn bitmap() -> Vec<u8> {
    const SIDE: u32 = 128;
    let pixels: Vec<u8> = (0..SIDE * SIDE)
        .flat_map(|place| {
            let (x, y) = (place % SIDE, place / SIDE);
            [x * 2, y * 2, (x * y) % 251].map(|value| u8::try_from(value % 256).unwrap_or_default())
        })
        .collect();
    let length = u32::try_from(pixels.len()).unwrap_or_default();
    let mut file = b"BM".to_vec();
    for number in [54 + length, 0, 54, 40, SIDE, SIDE, 0x0018_0001, 0, length, 2835, 2835, 0, 0] {
        file.extend_from_slice(&number.to_le_bytes());
    }
    file.extend(pixels);
    file
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
