//! Whatever is handed over: one clear sentence, the right exit code, nothing half-way.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test fails by panicking and makes its own files"
)]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

const FAILED: i32 = 1;
const DONE_WITH_UNREAD_INPUT: i32 = 3;

struct Attempt {
    folder: TempDir,
}

struct Answer {
    code: i32,
    errors: String,
    page: String,
    case_written: bool,
}

impl Attempt {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn with(name: &str, bytes: &[u8]) -> Answer {
        let attempt = Self::new();
        fs::write(attempt.path(name), bytes).unwrap();
        attempt.respond(name)
    }

    fn respond(&self, input: &str) -> Answer {
        let output = Command::cargo_bin("argine")
            .unwrap()
            .args(["respond", input, "--out", "caso", "--at", "2026-11-21T03:15"])
            .current_dir(self.folder.path())
            .env("XDG_DATA_HOME", self.path("keys"))
            .timeout(std::time::Duration::from_mins(2))
            .output()
            .unwrap();
        let left: Vec<_> = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let expected = |name: &str| [input, "keys", "caso"].contains(&name);
        for name in left {
            assert!(expected(&name.to_string_lossy()), "left behind: {}", name.display());
        }
        Answer {
            code: output.status.code().expect("ended by itself"),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
            page: String::from_utf8_lossy(&output.stdout).into_owned(),
            case_written: self.path("caso").exists(),
        }
    }
}

impl Answer {
    /// Nothing could be read: a sentence that names the file, no case.
    fn refused(&self, what: &str) {
        assert_eq!(self.code, FAILED, "{what}: {}{}", self.errors, self.page);
        assert!(!self.case_written, "{what}: a case was written");
        assert!(!self.errors.trim().is_empty(), "{what}: no sentence");
        assert!(!self.errors.contains("panicked") && !self.errors.contains('{'), "{what}: {}", self.errors);
        assert!(self.errors.trim().lines().count() <= 2, "{what}: one sentence, not {}", self.errors);
    }

    /// Some of it was read: the rest is named, the case is whole.
    fn partly_read(&self, what: &str, named: &str) {
        assert_eq!(self.code, DONE_WITH_UNREAD_INPUT, "{what}: {}{}", self.errors, self.page);
        assert!(self.case_written, "{what}: no case");
        assert!(self.page.contains(named), "{what}: `{named}` is not named in\n{}", self.page);
    }
}

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const CHAT: &str = "12/11/26, 21:40 - Anna Riva: ciao, ci sei stasera?\n12/11/26, 21:41 - Luca Moro: sì, alle nove\n";

#[test]
fn an_empty_file() {
    Attempt::with("vuoto.txt", b"").refused("empty");
}

#[test]
fn bytes_that_are_no_text() {
    let noise = |number: u32| number.wrapping_mul(2_654_435_761).to_le_bytes()[2];
    let bytes: Vec<u8> = (0..4096).map(noise).collect();
    Attempt::with("rumore.txt", &bytes).refused("binary");
}

