use argine_model::ExhibitId;

use crate::{CasePath, StampError};

/// The text is not a path that a case may hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a safe path inside a case")]
pub struct InvalidPath(pub String);

/// The text is not a case number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a case number: 1 to 64 letters, digits and hyphens")]
pub struct InvalidCaseId(pub String);

/// The text is not the name and version of a program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} does not name a program: 1 to 80 printable ASCII characters")]
pub struct InvalidTool(pub String);

/// A line of a record file that is not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is broken")]
pub struct BrokenLine {
    /// Its number, from 1.
    pub line: u64,
}

/// Why a seal cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// Two files whose names differ at most in letter case: a USB stick keeps only one of them.
    #[error("two files of the case are named {0}")]
    DuplicatePath(CasePath),
    /// A payload file that no record describes, or a record that no payload file answers to.
    #[error("payload and records disagree about {0}")]
    ItemsDisagree(CasePath),
    /// A payload file outside `data/`.
    #[error("{0} is not under data/")]
    NotPayload(CasePath),
    /// A derived file must name what it was made from.
    #[error("{0} does not say which exhibit it was made from, or names one that the case does not hold")]
    NoSuchExhibit(CasePath),
    /// Two records for one exhibit.
    #[error("exhibit {0} is recorded twice")]
    DuplicateExhibit(ExhibitId),
    /// A record could not be written as JSON.
    #[error("a record cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// The answer of an authority is no good time-stamp of the root.
    #[error("the time-stamp does not stand")]
    Stamp(#[source] StampError),
    /// The `status.txt` of a seal is not what was written.
    #[error("status.txt is not what was written")]
    BrokenStatus,
    /// A size or a count beyond 64 bits.
    #[error("the payload is too large to be counted")]
    TooLarge,
}
