//! `argine screen`, the page of an assessment and the second opinion, as a person runs them.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test fails by panicking and makes its own files"
)]

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/whatsapp-chiara.zip");
const SCREENING: &str = include_str!("../../../docs/screening.schema.json");
const PROFILE: &str = include_str!("../../../docs/profile.schema.json");
const ASSESSMENT: &str = include_str!("../../../docs/assessment.schema.json");

const LURE: &str = r#"{"schema": "argine.profile/1", "platform": "instagram", "account_age_days": 9, "followers": 214,
    "following": 1890, "how_they_came": "stranger", "messages": [
    {"side": "other", "text": "ciao, posso conoscerti? passami whatsapp"}, {"side": "owner", "text": "ciao"},
    {"side": "other", "text": "sei solo in casa? accendi la cam, fammi vedere il viso"}]}"#;

fn argine(folder: &TempDir, arguments: &[&str], typed: &str) -> Output {
    let mut command = Command::cargo_bin("argine").unwrap();
    command.args(arguments).current_dir(folder.path()).write_stdin(typed.to_owned()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn valid(schema: &str, value: &Value) {
    let validator = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    let errors: Vec<String> = validator.iter_errors(value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn a_lure_is_said_with_reasons_and_the_five_rules() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("profile.json"), LURE).unwrap();
    for (language, expected) in [
        ("it", ["segni di un'esca", "il profilo è nuovo", "vuole vedere il volto", "CINQUE REGOLE", "controllato il"]),
        ("en", ["signs of a lure", "the profile is new", "wants to see the face", "FIVE RULES", "checked on"]),
    ] {
        let output = argine(&folder, &["screen", "profile.json", "--lang", language], "");
        let page = text(&output.stdout);
        assert!(output.status.success(), "{page}{}", text(&output.stderr));
        for sentence in expected {
            assert!(page.contains(sentence), "`{sentence}` is missing in:\n{page}");
        }
        assert!(!page.contains('{'), "a sentence is missing in the catalogue:\n{page}");
    }
}

#[test]
fn the_answer_as_json_follows_its_schema() {
    let folder = TempDir::new().unwrap();
    valid(PROFILE, &serde_json::from_str(LURE).unwrap());
    let output = argine(&folder, &["screen", "-", "--json"], LURE);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    valid(SCREENING, &answer);
    assert_eq!((answer["verdict"].as_str(), answer["likelihood"].as_str()), (Some("lure"), Some("very_likely")));
    assert_eq!(answer["prevention"].as_array().unwrap().len(), 5);
}

#[test]
fn typed_words_little_told_and_what_was_not_understood() {
    let folder = TempDir::new().unwrap();
    let output = argine(&folder, &["screen", "-", "--json"], "nome: Anna\nlei: ciao\n");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((answer["verdict"].as_str(), output.status.code()), (Some("unsure"), Some(0)));
    let output = argine(&folder, &["screen", "-"], "follower: tanti\nlei: ciao\n");
    assert_eq!(output.status.code(), Some(3), "what was not understood is listed");
    assert!(text(&output.stdout).contains("tanti"));
    let broken = argine(&folder, &["screen", "-"], r#"{"schema": "argine.profile/1", "messages": [{"text": 3}]}"#);
    assert!(matches!(broken.status.code(), Some(1 | 3)), "{}", text(&broken.stdout));
}

#[test]
fn a_chat_export_is_looked_at_from_its_beginning() {
    let folder = TempDir::new().unwrap();
    let output = argine(&folder, &["screen", EXAMPLE, "--json"], "");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    valid(SCREENING, &answer);
    assert!(answer["messages"].as_u64().unwrap() > answer["messages_used"].as_u64().unwrap());
    assert!(!answer["reasons"].as_array().unwrap().is_empty());
}

#[test]
fn the_conversation_becomes_a_page_and_is_never_written_over() {
    let folder = TempDir::new().unwrap();
    let run = || argine(&folder, &["assess", EXAMPLE, "--html", "page.html"], "");
    let output = run();
    let page = text(&output.stdout);
    assert!(output.status.success(), "{page}{}", text(&output.stderr));
    for expected in ["CHE COSA SUCCEDE DI SOLITO DOPO", "Perché:", "page.html"] {
        assert!(page.contains(expected), "`{expected}` is missing in:\n{page}");
    }
    let html = fs::read_to_string(folder.path().join("page.html")).unwrap();
    assert!(html.contains("default-src 'none'") && !html.contains("<script") && !html.contains("<img"));
    let words = html.replace("<mark>", "").replace("</mark>", "");
    assert!(words.contains("hai 30 minuti poi comincio a inviare"));
    assert_eq!(run().status.code(), Some(1), "a file that exists is left alone");
    assert_eq!(html, fs::read_to_string(folder.path().join("page.html")).unwrap());
}

#[test]
fn a_chat_in_a_language_that_nobody_here_reads_is_said_to_be_one() {
    let folder = TempDir::new().unwrap();
    let chat = "04/03/25, 22:10 - Besa: do ta shohin të gjithë miqtë e tu sot në mbrëmje\n\
                04/03/25, 22:11 - Io: nuk kam para tani, të lutem mos ia dërgo askujt\n\
                04/03/25, 22:12 - Besa: ke kohë deri nesër, pastaj e sheh edhe nëna jote\n";
    fs::write(folder.path().join("chat.txt"), chat).unwrap();
    for (language, expected) in
        [("it", "una lingua che Argine non legge"), ("en", "a language that Argine does not read")]
    {
        let file = format!("{language}.html");
        let output = argine(&folder, &["assess", "chat.txt", "--html", &file, "--lang", language], "");
        let shown = text(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(expected), "{shown}{}", text(&output.stderr));
        let page = fs::read_to_string(folder.path().join(file)).unwrap();
        assert!(page.contains(expected), "{page}");
    }
}

/// Answers one request with what a model says, and gives back the address.
fn model(content: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let body = serde_json::json!({ "model": "small", "choices": [{ "message": { "content": content } }] }).to_string();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let (mut asked, mut buffer) = (Vec::new(), [0; 4096]);
        while !text(&asked).contains("\"temperature\":0") || !asked.ends_with(b"}") {
            match stream.read(&mut buffer).unwrap() {
                0 => break,
                read => asked.extend(buffer.iter().take(read)),
            }
        }
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body.as_bytes()).unwrap();
    });
    format!("http://{address}/v1")
}

