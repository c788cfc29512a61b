//! Which languages are spoken: a guess per message, never a gate for rules.
//!
//! A language is told by its small words (`languages.toml`), which make up a third of what anybody writes and are no names, or by its
//! letters. What holds neither says nothing about its language.

use std::collections::{BTreeMap, HashMap};

use argine_model::LanguageShare;
use serde::Deserialize;

use crate::RulesError;
use crate::fold::Folded;

/// Messages longer than this say something about their language.
const ENOUGH: usize = 20;
/// So many messages are enough to know the shares within a few percent.
const SAMPLE: u32 = 2_000;
/// So many words of a message are enough to know its language.
const WORDS: usize = 40;
/// A message in a language holds at least one of its small words in so many; fewer are chance.
const SPARSEST: usize = 6;
/// What a word weighs that is of one language alone; one of three languages weighs a third.
const WHOLE: u32 = 60;
/// Beyond so many words chance cannot have kept every small word of a known language out.
const UNKNOWN: usize = 30;
/// ISO 639-2 for "undetermined".
const UNDETERMINED: &str = "und";

/// File of the languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LanguageFile {
    language: Vec<LanguageRecord>,
    script: Vec<ScriptRecord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageRecord {
    /// ISO 639-1.
    code: String,
    /// Small words between blanks, folded.
    words: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScriptRecord {
    /// The language that is meant where nothing tells another.
    code: String,
    /// First and last letter of each block.
    blocks: Vec<(char, char)>,
    #[serde(default)]
    telling: Vec<TellingRecord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TellingRecord {
    code: String,
    #[serde(default)]
    letters: String,
    #[serde(default)]
    blocks: Vec<(char, char)>,
}

/// The small words and the letters of every language that can be told.
#[derive(Debug)]
pub(crate) struct LanguageWords {
    languages: Vec<String>,
    /// The languages of a word, one bit for each place in `languages`.
    words: HashMap<Box<str>, u32>,
    scripts: Vec<ScriptRecord>,
}

impl LanguageWords {
    /// Makes the lists ready.
    pub(crate) fn build(name: &str, file: LanguageFile) -> Result<Self, RulesError> {
        let wrong =
            |rule: &str, reason: String| RulesError::Rule { file: name.to_owned(), rule: rule.to_owned(), reason };
        if let Some(record) = file.language.get(u32::BITS as usize) {
            return Err(wrong(&record.code, format!("at most {} languages fit", u32::BITS)));
        }
        let mut words: HashMap<Box<str>, u32> = HashMap::new();
        for (bit, record) in (0..u32::BITS).zip(&file.language) {
            for word in record.words.split_whitespace() {
                if !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    return Err(wrong(&record.code, format!("{word:?} is not lower-case letters without accents")));
                }
                *words.entry(word.into()).or_default() |= 1 << bit;
            }
        }
        let languages = file.language.into_iter().map(|record| record.code).collect();
        Ok(Self { languages, words, scripts: file.script })
    }

    /// The language of a message, where something tells it.
    fn of(&self, words: &str, folded: &Folded) -> Option<&str> {
        self.by_letters(words).or_else(|| self.by_words(folded))
    }

    /// The language of the script that most letters are of, where that is not ours.
    fn by_letters(&self, words: &str) -> Option<&str> {
        let letters = || words.chars().filter(|letter| letter.is_alphabetic());
        let foreign = |letter: &char| !letter.is_ascii();
        if letters().filter(foreign).count() * 2 <= letters().count() {
            return None;
        }
        let count = |script: &ScriptRecord| letters().filter(|letter| within(&script.blocks, *letter)).count();
        let (written, script) =
            self.scripts.iter().map(|script| (count(script), script)).max_by_key(|(count, _)| *count)?;
        if written == 0 {
            return None;
        }
        let tells = |telling: &&TellingRecord| {
            letters().any(|letter| telling.letters.contains(letter) || within(&telling.blocks, letter))
        };
        Some(script.telling.iter().find(tells).map_or(&script.code, |telling| &telling.code))
    }

    /// The language of the small words, where one has more of them than every other.
    fn by_words(&self, folded: &Folded) -> Option<&str> {
        let tokens = folded.tokens.get(..WORDS).unwrap_or(&folded.tokens);
        let found: Vec<u32> = tokens.iter().filter_map(|token| self.words.get(folded.word(token)).copied()).collect();
        let score = |bit: u32| -> u32 {
            found
                .iter()
                .filter(|languages| *languages >> bit & 1 == 1)
                .map(|languages| WHOLE / languages.count_ones())
                .sum()
        };
        let scores: Vec<u32> = (0..u32::BITS).zip(&self.languages).map(|(bit, _)| score(bit)).collect();
        let best = *scores.iter().max()?;
        let mut with_best = (0..u32::BITS).zip(&scores).filter(|(_, score)| **score == best && best > 0);
        let (Some((bit, _)), None) = (with_best.next(), with_best.next()) else { return None };
        let words = found.iter().filter(|languages| *languages >> bit & 1 == 1).count();
        if words * SPARSEST < tokens.len() {
            return None;
        }
        self.languages.get(bit as usize).map(String::as_str)
    }
}

fn within(blocks: &[(char, char)], letter: char) -> bool {
    blocks.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

/// Bytes of words by language, over the first messages that are long enough.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    bytes: BTreeMap<String, u64>,
    messages: u32,
    /// Words, not numbers, of messages whose language nothing tells.
    undetermined_words: usize,
}

impl Tally {
    /// Adds a message, as it was written and folded.
    pub(crate) fn add(&mut self, words: &str, folded: &Folded, languages: &LanguageWords) {
        if words.len() < ENOUGH || self.messages >= SAMPLE {
            return;
        }
        self.messages += 1;
        let start: &str = words.get(..words.floor_char_boundary(200)).unwrap_or(words);
        let language = languages.of(start, folded).unwrap_or_else(|| {
            let is_word = |word: &str| word.chars().any(char::is_alphabetic);
            self.undetermined_words += folded.tokens.iter().filter(|token| is_word(folded.word(token))).count();
            UNDETERMINED
        });
        *self.bytes.entry(language.to_owned()).or_default() += start.len() as u64;
    }

    /// The shares, largest first.
    pub(crate) fn shares(&self) -> Vec<LanguageShare> {
        let total = self.counted().map(|(_, bytes)| bytes).sum();
        let mut shares: Vec<(u64, &str)> = self.counted().map(|(lang, bytes)| (bytes, lang)).collect();
        shares.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(right.1)));
        shares
            .into_iter()
            .filter(|(bytes, _)| bytes * 50 >= total)
            .map(|(bytes, lang)| LanguageShare { lang: lang.to_owned(), share: per_mille(bytes, total) })
            .collect()
    }

    /// The mean of what each known language is given, by their shares so far; nought where none is known.
    pub(crate) fn mean(&self, given: impl Fn(&str) -> f64) -> f64 {
        let known = || self.bytes.iter().filter(|(language, _)| language.as_str() != UNDETERMINED);
        let bytes = |count: &u64| f64::from(u32::try_from(*count).unwrap_or(u32::MAX));
        let total: f64 = known().map(|(_, count)| bytes(count)).sum();
        let sum: f64 = known().map(|(language, count)| bytes(count) * given(language)).sum();
        if total > 0.0 { sum / total } else { 0.0 }
    }

    /// The share of languages that the lexicon does not hold.
    pub(crate) fn unsupported(&self) -> f64 {
        let total: u64 = self.counted().map(|(_, bytes)| bytes).sum();
        let unread =
            self.counted().filter(|(lang, _)| !crate::lexicon::LANGUAGES.contains(lang)).map(|(_, bytes)| bytes);
        if total == 0 { 0.0 } else { per_mille(unread.sum(), total) }
    }

    /// What counts: every language, and what is undetermined only where that is most of the chat and long. "Ok, see you" says
    /// nothing, beside what is known or alone; many words of which none is known are of a language that nobody here reads.
    fn counted(&self) -> impl Iterator<Item = (&str, u64)> {
        let undetermined = self.bytes.get(UNDETERMINED).copied().unwrap_or(0);
        let unknown = undetermined * 2 > self.bytes.values().sum() && self.undetermined_words >= UNKNOWN;
        self.bytes
            .iter()
            .filter(move |(lang, _)| unknown || lang.as_str() != UNDETERMINED)
            .map(|(lang, bytes)| (lang.as_str(), *bytes))
    }
}

