//! Locked cases: who opens them, what the disk sees, what is left when they are gone.

use super::*;
use crate::{Case, CaseKey, Handover, Identity, Lock, Passphrase, WorkFactor, vault_page};

/// Three by two pixels, as a telephone keeps its screen: PNG.
const SCREEN: &[u8] =
    b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x03\x00\x00\x00\x02\x08\x02\x00\x00\x00\x12\x16\
      \xf1M\x00\x00\x00\x1cIDATx\xdac```\xe0\xe2\xe2\x12\x11\x11a\xb0\xb1\xb1qss\x0b\x08\x08\x00\x00\x10@\x02\
      \xd1\x0aE\x14\xde\x00\x00\x00\x00IEND\xaeB`\x82";

pub(super) fn lock() -> Lock {
    Lock {
        passphrase: Passphrase::new("tovaglia sgombro vialetto timone"),
        work_factor: WorkFactor::FOR_TESTS,
        others: Vec::new(),
        pages: VerificationPages { italian: "apri\n".to_owned(), english: "open\n".to_owned() },
    }
}

pub(super) fn key_of() -> CaseKey {
    CaseKey::Passphrase(lock().passphrase)
}

pub(super) fn open_lock(target: &Path) -> Case {
    Case::unlock(target, &key_of()).expect("unlocked")
}

pub(super) fn write_locked(target: &Path) -> Result<SealedCase, VaultError> {
    write_with_lock(target, &lock())
}

fn write_with_lock(target: &Path, lock: &Lock) -> Result<SealedCase, VaultError> {
    let mut writer = CaseWriter::begin_locked(target, header(AgeClass::MinorPossible), lock)?;
    writer.add_original(&exhibit(1, "Chat con Marta.txt", CHAT, MediaClass::Text), CHAT, handed_over())?;
    writer.add_derived("assessment.json", b"{\"kind\":1}", &[ExhibitId(1)], now())?;
    writer.seal(now(), &key())
}

fn intact(case: &Case) -> usize {
    let verdict = case.verify(&Expectation::default()).expect("judged");
    assert_eq!(failed(&verdict), []);
    verdict.seals.len()
}

#[test]
fn a_locked_case_opens_grows_and_never_shows_its_words() {
    let (folder, target) = scratch();
    let sealed = write_locked(&target).expect("written");
    assert_eq!(sealed.path, target);
    assert_eq!(names_in(&target), ["LEGGIMI-apri.txt", "README-open.txt", "case.tar.age", "identity.age"]);
    let case = open_lock(&target);
    assert_eq!(intact(&case), 1);
    assert!(matches!(verify_case(&target, &Expectation::default()), Err(VaultError::Locked(_))));
    let key_before = fs::read(target.join("identity.age")).expect("there");
    add_to(&case).expect("added");
    assert_eq!(intact(&open_lock(&target)), 2);
    assert_eq!(fs::read(target.join("identity.age")).expect("there"), key_before);
    let chat = "data/originals/0001-Chat-con-Marta.txt".parse().expect("a path");
    assert_eq!(open_lock(&target).read(&chat).expect("words"), CHAT);
    for (path, bytes) in tree(folder.path()) {
        let bytes = bytes.unwrap_or_default();
        for secret in [CHAT, b"Marta".as_slice(), b"assessment", b"ARG-2026"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{path}");
        }
    }
    // Plain and locked are the same case to the byte.
    let (_other, plain) = scratch();
    open_lock(&target).copy_as_bag(&plain).expect("copied");
    assert!(judge(&plain).is_intact());
    let (_third, again) = scratch();
    Case::plain(&plain).expect("plain").copy_as_vault(&again, &lock()).expect("copied");
    assert_eq!(intact(&open_lock(&again)), 2);
}

