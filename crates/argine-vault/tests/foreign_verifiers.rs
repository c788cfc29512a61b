//! Tools that are not ours judge a case, with the very commands that the pages in the case print.
//!
//! Where a tool is missing the test says so; under `CI=true` that is a failure.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test starts foreign tools, reads files, and says what it skips"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use argine_model::{AcquisitionLevel, AgeClass, Custodian, Exhibit, ExhibitId, MediaClass, OriginalHandling, Sha256};
use argine_seal::{
    Acquisition, COMMANDS, CheckId, ClockSource, Expectation, PAGE_MESSAGES, Remark, STAMP_COMMAND, SigningKey,
    StampError, VerificationPages, verification_page,
};
use argine_vault::{
    Case, CaseEditor, CaseHeader, CaseKey, CaseWriter, Lock, OPEN_COMMAND, Passphrase, RECOVERY_COMMAND,
    VAULT_PAGE_MESSAGES, VaultError, WorkFactor, vault_page, verify_case,
};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use jiff::Timestamp;
use tempfile::TempDir;
use zeroize::Zeroizing;

const ITALIAN: &str = include_str!("../../../knowledge/messages/it/seal.ftl");
const ENGLISH: &str = include_str!("../../../knowledge/messages/en/seal.ftl");

fn bundle(source: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec!["it".parse().expect("a language")]);
    bundle.set_use_isolating(false);
    bundle.add_resource(FluentResource::try_new(source.to_owned()).expect("Fluent")).expect("no id twice");
    bundle
}

fn message(bundle: &FluentBundle<FluentResource>, id: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    let mut errors = Vec::new();
    let pattern = bundle.get_message(id).and_then(|message| message.value()).unwrap_or_else(|| panic!("no {id}"));
    let text = bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
    assert!(errors.is_empty(), "{id}: {errors:?}");
    text
}

fn pages() -> VerificationPages {
    let (italian, english) = (bundle(ITALIAN), bundle(ENGLISH));
    VerificationPages {
        italian: verification_page(|id| message(&italian, id, None)),
        english: verification_page(|id| message(&english, id, None)),
    }
}

fn now() -> Timestamp {
    "2026-11-21T21:00:00Z".parse().expect("a time")
}

fn key() -> SigningKey {
    SigningKey::from_seed(&Zeroizing::new([5; 32]))
}

fn case() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("fascicolo di prova");
    let chat = "21/11/26, 21:00 - Marta: non ho più soldi\n".repeat(20_000).into_bytes();
    let header = CaseHeader {
        case: "ARG-2026-000123".parse().expect("a case number"),
        tool: "argine 0.1.0".parse().expect("a tool"),
        by: Custodian::AffectedPerson,
        age: AgeClass::MinorPossible,
        pages: pages(),
    };
    let exhibit = Exhibit {
        id: ExhibitId(1),
        name: "Chat WhatsApp con Perché 100% vera.txt".to_owned(),
        sha256: Sha256::of(&chat),
        size: chat.len() as u64,
        class: MediaClass::Text,
        acquisition: AcquisitionLevel::AppExport,
        custodian: Custodian::AffectedPerson,
        handling: OriginalHandling::Copied,
        members: Vec::new(),
    };
    let acquisition = Acquisition {
        time: now(),
        clock: ClockSource::Device,
        tool: header.tool.clone(),
        participant: Some(true),
        source: None,
    };
    let mut writer = CaseWriter::begin(&target, header).expect("begun");
    writer.add_original(&exhibit, chat.as_slice(), acquisition).expect("copied");
    writer.add_derived("assessment.json", b"{}\n", &[ExhibitId(1)], now()).expect("added");
    writer.seal(now(), &key()).expect("sealed");
    (folder, target)
}

fn seal_again(target: &Path) {
    let mut editor =
        CaseEditor::open(target, "argine 0.1.0".parse().expect("a tool"), Custodian::Guardian).expect("open");
    editor.add_derived("denuncia-querela.pdf", b"%PDF-1.7\n", &[ExhibitId(1)], now()).expect("added");
    editor.seal(now(), &key()).expect("sealed");
}

/// Whether a tool can be used; says so where it cannot, and fails where it must be there.
fn available(tool: &str, probe: &str) -> bool {
    let there = shell(Path::new("."), probe).status.success();
    if !there {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{tool} is missing");
        println!("SKIPPED: {tool} is not installed, its verdict on a case was not asked for");
    }
    there
}

fn shell(folder: &Path, command: &str) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).current_dir(folder).env("LC_ALL", "C").output().expect("a shell")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Whether `command` accepts the case, by its exit code and, for the closed world, by its silence.
fn accepts(folder: &Path, command: &str, seal: u32) -> bool {
    let command = command.replace("seal/1/", &format!("seal/{seal}/"));
    let output = shell(folder, &command);
    if command.ends_with("uniq -u") { output.stdout.is_empty() } else { output.status.success() }
}

