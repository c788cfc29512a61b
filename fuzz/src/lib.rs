//! What must hold for any bytes, whatever a reader makes of them.
//!
//! A target hands over bytes under a name that leads to its reader; [`read`] checks the promises that every reading keeps.
//! A broken promise stops the process: that is how a fuzzer learns of it.

use argine_chat::{Handed, ReadOptions, timeline};
use argine_model::{ByteSpan, Message, Reading, SourceState};
use jiff::tz::TimeZone;

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

/// Messages and gaps of every source that was read are its bytes, each once; messages are counted and their senders exist.
fn assert_accounted(reading: &Reading) {
    for source in &reading.sources {
        let SourceState::Read { covered, gaps, .. } = &source.state else { continue };
        let messages = reading.conversations.iter().flat_map(|conversation| &conversation.messages);
        let also = |message: &Message| message.details.iter().flat_map(|more| more.also_in.clone()).collect::<Vec<_>>();
        let mut spans: Vec<ByteSpan> = messages
            .flat_map(|message| also(message).into_iter().chain([message.location]))
            .filter(|location| location.source == source.index)
            .map(|location| location.span)
            .filter(|span| !span.is_empty())
            .collect();
        assert_eq!(spans.iter().map(|span| span.len()).sum::<u64>(), *covered, "bytes of messages in {:?}", source.path);
        spans.extend(gaps.iter().map(|gap| gap.span));
        spans.sort();
        let mut at = 0;
        for span in spans {
            assert_eq!(span.start, at, "no hole and no overlap in {:?}", source.path);
            at = span.end;
        }
        assert_eq!(at, source.size, "every byte of {:?}", source.path);
    }
    for conversation in &reading.conversations {
        for (place, message) in conversation.messages.iter().enumerate() {
            assert_eq!(message.index as usize, place, "messages are counted");
            for person in message.sender.into_iter().chain(conversation.owner.as_ref().map(|owner| owner.participant)) {
                assert!(conversation.participant(person).is_some(), "a sender takes part");
            }
            let words = message.words();
            for entity in message.details.iter().flat_map(|details| &details.entities) {
                let (start, end) = (entity.span.start as usize, entity.span.end as usize);
                assert!(words.get(start..end).is_some(), "what the app marked is in the words");
            }
        }
    }
}
