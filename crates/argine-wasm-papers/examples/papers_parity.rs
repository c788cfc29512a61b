//! Writes cases, and what the native library prints of them, so that `xtask/parity-papers.mjs` can have the same printed by the
//! WebAssembly module and compare the bytes: `papers_parity FOLDER`.

#![expect(clippy::disallowed_methods, reason = "a tool of the tests reads and writes files")]

use std::path::{Path, PathBuf};

use argine_chat::{Handed, Limits};
use argine_model::{AgeClass, Custodian, Language, Sha256};
use argine_report::PaperKind;
use argine_respond::{Circumstances, Engines, MediaConsent, Screens, respond};
use argine_wasm_papers::{Press, PressRefusal};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

const NOW: &str = "2026-11-22T03:10:00+01:00[Europe/Rome]";

/// Letters that the faces hold and letters that they do not, signs of every direction, and what a template must not take for its own.
const HOSTILE: &str = "12/11/26, 23:41 - Giada 😈: ho le tue foto, 300 € o le mando a tua madre\n\
    12/11/26, 23:42 - Marco: Ж ש مرحبا 中文 한국어 🏳\u{200d}🌈 e\u{301} \u{e001}\u{7}\u{202e}abc\n\
    12/11/26, 23:43 - Giada 😈: #panic() $x$ *a* _b_ \\ @c <d> [e] // \"f\" {g}\n\
    12/11/26, 23:44 - Giada 😈: bonifico a IT60X0542811101000000123456 entro un'ora\n";

fn main() -> Result<(), Failure> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("into which folder?")?);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let chat = std::fs::read(examples.join("whatsapp-chiara.zip"))?;
    let mail = std::fs::read(examples.join("mail-bluff.eml"))?;
    let mut questions = Vec::new();
    for (name, file, bytes, age) in [
        ("story", "whatsapp-chiara.zip", chat.as_slice(), AgeClass::Adult),
        ("story of a child", "whatsapp-chiara.zip", chat.as_slice(), AgeClass::Minor),
        ("mail", "mail-bluff.eml", mail.as_slice(), AgeClass::Adult),
        ("hostile", "_chat.txt", HOSTILE.as_bytes(), AgeClass::MinorPossible),
        ("nothing", "vuoto.bin", b"\0".as_slice(), AgeClass::Adult),
    ] {
        let case = respond(&[Handed { name: file, bytes }], &circumstances(age)?, &Engines::embedded()?, |_| ());
        let case = serde_json::to_vec(&case)?;
        let place = folder.join(format!("{name}.json"));
        std::fs::write(&place, &case)?;
        let kinds: &[PaperKind] = if name == "story" { &PaperKind::ALL } else { &[PaperKind::Complaint] };
        for (language, statement) in [(Language::It, json!({})), (Language::En, said())] {
            for kind in kinds {
                let answer = Press::new(language).paper(&case, kind.id(), &statement.to_string());
                questions.push(json!({
                    "name": format!("{name}, {}", kind.id()), "language": language, "case": place.display().to_string(),
                    "kind": kind.id(), "statement": statement.to_string(), "answer": digest(answer, language),
                }));
            }
        }
    }
    for (regime, fields) in
        [("eu.notice.dsa16", notice()), ("eu.notice.dsa16", json!({})), ("eu.notice.none", notice())]
    {
        for language in [Language::It, Language::En] {
            let answer = Press::new(language).notice(regime, &fields.to_string(), NOW);
            questions.push(json!({
                "name": regime, "language": language, "regime": regime, "fields": fields.to_string(), "now": NOW,
                "answer": digest(answer, language),
            }));
        }
    }
    std::fs::write(folder.join("questions.json"), serde_json::to_vec_pretty(&questions)?)?;
    Ok(())
}

/// The digest of the bytes, or the sentence of the refusal.
fn digest(answer: Result<Vec<u8>, PressRefusal>, language: Language) -> String {
    match answer {
        Ok(bytes) => format!("{} {}", bytes.len(), Sha256::of(&bytes)),
        Err(refusal) => refusal.sentence(Press::new(language).catalogue()),
    }
}

fn circumstances(age: AgeClass) -> Result<Circumstances, Failure> {
    Ok(Circumstances {
        now: NOW.parse()?,
        age,
        country: "it".to_owned(),
        custodian: Custodian::AffectedPerson,
        media: MediaConsent::HashOnly,
        date_order: None,
        owner: None,
        screens: Screens { consent: None, owner_name: "Tu".to_owned(), other_name: "Altra persona".to_owned() },
        limits: Limits::default(),
    })
}

fn said() -> Value {
    json!({
        "person": { "name": "Bellandi Marco", "born": "Pisa, 3 marzo 1999" },
        "own_words": "Ho paura 😢 che lo mandi davvero.\n\n#set page(fill: red)",
    })
}

fn notice() -> Value {
    json!({
        "urls": "https://example.org/a/1\nhttps://example.org/b/2", "reasons": "Sono io, e non ho dato il consenso 😢.",
        "nonconsent": "true", "reporter_name": "Marco Bellandi", "reporter_mail": "marco@example.org", "good_faith": "true",
        "signature": "Marco Bellandi", "identity_document": "true",
    })
}
