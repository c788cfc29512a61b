//! Who takes part, whose export it is, and whether it is a group.

use std::collections::{BTreeMap, HashMap};

use argine_model::{OwnerGuess, Participant, ParticipantIndex};

use super::body::{fold, is_mark};
use super::phrases::{Effect, LANGUAGES};
use crate::entry::is_self;

/// The name of the other party, or of the group, in the name of an exported file.
pub(crate) fn title_of_file(name: &str) -> Option<String> {
    let stem = match name.rsplit_once('.') {
        Some((stem, extension))
            if extension.len() <= 4 && extension.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
        {
            stem
        }
        _ => name,
    };
    let spaced: String = stem
        .chars()
        .filter(|character| !is_mark(*character))
        .map(|character| if matches!(character, '_' | '\u{A0}') { ' ' } else { character })
        .collect();
    let folded = fold(&spaced);
    let rest = name_in_title(&spaced, &folded)?;
    let rest = rest.trim();
    // `(1)`: a second download of the same file.
    let rest = match rest.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((name, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => name.trim(),
        _ => rest,
    };
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// What stands behind, or before, the words of the app.
fn name_in_title(spaced: &str, folded: &str) -> Option<String> {
    let count = |words: &str| words.chars().count();
    let mut before = LANGUAGES.iter().flat_map(|language| language.titles);
    if let Some(words) = before.find(|words| folded.starts_with(**words)) {
        return Some(spaced.chars().skip(count(words)).collect());
    }
    // A second download bears its number behind the words.
    let folded = folded.trim_end_matches(|character: char| character.is_ascii_digit() || " ()".contains(character));
    let mut behind = LANGUAGES.iter().flat_map(|language| language.titles_behind);
    let words = behind.find(|words| folded.ends_with(**words))?;
    Some(spaced.chars().take(count(folded).checked_sub(count(words))?).collect())
}

/// Names as they come, and what the app's lines say about them.
#[derive(Default)]
pub(super) struct People<'a> {
    /// Numbers by name; only looked up, never walked through.
    numbers: HashMap<&'a str, ParticipantIndex>,
    names: Vec<&'a str>,
    deleted_by_you: BTreeMap<ParticipantIndex, u32>,
    /// Names that stand before lines of the app: the chat's name.
    chat_names: Vec<&'a str>,
    /// Lines that name the other party.
    naming: Vec<String>,
    is_group: bool,
}

/// Everybody, in order of appearance.
pub(super) struct Roster {
    pub(super) participants: Vec<Participant>,
    pub(super) owner: Option<OwnerGuess>,
    pub(super) title: Option<String>,
    pub(super) is_group: bool,
}

impl<'a> People<'a> {
    pub(super) fn is_known(&self, name: &str) -> bool {
        self.number(name).is_some()
    }

    /// The number of a name that came before. Most chats are of two: their names are compared, not hashed.
    fn number(&self, name: &str) -> Option<ParticipantIndex> {
        const FEW: usize = 4;
        let place = self.names.iter().take(FEW).position(|known| *known == name);
        place.map_or_else(
            || self.numbers.get(name).copied().filter(|_| self.names.len() > FEW),
            |place| Some(index(place)),
        )
    }

    /// Whether the name stood before lines of the app.
    pub(super) fn is_chat(&self, name: &str) -> bool {
        self.chat_names.contains(&name)
    }

    pub(super) fn sender(&mut self, name: &'a str) -> ParticipantIndex {
        self.number(name).unwrap_or_else(|| {
            let number = index(self.names.len());
            self.names.push(name);
            self.numbers.insert(name, number);
            number
        })
    }

    pub(super) fn deleted_by_you(&mut self, participant: ParticipantIndex) {
        *self.deleted_by_you.entry(participant).or_default() += 1;
    }

    pub(super) fn app_line(&mut self, chat_name: Option<&'a str>, words: &str, effect: Effect) {
        if let Some(name) = chat_name
            && !self.chat_names.contains(&name)
            && self.chat_names.len() < 64
        {
            self.chat_names.push(name);
        }
        match effect {
            Effect::GroupCreated | Effect::Group => self.is_group = true,
            Effect::NumberChanged if self.naming.len() < 64 => self.naming.push(fold(words)),
            _ => {}
        }
    }

    pub(super) fn finish(self, file_titles: &[String]) -> Roster {
        let mut participants: Vec<Participant> = self.names.iter().map(|name| participant(name)).collect();
        let keys: Vec<String> = participants.iter().map(|participant| key(&participant.name)).collect();
        let place = |name: &str| {
            let name = key(name);
            (!name.is_empty()).then(|| keys.iter().position(|key| *key == name)).flatten()
        };
        let two = |other: usize| usize::from(other == 0);
        let title = file_titles.first().cloned().or_else(|| {
            let silent = self.chat_names.iter().find(|name| place(name).is_none());
            silent.or(self.chat_names.first()).map(|name| clean(name))
        });
        let is_group =
            participants.len() > 2 || (self.is_group && title.as_deref().is_none_or(|title| place(title).is_none()));
        let mut owner = None;
        let mut claim = |participant: Option<usize>, basis: &str| {
            if let (None, Some(participant)) = (&owner, participant) {
                owner = Some(OwnerGuess { participant: index(participant), basis: basis.to_owned() });
            }
        };
        let most_deleted = self.deleted_by_you.iter().max_by_key(|(_, count)| **count).map(|(who, _)| who.0 as usize);
        claim(most_deleted, "deleted_by_you");
        if !is_group && participants.len() == 2 {
            claim(file_titles.iter().find_map(|title| place(title)).map(two), "file_name");
            claim(self.chat_names.iter().find_map(|name| place(name)).map(two), "chat_title");
            let named = |names: &str| {
                let mut found = keys.iter().enumerate().filter(|(place, _)| {
                    participants.get(*place).is_some_and(|participant| names.contains(&fold(&participant.name)))
                });
                let first = found.next()?.0;
                found.next().is_none().then_some(first)
            };
            claim(self.naming.iter().find_map(|line| named(line)).map(two), "chat_title");
        }
        if !is_group && participants.len() == 1 {
            // One of the two kept silent: whoever is not the chat's name is the owner.
            let titles = file_titles.iter().map(String::as_str).map(|title| (title, "file_name"));
            for (title, basis) in titles.chain(self.chat_names.iter().map(|name| (*name, "chat_title"))).take(1) {
                if place(title).is_none() {
                    participants.push(participant(title));
                    claim(Some(0), basis);
                }
            }
        }
        let own = participants.iter().position(|participant| is_self(&participant.name));
        if let (None, Some(own)) = (&owner, own) {
            owner = Some(OwnerGuess { participant: index(own), basis: "sent_by_me".to_owned() });
        }
        Roster { participants, owner, title, is_group }
    }
}

fn index(place: usize) -> ParticipantIndex {
    ParticipantIndex(u32::try_from(place).unwrap_or(u32::MAX))
}

fn participant(name: &str) -> Participant {
    let name = clean(name);
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    let is_number = name.starts_with('+')
        && digits.len() >= 7
        && name.chars().all(|character| {
            character.is_ascii_digit() || character.is_whitespace() || matches!(character, '+' | '-' | '(' | ')' | '.')
        });
    Participant { native_id: is_number.then(|| format!("+{digits}")), name }
}

/// A name without the marks of direction that the app wraps around numbers.
fn clean(name: &str) -> String {
    name.chars().filter(|character| !is_mark(*character)).collect()
}

/// What two spellings of one name share: files lose emoji and punctuation.
fn key(name: &str) -> String {
    let letters: String = fold(name).chars().filter(|character| character.is_alphanumeric()).collect();
    if letters.is_empty() { name.trim().to_owned() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_give_titles() {
        let cases = [
            ("Chat WhatsApp con Giulia ✨.txt", Some("Giulia ✨")),
            ("Chat_WhatsApp_con_Giulia_Bianchi.txt", Some("Giulia Bianchi")),
            ("Chat WhatsApp con Giulia (1).zip", Some("Giulia")),
            ("WhatsApp Chat with Emma.txt", Some("Emma")),
            ("WhatsApp Chat - Emma.zip", Some("Emma")),
            ("Chat de WhatsApp con Lucía.txt", Some("Lucía")),
            ("Conversa do WhatsApp com Rita.txt", Some("Rita")),
            ("WhatsApp Chat mit Uwe.txt", Some("Uwe")),
            ("Discussion WhatsApp avec Chloé.txt", Some("Chloé")),
            ("WhatsApp-chat met Jan.txt", Some("Jan")),
            ("WhatsApp-chatt med Siv.txt", Some("Siv")),
            ("健とのWhatsAppチャット.txt", Some("健")),
            ("Can ile WhatsApp Sohbeti (2).txt", Some("Can")),
            ("Чат WhatsApp с Оля.txt", Some("Оля")),
            ("_chat.txt", None),
            ("appunti.txt", None),
        ];
        for (name, title) in cases {
            assert_eq!(title_of_file(name).as_deref(), title, "{name}");
        }
    }
}
