//! One line of time through several conversations, of apps with clocks of different sorts.

use argine_model::{Reading, TimeInterval};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// An entry on the line of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Place in [`Reading::conversations`].
    pub conversation: usize,
    /// Place in the conversation's messages.
    pub message: usize,
    /// When it can have been; none where the source has no time: it then stands behind the entry before it in its conversation.
    pub interval: Option<TimeInterval>,
    /// Whether an entry of another conversation may just as well have come before or after it.
    pub order_is_open: bool,
}

/// Every message of every conversation in order of time, device clocks taken to show `zone`.
///
/// Inside a conversation the order of the source stays, also where its clock goes back. Between conversations the earliest
/// possible instant decides; where two intervals overlap, both say that their order is open.
pub fn timeline(reading: &Reading, zone: &TimeZone) -> Vec<Moment> {
    let mut moments: Vec<(Timestamp, Moment)> = Vec::new();
    for (conversation, read) in reading.conversations.iter().enumerate() {
        let mut reached = Timestamp::MIN;
        for (message, entry) in read.messages.iter().enumerate() {
            let interval = entry.time.map(|time| time.interval(zone));
            reached = interval.map_or(reached, |interval| reached.max(interval.earliest));
            moments.push((reached, Moment { conversation, message, interval, order_is_open: false }));
        }
    }
    moments.sort_by_key(|(reached, moment)| (*reached, moment.conversation, moment.message));
    let mut moments: Vec<Moment> = moments.into_iter().map(|(_, moment)| moment).collect();
    mark_open(&mut moments);
    moments
}

/// Marks what overlaps with an entry of another conversation. Entries stand in order of their beginning, so that it is enough
/// to remember, walking in both directions, how far the others reach.
fn mark_open(moments: &mut [Moment]) {
    /// The two conversations whose intervals reach furthest.
    #[derive(Default)]
    struct Reach([Option<(Timestamp, usize)>; 2]);
    impl Reach {
        fn of_others(&self, conversation: usize) -> Option<Timestamp> {
            self.0.iter().flatten().find(|(_, other)| *other != conversation).map(|(until, _)| *until)
        }
        fn add(&mut self, until: Timestamp, conversation: usize) {
            let mut all: Vec<_> =
                self.0.iter().flatten().copied().filter(|(_, other)| *other != conversation).collect();
            let own = self.0.iter().flatten().find(|(_, other)| *other == conversation).map(|(until, _)| *until);
            all.push((own.map_or(until, |own| own.max(until)), conversation));
            all.sort_by_key(|(until, other)| (core::cmp::Reverse(*until), *other));
            self.0 = [all.first().copied(), all.get(1).copied()];
        }
    }
    let mut reach = Reach::default();
    for moment in moments.iter_mut() {
        let Some(interval) = moment.interval else { continue };
        moment.order_is_open |= reach.of_others(moment.conversation).is_some_and(|until| until >= interval.earliest);
        reach.add(interval.latest, moment.conversation);
    }
    // The same from the other side: what begins later but not after this one's end.
    let mut begins: [Option<(Timestamp, usize)>; 2] = [None, None];
    for moment in moments.iter_mut().rev() {
        let Some(interval) = moment.interval else { continue };
        let next = begins.iter().flatten().find(|(_, other)| *other != moment.conversation);
        moment.order_is_open |= next.is_some_and(|(from, _)| *from <= interval.latest);
        let other = begins.iter().flatten().find(|(_, other)| *other != moment.conversation).copied();
        begins = [Some((interval.earliest, moment.conversation)), other];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Handed, ReadOptions, read};

    #[test]
    fn apps_with_different_clocks_share_one_line() {
        let zone = TimeZone::get("Europe/Rome").expect("a bundled zone");
        let whatsapp = "21/11/24, 14:35 - Anna: spostiamoci qui\n21/11/24, 14:36 - Bruno: va bene\n";
        let telegram = r#"{"name":"Anna","type":"personal_chat","id":7,"messages":[
            {"id":1,"type":"message","date":"2024-11-21T14:30:00","date_unixtime":"1732195800","from":"Anna","from_id":"user7","text":"hai whatsapp?"},
            {"id":2,"type":"message","date":"2024-11-21T14:36:30","date_unixtime":"1732196190","from":"Anna","from_id":"user7","text":"ci sei?"}]}"#;
        let files = [("Chat WhatsApp con Anna.txt", whatsapp), ("result.json", telegram)];
        let handed = files.map(|(name, text)| Handed { name, bytes: text.as_bytes() });
        let reading = read(&handed, &ReadOptions { zone: zone.clone(), ..ReadOptions::default() });
        let line = timeline(&reading, &zone);
        let words: Vec<(&str, bool)> = line
            .iter()
            .map(|moment| {
                let message = &reading.conversations[moment.conversation].messages[moment.message];
                (message.words(), moment.order_is_open)
            })
            .collect();
        assert_eq!(
            words,
            [("hai whatsapp?", false), ("spostiamoci qui", false), ("va bene", true), ("ci sei?", true)],
            "14:36 and 14:36:30 may be in either order"
        );
    }
}
