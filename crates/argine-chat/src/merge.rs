//! The same chat in two exports, of one phone or of two: one conversation, with both origins of every message.
//!
//! Two conversations are the same chat when what was said in them is the same at the same times, whatever the files and the
//! participants are called. A message that both have stands once and names both places; a message that only one of them has
//! stays, and is counted where both should have it: something was deleted, or added.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use argine_model::{
    AttachmentStatus, Conversation, ConversationKind, Finding, FindingCode, Message, MessageKind, ParticipantIndex,
    Platform, Reading, SourceIndex,
};
use unicode_normalization::UnicodeNormalization as _;

/// Shorter words are said in every chat.
const DISTINCTIVE_LETTERS: usize = 12;
/// So many distinctive messages in common make it worth a closer look, or half of the shorter chat.
const COMMON: usize = 3;
/// How far two clocks may round one moment apart.
const TOLERANCE_SECONDS: i64 = 60;
/// No two zones are further apart.
const WIDEST_OFFSET_SECONDS: i64 = 26 * 3600;

/// Puts together conversations that are the same chat. What is already one stays as it is.
pub fn merge(reading: &mut Reading) {
    if reading.conversations.len() < 2 {
        return;
    }
    let mut kept: Vec<(Conversation, Keys)> = Vec::new();
    let mut findings = Vec::new();
    for conversation in core::mem::take(&mut reading.conversations) {
        let keys = Keys::of(&conversation);
        let same = kept.iter().enumerate().find_map(|(place, (known, known_keys))| {
            (can_be_one(known, &conversation) && known_keys.have_enough_in_common(&keys))
                .then(|| Alignment::of(known, &conversation))
                .flatten()
                .map(|alignment| (place, alignment))
        });
        match same.and_then(|(place, alignment)| Some((kept.get_mut(place)?, alignment))) {
            Some(((known, known_keys), alignment)) => {
                put_together(known, conversation, &alignment, &mut findings);
                *known_keys = Keys::of(known);
            }
            None => kept.push((conversation, keys)),
        }
    }
    reading.conversations = kept.into_iter().map(|(conversation, _)| conversation).collect();
    reading.findings.extend(findings);
    reading.findings.sort_by_key(|finding| finding.source);
}

fn can_be_one(one: &Conversation, other: &Conversation) -> bool {
    let same_place =
        one.platform == other.platform || one.platform == Platform::Unknown || other.platform == Platform::Unknown;
    let is_mail = one.kind == ConversationKind::Mail || other.kind == ConversationKind::Mail;
    // Two chats of one file are two chats: whoever wrote the file kept them apart.
    same_place && !is_mail && sources(one).is_disjoint(&sources(other))
}

fn sources(conversation: &Conversation) -> BTreeSet<SourceIndex> {
    conversation.messages.iter().map(|message| message.location.source).collect()
}

/// The distinctive messages of a conversation: what makes two candidates.
struct Keys(HashMap<u64, u32>);

impl Keys {
    fn of(conversation: &Conversation) -> Self {
        let mut keys = HashMap::new();
        for (place, message) in (0_u32..).zip(&conversation.messages) {
            if message.words().chars().take(DISTINCTIVE_LETTERS).count() == DISTINCTIVE_LETTERS {
                keys.insert(key(message), place);
            }
        }
        Self(keys)
    }

    fn have_enough_in_common(&self, other: &Self) -> bool {
        let (few, many) = if self.0.len() <= other.0.len() { (self, other) } else { (other, self) };
        let common = few.0.keys().filter(|key| many.0.contains_key(*key)).count();
        common >= COMMON || (common > 0 && common * 2 >= few.0.len())
    }
}

