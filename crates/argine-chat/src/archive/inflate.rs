use argine_model::{MediaClass, Sha256};
use flate2::Crc;
use flate2::bufread::DeflateDecoder;
use sha2::Digest as _;

use super::Entry;
use crate::Limits;
use crate::classify::{Sniffed, sniff};

/// What unpacking a member gave.
pub(crate) struct Unpacked {
    pub(crate) size: u64,
    /// Bytes that were in fact unpacked, whatever became of them.
    pub(crate) spent: u64,
    /// Digest of the whole member; none where not all of it could be unpacked.
    pub(crate) digest: Option<Sha256>,
    pub(crate) sniffed: Sniffed,
    /// The bytes, for what is read further: text and archives. Media are hashed while they pass and kept nowhere.
    pub(crate) bytes: Option<Vec<u8>>,
    pub(crate) problem: Option<Problem>,
}

/// Why a member is not, or not wholly, what it claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Problem {
    MemberTooLarge,
    TotalTooLarge,
    Ratio,
    /// Its method is not one we unpack, or its bytes are not there or damaged.
    Unreadable,
    /// It was unpacked, but its size or its checksum is not what the archive says.
    NotAsListed,
}

/// Unpacks a member within the limits. `left` is how many bytes all members together may still become.
pub(crate) fn unpack(archive: &[u8], entry: &Entry, limits: &Limits, left: u64) -> Unpacked {
    let mut sink = Sink::new();
    let problem = match packed(archive, entry) {
        None => Some(Problem::Unreadable),
        Some((bytes, complete)) => {
            let problem = match entry.method {
                0 => sink.fill(bytes, entry, limits, left),
                8 => sink.fill(DeflateDecoder::new(bytes), entry, limits, left),
                _ => Some(Problem::Unreadable),
            };
            problem.or((!complete).then_some(Problem::Unreadable))
        }
    };
    sink.finish(entry, problem)
}

/// All bytes of a member, of whatever sort, within the limits.
pub(crate) fn bytes(archive: &[u8], entry: &Entry, limits: &Limits) -> Option<Vec<u8>> {
    let mut sink = Sink::new();
    sink.keep = Some(Vec::new());
    let (bytes, _) = packed(archive, entry)?;
    let problem = match entry.method {
        0 => sink.fill(bytes, entry, limits, limits.total_bytes),
        8 => sink.fill(DeflateDecoder::new(bytes), entry, limits, limits.total_bytes),
        _ => return None,
    };
    if problem.is_some() { None } else { sink.keep }
}

/// The packed bytes, and whether all of them are there.
fn packed<'a>(archive: &'a [u8], entry: &Entry) -> Option<(&'a [u8], bool)> {
    let rest = archive.get(entry.data?..)?;
    let length = usize::try_from(entry.packed).unwrap_or(usize::MAX);
    Some(match rest.get(..length) {
        Some(bytes) => (bytes, true),
        None => (rest, false),
    })
}

struct Sink {
    keep: Option<Vec<u8>>,
    head: Vec<u8>,
    hasher: sha2::Sha256,
    crc: Crc,
    size: u64,
}

impl Sink {
    const CHUNK: usize = 64 << 10;

    fn new() -> Self {
        Self { keep: None, head: Vec::new(), hasher: sha2::Sha256::new(), crc: Crc::new(), size: 0 }
    }

    fn fill(&mut self, mut from: impl std::io::Read, entry: &Entry, limits: &Limits, left: u64) -> Option<Problem> {
        let mut chunk = vec![0; Self::CHUNK];
        loop {
            let read = match from.read(&mut chunk) {
                Ok(0) => return None,
                Ok(read) => read,
                Err(_) => return Some(Problem::Unreadable),
            };
            let bytes = chunk.get(..read).unwrap_or_default();
            self.size += read as u64;
            if self.size > limits.member_bytes {
                return Some(Problem::MemberTooLarge);
            }
            if self.size > left {
                return Some(Problem::TotalTooLarge);
            }
            if self.size > limits.ratio_from_bytes && self.size > entry.packed.saturating_mul(limits.ratio) {
                return Some(Problem::Ratio);
            }
            self.take(bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
        self.crc.update(bytes);
        match &mut self.keep {
            Some(keep) => keep.extend_from_slice(bytes),
            None if self.head.is_empty() => {
                // The first bytes say whether there is anything to read; media pass by.
                let found = sniff(bytes);
                if matches!(found.class, MediaClass::Text) || found.name == "ZIP" {
                    self.keep = Some(bytes.to_vec());
                }
                self.head = bytes.to_vec();
            }
            None => {}
        }
    }

    fn finish(self, entry: &Entry, problem: Option<Problem>) -> Unpacked {
        let as_listed = entry.size.is_none_or(|size| size == self.size && entry.crc == self.crc.sum());
        let problem = problem.or((!as_listed).then_some(Problem::NotAsListed));
        let whole = matches!(problem, None | Some(Problem::NotAsListed));
        let limit = matches!(problem, Some(Problem::MemberTooLarge | Problem::TotalTooLarge | Problem::Ratio));
        Unpacked {
            spent: self.size,
            size: if whole { self.size } else { entry.size.unwrap_or(self.size) },
            digest: whole.then(|| Sha256::from_bytes(self.hasher.finalize().into())),
            sniffed: sniff(&self.head),
            bytes: self.keep.filter(|_| !limit),
            problem,
        }
    }
}
