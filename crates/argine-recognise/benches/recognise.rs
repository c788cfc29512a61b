//! How fast rules load, and how fast ordinary messages are read.

use argine_model::{
    AgeClass, ByteSpan, Conversation, ConversationKind, Location, Message, MessageFlags, MessageKind, OwnerGuess,
    Participant, ParticipantIndex, Platform, SourceIndex,
};
use argine_recognise::Recogniser;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

const ORDINARY: &[&str] = &[
    "ciao come stai?",
    "tutto bene, e tu?",
    "stasera andiamo a mangiare una pizza con gli altri?",
    "ok",
    "ci vediamo alle otto",
    "hai sentito Giulia?",
    "no, non ancora, la chiamo dopo",
    "ho finito adesso di lavorare, che giornata",
    "porta il vino",
    "il treno è in ritardo di venti minuti",
    "va bene grazie mille",
    "domani piove, prendi l'ombrello",
    "che ne dici di sabato?",
];

fn conversation(count: u32) -> Conversation {
    let messages = (0..count).zip(ORDINARY.iter().cycle()).map(|(index, text)| Message {
        index,
        location: Location { source: SourceIndex(0), span: ByteSpan::new(0, 0), line: None },
        kind: MessageKind::Text,
        sender: Some(ParticipantIndex(index % 2)),
        time: None,
        text: (*text).to_owned(),
        repaired: None,
        caption: None,
        attachments: Vec::new(),
        call: None,
        flags: MessageFlags::default(),
        details: None,
    });
    Conversation {
        id: "bench".to_owned(),
        platform: Platform::Whatsapp,
        kind: ConversationKind::Direct,
        title: None,
        participants: ["Uno", "Due"].map(|name| Participant { name: name.to_owned(), native_id: None }).into(),
        owner: Some(OwnerGuess { participant: ParticipantIndex(0), basis: "asked".to_owned() }),
        messages: messages.collect(),
    }
}

#[divan::bench]
fn load_rules(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(Recogniser::embedded);
}

#[divan::bench(args = [10_000, 100_000], sample_count = 5)]
fn ordinary_messages(bencher: divan::Bencher<'_, '_>, count: u32) {
    let recogniser = Recogniser::embedded().ok();
    let conversation = conversation(count);
    bencher
        .counter(ItemsCount::new(count))
        .bench(|| recogniser.as_ref().map(|recogniser| recogniser.assess(&conversation, AgeClass::Adult)));
}
