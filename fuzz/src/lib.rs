//! What must hold for any bytes, whatever a reader makes of them.
//!
//! A target hands over bytes under a name that leads to its reader; [`read`] checks the promises that every reading keeps.
//! A broken promise stops the process: that is how a fuzzer learns of it.

#[path = "../../crates/argine-chat/tests/support/accounted.rs"]
mod accounted;
mod first_contact;
mod media;

use accounted::assert_accounted;
use argine_chat::{Handed, ReadOptions, timeline};
use jiff::tz::TimeZone;

pub use first_contact::screen;
pub use media::{exchange, picture, segment};

/// Reads `bytes` as a file of this name and checks what every reading promises.
///
/// # Panics
/// When a promise is broken.
pub fn read(name: &str, bytes: &[u8]) {
    let zone = TimeZone::get("Europe/Rome").expect("a bundled zone");
    let options = ReadOptions { zone: zone.clone(), ..ReadOptions::default() };
    let files = [Handed { name, bytes }];
    let reading = argine_chat::read(&files, &options);
    assert_accounted(&reading);
    assert_eq!(reading, argine_chat::read(&files, &options), "the same bytes give the same reading");
    let mut opened = argine_chat::open(&files, &options);
    if reading.conversations.len() == 1 && opened.heads().conversations.len() == 1 {
        let mut streamed = Vec::new();
        opened.each(|_, message| streamed.push(message));
        assert_eq!(streamed, reading.conversations[0].messages, "one by one or all together");
    }
    let messages: usize = reading.conversations.iter().map(|conversation| conversation.messages.len()).sum();
    assert_eq!(timeline(&reading, &zone).len(), messages, "every message has its place on the line of time");
}
