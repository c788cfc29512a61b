use std::io::Read;
use std::path::Path;

use argine_model::{Exhibit, ExhibitId};
use argine_seal::{
    Acquisition, CasePath, CustodyAction, CustodyFile, CustodyLog, ItemLog, ItemRecord, PayloadFile, SigningKey, names,
    safe_name,
};
use jiff::Timestamp;

use crate::case::Draft;
use crate::copy::{member_may_be_copied, original_may_be_copied};
use crate::place::WorkFolder;
use crate::{CaseHeader, SealedCase, VaultError, disk};

/// Writes a new case. The folder appears, complete and sealed, when [`CaseWriter::seal`] returns; a writer that is
/// dropped before, or a process that is killed, leaves no case.
///
/// ```no_run
/// # fn example(header: argine_vault::CaseHeader, exhibit: argine_model::Exhibit, how: argine_seal::Acquisition,
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
    header: CaseHeader,
    draft: Draft,
    work: WorkFolder,
}

impl CaseWriter {
    /// Begins a case that will appear at `target`.
    ///
    /// # Errors
    /// When something is there already, the folder above is missing or cannot be written, or another process is
    /// writing a case of the same name.
    pub fn begin(target: &Path, header: CaseHeader) -> Result<Self, VaultError> {
        if disk::exists(target) {
            return Err(VaultError::TargetExists(target.to_owned()));
        }
        let work = WorkFolder::claim(target)?;
        let draft = Draft {
            folder: work.case(),
            case: header.case.clone(),
            tool: header.tool.clone(),
            by: header.by,
            pages: header.pages.clone(),
            payload: Vec::new(),
            items: ItemLog::default(),
            custody: CustodyLog::default(),
            previous: None,
            stamps: Vec::new(),
        };
        Ok(Self { header, draft, work })
    }

    /// Copies an exhibit byte by byte and records it.
    ///
    /// # Errors
    /// [`VaultError::OriginalChanged`] when the bytes are not those of the exhibit, [`VaultError::MediaForbidden`]
    /// when they may not be copied, or what the disk says. The writer cannot be used for this exhibit any more.
    pub fn add_original(
        &mut self,
        exhibit: &Exhibit,
        reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<CasePath, VaultError> {
        if !original_may_be_copied(exhibit, self.header.age) {
            return Err(VaultError::MediaForbidden(exhibit.id));
        }
        let path: CasePath = format!("{}/{}-{}", names::ORIGINALS, exhibit.id, safe_name(&exhibit.name)).parse()?;
        let copied = self.draft.put(&path, Some((exhibit.sha256, exhibit.size)), reader)?;
        let file = copied.ok_or(VaultError::OriginalChanged(exhibit.id))?;
        self.acquire(exhibit, Some(file), acquisition)?;
        Ok(path)
    }

    /// Records an exhibit of which the case keeps the digest only.
    ///
    /// # Errors
    /// [`VaultError::Seal`] when it cannot be recorded.
    pub fn add_digest_only(&mut self, exhibit: &Exhibit, acquisition: Acquisition) -> Result<(), VaultError> {
        self.acquire(exhibit, None, acquisition)
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
        let unknown = || VaultError::NoSuchMember(exhibit);
        let container = self.draft.items.records().iter().find_map(|record| match record {
            ItemRecord::Original { exhibit: recorded, .. } if recorded.id == exhibit => Some(recorded),
            _ => None,
        });
        let sha256 = argine_model::Sha256::of(bytes);
        let same = |listed: &argine_model::Member| listed.path == member && listed.sha256 == Some(sha256);
        let members = &container.ok_or_else(unknown)?.members;
        let position = members.iter().position(same).ok_or_else(unknown)?;
        let listed = members.get(position).ok_or_else(unknown)?;
        if !member_may_be_copied(listed, self.header.age) {
            return Err(VaultError::MediaForbidden(exhibit));
        }
        let name = member.last().map_or("", |name| name.rsplit(['/', '\\']).next().unwrap_or(name));
        // The position in the container tells apart members of the same name in different folders.
        let path: CasePath =
            format!("{}/{exhibit}/{:04}-{}", names::ORIGINALS, position + 1, safe_name(name)).parse()?;
        let size = bytes.len() as u64;
        self.draft.put(&path, Some((sha256, size)), bytes)?.ok_or(VaultError::OriginalChanged(exhibit))?;
        let member = member.to_vec();
        self.draft.items.append(ItemRecord::Member { path: path.clone(), exhibit, member, sha256, size })?;
        let files = vec![CustodyFile { path: path.clone(), sha256 }];
        self.draft.record(CustodyAction::Acquire, time, vec![exhibit], files, None)?;
        Ok(path)
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

    /// Seals the case and lets it appear.
    ///
    /// # Errors
    /// When records contradict each other, the disk refuses, or something has appeared at the target meanwhile.
    pub fn seal(self, time: Timestamp, key: &SigningKey) -> Result<SealedCase, VaultError> {
        let Self { draft, work, .. } = self;
        let sealed = draft.seal(time, key)?;
        Ok(SealedCase { path: work.appear()?, ..sealed })
    }

    fn acquire(
        &mut self,
        exhibit: &Exhibit,
        file: Option<PayloadFile>,
        acquisition: Acquisition,
    ) -> Result<(), VaultError> {
        let time = acquisition.time;
        let files = file.iter().map(|file| CustodyFile { path: file.path.clone(), sha256: file.sha256 }).collect();
        let path = file.map(|file| file.path);
        self.draft.items.append(ItemRecord::Original { path, exhibit: exhibit.clone(), acquisition })?;
        self.draft.record(CustodyAction::Acquire, time, vec![exhibit.id], files, None)
    }
}
