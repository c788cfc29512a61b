//! The core's face for a page in a browser.
//!
//! [`Session`] loads packs and rules once, reads what a person hands over, keeps the case, and answers in JSON: the plan, the
//! messages, the form, papers, a verdict. [`fingerprint_file`] and [`fingerprint_pixels`] are for pictures. On wasm32 the
//! module `face` gives the same to JavaScript as a class `Engine`; everywhere else it is an ordinary library, so that tests
//! compare what both make, byte for byte.
//!
//! It decides nothing of its own: every judgement, text and byte comes from the rooms below. It has no clock and reaches no
//! network; what a door knows (the time, the age, random bytes for a key) is given by the page. Errors are one sentence for
//! people, in their language.

mod evidence;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod face;
mod fingerprints;
mod first_steps;
mod notices;
mod papers;
mod refusal;
mod request;
mod screening;
mod sealing;
mod session;
mod verdict;
mod view;

pub use fingerprints::{fingerprint_file, fingerprint_pixels};
pub use first_steps::first_steps;
pub use notices::NoticeAnswer;
pub use refusal::Refusal;
pub use sealing::{Complaint, lock, unlock};
pub use session::{HandedFile, Session};
