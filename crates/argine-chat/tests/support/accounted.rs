//! What every reading promises, whatever was handed over; shared by the tests and the fuzz targets.

use argine_model::{ByteSpan, Location, Reading, SourceState, TimeBasis};

/// Messages, in their first origin or another, and gaps of every source that was read are its bytes, each once; messages are
/// counted, people stand where they say they stand, and what an app marked is in the words.
///
/// # Panics
/// When a promise is broken.
pub(crate) fn assert_accounted(reading: &Reading) {
    for source in &reading.sources {
        let SourceState::Read { covered, gaps, .. } = &source.state else { continue };
        let messages = reading.conversations.iter().flat_map(|conversation| &conversation.messages);
        let locations = messages.flat_map(|message| {
            let others: &[Location] = message.details.as_deref().map_or(&[], |details| &details.also_in);
            [message.location].into_iter().chain(others.iter().copied())
        });
        let mut spans: Vec<ByteSpan> = locations
            .filter(|location| location.source == source.index && !location.span.is_empty())
            .map(|location| location.span)
            .collect();
        assert_eq!(
            spans.iter().map(|span| span.len()).sum::<u64>(),
            *covered,
            "bytes of messages in {:?}",
            source.path
        );
        spans.extend(gaps.iter().map(|gap| gap.span));
        spans.sort();
        let mut at = 0;
        for span in spans {
            assert_eq!(span.start, at, "no hole and no overlap in {:?}", source.path);
            at = span.end;
        }
        assert_eq!(at, source.size, "every byte of {:?}", source.path);
        let people = reading.contacts.iter().map(|contact| contact.location);
        for location in people.chain(reading.logins.iter().map(|login| login.location)) {
            assert!(location.source != source.index || location.span.end <= source.size);
        }
    }
    for conversation in &reading.conversations {
        let owner = conversation.owner.as_ref().map(|owner| owner.participant);
        assert!(owner.is_none_or(|owner| conversation.participant(owner).is_some()), "the owner takes part");
        for (place, message) in conversation.messages.iter().enumerate() {
            assert_eq!(message.index as usize, place, "messages are counted");
            assert!(
                message.sender.is_none_or(|sender| conversation.participant(sender).is_some()),
                "a sender takes part"
            );
            if let Some(time) = message.time {
                let is_known = matches!(time.basis, TimeBasis::Instant | TimeBasis::Offset);
                assert_eq!(time.instant.is_some(), is_known, "no time without what it rests on");
            }
            for entity in message.details.iter().flat_map(|details| &details.entities) {
                let span = usize::try_from(entity.span.start).ok().zip(usize::try_from(entity.span.end).ok());
                let marked = span.and_then(|(start, end)| message.words().get(start..end));
                assert!(marked.is_some(), "what the app marked is in the words");
            }
        }
    }
}
