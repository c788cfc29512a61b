//! What a vault is on disk: a folder with the encrypted case, the key to it under a passphrase, and how to open it.

use std::path::Path;

use argine_seal::VerificationPages;
use zeroize::Zeroizing;

use crate::age::{Closing, Identity, Opening, Passphrase, Recipient, WorkFactor, decrypt, encrypt};
use crate::archive::{ARCHIVE, ArchiveWriter, unreadable};
use crate::{VaultError, disk};

/// The name of the wrapped key in the folder of a vault.
pub(crate) const KEY: &str = "identity.age";
/// How to open a vault without Argine, Italian and English.
pub(crate) const PAGES: [&str; 2] = ["LEGGIMI-apri.txt", "README-open.txt"];
const KEY_LIMIT: u64 = 16 * 1024;

/// The command with which anybody who has the passphrase opens a vault; the pages print it and tests run it.
pub const OPEN_COMMAND: &str = "age -d -i identity.age case.tar.age | tar -x";
/// The same with the key of the recovery sheet, or of a second recipient, in the file `key.txt`.
pub const RECOVERY_COMMAND: &str = "age -d -i key.txt case.tar.age | tar -x";

/// How a case is locked.
#[derive(Debug, Clone)]
pub struct Lock {
    /// What opens it.
    pub passphrase: Passphrase,
    /// How dear a guess is.
    pub work_factor: WorkFactor,
    /// Who else can open it, with a key of their own: a guardian, a lawyer, the desk.
    pub others: Vec<Recipient>,
    /// How to open it without Argine ([`vault_page`]).
    pub pages: VerificationPages,
}

impl Lock {
    /// Makes a new key, wraps it, and begins the archive in `folder`.
    pub(crate) fn begin(&self, folder: &Path) -> Result<ArchiveWriter, VaultError> {
        let identity = Identity::generate().map_err(|_| VaultError::NoRandomness)?;
        write_key(folder, &identity, &self.passphrase, self.work_factor)?;
        for (name, page) in PAGES.into_iter().zip([&self.pages.italian, &self.pages.english]) {
            disk::write_new(&folder.join(name), page.as_bytes())?;
        }
        let recipients: Vec<Recipient> = std::iter::once(identity.recipient()).chain(self.others.clone()).collect();
        ArchiveWriter::create(&folder.join(ARCHIVE), &recipients)
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
    use std::io::Write as _;
    let place = folder.join(KEY);
    let at = |source| VaultError::io(&place, source);
    let file = disk::create_file(&place)?;
    let mut encryptor = encrypt(file, &Closing::Passphrase(passphrase, factor)).map_err(at)?;
    encryptor.write_all(identity.expose().as_bytes()).and_then(|()| encryptor.write_all(b"\n")).map_err(at)?;
    encryptor.finish().and_then(disk::NewFile::finish).map_err(at)
}

fn read_key(folder: &Path, passphrase: &Passphrase) -> Result<Identity, VaultError> {
    use std::io::Read as _;
    let place = folder.join(KEY);
    let bytes = disk::read(&place, KEY_LIMIT).map_err(|source| VaultError::io(&place, source))?;
    let mut text = Zeroizing::new(String::new());
    let opened = decrypt(bytes.as_slice(), Opening::Passphrase(passphrase))
        .and_then(|mut decryptor| decryptor.read_to_string(&mut text));
    opened.map_err(|source| unreadable(folder, source))?;
    text.parse().map_err(|_| VaultError::VaultDamaged(place))
}

/// Ids of the catalogue messages that [`vault_page`] asks for.
pub const VAULT_PAGE_MESSAGES: [&str; 5] =
    ["vault-page-title", "vault-page-what", "vault-page-passphrase", "vault-page-key", "vault-page-warning"];

/// Composes the page in a vault that tells how to open it without Argine.
pub fn vault_page(message: impl Fn(&str) -> String) -> String {
    let [title, what, passphrase, key, warning] = VAULT_PAGE_MESSAGES.map(message);
    format!("{title}\n\n{what}\n\n{passphrase}\n\n    {OPEN_COMMAND}\n\n{key}\n\n    {RECOVERY_COMMAND}\n\n{warning}\n")
}
