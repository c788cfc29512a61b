use std::io;

use argine_model::ExhibitId;
use argine_seal::{InvalidPath, SealError};

/// Why something cannot be put into a case.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CaseError {
    /// An exhibit is not the file that was read before: it changed meanwhile.
    #[error("exhibit {0} changed while it was being copied")]
    OriginalChanged(ExhibitId),
    /// A copy was asked for what may show a person, and the person may be a minor, or the exhibit says digest only.
    #[error("exhibit {0} may not be copied, only its digest kept")]
    MediaForbidden(ExhibitId),
    /// The exhibit, or the member of it, is not recorded in the case.
    #[error("exhibit {0} has no such member")]
    NoSuchMember(ExhibitId),
    /// The name cannot be used inside a case.
    #[error(transparent)]
    InvalidName(#[from] InvalidPath),
    /// A file that was handed over cannot be read.
    #[error("{name} cannot be read")]
    Unreadable {
        /// Its name.
        name: String,
        /// What the system said.
        source: io::Error,
    },
    /// The seal cannot be made.
    #[error(transparent)]
    Seal(#[from] SealError),
}
