use core::fmt;
use std::sync::OnceLock;

use argine_model::{Because, Language};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use crate::embedded::PAGES;

/// How many entries a sentence cites; the rest is counted.
const CITED: usize = 6;

/// Words for people, in one language, from the pages in `knowledge/messages/`.
///
/// Ids of sentences are in kebab-case. Where an id ends in one of the vocabulary (`fact-money_demand`,
/// `opening-open_now`) its underscores stand for hyphens, unless a page has the id as it is.
///
/// Making one costs nothing: the pages are read at the first sentence, once for the whole program.
///
/// ```
/// use argine_knowledge::Catalogue;
/// use argine_model::Language;
///
/// let catalogue = Catalogue::new(Language::En);
/// assert_eq!(catalogue.text("no-such-sentence"), "{no-such-sentence}");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Catalogue {
    language: Language,
}

/// An argument of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Words.
    Text(String),
    /// A number, for plurals.
    Number(i64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl Catalogue {
    /// The catalogue of a language, embedded.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// Its language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a sentence with this id.
    pub fn has(&self, id: &str) -> bool {
        bundle(self.language).pattern(id).is_some()
    }

    /// A sentence without arguments. An unknown id is shown as `{id}`, never empty.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// A sentence with arguments. An unknown id, or an argument that is missing, is shown in braces, never left out.
    pub fn format(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        let bundle = bundle(self.language);
        let Some(pattern) = bundle.pattern(id) else {
            return format!("{{{id}}}");
        };
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            match argument {
                Argument::Text(text) => values.set(*name, text.as_str()),
                Argument::Number(number) => values.set(*name, *number),
            }
        }
        // Mistakes are visible in the sentence itself, and the lint compares the variables of both languages.
        bundle.0.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// A reason in words with the entries that carry it: "richiesta di denaro (messaggi 4, 9)".
    /// Entries are numbered as in the assessment; after the sixth they are counted.
    pub fn because(&self, because: &Because) -> String {
        let cited: Vec<String> = because.messages.iter().take(CITED).map(ToString::to_string).collect();
        let messages = if cited.is_empty() { "none".to_owned() } else { cited.join(", ") };
        let more = because.messages.len().saturating_sub(CITED);
        let arguments = [
            ("fact", self.text(&format!("fact-{}", because.fact)).into()),
            ("messages", messages.into()),
            ("count", because.messages.len().into()),
            ("more", more.into()),
        ];
        self.format("because-cited", &arguments)
    }
}

/// The bundle of a language, with the mistakes found when its pages were read.
pub(crate) struct Bundle(FluentBundle<FluentResource>, pub(crate) Vec<(String, String)>);

impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bundle").field("mistakes", &self.1.len()).finish_non_exhaustive()
    }
}

impl Bundle {
    fn pattern(&self, id: &str) -> Option<&Pattern<&str>> {
        let find = |id: &str| self.0.get_message(id).and_then(|message| message.value());
        find(id).or_else(|| if id.contains('_') { find(&id.replace('_', "-")) } else { None })
    }
}

pub(crate) fn bundle(language: Language) -> &'static Bundle {
    static ITALIAN: OnceLock<Bundle> = OnceLock::new();
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    match language {
        Language::It => ITALIAN.get_or_init(|| read(language)),
        Language::En => ENGLISH.get_or_init(|| read(language)),
    }
}

fn read(language: Language) -> Bundle {
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Marks around arguments are for mixed scripts in one line; a terminal and a PDF show them as boxes.
    bundle.set_use_isolating(false);
    let mut mistakes = Vec::new();
    for &(_, name, text) in PAGES.iter().filter(|(group, ..)| *group == language.code()) {
        let page = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(page, errors)| {
            mistakes.extend(errors.into_iter().map(|error| (name.to_owned(), error.to_string())));
            page
        });
        if let Err(errors) = bundle.add_resource(page) {
            mistakes.extend(errors.into_iter().map(|error| (name.to_owned(), error.to_string())));
        }
    }
    Bundle(bundle, mistakes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_id_is_visible() {
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            assert_eq!(catalogue.format("nothing-of-the-kind", &[("a", 1_i64.into())]), "{nothing-of-the-kind}");
            assert!(!catalogue.has("nothing-of-the-kind"));
            assert!(catalogue.has("opening-open_now") && catalogue.has("opening-open-now"));
        }
    }

    #[test]
    fn reasons_cite_entries() {
        let because = |messages: Vec<u32>| Because { fact: "money_demand".to_owned(), messages };
        let italian = Catalogue::new(Language::It);
        assert_eq!(italian.because(&because(vec![])), "richiesta di denaro");
        assert_eq!(italian.because(&because(vec![4])), "richiesta di denaro (messaggio 4)");
        assert_eq!(italian.because(&because(vec![4, 9])), "richiesta di denaro (messaggi 4, 9)");
        assert_eq!(
            italian.because(&because((1..=8).collect())),
            "richiesta di denaro (messaggi 1, 2, 3, 4, 5, 6 e altri 2)"
        );
        let english = Catalogue::new(Language::En);
        assert_eq!(
            english.because(&because((1..=7).collect())),
            "demand for money (messages 1, 2, 3, 4, 5, 6 and 1 more)"
        );
    }

    #[test]
    fn it_can_be_given_to_another_thread() {
        fn check<T: Send + Sync>() {}
        check::<Catalogue>();
    }
}
