//! What a page asks of the engine, asked natively.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops where something is not as it should be, and reads the examples"
)]

use std::path::Path;

use argine_model::Language;
use argine_wasm::{Complaint, HandedFile, NoticeAnswer, Refusal, Session, fingerprint_file, fingerprint_pixels};
use argine_wasm::{first_steps, lock, unlock};
use serde_json::{Value, json};

const NOW: &str = "2026-11-22T03:10:00+01:00[Europe/Rome]";
const WORDS: &str = "tovaglia sgombro vialetto timone";

fn example() -> HandedFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/whatsapp-chiara.zip");
    HandedFile { name: "whatsapp-chiara.zip".to_owned(), bytes: std::fs::read(path).unwrap() }
}

fn circumstances(age: &str) -> String {
    json!({ "now": NOW, "age": age, "country": "it", "custodian": "affected_person" }).to_string()
}

fn opened() -> (Session, Value) {
    let mut session = Session::new(Language::It).unwrap();
    let view = session.respond(vec![example()], &circumstances("adult"), |_| ()).unwrap();
    (session, serde_json::from_str(&view).unwrap())
}

fn parsed(text: Result<String, Refusal>) -> Value {
    serde_json::from_str(&text.unwrap()).unwrap()
}

#[test]
fn a_view_holds_every_message_that_is_cited_and_no_other() {
    let (session, view) = opened();
    let main = usize::try_from(view["main"].as_u64().unwrap()).unwrap();
    let tactics = view["recognitions"][main]["assessment"]["tactics"].as_array().unwrap();
    assert!(!tactics.is_empty());
    for evidence in tactics.iter().flat_map(|tactic| tactic["evidence"].as_array().unwrap()) {
        let id = format!("{main}/{}", evidence["index"]);
        assert_eq!(view["quotes"][&id]["id"], id.as_str());
    }
    let count = usize::try_from(view["conversations"][main]["messages"].as_u64().unwrap()).unwrap();
    assert!(view["quotes"].as_object().unwrap().len() < count);
    let messages = parsed(session.messages(main, 0, count + 10));
    assert_eq!(messages.as_array().unwrap().len(), count);
    assert!(session.messages(99, 0, 1).is_err());
}

#[test]
fn what_comes_next_is_told_with_its_source() {
    let (_, view) = opened();
    let outlook = &view["outlook"];
    assert!(outlook["text"]["it"].as_str().is_some_and(|text| !text.is_empty()), "{outlook}");
    assert!(!outlook["verified"]["sources"].as_array().unwrap().is_empty());
    let mut session = Session::new(Language::It).unwrap();
    let nothing = session.respond(Vec::new(), &circumstances("adult"), |_| ()).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&nothing).unwrap()["outlook"], Value::Null);
}

#[test]
fn a_profile_is_weighed_with_what_was_pasted() {
    let session = Session::new(Language::It).unwrap();
    let screen = |profile: &str, messages: &str| session.screen(profile, messages, &circumstances("adult"));
    let told = r#"{"account_age_days": 9, "followers": "214", "following": "1,9k", "how_they_came": "stranger"}"#;
    let words = "lei: qui scrivo poco, passiamo su telegram?\nio: perché?\nlei: sei da solo in casa?";
    let lure = parsed(screen(told, words));
    assert_eq!(lure["verdict"], "lure");
    assert_eq!((&lure["messages"], &lure["not_understood"]), (&json!(3), &json!([])));
    let rests: Vec<&Value> =
        lure["reasons"].as_array().unwrap().iter().flat_map(|reason| reason["rests_on"].as_array().unwrap()).collect();
    assert!(rests.iter().any(|rest| rest["field"]["name"] == "account_age_days"));
    assert!(rests.iter().any(|rest| rest["message"]["text"] == "qui scrivo poco, passiamo su telegram?"));
    // A chat as an app copies it: whoever wrote first is the other side.
    let copied =
        "[20/11/26, 21:04:10] Marta: hey, ci siamo viste ieri a pallavolo\n[20/11/26, 21:05:40] Sara: ciao, sì";
    assert_eq!(parsed(screen("{}", copied))["messages"], 2);
    assert_eq!(parsed(screen("{}", " "))["verdict"], "unsure");
    assert!(matches!(screen("[]", ""), Err(Refusal::Request(_))));
    assert!(matches!(screen("{}", &"a".repeat((1 << 20) + 1)), Err(Refusal::Request(_))));
}

#[test]
fn ticks_move_the_plan_on() {
    let (session, view) = opened();
    let first = view["plan"]["next"][0].as_str().unwrap().to_owned();
    let marks = json!({ "marks": { &first: { "state": "done", "time": "2026-11-22T02:11:00Z" } } }).to_string();
    let plan = parsed(session.plan(&marks, NOW));
    assert!(!plan["next"].as_array().unwrap().contains(&json!(first)));
    assert!(matches!(session.plan("{]", NOW), Err(Refusal::Request(_))));
}

#[test]
fn a_plan_comes_of_words_alone() {
    let session = Session::new(Language::It).unwrap();
    let said = json!({ "kind": "known_ex", "facts": ["known_person", "threatened"], "age": "minor", "country": "it" });
    let plan = parsed(session.plan_without_files(&said.to_string(), "", NOW));
    assert_eq!(plan["plan"]["kind"], "known_ex");
    assert!(!plan["next"].as_array().unwrap().is_empty());
    let unknown = json!({ "facts": ["nothing_of_the_kind"], "country": "it" }).to_string();
    assert!(session.plan_without_files(&unknown, "", NOW).is_err());
}

