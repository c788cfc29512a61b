use std::collections::{BTreeMap, BTreeSet};

use argine_model::{AgeClass, Exhibit, ExhibitId, Sha256};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{BrokenLine, CasePath, PayloadFile, SealError, Tool};

/// Whose clock said when an exhibit was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockSource {
    /// The clock of the device that ran the program: right only as far as the device was.
    Device,
    /// A time that a person stated.
    Stated,
}

/// How an exhibit came into the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acquisition {
    /// When.
    pub time: Timestamp,
    /// By which clock.
    pub clock: ClockSource,
    /// With which program.
    pub tool: Tool,
    /// Whether the person who handed it over took part in the conversation; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<bool>,
    /// From where, in the words of the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// One line of `records/items.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub enum ItemRecord {
    /// The first line: what holds for the whole case.
    Case {
        /// Whether the affected person is, or may be, under 18. Nobody said: may be.
        age: AgeClass,
    },
    /// A file as handed over.
    Original {
        /// Where its byte-identical copy lies; none where only its digest is kept.
        path: Option<CasePath>,
        /// What it is.
        exhibit: Exhibit,
        /// How it came.
        acquisition: Acquisition,
    },
    /// A text member of a container that is itself kept by digest only.
    Member {
        /// Where its byte-identical copy lies.
        path: CasePath,
        /// The container.
        exhibit: ExhibitId,
        /// Its name in each container, outermost first, as written there.
        member: Vec<String>,
        /// Digest of its bytes.
        sha256: Sha256,
        /// Bytes.
        size: u64,
    },
    /// Something made from exhibits.
    Derived {
        /// Where it lies.
        path: CasePath,
        /// What it was made from.
        exhibits: Vec<ExhibitId>,
        /// The program that made it.
        tool: Tool,
        /// When.
        time: Timestamp,
        /// Digest of its bytes.
        sha256: Sha256,
        /// Bytes.
        size: u64,
    },
}

impl ItemRecord {
    /// The payload file that the record describes; none for an original that is kept by digest only.
    pub fn payload(&self) -> Option<PayloadFile> {
        let (path, sha256, size) = match self {
            Self::Case { .. } => return None,
            Self::Original { path, exhibit, .. } => (path.as_ref()?, exhibit.sha256, exhibit.size),
            Self::Member { path, sha256, size, .. } | Self::Derived { path, sha256, size, .. } => {
                (path, *sha256, *size)
            }
        };
        Some(PayloadFile { path: path.clone(), sha256, size })
    }
}

/// `records/items.jsonl`: what each file is, from where, who handed it over. Grows, is never rewritten.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemLog {
    text: Vec<u8>,
    records: Vec<ItemRecord>,
}

impl ItemLog {
    /// The records in `bytes`.
    ///
    /// # Errors
    /// The first line that is no record.
    pub fn parse(bytes: &[u8]) -> Result<Self, BrokenLine> {
        let mut records = Vec::new();
        for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let broken = BrokenLine { line: index as u64 + 1 };
            let line = line.strip_suffix(b"\n").ok_or(broken)?;
            records.push(serde_json::from_slice(line).map_err(|_| broken)?);
        }
        Ok(Self { text: bytes.to_vec(), records })
    }

    /// Adds a record after the last.
    ///
    /// # Errors
    /// [`SealError::Json`] when the record cannot be written.
    pub fn append(&mut self, record: ItemRecord) -> Result<(), SealError> {
        serde_json::to_writer(&mut self.text, &record)?;
        self.text.push(b'\n');
        self.records.push(record);
        Ok(())
    }

    /// The bytes of the file.
    pub fn as_bytes(&self) -> &[u8] {
        &self.text
    }

    /// The records, oldest first.
    pub fn records(&self) -> &[ItemRecord] {
        &self.records
    }

    /// Whether the affected person may be a child, as the first line says; a case that does not say is taken for one
    /// of somebody who may be.
    pub fn age(&self) -> AgeClass {
        match self.records.first() {
            Some(ItemRecord::Case { age }) => *age,
            _ => AgeClass::MinorPossible,
        }
    }

    /// The exhibits of the case, in the order in which they were recorded.
    pub fn exhibits(&self) -> impl Iterator<Item = &Exhibit> {
        self.records.iter().filter_map(|record| match record {
            ItemRecord::Original { exhibit, .. } => Some(exhibit),
            _ => None,
        })
    }

    /// Payload files as the records describe them. A path that was erased and written again has its last record.
    pub fn payload(&self) -> BTreeMap<CasePath, PayloadFile> {
        self.records.iter().filter_map(ItemRecord::payload).map(|file| (file.path.clone(), file)).collect()
    }

    /// Checks that every exhibit is recorded once and that every copy names an exhibit of the case.
    pub(crate) fn check_references(&self) -> Result<(), SealError> {
        let mut exhibits = BTreeSet::new();
        for record in &self.records {
            let (path, named) = match record {
                ItemRecord::Case { .. } => continue,
                ItemRecord::Original { exhibit, .. } if exhibits.insert(exhibit.id) => continue,
                ItemRecord::Original { exhibit, .. } => return Err(SealError::DuplicateExhibit(exhibit.id)),
                ItemRecord::Member { path, exhibit, .. } => (path, core::slice::from_ref(exhibit)),
                ItemRecord::Derived { path, exhibits, .. } => (path, exhibits.as_slice()),
            };
            if named.is_empty() || !named.iter().all(|exhibit| exhibits.contains(exhibit)) {
                return Err(SealError::NoSuchExhibit(path.clone()));
            }
        }
        Ok(())
    }
}
