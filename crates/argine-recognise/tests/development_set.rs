//! The annotated conversations of `tests/data/conversations`, assessed and counted: a floor under which the
//! recogniser must not fall. The rules were written with these in view, so the figures are no measure of quality.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test's own reader of its own data")]

use argine_model::{
    AgeClass, Attachment, AttachmentStatus, ByteSpan, Call, CallOutcome, Conversation, ConversationKind, Kind,
    Location, MediaClass, Message, MessageFlags, MessageKind, OwnerGuess, Participant, ParticipantIndex, Platform,
    SourceIndex,
};
use argine_recognise::Recogniser;

const FILES: [&str; 2] =
    [include_str!("data/conversations/it_blackmail.txt"), include_str!("data/conversations/mixed.txt")];

struct Script {
    id: String,
    kind: Kind,
    self_harm: bool,
    conversation: Conversation,
}

fn message(index: u32, owner: bool, body: &str) -> Message {
    let mut message = Message {
        index,
        location: Location { source: SourceIndex(0), span: ByteSpan::new(0, 0), line: None },
        kind: MessageKind::Text,
        sender: Some(ParticipantIndex(u32::from(owner))),
        time: None,
        text: body.to_owned(),
        repaired: None,
        caption: None,
        attachments: Vec::new(),
        call: None,
        flags: MessageFlags::default(),
        details: None,
    };
    if let Some(token) = body.strip_prefix('[') {
        message.text.clear();
        if token.starts_with("video_call") {
            message.kind = MessageKind::Call;
            message.call = Some(Call { video: true, outcome: CallOutcome::Answered, seconds: None });
        } else {
            message.kind = MessageKind::Media;
            let status = AttachmentStatus::Omitted;
            message.attachments = vec![Attachment { name: None, class: MediaClass::Image, status, sha256: None }];
        }
    }
    message
}

fn scripts(owned: bool) -> Vec<Script> {
    let mut scripts = Vec::new();
    for part in FILES.iter().flat_map(|file| file.split("=== ").skip(1)) {
        let (head, body) = part.split_once("---\n").unwrap();
        let first: Vec<&str> = head.lines().next().unwrap().split(' ').collect();
        let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned();
        let participants = ["other:", "owner:"].map(|name| Participant { name: field(name), native_id: None });
        let mut messages = Vec::new();
        let mut self_harm = false;
        for line in body.lines().filter(|line| !line.is_empty() && !line.starts_with('@') && !line.starts_with("S ")) {
            let (words, tags) = line.split_once(" ~ ").unwrap_or((line, ""));
            self_harm |= tags.split(' ').any(|tag| tag == "sh");
            let (by_owner, words) = match words.split_once(' ') {
                Some(("V", words)) => (true, words),
                Some(("O", words)) => (false, words),
                _ => (false, words),
            };
            messages.push(message(u32::try_from(messages.len()).unwrap(), by_owner, words));
        }
        scripts.push(Script {
            id: first[0].to_owned(),
            kind: Kind::from_id(first[3]).unwrap(),
            self_harm,
            conversation: Conversation {
                id: first[0].to_owned(),
                platform: Platform::Whatsapp,
                kind: ConversationKind::Direct,
                title: None,
                participants: participants.into(),
                owner: owned.then(|| OwnerGuess { participant: ParticipantIndex(1), basis: "asked".to_owned() }),
                messages,
            },
        });
    }
    scripts
}

#[test]
fn the_development_set_keeps_its_floor() {
    let recogniser = Recogniser::embedded().unwrap();
    for owned in [true, false] {
        let (mut wrong_alarm, mut wrong_kind, mut total) = (Vec::new(), Vec::new(), 0);
        for script in scripts(owned) {
            let found = recogniser.assess(&script.conversation, AgeClass::MinorPossible).assessment;
            total += 1;
            if found.alert.raised != script.kind.is_sextortion() {
                wrong_alarm.push(script.id.clone());
            }
            if found.kind.label != script.kind {
                wrong_kind.push(format!("{}: {}", script.id, found.kind.label.id()));
            }
            assert_eq!(found.flags.self_harm.value, script.self_harm, "{}", script.id);
            for finding in &found.tactics {
                assert!(!finding.evidence.is_empty(), "{}", script.id);
            }
        }
        assert!(wrong_alarm.len() * 20 <= total, "owner known: {owned}: {wrong_alarm:?} of {total}");
        assert!(wrong_kind.len() * 20 <= total, "owner known: {owned}: {wrong_kind:?} of {total}");
    }
}
