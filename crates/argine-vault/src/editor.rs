use std::io::Read;
use std::path::Path;

use argine_case::{Draft, Handover};
use argine_model::{Custodian, Exhibit, ExhibitId};
use argine_seal::{Acquisition, CasePath, CustodyAction, CustodyFile, PayloadFile, SealSummary, SigningKey, Tool};
use jiff::Timestamp;

use crate::place::WorkFolder;
use crate::sink::DiskSink;
use crate::{Case, SealedCase, VaultError};

/// Adds to a sealed case under a new seal. Earlier seals stay byte for byte what they were.
///
/// The next state of the case is prepared beside it (files of a plain case under second names, so that no bytes are
/// copied; a locked case as a second archive) and trades places with it in one rename: a process that is killed leaves
/// the last sealed state.
#[derive(Debug)]
pub struct CaseEditor {
    pub(crate) draft: Draft<DiskSink>,
    pub(crate) last: SealSummary,
    pub(crate) work: WorkFolder,
    /// Files that come no more into the next state; their records stay.
    pub(crate) deleted: Vec<PayloadFile>,
}

impl CaseEditor {
    /// Opens the plain case at `target` after verifying it. A locked one is opened by [`Case::edit`].
    ///
    /// # Errors
    /// [`VaultError::NotIntact`] when it changed since its last seal, [`VaultError::Busy`] when another process is
    /// writing it, [`VaultError::Locked`], or what the disk says.
    pub fn open(target: &Path, tool: Tool, by: Custodian) -> Result<Self, VaultError> {
        Case::plain(target)?.edit(tool, by)
    }

    /// Copies an exhibit byte by byte and records it.
    ///
    /// # Errors
    /// As [`crate::CaseWriter::add_original`].
    pub fn add_original(
        &mut self,
        exhibit: &Exhibit,
        reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<CasePath, VaultError> {
        self.draft.add_original(exhibit, reader, acquisition)
    }

    /// Takes a file that nobody has read yet.
    ///
    /// # Errors
    /// As [`crate::CaseWriter::take_original`].
    pub fn take_original(
        &mut self,
        handover: Handover,
        reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<Exhibit, VaultError> {
        self.draft.take_original(handover, reader, acquisition)
    }

    /// Writes something made from exhibits under `data/derived/`.
    ///
    /// # Errors
    /// When `name` is not safe, is taken, is media that the case may not hold, or the disk refuses.
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

    /// What was taken out by [`Case::edit_without`] is noted as erased.
    pub(crate) fn note_deleted(&mut self, time: Timestamp) -> Result<(), VaultError> {
        for file in std::mem::take(&mut self.deleted) {
            let files = vec![CustodyFile { path: file.path, sha256: file.sha256 }];
            self.draft.record(CustodyAction::Delete, time, Vec::new(), files, None)?;
        }
        Ok(())
    }

    /// Seals the new state and puts it in the place of the old one.
    ///
    /// # Errors
    /// [`VaultError::OtherKey`] when the case was sealed with another key, or what the disk says.
    pub fn seal(mut self, time: Timestamp, key: &SigningKey) -> Result<SealedCase, VaultError> {
        self.note_deleted(time)?;
        let Self { draft, last, work, .. } = self;
        if key.public().id() != last.key {
            return Err(VaultError::OtherKey);
        }
        let sealed = draft.seal(time, key)?;
        Ok(SealedCase::at(work.replace()?, sealed))
    }
}
