//! A copy of a case for somebody who helps without needing to know who is who.

use std::collections::BTreeMap;

use argine_model::{
    Conversation, Indicator, IndicatorKind, Mention, Message, Participant, ParticipantIndex, Role, Sha256,
};
use serde::Serialize;

use crate::CaseFile;

/// What a redacted copy no longer holds: for the person who shares it, and for who receives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct LeftOut {
    /// Names of people replaced by a role, distinct.
    pub names: usize,
    /// Contacts, accounts and addresses masked, distinct.
    pub values: usize,
    /// Attachments whose name and digest were taken away.
    pub attachments: usize,
    /// Entries of follower lists and address books dropped.
    pub contacts: usize,
    /// Entries of login lists dropped.
    pub logins: usize,
    /// Conversations without signs of blackmail dropped whole.
    pub conversations: usize,
}

/// Words that stand for what was taken away, from the message catalogue.
#[derive(Debug, Clone)]
pub struct Placeholders {
    /// The affected person.
    pub owner: String,
    /// Who writes from the other side.
    pub other: String,
    /// Anybody else, before a number.
    pub someone: String,
    /// A file.
    pub file: String,
}

/// The shortest part of a name that is replaced where it stands alone: shorter ones are too often other words.
const NAME_PART: usize = 3;

/// A copy of `case` without names of contacts, without names and digests of media, with blurred handles: what a
/// consultant needs to judge what happens, and no more. Conversations without signs of blackmail are left out whole.
///
/// Numbers of messages stay, so that whoever holds the original finds each place. What was taken away is counted.
/// A name written in another way than in the list of participants is not known to be one and stays: the person reads
/// the copy before they share it.
pub fn redacted(case: &CaseFile, words: &Placeholders) -> (CaseFile, LeftOut) {
    let mut copy = case.clone();
    let mut left_out =
        LeftOut { contacts: case.reading.contacts.len(), logins: case.reading.logins.len(), ..LeftOut::default() };
    copy.reading.contacts.clear();
    copy.reading.logins.clear();
    copy.reading.members.clear();
    for finding in &mut copy.reading.findings {
        finding.detail.clear();
    }
    keep_what_matters(&mut copy, &mut left_out);
    let mut mask = Mask::default();
    for (conversation, recognition) in copy.reading.conversations.iter().zip(&copy.recognitions) {
        mask.people(conversation, words, &mut left_out);
        mask.values(&recognition.indicators, &mut left_out);
    }
    for contact in &case.reading.contacts {
        mask.name(&contact.name, &words.someone);
    }
    let mask = mask.ready();
    for (conversation, recognition) in copy.reading.conversations.iter_mut().zip(&mut copy.recognitions) {
        conversation_without_names(conversation, &mask, words, &mut left_out);
        recognition.assessment.conversation_id.clone_from(&conversation.id);
        recognition.assessment.roles.owner.clone_from(&words.owner);
        if let Some(suspected) = &mut recognition.assessment.roles.suspected {
            suspected.clone_from(&words.other);
        }
        recognition.assessment.indicators.retain(|entry| entry.role == Role::Perpetrator);
        for entry in &mut recognition.assessment.indicators {
            entry.value = blurred(&entry.value);
        }
        recognition.indicators.retain(|found| found.role == Role::Perpetrator);
        for indicator in &mut recognition.indicators {
            indicator.value = blurred(&indicator.value);
            indicator.raw.clear();
            // The bytes that a mention points at are no longer there.
            for Mention { start, end, .. } in &mut indicator.mentions {
                (*start, *end) = (0, 0);
            }
        }
    }
    for exhibit in &mut copy.exhibits {
        exhibit.name = format!("{} {}", words.file, exhibit.id);
        if exhibit.class.may_show_a_person() {
            // The digest of intimate material is intimate itself: it finds the picture again. Zeros cannot be one.
            exhibit.sha256 = Sha256::from_bytes([0; 32]);
        }
        exhibit.members.clear();
    }
    for source in &mut copy.reading.sources {
        source.path = vec![format!("{} {}", words.file, source.exhibit)];
        source.sha256 = None;
    }
    (copy, left_out)
}

fn keep_what_matters(copy: &mut CaseFile, left_out: &mut LeftOut) {
    let main = copy.main;
    let keep: Vec<bool> = (copy.recognitions.iter().enumerate())
        .map(|(place, recognition)| Some(place) == main || recognition.assessment.alert.raised)
        .collect();
    left_out.conversations = keep.iter().filter(|keep| !**keep).count();
    copy.main = main.map(|main| keep.iter().take(main).filter(|keep| **keep).count());
    let mut wanted = keep.iter();
    copy.reading.conversations.retain(|_| wanted.next() == Some(&true));
    let mut wanted = keep.iter();
    copy.recognitions.retain(|_| wanted.next() == Some(&true));
}

fn conversation_without_names(
    conversation: &mut Conversation,
    mask: &Mask,
    words: &Placeholders,
    left_out: &mut LeftOut,
) {
    let owner = conversation.owner.as_ref().map(|owner| owner.participant);
    let only_other = conversation.participants.len() <= 2;
    for (place, person) in conversation.participants.iter_mut().enumerate() {
        let is_owner = owner.is_some_and(|owner| owner.0 as usize == place);
        person.name = role_of(is_owner, only_other, place, words);
        person.native_id = None;
    }
    conversation.title = None;
    conversation.platform.id().clone_into(&mut conversation.id);
    for message in &mut conversation.messages {
        words_without_names(message, mask, words, left_out);
    }
}

fn role_of(is_owner: bool, only_other: bool, place: usize, words: &Placeholders) -> String {
    match (is_owner, only_other) {
        (true, _) => words.owner.clone(),
        (false, true) => words.other.clone(),
        (false, false) => format!("{} {}", words.someone, place + 1),
    }
}

