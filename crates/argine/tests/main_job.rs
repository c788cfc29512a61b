//! The main job, end to end, as a person runs it.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test fails by panicking and makes its own files"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/whatsapp-chiara.zip");
const BLUFF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/mail-bluff.eml");

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn argine(&self, arguments: &[&str]) -> Output {
        Command::cargo_bin("argine")
            .unwrap()
            .args(arguments)
            .current_dir(self.folder.path())
            .env("XDG_DATA_HOME", self.path("keys"))
            .output()
            .unwrap()
    }

    /// Runs the main job on the example at a fixed time.
    fn respond(&self, out: &str, more: &[&str]) -> Output {
        let mut arguments = vec!["respond", EXAMPLE, "--out", out, "--at", "2026-11-21T03:15"];
        arguments.extend(more);
        self.argine(&arguments)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn succeeded(output: &Output) -> String {
    assert!(output.status.success(), "{:?}\n{}", output.status, text(&output.stderr));
    text(&output.stdout)
}

/// Every file below `folder` with its bytes, in order.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

#[test]
fn says_what_is_happening_with_the_messages_that_prove_it() {
    let desk = Desk::new();
    let page = succeeded(&desk.respond("caso", &[]));
    for expected in [
        "CHE COSA STA SUCCEDENDO",
        "messaggio 24 · 15/11/2026",
        "ho registrato tutta la videochiamata",
        "hai 30 minuti poi comincio a inviare",
        "CHE COSA FARE ADESSO, IN ORDINE",
        "CHE COSA NON FARE MAI",
        "112",
        "IT18S9999999999000000417263",
        "Righe non lette: nessuna",
        "controllato il",
    ] {
        assert!(page.contains(expected), "`{expected}` is missing in:\n{page}");
    }
    assert!(!page.contains('{'), "a sentence is missing in the catalogue:\n{page}");
}

#[test]
fn speaks_english_when_asked() {
    let desk = Desk::new();
    let page = succeeded(&desk.respond("case", &["--lang", "en"]));
    for expected in ["WHAT IS HAPPENING", "WHAT TO DO NOW, IN ORDER", "WHAT NEVER TO DO", "checked on"] {
        assert!(page.contains(expected), "`{expected}` is missing in:\n{page}");
    }
    assert!(desk.path("case/data/derived/denuncia-querela-translation.pdf").exists(), "a courtesy translation");
    for italian in ["CHE COSA", "controllato", "Perché"] {
        assert!(!page.contains(italian), "`{italian}` is not English:\n{page}");
    }
    assert!(!page.contains('{'), "a sentence is missing in the catalogue:\n{page}");
}

#[test]
fn the_case_holds_words_and_papers_but_no_media() {
    let desk = Desk::new();
    succeeded(&desk.respond("caso", &[]));
    let names: Vec<_> = files(&desk.path("caso")).into_iter().map(|(name, _)| name).collect();
    for expected in [
        "bagit.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "records/custody.jsonl",
        "records/items.jsonl",
        "data/derived/assessment.json",
        "data/derived/denuncia-querela.pdf",
        "data/derived/transcript.txt",
        "LEGGIMI-verifica.txt",
        "seal/1/root.txt",
    ] {
        assert!(names.iter().any(|name| name == expected), "{expected} is missing among {names:?}");
    }
    let originals: Vec<_> = names.iter().filter(|name| name.starts_with("data/originals/")).collect();
    assert_eq!(originals.len(), 1, "only the words of the archive: {originals:?}");
    assert!(has_extension(originals[0], "txt"), "{originals:?}");
    let copied = fs::read(desk.path("caso").join(originals[0])).unwrap();
    let source = Path::new(EXAMPLE).with_file_name("source/Chat WhatsApp con Chiara Lenzi.txt");
    assert_eq!(copied, fs::read(source).unwrap(), "the copy is byte-identical");
    let items = fs::read_to_string(desk.path("caso/records/items.jsonl")).unwrap();
    assert!(items.contains("IMG-20261115-WA0002.jpg"), "media are listed with their hash");
}

#[test]
fn an_adult_may_ask_for_the_media() {
    let desk = Desk::new();
    succeeded(&desk.respond("caso", &["--age", "adult", "--with-media"]));
    let archive = fs::read(EXAMPLE).unwrap();
    assert!(files(&desk.path("caso")).iter().any(|(name, bytes)| has_extension(name, "zip") && *bytes == archive));
    succeeded(&desk.respond("minore", &["--age", "minor", "--with-media"]));
    assert!(!files(&desk.path("minore")).iter().any(|(name, _)| has_extension(name, "zip")), "never for a minor");
}

#[test]
fn same_input_same_clock_same_bytes() {
    let desk = Desk::new();
    succeeded(&desk.respond("uno", &[]));
    succeeded(&desk.respond("due", &[]));
    let (one, two) = (files(&desk.path("uno")), files(&desk.path("due")));
    assert_eq!(one.len(), two.len());
    for (a, b) in one.iter().zip(&two) {
        assert!(a == b, "{} differs from {}", a.0, b.0);
    }
}

#[test]
fn assessments_follow_the_published_format() {
    let desk = Desk::new();
    let schema = include_str!("../../../docs/assessment.schema.json");
    let schema = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
    for input in [EXAMPLE, BLUFF] {
        let json = succeeded(&desk.argine(&["assess", input, "--json"]));
        let assessment = serde_json::from_str(&json).unwrap();
        let errors: Vec<_> = schema.iter_errors(&assessment).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{input}: {errors:?}");
    }
    succeeded(&desk.respond("caso", &[]));
    let kept = fs::read_to_string(desk.path("caso/data/derived/assessment.json")).unwrap();
    assert!(schema.is_valid(&serde_json::from_str(&kept).unwrap()));
}

#[test]
fn a_folder_is_assessed_file_by_file() {
    let desk = Desk::new();
    fs::create_dir(desk.path("in")).unwrap();
    fs::copy(EXAMPLE, desk.path("in/a.zip")).unwrap();
    fs::copy(BLUFF, desk.path("in/b.eml")).unwrap();
    succeeded(&desk.argine(&["assess", "in", "--json", "--out", "out"]));
    let names: Vec<_> = files(&desk.path("out")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["a.json", "b.json"]);
    let kind = |name: &str| {
        let text = fs::read_to_string(desk.path("out").join(name)).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap()["kind"]["label"].clone()
    };
    assert_eq!(kind("a.json"), "financial_gang");
    assert_eq!(kind("b.json"), "spam_bluff");
}

#[test]
fn any_single_change_in_a_case_is_named() {
    let desk = Desk::new();
    succeeded(&desk.respond("caso", &[]));
    let verify = |case: &str| desk.argine(&["case", "verify", case]);
    let intact = succeeded(&verify("caso"));
    assert!(intact.starts_with("Il fascicolo è integro"), "the answer comes first: {intact}");
    assert!(intact.lines().skip(1).filter(|line| line.starts_with("  ✓ ")).count() >= 15, "a line a check: {intact}");
    assert!(!intact.contains('✗'), "{intact}");

    for (name, bytes) in files(&desk.path("caso")) {
        let path = desk.path("caso").join(&name);
        let named = |output: &Output, what: &str| {
            assert_eq!(output.status.code(), Some(1), "{what}: {name}\n{}", text(&output.stdout));
            let short = name.rsplit('/').next().unwrap();
            assert!(text(&output.stdout).contains(short), "{what}: {name} is not named\n{}", text(&output.stdout));
        };
        let mut flipped = bytes.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        fs::write(&path, flipped).unwrap();
        named(&verify("caso"), "changed");
        fs::remove_file(&path).unwrap();
        let output = verify("caso");
        assert_eq!(output.status.code(), Some(1), "removed: {name}");
        fs::write(&path, bytes).unwrap();
    }
    for added in ["aggiunto.txt", "data/originals/aggiunto.txt", "records/aggiunto.txt", "seal/1/aggiunto.txt"] {
        fs::write(desk.path("caso").join(added), "x").unwrap();
        let output = verify("caso");
        assert_eq!(output.status.code(), Some(1), "added: {added}");
        assert!(text(&output.stdout).contains("aggiunto.txt"), "{}", text(&output.stdout));
        fs::remove_file(desk.path("caso").join(added)).unwrap();
    }
    succeeded(&verify("caso"));
}

#[test]
fn messages_are_json_lines_with_every_byte_accounted_for() {
    let desk = Desk::new();
    let lines = succeeded(&desk.argine(&["messages", EXAMPLE, "--json"]));
    let lines: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let messages: Vec<_> = lines.iter().filter(|line| line.get("index").is_some()).collect();
    assert_eq!(messages.len(), 67);
    let source = lines.iter().filter_map(|line| line.get("source")).find(|source| source["state"]["state"] == "read");
    let source = source.expect("the chat was read");
    let gaps = source["state"]["gaps"].as_array().unwrap().iter();
    let gaps: u64 = gaps.map(|gap| gap["span"]["end"].as_u64().unwrap() - gap["span"]["start"].as_u64().unwrap()).sum();
    assert_eq!(source["state"]["covered"].as_u64().unwrap() + gaps, source["size"].as_u64().unwrap());
}

#[test]
fn traces_in_any_text() {
    let desk = Desk::new();
    let output = Command::cargo_bin("argine")
        .unwrap()
        .args(["indicators", "-", "--json"])
        .current_dir(desk.folder.path())
        .write_stdin("scrivimi a tizio@example.com o fai il bonifico su IT18S9999999999000000417263")
        .output()
        .unwrap();
    let page = succeeded(&output);
    assert!(page.contains("tizio@example.com") && page.contains("IT18S9999999999000000417263"), "{page}");
}

#[test]
fn sums_limits_and_days_are_told_for_texts_and_for_conversations() {
    let desk = Desk::new();
    fs::write(desk.path("note.txt"), "manda 500 euro entro 2 ore, non il 12 marzo 2025\n").unwrap();
    let lines = succeeded(&desk.argine(&["indicators", "--text", "note.txt", "--json"]));
    for told in [r#""kind":"amount""#, r#""value":"500""#, r#""value":"PT7200S""#, r#""value":"2025-03-12/P1D""#] {
        assert!(lines.contains(told), "{told} is missing in\n{lines}");
    }
    let rows = succeeded(&desk.argine(&["indicators", "--text", "note.txt", "--csv"]));
    assert!(rows.contains("amount,EUR,500,500 euro,"), "{rows}");
    let chat = "12/11/26, 21:41 - Luca: ciao\n12/11/26, 21:42 - Sara: voglio 500 euro entro 2 ore\n";
    fs::write(desk.path("chat.txt"), chat).unwrap();
    let lines = succeeded(&desk.argine(&["indicators", "chat.txt", "--json"]));
    assert!(lines.contains("2026-11-12T21:42:00/2026-11-12T23:42:00"), "{lines}");
    let page = succeeded(&desk.argine(&["indicators", "chat.txt"]));
    assert!(page.contains("SOMME DI DENARO") && page.contains("500 EUR") && page.contains("SCADENZE"), "{page}");
}

#[test]
fn traces_of_a_folder_say_which_file_they_stand_in() {
    let desk = Desk::new();
    fs::create_dir(desk.path("chats")).unwrap();
    fs::write(desk.path("chats/one.txt"), "scrivimi a tizio@example.com\n").unwrap();
    fs::write(desk.path("chats/two.txt"), "scrivimi a caia@example.com\n").unwrap();
    let rows = succeeded(&desk.argine(&["indicators", "--csv", "chats"]));
    for (file, mail) in [("one.txt", "tizio@example.com"), ("two.txt", "caia@example.com")] {
        assert!(rows.lines().any(|row| row.starts_with(file) && row.contains(mail)), "{rows}");
    }
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("argine"));
    let pipes = || std::process::Stdio::piped();
    let mut argine =
        command.args(["indicators", "-", "--csv"]).stdin(pipes()).stdout(pipes()).stderr(pipes()).spawn().unwrap();
    drop(argine.stdout.take());
    let text = "scrivimi a tizio@example.com\n".repeat(50_000);
    // It may end before it has read all.
    let _ = std::io::Write::write_all(&mut argine.stdin.take().unwrap(), text.as_bytes());
    let output = argine.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn the_packs_pass_their_lint() {
    succeeded(&Desk::new().argine(&["knowledge", "lint"]));
}

#[test]
fn a_life_at_risk_comes_before_everything() {
    let desk = Desk::new();
    let chat = "12/11/26, 21:41 - Luca: mi ricattano con un video, se non pago lo mandano a mia madre\n\
                12/11/26, 21:42 - Sara: ma stai bene?\n\
                12/11/26, 21:43 - Luca: no, voglio farla finita\n";
    fs::write(desk.path("chat.txt"), chat).unwrap();
    let page = succeeded(&desk.argine(&["respond", "chat.txt", "--out", "caso", "--at", "2026-11-21T03:15"]));
    let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("`{words}` is missing in\n{page}"));
    assert!(place("Prima di tutto la tua vita") < place("CHE COSA STA SUCCEDENDO"));
    assert!(place("112, numero di emergenza") < place("CHE COSA STA SUCCEDENDO"));
}

