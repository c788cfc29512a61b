use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};

use crate::{VaultError, disk};

/// The hidden folder beside a case in which the next state of the case is prepared, held by one process at a time.
///
/// `.NAME.argine-partial/` holds `lock` and `case/`, the case to be. It lies beside the target so that a rename moves
/// no bytes. Dropped, it takes everything in it away; left behind by a process that was killed, it is taken over and
/// cleaned by the next one that writes the same case.
#[derive(Debug)]
pub(crate) struct WorkFolder {
    target: PathBuf,
    folder: PathBuf,
    _lock: File,
}

impl WorkFolder {
    pub(crate) fn claim(target: &Path) -> Result<Self, VaultError> {
        let no_place = || VaultError::NoPlace(target.to_owned());
        let target = std::path::absolute(target).map_err(|_| no_place())?;
        let (Some(name), Some(parent)) = (target.file_name(), target.parent()) else { return Err(no_place()) };
        if !parent.is_dir() {
            return Err(no_place());
        }
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(".argine-partial");
        let folder = parent.join(hidden);
        let created = match disk::create_private_folder(&folder) {
            Err(VaultError::TargetExists(_)) if disk::is_folder(&folder) => false,
            created => created.map(|()| true)?,
        };
        let lock = disk::lock(&folder.join("lock"), &target).inspect_err(|error| {
            // A folder that was there may be the work of another process; one that we made is ours to remove.
            if created && !matches!(error, VaultError::Busy(_)) {
                disk::remove_folder(&folder);
            }
        })?;
        let work = Self { target, folder, _lock: lock };
        work.recover()?;
        disk::remove_folder(&work.case());
        disk::create_folders(&work.case())?;
        Ok(work)
    }

    /// The case to be.
    pub(crate) fn case(&self) -> PathBuf {
        self.folder.join("case")
    }

    /// Lets the prepared case appear where nothing was.
    pub(crate) fn appear(self) -> Result<PathBuf, VaultError> {
        disk::rename_new(&self.case(), &self.target)?;
        self.sync_parent()?;
        Ok(self.target.clone())
    }

    /// Lets the prepared case take the place of the one that is there.
    pub(crate) fn replace(self) -> Result<PathBuf, VaultError> {
        if !disk::exchange(&self.case(), &self.target)? {
            // Without an atomic exchange the old case steps aside first; [`Self::recover`] brings it back if the
            // process dies between the two renames.
            disk::rename_new(&self.target, &self.set_aside())?;
            if let Err(error) = disk::rename_new(&self.case(), &self.target) {
                self.recover()?;
                return Err(error);
            }
        }
        self.sync_parent()?;
        Ok(self.target.clone())
    }

    fn set_aside(&self) -> PathBuf {
        self.folder.join("previous")
    }

    fn recover(&self) -> Result<(), VaultError> {
        if disk::is_folder(&self.set_aside()) && !disk::exists(&self.target) {
            disk::rename_new(&self.set_aside(), &self.target)?;
        }
        disk::remove_folder(&self.set_aside());
        Ok(())
    }

    fn sync_parent(&self) -> Result<(), VaultError> {
        self.target.parent().map_or(Ok(()), disk::sync_folder)
    }
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        // The one thing that must never go with the work folder is a case that stands aside.
        if !disk::is_folder(&self.set_aside()) || disk::exists(&self.target) {
            disk::remove_folder(&self.folder);
        }
    }
}
