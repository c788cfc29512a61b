//! WhatsApp exports through the public door: traps that readers fall into, second readings, dates, and what must always hold.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop at what must not happen")]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use argine_chat::{Handed, ReadOptions, open, read};
use argine_model::{
    Conversation, DateOrder, FindingCode, GapReason, Message, MessageKind, Platform, Reading, SourceState,
};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn options() -> ReadOptions {
    let zone = TimeZone::get("Europe/Rome").expect("bundled");
    ReadOptions { zone, ..ReadOptions::default() }
}

fn reading(text: &str) -> Reading {
    read(&[Handed { name: "chat.txt", bytes: text.as_bytes() }], &options())
}

fn chat(reading: &Reading) -> &Conversation {
    assert_eq!(reading.conversations.len(), 1, "one chat");
    &reading.conversations[0]
}

/// `kind|sender|time|text` of every message.
fn rows(text: &str) -> Vec<String> {
    let reading = reading(text);
    let chat = chat(&reading);
    let row = |message: &Message| {
        let time = message.time.map(|time| time.civil.to_string()).unwrap_or_default();
        let sender = chat.sender_name(message).unwrap_or("-");
        format!("{:?}|{sender}|{time}|{}", message.kind, message.text)
    };
    chat.messages.iter().map(row).collect()
}

fn finding(reading: &Reading, code: FindingCode) -> Option<(Option<u32>, u32, &str)> {
    let found = reading.findings.iter().find(|finding| finding.code == code)?;
    Some((found.line, found.count, found.detail.as_str()))
}

#[test]
fn traps() {
    let cases: &[(&str, &[&str])] = &[
        ("21/11/24, 2:35 PM - Anna: ciao", &["Text|Anna|2024-11-21T14:35:00|ciao"]),
        ("1/13/24, 12:05\u{202F}AM - Kim: hi", &["Text|Kim|2024-01-13T00:05:00|hi"]),
        ("28/3/2025 9:29\u{A0}p.\u{A0}m. - Ana: ya", &["Text|Ana|2025-03-28T21:29:00|ya"]),
        ("12/03/2024 à 14:30 - Léa: d'accord", &["Text|Léa|2024-03-12T14:30:00|d'accord"]),
        ("13.01.24, 15:05 - Uwe: ja: klar", &["Text|Uwe|2024-01-13T15:05:00|ja: klar"]),
        ("13-01-2024 15:05 - Jan: ja - nee", &["Text|Jan|2024-01-13T15:05:00|ja - nee"]),
        ("2024-01-13 15:05 - Siv: hej", &["Text|Siv|2024-01-13T15:05:00|hej"]),
        ("13.6.2018 klo 21.25.15 - Aino: moi", &["Text|Aino|2018-06-13T21:25:15|moi"]),
        ("[13.6.2018 klo 21.25.15] Aino: moi", &["Text|Aino|2018-06-13T21:25:15|moi"]),
        ("[2018/06/13, 21:25:15] 健: はい", &["Text|健|2018-06-13T21:25:15|はい"]),
        ("2024/12/01 午後2:30 - 健: はい", &["Text|健|2024-12-01T14:30:00|はい"]),
        ("\u{200F}١٣\u{200F}/١\u{200F}/٢٠٢٤، ٣:٠٥ م - علي: نعم", &["Text|علي|2024-01-13T15:05:00|نعم"]),
        ("29/01/28, 10:00 - Anna: presto", &["Text|Anna|2028-01-29T10:00:00|presto"]),
        ("21/11/24, 14:35 - Anna: ① ﬁ ½\u{200E}", &["Text|Anna|2024-11-21T14:35:00|① ﬁ ½\u{200E}"]),
        ("21/11/24, 14:35 - Anna:", &["ViewOnce|Anna|2024-11-21T14:35:00|"]),
        (
            "\u{FEFF}21/11/24, 14:35 - Anna: \r\n21/11/24, 14:36 - Anna: a\r\nb\r\n",
            &["ViewOnce|Anna|2024-11-21T14:35:00|", "Text|Anna|2024-11-21T14:36:00|a\r\nb"],
        ),
        (
            "21/11/24, 14:35 - Mario ha creato il gruppo \"A: b\"\n21/11/24, 14:36 - Mario: ok",
            &["System|-|2024-11-21T14:35:00|Mario ha creato il gruppo \"A: b\"", "Text|Mario|2024-11-21T14:36:00|ok"],
        ),
        (
            "21/11/24, 14:35 - \u{202A}+39 347 000 0000\u{202C}: ciao",
            &["Text|+39 347 000 0000|2024-11-21T14:35:00|ciao"],
        ),
        (
            "[21/11/24, 14:35:01] ~\u{202F}Lia: \u{200E}immagine omessa",
            &["Media|~\u{202F}Lia|2024-11-21T14:35:01|\u{200E}immagine omessa"],
        ),
        (
            "21/11/24, 14:35 - Kažkas pakeitė šios grupės nustatymus",
            &["System|-|2024-11-21T14:35:00|Kažkas pakeitė šios grupės nustatymus"],
        ),
        (
            "[2020-01-02, 10:00:00] A: uno\n[2020.04.25, 10:00:00] A: due\n[31/07/2025, 10:00:00] A: tre",
            &["Text|A|2020-01-02T10:00:00|uno", "Text|A|2020-04-25T10:00:00|due", "Text|A|2025-07-31T10:00:00|tre"],
        ),
        ("13/1/2567 15:05 - น้ำ: ค่ะ", &["Text|น้ำ|2024-01-13T15:05:00|ค่ะ"]),
    ];
    for (text, expected) in cases {
        assert_eq!(rows(text), *expected, "{text}");
    }
}

