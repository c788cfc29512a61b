//! Papers, notices and shared copies, as a person makes them from a case.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test fails by panicking and makes its own files"
)]

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/whatsapp-chiara.zip");

struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A desk with the example sealed as `caso`.
    fn with_case() -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        let made = desk.argine(&["respond", EXAMPLE, "--out", "caso", "--at", "2026-11-21T03:15"]);
        assert!(made.status.success(), "{made:?}");
        desk
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

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

fn words(output: &[u8]) -> String {
    String::from_utf8_lossy(output).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_paper_is_made_beside_the_case_and_the_case_stays_sealed() {
    let desk = Desk::with_case();
    let made = desk.argine(&["report", "caso", "all", "--format", "text", "--out", "carte"]);
    assert!(made.status.success(), "{made:?}");
    assert_eq!(fs::read_dir(desk.path("carte")).unwrap().count(), 7);
    assert!(desk.read("carte/caso-payments.txt").contains("3.000 EUR"));
    let verified = desk.argine(&["case", "verify", "caso"]);
    assert!(verified.status.success(), "{verified:?}");
    // The same command again would write over what a person may have completed.
    let again = desk.argine(&["report", "caso", "timeline", "--format", "text", "--out", "carte"]);
    assert!(!again.status.success());
}

#[test]
fn the_form_goes_round() {
    let desk = Desk::with_case();
    assert!(desk.argine(&["report", "caso", "form"]).status.success());
    let form = desk.read("caso-form.toml").replacen("name = \"\"", "name = \"Bellandi Marco\"", 1);
    let at = form.find("id = \"payment-42\"").unwrap();
    let (before, after) = form.split_at(at);
    fs::write(desk.path("modulo.toml"), format!("{before}{}", after.replacen("answer = \"\"", "answer = \"no\"", 1)))
        .unwrap();
    let made = desk.argine(&["report", "caso", "denuncia", "--form", "modulo.toml", "--format", "html"]);
    assert!(made.status.success(), "{made:?}");
    let paper = desk.read("caso-complaint.html");
    assert!(paper.contains("Bellandi Marco") && !paper.contains("pagamento dichiarato: 500 EUR"), "{paper}");

    fs::write(desk.path("storto.toml"), "[person]\nnome = \"x\"\n").unwrap();
    let refused = desk.argine(&["report", "caso", "denuncia", "--form", "storto.toml"]);
    assert!(!refused.status.success());
    assert!(words(&refused.stderr).contains("alla riga 2"), "{refused:?}");
}

#[test]
fn no_paper_comes_from_a_changed_case() {
    let desk = Desk::with_case();
    let file = desk.path("caso/data/derived/case-file.json");
    let changed = desk.read("caso/data/derived/case-file.json").replace("3.000", "9.000").replace("3000", "9000");
    fs::write(file, changed).unwrap();
    let refused = desk.argine(&["report", "caso", "payments"]);
    assert!(!refused.status.success());
    assert!(words(&refused.stderr).contains("cambiato dopo il sigillo"), "{refused:?}");
    assert!(!desk.path("caso-payments.pdf").exists());
}

#[test]
fn a_shared_copy_holds_no_name_no_account_and_no_media() {
    let desk = Desk::with_case();
    let made = desk.argine(&["case", "redact", "caso", "--out", "copia"]);
    assert!(made.status.success(), "{made:?}");
    let transcript = desk.read("copia/transcript.txt");
    for private in ["Bellandi", "Lenzi", "Marco", "Chiara", "9999", "Kouadio", "IMG-", "chiara_lnz"] {
        assert!(!transcript.contains(private), "{private} in\n{transcript}");
    }
    assert!(transcript.contains("ho registrato tutta la videochiamata"));
    let note = desk.read("copia/LEGGIMI-README.txt");
    assert!(note.contains("2 nomi") && note.contains("3 allegati"), "{note}");
}

#[test]
fn an_incomplete_notice_is_not_written() {
    let desk = Desk { folder: TempDir::new().unwrap() };
    assert!(desk.argine(&["notice", "form", "--out", "avviso.toml"]).status.success());
    let empty = desk.argine(&["notice", "check", "avviso.toml"]);
    assert!(!empty.status.success());
    assert!(words(&empty.stdout).contains("manca: indirizzi esatti (art. 16(2)(b) DSA)"));
    let refused = desk.argine(&["notice", "write", "avviso.toml", "eu.notice.dsa16", "--out", "a.txt"]);
    assert!(!refused.status.success() && !desk.path("a.txt").exists());

    let full = desk
        .read("avviso.toml")
        .replace("urls = []", "urls = [\"https://vimeo.com/123456\"]")
        .replace("reasons = \"\"", "reasons = \"Video intimo pubblicato senza consenso\"")
        .replace("good_faith = false", "good_faith = true")
        .replacen("name = \"\"", "name = \"Bellandi Marco\"", 1)
        .replace("mail = \"\"", "mail = \"marco@posta.example\"");
    fs::write(desk.path("pieno.toml"), full).unwrap();
    let made = desk.argine(&["notice", "write", "pieno.toml", "eu.notice.dsa16", "--out", "a.txt"]);
    assert!(made.status.success(), "{made:?}");
    assert!(words(&made.stdout).contains("comunica il tuo nome a chi ha caricato il video"), "the trap is told");
    assert!(desk.read("a.txt").contains("https://vimeo.com/123456"));
}
