use argine_model::{
    ByteSpan, Conversation, ConversationKind, ConversationTime, Grade, Indicator, IndicatorKind, Location, Message,
    MessageFlags, MessageKind, ParticipantIndex, Platform, Role, SourceIndex, TimeBasis, TimePrecision,
};
use jiff::civil;
use proptest::prelude::*;

use super::*;

const OWNER: ParticipantIndex = ParticipantIndex(0);
const OTHER: ParticipantIndex = ParticipantIndex(1);

/// A conversation of two, every message written on 5 January 2026 at 14:00.
fn conversation(lines: &[(ParticipantIndex, &str)]) -> Conversation {
    let time = ConversationTime {
        civil: civil::date(2026, 1, 5).at(14, 0, 0, 0),
        precision: TimePrecision::Minute,
        basis: TimeBasis::DeviceClock,
        instant: None,
    };
    let messages = lines.iter().zip(0..).map(|((sender, text), index)| Message {
        index,
        location: Location { source: SourceIndex(0), span: ByteSpan { start: 0, end: 0 }, line: None },
        kind: MessageKind::Text,
        sender: Some(*sender),
        time: Some(time),
        text: (*text).to_owned(),
        repaired: None,
        caption: None,
        attachments: Vec::new(),
        call: None,
        flags: MessageFlags::default(),
        details: None,
    });
    Conversation {
        id: "test".to_owned(),
        platform: Platform::Whatsapp,
        kind: ConversationKind::Direct,
        title: None,
        participants: Vec::new(),
        owner: None,
        messages: messages.collect(),
    }
}

fn found(text: &str) -> Vec<(IndicatorKind, String)> {
    scan_text(text).indicators.into_iter().map(|found| (found.kind, found.value)).collect()
}

#[track_caller]
fn check(text: &str, kind: IndicatorKind, value: &str) -> Indicator {
    let traces = scan_text(text);
    let indicator = traces.indicators.iter().find(|found| found.kind == kind && found.value == value).cloned();
    indicator.unwrap_or_else(|| panic!("{text:?}: no {kind:?} {value:?} among {:?}", found(text)))
}

#[track_caller]
fn check_none(text: &str) {
    assert_eq!(found(text), [], "{text}");
}

#[test]
fn phones() {
    use IndicatorKind::Phone;
    check("scrivimi su whatsapp +39 333 123 4567", Phone, "+393331234567");
    check("0039 333 1234567", Phone, "+393331234567");
    check("(+225) 07 12 34 56 78 chiama", Phone, "+2250712345678");
    check("il mio numero 333.123.4567 ok", Phone, "+393331234567");
    check("appelle moi au 06 12 34 56 78", Phone, "+33612345678");
    check("llámame al 612 345 678", Phone, "+34612345678");
    check("+44 (0)7911 123456", Phone, "+447911123456");
    check("whatsapp ３３３ １２３ ４５６７", Phone, "+393331234567");
    let weak = check("3331234567", Phone, "+393331234567");
    assert_eq!(weak.grade, Grade::C);
    check_none("ordine n. 3331234567");
    check_none("il 12/03/2024 alle 21:15");
    check_none("pacco 393331234567");
}

#[test]
fn mails() {
    use IndicatorKind::Email;
    check("scrivi a Luna.Prova+1@Example.co.uk.", Email, "luna.prova+1@example.co.uk");
    check("luna.prova chiocciola gmail punto com", Email, "luna.prova@gmail.com");
    check("luna (at) gmail (dot) com", Email, "luna@gmail.com");
    check("luna[at]gmail[.]com", Email, "luna@gmail.com");
    check("luna arroba gmail punto com", Email, "luna@gmail.com");
    check_none("ci vediamo at home dot");
}

#[test]
fn handles() {
    use IndicatorKind::Handle;
    check("aggiungimi @luna_x9 su telegram", Handle, "telegram:luna_x9");
    check("il mio insta è @Luna.Prova", Handle, "instagram:luna.prova");
    check("cercami: @luna_x9", Handle, "@luna_x9");
    check("ig: luna.prova", Handle, "instagram:luna.prova");
    check("https://www.instagram.com/luna.prova/?hl=it", Handle, "instagram:luna.prova");
    check("t.me/luna_x9", Handle, "telegram:luna_x9");
    check("https://t[.]me/luna_x9", Handle, "telegram:luna_x9");
    check("https://www.tiktok.com/@luna_x9", Handle, "tiktok:luna_x9");
    check("snapchat: luna_x9", Handle, "snapchat:luna_x9");
    assert!(found("https://www.instagram.com/p/Cabc123/").iter().all(|(kind, _)| *kind != Handle));
    assert!(found("https://t.me/+AbCdEf12345").iter().all(|(kind, _)| *kind != Handle));
    check_none("telegram: scrivimi qui dai");
    check_none("il mio insta è bello");
}

