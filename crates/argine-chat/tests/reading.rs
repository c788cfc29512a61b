//! Containers, formats and the account of every byte, through the public door.
#![expect(clippy::expect_used, reason = "tests stop at what must not happen, in their common parts too")]

#[path = "support/accounted.rs"]
mod accounted;

use std::io::{Cursor, Write as _};

use accounted::assert_accounted;
use argine_chat::{Handed, Limits, ReadOptions, member_bytes, read};
use argine_model::{
    AttachmentStatus, CallOutcome, ConversationKind, FindingCode, MessageKind, Platform, Reading, Sha256,
};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const CHAT: &str =
    "21/11/24, 14:35 - Anna: ciao\n21/11/24, 14:36 - Bruno: IMG-20241121-WA0001.jpg (file allegato)\ncome va\n";

fn read_one(name: &str, bytes: &[u8]) -> Reading {
    let reading = read(&[Handed { name, bytes }], &ReadOptions::default());
    assert_accounted(&reading);
    reading
}

fn codes(reading: &Reading) -> Vec<FindingCode> {
    reading.findings.iter().map(|finding| finding.code).collect()
}

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a new member");
        writer.write_all(bytes).expect("memory is writable");
    }
    writer.finish().expect("an archive").into_inner()
}

fn jpeg() -> Vec<u8> {
    b"\xFF\xD8\xFF\xE0\0\x10JFIF\0 not a real picture".to_vec()
}

#[test]
fn an_archive_is_listed_and_its_chat_read() {
    let bytes = archive(&[
        ("_chat.txt", CHAT.as_bytes()),
        ("IMG-20241121-WA0001.jpg", &jpeg()),
        ("__MACOSX/._chat.txt", b"junk"),
    ]);
    let reading = read_one("WhatsApp Chat - Anna.zip", &bytes);
    let chat = &reading.conversations[0];
    assert_eq!(chat.id, "WhatsApp Chat - Anna");
    assert_eq!(chat.owner.as_ref().map(|owner| owner.participant.0), Some(1));
    let picture = &chat.messages[1].attachments[0];
    assert_eq!((picture.status, picture.sha256), (AttachmentStatus::Present, Some(Sha256::of(&jpeg()))));
    assert_eq!(chat.messages[1].caption.as_deref(), Some("come va"));
    let members = &reading.members[0].1;
    assert_eq!(members.len(), 3, "everything is listed, junk too");
    assert_eq!(members[0].sha256, Some(Sha256::of(CHAT.as_bytes())));
    assert_eq!(reading.sources.len(), 2, "media and junk are no sources");
    let path = ["_chat.txt".to_owned()];
    let found = member_bytes(&bytes, &path, Sha256::of(CHAT.as_bytes()), &Limits::default());
    assert_eq!(found.as_deref(), Some(CHAT.as_bytes()));
    assert_eq!(member_bytes(&bytes, &path, Sha256::of(b""), &Limits::default()), None);
}

#[test]
fn archives_in_archives_are_read_to_a_depth() {
    let inner = archive(&[("Chat WhatsApp con Anna.txt", CHAT.as_bytes())]);
    let outer = archive(&[("chat.zip", &inner)]);
    let reading = read_one("consegna.zip", &outer);
    assert_eq!(reading.conversations.len(), 1);
    let path = ["chat.zip".to_owned(), "Chat WhatsApp con Anna.txt".to_owned()];
    assert!(member_bytes(&outer, &path, Sha256::of(CHAT.as_bytes()), &Limits::default()).is_some());
    let deep = archive(&[("c.zip", &archive(&[("b.zip", &outer)]))]);
    let reading = read_one("deep.zip", &deep);
    assert!(reading.conversations.is_empty());
    let limit = reading.findings.iter().find(|finding| finding.code == FindingCode::LimitReached).expect("a finding");
    assert_eq!(limit.detail, "nesting 2");
}