/// What a message says, whatever the phone: words without marks of direction and doubled spaces; for the rest its kind.
fn key(message: &Message) -> u64 {
    let mut hasher = DefaultHasher::new();
    let words = message.words();
    if words.is_empty() && message.kind != MessageKind::System {
        message.kind.hash(&mut hasher);
        return hasher.finish();
    }
    let words = if message.kind == MessageKind::System { message.view() } else { words };
    (message.kind == MessageKind::System).hash(&mut hasher);
    let mut space = false;
    for character in words.nfc().filter(|character| !is_mark(*character)) {
        if character.is_whitespace() {
            space = true;
            continue;
        }
        if core::mem::take(&mut space) {
            ' '.hash(&mut hasher);
        }
        character.hash(&mut hasher);
    }
    hasher.finish()
}

const fn is_mark(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Seconds, to compare the times of two messages: instants where both sources have them, clocks otherwise.
fn seconds(one: &Message, other: &Message) -> Option<(i64, i64)> {
    let (one, other) = (one.time?, other.time?);
    if let (Some(one), Some(other)) = (one.instant, other.instant) {
        return Some((one.as_second(), other.as_second()));
    }
    let civil = |time: argine_model::ConversationTime| {
        time.civil.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp().as_second())
    };
    Some((civil(one)?, civil(other)?))
}

/// Which message of one conversation is which of the other.
struct Alignment {
    /// For each message of the second conversation, its place in the first.
    places: Vec<Option<usize>>,
    /// For each participant of the second conversation, the one of the first.
    people: Vec<Option<ParticipantIndex>>,
    /// Seconds by which the second clock is ahead.
    ahead: i64,
}

impl Alignment {
    fn of(one: &Conversation, other: &Conversation) -> Option<Self> {
        let unique = unique_pairs(one, other);
        let ahead = offset(one, other, &unique)?;
        let people = people(one, other, &unique)?;
        let mut said: HashMap<(u64, Option<ParticipantIndex>), VecDeque<usize>> = HashMap::new();
        for (place, message) in one.messages.iter().enumerate() {
            said.entry((key(message), message.sender)).or_default().push_back(place);
        }
        let mut found = 0_usize;
        let places: Vec<Option<usize>> = (other.messages.iter())
            .map(|message| {
                let sender = match message.sender {
                    Some(sender) => Some(people.get(sender.0 as usize).copied().flatten()?),
                    None => None,
                };
                // Taken from the front: the same words said twice in a minute stay in their order.
                let waiting = said.get_mut(&(key(message), sender))?;
                while let Some(place) = waiting.front().copied() {
                    match seconds(one.messages.get(place)?, message) {
                        // What lies before this moment lies before every later message too.
                        Some((known, new)) if known + TOLERANCE_SECONDS < new - ahead => {}
                        Some((known, new)) if known > new - ahead + TOLERANCE_SECONDS => return None,
                        _ => {
                            waiting.pop_front();
                            found += 1;
                            return Some(place);
                        }
                    }
                    waiting.pop_front();
                }
                None
            })
            .collect();
        let shorter = one.messages.len().min(other.messages.len());
        (found * 2 >= shorter || found >= 20).then_some(Self { places, people, ahead })
    }
}

/// Messages that were said once in each of the two.
fn unique_pairs(one: &Conversation, other: &Conversation) -> Vec<(usize, usize)> {
    let distinct = |conversation: &Conversation| {
        let mut places: HashMap<u64, Option<usize>> = HashMap::new();
        for (place, message) in conversation.messages.iter().enumerate() {
            if message.words().chars().take(DISTINCTIVE_LETTERS).count() == DISTINCTIVE_LETTERS {
                places.entry(key(message)).and_modify(|known| *known = None).or_insert(Some(place));
            }
        }
        places
    };
    let (said, heard) = (distinct(one), distinct(other));
    (other.messages.iter().enumerate())
        .filter_map(|(place, message)| {
            let key = key(message);
            (heard.get(&key) == Some(&Some(place))).then_some(())?;
            Some((said.get(&key).copied().flatten()?, place))
        })
        .collect()
}

