//! The beginning of a chat, or typed lines, as a profile with its first messages.

use argine_chat::Handed;
use argine_model::SourceState;
use argine_recognise::{Profile, Screener};

use crate::{Circumstances, read};

/// A typed profile longer than this is none, in bytes.
const TYPED_LIMIT: u64 = 1 << 20;

/// There is no profile in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoProfile {
    /// No chat is in it, and for something that a person typed it is too long.
    #[error("longer than {limit_mebibytes} MiB")]
    TooLong {
        /// How long it may be.
        limit_mebibytes: u64,
    },
    /// No chat is in it, and it is not text.
    #[error("not UTF-8")]
    NotText,
}

/// What a file tells of a first contact: the beginning of the first conversation in it, where an app wrote it; else the
/// lines that a person typed ([`Screener::typed`]).
///
/// # Errors
/// When it is neither.
pub fn first_contact(
    file: Handed<'_>,
    circumstances: &Circumstances,
    screener: &Screener,
) -> Result<Profile, NoProfile> {
    let reading = read(&[file], circumstances, None, &mut |_| ());
    let of_an_app = (reading.sources.iter())
        .any(|source| matches!(&source.state, SourceState::Read { format, .. } if format != "plain_text"));
    if let Some(conversation) = reading.conversations.first().filter(|_| of_an_app) {
        return Ok(screener.first_contact(conversation));
    }
    if file.bytes.len() as u64 > TYPED_LIMIT {
        return Err(NoProfile::TooLong { limit_mebibytes: TYPED_LIMIT >> 20 });
    }
    let text = core::str::from_utf8(file.bytes).map_err(|_| NoProfile::NotText)?;
    Ok(screener.typed(text.trim_start_matches('\u{feff}')))
}
