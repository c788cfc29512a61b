//! Prints what disguised words cost: `cargo run --example disguise -p argine-recognise -- SET… [LANGUAGE]`.
//!
//! The other side's words are disguised as people do it who fear filters; whole entries by accents and capitals, and 45 in 100 of the words of
//! four letters and more by everything else. The loss is that of F1 over stages and tactics.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a command for the desk, over the project's own data"
)]

#[path = "../tests/annotated/mod.rs"]
mod annotated;
#[path = "../tests/figures/mod.rs"]
mod figures;

use std::env;

use annotated::{Annotated, read_set};
use argine_model::ParticipantIndex;
use argine_recognise::Recogniser;
use figures::{Figures, Owner, assess_all};

/// So many of a hundred words are disguised.
const SHARE: usize = 45;
/// Shorter words are left.
const SHORTEST: usize = 4;

/// A way to write a word so that a filter does not see it.
type Disguise = fn(&str) -> String;

const WORDS: [(&str, Disguise); 5] = [
    ("confusable letters", |word| swapped(word, "aeopcxAEOPCX", "аеорсхАЕОРСХ")),
    ("zero-width signs", |word| parted(word, '\u{200b}')),
    ("spaced letters", |word| parted(word, ' ')),
    ("leetspeak", |word| swapped(word, "aeios", "43105")),
    ("typing errors", |word| {
        let mut letters: Vec<char> = word.chars().collect();
        let middle = letters.len() / 2;
        letters.swap(middle - 1, middle);
        letters.into_iter().collect()
    }),
];

fn main() {
    let recogniser = Recogniser::embedded().unwrap();
    println!("| set | words | alarm recall | false alarms | kinds | stages F1 | tactics F1 | loss |");
    println!("|---|---|--:|--:|--:|--:|--:|--:|");
    let (languages, names): (Vec<String>, Vec<String>) = env::args().skip(1).partition(|argument| argument.len() == 2);
    for name in names {
        let mut set = read_set(&name);
        set.retain(|one| languages.is_empty() || languages.contains(&one.truth.language));
        let plain = row(&recogniser, &name, "plain", &set, None);
        let whole = |disguise: Disguise| disguised(&set, disguise);
        row(
            &recogniser,
            &name,
            "no accents",
            &whole(|text| swapped(text, "àèéìòùáíóúñçâêîôûäöüãõ", "aeeiouaiouncaeiouaouao")),
            Some(plain),
        );
        row(&recogniser, &name, "capitals", &whole(str::to_uppercase), Some(plain));
        for (how, disguise) in WORDS {
            let mut at = 0;
            let set = disguised(&set, |text| {
                let word = |word: &str| {
                    at += 1;
                    // Multiples of a prime are spread evenly over the hundred.
                    let is_hidden = at * 37 % 100 < SHARE && word.chars().count() >= SHORTEST && !word.contains("://");
                    if is_hidden { disguise(word) } else { word.to_owned() }
                };
                text.split(' ').map(word).collect::<Vec<String>>().join(" ")
            });
            row(&recogniser, &name, how, &set, Some(plain));
        }
    }
}

/// The set with the other side's words changed.
fn disguised(set: &[Annotated], mut change: impl FnMut(&str) -> String) -> Vec<Annotated> {
    let mut set = set.to_vec();
    let messages = set.iter_mut().flat_map(|one| &mut one.conversation.messages);
    for message in messages.filter(|message| message.sender == Some(ParticipantIndex(0))) {
        message.text = change(&message.text);
    }
    set
}

/// Prints a row; returns the F1 of stages and of tactics.
fn row(
    recogniser: &Recogniser,
    set: &str,
    how: &str,
    conversations: &[Annotated],
    plain: Option<(f64, f64)>,
) -> (f64, f64) {
    let judged = assess_all(recogniser, conversations, Owner::Known);
    let figures = Figures::of(&judged);
    let (stages, tactics) = (figures.stage_f1(), figures.tactic_f1());
    let loss = plain.map_or(0.0, |plain| f64::midpoint(plain.0 - stages, plain.1 - tactics));
    println!(
        "| {set} | {how} | {:.3} | {:.3} | {:.3} | {stages:.3} | {tactics:.3} | {loss:.3} |",
        figures.recall(),
        figures.false_alarms(),
        figures.accuracy()
    );
    (stages, tactics)
}

/// The letters of the first row as those of the second.
fn swapped(text: &str, from: &str, to: &str) -> String {
    let other = |letter: char| from.chars().position(|one| one == letter).and_then(|at| to.chars().nth(at));
    text.chars().map(|letter| other(letter).unwrap_or(letter)).collect()
}

/// The letters of a word with something between them.
fn parted(word: &str, sign: char) -> String {
    let mut parted: String = word.chars().flat_map(|letter| [letter, sign]).collect();
    parted.pop();
    parted
}
