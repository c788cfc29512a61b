use std::collections::BTreeSet;

use argine_model::Sha256;
use jiff::Timestamp;
use serde::Serialize;

use crate::{CaseId, KeyId, PublicKey, StampError, TrustRoots};

/// Something found in the folder of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEntry {
    /// Its path relative to the folder, parts joined by `/`, exactly as found: it need not be safe.
    pub path: String,
    /// What lies there.
    pub content: FoundContent,
}

impl FoundEntry {
    /// Whether [`crate::verify`] wants the bytes of the file at `path`, not only its digest: every file outside
    /// the payload.
    pub fn wants_bytes(path: &str) -> bool {
        !path.starts_with("data/")
    }
}

/// What lies at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundContent {
    /// A folder.
    Directory,
    /// A regular file.
    File {
        /// Digest of its bytes.
        sha256: Sha256,
        /// How many bytes.
        size: u64,
        /// Its bytes, where [`FoundEntry::wants_bytes`] asks for them.
        bytes: Option<Vec<u8>>,
    },
    /// A symbolic link, a device, a pipe: never followed.
    Special,
    /// A regular file or folder that cannot be read to its end.
    Unreadable,
}

/// What the person who verifies knows from elsewhere, from paper for example.
#[derive(Debug, Clone, Default)]
pub struct Expectation {
    /// The key that must have signed.
    pub key: Option<PublicKey>,
    /// Digest of the `root.txt` of one of the seals.
    pub root: Option<Sha256>,
    /// The roots of the time-stamp authorities that the person trusts. With them, every stamp must lead to one.
    pub roots: Option<TrustRoots>,
}

/// The checks, in the order in which they are told. Ids are the keys of the message catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckId {
    /// Listed files have the bytes that were sealed.
    Changed,
    /// Listed files are there.
    Missing,
    /// Nothing is there that is not listed.
    Added,
    /// Everything is a plain file that can be read.
    RegularFiles,
    /// `bagit.txt` and `bag-info.txt` say what RFC 8493 and the root ask for.
    Bag,
    /// `manifest-sha256.txt` is the one that was sealed.
    Manifest,
    /// `tagmanifest-sha256.txt` is there and lists every file outside `data/` and `seal/`.
    TagManifest,
    /// Records and payload describe each other.
    Items,
    /// The chain of custody holds, line by line.
    Custody,
    /// `root.txt` is well formed and stands for this case.
    Root,
    /// The signatures of `root.txt` are good.
    Signature,
    /// Each seal names the one before it, and what it sealed is still there.
    SealChain,
    /// One key made all seals.
    SameKey,
    /// The time-stamps are of these roots, and good.
    TimeStamps,
    /// The case says that it is in a format that this program knows.
    Format,
    /// Key and root are those that the person knows from elsewhere.
    Expected,
}

impl CheckId {
    /// Every check.
    pub const ALL: [Self; 16] = [
        Self::Changed,
        Self::Missing,
        Self::Added,
        Self::RegularFiles,
        Self::Bag,
        Self::Manifest,
        Self::TagManifest,
        Self::Items,
        Self::Custody,
        Self::Root,
        Self::Signature,
        Self::SealChain,
        Self::SameKey,
        Self::TimeStamps,
        Self::Format,
        Self::Expected,
    ];

    /// The id in JSON and in the catalogue, where `check-<id>-pass` and `check-<id>-fail` are its sentences.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Added => "added",
            Self::RegularFiles => "regular-files",
            Self::Bag => "bag",
            Self::Manifest => "manifest",
            Self::TagManifest => "tag-manifest",
            Self::Items => "items",
            Self::Custody => "custody",
            Self::Root => "root",
            Self::Signature => "signature",
            Self::SealChain => "seal-chain",
            Self::SameKey => "same-key",
            Self::TimeStamps => "time-stamps",
            Self::Format => "format",
            Self::Expected => "expected",
        }
    }
}

/// Where a check failed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Finding {
    /// The file; a folder ends with `/`.
    pub path: String,
    /// The line in it, from 1, where one line is to blame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

