//! How fast exports are read. The texts are made here: nothing is read from disk.

use std::fmt::Write as _;

use argine_chat::{Handed, ReadOptions, open, read};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

const WORDS: [&str; 8] = [
    "ciao come stai",
    "perché così tardi",
    "ti chiamo dopo 😀",
    "sì",
    "guarda: è qui",
    "domani - forse",
    "ok",
    "città",
];

/// An Android export: words, now and then two lines, media left out, a call, a line of the app.
fn whatsapp(messages: usize) -> String {
    let mut text = String::new();
    for number in 0..messages {
        let (day, hour, minute) = (1 + number / 1440 % 28, number / 60 % 24, number % 60);
        let name = if number % 3 == 0 { "Anna Verdi" } else { "Bruno ✨" };
        let word = WORDS.get(number % WORDS.len()).copied().unwrap_or_default();
        let _ = match number % 50 {
            0 => writeln!(text, "{day:02}/11/24, {hour:02}:{minute:02} - Hai bloccato questo contatto."),
            1 => writeln!(text, "{day:02}/11/24, {hour:02}:{minute:02} - {name}: <Media omessi>"),
            2 => writeln!(text, "{day:02}/11/24, {hour:02}:{minute:02} - {name}: Videochiamata persa"),
            3 => writeln!(text, "{day:02}/11/24, {hour:02}:{minute:02} - {name}: {word}\n{word}\n\n{word}"),
            _ => writeln!(text, "{day:02}/11/24, {hour:02}:{minute:02} - {name}: {word} {word} {word} {number}"),
        };
    }
    text
}

fn telegram(messages: usize) -> String {
    let mut text = String::from("{\"name\": \"Bruno\", \"type\": \"personal_chat\", \"id\": 7, \"messages\": [\n");
    for number in 0..messages {
        let comma = if number == 0 { "" } else { "," };
        let word = WORDS.get(number % WORDS.len()).copied().unwrap_or_default();
        let _ = writeln!(
            text,
            "{comma}{{\"id\": {number}, \"type\": \"message\", \"date\": \"2024-11-21T14:35:00\", \"date_unixtime\": \"{}\", \
             \"from\": \"Bruno\", \"from_id\": \"user7\", \"text\": \"{word} {number}\", \"text_entities\": []}}",
            1_732_199_700 + number
        );
    }
    text.push_str("]}");
    text
}

/// A backup of text messages, one in a hundred with a picture of a few kilobytes.
fn sms(messages: usize) -> String {
    let mut text = String::from("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"1\">\n");
    let picture = "/9j/4AAQSkZJRgAB".repeat(400);
    for number in 0..messages {
        let word = WORDS.get(number % WORDS.len()).copied().unwrap_or_default();
        let (address, date) = (3_330_000_000_u64 + (number % 40) as u64, 1_732_199_700_000_u64 + number as u64 * 1000);
        let _ = match number % 100 {
            0 => writeln!(
                text,
                "  <mms date=\"{date}\" msg_box=\"1\" address=\"+39{address}\"><parts><part seq=\"0\" ct=\"image/jpeg\" \
                 cl=\"foto{number}.jpg\" text=\"null\" data=\"{picture}\" /></parts></mms>"
            ),
            _ => writeln!(
                text,
                "  <sms protocol=\"0\" address=\"+39{address}\" date=\"{date}\" type=\"{}\" subject=\"null\" \
                 body=\"{word} &amp; {word} &#55357;&#56832; {number}\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" \
                 read=\"1\" status=\"-1\" locked=\"0\" date_sent=\"{date}\" contact_name=\"(Unknown)\" />",
                1 + number % 2
            ),
        };
    }
    text.push_str("</smses>\n");
    text
}

fn table(messages: usize) -> String {
    let mut text = String::from("Data;Mittente;Messaggio\n");
    for number in 0..messages {
        let word = WORDS.get(number % WORDS.len()).copied().unwrap_or_default();
        let name = if number % 3 == 0 { "Anna" } else { "Bruno" };
        let (day, hour, minute) = (1 + number / 1440 % 28, number / 60 % 24, number % 60);
        let _ = writeln!(text, "{day:02}/11/2024 {hour:02}:{minute:02};{name};\"{word}; {word} {number}\"");
    }
    text
}

fn bench(bencher: Bencher<'_, '_>, name: &str, text: &str, messages: usize) {
    let options = ReadOptions::default();
    bencher
        .counter(ItemsCount::new(messages))
        .counter(BytesCount::new(text.len()))
        .bench(|| read(&[Handed { name, bytes: text.as_bytes() }], &options));
}

#[divan::bench(args = [1_000, 100_000])]
fn whatsapp_text(bencher: Bencher<'_, '_>, messages: usize) {
    bench(bencher, "Chat WhatsApp con Bruno.txt", &whatsapp(messages), messages);
}

/// One message after the other, none kept.
#[divan::bench(args = [1_000, 100_000])]
fn whatsapp_text_one_by_one(bencher: Bencher<'_, '_>, messages: usize) {
    let text = whatsapp(messages);
    let options = ReadOptions::default();
    bencher.counter(ItemsCount::new(messages)).counter(BytesCount::new(text.len())).bench(|| {
        let mut opened = open(&[Handed { name: "Chat WhatsApp con Bruno.txt", bytes: text.as_bytes() }], &options);
        opened.each(|_, message| {
            divan::black_box(message);
        });
    });
}

#[divan::bench(args = [1_000, 100_000])]
fn telegram_json(bencher: Bencher<'_, '_>, messages: usize) {
    bench(bencher, "result.json", &telegram(messages), messages);
}

#[divan::bench(args = [1_000, 100_000])]
fn sms_xml(bencher: Bencher<'_, '_>, messages: usize) {
    bench(bencher, "sms.xml", &sms(messages), messages);
}

#[divan::bench(args = [1_000, 100_000])]
fn table_csv(bencher: Bencher<'_, '_>, messages: usize) {
    bench(bencher, "chat.csv", &table(messages), messages);
}
