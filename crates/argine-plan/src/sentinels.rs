//! Who may be reached, how near they are, and who could notice.

use std::collections::BTreeMap;

use argine_model::{Contact, Conversation, Platform, Relation};
use serde::Serialize;

/// How near somebody is to the person, as far as lists and the chat show; nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Closeness {
    /// The other side named them in the chat.
    Named,
    /// In a list of close friends.
    Close,
    /// Each follows the other, or they are friends.
    Mutual,
    /// In the address book of the phone.
    AddressBook,
    /// They follow, or are followed.
    OneWay,
}

/// Somebody whom the other side may reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exposed {
    /// The name in the list.
    pub name: String,
    /// The handle, where the list has one; the mark of a warned contact goes by it, or by the name.
    pub handle: Option<String>,
    /// How near.
    pub closeness: Closeness,
    /// Entries in which the other side names them.
    pub named_in: Vec<u32>,
    /// Where they can be found from the person's own lists.
    pub platforms: Vec<Platform>,
}

impl Exposed {
    /// The name of their mark.
    pub fn key(&self) -> &str {
        self.handle.as_deref().unwrap_or(&self.name)
    }
}

/// Everybody whom lists and chat show as reachable: nearest first, then by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exposure {
    /// Who.
    pub contacts: Vec<Exposed>,
}

impl Exposure {
    /// How many there are of each closeness.
    pub fn counts(&self) -> BTreeMap<Closeness, usize> {
        let mut counts = BTreeMap::new();
        for contact in &self.contacts {
            *counts.entry(contact.closeness).or_default() += 1;
        }
        counts
    }

    /// Those who would notice first: the nearest, at most `count`.
    pub fn sentinels(&self, count: usize) -> &[Exposed] {
        self.contacts.get(..count.min(self.contacts.len())).unwrap_or_default()
    }
}

/// Whom the lists hold, each once, and whether the other side named them in the chat.
///
/// People whom the person blocked or removed are left out, and so are the participants of the chat: the other side is no
/// contact to warn. A name counts as said where all its words stand together and are at least two, or where the handle
/// stands as a word: a first name alone would name half a school.
pub fn exposure(contacts: &[Contact], chat: Option<&Conversation>) -> Exposure {
    let mut people = gather(contacts, chat);
    if let Some(chat) = chat {
        find_names(&mut people, chat);
    }
    let mut exposed: Vec<Exposed> = people.into_iter().map(Gathered::finish).collect();
    exposed.sort_by(|one, other| {
        (one.closeness, &one.name, &one.handle).cmp(&(other.closeness, &other.name, &other.handle))
    });
    Exposure { contacts: exposed }
}

/// One person, put together from several lists.
struct Gathered {
    name: String,
    handle: Option<String>,
    relations: Vec<Relation>,
    platforms: Vec<Platform>,
    named_in: Vec<u32>,
}

impl Gathered {
    fn finish(self) -> Exposed {
        let has = |relation| self.relations.contains(&relation);
        let closeness = if !self.named_in.is_empty() {
            Closeness::Named
        } else if has(Relation::CloseFriend) {
            Closeness::Close
        } else if has(Relation::Friend) || (has(Relation::Follower) && has(Relation::Following)) {
            Closeness::Mutual
        } else if has(Relation::AddressBook) {
            Closeness::AddressBook
        } else {
            Closeness::OneWay
        };
        let Self { name, handle, platforms, named_in, .. } = self;
        Exposed { name, handle, closeness, named_in, platforms }
    }
}

fn gather(contacts: &[Contact], chat: Option<&Conversation>) -> Vec<Gathered> {
    let left_out = |relation: Relation| {
        matches!(relation, Relation::Blocked | Relation::Removed | Relation::RequestReceived | Relation::RequestSent)
    };
    let mut taking_part: Vec<String> = Vec::new();
    for participant in chat.into_iter().flat_map(|chat| &chat.participants) {
        taking_part.push(folded(&participant.name));
        taking_part.extend(participant.native_id.as_deref().map(folded));
    }
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut people: Vec<Gathered> = Vec::new();
    for contact in contacts.iter().filter(|contact| !left_out(contact.relation)) {
        let key = folded(contact.handle.as_deref().unwrap_or(&contact.name));
        if key.is_empty() || taking_part.contains(&key) || taking_part.contains(&folded(&contact.name)) {
            continue;
        }
        let place = *places.entry(key).or_insert(people.len());
        if place == people.len() {
            people.push(Gathered {
                name: contact.name.clone(),
                handle: contact.handle.clone(),
                relations: Vec::new(),
                platforms: Vec::new(),
                named_in: Vec::new(),
            });
        }
        if let Some(person) = people.get_mut(place) {
            person.relations.push(contact.relation);
            if !person.platforms.contains(&contact.platform) {
                person.platforms.push(contact.platform);
            }
        }
    }
    people
}

/// Each message is walked once: the first word of a name finds those who may be meant.
fn find_names(people: &mut [Gathered], chat: &Conversation) {
    let mut by_first_word: BTreeMap<String, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    for (place, person) in people.iter().enumerate() {
        let words = words(&person.name);
        let handle = person.handle.as_deref().map(folded).filter(|handle| handle.chars().count() > 3);
        if words.len() > 1 {
            by_first_word.entry(words.first().cloned().unwrap_or_default()).or_default().push((place, words));
        }
        if let Some(handle) = handle {
            by_first_word.entry(handle.clone()).or_default().push((place, vec![handle]));
        }
    }
    let owner = chat.owner.as_ref().map(|owner| owner.participant);
    let theirs = |sender| owner.is_none_or(|owner| Some(owner) != sender);
    for message in chat.messages.iter().filter(|message| message.sender.is_some() && theirs(message.sender)) {
        let said = words(message.repaired.as_deref().unwrap_or(&message.text));
        for (start, word) in said.iter().enumerate() {
            for (place, name) in by_first_word.get(word).into_iter().flatten() {
                let stands = said.get(start..start + name.len()).is_some_and(|found| found == name.as_slice());
                if let Some(person) = people.get_mut(*place).filter(|_| stands)
                    && person.named_in.last() != Some(&message.index)
                {
                    person.named_in.push(message.index);
                }
            }
        }
    }
}

fn folded(text: &str) -> String {
    text.trim().trim_start_matches('@').to_lowercase()
}

/// Words in lower case. Dots and underscores stay within a word, as in handles; at its ends they are punctuation.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_')))
        .map(|word| word.trim_matches('.').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}
