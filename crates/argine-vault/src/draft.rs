use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use argine_model::{
    AcquisitionLevel, AgeClass, Custodian, Exhibit, ExhibitId, MediaClass, Member, OriginalHandling, Sha256,
};
use argine_seal::{
    Acquisition, CaseId, CasePath, CustodyAction, CustodyEvent, CustodyFile, CustodyLog, ItemLog, ItemRecord, KeyId,
    PayloadFile, PreviousSeal, SealRequest, SigningKey, Tool, VerificationPages, names, safe_name, seal,
};
use jiff::Timestamp;

use crate::archive::ArchiveWriter;
use crate::copy::{derived_may_be_kept, member_may_be_copied, original_may_be_copied};
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

/// A file that is handed over and has not been read yet: its digest comes with the copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Its file name as handed over (no folders).
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// What it is.
    pub class: MediaClass,
    /// How the copy was taken.
    pub acquisition: AcquisitionLevel,
    /// What is inside, where it is a container that could be listed.
    pub members: Vec<Member>,
    /// Whether the person wants the bytes in the case. What may show a person who may be a child never comes in.
    pub handling: OriginalHandling,
}

/// Where the files of a case to be go.
#[derive(Debug)]
pub(crate) enum Sink {
    /// Into a folder: a plain case.
    Folder(PathBuf),
    /// Into an archive: a locked case.
    Archive(Box<ArchiveWriter>),
}

impl Sink {
    /// Writes a file of `size` bytes and says what was copied. Of a longer one, one byte more is read.
    pub(crate) fn put(&mut self, path: &CasePath, size: u64, reader: impl Read) -> Result<(Sha256, u64), VaultError> {
        match self {
            // One byte more than expected is enough to know, and a file that grows for ever ends here.
            Self::Folder(folder) => disk::copy_new(&place(folder, path)?, reader.take(size.saturating_add(1))),
            Self::Archive(archive) => archive.put(path.as_str(), size, reader),
        }
    }

    pub(crate) fn write(&mut self, path: &CasePath, bytes: &[u8]) -> Result<(), VaultError> {
        self.put(path, bytes.len() as u64, bytes).map(|_| ())
    }

    /// Waits until the disk has every file and every name.
    pub(crate) fn finish<'a>(self, paths: impl Iterator<Item = &'a CasePath>) -> Result<(), VaultError> {
        match self {
            Self::Folder(folder) => {
                let folders: BTreeSet<PathBuf> =
                    paths.flat_map(|path| Path::new(path.as_str()).ancestors().skip(1).map(Path::to_owned)).collect();
                folders.iter().try_for_each(|inside| disk::sync_folder(&folder.join(inside)))
            }
            Self::Archive(archive) => archive.finish(),
        }
    }
}

/// Where a file of a plain case goes; folders above it are made.
pub(crate) fn place(folder: &Path, path: &CasePath) -> Result<PathBuf, VaultError> {
    let place = folder.join(path.as_str());
    if let Some(folder) = place.parent()
        && !disk::is_folder(folder)
    {
        disk::create_folders(folder)?;
    }
    Ok(place)
}

