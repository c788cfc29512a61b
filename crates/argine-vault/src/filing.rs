//! The filing set: copies of a case in the formats that the Italian portal for criminal filings takes.
//!
//! Source: provvedimento DGSIA of 2 August 2024, articles 15, 16 and 19, in force since 30 September 2024, as four
//! published summaries give it (checked 2026-11-21; a lawyer must confirm it each year): PDF and RTF; JPEG, TIFF, GIF,
//! DICOM; MPEG, MP4, AVI; MP3, FLAC, RAW, WAV, AIFF; TXT, XML, HTML; EML, MSG; 60 MB for each file, 600 MB for each filing.

use std::io::Read;
use std::path::{Path, PathBuf};

use argine_case::digest_while;
use argine_media::decode::Completeness;
use argine_model::Sha256;
use argine_seal::{CasePath, names};

use crate::place::WorkFolder;
use crate::sink::place;
use crate::{Case, VaultError, disk};

const ACCEPTED: [&str; 25] = [
    "pdf", "rtf", "jpg", "jpeg", "tif", "tiff", "gif", "dcm", "mp4", "m4v", "mov", "mpg", "mpeg", "avi", "mp3", "flac",
    "raw", "wav", "aif", "aiff", "txt", "xml", "html", "eml", "msg",
];
/// Still pictures that are written anew as TIFF: what telephones make of a screen is PNG.
const PICTURES: [&str; 3] = ["png", "webp", "bmp"];
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
    /// Digest of the copy, where the portal does not take the format and the picture was written anew as TIFF.
    pub converted: Option<Sha256>,
    /// Why it was left out.
    pub problem: Option<FilingProblem>,
}

/// Why a file is not in the filing set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilingProblem {
    /// The portal does not take the format, and it is no still picture that can be read and written anew.
    Format,
    /// It is larger than the portal takes.
    Size,
}

/// Writes the filing set of a case to a new folder: payload that the portal takes, byte for byte, still pictures that it
/// does not take (PNG, WebP, BMP) as TIFF, and an index that names everything with its digest, what was left out too; `line`
/// gives the words. Says how many files were left out.
///
/// Above 600 MB the set is split into numbered folders, one for each filing.
///
/// # Errors
/// As [`Case::copy_as_bag`].
pub fn filing_set(case: &Case, target: &Path, line: impl Fn(&FilingEntry) -> String) -> Result<usize, VaultError> {
    if disk::exists(target) {
        return Err(VaultError::TargetExists(target.to_owned()));
    }
    let work = WorkFolder::claim(target)?;
    let mut set = FilingSet { folder: work.case(), filing: 1, bytes: 0, entries: Vec::new() };
    case.walk(|path, size, reader| {
        if !path.as_str().starts_with("data/") && path.as_str() != names::PAGE_ITALIAN {
            return Ok(());
        }
        match form(path) {
            Form::AsItIs(name) if size <= LARGEST_FILE => set.copy(path, &name, size, reader),
            Form::Picture(name) if size <= LARGEST_FILE => set.convert(path, &name, reader),
            Form::AsItIs(_) | Form::Picture(_) => set.leave_out(path, FilingProblem::Size, reader),
            Form::NotTaken => set.leave_out(path, FilingProblem::Format, reader),
        }
    })?;
    let FilingSet { filing, mut entries, .. } = set;
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

/// A set in the making.
struct FilingSet {
    folder: PathBuf,
    /// The number of the filing, and of its folder.
    filing: u32,
    /// Bytes in this filing.
    bytes: u64,
    entries: Vec<FilingEntry>,
}

impl FilingSet {
    /// Where the next file goes: into this filing while it has room, else into the next.
    fn place(&mut self, name: &str, size: u64) -> Result<(String, PathBuf), VaultError> {
        if self.bytes.saturating_add(size) > LARGEST_FILING {
            self.filing = self.filing.saturating_add(1);
            self.bytes = 0;
        }
        self.bytes = self.bytes.saturating_add(size);
        let name = format!("{}/{name}", self.filing);
        let place = place(&self.folder, &name.parse()?)?;
        Ok((name, place))
    }

    fn copy(&mut self, path: &CasePath, name: &str, size: u64, reader: &mut dyn Read) -> Result<(), VaultError> {
        let (name, place) = self.place(name, size)?;
        let (sha256, _) = disk::copy_new(&place, reader)?;
        self.entries.push(FilingEntry { path: path.clone(), sha256, name: Some(name), converted: None, problem: None });
        Ok(())
    }

    fn convert(&mut self, path: &CasePath, name: &str, reader: &mut dyn Read) -> Result<(), VaultError> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|source| VaultError::io(Path::new(path.as_str()), source))?;
        let sha256 = Sha256::of(&bytes);
        let mut entry = FilingEntry { path: path.clone(), sha256, name: None, converted: None, problem: None };
        match still_as_tiff(&bytes) {
            None => entry.problem = Some(FilingProblem::Format),
            Some(tiff) if tiff.len() as u64 > LARGEST_FILE => entry.problem = Some(FilingProblem::Size),
            Some(tiff) => {
                let (name, place) = self.place(name, tiff.len() as u64)?;
                disk::write_new(&place, &tiff)?;
                (entry.name, entry.converted) = (Some(name), Some(Sha256::of(&tiff)));
            }
        }
        self.entries.push(entry);
        Ok(())
    }

    fn leave_out(
        &mut self,
        path: &CasePath,
        problem: FilingProblem,
        mut reader: &mut dyn Read,
    ) -> Result<(), VaultError> {
        let digest = digest_while(&mut reader, |_| Ok(()));
        let (sha256, _) = digest.map_err(|source| VaultError::io(Path::new(path.as_str()), source))?;
        self.entries.push(FilingEntry {
            path: path.clone(),
            sha256,
            name: None,
            converted: None,
            problem: Some(problem),
        });
        Ok(())
    }
}

