//! Fitting: the learned layer from sayings and annotated entries, then the alarm, kinds and moves from whole conversations.
//!
//! A conversation's own author never taught the learned layer that reads it while these are fitted: otherwise they
//! would trust sayings more than these deserve among strangers.

mod alarm;
mod boosting;
mod kind_trees;
mod kinds;
mod moves;
mod phrases;
mod sayings;
mod space;
mod truths;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::thread;

use argine_model::{
    ByteSpan, Conversation, ConversationKind, Kind, Location, Message, MessageFlags, MessageKind, Participant,
    ParticipantIndex, Platform, SourceIndex,
};
use argine_recognise::{CueWeights, Recogniser, Shown, WeightTable};
use sayings::{Example, Lessons, Quiet, Talk};

use crate::annotated::{Annotated, read_set};

/// Probability from which a stage or tactic is found, in thousandths.
const FOUND: u16 = 300;

/// So many fits at a time.
const AT_ONCE: usize = 4;

/// Authors are read by layers that a part of all authors taught: so many parts there are, each left out of one.
const PARTS: usize = 4;

/// What was fitted: the bytes of `weights.bin` and of `learned.bin`.
pub(crate) struct Fitted {
    /// Kinds and moves.
    pub(crate) weights: Vec<u8>,
    /// Sayings.
    pub(crate) learned: Vec<u8>,
}

/// What the entries of a conversation show.
type Entries = Vec<Shown>;

/// The sets of one author.
pub(crate) struct Hand {
    /// The author's first set.
    pub(crate) name: String,
    /// The conversations.
    pub(crate) set: Vec<Annotated>,
    /// What its entries teach the learned layer.
    lessons: Vec<Example>,
}

/// Every hand with what it teaches, read once, and the tables fitted so far by the hands left out.
pub(crate) struct Workshop {
    recogniser: Recogniser,
    lessons: Lessons,
    /// By author.
    pub(crate) hands: Vec<Hand>,
    tables: Mutex<BTreeMap<BTreeSet<usize>, Vec<u8>>>,
}

impl Workshop {
    /// Reads sets; those of one author are joined by `+`.
    pub(crate) fn read(names: &[&str]) -> Self {
        assert!(!names.iter().any(|name| name.contains("held-out")), "the held-out set is never fitted on");
        let recogniser = Recogniser::unfitted().unwrap();
        let lessons = Lessons::read(&recogniser);
        let hand = |name: &&str| {
            let set: Vec<Annotated> = name.split('+').flat_map(read_set).collect();
            let lessons = set.iter().flat_map(|one| lessons.of(&recogniser, one)).collect();
            Hand { name: (*name).to_owned(), set, lessons }
        };
        let hands = names.iter().map(hand).collect();
        Self { recogniser, lessons, hands, tables: Mutex::default() }
    }

    /// The learned table of a reader to whom some hands are strangers; half of the innocent lines too.
    fn table(&self, strangers: &BTreeSet<usize>) -> Vec<u8> {
        if let Some(known) = self.tables.lock().unwrap().get(strangers) {
            return known.clone();
        }
        let table = sayings::fit(&self.lessons, &self.teachers(strangers), Quiet::Half);
        self.tables.lock().unwrap().insert(strangers.clone(), table.clone());
        table
    }

    /// Fits the table of every reader to whom one part of the hands are strangers.
    fn prepare(&self) {
        let next = Mutex::new(0..PARTS);
        thread::scope(|scope| {
            for _ in 0..AT_ONCE {
                scope.spawn(|| {
                    loop {
                        let Some(part) = next.lock().unwrap().next() else { break };
                        self.table(&self.part(part).collect());
                    }
                });
            }
        });
    }

    /// The hands of a part.
    fn part(&self, part: usize) -> impl Iterator<Item = usize> {
        (part % PARTS..self.hands.len()).step_by(PARTS)
    }

    fn teachers(&self, strangers: &BTreeSet<usize>) -> Vec<&[Example]> {
        let known = self.hands.iter().enumerate().filter(|(at, _)| !strangers.contains(at));
        known.map(|(_, hand)| hand.lessons.as_slice()).collect()
    }