fn words_without_names(message: &mut Message, mask: &Mask, words: &Placeholders, left_out: &mut LeftOut) {
    message.text = mask.apply(&message.text);
    for text in [&mut message.repaired, &mut message.caption].into_iter().flatten() {
        *text = mask.apply(text);
    }
    for file in &mut message.attachments {
        left_out.attachments += 1;
        // Apps write the name of the file into the words, too.
        if let Some(name) = file.name.take() {
            message.text = message.text.replace(&name, &words.file);
        }
        file.sha256 = None;
    }
    // Earlier wordings, reactions with names, targets of links, places in screenshots.
    message.details = None;
}

/// Enough of a value to tell two apart, too little to use: `IT60…3456`. The ends of a short one are shorter.
fn blurred(value: &str) -> String {
    let characters: Vec<char> = value.chars().collect();
    let shown = if characters.len() >= 16 { 4 } else { 1 };
    let start: String = characters.iter().take(shown).collect();
    let end: String = characters.iter().skip(characters.len().saturating_sub(shown).max(shown)).collect();
    format!("{start}…{end}")
}

/// What stands for what, longest first; compared without letter case.
#[derive(Default)]
struct Mask {
    replacements: BTreeMap<String, String>,
    ordered: Vec<(Vec<char>, String)>,
}

impl Mask {
    fn people(&mut self, conversation: &Conversation, words: &Placeholders, left_out: &mut LeftOut) {
        let owner = conversation.owner.as_ref().map(|owner| owner.participant);
        let only_other = conversation.participants.len() <= 2;
        for (place, Participant { name, native_id }) in conversation.participants.iter().enumerate() {
            let index = u32::try_from(place).unwrap_or(u32::MAX);
            let stand_in = role_of(owner == Some(ParticipantIndex(index)), only_other, place, words);
            left_out.names += usize::from(self.name(name, &stand_in));
            if let Some(id) = native_id {
                self.insert(id, &stand_in);
            }
        }
        if let Some(title) = &conversation.title {
            self.name(title, &words.other);
        }
    }

    /// The name, and each part of it that is long enough; whether it is new.
    fn name(&mut self, name: &str, stand_in: &str) -> bool {
        let new = self.insert(name, stand_in);
        for part in name.split(|c: char| !c.is_alphanumeric()) {
            let letters = part.chars().filter(|c| c.is_alphabetic()).count();
            if letters >= NAME_PART && part.chars().next().is_some_and(char::is_uppercase) {
                self.insert(part, stand_in);
            }
        }
        new
    }

    fn values(&mut self, indicators: &[Indicator], left_out: &mut LeftOut) {
        // An address of a page is what a consultant needs; who it names is masked by the rest.
        for indicator in indicators.iter().filter(|found| found.kind != IndicatorKind::Url) {
            let stand_in = blurred(&indicator.value);
            let new = self.insert(&indicator.value, &stand_in);
            self.insert(&indicator.raw, &stand_in);
            left_out.values += usize::from(new);
        }
    }

    fn insert(&mut self, what: &str, stand_in: &str) -> bool {
        let what = folded(what.trim());
        if what.chars().count() < NAME_PART || self.replacements.contains_key(&what) {
            return false;
        }
        self.replacements.insert(what, stand_in.to_owned());
        true
    }

    /// Sorted for use.
    fn ready(mut self) -> Self {
        self.ordered =
            self.replacements.iter().map(|(what, stand_in)| (what.chars().collect(), stand_in.clone())).collect();
        self.ordered.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then(a.cmp(b)));
        self
    }

    /// `text` with everything replaced that begins and ends with a word.
    fn apply(&self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let folded: Vec<char> = characters.iter().map(|&c| fold(c)).collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        let mut inside_word = false;
        while let Some(&character) = characters.get(at) {
            let found =
                (!inside_word).then(|| self.ordered.iter().find(|(what, _)| stands_at(&folded, at, what))).flatten();
            if let Some((what, stand_in)) = found {
                out.push_str(stand_in);
                at += what.len();
                inside_word = false;
            } else {
                out.push(character);
                inside_word = character.is_alphanumeric();
                at += 1;
            }
        }
        out
    }
}

fn stands_at(text: &[char], at: usize, what: &[char]) -> bool {
    let ends_word = what.last().is_some_and(|c| c.is_alphanumeric());
    text.get(at..at + what.len()) == Some(what)
        && !(ends_word && text.get(at + what.len()).is_some_and(|c| c.is_alphanumeric()))
}

fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// One letter for one letter, so that places stay.
fn fold(character: char) -> char {
    let mut lower = character.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mask(entries: &[(&str, &str)]) -> Mask {
        let mut mask = Mask::default();
        for (name, stand_in) in entries {
            mask.name(name, stand_in);
        }
        mask.ready()
    }

    #[test]
    fn names_go_whatever_their_case_and_words_that_hold_them_stay() {
        let mask = mask(&[("Anna Rossi", "Persona 1"), ("Al", "Persona 2")]);
        let check = |text: &str, expected: &str| assert_eq!(mask.apply(text), expected);
        check("ciao ANNA, sei Anna Rossi?", "ciao Persona 1, sei Persona 1?");
        check("la capanna è rossissima", "la capanna è rossissima");
        check("Al mare", "Al mare");
        check("dillo ad annà", "dillo ad annà");
        check("", "");
    }

    #[test]
    fn values_are_told_apart_and_not_usable() {
        assert_eq!(blurred("IT60X0542811101000000123456"), "IT60…3456");
        assert_eq!(blurred("+33700000000"), "+…0");
        assert_eq!(blurred("a"), "a…");
        assert_eq!(blurred(""), "…");
    }
}
