//! The rules: read from the files of `knowledge/recognition`, checked, and made ready.

use argine_model::{Kind, Sha256};
use serde::de::DeserializeOwned;

use crate::ages::Ages;
use crate::concepts::Concepts;
use crate::currency::SumWords;
use crate::events::{EventFile, Events};
use crate::families::{Families, FamilyFile};
use crate::frames::{FrameFile, Frames, Rule};
use crate::labels::{Label, Labels};
use crate::language::{LanguageFile, LanguageWords};
use crate::learned::{Learned, SayingFile};
use crate::lexicon::Lexicon;
use crate::tables::{ActionFile, ActionRow, Alarm, AlarmFile, UrgencyFile, UrgencyRow, check_condition};
use crate::weights::{WeightTable, Weights};

/// Rules that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RulesError {
    /// A file is not TOML of the expected shape.
    #[error("{file}: {source}")]
    Syntax {
        /// The file.
        file: String,
        /// What is wrong with it, and where.
        source: Box<toml::de::Error>,
    },
    /// A rule speaks of something that does not exist.
    #[error("{file}: rule {rule}: {reason}")]
    Rule {
        /// The file.
        file: String,
        /// The rule's id.
        rule: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A stem is not folded text.
    #[error("{file}: type {kind}: {stem:?} is not lower-case letters, digits and spaces with an optional * at the end")]
    Stem {
        /// The file.
        file: String,
        /// The type.
        kind: String,
        /// The stem.
        stem: String,
    },
    /// A lexicon is of a language that the engine has no bit for.
    #[error("{file}: {language} is not a language of the lexicon")]
    UnknownLanguage {
        /// The file.
        file: String,
        /// The code given.
        language: String,
    },
    /// More types than fit.
    #[error("{count} types of atoms, at most 256 fit")]
    TooManyTypes {
        /// How many.
        count: usize,
    },
}

/// The engine with its rules.
#[derive(Debug)]
pub struct Recogniser {
    pub(crate) lexicon: Lexicon,
    pub(crate) frames: Frames,
    pub(crate) events: Events,
    pub(crate) labels: Labels,
    pub(crate) rules: Vec<Rule>,
    pub(crate) learned: Learned,
    pub(crate) families: Families,
    pub(crate) sum_words: SumWords,
    pub(crate) ages: Ages,
    pub(crate) languages: LanguageWords,
    pub(crate) weights: Weights,
    pub(crate) alarm: Alarm,
    pub(crate) urgency: Vec<UrgencyRow>,
    pub(crate) actions: Vec<ActionRow>,
    pub(crate) known: Known,
    pub(crate) digest: String,
    counters: Vec<bool>,
}

/// Labels that the engine itself speaks of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    pub(crate) joke: Label,
    pub(crate) laughter: Label,
    pub(crate) mail: Label,
    pub(crate) group: Label,
    pub(crate) leverage: Label,
    pub(crate) threat: Label,
    pub(crate) demand: Label,
    pub(crate) hack: Label,
    pub(crate) minor: Label,
}

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../knowledge/recognition/", $name)))),+]
    };
}

const LEXICON: &[(&str, &str)] = files![
    "lexicon/any.toml",
    "lexicon/de.toml",
    "lexicon/en.toml",
    "lexicon/es.toml",
    "lexicon/fr.toml",
    "lexicon/it.toml",
    "lexicon/pt.toml",
];
const AGES: &[(&str, &str)] =
    files!["ages/de.toml", "ages/en.toml", "ages/es.toml", "ages/fr.toml", "ages/it.toml", "ages/pt.toml"];
const FRAMES: &[(&str, &str)] = files![
    "frames/flags.toml",
    "frames/guards.toml",
    "frames/other.toml",
    "frames/stages.toml",
    "frames/tactics.toml",
    "frames/threats.toml",
];
const TABLES: &[(&str, &str)] = files![
    "actions.toml",
    "alarm.toml",
    "events.toml",
    "families.toml",
    "languages.toml",
    "learned.toml",
    "sums.toml",
    "urgency.toml"
];
const CONCEPTS: (&str, &str) = ("concepts.txt", include_str!("../../../knowledge/recognition/concepts.txt"));
const LEARNED: &[u8] = include_bytes!("../../../knowledge/recognition/learned.bin");
const WEIGHTS: &[u8] = include_bytes!("../../../knowledge/recognition/weights.bin");

impl Recogniser {
    /// The rules in the binary.
    ///
    /// # Errors
    /// When a rule file is malformed; the error names the file and the rule.
    pub fn embedded() -> Result<Self, RulesError> {
        Self::with_fitted(WEIGHTS, LEARNED)
    }

    /// The rules without any fitted table: what fitting begins with.
    ///
    /// # Errors
    /// When a rule file is malformed.
    pub fn unfitted() -> Result<Self, RulesError> {
        Self::with_fitted(&WeightTable::default().encode(), &[])
    }

