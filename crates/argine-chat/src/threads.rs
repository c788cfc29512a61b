//! The same chat in several files made one: parts of a thread, parts of a download, the same download twice. What comes out does
//! not depend on the order in which the files were handed over.

use core::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use argine_model::{
    AttachmentStatus, Conversation, ConversationKind, ExhibitId, Finding, FindingCode, Message, OwnerGuess,
    ParticipantIndex, SourceDocument, SourceIndex,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::opened::Held;
use crate::source::MediaIndex;

/// A conversation on its way out.
pub(crate) struct Found<'a> {
    pub(crate) exhibit: ExhibitId,
    pub(crate) source: SourceIndex,
    /// The file's name, then the name in each container.
    pub(crate) path: Vec<String>,
    pub(crate) conversation: Conversation,
    /// Conversations with the same name are one.
    pub(crate) thread: Option<String>,
    pub(crate) format: &'static str,
    /// Where its messages stand, where they are not in the conversation.
    pub(crate) held: Option<Held<'a>>,
}

/// Puts together what belongs to one thread. The files of a thread are taken in the order of their names, numbers as numbers.
pub(crate) fn join<'a>(
    found: Vec<Found<'a>>,
    sources: &[SourceDocument],
    findings: &mut Vec<Finding>,
) -> Vec<Found<'a>> {
    let mut threads: BTreeMap<String, Vec<Found<'a>>> = BTreeMap::new();
    let mut merged = Vec::with_capacity(found.len());
    for part in found {
        match &part.thread {
            Some(thread) => threads.entry(thread.clone()).or_default().push(part),
            None => merged.push(part),
        }
    }
    let digest = |source: SourceIndex| sources.get(source.0 as usize).and_then(|source| source.sha256);
    for mut parts in threads.into_values() {
        parts.sort_by(|left, right| {
            let by_name = left.path.len().cmp(&right.path.len());
            let by_name = left
                .path
                .iter()
                .zip(&right.path)
                .fold(by_name, |order, (left, right)| order.then_with(|| natural(left, right)));
            by_name.then_with(|| digest(left.source).cmp(&digest(right.source))).then(left.source.cmp(&right.source))
        });
        let mut parts = parts.into_iter();
        let Some(mut first) = parts.next() else { continue };
        let mut duplicates = 0_u32;
        let mut is_joined = false;
        for part in parts {
            duplicates = duplicates.saturating_add(append(&mut first.conversation, part.conversation));
            is_joined = true;
        }
        if is_joined {
            chronological(&mut first.conversation.messages);
        }
        if duplicates > 0 {
            findings.push(Finding {
                code: FindingCode::DuplicatesMerged,
                source: Some(first.source),
                line: None,
                count: duplicates,
                detail: String::new(),
            });
        }
        merged.push(first);
    }
    merged
}

/// Names with numbers in them in the order of the numbers: `message_2` before `message_10`.
fn natural(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left, right);
    loop {
        let (Some(first), Some(second)) = (left.chars().next(), right.chars().next()) else {
            return left.len().cmp(&right.len());
        };
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let lengths = (digits(left), digits(right));
        if lengths.0 > 0 && lengths.1 > 0 {
            let ((number, rest), (other, other_rest)) = (left.split_at(lengths.0), right.split_at(lengths.1));
            let (value, other_value) = (number.trim_start_matches('0'), other.trim_start_matches('0'));
            let order = value.len().cmp(&other_value.len()).then_with(|| value.cmp(other_value));
            let order = order.then(number.len().cmp(&other.len()));
            if order != Ordering::Equal {
                return order;
            }
            (left, right) = (rest, other_rest);
        } else if first == second {
            (left, right) = (left.split_at(first.len_utf8()).1, right.split_at(first.len_utf8()).1);
        } else {
            return first.cmp(&second);
        }
    }
}

/// Puts entries in order of time. One without a time stays behind the one it stood behind.
pub(crate) fn chronological(messages: &mut Vec<Message>) {
    let mut last = Timestamp::MIN;
    let mut keyed: Vec<(Timestamp, Message)> = messages
        .drain(..)
        .map(|message| {
            last = moment(&message).unwrap_or(last);
            (last, message)
        })
        .collect();
    keyed.sort_by_key(|(time, _)| *time);
    messages.extend(keyed.into_iter().map(|(_, message)| message));
}

