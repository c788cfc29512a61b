//! Chats copied from a screen by hand.

use argine_model::Platform;

use crate::{format, owner_name, read_one, said, times};

#[test]
fn every_way_of_writing_heads() {
    let (first, second) = ("2024-01-22T15:05:00", "2024-01-22T15:06:00");
    for (text, platform) in [
        ("Anna, [22.01.2024 15:05]\nciao\ncome va\n\nIo, [22.01.2024 15:06]\nchi sei?\n", Platform::Telegram),
        ("Anna — 22/01/2024 15:05\nciao\ncome va\nIo — 22/01/2024 15:06\nchi sei?\n", Platform::Discord),
        ("22/01/2024 15:05 Anna: ciao\ncome va\n22/01/2024 15:06 Io: chi sei?\n", Platform::Unknown),
        ("(22/01/2024 15:05) Anna: ciao\ncome va\n(22/01/2024 15:06) Io: chi sei?\n", Platform::Unknown),
        ("2024-01-22 15:05\tAnna\tciao\ncome va\n2024-01-22 15:06\tIo\tchi sei?\n", Platform::Unknown),
        ("2024-01-22 15:05 | Anna | ciao\ncome va\n2024-01-22 15:06 | Io | chi sei?\n", Platform::Unknown),
        ("2024-01-22 15:05 <Anna> ciao\ncome va\n2024-01-22 15:06 <Io> chi sei?\n", Platform::Unknown),
        ("22 gennaio 2024\n15:05 Anna: ciao\ncome va\n15:06 Io: chi sei?\n", Platform::Unknown),
        ("--- lunedì 22 gennaio 2024 ---\n[15:05] Anna: ciao\ncome va\n[15:06] Io: chi sei?\n", Platform::Unknown),
        (
            "Jan 22, 2024 3:05 PM (Read by you after 5 minutes)\nAnna\nciao\ncome va\n\nJan 22, 2024 3:06 PM\nIo\nchi sei?\n",
            Platform::Unknown,
        ),
    ] {
        let reading = read_one("copied.txt", text.as_bytes());
        assert_eq!(format(&reading), "copied_chat", "{text}");
        let chat = &reading.conversations[0];
        assert_eq!(said(chat), ["Anna: ciao|come va", "Io: chi sei?"], "{text}");
        assert_eq!(times(chat), [first, second], "{text}");
        assert_eq!((chat.platform, owner_name(chat)), (platform, Some("Io")), "{text}");
    }
}

#[test]
fn what_is_not_known_is_left_open() {
    let reading = read_one(
        "copied.txt",
        "Anna — Oggi alle 15:05\nciao\nMarco — Yesterday at 3:06 PM\nchi sei?\nAnna — 15:07\npaga\n".as_bytes(),
    );
    let chat = &reading.conversations[0];
    assert_eq!(said(chat), ["Anna: ciao", "Marco: chi sei?", "Anna: paga"]);
    assert_eq!(times(chat), ["-", "-", "-"]);
    let reading = read_one("copied.txt", b"15:05 Anna: ciao\n15:06 Marco: chi sei?\n15:07 Anna: paga\n");
    assert_eq!(times(&reading.conversations[0]), ["-", "-", "-"]);
}

#[test]
fn days_part_the_messages_and_words_before_them_stay() {
    let text = "Ecco che cosa mi ha scritto\n\n23.01.24\n23:59 Anna: ciao\n24.01.24\n00:01 Anna: paga\ne in fretta\n\n00:02 Luca: no\n25.01.24\nQui ha cancellato tutto\n\n26.01.24\n09:00 Anna: ultima volta\n";
    let chat = &read_one("copied.txt", text.as_bytes()).conversations[0];
    let alone = "-: Qui ha cancellato tutto";
    let words = [
        "-: Ecco che cosa mi ha scritto",
        "Anna: ciao",
        "Anna: paga|e in fretta",
        "Luca: no",
        alone,
        "Anna: ultima volta",
    ];
    assert_eq!(said(chat), words);
    let written =
        ["-", "2024-01-23T23:59:00", "2024-01-24T00:01:00", "2024-01-24T00:02:00", "-", "2024-01-26T09:00:00"];
    assert_eq!(times(chat), written);
    let lines: Vec<_> = chat.messages.iter().map(|message| message.location.line).collect();
    assert_eq!(lines, [1, 4, 6, 9, 11, 14].map(Some));
}

#[test]
fn own_words_are_no_chat() {
    for text in [
        "Ieri 22/01/2024 alle 15:05 mi ha scritto: paga.\nOggi di nuovo.\n",
        "22/01/2024 15:05 mi ha chiesto 500 euro\n23/01/2024 16:00 ha chiamato tre volte\n24/01/2024 ho bloccato\n",
        "Cose da fare:\n10:30 dentista\n11:00 banca: bloccare la carta\n",
        "Mi ricatta. Ha scritto: \"paga\".\n\n15:05 Anna: paga\n\nNon so che fare, ho paura che lo mandi a tutti.\n",
        "Prima chiamata – ore 15:05\nnon ho risposto\nSeconda chiamata – ore 15:20\nvoleva soldi\n",
        "Prima chiamata — 22/01/2024 15:05\nnon ho risposto\nSeconda chiamata — 22/01/2024 15:20\nvoleva soldi\n",
        "22/01/2024 15:05 Telefonata: paga\n22/01/2024 15:20 Messaggio: ti rovino\n",
        "15:05 ho chiamato: nessuno\n15:10 ho scritto: nessuna risposta\n15:20 di nuovo la polizia: occupato\n",
    ] {
        assert_eq!(format(&read_one("words.txt", text.as_bytes())), "plain_text", "{text}");
    }
}
