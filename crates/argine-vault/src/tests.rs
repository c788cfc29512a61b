//! What must hold whatever happens to the disk: complete or not there, and never the one instead of the other.

mod killed;
mod locked;
mod minors;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use argine_model::{
    AcquisitionLevel, AgeClass, Custodian, Exhibit, ExhibitId, MediaClass, Member, OriginalHandling, Sha256,
};
use argine_seal::{
    Acquisition, CheckId, ClockSource, CustodyAction, Expectation, SealError, SigningKey, Verdict, VerificationPages,
    names,
};
use jiff::Timestamp;
use proptest::prelude::*;
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::disk::faults;
use crate::{
    Case, CaseEditor, CaseHeader, CaseWriter, KEY_FILE, SealedCase, VaultError, device_key, read_custody, verify_case,
};

const CHAT: &[u8] = "21/11/26, 21:00 - Marta: non ho più soldi\n".as_bytes();

fn key() -> SigningKey {
    SigningKey::from_seed(&Zeroizing::new([3; 32]))
}

fn now() -> Timestamp {
    "2026-11-21T21:00:00Z".parse().expect("a time")
}

fn header(age: AgeClass) -> CaseHeader {
    CaseHeader {
        case: "ARG-2026-000123".parse().expect("a case number"),
        tool: "argine 0.1.0".parse().expect("a tool"),
        by: Custodian::AffectedPerson,
        age,
        pages: VerificationPages { italian: "come\n".to_owned(), english: "how\n".to_owned() },
    }
}

fn exhibit(number: u32, name: &str, bytes: &[u8], class: MediaClass) -> Exhibit {
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

fn handed_over() -> Acquisition {
    Acquisition {
        time: now(),
        clock: ClockSource::Device,
        tool: "argine 0.1.0".parse().expect("a tool"),
        participant: Some(true),
        source: None,
    }
}

fn member(path: &[&str], bytes: &[u8], class: MediaClass) -> Member {
    Member {
        path: path.iter().map(|part| (*part).to_owned()).collect(),
        size: bytes.len() as u64,
        sha256: Some(Sha256::of(bytes)),
        class,
    }
}

/// A case with a chat, a zip kept by digest with one text member copied, and one derived file.
fn write(target: &Path) -> Result<SealedCase, VaultError> {
    let mut writer = CaseWriter::begin(target, header(AgeClass::MinorPossible))?;
    writer.add_original(&exhibit(1, "Chat con Marta.txt", CHAT, MediaClass::Text), CHAT, handed_over())?;
    let mut zip = exhibit(2, "instagram.zip", b"zip", MediaClass::Archive);
    zip.handling = OriginalHandling::HashOnly;
    zip.members = vec![
        member(&["inbox/foto.jpg"], b"jpg", MediaClass::Image),
        member(&["inbox/message_1.json"], b"{}", MediaClass::Text),
    ];
    writer.add_digest_only(&zip, handed_over())?;
    writer.add_member(zip.id, &["inbox/message_1.json".to_owned()], b"{}", now())?;
    writer.add_derived("assessment.json", b"{\"kind\":1}", &[ExhibitId(1), ExhibitId(2)], now())?;
    writer.seal(now(), &key())
}

fn add(target: &Path) -> Result<SealedCase, VaultError> {
    add_to(&Case::plain(target)?)
}

fn add_to(case: &Case) -> Result<SealedCase, VaultError> {
    let mut editor = case.edit("argine 0.2.0".parse().expect("a tool"), Custodian::Representative)?;
    editor.add_derived("denuncia-querela.pdf", b"%PDF", &[ExhibitId(1)], now())?;
    editor.append_custody(CustodyAction::Export, now(), &[ExhibitId(1)], &[], Some("alla polizia".to_owned()))?;
    editor.seal(now(), &key())
}

fn scratch() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("fascicolo");
    (folder, target)
}

fn judge(target: &Path) -> Verdict {
    verify_case(target, &Expectation::default()).expect("a folder")
}

