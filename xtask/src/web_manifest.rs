//! The list of what the page consists of, so that whoever hosts or visits it can check it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::run::{command, output, run};

/// As `sha256sum` writes and checks it.
pub(crate) const LIST: &str = "SHA256SUMS";

/// Writes the digest of every file below `page` into its list, and signs the list where there is a key.
#[expect(clippy::disallowed_methods, reason = "automation writes what it built")]
pub(crate) fn write(page: &Path, key_folder: Option<&Path>) -> Result<()> {
    let mut files = Vec::new();
    collect(page, Path::new(""), &mut files)?;
    files.retain(|file| !file.starts_with(LIST) && !file.starts_with(format!("{LIST}.minisig")));
    files.sort();
    let sums = output(command("sha256sum").current_dir(page).arg("--").args(&files))?;
    std::fs::write(page.join(LIST), sums).context("the list of the page cannot be written")?;
    let Some(key_folder) = key_folder else { return Ok(()) };
    let mut cargo = command("cargo");
    cargo.args(["run", "--release", "--quiet", "-p", "argine-vault", "--example", "sign", "--"]);
    run("signing the list", cargo.arg(page.join(LIST)).arg(key_folder))
}

fn collect(page: &Path, below: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let folder = page.join(below);
    for entry in std::fs::read_dir(&folder).with_context(|| format!("{} was not built", folder.display()))? {
        let entry = entry?;
        let name = below.join(entry.file_name());
        if entry.file_type()?.is_dir() { collect(page, &name, files)? } else { files.push(name) }
    }
    Ok(())
}