/// The instant, or what the clock of the device showed as if it had been in Greenwich: only compared within one format.
fn moment(message: &Message) -> Option<Timestamp> {
    let time = message.time?;
    time.instant.or_else(|| TimeZone::UTC.to_timestamp(time.civil).ok())
}

/// Puts another part to a conversation; says how many of its messages were there already.
fn append(known: &mut Conversation, part: Conversation) -> u32 {
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    let key = |person: &argine_model::Participant| person.native_id.clone().unwrap_or_else(|| person.name.clone());
    for (place, person) in known.participants.iter().enumerate() {
        by_name.entry(key(person)).or_insert(place);
    }
    let mut places = Vec::with_capacity(part.participants.len());
    for person in part.participants {
        let place = *by_name.entry(key(&person)).or_insert(known.participants.len());
        if place == known.participants.len() {
            known.participants.push(person);
        }
        places.push(ParticipantIndex(u32::try_from(place).unwrap_or(u32::MAX)));
    }
    let there = |place: ParticipantIndex| places.get(place.0 as usize).copied();
    let surer = |owner: &OwnerGuess| owner.basis == "account";
    let owner = part.owner.and_then(|owner| Some(OwnerGuess { participant: there(owner.participant)?, ..owner }));
    if known.owner.is_none() || owner.as_ref().is_some_and(surer) && !known.owner.as_ref().is_some_and(surer) {
        known.owner = owner;
    }
    known.title = known.title.take().or(part.title);
    let mut incoming: Vec<Message> = part.messages;
    for message in &mut incoming {
        message.sender = message.sender.and_then(there);
    }
    let duplicates = recognise(known, &mut incoming);
    known.messages.append(&mut incoming);
    if known.participants.len() > 2 && known.kind != ConversationKind::Mail {
        known.kind = ConversationKind::Group;
    }
    duplicates
}

/// When, who, what: two entries of different files that agree in all of it are one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'a> {
    time: Timestamp,
    sender: Option<ParticipantIndex>,
    text: &'a str,
    attachments: Vec<Option<&'a str>>,
}

impl<'a> Likeness<'a> {
    fn of(message: &'a Message) -> Option<Self> {
        let attachments = message.attachments.iter().map(|attachment| attachment.name.as_deref()).collect();
        Some(Self { time: moment(message)?, sender: message.sender, text: &message.text, attachments })
    }
}

/// Takes out of `incoming` what is known already from another file, and notes its second origin.
fn recognise(known: &mut Conversation, incoming: &mut Vec<Message>) -> u32 {
    let range = |messages: &[Message]| {
        let times: Vec<Timestamp> = messages.iter().filter_map(moment).collect();
        Some((*times.iter().min()?, *times.iter().max()?))
    };
    let (Some((from, to)), Some((since, until))) = (range(&known.messages), range(incoming)) else { return 0 };
    if to < since || until < from {
        return 0;
    }
    // A part is of one file; what that file says twice it says twice.
    let own = incoming.first().map(|message| message.location.source);
    let mut index: BTreeMap<Likeness<'_>, VecDeque<usize>> = BTreeMap::new();
    for (place, message) in known.messages.iter().enumerate().filter(|(_, m)| Some(m.location.source) != own) {
        if let Some(key) = Likeness::of(message) {
            index.entry(key).or_default().push_back(place);
        }
    }
    let twins: Vec<Option<usize>> =
        incoming.iter().map(|message| index.get_mut(&Likeness::of(message)?)?.pop_front()).collect();
    let mut duplicates = 0_u32;
    let mut rest = Vec::with_capacity(incoming.len());
    for (message, twin) in incoming.drain(..).zip(twins) {
        let Some(twin) = twin.and_then(|place| known.messages.get_mut(place)) else {
            rest.push(message);
            continue;
        };
        duplicates = duplicates.saturating_add(1);
        let is_there =
            |message: &Message| message.attachments.iter().filter(|a| a.status == AttachmentStatus::Present).count();
        if is_there(&message) > is_there(twin) {
            twin.attachments = message.attachments;
        }
        let details = twin.details_mut();
        details.also_in.push(message.location);
        details.also_in.extend(message.details.map(|details| details.also_in).unwrap_or_default());
    }
    *incoming = rest;
    duplicates
}

