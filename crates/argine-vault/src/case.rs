use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};

use argine_case::{
    ARCHIVE, Draft, DraftState, Found, Identity, KEY, PAGES, Passphrase, Sink as _, WorkFactor, derived_may_be_kept,
    digest_while,
};
use argine_model::{AgeClass, Custodian, ExhibitId};
use argine_seal::{
    CasePath, CustodyFile, CustodyLog, Expectation, ItemLog, ItemRecord, PreviousSeal, Root, SealSummary, StampNonce,
    Tool, Verdict, VerificationPages, add_stamp, names,
};
use zeroize::Zeroizing;

use crate::place::WorkFolder;
use crate::sink::{DiskSink, place};
use crate::source::{self, Source, TAG_FILE_LIMIT};
use crate::vault::{CaseKey, Lock, write_key};
use crate::{CaseEditor, VaultError, disk};

/// A case on disk: a plain folder, or a vault with what opens it.
///
/// A locked case is never unpacked to be worked on: it is read, and written anew, as a stream. Only
/// [`Self::unlock_for_good`] and [`Self::copy_as_bag`] write plain files, because they are asked to.
#[derive(Debug, Clone)]
pub struct Case {
    path: PathBuf,
    key: Option<Identity>,
}

impl Case {
    /// The plain case at `path`. Whether there is one, the first thing asked of it tells.
    ///
    /// # Errors
    /// [`VaultError::Locked`] when it is a vault.
    pub fn plain(path: &Path) -> Result<Self, VaultError> {
        if Self::is_locked(path) {
            return Err(VaultError::Locked(path.to_owned()));
        }
        Ok(Self { path: path.to_owned(), key: None })
    }

    /// The vault at `path`, opened.
    ///
    /// # Errors
    /// [`VaultError::WrongKey`], [`VaultError::VaultDamaged`], [`VaultError::NotLocked`], or what the disk says.
    pub fn unlock(path: &Path, key: &CaseKey) -> Result<Self, VaultError> {
        if !Self::is_locked(path) {
            return Err(VaultError::NotLocked(path.to_owned()));
        }
        let identity = key.identity(path)?;
        source::recipients(path, &identity)?;
        Ok(Self { path: path.to_owned(), key: Some(identity) })
    }

    /// Whether a vault lies at `path`.
    pub fn is_locked(path: &Path) -> bool {
        disk::is_plain_file(&path.join(ARCHIVE))
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn source(&self) -> Source<'_> {
        self.key.as_ref().map_or(Source::Folder(&self.path), |identity| Source::Vault(&self.path, identity))
    }

    /// Reads every file once and judges the case.
    ///
    /// # Errors
    /// [`VaultError::NotACase`], [`VaultError::VaultDamaged`]. Everything else is in the verdict.
    pub fn verify(&self, expectation: &Expectation) -> Result<Verdict, VaultError> {
        self.source().verify(expectation)
    }

    /// The records: what each file is and where it comes from.
    ///
    /// # Errors
    /// [`VaultError::NotACase`] when there are none, [`VaultError::BrokenRecord`] with the line that is no record.
    pub fn items(&self) -> Result<ItemLog, VaultError> {
        self.parse_items(&self.record(names::ITEMS)?)
    }

    /// The chain of custody, as far as it holds.
    ///
    /// # Errors
    /// [`VaultError::NotACase`] when there is none, [`VaultError::BrokenRecord`] with the line where it breaks.
    pub fn custody(&self) -> Result<CustodyLog, VaultError> {
        self.parse_custody(&self.record(names::CUSTODY)?)
    }

    fn record(&self, name: &str) -> Result<Vec<u8>, VaultError> {
        self.source().read(&[name], TAG_FILE_LIMIT)?.remove(name).ok_or_else(|| VaultError::NotACase(self.path.clone()))
    }

    fn parse_items(&self, bytes: &[u8]) -> Result<ItemLog, VaultError> {
        let broken = |source| VaultError::BrokenRecord { path: self.path.join(names::ITEMS), source };
        ItemLog::parse(bytes).map_err(broken)
    }

