//! Where the files of a case to be go on a disk.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use argine_case::{ArchiveError, ArchiveWriter, Recipient, Sink};
use argine_model::Sha256;
use argine_seal::CasePath;

use crate::VaultError;
use crate::disk::{self, NewFile};

/// A folder or an archive.
#[derive(Debug)]
pub(crate) enum DiskSink {
    /// A plain case.
    Folder(PathBuf),
    /// A locked case.
    Archive(Box<ArchiveFile>),
}

/// An archive on the disk, with its path for errors.
#[derive(Debug)]
pub(crate) struct ArchiveFile {
    archive: ArchiveWriter<NewFile>,
    path: PathBuf,
}

impl DiskSink {
    /// Begins the archive of a locked case.
    pub(crate) fn archive(path: &Path, recipients: &[Recipient]) -> Result<Self, VaultError> {
        let file = disk::create_file(path)?;
        let archive = ArchiveWriter::create(file, recipients).map_err(|error| archive_error(path, error))?;
        Ok(Self::Archive(Box::new(ArchiveFile { archive, path: path.to_owned() })))
    }

    pub(crate) fn write(&mut self, path: &CasePath, bytes: &[u8]) -> Result<(), VaultError> {
        let mut reader = bytes;
        self.put(path, bytes.len() as u64, &mut reader).map(|_| ())
    }
}

impl Sink for DiskSink {
    type Error = VaultError;

    fn put(&mut self, path: &CasePath, size: u64, reader: &mut dyn Read) -> Result<(Sha256, u64), VaultError> {
        match self {
            // One byte more than expected is enough to know, and a file that grows for ever ends here.
            Self::Folder(folder) => disk::copy_new(&place(folder, path)?, reader.take(size.saturating_add(1))),
            Self::Archive(file) => {
                let put = file.archive.put(path.as_str(), size, reader);
                put.map_err(|error| archive_error(&file.path, error))
            }
        }
    }

    fn finish(self, paths: &[CasePath]) -> Result<(), VaultError> {
        match self {
            Self::Folder(folder) => {
                let folders: BTreeSet<PathBuf> = (paths.iter())
                    .flat_map(|path| Path::new(path.as_str()).ancestors().skip(1).map(Path::to_owned))
                    .collect();
                folders.iter().try_for_each(|inside| disk::sync_folder(&folder.join(inside)))
            }
            Self::Archive(file) => {
                let written = file.archive.finish().map_err(|error| archive_error(&file.path, error))?;
                written.finish().map_err(|source| VaultError::io(&file.path, source))
            }
        }
    }
}

fn archive_error(path: &Path, error: ArchiveError) -> VaultError {
    match error {
        ArchiveError::HalfWritten => VaultError::HalfWritten(path.to_owned()),
        ArchiveError::InvalidName(error) => error.into(),
        ArchiveError::Io(source) => VaultError::io(path, source),
        other => VaultError::io(path, io::Error::other(other)),
    }
}

/// Where a file of a plain case goes; folders above it are made.
pub(crate) fn place(folder: &Path, path: &CasePath) -> Result<PathBuf, VaultError> {
    let place = folder.join(path.as_str());
    if let Some(folder) = place.parent()
        && !disk::is_folder(folder)
    {
        disk::create_folders(folder)?;
    }
    Ok(place)
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