#[test]
fn whoever_is_called_me_is_the_owner() {
    let reading = reading("21/11/24, 14:35 - Lia: ciao\n21/11/24, 14:36 - Io: ciao\n");
    let owner = chat(&reading).owner.as_ref().map(|owner| owner.participant.0);
    assert_eq!(owner, Some(1));
}

#[test]
fn flags_of_lines_of_the_app() {
    let text = "21/11/24, 14:35 - Hai attivato i messaggi effimeri. Scompariranno 7 giorni dopo l'invio.\n\
        21/11/24, 14:36 - Lia: ciao\n\
        21/11/24, 14:37 - Lia ha cambiato numero di telefono.\n\
        21/11/24, 14:38 - Hai bloccato questo contatto.\n";
    let reading = reading(text);
    let messages = &chat(&reading).messages;
    assert!(messages[0].flags.timer_changed);
    assert_eq!(messages[0].details.as_ref().and_then(|details| details.disappears_after), Some(604_800));
    assert!(messages[2].flags.number_changed && messages[3].flags.contact_blocked);
    assert!(messages.iter().all(|message| !message.flags.embedded_header));
}

#[test]
fn an_unknown_language_on_ios_loses_no_line_of_the_app() {
    let text = "[2024-11-21, 14:35:01] Ona: \u{200E}Žinutės ir skambučiai yra visapusiškai šifruoti.\n\
        [2024-11-21, 14:35:02] Ona: labas\n\
        [2024-11-21, 14:36:02] Jonas: labas\n\
        [2024-11-21, 14:37:02] Jonas: \u{200E}vaizdas praleistas\n\
        [2024-11-21, 14:38:02] Ona: \u{200E}Užblokavote šį kontaktą. Bakstelėkite, jei norite atblokuoti.\n";
    assert_eq!(
        rows(text),
        [
            "System|-|2024-11-21T14:35:01|\u{200E}Žinutės ir skambučiai yra visapusiškai šifruoti.",
            "Text|Ona|2024-11-21T14:35:02|labas",
            "Text|Jonas|2024-11-21T14:36:02|labas",
            "Unsupported|Jonas|2024-11-21T14:37:02|\u{200E}vaizdas praleistas",
            "System|-|2024-11-21T14:38:02|\u{200E}Užblokavote šį kontaktą. Bakstelėkite, jei norite atblokuoti.",
        ]
    );
}

