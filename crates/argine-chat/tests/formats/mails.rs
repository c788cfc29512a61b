//! Mailboxes, and what the headers say about who sent a mail.

use argine_chat::{Limits, member_bytes};
use argine_model::{FindingCode, Platform, Sha256};

use crate::{codes, detail, format, owner_name, read_one, said, titled};

pub(crate) const MBOX: &str = "From mittente@x.invalid Thu Nov 21 14:35:00 2024\nFrom: Bruno <bruno@x.invalid>\nTo: Anna <anna@y.invalid>\nSubject: Avviso\nMessage-ID: <1@x.invalid>\nDate: Thu, 21 Nov 2024 14:35:00 +0100\n\nPaga.\n\nFrom domani pubblico tutto.\n>From qui non si scappa.\n\nFrom anna@y.invalid Thu Nov 21 15:00:00 2024\nFrom: Anna <anna@y.invalid>\nTo: Bruno <bruno@x.invalid>\nSubject: Re: Avviso\nMessage-ID: <2@y.invalid>\nIn-Reply-To: <1@x.invalid>\nDate: Thu, 21 Nov 2024 15:00:00 +0100\n\nNo.\n\nFrom carla@z.invalid Fri Nov 22 09:00:00 2024\nFrom: Carla <carla@z.invalid>\nTo: Anna <anna@y.invalid>\nSubject: Cena\nMessage-ID: <3@z.invalid>\nDate: Fri, 22 Nov 2024 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nVieni?\n--b\nContent-Type: image/jpeg; name=f.jpg\nContent-Disposition: attachment; filename=f.jpg\nContent-Transfer-Encoding: base64\n\n/9j/4AAQSkZJRgA=\n--b--\n";

#[test]
fn mailboxes_are_threads() {
    let reading = read_one("posta.mbox", MBOX.as_bytes());
    assert_eq!(format(&reading), "mbox");
    assert_eq!(reading.conversations.len(), 2);
    let thread = titled(&reading, "Avviso");
    assert_eq!((thread.platform, owner_name(thread)), (Platform::Email, Some("Anna")));
    assert_eq!(
        said(thread),
        [
            "Bruno: Avviso",
            "Bruno: Paga.",
            "Bruno: From domani pubblico tutto.|From qui non si scappa.",
            "Anna: Re: Avviso",
            "Anna: No."
        ]
    );
    let picture = &titled(&reading, "Cena").messages[0].attachments[0];
    let digest = picture.sha256.expect("hashed");
    let found = member_bytes(MBOX.as_bytes(), &["f.jpg".to_owned()], digest, &Limits::default());
    assert_eq!(found.map(|bytes| Sha256::of(&bytes)), Some(digest));
}

#[test]
fn announced_lengths_keep_unescaped_words() {
    let body = "Prima.\n\nFrom: questa riga non apre una mail\nFrom x y\nSubject: finto\n\nfine\n";
    let text = format!(
        "From a@b.invalid Thu Nov 21 14:35:00 2024\nFrom: a@b.invalid\nSubject: uno\nContent-Length: {}\n\n{body}\nFrom a@b.invalid Thu Nov 21 14:36:00 2024\nFrom: a@b.invalid\nSubject: due\n\nciao\n",
        body.len()
    );
    let reading = read_one("x.mbox", text.as_bytes());
    assert_eq!(reading.conversations.len(), 2);
    assert!(said(titled(&reading, "uno")).iter().any(|line| line.contains("Subject: finto")));
}

#[test]
fn a_sender_is_believed_only_where_the_receiver_noted_a_signature() {
    let hop = "Received: from a.banca.invalid by mx.posta.invalid with ESMTP; Thu, 21 Nov 2024 14:35:00 +0100\n";
    let note = "Authentication-Results: mx.posta.invalid; dkim=pass header.d=banca.invalid\n";
    let mail = |head: &str, from: &str| format!("{head}From: {from}\nTo: anna@posta.invalid\nSubject: s\n\ntesto\n");
    for (head, from, code, said) in [
        (format!("{hop}{note}"), "x@banca.invalid", FindingCode::SenderVerified, "banca.invalid"),
        (hop.to_owned(), "x@banca.invalid", FindingCode::SenderUnverified, "banca.invalid"),
        (hop.to_owned(), "anna@posta.invalid", FindingCode::SenderIsRecipient, "anna@posta.invalid"),
        (note.to_owned(), "x@banca.invalid", FindingCode::SenderUnverified, "banca.invalid"),
    ] {
        let reading = read_one("x.eml", mail(&head, from).as_bytes());
        assert_eq!(detail(&reading, code), said, "{head}");
        let senders = [FindingCode::SenderVerified, FindingCode::SenderUnverified, FindingCode::SenderIsRecipient];
        assert_eq!(codes(&reading).iter().filter(|code| senders.contains(code)).count(), 1);
    }
}

#[test]
fn words_that_begin_with_from_are_no_mailbox() {
    for text in ["From ieri mi scrive.\nLui: paga\n", "From the start he said:\nSubject to me, pay.\n"] {
        assert_eq!(format(&read_one("x.txt", text.as_bytes())), "plain_text", "{text}");
    }
    let inside = "From a@b.invalid Thu Nov 21 14:35:00 2024\nFrom: a@b.invalid\nSubject: uno\n\nciao\n\nFrom qui in poi\nNota: niente\n";
    let reading = read_one("x.mbox", inside.as_bytes());
    assert_eq!(reading.conversations.len(), 1);
    assert_eq!(said(titled(&reading, "uno")).len(), 3);
}
