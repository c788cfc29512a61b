//! Account numbers and wallets that carry check digits: what an engine confuses is put right only where the check then passes.
//!
//! The words as they were read stay with the message; this mends the text. The check of a wallet lets one wrong reading in a
//! thousand million through, that of an account number one in 97, so that only the latter's digits that cannot be letters are mended.

/// Readings tried for one sequence at most.
const MOST_READINGS: usize = 4_096;
/// The first letters of wallets with this check, as read.
const PREFIXES: &[&str] = &["bc1", "bcl", "bci", "dc1", "dcl", "tb1", "ltc1", "ltcl"];

/// Whether a sequence passes its check digits: an account number, or a wallet.
pub(crate) fn is_whole(sequence: &str) -> bool {
    let sequence = sequence.trim_end_matches(['.', ',', ';', ':', ')']);
    sequence.parse::<iban::Iban>().is_ok() || bech32::segwit::decode(sequence).is_ok()
}

/// The text, with every sequence that fails its check digits replaced by the one confusable reading that passes them.
pub(crate) fn mend(text: &str) -> String {
    let mut pieces: Vec<String> = Vec::new();
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let alone = mended(word);
        // A line of signs is now and then read as two words.
        let with_next = words.peek().filter(|_| alone.is_none() && is_wallet_start(word) && !is_whole(word));
        let together = with_next.and_then(|next| mended(&format!("{word}{next}")));
        if together.is_some() {
            words.next();
        }
        pieces.push(together.or(alone).unwrap_or_else(|| word.to_owned()));
    }
    pieces.join(" ")
}

fn is_wallet_start(word: &str) -> bool {
    let lower = word.to_lowercase();
    PREFIXES.iter().any(|prefix| lower.starts_with(prefix)) && word.chars().count() >= 14
}

/// The only reading of a word that passes; none where it passes as it is, where none does, or where several do.
fn mended(word: &str) -> Option<String> {
    let (body, end) = word.split_at(word.trim_end_matches(['.', ',', ';', ')']).len());
    let length = body.chars().count();
    if !(14..=96).contains(&length) {
        return None;
    }
    let found = if is_wallet_start(body) {
        if bech32::segwit::decode(body).is_ok() {
            return None;
        }
        let readings = readings(&body.to_lowercase(), wallet_letter)?;
        only(readings.into_iter().filter(|reading| bech32::segwit::decode(reading).is_ok()))
    } else {
        account(body)
    }?;
    Some(found + end)
}

/// What a letter of a wallet may be. The alphabet has no 1, b, i and o behind the prefix, and all letters are small.
fn wallet_letter(place: usize, letter: char) -> &'static [&'static str] {
    match (place, letter) {
        (0, 'd') => &["b"],
        (0..3, 'i' | 'l' | '|') => &["1"],
        (0..4, _) => &[],
        (_, '1' | 'i' | '|') => &["l"],
        (_, 'o') => &["0"],
        (_, 'b') => &["6"],
        (_, 'q') => &["g", ""],
        (_, 'g') => &["q", ""],
        (_, '\u{e9}' | '\u{e8}' | '\u{f3}' | '\u{f2}') => &["6", ""],
        (_, ')') => &["j"],
        (_, 'a') => &["q"],
        (_, 's') => &["5"],
        (_, '5') => &["s"],
        (_, 'z') => &["2"],
        (_, '2') => &["z"],
        _ => &[],
    }
}

/// An account number: two letters, then digits where there can be nothing else. Only the two check digits behind the country, and
/// for countries whose numbers have digits alone all the rest, are mended.
fn account(body: &str) -> Option<String> {
    if body.parse::<iban::Iban>().is_ok() || !body.is_char_boundary(2) {
        return None;
    }
    let (country, rest) = body.split_at(2);
    let all_digits = match country {
        "DE" | "ES" | "AT" | "BE" | "PL" | "PT" | "HR" | "DK" | "NO" | "FI" | "SE" | "CZ" | "SK" | "HU" => true,
        "IT" | "SM" | "GB" | "FR" | "CH" | "NL" | "RO" | "IE" | "LT" | "LU" => false,
        _ => return None,
    };
    let reading: String = rest
        .chars()
        .enumerate()
        .map(|(place, letter)| match letter {
            'O' | 'o' if place < 2 || all_digits => '0',
            'I' | 'l' | '|' if place < 2 || all_digits => '1',
            'S' if place < 2 || all_digits => '5',
            'B' if place < 2 || all_digits => '8',
            letter => letter,
        })
        .collect();
    let reading = format!("{country}{reading}");
    (reading != body && reading.parse::<iban::Iban>().is_ok()).then_some(reading)
}

/// All readings of a sequence, itself first; none where there are too many.
fn readings(sequence: &str, other: fn(usize, char) -> &'static [&'static str]) -> Option<Vec<String>> {
    let mut readings = vec![String::new()];
    for (place, letter) in sequence.chars().enumerate() {
        let others = other(place, letter);
        let must = !letter.is_ascii_alphanumeric() || (place > 3 && matches!(letter, '1' | 'b' | 'i' | 'o'));
        let mut next = Vec::new();
        for reading in &readings {
            if !must {
                next.push(format!("{reading}{letter}"));
            }
            next.extend(others.iter().map(|other| format!("{reading}{other}")));
        }
        if next.len() > MOST_READINGS || next.is_empty() {
            return None;
        }
        readings = next;
    }
    Some(readings)
}

fn only(mut found: impl Iterator<Item = String>) -> Option<String> {
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_its_check_is_put_right() {
        for (read, expected) in [
            ("bcl qw", "bcl qw"),
            ("bc1qw508d6gejxtdg4y5r3zarvary0c5xw7kv8F3t4 questo", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 questo"),
            ("bclqw508d\u{e9}6qejxtdg4y5r3zarvaryOc5 xw7kv8f3t4.", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4."),
            ("a bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "a bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
            ("ITGOX0542811101000000123456", "ITGOX0542811101000000123456"),
            ("DE8937O400440532013OOO,", "DE89370400440532013000,"),
            ("DE8837O400440532013OOO", "DE8837O400440532013OOO"),
            ("", ""),
        ] {
            assert_eq!(mend(read), expected, "{read}");
        }
    }

    #[test]
    fn many_doubts_cost_little() {
        let doubtful = format!("bc1q{}", "q".repeat(80));
        assert_eq!(mend(&doubtful), doubtful);
    }
}
