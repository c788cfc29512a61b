//! The case inside a vault: a tar inside an encrypted file. Written and read as a stream.

use std::io::{self, Read, Write};

use argine_model::Sha256;
use argine_seal::InvalidPath;

use crate::Found;
use crate::age::{Closing, Encryptor, Identity, Opening, Recipient, decrypt, encrypt};
use crate::digest::Digest;

/// The name of the encrypted case in the folder of a vault.
pub const ARCHIVE: &str = "case.tar.age";
/// Whom the case is encrypted for: the first file in the archive, where nobody without a key can add themself.
const RECIPIENTS: &str = "recipients.txt";
/// The folder in the archive that holds the case.
const PREFIX: &str = "case/";
const RECIPIENTS_LIMIT: u64 = 64 * 1024;

/// Why a file did not get into an archive.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArchiveError {
    /// A file had other bytes than were announced: the archive cannot be completed any more.
    #[error("the archive could not be completed")]
    HalfWritten,
    /// The name cannot be used.
    #[error(transparent)]
    InvalidName(#[from] InvalidPath),
    /// What the writer said.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes an archive, file after file.
pub struct ArchiveWriter<W: Write> {
    tar: tar::Builder<Encryptor<W>>,
    /// A file had other bytes than were announced: the archive cannot be completed any more.
    broken: bool,
}

impl<W: Write> ArchiveWriter<W> {
    /// Begins an archive for these recipients.
    ///
    /// # Errors
    /// What the writer says, or that the system gives no random bytes.
    pub fn create(writer: W, recipients: &[Recipient]) -> Result<Self, ArchiveError> {
        let encryptor = encrypt(writer, &Closing::Recipients(recipients))?;
        let mut archive = Self { tar: tar::Builder::new(encryptor), broken: false };
        let list = recipients.iter().map(|recipient| format!("{recipient}\n")).collect::<Vec<_>>().concat();
        archive.append(RECIPIENTS, list.len() as u64, list.as_bytes())?;
        Ok(archive)
    }

    /// Adds a file of the case of exactly `size` bytes, and says what was copied; other than announced, and the archive
    /// is of no use any more.
    ///
    /// # Errors
    /// [`ArchiveError::HalfWritten`] after such a file, or what the reader or the writer says.
    pub fn put(&mut self, path: &str, size: u64, reader: impl Read) -> Result<(Sha256, u64), ArchiveError> {
        self.append(&format!("{PREFIX}{path}"), size, reader)
    }

    fn append(&mut self, name: &str, size: u64, reader: impl Read) -> Result<(Sha256, u64), ArchiveError> {
        if self.broken {
            return Err(ArchiveError::HalfWritten);
        }
        let mut header = tar::Header::new_ustar();
        header.set_path(name).map_err(|_| InvalidPath(name.to_owned()))?;
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime(0);
        header.set_cksum();
        let mut reader = Digesting { reader: reader.take(size.saturating_add(1)), digest: Digest::default() };
        self.broken = true;
        self.tar.append(&header, &mut reader)?;
        let copied = reader.digest.finish();
        self.broken = copied.1 != size;
        Ok(copied)
    }

    /// Completes the archive and gives the writer back.
    ///
    /// # Errors
    /// As [`Self::put`].
    pub fn finish(self) -> Result<W, ArchiveError> {
        if self.broken {
            return Err(ArchiveError::HalfWritten);
        }
        Ok(self.tar.into_inner().and_then(Encryptor::finish)?)
    }
}

impl<W: Write> std::fmt::Debug for ArchiveWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ArchiveWriter").field("broken", &self.broken).finish_non_exhaustive()
    }
}

struct Digesting<R> {
    reader: R,
    digest: Digest,
}

impl<R: Read> Read for Digesting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        self.digest.update(buffer.get(..length).unwrap_or_default());
        Ok(length)
    }
}

/// Gives every file of the case in the archive to `each`, with its size. `damaged` words what reading failed of. Nothing is
/// certain until the end is reached without an error.
///
/// # Errors
/// What `each` says; what reading failed of: `PermissionDenied` for another key, `InvalidData` and the like for an archive
/// that was changed or cut.
pub fn visit<E>(
    archive: impl Read,
    identity: &Identity,
    damaged: impl Fn(io::Error) -> E,
    each: &mut dyn FnMut(&str, Found<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let decryptor = decrypt(archive, Opening::Identity(identity)).map_err(&damaged)?;
    let mut archive = tar::Archive::new(decryptor);
    // Raw: only the headers that are written here; no other kind may make the reader swallow memory.
    for entry in archive.entries().map_err(&damaged)?.raw(true) {
        let mut entry = entry.map_err(&damaged)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if name == RECIPIENTS {
            continue;
        }
        let name = name.strip_prefix(PREFIX).unwrap_or(&name);
        let size = entry.size();
        if entry.header().entry_type() == tar::EntryType::Regular {
            each(name, Found::File { size, reader: &mut entry })?;
        } else {
            each(name, Found::Special)?;
        }
    }
    // The last chunk says that the file was not cut.
    io::copy(&mut archive.into_inner(), &mut io::sink()).map_err(damaged)?;
    Ok(())
}

/// Whom the archive is encrypted for.
///
/// # Errors
/// As [`visit`].
pub fn recipients(archive: impl Read, identity: &Identity) -> io::Result<Vec<Recipient>> {
    let decryptor = decrypt(archive, Opening::Identity(identity))?;
    let mut archive = tar::Archive::new(decryptor);
    let first = archive.entries()?.raw(true).next().transpose()?;
    let first = first.filter(|entry| *entry.path_bytes() == *RECIPIENTS.as_bytes());
    let mut text = String::new();
    let broken = || io::Error::from(io::ErrorKind::InvalidData);
    first.ok_or_else(broken)?.take(RECIPIENTS_LIMIT).read_to_string(&mut text)?;
    text.lines().map(|line| line.parse().map_err(|_| broken())).collect()
}
