//! What a person tells of a profile: read from JSON, from typed lines, or from a conversation.

use core::fmt;
use std::collections::BTreeMap;

use argine_model::{Conversation, Message};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::Screener;

/// What can be told of a profile. The JSON names are the identifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Where it is, as people call it.
    Platform,
    /// Its handle.
    Handle,
    /// The name it shows.
    Name,
    /// What it says of itself.
    Bio,
    /// The age it claims, in years.
    AgeClaimed,
    /// How old the account is, in days.
    AccountAgeDays,
    /// How many follow it.
    Followers,
    /// How many it follows.
    Following,
    /// How many posts it has.
    Posts,
    /// How many photos of the person it has.
    Photos,
    /// Whether the platform verified it.
    Verified,
    /// How many contacts it shares with the person who asks.
    MutualContacts,
    /// Where it claims to be.
    LocationClaimed,
    /// How the contact began: `stranger`, `dating_app`, `game`, `group`, `wrong_number`, `known_person`, `met_in_person`,
    /// `school_or_work`, `i_wrote_first`, `sale`.
    HowTheyCame,
    /// For how many days the person has known whoever it claims to be.
    KnownForDays,
    /// Whether they ever met in person.
    MetInPerson,
    /// Whether its photos were found under another name.
    PhotosFoundElsewhere,
}

/// How a contact may have begun.
pub(super) const APPROACHES: [&str; 10] = [
    "stranger",
    "dating_app",
    "game",
    "group",
    "wrong_number",
    "known_person",
    "met_in_person",
    "school_or_work",
    "i_wrote_first",
    "sale",
];

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    Count,
    Days,
    YesNo,
    Approach,
}

impl Field {
    /// Every field, in order.
    pub const ALL: [Self; 17] = [
        Self::Platform,
        Self::Handle,
        Self::Name,
        Self::Bio,
        Self::AgeClaimed,
        Self::AccountAgeDays,
        Self::Followers,
        Self::Following,
        Self::Posts,
        Self::Photos,
        Self::Verified,
        Self::MutualContacts,
        Self::LocationClaimed,
        Self::HowTheyCame,
        Self::KnownForDays,
        Self::MetInPerson,
        Self::PhotosFoundElsewhere,
    ];

    /// The JSON name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Handle => "handle",
            Self::Name => "name",
            Self::Bio => "bio",
            Self::AgeClaimed => "age_claimed",
            Self::AccountAgeDays => "account_age_days",
            Self::Followers => "followers",
            Self::Following => "following",
            Self::Posts => "posts",
            Self::Photos => "photos",
            Self::Verified => "verified",
            Self::MutualContacts => "mutual_contacts",
            Self::LocationClaimed => "location_claimed",
            Self::HowTheyCame => "how_they_came",
            Self::KnownForDays => "known_for_days",
            Self::MetInPerson => "met_in_person",
            Self::PhotosFoundElsewhere => "photos_found_elsewhere",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    const fn shape(self) -> Shape {
        match self {
            Self::Platform | Self::Handle | Self::Name | Self::Bio | Self::LocationClaimed => Shape::Text,
            Self::AgeClaimed
            | Self::Followers
            | Self::Following
            | Self::Posts
            | Self::Photos
            | Self::MutualContacts => Shape::Count,
            Self::AccountAgeDays | Self::KnownForDays => Shape::Days,
            Self::Verified | Self::MetInPerson | Self::PhotosFoundElsewhere => Shape::YesNo,
            Self::HowTheyCame => Shape::Approach,
        }
    }
}

/// What was told of a field, as understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words, or the identifier of an approach.
    Text(String),
    /// A count, years or days.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::YesNo(said) => write!(f, "{said}"),
        }
    }
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Whoever is behind the profile.
    #[serde(alias = "them")]
    Other,
    /// The person who asks.
    #[serde(alias = "me")]
    Owner,
}

/// One of the first messages.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstMessage {
    /// Who wrote it.
    pub side: Side,
    /// When, as told; empty where it was not.
    #[serde(default)]
    pub time: String,
    /// Its words.
    pub text: String,
}

impl fmt::Debug for FirstMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FirstMessage({:?}, {} bytes)", self.side, self.text.len())
    }
}

