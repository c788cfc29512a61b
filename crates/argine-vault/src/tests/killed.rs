//! A process that is killed at any step leaves the last sealed state, and nothing that stands in the way of the next.

use std::os::unix::process::ExitStatusExt as _;
use std::process::Command;

use super::locked::{add_named, key_of, lock, open_lock, write_locked};
use super::*;
use crate::disk::faults::{count, kill_after};
use crate::{Case, Passphrase, WorkFactor};

/// Told to a child: what to do, after how many steps to die, where.
const ORDER: &str = "ARGINE_TEST_KILL";
const KILLS: u32 = 210;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    Write,
    Add,
    WriteLocked,
    AddLocked,
    Lock,
    Unlock,
    Passphrase,
    Copy,
}

impl Work {
    const ALL: [Self; 8] = [
        Self::Write,
        Self::Add,
        Self::WriteLocked,
        Self::AddLocked,
        Self::Lock,
        Self::Unlock,
        Self::Passphrase,
        Self::Copy,
    ];

    /// The case as it is before.
    fn prepare(self, target: &Path) {
        match self {
            Self::Write | Self::WriteLocked => {}
            Self::Add | Self::Lock | Self::Copy => drop(write(target).expect("written")),
            Self::AddLocked | Self::Unlock | Self::Passphrase => drop(write_locked(target).expect("written")),
        }
    }

    fn run(self, target: &Path) -> Result<(), VaultError> {
        match self {
            Self::Write => write(target).map(drop),
            Self::Add => add(target).map(drop),
            Self::WriteLocked => write_locked(target).map(drop),
            Self::AddLocked => add_to(&open_lock(target)).map(drop),
            Self::Lock => Case::plain(target)?.lock(&lock()),
            Self::Unlock => open_lock(target).unlock_for_good(),
            Self::Passphrase => {
                open_lock(target).change_passphrase(&Passphrase::new("altra frase lunga"), WorkFactor::FOR_TESTS)
            }
            Self::Copy => Case::plain(target)?.copy_as_bag(&target.with_file_name("copia")).map(drop),
        }
    }
}

/// The case at `target`, however it is locked; none where there is none.
fn opened(target: &Path) -> Option<Case> {
    if !target.exists() {
        return None;
    }
    if !Case::is_locked(target) {
        return Some(Case::plain(target).expect("plain"));
    }
    let other = crate::CaseKey::Passphrase(Passphrase::new("altra frase lunga"));
    Some(Case::unlock(target, &key_of()).or_else(|_| Case::unlock(target, &other)).expect("one of the two opens"))
}

/// The child: does what it is told until it is killed. Started as a test of its own it has no order, and does nothing.
#[test]
fn child() {
    let Ok(order) = std::env::var(ORDER) else { return };
    let mut parts = order.splitn(3, ':');
    let mut next = || parts.next().expect("a part");
    let work = Work::ALL[next().parse::<usize>().expect("a number")];
    let steps = next().parse().expect("a number");
    let target = PathBuf::from(next());
    kill_after(steps);
    work.run(&target).expect("done");
    std::process::exit(0);
}

#[test]
fn a_process_killed_at_any_step_leaves_the_last_sealed_state() {
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut killed = 0;
    for round in 0..KILLS {
        let work = Work::ALL[round as usize % Work::ALL.len()];
        let (_count_folder, counted) = memory();
        work.prepare(&counted);
        let steps = count(|| work.run(&counted).expect("done"));
        let whole = opened(&counted).expect("there").verify(&Expectation::default()).expect("judged").seals.len();

        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let at = u32::try_from(random % u64::from(steps)).expect("small");
        let (folder, target) = memory();
        work.prepare(&target);
        let before = target.exists().then(|| tree(&target));
        let order = format!("{}:{at}:{}", round as usize % Work::ALL.len(), target.display());
        let mut child = Command::new(std::env::current_exe().expect("this program"));
        child.args(["--exact", "tests::killed::child", "--test-threads=1"]).env(ORDER, order);
        let output = child.output().expect("started");
        assert_eq!(output.status.signal(), Some(9), "{work:?} at {at} of {steps}: {output:?}");
        killed += 1;

        // Old or new, and whole; nothing between.
        if before.as_ref() != target.exists().then(|| tree(&target)).as_ref() {
            let verdict = opened(&target).expect("a case").verify(&Expectation::default()).expect("judged");
            assert!(verdict.is_intact(), "{work:?} at {at} of {steps}: {:?}", failed(&verdict));
            assert_eq!(verdict.seals.len(), whole, "{work:?} at {at} of {steps}");
        }
        // Of a case that was locked before and after, no plain byte ever reached the disk.
        if matches!(work, Work::WriteLocked | Work::AddLocked | Work::Passphrase) {
            for (path, bytes) in tree(folder.path()) {
                let plain = bytes.is_some_and(|bytes| bytes.windows(CHAT.len()).any(|window| window == CHAT));
                assert!(!plain, "{work:?} at {at}: {path} holds the chat");
            }
        }
        // The next process takes over and nothing is left of the dead one.
        match opened(&target) {
            None if work == Work::WriteLocked => drop(write_locked(&target).expect("written")),
            None => drop(write(&target).expect("written")),
            Some(case) => drop(add_named(&case, "next.pdf").expect("added")),
        }
        if work == Work::Copy {
            let copy = target.with_file_name("copia");
            if !copy.exists() {
                Case::plain(&target).expect("plain").copy_as_bag(&copy).expect("copied");
            }
            assert!(judge(&copy).is_intact(), "at {at} of {steps}");
            fs::remove_dir_all(copy).expect("removed");
        }
        assert_eq!(names_in(folder.path()), ["fascicolo"], "{work:?} at {at} of {steps}");
    }
    assert!(killed >= 200, "{killed}");
}

/// In memory where the system has it: thousands of synced files would wait for the disk.
fn memory() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let target = folder.path().join("fascicolo");
    (folder, target)
}

/// A disk that is truly full, where the system lets the test make a small one.
#[test]
fn a_small_disk_that_fills_up_is_told_and_nothing_is_lost() {
    let (_folder, place) = memory();
    fs::create_dir(&place).expect("made");
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=256k", "argine-test"]).arg(&place);
    if !mount.output().is_ok_and(|output| output.status.success()) {
        eprintln!("SKIPPED: no small disk can be made without the rights of an administrator");
        return;
    }
    let target = place.join("fascicolo");
    let run = std::panic::catch_unwind(|| {
        write(&target).expect("there is room for one");
        let before = tree(&target);
        let large = vec![b'x'; 400_000];
        let case = Case::plain(&target).expect("plain");
        let mut editor = case.edit("argine 0.1.0".parse().expect("a tool"), Custodian::Guardian).expect("open");
        let error = editor.add_derived("large.txt", &large, &[ExhibitId(1)], now()).expect_err("full");
        assert!(matches!(error, VaultError::NoSpace { .. }), "{error:?}");
        drop(editor);
        assert_eq!(tree(&target), before);
        assert!(judge(&target).is_intact());
        assert_eq!(names_in(&place), ["fascicolo"]);
        add(&target).expect("a small one has room");
        assert!(judge(&target).is_intact());
    });
    let unmounted = Command::new("umount").arg(&place).status().expect("umount");
    assert!(unmounted.success());
    if let Err(panic) = run {
        std::panic::resume_unwind(panic);
    }
}