/// By how many seconds the second clock is ahead: the offset that most messages have, in steps of a quarter of an hour (all
/// zones are). None where no offset explains most of them: then the words are the same by chance.
fn offset(one: &Conversation, other: &Conversation, pairs: &[(usize, usize)]) -> Option<i64> {
    let mut votes: BTreeMap<i64, usize> = BTreeMap::new();
    let mut timed = 0_usize;
    for (known, new) in pairs {
        let Some((known, new)) =
            one.messages.get(*known).zip(other.messages.get(*new)).and_then(|(a, b)| seconds(a, b))
        else {
            continue;
        };
        timed += 1;
        let step = (new - known + 450).div_euclid(900) * 900;
        if (new - known - step).abs() <= TOLERANCE_SECONDS && step.abs() <= WIDEST_OFFSET_SECONDS {
            *votes.entry(step).or_default() += 1;
        }
    }
    let Some((ahead, most)) = votes.into_iter().max_by_key(|(step, count)| (*count, -step.abs())) else {
        // Without times on one side (pictures of the screen) the words alone decide.
        return (timed == 0 && pairs.len() >= COMMON).then_some(0);
    };
    (most * 10 >= timed * 6).then_some(ahead)
}

/// Who is who: the participant beside whose words the same words stand, nearly always.
fn people(one: &Conversation, other: &Conversation, pairs: &[(usize, usize)]) -> Option<Vec<Option<ParticipantIndex>>> {
    let mut votes: BTreeMap<(ParticipantIndex, ParticipantIndex), usize> = BTreeMap::new();
    for (known, new) in pairs {
        let known = one.messages.get(*known).and_then(|message| message.sender);
        let new = other.messages.get(*new).and_then(|message| message.sender);
        if let (Some(known), Some(new)) = (known, new) {
            *votes.entry((new, known)).or_default() += 1;
        }
    }
    let named = |participant: &argine_model::Participant| {
        let place = one.participants.iter().position(|known| known.name == participant.name)?;
        u32::try_from(place).ok().map(ParticipantIndex)
    };
    let mut people = Vec::with_capacity(other.participants.len());
    for (place, participant) in (0_u32..).map(ParticipantIndex).zip(&other.participants) {
        let own: Vec<_> = votes.iter().filter(|((new, _), _)| *new == place).collect();
        let total: usize = own.iter().map(|(_, count)| **count).sum();
        let best = own.into_iter().max_by_key(|(_, count)| **count).map(|((_, known), count)| (*known, *count));
        people.push(match best {
            Some((known, count)) if count * 10 >= total * 8 => Some(known),
            Some(_) => return None,
            None => named(participant),
        });
    }
    let mut seen: Vec<ParticipantIndex> = people.iter().flatten().copied().collect();
    let claimed = seen.len();
    seen.sort_unstable();
    seen.dedup();
    (seen.len() == claimed).then_some(people)
}