fn failed(verdict: &Verdict) -> Vec<(CheckId, Vec<&str>)> {
    verdict.checks.iter().filter(|check| !check.passed()).map(|check| (check.id, check.paths())).collect()
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Every file under `folder` with its bytes, and every folder.
fn tree(folder: &Path) -> Vec<(String, Option<Vec<u8>>)> {
    let mut pending = vec![folder.to_owned()];
    let mut tree = Vec::new();
    while let Some(place) = pending.pop() {
        for name in names_in(&place) {
            let path = place.join(name);
            let inside = path.strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
            if path.is_dir() {
                tree.push((inside, None));
                pending.push(path);
            } else {
                tree.push((inside, Some(fs::read(&path).expect("readable"))));
            }
        }
    }
    tree.sort();
    tree
}

#[test]
fn a_case_is_written_and_found_intact() {
    let (_folder, target) = scratch();
    let sealed = write(&target).expect("written");
    assert_eq!((sealed.path.as_path(), sealed.seal), (target.as_path(), 1));
    let verdict = judge(&target);
    assert_eq!(failed(&verdict), []);
    assert_eq!(verdict.seals[0].root, sealed.root);
    assert_eq!(fs::read(target.join("data/originals/0001-Chat-con-Marta.txt")).expect("there"), CHAT);
    assert_eq!(fs::read(target.join("data/originals/0002/0002-message_1.json")).expect("there"), b"{}");
    assert_eq!(fs::read_to_string(target.join("seal/1/status.txt")).expect("there"), "not time-stamped\n");
    assert_eq!(names_in(target.parent().expect("a folder")), ["fascicolo"], "nothing else is left");
}

#[test]
fn same_inputs_key_and_clock_give_the_same_bytes() {
    let ((_one, first), (_other, second)) = (scratch(), scratch());
    for target in [&first, &second] {
        write(target).expect("written");
        add(target).expect("added");
    }
    assert_eq!(tree(&first), tree(&second));
}

#[test]
fn a_second_seal_leaves_the_first_as_it_was() {
    let (_folder, target) = scratch();
    write(&target).expect("written");
    let before = tree(&target.join("seal/1"));
    let custody = read_custody(&target).expect("a chain");
    let sealed = add(&target).expect("added");
    assert_eq!(sealed.seal, 2);
    assert_eq!(tree(&target.join("seal/1")), before);
    let verdict = judge(&target);
    assert_eq!(failed(&verdict), []);
    assert_eq!(verdict.seals.len(), 2);
    let grown = read_custody(&target).expect("a chain");
    assert!(grown.as_bytes().starts_with(custody.as_bytes()));
    let actions: Vec<_> = grown.events()[custody.events().len()..].iter().map(|event| event.action).collect();
    assert_eq!(actions, [CustodyAction::Derive, CustodyAction::Export, CustodyAction::Seal]);
    assert_eq!(names_in(target.parent().expect("a folder")), ["fascicolo"]);
}

#[test]
fn what_is_there_is_never_replaced() {
    let (_folder, target) = scratch();
    for make in [|path: &Path| fs::create_dir(path), |path: &Path| fs::write(path, "mine")] {
        make(&target).expect("made");
        assert!(matches!(write(&target), Err(VaultError::TargetExists(_))));
        drop(fs::remove_dir(&target));
    }
    assert_eq!(fs::read_to_string(&target).expect("untouched"), "mine");
}

#[test]
fn what_appears_while_the_case_is_written_is_not_replaced() {
    let (folder, target) = scratch();
    let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
    writer.add_original(&exhibit(1, "chat.txt", CHAT, MediaClass::Text), CHAT, handed_over()).expect("added");
    fs::create_dir(&target).expect("made");
    assert!(matches!(writer.seal(now(), &key()), Err(VaultError::TargetExists(_))));
    assert_eq!(names_in(&target), Vec::<String>::new());
    assert_eq!(names_in(folder.path()), ["fascicolo"]);
}

#[test]
fn two_writers_of_one_case_do_not_mix() {
    let (_folder, target) = scratch();
    let first = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
    assert!(matches!(CaseWriter::begin(&target, header(AgeClass::Adult)), Err(VaultError::Busy(_))));
    drop(first);
    write(&target).expect("free again");
    let editor = CaseEditor::open(&target, "argine 0.1.0".parse().expect("a tool"), Custodian::Guardian).expect("open");
    assert!(matches!(add(&target), Err(VaultError::Busy(_))));
    drop(editor);
    add(&target).expect("free again");
}

#[test]
fn a_writer_dropped_at_any_step_leaves_nothing() {
    let (folder, target) = scratch();
    for steps in 0..4 {
        let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
        if steps > 0 {
            writer.add_original(&exhibit(1, "chat.txt", CHAT, MediaClass::Text), CHAT, handed_over()).expect("added");
        }
        if steps > 1 {
            writer.add_derived("plan.json", b"{}", &[ExhibitId(1)], now()).expect("added");
        }
        if steps > 2 {
            let full: &[u8] = b"{}";
            assert!(writer.add_derived("plan.json", full, &[ExhibitId(1)], now()).is_err(), "the name is taken");
        }
        drop(writer);
        assert_eq!(names_in(folder.path()), Vec::<String>::new(), "after {steps} steps");
    }
}

/// The disk fills up at the first step, then at the second, and so on until the work is done.
#[test]
fn a_full_disk_at_any_step_leaves_nothing_of_a_new_case() {
    let (folder, target) = scratch();
    let mut steps = 0;
    loop {
        faults::fail_after(Some(steps));
        let written = write(&target);
        faults::fail_after(None);
        match written {
            Ok(_) => break,
            // The last step of all waits for the new name to reach the disk: the case is there and whole.
            Err(VaultError::NoSpace { .. }) if target.exists() => {
                assert!(judge(&target).is_intact(), "at step {steps}");
                fs::remove_dir_all(&target).expect("removed");
            }
            Err(VaultError::NoSpace { .. }) => {}
            Err(error) => panic!("at step {steps}: {error}"),
        }
        assert_eq!(names_in(folder.path()), Vec::<String>::new(), "at step {steps}");
        steps += 1;
    }
    assert!(steps > 30, "{steps} steps");
    assert!(judge(&target).is_intact());
}

#[test]
fn a_full_disk_at_any_step_leaves_the_last_seal() {
    let (folder, target) = scratch();
    write(&target).expect("written");
    let before = tree(&target);
    let mut steps = 0;
    loop {
        faults::fail_after(Some(steps));
        let added = add(&target);
        faults::fail_after(None);
        assert_eq!(names_in(folder.path()), ["fascicolo"], "at step {steps}");
        if added.is_ok() || judge(&target).seals.len() == 2 {
            break;
        }
        assert_eq!(tree(&target), before, "at step {steps}: {added:?}");
        steps += 1;
    }
    assert!(steps > 30, "{steps} steps");
    assert_eq!(failed(&judge(&target)), []);
}

/// What a process that was killed leaves behind is swept away by the next one.
#[test]
fn remains_of_a_killed_process_are_taken_over() {
    let (folder, target) = scratch();
    let remains = folder.path().join(".fascicolo.argine-partial");
    fs::create_dir_all(remains.join("case/data/originals")).expect("made");
    fs::write(remains.join("case/data/originals/0001-chat.txt"), "half").expect("made");
    fs::write(remains.join("lock"), "").expect("made");
    write(&target).expect("written");
    assert_eq!(failed(&judge(&target)), []);
    assert_eq!(names_in(folder.path()), ["fascicolo"]);
}

/// Where folders cannot trade names, the old case steps aside for a moment; killed then, it comes back.
#[test]
fn a_case_that_stepped_aside_comes_back() {
    let (folder, target) = scratch();
    write(&target).expect("written");
    let remains = folder.path().join(".fascicolo.argine-partial");
    fs::create_dir_all(&remains).expect("made");
    fs::rename(&target, remains.join("previous")).expect("aside");
    add(&target).expect("added");
    assert_eq!(judge(&target).seals.len(), 2);
    assert_eq!(names_in(folder.path()), ["fascicolo"]);
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let (folder, target) = scratch();
    let mut readonly = fs::metadata(folder.path()).expect("there").permissions();
    readonly.set_readonly(true);
    fs::set_permissions(folder.path(), readonly).expect("set");
    // The administrator may write everywhere but in the system's own folders.
    let target =
        if fs::write(folder.path().join("probe"), "").is_ok() { PathBuf::from("/sys/fascicolo") } else { target };
    let error = write(&target).expect_err("read-only");
    assert!(matches!(error, VaultError::NotWritable { .. }), "{error:?}");
    assert!(!target.exists());
    let error = write(&folder.path().join("missing/fascicolo")).expect_err("no folder");
    assert!(matches!(error, VaultError::NoPlace(_)), "{error:?}");
}

#[test]
fn an_original_that_changes_while_it_is_copied_is_told() {
    let (folder, target) = scratch();
    let chat = exhibit(1, "chat.txt", CHAT, MediaClass::Text);
    let longer = [CHAT, b"x"].concat();
    let edited: Vec<u8> = CHAT.iter().map(|byte| byte ^ 1).collect();
    for bytes in [&CHAT[1..], &longer, &edited, b""] {
        let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
        let error = writer.add_original(&chat, bytes, handed_over()).expect_err("not the same");
        assert!(matches!(error, VaultError::OriginalChanged(ExhibitId(1))), "{error:?}");
    }
    let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
    let endless = std::io::repeat(b'x');
    assert!(matches!(writer.add_original(&chat, endless, handed_over()), Err(VaultError::OriginalChanged(_))));
    drop(writer);
    let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
    let broken = CHAT.chain(FailingReader);
    let large = Exhibit { size: 1000, ..chat };
    assert!(matches!(writer.add_original(&large, broken, handed_over()), Err(VaultError::Io { .. })));
    drop(writer);
    assert_eq!(names_in(folder.path()), Vec::<String>::new());
}

struct FailingReader;

impl Read for FailingReader {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the memory card was pulled out"))
    }
}

