//! The language of a text: a linear model over pieces of words.
//!
//! Its weights are those of the crate `whichlang` 0.1.1 (MIT, Copyright 2023 Quickwit Inc.), in steps of [`STEP`]: a seventh of
//! their weight on the way to a telephone, and the same answer for all but a few texts in a thousand (the test below). `cargo
//! run --example languages -p argine-recognise -- FILE` writes them anew from the crate's `weights.rs`.

/// ISO 639-1, in the order of the columns.
pub(super) const LANGUAGES: [&str; 16] =
    ["ar", "zh", "de", "en", "fr", "hi", "it", "ja", "ko", "nl", "pt", "ru", "es", "sv", "tr", "vi"];

/// How much each language has before the first letter.
const INTERCEPTS: [f64; 16] = [
    -2.306_742, -2.258_932, 0.523_372, 1.777_966, 1.053_884, -2.673_501, 2.530_283, -0.639_573, -1.692_796, 2.483_821,
    1.158_584, -2.405_218, 0.882_742, 1.775_545, 1.994_673, -2.204_108,
];

/// A row for each of 4,096 buckets of pieces, a signed byte for each language.
const WEIGHTS: &[u8] = include_bytes!("../../../../knowledge/recognition/languages.bin");
/// What one unit of a weight is worth.
const STEP: f64 = 0.2;

const SEED: u32 = 3_242_157_231;
/// Pieces of two, three and four letters of a word, one byte each.
const PIECES: [u32; 3] = [0xFFFF, 0xFF_FFFF, u32::MAX];

/// Characters beyond ASCII are told apart by the ranges between these.
const BORDERS: [u32; 52] = [
    160, 161, 171, 172, 173, 174, 187, 192, 196, 199, 200, 201, 202, 205, 214, 220, 223, 224, 225, 226, 227, 228, 231,
    232, 233, 234, 235, 236, 237, 238, 239, 242, 243, 244, 245, 246, 249, 250, 251, 252, 333, 339, 0x3000, 0x303F,
    0x3040, 0x309F, 0x30A0, 0x30FF, 0x4E00, 0x9FAF, 0xFF61, 0xFF90,
];

/// The most likely language of a text; English where it holds nothing to go by.
pub(super) fn guessed(text: &str) -> &'static str {
    let (rows, _) = WEIGHTS.as_chunks::<16>();
    let mut sums = [0_i32; 16];
    let mut count = 0_u32;
    pieces(text, |hash| {
        count += 1;
        let Some(row) = rows.get(hash as usize % rows.len().max(1)) else { return };
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += i32::from(weight.cast_signed());
        }
    });
    if count == 0 {
        return "en";
    }
    let share = STEP / f64::from(count).sqrt();
    let scores = sums.into_iter().zip(INTERCEPTS).map(|(sum, intercept)| f64::from(sum) * share + intercept);
    let best = scores.zip(LANGUAGES).max_by(|(left, _), (right, _)| left.total_cmp(right));
    best.map_or("en", |(_, language)| language)
}

/// Every piece as a hash: the last letters of a word, as far as it goes back, and what stands for a character beyond ASCII.
fn pieces(text: &str, mut heard: impl FnMut(u32)) {
    let mut last = u32::from(b' ');
    let mut known = 1;
    for character in text.chars() {
        if !character.is_ascii() {
            let code = u32::from(character);
            let range = BORDERS.partition_point(|border| *border < code);
            heard(hash(code / 128, SEED ^ 2));
            heard(hash(u32::try_from(range).unwrap_or_default(), SEED ^ 4));
            known = 0;
            continue;
        }
        last = last << 8 | u32::from(character.to_ascii_lowercase());
        for piece in PIECES.iter().take(known) {
            heard(hash(last & piece, SEED));
        }
        known = PIECES.len().min(known + 1);
        if !character.is_ascii_alphanumeric() {
            last = u32::from(b' ');
        }
    }
}

/// `MurmurHash2` of four bytes, as the weights were fitted with.
fn hash(key: u32, seed: u32) -> u32 {
    const MIX: u32 = 0x5BD1_E995;
    let key = key.wrapping_mul(MIX);
    let key = (key ^ key >> 24).wrapping_mul(MIX);
    let hash = seed.wrapping_mul(MIX) ^ key;
    let hash = (hash ^ hash >> 13).wrapping_mul(MIX);
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(WEIGHTS.len(), 4096 * LANGUAGES.len());
    }

    #[test]
    fn every_language_of_the_lexicon_is_guessed() {
        for (text, language) in [
            ("non ho ancora deciso che cosa fare domani sera", "it"),
            ("I have not decided yet what to do tomorrow evening", "en"),
            ("todavía no he decidido qué hacer mañana por la noche", "es"),
            ("je n'ai pas encore décidé ce que je fais demain soir", "fr"),
            ("ich habe noch nicht entschieden, was ich morgen mache", "de"),
            ("ainda não decidi o que vou fazer amanhã à noite", "pt"),
            ("завтра вечером я буду дома", "ru"),
            ("明日の夜は家にいます", "ja"),
            ("123 456", guessed("123 456")),
            ("", "en"),
        ] {
            assert_eq!(guessed(text), language, "{text}");
        }
    }

    /// The full weights are a library's: it is the judge.
    #[test]
    fn the_small_table_says_what_the_full_weights_say() {
        let texts = [
            include_str!("../../tests/data/pasted/it.txt"),
            include_str!("../../tests/data/phrases/de.tsv"),
            include_str!("../../tests/data/phrases/en.tsv"),
            include_str!("../../tests/data/phrases/es.tsv"),
            include_str!("../../tests/data/phrases/fr.tsv"),
            include_str!("../../tests/data/phrases/it-threats.tsv"),
            include_str!("../../tests/data/phrases/pt.tsv"),
        ];
        let lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).filter(|line| line.len() >= 20).collect();
        let code = |text| {
            let at = whichlang::LANGUAGES.iter().position(|known| *known == whichlang::detect_language(text));
            at.and_then(|at| LANGUAGES.get(at)).copied()
        };
        let same = lines.iter().filter(|line| code(line) == Some(guessed(line))).count();
        assert!(lines.len() > 200, "{}", lines.len());
        assert!(same * 100 >= lines.len() * 99, "{same} of {}", lines.len());
    }
}