/// Who exported Meta's threads: the account in the same download, else the one name that all threads of a download share.
pub(crate) fn owners(found: &mut [Found<'_>], holders: &[(ExhibitId, String)]) {
    let is_meta = |found: &Found<'_>| found.format.starts_with("meta_");
    let mut downloads: BTreeMap<Option<ExhibitId>, Vec<BTreeSet<String>>> = BTreeMap::new();
    for thread in found.iter().filter(|found| is_meta(found)) {
        let names = thread.conversation.participants.iter().map(|person| person.name.clone()).collect();
        downloads.entry(download(thread)).or_default().push(names);
    }
    let common: BTreeMap<Option<ExhibitId>, String> =
        downloads.into_iter().filter_map(|(download, threads)| Some((download, shared_name(&threads)?))).collect();
    for thread in found.iter_mut().filter(|found| is_meta(found)) {
        let place_of = |names: &[&str]| {
            let people = thread.conversation.participants.iter().enumerate();
            let mut places = people.filter(|(_, person)| names.contains(&person.name.as_str())).map(|(place, _)| place);
            places.next().filter(|_| places.next().is_none())
        };
        let own: Vec<&str> =
            holders.iter().filter(|(exhibit, _)| *exhibit == thread.exhibit).map(|(_, name)| name.as_str()).collect();
        let all: Vec<&str> = holders.iter().map(|(_, name)| name.as_str()).collect();
        let claim = match (place_of(&own).or_else(|| place_of(&all)), common.get(&download(thread))) {
            (Some(place), _) => Some((place, "account")),
            (None, Some(name)) => place_of(&[name.as_str()]).map(|place| (place, "common_to_all")),
            (None, None) => None,
        };
        if let Some((place, basis)) = claim {
            let participant = ParticipantIndex(u32::try_from(place).unwrap_or(u32::MAX));
            thread.conversation.owner = Some(OwnerGuess { participant, basis: basis.to_owned() });
        }
    }
}

/// Meta splits a download into archives: what one of them names may lie in another, under the same path.
pub(crate) fn find_media(found: &mut [Found<'_>], media: &[MediaIndex]) {
    if media.len() < 2 {
        return;
    }
    for thread in found.iter_mut().filter(|found| found.format.starts_with("meta_")) {
        for attachment in thread.conversation.messages.iter_mut().flat_map(|message| &mut message.attachments) {
            if attachment.status != AttachmentStatus::Missing {
                continue;
            }
            let Some(name) = attachment.name.as_deref() else { continue };
            let path = name.trim_start_matches("../").trim_start_matches("./");
            if let Some((sha256, class)) = media.iter().find_map(|media| media.at(path)) {
                (attachment.sha256, attachment.class, attachment.status) = (sha256, class, AttachmentStatus::Present);
            }
        }
    }
}

/// The archive a thread came in; loose files are taken as one download.
fn download(found: &Found<'_>) -> Option<ExhibitId> {
    (found.path.len() > 1).then_some(found.exhibit)
}

/// The one name in all threads, where they are between different people.
fn shared_name(threads: &[BTreeSet<String>]) -> Option<String> {
    let (first, rest) = threads.split_first()?;
    if !rest.iter().any(|names| names != first) {
        return None;
    }
    let mut shared = first.clone();
    for names in rest {
        shared.retain(|name| names.contains(name));
    }
    let only = shared.pop_first()?;
    shared.is_empty().then_some(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_numbers() {
        for (before, after) in
            [("message_2.json", "message_10.json"), ("a1b", "a1c"), ("a", "b"), ("a1", "a01"), ("x", "x1"), ("9", "a")]
        {
            assert_eq!(natural(before, after), Ordering::Less, "{before} {after}");
            assert_eq!(natural(after, before), Ordering::Greater);
            assert_eq!(natural(before, before), Ordering::Equal);
        }
    }

    #[test]
    fn the_owner_is_in_every_thread() {
        let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(shared_name(&[set(&["Anna", "Bruno"]), set(&["Carla", "Anna"])]).as_deref(), Some("Anna"));
        assert_eq!(shared_name(&[set(&["Anna", "Bruno"]), set(&["Carla", "Dario"])]), None);
        assert_eq!(shared_name(&[set(&["Anna", "Bruno"]), set(&["Bruno", "Anna"])]), None);
        assert_eq!(shared_name(&[set(&["Anna", "Bruno"]), set(&["Bruno", "Anna", "Carla"])]), None);
        assert_eq!(shared_name(&[set(&["Anna", "Bruno"])]), None);
    }
}
