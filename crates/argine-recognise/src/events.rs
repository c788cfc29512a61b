//! Events: what times, calls, pictures and silences say, without any word.

use std::collections::BTreeMap;

use argine_model::{CallOutcome, Message, MessageKind};
use jiff::civil;
use serde::Deserialize;

use crate::RulesError;
use crate::frames::{Rule, Says};
use crate::labels::Labels;

/// What can be seen without reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Event {
    /// At least two calls missed within ten minutes.
    MissedCalls,
    /// The side writes between midnight and six, after a silence or without an answer.
    NightMessage,
    /// A bare number, smaller than the one before.
    FallingDigit,
    /// At least four messages within two minutes without an answer.
    Burst,
    /// A picture, video, sound or file.
    Media,
    /// A video call that was answered.
    VideoCall,
    /// The app says that a group was created.
    GroupCreated,
    /// A message was deleted.
    Deletion,
    /// The side writes at the same hour on a third day.
    SameHour,
}

/// The file of events.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventFile {
    event: Vec<EventRecord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventRecord {
    id: String,
    event: Event,
    says: Says,
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    within: Option<u32>,
    gives: Vec<String>,
    weight: f64,
    why: String,
}

/// Which rules speak of each event.
#[derive(Debug)]
pub(crate) struct Events {
    rules: BTreeMap<Event, Vec<u16>>,
}

impl Events {
    /// Builds the table; the rules are appended to `rules`.
    pub(crate) fn build(
        file: &str,
        content: EventFile,
        labels: &mut Labels,
        rules: &mut Vec<Rule>,
    ) -> Result<Self, RulesError> {
        let mut table: BTreeMap<Event, Vec<u16>> = BTreeMap::new();
        for record in content.event {
            let mut intern = |names: &[String]| {
                names
                    .iter()
                    .map(|name| labels.intern(name))
                    .collect::<Result<Vec<_>, _>>()
                    .map_err(|reason| RulesError::Rule { file: file.to_owned(), rule: record.id.clone(), reason })
            };
            let rule = Rule {
                when: intern(&record.when)?,
                gives: intern(&record.gives)?,
                id: record.id.clone(),
                says: record.says,
                within: record.within,
                after: false,
                weight: record.weight,
                why: Some(record.why),
                positive: Vec::new(),
                negative: Vec::new(),
            };
            table.entry(record.event).or_default().push(u16::try_from(rules.len()).unwrap_or(u16::MAX));
            rules.push(rule);
        }
        Ok(Self { rules: table })
    }

    /// The rules that speak of an event.
    pub(crate) fn rules(&self, event: Event) -> &[u16] {
        self.rules.get(&event).map_or(&[], Vec::as_slice)
    }
}

/// What is remembered of each side while reading forward.
#[derive(Debug, Default)]
struct Side {
    missed: Option<i64>,
    digit: Option<(u32, u32)>,
    last_written: Option<i64>,
    hours: Vec<(i64, i64)>,
}

/// Reads times and kinds forward, one message after the other.
#[derive(Debug, Default)]
pub(crate) struct Watcher {
    sides: BTreeMap<u32, Side>,
    last: Option<i64>,
    speaker: Option<u32>,
    run: Vec<i64>,
}

/// Minutes since the year 0, from what the clock on the wall showed.
pub(crate) fn minutes(time: civil::DateTime) -> i64 {
    time.duration_since(civil::DateTime::constant(0, 1, 1, 0, 0, 0, 0)).as_secs().div_euclid(60)
}

impl Watcher {
    /// The events of the next message.
    pub(crate) fn next(&mut self, message: &Message, mut found: impl FnMut(Event)) {
        if message.flags.group_created {
            found(Event::GroupCreated);
        }
        let Some(sender) = message.sender.map(|sender| sender.0) else { return };
        let now = message.time.map(|time| minutes(time.civil));
        let side = self.sides.entry(sender).or_default();
        match message.kind {
            MessageKind::Media | MessageKind::ViewOnce => found(Event::Media),
            MessageKind::Deleted => found(Event::Deletion),
            MessageKind::Call => {
                if let Some(call) = message.call {
                    let missed = matches!(call.outcome, CallOutcome::Missed | CallOutcome::Declined);
                    if missed {
                        if let (Some(now), Some(before)) = (now, side.missed)
                            && now - before <= 10
                        {
                            found(Event::MissedCalls);
                        }
                        side.missed = now;
                    } else if call.video {
                        found(Event::VideoCall);
                    }
                }
            }
            _ => {}
        }
        if let Some(now) = now {
            let quiet = self.last.is_none_or(|last| now - last >= 30);
            let alone = self.speaker == Some(sender);
            let night = now.rem_euclid(24 * 60) < 6 * 60;
            if night && (quiet || alone) && message.kind != MessageKind::System {
                found(Event::NightMessage);
            }
            if !alone {
                self.run.clear();
            }
            self.run.push(now);
            if self.run.len() >= 4
                && let Some(start) = self.run.get(self.run.len() - 4)
                && now - start <= 2
            {
                found(Event::Burst);
                self.run.clear();
            }
            if side.last_written.is_none_or(|last| now - last >= 6 * 60) {
                let (day, minute) = (now.div_euclid(24 * 60), now.rem_euclid(24 * 60));
                let near = |hour: &&(i64, i64)| (hour.1 - minute).abs() <= 30 && hour.0 < day && day - hour.0 <= 3;
                if side.hours.iter().rev().take(6).filter(near).count() >= 2 {
                    found(Event::SameHour);
                }
                side.hours.push((day, minute));
            }
            side.last_written = Some(now);
            self.last = Some(now);
        }
        if message.kind == MessageKind::Text {
            let bare = message.words().trim();
            if bare.len() <= 4
                && let Ok(number) = bare.trim_end_matches(['.', '!']).parse::<u32>()
            {
                if let Some((before, at)) = side.digit
                    && before > number
                    && message.index - at <= 8
                {
                    found(Event::FallingDigit);
                }
                side.digit = Some((number, message.index));
            }
        }
        self.speaker = Some(sender);
    }
}