/// One check and where it failed; no findings means that it passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Which.
    pub id: CheckId,
    /// Where it failed, in order of path.
    pub findings: BTreeSet<Finding>,
}

impl Check {
    /// Whether it passed.
    pub fn passed(&self) -> bool {
        self.findings.is_empty()
    }

    /// The paths concerned, each once.
    pub fn paths(&self) -> Vec<&str> {
        let paths: BTreeSet<&str> = self.findings.iter().map(|finding| finding.path.as_str()).collect();
        paths.into_iter().collect()
    }
}

/// Whether a time-stamp authority has signed a root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StampState {
    /// No: the time of the seal is the word of the device's clock.
    NotStamped,
    /// There are stamps and none of them stands.
    Broken,
    /// A stamp is good in itself; whether its authority is to be trusted was not asked, or denied.
    Unproved,
    /// A stamp leads to a root that the person trusts.
    Trusted,
}

/// A time-stamp of a root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StampSummary {
    /// The answer of the authority: `seal/N/stamp-K.tsr`.
    pub path: String,
    /// When the authority saw the root; none where the stamp does not stand.
    pub time: Option<Timestamp>,
    /// The authority, as its certificate names it: who it truly is, only trusted roots tell.
    pub authority: Option<String>,
    /// Whether it leads to a root that the person trusts; none where no roots were given.
    pub trusted: Option<bool>,
    /// What is wrong with it.
    pub problem: Option<StampError>,
}

/// Something that a reader of the verdict must know though nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "remark", rename_all = "kebab-case")]
pub enum Remark {
    /// No authority has stamped the last seal.
    NotStamped,
    /// An authority saw the root this many seconds before the time that the root states: the device's clock was fast.
    ClockAhead {
        /// The seal.
        seal: u32,
        /// By how much.
        seconds: i64,
    },
    /// An authority saw the root this many seconds after the time that the root states, more than a day.
    StampedLate {
        /// The seal.
        seal: u32,
        /// By how much.
        seconds: i64,
    },
    /// A line of the chain of custody states an earlier time than the line before it: the device's clock was changed.
    ClockWentBack {
        /// The line of `records/custody.jsonl`.
        line: u64,
    },
}

impl Remark {
    /// The key of its sentence in the catalogue: `remark-<code>`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotStamped => "not-stamped",
            Self::ClockAhead { .. } => "clock-ahead",
            Self::StampedLate { .. } => "stamped-late",
            Self::ClockWentBack { .. } => "clock-went-back",
        }
    }
}

/// What a good seal says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SealSummary {
    /// Its number.
    pub number: u32,
    /// The case it seals.
    pub case: CaseId,
    /// When, by the clock of the device that sealed.
    pub time: Timestamp,
    /// Digest of `root.txt`.
    pub root: Sha256,
    /// The key that signed.
    pub key: KeyId,
    /// Payload files under it.
    pub payload_files: u64,
    /// Their bytes.
    pub payload_bytes: u64,
    /// Whether an authority vouches for the time: the best of its stamps.
    pub stamp: StampState,
    /// Its stamps, in the order in which they came.
    pub stamps: Vec<StampSummary>,
}

/// The judgement on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Every check that was made, in the order of [`CheckId`].
    pub checks: Vec<Check>,
    /// Seals whose signature is good, in order.
    pub seals: Vec<SealSummary>,
    /// What to know besides; none of it fails the case.
    pub remarks: Vec<Remark>,
}

impl Verdict {
    /// Whether every check passed: nothing changed since the last seal.
    pub fn is_intact(&self) -> bool {
        self.checks.iter().all(Check::passed)
    }

    /// Every path that a check names, each once.
    pub fn paths(&self) -> Vec<&str> {
        let paths: BTreeSet<&str> = self.checks.iter().flat_map(Check::paths).collect();
        paths.into_iter().collect()
    }

    /// A check by its id; none where it was not made.
    pub fn check(&self, id: CheckId) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }
}
