//! Files that the command line writes where a person asked, and forms that they filled in.

use std::io::Write as _;
use std::path::Path;

use crate::problem::Problem;

/// Writes a new file; what is there already is never written over.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let cannot = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Problem::OutExists(path.to_owned()),
        _ => Problem::CannotWrite(path.to_owned(), error.into()),
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(cannot)?;
    file.write_all(bytes).map_err(cannot)
}

/// The text of a form.
#[expect(clippy::disallowed_methods, reason = "this is the door: it reads what the person filled in")]
pub(crate) fn read_form(path: &Path) -> Result<String, Problem> {
    std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Problem::NotFound(path.to_owned()),
        _ => Problem::CannotOpen(path.to_owned(), error),
    })
}
