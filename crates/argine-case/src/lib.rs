//! A case as bytes: what may be in it, under which names and in which order, plain or locked.
//!
//! [`Draft`] takes originals, members, papers and events, refuses media of people who may be under 18, writes each file into
//! a [`Sink`] and, at the end, asks `argine_seal` for the seal. A sink is a folder for the command line and an archive for the
//! page: both write the same case. [`ArchiveWriter`] is the sink of a locked case, a tar inside a file of
//! age-encryption.org/v1, written and read as a stream; [`wrap_key`] puts its key under a passphrase; [`strength`] says how
//! easily a passphrase is guessed.
//!
//! It opens no file and has no clock. The one thing that it asks of the machine is random bytes, for keys.

mod age;
mod archive;
mod copy;
mod digest;
mod draft;
mod error;
mod lock;
mod passphrase;

pub use age::{
    Closing, Decryptor, Encryptor, Identity, InvalidKey, Opening, Passphrase, Recipient, WorkFactor, decrypt, encrypt,
    random,
};
pub use archive::{ARCHIVE, ArchiveError, ArchiveWriter, recipients, visit};
pub use copy::derived_may_be_kept;
pub use digest::{Digest, digest_while};
pub use draft::{CaseHeader, Draft, DraftState, Handover, Sealed, Sink};
pub use error::CaseError;
pub use lock::{KEY, OPEN_COMMAND, PAGES, RECOVERY_COMMAND, VAULT_PAGE_MESSAGES, unwrap_key, vault_page, wrap_key};
pub use passphrase::{Strength, Weakness, strength};

/// What lies at a path of a case.
pub enum Found<'a> {
    /// A folder.
    Directory,
    /// A link, a device, a pipe: never followed.
    Special,
    /// It could not be opened.
    Unreadable,
    /// A regular file.
    File {
        /// Bytes.
        size: u64,
        /// Its content.
        reader: &'a mut dyn std::io::Read,
    },
}

impl std::fmt::Debug for Found<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Directory => "Directory",
            Self::Special => "Special",
            Self::Unreadable => "Unreadable",
            Self::File { .. } => "File",
        })
    }
}