#[test]
fn a_wrong_key_and_a_damaged_vault_are_told_apart() {
    let (_folder, target) = scratch();
    write_locked(&target).expect("written");
    let wrong = CaseKey::Passphrase(Passphrase::new("un'altra frase"));
    assert!(matches!(Case::unlock(&target, &wrong), Err(VaultError::WrongKey(_))));
    let stranger = CaseKey::Identity(Identity::generate().expect("random"));
    assert!(matches!(Case::unlock(&target, &stranger), Err(VaultError::WrongKey(_))));
    let archive = target.join("case.tar.age");
    let good = fs::read(&archive).expect("there");
    for place in [0, good.len() / 3, good.len() / 2, good.len() - 1] {
        let mut changed = good.clone();
        changed[place] ^= 1;
        fs::write(&archive, changed).expect("written");
        let judged = Case::unlock(&target, &key_of()).and_then(|case| case.verify(&Expectation::default()));
        assert!(matches!(judged, Err(VaultError::VaultDamaged(_) | VaultError::WrongKey(_))), "{place}: {judged:?}");
    }
    fs::write(&archive, &good[..good.len() - 20]).expect("cut");
    let judged = Case::unlock(&target, &key_of()).and_then(|case| case.verify(&Expectation::default()));
    assert!(matches!(judged, Err(VaultError::VaultDamaged(_))), "{judged:?}");
    fs::remove_file(target.join("identity.age")).expect("removed");
    fs::write(&archive, &good).expect("written");
    assert!(matches!(Case::unlock(&target, &key_of()), Err(VaultError::Io { .. })));
}

#[test]
fn a_second_recipient_reads_and_adds_and_stays_one() {
    let lawyer = Identity::generate().expect("random");
    let (_folder, target) = scratch();
    write_with_lock(&target, &Lock { others: vec![lawyer.recipient()], ..lock() }).expect("written");
    for seals in 2..4 {
        let theirs = Case::unlock(&target, &CaseKey::Identity(lawyer.clone())).expect("unlocked");
        add_named(&theirs, &format!("paper-{seals}.pdf")).expect("added");
        assert_eq!(intact(&open_lock(&target)), seals, "both still open it");
    }
    let theirs = Case::unlock(&target, &CaseKey::Identity(lawyer)).expect("unlocked");
    let changed = theirs.change_passphrase(&Passphrase::new("mia"), WorkFactor::FOR_TESTS);
    assert!(matches!(changed, Err(VaultError::WrongKey(_))), "a guest does not change the lock");
}

#[test]
fn another_passphrase_replaces_the_old_one_and_the_recovery_key_stays() {
    let (_folder, target) = scratch();
    write_locked(&target).expect("written");
    let recovery = open_lock(&target).recovery_key().expect("a key");
    open_lock(&target).change_passphrase(&Passphrase::new("nuova frase"), WorkFactor::FOR_TESTS).expect("changed");
    assert!(matches!(Case::unlock(&target, &key_of()), Err(VaultError::WrongKey(_))));
    let new = Case::unlock(&target, &CaseKey::Passphrase(Passphrase::new("nuova frase"))).expect("unlocked");
    assert_eq!(intact(&new), 1);
    let sheet = format!("Scheda di recupero\n\n    {}\n", *recovery);
    let recovered = Case::unlock(&target, &CaseKey::Identity(sheet.parse().expect("a key"))).expect("unlocked");
    assert_eq!(intact(&recovered), 1);
}

#[test]
fn a_plain_case_is_locked_and_unlocked_where_it_lies() {
    let (folder, target) = scratch();
    write(&target).expect("written");
    let before = tree(&target);
    let plain = Case::plain(&target).expect("plain");
    assert!(matches!(plain.unlock_for_good(), Err(VaultError::NotLocked(_))));
    plain.lock(&lock()).expect("locked");
    assert!(Case::is_locked(&target));
    assert!(matches!(open_lock(&target).lock(&lock()), Err(VaultError::Locked(_))));
    open_lock(&target).unlock_for_good().expect("unlocked");
    assert_eq!(tree(&target), before);
    assert_eq!(names_in(folder.path()), ["fascicolo"]);
    fs::write(target.join("note.txt"), "x").expect("tampered");
    assert!(matches!(Case::plain(&target).expect("plain").lock(&lock()), Err(VaultError::NotIntact(_))));
    assert!(!Case::is_locked(&target));
}

