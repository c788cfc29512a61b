//! What words say of numbers and sums (`sums.toml`): what is counted and is no money, and in which currency a sum is meant that
//! names none ("350 by friday").

use std::collections::{BTreeMap, BTreeSet};

use argine_model::Conversation;
use serde::Deserialize;

use crate::fold::Folded;

/// Where nothing speaks for another one.
const HERE: &str = "EUR";
/// Coins of no country: who asks for a bare "500" does not mean five hundred of them.
const COINS: [&str; 6] = ["BTC", "ETH", "LTC", "XMR", "SOL", "USDT"];
/// A phrase has at most so many words.
const LONGEST: usize = 3;

/// The words of sums.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SumWords {
    /// What is counted and is no money, folded.
    counted: BTreeSet<String>,
    /// The currency of a language, where it is not the euro.
    languages: BTreeMap<String, String>,
    /// What speaks for each currency.
    currency: Vec<CurrencyRecord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyRecord {
    /// ISO 4217.
    code: String,
    /// Where they do: languages of conversations.
    languages: Vec<String>,
    /// Folded words, and phrases of at most three, that speak for it.
    words: Vec<String>,
}

impl SumWords {
    /// Whether what this word names is counted and is no money.
    pub(crate) fn counts(&self, word: &str) -> bool {
        self.counted.contains(word)
    }

    /// The currency of a conversation in this language that names these ones somewhere.
    pub(crate) fn usual_currency<'a>(
        &'a self,
        conversation: &Conversation,
        mut named: impl Iterator<Item = &'a str>,
        language: Option<&str>,
    ) -> &'a str {
        if let Some(code) = named.find(|code| !code.is_empty() && !COINS.contains(code)) {
            return code;
        }
        let Some(language) = language else { return HERE };
        let records = || self.currency.iter().filter(|record| record.languages.iter().any(|one| one == language));
        let mut said: BTreeSet<&str> = BTreeSet::new();
        let known: BTreeSet<&str> = records().flat_map(|record| &record.words).map(String::as_str).collect();
        let mut folded = Folded::default();
        for message in &conversation.messages {
            folded.fold(message.words());
            let words: Vec<&str> = folded.tokens.iter().map(|token| folded.word(token)).collect();
            let phrases = (1..=LONGEST).flat_map(|length| words.windows(length)).map(|phrase| phrase.join(" "));
            said.extend(phrases.filter_map(|phrase| known.get(phrase.as_str()).copied()));
        }
        let count = |record: &CurrencyRecord| record.words.iter().filter(|word| said.contains(word.as_str())).count();
        // The first of those that most speaks for.
        let most = records().map(|record| (count(record), record)).rev().max_by_key(|(count, _)| *count);
        let by_words = most.filter(|(count, _)| *count > 0).map(|(_, record)| &record.code);
        by_words.or_else(|| self.languages.get(language)).map_or(HERE, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use argine_model::{Conversation, ConversationKind};

    use crate::Recogniser;
    use crate::tests::conversation;

    fn usual(language: &str, lines: &[&str]) -> String {
        let conversation: Conversation = conversation(ConversationKind::Direct, true, lines);
        let words = Recogniser::unfitted().unwrap().sum_words;
        words.usual_currency(&conversation, core::iter::empty(), Some(language)).to_owned()
    }

    #[test]
    fn words_of_a_country_say_which_currency_is_meant() {
        assert_eq!(usual("en", &["O 300 by friday or your boss sees it"]), "USD");
        assert_eq!(usual("en", &["O 300 by friday", "V mate i only have a tenner"]), "GBP");
        assert_eq!(usual("pt", &["O 300 no pix", "V espera"]), "BRL");
        assert_eq!(usual("pt", &["O 300 até sexta"]), "EUR");
        assert_eq!(usual("es", &["O son 3 mil, depósito en oxxo"]), "MXN");
        // "Che" is Argentine in Spanish only.
        assert_eq!(usual("it", &["O dico che sono 300"]), "EUR");
    }

    #[test]
    fn a_currency_that_is_named_counts_first() {
        let chat = conversation(ConversationKind::Direct, true, &["O mate, quid", "V 50 €"]);
        let words = Recogniser::unfitted().unwrap().sum_words;
        assert_eq!(words.usual_currency(&chat, ["BTC", "CHF"].into_iter(), Some("en")), "CHF");
    }
}
