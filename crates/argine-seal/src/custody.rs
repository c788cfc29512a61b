use argine_model::{Custodian, ExhibitId, Sha256};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{BrokenLine, CasePath, SealError, Tool};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustodyAction {
    /// An exhibit was handed over.
    Acquire,
    /// Somebody looked at it.
    View,
    /// Something was made from it.
    Derive,
    /// A copy of the case was made.
    Export,
    /// A copy was given to somebody.
    Share,
    /// A payload file was erased; its records stay.
    Delete,
    /// The case was sealed: always the last event before a root.
    Seal,
}

/// A file that an event is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyFile {
    /// Where it lies in the case.
    pub path: CasePath,
    /// Digest of its bytes at that moment.
    pub sha256: Sha256,
}

/// One handling of the case or of something in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustodyEvent {
    /// When, by the clock of the device.
    pub time: Timestamp,
    /// What.
    pub action: CustodyAction,
    /// Who.
    pub by: Custodian,
    /// With which program.
    pub tool: Tool,
    /// About which exhibits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exhibits: Vec<ExhibitId>,
    /// About which files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<CustodyFile>,
    /// Words of the person who did it: to whom, why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct CustodyLine {
    line: u64,
    previous: Sha256,
    #[serde(flatten)]
    event: CustodyEvent,
}

/// `records/custody.jsonl`: events, each line holding the digest of the line before it.
///
/// `previous` is the SHA-256 of the bytes of the line before, without its line feed; 64 zeros in the first line.
/// So no line can be changed, moved or taken out of the middle without breaking the next one. Lines are kept as
/// they were written: a newer program appends, it does not rewrite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustodyLog {
    text: Vec<u8>,
    events: Vec<CustodyEvent>,
    head: Sha256,
}

impl Default for CustodyLog {
    fn default() -> Self {
        Self { text: Vec::new(), events: Vec::new(), head: Sha256::from_bytes([0; 32]) }
    }
}

impl CustodyLog {
    /// The log in `bytes`.
    ///
    /// # Errors
    /// The first line that is not an event, is out of order, or does not name the line before it.
    pub fn parse(bytes: &[u8]) -> Result<Self, BrokenLine> {
        let mut log = Self::default();
        for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let number = index as u64 + 1;
            let broken = BrokenLine { line: number };
            let line = line.strip_suffix(b"\n").ok_or(broken)?;
            let parsed: CustodyLine = serde_json::from_slice(line).map_err(|_| broken)?;
            if parsed.line != number || parsed.previous != log.head {
                return Err(broken);
            }
            log.push(line, parsed.event);
        }
        Ok(log)
    }

    /// Adds an event after the last.
    ///
    /// # Errors
    /// [`SealError::Json`] when the event cannot be written.
    pub fn append(&mut self, event: CustodyEvent) -> Result<(), SealError> {
        let line = self.events.len() as u64 + 1;
        let line = CustodyLine { line, previous: self.head, event };
        self.push(&serde_json::to_vec(&line)?, line.event);
        Ok(())
    }

    /// The bytes of the file.
    pub fn as_bytes(&self) -> &[u8] {
        &self.text
    }

    /// What happened, oldest first.
    pub fn events(&self) -> &[CustodyEvent] {
        &self.events
    }

    /// The files that were erased.
    pub fn deleted_paths(&self) -> impl Iterator<Item = &CasePath> {
        let deletions = self.events.iter().filter(|event| event.action == CustodyAction::Delete);
        deletions.flat_map(|event| event.files.iter().map(|file| &file.path))
    }

    fn push(&mut self, line: &[u8], event: CustodyEvent) {
        self.head = Sha256::of(line);
        self.text.extend_from_slice(line);
        self.text.push(b'\n');
        self.events.push(event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(length: u8) -> CustodyLog {
        let mut log = CustodyLog::default();
        for index in 0..length {
            let event = CustodyEvent {
                time: Timestamp::from_second(i64::from(index)).expect("a time"),
                action: CustodyAction::View,
                by: Custodian::Guardian,
                tool: "argine 0.1.0".parse().expect("a tool"),
                exhibits: vec![ExhibitId(1)],
                files: Vec::new(),
                note: Some("per l'avvocata".to_owned()),
            };
            log.append(event).expect("appended");
        }
        log
    }

    #[test]
    fn is_read_as_written() {
        let log = log(4);
        assert_eq!(CustodyLog::parse(log.as_bytes()), Ok(log));
    }

    #[test]
    fn any_change_breaks_the_chain_at_a_line() {
        let whole = log(4);
        let lines: Vec<&[u8]> = whole.as_bytes().split_inclusive(|byte| *byte == b'\n').collect();
        for (order, line) in [
            (vec![1, 0, 2, 3], 1), // swapped
            (vec![0, 2, 3], 2),    // one taken out
            (vec![1, 2, 3], 1),    // the first taken out
            (vec![0, 0, 1], 2),    // one doubled
        ] {
            let text: Vec<u8> = order.iter().flat_map(|index: &usize| lines[*index]).copied().collect();
            assert_eq!(CustodyLog::parse(&text), Err(BrokenLine { line }), "{order:?}");
        }
        let edited = String::from_utf8_lossy(whole.as_bytes()).replacen("view", "share", 1);
        assert_eq!(CustodyLog::parse(edited.as_bytes()), Err(BrokenLine { line: 2 }));
        let cut = &whole.as_bytes()[..whole.as_bytes().len() - 1];
        assert_eq!(CustodyLog::parse(cut), Err(BrokenLine { line: 4 }));
    }
}