#[test]
fn duplicate_and_unsafe_names_are_findings() {
    let mut bytes = archive(&[("a_chat.txt", CHAT.as_bytes()), ("b_chat.txt", b"second"), ("xx/evil.txt", b"out")]);
    let rename = |bytes: &mut Vec<u8>, from: &[u8], to: &[u8]| {
        while let Some(at) = bytes.windows(from.len()).position(|window| window == from) {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    };
    rename(&mut bytes, b"b_chat.txt", b"a_chat.txt");
    rename(&mut bytes, b"xx/evil.txt", b"../evil.txt");
    let reading = read_one("x.zip", &bytes);
    assert!(codes(&reading).contains(&FindingCode::DuplicateName));
    assert!(codes(&reading).contains(&FindingCode::UnsafeName));
    assert_eq!(reading.members[0].1.len(), 3);
    assert!(reading.sources.iter().all(|source| !source.path.iter().any(|name| name.contains(".."))));
    let path = ["../evil.txt".to_owned()];
    assert_eq!(member_bytes(&bytes, &path, Sha256::of(b"out"), &Limits::default()), None);
}

#[test]
fn bombs_stop_at_the_limits() {
    let zeros = vec![0; 3 << 20];
    let bytes = archive(&[("zeros.bin", &zeros), ("_chat.txt", CHAT.as_bytes())]);
    let reading = read_one("bomb.zip", &bytes);
    let limit = reading.findings.iter().find(|finding| finding.code == FindingCode::LimitReached).expect("a finding");
    assert_eq!(limit.detail, "expansion ratio 200:1: zeros.bin");
    assert_eq!(reading.conversations.len(), 1, "the chat beside it is read");
    let limits = Limits { entries: 1, ..Limits::default() };
    let options = ReadOptions { limits, ..ReadOptions::default() };
    let reading = read(&[Handed { name: "bomb.zip", bytes: &bytes }], &options);
    assert!(reading.findings.iter().any(|finding| finding.detail == "entries 1"));
    let limits = Limits { member_bytes: 16, ..Limits::default() };
    let options = ReadOptions { limits, ..ReadOptions::default() };
    let reading = read(&[Handed { name: "chat.txt", bytes: CHAT.as_bytes() }], &options);
    assert_eq!(codes(&reading), [FindingCode::LimitReached]);
}

#[test]
fn encrypted_and_truncated_archives_say_so() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    writer.start_file("_chat.txt", stored).expect("a member");
    writer.write_all(CHAT.as_bytes()).expect("memory");
    let bytes = writer.finish().expect("an archive").into_inner();
    let mut locked = bytes.clone();
    let central = locked.windows(4).rposition(|window| window == b"PK\x01\x02").expect("a directory");
    locked[central + 8] |= 1;
    let reading = read_one("locked.zip", &locked);
    assert!(codes(&reading).contains(&FindingCode::ArchiveEncrypted));
    assert_eq!(reading.members[0].1[0].sha256, None);
    let two = archive(&[("_chat.txt", CHAT.as_bytes()), ("b.jpg", &jpeg())]);
    let reading = read_one("cut.zip", &two[..two.len() - 120]);
    assert!(codes(&reading).contains(&FindingCode::ArchiveDamaged));
    assert_eq!(reading.conversations.len(), 1, "what stands before the cut is read");
    let mut lying = bytes;
    let central = lying.windows(4).rposition(|window| window == b"PK\x01\x02").expect("a directory");
    lying[central + 16] ^= 0xFF;
    assert!(codes(&read_one("lying.zip", &lying)).contains(&FindingCode::ArchiveDamaged));
}

