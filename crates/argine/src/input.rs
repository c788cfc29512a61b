//! Files as handed over: opened here and nowhere else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use argine_chat::Handed;
use argine_media::{Format, format_of};

use crate::problem::Problem;

/// Words larger than this are no chat: the largest export an app writes (40,000 messages) is under 10 MiB.
const TEXT_LIMIT_MEBIBYTES: u64 = 256;
/// A video, or an archive that may carry some: a few minutes of a telephone's camera are more than a thousand mebibytes.
const ARCHIVE_LIMIT_MEBIBYTES: u64 = 4096;

/// A file with its name and content.
#[derive(Debug)]
pub(crate) struct InputFile {
    /// Where it stands.
    pub(crate) path: PathBuf,
    /// Its name, or for a file of a folder its path below that folder.
    pub(crate) name: String,
    /// Content.
    pub(crate) bytes: Vec<u8>,
}

impl InputFile {
    pub(crate) fn handed(&self) -> Handed<'_> {
        Handed { name: &self.name, bytes: &self.bytes }
    }
}

/// Opens what was named: files as they are, folders with every file below them, in order of path.
pub(crate) fn open(inputs: &[PathBuf]) -> Result<Vec<InputFile>, Problem> {
    let mut files = Vec::new();
    for input in inputs {
        for path in paths(input)? {
            files.push(open_file(&path, input)?);
        }
    }
    Ok(files)
}

/// The files below `input`, or `input` itself, in order of path. Links are not followed out of a folder.
pub(crate) fn paths(input: &Path) -> Result<Vec<PathBuf>, Problem> {
    let about = fs::metadata(input).map_err(|error| cannot_open(input, error))?;
    if !about.is_dir() {
        return Ok(vec![input.to_owned()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![input.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| cannot_open(&folder, error))? {
            let entry = entry.map_err(|error| cannot_open(&folder, error))?;
            let kind = entry.file_type().map_err(|error| cannot_open(&entry.path(), error))?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                found.push(entry.path());
            }
        }
    }
    if found.is_empty() {
        return Err(Problem::NoFiles(input.to_owned()));
    }
    found.sort();
    Ok(found)
}

/// Opens one file, named relative to the folder it was found in.
pub(crate) fn open_file(path: &Path, input: &Path) -> Result<InputFile, Problem> {
    let below = path.strip_prefix(input).ok().filter(|below| !below.as_os_str().is_empty());
    let name = below.map_or_else(|| path.file_name().unwrap_or_default().into(), Path::to_path_buf);
    Ok(InputFile { path: path.to_owned(), name: name.to_string_lossy().into_owned(), bytes: content(path)? })
}

#[expect(clippy::disallowed_methods, reason = "this door opens what the person names")]
fn content(path: &Path) -> Result<Vec<u8>, Problem> {
    let mut file = fs::File::open(path).map_err(|error| cannot_open(path, error))?;
    let about = file.metadata().map_err(|error| cannot_open(path, error))?;
    if !about.is_file() {
        return Err(Problem::NotAFile(path.to_owned()));
    }
    let size = about.len();
    let mut start = [0; 64];
    let read = io::Read::read(&mut file, &mut start).map_err(|error| cannot_open(path, error))?;
    let start = start.get(..read).unwrap_or_default();
    let is_large = start.starts_with(b"PK") || format_of(start) == Some(Format::Video);
    let limit_mebibytes = if is_large { ARCHIVE_LIMIT_MEBIBYTES } else { TEXT_LIMIT_MEBIBYTES };
    if size > limit_mebibytes << 20 {
        return Err(Problem::TooLarge { path: path.to_owned(), limit_mebibytes });
    }
    drop(file);
    fs::read(path).map_err(|error| cannot_open(path, error))
}

/// Whether words of this size are too large to be read whole: they are read as a stream.
pub(crate) fn is_stream(path: &Path) -> Result<bool, Problem> {
    let about = fs::metadata(path).map_err(|error| cannot_open(path, error))?;
    Ok(about.is_file() && about.len() > TEXT_LIMIT_MEBIBYTES << 20 && !is_archive(path)?)
}

#[expect(clippy::disallowed_methods, reason = "this door opens what the person names")]
fn is_archive(path: &Path) -> Result<bool, Problem> {
    let mut start = [0; 4];
    let read = fs::File::open(path).and_then(|mut file| io::Read::read(&mut file, &mut start));
    let read = read.map_err(|error| cannot_open(path, error))?;
    Ok(start.get(..read).is_some_and(|start| start.starts_with(b"PK")))
}

/// A file that is read piece by piece, and its size.
#[expect(clippy::disallowed_methods, reason = "this door opens what the person names")]
pub(crate) fn stream(path: &Path) -> Result<(fs::File, u64), Problem> {
    let file = fs::File::open(path).map_err(|error| cannot_open(path, error))?;
    let about = file.metadata().map_err(|error| cannot_open(path, error))?;
    if !about.is_file() {
        return Err(Problem::NotAFile(path.to_owned()));
    }
    Ok((file, about.len()))
}

/// A small file, whole.
#[expect(clippy::disallowed_methods, reason = "this door opens what the person names")]
pub(crate) fn small(path: &Path) -> Result<Vec<u8>, Problem> {
    fs::read(path).map_err(|error| cannot_open(path, error))
}

fn cannot_open(path: &Path, error: io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => Problem::NotFound(path.to_owned()),
        _ => Problem::CannotOpen(path.to_owned(), error),
    }
}
