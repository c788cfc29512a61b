//! From messages to traces: each message under the lens, values merged, later repetitions added.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, MatchKind};
use argine_model::{
    Conversation, Entity, Indicator, IndicatorKind, Mention, Message, MessageKind, ParticipantIndex, Platform, Role,
};
use jiff::civil;

use crate::context::Context;
use crate::countdown::Countdown;
use crate::deadline::When;
use crate::examine::{Examined, Examiner, Limits, Source};
use crate::find::Found;
use crate::role::{Speaker, judge, speaker};
use crate::stream::piece;
use crate::text::{Clean, before, is_word};
use crate::{Amount, DueTime, NamedDay, TimeLength, Traces, entity, split};

/// How a trace was read that the app had marked.
const MARKED: &str = "marked_by_app";

/// Values searched again for bare repetitions; a conversation with more is scanned for the first ones.
const REPEATED: usize = 2_000;

pub(crate) fn conversation(
    conversation: &Conversation,
    owner: Option<ParticipantIndex>,
    suspect: Option<ParticipantIndex>,
) -> Traces {
    let mut collector = Collector::default();
    for message in &conversation.messages {
        let words = message.words();
        if words.is_empty() {
            // A picture or a call between two messages does not part them; a system line neither.
            if message.kind == MessageKind::Text {
                collector.examiner.forget();
            }
            continue;
        }
        let place = Place {
            message: message.index,
            base: 0,
            sender: message.sender,
            speaker: speaker(conversation, message, owner, suspect),
            written: message.time.map(|time| time.civil),
            platform: conversation.platform,
            source: match &message.details {
                Some(details) if !details.read_words.is_empty() => Source::Picture,
                _ => Source::Written,
            },
        };
        collector.read(words, place);
        for entity in message.details.iter().flat_map(|details| &details.entities) {
            collector.marked(words, entity, place);
        }
    }
    collector.over_messages(conversation, owner, suspect);
    let mut traces = collector.traces;
    repetitions(conversation, &mut traces.indicators);
    traces
}

pub(crate) fn text(text: &str) -> Traces {
    let mut collector = Collector::default();
    let mut base = 0;
    while let Some(rest) = text.get(base..).filter(|rest| !rest.is_empty()) {
        let size = piece(rest);
        let Some(words) = rest.get(..size) else { break };
        let Ok(start) = u32::try_from(base) else { break };
        collector.examiner.forget();
        collector.read(
            words,
            Place {
                message: 0,
                base: start,
                sender: None,
                speaker: Speaker::Unknown,
                written: None,
                platform: Platform::Unknown,
                source: Source::Written,
            },
        );
        base += size;
    }
    collector.traces
}

/// Where a piece of text stands.
#[derive(Clone, Copy)]
struct Place {
    message: u32,
    base: u32,
    sender: Option<ParticipantIndex>,
    speaker: Speaker,
    written: Option<civil::DateTime>,
    platform: Platform,
    source: Source,
}

#[derive(Default)]
struct Collector {
    traces: Traces,
    /// Only looked up, never iterated.
    places: HashMap<(IndicatorKind, String), usize>,
    examiner: Examiner,
    countdown: Countdown,
}