    fn parse_custody(&self, bytes: &[u8]) -> Result<CustodyLog, VaultError> {
        let broken = |source| VaultError::BrokenRecord { path: self.path.join(names::CUSTODY), source };
        CustodyLog::parse(bytes).map_err(broken)
    }

    /// The bytes of a file under `data/`. Of a case of somebody who may be under 18, no media, whoever put it there.
    ///
    /// # Errors
    /// [`VaultError::MediaForbidden`], [`VaultError::NoSuchFile`], or what the disk says.
    pub fn read(&self, path: &CasePath) -> Result<Vec<u8>, VaultError> {
        let items = self.items()?;
        let missing = || VaultError::NoSuchFile(path.to_string());
        let record =
            items.records().iter().rev().find(|record| record.payload().is_some_and(|file| file.path == *path));
        let exhibit = forbidden(record.ok_or_else(missing)?, &items, items.age());
        if let Some(exhibit) = exhibit {
            return Err(VaultError::MediaForbidden(exhibit));
        }
        let bytes = self.source().read(&[path.as_str()], TAG_FILE_LIMIT)?.remove(path.as_str()).ok_or_else(missing)?;
        let named = path.as_str().rsplit('/').next().unwrap_or_default();
        if !derived_may_be_kept(named, &bytes, items.age()) && path.as_str().starts_with(names::DERIVED) {
            return Err(VaultError::MediaForbidden(ExhibitId(0)));
        }
        Ok(bytes)
    }

    /// Opens the case to add to it, after verifying it.
    ///
    /// # Errors
    /// [`VaultError::NotIntact`] when it changed since its last seal, [`VaultError::Busy`] when another process is
    /// writing it, or what the disk says.
    pub fn edit(&self, tool: Tool, by: Custodian) -> Result<CaseEditor, VaultError> {
        self.edit_without(tool, by, &[])
    }

