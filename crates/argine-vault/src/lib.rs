//! Cases on disk: written whole or not at all, sealed, verified.
//!
//! [`CaseWriter`] builds the folder of a case out of sight and lets it appear in one rename; [`CaseEditor`] adds to a
//! sealed case under a new seal; [`verify_case`] reads a folder back and asks `argine_seal` for the verdict;
//! [`device_key`] keeps the key that seals. What the files say is decided in `argine-seal`; this crate opens, copies,
//! syncs and renames them, and all of that lies in one module, `disk`.
//!
//! It does not read chats, does not decide what may be kept (it refuses media of possible minors all the same), has
//! no clock, sends nothing, and does not encrypt: a case folder is as private as the disk that it lies on.

mod age;
mod case;
mod copy;
mod disk;
mod editor;
mod error;
mod key;
mod place;
mod read;
mod writer;

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at the disk with other eyes than the code under test")]
mod tests;

pub use case::{CaseHeader, SealedCase};
pub use editor::CaseEditor;
pub use error::VaultError;
pub use key::{KEY_FILE, device_key};
pub use read::{read_custody, read_items, verify_case};
pub use writer::CaseWriter;