fn runnable() -> Vec<&'static str> {
    let mut commands = Vec::new();
    for command in COMMANDS {
        let (tool, probe) = match command.split([' ', '(']).find(|word| !word.is_empty()) {
            Some("openssl") => ("openssl", "openssl version"),
            Some("minisign") => ("minisign", "minisign -v"),
            Some("bagit.py") => ("PyPI bagit", "python3 -c 'import bagit'"),
            _ => ("sha256sum", "sha256sum --version"),
        };
        if available(tool, probe) {
            commands.push(command);
        }
    }
    commands
}

/// `bagit.py` is not on the path of every installation; the module is.
fn as_installed(command: &str) -> String {
    command.replace("bagit.py", "python3 -m bagit")
}

#[test]
fn an_untouched_case_is_accepted_by_every_tool() {
    let (_folder, target) = case();
    for seal in [1, 2] {
        for command in runnable() {
            let output = shell(&target, &as_installed(command).replace("seal/1/", &format!("seal/{seal}/")));
            assert!(accepts(&target, &as_installed(command), seal), "{command}: {}", said(&output));
        }
        if seal == 1 {
            seal_again(&target);
        }
    }
    // The first seal can still be checked after the second, from the copies that it holds.
    for command in runnable().into_iter().filter(|command| command.contains("seal/1/")) {
        let command = command.replace(
            "grep tagmanifest-sha256.txt seal/1/root.txt",
            "cd seal/1 && grep tagmanifest-sha256.txt root.txt",
        );
        let output = shell(&target, &command);
        assert!(output.status.success(), "{command}: {}", said(&output));
    }
}

#[test]
fn the_answers_are_those_that_the_page_promises() {
    let (_folder, target) = case();
    for (tool, answer) in [
        ("grep", "tagmanifest-sha256.txt: OK"),
        ("openssl", "Signature Verified Successfully"),
        ("minisign", "Signature and comment signature verified"),
        ("bagit.py", ". is valid"),
    ] {
        for command in runnable().into_iter().filter(|command| command.starts_with(tool)) {
            let output = said(&shell(&target, &as_installed(command)));
            assert!(output.contains(answer), "{command}: {output}");
            assert!(pages().italian.contains(answer) && pages().english.contains(answer), "{answer}");
        }
    }
}

#[test]
fn the_case_holds_both_pages_with_every_command() {
    let (_folder, target) = case();
    for name in ["LEGGIMI-verifica.txt", "README-verify.txt"] {
        let page = fs::read_to_string(target.join(name)).expect("there");
        for command in COMMANDS {
            assert!(page.contains(&format!("\n    {command}\n")), "{name}: {command}");
        }
        assert!(page.contains(&format!("\n    {STAMP_COMMAND}\n")), "{name}");
    }
}

/// Whoever has the passphrase, or the key of the recovery sheet, opens the vault with `age` and checks what is inside
/// with the other tools: nothing of ours takes part.
#[test]
fn a_locked_case_opens_with_age_alone_and_is_judged_by_every_tool() {
    if !available("age", "age --version") || !available("script", "script --version") {
        return;
    }
    let (folder, target) = case();
    let words = "tovaglia sgombro vialetto timone";
    let (italian, english) = (bundle(ITALIAN), bundle(ENGLISH));
    let lock = Lock {
        passphrase: Passphrase::new(words),
        work_factor: WorkFactor::FOR_TESTS,
        others: Vec::new(),
        pages: VerificationPages {
            italian: vault_page(|id| message(&italian, id, None)),
            english: vault_page(|id| message(&english, id, None)),
        },
    };
    Case::plain(&target).expect("plain").lock(&lock).expect("locked");
    let recovery = Case::unlock(&target, &CaseKey::Passphrase(lock.passphrase.clone())).expect("unlocked");
    fs::write(target.join("key.txt"), recovery.recovery_key().expect("a key").as_bytes()).expect("written");
    for name in ["LEGGIMI-apri.txt", "README-open.txt"] {
        let page = fs::read_to_string(target.join(name)).expect("there");
        assert!(page.contains(OPEN_COMMAND) && page.contains(RECOVERY_COMMAND), "{page}");
    }
    // What is typed on a terminal is typed on one that `script` plays.
    let typed = format!("printf '{words}\\n' | script -qec '{OPEN_COMMAND}' {}/typescript", folder.path().display());
    for command in [RECOVERY_COMMAND, typed.as_str()] {
        let output = shell(&target, command);
        assert!(output.status.success(), "{command}: {}", said(&output));
        for check in runnable() {
            let output = shell(&target.join("case"), &as_installed(check));
            assert!(accepts(&target.join("case"), &as_installed(check), 1), "{check}: {}", said(&output));
        }
        fs::remove_dir_all(target.join("case")).expect("removed");
    }
}

