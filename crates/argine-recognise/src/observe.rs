//! The first reading: every message once, forward, to a short list of observations.

use argine_model::{AttachmentStatus, Conversation, ConversationKind, MediaClass, MessageKind};

use crate::Recogniser;
use crate::cues::Cues;
use crate::events::Watcher;
use crate::fold::Folded;
use crate::forest::Heard;
use crate::frames::Match;
use crate::language::Tally;
use crate::learned::Marks;
use crate::lexicon::{Atom, Memory};

/// A rule that spoke, at a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Observation {
    /// The place of the rule.
    pub(crate) rule: u16,
    /// The entry.
    pub(crate) message: u32,
    /// Bytes of its words; empty for events.
    pub(crate) span: Option<(u32, u32)>,
    /// Who said or did it.
    pub(crate) speaker: Option<u32>,
}

/// All that the first reading found.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// In order of message.
    pub(crate) observations: Vec<Observation>,
    /// What could not be read, by catalogue id.
    pub(crate) unread: Unread,
    /// Languages.
    pub(crate) tally: Tally,
    /// How many messages with words each participant wrote.
    pub(crate) written: Vec<u32>,
    /// The entry at which a third person began to write, where there is one.
    pub(crate) third_speaker: Option<u32>,
    /// By how many log odds more than elsewhere the trees are raised from an entry on, for the languages spoken up to there.
    pub(crate) raised: Vec<(u32, f64)>,
    /// What every entry shows, for the fitted weights.
    pub(crate) cues: Cues,
    /// What every entry says, for the fitted trees.
    pub(crate) heard: Heard,
}

/// What had no words to read.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Unread {
    pub(crate) media: u32,
    pub(crate) voice: u32,
    pub(crate) deleted: u32,
    pub(crate) unsupported: u32,
}

impl Recogniser {
    /// Reads a conversation once.
    pub(crate) fn observe(&self, conversation: &Conversation) -> Reading {
        let mut reading = Reading { written: vec![0; conversation.participants.len()], ..Reading::default() };
        let mut folded = Folded::default();
        let mut memory = Memory::default();
        let mut atoms: Vec<Atom> = Vec::new();
        let mut seen = Vec::new();
        let mut matches: Vec<Match> = Vec::new();
        let (mut marks, mut said) = (Marks::default(), Vec::new());
        let mut watcher = Watcher::default();
        let mut speakers = 0;
        for message in &conversation.messages {
            let speaker = message.sender.map(|sender| sender.0);
            let from = reading.observations.len();
            let mut observe = |rule, span| {
                reading.observations.push(Observation { rule, message: message.index, span, speaker });
            };
            if conversation.kind != ConversationKind::Mail {
                watcher.next(message, |event| self.events.rules(event).iter().for_each(|rule| observe(*rule, None)));
            }
            reading.unread.count(message);
            reading.cues.begin(message.index, speaker);
            for observation in reading.observations.get(from..).unwrap_or_default() {
                reading.cues.rule(observation.rule, None);
            }
            let words = message.words();
            if words.is_empty() {
                reading.cues.end();
                continue;
            }
            if let Some(count) = speaker.and_then(|speaker| reading.written.get_mut(speaker as usize)) {
                if *count == 0 {
                    speakers += 1;
                    if speakers == 3 {
                        reading.third_speaker = Some(message.index);
                    }
                }
                *count += 1;
            }
            folded.fold(words);
            reading.tally.add(words, &folded, &self.languages);
            let raised = reading.tally.mean(|language| self.alarm.raise_in(language));
            if reading.raised.last().is_none_or(|(_, known)| known.total_cmp(&raised).is_ne()) {
                reading.raised.push((message.index, raised));
            }
            self.lexicon.find(&mut folded, &mut memory, &mut atoms);
            if folded.question {
                reading.cues.question();
            }
            if conversation.kind == ConversationKind::Mail {
                reading.cues.mail();
            }
            if speakers >= 3 {
                reading.cues.group();
            }
            let span_of = |folded: &Folded, first: u32, last: u32| {
                let ends = folded.tokens.get(first as usize).zip(folded.tokens.get(last as usize));
                ends.map(|(first, last)| (first.from, last.to))
            };
            for atom in &atoms {
                reading.cues.atom(atom, span_of(&folded, atom.first, atom.last));
            }
            self.frames.find(&atoms, folded.question, &mut seen, &mut matches);
            for found in &matches {
                let span = span_of(&folded, found.first, found.last);
                reading.cues.rule(found.rule, span);
                reading.observations.push(Observation { rule: found.rule, message: message.index, span, speaker });
            }
            self.learned.find(&folded, &atoms, &mut marks, &mut said);
            reading.heard.add(message.index, speaker, marks.loudness());
            for one in &said {
                let span = span_of(&folded, one.first, one.last);
                reading.cues.rule(one.rule, span);
                if self.rule(one.rule).is_some_and(|rule| !rule.gives.is_empty()) {
                    reading.observations.push(Observation { rule: one.rule, message: message.index, span, speaker });
                }
            }
            reading.cues.end();
            if let Some(new) = reading.observations.get_mut(from..) {
                new.sort_by_key(|observation| observation.rule);
            }
        }
        reading
    }
}

impl Unread {
    fn count(&mut self, message: &argine_model::Message) {
        match message.kind {
            MessageKind::Media | MessageKind::ViewOnce => {
                let voice = message.attachments.iter().any(|attachment| attachment.class == MediaClass::Audio);
                let absent = message.attachments.iter().all(|a| a.status != AttachmentStatus::Present);
                if voice {
                    self.voice += 1;
                } else if absent {
                    self.media += 1;
                }
            }
            MessageKind::Deleted => self.deleted += 1,
            MessageKind::Unsupported => self.unsupported += 1,
            _ => {}
        }
    }
}
