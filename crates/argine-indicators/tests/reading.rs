//! How values are read that were not plainly written: marked by the app, in pieces, from pictures, on look-alike hosts.

use argine_indicators::{Part, Traces, scan, scan_text};
use argine_model::{
    ByteSpan, Conversation, ConversationKind, Entity, IndicatorKind, Location, Message, MessageDetails, MessageFlags,
    MessageKind, ParticipantIndex, PixelArea, Platform, ReadWord, SourceIndex,
};

const OWNER: ParticipantIndex = ParticipantIndex(0);
const OTHER: ParticipantIndex = ParticipantIndex(1);
const IBAN: &str = "IT60X0542811101000000123456";

fn message(index: u32, text: &str, details: Option<MessageDetails>) -> Message {
    Message {
        index,
        location: Location { source: SourceIndex(0), span: ByteSpan { start: 0, end: 0 }, line: None },
        kind: MessageKind::Text,
        sender: Some(OTHER),
        time: None,
        text: text.to_owned(),
        repaired: None,
        caption: None,
        attachments: Vec::new(),
        call: None,
        flags: MessageFlags::default(),
        details: details.map(Box::new),
    }
}

fn traces(messages: Vec<Message>) -> Traces {
    let conversation = Conversation {
        id: "test".to_owned(),
        platform: Platform::Telegram,
        kind: ConversationKind::Direct,
        title: None,
        participants: Vec::new(),
        owner: None,
        messages,
    };
    scan(&conversation, Some(OWNER), Some(OTHER))
}

fn values(traces: &Traces) -> Vec<(IndicatorKind, &str, Vec<&str>)> {
    let each = traces.indicators.iter();
    each.map(|found| (found.kind, found.value.as_str(), found.reading.iter().map(String::as_str).collect())).collect()
}

#[test]
fn what_the_app_marked_is_checked_and_said() {
    let text = "chiama 3331234567 o vai qui, carta 4111111111111112";
    let entity = |start: u64, end: u64, kind: &str, target: Option<&str>| Entity {
        span: ByteSpan { start, end },
        kind: kind.to_owned(),
        target: target.map(str::to_owned),
    };
    let entities = vec![
        entity(7, 17, "phone", None),
        entity(24, 27, "text_link", Some("https://paypa1.com/luna")),
        entity(35, 51, "bank_card", None),
        entity(900, 901, "phone", None),
        entity(0, 6, "bold", None),
    ];
    let traces = traces(vec![message(0, text, Some(MessageDetails { entities, ..MessageDetails::default() }))]);
    assert_eq!(
        values(&traces),
        [
            (IndicatorKind::Phone, "+393331234567", vec!["marked_by_app"]),
            (IndicatorKind::Card, "4111111111111112", vec!["marked_by_app"]),
            (IndicatorKind::Url, "https://paypa1.com/luna", vec!["marked_by_app"]),
        ]
    );
    assert_eq!(traces.indicators[1].validity.holds(), Some(false));
    assert_eq!(traces.indicators[2].variety, "look_alike");
}

#[test]
fn an_iban_over_lines_or_messages_is_one() {
    let lines = scan_text("IBAN: IT60 X054 2811\n1010 0000 0123 456");
    assert_eq!(values(&lines), [(IndicatorKind::Iban, IBAN, vec!["joined_lines"])]);
    let parts = traces(vec![
        message(0, "scrivi bene: IT60X 05428", None),
        message(1, "11101 0000", None),
        message(2, "00123456", None),
    ]);
    assert_eq!(values(&parts), [(IndicatorKind::Iban, IBAN, vec!["joined_messages"])]);
    let places: Vec<_> =
        parts.indicators[0].mentions.iter().map(|place| (place.message, place.start, place.end)).collect();
    assert_eq!(places, [(0, 13, 24), (1, 0, 10), (2, 0, 8)]);
    // One wrong digit, and there is nothing to join.
    let wrong = traces(vec![message(0, "scrivi bene: IT60X 05428", None), message(1, "11101 000000123457", None)]);
    assert_eq!(values(&wrong), []);
}

