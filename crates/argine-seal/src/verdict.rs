use std::collections::BTreeSet;

use argine_model::Sha256;
use jiff::Timestamp;
use serde::Serialize;

use crate::{CaseId, KeyId, PublicKey};

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectation {
    /// The key that must have signed.
    pub key: Option<PublicKey>,
    /// Digest of the `root.txt` of one of the seals.
    pub root: Option<Sha256>,
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
    /// Key and root are those that the person knows from elsewhere.
    Expected,
}

impl CheckId {
    /// Every check.
    pub const ALL: [Self; 14] = [
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StampState {
    /// No: the time of the seal is the word of the device's clock.
    NotStamped,
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
    /// Whether an authority vouches for the time.
    pub stamp: StampState,
}

/// The judgement on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Every check that was made, in the order of [`CheckId`].
    pub checks: Vec<Check>,
    /// Seals whose signature is good, in order.
    pub seals: Vec<SealSummary>,
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