#[test]
fn a_full_disk_at_any_step_leaves_a_locked_case_as_it_was() {
    let (folder, target) = scratch();
    write_locked(&target).expect("written");
    let before = tree(&target);
    let case = open_lock(&target);
    let mut steps = 0;
    loop {
        faults::fail_after(Some(steps));
        let added = add_to(&case);
        faults::fail_after(None);
        assert_eq!(names_in(folder.path()), ["fascicolo"], "at step {steps}");
        if added.is_ok() || intact(&case) == 2 {
            break;
        }
        assert!(matches!(added, Err(VaultError::NoSpace { .. } | VaultError::NotACase(_))), "{steps}: {added:?}");
        assert_eq!(tree(&target), before, "at step {steps}");
        steps += 1;
    }
    assert!(steps > 10, "{steps} steps");
    assert_eq!(intact(&case), 2);
}

#[test]
fn erasing_destroys_the_key_before_anything_else() {
    for locked in [true, false] {
        let (folder, target) = scratch();
        if locked { write_locked(&target) } else { write(&target) }.expect("written");
        let mut steps = 0;
        loop {
            faults::fail_after(Some(steps));
            let erased = Case::erase(&target);
            faults::fail_after(None);
            if erased.is_ok() {
                break;
            }
            steps += 1;
        }
        assert_eq!(names_in(folder.path()), Vec::<String>::new());
    }
    let (_folder, target) = scratch();
    write_locked(&target).expect("written");
    let kept = fs::read(target.join("case.tar.age")).expect("there");
    let wrapped = fs::read(target.join("identity.age")).expect("there");
    let second_name = target.with_file_name("seen-by-a-thief");
    fs::hard_link(target.join("identity.age"), &second_name).expect("linked");
    Case::erase(&target).expect("erased");
    let left = fs::read(&second_name).expect("there");
    assert_eq!(left.len(), wrapped.len());
    assert!(left.iter().zip(&wrapped).filter(|(left, was)| left == was).count() < wrapped.len() / 8, "written over");
    fs::create_dir(&target).expect("made");
    fs::write(target.join("case.tar.age"), kept).expect("written");
    assert!(Case::unlock(&target, &key_of()).is_err(), "what is left is noise");
    let (_other, empty) = scratch();
    fs::create_dir(&empty).expect("made");
    assert!(matches!(Case::erase(&empty), Err(VaultError::NotACase(_))), "not anybody's folder");
    assert!(empty.exists());
}

#[test]
fn erased_payload_leaves_its_record_and_an_event() {
    for locked in [true, false] {
        let (_folder, target) = scratch();
        if locked { write_locked(&target) } else { write(&target) }.expect("written");
        let open = || if locked { open_lock(&target) } else { Case::plain(&target).expect("plain") };
        let path = "data/derived/assessment.json".parse().expect("a path");
        let tool = || "argine 0.2.0".parse().expect("a tool");
        let editor = open().edit_without(tool(), Custodian::Guardian, std::slice::from_ref(&path)).expect("open");
        editor.seal(now(), &key()).expect("sealed");
        assert_eq!(intact(&open()), 2);
        assert!(matches!(open().read(&path), Err(VaultError::NoSuchFile(_))));
        let custody = open().custody().expect("a chain");
        assert!(custody.deleted_paths().any(|deleted| *deleted == path));
        let again = open().edit_without(tool(), Custodian::Guardian, &[path]);
        assert!(matches!(again, Err(VaultError::NoSuchFile(_))));
    }
}

