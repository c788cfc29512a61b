//! Speed of the scan on ordinary chat, on chat full of traces, and against the worst we could think of.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const CHAT: &[&str] = &[
    "ciao come stai oggi? io bene dai, sono appena tornata dal lavoro",
    "ahah ma figurati, ci vediamo sabato allora con gli altri",
    "where are you from? you look really nice in that picture",
    "non lo so, devo sentire mia sorella e poi ti dico",
    "bonjour tu vas bien, on se parle plus tard si tu veux",
    "ok perfetto, buonanotte e a domani",
    "hola guapo que haces este fin de semana",
    "sto guardando un film bellissimo, te lo consiglio davvero tanto",
];

const TRACES: &[&str] = &[
    "manda 500 euro su questo iban IT60X0542811101000000123456 intestato a Mario Rossi Prova",
    "scrivimi su whatsapp +39 333 123 4567 entro 30 minuti o pubblico tutto",
    "il mio insta è @luna_prova99 e la mail luna.prova@example.com",
    "guarda hxxps://video[.]example[.]com/abc, hai 10 minuti",
];

fn text(lines: &[&str], size: usize) -> String {
    let mut text = String::with_capacity(size + 128);
    for line in lines.iter().cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

#[divan::bench]
fn ordinary_chat(bencher: Bencher<'_, '_>) {
    let text = text(CHAT, 1 << 20);
    bencher.counter(BytesCount::of_str(&text)).bench(|| argine_indicators::scan_text(black_box(&text)));
}

#[divan::bench]
fn chat_full_of_traces(bencher: Bencher<'_, '_>) {
    let text = text(TRACES, 1 << 20);
    bencher.counter(BytesCount::of_str(&text)).bench(|| argine_indicators::scan_text(black_box(&text)));
}

#[divan::bench(args = ["1.1/", "0039 ", "a.", "@a", "12 ", "entro ", "€1 ", "(((]"])]
fn walls(bencher: Bencher<'_, '_>, unit: &str) {
    let text = unit.repeat((1 << 18) / unit.len());
    bencher.counter(BytesCount::of_str(&text)).bench(|| argine_indicators::scan_text(black_box(&text)));
}
