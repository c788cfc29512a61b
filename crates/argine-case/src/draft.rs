use std::io::Read;

use argine_model::{
    AcquisitionLevel, AgeClass, Custodian, Exhibit, ExhibitId, MediaClass, Member, OriginalHandling, Sha256,
};
use argine_seal::{
    Acquisition, CaseId, CasePath, CustodyAction, CustodyEvent, CustodyFile, CustodyLog, ItemLog, ItemRecord, KeyId,
    PayloadFile, PreviousSeal, SealRequest, SigningKey, Tool, VerificationPages, names, safe_name, seal,
};
use jiff::Timestamp;

use crate::CaseError;
use crate::copy::{derived_may_be_kept, member_may_be_copied, original_may_be_copied};
use crate::digest::digest_while;

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

/// What came of sealing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
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

/// Where the files of a case to be go: a folder, an archive, memory.
pub trait Sink {
    /// What can go wrong there.
    type Error: From<CaseError>;

    /// Writes a file of `size` bytes and says what was copied. Of a longer one, one byte more is read.
    ///
    /// # Errors
    /// What the place says.
    fn put(&mut self, path: &CasePath, size: u64, reader: &mut dyn Read) -> Result<(Sha256, u64), Self::Error>;

    /// Waits until the place has every file of `paths`.
    ///
    /// # Errors
    /// What the place says.
    fn finish(self, paths: &[CasePath]) -> Result<(), Self::Error>;
}

/// A case in the making: files already in the sink, records still in memory.
#[derive(Debug)]
pub struct Draft<S> {
    sink: S,
    state: DraftState,
}

/// What is known of a case in the making.
#[derive(Debug)]
pub struct DraftState {
    /// Its number.
    pub case: CaseId,
    /// The program that writes it.
    pub tool: Tool,
    /// Who asks for it.
    pub by: Custodian,
    /// Whether media may be copied at all.
    pub age: AgeClass,
    /// How to verify, for people.
    pub pages: VerificationPages,
    /// Files under `data/` that are there.
    pub payload: Vec<PayloadFile>,
    /// Records of them.
    pub items: ItemLog,
    /// Handlings.
    pub custody: CustodyLog,
    /// The seal before, where there is one.
    pub previous: Option<PreviousSeal>,
    /// Time-stamps of earlier seals.
    pub stamps: Vec<CustodyFile>,
}

impl<S: Sink> Draft<S> {
    /// Begins a new case.
    ///
    /// # Errors
    /// When its first record cannot be written.
    pub fn begin(sink: S, header: CaseHeader) -> Result<Self, S::Error> {
        let mut items = ItemLog::default();
        items.append(ItemRecord::Case { age: header.age }).map_err(CaseError::from)?;
        let CaseHeader { case, tool, by, age, pages } = header;
        let state = DraftState {
            case,
            tool,
            by,
            age,
            pages,
            payload: Vec::new(),
            items,
            custody: CustodyLog::default(),
            previous: None,
            stamps: Vec::new(),
        };
        Ok(Self { sink, state })
    }

    /// Goes on with a case whose files are in the sink already.
    pub const fn resume(sink: S, state: DraftState) -> Self {
        Self { sink, state }
    }

    /// Copies a payload file and counts it, if its bytes are the expected ones. `None`: they are not, or there are
    /// more or fewer of them.
    fn put(
        &mut self,
        path: &CasePath,
        size: u64,
        expected: Option<Sha256>,
        mut reader: impl Read,
    ) -> Result<Option<PayloadFile>, S::Error> {
        let copied = self.sink.put(path, size, &mut reader)?;
        if copied.1 != size || expected.is_some_and(|expected| expected != copied.0) {
            return Ok(None);
        }
        let file = PayloadFile { path: path.clone(), sha256: copied.0, size: copied.1 };
        self.state.payload.push(file.clone());
        Ok(Some(file))
    }

