//! Text messages, Signal, LINE, address books, and what a person types.

use argine_chat::{Limits, member_bytes};
use argine_model::{
    AttachmentStatus, CallOutcome, ConversationKind, DateOrder, FindingCode, MessageKind, Platform, Sha256,
    SourceState, TimeBasis,
};

use crate::{codes, detail, format, owner_name, read_one, said, times, titled};

pub(crate) const SMS: &str = r#"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<!--File Created By an app-->
<smses count="6" backup_set="x">
  <sms protocol="0" address="+39 333 1234567" date="1732199700123" type="1" subject="null" body="paga &amp; taci &#55357;&#56832;&#10;entro domani" read="1" contact_name="(Unknown)" readable_date="x" />
  <sms protocol="0" address="3331234567" date="1732199760000" type="2" subject="null" body="chi sei?" read="1" contact_name="null" />
  <sms protocol="0" address="+393331234567" date="1732199770000" type="3" body="bozza" />
  <sms protocol="0" address="Banca" date="1732199000000" type="1" body="codice 123456" contact_name="(Unknown)" />
  <mms date="1732199800" msg_box="1" sub="null" address="+393331234567" m_type="132" ct_t="x" contact_name="null">
    <parts>
      <part seq="0" ct="application/smil" text="&lt;smil&gt;&lt;/smil&gt;" />
      <part seq="1" ct="text/plain" name="null" cl="text.txt" text="guarda" />
      <part seq="2" ct="image/jpeg" name="foto.jpg" cl="foto.jpg" text="null" data="/9j/4AAQSkZJRgA=" />
    </parts>
    <addrs><addr address="+393331234567" type="137" charset="106" /><addr address="+393330000000" type="151" charset="106" /></addrs>
  </mms>
  <mms date="1732199900000" msg_box="2" sub="null" address="+393331234567~+393337654321">
    <parts><part seq="0" ct="text/plain" text="a tutti" /></parts>
    <addrs><addr address="insert-address-token" type="137" /><addr address="+393331234567" type="151" /></addrs>
  </mms>
</smses>"#;

#[test]
fn text_messages_by_address() {
    let reading = read_one("sms-20241122.xml", SMS.as_bytes());
    assert_eq!(format(&reading), "sms_xml");
    assert!(reading.conversations.iter().all(|chat| chat.platform == Platform::Sms && owner_name(chat) == Some("me")));
    let chat = titled(&reading, "+39 333 1234567");
    assert_eq!(
        said(chat),
        ["+39 333 1234567: paga & taci 😀|entro domani", "me: chi sei?", "me: bozza", "+39 333 1234567: guarda"]
    );
    assert_eq!(times(chat)[0], "2024-11-21T14:35:00.123");
    assert_eq!(times(chat)[3], "2024-11-21T14:36:40", "seconds in messages with media");
    assert_eq!(chat.messages[2].kind, MessageKind::System, "a draft was not sent");
    let picture = &chat.messages[3].attachments[0];
    assert_eq!((picture.name.as_deref(), picture.status), (Some("foto.jpg"), AttachmentStatus::Present));
    let digest = picture.sha256.expect("hashed");
    let bytes = member_bytes(SMS.as_bytes(), &["foto.jpg".to_owned()], digest, &Limits::default());
    assert_eq!(bytes.map(|bytes| Sha256::of(&bytes)), Some(digest));
    let group = reading.conversations.iter().find(|chat| chat.kind == ConversationKind::Group).expect("a group");
    assert_eq!(said(group), ["me: a tutti"]);
    assert_eq!(said(titled(&reading, "Banca")), ["Banca: codice 123456"]);
}

#[test]
fn calls_by_number() {
    let calls = r#"<?xml version="1.0"?><calls count="5">
 <call number="+393331234567" duration="65" date="1732199700000" type="1" contact_name="Bruno" />
 <call number="3331234567" duration="0" date="1732199800000" type="3" contact_name="Bruno" />
 <call number="3331234567" duration="0" date="1732199900000" type="5" />
 <call number="3331234567" duration="0" date="1732200000000" type="2" />
 <call number="-2" duration="0" date="1732200100000" type="3" contact_name="null" /></calls>"#;
    let reading = read_one("calls.xml", calls.as_bytes());
    let chat = titled(&reading, "Bruno");
    let outcomes: Vec<CallOutcome> =
        chat.messages.iter().filter_map(|message| message.call).map(|call| call.outcome).collect();
    assert_eq!(outcomes, [CallOutcome::Answered, CallOutcome::Missed, CallOutcome::Declined, CallOutcome::Missed]);
    assert_eq!(chat.messages[0].call.and_then(|call| call.seconds), Some(65));
    assert_eq!(chat.participants[0].native_id.as_deref(), Some("+393331234567"), "as written");
    assert_eq!(reading.conversations.len(), 2, "hidden numbers stand alone");
}

