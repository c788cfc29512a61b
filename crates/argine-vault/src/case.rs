use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use argine_model::{AgeClass, Custodian, ExhibitId, Sha256};
use argine_seal::{
    CaseId, CasePath, CustodyAction, CustodyEvent, CustodyFile, CustodyLog, ItemLog, ItemRecord, KeyId, PayloadFile,
    PreviousSeal, SealRequest, SigningKey, Tool, VerificationPages, names, seal,
};
use jiff::Timestamp;

use crate::{VaultError, disk};

/// What is known of a case before anything is put into it.
#[derive(Debug, Clone)]
pub struct CaseHeader {
    /// Its number.
    pub case: CaseId,
    /// The program that writes it, as recorded in every line.
    pub tool: Tool,
    /// Who hands things over and asks for the case.
    pub by: Custodian,
    /// Whether media may be copied at all.
    pub age: AgeClass,
    /// How to verify, for people ([`argine_seal::verification_page`]).
    pub pages: VerificationPages,
}

/// A case that has just been sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedCase {
    /// Where it lies.
    pub path: PathBuf,
    /// The number of the seal.
    pub seal: u32,
    /// Digest of its `root.txt`, to print on papers.
    pub root: Sha256,
    /// The key that signed.
    pub key: KeyId,
}

/// A case in the making: files already in the work folder, records still in memory.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) folder: PathBuf,
    pub(crate) case: CaseId,
    pub(crate) tool: Tool,
    pub(crate) by: Custodian,
    pub(crate) pages: VerificationPages,
    pub(crate) payload: Vec<PayloadFile>,
    pub(crate) items: ItemLog,
    pub(crate) custody: CustodyLog,
    pub(crate) previous: Option<PreviousSeal>,
    pub(crate) stamps: Vec<CustodyFile>,
}

impl Draft {
    /// Copies a payload file and counts it, if its bytes are the expected ones. `None`: they are not, or there are
    /// more or fewer of them.
    pub(crate) fn put(
        &mut self,
        path: &CasePath,
        expected: Option<(Sha256, u64)>,
        reader: impl Read,
    ) -> Result<Option<PayloadFile>, VaultError> {
        let place = self.place(path)?;
        // One byte more than expected is enough to know, and a file that grows for ever ends here.
        let limit = expected.map_or(u64::MAX, |(_, size)| size.saturating_add(1));
        let copied = disk::copy_new(&place, reader.take(limit))?;
        if expected.is_some_and(|expected| expected != copied) {
            return Ok(None);
        }
        let file = PayloadFile { path: path.clone(), sha256: copied.0, size: copied.1 };
        self.payload.push(file.clone());
        Ok(Some(file))
    }

    pub(crate) fn add_derived(
        &mut self,
        name: &str,
        bytes: &[u8],
        exhibits: &[ExhibitId],
        time: Timestamp,
    ) -> Result<CasePath, VaultError> {
        let path: CasePath = format!("{}/{name}", names::DERIVED).parse()?;
        if let Some(file) = self.put(&path, None, bytes)? {
            let (tool, exhibits) = (self.tool.clone(), exhibits.to_vec());
            let PayloadFile { sha256, size, .. } = file;
            self.items.append(ItemRecord::Derived {
                path: path.clone(),
                exhibits: exhibits.clone(),
                tool,
                time,
                sha256,
                size,
            })?;
            self.record(CustodyAction::Derive, time, exhibits, vec![CustodyFile { path: path.clone(), sha256 }], None)?;
        }
        Ok(path)
    }

    pub(crate) fn record(
        &mut self,
        action: CustodyAction,
        time: Timestamp,
        exhibits: Vec<ExhibitId>,
        files: Vec<CustodyFile>,
        note: Option<String>,
    ) -> Result<(), VaultError> {
        let (by, tool) = (self.by, self.tool.clone());
        Ok(self.custody.append(CustodyEvent { time, action, by, tool, exhibits, files, note })?)
    }

    /// Writes tag files and seal, then waits until the disk has every name.
    pub(crate) fn seal(mut self, time: Timestamp, key: &SigningKey) -> Result<SealedCase, VaultError> {
        self.payload.sort_by(|left, right| left.path.cmp(&right.path));
        let sealed = seal(
            SealRequest {
                case: &self.case,
                tool: &self.tool,
                time,
                by: self.by,
                payload: &self.payload,
                items: &self.items,
                custody: self.custody.clone(),
                pages: &self.pages,
                previous: self.previous,
                stamps: &self.stamps,
            },
            key,
        )?;
        for entry in &sealed.files {
            disk::write_new(&self.place(&entry.path)?, &entry.bytes)?;
        }
        let paths = self.payload.iter().map(|file| &file.path).chain(sealed.files.iter().map(|entry| &entry.path));
        let folders: BTreeSet<PathBuf> =
            paths.flat_map(|path| Path::new(path.as_str()).ancestors().skip(1).map(Path::to_owned)).collect();
        for folder in folders {
            disk::sync_folder(&self.folder.join(folder))?;
        }
        Ok(SealedCase { path: self.folder, seal: sealed.number, root: sealed.root, key: sealed.key })
    }

    /// Where a file of the case goes; folders above it are made.
    pub(crate) fn place(&self, path: &CasePath) -> Result<PathBuf, VaultError> {
        let place = self.folder.join(path.as_str());
        if let Some(folder) = place.parent()
            && !disk::is_folder(folder)
        {
            disk::create_folders(folder)?;
        }
        Ok(place)
    }
}
