use std::io;
use std::path::{Path, PathBuf};

use argine_model::ExhibitId;
use argine_seal::{BrokenLine, InvalidPath, SealError, Verdict};

/// Why a case cannot be written or read. Whatever the error, nothing is left half-way.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// Something is already there; it is never replaced.
    #[error("{0} already exists")]
    TargetExists(PathBuf),
    /// Another process is writing the same case.
    #[error("another process is writing {0}")]
    Busy(PathBuf),
    /// The path names no file in a folder that exists.
    #[error("{0} is no place for a case")]
    NoPlace(PathBuf),
    /// The folder cannot be written: permissions, or a read-only disk.
    #[error("{path} cannot be written")]
    NotWritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The disk or the quota is full.
    #[error("no space left for {path}")]
    NoSpace {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another failure of the system.
    #[error("cannot use {path}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// An exhibit is not the file that was read before: it changed meanwhile.
    #[error("exhibit {0} changed while it was being copied")]
    OriginalChanged(ExhibitId),
    /// A copy was asked for what may show a person, and the person may be a minor, or the exhibit says digest only.
    #[error("exhibit {0} may not be copied, only its digest kept")]
    MediaForbidden(ExhibitId),
    /// The exhibit, or the member of it, is not recorded in the case.
    #[error("exhibit {0} has no such member")]
    NoSuchMember(ExhibitId),
    /// The name cannot be used inside a case.
    #[error(transparent)]
    InvalidName(#[from] InvalidPath),
    /// The folder holds no case.
    #[error("{0} is not a case")]
    NotACase(PathBuf),
    /// The case changed since its last seal: adding to it would hide that.
    #[error("the case is not as it was sealed")]
    NotIntact(Box<Verdict>),
    /// The case was sealed with another key.
    #[error("the case was sealed with another key")]
    OtherKey,
    /// A record file of the case is broken.
    #[error("{path} cannot be read")]
    BrokenRecord {
        /// The record file.
        path: PathBuf,
        /// Where it breaks.
        source: BrokenLine,
    },
    /// The file of the device key is not what was written.
    #[error("the device key {0} is damaged")]
    KeyDamaged(PathBuf),
    /// Others on the machine may read the device key.
    #[error("the device key {0} is readable by others")]
    KeyExposed(PathBuf),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes")]
    NoRandomness,
    /// The seal cannot be made.
    #[error(transparent)]
    Seal(#[from] SealError),
}

impl VaultError {
    /// The key of its sentences in the catalogue: `vault-error-<code>` and `vault-hint-<code>`, with `{ $path }`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TargetExists(_) => "target-exists",
            Self::Busy(_) => "busy",
            Self::NoPlace(_) => "no-place",
            Self::NotWritable { .. } => "not-writable",
            Self::NoSpace { .. } => "no-space",
            Self::Io { .. } => "io",
            Self::OriginalChanged(_) => "original-changed",
            Self::MediaForbidden(_) => "media-forbidden",
            Self::NoSuchMember(_) => "no-such-member",
            Self::InvalidName(_) => "invalid-name",
            Self::NotACase(_) => "not-a-case",
            Self::NotIntact(_) => "not-intact",
            Self::OtherKey => "other-key",
            Self::BrokenRecord { .. } => "broken-record",
            Self::KeyDamaged(_) => "key-damaged",
            Self::KeyExposed(_) => "key-exposed",
            Self::NoRandomness => "no-randomness",
            Self::Seal(_) => "seal",
        }
    }

    /// The argument `$path` of its sentences: a file, or the number of an exhibit; empty where there is none.
    pub fn subject(&self) -> String {
        match self {
            Self::TargetExists(path)
            | Self::Busy(path)
            | Self::NoPlace(path)
            | Self::NotWritable { path, .. }
            | Self::NoSpace { path, .. }
            | Self::Io { path, .. }
            | Self::NotACase(path)
            | Self::BrokenRecord { path, .. }
            | Self::KeyDamaged(path)
            | Self::KeyExposed(path) => path.display().to_string(),
            Self::OriginalChanged(exhibit) | Self::MediaForbidden(exhibit) | Self::NoSuchMember(exhibit) => {
                exhibit.to_string()
            }
            Self::InvalidName(InvalidPath(name)) => name.clone(),
            Self::NotIntact(verdict) => verdict.paths().join(", "),
            Self::OtherKey | Self::NoRandomness => String::new(),
            Self::Seal(error) => error.to_string(),
        }
    }

    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NotWritable { path, source },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::NoSpace { path, source }
            }
            _ => Self::Io { path, source },
        }
    }
}
