//! The life of a case from the command line: made, added to, locked, stamped, exported, erased.
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

const WORDS: &str = "tovaglia sgombro vialetto timone\n";

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(TempDir::new().unwrap());
        fs::write(desk.path("chat.txt"), "21/11/26, 21:00 - Marta: non ho più soldi\n").unwrap();
        fs::write(desk.path("foto.jpg"), b"\xff\xd8\xff\xe0 picture").unwrap();
        fs::write(desk.path("frase"), WORDS).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn case(&self, line: &str) -> Output {
        let mut argine = Command::cargo_bin("argine").unwrap();
        argine.args(["case"]).args(line.split(' ')).current_dir(self.0.path()).env("XDG_DATA_HOME", self.path("keys"));
        argine.output().unwrap()
    }

    fn done(&self, line: &str) -> String {
        let output = self.case(line);
        assert!(output.status.success(), "{line}: {}", said(&output));
        said(&output)
    }

    fn fails(&self, line: &str, words: &str) {
        let output = self.case(line);
        assert_eq!(output.status.code(), Some(1), "{line}: {}", said(&output));
        assert!(said(&output).contains(words), "{line}: {}", said(&output));
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_plain_case_is_made_added_to_and_shown() {
    let desk = Desk::new();
    desk.done("new chat.txt foto.jpg --out caso --source dal-telefono");
    let items = fs::read_to_string(desk.path("caso/records/items.jsonl")).unwrap();
    assert!(items.contains("dal-telefono") && items.contains("minor_possible"), "{items}");
    assert!(!desk.path("caso/data/originals/0002-foto.jpg").exists(), "the age is not known: a digest only");
    fs::write(desk.path("nota.txt"), "altre parole\n").unwrap();
    desk.done("add caso nota.txt --from guardian");
    desk.done("seal caso --event share --note alla-polizia");
    let shown = desk.done("show caso");
    for words in ["chat.txt", "nota.txt", "foto.jpg", "solo impronta", "consegnato", "alla-polizia", "non marcato"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(desk.done("verify caso").starts_with("Il fascicolo è integro"));
    assert!(desk.done("list .").contains("sigilli 3"));
    let json: serde_json::Value = serde_json::from_str(&desk.done("show caso --json")).unwrap();
    assert_eq!(json["intact"], true);
    desk.done("erase caso --file data/originals/0003-nota.txt --yes");
    assert!(!desk.path("caso/data/originals/0003-nota.txt").exists());
    assert!(desk.done("verify caso").starts_with("Il fascicolo è integro"));
}

#[test]
fn a_locked_case_lives_without_being_unpacked() {
    let desk = Desk::new();
    desk.done("new chat.txt --out caso --encrypt --new-passphrase-file frase");
    assert!(desk.path("caso/case.tar.age").is_file() && !desk.path("caso/data").exists());
    desk.fails("verify caso", "Non posso chiedere la frase segreta");
    fs::write(desk.path("sbagliata"), "un'altra frase\n").unwrap();
    desk.fails("verify caso --passphrase-file sbagliata", "non apre");
    desk.done("add caso --passphrase-file frase foto.jpg");
    assert!(desk.done("verify caso --passphrase-file frase").starts_with("Il fascicolo è integro"));
    assert!(desk.done("list .").contains("caso: chiuso"));
    let sheet = desk.done("recovery caso --passphrase-file frase");
    assert!(sheet.contains("AGE-SECRET-KEY-1") && sheet.contains("SCHEDA DI RECUPERO"), "{sheet}");
    fs::write(desk.path("scheda.txt"), sheet).unwrap();
    fs::write(desk.path("nuova"), "cavolo ventaglio pigna zattera\n").unwrap();
    desk.done("passphrase caso --passphrase-file frase --new-passphrase-file nuova");
    desk.fails("verify caso --passphrase-file frase", "non apre");
    desk.done("verify caso --identity scheda.txt");
    desk.done("export caso --identity scheda.txt --as bag --out copia --to questura");
    let custody = fs::read_to_string(desk.path("copia/records/custody.jsonl")).unwrap();
    assert!(custody.contains("\"share\"") && custody.contains("questura"), "{custody}");
    assert!(desk.done("verify copia").starts_with("Il fascicolo è integro"));
    desk.fails("erase caso", "serve un tuo sì");
    assert!(desk.done("erase caso --yes").contains("backup"));
    assert!(!desk.path("caso").exists());
}

#[test]
fn a_weak_passphrase_is_refused_with_its_reason_and_nothing_is_written() {
    let desk = Desk::new();
    for (words, reason) in [("juventus2006", "si prova per prima"), ("12345678", "tasti in fila"), ("breve", "corta")] {
        fs::write(desk.path("debole"), words).unwrap();
        desk.fails("new chat.txt --out caso --encrypt --new-passphrase-file debole", reason);
        assert!(!desk.path("caso").exists());
    }
}

#[test]
fn a_case_is_locked_and_unlocked_where_it_lies_and_exported_for_filing() {
    let desk = Desk::new();
    desk.done("new chat.txt foto.jpg --out caso --age adult --with-media");
    desk.done("export caso --as filing --out deposito");
    let index = fs::read_to_string(desk.path("deposito/indice.txt")).unwrap();
    assert!(index.contains("originals-0001-chat.txt") && index.contains("originals-0002-foto.jpg"), "{index}");
    desk.done("lock caso --new-passphrase-file frase");
    assert!(desk.path("caso/case.tar.age").is_file());
    desk.done("unlock caso --passphrase-file frase --yes");
    assert!(desk.done("verify caso").starts_with("Il fascicolo è integro"));
}

#[test]
fn stamping_says_what_leaves_and_does_nothing_without_a_yes() {
    let desk = Desk::new();
    desk.done("new chat.txt --out caso");
    let status = || fs::read_to_string(desk.path("caso/seal/1/status.txt")).unwrap();
    desk.fails("stamp caso --authority http://127.0.0.1:1/tsr", "parte solo questa impronta");
    desk.fails("stamp caso --authority http://127.0.0.1:1/tsr --yes", "Non riesco a raggiungere");
    desk.fails("stamp caso --authority ftp://example.org --yes", "non è l'indirizzo");
    desk.done("stamp caso --request richiesta.tsq");
    assert!(fs::read(desk.path("richiesta.tsq")).unwrap().len() <= 70);
    desk.fails("stamp caso --answer chat.txt", "non è una marca valida");
    assert_eq!(status(), "not time-stamped\n");
}
