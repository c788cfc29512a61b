//! Readers: what a person has becomes conversations.
//!
//! [`read`] takes files as handed over and gives a [`Reading`]: the conversations, every source with an account of each of its
//! bytes, every member of every container with its digest, and what a person must know about the reading. Formats: WhatsApp
//! text and ZIP exports, Telegram `result.json`, Instagram and Messenger `message_N.json`, the downloads of Snapchat, `TikTok`,
//! Discord and Tinder, Signal and LINE as text, backups of text messages and calls, mail and mailboxes, address books, tables
//! of other apps, plain text. The reader is chosen by what the bytes say, never by the name alone. People and logins that a
//! download lists stand beside the conversations.
//!
//! It does not open media: pictures, videos, sound and documents are hashed while they pass and kept nowhere. It does not
//! judge what is written, does not normalise it, and does not guess silently: what is assumed is a finding. It does no I/O and
//! never fails: a half-broken export is still evidence.

mod account;
mod archive;
mod calendar;
mod classify;
mod copied;
mod dates;
mod decode;
mod discord;
mod entry;
mod gather;
mod html;
mod json;
mod limits;
mod line;
mod mail;
mod mbox;
mod merge;
mod meta;
mod opened;
mod plain;
mod session;
mod signal;
mod sms;
mod snapchat;
mod source;
mod table;
mod telegram;
mod threads;
mod tiktok;
mod timeline;
mod tinder;
mod vcard;
mod whatsapp;

use argine_model::{DateOrder, Reading, Sha256};
use jiff::tz::TimeZone;

pub use classify::classify;
pub use limits::Limits;
pub use merge::merge;
pub use opened::Opened;
pub use timeline::{Moment, timeline};

/// A file as handed over.
#[derive(Debug, Clone, Copy)]
pub struct Handed<'a> {
    /// File name, no folders.
    pub name: &'a str,
    /// Content.
    pub bytes: &'a [u8],
}

/// How to read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// What a hostile file may cost.
    pub limits: Limits,
    /// What the person said about dates; used where nothing else decides.
    pub date_order: Option<DateOrder>,
    /// Zone in which instants are shown as civil times, and presumed for device clocks.
    pub zone: TimeZone,
    /// How the person is called in the chats, where they said it: name, number or handle.
    pub owner: Option<String>,
}

impl Default for ReadOptions {
    /// The default limits, nothing said about dates or names, UTC.
    fn default() -> Self {
        Self { limits: Limits::default(), date_order: None, zone: TimeZone::UTC, owner: None }
    }
}

/// Reads everything. `files[i]` is exhibit `i + 1`. The same bytes, names and options give the same reading.
///
/// ```
/// use argine_chat::{Handed, ReadOptions, read};
/// let text = "21/11/24, 14:35 - Anna: ciao\n21/11/24, 14:36 - Bruno: ciao, come stai?\n";
/// let reading = read(&[Handed { name: "Chat WhatsApp con Anna.txt", bytes: text.as_bytes() }], &ReadOptions::default());
/// let chat = &reading.conversations[0];
/// assert_eq!(chat.messages[1].text, "ciao, come stai?");
/// assert_eq!(chat.owner.as_ref().map(|owner| owner.participant.0), Some(1), "the file is named after the other one");
/// ```
pub fn read(files: &[Handed<'_>], options: &ReadOptions) -> Reading {
    let mut reading = open(files, options).collect();
    merge(&mut reading);
    reading
}

/// Reads everything, as [`read`] does, and keeps the messages of long chats where they are until they are asked for with
/// [`Opened::each`]: a chat of a million messages needs less than twice the memory of its file.
pub fn open<'a>(files: &[Handed<'a>], options: &ReadOptions) -> Opened<'a> {
    session::open(files, options)
}

/// The bytes of a member of a container (an archive, or a mail with attachments), by the path of its names in each container,
/// if they unpack within the limits and have this digest. Members whose name leads out of the archive are never given out.
///
/// This is the only way to a member's bytes: whoever calls it answers for the age of the person they show.
pub fn member_bytes(container: &[u8], path: &[String], digest: Sha256, limits: &Limits) -> Option<Vec<u8>> {
    gather::member_bytes(container, path, digest, limits)
}
