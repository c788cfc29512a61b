//! The plan of a case and the packs, as a person uses them.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test fails by panicking and makes its own files"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/whatsapp-chiara.zip");
const PACKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../knowledge");

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A desk with the example as a sealed case `caso`.
    fn with_case() -> Self {
        let desk = Self::new();
        succeeded(&desk.argine(&["respond", EXAMPLE, "--out", "caso", "--age", "adult", "--at", "2026-11-21T03:15"]));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn argine(&self, arguments: &[&str]) -> Output {
        let mut command = Command::cargo_bin("argine").unwrap();
        command.args(arguments).current_dir(self.0.path()).env("XDG_DATA_HOME", self.path("keys")).output().unwrap()
    }

    fn plan(&self, more: &[&str]) -> Output {
        let mut arguments = vec!["plan", "caso", "--at", "2026-11-21T12:00"];
        arguments.extend(more);
        self.argine(&arguments)
    }

    fn plan_json(&self, more: &[&str]) -> Value {
        let mut arguments = vec!["--json"];
        arguments.extend(more);
        serde_json::from_str(&succeeded(&self.plan(&arguments))).unwrap()
    }
}

fn succeeded(output: &Output) -> String {
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{:?}\n{error}", output.status);
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn refused(output: &Output) -> String {
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn respond_shows_three_things_at_most_and_where_the_rest_is() {
    let desk = Desk::new();
    let page =
        succeeded(&desk.argine(&["respond", EXAMPLE, "--out", "caso", "--age", "adult", "--at", "2026-11-21T03:15"]));
    assert!(page.contains(" 3. ") && !page.contains(" 4. "), "{page}");
    assert!(page.contains("argine plan") && page.contains("altri"), "{page}");
    assert!(page.contains("EUR"), "the demand is shown with what it asks:\n{page}");
}

#[test]
fn ticks_are_sealed_and_the_plan_moves_on() {
    let desk = Desk::with_case();
    let before = desk.plan_json(&[]);
    assert_eq!(before["next"].as_array().unwrap().len(), 3);
    let first = before["next"][0].as_str().unwrap().to_owned();
    let after = desk.plan_json(&["--done", "1", "--later", "2"]);
    assert_eq!(after["next"].as_array().unwrap().len(), 3);
    assert_ne!(after["next"][0].as_str().unwrap(), first);
    let verdict = desk.argine(&["case", "verify", "caso", "--json"]);
    let verdict: Value = serde_json::from_str(&succeeded(&verdict)).unwrap();
    assert_eq!(verdict["seals"].as_array().unwrap().len(), 2, "a tick is a change under a new seal");
    assert!(desk.path("caso/data/derived/plan-progress/0001.json").exists());
    let custody = fs::read_to_string(desk.path("caso/records/custody.jsonl")).unwrap();
    assert!(custody.contains("plan-progress/0001.json"));
    // What was ticked stays so, and can be taken back under another seal.
    assert_eq!(desk.plan_json(&[])["next"], after["next"]);
    let back = desk.plan_json(&["--reopen", &first]);
    assert_eq!(back["next"][0].as_str().unwrap(), first);
    assert!(desk.path("caso/data/derived/plan-progress/0002.json").exists());
    // Looking changes nothing.
    succeeded(&desk.plan(&["--all"]));
    assert!(!desk.path("caso/data/derived/plan-progress/0003.json").exists());
    assert!(refused(&desk.plan(&["--done", "77"])).contains("77"));
}

#[test]
fn the_whole_plan_speaks_both_languages_and_names_its_reasons() {
    let desk = Desk::with_case();
    for (language, expected) in [
        ("it", ["CHE COSA AIUTA", "art. 629", "Per stare sicuri: entro il", "WhatsApp", "messagg"]),
        ("en", ["WHAT HELPS", "art. 629", "To be safe: by", "WhatsApp", "message"]),
    ] {
        let page = succeeded(&desk.plan(&["--all", "--lang", language]));
        for words in expected {
            assert!(page.contains(words), "`{words}` is missing in:\n{page}");
        }
        assert!(!page.contains('{'), "a sentence is missing:\n{page}");
        assert!(!page.contains("528"));
    }
}

#[test]
fn answers_change_the_plan() {
    let desk = Desk::with_case();
    let held = desk.plan_json(&["--self-harm", "unsure"]);
    assert_eq!(held["next"].as_array().unwrap().len(), 1);
    let page = succeeded(&desk.plan(&[]));
    assert!(page.contains("Stai pensando di farti del male") && page.contains("112"), "{page}");
    assert!(!page.contains("TUTTO IL PIANO"), "everything else is on hold:\n{page}");
    desk.plan_json(&["--self-harm", "no"]);
    let dated = desk.plan_json(&["--learned-on", "2026-08-31", "--notice-sent", "2026-11-20T09:30"]);
    let clocks = dated["plan"]["clocks"].as_array().unwrap();
    let clock = |id: &str| clocks.iter().find(|clock| clock["verified"]["record"] == id).unwrap();
    assert_eq!(clock("it.t.querela3")["ends"], "2026-11-30");
    assert_eq!(clock("it.t.querela3")["safe_by"], "2026-11-27");
    assert_eq!(clock("it.t.garante48")["ends_at"], "2026-11-22T09:30:00");
    assert!(refused(&desk.plan(&["--learned-on", "ieri"])).contains("ieri"));
}

#[test]
fn contacts_are_weighed_and_never_all_warned() {
    let desk = Desk::with_case();
    let mut list = String::from("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Prova\nTEL:+39 000 0000001\nEND:VCARD\n");
    for number in 2..60 {
        writeln!(
            list,
            "BEGIN:VCARD\nVERSION:3.0\nFN:Persona Inventata {number}\nTEL:+39 000 00000{number:02}\nEND:VCARD"
        )
        .unwrap();
    }
    fs::write(desk.path("rubrica.vcf"), list).unwrap();
    let page = succeeded(&desk.plan(&["--contacts", "rubrica.vcf"]));
    for words in ["AVVISARE QUALCUNO", "59 contatti", "casi su cento", "Ada Prova", "Breve", "Formale"] {
        assert!(page.contains(words), "`{words}` is missing in:\n{page}");
    }
    for telling in ["ricatt", "immagin", "intim", "video"] {
        let messages = page.split("PAROLE PRONTE").nth(1).unwrap().to_lowercase();
        assert!(!messages.contains(telling), "the messages reveal `{telling}`:\n{messages}");
    }
    let marked = succeeded(&desk.plan(&["--contacts", "rubrica.vcf", "--warned", "Ada Prova"]));
    assert!(marked.contains("[x] Ada Prova"), "{marked}");
    fs::write(desk.path("vuoto.txt"), "niente").unwrap();
    assert!(refused(&desk.plan(&["--contacts", "vuoto.txt"])).contains("vuoto.txt"));
}

#[test]
fn records_are_shown_with_their_sources() {
    let desk = Desk::new();
    let page = succeeded(&desk.argine(&["knowledge", "show", "it.cp.612ter"]));
    assert!(page.contains("art. 612-ter") || page.contains("Diffusione illecita"), "{page}");
    assert!(page.contains("https://") && page.contains("Controllato il 2026-"), "{page}");
    let json = succeeded(&desk.argine(&["knowledge", "show", "gb.rph", "--json"]));
    let record: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(record["country"], "gb");
    assert!(refused(&desk.argine(&["knowledge", "show", "querela"])).contains("it.t.querela3"));
    let lint = succeeded(&desk.argine(&["knowledge", "lint"]));
    assert!(!lint.contains('•'), "{lint}");
}

#[test]
fn signed_packs_take_the_place_and_others_do_not() {
    let desk = Desk::new();
    let folder = desk.path("packs");
    copy(PACKS.as_ref(), &folder);
    let pack = fs::read_to_string(folder.join("pack.toml")).unwrap();
    let publish = |version: &str, day: &str| {
        let mut text = String::new();
        for line in pack.lines() {
            match line.split(' ').next() {
                Some("version") => writeln!(text, "version = \"{version}\"").unwrap(),
                Some("date") => writeln!(text, "date = \"{day}\"").unwrap(),
                _ => writeln!(text, "{line}").unwrap(),
            }
        }
        fs::write(folder.join("pack.toml"), text).unwrap();
        let out = format!("packs-{version}");
        let page = succeeded(&desk.argine(&["knowledge", "bundle", "packs", "--out", &out]));
        (out, page.split_whitespace().last().unwrap().to_owned())
    };
    let (newer, key) = publish("2030.01.01", "2030-01-01");
    let show = |bundle: &str, key: &str| {
        desk.argine(&["knowledge", "show", "it.112", "--json", "--knowledge", bundle, "--knowledge-key", key])
    };
    let record: Value = serde_json::from_str(&succeeded(&show(&newer, &key))).unwrap();
    assert_eq!(record["packs"], "2030.01.01");
    let without = desk.argine(&["knowledge", "show", "it.112", "--knowledge", &newer]);
    assert!(refused(&without).contains("chiave"), "no key is trusted by default");
    let (older, key) = publish("2020.01.01", "2020-01-01");
    assert!(refused(&show(&older, &key)).contains("vecchi"));
    let changed = fs::read_to_string(desk.path(&newer)).unwrap().replacen("Fermati", "Fermate", 1);
    fs::write(desk.path(&newer), changed).unwrap();
    assert!(refused(&show(&newer, &key)).contains("firmato"));
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