fn per_mille(part: u64, total: u64) -> f64 {
    let thousandths = u32::try_from(part * 1000 / total.max(1)).unwrap_or(1000);
    f64::from(thousandths) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Recogniser;

    fn tally(messages: &[&str]) -> Tally {
        let rules = Recogniser::embedded().expect("the rules are sound");
        let (mut tally, mut folded) = (Tally::default(), Folded::default());
        for message in messages {
            folded.fold(message);
            tally.add(message, &folded, &rules.languages);
        }
        tally
    }

    #[test]
    fn every_language_is_told_by_its_small_words_or_its_letters() {
        let rules = Recogniser::embedded().expect("the rules are sound");
        let mut folded = Folded::default();
        for (language, said) in [
            ("it", "se non mi rispondi entro stasera lo faccio vedere a tutti"),
            ("it", "nn so cosa dirti, cmq domani ci sentiamo"),
            ("en", "u got until tonight or all of your friends will see it"),
            ("fr", "je t'ai dit que je n'ai pas d'argent, laisse-moi tranquille"),
            ("es", "no tengo dinero ahora, por favor no se lo digas a mi madre"),
            ("de", "ich habe dir doch gesagt, dass ich kein Geld mehr habe"),
            ("pt", "eu não tenho dinheiro agora, por favor não manda para ninguém"),
            ("ro", "nu am bani acum, te rog să nu trimiți nimic la nimeni"),
            ("sq", "nuk kam para tani, të lutem mos ia dërgo askujt"),
            ("nl", "ik heb geen geld meer, stuur het alsjeblieft niet naar mijn moeder"),
            ("pl", "nie mam teraz pieniędzy, proszę, nie wysyłaj tego nikomu"),
            ("sv", "jag har inga pengar nu, snälla skicka det inte till någon"),
            ("no", "jeg har ikke penger nå, vær så snill og ikke send det til noen"),
            ("tr", "şimdi param yok, lütfen bunu kimseye gönderme, ne olur"),
            ("hr", "nemam sada novca, molim te, nemoj to poslati mojoj majci"),
            ("hu", "most nincs pénzem, kérlek, ne küldd el senkinek, ez nem vicc"),
            ("id", "aku tidak punya uang sekarang, jangan kirim itu ke siapa pun"),
            ("tl", "wala akong pera ngayon, huwag mo naman ipadala sa nanay ko"),
            ("vi", "bây giờ tôi không có tiền, xin đừng gửi cho ai cả"),
            ("sw", "sina pesa sasa, tafadhali usitume kwa mama yangu"),
            ("hi", "mere paas abhi paise nahi hai, tum mujhe kal tak ka time do"),
            ("hi", "मेरे पास अभी पैसे नहीं हैं"),
            ("ru", "у меня сейчас нет денег, пожалуйста, не отправляй"),
            ("uk", "у мене зараз немає грошей, будь ласка, не надсилай її"),
            ("ar", "ليس لدي مال الآن، من فضلك لا ترسله"),
            ("ur", "میرے پاس ابھی پیسے نہیں ہیں"),
            ("fa", "الان پول ندارم، لطفا برای کسی نفرست چون"),
            ("zh", "我现在没有钱，请不要发给任何人看好吗"),
            ("ja", "今はお金がありません。誰にも送らないでください"),
            ("ko", "지금은 돈이 없어요, 제발 아무에게도 보내지 마세요"),
            ("el", "δεν έχω χρήματα τώρα, σε παρακαλώ μην το στείλεις"),
            ("bn", "আমার কাছে এখন টাকা নেই, দয়া করে কাউকে পাঠাবেন না"),
        ] {
            folded.fold(said);
            assert_eq!(rules.languages.of(said, &folded), Some(language), "{said}");
        }
    }

    #[test]
    fn names_numbers_and_links_tell_no_language() {
        let rules = Recogniser::embedded().expect("the rules are sound");
        let mut folded = Folded::default();
        for said in [
            "Giulia Bianchi Marco Rossi",
            "3 2 1 4 4 4 1 2 3 3 1 2",
            "https://example.org/abc/def",
            "😂😂😂😂😂😂😂",
            "",
        ] {
            folded.fold(said);
            assert_eq!(rules.languages.of(said, &folded), None, "{said}");
        }
    }

    #[test]
    fn what_tells_nothing_leaves_the_shares_alone_until_it_is_most() {
        let chat = tally(&[
            "ci vediamo domani sera a casa mia?",
            "certo, porto anche mia sorella",
            "Giulia Bianchi Marco Rossi",
        ]);
        assert_eq!(chat.shares(), [LanguageShare { lang: "it".to_owned(), share: 1.0 }]);
        assert!(chat.unsupported().abs() < 1e-9);
        let short = tally(&["500 euro entro stasera", "Giulia Bianchi Marco Rossi", "3 2 1 4 4 4 1 2 3 3 1 2"]);
        assert!(short.shares().is_empty() && short.unsupported().abs() < 1e-9);
        let unknown = tally(&["Lagos Abuja Kano Ibadan Enugu Zaria Jos Owerri"; 4]);
        assert_eq!(unknown.shares().first().map(|share| share.lang.as_str()), Some("und"));
        assert!(unknown.unsupported() > 0.5);
    }

    #[test]
    fn a_language_that_the_lexicon_does_not_hold_is_counted() {
        let chat = tally(&[
            "nuk kam para tani, të lutem mos ia dërgo askujt",
            "do ta shohin të gjithë miqtë e tu sot në mbrëmje",
            "ti prego, non ho più niente da darti",
        ]);
        assert!(chat.unsupported() > 0.6 && chat.unsupported() < 0.8);
    }
}
