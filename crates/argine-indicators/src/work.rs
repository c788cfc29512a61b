//! Work on texts made to hurt, counted in steps, against the work on texts full of traces: nobody's clock comes into it.
//!
//! A step is about what reading one byte costs (five instructions); what does more counts as more, as measured with callgrind.

use core::cell::Cell;

use crate::{Find, Scanner, What, context_words};

#[path = "../tests/second/mod.rs"]
#[expect(dead_code, reason = "the truth about the text is for other tests")]
mod second;

thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

pub(crate) fn count(steps: usize) {
    STEPS.with(|known| known.set(known.get() + steps as u64));
}

/// What telling a find costs, in reads of a byte: its place among the others, and for a value its strings.
fn told(find: &Find<'_>) {
    count(if matches!(find.what, What::Indicator { .. }) { 100 } else { 40 });
}

/// Steps for each thousand bytes.
fn steps(text: &str) -> u64 {
    STEPS.with(|known| known.set(0));
    let mut scanner = Scanner::default();
    scanner.push(text.as_bytes(), &mut |find| told(&find));
    scanner.finish(&mut |find| told(&find));
    STEPS.with(Cell::get) * 1_000 / text.len() as u64
}

fn wall(piece: &str, size: usize) -> u64 {
    steps(&piece.repeat(size / piece.len() + 1))
}

/// What makes some recogniser look, and what leaves it looking.
const TRIGGERS: &[&str] = &[
    "a",
    "1",
    " ",
    "é",
    "\u{200b}",
    "@",
    ".",
    ":",
    "/",
    "[",
    "]",
    "(",
    ")",
    "-",
    "+",
    "'",
    "\n",
    "€",
    "$",
    "k",
    "0x",
    "00",
    "39",
    "12",
    "123",
    "4111",
    "3333333333",
    "12/03/2024",
    "1.1",
    "IT60",
    "IT",
    "bc1q",
    "http://",
    "http://a.",
    "hxxp",
    "www.",
    "a.com/",
    "t.me/",
    "[.]",
    "(at)",
    "at",
    "chiocciola",
    "punto",
    "com",
    "ig:",
    "telegram",
    "intestata a",
    "Ana",
    "mario",
    "mtcn",
    "hai",
    "entro",
    "in",
    "ore",
    "ora",
    "h",
    "mezza",
    "e",
    "un",
    "la",
    "le",
    "mille",
    "cento",
    "euro",
    "voglio",
    "marzo",
    "domani",
    "left",
    "bic",
    "ABCDITMM",
    "cro",
    "iban",
    "wallet",
    "steam",
    "AAAA-",
    "cf",
    "RSSMRA",
    "codice fiscale",
    "your",
    "paga",
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    "IT60X0542811101000000123456",
    "a.b@c.it",
    "::",
    "a:b:",
    "1PMTSz6vxw4omE6o",
    "btc",
    "tre",
    "zero",
    "call me",
    " . com",
    "h**p://",
    "@ a",
    "nome:",
    "manda a",
    "5",
];

#[test]
fn no_text_takes_five_times_the_work_of_a_text_full_of_traces() {
    let average = steps(&second::text(200_000, 41).text);
    let mut worst: Vec<(u64, String)> = Vec::new();
    let mut see = |piece: &str| worst.push((wall(piece, 3_000), piece.to_owned()));
    for word in context_words() {
        see(&format!("{word} "));
        see(&format!("{word} 1 "));
    }
    for first in TRIGGERS {
        see(first);
        see(&format!("{first} "));
        for second in TRIGGERS {
            see(&format!("{first}{second}"));
            see(&format!("{first} {second} "));
        }
    }
    worst.sort();
    worst.reverse();
    worst.truncate(20);
    let (most, _) = worst.first().cloned().unwrap_or_default();
    assert!(most <= 5 * average, "average {average}: {worst:?}");
}

#[test]
fn twice_the_text_takes_twice_the_work() {
    for piece in ["http://a.", "intestata a Ana ", "4111 ", "at ", "hai 1 ", "((((", "[.]", "a.b@", "1 ora e "] {
        let (once, twice) = (wall(piece, 100_000), wall(piece, 200_000));
        assert!(twice * 10 <= once * 11, "{piece}: {once}, {twice}");
    }
}
