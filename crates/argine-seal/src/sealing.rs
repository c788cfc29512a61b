use std::collections::{BTreeMap, BTreeSet};

use argine_model::{Custodian, Sha256};
use jiff::Timestamp;

use crate::bag::{BagInfo, DECLARATION};
use crate::manifest::Manifest;
use crate::status::{NOT_STAMPED, STATUS};
use crate::{
    CaseId, CasePath, CustodyAction, CustodyEvent, CustodyFile, CustodyLog, ItemLog, KeyId, Root, SealError,
    SigningKey, Tool, VerificationPages, names,
};

/// A payload file, by name and digest: its bytes stay with the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayloadFile {
    /// Where it lies, under `data/`.
    pub path: CasePath,
    /// Digest of its bytes.
    pub sha256: Sha256,
    /// Bytes.
    pub size: u64,
}

/// A file that the door must write into the case, replacing the one of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFileEntry {
    /// Where.
    pub path: CasePath,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The seal that a new one follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PreviousSeal {
    /// Its number.
    pub number: u32,
    /// Digest of its `root.txt`.
    pub root: Sha256,
}

/// What a seal is made of.
#[derive(Debug)]
pub struct SealRequest<'a> {
    /// The number of the case.
    pub case: &'a CaseId,
    /// The program that seals.
    pub tool: &'a Tool,
    /// The clock of the device.
    pub time: Timestamp,
    /// Who seals.
    pub by: Custodian,
    /// Every file under `data/`.
    pub payload: &'a [PayloadFile],
    /// What they are.
    pub items: &'a ItemLog,
    /// What was done so far; the seal itself is added as the last event.
    pub custody: CustodyLog,
    /// How to verify, for people.
    pub pages: &'a VerificationPages,
    /// The seal before this one.
    pub previous: Option<PreviousSeal>,
    /// Files of the time-stamps that earlier seals have got: named in the chain of custody, none can vanish later.
    pub stamps: &'a [CustodyFile],
}

/// A seal, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its number, from 1.
    pub number: u32,
    /// Digest of its `root.txt`: the one number to print on papers.
    pub root: Sha256,
    /// The key that signed.
    pub key: KeyId,
    /// Every file outside `data/` that changes, in order of path. Files of earlier seals stay as they are.
    pub files: Vec<CaseFileEntry>,
}

/// Seals a case: makes every tag file, the root and its signatures. Same request and key, same bytes (RFC 8032
/// signatures hold no randomness).
///
/// # Errors
/// When payload and records disagree, a path is outside `data/`, or two names would be one file on some disk.
pub fn seal(request: SealRequest<'_>, key: &SigningKey) -> Result<Sealed, SealError> {
    let SealRequest { case, tool, by, payload, items, mut custody, pages, previous, stamps, time } = request;
    let time = whole_second(time);
    let number = previous.map_or(1, |previous| previous.number.saturating_add(1));
    check_payload(payload, items, &custody)?;

    custody.append(CustodyEvent {
        time,
        action: CustodyAction::Seal,
        by,
        tool: tool.clone(),
        exhibits: Vec::new(),
        files: stamps.to_vec(),
        note: None,
    })?;
    let files = payload.len() as u64;
    let bytes = payload.iter().try_fold(0_u64, |sum, file| sum.checked_add(file.size)).ok_or(SealError::TooLarge)?;
    let manifest = Manifest(payload.iter().map(|file| (file.path.clone(), file.sha256)).collect()).render();
    let bag_info = BagInfo { case, time, files, bytes }.render(tool);

    let tags: Vec<(&str, Vec<u8>)> = vec![
        (names::PAGE_ITALIAN, pages.italian.clone().into_bytes()),
        (names::PAGE_ENGLISH, pages.english.clone().into_bytes()),
        (names::BAG_INFO, bag_info.clone().into_bytes()),
        (names::BAGIT, DECLARATION.into()),
        (names::MANIFEST, manifest.clone().into_bytes()),
        (names::CUSTODY, custody.as_bytes().to_vec()),
        (names::ITEMS, items.as_bytes().to_vec()),
    ];
    let mut entries = tags.into_iter().map(|(path, bytes)| entry(path, bytes)).collect::<Result<Vec<_>, _>>()?;
    let tag_manifest =
        Manifest(entries.iter().map(|entry| (entry.path.clone(), Sha256::of(&entry.bytes))).collect()).render();

    let root = Root {
        case: case.clone(),
        seal: number,
        time,
        tag_manifest: Sha256::of(tag_manifest.as_bytes()),
        payload_files: files,
        payload_bytes: bytes,
        items_bytes: items.as_bytes().len() as u64,
        custody_bytes: custody.as_bytes().len() as u64,
        previous: previous.map(|previous| previous.root),
    };
    entries.push(entry(names::TAG_MANIFEST, tag_manifest.clone().into_bytes())?);
    let text = root.render();
    for (name, bytes) in [
        ("root.txt", text.clone().into_bytes()),
        ("root.minisig", key.sign_minisign(text.as_bytes(), &root.comment()).into_bytes()),
        ("root.sig", key.sign(text.as_bytes()).to_vec()),
        ("key.pub", key.public().to_minisign().into_bytes()),
        ("key.pem", key.public().to_pem().into_bytes()),
        (STATUS, NOT_STAMPED.to_vec()),
        // What the next seal will write over: kept, so that this seal can be verified for ever.
        (names::BAG_INFO, bag_info.into_bytes()),
        (names::MANIFEST, manifest.into_bytes()),
        (names::TAG_MANIFEST, tag_manifest.into_bytes()),
    ] {
        entries.push(entry(&format!("{}/{number}/{name}", names::SEAL), bytes)?);
    }
    entries.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(Sealed { number, root: root.digest(), key: key.public().id(), files: entries })
}

/// Every file that a seal holds, relative to its folder.
pub(crate) const SEAL_FILES: [&str; 9] = [
    "root.txt",
    "root.minisig",
    "root.sig",
    "key.pub",
    "key.pem",
    STATUS,
    names::BAG_INFO,
    names::MANIFEST,
    names::TAG_MANIFEST,
];

fn entry(path: &str, bytes: Vec<u8>) -> Result<CaseFileEntry, SealError> {
    // Fixed names are safe paths; an impossible one is reported, not trusted.
    let path = path.parse().map_err(|_| SealError::TooLarge)?;
    Ok(CaseFileEntry { path, bytes })
}

fn whole_second(time: Timestamp) -> Timestamp {
    Timestamp::from_second(time.as_second()).unwrap_or(time)
}

fn check_payload(payload: &[PayloadFile], items: &ItemLog, custody: &CustodyLog) -> Result<(), SealError> {
    items.check_references()?;
    let mut recorded: BTreeMap<CasePath, PayloadFile> = items.payload();
    let deleted: BTreeSet<&CasePath> = custody.deleted_paths().collect();
    let mut folded = BTreeSet::new();
    for file in payload {
        if !file.path.as_str().starts_with("data/") {
            return Err(SealError::NotPayload(file.path.clone()));
        }
        if !folded.insert(file.path.folded()) {
            return Err(SealError::DuplicatePath(file.path.clone()));
        }
        if recorded.remove(&file.path).as_ref() != Some(file) {
            return Err(SealError::ItemsDisagree(file.path.clone()));
        }
    }
    match recorded.into_keys().find(|path| !deleted.contains(path)) {
        Some(path) => Err(SealError::ItemsDisagree(path)),
        None => Ok(()),
    }
}
