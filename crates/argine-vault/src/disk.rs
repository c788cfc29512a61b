//! The only module that touches the file system. Every function is one step that can fail, for tests too.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::Path;

use argine_case::digest_while;
use argine_model::Sha256;

use crate::VaultError;

/// Creates a folder that only its owner may enter.
pub(crate) fn create_private_folder(path: &Path) -> Result<(), VaultError> {
    step(path)?;
    private(&mut DirBuilder::new()).create(path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => VaultError::TargetExists(path.to_owned()),
        _ => VaultError::io(path, source),
    })
}

/// Creates a folder and those above it that are missing.
pub(crate) fn create_folders(path: &Path) -> Result<(), VaultError> {
    step(path)?;
    private(DirBuilder::new().recursive(true)).create(path).map_err(|source| VaultError::io(path, source))
}

/// Writes a new file and waits until the disk has it.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    copy_new(path, bytes).map(|_| ())
}

/// Copies `reader` into a new file, waits until the disk has it, and returns digest and size of what was copied.
pub(crate) fn copy_new(path: &Path, mut reader: impl Read) -> Result<(Sha256, u64), VaultError> {
    let at = |source| VaultError::io(path, source);
    let mut file = create_file(path)?;
    let copied = digest_while(&mut reader, |block| file.write_all(block)).map_err(at)?;
    file.finish().map_err(at)?;
    Ok(copied)
}

/// A file that was not there before. Every write to it is a step that can fail.
pub(crate) struct NewFile(File);

/// Begins a new file.
pub(crate) fn create_file(path: &Path) -> Result<NewFile, VaultError> {
    step(path)?;
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.map(NewFile).map_err(|source| VaultError::io(path, source))
}

impl NewFile {
    /// Waits until the disk has it.
    pub(crate) fn finish(self) -> io::Result<()> {
        step_io()?;
        self.0.sync_all()
    }
}

impl io::Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        step_io()?;
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Writes other bytes over a file and waits until the disk has them, then removes it.
///
/// Memory cards and solid-state disks write elsewhere and keep the old bytes for a while: this is the best that a
/// program can do, not a promise.
pub(crate) fn overwrite_and_remove(path: &Path, others: &[u8]) -> Result<(), VaultError> {
    step(path)?;
    let at = |source| VaultError::io(path, source);
    let mut file = OpenOptions::new().write(true).open(path).map_err(at)?;
    let mut left = file.metadata().map_err(at)?.len();
    while left > 0 {
        let part = others.get(..others.len().min(usize::try_from(left).unwrap_or(usize::MAX))).unwrap_or_default();
        if part.is_empty() {
            break;
        }
        file.write_all(part).map_err(at)?;
        left -= part.len() as u64;
    }
    file.sync_all().map_err(at)?;
    drop(file);
    step(path)?;
    fs::remove_file(path).map_err(at)
}

/// Removes a folder with all that is in it, and says so when it cannot.
pub(crate) fn remove_folder_or_say(path: &Path) -> Result<(), VaultError> {
    step(path)?;
    fs::remove_dir_all(path).map_err(|source| VaultError::io(path, source))
}

/// Opens a regular file to read it. A symbolic link is refused, a pipe does not block.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    step_io()?;
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// The bytes of a regular file, at most `limit`.
pub(crate) fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Takes the lock file at `path`; the lock lasts as long as the file is open, and no longer than the process.
pub(crate) fn lock(path: &Path, target: &Path) -> Result<File, VaultError> {
    step(path)?;
    let busy = || VaultError::Busy(target.to_owned());
    let opened = OpenOptions::new().write(true).create(true).truncate(false).open(path);
    let file = opened.map_err(|source| match source.kind() {
        // The process that held it has just finished and cleaned up.
        io::ErrorKind::NotFound => busy(),
        _ => VaultError::io(path, source),
    })?;
    match file.try_lock() {
        Ok(()) if is_at(&file, path) => Ok(file),
        Ok(()) | Err(fs::TryLockError::WouldBlock) => Err(busy()),
        Err(fs::TryLockError::Error(source)) => Err(VaultError::io(path, source)),
    }
}

/// Whether the open file still is the one at `path`: between opening and locking it another process may have
/// finished and removed it.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(open), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    (open.dev(), open.ino()) == (there.dev(), there.ino())
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Gives a file a second name, or copies it where the disk knows no second names.
pub(crate) fn link_or_copy(from: &Path, to: &Path) -> Result<(), VaultError> {
    step(to)?;
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    let file = open(from).map_err(|source| VaultError::io(from, source))?;
    copy_new(to, file).map(|_| ())
}

