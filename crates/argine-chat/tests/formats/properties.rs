//! What holds for every format whatever the bytes are.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::{downloads, mails, messages, read_one, tables};

fn samples() -> Vec<(&'static str, String)> {
    vec![
        ("chat_history.json", downloads::SNAPCHAT.to_owned()),
        ("chat_history.json", downloads::SNAPCHAT_OLD.to_owned()),
        ("user_data.json", downloads::TIKTOK.to_owned()),
        ("x.json", downloads::discord()),
        ("data.json", downloads::TINDER.to_owned()),
        ("sms.xml", messages::SMS.to_owned()),
        ("x.txt", messages::SIGNAL.to_owned()),
        ("x.vcf", messages::CARDS.to_owned()),
        ("x.csv", tables::CSV.to_owned()),
        ("x.json", tables::JSON.to_owned()),
        ("x.html", tables::HTML.to_owned()),
        ("x.mbox", mails::MBOX.to_owned()),
        ("x.txt", ">>> Chat History with bo::\n2024-11-21 14:36:00 UTC bo: a\nb\n".to_owned()),
        ("x.txt", "[LINE] Chat history with Bo\nSaved on: x\n\n2024/11/21(Thu)\n14:35\tBo\ta\nb\n".to_owned()),
        ("x.txt", "Lui: a\nIo: b\nc\n\nd\n".to_owned()),
        (
            "x.txt",
            "Conversation: J\n\nFrom: J\nType: incoming\nSent: Thu, 21 Nov 2024 15:35:00 +0100\n\na\n".to_owned(),
        ),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_breaks_a_reader(
        sample in 0..16_usize,
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
        prop_assert_eq!(read_one(name, &bytes), read_one(name, &bytes), "same bytes, same reading");
    }

    #[test]
    fn whole_lines_in_any_order_are_accounted_for(
        sample in 0..16_usize,
        picks in proptest::collection::vec(any::<prop::sample::Index>(), 0..40),
    ) {
        let (name, text) = samples().swap_remove(sample);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mixed: String = picks.iter().map(|pick| *pick.get(&lines)).collect();
        read_one(name, mixed.as_bytes());
    }
}

/// Texts that make a careless reader look at everything again for each piece. Every one of them has 150,000 bytes: what is
/// not linear would take minutes, not the moment that the whole test takes.
#[test]
fn hostile_texts_cost_no_more_than_others() {
    let many = |piece: &str| piece.repeat(150_000 / piece.len());
    let mut nested = String::from("[{\"text\": \"a\", \"from\": \"b\"},");
    nested.push_str(&"[".repeat(200_000));
    let mut numbers = String::from("{");
    for number in 0..30_000 {
        let _ = write!(numbers, "\"{number}\": [{{\"a\": 1}}],");
    }
    for (name, text) in [
        ("x.xml", format!("<smses>{}", many("<sms body=\"a"))),
        ("x.xml", format!("<smses>{}", many("<mms><part ct='x'"))),
        (
            "x.xml",
            format!("<smses>{}", many("<sms address=\"1\" date=\"1732199700000\" type=\"1\" body=\"&#55357;\"/>")),
        ),
        ("x.vcf", format!("BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:{}", many("=41=\n "))),
        ("x.vcf", format!("BEGIN:VCARD\n{}", many(" a=\n"))),
        ("x.csv", format!("date,from,message\n\"{}", many("2024-11-21 10:00,a,b\n"))),
        ("x.csv", many("\",\"")),
        ("x.html", format!("<html><table>{}", many("<tr><td>&amp;"))),
        ("x.html", format!("<html>{}", many("<!--"))),
        ("x.html", format!("<html>{}", many("<script>"))),
        ("x.mbox", format!("From a\nFrom: a@b\n\n{}", many("\nFrom a\nContent-Length: 900000\n\n"))),
        (
            "x.mbox",
            format!("From a\nFrom: a@b\nContent-Type: message/rfc822\n\n{}", many("Content-Type: message/rfc822\n\n")),
        ),
        ("x.eml", format!("From: a@b\n{}", many("Content-Type: Message/RFC822\n\n"))),
        ("x.json", nested),
        ("x.json", numbers),
        ("x.txt", many("[2019-12-24, 12:23] a: ](\n")),
        ("x.txt", many("Io: ](\n")),
        ("x.txt", format!(">>> Chat History with a::\n2024-11-21 14:36:00 UTC a: b\n{}", many("c\n"))),
        ("x.txt", format!("Conversation: a\n{}", many("\nType: a\n"))),
        (
            "x.eml",
            format!(
                "From: a@b.invalid\nReceived: by x.invalid\n{}\n\na",
                many("Authentication-Results: x.invalid; ((\n")
            ),
        ),
    ] {
        read_one(name, text.as_bytes());
    }
}
