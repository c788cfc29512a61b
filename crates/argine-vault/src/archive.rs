//! The case inside a vault: a tar inside an encrypted file. Written and read as a stream; no plain byte touches the disk.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use argine_model::Sha256;

use crate::VaultError;
use crate::age::{Closing, Encryptor, Identity, Opening, Recipient, decrypt, encrypt};
use crate::disk::{self, NewFile};
use crate::source::Found;

/// The name of the encrypted case in the folder of a vault.
pub(crate) const ARCHIVE: &str = "case.tar.age";
/// Whom the case is encrypted for: the first file in the archive, where nobody without a key can add themself.
const RECIPIENTS: &str = "recipients.txt";
/// The folder in the archive that holds the case.
const PREFIX: &str = "case/";
const RECIPIENTS_LIMIT: u64 = 64 * 1024;

/// Writes an archive, file after file.
pub(crate) struct ArchiveWriter {
    tar: tar::Builder<Encryptor<NewFile>>,
    path: PathBuf,
    /// A file had other bytes than were announced: the archive cannot be completed any more.
    broken: bool,
}

impl ArchiveWriter {
    pub(crate) fn create(path: &Path, recipients: &[Recipient]) -> Result<Self, VaultError> {
        let file = disk::create_file(path)?;
        let encryptor =
            encrypt(file, &Closing::Recipients(recipients)).map_err(|source| VaultError::io(path, source))?;
        let mut archive = Self { tar: tar::Builder::new(encryptor), path: path.to_owned(), broken: false };
        let list = recipients.iter().map(|recipient| format!("{recipient}\n")).collect::<Vec<_>>().concat();
        archive.append(RECIPIENTS, list.len() as u64, list.as_bytes())?;
        Ok(archive)
    }

    /// Adds a file of the case of exactly `size` bytes, and says what was copied; other than announced, and the archive
    /// is of no use any more.
    pub(crate) fn put(&mut self, path: &str, size: u64, reader: impl Read) -> Result<(Sha256, u64), VaultError> {
        self.append(&format!("{PREFIX}{path}"), size, reader)
    }

    fn append(&mut self, name: &str, size: u64, reader: impl Read) -> Result<(Sha256, u64), VaultError> {
        if self.broken {
            return Err(VaultError::HalfWritten(self.path.clone()));
        }
        let mut header = tar::Header::new_ustar();
        header.set_path(name).map_err(|_| argine_seal::InvalidPath(name.to_owned()))?;
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime(0);
        header.set_cksum();
        let mut reader = Digesting { reader: reader.take(size.saturating_add(1)), digest: disk::Digest::default() };
        self.broken = true;
        self.tar.append(&header, &mut reader).map_err(|source| VaultError::io(&self.path, source))?;
        let copied = reader.digest.finish();
        self.broken = copied.1 != size;
        Ok(copied)
    }

    /// Completes the archive and waits until the disk has it.
    pub(crate) fn finish(self) -> Result<(), VaultError> {
        if self.broken {
            return Err(VaultError::HalfWritten(self.path));
        }
        let written = self.tar.into_inner().and_then(Encryptor::finish).and_then(NewFile::finish);
        written.map_err(|source| VaultError::io(&self.path, source))
    }
}

impl std::fmt::Debug for ArchiveWriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ArchiveWriter").field("path", &self.path).finish_non_exhaustive()
    }
}

struct Digesting<R> {
    reader: R,
    digest: disk::Digest,
}

impl<R: Read> Read for Digesting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        self.digest.update(buffer.get(..length).unwrap_or_default());
        Ok(length)
    }
}

/// Gives every file of the case in the archive to `each`, with its size. Nothing is certain until the end is reached
/// without an error.
pub(crate) fn visit(
    path: &Path,
    identity: &Identity,
    each: &mut dyn FnMut(&str, Found<'_>) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let damaged = |source: io::Error| unreadable(path, source);
    let file = disk::open(path).map_err(|source| VaultError::io(path, source))?;
    let decryptor = decrypt(io::BufReader::new(file), Opening::Identity(identity)).map_err(damaged)?;
    let mut archive = tar::Archive::new(decryptor);
    // Raw: only the headers that are written here; no other kind may make the reader swallow memory.
    for entry in archive.entries().map_err(damaged)?.raw(true) {
        let mut entry = entry.map_err(damaged)?;
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
pub(crate) fn recipients(path: &Path, identity: &Identity) -> Result<Vec<Recipient>, VaultError> {
    let damaged = |source: io::Error| unreadable(path, source);
    let file = disk::open(path).map_err(|source| VaultError::io(path, source))?;
    let decryptor = decrypt(io::BufReader::new(file), Opening::Identity(identity)).map_err(damaged)?;
    let mut archive = tar::Archive::new(decryptor);
    let mut entries = archive.entries().map_err(damaged)?.raw(true);
    let first = entries.next().transpose().map_err(damaged)?;
    let first = first.filter(|entry| *entry.path_bytes() == *RECIPIENTS.as_bytes());
    let mut text = String::new();
    let broken = || VaultError::VaultDamaged(path.to_owned());
    first.ok_or_else(broken)?.take(RECIPIENTS_LIMIT).read_to_string(&mut text).map_err(damaged)?;
    text.lines().map(|line| line.parse().map_err(|_| broken())).collect()
}

/// What reading an encrypted file failed of.
pub(crate) fn unreadable(path: &Path, source: io::Error) -> VaultError {
    match source.kind() {
        io::ErrorKind::PermissionDenied => VaultError::WrongKey(path.to_owned()),
        io::ErrorKind::InvalidData
        | io::ErrorKind::UnexpectedEof
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::Other => VaultError::VaultDamaged(path.to_owned()),
        _ => VaultError::io(path, source),
    }
}
