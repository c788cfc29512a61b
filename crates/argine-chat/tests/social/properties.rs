//! What holds for any bytes, in any order.

use super::*;

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
