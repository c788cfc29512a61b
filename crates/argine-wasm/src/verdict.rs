//! Whether a case that came as one file is as it was sealed.

use std::io::{Cursor, Read as _};

use argine_knowledge::{Argument, Catalogue};
use argine_model::Sha256;
use argine_seal::{Expectation, FoundContent, FoundEntry, SealSummary, Verdict, names, verify};
use serde::Serialize;
use zip::ZipArchive;

use crate::session::to_json;
use crate::{Refusal, Session};

/// What an archive may unfold to, in bytes: a browser holds no more.
const MOST_BYTES: u64 = 1 << 30;
const MOST_FILES: usize = 100_000;

#[derive(Serialize)]
struct VerdictView<'a> {
    intact: bool,
    text: String,
    checks: Vec<CheckView>,
    seals: &'a [SealSummary],
}

#[derive(Serialize)]
struct CheckView {
    id: &'static str,
    ok: bool,
    text: String,
}

impl Session {
    /// Judges the bag in a zip: one line a check, and the verdict. The bag may stand in a folder of the archive.
    ///
    /// # Errors
    /// [`Refusal::Archive`] when it cannot be opened, [`Refusal::NotACase`] when no bag is in it.
    pub fn verify(&self, archive: &[u8]) -> Result<String, Refusal> {
        let verdict = verify(found(archive)?, &Expectation::default());
        let catalogue = self.catalogue();
        to_json(&VerdictView {
            intact: verdict.is_intact(),
            text: sentence(&verdict, catalogue),
            checks: (verdict.checks.iter())
                .map(|check| {
                    let end = if check.passed() { "pass" } else { "fail" };
                    let id = format!("check-{}-{end}", check.id.as_str());
                    let text = catalogue.format(&id, &paths(&check.paths()));
                    CheckView { id: check.id.as_str(), ok: check.passed(), text }
                })
                .collect(),
            seals: &verdict.seals,
        })
    }
}

fn sentence(verdict: &Verdict, catalogue: Catalogue) -> String {
    match verdict.seals.last() {
        Some(seal) if verdict.is_intact() => {
            let count = Argument::Number(i64::try_from(seal.payload_files).unwrap_or(i64::MAX));
            catalogue.format("verdict-intact", &[("count", count), ("time", Argument::Text(seal.time.to_string()))])
        }
        _ => catalogue.format("verdict-changed", &paths(&verdict.paths())),
    }
}

fn paths(paths: &[&str]) -> [(&'static str, Argument); 2] {
    [("paths", Argument::Text(paths.join(", "))), ("count", Argument::from(paths.len()))]
}

/// Everything in the archive, as it would lie in the folder of the case.
fn found(archive: &[u8]) -> Result<Vec<FoundEntry>, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).map_err(|_| Refusal::Archive)?;
    if archive.len() > MOST_FILES {
        return Err(Refusal::Archive);
    }
    let root = root(&archive)?;
    let mut left = MOST_BYTES;
    let mut found = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).map_err(|_| Refusal::Archive)?;
        let whole = member.name().map_err(|_| Refusal::Archive)?.into_owned();
        let Some(path) = whole.strip_prefix(&root).filter(|path| !path.is_empty()) else {
            // Beside the bag: not part of the case, and named so that nothing is passed over in silence.
            if !whole.ends_with('/') {
                found.push(FoundEntry { path: format!("../{whole}"), content: FoundContent::Special });
            }
            continue;
        };
        let content = if member.is_dir() {
            FoundContent::Directory
        } else if member.is_file() {
            let mut bytes = Vec::new();
            let read = member.by_ref().take(left.saturating_add(1)).read_to_end(&mut bytes);
            left = left.checked_sub(bytes.len() as u64).ok_or(Refusal::Archive)?;
            match read {
                Ok(_) => FoundContent::File {
                    sha256: Sha256::of(&bytes),
                    size: bytes.len() as u64,
                    bytes: FoundEntry::wants_bytes(path).then_some(bytes),
                },
                Err(_) => FoundContent::Unreadable,
            }
        } else {
            FoundContent::Special
        };
        found.push(FoundEntry { path: path.trim_end_matches('/').to_owned(), content });
    }
    Ok(found)
}

/// The folder of the archive in which the bag stands, with its slash; empty where it is the archive itself.
fn root<R: std::io::Read + std::io::Seek>(archive: &ZipArchive<R>) -> Result<String, Refusal> {
    let named = archive.file_names().filter_map(Result::ok);
    let declared = named.filter_map(|name| name.strip_suffix(names::BAGIT).map(ToOwned::to_owned));
    let folders = declared.filter(|folder| folder.is_empty() || folder.ends_with('/'));
    folders.min_by_key(String::len).ok_or(Refusal::NotACase)
}
