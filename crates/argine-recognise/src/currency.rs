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
    /// Folded words and phrases that speak for it.
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
        let mut known: Vec<&str> = records().flat_map(|record| &record.words).map(String::as_str).collect();
        known.sort_unstable();
        let mut said: BTreeSet<&str> = BTreeSet::new();
        let mut folded = Folded::default();
        for message in &conversation.messages {
            folded.fold(message.words());
            for (at, token) in folded.tokens.iter().enumerate() {
                let first = folded.word(token);
                let follows = |phrase: &str| {
                    let rest = folded.tokens.get(at..).unwrap_or_default();
                    let parts = phrase.split(' ').count();
                    rest.len() >= parts && phrase.split(' ').zip(rest).all(|(part, token)| part == folded.word(token))
                };
                let begun = known.get(known.partition_point(|phrase| *phrase < first)..).unwrap_or_default();
                let begun = begun.iter().copied().take_while(|phrase| phrase.starts_with(first));
                said.extend(begun.filter(|phrase| follows(phrase)));
            }
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
        assert_eq!(usual("en", &["O 300 by friday", "V i ate nothing today"]), "USD");
        assert_eq!(usual("es", &["O 300 el viernes", "V se lo digo a Lucas"]), "EUR");
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