    /// Opens the case to add to it and leaves files under `data/` out of its next state: their records stay, and an
    /// event says that they were erased.
    ///
    /// # Errors
    /// As [`Self::edit`]; [`VaultError::NoSuchFile`] when one of them is not there.
    pub fn edit_without(&self, tool: Tool, by: Custodian, erased: &[CasePath]) -> Result<CaseEditor, VaultError> {
        let work = WorkFolder::claim(&self.path)?;
        let last = self.last_seal()?;
        let tags = [names::ITEMS, names::CUSTODY, names::PAGE_ITALIAN, names::PAGE_ENGLISH];
        let mut tags = self.source().read(&tags, TAG_FILE_LIMIT)?;
        let mut tag = |name: &str| tags.remove(name).ok_or_else(|| VaultError::NotACase(self.path.clone()));
        let page = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|_| VaultError::NotACase(self.path.clone()));
        let (items, custody) = (self.parse_items(&tag(names::ITEMS)?)?, self.parse_custody(&tag(names::CUSTODY)?)?);
        let pages =
            VerificationPages { italian: page(tag(names::PAGE_ITALIAN)?)?, english: page(tag(names::PAGE_ENGLISH)?)? };
        let mut sink = self.next_sink(&work)?;
        let (mut stamps, mut left_out) = (Vec::new(), Vec::new());
        let wanted = |path: &str| {
            let gone = erased.iter().find(|gone| gone.as_str() == path);
            left_out.extend(gone.cloned());
            gone.is_none() && (path.starts_with("data/") || path.starts_with("seal/"))
        };
        let kept: BTreeSet<CasePath> = self.keep(&mut sink, wanted, &mut stamps)?.into_iter().collect();
        if let Some(missing) = erased.iter().find(|path| !left_out.contains(path)) {
            return Err(VaultError::NoSuchFile(missing.to_string()));
        }
        let (payload, others): (Vec<_>, Vec<_>) =
            items.payload().into_values().partition(|file| kept.contains(&file.path));
        let deleted = others.into_iter().filter(|file| left_out.contains(&file.path)).collect();
        let state = DraftState {
            case: last.case.clone(),
            tool,
            by,
            age: items.age(),
            pages,
            payload,
            items,
            custody,
            previous: Some(PreviousSeal { number: last.number, root: last.root }),
            stamps,
        };
        let draft = Draft::resume(sink, state);
        Ok(CaseEditor { draft, last, work, deleted })
    }

    /// The root of a seal, to ask an authority about: its digest is all that leaves.
    ///
    /// # Errors
    /// [`VaultError::NotIntact`] when the case changed, [`VaultError::NoSuchSeal`].
    pub fn root(&self, seal: Option<u32>) -> Result<Root, VaultError> {
        let last = self.last_seal()?;
        let number = seal.unwrap_or(last.number);
        let path = format!("{}/{number}/root.txt", names::SEAL);
        let bytes = self.source().read(&[&path], TAG_FILE_LIMIT)?.remove(&path);
        bytes.and_then(|bytes| Root::parse(&bytes)).ok_or(VaultError::NoSuchSeal(number))
    }

    /// Puts the answer of an authority beside the root of a seal. No new seal is made: a stamp says nothing but when.
    ///
    /// # Errors
    /// [`VaultError::Stamp`] when the answer does not stand; nothing is kept of it then.
    pub fn stamp(&self, root: &Root, response: &[u8], nonce: Option<StampNonce>) -> Result<(), VaultError> {
        let work = WorkFolder::claim(&self.path)?;
        self.last_seal()?;
        let status = format!("{}/{}/status.txt", names::SEAL, root.seal);
        let bytes = self.source().read(&[&status], TAG_FILE_LIMIT)?.remove(&status);
        let bytes = bytes.ok_or(VaultError::NoSuchSeal(root.seal))?;
        let files = add_stamp(root, &bytes, response, nonce)?;
        let mut sink = self.next_sink(&work)?;
        let mut kept = self.keep(&mut sink, |path| path != status, &mut Vec::new())?;
        for file in files {
            sink.write(&file.path, &file.bytes)?;
            kept.push(file.path);
        }
        sink.finish(&kept)?;
        work.replace().map(|_| ())
    }

    /// Copies the case as a plain, sealed folder, which anybody with the folder can read and check.
    ///
    /// # Errors
    /// [`VaultError::NotIntact`], [`VaultError::MediaForbidden`] when it holds what it may not, or what the disk says.
    pub fn copy_as_bag(&self, target: &Path) -> Result<PathBuf, VaultError> {
        self.copy_into(target, |work| Ok(DiskSink::Folder(work.case())))
    }

    /// Copies the case as a vault with a lock of its own.
    ///
    /// # Errors
    /// As [`Self::copy_as_bag`].
    pub fn copy_as_vault(&self, target: &Path, lock: &Lock) -> Result<PathBuf, VaultError> {
        self.copy_into(target, |work| lock.begin(&work.case()))
    }

    fn copy_into(
        &self,
        target: &Path,
        sink: impl FnOnce(&WorkFolder) -> Result<DiskSink, VaultError>,
    ) -> Result<PathBuf, VaultError> {
        if disk::exists(target) {
            return Err(VaultError::TargetExists(target.to_owned()));
        }
        let work = WorkFolder::claim(target)?;
        self.fill(sink(&work)?)?;
        work.appear()
    }

    /// Locks a plain case where it lies. The plain files are removed; what a disk keeps of removed files, no program can
    /// promise to take away.
    ///
    /// # Errors
    /// [`VaultError::NotIntact`], or what the disk says; the case is as it was then.
    pub fn lock(&self, lock: &Lock) -> Result<(), VaultError> {
        if self.key.is_some() {
            return Err(VaultError::Locked(self.path.clone()));
        }
        let work = WorkFolder::claim(&self.path)?;
        self.fill(lock.begin(&work.case())?)?;
        work.replace().map(|_| ())
    }

    /// Makes a locked case a plain one where it lies. The key is destroyed with the vault.
    ///
    /// # Errors
    /// [`VaultError::NotLocked`], [`VaultError::NotIntact`], or what the disk says; the case is as it was then.
    pub fn unlock_for_good(&self) -> Result<(), VaultError> {
        self.identity()?;
        let work = WorkFolder::claim(&self.path)?;
        self.fill(DiskSink::Folder(work.case()))?;
        work.replace().map(|_| ())
    }

    /// Gives a locked case another passphrase. Its key stays, and with it recovery sheets and second recipients: who
    /// has an old copy of the vault and the old passphrase still opens that copy.
    ///
    /// # Errors
    /// [`VaultError::NotLocked`], or what the disk says.
    pub fn change_passphrase(&self, passphrase: &Passphrase, factor: WorkFactor) -> Result<(), VaultError> {
        let identity = self.identity()?;
        // Only the holder of the case's own key may wrap it anew.
        let recipients = source::recipients(&self.path, identity)?;
        if recipients.first() != Some(&identity.recipient()) {
            return Err(VaultError::WrongKey(self.path.clone()));
        }
        let work = WorkFolder::claim(&self.path)?;
        write_key(&work.case(), identity, passphrase, factor)?;
        for name in PAGES.into_iter().chain([ARCHIVE]) {
            disk::link_or_copy(&self.path.join(name), &work.case().join(name))?;
        }
        disk::sync_folder(&work.case())?;
        work.replace().map(|_| ())
    }

    /// The key of a locked case, to print on a recovery sheet. Who has it needs no passphrase.
    ///
    /// # Errors
    /// [`VaultError::NotLocked`].
    pub fn recovery_key(&self) -> Result<Zeroizing<String>, VaultError> {
        Ok(self.identity()?.expose())
    }

    /// Erases the case: the wrapped key first, written over and removed, so that what is left of the vault anywhere is
    /// noise without a recovery sheet or a second recipient; then the folder. Needs no key.
    ///
    /// What it cannot reach: copies, backups, exported bags, what disks keep of plain files, the person's own chats.
    ///
    /// # Errors
    /// [`VaultError::NotACase`] when it is none, [`VaultError::Busy`], or what the disk says.
    pub fn erase(path: &Path) -> Result<(), VaultError> {
        let locked = Self::is_locked(path) || disk::is_plain_file(&path.join(KEY));
        if !locked && !disk::is_plain_file(&path.join(names::BAGIT)) {
            return Err(VaultError::NotACase(path.to_owned()));
        }
        let _work = WorkFolder::claim(path)?;
        if disk::is_plain_file(&path.join(KEY)) {
            let fill = argine_case::random::<1024>().map_err(|_| VaultError::NoRandomness)?;
            disk::overwrite_and_remove(&path.join(KEY), fill.as_slice())?;
            disk::sync_folder(path)?;
        }
        disk::remove_folder_or_say(path)
    }

    fn identity(&self) -> Result<&Identity, VaultError> {
        self.key.as_ref().ok_or_else(|| VaultError::NotLocked(self.path.clone()))
    }

    /// The last seal of a case that is intact.
    fn last_seal(&self) -> Result<SealSummary, VaultError> {
        let verdict = self.verify(&Expectation::default())?;
        match verdict.seals.last().filter(|_| verdict.is_intact()) {
            Some(last) => Ok(last.clone()),
            None => Err(VaultError::NotIntact(Box::new(verdict))),
        }
    }

    /// The next state of the case, empty, in the work folder: locked as the case is, for the same people.
    fn next_sink(&self, work: &WorkFolder) -> Result<DiskSink, VaultError> {
        let Some(identity) = &self.key else { return Ok(DiskSink::Folder(work.case())) };
        for name in PAGES.into_iter().chain([KEY]) {
            // A copy made for a second recipient may come without the wrapped key.
            if disk::is_plain_file(&self.path.join(name)) {
                disk::link_or_copy(&self.path.join(name), &work.case().join(name))?;
            }
        }
        let recipients = source::recipients(&self.path, identity)?;
        DiskSink::archive(&work.case().join(ARCHIVE), &recipients)
    }

    /// Brings files into the next state; in a plain case under second names. Files of stamps are noted in `stamps`.
    fn keep(
        &self,
        sink: &mut DiskSink,
        mut wanted: impl FnMut(&str) -> bool,
        stamps: &mut Vec<CustodyFile>,
    ) -> Result<Vec<CasePath>, VaultError> {
        let mut kept = Vec::new();
        self.source().visit(&mut |path, found| {
            let Found::File { size, reader } = found else { return Ok(()) };
            if !wanted(path) {
                return Ok(());
            }
            let path: CasePath = path.parse()?;
            let is_stamp = path.as_str().starts_with(names::SEAL) && path.as_str().contains("/stamp-");
            match sink {
                DiskSink::Folder(folder) if self.key.is_none() => {
                    disk::link_or_copy(&self.path.join(path.as_str()), &place(folder, &path)?)?;
                    if is_stamp {
                        let mut reader = reader;
                        let digest = digest_while(&mut reader, |_| Ok(()));
                        let (sha256, _) = digest.map_err(|source| VaultError::io(&self.path, source))?;
                        stamps.push(CustodyFile { path: path.clone(), sha256 });
                    }
                }
                _ => {
                    let (sha256, copied) = sink.put(&path, size, reader)?;
                    if copied != size {
                        return Err(VaultError::HalfWritten(self.path.clone()));
                    }
                    if is_stamp {
                        stamps.push(CustodyFile { path: path.clone(), sha256 });
                    }
                }
            }
            kept.push(path);
            Ok(())
        })?;
        stamps.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(kept)
    }

    /// Copies every byte of an intact case into a new place.
    fn fill(&self, mut sink: DiskSink) -> Result<(), VaultError> {
        let mut kept = Vec::new();
        self.walk(|path, size, reader| {
            if sink.put(path, size, reader)?.1 != size {
                return Err(VaultError::HalfWritten(self.path.clone()));
            }
            kept.push(path.clone());
            Ok(())
        })?;
        sink.finish(&kept)
    }

    /// Gives every file of an intact case to `each`, with its size; of a case of somebody who may be under 18 no media,
    /// whoever put it there.
    pub(crate) fn walk(
        &self,
        mut each: impl FnMut(&CasePath, u64, &mut dyn Read) -> Result<(), VaultError>,
    ) -> Result<(), VaultError> {
        self.last_seal()?;
        let items = self.items()?;
        self.source().visit(&mut |path, found| {
            let Found::File { size, reader } = found else { return Ok(()) };
            let path: CasePath = path.parse()?;
            let described = |record: &&ItemRecord| record.payload().is_some_and(|file| file.path == path);
            let record = items.records().iter().rev().find(described);
            if let Some(exhibit) = record.and_then(|record| forbidden(record, &items, items.age())) {
                return Err(VaultError::MediaForbidden(exhibit));
            }
            each(&path, size, reader)
        })
    }
}

/// The exhibit of a file that nobody may get: it may show a person who may be a child. The records are asked, not the
/// program that wrote the case.
fn forbidden(record: &ItemRecord, items: &ItemLog, age: AgeClass) -> Option<ExhibitId> {
    if !age.media_is_forbidden() {
        return None;
    }
    match record {
        ItemRecord::Original { exhibit, .. } => exhibit.may_show_a_person().then_some(exhibit.id),
        ItemRecord::Member { exhibit, member, sha256, .. } => {
            let listed = items.exhibits().find(|listed| listed.id == *exhibit)?;
            let same = |inside: &&argine_model::Member| inside.path == *member && inside.sha256 == Some(*sha256);
            let harmless = listed.members.iter().find(same).is_some_and(|inside| !inside.may_show_a_person());
            (!harmless).then_some(*exhibit)
        }
        ItemRecord::Derived { path, exhibits, .. } => {
            let name = path.as_str().rsplit('/').next().unwrap_or_default();
            let media = !derived_may_be_kept(name, &[], age);
            media.then(|| exhibits.first().copied().unwrap_or(ExhibitId(0)))
        }
        ItemRecord::Case { .. } => None,
    }
}