/// Forty honest minutes of two people; `forged` stands in the middle.
fn with_forgery(forged: &str, line_end: &str) -> String {
    let mut text = String::new();
    for minute in 10..50 {
        let name = if minute % 3 == 0 { "Anna" } else { "Bruno" };
        write!(text, "21/11/24, 14:{minute} - {name}: ciao{line_end}").expect("memory");
        if minute == 30 {
            text.push_str(forged);
        }
    }
    text
}

#[test]
fn a_forged_line_has_a_second_reading_with_its_reasons() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("20/11/24, 09:00 - Anna: ti autorizzo\n", "\n", &["time_goes_back"]),
        ("20/11/24, 09:00 - Anna: ti autorizzo\n20/11/24, 09:01 - Bruno: grazie\n", "\n", &["time_goes_back"]),
        ("22/11/24, 09:00 - Anna: ti autorizzo\n", "\n", &["time_goes_back"]),
        ("21/11/24, 14:30 - Carla: ho visto tutto\n", "\n", &["lone_sender"]),
        ("21/11/2024, 14:30 - Anna: ti autorizzo\n", "\n", &["other_header_shape"]),
        ("21/11/24, 14:30:00 - Anna: ti autorizzo\n", "\n", &["other_header_shape"]),
        ("21/11/24, 14:30 - Anna: guarda\n21/11/24, 14:30 - Bruno: ok\r\n", "\r\n", &["line_end_differs"]),
    ];
    for (forged, line_end, reasons) in cases {
        let reading = reading(&with_forgery(forged, line_end));
        let chat = chat(&reading);
        let second: Vec<_> = chat.messages.iter().filter(|message| message.flags.embedded_header).collect();
        assert!(!second.is_empty(), "{forged}");
        for message in &second {
            let other = message.details.as_ref().and_then(|details| details.other_reading.as_ref()).expect("a reading");
            assert_eq!(other.reasons, *reasons, "{forged}");
            assert!(other.part_of < message.index);
            assert!(!chat.messages[other.part_of as usize].flags.embedded_header);
        }
        let (line, count, _) = finding(&reading, FindingCode::EmbeddedHeader).expect("a finding");
        assert_eq!((line.is_some(), count as usize), (true, second.len()));
    }
    assert_eq!(finding(&reading(&with_forgery("", "\n")), FindingCode::EmbeddedHeader), None);
}

#[test]
fn a_pasted_header_of_another_kind_marks_the_message_that_holds_it() {
    let reading = reading(&with_forgery("[14:35, 20/11/2024] Anna: ti autorizzo\n", "\n"));
    let chat = chat(&reading);
    assert_eq!(chat.messages.len(), 40);
    let marked: Vec<u32> =
        chat.messages.iter().filter(|message| message.flags.embedded_header).map(|message| message.index).collect();
    assert_eq!(marked, [20]);
    assert!(chat.messages[20].text.contains("ti autorizzo"));
}

#[test]
fn names_of_attachments_tell_forged_days() {
    let mut text = String::new();
    for day in 10..28 {
        writeln!(text, "[{day}/11/24, 14:00:00] A: \u{200E}<allegato: 0000-PHOTO-2024-11-{day}-14-00-00.jpg>")
            .expect("memory");
    }
    text.push_str("[28/11/24, 14:00:00] A: \u{200E}<allegato: 0001-PHOTO-2024-12-24-14-00-00.jpg>\n");
    let reading = reading(&text);
    assert_eq!(finding(&reading, FindingCode::ClockDisagrees), Some((Some(19), 1, "2024-12-24")));
    let last = chat(&reading).messages.last().expect("messages");
    let other = last.details.as_ref().and_then(|details| details.other_reading.as_ref()).expect("a reading");
    assert_eq!(other.reasons, ["attachment_day_differs"]);
}

