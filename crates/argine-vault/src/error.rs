use std::io;
use std::path::{Path, PathBuf};

use argine_case::CaseError;
use argine_model::ExhibitId;
use argine_seal::{BrokenLine, InvalidPath, SealError, StampError, Verdict};

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
    /// The case is locked, and no key was given.
    #[error("{0} is locked")]
    Locked(PathBuf),
    /// The passphrase or the key opens this vault not.
    #[error("this key does not open {0}")]
    WrongKey(PathBuf),
    /// The vault was changed or cut.
    #[error("{0} was changed or cut")]
    VaultDamaged(PathBuf),
    /// A file had other bytes than announced; what was being written is thrown away.
    #[error("{0} could not be completed")]
    HalfWritten(PathBuf),
    /// The case has no seal of this number.
    #[error("the case has no seal {0}")]
    NoSuchSeal(u32),
    /// The case holds no such file.
    #[error("the case holds no file {0}")]
    NoSuchFile(String),
    /// Something that only a locked case has was asked of a plain one.
    #[error("{0} is not locked")]
    NotLocked(PathBuf),
    /// The address is no authority's: only http and https.
    #[error("{0} is no address of an authority")]
    NoAuthority(String),
    /// The authority could not be reached.
    #[error("{authority} could not be reached: {reason}")]
    Unreachable {
        /// Its address.
        authority: String,
        /// What the network said.
        reason: String,
    },
    /// The answer is no good time-stamp of the seal. Nothing was kept of it.
    #[error(transparent)]
    Stamp(StampError),
    /// The system gives no random bytes.
    #[error("the system gives no random bytes")]
    NoRandomness,
    /// The seal cannot be made.
    #[error(transparent)]
    Seal(SealError),
}

impl From<CaseError> for VaultError {
    fn from(error: CaseError) -> Self {
        match error {
            CaseError::OriginalChanged(exhibit) => Self::OriginalChanged(exhibit),
            CaseError::MediaForbidden(exhibit) => Self::MediaForbidden(exhibit),
            CaseError::NoSuchMember(exhibit) => Self::NoSuchMember(exhibit),
            CaseError::InvalidName(error) => Self::InvalidName(error),
            CaseError::Unreadable { name, source } => Self::io(Path::new(&name), source),
            CaseError::Seal(error) => error.into(),
            other => Self::io(Path::new(""), io::Error::other(other)),
        }
    }
}

impl From<SealError> for VaultError {
    fn from(error: SealError) -> Self {
        match error {
            SealError::Stamp(error) => Self::Stamp(error),
            error => Self::Seal(error),
        }
    }
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
            Self::Locked(_) => "locked",
            Self::WrongKey(_) => "wrong-key",
            Self::VaultDamaged(_) => "vault-damaged",
            Self::HalfWritten(_) => "half-written",
            Self::NoSuchSeal(_) => "no-such-seal",
            Self::NoSuchFile(_) => "no-such-file",
            Self::NotLocked(_) => "not-locked",
            Self::NoAuthority(_) => "no-authority",
            Self::Unreachable { .. } => "unreachable",
            Self::Stamp(_) => "stamp",
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
            | Self::KeyExposed(path)
            | Self::Locked(path)
            | Self::WrongKey(path)
            | Self::VaultDamaged(path)
            | Self::HalfWritten(path)
            | Self::NotLocked(path) => path.display().to_string(),
            Self::OriginalChanged(exhibit) | Self::MediaForbidden(exhibit) | Self::NoSuchMember(exhibit) => {
                exhibit.to_string()
            }
            Self::InvalidName(InvalidPath(name)) => name.clone(),
            Self::NotIntact(verdict) => verdict.paths().join(", "),
            Self::NoSuchSeal(number) => number.to_string(),
            Self::NoSuchFile(text) | Self::NoAuthority(text) => text.clone(),
            Self::Unreachable { authority, .. } => authority.clone(),
            Self::Stamp(error) => error.to_string(),
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
