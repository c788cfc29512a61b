//! An invented case for the tests.

use std::fs;
use std::path::{Path, PathBuf};

use argine_model::{AcquisitionLevel, AgeClass, Custodian, Exhibit, ExhibitId, MediaClass, OriginalHandling, Sha256};
use argine_seal::{Acquisition, ClockSource, CustodyAction, SigningKey, VerificationPages};
use argine_vault::{Case, CaseHeader, CaseKey, CaseWriter, Lock, Passphrase, WorkFactor};
use jiff::Timestamp;
use tempfile::TempDir;
use zeroize::Zeroizing;

pub(crate) const CHAT: &[u8] = "21/11/26, 21:00 - Marta: non ho più soldi\n".as_bytes();

pub(crate) fn key() -> SigningKey {
    SigningKey::from_seed(&Zeroizing::new([5; 32]))
}

pub(crate) fn now() -> Timestamp {
    "2026-11-21T21:00:00Z".parse().expect("a time")
}

pub(crate) fn pages() -> VerificationPages {
    VerificationPages { italian: "come\n".to_owned(), english: "how\n".to_owned() }
}

pub(crate) fn header(age: AgeClass) -> CaseHeader {
    CaseHeader {
        case: "ARG-2026-000123".parse().expect("a case number"),
        tool: "argine 0.1.0".parse().expect("a tool"),
        by: Custodian::AffectedPerson,
        age,
        pages: pages(),
    }
}

pub(crate) fn exhibit(number: u32, name: &str, bytes: &[u8], class: MediaClass) -> Exhibit {
    Exhibit {
        id: ExhibitId(number),
        name: name.to_owned(),
        sha256: Sha256::of(bytes),
        size: bytes.len() as u64,
        class,
        acquisition: AcquisitionLevel::AppExport,
        custodian: Custodian::AffectedPerson,
        handling: OriginalHandling::Copied,
        members: Vec::new(),
    }
}

pub(crate) fn handed_over() -> Acquisition {
    Acquisition {
        time: now(),
        clock: ClockSource::Device,
        tool: "argine 0.1.0".parse().expect("a tool"),
        participant: Some(true),
        source: Some("dal mio telefono".to_owned()),
    }
}

fn fill(mut writer: CaseWriter, chat: &[u8]) {
    writer.add_original(&exhibit(1, "Chat con Marta.txt", chat, MediaClass::Text), chat, handed_over()).expect("added");
    writer.add_derived("assessment.json", b"{\"kind\":1}", &[ExhibitId(1)], now()).expect("added");
    writer.seal(now(), &key()).expect("sealed");
}

pub(crate) fn write(target: &Path) {
    fill(CaseWriter::begin(target, header(AgeClass::MinorPossible)).expect("begun"), CHAT);
}

pub(crate) fn write_with(target: &Path, chat: &[u8]) {
    fill(CaseWriter::begin(target, header(AgeClass::MinorPossible)).expect("begun"), chat);
}

pub(crate) fn lock() -> Lock {
    Lock {
        passphrase: Passphrase::new("tovaglia sgombro vialetto timone"),
        work_factor: WorkFactor::FOR_TESTS,
        others: Vec::new(),
        pages: pages(),
    }
}

pub(crate) fn write_locked(target: &Path) {
    fill(CaseWriter::begin_locked(target, header(AgeClass::MinorPossible), &lock()).expect("begun"), CHAT);
}

pub(crate) fn open_lock(target: &Path) -> Case {
    Case::unlock(target, &CaseKey::Passphrase(lock().passphrase)).expect("unlocked")
}

pub(crate) fn add(case: &Case) {
    let mut editor = case.edit("argine 0.1.0".parse().expect("a tool"), Custodian::Guardian).expect("open");
    editor.add_derived("denuncia-querela.pdf", b"%PDF-1.7\n", &[ExhibitId(1)], now()).expect("added");
    editor
        .append_custody(CustodyAction::Share, now(), &[ExhibitId(1)], &[], Some("alla polizia".to_owned()))
        .expect("noted");
    editor.seal(now(), &key()).expect("sealed");
}

pub(crate) fn scratch() -> (TempDir, PathBuf) {
    // In memory where the system has it: thousands of synced files would wait for the disk.
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let target = folder.path().join("fascicolo");
    (folder, target)
}

/// Every file under `folder` with its bytes.
pub(crate) fn tree(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut pending = vec![folder.to_owned()];
    let mut tree = Vec::new();
    while let Some(place) = pending.pop() {
        for entry in fs::read_dir(&place).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let inside = path.strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
                tree.push((inside, fs::read(&path).expect("readable")));
            }
        }
    }
    tree.sort();
    tree
}