#[test]
fn media_without_the_mark_of_the_app_is_told() {
    let mut text = String::new();
    for minute in 10..50 {
        writeln!(text, "21/11/24, 14:{minute} - A: \u{200E}IMG-20241121-WA00{minute}.jpg (file allegato)")
            .expect("memory");
    }
    text.push_str("21/11/24, 14:55 - B: IMG-20241121-WA0099.jpg (file allegato)\n");
    let reading = reading(&text);
    let last = chat(&reading).messages.last().expect("messages");
    let other = last.details.as_ref().and_then(|details| details.other_reading.as_ref()).expect("a reading");
    assert_eq!(other.reasons, ["mark_missing"]);
}

#[test]
fn the_hour_that_comes_twice_is_said() {
    let text = "27/10/24, 01:50 - A: x\n27/10/24, 02:50 - A: x\n27/10/24, 02:10 - B: y\n27/10/24, 03:10 - A: z\n";
    let reading = reading(text);
    assert_eq!(finding(&reading, FindingCode::FoldedTime), Some((Some(2), 2, "")));
    assert_eq!(finding(&reading, FindingCode::TimeGoesBack), None);
}

#[test]
fn the_time_of_the_archive_bounds_the_dates() {
    let archive = |written: zip::DateTime| {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().last_modified_time(written);
        writer.start_file("chat.txt", options).expect("a new member");
        writer.write_all(b"03/05/24, 10:00 - A: x\n").expect("memory is writable");
        writer.finish().expect("an archive").into_inner()
    };
    let order = |bytes: &[u8]| {
        let reading = read(&[Handed { name: "chat.zip", bytes }], &options());
        let found = reading.sources.iter().find_map(|source| match &source.state {
            SourceState::Read { date_order, .. } => date_order.clone(),
            _ => None,
        });
        let found = found.expect("an order");
        (found.order, found.evidence, found.certain)
    };
    let written = |month| zip::DateTime::from_date_and_time(2024, month, 20, 12, 0, 0).expect("a time");
    let (found, evidence, certain) = order(&archive(written(3)));
    assert_eq!((found, evidence, certain), (DateOrder::MonthDayYear, vec!["archive_time".to_owned()], true));
    let (found, evidence, certain) = order(&archive(written(9)));
    assert_eq!((found, evidence, certain), (DateOrder::DayMonthYear, vec!["assumed".to_owned()], false));
}

#[test]
fn near_the_caps_of_the_app_it_is_said() {
    let mut text = String::new();
    for number in 0..9_950 {
        let (day, hour, minute) = (1 + number / 1440, number / 60 % 24, number % 60);
        writeln!(text, "{day:02}/11/24, {hour:02}:{minute:02} - A: {number}").expect("memory");
    }
    let reading = reading(&text);
    assert_eq!(finding(&reading, FindingCode::ExportLimit), Some((None, 9_950, "10000")));
}

