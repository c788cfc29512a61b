use std::io::Read;
use std::path::Path;

use argine_case::{CaseHeader, Draft, Handover};
use argine_model::{Exhibit, ExhibitId};
use argine_seal::{Acquisition, CasePath, SigningKey};
use jiff::Timestamp;

use crate::place::WorkFolder;
use crate::sink::DiskSink;
use crate::vault::Lock;
use crate::{SealedCase, VaultError, disk};

/// Writes a new case. The folder appears, complete and sealed, when [`CaseWriter::seal`] returns; a writer that is
/// dropped before, or a process that is killed, leaves no case.
///
/// ```no_run
/// # fn example(header: argine_case::CaseHeader, exhibit: argine_model::Exhibit, how: argine_seal::Acquisition,
/// #     key: argine_seal::SigningKey, now: jiff::Timestamp) -> Result<(), Box<dyn std::error::Error>> {
/// use argine_vault::CaseWriter;
/// let mut writer = CaseWriter::begin("fascicolo".as_ref(), header)?;
/// writer.add_original(&exhibit, std::fs::File::open("chat.txt")?, how)?;
/// writer.add_derived("assessment.json", b"{}", &[exhibit.id], now)?;
/// let sealed = writer.seal(now, &key)?;
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct CaseWriter {
    draft: Draft<DiskSink>,
    work: WorkFolder,
}

impl CaseWriter {
    /// Begins a case that will appear at `target`.
    ///
    /// # Errors
    /// When something is there already, the folder above is missing or cannot be written, or another process is
    /// writing a case of the same name.
    pub fn begin(target: &Path, header: CaseHeader) -> Result<Self, VaultError> {
        Self::begin_in(target, header, |work| Ok(DiskSink::Folder(work.case())))
    }

    /// Begins a case that will appear at `target` locked: what is put into it reaches the disk encrypted only.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub fn begin_locked(target: &Path, header: CaseHeader, lock: &Lock) -> Result<Self, VaultError> {
        Self::begin_in(target, header, |work| lock.begin(&work.case()))
    }

    fn begin_in(
        target: &Path,
        header: CaseHeader,
        sink: impl FnOnce(&WorkFolder) -> Result<DiskSink, VaultError>,
    ) -> Result<Self, VaultError> {
        if disk::exists(target) {
            return Err(VaultError::TargetExists(target.to_owned()));
        }
        let work = WorkFolder::claim(target)?;
        let draft = Draft::begin(sink(&work)?, header)?;
        Ok(Self { draft, work })
    }

    /// Copies an exhibit byte by byte and records it.
    ///
    /// # Errors
    /// [`VaultError::OriginalChanged`] when the bytes are not those of the exhibit, [`VaultError::MediaForbidden`]
    /// when they may not be copied, or what the disk says. The writer cannot be used for this exhibit any more; one of
    /// a locked case not at all.
    pub fn add_original(
        &mut self,
        exhibit: &Exhibit,
        reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<CasePath, VaultError> {
        self.draft.add_original(exhibit, reader, acquisition)
    }

    /// Takes a file that nobody has read yet, digest and copy in one reading, and says which exhibit it became. What
    /// may not be copied is recorded by its digest only.
    ///
    /// # Errors
    /// [`VaultError::OriginalChanged`] when it is longer or shorter than announced, or what the disk says.
    pub fn take_original(
        &mut self,
        handover: Handover,
        reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<Exhibit, VaultError> {
        self.draft.take_original(handover, reader, acquisition)
    }

    /// Records an exhibit of which the case keeps the digest only.
    ///
    /// # Errors
    /// [`VaultError::Seal`] when it cannot be recorded.
    pub fn add_digest_only(&mut self, exhibit: &Exhibit, acquisition: Acquisition) -> Result<(), VaultError> {
        self.draft.acquire(exhibit, None, acquisition)
    }

    /// Copies a member of a container whose exhibit was added before.
    ///
    /// # Errors
    /// [`VaultError::NoSuchMember`] when the exhibit lists no member of this name with these bytes,
    /// [`VaultError::MediaForbidden`] when it may not be copied, or what the disk says.
    pub fn add_member(
        &mut self,
        exhibit: ExhibitId,
        member: &[String],
        bytes: &[u8],
        time: Timestamp,
    ) -> Result<CasePath, VaultError> {
        self.draft.add_member(exhibit, member, bytes, time)
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

    /// Seals the case and lets it appear.
    ///
    /// # Errors
    /// When records contradict each other, the disk refuses, or something has appeared at the target meanwhile.
    pub fn seal(self, time: Timestamp, key: &SigningKey) -> Result<SealedCase, VaultError> {
        let Self { draft, work } = self;
        let sealed = draft.seal(time, key)?;
        Ok(SealedCase::at(work.appear()?, sealed))
    }
}