/// No door can copy media of somebody who may be under 18.
#[test]
fn media_of_possible_minors_are_never_copied() {
    let photo = exhibit(1, "foto.jpg", b"jpg", MediaClass::Image);
    let mut zip = exhibit(1, "chat.zip", b"zip", MediaClass::Archive);
    let unlisted = zip.clone();
    zip.members = vec![member(&["foto.jpg"], b"jpg", MediaClass::Image)];
    let mut mail = exhibit(1, "mail.eml", b"eml", MediaClass::Text);
    mail.members = vec![member(&["foto.jpg"], b"jpg", MediaClass::Image)];
    let mut digest_only = exhibit(1, "chat.txt", b"txt", MediaClass::Text);
    digest_only.handling = OriginalHandling::HashOnly;
    for (exhibit, bytes, adult_may) in [
        (&photo, b"jpg", true),
        (&zip, b"zip", true),
        (&unlisted, b"zip", true),
        (&mail, b"eml", true),
        (&digest_only, b"txt", false),
    ] {
        for age in [AgeClass::Adult, AgeClass::MinorPossible, AgeClass::Minor] {
            let (_folder, target) = scratch();
            let mut writer = CaseWriter::begin(&target, header(age)).expect("begun");
            let added = writer.add_original(exhibit, bytes.as_slice(), handed_over());
            let expected = adult_may && age == AgeClass::Adult;
            assert_eq!(added.is_ok(), expected, "{} {age:?}", exhibit.name);
            assert!(expected || matches!(added, Err(VaultError::MediaForbidden(_))));
            let mut kept = exhibit.clone();
            kept.id = ExhibitId(2);
            writer.add_digest_only(&kept, handed_over()).expect("a digest is always kept");
            if let Some(picture) = exhibit.members.first() {
                let added = writer.add_member(ExhibitId(2), &picture.path, b"jpg", now());
                assert_eq!(added.is_ok(), expected, "member of {} {age:?}", exhibit.name);
            }
        }
    }
}

