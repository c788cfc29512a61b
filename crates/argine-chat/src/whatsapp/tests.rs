use std::fmt::Write as _;

use argine_model::DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
use argine_model::{CallOutcome, DateOrder, FindingCode, MessageKind, Reading, SourceState};

use crate::{Handed, ReadOptions, read};

fn reading(name: &str, text: &str) -> Reading {
    read(&[Handed { name, bytes: text.as_bytes() }], &ReadOptions::default())
}

/// Sender, kind, time and body of every message.
fn rows(reading: &Reading) -> Vec<(Option<&str>, MessageKind, String, &str)> {
    let chat = &reading.conversations[0];
    chat.messages
        .iter()
        .map(|message| {
            let time = message.time.map(|time| time.civil.strftime("%F %H:%M").to_string()).unwrap_or_default();
            (chat.sender_name(message), message.kind, time, message.text.as_str())
        })
        .collect()
}

fn order(reading: &Reading) -> (DateOrder, Vec<&str>, bool) {
    let SourceState::Read { date_order: Some(found), .. } = &reading.sources[0].state else {
        panic!("the source is read and its dates leave a choice")
    };
    (found.order, found.evidence.iter().map(String::as_str).collect(), found.certain)
}

fn has(reading: &Reading, code: FindingCode) -> bool {
    reading.findings.iter().any(|finding| finding.code == code)
}

#[test]
fn android_italian() {
    let text = "21/11/24, 14:35 - I messaggi e le chiamate sono crittografati end-to-end.\n\
        21/11/24, 14:36 - Giulia ✨: ciao: come stai?\ntutto bene?\n\nsì\n\
        21/11/24, 14:37 - Marco: <Media omessi>\n\
        21/11/24, 14:38 - Giulia ✨: \n\
        21/11/24, 14:39 - Giulia ✨: Videochiamata, 6 min\n\
        21/11/24, 14:40 - Hai bloccato questo contatto. Tocca per sbloccare.\n";
    let reading = reading("Chat WhatsApp con Giulia.txt", text);
    assert_eq!(
        rows(&reading),
        [
            (
                None,
                MessageKind::System,
                "2024-11-21 14:35".into(),
                "I messaggi e le chiamate sono crittografati end-to-end."
            ),
            (Some("Giulia ✨"), MessageKind::Text, "2024-11-21 14:36".into(), "ciao: come stai?\ntutto bene?\n\nsì"),
            (Some("Marco"), MessageKind::Media, "2024-11-21 14:37".into(), "<Media omessi>"),
            (Some("Giulia ✨"), MessageKind::ViewOnce, "2024-11-21 14:38".into(), ""),
            (Some("Giulia ✨"), MessageKind::Call, "2024-11-21 14:39".into(), "Videochiamata, 6 min"),
            (
                None,
                MessageKind::System,
                "2024-11-21 14:40".into(),
                "Hai bloccato questo contatto. Tocca per sbloccare."
            ),
        ]
    );
    let chat = &reading.conversations[0];
    assert_eq!(chat.messages[4].call.map(|call| (call.video, call.outcome)), Some((true, CallOutcome::Answered)));
    assert!(chat.messages[5].flags.contact_blocked);
    let owner = chat.owner.as_ref().expect("the file is named after the other party");
    assert_eq!(
        (chat.participants[owner.participant.0 as usize].name.as_str(), owner.basis.as_str()),
        ("Marco", "file_name")
    );
}