    /// The rules in the binary with other fitted tables: the bytes of `weights.bin` and of `learned.bin`.
    ///
    /// # Errors
    /// When weights do not fit the rules.
    pub fn with_fitted(weights: &[u8], learned: &[u8]) -> Result<Self, RulesError> {
        let lexicon_files =
            LEXICON.iter().map(|(name, text)| Ok((*name, parse(name, text)?))).collect::<Result<Vec<_>, _>>()?;
        let lexicon = Lexicon::build(&lexicon_files)?;
        let age_files =
            AGES.iter().map(|(name, text)| Ok((*name, parse(name, text)?))).collect::<Result<Vec<_>, _>>()?;
        let ages = Ages::build(&age_files)?;
        let mut labels = Labels::default();
        let mut rules = Vec::new();
        let frame_files = FRAMES
            .iter()
            .map(|(name, text)| Ok((*name, parse::<FrameFile>(name, text)?)))
            .collect::<Result<Vec<_>, _>>()?;
        let frames = Frames::build(frame_files, &lexicon, &mut labels, &mut rules)?;
        let events = Events::build("events.toml", table::<EventFile>("events.toml")?, &mut labels, &mut rules)?;
        let concepts = Concepts::build(CONCEPTS.1)?;
        let sayings = table::<SayingFile>("learned.toml")?;
        let learned = Learned::build(sayings, learned, &lexicon, concepts, &mut labels, &mut rules)?;
        let mut label = |name: &str| {
            labels.intern(name).map_err(|reason| RulesError::Rule {
                file: "engine".to_owned(),
                rule: name.to_owned(),
                reason,
            })
        };
        let known = Known {
            joke: label("counter.joke")?,
            laughter: label("counter.laughter")?,
            mail: label("meta.mail")?,
            group: label("meta.group")?,
            leverage: label("proof.leverage")?,
            threat: label("proof.threat")?,
            demand: label("proof.demand")?,
            hack: label("sign.hack")?,
            minor: label("flag.minor_victim")?,
        };
        label("meta.deadline_24h")?;
        label("meta.paid")?;
        let families = Families::build(table::<FamilyFile>("families.toml")?, &rules, &labels)?;
        let languages = LanguageWords::build("languages.toml", table::<LanguageFile>("languages.toml")?)?;
        let alarm = Alarm::build(table::<AlarmFile>("alarm.toml")?, &mut labels)?;
        let urgency = table::<UrgencyFile>("urgency.toml")?.row;
        for row in &urgency {
            check_condition("urgency.toml", &row.id, &row.when, &labels)?;
        }
        let actions = table::<ActionFile>("actions.toml")?.row;
        for row in &actions {
            check_condition("actions.toml", row.action.id(), &row.when, &labels)?;
        }
        let counters = (0..labels.len())
            .map(|at| labels.name(Label(u16::try_from(at).unwrap_or(0))).starts_with("counter."))
            .collect();
        let mut recogniser = Self {
            lexicon,
            ages,
            frames,
            events,
            labels,
            rules,
            urgency,
            actions,
            learned,
            families,
            sum_words: table("sums.toml")?,
            languages,
            weights: Weights::default(),
            alarm,
            known,
            digest: digest(),
            counters,
        };
        let count = recogniser.cue_count();
        let names = (0..u16::try_from(count).unwrap_or(u16::MAX))
            .filter_map(|cue| Some((recogniser.cue_name(cue)?, cue)))
            .collect();
        let (raise, raise_others) = (recogniser.alarm.raise, recogniser.alarm.raise_others);
        let raise = |kind: Kind| match kind {
            Kind::Benign => 0.0,
            _ if kind.is_sextortion() => raise,
            _ => raise_others,
        };
        recogniser.weights = Weights::build(weights, raise, &names, count, &mut recogniser.labels)?;
        Ok(recogniser)
    }

    pub(crate) fn rule(&self, at: u16) -> Option<&Rule> {
        self.rules.get(usize::from(at))
    }

    pub(crate) fn is_counter(&self, label: Label) -> bool {
        self.counters.get(usize::from(label.0)).copied().unwrap_or(false)
    }
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, RulesError> {
    argine_knowledge::from_toml(text)
        .map_err(|source| RulesError::Syntax { file: file.to_owned(), source: Box::new(source) })
}

fn table<T: DeserializeOwned>(file: &str) -> Result<T, RulesError> {
    let text = TABLES.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| *text);
    parse(file, text)
}

/// SHA-256 over every rule file, in order of name; then the fitted tables.
fn digest() -> String {
    let mut files: Vec<(&str, &str)> =
        LEXICON.iter().chain(AGES).chain(FRAMES).chain(TABLES).chain([&CONCEPTS]).copied().collect();
    files.sort_unstable_by_key(|(name, _)| *name);
    digest_of(&files, &[WEIGHTS, LEARNED])
}

/// SHA-256 over files (of each its name, a zero, its length as eight bytes, its bytes), then over tables as they are.
pub(crate) fn digest_of(files: &[(&str, &str)], tables: &[&[u8]]) -> String {
    let lengths: Vec<[u8; 8]> = files.iter().map(|(_, text)| (text.len() as u64).to_be_bytes()).collect();
    let parts = files
        .iter()
        .zip(&lengths)
        .flat_map(|((name, text), length)| [name.as_bytes(), &[0], length.as_slice(), text.as_bytes()]);
    Sha256::of_parts(parts.chain(tables.iter().copied())).to_string()
}
