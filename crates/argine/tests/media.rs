//! Fingerprints, comparisons and sheets, as a person uses them: what stays shut, what is found, what is refused.
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking and makes its own files"
)]

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/whatsapp-chiara.zip");
const WRONG_USAGE: i32 = 2;
const DONE_WITH_UNREAD_INPUT: i32 = 3;

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A desk with a folder `mine` of three drawn pictures.
    fn with_pictures() -> Self {
        let desk = Self::new();
        for scene in 1..=3 {
            desk.write(&format!("mine/{scene}.bmp"), &bitmap(scene, Side::AsDrawn, 0));
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("argine").unwrap();
        command.args(arguments).current_dir(self.0.path()).env("XDG_DATA_HOME", self.path("keys"));
        command.timeout(std::time::Duration::from_mins(3));
        command
    }

    fn argine(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What `match` says as JSON: about the set, then of each query.
    fn compared(&self, arguments: &[&str], code: i32) -> Vec<Value> {
        let output = self.argine(&[&["match"], arguments, &["--json"]].concat());
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    AsDrawn,
    Mirrored,
}

/// Invented: soft hills of grey, another landscape for each `scene`, each sample lighter by `lighter`, as a BMP file.
fn bitmap(scene: i32, side: Side, lighter: i32) -> Vec<u8> {
    let (width, height) = (240_i32, 180_i32);
    let hill = |x: i32, y: i32, number: i32| {
        let (across, up) = ((scene * 53 + number * 97) % width, (scene * 31 + number * 61) % height);
        let (dx, dy) = (x - across, y - up);
        (255 - (dx * dx + dy * dy) / (12 + number * 3)).max(0) * if number % 2 == 0 { 1 } else { -1 }
    };
    let mut rows = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let x = if side == Side::Mirrored { width - 1 - x } else { x };
            let grey = 110 + (0..14).map(|number| hill(x, y, number)).sum::<i32>() / 3 + lighter;
            rows.extend([u8::try_from(grey.clamp(0, 255)).unwrap(); 3]);
        }
    }
    let mut file = b"BM".to_vec();
    let header = [54 + i32::try_from(rows.len()).unwrap(), 0, 54, 40, width, height, 1 | 24 << 16, 0, 0, 0, 0, 0, 0];
    file.extend(header.iter().flat_map(|number| number.to_le_bytes()));
    file.extend(rows);
    file
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Both outputs, with every run of white space as one blank.
fn said(output: &Output) -> String {
    let both = text(&output.stdout) + &text(&output.stderr);
    both.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The PDQ of a file, all of it.
fn pdq(desk: &Desk, file: &str) -> String {
    let output = desk.argine(&["hash", file, "--age", "adult", "--json"]);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(value["picture"]["quality"].as_u64().unwrap() >= 50, "{value}");
    value["picture"]["pdq"].as_str().unwrap().to_owned()
}

#[test]
fn a_changed_and_mirrored_copy_is_found_and_another_picture_is_not() {
    let desk = Desk::with_pictures();
    desk.write("found/mirrored.bmp", &bitmap(2, Side::Mirrored, 12));
    desk.write("found/other.bmp", &bitmap(9, Side::AsDrawn, 0));
    let lines = desk.compared(&["found", "--against", "mine", "--age", "adult"], 0);
    assert_eq!(lines[0]["against"]["items"], 3);
    let (mirrored, other) = (&lines[1], &lines[2]);
    assert_eq!(mirrored["query"], "mirrored.bmp");
    let matches = mirrored["matches"].as_array().unwrap();
    assert_eq!(matches.len(), 1, "{mirrored}");
    assert_eq!(matches[0]["against"], "2.bmp");
    assert!(matches[0]["evidence"]["distance"].as_u64().unwrap() <= 31, "{mirrored}");
    assert_eq!(matches[0]["confirmation_required"], true);
    assert_eq!(matches[0]["evidence"]["confirmation"], Value::Null);
    assert_eq!(other["matches"], json!([]), "{other}");
}

#[test]
fn a_screen_says_it_in_both_languages_and_shows_no_whole_fingerprint() {
    let desk = Desk::with_pictures();
    desk.write("copy.bmp", &bitmap(1, Side::AsDrawn, 20));
    let secrets = [pdq(&desk, "mine/1.bmp"), pdq(&desk, "copy.bmp")];
    for (language, found, confirm, none) in [
        ("it", "1.bmp", "una persona deve confermarla", "Nessuna corrispondenza non"),
        ("en", "1.bmp", "a person has to confirm it", "No match does not mean"),
    ] {
        let ask = |query: &str, set: &str| {
            desk.argine(&["match", query, "--against", set, "--age", "adult", "--lang", language])
        };
        let output = ask("copy.bmp", "mine");
        let page = said(&output);
        assert_eq!(output.status.code(), Some(0), "{page}");
        assert!(page.contains(found) && page.contains(confirm), "{page}");
        assert!(!page.to_lowercase().contains("identic"), "fingerprints agree, people confirm: {page}");
        for secret in &secrets {
            assert!(!page.contains(&secret[8..24]), "a fingerprint is shown by its first digits: {page}");
        }
        let page = said(&ask("mine/3.bmp", "copy.bmp"));
        assert!(page.contains(none), "{page}");
    }
    let lines = desk.compared(&["copy.bmp", "--against", "mine", "--age", "adult"], 0);
    assert!(secrets.iter().all(|secret| !lines[1].to_string().contains(&secret[8..24])), "{}", lines[1]);
}

#[test]
fn for_a_minor_and_where_nobody_said_the_age_files_stay_shut() {
    let desk = Desk::with_pictures();
    desk.write("found/same.bmp", &bitmap(1, Side::AsDrawn, 0));
    desk.write("found/lighter.bmp", &bitmap(1, Side::AsDrawn, 12));
    for age in [&["--age", "minor"][..], &["--age", "unknown"], &[]] {
        let lines = desk.compared(&[&["found", "--against", "mine"], age].concat(), 0);
        assert_eq!(lines[0]["against"]["shut"], 3);
        assert_eq!(lines[0]["against"]["fingerprints"], 0, "nothing was opened");
        let (lighter, same) = (&lines[1], &lines[2]);
        assert_eq!((lighter["state"].as_str(), &lighter["matches"]), (Some("digests_only"), &json!([])));
        assert_eq!(same["matches"][0]["evidence"]["band"], "same_file", "{same}");
        let page = said(&desk.argine(&[&["match", "found", "--against", "mine", "--lang", "en"], age].concat()));
        assert!(page.contains("3 files of the set were not opened"), "{page}");
        let hashed = said(&desk.argine(&[&["hash", "mine", "--json"], age].concat()));
        assert!(hashed.contains("\"sha256\"") && !hashed.contains("\"pdq\""), "{hashed}");
        let exchanged = desk.argine(&[&["hash", "mine", "--exchange", "list"], age].concat());
        assert_eq!(exchanged.status.code(), Some(DONE_WITH_UNREAD_INPUT), "nothing to exchange is said");
        assert_eq!(text(&exchanged.stdout).trim(), "");
    }
}

#[test]
fn a_list_is_matched_against_and_what_was_withdrawn_is_not() {
    let desk = Desk::with_pictures();
    let hashes: Vec<String> = (1..=3).map(|scene| pdq(&desk, &format!("mine/{scene}.bmp"))).collect();
    let record = |hash: &str, status: &str| {
        let time = if status == "Active" { 1 } else { 2 };
        json!({
            "hashValue": hash, "hashStatus": status, "signalType": "ImagePDQ", "caseNumbers": [],
            "lastModtimestamp": time,
        })
    };
    let records = [
        record(&hashes[0], "Active"),
        record(&hashes[1], "Active"),
        record(&hashes[1], "Withdrawn"),
        record("00000000000000000000000000000000", "Active"),
        record(&"0".repeat(64), "Active"),
    ];
    desk.write("list.json", json!({ "hashRecords": records }).to_string().as_bytes());
    let lines = desk.compared(&["mine", "--against", "list.json", "--age", "adult"], DONE_WITH_UNREAD_INPUT);
    let about = &lines[0]["against"];
    assert_eq!((&about["items"], &about["withdrawn"]), (&json!(1), &json!(1)), "{about}");
    assert_eq!(about["refused"].as_object().unwrap().len(), 2, "a short one and one of zeros: {about}");
    let found: Vec<usize> = lines[1..].iter().map(|line| line["matches"].as_array().unwrap().len()).collect();
    assert_eq!(found, [1, 0, 0]);

    // What hash writes, match reads.
    let list = desk.argine(&["hash", "mine", "--age", "adult", "--exchange", "list"]);
    assert_eq!(text(&list.stdout).lines().count(), 3);
    desk.write("list.txt", &list.stdout);
    let lines = desk.compared(&["mine/2.bmp", "--against", "list.txt", "--age", "adult"], 0);
    assert_eq!(lines[1]["matches"].as_array().unwrap().len(), 1, "{}", lines[1]);

    // A picture that everybody has may not be used.
    let usual = ["mine/2.bmp", "--against", "list.txt", "--harmless", "list.txt", "--age", "adult"];
    assert_eq!(desk.compared(&usual, 0)[1]["matches"][0]["evidence"]["on_negative_list"], true);
}

#[test]
fn bad_input_is_named_and_the_rest_is_compared() {
    let desk = Desk::with_pictures();
    let mut huge = bitmap(1, Side::AsDrawn, 0);
    huge[18..26].copy_from_slice(&[0x60, 0xea, 0, 0, 0x60, 0xea, 0, 0]);
    desk.write("found/1-empty.bmp", b"");
    desk.write("found/2-huge.bmp", &huge);
    desk.write("found/3-junk.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF and then nothing");
    desk.write("found/4-words.txt", b"solo parole, non impronte");
    desk.write("found/5-good.bmp", &bitmap(1, Side::AsDrawn, 9));
    let lines = desk.compared(&["found", "--against", "mine", "--age", "adult"], DONE_WITH_UNREAD_INPUT);
    let states: Vec<_> = lines[1..].iter().map(|line| line["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["unread", "unread", "unread", "unread", "compared"]);
    let why: Vec<_> = lines[1..5].iter().map(|line| line["why"].as_str().unwrap()).collect();
    assert_eq!(why[..2], ["media-error-empty", "media-error-too-many-pixels"]);
    assert_eq!(lines[5]["matches"].as_array().unwrap().len(), 1);
    for language in ["it", "en"] {
        let page = said(&desk.argine(&["match", "found", "--against", "mine", "--age", "adult", "--lang", language]));
        assert!(page.contains("1-empty.bmp") && page.contains("2-huge.bmp"), "{page}");
        assert!(!page.contains("media-error"), "each reason has a sentence: {page}");
        let none = if language == "it" { "Nessuna corrispondenza." } else { "No match." };
        assert!(!page.contains(none), "of what was not read nothing is said: {page}");
    }
}

#[test]
fn what_is_not_there_is_said() {
    let desk = Desk::with_pictures();
    fs::create_dir(desk.path("empty")).unwrap();
    for (arguments, code, sentence) in [
        (&["match", "nowhere", "--against", "mine"][..], 1, "nowhere"),
        (&["match", "mine", "--against", "nowhere"], 1, "nowhere"),
        (&["match", "mine"], WRONG_USAGE, "--against"),
        (&["match", "mine", "--against", "mine", "--age", "old"], WRONG_USAGE, "old"),
        (&["match", "mine", "--against", "empty"], 1, "empty"),
        (&["match", "empty", "--against", "mine"], 1, "empty"),
        (&["match", "mine", "--against", "mine", "--harmless", "empty"], 1, "empty"),
        (&["hash", "empty"], 1, "empty"),
        (&["handoff"], WRONG_USAGE, "<service>"),
        (&["handoff", "elsewhere"], WRONG_USAGE, "take-it-down"),
        (&["handoff", "stopncii", "--number", "7"], WRONG_USAGE, "--into"),
        (&["handoff", "stopncii", "--into", "nowhere", "--number", "7"], 1, "nowhere"),
        (&["handoff", "stopncii", "--zone", "Mars/Base"], WRONG_USAGE, "Mars/Base"),
    ] {
        for language in ["it", "en"] {
            let output = desk.argine(&[arguments, &["--lang", language]].concat());
            let page = said(&output);
            assert_eq!(output.status.code(), Some(code), "{arguments:?} {page}");
            assert!(page.contains(sentence), "{arguments:?} {page}");
        }
    }
}

#[test]
fn the_sheets_say_what_they_cover_and_minors_get_theirs() {
    let desk = Desk::new();
    for (language, service, age, sentences) in [
        ("it", "stopncii", "adult", &["stopncii.org", "WhatsApp", "Telegram", "numero di pratica"][..]),
        ("en", "stopncii", "adult", &["stopncii.org", "Private and encrypted chats", "case number and a PIN"]),
        ("it", "take-it-down", "minor", &["takeitdown.ncmec.org", "WhatsApp", "1.96.96"]),
        ("en", "take-it-down", "minor", &["takeitdown.ncmec.org", "Private and encrypted chats", "1.96.96"]),
        ("en", "take-it-down", "adult", &["even if you are older today"]),
    ] {
        let output = desk.argine(&["handoff", service, "--age", age, "--lang", language]);
        let page = said(&output);
        assert_eq!(output.status.code(), Some(0), "{page}");
        for sentence in sentences {
            assert!(page.contains(sentence), "{language} {service}: {sentence} in {page}");
        }
    }
    for (language, sentence) in [("it", "argine handoff take-it-down"), ("en", "use argine handoff take-it-down")] {
        let output = desk.argine(&["handoff", "stopncii", "--age", "minor", "--lang", language]);
        assert_eq!(output.status.code(), Some(WRONG_USAGE));
        assert!(said(&output).contains(sentence), "{}", said(&output));
    }
}

#[test]
fn number_and_pin_are_kept_in_the_sealed_case_and_nowhere_else() {
    let desk = Desk::new();
    let made = desk.argine(&["respond", EXAMPLE, "--out", "caso", "--age", "adult", "--at", "2026-11-21T03:15"]);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let handed = [
        "handoff",
        "stopncii",
        "--age",
        "adult",
        "--into",
        "caso",
        "--number",
        "NCII-4471",
        "--at",
        "2026-11-22T10:00",
    ];
    let output = desk.command(&[&handed[..], &["--pin"]].concat()).write_stdin("90817263\n").output().unwrap();
    let page = said(&output);
    assert_eq!(output.status.code(), Some(0), "{page}");
    assert!(!page.contains("90817263"), "a PIN is not shown again: {page}");
    let verified = desk.argine(&["case", "verify", "caso"]);
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
    let mut kept = Vec::new();
    let mut folders = vec![desk.path("")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if text(&fs::read(&entry).unwrap()).contains("90817263") {
                kept.push(entry.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    assert_eq!(kept, ["handoff-stopncii-20261122-100000.txt"]);
    // A question without an answer is no PIN.
    let output =
        desk.command(&[&handed[..handed.len() - 1], &["2026-11-23T10:00", "--pin"]].concat()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}
