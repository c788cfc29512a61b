//! Instagram, Messenger and Facebook, in JSON and HTML.

use super::*;

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
fn two_folders_are_two_threads_whatever_the_files_say() {
    let file = |name: &str, words: &str| part("inbox/zoe_17841", name, &[said(name, 1_732_199_900_000, words)]);
    let folder = "your_instagram_activity/messages";
    let download = archive(&[
        (&format!("{folder}/inbox/zoe_17841/message_1.json"), &file("Zoe", "ciao")),
        (&format!("{folder}/message_requests/ugo_9/message_1.json"), &file("Ugo", "ho il tuo video")),
    ]);
    let reading = read_all(&[("download.zip", &download)]);
    let said: Vec<Vec<&str>> = reading.conversations.iter().map(views).collect();
    assert_eq!(said, [["ciao"], ["ho il tuo video"]]);
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
