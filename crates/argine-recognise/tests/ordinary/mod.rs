//! The reader of ordinary chats: one text for each, one line for each entry, `date, hour - Name: words`. A file called `….mail` is a
//! mail: its subject, then a paragraph to a line.

use std::fs;
use std::path::{Path, PathBuf};

use argine_model::{
    ByteSpan, Conversation, ConversationKind, Location, Message, MessageFlags, MessageKind, Participant,
    ParticipantIndex, Platform, SourceIndex,
};

/// The chats of a folder, in order of name.
pub(crate) fn read_folder(folder: &Path) -> Vec<Conversation> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let read = |file: &PathBuf| {
        let mut conversation = read(&fs::read_to_string(file).unwrap());
        if file.extension().is_some_and(|extension| extension == "mail") {
            conversation.kind = ConversationKind::Mail;
            conversation.platform = Platform::Email;
        }
        conversation
    };
    files.iter().map(read).collect()
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
