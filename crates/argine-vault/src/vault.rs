//! What a vault is on disk: a folder with the encrypted case, the key to it under a passphrase, and how to open it.

use std::path::Path;

use argine_case::{ARCHIVE, Identity, KEY, PAGES, Passphrase, Recipient, WorkFactor, unwrap_key, wrap_key};
use argine_seal::VerificationPages;

use crate::sink::{DiskSink, unreadable};
use crate::{VaultError, disk};

const KEY_LIMIT: u64 = 16 * 1024;

/// How a case is locked.
#[derive(Debug, Clone)]
pub struct Lock {
    /// What opens it.
    pub passphrase: Passphrase,
    /// How dear a guess is.
    pub work_factor: WorkFactor,
    /// Who else can open it, with a key of their own: a guardian, a lawyer, the desk.
    pub others: Vec<Recipient>,
    /// How to open it without Argine ([`argine_case::vault_page`]).
    pub pages: VerificationPages,
}

impl Lock {
    /// Makes a new key, wraps it, and begins the archive in `folder`.
    pub(crate) fn begin(&self, folder: &Path) -> Result<DiskSink, VaultError> {
        let identity = Identity::generate().map_err(|_| VaultError::NoRandomness)?;
        write_key(folder, &identity, &self.passphrase, self.work_factor)?;
        for (name, page) in PAGES.into_iter().zip([&self.pages.italian, &self.pages.english]) {
            disk::write_new(&folder.join(name), page.as_bytes())?;
        }
        let recipients: Vec<Recipient> = std::iter::once(identity.recipient()).chain(self.others.clone()).collect();
        DiskSink::archive(&folder.join(ARCHIVE), &recipients)
    }
}

/// What opens a locked case.
#[derive(Debug, Clone)]
pub enum CaseKey {
    /// The words of the person.
    Passphrase(Passphrase),
    /// The key of a recovery sheet, or of a second recipient.
    Identity(Identity),
}

impl CaseKey {
    /// The key of the archive in `folder`.
    pub(crate) fn identity(&self, folder: &Path) -> Result<Identity, VaultError> {
        match self {
            Self::Passphrase(passphrase) => read_key(folder, passphrase),
            Self::Identity(identity) => Ok(identity.clone()),
        }
    }
}

pub(crate) fn write_key(
    folder: &Path,
    identity: &Identity,
    passphrase: &Passphrase,
    factor: WorkFactor,
) -> Result<(), VaultError> {
    let place = folder.join(KEY);
    let at = |source| VaultError::io(&place, source);
    let file = disk::create_file(&place)?;
    wrap_key(file, identity, passphrase, factor).and_then(disk::NewFile::finish).map_err(at)
}

fn read_key(folder: &Path, passphrase: &Passphrase) -> Result<Identity, VaultError> {
    let place = folder.join(KEY);
    let bytes = disk::read(&place, KEY_LIMIT).map_err(|source| VaultError::io(&place, source))?;
    unwrap_key(bytes.as_slice(), passphrase).map_err(|source| unreadable(folder, source))
}
