use std::path::Path;

use argine_seal::{CustodyLog, Expectation, ItemLog, Verdict};

use crate::{Case, VaultError};

/// Reads every file under `folder` once, block by block, and judges the case. Links are never followed.
///
/// # Errors
/// [`VaultError::NotACase`] when `folder` is no folder that can be listed, [`VaultError::Locked`] when it is a vault.
/// Everything else is in the verdict.
pub fn verify_case(folder: &Path, expectation: &Expectation) -> Result<Verdict, VaultError> {
    Case::plain(folder)?.verify(expectation)
}

/// The chain of custody of a case, as far as it holds.
///
/// # Errors
/// [`VaultError::NotACase`] when there is none, [`VaultError::BrokenRecord`] with the line where it breaks.
pub fn read_custody(folder: &Path) -> Result<CustodyLog, VaultError> {
    Case::plain(folder)?.custody()
}

/// The records of a case: what each file is and where it comes from.
///
/// # Errors
/// [`VaultError::NotACase`] when there are none, [`VaultError::BrokenRecord`] with the line that is no record.
pub fn read_items(folder: &Path) -> Result<ItemLog, VaultError> {
    Case::plain(folder)?.items()
}
