use serde::{Deserialize, Serialize};

/// A half-open range of bytes: `start` is inside, `end` is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ByteSpan {
    /// First byte, counted from 0.
    pub start: u64,
    /// One past the last byte; never before `start`.
    pub end: u64,
}

impl ByteSpan {
    /// The bytes from `start` to `end`. A range written backwards is empty.
    pub const fn new(start: u64, end: u64) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// How many bytes.
    pub const fn len(self) -> u64 {
        self.end - self.start
    }

    /// Whether there is no byte in it.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// Which [`SourceDocument`](crate::SourceDocument) of a [`Reading`](crate::Reading): its place in `sources`, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceIndex(pub u32);

/// Where a message stands in what was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Location {
    /// The document (a file, or a member of an archive).
    pub source: SourceIndex,
    /// Its bytes there, line ends included. Spans of one source never overlap.
    pub span: ByteSpan,
    /// First line, counted from 1, where the format has lines.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<u32>,
}
