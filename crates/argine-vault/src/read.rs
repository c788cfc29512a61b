use std::io;
use std::path::{Path, PathBuf};

use argine_seal::{CustodyLog, Expectation, FoundContent, FoundEntry, ItemLog, Verdict, names, verify};

use crate::{VaultError, disk};

/// Records larger than this are not ours: a million events fit.
const TAG_FILE_LIMIT: u64 = 256 * 1024 * 1024;
/// Folders below this depth are reported, not entered: a case has three levels.
const DEPTH_LIMIT: usize = 16;

/// Reads every file under `folder` once, block by block, and judges the case. Links are never followed.
///
/// # Errors
/// [`VaultError::NotACase`] when `folder` is no folder that can be listed. Everything else is in the verdict.
pub fn verify_case(folder: &Path, expectation: &Expectation) -> Result<Verdict, VaultError> {
    let not_a_case = || VaultError::NotACase(folder.to_owned());
    let mut pending = vec![(folder.to_owned(), String::new(), 0_usize)];
    disk::list(folder).map_err(|_| not_a_case())?;
    let mut found = Vec::new();
    while let Some((place, prefix, depth)) = pending.pop() {
        let Ok(entries) = disk::list(&place) else {
            found.push(FoundEntry { path: prefix, content: FoundContent::Unreadable });
            continue;
        };
        for (name, kind) in entries {
            let path = format!("{prefix}{}{}", if depth == 0 { "" } else { "/" }, name.to_string_lossy());
            let place = place.join(&name);
            let content = if kind.is_dir() {
                if depth < DEPTH_LIMIT {
                    pending.push((place, path.clone(), depth + 1));
                }
                FoundContent::Directory
            } else if kind.is_file() {
                content_of(&place, &path)
            } else {
                FoundContent::Special
            };
            found.push(FoundEntry { path, content });
        }
    }
    Ok(verify(found, expectation))
}

/// The chain of custody of a case, as far as it holds.
///
/// # Errors
/// [`VaultError::NotACase`] when there is none, [`VaultError::BrokenRecord`] with the line where it breaks.
pub fn read_custody(folder: &Path) -> Result<CustodyLog, VaultError> {
    let (path, bytes) = read_record(folder, names::CUSTODY)?;
    CustodyLog::parse(&bytes).map_err(|source| VaultError::BrokenRecord { path, source })
}

/// The records of a case: what each file is and where it comes from.
///
/// # Errors
/// [`VaultError::NotACase`] when there are none, [`VaultError::BrokenRecord`] with the line that is no record.
pub fn read_items(folder: &Path) -> Result<ItemLog, VaultError> {
    let (path, bytes) = read_record(folder, names::ITEMS)?;
    ItemLog::parse(&bytes).map_err(|source| VaultError::BrokenRecord { path, source })
}

/// A file that was made from the originals: `data/derived/NAME`.
///
/// # Errors
/// [`VaultError::NotACase`] when it is not there.
pub fn read_derived(folder: &Path, name: &str) -> Result<Vec<u8>, VaultError> {
    Ok(read_record(folder, &format!("{}/{name}", names::DERIVED))?.1)
}

/// A text file of the case.
pub(crate) fn read_text(folder: &Path, name: &str) -> Result<String, VaultError> {
    let (path, bytes) = read_record(folder, name)?;
    String::from_utf8(bytes).map_err(|_| VaultError::io(&path, io::ErrorKind::InvalidData.into()))
}

/// Paths of every plain file of a case that was found intact.
pub(crate) fn listed_files(folder: &Path) -> Result<Vec<String>, VaultError> {
    let mut pending = vec![(folder.to_owned(), String::new())];
    let mut files = Vec::new();
    while let Some((place, prefix)) = pending.pop() {
        for (name, kind) in disk::list(&place).map_err(|source| VaultError::io(&place, source))? {
            let path = format!("{prefix}{}", name.to_string_lossy());
            if kind.is_dir() {
                pending.push((place.join(&name), format!("{path}/")));
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn read_record(folder: &Path, name: &str) -> Result<(PathBuf, Vec<u8>), VaultError> {
    let path = folder.join(name);
    let bytes = disk::read(&path, TAG_FILE_LIMIT).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => VaultError::NotACase(folder.to_owned()),
        _ => VaultError::io(&path, source),
    })?;
    Ok((path, bytes))
}

fn content_of(place: &Path, path: &str) -> FoundContent {
    let mut bytes = FoundEntry::wants_bytes(path).then(Vec::new);
    let read = disk::open(place).and_then(|mut file| {
        disk::digest_while(&mut file, |block| {
            let within = |kept: &Vec<u8>| (kept.len() + block.len()) as u64 <= TAG_FILE_LIMIT;
            bytes = bytes.take().filter(within).map(|mut kept| {
                kept.extend_from_slice(block);
                kept
            });
            Ok(())
        })
    });
    match read {
        Ok((sha256, size)) => FoundContent::File { sha256, size, bytes },
        Err(_) => FoundContent::Unreadable,
    }
}