#[test]
fn a_file_that_nobody_has_read_is_taken_in_one_reading() {
    for locked in [true, false] {
        let (_folder, target) = scratch();
        let mut writer = if locked {
            CaseWriter::begin_locked(&target, header(AgeClass::Adult), &lock())
        } else {
            CaseWriter::begin(&target, header(AgeClass::Adult))
        }
        .expect("begun");
        let handover = |size: usize| Handover {
            name: "chat.txt".to_owned(),
            size: size as u64,
            class: MediaClass::Text,
            acquisition: AcquisitionLevel::AppExport,
            members: Vec::new(),
            handling: OriginalHandling::Copied,
        };
        let taken = writer.take_original(handover(CHAT.len()), CHAT, handed_over()).expect("taken");
        assert_eq!((taken.id, taken.sha256), (ExhibitId(1), Sha256::of(CHAT)));
        let sealed = writer.seal(now(), &key()).expect("sealed");
        let case = if locked { open_lock(&sealed.path) } else { Case::plain(&sealed.path).expect("plain") };
        assert_eq!(intact(&case), 1);
        let mut editor = case.edit("argine 0.2.0".parse().expect("a tool"), Custodian::Guardian).expect("open");
        let taken = editor.take_original(handover(3), b"abc".as_slice(), handed_over()).expect("taken");
        assert_eq!(taken.id, ExhibitId(2));
        editor.seal(now(), &key()).expect("sealed");
        for size in [2, 4] {
            let mut editor = case.edit("argine 0.2.0".parse().expect("a tool"), Custodian::Guardian).expect("open");
            let taken = editor.take_original(handover(size), b"abc".as_slice(), handed_over());
            assert!(
                matches!(
                    taken,
                    Err(VaultError::OriginalChanged(_) | VaultError::HalfWritten(_) | VaultError::Io { .. })
                ),
                "{taken:?}"
            );
            if locked {
                assert!(editor.seal(now(), &key()).is_err(), "an archive cannot take back what was written");
            }
        }
        assert_eq!(intact(&case), 2);
    }
}

#[test]
fn the_filing_set_holds_what_the_portal_takes_and_names_the_rest() {
    let (folder, target) = scratch();
    let mut writer = CaseWriter::begin(&target, header(AgeClass::Adult)).expect("begun");
    writer.add_original(&exhibit(1, "chat.txt", CHAT, MediaClass::Text), CHAT, handed_over()).expect("added");
    writer
        .add_original(&exhibit(2, "foto.png", b"\x89PNG", MediaClass::Image), b"\x89PNG".as_slice(), handed_over())
        .expect("added");
    writer.add_original(&exhibit(3, "schermo.png", SCREEN, MediaClass::Image), SCREEN, handed_over()).expect("added");
    writer.add_derived("plan.json", b"{}", &[ExhibitId(1)], now()).expect("added");
    writer.seal(now(), &key()).expect("sealed");
    let case = Case::plain(&target).expect("plain");
    let set = folder.path().join("deposito");
    let words = |entry: &crate::FilingEntry| {
        format!(
            "{} {} {:?} {:?} {:?}",
            entry.path,
            entry.sha256,
            entry.name,
            entry.problem,
            entry.converted.map(|d| d.to_string())
        )
    };
    assert_eq!(crate::filing_set(&case, &set, words).expect("written"), 1);
    assert_eq!(names_in(&set), ["1", "indice.txt"]);
    assert_eq!(
        names_in(&set.join("1")),
        ["LEGGIMI-verifica.txt", "derived-plan.json.txt", "originals-0001-chat.txt", "originals-0003-schermo.png.tiff"]
    );
    let copy = fs::read(set.join("1/originals-0003-schermo.png.tiff")).expect("there");
    let pixels = |bytes: &[u8]| argine_media::decode(bytes, &argine_media::Limits::default()).expect("read").picture;
    assert_eq!(pixels(&copy), pixels(SCREEN), "the same pixels");
    assert_eq!(fs::read(set.join("1/originals-0001-chat.txt")).expect("there"), CHAT);
    let index = fs::read_to_string(set.join("indice.txt")).expect("there");
    assert!(index.contains(&Sha256::of(CHAT).to_string()) && index.contains("0002-foto.png"), "{index}");
    assert!(index.contains(&Sha256::of(SCREEN).to_string()), "{index}");
    assert!(index.contains(&Sha256::of(&copy).to_string()), "{index}");
    assert!(matches!(crate::filing_set(&case, &set, words), Err(VaultError::TargetExists(_))));
}

#[test]
fn the_page_in_a_vault_holds_the_commands() {
    let page = vault_page(str::to_owned);
    assert!(page.contains("\n    age -d -i identity.age case.tar.age | tar -x\n"), "{page}");
    assert!(page.contains("\n    age -d -i key.txt case.tar.age | tar -x\n"), "{page}");
}

pub(super) fn add_named(case: &Case, name: &str) -> Result<SealedCase, VaultError> {
    let mut editor = case.edit("argine 0.2.0".parse().expect("a tool"), Custodian::Representative)?;
    editor.add_derived(name, b"%PDF", &[ExhibitId(1)], now())?;
    editor.seal(now(), &key())
}