#[test]
fn every_bad_file_has_one_clear_finding() {
    let cases: &[(&str, &[u8], FindingCode)] = &[
        ("vuoto.txt", b"", FindingCode::Empty),
        ("chat.txt", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", FindingCode::MediaListed),
        ("chat.txt", b"\0\x01\x02\x03\x04\x05", FindingCode::UnknownFormat),
        ("chat.zip", b"7z\xBC\xAF\x27\x1C\0\x04", FindingCode::UnknownFormat),
        ("dati.json", b"{\"followers\": []}", FindingCode::UnknownFormat),
        ("chat.zip", b"PK\x03\x04\x14\0", FindingCode::ArchiveDamaged),
    ];
    for (name, bytes, code) in cases {
        assert_eq!(codes(&read_one(name, bytes)), [*code], "{name}");
    }
}

#[test]
fn plain_text_of_any_encoding() {
    let reading = read_one("storia.txt", "Mi chiamo Anna.\n\nMi ha scritto su Instagram.\n".as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((chat.platform, chat.messages.len()), (Platform::Unknown, 2));
    let reading = read_one("storia.txt", b"perch\xE9 mi minaccia?\n");
    assert_eq!(reading.conversations[0].messages[0].text, "perché mi minaccia?");
    assert_eq!(codes(&reading), [FindingCode::Encoding]);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(CHAT.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let reading = read_one("chat.txt", &utf16);
    assert_eq!(reading.conversations[0].platform, Platform::Whatsapp);
    let reading = read_one("chat.txt", b"21/11/24, 14:35 - Anna: cos\xC3\xAC \xFF rotto \xC3\xA8\n");
    assert_eq!(reading.conversations[0].messages[0].text, "così \u{FFFD} rotto è");
    assert!(codes(&reading).contains(&FindingCode::BrokenText));
}

const TELEGRAM: &str = r#"{"name": "Bruno", "type": "personal_chat", "id": 7, "messages": [
 {"id": 1, "type": "message", "date": "2024-11-21T14:35:00", "date_unixtime": "1732199700", "from": "Bruno", "from_id": "user7", "text": ["vai su ", {"type": "link", "text": "https://esempio.invalid"}]},
 {"id": 2, "type": "message", "date": "2024-11-21T14:36:00", "from": "Anna", "from_id": "user8", "text": "no\x07", "edited": "2024-11-21T14:37:00"},
 {"id": 3, "type": "message", "date": "2024-11-21T14:36:30", "from": "Anna", "from_id": "user8", "photo": "(File not included. Change data exporting settings to download.)", "text": "ecco"},
 {"id": 4, "type": "service", "date": "2024-11-21T14:38:00", "actor": "Bruno", "actor_id": "user7", "action": "phone_call", "discard_reason": "missed", "text": ""},
 {"id": 5, "type": "service", "date": "2024-11-21T14:39:00", "actor": "Bruno", "actor_id": "user7", "action": "take_screenshot", "text": ""}
]}"#;

#[test]
fn telegram_chats() {
    let reading = read_one("result.json", TELEGRAM.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((chat.platform, chat.kind, chat.messages.len()), (Platform::Telegram, ConversationKind::Direct, 5));
    assert_eq!(chat.owner.as_ref().map(|owner| owner.participant.0), Some(1));
    let texts: Vec<&str> = chat.messages.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "vai su https://esempio.invalid",
            "no\u{7}",
            "ecco",
            "Bruno: phone_call; discard_reason missed",
            "Bruno: take_screenshot"
        ]
    );
    assert!(chat.messages[1].flags.edited && chat.messages[4].flags.screenshot_notice);
    assert_eq!(chat.messages[2].attachments[0].status, AttachmentStatus::Omitted);
    assert_eq!(chat.messages[3].call.map(|call| call.outcome), Some(CallOutcome::Missed));
    let own = chat.messages[1].location.span;
    let bytes =
        &TELEGRAM.as_bytes()[usize::try_from(own.start).expect("small")..usize::try_from(own.end).expect("small")];
    assert!(bytes.starts_with(b"{\"id\": 2") && bytes.ends_with(b"}"));
    let account = format!(
        "{{\"personal_information\": {{\"user_id\": 8}}, \"chats\": {{\"list\": [{TELEGRAM}, {}]}}}}",
        TELEGRAM.replace("\"id\": 7,", "\"id\": 9,")
    );
    let reading = read_one("result.json", account.as_bytes());
    let ids: Vec<&str> = reading.conversations.iter().map(|chat| chat.id.as_str()).collect();
    assert_eq!(ids, ["result/7", "result/9"]);
}

#[test]
fn json_that_is_cut_gives_what_stands_before_the_cut() {
    for end in [TELEGRAM.len() - 2, TELEGRAM.len() - 60, TELEGRAM.len() / 2] {
        let reading = read_one("result.json", &TELEGRAM.as_bytes()[..end]);
        assert!(codes(&reading).contains(&FindingCode::JsonDamaged), "cut at {end}");
        assert!(!reading.conversations[0].messages.is_empty());
    }
}

/// UTF-8 as Meta writes it: each byte a character.
fn mojibake(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte < 0x80 { char::from(byte).to_string() } else { format!("\\u00{byte:02x}") })
        .collect()
}