fn put_together(known: &mut Conversation, new: Conversation, alignment: &Alignment, findings: &mut Vec<Finding>) {
    let source = new.messages.first().map(|message| message.location.source);
    let people: Vec<ParticipantIndex> = (new.participants.into_iter().zip(&alignment.people))
        .map(|(participant, place)| {
            let place = place.unwrap_or_else(|| {
                known.participants.push(participant.clone());
                ParticipantIndex(u32::try_from(known.participants.len() - 1).unwrap_or(u32::MAX))
            });
            if let Some(known) = known.participants.get_mut(place.0 as usize)
                && known.native_id.is_none()
            {
                known.native_id = participant.native_id;
            }
            place
        })
        .collect();
    let translated = |sender: ParticipantIndex| people.get(sender.0 as usize).copied();
    let disagreements = disagreements(known, &new.messages, alignment);
    let matched = alignment.places.iter().flatten().count();
    if known.owner.is_none() {
        known.owner = new.owner.and_then(|mut owner| {
            owner.participant = translated(owner.participant)?;
            Some(owner)
        });
    }
    if known.platform == Platform::Unknown {
        known.platform = new.platform;
    }
    known.title = known.title.take().or(new.title);

    let mut waiting: Vec<(Option<usize>, Message)> = Vec::new();
    let mut anchor = None;
    for (mut message, place) in new.messages.into_iter().zip(&alignment.places) {
        if let Some(place) = *place {
            anchor = Some(anchor.map_or(place, |anchor: usize| anchor.max(place)));
            if let Some(same) = known.messages.get_mut(place) {
                join(same, message);
            }
        } else {
            message.sender = message.sender.and_then(translated);
            waiting.push((anchor, message));
        }
    }
    known.messages = interleaved(core::mem::take(&mut known.messages), waiting, alignment.ahead);
    for (index, message) in (0..).zip(&mut known.messages) {
        message.index = index;
    }
    let mut finding = |code, count: usize, detail: String| {
        if count > 0 {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            findings.push(Finding { code, source, line: None, count, detail });
        }
    };
    finding(FindingCode::DuplicatesMerged, matched, String::new());
    finding(FindingCode::ExportsDisagree, disagreements, String::new());
    if alignment.ahead != 0 {
        finding(FindingCode::ClockDisagrees, matched, format!("{:+} min", alignment.ahead / 60));
    }
}

/// The second origin of a message, and what only it has: the picture that the first export left out, its caption.
fn join(known: &mut Message, new: Message) {
    let has_media =
        |message: &Message| message.attachments.iter().any(|attachment| attachment.status == AttachmentStatus::Present);
    if !has_media(known) && has_media(&new) {
        known.attachments = new.attachments;
    }
    if known.caption.is_none() {
        known.caption = new.caption;
    }
    let details = known.details_mut();
    details.also_in.push(new.location);
    if let Some(more) = new.details {
        details.also_in.extend(more.also_in);
    }
}

/// Messages that one of the two has and the other one, which goes from before to after them, has not.
fn disagreements(known: &Conversation, new: &[Message], alignment: &Alignment) -> usize {
    let matched: Vec<usize> = alignment.places.iter().flatten().copied().collect();
    let (Some(first), Some(last)) = (matched.iter().min(), matched.iter().max()) else { return 0 };
    let said = |message: &Message| message.kind != MessageKind::System;
    let mut both = vec![false; known.messages.len()];
    for place in &matched {
        if let Some(mark) = both.get_mut(*place) {
            *mark = true;
        }
    }
    let only_known = (known.messages.iter().zip(&both).enumerate())
        .filter(|(place, (message, both))| (first..last).contains(&place) && !**both && said(message))
        .count();
    let from = alignment.places.iter().position(Option::is_some).unwrap_or(0);
    let to = alignment.places.iter().rposition(Option::is_some).unwrap_or(0);
    let only_new = (new.iter().zip(&alignment.places).enumerate())
        .filter(|(place, (message, found))| (from..to).contains(place) && found.is_none() && said(message))
        .count();
    only_known + only_new
}

/// Messages of the second export among those of the first: behind the last one that both have, and by the clock.
fn interleaved(known: Vec<Message>, waiting: Vec<(Option<usize>, Message)>, ahead: i64) -> Vec<Message> {
    let mut all = Vec::with_capacity(known.len() + waiting.len());
    let mut waiting = waiting.into_iter().peekable();
    for (place, message) in known.into_iter().enumerate() {
        let comes_before = |(anchor, new): &(Option<usize>, Message)| {
            let behind = anchor.is_none_or(|anchor| anchor < place);
            behind && seconds(&message, new).is_none_or(|(known, new)| new - ahead < known)
        };
        while let Some((_, new)) = waiting.next_if(comes_before) {
            all.push(new);
        }
        all.push(message);
    }
    all.extend(waiting.map(|(_, new)| new));
    all
}

#[cfg(test)]
mod tests;