#[test]
fn a_second_opinion_stands_apart_and_changes_no_finding() {
    let folder = TempDir::new().unwrap();
    let says = r#"{"urgency": 0, "findings": [{"claim": "stage.contact", "messages": [0, 1, 2, 3]}, {"claim": "stage.threat", "messages": []}]}"#;
    let alone: Value = serde_json::from_slice(&argine(&folder, &["assess", EXAMPLE, "--json"], "").stdout).unwrap();
    let address = model(says);
    let output = argine(&folder, &["assess", EXAMPLE, "--json", "--opinion", &address, "--model", "small"], "");
    let mut with: Value = serde_json::from_slice(&output.stdout).unwrap();
    valid(ASSESSMENT, &with);
    let second = with.as_object_mut().unwrap().remove("second_opinion").unwrap();
    assert_eq!(second["dropped"]["uncited"], 1);
    assert_eq!(second["urgency_with_rules"], alone["urgency"]["level"], "a lower level changes nothing");
    assert_eq!(with["engine"]["plugins"][0], "opinion:small");
    with["engine"]["plugins"] = alone["engine"]["plugins"].clone();
    assert_eq!(with, alone, "the findings are those of the rules");
    let shown = argine(&folder, &["assess", EXAMPLE, "--opinion", &model(says), "--model", "small"], "");
    assert!(text(&shown.stdout).contains("SECONDO PARERE"), "{}", text(&shown.stdout));
}

#[test]
fn an_address_elsewhere_is_refused_and_a_silent_model_leaves_the_assessment() {
    let folder = TempDir::new().unwrap();
    for address in [
        "http://example.org/v1",
        "https://127.0.0.1/v1",
        "http://192.168.0.2:11434/v1",
        "http://127.0.0.1@example.org/",
    ] {
        let output = argine(&folder, &["assess", EXAMPLE, "--opinion", address], "");
        assert_eq!(output.status.code(), Some(2), "{address}");
        assert!(
            output.stdout.is_empty() && text(&output.stderr).contains("http://127.0.0.1"),
            "{}",
            text(&output.stderr)
        );
    }
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let output = argine(&folder, &["assess", EXAMPLE, "--opinion", &format!("http://{closed}/v1")], "");
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("CHE COSA STA SUCCEDENDO"));
    assert!(text(&output.stderr).contains("secondo parere"), "{}", text(&output.stderr));
}