#[test]
fn a_member_must_be_listed_with_its_bytes() {
    let (_folder, target) = scratch();
    let mut writer = CaseWriter::begin(&target, header(AgeClass::MinorPossible)).expect("begun");
    let mut zip = exhibit(1, "chat.zip", b"zip", MediaClass::Archive);
    zip.members = vec![member(&["_chat.txt"], CHAT, MediaClass::Text)];
    let name = ["_chat.txt".to_owned()];
    assert!(matches!(writer.add_member(zip.id, &name, CHAT, now()), Err(VaultError::NoSuchMember(_))));
    writer.add_digest_only(&zip, handed_over()).expect("added");
    assert!(matches!(writer.add_member(zip.id, &name, b"other", now()), Err(VaultError::NoSuchMember(_))));
    assert_eq!(
        writer.add_member(zip.id, &name, CHAT, now()).expect("added").as_str(),
        "data/originals/0001/0001-chat.txt"
    );
}

#[test]
fn derived_files_name_an_exhibit_of_the_case() {
    for exhibits in [vec![], vec![ExhibitId(7)]] {
        let (_folder, target) = scratch();
        let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
        writer.add_original(&exhibit(1, "chat.txt", CHAT, MediaClass::Text), CHAT, handed_over()).expect("added");
        writer.add_derived("plan.json", b"{}", &exhibits, now()).expect("written");
        assert!(matches!(writer.seal(now(), &key()), Err(VaultError::Seal(SealError::NoSuchExhibit(_)))));
        assert!(!target.exists());
    }
    let (_folder, target) = scratch();
    let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
    for name in ["../escape", "", "/etc/passwd", "perché.txt"] {
        let added = writer.add_derived(name, b"", &[ExhibitId(1)], now());
        assert!(matches!(added, Err(VaultError::InvalidName(_))), "{name}");
    }
}

