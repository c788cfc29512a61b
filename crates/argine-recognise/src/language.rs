//! Which languages are spoken: a guess per message, never a gate for rules.

use std::collections::BTreeMap;

use argine_model::LanguageShare;
use whichlang::{Lang, detect_language};

/// Messages longer than this say something about their language.
const ENOUGH: usize = 20;
/// So many messages are enough to know the shares within a few percent.
const SAMPLE: u32 = 2_000;

/// Bytes of words by language, over the first messages that are long enough.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    bytes: BTreeMap<&'static str, u64>,
    messages: u32,
}

impl Tally {
    /// Adds a message.
    pub(crate) fn add(&mut self, words: &str) {
        if words.len() < ENOUGH || self.messages >= SAMPLE {
            return;
        }
        self.messages += 1;
        let start: &str = words.get(..words.floor_char_boundary(200)).unwrap_or(words);
        *self.bytes.entry(code(detect_language(start))).or_default() += start.len() as u64;
    }

    /// The shares, largest first.
    pub(crate) fn shares(&self) -> Vec<LanguageShare> {
        let total: u64 = self.bytes.values().sum();
        let mut shares: Vec<(u64, &str)> = self.bytes.iter().map(|(lang, bytes)| (*bytes, *lang)).collect();
        shares.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(right.1)));
        shares
            .into_iter()
            .filter(|(bytes, _)| bytes * 50 >= total)
            .map(|(bytes, lang)| LanguageShare { lang: lang.to_owned(), share: per_mille(bytes, total) })
            .collect()
    }

    /// The share of languages that the lexicon does not hold.
    pub(crate) fn unsupported(&self) -> f64 {
        let total: u64 = self.bytes.values().sum();
        let known: u64 = self
            .bytes
            .iter()
            .filter(|(lang, _)| crate::lexicon::LANGUAGES.contains(lang))
            .map(|(_, bytes)| *bytes)
            .sum();
        if total == 0 { 0.0 } else { per_mille(total - known, total) }
    }
}

fn per_mille(part: u64, total: u64) -> f64 {
    let thousandths = u32::try_from(part * 1000 / total.max(1)).unwrap_or(1000);
    f64::from(thousandths) / 1000.0
}

const fn code(language: Lang) -> &'static str {
    match language {
        Lang::Ara => "ar",
        Lang::Cmn => "zh",
        Lang::Deu => "de",
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Hin => "hi",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Nld => "nl",
        Lang::Por => "pt",
        Lang::Rus => "ru",
        Lang::Spa => "es",
        Lang::Swe => "sv",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
    }
}
