//! Where the files of a case are read from: a folder, or an archive that only a key opens.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use argine_case::{ARCHIVE, Found, Identity, Recipient, digest_while};
use argine_seal::{Expectation, FoundContent, FoundEntry, Verdict, verify};

use crate::sink::unreadable;
use crate::{VaultError, disk};

/// Records larger than this are not ours: a million events fit.
pub(crate) const TAG_FILE_LIMIT: u64 = 256 * 1024 * 1024;
/// Folders below this depth are reported, not entered: a case has three levels.
const DEPTH_LIMIT: usize = 16;

/// The files of a case.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    Folder(&'a Path),
    /// The folder of a vault, and what opens it.
    Vault(&'a Path, &'a Identity),
}

impl Source<'_> {
    /// Gives everything in the case to `each`, once. Links are never followed.
    pub(crate) fn visit(
        self,
        each: &mut dyn FnMut(&str, Found<'_>) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        match self {
            Self::Folder(folder) => visit_folder(folder, each),
            Self::Vault(folder, identity) => {
                let (path, file) = archive(folder)?;
                argine_case::visit(file, identity, |source| unreadable(&path, source), each)
            }
        }
    }

    /// Reads every file once, block by block, and judges the case.
    pub(crate) fn verify(self, expectation: &Expectation) -> Result<Verdict, VaultError> {
        let mut found = Vec::new();
        self.visit(&mut |path, content| {
            let content = match content {
                Found::Directory => FoundContent::Directory,
                Found::Special => FoundContent::Special,
                Found::Unreadable => FoundContent::Unreadable,
                Found::File { reader, .. } => content_of(reader, path),
            };
            found.push(FoundEntry { path: path.to_owned(), content });
            Ok(())
        })?;
        Ok(verify(found, expectation))
    }

    /// The bytes of some files, each at most `limit` long; those that are not there are left out.
    pub(crate) fn read(self, wanted: &[&str], limit: u64) -> Result<BTreeMap<String, Vec<u8>>, VaultError> {
        let mut read = BTreeMap::new();
        if let Self::Folder(folder) = self {
            for path in wanted {
                let place = folder.join(path);
                match disk::read(&place, limit) {
                    Ok(bytes) => drop(read.insert((*path).to_owned(), bytes)),
                    Err(error) if is_missing(&error) => {}
                    Err(error) => return Err(VaultError::io(&place, error)),
                }
            }
            return Ok(read);
        }
        self.visit(&mut |path, content| {
            if let Found::File { reader, .. } = content
                && wanted.contains(&path)
            {
                let at = |source| VaultError::io(Path::new(path), source);
                let mut bytes = Vec::new();
                reader.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(at)?;
                if bytes.len() as u64 > limit {
                    return Err(at(io::ErrorKind::FileTooLarge.into()));
                }
                read.insert(path.to_owned(), bytes);
            }
            Ok(())
        })?;
        Ok(read)
    }
}

/// Whom the archive of a vault is encrypted for.
pub(crate) fn recipients(folder: &Path, identity: &Identity) -> Result<Vec<Recipient>, VaultError> {
    let (path, file) = archive(folder)?;
    argine_case::recipients(file, identity).map_err(|source| unreadable(&path, source))
}

fn archive(folder: &Path) -> Result<(PathBuf, io::BufReader<File>), VaultError> {
    let path = folder.join(ARCHIVE);
    let file = disk::open(&path).map_err(|source| VaultError::io(&path, source))?;
    Ok((path, io::BufReader::new(file)))
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn visit_folder(
    folder: &Path,
    each: &mut dyn FnMut(&str, Found<'_>) -> Result<(), VaultError>,
) -> Result<(), VaultError> {
    let mut pending = vec![(folder.to_owned(), String::new(), 0_usize)];
    disk::list(folder).map_err(|_| VaultError::NotACase(folder.to_owned()))?;
    while let Some((place, prefix, depth)) = pending.pop() {
        let Ok(entries) = disk::list(&place) else {
            each(&prefix, Found::Unreadable)?;
            continue;
        };
        for (name, kind) in entries {
            let path = format!("{prefix}{}{}", if depth == 0 { "" } else { "/" }, name.to_string_lossy());
            let place = place.join(&name);
            if kind.is_dir() {
                each(&path, Found::Directory)?;
                if depth < DEPTH_LIMIT {
                    pending.push((place, path, depth + 1));
                }
            } else if kind.is_file() {
                match disk::open(&place).and_then(|file| Ok((file.metadata()?.len(), file))) {
                    Ok((size, mut file)) => each(&path, Found::File { size, reader: &mut file })?,
                    Err(_) => each(&path, Found::Unreadable)?,
                }
            } else {
                each(&path, Found::Special)?;
            }
        }
    }
    Ok(())
}

fn content_of(mut reader: &mut dyn Read, path: &str) -> FoundContent {
    let mut bytes = FoundEntry::wants_bytes(path).then(Vec::new);
    let read = digest_while(&mut reader, |block| {
        let within = |kept: &Vec<u8>| (kept.len() + block.len()) as u64 <= TAG_FILE_LIMIT;
        bytes = bytes.take().filter(within).map(|mut kept| {
            kept.extend_from_slice(block);
            kept
        });
        Ok(())
    });
    match read {
        Ok((sha256, size)) => FoundContent::File { sha256, size, bytes },
        Err(_) => FoundContent::Unreadable,
    }
}