/// Waits until the disk has the names in a folder.
pub(crate) fn sync_folder(path: &Path) -> Result<(), VaultError> {
    step(path)?;
    #[cfg(unix)]
    {
        let folder = OpenOptions::new().read(true).open(path).and_then(|folder| folder.sync_all());
        folder.map_err(|source| VaultError::io(path, source))?;
    }
    Ok(())
}

/// Moves a folder to a name that must be free, in one step.
pub(crate) fn rename_new(from: &Path, to: &Path) -> Result<(), VaultError> {
    step(to)?;
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Ok(()) => return Ok(()),
            Err(error) if is_unsupported(error) => {}
            Err(error) => return Err(renaming(to, error.into())),
        }
    }
    if exists(to) {
        return Err(VaultError::TargetExists(to.to_owned()));
    }
    fs::rename(from, to).map_err(|source| renaming(to, source))
}

/// Lets two folders trade names in one step. `false` where the system cannot: nothing has happened then.
pub(crate) fn exchange(one: &Path, other: &Path) -> Result<bool, VaultError> {
    step(other)?;
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(true),
            Err(error) if is_unsupported(error) => {}
            Err(error) => return Err(VaultError::io(other, error.into())),
        }
    }
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    let _ = one;
    Ok(false)
}

/// What a kernel or a file system says that does not know the flag.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn is_unsupported(error: rustix::io::Errno) -> bool {
    use rustix::io::Errno;
    [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP].contains(&error)
}

fn renaming(to: &Path, source: io::Error) -> VaultError {
    match source.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::NotADirectory => {
            VaultError::TargetExists(to.to_owned())
        }
        _ => VaultError::io(to, source),
    }
}

/// Whether anything lies at `path`, a dangling link included.
pub(crate) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a folder, not a link to one, lies at `path`.
pub(crate) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// Whether a regular file, not a link to one, lies at `path`.
pub(crate) fn is_plain_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}

/// Removes a folder with all that is in it, as far as it can: used where nothing more can be done about a failure.
pub(crate) fn remove_folder(path: &Path) {
    drop(fs::remove_dir_all(path));
}

/// What lies directly in a folder: names with their kind, sorted by name.
pub(crate) fn list(path: &Path) -> io::Result<Vec<(std::ffi::OsString, fs::FileType)>> {
    let mut entries = fs::read_dir(path)?
        .map(|entry| entry.and_then(|entry| Ok((entry.file_name(), entry.file_type()?))))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort_by(|left, right| left.0.cmp(&right.0));
    Ok(entries)
}

#[cfg(unix)]
fn private(builder: &mut DirBuilder) -> &mut DirBuilder {
    std::os::unix::fs::DirBuilderExt::mode(builder, 0o700)
}

#[cfg(not(unix))]
fn private(builder: &mut DirBuilder) -> &mut DirBuilder {
    builder
}

fn step(path: &Path) -> Result<(), VaultError> {
    step_io().map_err(|source| VaultError::io(path, source))
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "in tests the disk fills up at a chosen step")]
const fn step_io() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
fn step_io() -> io::Result<()> {
    faults::step()
}

/// A disk that fills up, or a process that is killed, after a number of steps.
#[cfg(test)]
pub(crate) mod faults {
    use std::cell::Cell;
    use std::io;

    /// What happens when the steps are used up.
    #[derive(Clone, Copy)]
    pub(crate) enum Fault {
        /// The disk is full.
        Full,
        /// The process is killed, so that nothing of its own runs any more.
        Kill,
    }

    thread_local! {
        static STEPS_LEFT: Cell<Option<(u32, Fault)>> = const { Cell::new(None) };
    }

    pub(crate) fn fail_after(steps: Option<u32>) {
        STEPS_LEFT.set(steps.map(|steps| (steps, Fault::Full)));
    }

    pub(crate) fn kill_after(steps: u32) {
        STEPS_LEFT.set(Some((steps, Fault::Kill)));
    }

    /// How many steps `work` takes.
    pub(crate) fn count(work: impl FnOnce()) -> u32 {
        fail_after(Some(u32::MAX));
        work();
        let left = STEPS_LEFT.take().map_or(u32::MAX, |(left, _)| left);
        u32::MAX - left
    }

    pub(super) fn step() -> io::Result<()> {
        match STEPS_LEFT.get() {
            Some((0, Fault::Full)) => Err(io::ErrorKind::StorageFull.into()),
            Some((0, Fault::Kill)) => killed(),
            left => {
                STEPS_LEFT.set(left.map(|(left, fault)| (left - 1, fault)));
                Ok(())
            }
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the test kills its own child")]
    fn killed() -> ! {
        let own = std::process::id().to_string();
        drop(std::process::Command::new("kill").args(["-9", &own]).status());
        loop {
            std::thread::park();
        }
    }
}