/// Something told that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotUnderstood {
    /// The field's name in JSON, or the number of the line.
    pub place: String,
    /// As it was told, shortened.
    pub told: String,
}

/// A profile as told, with its first messages.
#[derive(Clone, PartialEq, Default)]
pub struct Profile {
    pub(super) values: BTreeMap<Field, Value>,
    pub(super) messages: Vec<FirstMessage>,
    pub(super) not_understood: Vec<NotUnderstood>,
    pub(super) left_out: usize,
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Profile({} fields, {} messages)", self.values.len(), self.messages.len())
    }
}

/// A value as JSON may hold it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    YesNo(bool),
    Number(f64),
    Text(String),
    Messages(Vec<FirstMessage>),
    Nothing(()),
    Other(IgnoredAny),
}

impl<'de> Deserialize<'de> for Profile {
    /// From an object with the names of [`Field`] and `messages`; a number may be told as a number or as words of digits.
    /// Names that mean nothing here, and values that cannot be read, are kept in [`Profile::not_understood`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let told: BTreeMap<String, Told> = BTreeMap::deserialize(deserializer)?;
        let mut profile = Self::default();
        for (name, told) in told {
            let value = match (name.as_str(), told) {
                (_, Told::Nothing(())) | ("schema", Told::Text(_)) => continue,
                (_, Told::Text(text)) if text.trim().is_empty() => continue,
                ("messages", Told::Messages(messages)) => {
                    profile.messages = messages;
                    continue;
                }
                (_, Told::Messages(_) | Told::Other(_)) => None,
                (name, told) => Field::from_id(name).and_then(|field| Some((field, value(field.shape(), &told)?))),
            };
            match value {
                Some((field, value)) => drop(profile.values.insert(field, value)),
                None => profile.not_understood.push(NotUnderstood { place: name, told: String::new() }),
            }
        }
        Ok(profile)
    }
}

fn value(shape: Shape, told: &Told) -> Option<Value> {
    match (shape, told) {
        (Shape::YesNo, Told::YesNo(said)) => Some(Value::YesNo(*said)),
        (Shape::Count | Shape::Days, Told::Number(number)) if *number >= 0.0 => Some(Value::Number(*number)),
        (Shape::Count | Shape::Days, Told::Text(text)) => count(text).map(Value::Number),
        (Shape::Text, Told::Text(text)) if !text.trim().is_empty() => Some(Value::Text(text.trim().to_owned())),
        (Shape::Text, Told::Number(number)) => Some(Value::Text(number.to_string())),
        (Shape::Approach, Told::Text(text)) if APPROACHES.contains(&text.as_str()) => Some(Value::Text(text.clone())),
        _ => None,
    }
}

impl Profile {
    /// What was told of a field.
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.values.get(&field)
    }

    /// What was told of a field, where it is a number.
    pub fn number(&self, field: Field) -> Option<f64> {
        match self.get(field) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// How many fields were told and understood.
    pub fn fields(&self) -> usize {
        self.values.len()
    }

    /// The first messages, oldest first.
    pub fn messages(&self) -> &[FirstMessage] {
        &self.messages
    }

    /// What could not be used.
    pub fn not_understood(&self) -> &[NotUnderstood] {
        &self.not_understood
    }

    /// With what another telling says of the same profile: for a field that both tell, the first counts.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        for (field, value) in other.values {
            self.values.entry(field).or_insert(value);
        }
        self.messages.extend(other.messages);
        self.not_understood.extend(other.not_understood);
        self.left_out += other.left_out;
        self
    }

    /// The first messages of a conversation that was read, system lines left out. The other side is whoever is not the
    /// owner; where nobody knows the owner, whoever wrote first.
    pub(super) fn of_conversation(conversation: &Conversation) -> Self {
        let with_words = || conversation.messages.iter().filter(|message| !message.words().is_empty());
        let first = with_words().find_map(|message| message.sender);
        let other = |sender| match &conversation.owner {
            Some(owner) => sender != owner.participant,
            None => Some(sender) == first,
        };
        let messages = with_words().filter_map(|message| {
            let side = if other(message.sender?) { Side::Other } else { Side::Owner };
            let time = message.time.map(|time| time.civil.strftime("%Y-%m-%dT%H:%M").to_string());
            Some(FirstMessage { side, time: time.unwrap_or_default(), text: message.words().to_owned() })
        });
        let mut values = BTreeMap::new();
        if conversation.platform != argine_model::Platform::Unknown {
            values.insert(Field::Platform, Value::Text(conversation.platform.id().to_owned()));
        }
        let mut profile = Self { values, messages: messages.collect(), not_understood: Vec::new(), left_out: 0 };
        // After a video call it is no first contact any more: what may have happened in it is nobody's business here.
        let is_video_call = |message: &&Message| message.call.is_some_and(|call| call.video);
        if let Some(call) = conversation.messages.iter().find(is_video_call) {
            let before = with_words().filter(|message| message.sender.is_some() && message.index < call.index).count();
            profile.keep_first(before);
        }
        profile
    }

    /// Leaves out every message after the first so many, and counts them.
    pub(super) fn keep_first(&mut self, most: usize) {
        self.left_out += self.messages.len().saturating_sub(most);
        self.messages.truncate(most);
    }

    /// How many messages of the conversation came later and were left out.
    pub fn left_out(&self) -> usize {
        self.left_out
    }
}