/// The picture as a viewer shows it. None for an animation or a damaged picture, of which a TIFF would show a part only.
fn still_as_tiff(bytes: &[u8]) -> Option<Vec<u8>> {
    let decoded = argine_media::decode(bytes, &argine_media::Limits::default()).ok()?;
    let whole = decoded.completeness == Completeness::Whole;
    let upright = decoded.picture.view().turned(decoded.turn);
    whole.then(|| argine_media::tiff(upright.view()).ok()).flatten()
}

/// What becomes of a file of the case, with its name in the set: the path in one part, so that no two meet, with an
/// ending that the portal takes.
#[derive(Debug, PartialEq, Eq)]
enum Form {
    AsItIs(String),
    Picture(String),
    NotTaken,
}

fn form(path: &CasePath) -> Form {
    let flat = path.as_str().trim_start_matches("data/").replace('/', "-");
    let Some((_, ending)) = flat.rsplit_once('.') else { return Form::NotTaken };
    let ending = ending.to_ascii_lowercase();
    if ACCEPTED.contains(&ending.as_str()) {
        Form::AsItIs(flat)
    } else if WORDS.contains(&ending.as_str()) {
        Form::AsItIs(format!("{flat}.txt"))
    } else if PICTURES.contains(&ending.as_str()) {
        Form::Picture(format!("{flat}.tiff"))
    } else {
        Form::NotTaken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_taken_renamed_written_anew_or_left_out() {
        for (path, expected) in [
            ("data/originals/0001-chat.txt", Form::AsItIs("originals-0001-chat.txt".to_owned())),
            ("data/originals/0002/0005-foto.JPG", Form::AsItIs("originals-0002-0005-foto.JPG".to_owned())),
            ("data/derived/denuncia-querela.pdf", Form::AsItIs("derived-denuncia-querela.pdf".to_owned())),
            ("data/derived/plan.json", Form::AsItIs("derived-plan.json.txt".to_owned())),
            ("data/originals/0003-mail.eml", Form::AsItIs("originals-0003-mail.eml".to_owned())),
            ("data/originals/0004-screen.png", Form::Picture("originals-0004-screen.png.tiff".to_owned())),
            ("data/originals/0005-nota.opus", Form::NotTaken),
            ("data/originals/0006-foto.heic", Form::NotTaken),
            ("data/originals/0007-foto.webp", Form::Picture("originals-0007-foto.webp.tiff".to_owned())),
            ("data/originals/0008-tutto.zip", Form::NotTaken),
            ("data/originals/0009-senza", Form::NotTaken),
        ] {
            assert_eq!(form(&path.parse().expect("a path")), expected, "{path}");
        }
    }
}
