//! Instagram, Messenger, Facebook and Telegram through the public door.
#![expect(clippy::expect_used, reason = "tests stop at what must not happen, in their common parts too")]

use std::io::{Cursor, Write as _};

use argine_chat::{Handed, ReadOptions, read};
use argine_model::{
    AttachmentStatus, ByteSpan, CallOutcome, Conversation, ConversationKind, FindingCode, GapReason, Location,
    MessageKind, Platform, Reading, Relation, SourceState, TimeBasis,
};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn read_all(files: &[(&str, &[u8])]) -> Reading {
    let handed: Vec<Handed<'_>> = files.iter().map(|(name, bytes)| Handed { name, bytes }).collect();
    let reading = read(&handed, &ReadOptions::default());
    assert_accounted(&reading);
    reading
}

fn read_one(name: &str, text: &str) -> Reading {
    read_all(&[(name, text.as_bytes())])
}

/// Messages, in their first origin or another, and gaps of every source that was read partition its bytes; no time is without
/// a basis, people stand where they say they stand.
fn assert_accounted(reading: &Reading) {
    for source in &reading.sources {
        let SourceState::Read { covered, gaps, .. } = &source.state else { continue };
        let messages = reading.conversations.iter().flat_map(|conversation| &conversation.messages);
        let locations = messages.flat_map(|message| {
            let others: &[Location] = message.details.as_deref().map_or(&[], |details| &details.also_in);
            [message.location].into_iter().chain(others.iter().copied())
        });
        let mut spans: Vec<ByteSpan> = locations
            .filter(|location| location.source == source.index && !location.span.is_empty())
            .map(|location| location.span)
            .collect();
        assert_eq!(spans.iter().map(|span| span.len()).sum::<u64>(), *covered, "{:?}", source.path);
        spans.extend(gaps.iter().map(|gap| gap.span));
        spans.sort();
        let mut at = 0;
        for span in spans {
            assert_eq!(span.start, at, "no hole and no overlap in {:?}", source.path);
            at = span.end;
        }
        assert_eq!(at, source.size);
        let people = reading.contacts.iter().map(|contact| contact.location);
        for location in people.chain(reading.logins.iter().map(|login| login.location)) {
            assert!(location.source != source.index || location.span.end <= source.size);
        }
    }
    for conversation in &reading.conversations {
        for (place, message) in conversation.messages.iter().enumerate() {
            assert_eq!(message.index as usize, place);
            assert!(message.sender.is_none_or(|sender| conversation.participant(sender).is_some()));
            if let Some(time) = message.time {
                assert_eq!(time.instant.is_some(), matches!(time.basis, TimeBasis::Instant | TimeBasis::Offset));
            }
            for entity in message.details.iter().flat_map(|details| &details.entities) {
                let (start, end) = (place_of(entity.span.start), place_of(entity.span.end));
                assert!(message.words().get(start..end).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}

fn place_of(byte: u64) -> usize {
    usize::try_from(byte).expect("small")
}

fn codes(reading: &Reading) -> Vec<FindingCode> {
    reading.findings.iter().map(|finding| finding.code).collect()
}

fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a member");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// UTF-8 as Meta writes it: each byte a character.
fn mojibake(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte < 0x80 { char::from(byte).to_string() } else { format!("\\u00{byte:02x}") })
        .collect()
}

/// One part of a thread between Anna and somebody.
fn part(thread: &str, other: &str, messages: &[String]) -> String {
    format!(
        r#"{{"participants": [{{"name": "{0}"}}, {{"name": "Anna"}}], "messages": [{1}], "title": "{0}", "thread_path": "{thread}"}}"#,
        mojibake(other),
        messages.join(", ")
    )
}

fn said(by: &str, milliseconds: u64, words: &str) -> String {
    format!(
        r#"{{"sender_name": "{}", "timestamp_ms": {milliseconds}, "content": "{}"}}"#,
        mojibake(by),
        mojibake(words)
    )
}

fn views(chat: &Conversation) -> Vec<&str> {
    chat.messages.iter().map(argine_model::Message::view).collect()
}

fn owner(chat: &Conversation) -> Option<(&str, &str)> {
    let owner = chat.owner.as_ref()?;
    Some((chat.participant(owner.participant)?.name.as_str(), owner.basis.as_str()))
}

/// Conversations without what depends on which file was handed over first.
fn comparable(reading: &Reading) -> Vec<String> {
    let mut chats: Vec<String> = reading
        .conversations
        .iter()
        .map(|chat| {
            let messages: Vec<String> = chat
                .messages
                .iter()
                .map(|message| {
                    let sender = chat.sender_name(message);
                    format!(
                        "{:?} {sender:?} {:?} {:?} {:?}",
                        message.time, message.kind, message.text, message.location.span
                    )
                })
                .collect();
            let names: Vec<&str> = chat.participants.iter().map(|person| person.name.as_str()).collect();
            format!("{} {:?} {names:?} {:?} {messages:?}", chat.id, chat.kind, owner(chat))
        })
        .collect();
    chats.sort();
    chats
}

#[test]
fn every_folder_of_a_download_is_read_and_requests_stay_requests() {
    for (root, platform) in [
        ("your_instagram_activity/messages", Platform::Instagram),
        ("your_facebook_activity/messages", Platform::Messenger),
        ("your_activity_across_facebook/messages", Platform::Messenger),
        ("messages", Platform::Instagram),
    ] {
        for (folder, kind) in [
            ("inbox", ConversationKind::Direct),
            ("archived_threads", ConversationKind::Direct),
            ("e2ee_cutover", ConversationKind::Direct),
            ("message_requests", ConversationKind::Request),
            ("filtered_threads", ConversationKind::Request),
        ] {
            let thread = format!("{folder}/zoe_17841");
            let text = part(&thread, "Zoë", &[said("Zoë", 1_732_199_900_000, "così")]);
            let path = format!("{root}/{thread}/message_1.json");
            let reading = read_all(&[("download.zip", &archive(&[(&path, &text)]))]);
            let chat = &reading.conversations[0];
            assert_eq!((chat.platform, chat.kind), (platform, kind), "{path}");
            assert_eq!(views(chat), ["così"]);
        }
    }
}

#[test]
fn a_thread_in_several_archives_is_one_in_any_order() {
    let folder = "your_instagram_activity/messages/inbox/zoe_17841";
    let newest = part(
        "inbox/zoe_17841",
        "Zoe",
        &[said("Zoe", 1_732_199_900_000, "terzo"), said("Anna", 1_732_199_800_000, "secondo")],
    );
    let oldest = part("inbox/zoe_17841", "Zoe", &[said("Zoe", 1_732_000_000_000, "primo")]);
    let photo = r#"{"sender_name": "Zoe", "timestamp_ms": 1731000000000, "photos": [{"uri": "your_instagram_activity/messages/inbox/zoe_17841/photos/1.jpg"}]}"#;
    let first = archive(&[(&format!("{folder}/message_2.json"), &part("inbox/zoe_17841", "Zoe", &[photo.to_owned()]))]);
    let second =
        archive(&[(&format!("{folder}/message_10.json"), &oldest), (&format!("{folder}/photos/1.jpg"), "\u{FFFD}")]);
    let third = archive(&[(&format!("{folder}/message_1.json"), &newest)]);
    let files: [(&str, &[u8]); 3] = [("ig-part1.zip", &first), ("ig-part2.zip", &second), ("ig-part3.zip", &third)];
    let reading = read_all(&files);
    assert_eq!(reading.conversations.len(), 1);
    assert_eq!(views(&reading.conversations[0]), ["", "primo", "secondo", "terzo"]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let other = read_all(&order.map(|place| files[place]));
        assert_eq!(comparable(&other), comparable(&reading), "{order:?}");
    }
    let loose = read_all(&[("message_10.json", oldest.as_bytes()), ("message_1.json", newest.as_bytes())]);
    assert_eq!(views(&loose.conversations[0]), ["primo", "secondo", "terzo"]);
}

#[test]
fn the_same_download_twice_says_everything_once_with_both_origins() {
    let text =
        part("inbox/zoe_17841", "Zoe", &[said("Zoe", 1_732_199_900_000, "ok"), said("Zoe", 1_732_199_900_000, "ok")]);
    let encrypted = r#"{"participants": ["Zoe", "Anna"], "threadName": "Zoe", "messages": [{"senderName": "Zoe", "text": "ciao", "timestamp": 1732199900000, "type": "text"}]}"#;
    for text in [text.as_str(), encrypted] {
        let once = read_one("message_1.json", text);
        let twice = read_all(&[("message_1.json", text.as_bytes()), ("message_1.json", text.as_bytes())]);
        assert_eq!(comparable(&twice), comparable(&once));
        assert!(codes(&twice).contains(&FindingCode::DuplicatesMerged));
        let messages = &twice.conversations[0].messages;
        assert!(
            messages.iter().all(|message| message.details.as_ref().is_some_and(|details| details.also_in.len() == 1))
        );
    }
}

#[test]
fn meta_messages_of_every_kind() {
    let name = mojibake("Zoë Blu");
    let entry = |rest: &str| format!(r#"{{"sender_name": "{name}", "timestamp_ms": 1732199900000, {rest}}}"#);
    for (rest, kind, words) in [
        (r#""content": "ciao""#.to_owned(), MessageKind::Text, "ciao"),
        (format!(r#""content": "{}""#, mojibake("Zoë Blu ha inviato un allegato.")), MessageKind::Media, ""),
        (
            format!(
                r#""content": "{}", "share": {{"link": "https://esempio.invalid/p"}}"#,
                mojibake("Zoë Blu sent an attachment.")
            ),
            MessageKind::Media,
            "https://esempio.invalid/p",
        ),
        (
            r#""content": "guarda", "share": {"link": "https://esempio.invalid/p", "share_text": "una foto"}"#
                .to_owned(),
            MessageKind::Text,
            "guarda\nuna foto\nhttps://esempio.invalid/p",
        ),
        (r#""content": "Hai perso una videochiamata da Zoe""#.to_owned(), MessageKind::Call, ""),
        (r#""content": "x", "call_duration": 65"#.to_owned(), MessageKind::Call, ""),
        (r#""content": "x", "is_unsent": true"#.to_owned(), MessageKind::Deleted, ""),
        (r#""text": "x", "isUnsent": true"#.to_owned(), MessageKind::Deleted, ""),
        (format!(r#""content": "{}""#, mojibake("Reacted 😂 to your message")), MessageKind::System, ""),
        (format!(r#""content": "{}""#, mojibake("Hat mit 😂 auf deine Nachricht reagiert ")), MessageKind::System, ""),
        (r#""photos": [{"uri": "photos/1.jpg"}], "content": "io""#.to_owned(), MessageKind::Media, "io"),
        (r#""sticker": {"uri": "stickers/1.png"}"#.to_owned(), MessageKind::Media, ""),
        (r#""media": [{"uri": "./media/1.mp4"}]"#.to_owned(), MessageKind::Media, ""),
        (r#""is_geoblocked_for_viewer": false"#.to_owned(), MessageKind::Unsupported, ""),
    ] {
        let reading = read_one("message_1.json", &part("inbox/zoe_17841", "Zoë Blu", &[entry(&rest)]));
        let message = &reading.conversations[0].messages[0];
        assert_eq!((message.kind, message.words()), (kind, words), "{rest}");
    }
    let reacted =
        entry(&format!(r#""content": "ok", "reactions": [{{"reaction": "{}", "actor": "Anna"}}]"#, mojibake("❤️")));
    let reading = read_one("message_1.json", &part("inbox/zoe_17841", "Zoë Blu", &[reacted]));
    let details = reading.conversations[0].messages[0].details.as_ref().expect("a reaction");
    assert_eq!((details.reactions[0].sign.as_str(), details.reactions[0].by.as_deref()), ("❤️", Some("Anna")));
}

#[test]
fn the_owner_is_the_account_or_the_name_in_every_thread() {
    let thread = |number: u32, other: &str| {
        (
            format!("your_instagram_activity/messages/inbox/x_{number}/message_1.json"),
            part(&format!("inbox/x_{number}"), other, &[said(other, 1_732_199_900_000, "ciao")])
                .replace("\"title\"", "\"t\""),
        )
    };
    let (one, two) = (thread(1, "Zoe"), thread(2, "Carla"));
    let bytes = archive(&[(&one.0, &one.1), (&two.0, &two.1)]);
    let reading = read_all(&[("ig.zip", &bytes)]);
    assert!(reading.conversations.iter().all(|chat| owner(chat) == Some(("Anna", "common_to_all"))));
    let profile = r#"{"profile_user": [{"title": "", "media_map_data": {}, "string_map_data": {"Nome utente": {"href": "", "value": "anna.v", "timestamp": 0}, "Nome": {"href": "", "value": "Anna", "timestamp": 0}}}]}"#;
    let path = "personal_information/personal_information/personal_information.json";
    let reading = read_all(&[("ig.zip", &archive(&[(&one.0, &one.1), (path, profile)]))]);
    assert_eq!(owner(&reading.conversations[0]), Some(("Anna", "account")));
}

#[test]
fn account_files_by_their_shape() {
    let person = |name: &str| {
        format!(
            r#"{{"title": "", "media_list_data": [], "string_list_data": [{{"href": "https://www.instagram.com/{name}", "value": "{name}", "timestamp": 1732022785}}]}}"#
        )
    };
    let titled = r#"{"title": "anna.rossi", "string_list_data": [{"href": "https://www.instagram.com/_u/anna.rossi", "timestamp": 1732022785}]}"#;
    let friend = format!(r#"{{"name": "{}", "timestamp": 1732022785}}"#, mojibake("Niccolò"));
    for (file, text, relation, name, platform) in [
        ("followers_1.json", format!("[{}]", person("bea")), Relation::Follower, "bea", Platform::Instagram),
        ("followers_1.json", person("bea"), Relation::Follower, "bea", Platform::Instagram),
        (
            "following.json",
            format!(r#"{{"relationships_following": [{titled}]}}"#),
            Relation::Following,
            "anna.rossi",
            Platform::Instagram,
        ),
        (
            "pending_follow_requests.json",
            format!(r#"{{"relationships_follow_requests_sent": [{}]}}"#, person("bea")),
            Relation::RequestSent,
            "bea",
            Platform::Instagram,
        ),
        (
            "follow_requests_you've_received.json",
            format!(r#"{{"relationships_follow_requests_received": [{}]}}"#, person("bea")),
            Relation::RequestReceived,
            "bea",
            Platform::Instagram,
        ),
        (
            "close_friends.json",
            format!(r#"{{"relationships_close_friends": [{}]}}"#, person("bea")),
            Relation::CloseFriend,
            "bea",
            Platform::Instagram,
        ),
        (
            "blocked_profiles.json",
            format!(r#"{{"relationships_blocked_users": [{}]}}"#, person("bea")),
            Relation::Blocked,
            "bea",
            Platform::Instagram,
        ),
        (
            "recently_unfollowed_profiles.json",
            format!(r#"{{"relationships_unfollowed_users": [{}]}}"#, person("bea")),
            Relation::Removed,
            "bea",
            Platform::Instagram,
        ),
        (
            "your_friends.json",
            format!(r#"{{"friends_v2": [{friend}]}}"#),
            Relation::Friend,
            "Niccolò",
            Platform::Messenger,
        ),
        (
            "received_friend_requests.json",
            format!(r#"{{"received_requests_v2": [{friend}]}}"#),
            Relation::RequestReceived,
            "Niccolò",
            Platform::Messenger,
        ),
        (
            "removed_friends.json",
            format!(r#"{{"deleted_friends_v2": [{friend}]}}"#),
            Relation::Removed,
            "Niccolò",
            Platform::Messenger,
        ),
    ] {
        let reading = read_one(file, &text);
        assert_eq!(reading.contacts.len(), 1, "{file}");
        let contact = &reading.contacts[0];
        assert_eq!((contact.relation, contact.name.as_str(), contact.platform), (relation, name, platform), "{file}");
        assert_eq!(contact.since.map(jiff::Timestamp::as_second), Some(1_732_022_785), "{file}");
        let SourceState::Read { format, gaps, covered, .. } = &reading.sources[0].state else {
            panic!("{file} is read")
        };
        assert_eq!((format.as_str(), *covered), ("account_json", 0));
        assert!(gaps.iter().all(|gap| gap.reason == GapReason::AccountData));
        assert_eq!(codes(&reading), [FindingCode::ContactsRead]);
    }
    let synced = r#"{"contacts_contact_info": [{"title": "", "media_map_data": {}, "string_map_data": {"Nome": {"href": "", "value": "Bea", "timestamp": 0}, "Cognome": {"href": "", "value": "Neri", "timestamp": 0}, "Informazioni di contatto": {"href": "", "value": "+39 06 0000 0000", "timestamp": 0}}}]}"#;
    let reading = read_one("synced_contacts.json", synced);
    assert_eq!(
        (reading.contacts[0].relation, reading.contacts[0].phones.as_slice()),
        (Relation::AddressBook, ["+39 06 0000 0000".to_owned()].as_slice())
    );
    assert!(reading.contacts[0].name.contains("Bea") && reading.contacts[0].name.contains("Neri"));
}

#[test]
fn logins_by_what_the_values_look_like() {
    let instagram = r#"{"account_history_login_history": [{"title": "2024-11-19T13:20:06+00:00", "media_map_data": {}, "string_map_data": {
        "Nome del cookie": {"href": "", "value": "*****MNc", "timestamp": 0}, "Indirizzo IP": {"href": "", "value": "192.0.2.7", "timestamp": 0},
        "Codice lingua": {"href": "", "value": "it", "timestamp": 0}, "Ora": {"href": "", "value": "", "timestamp": 1732022406},
        "Agente utente": {"href": "", "value": "Mozilla/5.0 (X11; Linux x86_64)", "timestamp": 0}}}]}"#;
    let facebook = r#"{"account_activity_v2": [{"action": "Accesso", "timestamp": 1732022406, "ip_address": "2001:db8::7", "user_agent": "Mozilla/5.0 (X11)"}]}"#;
    let labels = r#"[{"timestamp": 1732022406, "media": [], "label_values": [{"label": "Indirizzo IP", "value": "192.0.2.7"}, {"label": "Programma", "value": "Mozilla/5.0 (X11)"}], "fbid": "1"}]"#;
    for (file, text, ip) in [
        ("login_activity.json", instagram, "192.0.2.7"),
        ("account_activity.json", facebook, "2001:db8::7"),
        ("login_activity.json", labels, "192.0.2.7"),
    ] {
        let reading = read_one(file, text);
        assert_eq!(reading.logins.len(), 1, "{file}");
        let login = &reading.logins[0];
        assert_eq!(
            (login.ip.as_deref(), login.time.map(jiff::Timestamp::as_second)),
            (Some(ip), Some(1_732_022_406)),
            "{file}"
        );
        assert!(login.device.as_deref().is_some_and(|device| device.contains("Mozilla/5.0")), "{file}");
        assert_eq!(codes(&reading), [FindingCode::LoginsRead]);
    }
}

#[test]
fn what_is_no_account_file_is_refused() {
    for text in [
        r#"{"apps": [{"name": "x"}]}"#,
        "[]",
        "{}",
        r#"[{"title": ""}]"#,
        r#"{"friends": 3}"#,
        r#"{"a": {"b": {"c": {"d": [{"string_list_data": []}]}}}}"#,
    ] {
        assert_eq!(codes(&read_one("x.json", text)), [FindingCode::UnknownFormat], "{text}");
    }
}

fn meta_page(heading: &str, blocks: &[(&str, &str, &str)]) -> String {
    let mut shown = Vec::new();
    for (name, words, time) in blocks {
        let heading = format!("<{heading} class=\"k\">{name}</{heading}>");
        let content = format!("<div class=\"r7\"><div><div></div><div>{words}</div><div></div></div></div>");
        shown.push(format!("<div class=\"qx1 _z9\">{heading}{content}<div class=\"t3\">{time}</div></div>"));
    }
    let shown = shown.concat();
    format!(
        "<html><head><title>Zoë</title><style>.k{{}}</style></head><body><div><main>{shown}</main></div></body></html>"
    )
}

#[test]
fn metas_pages_are_read_whatever_their_classes_and_language() {
    for (heading, times) in [
        ("h2", ["Jan 05, 2024 9:02 pm", "Jan 05, 2024 9:01 pm", "Jan 05, 2024 9:00 pm"]),
        ("div", ["5 gen 2024, 21:02", "5 gen 2024, 21:01", "5 gen 2024, 21:00"]),
        ("h3", ["5 janv. 2024 à 21:02", "5 janv. 2024 à 21:01", "5 janv. 2024 à 21:00"]),
        ("div", ["5 de ene. de 2024 9:02 p. m.", "5 de ene. de 2024 9:01 p. m.", "5 de ene. de 2024 9:00 p. m."]),
    ] {
        let page = meta_page(
            heading,
            &[
                (
                    "Zoë",
                    "perch&eacute; no?<ul class=\"q\"><li><span>😂Anna<span> (Jan 05, 2024 9:05 pm)</span></span></li></ul>",
                    times[0],
                ),
                ("Anna", "<a href=\"https://esempio.invalid/x\">qui</a> &lt;3", times[1]),
                ("Zoë", "<img src=\"photos/1.jpg\"/>", times[2]),
            ],
        );
        let bytes = archive(&[("your_instagram_activity/messages/inbox/zoe_17841/message_1.html", &page)]);
        let reading = read_all(&[("ig.zip", &bytes)]);
        let chat = &reading.conversations[0];
        assert_eq!(views(chat), ["", "qui <3\nhttps://esempio.invalid/x", "perché no?"], "{heading} {times:?}");
        assert_eq!(owner(chat), Some(("Anna", "chat_title")));
        let message = &chat.messages[2];
        let time = message.time.expect("a time");
        assert_eq!((time.civil.to_string().as_str(), time.basis), ("2024-01-05T21:02:00", TimeBasis::DeviceClock));
        assert_eq!(message.details.as_ref().expect("a reaction").reactions[0].by.as_deref(), Some("Anna"));
        assert_eq!(chat.messages[0].attachments[0].status, AttachmentStatus::Missing);
        let span = chat.messages[1].location.span;
        let block = &page[place_of(span.start)..place_of(span.end)];
        assert!(block.starts_with("<div class=\"qx1") && block.ends_with(&format!("{}</div></div>", times[1])));
        assert_eq!(codes(&reading).iter().filter(|code| **code == FindingCode::HtmlExport).count(), 1);
    }
    let reading = read_one("post_comments.html", &meta_page("h2", &[("Zoë", "bello", "Jan 05, 2024 9:02 pm")]));
    assert_eq!(codes(&reading), [FindingCode::UnknownFormat], "comments are no thread");
}

#[test]
fn lists_of_people_in_html() {
    let follower = "<div class=\"x\"><div class=\"y\"><div><div><a target=\"_blank\" href=\"https://www.instagram.com/bea\">bea</a></div><div>mar 03, 2024 9:12 pm</div></div></div></div>";
    let page = format!(
        "<html><head><title>Follower</title></head><body><div role=\"main\">{follower}{}</div></body></html>",
        follower.replace("bea", "_u/carla")
    );
    let reading = read_one("followers_1.html", &page);
    let people: Vec<(&str, Relation)> =
        reading.contacts.iter().map(|contact| (contact.name.as_str(), contact.relation)).collect();
    assert_eq!(people, [("bea", Relation::Follower), ("carla", Relation::Follower)]);
    assert!(reading.contacts.iter().all(|contact| contact.since.is_none()), "a clock without a zone is no instant");
    assert_eq!(codes(&read_one("liked_posts.html", &page)), [FindingCode::UnknownFormat]);
}

fn telegram_page(blocks: &str) -> String {
    format!(
        "<!DOCTYPE html><html><body><div class=\"page_wrap\"><div class=\"page_header\"><div class=\"content\"><div class=\"text bold\">\nBruno\n</div></div></div><div class=\"page_body chat_page\"><div class=\"history\">{blocks}</div></div></div></body></html>"
    )
}

fn telegram_block(id: u32, name: &str, time: &str, rest: &str) -> String {
    let (joined, name) = if name.is_empty() {
        (" joined", String::new())
    } else {
        ("", format!("<div class=\"from_name\">\n{name}\n </div>"))
    };
    format!(
        "<div class=\"message default clearfix{joined}\" id=\"message{id}\"><div class=\"body\"><div class=\"pull_right date details\" title=\"{time}\">10:00</div>{name}{rest}</div></div>\n"
    )
}

#[test]
fn telegrams_pages() {
    let first = telegram_page(
        &[
            "<div class=\"message service\" id=\"message-1\"><div class=\"body details\">\n15 January 2024\n</div></div>\n".to_owned(),
            telegram_block(1, "Bruno", "15.01.2024 10:00:00 UTC+02:00", "<div class=\"text\">\nvai <a href=\"https://esempio.invalid/x\">qui</a><br>ora &amp; subito\n</div>"),
            telegram_block(2, "", "15.01.2024 10:00:05 UTC+02:00", "<div class=\"reply_to details\">In reply to <a href=\"#go_to_message1\">this message</a></div><div class=\"text\">chiama <a href=\"tel:+39060000\">+39060000</a></div>"),
            "<div class=\"message service\" id=\"message3\"><div class=\"body details\">\nBruno took a screenshot\n</div></div>\n".to_owned(),
            telegram_block(4, "Anna", "15.01.2024 10:01:00 UTC+02:00", "<div class=\"media_wrap clearfix\"><a class=\"photo_wrap clearfix pull_left\" href=\"photos/photo_1.jpg\"><img class=\"photo\" src=\"photos/photo_1_thumb.jpg\"></a></div><div class=\"text\">io</div>"),
        ]
        .concat(),
    );
    let second = telegram_page(
        &[
            telegram_block(5, "Anna", "15.01.2024 10:02:00", "<div class=\"media_wrap clearfix\"><div class=\"media clearfix pull_left media_call\"><div class=\"body\"><div class=\"title bold\">Bruno</div><div class=\"status details\">Missed</div></div></div></div>"),
            telegram_block(6, "Anna", "15.01.2024 10:03:00 UTC-05:30", "<div class=\"forwarded body\"><div class=\"from_name\">\nCarla <span class=\"date details\" title=\"01.01.2024 10:00:00 UTC+02:00\">01.01.2024</span></div><div class=\"text\">inoltrato</div></div>"),
        ]
        .concat(),
    );
    let reading = read_all(&[("messages2.html", second.as_bytes()), ("messages.html", first.as_bytes())]);
    assert_eq!(reading.conversations.len(), 1);
    let chat = &reading.conversations[0];
    assert_eq!(chat.platform, Platform::Telegram);
    assert_eq!(owner(chat), Some(("Anna", "chat_title")));
    assert_eq!(
        views(chat),
        [
            "vai qui (https://esempio.invalid/x)\nora & subito",
            "chiama +39060000",
            "Bruno took a screenshot",
            "io",
            "Bruno: Missed",
            "inoltrato"
        ]
    );
    let messages = &chat.messages;
    assert_eq!(messages[0].sender, messages[1].sender, "joined messages are of the same sender");
    assert_eq!(
        messages[0].time.and_then(|time| time.instant).map(|time| time.to_string()).as_deref(),
        Some("2024-01-15T08:00:00Z")
    );
    assert_eq!(messages[4].time.map(|time| time.basis), Some(TimeBasis::DeviceClock));
    assert_eq!(messages[4].call.map(|call| call.outcome), Some(CallOutcome::Missed));
    assert!(messages[2].flags.screenshot_notice && messages[5].flags.forwarded);
    let details = |place: usize| messages[place].details.as_ref().expect("details");
    assert_eq!(details(0).native_id.as_deref(), Some("1"));
    assert_eq!((details(1).reply_to.as_deref(), details(1).entities[0].kind.as_str()), (Some("1"), "phone"));
    assert_eq!(details(5).forwarded_from.as_deref(), Some("Carla"));
    assert_eq!((messages[3].kind, messages[3].words()), (MessageKind::Media, "io"));
    assert!(codes(&reading).contains(&FindingCode::KnownOmission));
}

/// A chat of Telegram with these messages.
fn telegram(messages: &str) -> String {
    format!(r#"{{"name": "Bruno", "type": "personal_chat", "id": 7, "messages": [{messages}]}}"#)
}

#[test]
fn telegram_marks_what_the_app_marked() {
    let reading = read_one(
        "result.json",
        &telegram(
            r#"{"id": 1, "type": "message", "date": "2024-11-21T14:35:00", "from": "Bruno", "from_id": "user7", "text": ["scrivi a ", {"type": "email", "text": "a@esempio.invalid"}, " è ", {"type": "text_link", "text": "qui", "href": "https://esempio.invalid/x"}, {"type": "mention_name", "text": " Anna", "user_id": 8}, {"type": "bold", "text": "!"}], "text_entities": [{"type": "plain", "text": "altro"}]}"#,
        ),
    );
    let message = &reading.conversations[0].messages[0];
    assert_eq!(message.text, "scrivi a a@esempio.invalid è qui Anna!");
    assert_eq!(message.words(), "scrivi a a@esempio.invalid è qui (https://esempio.invalid/x) Anna!");
    let entities = &message.details.as_ref().expect("marks").entities;
    let marked: Vec<(&str, &str, Option<&str>)> = entities
        .iter()
        .map(|entity| {
            let words = &message.words()[place_of(entity.span.start)..place_of(entity.span.end)];
            (words, entity.kind.as_str(), entity.target.as_deref())
        })
        .collect();
    assert_eq!(
        marked,
        [
            ("a@esempio.invalid", "email", None),
            ("qui", "text_link", Some("https://esempio.invalid/x")),
            (" Anna", "mention_name", Some("8")),
        ]
    );
}

#[test]
fn telegram_service_lines_say_what_the_fields_say() {
    for (fields, line) in [
        (
            r#""actor": "Bruno", "actor_id": "user7", "action": "phone_call", "duration_seconds": 12, "discard_reason": "hangup""#,
            "Bruno: phone_call; duration_seconds 12; discard_reason hangup",
        ),
        (r#""actor": "Bruno", "actor_id": "user7", "action": "take_screenshot""#, "Bruno: take_screenshot"),
        (
            r#""actor": "Bruno", "actor_id": "user7", "action": "set_messages_ttl", "period": 86400"#,
            "Bruno: set_messages_ttl; period 86400",
        ),
        (
            r#""actor": "Bruno", "actor_id": "user7", "action": "invite_members", "members": ["Anna", null, "Carla"]"#,
            "Bruno: invite_members; members Anna, Carla",
        ),
        (
            r#""actor": "Bruno", "action": "create_group", "title": "Amici", "members": ["Anna"]"#,
            "Bruno: create_group; title Amici; members Anna",
        ),
        (r#""actor": null, "actor_id": "user9", "action": "joined_telegram""#, "joined_telegram"),
        (r#""actor": "Bruno", "action": "clear_history""#, "Bruno: clear_history"),
        (r#""actor": "Bruno", "action": "pin_message", "message_id": 4"#, "Bruno: pin_message; message_id 4"),
        (r#""actor": "Bruno", "action": "requested_phone_number""#, "Bruno: requested_phone_number"),
        (
            r#""actor": "Bruno", "action": "send_star_gift", "gift_id": "9", "gift_text": [{"type": "plain", "text": "tieni"}]"#,
            "Bruno: send_star_gift; gift_id 9; gift_text tieni",
        ),
    ] {
        let text = telegram(&format!(
            r#"{{"id": 1, "type": "service", "date": "2024-11-21T14:35:00", {fields}, "text": "", "text_entities": []}}"#
        ));
        let reading = read_one("result.json", &text);
        let message = &reading.conversations[0].messages[0];
        assert_eq!(message.text, line);
        assert_eq!(message.words(), "");
        assert_eq!(message.flags.screenshot_notice, line.contains("take_screenshot"));
        assert_eq!(message.flags.group_created, line.contains("create_group"));
        assert_eq!(message.flags.timer_changed, line.contains("ttl"));
        let period = message.details.as_ref().and_then(|details| details.disappears_after);
        assert_eq!(period, line.contains("ttl").then_some(86_400));
    }
}

#[test]
fn telegram_messages_of_every_kind() {
    for (fields, kind, words) in [
        (r#""text": "ciao""#, MessageKind::Text, "ciao"),
        (r#""text": 5"#, MessageKind::Text, "5"),
        (r#""text": {"text": "ciao"}"#, MessageKind::Text, "ciao"),
        (r#""text": null"#, MessageKind::Text, ""),
        (r#""photo": "photos/1.jpg", "text": "io""#, MessageKind::Media, "io"),
        (
            r#""file": "(File exceeds maximum size. Change data exporting settings to download.)", "media_type": "video_file", "text": """#,
            MessageKind::Media,
            "",
        ),
        (r#""photo": "photos/1.jpg", "self_destruct_period_seconds": 10, "text": """#, MessageKind::ViewOnce, ""),
        (
            r#""contact_information": {"first_name": "Anna", "last_name": "", "phone_number": "+39060000"}, "text": """#,
            MessageKind::Contact,
            "",
        ),
        (
            r#""location_information": {"latitude": 45.5, "longitude": 9.25}, "text": """#,
            MessageKind::Location,
            "45.5, 9.25",
        ),
        (
            r#""poll": {"question": "quando?", "closed": false, "answers": [{"text": "oggi", "voters": 1}, {"text": "mai", "voters": 0}]}, "text": """#,
            MessageKind::Poll,
            "quando?\noggi\nmai",
        ),
        (
            r#""invoice_information": {"title": "foto", "amount": 500, "currency": "EUR"}, "text": """#,
            MessageKind::Unsupported,
            "",
        ),
    ] {
        let text = telegram(&format!(
            r#"{{"id": 1, "type": "message", "date": "2024-11-21T14:35:00", "from": "Bruno", "from_id": "user7", {fields}}}"#
        ));
        let reading = read_one("result.json", &text);
        let message = &reading.conversations[0].messages[0];
        assert_eq!((message.kind, message.words()), (kind, words), "{fields}");
    }
    let text = telegram(
        r#"{"id": 1, "type": "message", "date": "2021-01-01T10:00:00", "edited": "1970-01-01T01:00:00", "from": "Bruno", "from_id": 4324, "forwarded_from": null, "text": "a", "reactions": [{"type": "emoji", "count": 2, "emoji": "👍", "recent": [{"from": "Anna", "from_id": "user8"}]}]},
           {"id": 2, "type": "message", "date": "2021-01-01T10:00:00", "date_unixtime": "1609491600", "edited": "2021-01-02T10:00:00", "from": "Anna", "from_id": "user8", "reply_to_message_id": 1, "text": "b"}"#,
    );
    let reading = read_one("result.json", &text);
    let messages = &reading.conversations[0].messages;
    assert!(!messages[0].flags.edited && messages[1].flags.edited && messages[0].flags.forwarded);
    assert_eq!(messages[0].time.map(|time| time.basis), Some(TimeBasis::DeviceClock));
    assert_eq!(messages[1].time.map(|time| time.basis), Some(TimeBasis::Instant));
    let details = messages[0].details.as_ref().expect("a reaction");
    assert_eq!((details.native_id.as_deref(), details.reactions[0].by.as_deref()), (Some("1"), Some("Anna")));
    assert_eq!(messages[1].details.as_ref().and_then(|details| details.reply_to.as_deref()), Some("1"));
}

#[test]
fn control_characters_that_are_no_json_are_read_and_counted() {
    let line = |id: u32, words: &str| {
        format!(
            r#"{{"id": {id}, "type": "message", "date": "2024-11-21T14:35:00", "from": "Bruno", "from_id": "user7", "text": "{words}"}}"#
        )
    };
    let text = telegram(&[line(1, "a"), line(2, r"a\x07b"), line(3, r"\ud83d"), line(4, "b")].join(",\n"));
    let reading = read_one("result.json", &text);
    assert_eq!(views(&reading.conversations[0]), ["a", "a\u{7}b", "\u{FFFD}", "b"]);
    let finding = reading.findings.iter().find(|finding| finding.code == FindingCode::BrokenText).expect("counted");
    assert_eq!((finding.count, finding.line), (2, Some(2)));
}

#[test]
fn telegram_accounts_have_people_and_sessions() {
    let chat = telegram(
        r#"{"id": 1, "type": "message", "date": "2024-11-21T14:35:00", "from": "Bruno", "from_id": "user7", "text": "a"}, {"id": 2, "type": "message", "date": "2024-11-21T14:35:00", "from": "Io", "from_id": "user8", "text": "b"}"#,
    );
    let text = format!(
        r#"{{"about": "x", "personal_information": {{"user_id": 8, "first_name": "Io", "phone_number": "+39060000"}},
        "contacts": {{"about": "x", "list": [{{"user_id": 9, "first_name": "Bea", "last_name": "Neri", "phone_number": "0039060001", "date": "2020-01-01T10:00:00", "date_unixtime": "1577869200"}}, {{"user_id": 0, "first_name": "", "last_name": "", "phone_number": ""}}]}},
        "sessions": {{"about": "x", "list": [{{"last_active": "2024-11-20T10:00:00", "last_active_unixtime": "1732093200", "last_ip": "192.0.2.7", "last_country": "Italia", "application_name": "Telegram Desktop", "device_model": "PC"}}]}},
        "chats": {{"about": "x", "list": [{chat}]}}, "left_chats": {{"list": [{}]}}}}"#,
        chat.replace("\"id\": 7,", "\"id\": 9,")
    );
    let reading = read_one("result.json", &text);
    assert_eq!(reading.conversations.len(), 2);
    assert!(reading.conversations.iter().all(|chat| owner(chat) == Some(("Io", "account"))));
    let contact = &reading.contacts[0];
    assert_eq!((reading.contacts.len(), contact.name.as_str(), contact.handle.as_deref()), (1, "Bea Neri", Some("9")));
    let login = &reading.logins[0];
    assert_eq!(
        (login.ip.as_deref(), login.time.map(jiff::Timestamp::as_second)),
        (Some("192.0.2.7"), Some(1_732_093_200))
    );
    let SourceState::Read { gaps, .. } = &reading.sources[0].state else { panic!("it is read") };
    assert_eq!(gaps.iter().filter(|gap| gap.reason == GapReason::AccountData).count(), 3);
    let omissions = reading.findings.iter().filter(|finding| finding.code == FindingCode::KnownOmission);
    assert_eq!(omissions.count(), 1);
}

#[test]
fn the_same_telegram_chat_in_two_exports_is_one() {
    let line = |id: u32, words: &str| {
        format!(
            r#"{{"id": {id}, "type": "message", "date": "2024-11-21T14:3{id}:00", "date_unixtime": "{}", "from": "Bruno", "from_id": "user7", "text": "{words}"}}"#,
            1_732_199_700 + id
        )
    };
    let earlier = telegram(&[line(1, "a"), line(2, "b")].join(","));
    let later = telegram(&[line(2, "b"), line(3, "c")].join(","));
    let reading = read_all(&[("later.json", later.as_bytes()), ("earlier.json", earlier.as_bytes())]);
    assert_eq!(reading.conversations.len(), 1);
    assert_eq!(views(&reading.conversations[0]), ["a", "b", "c"]);
    let other = read_all(&[("earlier.json", earlier.as_bytes()), ("later.json", later.as_bytes())]);
    assert_eq!(comparable(&other), comparable(&reading));
}

#[test]
fn hostile_files_end_and_are_accounted_for() {
    let deep = |open: &str, close: &str, times: usize| format!("{}{}", open.repeat(times), close.repeat(times));
    let message = |text: &str| {
        telegram(&format!(
            r#"{{"id": 1, "type": "message", "date": "2024-11-21T14:35:00", "from": "Bruno", "text": {text}}}"#
        ))
    };
    for text in [
        "[".repeat(10 << 20),
        "{\"a\":".repeat(100_000),
        message(&deep("[", "]", 100_000)),
        telegram(&deep("[", "]", 100_000)),
        telegram(&"{".repeat(100_000)),
        telegram(&"1,".repeat(100_000)),
        telegram(&"\"\\x\",".repeat(100_000)),
        part("inbox/x_1", "Zoe", &[deep("{\"sender_name\":", "}", 50_000)]),
        format!("[{}]", r#"{"string_list_data": [[[[1]]]]},"#.repeat(20_000)),
        telegram_page(
            &"<div class=\"message default\"><div class=\"media_wrap\"><div class=\"reaction\">".repeat(50_000),
        ),
        telegram_page(&"<div class=\"message service\">".repeat(20_000)),
    ] {
        read_one("message_1.json", &text);
    }
    for text in [
        format!("<div>{}</div>", "<b>Jan 05, 2024 9:02 pm</b>".repeat(20_000)),
        format!("<div>{}", "<div><h2>a</h2><ul><li>".repeat(20_000)),
        meta_page("h2", &vec![("a", "b", "Jan 05, 2024 9:02 pm"); 5_000]).replace("</div>", ""),
    ] {
        read_one("message_1.html", &text);
        read_one("followers_1.html", &text);
    }
}

fn samples() -> Vec<(&'static str, String)> {
    vec![
        ("result.json", telegram(r#"{"id": 1, "type": "message", "date": "2024-11-21T14:35:00", "from": "Bruno", "from_id": "user7", "text": ["a", {"type": "link", "text": "b"}], "text_entities": [{"type": "plain", "text": "a"}, {"type": "link", "text": "b"}]}, {"id": 2, "type": "service", "actor": "Bruno", "action": "set_messages_ttl", "period": 5}"#)),
        ("message_1.json", part("inbox/zoe_17841", "Zoë", &[said("Zoë", 1_732_199_900_000, "così"), r#"{"sender_name": "Anna", "timestamp_ms": 1, "photos": [{"uri": "a.jpg"}], "reactions": [{"reaction": "x", "actor": "y"}]}"#.to_owned()])),
        ("following.json", r#"{"relationships_following": [{"title": "a", "string_list_data": [{"href": "https://www.instagram.com/_u/a", "timestamp": 1}]}]}"#.to_owned()),
        ("login_activity.json", r#"[{"timestamp": 1, "label_values": [{"label": "IP", "value": "192.0.2.7"}, {"label": "x", "dict": [{"label": "y", "value": "Mozilla/5"}]}]}]"#.to_owned()),
        ("message_1.html", meta_page("h2", &[("Zoë", "così<br>è", "5 gen 2024, 21:02"), ("Anna", "no", "5 gen 2024, 21:01")])),
        ("messages.html", telegram_page(&telegram_block(1, "Bruno", "15.01.2024 10:00:00 UTC+02:00", "<div class=\"text\">è <a href=\"https://e.invalid\">qui</a></div>"))),
    ]
}

/// A value of any type.
fn any_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        Just("1e400".to_owned()),
        "[a-z àè😀]{0,8}".prop_map(|text| format!("\"{text}\"")),
        Just("\"2024-11-21T14:35:00\"".to_owned()),
        Just(r#""\u00c3\u00a8\x07""#.to_owned()),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(|list| format!("[{}]", list.join(","))),
            proptest::collection::vec((keys(), inner), 0..4).prop_map(|fields| {
                let fields: Vec<String> =
                    fields.into_iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
                format!("{{{}}}", fields.join(","))
            }),
        ]
    })
}

/// Keys of the formats.
fn keys() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "id",
        "type",
        "date",
        "date_unixtime",
        "from",
        "from_id",
        "text",
        "text_entities",
        "action",
        "actor",
        "reactions",
        "poll",
        "photo",
        "file",
        "media_type",
        "messages",
        "chats",
        "list",
        "participants",
        "sender_name",
        "senderName",
        "timestamp_ms",
        "content",
        "share",
        "photos",
        "media",
        "is_unsent",
        "call_duration",
        "threadName",
        "thread_path",
        "string_list_data",
        "string_map_data",
        "label_values",
        "timestamp",
        "relationships_following",
        "friends_v2",
        "value",
        "href",
        "title",
        "name",
        "contacts",
        "sessions",
        "personal_information",
        "profile_user",
        "ip_address",
        "user_agent",
        "forwarded_from",
        "period",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_types_anywhere_are_accounted_for(values in proptest::collection::vec((keys(), any_json()), 1..6)) {
        let fields: Vec<String> = values.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
        let object = format!("{{{}}}", fields.join(", "));
        for text in [
            object.clone(),
            telegram(&format!("{{\"type\": \"message\", \"date\": \"2024-11-21T14:35:00\", \"from\": \"B\"}}, {object}")),
            part("inbox/zoe_17841", "Zoë", &[said("Zoë", 1_732_199_900_000, "così"), object.clone()]),
            format!("{{\"relationships_following\": [{object}]}}"),
            format!("[{object}]"),
        ] {
            let first = read_one("message_1.json", &text);
            prop_assert_eq!(&first, &read_one("message_1.json", &text), "same bytes, same reading");
        }
    }

    #[test]
    fn no_change_to_an_export_breaks_a_reader(
        sample in 0..6_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let (name, text) = samples().swap_remove(sample);
        let mut bytes = text.into_bytes();
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        let first = read_all(&[(name, &bytes)]);
        prop_assert_eq!(first, read_all(&[(name, &bytes)]), "same bytes, same reading");
    }

    #[test]
    fn the_order_of_the_files_changes_nothing(
        order in Just((0..5_usize).collect::<Vec<_>>()).prop_shuffle(),
        split in 1..4_usize,
        repeated in any::<bool>(),
    ) {
        let messages: Vec<String> = (0..8_u64).rev().map(|number| said(if number % 2 == 0 { "Zoë" } else { "Anna" }, 1_732_199_900_000 + number * 1000, &format!("è {number}"))).collect();
        let (newest, oldest) = messages.split_at(split * 2);
        let oldest = if repeated { &messages[1..] } else { oldest };
        let files: Vec<(&str, String)> = vec![
            ("message_1.json", part("inbox/zoe_17841", "Zoë", newest)),
            ("message_2.json", part("inbox/zoe_17841", "Zoë", oldest)),
            ("message_3.json", part("message_requests/bea_9", "Bea", &[said("Bea", 1_732_199_900_000, "ehi")])),
            ("messages.html", telegram_page(&telegram_block(1, "Bruno", "15.01.2024 10:00:00 UTC+02:00", "<div class=\"text\">a</div>"))),
            ("messages2.html", telegram_page(&telegram_block(2, "Io", "15.01.2024 10:00:00 UTC+02:00", "<div class=\"text\">b</div>"))),
        ];
        let handed = |order: &[usize]| order.iter().map(|place| (files[*place].0, files[*place].1.as_bytes())).collect::<Vec<_>>();
        let straight = read_all(&handed(&[0, 1, 2, 3, 4]));
        prop_assert_eq!(straight.conversations.len(), 3);
        prop_assert_eq!(comparable(&read_all(&handed(&order))), comparable(&straight));
    }
}