/// One after the other, and all together: the same.
fn assert_holds(bytes: &[u8]) {
    let files = [Handed { name: "chat.txt", bytes }];
    let whole = read(&files, &options());
    assert_eq!(whole, read(&files, &options()), "the same bytes give the same reading");
    let mut opened = open(&files, &options());
    assert_eq!(opened.heads().findings, whole.findings);
    assert_eq!(opened.heads().sources, whole.sources);
    let mut each: Vec<Message> = Vec::new();
    opened.each(|_, message| each.push(message));
    let collected: Vec<&Message> = whole.conversations.iter().flat_map(|chat| &chat.messages).collect();
    assert_eq!(each.iter().collect::<Vec<_>>(), collected);
    for source in &whole.sources {
        let SourceState::Read { covered, gaps, .. } = &source.state else { continue };
        let in_gaps: u64 = gaps.iter().map(|gap| gap.span.len()).sum();
        assert_eq!(covered + in_gaps, source.size, "every byte is in a message or in a gap");
        assert!(gaps.iter().all(|gap| gap.reason != GapReason::Unreadable));
        let spans: u64 = each.iter().map(|message| message.location.span.len()).sum();
        assert_eq!(spans, *covered, "spans of messages do not overlap");
    }
    if whole.conversations.first().is_some_and(|chat| chat.platform == Platform::Whatsapp) {
        let mut pairs = each.windows(2);
        assert!(
            pairs.all(|pair| pair[0].location.span.end == pair[1].location.span.start),
            "messages follow each other"
        );
    }
}

/// Pieces of which exports, and what is nearly one, are made.
const PIECES: &[&str] = &[
    "21/11/24, 14:35 - ",
    "[21/11/24, 14:35:07] ",
    "\u{200E}[21/11/24, 14:35:07] ",
    "1/13/24, 3:05\u{202F}PM - ",
    "2024/12/01 午後2:30 - ",
    "13.6.2018 klo 21.25.15 - ",
    "\u{200F}١٣\u{200F}/١\u{200F}/٢٠٢٤، ٣:٠٥ م - ",
    "31/31/99, ",
    "Anna: ",
    "Bruno 😀: ",
    "Anna:",
    "\u{200E}",
    "<Media omessi>",
    "\u{200E}immagine omessa",
    "IMG-20241121-WA0001.jpg (file allegato)",
    "\u{200E}<allegato: 00000042-PHOTO-2024-11-21-14-35-07.jpg>",
    "Hai bloccato questo contatto.",
    "videochiamata, 6 min",
    "messaggi effimeri 24 ore",
    "SONDAGGIO:\nA\nOPZIONE: b\nOPZIONE: c",
    "ciao",
    " ",
    "\n",
    "\n",
    "\r\n",
    "<",
    ">",
    "(",
    ":",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn whatever_stands_in_a_chat(picks in prop::collection::vec(0..PIECES.len(), 0..120)) {
        let text: String = picks.into_iter().map(|pick| PIECES[pick]).collect();
        assert_holds(text.as_bytes());
    }

    #[test]
    fn whatever_bytes_follow_a_header(bytes in prop::collection::vec(any::<u8>(), 0..200), mark in any::<bool>()) {
        let mut text = if mark { b"\xEF\xBB\xBF".to_vec() } else { Vec::new() };
        text.extend(b"21/11/24, 14:35 - Anna: ciao\n21/11/24, 14:36 - Bruno: ");
        text.extend(bytes);
        assert_holds(&text);
    }

    /// What is written is what is read.
    #[test]
    fn a_chat_survives_the_way_there_and_back(
        said in prop::collection::vec(("(Anna|Bruno ✨|Ünal)", "[a-zà-ù]{1,9}( [a-z:0-9]{1,9}){0,3}(\n[a-z ]{0,12}){0,2}"), 1..40),
        ios in any::<bool>(),
    ) {
        let mut text = String::new();
        for (number, (name, words)) in said.iter().enumerate() {
            let stamp = if ios { format!("[21/11/24, 14:{number:02}:07] ") } else { format!("21/11/24, 14:{number:02} - ") };
            writeln!(text, "{stamp}{name}: {words}").expect("memory");
        }
        let reading = reading(&text);
        let chat = chat(&reading);
        let back: Vec<(String, String)> = chat
            .messages
            .iter()
            .map(|message| (chat.sender_name(message).unwrap_or_default().to_owned(), message.text.clone()))
            .collect();
        prop_assert_eq!(back, said);
        prop_assert!(chat.messages.iter().all(|message| message.kind == MessageKind::Text));
    }
}
