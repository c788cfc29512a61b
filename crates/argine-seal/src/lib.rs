//! The seal of a case: proof that stands without Argine.
//!
//! [`seal`] turns a list of payload digests, the [`ItemLog`], the [`CustodyLog`], a time and a [`SigningKey`] into
//! the small files that make a folder an RFC 8493 bag with a signed root; [`verify`] judges such a folder and
//! answers with a [`Verdict`] that names what changed. The format is described in `docs/case-format.md`; every
//! promise can be checked with `sha256sum` and `openssl` alone ([`COMMANDS`]).
//!
//! [`stamp_request`] makes what a time-stamp authority (RFC 3161) is asked, [`TimeStamp`] reads its answer, [`add_stamp`]
//! puts it beside the root.
//!
//! This crate does not open files, does not hash payload (digests come in), has no clock and no randomness, sends
//! nothing and encrypts nothing. A seal proves that these bytes have not changed since this key signed them; a stamp,
//! that they existed at that time. Neither proves who wrote them, that a screen showed them, or who holds the key.

mod bag;
mod custody;
mod error;
mod items;
mod key;
mod manifest;
mod page;
mod path;
mod root;
mod sealing;
mod signed_file;
mod stamp;
mod status;
mod verdict;
mod verify;

pub use custody::{CustodyAction, CustodyEvent, CustodyFile, CustodyLog};
pub use error::{BrokenLine, InvalidCaseId, InvalidPath, InvalidTool, SealError};
pub use items::{Acquisition, ClockSource, ItemLog, ItemRecord};
pub use key::{KeyId, PublicKey, SigningKey};
pub use page::{COMMANDS, PAGE_MESSAGES, STAMP_COMMAND, VerificationPages, verification_page};
pub use path::{CaseId, CasePath, Tool, safe_name};
pub use root::Root;
pub use sealing::{CaseFileEntry, PayloadFile, PreviousSeal, SealRequest, Sealed, seal};
pub use signed_file::{sign_file, signed_comment};
pub use stamp::{StampError, StampNonce, TimeStamp, TrustRoots, stamp_request};
pub use status::add_stamp;
pub use verdict::{
    Check, CheckId, Expectation, Finding, FoundContent, FoundEntry, Remark, SealSummary, StampState, StampSummary,
    Verdict,
};
pub use verify::verify;

/// Version of the case format that this crate writes: `Argine-Format` in `bag-info.txt`.
pub const FORMAT: u32 = 1;

/// Names of the tag files at fixed places, relative to the folder of the case.
pub mod names {
    /// RFC 8493 §2.1.1, the bag declaration.
    pub const BAGIT: &str = "bagit.txt";
    /// RFC 8493 §2.2.2, about the bag.
    pub const BAG_INFO: &str = "bag-info.txt";
    /// RFC 8493 §2.1.3, digests of the payload.
    pub const MANIFEST: &str = "manifest-sha256.txt";
    /// RFC 8493 §2.2.1, digests of every other file outside `seal/`.
    pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
    /// What each payload file is and where it comes from.
    pub const ITEMS: &str = "records/items.jsonl";
    /// The chain of handlings.
    pub const CUSTODY: &str = "records/custody.jsonl";
    /// How to verify, in Italian.
    pub const PAGE_ITALIAN: &str = "LEGGIMI-verifica.txt";
    /// How to verify, in English.
    pub const PAGE_ENGLISH: &str = "README-verify.txt";
    /// The folder of originals.
    pub const ORIGINALS: &str = "data/originals";
    /// The folder of what was made from the originals.
    pub const DERIVED: &str = "data/derived";
    /// The folder of seals, outside the tag manifest.
    pub const SEAL: &str = "seal";
}