fn instagram(messages: &str) -> String {
    format!(
        r#"{{"participants": [{{"name": "{}"}}, {{"name": "Anna"}}], "messages": [{messages}], "title": "{}", "is_still_participant": true, "thread_path": "inbox/nicolo_17", "magic_words": []}}"#,
        mojibake("Nicolò"),
        mojibake("Nicolò")
    )
}

#[test]
fn instagram_threads_are_joined_repaired_and_turned_round() {
    let newest = instagram(&format!(
        r#"{{"sender_name": "Anna", "timestamp_ms": 1732199900000, "photos": [{{"uri": "your_instagram_activity/messages/inbox/nicolo_17/photos/1.jpg"}}]}},
           {{"sender_name": "{0}", "timestamp_ms": 1732199800000, "content": "{1}", "call_duration": 0}},
           {{"sender_name": "{0}", "timestamp_ms": 1732199700000, "content": "{2}", "share": {{"link": "https://esempio.invalid/p"}}}}"#,
        mojibake("Nicolò"),
        mojibake("Hai perso una videochiamata."),
        mojibake("perché no? 😀")
    ));
    let oldest =
        instagram(r#"{"sender_name": "Anna", "timestamp_ms": 1732100000000, "content": "ciao", "is_unsent": true}"#);
    let folder = "your_instagram_activity/messages/inbox/nicolo_17";
    let bytes = archive(&[
        (&format!("{folder}/message_1.json"), newest.as_bytes()),
        (&format!("{folder}/message_2.json"), oldest.as_bytes()),
        (&format!("{folder}/photos/1.jpg"), &jpeg()),
        ("connections/followers.json", b"[{\"title\": \"\"}]"),
    ]);
    let reading = read_one("instagram-anna.zip", &bytes);
    assert_eq!(reading.conversations.len(), 1);
    let chat = &reading.conversations[0];
    assert_eq!(
        (chat.platform, chat.kind, chat.title.as_deref()),
        (Platform::Instagram, ConversationKind::Direct, Some("Nicolò"))
    );
    let kinds: Vec<MessageKind> = chat.messages.iter().map(|message| message.kind).collect();
    assert_eq!(kinds, [MessageKind::Deleted, MessageKind::Text, MessageKind::Call, MessageKind::Media]);
    assert_eq!(chat.messages[1].view(), "perché no? 😀\nhttps://esempio.invalid/p");
    assert_eq!(chat.messages[1].text, "perch\u{c3}\u{a9} no? \u{f0}\u{9f}\u{98}\u{80}");
    assert_eq!(chat.messages[3].attachments[0].status, AttachmentStatus::Present);
    let owner = chat.owner.as_ref().expect("known");
    assert_eq!(
        (chat.participants[owner.participant.0 as usize].name.as_str(), owner.basis.as_str()),
        ("Anna", "chat_title")
    );
    assert!(codes(&reading).contains(&FindingCode::UnknownFormat));
}

#[test]
fn message_requests_and_encrypted_messenger_chats() {
    let request = instagram(r#"{"sender_name": "Zoe", "timestamp_ms": 1732199900000, "content": "ciao"}"#)
        .replace("inbox/nicolo_17", "message_requests/nicolo_17");
    let reading = read_one("message_1.json", request.replace("Zoe", "Anna").as_bytes());
    assert_eq!(reading.conversations[0].kind, ConversationKind::Request);
    let encrypted = r#"{"participants": ["Zoe", "Anna"], "threadName": "Zoe", "messages": [
        {"senderName": "Zoe", "text": "così", "timestamp": 1732199900000, "type": "text", "isUnsent": false, "media": []}]}"#;
    let reading = read_one("zoe_1.json", encrypted.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((chat.platform, chat.messages[0].view()), (Platform::Messenger, "così"));
}

const MAIL: &str = "From: Ufficio <ufficio@esempio.invalid>\r\nTo: Anna <anna@esempio.invalid>\r\nDate: Thu, 21 Nov 2024 14:35:00 +0100\r\n\
    Subject: Avviso\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n\
    --b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nPrimo paragrafo,\r\nseconda riga.\r\n\r\nPerch\u{e9} no.\r\n\
    --b\r\nContent-Type: image/jpeg; name=\"foto.jpg\"\r\nContent-Disposition: attachment; filename=\"foto.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4AAQSkZJRg==\r\n--b--\r\n";

#[test]
fn mails_are_subject_and_paragraphs() {
    let reading = read_one("avviso.eml", MAIL.as_bytes());
    let mail = &reading.conversations[0];
    assert_eq!((mail.platform, mail.kind), (Platform::Email, ConversationKind::Mail));
    let texts: Vec<&str> = mail.messages.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(texts, ["Avviso", "Primo paragrafo,\r\nseconda riga.", "Perché no."]);
    assert_eq!(mail.participants[0].native_id.as_deref(), Some("ufficio@esempio.invalid"));
    assert_eq!(mail.owner.as_ref().map(|owner| owner.participant.0), Some(1));
    let member = &reading.members[0].1[0];
    assert_eq!(member.path, ["foto.jpg"]);
    let digest = member.sha256.expect("hashed");
    let bytes = member_bytes(MAIL.as_bytes(), &member.path, digest, &Limits::default()).expect("it is there");
    assert_eq!(Sha256::of(&bytes), digest);
}

#[test]
fn html_alone_is_read_and_html_beside_text_is_a_copy() {
    let alone = "From: a@b.invalid\nTo: c@d.invalid\nSubject: s\nContent-Type: text/html; charset=utf-8\n\n<p>Paga <b>subito</b></p><p>o pubblico</p>\n";
    let reading = read_one("x.eml", alone.as_bytes());
    let words: String = reading.conversations[0].messages.iter().map(|message| message.text.as_str()).collect();
    assert!(words.contains("subito") && words.contains("pubblico") && !words.contains('<'), "{words}");
}

#[test]
fn forwarded_mails_are_read_to_the_innermost() {
    let inner = "From: b@b.invalid\nSubject: ultimo avviso\n\nPaga entro domani.\n";
    let middle = format!("From: a@b.invalid\nSubject: fwd\nContent-Type: message/rfc822\n\n{inner}");
    let outer =
        format!("From: c@d.invalid\nTo: e@f.invalid\nSubject: inoltro\nContent-Type: message/rfc822\n\n{middle}");
    let reading = read_one("x.eml", outer.as_bytes());
    let texts: Vec<&str> = reading.conversations[0].messages.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(texts, ["inoltro", "fwd", "ultimo avviso", "Paga entro domani."]);
}

fn samples() -> Vec<Vec<u8>> {
    vec![
        CHAT.as_bytes().to_vec(),
        "\u{FEFF}[21/11/24, 14:35:01] Anna: \u{200E}immagine omessa\r\n[21/11/24, 14:36:01] Bruno: ciao\nx\r\n"
            .as_bytes()
            .to_vec(),
        TELEGRAM.as_bytes().to_vec(),
        instagram(r#"{"sender_name": "Anna", "timestamp_ms": 1732199900000, "content": "ciao"}"#).into_bytes(),
        MAIL.as_bytes().to_vec(),
        archive(&[("_chat.txt", CHAT.as_bytes()), ("a.jpg", &jpeg()), ("b.zip", &archive(&[("c.txt", b"ciao")]))]),
        CHAT.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_a_reader(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        read_one("x", &bytes);
    }

    #[test]
    fn no_change_to_an_export_breaks_a_reader(
        sample in 0..7_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut bytes = samples().swap_remove(sample);
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        let first = read_one("x", &bytes);
        prop_assert_eq!(first, read_one("x", &bytes), "same bytes, same reading");
    }

    #[test]
    fn lines_of_headers_and_words_in_any_order_are_accounted_for(
        lines in proptest::collection::vec(
            prop_oneof![
                "[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4},? [0-9]{1,2}:[0-9]{2}( PM)? - [A-C]: .{0,20}",
                "\u{200E}?\\[[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}, [0-9]{1,2}:[0-9]{2}:[0-9]{2}\\] [A-C]: .{0,20}",
                ".{0,30}",
            ],
            0..30,
        ),
        crlf in any::<bool>(),
    ) {
        read_one("x.txt", lines.join(if crlf { "\r\n" } else { "\n" }).as_bytes());
    }
}