/// How people write a profile down.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    pub(super) field: Vec<Named>,
    pub(super) approach: Vec<Named>,
    unit: Vec<Unit>,
    side: Sides,
    answer: Answers,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    pub(super) id: String,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    days: u32,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sides {
    other: Vec<String>,
    me: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    yes: Vec<String>,
    no: Vec<String>,
}

/// The longest label of a line.
const LONGEST_LABEL: usize = 40;
/// How much of a line is shown where it was not understood.
const SHOWN: usize = 80;

impl Screener {
    /// A profile as people type it: `name: value` for what the profile shows, `them: …` and `me: …` (or the name that
    /// the profile shows) for messages; a line without a label goes on with the message above it. Where no line has a
    /// label, all of them are taken as what the other side wrote.
    pub fn typed(&self, text: &str) -> Profile {
        let mut profile = Profile::default();
        let mut loose: Vec<(usize, &str)> = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            let (time, rest) = split_time(line);
            let labelled = rest.split_once(':').filter(|(label, _)| label.trim().chars().count() <= LONGEST_LABEL);
            let Some((label, told)) = labelled.map(|(label, told)| (plain(label), told.trim())) else {
                go_on(&mut profile, &mut loose, number, line);
                continue;
            };
            if let Some(side) = self.side(&label, &profile) {
                profile.messages.push(FirstMessage { side, time: time.to_owned(), text: told.to_owned() });
            } else if let Some(field) = self.field(&label).filter(|_| profile.messages.is_empty()) {
                match self.told(field, told) {
                    Some(value) => drop(profile.values.insert(field, value)),
                    None => profile.not_understood.push(not_understood(number, line)),
                }
            } else {
                go_on(&mut profile, &mut loose, number, line);
            }
        }
        let nothing_labelled = profile.messages.is_empty() && profile.values.is_empty();
        for (number, line) in loose {
            if nothing_labelled {
                let text = line.to_owned();
                profile.messages.push(FirstMessage { side: Side::Other, time: String::new(), text });
            } else {
                profile.not_understood.push(not_understood(number, line));
            }
        }
        profile
    }

    fn side(&self, label: &str, profile: &Profile) -> Option<Side> {
        let is_name = |field| matches!(profile.get(field), Some(Value::Text(name)) if plain(name) == label);
        if self.words.side.me.iter().any(|word| word == label) {
            Some(Side::Owner)
        } else if self.words.side.other.iter().any(|word| word == label)
            || is_name(Field::Name)
            || is_name(Field::Handle)
        {
            Some(Side::Other)
        } else {
            None
        }
    }

    fn field(&self, label: &str) -> Option<Field> {
        let named = self.words.field.iter().find(|named| named.words.iter().any(|word| word == label))?;
        Field::from_id(&named.id)
    }

    fn told(&self, field: Field, told: &str) -> Option<Value> {
        let word = plain(told);
        match field.shape() {
            Shape::Text => (!told.is_empty()).then(|| Value::Text(told.to_owned())),
            Shape::Count => count(told).map(Value::Number),
            Shape::Days => self.days(&word).map(Value::Number),
            Shape::YesNo => {
                let first = word.split([' ', ',', '.']).next().unwrap_or_default();
                let is_in = |words: &[String]| words.iter().any(|known| known == first);
                let answers = &self.words.answer;
                is_in(&answers.yes).then_some(true).or_else(|| is_in(&answers.no).then_some(false)).map(Value::YesNo)
            }
            Shape::Approach => {
                let holds = |named: &&Named| named.words.iter().any(|known| holds_words(&word, known));
                // The longest wording that is in it says most: "ho scritto io" before "scritto".
                let longest = |named: &&Named| {
                    named.words.iter().filter(|known| holds_words(&word, known)).map(String::len).max()
                };
                let best = self.words.approach.iter().filter(holds).max_by_key(longest)?;
                Some(Value::Text(best.id.clone()))
            }
        }
    }

    /// `3 settimane`, `2 years`, `40`.
    fn days(&self, told: &str) -> Option<f64> {
        let digits = told.find(|sign: char| sign.is_ascii_digit())?;
        let rest = told.get(digits..)?;
        let end = rest.find(|sign: char| !(sign.is_ascii_digit() || sign == '.' || sign == ',')).unwrap_or(rest.len());
        let number = count(rest.get(..end)?)?;
        let unit = rest.get(end..)?.trim().split(' ').next().unwrap_or_default();
        if unit.is_empty() {
            return Some(number);
        }
        let known = self.words.unit.iter().find(|known| known.words.iter().any(|word| word == unit))?;
        Some(number * f64::from(known.days))
    }
}