#[test]
fn a_sealed_case_is_intact_and_a_changed_one_is_not() {
    let (session, _) = opened();
    let zip = session.seal("{}", &[7; 32], &Complaint::default()).unwrap();
    assert_eq!(zip, session.seal("{}", &[7; 32], &Complaint::default()).unwrap(), "the same case, the same bytes");
    assert_eq!(parsed(session.verify(&zip))["intact"], true);
    let changed = rewritten(&zip, "plan.json");
    let verdict = parsed(session.verify(&changed));
    assert_eq!(verdict["intact"], false);
    assert!(verdict["text"].as_str().unwrap().contains("plan.json"));
    assert!(matches!(session.verify(b"nonsense"), Err(Refusal::Archive)));
    assert!(matches!(session.seal("{}", &[7; 31], &Complaint::default()), Err(Refusal::Request(_))));
}

/// The same archive, with one byte more in the file whose name ends so.
fn rewritten(archive: &[u8], end: &str) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut from = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut member = from.by_index(index).unwrap();
        let name = member.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).unwrap();
        if name.ends_with(end) {
            bytes.push(b' ');
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn only_a_good_passphrase_locks_and_only_the_same_opens() {
    assert!(matches!(lock(b"case", "ciao", Some(10)), Err(Refusal::WeakPassphrase)));
    let locked = lock(b"case", WORDS, Some(10)).unwrap();
    assert_eq!(unlock(&locked, WORDS).unwrap(), b"case");
    assert!(matches!(unlock(&locked, "altre parole del tutto diverse"), Err(Refusal::WrongPassphrase)));
    assert!(matches!(unlock(&locked[..locked.len() - 1], WORDS), Err(Refusal::Damaged)));
    let (session, _) = opened();
    let options = json!({ "passphrase": WORDS, "work_factor": 10 }).to_string();
    let zip = session.seal(&options, &[7; 32], &Complaint::default()).unwrap();
    assert!(matches!(session.verify(&zip), Err(Refusal::NotACase)), "a locked case shows no bag");
}

#[test]
fn pictures_of_somebody_who_may_be_a_child_stay_shut() {
    for age in ["minor", "unknown", "", "ADULT"] {
        let found = parsed(fingerprint_file("foto.png", b"\x89PNG\r\n\x1a\n", age, Language::It));
        assert!(found["pdq"].is_null() && found["sha256"].is_string(), "{age}");
        assert!(matches!(fingerprint_pixels(64, 64, &[0; 64 * 64 * 4], age), Err(Refusal::Shut)));
    }
    let pixels: Vec<u8> = (0..64 * 64 * 4_u32).map(|place| u8::try_from(place * 7 % 256).unwrap()).collect();
    let found = parsed(fingerprint_pixels(64, 64, &pixels, "adult"));
    assert_eq!((found["pdq"].as_str().unwrap().len(), found["forms"].as_array().unwrap().len()), (64, 8));
    assert!(fingerprint_pixels(64, 64, &pixels[1..], "adult").is_err());
}

#[test]
fn a_notice_is_written_only_when_nothing_is_missing() {
    let session = Session::new(Language::It).unwrap();
    let regimes = parsed(session.notice_regimes("it"));
    assert!(regimes.as_array().unwrap().len() > 3);
    let asked = session.notice("eu.notice.dsa16", "{}", "text", NOW).unwrap();
    let NoticeAnswer::Incomplete(missing) = asked else { panic!("an empty notice was written") };
    assert!(missing.contains("\"urls\""));
    let fields = json!({
        "urls": "https://pagina.example/p/1\nhttps://pagina.example/p/2", "reasons": "È un mio video intimo.",
        "nonconsent": "true", "reporter_name": "Velli Marco", "reporter_mail": "marco@posta.example",
        "good_faith": "true", "signature": "Marco Velli",
    });
    let asked = session.notice("eu.notice.dsa16", &fields.to_string(), "text", NOW).unwrap();
    let NoticeAnswer::Written(text) = asked else { panic!("nothing was missing") };
    assert!(String::from_utf8(text).unwrap().contains("https://pagina.example/p/2"));
}

#[test]
fn what_is_not_understood_is_told_in_the_persons_words() {
    let mut session = Session::new(Language::It).unwrap();
    let refusal = session.respond(vec![example()], "{}", |_| ()).unwrap_err();
    assert!(refusal.sentence(session.catalogue()).contains("Ricarica la pagina"));
    let refusal = session.form().unwrap_err();
    assert!(refusal.sentence(session.catalogue()).contains("Aggiungi prima la chat"));
}

#[test]
fn every_door_has_its_first_steps_for_every_age() {
    let steps: Value = serde_json::from_str(&first_steps("it", &NOW.parse().unwrap()).unwrap()).unwrap();
    for door in ["blackmail", "published", "ex", "helping", "profile"] {
        for age in ["adult", "minor", "unknown"] {
            let plan = &steps["doors"][door][age];
            assert!(!plan["helplines"].as_array().unwrap().is_empty(), "{door} {age}");
        }
    }
    assert!(!steps["doors"]["blackmail"]["adult"]["steps"].as_array().unwrap().is_empty());
    assert_eq!(steps["prevention"].as_array().unwrap().len(), 5);
    assert!(steps["helplines"].as_array().unwrap().iter().any(|line| line["phone"] == "112"));
}