    /// Fits everything on all hands, or on all but one.
    pub(crate) fn fit(&self, without: Option<usize>) -> Fitted {
        let absent: BTreeSet<usize> = without.into_iter().collect();
        let learned = sayings::fit(&self.lessons, &self.teachers(&absent), Quiet::All);
        if without.is_none() {
            self.prepare();
        }
        let mut all: Vec<&Annotated> = Vec::new();
        let mut read: Vec<Entries> = Vec::new();
        let mut talks: Vec<(Kind, Entries)> = Vec::new();
        let (mut states, mut ends, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for (at, hand) in self.hands.iter().enumerate().filter(|(at, _)| Some(*at) != without) {
            let strangers = absent.iter().copied().chain(self.part(at)).collect();
            let empty = WeightTable::default().encode();
            let stranger = Recogniser::with_fitted(&empty, &self.table(&strangers)).unwrap();
            read.extend(hand.set.iter().map(|one| stranger.shown(&one.conversation, 0)));
            all.extend(&hand.set);
            parts.extend(hand.set.iter().map(|_| at % PARTS));
            states.extend(hand.set.iter().flat_map(|one| alarm::states(&stranger, one)));
            ends.extend(hand.set.iter().flat_map(|one| kind_trees::ends(&stranger, one)));
            if talks.is_empty() {
                let cues = |talk: &Talk| (talk.kind, stranger.shown(&conversation(talk), 0));
                let put_together = sayings::talks();
                talks = put_together.iter().map(cues).collect();
                ends.extend(put_together.iter().map(|talk| kind_trees::end_of_talk(&stranger, talk)));
                states.extend(put_together.iter().flat_map(|talk| alarm::states_of_talk(&stranger, talk)));
            }
        }
        let entries = read.iter().chain(talks.iter().map(|(_, entries)| entries)).flatten();
        let highest = entries.flat_map(|entry| &entry.cues).max().copied();
        let count = 1 + usize::from(highest.unwrap());
        let name = |cue: usize| self.recogniser.cue_name(u16::try_from(cue).unwrap()).unwrap_or_default();
        let cues = (0..count).map(|cue| CueWeights { name: name(cue), ..CueWeights::default() });
        let mut table = WeightTable { found: FOUND, cues: cues.collect(), ..WeightTable::default() };
        kinds::write(&all, &read, &talks, count, &mut table);
        moves::write(&self.recogniser, &all, &read, &parts, count, self.recogniser.sayings().len(), &mut table);
        states.extend(alarm::mixed(&self.recogniser, &all, &read));
        table.forest = alarm::fit(states);
        table.of_kind = kind_trees::fit(&ends);
        table.cues.retain(|cue| !(cue.kinds.is_empty() && cue.now.is_empty() && cue.ago.is_empty()));
        Fitted { weights: table.encode(), learned }
    }

    /// For every hand what was fitted on all others.
    pub(crate) fn fit_across(&self) -> Vec<Fitted> {
        let next = Mutex::new(0..self.hands.len());
        let done = Mutex::new(BTreeMap::new());
        thread::scope(|scope| {
            for _ in 0..AT_ONCE {
                scope.spawn(|| {
                    loop {
                        let Some(at) = next.lock().unwrap().next() else { break };
                        let fitted = self.fit(Some(at));
                        done.lock().unwrap().insert(at, fitted);
                    }
                });
            }
        });
        done.into_inner().unwrap().into_values().collect()
    }
}

/// A talk of two who take turns, or a mail.
fn conversation(talk: &Talk) -> Conversation {
    let is_mail = talk.form == ConversationKind::Mail;
    let message = |(index, text): (u32, &String)| Message {
        index,
        location: Location { source: SourceIndex(0), span: ByteSpan::new(0, 0), line: None },
        kind: MessageKind::Text,
        sender: Some(ParticipantIndex(if is_mail { 0 } else { index % 2 })),
        time: None,
        text: text.clone(),
        repaired: None,
        caption: None,
        attachments: Vec::new(),
        call: None,
        flags: MessageFlags::default(),
        details: None,
    };
    Conversation {
        id: "talk".to_owned(),
        platform: if is_mail { Platform::Email } else { Platform::Whatsapp },
        kind: talk.form,
        title: None,
        participants: ["One", "Two"].map(|name| Participant { name: name.to_owned(), native_id: None }).into(),
        owner: None,
        messages: (0_u32..).zip(&talk.lines).map(message).collect(),
    }
}