#[test]
fn backups_that_are_broken_give_what_is_whole() {
    for (from, to, messages, what) in [
        ("body=\"chi sei?\" read", "body=\"chi sei? read", 1, "a quote is missing in the second message"),
        ("type=\"3\" body=\"bozza\" />", "type=\"3\" body=\"bozza\"", 2, "a tag is not closed"),
    ] {
        let broken = SMS.replace(from, to);
        let reading = read_one("sms.xml", broken.as_bytes());
        let count: usize = reading.conversations.iter().map(|chat| chat.messages.len()).sum();
        assert!(count >= messages, "{what}: {count}");
    }
    let cut = &SMS[..SMS.find("seq=\"2\"").expect("there")];
    let reading = read_one("sms.xml", cut.as_bytes());
    assert!(codes(&reading).contains(&FindingCode::JsonDamaged));
    assert_eq!(titled(&reading, "+39 333 1234567").messages.len(), 4, "the message that is open counts");
}

pub(crate) const SIGNAL: &str = "[2019-12-24, 12:23] Jane Doe: Ciao!\n[2020-01-17, 21:49] Me: Due\nrighe\n[2020-01-17, 21:50] Jane Doe: ![foto](./media/foto.jpg)  \n";

#[test]
fn signal_in_its_text_forms() {
    let reading = read_one("Jane Doe.txt", SIGNAL.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((format(&reading), chat.platform, owner_name(chat)), ("signal_text", Platform::Signal, Some("Me")));
    assert_eq!(said(chat)[..2], ["Jane Doe: Ciao!", "Me: Due|righe"]);
    assert_eq!(times(chat)[0], "2019-12-24T12:23:00");
    assert_eq!((chat.messages[2].kind, chat.messages[2].attachments.len()), (MessageKind::Media, 1));

    let markdown = "[2024-11-21 14:35:07] Me: eccomi\n(- Jane: 👍, Bo: ❤️ -)\n[2024-11-21 14:36:00] Jane: (This message was deleted)\n";
    let reading = read_one("chat.md", markdown.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((chat.platform, chat.messages[0].view()), (Platform::Signal, "eccomi"));
    assert_eq!(chat.messages[0].details.as_ref().map(|details| details.reactions.len()), Some(2));
    assert_eq!(chat.messages[1].kind, MessageKind::Deleted);

    let long = "Conversation: Jane (+15550100)\n\nFrom: Jane (+15550100)\nType: incoming\nSent: Thu, 21 Nov 2024 15:35:00 +0100\nReceived: Thu, 21 Nov 2024 15:35:01 +0100\n\nhai visto?\n\nFrom: You\nType: outgoing\nSent: Thu, 21 Nov 2024 15:36:00 +0100\nEdited: 2 versions\n\n| Version: 2\n| Sent: Thu, 21 Nov 2024 15:37:00 +0100\n|\n| no, niente\n|\n| Version: 1\n| Sent: Thu, 21 Nov 2024 15:36:00 +0100\n|\n| no\n\n";
    let reading = read_one("Jane.txt", long.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!(said(chat), ["Jane (+15550100): hai visto?", "You: no, niente"]);
    assert_eq!(chat.messages[0].time.map(|time| time.basis), Some(TimeBasis::Offset));
    let earlier = chat.messages[1].details.as_ref().map(|details| details.earlier.clone());
    assert_eq!(earlier, Some(vec!["no".to_owned()]));
    assert_eq!(owner_name(chat), Some("You"));

    let short = "2024-11-21 14:35 Jane: ciao\n2024-11-21 14:36 You: [edited] ehi\n";
    let reading = read_one("Jane.txt", short.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((chat.platform, said(chat)), (Platform::Signal, vec!["Jane: ciao".to_owned(), "You: ehi".to_owned()]));
    assert!(chat.messages[1].flags.edited);
}

#[test]
fn whatsapp_keeps_its_files() {
    for (name, text) in [
        ("Chat WhatsApp con Jane.txt", SIGNAL),
        ("_chat.txt", SIGNAL),
        ("x.txt", "[2019-12-24, 12:23:05] Jane: ciao\n"),
        ("x.txt", "[2019-12-24 12:23:05] Jane: ciao\n"),
        ("x.txt", "[2019/12/24, 12:23] Jane: ciao\n"),
        ("x.txt", "[24/12/19, 12:23:05] Jane: ciao\n"),
        ("x.txt", "[12:23, 2019-12-24] Jane: ciao\n"),
        ("x.txt", "2019-12-24 12:23 - Jane: ciao\n"),
        ("x.txt", "2019-12-24, 12:23 - Jane: ciao\n"),
        ("x.txt", "[2019-12-24, 12:23] Jane: \u{200E}immagine omessa\n"),
        ("x.txt", "[2019-12-24, 12:23] Jane: <Media omessi>\n"),
        ("x.txt", "[2019-12-24, 12:23] Jane: ciao\n[24/12/19, 12:24:05] Bo: ciao\n"),
    ] {
        let reading = read_one(name, text.as_bytes());
        assert_eq!(reading.conversations[0].platform, Platform::Whatsapp, "{name}: {text}");
    }
}

#[test]
fn line_exports() {
    let text = "[LINE] Chat history with Bruno\nSaved on: 2024/11/22 10:30\n\n2024/11/21(Thu)\n14:35\tBruno\tciao\n14:36\tAnna\t\"due\nrighe\"\n14:37\tBruno\t[Photo]\n14:38\tBruno unsent a message.\n\n2024.11.22 金曜日\n9:05\tAnna\tbasta\n";
    let reading = read_one("[LINE] Chat with Bruno.txt", text.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((format(&reading), chat.platform, owner_name(chat)), ("line_text", Platform::Line, Some("Anna")));
    assert_eq!(
        said(chat),
        ["Bruno: ciao", "Anna: due|righe", "Bruno: [Photo]", "-: Bruno unsent a message.", "Anna: basta"]
    );
    assert_eq!(times(chat)[4], "2024-11-22T09:05:00");
    let american = "[LINE] Chat history with Bruno\nSaved on: 11/04/2024, 08:00\n\nMon, 11/04/2024\n8:15AM\tBruno\tciao\n8:20PM\tAnna\tehi\n";
    let reading = read_one("line.txt", american.as_bytes());
    assert_eq!(times(&reading.conversations[0]), ["2024-11-04T08:15:00", "2024-11-04T20:20:00"]);
    let SourceState::Read { date_order: Some(order), .. } = &reading.sources[0].state else { panic!("an order") };
    assert_eq!((order.order, order.certain), (DateOrder::MonthDayYear, true), "the day of the week decides");
}

pub(crate) const CARDS: &str = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Verdi;Niccol=C3=B2;;;\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Niccol=C3=B2=\r\n Verdi\r\nTEL;CELL:+39 333 1234567\r\nEND:VCARD\r\nBEGIN:VCARD\nVERSION:3.0\nN:Rossi;Anna;;;\nFN:Anna Ro\n ssi\nitem1.EMAIL;TYPE=INTERNET:anna@esempio.invalid\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRgA=\nNOTE:a\\, b\nEND:VCARD\nbegin:vcard\nVERSION:4.0\nFN:Carla\\, la collega\nTEL;VALUE=uri;TYPE=\"voice,home\":tel:+39-06-555555\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nTEL:555\n";

#[test]
fn address_books_of_every_version() {
    let reading = read_one("contatti.vcf", CARDS.as_bytes());
    assert_eq!(format(&reading), "vcard");
    assert!(reading.conversations.is_empty());
    let people: Vec<(&str, &str)> = reading
        .contacts
        .iter()
        .map(|contact| {
            let reached = contact.phones.first().or(contact.emails.first());
            (contact.name.as_str(), reached.map_or("", String::as_str))
        })
        .collect();
    assert_eq!(
        people,
        [
            ("Niccolò Verdi", "+39 333 1234567"),
            ("Anna Rossi", "anna@esempio.invalid"),
            ("Carla, la collega", "+39-06-555555"),
            ("555", "555")
        ]
    );
    assert_eq!(codes(&reading), [FindingCode::ContactsRead]);
}

#[test]
fn dialogues_that_a_person_writes_down() {
    for (text, expected, owner) in [
        (
            "Mi ha scritto ieri.\n\nLui: manda i soldi\nIo: non ne ho\nLui: allora pubblico\ntutto quanto\n",
            &["-: Mi ha scritto ieri.", "Lui: manda i soldi", "Io: non ne ho", "Lui: allora pubblico|tutto quanto"][..],
            Some("Io"),
        ),
        ("Him: pay now\nMe: no\n", &["Him: pay now", "Me: no"], Some("Me")),
        ("Él: paga\nYo: no\n", &["Él: paga", "Yo: no"], Some("Yo")),
        ("Ragazza: ciao\nMarco: ciao\nRagazza: paga\n", &["Ragazza: ciao", "Marco: ciao", "Ragazza: paga"], None),
    ] {
        let reading = read_one("racconto.txt", text.as_bytes());
        let chat = &reading.conversations[0];
        assert_eq!(
            (said(chat), owner_name(chat)),
            (expected.iter().map(|line| (*line).to_owned()).collect(), owner),
            "{text}"
        );
    }
    for prose in
        ["Nota: ho paura.\nNon so cosa fare.\n", "Ecco il link: https://esempio.invalid\nAltro: niente\n", "ciao\n"]
    {
        let reading = read_one("racconto.txt", prose.as_bytes());
        assert!(reading.conversations[0].participants.is_empty(), "{prose}");
    }
}

#[test]
fn details_name_what_was_read() {
    let reading = read_one("contatti.vcf", CARDS.as_bytes());
    assert_eq!(detail(&reading, FindingCode::ContactsRead), "");
}