#[test]
fn links() {
    use IndicatorKind::Url;
    check("guarda https://Example.com/a_(b)?c=1, poi", Url, "https://example.com/a_(b)?c=1");
    check("(https://example.com/a)", Url, "https://example.com/a");
    check("hxxps://example[.]com/a", Url, "https://example.com/a");
    check("vai su www.example.org.", Url, "https://www.example.org");
    check("clicca bit.ly/3abcXYZ", Url, "https://bit.ly/3abcXYZ");
    check("example-sito.com", Url, "https://example-sito.com");
    check_none("ok.ciao come va.bene 12.50/ora");
    check_none("v2.18.8 e 3.5/10");
}

#[test]
fn ibans() {
    use IndicatorKind::Iban;
    // The examples of the registry (ISO 13616).
    for iban in [
        "IT60X0542811101000000123456",
        "FR1420041010050500013M02606",
        "ES9121000418450200051332",
        "DE89370400440532013000",
        "GB29NWBK60161331926819",
        "LT121000011101001000",
        "BE68539007547034",
        "SM86U0322509800000000270100",
        "PT50000201231234567890154",
        "MT84MALT011000012345MTLCAST001S",
    ] {
        let indicator = check(iban, Iban, iban);
        assert_eq!((indicator.validity.holds(), indicator.grade), (Some(true), Grade::A), "{iban}");
    }
    check("IBAN: IT60 X054 2811 1010 0000 0123 456 intestato", Iban, "IT60X0542811101000000123456");
    check("it60 x 05428 11101 000000123456", Iban, "IT60X0542811101000000123456");
    check("IT60\u{200b}X05428111\u{200d}01000000123456", Iban, "IT60X0542811101000000123456");
    let mistyped = check("iban IT60X0542811101000000123457", Iban, "IT60X0542811101000000123457");
    assert_eq!((mistyped.validity.holds(), mistyped.grade), (Some(false), Grade::C));
    check_none("IT60X0542811101000000123457");
    check_none("cod IT1169264800730121748140712");
    check_none("AIT60X0542811101000000123456");
}

#[test]
fn cards() {
    use IndicatorKind::Card;
    for card in ["4111111111111111", "5555555555554444", "378282246310005", "4012888888881881"] {
        let indicator = check(&format!("numero carta {card}"), Card, card);
        assert_eq!((indicator.validity.holds(), indicator.grade), (Some(true), Grade::A));
    }
    check("ricarica la postepay 4023 6000 0000 0002", Card, "4023600000000002");
    assert_eq!(check("postepay 4023600000000000", Card, "4023600000000000").validity.holds(), Some(false));
    check_none("4023 6000 0000 0000");
    check_none("id 4111111111111111");
    check_none("pacco 4111111111111112");
}

#[test]
fn tax_codes() {
    use IndicatorKind::Account;
    let check = |text: &str, value: &str| check(text, Account, value);
    assert_eq!(check("cf RSSMRA85T10A562S", "RSSMRA85T10A562S").variety, "codice_fiscale");
    check("rssmra85t10a562s", "RSSMRA85T10A562S");
    check("codice fiscale RSS MRA 85T10 A562S", "RSSMRA85T10A562S");
    assert_eq!(check("codice fiscale RSSMRA85T10A562T", "RSSMRA85T10A562T").validity.holds(), Some(false));
    check_none("RSSMRA85T10A562T");
}

