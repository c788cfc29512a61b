//! How easily an Italian text is read.

/// The Gulpease index of an Italian text: 89 + (300 × sentences − 10 × letters) ÷ words. 100 is the easiest; from 60 on
/// somebody with eight years of school reads it without help (Lucisano and Piemontese, "GULPEASE: una formula per la
/// predizione della difficoltà dei testi in lingua italiana", Scuola e città 3, 1988).
///
/// An elided word (`l'amico`) is one word with its neighbour, a number is a word, and a text without a full stop is one
/// sentence. A text without words is 100.
///
/// ```
/// assert_eq!(argine_knowledge::gulpease("Non pagare."), 194);
/// assert!(argine_knowledge::gulpease("Circostanziata rappresentazione documentale.") < 60);
/// ```
pub fn gulpease(text: &str) -> i64 {
    let is_in_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let words = text.split(|c: char| !is_in_word(c)).filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let mut sentences = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let ends = matches!(character, '.' | '?' | '…');
        if ends && characters.peek().is_none_or(|next| next.is_whitespace() || matches!(next, '»' | '"' | ')')) {
            sentences += 1;
        }
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX / 1000);
    if words == 0 {
        return 100;
    }
    89 + (300 * number(sentences.max(1)) - 10 * number(letters)).div_euclid(number(words))
}

#[cfg(test)]
mod tests {
    use super::gulpease;

    #[test]
    fn the_formula_is_that_of_its_authors() {
        // Two sentences, six words, 28 letters.
        assert_eq!(gulpease("Non pagare. Salva ogni cosa subito."), 89 + (600 - 280) / 6);
        assert_eq!(gulpease("uno due"), 89 + (300 - 60) / 2);
        // The dot of an address ends no sentence.
        assert_eq!(gulpease("Apri stopncii.org ora"), 89 + (300 - 180) / 4);
        assert_eq!(gulpease("Chiama l'amico."), gulpease("Chiama lamico."));
        assert_eq!(gulpease(" … "), 100);
    }
}