/// A line without a label goes on with the message above it, or waits.
fn go_on<'a>(profile: &mut Profile, loose: &mut Vec<(usize, &'a str)>, number: usize, line: &'a str) {
    match profile.messages.last_mut() {
        Some(message) => {
            message.text.push('\n');
            message.text.push_str(line);
        }
        None => loose.push((number, line)),
    }
}

fn not_understood(number: usize, line: &str) -> NotUnderstood {
    NotUnderstood { place: number.to_string(), told: line.chars().take(SHOWN).collect() }
}

/// Lower case, without the accents of Italian, French, Spanish and Portuguese.
fn plain(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let bare = text.trim().nfd().filter(|sign| !('\u{300}'..='\u{36f}').contains(sign));
    bare.collect::<String>().to_lowercase().replace('\u{2019}', "'")
}

/// Whether `words` stand in `text` as whole words.
fn holds_words(text: &str, words: &str) -> bool {
    let edge = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
    text.match_indices(words).any(|(at, found)| {
        edge(text.get(..at).and_then(|before| before.chars().next_back()))
            && edge(text.get(at + found.len()..).and_then(|after| after.chars().next()))
    })
}

/// `[21:04] rest` or `21:04 rest`.
fn split_time(line: &str) -> (&str, &str) {
    let open = line.strip_prefix('[').unwrap_or(line);
    let end = open.find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, ':' | '-' | 'T' | '/' | '.')));
    let (time, rest) = open.split_at(end.unwrap_or(0));
    let is_time = time.contains(':') && time.len() >= 4 && time.ends_with(|sign: char| sign.is_ascii_digit());
    if is_time { (time, rest.trim_start_matches([']', ' ', '-'])) } else { ("", line) }
}

/// `1.200`, `1,2k`, `48 mila`, `2M`; the first number in the text.
pub(super) fn count(told: &str) -> Option<f64> {
    let start = told.find(|sign: char| sign.is_ascii_digit())?;
    let rest = told.get(start..)?;
    let end = rest.find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, '.' | ','))).unwrap_or(rest.len());
    let digits = rest.get(..end)?.trim_end_matches(['.', ',']);
    let tail = rest.get(end..)?.trim_start().to_lowercase();
    let scale = if tail.starts_with("mila") || tail == "k" || tail.starts_with("k ") {
        1_000.0
    } else if tail == "m" || tail.starts_with("m ") || tail.starts_with("mln") || tail.starts_with("milion") {
        1_000_000.0
    } else {
        1.0
    };
    let groups: Vec<&str> = digits.split(['.', ',']).collect();
    let thousands = groups.len() > 1 && scale < 2.0 && groups.iter().skip(1).all(|group| group.len() == 3);
    let number: f64 = if thousands { groups.concat().parse().ok()? } else { digits.replace(',', ".").parse().ok()? };
    Some(number * scale)
}
