//! The signs of first contact, read from `knowledge/recognition/screen` and made ready.

use serde::Deserialize;

use super::profile::{Field, Profile, Value, Words};
use crate::RulesError;
use crate::frames::{FrameFile, Frames, Rule};
use crate::labels::Labels;
use crate::lexicon::{Lexicon, LexiconFile};
use crate::rules::digest_of;

const WORDS: (&str, &str) = ("screen/words.toml", include_str!("../../../../knowledge/recognition/screen/words.toml"));
const SIGNS: (&str, &str) = ("screen/signs.toml", include_str!("../../../../knowledge/recognition/screen/signs.toml"));

/// The signs of first contact, ready to be looked for.
#[derive(Debug)]
pub struct Screener {
    pub(super) lexicon: Lexicon,
    pub(super) frames: Frames,
    pub(super) labels: Labels,
    pub(super) rules: Vec<Rule>,
    pub(super) signs: Vec<Sign>,
    pub(super) verdict: Verdicts,
    pub(super) words: Words,
    pub(super) version: String,
    pub(super) digest: String,
}

/// From how many points which answer is given.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Verdicts {
    pub(super) lure: f64,
    pub(super) lure_sure: f64,
    pub(super) lure_topics: usize,
    pub(super) real: f64,
    pub(super) strong: f64,
}

/// One sign.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sign {
    pub(super) id: String,
    pub(super) topic: String,
    pub(super) points: f64,
    pub(super) why: String,
    /// All of them must hold.
    #[serde(default)]
    pub(super) when: Vec<Condition>,
    /// None of them may hold.
    #[serde(default)]
    pub(super) unless: Vec<Condition>,
    /// Any of them must be heard from the other side.
    #[serde(default)]
    pub(super) labels: Vec<String>,
    /// In the first so many messages.
    #[serde(default)]
    pub(super) first: Option<usize>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs every example"))]
    pub(super) positive: Vec<Profile>,
    #[serde(default)]
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that runs every example"))]
    pub(super) negative: Vec<Profile>,
}

/// What a condition looks at: something told, or reckoned from what was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum Looked {
    Told(Field),
    Reckoned(Reckoned),
}

/// What is reckoned from two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Reckoned {
    /// Profiles followed, for each that follows.
    FollowingPerFollower,
}

impl Looked {
    /// What was told of it, for the reason.
    pub(super) fn told(self, profile: &Profile) -> impl Iterator<Item = (Field, String)> {
        let fields = match self {
            Self::Told(field) => vec![field],
            Self::Reckoned(Reckoned::FollowingPerFollower) => vec![Field::Followers, Field::Following],
        };
        fields.into_iter().filter_map(|field| Some((field, profile.get(field)?.to_string())))
    }

    fn number(self, profile: &Profile) -> Option<f64> {
        match self {
            Self::Told(field) => profile.number(field),
            Self::Reckoned(Reckoned::FollowingPerFollower) => {
                let followers = profile.number(Field::Followers)?;
                Some(profile.number(Field::Following)? / followers.max(1.0))
            }
        }
    }
}

/// A condition on what was told; what was not told meets none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Condition {
    pub(super) field: Looked,
    #[serde(default)]
    below: Option<f64>,
    #[serde(default)]
    at_least: Option<f64>,
    #[serde(default)]
    is: Vec<String>,
    #[serde(default)]
    is_true: Option<bool>,
}

impl Condition {
    pub(super) fn holds(&self, profile: &Profile) -> bool {
        let number = self.field.number(profile);
        let in_range = |limit: Option<f64>, holds: fn(f64, f64) -> bool| match (limit, number) {
            (Some(limit), Some(number)) => holds(number, limit),
            (Some(_), None) => false,
            (None, _) => true,
        };
        let value = match self.field {
            Looked::Told(field) => profile.get(field),
            Looked::Reckoned(_) => None,
        };
        let is_one =
            self.is.is_empty() || matches!(value, Some(Value::Text(text)) if self.is.iter().any(|known| known == text));
        let is_so = self.is_true.is_none_or(|wanted| matches!(value, Some(Value::YesNo(said)) if *said == wanted));
        in_range(self.below, |number, limit| number < limit)
            && in_range(self.at_least, |number, limit| number >= limit)
            && is_one
            && is_so
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    lexicon: Vec<LexiconFile>,
    frame: Vec<toml::Table>,
}

#[derive(Deserialize)]
struct SignFile {
    version: String,
    verdict: Verdicts,
    sign: Vec<Sign>,
    #[serde(flatten)]
    words: Words,
}

impl Screener {
    /// The signs in the binary.
    ///
    /// # Errors
    /// When a file is malformed; the error names the file and the rule.
    pub fn embedded() -> Result<Self, RulesError> {
        let syntax = |file: &str, source: toml::de::Error| RulesError::Syntax {
            file: file.to_owned(),
            source: Box::new(source),
        };
        let mut words: WordsFile = argine_knowledge::from_toml(WORDS.1).map_err(|error| syntax(WORDS.0, error))?;
        let mut frames = toml::Table::new();
        let records = core::mem::take(&mut words.frame).into_iter().map(toml::Value::Table).collect();
        frames.insert("frame".to_owned(), toml::Value::Array(records));
        let frames: FrameFile = frames.try_into().map_err(|error| syntax(WORDS.0, error))?;
        let files: Vec<(&str, LexiconFile)> = words.lexicon.into_iter().map(|file| (WORDS.0, file)).collect();
        let lexicon = Lexicon::build(&files)?;
        let (mut labels, mut rules) = (Labels::default(), Vec::new());
        let frames = Frames::build(vec![(WORDS.0, frames)], &lexicon, &mut labels, &mut rules)?;
        let file: SignFile = argine_knowledge::from_toml(SIGNS.1).map_err(|error| syntax(SIGNS.0, error))?;
        Ok(Self {
            lexicon,
            frames,
            labels,
            rules,
            signs: file.sign,
            verdict: file.verdict,
            words: file.words,
            version: file.version,
            digest: digest_of(&[SIGNS, WORDS], &[]),
        })
    }
}
