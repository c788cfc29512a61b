//! Entries that fit badly among their neighbours: perhaps a line shaped like a header that a person wrote into a message.

use argine_model::{Message, MessageKind};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Where something was first seen, and how often.
#[derive(Default)]
pub(super) struct Suspects {
    pub(super) embedded: Option<(Option<u32>, u32)>,
    pub(super) backwards: Option<(Option<u32>, u32)>,
}

/// Phones send late and clocks are set: a few minutes back are usual.
const TOLERANCE_MINUTES: i64 = 5;

pub(super) fn mark(messages: &mut [Message], after_crlf: &[bool], zone: &TimeZone) -> Suspects {
    let mut suspects = Suspects::default();
    let lone = lone_senders(messages);
    let times: Vec<Option<DateTime>> = messages.iter().map(|message| message.time.map(|time| time.civil)).collect();
    // Files with CR LF between entries have a bare LF inside them: a header behind a bare LF is inside an entry.
    let with_crlf = after_crlf.iter().filter(|crlf| **crlf).count();
    let crlf_file = with_crlf > 0 && with_crlf * 20 >= after_crlf.len().saturating_sub(1) * 19;
    let count = messages.len();
    for (place, message) in messages.iter_mut().enumerate() {
        let at = |place: Option<usize>| place.and_then(|place| times.get(place).copied().flatten());
        let (before, own, after) = (at(place.checked_sub(1)), at(Some(place)), at(Some(place + 1)));
        if let (Some(before), Some(own)) = (before, own)
            && goes_back(before, own, zone)
        {
            note(&mut suspects.backwards, message);
        }
        let out_of_place = match (before, own, after) {
            // Only this one is behind, or only this one is ahead of its time.
            (Some(before), Some(own), Some(after)) if !goes_back(before, after, zone) => {
                goes_back(before, own, zone) || goes_back(own, after, zone)
            }
            _ => false,
        };
        let is_lone = message.sender.is_some_and(|sender| lone == Some(sender)) && place > 0 && place + 1 < count;
        let inside_crlf = crlf_file && place > 0 && after_crlf.get(place) == Some(&false);
        if out_of_place || inside_crlf || (is_lone && message.kind == MessageKind::Text) {
            message.flags.embedded_header = true;
            note(&mut suspects.embedded, message);
        }
    }
    suspects
}

fn note(kept: &mut Option<(Option<u32>, u32)>, message: &Message) {
    match kept {
        Some((_, count)) => *count = count.saturating_add(1),
        None => *kept = Some((message.location.line, 1)),
    }
}

/// Whether time runs backwards in a way that neither lateness nor the end of summer time explains.
fn goes_back(before: DateTime, after: DateTime, zone: &TimeZone) -> bool {
    if after >= before {
        return false;
    }
    let back = before.duration_since(after).as_secs();
    if back <= TOLERANCE_MINUTES * 60 {
        return false;
    }
    // In the hour that comes twice a clock may show an earlier time later.
    let folded = zone.to_ambiguous_zoned(after).is_ambiguous() || zone.to_ambiguous_zoned(before).is_ambiguous();
    !(folded && back <= 3600 + TOLERANCE_MINUTES * 60)
}

/// In a conversation of two who write a lot, the one third name that stands there once.
fn lone_senders(messages: &[Message]) -> Option<argine_model::ParticipantIndex> {
    let mut counts: Vec<(argine_model::ParticipantIndex, u32)> = Vec::new();
    for sender in messages.iter().filter_map(|message| message.sender) {
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == sender) {
            *count += 1;
        } else if counts.len() == 3 {
            return None;
        } else {
            counts.push((sender, 1));
        }
    }
    let mut lone = counts.iter().filter(|(_, count)| *count == 1);
    let others = counts.iter().filter(|(_, count)| *count >= 3).count();
    match (lone.next(), others) {
        (Some((sender, _)), 2) => Some(*sender),
        _ => None,
    }
}