#[test]
fn what_only_the_person_knows_can_be_said() {
    let desk = Desk::new();
    let chat = "03/04/24, 14:35 - Zia: I have your video\n03/05/24, 14:36 - Max: please, stop\n";
    fs::write(desk.path("chat.txt"), chat).unwrap();
    let open = succeeded(&desk.argine(&["messages", "chat.txt", "--json"]));
    assert!(open.contains("date_order_assumed") && open.contains("owner_unknown"));
    let said = succeeded(&desk.argine(&["messages", "chat.txt", "--json", "--date-order", "mdy", "--me", "max"]));
    assert!(!said.contains("date_order_assumed") && !said.contains("owner_unknown"));
    assert!(said.contains(r#""basis":"asked""#) && said.contains("2024-03-04T14:35:00"));
}

#[test]
fn chats_share_one_line_of_time() {
    let desk = Desk::new();
    fs::write(desk.path("a.txt"), "21/11/24, 14:35 - Anna: uno\n21/11/24, 14:39 - Anna: tre\n").unwrap();
    fs::write(desk.path("b.txt"), "21/11/24, 14:37 - Bruno: due\n21/11/24, 14:41 - Bruno: quattro\n").unwrap();
    let page = succeeded(&desk.argine(&["messages", "--timeline", "a.txt", "b.txt"]));
    let places: Vec<_> = ["uno", "due", "tre", "quattro"].map(|word| page.find(&format!("«{word}»"))).into();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{page}");
}