impl Collector {
    fn read(&mut self, words: &str, place: Place) {
        let clean = Clean::new(words);
        let limits = if place.written.is_some() { Limits::Sought } else { Limits::Left };
        let examined = self.examiner.examine(&clean, place.platform, limits, place.source);
        let Examined { found, sums, limits, days, lengths, confusable } = examined;
        let at = |start: usize, end: usize| {
            let (start, end) = clean.original_span(start, end);
            let offset = |index: usize| place.base.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
            (offset(start), offset(end))
        };
        for sum in sums {
            let (start, end) = at(sum.start, sum.end);
            let amount =
                Amount { message: place.message, start, end, value: sum.value, currency: sum.currency.to_owned() };
            self.traces.amounts.push(amount);
        }
        for limit in limits {
            let (start, end) = at(limit.start, limit.end);
            if let Some(due) = place.written.and_then(|written| limit.when.due(written)) {
                self.traces.deadlines.push(DueTime {
                    message: place.message,
                    start,
                    end,
                    due,
                    relative: limit.when.is_relative(),
                });
            }
        }
        if let Some(written) = place.written
            && let Some(step) = self.countdown.read(&clean, place.sender)
        {
            let (start, end) = at(step.start, step.end);
            let known = self.traces.deadlines.last().is_some_and(|last| last.message == place.message);
            if !known && let Some(due) = When::After(step.seconds).due(written) {
                self.traces.deadlines.push(DueTime { message: place.message, start, end, due, relative: true });
            }
        }
        for day in days {
            let (start, end) = at(day.start, day.end);
            if let Some(date) = day.resolve(place.written.map(civil::DateTime::date)) {
                let either_order = day.either_order;
                self.traces.days.push(NamedDay { message: place.message, start, end, day: date, either_order });
            }
        }
        for length in lengths {
            let (start, end) = at(length.start, length.end);
            self.traces.lengths.push(TimeLength { message: place.message, start, end, seconds: length.seconds });
        }
        let typed = found.into_iter().map(|found| (found, ""));
        for (found, how) in typed.chain(confusable.into_iter().map(|found| (found, "confusable_characters"))) {
            let (start, end) = at(found.start, found.end);
            let raw = clean.original_slice(found.start, found.end);
            let how = if how.is_empty() && raw.contains('\n') { "joined_lines" } else { how };
            let (role, basis) = judge(found.kind, &found.value, place.speaker, &self.examiner.context, found.start);
            self.merge(found, raw, Mention { message: place.message, start, end }, (role, basis), how);
        }
    }

    /// What the app itself marked: a trace that was found says so, another one is checked like the rest and added.
    fn marked(&mut self, words: &str, entity: &Entity, place: Place) {
        let (Ok(start), Ok(end)) = (u32::try_from(entity.span.start), u32::try_from(entity.span.end)) else { return };
        let raw = words.get(start as usize..end as usize).unwrap_or("");
        if raw.is_empty() {
            return;
        }
        let mention = Mention { message: place.message, start, end };
        let Some(found) = entity::read(entity, raw, place.platform) else { return };
        let key = (found.kind, found.value.clone());
        let known = self.places.get(&key).copied().or_else(|| {
            self.traces.indicators.iter().rposition(|known| {
                known.kind == found.kind
                    && known.mentions.iter().any(|known| {
                        known.message == mention.message && known.start < mention.end && mention.start < known.end
                    })
            })
        });
        if let Some(indicator) = known.and_then(|known| self.traces.indicators.get_mut(known)) {
            if !indicator.reading.iter().any(|how| how == MARKED) {
                indicator.reading.push(MARKED.to_owned());
            }
            return;
        }
        let role = judge(found.kind, &found.value, place.speaker, &Context::default(), 0);
        self.merge(found, raw, mention, role, MARKED);
    }

    /// IBANs and wallets that somebody sent in two or three messages: taken only when the check digits of the whole hold.
    fn over_messages(
        &mut self,
        conversation: &Conversation,
        owner: Option<ParticipantIndex>,
        suspect: Option<ParticipantIndex>,
    ) {
        let written: Vec<&Message> =
            conversation.messages.iter().filter(|message| !message.words().is_empty()).collect();
        for (place, first) in written.iter().enumerate() {
            let mut parts = vec![*first];
            for next in written.iter().skip(place + 1).take(2) {
                if next.sender != first.sender || next.words().len() > 64 {
                    break;
                }
                parts.push(next);
                let Some((found, mentions)) = split::joined(&parts) else { continue };
                if self.places.contains_key(&(found.kind, found.value.clone())) {
                    break;
                }
                let Some(mention) = mentions.first().copied() else { break };
                let raw = first.words().get(mention.start as usize..mention.end as usize).unwrap_or("");
                let speaker = speaker(conversation, first, owner, suspect);
                let role = judge(found.kind, &found.value, speaker, &Context::default(), 0);
                self.merge(found, raw, mention, role, "joined_messages");
                if let Some(indicator) = self.traces.indicators.last_mut() {
                    indicator.mentions.extend(mentions.iter().skip(1));
                }
                break;
            }
        }
    }

