//! The filing set: copies of a case in the formats that the Italian portal for criminal filings takes.
//!
//! Source: provvedimento DGSIA of 2 August 2024, articles 15, 16 and 19, in force since 30 September 2024, as four
//! published summaries give it (checked 2026-11-21; a lawyer must confirm it each year): PDF and RTF; JPEG, TIFF, GIF,
//! DICOM; MPEG, MP4, AVI; MP3, FLAC, RAW, WAV, AIFF; TXT, XML, HTML; EML, MSG; 60 MB for each file, 600 MB for each filing.

use std::path::Path;

use argine_case::digest_while;
use argine_model::Sha256;
use argine_seal::{CasePath, names};

use crate::place::WorkFolder;
use crate::sink::place;
use crate::{Case, VaultError, disk};

const ACCEPTED: [&str; 25] = [
    "pdf", "rtf", "jpg", "jpeg", "tif", "tiff", "gif", "dcm", "mp4", "m4v", "mov", "mpg", "mpeg", "avi", "mp3", "flac",
    "raw", "wav", "aif", "aiff", "txt", "xml", "html", "eml", "msg",
];
/// Words under another name: the same bytes are taken as text.
const WORDS: [&str; 5] = ["json", "jsonl", "csv", "md", "log"];
const LARGEST_FILE: u64 = 60_000_000;
const LARGEST_FILING: u64 = 600_000_000;
/// The list of what is in the set, with digests.
const INDEX: &str = "indice.txt";

/// A file of the case and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingEntry {
    /// Where it lies in the case.
    pub path: CasePath,
    /// Digest of its bytes: the same in the set.
    pub sha256: Sha256,
    /// Its name in the set; none where it was left out.
    pub name: Option<String>,
    /// Why it was left out.
    pub problem: Option<FilingProblem>,
}

/// Why a file is not in the filing set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilingProblem {
    /// The portal does not take the format.
    Format,
    /// It is larger than the portal takes.
    Size,
}

/// Writes the filing set of a case to a new folder: payload that the portal takes, byte for byte, and an index that
/// names everything with its digest, what was left out too; `line` gives the words. Says how many files were left out.
///
/// Above 600 MB the set is split into numbered folders, one for each filing. Nothing is converted: what must be, the index
/// says.
///
/// # Errors
/// As [`Case::copy_as_bag`].
pub fn filing_set(case: &Case, target: &Path, line: impl Fn(&FilingEntry) -> String) -> Result<usize, VaultError> {
    if disk::exists(target) {
        return Err(VaultError::TargetExists(target.to_owned()));
    }
    let work = WorkFolder::claim(target)?;
    let (mut filing, mut bytes) = (1_u32, 0_u64);
    let mut entries = Vec::new();
    case.walk(|path, size, reader| {
        if !path.as_str().starts_with("data/") && path.as_str() != names::PAGE_ITALIAN {
            return Ok(());
        }
        let accepted = accepted_name(path);
        let problem = match &accepted {
            None => Some(FilingProblem::Format),
            Some(_) if size > LARGEST_FILE => Some(FilingProblem::Size),
            Some(_) => None,
        };
        let Some(name) = accepted.filter(|_| problem.is_none()) else {
            let mut reader = reader;
            let digest = digest_while(&mut reader, |_| Ok(()));
            let (sha256, _) = digest.map_err(|source| VaultError::io(Path::new(path.as_str()), source))?;
            entries.push(FilingEntry { path: path.clone(), sha256, name: None, problem });
            return Ok(());
        };
        if bytes.saturating_add(size) > LARGEST_FILING {
            filing = filing.saturating_add(1);
            bytes = 0;
        }
        bytes = bytes.saturating_add(size);
        let name = format!("{filing}/{name}");
        let (sha256, _) = disk::copy_new(&place(&work.case(), &name.parse()?)?, reader)?;
        entries.push(FilingEntry { path: path.clone(), sha256, name: Some(name), problem: None });
        Ok(())
    })?;
    entries.sort_by(|left, right| left.path.cmp(&right.path));
    let index: String = entries.iter().map(|entry| line(entry) + "\n").collect();
    disk::write_new(&work.case().join(INDEX), index.as_bytes())?;
    for part in 1..=filing {
        if disk::is_folder(&work.case().join(part.to_string())) {
            disk::sync_folder(&work.case().join(part.to_string()))?;
        }
    }
    disk::sync_folder(&work.case())?;
    work.appear()?;
    Ok(entries.iter().filter(|entry| entry.problem.is_some()).count())
}

/// The name in the set: the path in one part, so that no two meet, with an ending that the portal takes.
fn accepted_name(path: &CasePath) -> Option<String> {
    let flat = path.as_str().trim_start_matches("data/").replace('/', "-");
    let (_, ending) = flat.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    if ACCEPTED.contains(&ending.as_str()) {
        return Some(flat);
    }
    WORDS.contains(&ending.as_str()).then(|| format!("{flat}.txt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_taken_renamed_or_left_out() {
        for (path, name) in [
            ("data/originals/0001-chat.txt", Some("originals-0001-chat.txt")),
            ("data/originals/0002/0005-foto.JPG", Some("originals-0002-0005-foto.JPG")),
            ("data/derived/denuncia-querela.pdf", Some("derived-denuncia-querela.pdf")),
            ("data/derived/plan.json", Some("derived-plan.json.txt")),
            ("data/originals/0003-mail.eml", Some("originals-0003-mail.eml")),
            ("data/originals/0004-screen.png", None),
            ("data/originals/0005-nota.opus", None),
            ("data/originals/0006-foto.heic", None),
            ("data/originals/0007-foto.webp", None),
            ("data/originals/0008-tutto.zip", None),
            ("data/originals/0009-senza", None),
        ] {
            assert_eq!(accepted_name(&path.parse().expect("a path")).as_deref(), name, "{path}");
        }
    }
}