/// Our verdict and the foreign one side by side; together the commands of the page see what ours sees.
#[test]
fn each_tampering_is_seen_by_us_and_by_the_commands_of_the_page() {
    type Tamper = fn(&Path);
    let rows: [(&str, Tamper, CheckId); 9] = [
        ("payload edited", |case| append(case, "data/derived/assessment.json"), CheckId::Changed),
        ("payload removed", |case| remove(case, "data/derived/assessment.json"), CheckId::Missing),
        ("payload added", |case| append(case, "data/derived/more.txt"), CheckId::Added),
        ("tag file added", |case| append(case, "note.txt"), CheckId::Added),
        ("record edited", |case| append(case, "records/items.jsonl"), CheckId::Changed),
        ("manifest edited", |case| append(case, "manifest-sha256.txt"), CheckId::Manifest),
        (
            "tag manifest removed, bag-info edited",
            |case| {
                remove(case, "tagmanifest-sha256.txt");
                append(case, "bag-info.txt");
            },
            CheckId::Missing,
        ),
        ("root edited", |case| append(case, "seal/1/root.txt"), CheckId::Signature),
        (
            "signature replaced",
            |case| {
                append(case, "seal/1/root.sig");
                append(case, "seal/1/root.minisig");
            },
            CheckId::Signature,
        ),
    ];
    let commands: Vec<&str> = runnable().into_iter().take(5).collect();
    for (name, tamper, check) in rows {
        let (_folder, target) = case();
        tamper(&target);
        let verdict = verify_case(&target, &Expectation::default()).expect("a folder");
        assert!(!verdict.check(check).expect("made").passed(), "{name}");
        assert!(commands.iter().any(|command| !accepts(&target, command, 1)), "{name}: no command sees it");
    }
}

fn append(case: &Path, name: &str) {
    let mut bytes = fs::read(case.join(name)).unwrap_or_default();
    bytes.extend_from_slice(b"x\n");
    fs::write(case.join(name), bytes).expect("written");
}

fn remove(case: &Path, name: &str) {
    fs::remove_file(case.join(name)).expect("removed");
}

#[test]
fn every_check_and_error_has_its_sentences_in_both_languages() {
    let mut arguments = FluentArgs::new();
    arguments.set("paths", "data/a");
    arguments.set("path", "fascicolo");
    for source in [ITALIAN, ENGLISH] {
        let bundle = bundle(source);
        for count in [1, 2] {
            arguments.set("count", count);
            for check in CheckId::ALL {
                message(&bundle, &format!("check-{}-pass", check.as_str()), None);
                let fail = message(&bundle, &format!("check-{}-fail", check.as_str()), Some(&arguments));
                assert!(fail.contains("data/a"), "{fail}");
            }
        }
        for error in [
            VaultError::Busy("a".into()),
            VaultError::TargetExists("a".into()),
            VaultError::NoPlace("a".into()),
            VaultError::NotACase("a".into()),
            VaultError::KeyDamaged("a".into()),
            VaultError::KeyExposed("a".into()),
            VaultError::NoRandomness,
            VaultError::OtherKey,
            VaultError::OriginalChanged(ExhibitId(1)),
            VaultError::MediaForbidden(ExhibitId(1)),
            VaultError::NoSuchMember(ExhibitId(1)),
            VaultError::Locked("a".into()),
            VaultError::WrongKey("a".into()),
            VaultError::VaultDamaged("a".into()),
            VaultError::HalfWritten("a".into()),
            VaultError::NoSuchSeal(7),
            VaultError::NoSuchFile("a".into()),
            VaultError::NotLocked("a".into()),
            VaultError::NoAuthority("a".into()),
            VaultError::Unreachable { authority: "a".into(), reason: "b".into() },
            VaultError::Stamp(StampError::Untrusted),
        ] {
            arguments.set("reason", "because");
            message(&bundle, &format!("vault-error-{}", error.code()), Some(&arguments));
            message(&bundle, &format!("vault-hint-{}", error.code()), Some(&arguments));
        }
        for code in ["not-writable", "no-space", "io", "not-intact", "broken-record", "invalid-name", "seal"] {
            message(&bundle, &format!("vault-error-{code}"), Some(&arguments));
            message(&bundle, &format!("vault-hint-{code}"), Some(&arguments));
        }
        for error in StampError::ALL {
            message(&bundle, &format!("stamp-error-{}", error.code()), None);
        }
        arguments.set("number", 1);
        arguments.set("hours", 30);
        for remark in [
            Remark::NotStamped,
            Remark::ClockAhead { seal: 1, seconds: 2 },
            Remark::StampedLate { seal: 1, seconds: 2 },
            Remark::ClockWentBack { line: 1 },
        ] {
            message(&bundle, &format!("remark-{}", remark.code()), Some(&arguments));
        }
        for id in PAGE_MESSAGES.into_iter().chain(VAULT_PAGE_MESSAGES).chain(["verdict-not-stamped"]) {
            message(&bundle, id, None);
        }
        arguments.set("time", "2026-11-21T21:00:00Z");
        message(&bundle, "verdict-intact", Some(&arguments));
        message(&bundle, "verdict-changed", Some(&arguments));
    }
}
