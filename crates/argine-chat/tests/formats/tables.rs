//! Tables: CSV, JSON, HTML of apps without a reader of their own.

use argine_model::{FindingCode, MessageKind, Platform, SourceState};

use crate::{codes, detail, format, owner_name, read_one, said, times, titled};

pub(crate) const CSV: &str = "Data;Ora;Mittente;Messaggio\n21/11/2024;14:35;Bruno;ciao\n21/11/2024;14:36;Io;\"due\nrighe; insieme\"\n21/11/2024;14:37;Bruno;paga\n";

#[test]
fn csv_of_every_kind() {
    let expected = ["Bruno: ciao", "Io: due|righe; insieme", "Bruno: paga"];
    for (name, text) in [
        ("badoo.csv", CSV.to_owned()),
        ("badoo.csv", format!("sep=;\n{CSV}")),
        ("badoo.csv", format!("\u{FEFF}{CSV}").replace('\n', "\r\n").replace("due\r\n", "due\n")),
        ("badoo/messages.csv", "sent_at,from,body\n2024-11-21T14:35:00Z,Bruno,ciao\n2024-11-21T14:36:00Z,Io,\"due\nrighe; insieme\"\n2024-11-21T14:37:00Z,Bruno,paga\n".to_owned()),
        ("badoo.csv", "1732199700\tBruno\tciao\n1732199760\tIo\t\"due\nrighe; insieme\"\n1732199820\tBruno\tpaga\n".to_owned()),
    ] {
        let reading = read_one(name, text.as_bytes());
        assert_eq!(format(&reading), "table", "{text}");
        let chat = &reading.conversations[0];
        assert_eq!((said(chat), chat.platform), (expected.map(ToOwned::to_owned).to_vec(), Platform::Badoo), "{text}");
        assert_eq!(times(chat), ["2024-11-21T14:35:00", "2024-11-21T14:36:00", "2024-11-21T14:37:00"], "{text}");
        assert_eq!(owner_name(chat), Some("Io"));
        assert!(codes(&reading).contains(&FindingCode::ColumnsGuessed));
    }
    let reading = read_one("x.csv", CSV.as_bytes());
    assert_eq!(
        detail(&reading, FindingCode::ColumnsGuessed),
        "time = Data, clock = Ora, sender = Mittente, text = Messaggio"
    );
}

#[test]
fn directions_stand_for_senders() {
    let text = "Date,Direction,Text\n2024-11-21 14:35,received,pay\n2024-11-21 14:36,sent,no\n";
    let reading = read_one("bumble chat.csv", text.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((said(chat), owner_name(chat)), (vec!["bumble chat: pay".to_owned(), "me: no".to_owned()], Some("me")));
    assert_eq!(chat.platform, Platform::Bumble);
}

#[test]
fn the_order_of_dates_is_solved_or_said() {
    let table = |days: [&str; 3]| {
        let rows = days.map(|day| format!("{day} 10:00,Bruno,ciao a te\n"));
        format!("Date,From,Message\n{}", rows.concat())
    };
    for (days, first, assumed) in [
        (["03/04/2024", "13/04/2024", "14/04/2024"], "2024-04-03T10:00:00", false),
        (["03/04/2024", "03/13/2024", "03/14/2024"], "2024-03-04T10:00:00", false),
        (["03/04/2024", "03/05/2024", "03/06/2024"], "2024-04-03T10:00:00", true),
        (["03/11/2024", "03/12/2024", "04/01/2024"], "2024-03-11T10:00:00", false),
    ] {
        let reading = read_one("x.csv", table(days).as_bytes());
        assert_eq!(times(&reading.conversations[0])[0], first, "{days:?}");
        assert_eq!(codes(&reading).contains(&FindingCode::DateOrderAssumed), assumed, "{days:?}");
    }
}

pub(crate) const JSON: &str = r#"{"user": {"id": 5, "name": "Anna"}, "conversations": [{"with": "Bruno", "messages": [
  {"id": 1, "created_at": "2024-11-21T14:35:00Z", "from": {"id": 9, "name": "Bruno"}, "message": {"text": "ciao &amp; paga"}},
  {"id": 2, "created_at": "2024-11-21T14:36:00Z", "from": {"id": 5, "name": "Anna"}, "message": {"text": "no"}}]},
  {"with": "Carla", "messages": [{"id": 3, "created_at": "2024-11-22T14:36:00Z", "from": {"id": 7, "name": "Carla"}, "message": {"text": "ehi"}}]}]}"#;

#[test]
fn lists_of_messages_in_json() {
    let reading = read_one("meetic-data.json", JSON.as_bytes());
    assert_eq!(reading.conversations.len(), 2);
    let chat = &reading.conversations[0];
    assert_eq!(
        (said(chat), chat.platform),
        (vec!["Bruno: ciao & paga".to_owned(), "Anna: no".to_owned()], Platform::Meetic)
    );
    let flat = r#"[{"timestamp": 1732199700000, "author": "Jane", "message": "Ciao"}, {"timestamp": 1732199760000, "author": "John", "message": "Ehi"}]"#;
    let reading = read_one("export.json", flat.as_bytes());
    assert_eq!(said(&reading.conversations[0]), ["Jane: Ciao", "John: Ehi"]);
    assert_eq!(reading.conversations[0].platform, Platform::Unknown);
}