#[test]
fn a_pdf_named_txt() {
    Attempt::with("chat.txt", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n").refused("PDF");
}

#[test]
fn a_picture_named_txt() {
    let mut picture = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".to_vec();
    picture.extend([0; 64]);
    Attempt::with("chat.txt", &picture).refused("picture");
}

#[test]
fn a_file_that_is_not_there() {
    Attempt::new().respond("manca.zip").refused("missing");
}

#[test]
fn an_empty_folder() {
    let attempt = Attempt::new();
    fs::create_dir(attempt.path("cartella")).unwrap();
    attempt.respond("cartella").refused("empty folder");
}

#[test]
fn json_of_an_unknown_app() {
    Attempt::with("dati.json", br#"{"widgets":[{"colour":"red"}],"version":3}"#).refused("unknown JSON");
}

#[test]
fn a_truncated_archive() {
    let whole = archive(&[("_chat.txt", CHAT.repeat(200).as_bytes())]);
    // The words before the cut are evidence: they are read, the damage is named.
    Attempt::with("chat.zip", &whole[..whole.len() / 2]).partly_read("truncated zip", "chat.zip");
    Attempt::with("chat.zip", &whole[..20]).refused("a zip cut in its first header");
}

#[test]
fn an_encrypted_archive() {
    // Made by hand: a stored member whose general purpose flag says "encrypted" (APPNOTE 4.4.4, bit 0).
    let mut bytes = archive(&[("_chat.txt", CHAT.as_bytes())]);
    for signature in [b"PK\x03\x04", b"PK\x01\x02"] {
        let at = bytes.windows(4).position(|window| window == signature).unwrap();
        bytes[at + if signature[2] == 3 { 6 } else { 8 }] |= 1;
    }
    let answer = Attempt::with("chat.zip", &bytes);
    answer.refused("encrypted zip");
    assert!(answer.errors.contains("password"), "{}", answer.errors);
}

#[test]
fn an_archive_that_grows_without_measure() {
    let bomb = archive(&[("_chat.txt", &vec![b'0'; 300 << 20])]);
    assert!(bomb.len() < 2 << 20);
    let answer = Attempt::with("bomba.zip", &bomb);
    answer.refused("zip bomb");
    assert!(answer.errors.contains("200"), "the limit is named: {}", answer.errors);
}

#[test]
fn names_that_lead_out_of_an_archive() {
    let bytes = archive(&[("../../fuori.txt", b"x"), ("_chat.txt", CHAT.as_bytes())]);
    Attempt::with("chat.zip", &bytes).partly_read("path traversal", "fuori.txt");
}

#[test]
fn one_line_without_end() {
    let mut chat = CHAT.as_bytes().to_vec();
    chat.extend(vec![b'a'; 64 << 20]);
    let answer = Attempt::with("chat.txt", &chat);
    assert_eq!(answer.code, 0, "{}", answer.errors);
    assert!(answer.case_written);
}

#[test]
fn a_line_of_two_gibibytes() {
    let attempt = Attempt::new();
    // A sparse file: nothing is written, the size is real.
    let file = fs::File::create(attempt.path("chat.txt")).unwrap();
    file.set_len(2 << 30).unwrap();
    let answer = attempt.respond("chat.txt");
    answer.refused("2 GiB");
    assert!(answer.errors.contains("256"), "the limit is named: {}", answer.errors);
}

#[test]
fn other_encodings() {
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(CHAT.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let windows_1252: Vec<u8> = CHAT.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    for (what, bytes) in [("UTF-16", utf_16), ("Windows-1252", windows_1252)] {
        let answer = Attempt::with("chat.txt", &bytes);
        assert_eq!(answer.code, 0, "{what}: {}", answer.errors);
        let named = answer.page.to_lowercase().contains(&what.to_lowercase());
        assert!(named, "{what}: the encoding is named in\n{}", answer.page);
    }
}

#[test]
fn a_group_of_forty() {
    let mut chat = String::from("12/11/26, 21:40 - Anna Riva ha creato il gruppo \"Classe\"\n");
    for person in 0..40 {
        let minute = 41 + person / 3;
        writeln!(chat, "12/11/26, 21:{minute:02} - Persona {person}: ciao a tutti").unwrap();
    }
    let answer = Attempt::with("chat.txt", chat.as_bytes());
    assert_eq!(answer.code, 0, "{}", answer.errors);
    assert!(answer.page.contains("40"), "{}", answer.page);
}

#[test]
fn a_case_that_is_there_already_is_left_alone() {
    let attempt = Attempt::new();
    fs::write(attempt.path("chat.txt"), CHAT).unwrap();
    fs::create_dir(attempt.path("caso")).unwrap();
    fs::write(attempt.path("caso/prima.txt"), "x").unwrap();
    let answer = attempt.respond("chat.txt");
    assert_eq!(answer.code, FAILED);
    let left: Vec<_> = fs::read_dir(attempt.path("caso")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["prima.txt"]);
}

#[test]
fn a_case_that_is_none() {
    let attempt = Attempt::new();
    fs::create_dir(attempt.path("cartella")).unwrap();
    let output = Command::cargo_bin("argine")
        .unwrap()
        .args(["case", "verify", "cartella"])
        .current_dir(attempt.folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(FAILED));
    assert!(!output.stderr.is_empty() || !output.stdout.is_empty());
}

#[test]
fn wrong_usage_is_told_apart() {
    let check = |arguments: &[&str]| {
        let output = Command::cargo_bin("argine").unwrap().args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    };
    check(&["respond"]);
    check(&["respond", "x", "--age", "sedici"]);
    check(&["rispondi", "x"]);
    check(&["respond", "x", "--lang", "fr"]);
}

#[test]
fn settings_that_make_no_sense() {
    let attempt = Attempt::new();
    fs::write(attempt.path("chat.txt"), CHAT).unwrap();
    for setting in [["--zone", "Europa/Roma"], ["--country", "italia"], ["--at", "ieri"]] {
        let output = Command::cargo_bin("argine")
            .unwrap()
            .args(["assess", "chat.txt"])
            .args(setting)
            .current_dir(attempt.folder.path())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{setting:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(setting[1]), "{setting:?}");
    }
}

#[test]
fn a_pipe_is_not_waited_for() {
    let answer = Attempt::new().respond(Path::new("/dev/zero").to_str().unwrap());
    assert_eq!(answer.code, FAILED, "{}", answer.page);
    assert!(answer.errors.contains("/dev/zero"), "{}", answer.errors);
}
