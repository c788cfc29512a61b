use std::path::Path;

use argine_model::{Custodian, ExhibitId};
use argine_seal::{
    CasePath, CustodyAction, CustodyFile, Expectation, PayloadFile, PreviousSeal, SealSummary, SigningKey, Tool,
    VerificationPages, names,
};
use jiff::Timestamp;

use crate::case::Draft;
use crate::place::WorkFolder;
use crate::read::{listed_files, read_custody, read_items, read_text, verify_case};
use crate::{SealedCase, VaultError, disk};

/// Adds to a sealed case under a new seal. Earlier seals stay byte for byte what they were.
///
/// The next state of the case is prepared beside it (files under second names, so that no bytes are copied) and
/// trades places with it in one rename: a process that is killed leaves the last sealed state.
#[derive(Debug)]
pub struct CaseEditor {
    draft: Draft,
    last: SealSummary,
    work: WorkFolder,
}

impl CaseEditor {
    /// Opens the case at `target` after verifying it.
    ///
    /// # Errors
    /// [`VaultError::NotIntact`] when it changed since its last seal, [`VaultError::Busy`] when another process is
    /// writing it, or what the disk says.
    pub fn open(target: &Path, tool: Tool, by: Custodian) -> Result<Self, VaultError> {
        let work = WorkFolder::claim(target)?;
        let target = work.target();
        let verdict = verify_case(target, &Expectation::default())?;
        let Some(last) = verdict.seals.last().filter(|_| verdict.is_intact()).cloned() else {
            return Err(VaultError::NotIntact(Box::new(verdict)));
        };
        let items = read_items(target)?;
        let listed = listed_files(target)?;
        let payload: Vec<PayloadFile> =
            items.payload().into_values().filter(|file| listed.iter().any(|path| path == file.path.as_str())).collect();
        let draft = Draft {
            folder: work.case(),
            case: last.case.clone(),
            tool,
            by,
            pages: VerificationPages {
                italian: read_text(target, names::PAGE_ITALIAN)?,
                english: read_text(target, names::PAGE_ENGLISH)?,
            },
            payload,
            items,
            custody: read_custody(target)?,
            previous: Some(PreviousSeal { number: last.number, root: last.root }),
            stamps: Vec::new(),
        };
        let kept = listed.iter().filter(|path| path.starts_with("data/") || path.starts_with("seal/"));
        for path in kept {
            let path: CasePath = path.parse()?;
            disk::link_or_copy(&target.join(path.as_str()), &draft.place(&path)?)?;
        }
        Ok(Self { draft, last, work })
    }

    /// Writes something made from exhibits under `data/derived/`.
    ///
    /// # Errors
    /// When `name` is not safe, is taken, or the disk refuses.
    pub fn add_derived(
        &mut self,
        name: &str,
        bytes: &[u8],
        exhibits: &[ExhibitId],
        time: Timestamp,
    ) -> Result<CasePath, VaultError> {
        self.draft.add_derived(name, bytes, exhibits, time)
    }

    /// Adds an event to the chain of custody, about exhibits and files of the case.
    ///
    /// # Errors
    /// [`VaultError::Seal`] when it cannot be written.
    pub fn append_custody(
        &mut self,
        action: CustodyAction,
        time: Timestamp,
        exhibits: &[ExhibitId],
        files: &[CustodyFile],
        note: Option<String>,
    ) -> Result<(), VaultError> {
        self.draft.record(action, time, exhibits.to_vec(), files.to_vec(), note)
    }

    /// Seals the new state and puts it in the place of the old one.
    ///
    /// # Errors
    /// [`VaultError::OtherKey`] when the case was sealed with another key, or what the disk says.
    pub fn seal(self, time: Timestamp, key: &SigningKey) -> Result<SealedCase, VaultError> {
        let Self { draft, last, work } = self;
        if key.public().id() != last.key {
            return Err(VaultError::OtherKey);
        }
        let sealed = draft.seal(time, key)?;
        Ok(SealedCase { path: work.replace()?, ..sealed })
    }
}
