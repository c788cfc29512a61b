//! Fitting: the learned layer from sayings and annotated entries, then kinds and moves from the cues of whole conversations.
//!
//! A conversation's own author never taught the learned layer that reads it while kinds and moves are fitted: otherwise they
//! would trust sayings more than these deserve among strangers.

mod kinds;
mod moves;
mod sayings;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use argine_model::{
    ByteSpan, Conversation, ConversationKind, Location, Message, MessageFlags, MessageKind, Participant,
    ParticipantIndex, Platform, SourceIndex,
};
use argine_recognise::Recogniser;
use sayings::Quiet;

use crate::annotated::{Annotated, read_set};

/// Probability from which a stage or tactic is found.
const FOUND: f64 = 0.3;
/// The set whose words never teach the learned layer.
const SCORES_ONLY: &str = "calibration-set";

/// What was fitted: the text of `weights.toml` and the bytes of `learned.bin`.
pub(crate) struct Fitted {
    /// Kinds and moves.
    pub(crate) weights: String,
    /// Sayings.
    pub(crate) learned: Vec<u8>,
}

/// The entries of a conversation with the cues they show.
type Entries = Vec<(u32, Vec<u16>)>;

/// Fits everything on sets, each by one hand.
pub(crate) fn fit(names: &[&str]) -> Fitted {
    let recogniser = Recogniser::embedded().unwrap();
    let sets: Vec<(&str, Vec<Annotated>)> = names.iter().map(|name| (*name, read_set(name))).collect();
    let teachers = |without: Option<&str>| -> Vec<&Annotated> {
        let hand = |name: &str| if name == "conversations" { "rules-set" } else { name }.to_owned();
        sets.iter()
            .filter(|(name, _)| *name != SCORES_ONLY && without.is_none_or(|one| hand(one) != hand(name)))
            .flat_map(|(_, set)| set)
            .collect()
    };
    let learned = sayings::fit(&recogniser, &teachers(None), Quiet::All);
    let mut all: Vec<&Annotated> = Vec::new();
    let mut read: Vec<Entries> = Vec::new();
    let mut strangers: BTreeMap<Vec<&str>, Recogniser> = BTreeMap::new();
    for (name, set) in &sets {
        let teaching = teachers(Some(name));
        let ids: Vec<&str> = teaching.iter().map(|one| one.conversation.id.as_str()).collect();
        let stranger = strangers.entry(ids).or_insert_with(|| {
            Recogniser::with_fitted(None, &sayings::fit(&recogniser, &teaching, Quiet::Half)).unwrap()
        });
        read.extend(set.iter().map(|one| stranger.cues(&one.conversation, 0)));
        all.extend(set);
    }
    let talks: Vec<Entries> = strangers
        .values()
        .next()
        .into_iter()
        .flat_map(|stranger| sayings::innocent_talks().into_iter().map(|talk| stranger.cues(&conversation(&talk), 0)))
        .collect();
    let count = 1 + usize::from(read.iter().chain(&talks).flatten().flat_map(|entry| &entry.1).max().copied().unwrap());
    let cue_names: Vec<String> =
        (0..count).map(|cue| recogniser.cue_name(u16::try_from(cue).unwrap()).unwrap_or_default()).collect();
    let mut weights = String::new();
    let _ = writeln!(
        weights,
        "# Written by `cargo run --example fit -p argine-recognise`; never by hand.\nfound = {FOUND}"
    );
    kinds::write(&all, &read, &talks, &cue_names, &mut weights);
    moves::write(&all, &read, &cue_names, &mut weights);
    Fitted { weights, learned }
}

/// A talk of two who take turns.
fn conversation(talk: &[String]) -> Conversation {
    let message = |(index, text): (u32, &String)| Message {
        index,
        location: Location { source: SourceIndex(0), span: ByteSpan::new(0, 0), line: None },
        kind: MessageKind::Text,
        sender: Some(ParticipantIndex(index % 2)),
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
        platform: Platform::Whatsapp,
        kind: ConversationKind::Direct,
        title: None,
        participants: ["One", "Two"].map(|name| Participant { name: name.to_owned(), native_id: None }).into(),
        owner: None,
        messages: (0_u32..).zip(talk).map(message).collect(),
    }
}