#[test]
fn wallets() {
    let check = |text: &str, variety: &str| {
        let traces = scan_text(text);
        let crypto = traces.indicators.iter().find(|found| found.kind == IndicatorKind::Crypto);
        assert_eq!(crypto.map(|found| found.variety.as_str()), Some(variety), "{text}");
    };
    // Genesis block; BIP-173 and BIP-350 vectors; EIP-55 vectors.
    check("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "btc");
    check("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "btc");
    check("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "btc");
    check("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "eth");
    check("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "eth");
    check("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "eth");
    check("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", "eth");
    assert_eq!(
        super::tests::check(
            "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
            IndicatorKind::Crypto,
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
        )
        .grade,
        Grade::B
    );
    check_none("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb");
    check_none("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5");
    check_none("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3t4");
    // BIP-350: a version 1 programme with the checksum of BIP-173.
    check_none("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd");
    check_none("hash 5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
    let cut = super::tests::check(
        "manda bitcoin qui 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        IndicatorKind::Crypto,
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
    );
    assert_eq!((cut.validity.holds(), cut.grade), (Some(false), Grade::C));
}

#[test]
fn a_destination_tag_belongs_to_its_address() {
    // The account that the XRP ledger began with.
    let address = "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh";
    for text in ["manda xrp a {} tag 104523", "{}, destination tag: 104523", "{}?dt=104523"] {
        check(&text.replace("{}", address), IndicatorKind::Crypto, &format!("{address}?dt=104523"));
    }
    for text in ["{}", "{} 104523", "{} tag nessuno", "{} tag 99999999999"] {
        check(&text.replace("{}", address), IndicatorKind::Crypto, address);
    }
}

#[test]
fn transfer_numbers_need_words() {
    use IndicatorKind::Mtcn;
    assert_eq!(check("MTCN: 123-456-7890", Mtcn, "1234567890").variety, "western_union");
    assert_eq!(check("1234567890 è il codice western union", Mtcn, "1234567890").variety, "western_union");
    assert_eq!(check("moneygram reference 12345678", Mtcn, "12345678").variety, "moneygram");
    assert_eq!(check("PIN Ria 12345678901", Mtcn, "12345678901").variety, "ria");
    check_none("1234567890");
    check_none("ordine n. 1234567890 arriva");
    let talk =
        conversation(&[(OTHER, "mandami il codice mtcn"), (OWNER, "1234567890"), (OTHER, "1234567890 ok ricevuto")]);
    let traces = scan(&talk, Some(OWNER), Some(OTHER));
    assert_eq!(traces.indicators.len(), 1);
    assert_eq!(traces.indicators[0].mentions.len(), 2);
}

#[test]
fn gift_codes_and_paypal() {
    check("codice itunes XK4MQ7TTB9CDFGH2", IndicatorKind::Giftcode, "XK4MQ7TTB9CDFGH2");
    check("steam: AAAAA-11111-BBBBB", IndicatorKind::Giftcode, "AAAAA-11111-BBBBB");
    check("paysafecard 1234 5678 9012 3456", IndicatorKind::Giftcode, "1234567890123456");
    check("paga qui paypal.me/LunaProva", IndicatorKind::Account, "paypal.me/lunaprova");
    check_none("XK4MQ7TTB9CDFGH2");
}

#[test]
fn names() {
    use IndicatorKind::Name;
    check("intestata a MARIE KONÉ PROVA", Name, "Marie Koné Prova");
    check("a nome di Jean-Paul D'Almeida, Abidjan", Name, "Jean-Paul D'Almeida");
    check("Beneficiario: Luca De Prova\nIBAN", Name, "Luca De Prova");
    check("in the name of Test Person now", Name, "Test Person");
    check("au nom de Awa Exemple", Name, "Awa Exemple");
    check("al nombre de Ana Prueba", Name, "Ana Prueba");
    check_none("intestata a mio cugino");
    check_none("a nome della Western Union");
}

#[test]
fn sums() {
    let check = |text: &str, value: f64, currency: &str| {
        let amounts: Vec<(f64, String)> =
            scan_text(text).amounts.into_iter().map(|amount| (amount.value, amount.currency)).collect();
        assert_eq!(amounts, [(value, currency.to_owned())], "{text}");
    };
    check("voglio 10.000 euro", 10_000.0, "EUR");
    check("500€", 500.0, "EUR");
    check("€500 subito", 500.0, "EUR");
    check("€ 1.500,50", 1_500.5, "EUR");
    check("$1,500.00", 1_500.0, "USD");
    check("$ 300", 300.0, "USD");
    check("300 dollari", 300.0, "USD");
    check("1 500 €", 1_500.0, "EUR");
    check("1,5k€", 1_500.0, "EUR");
    check("2k euro", 2_000.0, "EUR");
    check("10mila euro", 10_000.0, "EUR");
    check("mille euro", 1_000.0, "EUR");
    check("mille e due euro", 1_200.0, "EUR");
    check("duemilacinquecento euro", 2_500.0, "EUR");
    check("cinquecento euro", 500.0, "EUR");
    check("deux cents euros", 200.0, "EUR");
    check("quinientos euros", 500.0, "EUR");
    check("two hundred and fifty dollars", 250.0, "USD");
    check("quatre-vingt-dix euros", 90.0, "EUR");
    check("dos mil quinientos euros", 2_500.0, "EUR");
    check("fünfhundert euro", 500.0, "EUR");
    check("0.05 btc", 0.05, "BTC");
    check("200 usd", 200.0, "USD");
    check("50.000 FCFA", 50_000.0, "XOF");
    check("3 milioni di euro", 3_000_000.0, "EUR");
    check("mandami 300 subito", 300.0, "");
    check("dammi 1,5k o pubblico", 1_500.0, "");
    for nothing in ["voglio 200 foto", "manda 3 video", "ho 20 anni", "alle 18:30", "ordine 300", "euro", "neuro 5"] {
        assert_eq!(scan_text(nothing).amounts, [], "{nothing}");
    }
}

#[test]
fn limits() {
    let check = |text: &str, due: &str| {
        let traces = scan(&conversation(&[(OTHER, text)]), Some(OWNER), Some(OTHER));
        let dues: Vec<String> =
            traces.deadlines.iter().map(|limit| limit.due.strftime("%d %H:%M").to_string()).collect();
        assert_eq!(dues.join(","), due, "{text}");
    };
    check("hai 10 minuti", "05 14:10");
    check("hai solo mezz'ora", "05 14:30");
    check("ti do un'ora", "05 15:00");
    check("entro 2 ore", "05 16:00");
    check("you have 30 min", "05 14:30");
    check("within the next hour", "05 15:00");
    check("tienes 1 hora", "05 15:00");
    check("tienes media hora", "05 14:30");
    check("tu as 20 minutes", "05 14:20");
    check("t'as 5 min", "05 14:05");
    check("ultimi 5 minuti", "05 14:05");
    check("entro stasera", "05 23:59");
    check("paga entro mezzanotte", "06 00:00");
    check("entro domani alle 18", "06 18:00");
    check("entro le 15:00", "05 15:00");
    check("entro le 3", "05 15:00");
    check("pay before 6pm", "05 18:00");
    check("payez avant 18h", "05 18:00");
    check("paga antes de las 8 de la tarde", "05 20:00");
    check("hai tempo fino alle 18 poi pubblico", "05 18:00");
    check("tra 10 minuti mando il video a tutti", "05 14:10");
    check("10 minutes left", "05 14:10");
    check("24h o pubblico tutto", "06 14:00");
    // Minutes in words, and the half of the day that is meant.
    check("paga entro le otto e mezza", "05 20:30");
    check("payez avant dix heures et quart", "05 22:15");
    check("paga antes de las ocho menos cuarto", "05 19:45");
    check("pay before ten past nine", "05 21:10");
    check("you've got time until half six or i post it", "05 18:30");
    check("zahl vor halb sieben", "05 18:30");
    check("paga entro domani a mezzogiorno", "06 12:00");
    check("pay by tomorrow noon", "06 12:00");
    check("pay by noon tomorrow", "06 12:00");
    check("pay by 9 tonight", "05 21:00");
    check("payez avant demain 18 h 30", "06 18:30");
    check("zahl bis morgen 12 Uhr", "06 12:00");
    check("zahl bis morgen vormittag", "06 12:00");
    check("paga entro domani per le sei di sera", "06 18:00");
    check("paga até amanhã à meia-noite", "06 23:59");
    check("paga hasta hoy a las siete", "05 19:00");
    check("entro il 12 novembre alle 18", "12 18:00");
    check("sous 48 heures", "07 14:00");
    // A countdown leaves what its last number says.
    check("10… 9… 8… 7…", "05 14:00");
    check("5 4 3 2", "05 14:00");
    check("hai 1 ora e mezza", "05 15:30");
    for nothing in [
        "sono a 5 minuti da casa",
        "ti chiamo tra 10 minuti",
        "arrivo entro 10 minuti",
        "hai 10 minuti per parlare?",
        "ho 20 minuti",
        "negli ultimi 5 minuti",
        "versione 5.4.3.2",
        "3 2 1",
        "12 11 10 via",
        "una contribuzione di 3 600 euro",
        "paga prima di venti persone",
    ] {
        check(nothing, "");
    }
}

#[test]
fn roles() {
    let check = |lines: &[(ParticipantIndex, &str)], role: Role, basis: &str| {
        let traces = scan(&conversation(lines), Some(OWNER), Some(OTHER));
        assert_eq!((traces.indicators[0].role, traces.indicators[0].role_basis.as_str()), (role, basis), "{lines:?}");
    };
    let iban = "IT60X0542811101000000123456";
    check(&[(OTHER, &format!("ecco {iban}"))], Role::Perpetrator, "written_by_perpetrator");
    check(&[(OTHER, "il mio numero +39 333 1234567")], Role::Perpetrator, "offered_as_own");
    check(&[(OTHER, "ho il tuo numero +39 333 1234567")], Role::Victim, "said_to_be_yours");
    check(&[(OWNER, "la mia mail luna@example.com")], Role::Victim, "written_by_owner");
    check(&[(OWNER, &format!("è questo il tuo iban {iban}"))], Role::Perpetrator, "said_to_be_theirs");
    check(&[(OTHER, "manda qui paypal.me/lunaprova")], Role::Perpetrator, "payment_destination");
    check(&[(OWNER, "ho chiamato 02 2327 2327, tel 0223272327")], Role::Neutral, "service_list");
    // Asking about what the other side gave first changes nothing.
    check(&[(OTHER, iban), (OWNER, &format!("mando a {iban}?"))], Role::Perpetrator, "written_by_perpetrator");
    let unknown = scan(&conversation(&[(OTHER, iban)]), None, None);
    assert_eq!(unknown.indicators[0].role, Role::Unknown);
}

#[test]
fn mentions_point_into_the_words_also_behind_invisible_characters() {
    let text = "😂 è qui: IT60\u{200b}X05428\u{2060}11101000000123456 ok";
    let traces = scan_text(text);
    let mention = traces.indicators[0].mentions[0];
    assert_eq!(&text[mention.start as usize..mention.end as usize], traces.indicators[0].raw);
    assert!(traces.indicators[0].raw.starts_with("IT60") && traces.indicators[0].raw.ends_with("3456"));
}

#[test]
fn later_repetitions_are_mentions() {
    let talk =
        conversation(&[(OTHER, "whatsapp 333 123 4567"), (OWNER, "ok"), (OWNER, "quindi 333 123 4567, giusto?")]);
    let traces = scan(&talk, Some(OWNER), Some(OTHER));
    assert_eq!(traces.indicators.len(), 1);
    assert_eq!(traces.indicators[0].mentions.iter().map(|mention| mention.message).collect::<Vec<_>>(), [0, 2]);
}

/// Text made of pieces that recognisers look for, in any order and glued in any way.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "IT60X0542811101000000123456",
            "+39",
            "333",
            " ",
            ".",
            "@",
            "€",
            "euro",
            "entro",
            "le",
            "18",
            "hai",
            "minuti",
            "http",
            "://",
            "[.]",
            "chiocciola",
            "punto",
            "com",
            "intestata a",
            "Ana",
            "É",
            "\u{200b}",
            "😂",
            "٣",
            "０",
            "mille",
            "cento",
            "e",
            "-",
            "/",
            "\n",
            "1,5",
            "k",
            "MTCN",
            "1234567890",
            "bc1",
            "0x",
            "0039",
            "(",
            ")",
            "ig:",
            "mezz'ora",
            "domani",
            "$",
            "ß",
            "œ",
            "\u{301}",
            "'",
            "00",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,6}",
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_the_raw_value_stands_there(text in pieces()) {
        let talk = conversation(&[(OTHER, &text), (OWNER, &text)]);
        let traces = scan(&talk, Some(OWNER), Some(OTHER));
        for indicator in &traces.indicators {
            prop_assert!(!indicator.mentions.is_empty());
            prop_assert!(!indicator.value.is_empty());
            prop_assert!(indicator.mentions.is_sorted());
            let first = indicator.mentions[0];
            prop_assert_eq!(text.get(first.start as usize..first.end as usize), Some(indicator.raw.as_str()));
            for mention in &indicator.mentions {
                prop_assert!(mention.start < mention.end);
                prop_assert!(text.get(mention.start as usize..mention.end as usize).is_some());
            }
        }
        for amount in &traces.amounts {
            prop_assert!(amount.value.is_finite() && amount.value > 0.0);
            prop_assert!(text.get(amount.start as usize..amount.end as usize).is_some_and(|slice| !slice.is_empty()));
        }
        for limit in &traces.deadlines {
            prop_assert!(text.get(limit.start as usize..limit.end as usize).is_some_and(|slice| !slice.is_empty()));
        }
        prop_assert_eq!(scan(&talk, Some(OWNER), Some(OTHER)), traces);
    }

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        let traces = scan_text(&text);
        for mention in traces.indicators.iter().flat_map(|indicator| &indicator.mentions) {
            prop_assert!(text.get(mention.start as usize..mention.end as usize).is_some());
        }
    }
}