#[test]
fn chats_in_one_table_are_parted() {
    let text = "conversation,date,sender,text\nBruno,2024-11-21 14:35,Bruno,ciao\nCarla,2024-11-21 14:36,Carla,ehi\nBruno,2024-11-21 14:37,Anna,no\n";
    let reading = read_one("x.csv", text.as_bytes());
    assert_eq!(said(titled(&reading, "Bruno")), ["Bruno: ciao", "Anna: no"]);
    assert_eq!(said(titled(&reading, "Carla")), ["Carla: ehi"]);
}

pub(crate) const HTML: &str = "<!DOCTYPE html><html><head><style>td{x:y}</style></head><body><h1>Chat</h1><table class=x><tr><th>Quando</th><th>Da</th><th>Testo</th></tr><tr><td>21/11/2024 14:35</td><td>Bruno</td><td>ciao<br>paga &euro;50</td></tr><tr><td>21/11/2024 14:36<td>Io<td>no</tr></table></body></html>";

#[test]
fn tables_in_html() {
    let reading = read_one("chat.html", HTML.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!(
        (said(chat), owner_name(chat)),
        (vec!["Bruno: ciao|paga €50".to_owned(), "Io: no".to_owned()], Some("Io"))
    );
    assert_eq!(times(chat)[0], "2024-11-21T14:35:00");
}

#[test]
fn what_is_no_conversation_is_refused() {
    for (name, text) in [
        (
            "settings.json",
            r#"{"notifications": {"email": true}, "theme": "dark", "items": [{"name": "a", "value": "b"}]}"#,
        ),
        (
            "places.json",
            r#"[{"name": "Roma", "date": "2024-11-21", "lat": 41.9}, {"name": "Milano", "date": "2024-11-22", "lat": 45.4}]"#,
        ),
        ("users.json", r#"[{"user": "anna", "text": "bio di anna"}, {"user": "bruno", "text": "bio di bruno"}]"#),
        (
            "bank.csv",
            "Data,Descrizione,Importo,Saldo\n21/11/2024,Bonifico a Bruno,10.00,5.00\n22/11/2024,Spesa al mercato,3.00,2.00\n",
        ),
        ("rubrica.csv", "Nome,Telefono,Email\nAnna,333,a@b.invalid\nBruno,334,b@b.invalid\nCarla,335,c@b.invalid\n"),
        (
            "page.html",
            "<!DOCTYPE html><html><body><table><tr><th>Prodotto</th><th>Prezzo</th></tr><tr><td>Pane</td><td>2</td></tr></table></body></html>",
        ),
    ] {
        let reading = read_one(name, text.as_bytes());
        let tables = reading
            .sources
            .iter()
            .any(|source| matches!(&source.state, SourceState::Read { format, .. } if format == "table"));
        assert!(!tables, "{name}");
    }
}

#[test]
fn rows_without_words_are_shown() {
    let text = "Date,From,Message\n2024-11-21 14:35,Bruno,ciao\n2024-11-21 14:36,Bruno,\nrotta\n";
    let reading = read_one("x.csv", text.as_bytes());
    assert_eq!(reading.conversations[0].messages[1].kind, MessageKind::Unsupported);
    assert!(codes(&reading).contains(&FindingCode::UnreadableMessages));
}

#[test]
fn objects_one_to_a_line() {
    let lines = concat!(
        r#"{"date":"2024-11-21T14:35:00","sender":"Bruno","body":"paga","quote":"","reactions":[],"attachments":[]}"#,
        "\n\n",
        r#"{"date":"2024-11-21T14:36:00","sender":"Me","body":"no","reactions":[{"name":"Bruno","reaction":"x"}]}"#,
        "\nnon è un oggetto\n",
    );
    let reading = read_one("data.json", lines.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!((said(chat), owner_name(chat)), (vec!["Bruno: paga".to_owned(), "Me: no".to_owned()], Some("Me")));
    assert_eq!(times(chat), ["2024-11-21T14:35:00", "2024-11-21T14:36:00"]);
    assert_eq!(chat.messages[1].location.line, Some(3));
    assert!(codes(&reading).contains(&FindingCode::UnreadableMessages), "the last line is counted");
    // A list of settings is no conversation.
    let reading = read_one("data.json", b"{\"a\": 1}\n{\"a\": 2}\n");
    assert!(reading.conversations.is_empty());
}

#[test]
fn senders_in_objects_of_their_own() {
    let text = r#"{"messages":[{"creator":{"name":"Bruno","email":"b@esempio.invalid"},"created_date":"Thursday, 21 November 2024 at 13:35:00 UTC","text":"ciao"},
      {"creator":{"name":"Anna","email":"a@esempio.invalid"},"created_date":"Thursday, 21 November 2024 at 1:36:00 PM UTC","text":"no"}]}"#;
    let reading = read_one("messages.json", text.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!(said(chat), ["Bruno: ciao", "Anna: no"]);
    assert_eq!(times(chat), ["2024-11-21T13:35:00", "2024-11-21T13:36:00"]);
}