/// A case in the making: files already in the work folder, records still in memory.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) sink: Sink,
    pub(crate) case: CaseId,
    pub(crate) tool: Tool,
    pub(crate) by: Custodian,
    pub(crate) age: AgeClass,
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
    fn put(
        &mut self,
        path: &CasePath,
        size: u64,
        expected: Option<Sha256>,
        reader: impl Read,
    ) -> Result<Option<PayloadFile>, VaultError> {
        let copied = self.sink.put(path, size, reader)?;
        if copied.1 != size || expected.is_some_and(|expected| expected != copied.0) {
            return Ok(None);
        }
        let file = PayloadFile { path: path.clone(), sha256: copied.0, size: copied.1 };
        self.payload.push(file.clone());
        Ok(Some(file))
    }

    pub(crate) fn add_original(
        &mut self,
        exhibit: &Exhibit,
        reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<CasePath, VaultError> {
        if !original_may_be_copied(exhibit, self.age) {
            return Err(VaultError::MediaForbidden(exhibit.id));
        }
        let path: CasePath = format!("{}/{}-{}", names::ORIGINALS, exhibit.id, safe_name(&exhibit.name)).parse()?;
        let copied = self.put(&path, exhibit.size, Some(exhibit.sha256), reader)?;
        let file = copied.ok_or(VaultError::OriginalChanged(exhibit.id))?;
        self.acquire(exhibit, Some(file), acquisition)?;
        Ok(path)
    }

    /// Takes a file that nobody has read yet: digest and copy in one reading.
    pub(crate) fn take_original(
        &mut self,
        handover: Handover,
        mut reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<Exhibit, VaultError> {
        let id = self.items.exhibits().map(|exhibit| exhibit.id.0).max().unwrap_or_default().saturating_add(1);
        let Handover { name, size, class, acquisition: level, members, handling } = handover;
        let mut exhibit = Exhibit {
            id: ExhibitId(id),
            name,
            sha256: Sha256::of(b""),
            size,
            class,
            acquisition: level,
            custodian: self.by,
            handling,
            members,
        };
        if !original_may_be_copied(&exhibit, self.age) {
            exhibit.handling = OriginalHandling::HashOnly;
            let digested = disk::digest_while(&mut reader, |_| Ok(()));
            (exhibit.sha256, exhibit.size) =
                digested.map_err(|source| VaultError::io(Path::new(&exhibit.name), source))?;
            self.acquire(&exhibit, None, acquisition)?;
            return Ok(exhibit);
        }
        let path: CasePath = format!("{}/{}-{}", names::ORIGINALS, exhibit.id, safe_name(&exhibit.name)).parse()?;
        let copied = self.put(&path, size, None, reader)?;
        let file = copied.ok_or(VaultError::OriginalChanged(exhibit.id))?;
        exhibit.sha256 = file.sha256;
        self.acquire(&exhibit, Some(file), acquisition)?;
        Ok(exhibit)
    }

    pub(crate) fn add_member(
        &mut self,
        exhibit: ExhibitId,
        member: &[String],
        bytes: &[u8],
        time: Timestamp,
    ) -> Result<CasePath, VaultError> {
        let unknown = || VaultError::NoSuchMember(exhibit);
        let container = self.items.exhibits().find(|recorded| recorded.id == exhibit);
        let sha256 = Sha256::of(bytes);
        let same = |listed: &Member| listed.path == member && listed.sha256 == Some(sha256);
        let members = &container.ok_or_else(unknown)?.members;
        let position = members.iter().position(same).ok_or_else(unknown)?;
        let listed = members.get(position).ok_or_else(unknown)?;
        if !member_may_be_copied(listed, self.age) {
            return Err(VaultError::MediaForbidden(exhibit));
        }
        let name = member.last().map_or("", |name| name.rsplit(['/', '\\']).next().unwrap_or(name));
        // The position in the container tells apart members of the same name in different folders.
        let path: CasePath =
            format!("{}/{exhibit}/{:04}-{}", names::ORIGINALS, position + 1, safe_name(name)).parse()?;
        let size = bytes.len() as u64;
        self.put(&path, size, Some(sha256), bytes)?.ok_or(VaultError::OriginalChanged(exhibit))?;
        let member = member.to_vec();
        self.items.append(ItemRecord::Member { path: path.clone(), exhibit, member, sha256, size })?;
        let files = vec![CustodyFile { path: path.clone(), sha256 }];
        self.record(CustodyAction::Acquire, time, vec![exhibit], files, None)?;
        Ok(path)
    }

    pub(crate) fn add_derived(
        &mut self,
        name: &str,
        bytes: &[u8],
        exhibits: &[ExhibitId],
        time: Timestamp,
    ) -> Result<CasePath, VaultError> {
        let path: CasePath = format!("{}/{name}", names::DERIVED).parse()?;
        if !derived_may_be_kept(name, bytes, self.age) {
            return Err(VaultError::MediaForbidden(exhibits.first().copied().unwrap_or(ExhibitId(0))));
        }
        if let Some(file) = self.put(&path, bytes.len() as u64, None, bytes)? {
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

    pub(crate) fn acquire(
        &mut self,
        exhibit: &Exhibit,
        file: Option<PayloadFile>,
        acquisition: Acquisition,
    ) -> Result<(), VaultError> {
        let time = acquisition.time;
        let files = file.iter().map(|file| CustodyFile { path: file.path.clone(), sha256: file.sha256 }).collect();
        let path = file.map(|file| file.path);
        self.items.append(ItemRecord::Original { path, exhibit: exhibit.clone(), acquisition })?;
        self.record(CustodyAction::Acquire, time, vec![exhibit.id], files, None)
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
            self.sink.write(&entry.path, &entry.bytes)?;
        }
        let paths = self.payload.iter().map(|file| &file.path).chain(sealed.files.iter().map(|entry| &entry.path));
        self.sink.finish(paths)?;
        Ok(SealedCase { path: PathBuf::new(), seal: sealed.number, root: sealed.root, key: sealed.key })
    }
}
