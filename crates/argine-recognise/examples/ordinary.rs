//! Counts the alarms over ordinary chats: `cargo run --example ordinary -p argine-recognise -- FOLDER`.
//!
//! The folder holds one text for each chat, one line for each entry, `date, hour - Name: words`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a command for the desk, over texts that are not of the project"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use argine_model::{
    AgeClass, ByteSpan, Conversation, ConversationKind, Location, Message, MessageFlags, MessageKind, Participant,
    ParticipantIndex, Platform, SourceIndex,
};
use argine_recognise::Recogniser;

fn main() {
    // The fitted files as they stand, so that a new fit can be counted without a new build.
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/recognition");
    let weights = fs::read_to_string(folder.join("weights.toml")).unwrap();
    let recogniser = Recogniser::with_fitted(Some(&weights), &fs::read(folder.join("learned.bin")).unwrap()).unwrap();
    let (mut chats, mut entries, mut alarms) = (0_u32, 0_usize, 0_u32);
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    let mut reasons: BTreeMap<String, u32> = BTreeMap::new();
    let mut probabilities = Vec::new();
    for folder in env::args().skip(1) {
        for file in fs::read_dir(folder).unwrap() {
            let conversation = read(&fs::read_to_string(file.unwrap().path()).unwrap());
            let found = recogniser.assess(&conversation, AgeClass::MinorPossible).assessment;
            chats += 1;
            entries += conversation.messages.len();
            alarms += u32::from(found.alert.raised);
            if found.alert.raised {
                for evidence in found.proofs.iter().flat_map(|proof| &proof.evidence) {
                    *reasons.entry(evidence.rule.clone()).or_default() += 1;
                }
            }
            *kinds.entry(found.kind.label.id()).or_default() += 1;
            probabilities.push(found.sextortion_probability);
        }
    }
    probabilities.sort_by(|left, right| right.total_cmp(left));
    println!("{chats} chats, {entries} entries, {alarms} alarms: {kinds:?}");
    println!("{reasons:?}");
    println!("highest probabilities {:?}", probabilities.iter().take(12).collect::<Vec<_>>());
}

fn read(text: &str) -> Conversation {
    let mut participants: Vec<Participant> = Vec::new();
    let mut messages = Vec::new();
    for (line, index) in text.lines().zip(0_u32..) {
        let said = line.split_once(" - ").map_or(line, |(_, said)| said);
        let (name, words) = said.split_once(": ").unwrap_or(("", said));
        let place = participants.iter().position(|known| known.name == name).unwrap_or_else(|| {
            participants.push(Participant { name: name.to_owned(), native_id: None });
            participants.len() - 1
        });
        messages.push(Message {
            index,
            location: Location { source: SourceIndex(0), span: ByteSpan::new(0, 0), line: None },
            kind: MessageKind::Text,
            sender: Some(ParticipantIndex(u32::try_from(place).unwrap())),
            time: None,
            text: words.to_owned(),
            repaired: None,
            caption: None,
            attachments: Vec::new(),
            call: None,
            flags: MessageFlags::default(),
            details: None,
        });
    }
    Conversation {
        id: "ordinary".to_owned(),
        platform: Platform::Whatsapp,
        kind: ConversationKind::Direct,
        title: None,
        participants,
        owner: None,
        messages,
    }
}