    /// Copies an exhibit byte by byte and records it.
    ///
    /// # Errors
    /// [`CaseError::OriginalChanged`] when the bytes are not those of the exhibit, [`CaseError::MediaForbidden`] when they may
    /// not be copied, or what the sink says.
    pub fn add_original(
        &mut self,
        exhibit: &Exhibit,
        reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<CasePath, S::Error> {
        if !original_may_be_copied(exhibit, self.state.age) {
            return Err(CaseError::MediaForbidden(exhibit.id).into());
        }
        let path: CasePath = format!("{}/{}-{}", names::ORIGINALS, exhibit.id, safe_name(&exhibit.name))
            .parse()
            .map_err(CaseError::InvalidName)?;
        let copied = self.put(&path, exhibit.size, Some(exhibit.sha256), reader)?;
        let file = copied.ok_or(CaseError::OriginalChanged(exhibit.id))?;
        self.acquire(exhibit, Some(file), acquisition)?;
        Ok(path)
    }

    /// Takes a file that nobody has read yet: digest and copy in one reading. What may not be copied is recorded by
    /// its digest only.
    ///
    /// # Errors
    /// [`CaseError::OriginalChanged`] when it is longer or shorter than announced, or what the sink says.
    pub fn take_original(
        &mut self,
        handover: Handover,
        mut reader: impl Read,
        acquisition: Acquisition,
    ) -> Result<Exhibit, S::Error> {
        let id = self.state.items.exhibits().map(|exhibit| exhibit.id.0).max().unwrap_or_default().saturating_add(1);
        let Handover { name, size, class, acquisition: level, members, handling } = handover;
        let mut exhibit = Exhibit {
            id: ExhibitId(id),
            name,
            sha256: Sha256::of(b""),
            size,
            class,
            acquisition: level,
            custodian: self.state.by,
            handling,
            members,
        };
        if !original_may_be_copied(&exhibit, self.state.age) {
            exhibit.handling = OriginalHandling::HashOnly;
            let digested = digest_while(&mut reader, |_| Ok(()));
            let name = exhibit.name.clone();
            (exhibit.sha256, exhibit.size) = digested.map_err(|source| CaseError::Unreadable { name, source })?;
            self.acquire(&exhibit, None, acquisition)?;
            return Ok(exhibit);
        }
        let path: CasePath = format!("{}/{}-{}", names::ORIGINALS, exhibit.id, safe_name(&exhibit.name))
            .parse()
            .map_err(CaseError::InvalidName)?;
        let copied = self.put(&path, size, None, reader)?;
        let file = copied.ok_or(CaseError::OriginalChanged(exhibit.id))?;
        exhibit.sha256 = file.sha256;
        self.acquire(&exhibit, Some(file), acquisition)?;
        Ok(exhibit)
    }

    /// Copies a member of a container whose exhibit was added before.
    ///
    /// # Errors
    /// [`CaseError::NoSuchMember`] when the exhibit lists no member of this name with these bytes,
    /// [`CaseError::MediaForbidden`] when it may not be copied, or what the sink says.
    pub fn add_member(
        &mut self,
        exhibit: ExhibitId,
        member: &[String],
        bytes: &[u8],
        time: Timestamp,
    ) -> Result<CasePath, S::Error> {
        let unknown = || CaseError::NoSuchMember(exhibit);
        let container = self.state.items.exhibits().find(|recorded| recorded.id == exhibit);
        let sha256 = Sha256::of(bytes);
        let same = |listed: &Member| listed.path == member && listed.sha256 == Some(sha256);
        let members = &container.ok_or_else(unknown)?.members;
        let position = members.iter().position(same).ok_or_else(unknown)?;
        let listed = members.get(position).ok_or_else(unknown)?;
        if !member_may_be_copied(listed, self.state.age) {
            return Err(CaseError::MediaForbidden(exhibit).into());
        }
        let name = member.last().map_or("", |name| name.rsplit(['/', '\\']).next().unwrap_or(name));
        // The position in the container tells apart members of the same name in different folders.
        let path: CasePath = format!("{}/{exhibit}/{:04}-{}", names::ORIGINALS, position + 1, safe_name(name))
            .parse()
            .map_err(CaseError::InvalidName)?;
        let size = bytes.len() as u64;
        self.put(&path, size, Some(sha256), bytes)?.ok_or(CaseError::OriginalChanged(exhibit))?;
        let member = member.to_vec();
        let record = ItemRecord::Member { path: path.clone(), exhibit, member, sha256, size };
        self.state.items.append(record).map_err(CaseError::from)?;
        let files = vec![CustodyFile { path: path.clone(), sha256 }];
        self.record(CustodyAction::Acquire, time, vec![exhibit], files, None)?;
        Ok(path)
    }

    /// Writes something made from exhibits under `data/derived/`.
    ///
    /// # Errors
    /// When `name` is not safe, is taken, is media that the case may not hold, or the sink refuses.
    pub fn add_derived(
        &mut self,
        name: &str,
        bytes: &[u8],
        exhibits: &[ExhibitId],
        time: Timestamp,
    ) -> Result<CasePath, S::Error> {
        let path: CasePath = format!("{}/{name}", names::DERIVED).parse().map_err(CaseError::InvalidName)?;
        if !derived_may_be_kept(name, bytes, self.state.age) {
            return Err(CaseError::MediaForbidden(exhibits.first().copied().unwrap_or(ExhibitId(0))).into());
        }
        if let Some(file) = self.put(&path, bytes.len() as u64, None, bytes)? {
            let (tool, exhibits) = (self.state.tool.clone(), exhibits.to_vec());
            let PayloadFile { sha256, size, .. } = file;
            let record =
                ItemRecord::Derived { path: path.clone(), exhibits: exhibits.clone(), tool, time, sha256, size };
            self.state.items.append(record).map_err(CaseError::from)?;
            self.record(CustodyAction::Derive, time, exhibits, vec![CustodyFile { path: path.clone(), sha256 }], None)?;
        }
        Ok(path)
    }

    /// Records an exhibit: with the file that is in the case, or with its digest only.
    ///
    /// # Errors
    /// [`CaseError::Seal`] when it cannot be recorded.
    pub fn acquire(
        &mut self,
        exhibit: &Exhibit,
        file: Option<PayloadFile>,
        acquisition: Acquisition,
    ) -> Result<(), S::Error> {
        let time = acquisition.time;
        let files = file.iter().map(|file| CustodyFile { path: file.path.clone(), sha256: file.sha256 }).collect();
        let path = file.map(|file| file.path);
        let record = ItemRecord::Original { path, exhibit: exhibit.clone(), acquisition };
        self.state.items.append(record).map_err(CaseError::from)?;
        self.record(CustodyAction::Acquire, time, vec![exhibit.id], files, None)
    }

    /// Adds an event to the chain of custody.
    ///
    /// # Errors
    /// [`CaseError::Seal`] when it cannot be written.
    pub fn record(
        &mut self,
        action: CustodyAction,
        time: Timestamp,
        exhibits: Vec<ExhibitId>,
        files: Vec<CustodyFile>,
        note: Option<String>,
    ) -> Result<(), S::Error> {
        let (by, tool) = (self.state.by, self.state.tool.clone());
        let event = CustodyEvent { time, action, by, tool, exhibits, files, note };
        Ok(self.state.custody.append(event).map_err(CaseError::from)?)
    }

    /// Writes tag files and seal, then waits until the sink has every name.
    ///
    /// # Errors
    /// [`CaseError::Seal`] when records contradict each other, or what the sink says.
    pub fn seal(mut self, time: Timestamp, key: &SigningKey) -> Result<Sealed, S::Error> {
        self.state.payload.sort_by(|left, right| left.path.cmp(&right.path));
        let sealed = seal(
            SealRequest {
                case: &self.state.case,
                tool: &self.state.tool,
                time,
                by: self.state.by,
                payload: &self.state.payload,
                items: &self.state.items,
                custody: self.state.custody.clone(),
                pages: &self.state.pages,
                previous: self.state.previous,
                stamps: &self.state.stamps,
            },
            key,
        )
        .map_err(CaseError::from)?;
        for entry in &sealed.files {
            self.sink.put(&entry.path, entry.bytes.len() as u64, &mut entry.bytes.as_slice())?;
        }
        let payload = self.state.payload.iter().map(|file| file.path.clone());
        let paths: Vec<CasePath> = payload.chain(sealed.files.iter().map(|entry| entry.path.clone())).collect();
        self.sink.finish(&paths)?;
        Ok(Sealed { seal: sealed.number, root: sealed.root, key: sealed.key })
    }
}
