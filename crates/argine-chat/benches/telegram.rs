//! How fast Telegram's `result.json` is read, with the digest and the account of every byte: an export as Telegram Desktop
//! writes it, made here. `fastest` of the smaller ones is what one core needs; the million shows that it stays so.

use std::fmt::Write as _;

use argine_chat::{Handed, ReadOptions, read};
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
    "ok\\nva bene",
    "ho detto \\\"no\\\"",
];

/// Words for the most part; links, answers, photos, calls, edits, and control characters as Telegram writes them.
fn export(messages: usize) -> String {
    let mut text = String::from(
        "{\n \"name\": \"Bruno\",\n \"type\": \"personal_chat\",\n \"id\": 7000000001,\n \"messages\": [\n",
    );
    for number in 0..messages {
        let (name, id) = if number % 3 == 0 { ("Anna Verdi", 7_000_000_002_u64) } else { ("Bruno", 7_000_000_001) };
        let word = WORDS.get(number % WORDS.len()).copied().unwrap_or_default();
        let seconds = 1_700_000_000 + number * 17;
        let (day, hour, minute, second) = (1 + number / 86_400 % 28, number / 3600 % 24, number / 60 % 60, number % 60);
        let comma = if number == 0 { "" } else { ",\n" };
        let _ = write!(
            text,
            "{comma}  {{\n   \"id\": {number},\n   \"type\": \"{}\",\n   \"date\": \"2024-11-{day:02}T{hour:02}:{minute:02}:{second:02}\",\n   \"date_unixtime\": \"{seconds}\",\n",
            if number % 200 == 7 { "service" } else { "message" }
        );
        let _ = match number % 200 {
            7 => write!(
                text,
                "   \"actor\": \"{name}\",\n   \"actor_id\": \"user{id}\",\n   \"action\": \"phone_call\",\n   \"duration_seconds\": {},\n   \"discard_reason\": \"hangup\",\n   \"text\": \"\",\n   \"text_entities\": []\n  }}",
                number % 90
            ),
            sort => {
                let _ = write!(text, "   \"from\": \"{name}\",\n   \"from_id\": \"user{id}\",\n");
                match sort {
                    0..=6 => write!(
                        text,
                        "   \"text\": [\n    \"{word} \",\n    {{\n     \"type\": \"link\",\n     \"text\": \"https://esempio.invalid/{number}\"\n    }}\n   ],\n   \"text_entities\": [\n    {{\n     \"type\": \"plain\",\n     \"text\": \"{word} \"\n    }},\n    {{\n     \"type\": \"link\",\n     \"text\": \"https://esempio.invalid/{number}\"\n    }}\n   ]\n  }}"
                    ),
                    8..=17 => write!(
                        text,
                        "   \"photo\": \"photos/photo_{number}@21-11-2024.jpg\",\n   \"photo_file_size\": 81234,\n   \"width\": 1280,\n   \"height\": 960,\n   \"text\": \"\",\n   \"text_entities\": []\n  }}"
                    ),
                    18 => write!(
                        text,
                        "   \"text\": \"a\\x07{word}\",\n   \"text_entities\": [\n    {{\n     \"type\": \"plain\",\n     \"text\": \"a\\x07{word}\"\n    }}\n   ]\n  }}"
                    ),
                    _ => {
                        if sort % 10 == 3 {
                            let _ = writeln!(text, "   \"reply_to_message_id\": {},", number.saturating_sub(3));
                        }
                        write!(
                            text,
                            "   \"text\": \"{word} {word} {number}\",\n   \"text_entities\": [\n    {{\n     \"type\": \"plain\",\n     \"text\": \"{word} {word} {number}\"\n    }}\n   ]\n  }}"
                        )
                    }
                }
            }
        };
    }
    text.push_str("\n ]\n}");
    text
}

#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 5, sample_size = 1)]
fn result_json(bencher: Bencher<'_, '_>, messages: usize) {
    let text = export(messages);
    let options = ReadOptions::default();
    bencher
        .counter(ItemsCount::new(messages))
        .counter(BytesCount::new(text.len()))
        .bench(|| read(&[Handed { name: "result.json", bytes: text.as_bytes() }], &options));
}
