//! Invented inputs of every kind that a person may hand over, and some that nobody should.

use std::io::{Cursor, Write as _};

use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::json;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::Failure;

/// Name and bytes of each.
pub(crate) fn invented() -> Result<Vec<(&'static str, Vec<u8>)>, Failure> {
    let mut inputs = vec![
        ("_chat.txt", THREAT.as_bytes().to_vec()),
        ("WhatsApp Chat with Giada.txt", long_chat(2_000).into_bytes()),
        ("WhatsApp Chat with Trip group.txt", GROUP.as_bytes().to_vec()),
        ("WhatsApp en francais.txt", FRENCH.as_bytes().to_vec()),
        ("WhatsApp espanol.txt", SPANISH.as_bytes().to_vec()),
        ("WhatsApp utf16.txt", utf_16(THREAT)),
        ("conversation.txt", windows_1252(FRENCH)),
        ("result.json", telegram().into_bytes()),
        ("message_1.json", messenger().into_bytes()),
        ("sms-20261112.xml", SMS.as_bytes().to_vec()),
        ("tabella.csv", TABLE.as_bytes().to_vec()),
        ("contatto.vcf", CARD.as_bytes().to_vec()),
        ("minaccia.eml", MAIL.as_bytes().to_vec()),
        ("posta.mbox", format!("From x@scam.example Thu Nov 12 23:41:07 2026\r\n{MAIL}\r\n").into_bytes()),
        ("pagina.html", PAGE.as_bytes().to_vec()),
        ("rotto.txt", vec![0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00, 0x0a]),
        ("vuoto.txt", Vec::new()),
        ("profondo.json", "[".repeat(20_000).into_bytes()),
        ("foto.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()),
    ];
    for (name, format) in [
        ("foto.bmp", ImageFormat::Bmp),
        ("foto.gif", ImageFormat::Gif),
        ("foto.jpg", ImageFormat::Jpeg),
        ("foto.png", ImageFormat::Png),
        ("foto.tiff", ImageFormat::Tiff),
        ("foto.webp", ImageFormat::WebP),
    ] {
        inputs.push((name, picture(format)?));
    }
    let whole = archive()?;
    inputs.push(("tagliato.zip", whole.get(..whole.len() / 2).unwrap_or_default().to_vec()));
    inputs.push(("WhatsApp Chat - Giada.zip", whole));
    Ok(inputs)
}

const THREAT: &str = "[12/11/26, 23:41:07] Giada: manda 500 euro entro stasera o mando il video a tutti i tuoi contatti\n\
    [12/11/26, 23:41:40] Marco: ti prego non ce la faccio più, voglio morire\n\
    [12/11/26, 23:42:02] Giada: IBAN IT60X0542811101000000123456 oppure ricarica postepay\n\
    [12/11/26, 23:58:00] Marco: ho pagato 200 euro 😢\n";

const GROUP: &str = "11/12/26, 11:41 PM - Messages and calls are end-to-end encrypted.\n\
    11/12/26, 11:41 PM - Ann created group \"Trip\"\n\
    11/12/26, 11:42 PM - Ann: who has the tickets? https://example.org/t?a=1\n\
    11/12/26, 11:43 PM - +44 7700 900123: <Media omitted>\n\
    11/12/26, 11:44 PM - Bob: if you do not send $300 in gift cards by tomorrow I post your nudes\nto everybody\n";

const FRENCH: &str = "12/11/2026 à 23:41 - Élise: tu as 24 heures pour payer 400 €, sinon j'envoie la vidéo à ta famille\n\
    12/11/2026 à 23:45 - Théo: je n'ai pas d'argent, arrête s'il te plaît\n\
    12/11/2026 à 23:46 - Élise: PayPal elise@exemple.example ou une carte Transcash\n";

const SPANISH: &str = "12/11/26 23:41 - Sofía: o me pagas 300 euros o publico tus fotos, tengo a todos tus seguidores\n\
    12/11/26 23:42 - Luis: por favor no, ya te pagué ayer\n\
    12/11/26 23:43 - Sofía: bizum al 612 345 678, tienes dos horas\n";

const SMS: &str = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"2\">\n\
    <sms protocol=\"0\" address=\"+393331234567\" date=\"1794523267000\" type=\"1\" body=\"Paga 200 &#8364; o vedranno tutti le foto\" \
    read=\"1\" contact_name=\"(Unknown)\" />\n\
    <sms protocol=\"0\" address=\"+393331234567\" date=\"1794523507000\" type=\"2\" body=\"Chi sei? &#128557;\" read=\"1\" \
    contact_name=\"(Unknown)\" />\n</smses>\n";

const TABLE: &str = "timestamp,sender,message\n2026-11-12T23:41:07Z,Giada,\"paga, \"\"subito\"\"\nin bitcoin\"\n\
    2026-11-12T23:45:07Z,Marco,no\n";

const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Giada Neri\r\nTEL;TYPE=CELL:+39 333 123 4567\r\nEMAIL:giada@posta.example\r\n\
    END:VCARD\r\n";

const MAIL: &str = "From: x@scam.example\r\nTo: marco@posta.example\r\nDate: Thu, 12 Nov 2026 23:41:07 +0100\r\n\
    Subject: =?utf-8?q?Ho_hackerato_il_tuo_dispositivo?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
    Ti ho registrato con la webcam. Paga 900 USD in bitcoin a 1BoatSLRHtKNngkdXEeobR76b53LETtpyT entro 48 ore.\r\n";

const PAGE: &str = "<!doctype html><html><head><title>Chat</title><script>alert(1)</script></head><body>\
    <div class=\"message\"><b>Giada</b><span>12/11/2026 23:41</span><p>paga o pubblico tutto &amp; subito</p></div>\
    <div class=\"message\"><b>Marco</b><span>12/11/2026 23:45</span><p>no</p></div></body></html>";

fn long_chat(lines: u32) -> String {
    let line = |number: u32| {
        let (day, hour, minute) = (1 + number % 28, number % 24, number % 60);
        let who = if number.is_multiple_of(3) { "Giada" } else { "Marco" };
        format!("{day:02}/10/26, {hour:02}:{minute:02} - {who}: messaggio numero {number}, tutto bene? €{number},50\n")
    };
    (0..lines).map(line).collect()
}

fn telegram() -> String {
    json!({ "name": "Giada", "type": "personal_chat", "id": 7, "messages": [
        { "id": 1, "type": "message", "date": "2026-11-12T23:41:07", "date_unixtime": "1794523267", "from": "Giada",
          "from_id": "user7", "text": "ho i tuoi contatti, paga 300 € in bitcoin", "text_entities": [] },
        { "id": 2, "type": "message", "date": "2026-11-12T23:45:07", "date_unixtime": "1794523507", "from": "Marco",
          "from_id": "user8", "text": "chi sei?", "text_entities": [] }] })
    .to_string()
}

/// Every byte of UTF-8 as a letter of its own, as these exports have it.
fn messenger() -> String {
    let mangled = |text: &str| text.bytes().map(char::from).collect::<String>();
    json!({ "participants": [{ "name": "Giada" }, { "name": mangled("Niccolò") }], "title": "Giada",
        "thread_path": "inbox/giada_1", "messages": [
        { "sender_name": mangled("Niccolò"), "timestamp_ms": 1_794_523_507_000_u64, "content": mangled("perché? 😢") },
        { "sender_name": "Giada", "timestamp_ms": 1_794_523_267_000_u64,
          "content": mangled("è finita: 1000 € o lo mando a tua madre") }] })
    .to_string()
}

fn utf_16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// Letters up to U+00FF stand at the same places there; the euro sign has its own.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|letter| if letter == '€' { 0x80 } else { u8::try_from(letter).unwrap_or(b'?') }).collect()
}

/// A gradient with an edge in it.
fn picture(format: ImageFormat) -> Result<Vec<u8>, Failure> {
    let pixels = RgbImage::from_fn(192, 144, |x, y| {
        let value = |number: u32| u8::try_from(number % 256).unwrap_or_default();
        image::Rgb(if x > y { [value(x), value(y), value(x * y)] } else { [value(y * 3), value(x + y), 20] })
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(pixels).write_to(&mut bytes, format)?;
    Ok(bytes.into_inner())
}

/// An export with media, as an iPhone makes it.
fn archive() -> Result<Vec<u8>, Failure> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    zip.start_file("_chat.txt", options)?;
    zip.write_all(
        "[12/11/26, 23:41:07] Giada: \u{200e}<allegato: 00000002-PHOTO-2026-11-12-23-41-07.jpg>\n".as_bytes(),
    )?;
    zip.write_all(THREAT.as_bytes())?;
    zip.start_file("00000002-PHOTO-2026-11-12-23-41-07.jpg", options)?;
    zip.write_all(&picture(ImageFormat::Jpeg)?)?;
    zip.start_file("../fuori.txt", options)?;
    zip.write_all(b"un nome che esce dalla cartella")?;
    Ok(zip.finish()?.into_inner())
}