#[test]
fn nothing_is_added_to_a_case_that_changed() {
    let (_folder, target) = scratch();
    write(&target).expect("written");
    fs::write(target.join("data/derived/assessment.json"), "{}").expect("tampered");
    let Err(VaultError::NotIntact(verdict)) = add(&target) else { panic!("accepted") };
    assert_eq!(verdict.paths(), ["data/derived/assessment.json"]);
    assert_eq!(judge(&target).seals.len(), 1);
    let editor = CaseEditor::open(&target.join("data"), "argine 0.1.0".parse().expect("a tool"), Custodian::Guardian);
    assert!(matches!(editor, Err(VaultError::NotIntact(_))));
}

#[test]
fn a_case_is_sealed_again_only_with_its_key() {
    let (_folder, target) = scratch();
    write(&target).expect("written");
    let editor = CaseEditor::open(&target, "argine 0.1.0".parse().expect("a tool"), Custodian::Guardian).expect("open");
    let other = SigningKey::from_seed(&Zeroizing::new([4; 32]));
    assert!(matches!(editor.seal(now(), &other), Err(VaultError::OtherKey)));
    assert_eq!(failed(&judge(&target)), []);
}

#[test]
fn what_is_no_case_is_told() {
    let (folder, target) = scratch();
    assert!(matches!(verify_case(&target, &Expectation::default()), Err(VaultError::NotACase(_))));
    assert!(!judge(folder.path()).is_intact());
    assert!(matches!(read_custody(folder.path()), Err(VaultError::NotACase(_))));
    assert!(matches!(
        CaseEditor::open(&target, "argine 0.1.0".parse().expect("a tool"), Custodian::Guardian),
        Err(VaultError::NotACase(_))
    ));
    assert_eq!(names_in(folder.path()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_named_and_never_followed() {
    let (folder, target) = scratch();
    write(&target).expect("written");
    let chat = target.join("data/originals/0001-Chat-con-Marta.txt");
    let moved = folder.path().join("elsewhere.txt");
    fs::rename(&chat, &moved).expect("moved");
    std::os::unix::fs::symlink(&moved, &chat).expect("linked");
    std::os::unix::fs::symlink("/", target.join("data/everything")).expect("linked");
    let verdict = judge(&target);
    assert_eq!(
        verdict.check(CheckId::RegularFiles).expect("made").paths(),
        ["data/everything", "data/originals/0001-Chat-con-Marta.txt"]
    );
}

#[test]
fn the_device_key_is_made_once_and_kept_private() {
    let (folder, _) = scratch();
    let place = folder.path().join("keys/argine");
    let made = device_key(&place).expect("made").public();
    assert_eq!(device_key(&place).expect("loaded").public(), made);
    assert_eq!(names_in(&place), [KEY_FILE]);
    let (other, _) = scratch();
    assert_ne!(device_key(other.path()).expect("made").public(), made);
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_or_that_is_damaged_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, _) = scratch();
    device_key(folder.path()).expect("made");
    let path = folder.path().join(KEY_FILE);
    assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
    for mode in [0o640, 0o604, 0o666] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("set");
        assert!(matches!(device_key(folder.path()), Err(VaultError::KeyExposed(_))), "{mode:o}");
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("set");
    let good = fs::read(&path).expect("there");
    for index in 0..good.len() - 1 {
        let mut damaged = good.clone();
        damaged[index] ^= 1;
        fs::write(&path, &damaged).expect("written");
        assert!(matches!(device_key(folder.path()), Err(VaultError::KeyDamaged(_))), "byte {index}");
    }
    fs::remove_file(&path).expect("removed");
    std::os::unix::fs::symlink("/dev/zero", &path).expect("linked");
    assert!(matches!(device_key(folder.path()), Err(VaultError::KeyDamaged(_))));
}

#[test]
fn what_the_system_says_has_a_name() {
    use std::io::ErrorKind;
    for (kind, code) in [
        (ErrorKind::PermissionDenied, "not-writable"),
        (ErrorKind::ReadOnlyFilesystem, "not-writable"),
        (ErrorKind::StorageFull, "no-space"),
        (ErrorKind::QuotaExceeded, "no-space"),
        (ErrorKind::Interrupted, "io"),
    ] {
        assert_eq!(VaultError::io(Path::new("fascicolo"), kind.into()).code(), code);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever one does to one file or folder on the disk, the verdict names it.
    #[test]
    fn any_single_change_on_disk_is_named(
        which in any::<prop::sample::Index>(),
        byte in any::<prop::sample::Index>(),
        name in "[a-z0-9 é]{1,12}",
        how in 0..5,
    ) {
        let (_folder, target) = scratch();
        write(&target).expect("written");
        add(&target).expect("added");
        let (path, content) = which.get(&tree(&target)).clone();
        let place = target.join(&path);
        let mut named = path.clone();
        match (how, content) {
            (0, Some(mut bytes)) => {
                let index = byte.index(bytes.len());
                bytes[index] ^= 0x20;
                fs::write(&place, bytes).expect("written");
            }
            (1, Some(_)) => fs::remove_file(&place).expect("removed"),
            (0 | 1, None) => fs::remove_dir_all(&place).expect("removed"),
            (2, _) => fs::rename(&place, place.with_file_name(&name)).expect("renamed"),
            (3, _) => {
                named = name.clone();
                fs::write(target.join(&name), "").expect("written");
            }
            (_, _) => {
                named = format!("{name}/");
                fs::create_dir(target.join(&name)).expect("made");
            }
        }
        let verdict = judge(&target);
        let below = format!("{}/", named.trim_end_matches('/'));
        let found = verdict.paths().iter().any(|path| *path == named || path.starts_with(&below));
        prop_assert!(found, "{named}: {:?}", failed(&verdict));
        prop_assert!(verdict.check(CheckId::Changed).is_some() && !verdict.is_intact());
    }
}

#[test]
fn the_fixed_names_are_those_of_the_format() {
    let (_folder, target) = scratch();
    write(&target).expect("written");
    for name in [names::BAGIT, names::BAG_INFO, names::MANIFEST, names::TAG_MANIFEST, names::ITEMS, names::CUSTODY] {
        assert!(target.join(name).is_file(), "{name}");
    }
}