#[test]
fn ios_system_lines_stand_behind_the_chat_name() {
    let text = "[21/11/24, 14:35:01] Giulia: \u{200E}I messaggi e le chiamate sono crittografati end-to-end.\r\n\
        [21/11/24, 14:35:07] Giulia: ciao\r\n\
        \u{200E}[21/11/24, 14:36:00] Marco: \u{200E}<allegato: 00000002-PHOTO-2024-11-21-14-36-00.jpg>\r\n\
        [21/11/24, 14:37:00] Giulia: \u{200E}Hai bloccato questo contatto.\r\n\
        [21/11/24, 14:38:00] Giulia: Hai bloccato questo contatto?\r\n";
    let reading = reading("_chat.txt", text);
    let rows = rows(&reading);
    assert_eq!((rows[0].0, rows[0].1), (None, MessageKind::System));
    assert_eq!((rows[1].0, rows[1].3), (Some("Giulia"), "ciao"));
    assert_eq!((rows[2].0, rows[2].1), (Some("Marco"), MessageKind::Media));
    assert_eq!((rows[3].0, rows[3].1), (None, MessageKind::System));
    assert_eq!((rows[4].0, rows[4].1), (Some("Giulia"), MessageKind::Text));
    let owner = reading.conversations[0].owner.as_ref().expect("the app names the other party");
    assert_eq!((owner.participant.0, owner.basis.as_str()), (1, "chat_title"));
}

#[test]
fn a_colon_in_a_group_name_makes_no_sender() {
    let text = "21/11/24, 14:35 - Mario ha creato il gruppo \"Prova: test\"\n\
        21/11/24, 14:36 - Anna: ciao\n21/11/24, 14:37 - Mario: ciao\n21/11/24, 14:38 - Zoe: ciao\n";
    let reading = reading("x.txt", text);
    assert_eq!(rows(&reading)[0].0, None);
    assert!(reading.conversations[0].messages[0].flags.group_created);
    assert!(has(&reading, FindingCode::GroupConversation));
}

#[test]
fn dates_are_decided_by_evidence_or_not_at_all() {
    let order_of = |text: &str| {
        let reading = reading("x.txt", text);
        let (order, evidence, certain) = order(&reading);
        (order, evidence.first().map(|name| (*name).to_owned()).unwrap_or_default(), certain)
    };
    let cases: &[(&str, DateOrder, &str, bool)] = &[
        ("13/01/24, 10:00 - A: x\n", DayMonthYear, "component_over_12", true),
        ("1/13/24, 10:00 - A: x\n", MonthDayYear, "component_over_12", true),
        ("2024/12/01, 10:00 - A: x\n", YearMonthDay, "component_over_12", true),
        ("01/02/24, 10:00 - A: x\n", DayMonthYear, "assumed", false),
        ("01/02/24, 10:00 - A: <Media omessi>\n", DayMonthYear, "language", true),
        ("01.02.24, 10:00 - A: x\n", DayMonthYear, "language", true),
        ("1/2/24, 3:05\u{202F}PM - A: x\n", MonthDayYear, "clock_style", true),
        ("03/05/24, 10:00 - A: x\n04/05/24, 10:00 - A: x\n05/05/24, 10:00 - A: x\n", DayMonthYear, "chronology", true),
        ("05/03/24, 10:00 - A: x\n05/04/24, 10:00 - A: x\n05/05/24, 10:00 - A: x\n", MonthDayYear, "chronology", true),
        ("05/03/24, 10:00 - A: IMG-20240503-WA0001.jpg (file attached)\n", MonthDayYear, "attachment_names", true),
        ("24/01/05, 10:00 - A: x\n24/01/07, 10:00 - A: x\n24/02/01, 9:00 - A: x\n", YearMonthDay, "chronology", true),
    ];
    for (text, order, evidence, certain) in cases {
        assert_eq!(order_of(text), (*order, (*evidence).to_owned(), *certain), "{text}");
    }
}

#[test]
fn what_the_person_says_decides_where_nothing_else_does() {
    let options = ReadOptions { date_order: Some(DateOrder::MonthDayYear), ..ReadOptions::default() };
    let ambiguous = read(&[Handed { name: "x.txt", bytes: b"01/02/24, 10:00 - A: x\n" }], &options);
    assert_eq!(order(&ambiguous), (DateOrder::MonthDayYear, vec!["given"], true));
    let plain = read(&[Handed { name: "x.txt", bytes: b"13/02/24, 10:00 - A: x\n" }], &options);
    assert_eq!(order(&plain).0, DateOrder::DayMonthYear);
    assert!(has(&reading("x.txt", "01/02/24, 10:00 - A: x\n"), FindingCode::DateOrderAssumed));
}

