//! A large invented WhatsApp export (Italian, Android), the same bytes for the same arguments.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};

const WORDS: &[&str] = &[
    "ciao",
    "come",
    "stai",
    "oggi",
    "domani",
    "sera",
    "lavoro",
    "casa",
    "perché",
    "così",
    "più",
    "già",
    "allora",
    "però",
    "certo",
    "grazie",
    "prego",
    "messaggio",
    "treno",
    "macchina",
    "scuola",
    "mare",
    "pizza",
    "caffè",
    "città",
    "università",
    "ecco",
    "niente",
    "sempre",
    "mai",
    "bene",
    "tardi",
    "presto",
    "amico",
    "fratello",
    "sorella",
    "banca",
    "conto",
    "rispondi",
    "aspetta",
    "senti",
    "guarda",
    "leggi",
    "scrivi",
    "arrivo",
    "parto",
    "torno",
    "capisco",
];
const SIGNS: &[&str] = &["😀", "😂", "❤️", "👍🏽", "🙏", "🇮🇹"];

/// Writes the export; with the story of the example in its last days when asked.
#[expect(clippy::disallowed_methods, reason = "the person named the file to write")]
pub(crate) fn write(messages: u32, with_story: bool, out: &Path) -> Result<()> {
    let story = if with_story {
        let path = crate::run::root().join("examples/source/Chat WhatsApp con Chiara Lenzi.txt");
        std::fs::read_to_string(path).context("the example's text cannot be read")?
    } else {
        String::new()
    };
    let chatter = messages.saturating_sub(u32::try_from(story.lines().count()).unwrap_or(u32::MAX));
    let text = chat(chatter) + &story;
    std::fs::write(out, text).with_context(|| format!("{} cannot be written", out.display()))
}

/// Everyday messages, a few media, calls, deletions, multi-line bodies and links among them.
fn chat(messages: u32) -> String {
    let mut random = Random::new(7);
    let mut text = String::with_capacity(messages as usize * 64);
    // The chatter ends before the story of the example begins, however many messages there are.
    let mut minute: u64 = 0;
    let mut sender = 0;
    for _ in 0..messages {
        minute += 1 + random.below(9);
        if random.below(100) < 45 {
            sender = 1 - sender;
        }
        let (day, clock) = (minute / 1440, minute % 1440);
        // Months of 28 days: every date exists, order is kept.
        let (year, month, day) = (2019 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
        let name = if sender == 0 { "Marco Bellandi" } else { "Chiara Lenzi" };
        let _ = write!(text, "{day:02}/{month:02}/{:02}, {:02}:{:02} - {name}: ", year % 100, clock / 60, clock % 60);
        match random.below(1000) {
            0..20 => text.push_str("<Media omessi>"),
            20..24 => text.push_str("Questo messaggio è stato eliminato"),
            24..27 => text.push_str("Chiamata vocale persa"),
            27..40 => {
                let _ = write!(text, "https://esempio.invalid/p?id={}&x=12:30", random.below(1_000_000));
            }
            draw => {
                words(&mut text, &mut random);
                if draw % 20 == 0 {
                    text.push('\n');
                    words(&mut text, &mut random);
                }
            }
        }
        text.push('\n');
    }
    text
}

/// A sentence of everyday words.
pub(crate) fn words(text: &mut String, random: &mut Random) {
    for place in 0..3 + random.below(14) {
        if place > 0 {
            text.push(' ');
        }
        text.push_str(random.one_of(WORDS));
    }
    if random.below(8) == 0 {
        text.push(' ');
        text.push_str(random.one_of(SIGNS));
    }
}

/// A linear congruential generator (Knuth's MMIX constants): the same numbers on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    pub(crate) fn one_of(&mut self, list: &[&'static str]) -> &'static str {
        let place = usize::try_from(self.below(list.len() as u64)).unwrap_or_default();
        list.get(place).copied().unwrap_or_default()
    }
}