    fn merge(&mut self, found: Found, raw: &str, mention: Mention, role: (Role, &'static str), how: &'static str) {
        let key = (found.kind, found.value);
        if let Some(indicator) = self.places.get(&key).and_then(|place| self.traces.indicators.get_mut(*place)) {
            if indicator.mentions.last() != Some(&mention) {
                indicator.mentions.push(mention);
            }
            indicator.grade = indicator.grade.min(found.grade);
            if indicator.variety.is_empty() {
                found.variety.clone_into(&mut indicator.variety);
            }
            return;
        }
        self.traces.indicators.push(Indicator {
            kind: found.kind,
            variety: found.variety.to_owned(),
            value: key.1.clone(),
            raw: raw.to_owned(),
            validity: found.validity,
            grade: found.grade,
            role: role.0,
            role_basis: role.1.to_owned(),
            mentions: vec![mention],
            reading: if how.is_empty() { Vec::new() } else { vec![how.to_owned()] },
            listed: Vec::new(),
        });
        self.places.insert(key, self.traces.indicators.len() - 1);
    }
}

/// Adds later places where a value stands as it was first written, or in its normal form, without the words that first gave it away.
fn repetitions(conversation: &Conversation, indicators: &mut [Indicator]) {
    let mut patterns = Vec::new();
    let mut owners = Vec::new();
    for (place, indicator) in indicators.iter().enumerate().take(REPEATED) {
        if !matches!(
            indicator.kind,
            IndicatorKind::Phone
                | IndicatorKind::Mtcn
                | IndicatorKind::Giftcode
                | IndicatorKind::Name
                | IndicatorKind::Card
                | IndicatorKind::Handle
                | IndicatorKind::Account
        ) {
            continue;
        }
        let bare = indicator.raw.trim_start_matches('@');
        let mut forms = vec![indicator.raw.as_str(), indicator.value.as_str(), bare];
        if let Some((_, name)) = indicator.value.split_once(':') {
            forms.push(name);
        }
        forms.sort_unstable();
        forms.dedup();
        for form in forms.into_iter().filter(|form| form.len() >= 6) {
            // A user name that is a plain word ("martina") is repeated by chance; one with a sign or digit is not.
            if indicator.kind == IndicatorKind::Handle && form.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                continue;
            }
            patterns.push(form.to_owned());
            owners.push(place);
        }
    }
    if patterns.is_empty() {
        return;
    }
    let Ok(automaton) =
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(&patterns)
    else {
        return;
    };
    for message in &conversation.messages {
        let words = message.words();
        for found in automaton.find_iter(words) {
            let bytes = words.as_bytes();
            let bounded = !is_word(before(bytes, found.start())) && !is_word(crate::text::at(bytes, found.end()));
            let Some(indicator) = owners.get(found.pattern().as_usize()).and_then(|place| indicators.get_mut(*place))
            else {
                continue;
            };
            let (Ok(start), Ok(end)) = (u32::try_from(found.start()), u32::try_from(found.end())) else { continue };
            let mention = Mention { message: message.index, start, end };
            let later = indicator
                .mentions
                .first()
                .is_some_and(|first| (mention.message, mention.start) > (first.message, first.start));
            let place = indicator
                .mentions
                .partition_point(|known| (known.message, known.start) < (mention.message, mention.start));
            let overlaps = |known: Option<&Mention>| {
                known.is_some_and(|known| {
                    known.message == mention.message && known.start < mention.end && mention.start < known.end
                })
            };
            let known = overlaps(indicator.mentions.get(place))
                || overlaps(place.checked_sub(1).and_then(|place| indicator.mentions.get(place)));
            if bounded && later && !known {
                indicator.mentions.insert(place, mention);
            }
        }
    }
}