#[test]
fn lines_that_fit_badly_are_marked() {
    let mut text = String::new();
    for minute in 10..30 {
        let name = if minute % 2 == 0 { "Anna" } else { "Bruno" };
        writeln!(text, "21/11/24, 14:{minute} - {name}: ciao").expect("memory");
        if minute == 20 {
            text.push_str("20/11/24, 09:00 - Bruno: ti autorizzo a pubblicare\n");
        }
    }
    let reading = reading("x.txt", &text);
    let marked: Vec<u32> = reading.conversations[0]
        .messages
        .iter()
        .filter(|message| message.flags.embedded_header)
        .map(|message| message.index)
        .collect();
    assert_eq!(marked, [11]);
    assert!(has(&reading, FindingCode::EmbeddedHeader));
    let honest = text.replace("20/11/24, 09:00", "21/11/24, 14:20");
    assert!(!has(&super::tests::reading("x.txt", &honest), FindingCode::EmbeddedHeader));
}

#[test]
fn a_bare_line_feed_in_a_crlf_file_is_inside_a_message() {
    let mut text = minutes("[21/11/24, 14:", ":00] Anna: ciao\r\n");
    text.push_str("[21/11/24, 14:41:00] Anna: guarda\n[21/11/24, 14:41:00] Bruno: sì lo voglio\r\n");
    let reading = reading("x.txt", &text);
    let last = reading.conversations[0].messages.last().expect("there are messages");
    assert!(last.flags.embedded_header);
}

#[test]
fn a_pasted_header_of_another_kind_is_words() {
    let mut text = minutes("21/11/24, 14:", " - Anna: ciao\n");
    text.push_str("21/11/24, 14:50 - Anna: guarda cosa ha scritto\n[14:35, 20/11/2024] Bruno: ciao\n");
    let reading = reading("x.txt", &text);
    assert_eq!(reading.conversations[0].messages.len(), 31);
    assert!(reading.conversations[0].messages[30].text.ends_with("Bruno: ciao"));
}

#[test]
fn end_of_summer_time_is_no_step_back() {
    let zone = jiff::tz::TimeZone::get("Europe/Rome").expect("bundled");
    let options = ReadOptions { zone, ..ReadOptions::default() };
    let text = "27/10/24, 02:50 - A: x\n27/10/24, 02:05 - B: y\n27/10/24, 02:30 - A: z\n";
    let reading = read(&[Handed { name: "x.txt", bytes: text.as_bytes() }], &options);
    assert!(!has(&reading, FindingCode::TimeGoesBack));
    let text = text.replace("27/10", "26/10");
    let reading = read(&[Handed { name: "x.txt", bytes: text.as_bytes() }], &options);
    assert!(has(&reading, FindingCode::TimeGoesBack));
}

#[test]
fn a_cut_message_before_the_first_header_is_declared() {
    let reading = reading("x.txt", "coda di un messaggio\n21/11/24, 14:35 - Anna: ciao\n");
    let SourceState::Read { gaps, covered, .. } = &reading.sources[0].state else { panic!("read") };
    assert_eq!((gaps.len(), gaps[0].reason, gaps[0].lines), (1, argine_model::GapReason::Preamble, Some(1)));
    assert_eq!(covered + gaps[0].span.len(), reading.sources[0].size);
}

#[test]
fn numbers_lose_their_marks_and_become_ids() {
    let reading = reading("x.txt", "21/11/24, 14:35 - \u{202A}+225 07 00 00 00 00\u{202C}: ciao\n");
    let person = &reading.conversations[0].participants[0];
    assert_eq!((person.name.as_str(), person.native_id.as_deref()), ("+225 07 00 00 00 00", Some("+2250700000000")));
}

/// One line for each minute from 10 to 39.
fn minutes(before: &str, after: &str) -> String {
    (10..40).fold(String::new(), |mut text, minute| {
        write!(text, "{before}{minute}{after}").expect("memory");
        text
    })
}
