//! Telegram, in JSON and HTML.

use super::*;

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