#[test]
fn signs_that_a_reader_of_pictures_confuses_need_a_check_digit() {
    let read = |text: &str| {
        let area = PixelArea { left: 0, top: 0, width: 1, height: 1 };
        let words = vec![ReadWord { text: text.to_owned(), area, confidence: 80 }];
        traces(vec![message(0, text, Some(MessageDetails { read_words: words, ..MessageDetails::default() }))])
    };
    let confused = vec!["confusable_characters"];
    assert_eq!(
        values(&read("bonifico lT6O X054 28lI I010 0000 0I23 4S6")),
        [(IndicatorKind::Iban, IBAN, confused.clone())]
    );
    assert_eq!(
        values(&read("postepay 4O23 6000 0000 00O2")),
        [(IndicatorKind::Card, "4023600000000002", confused.clone())]
    );
    assert_eq!(
        values(&read("wallet lA1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")),
        [(IndicatorKind::Crypto, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", confused)]
    );
    assert_eq!(values(&read("bonifico lT6O X054 28lI I010 0000 0I23 4S7")), []);
    // Text that somebody typed is taken as it stands.
    assert_eq!(values(&traces(vec![message(0, "lT6O X054 28lI I010 0000 0I23 4S6", None)])), []);
}

#[test]
fn an_account_that_money_is_wanted_on_is_a_conduit() {
    let found =
        traces(vec![message(0, &format!("manda i soldi a {IBAN}, intestata a mario rossi, t.me/luna_x9"), None)]);
    let parts: Vec<Part> = found.indicators.iter().map(Part::of).collect();
    assert_eq!(parts, [Part::Conduit, Part::Conduit, Part::Perpetrator, Part::Perpetrator], "{:?}", values(&found));
}

#[test]
fn references_that_words_name() {
    let check = |text: &str, kind: IndicatorKind, variety: &str, value: &str| {
        let traces = scan_text(text);
        let found = traces.indicators.iter().find(|found| found.variety == variety);
        assert_eq!(found.map(|found| (found.kind, found.value.as_str())), Some((kind, value)), "{text}");
    };
    check("BIC: BPMOIT22XXX per il bonifico", IndicatorKind::Account, "bic", "BPMOIT22XXX");
    check("CRO 12345678920", IndicatorKind::Account, "cro", "12345678920");
    check("ricevuta paypal 8AB12345CD678901E", IndicatorKind::Account, "paypal_transaction", "8AB12345CD678901E");
    check("ti vedo da 203.0.113.9", IndicatorKind::Url, "ip", "203.0.113.9");
    check("ipv6 2001:db8::1 ok", IndicatorKind::Url, "ip", "2001:db8::1");
    let hash = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b";
    check(&format!("txid {hash}"), IndicatorKind::Crypto, "transaction", hash);
    for nothing in [&format!("sha256 {hash}")[..], "alle 18:30 al 12", "versione 1.2.3.4.5", "SWIFTAMENTE bene"] {
        assert_eq!(values(&scan_text(nothing)), [], "{nothing}");
    }
}

#[test]
fn days_and_lengths() {
    let days = |text: &str| -> Vec<String> {
        scan_text(text)
            .days
            .iter()
            .map(|day| format!("{}{}", day.day, if day.either_order { "?" } else { "" }))
            .collect()
    };
    assert_eq!(days("il 12 marzo 2025"), ["2025-03-12"]);
    assert_eq!(days("on March 3rd, 2025 and 2025-03-14"), ["2025-03-03", "2025-03-14"]);
    assert_eq!(days("le 1er mai 2024"), ["2024-05-01"]);
    assert_eq!(days("el 3 de mayo del 2025"), ["2025-05-03"]);
    assert_eq!(days("25/12/2025"), ["2025-12-25"]);
    assert_eq!(days("05/04/2025"), ["2025-04-05?"]);
    for nothing in ["30/02/2025", "12.50", "3-2", "10/10", "marzo", "v1.2.2025a"] {
        assert_eq!(days(nothing), Vec::<String>::new(), "{nothing}");
    }
    let lengths = |text: &str| -> Vec<i64> { scan_text(text).lengths.iter().map(|length| length.seconds).collect() };
    assert_eq!(lengths("per tre settimane"), [1_814_400]);
    assert_eq!(lengths("3,5 ore"), [12_600]);
    assert_eq!(lengths("1 anno e 2 mesi"), [36_720_000]);
    assert_eq!(lengths("half an hour"), [1_800]);
    assert_eq!(lengths("una hora y media"), [5_400]);
    assert_eq!(lengths("ora non posso"), Vec::<i64>::new());
}

#[test]
fn small_change_belongs_to_the_sum() {
    let sums = |text: &str| -> Vec<f64> { scan_text(text).amounts.iter().map(|sum| sum.value).collect() };
    assert_eq!(sums("15 euro e 50"), [15.5]);
    assert_eq!(sums("3 dollars and 25 cents"), [3.25]);
    assert_eq!(sums("15 euro e 50 foto"), [15.0]);
    assert_eq!(sums("costa euro 50"), [50.0]);
    assert_eq!(sums("guardiamo euro 2024"), Vec::<f64>::new());
}
