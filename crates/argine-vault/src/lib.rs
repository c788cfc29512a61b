//! Cases on disk: written whole or not at all, sealed, verified.
//!
//! [`CaseWriter`] builds the folder of a case out of sight and lets it appear in one rename; [`CaseEditor`] adds to a
//! sealed case under a new seal; [`verify_case`] reads a folder back and asks `argine_seal` for the verdict;
//! [`device_key`] keeps the key that seals. What the files say is decided in `argine-seal`; this crate opens, copies,
//! syncs and renames them, and all of that lies in one module, `disk`.
//!
//! [`Case`] is a case that is there, plain or locked: encrypted at rest in the format of age-encryption.org/v1, opened by
//! a passphrase or a key, read and written as a stream. [`ask_authority`] carries a request to a time-stamp authority,
//! when a person says so: the only code here that speaks to a network.
//!
//! It does not read chats, does not decide what may be kept (it refuses media of possible minors all the same), and has
//! no clock.

mod authority;
mod case;
mod disk;
mod editor;
mod error;
mod filing;
mod key;
mod place;
mod read;
mod sealed;
mod sink;
mod source;
mod vault;
mod writer;

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at the disk with other eyes than the code under test")]
mod tests;

pub use argine_case::{
    CaseHeader, Handover, Identity, InvalidKey, OPEN_COMMAND, Passphrase, RECOVERY_COMMAND, Recipient, Strength,
    VAULT_PAGE_MESSAGES, Weakness, WorkFactor, strength, vault_page,
};
pub use authority::{Authority, ask_authority, stamp_nonce};
pub use case::Case;
pub use editor::CaseEditor;
pub use error::VaultError;
pub use filing::{FilingEntry, FilingProblem, filing_set};
pub use key::{KEY_FILE, device_key};
pub use read::{read_custody, read_items, verify_case};
pub use sealed::SealedCase;
pub use vault::{CaseKey, Lock};
pub use writer::CaseWriter;
