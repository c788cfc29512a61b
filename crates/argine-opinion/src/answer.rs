//! What the model answered, checked: claims of the vocabulary with messages that exist, and nothing else.

use argine_model::{Stage, Tactic, Urgency};
use serde::{Deserialize, Serialize};

use crate::{OpinionError, Prompt};

/// The name and version of an opinion as JSON.
pub const OPINION_SCHEMA: &str = "argine.opinion/1";

/// More findings than there are things to claim are a flood.
const MOST_FINDINGS: usize = 64;
/// A finding keeps so many messages.
const MOST_MESSAGES: usize = 12;
const FLAGS: [&str; 3] = ["self_harm", "minor_victim", "physical_danger"];

/// Something that may be claimed: a stage, a tactic or a flag, by its identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// A stage.
    Stage(Stage),
    /// A move.
    Tactic(Tactic),
    /// `self_harm`, `minor_victim` or `physical_danger`.
    Flag(&'static str),
}

impl Claim {
    fn from_id(id: &str) -> Option<Self> {
        let id = id.trim();
        let (group, name) = id.split_once('.').unwrap_or(("", id));
        let in_group = |wanted: &str| group.is_empty() || group == wanted;
        let stage = Stage::from_id(name).filter(|_| in_group("stage")).map(Self::Stage);
        let tactic = || Tactic::from_id(name).filter(|_| in_group("tactic")).map(Self::Tactic);
        let flag = || FLAGS.into_iter().find(|flag| *flag == name && in_group("flag")).map(Self::Flag);
        stage.or_else(tactic).or_else(flag)
    }

    /// Its sentence in the catalogue.
    pub fn sentence(self) -> String {
        let (group, id) = match self {
            Self::Stage(stage) => ("stage", stage.id()),
            Self::Tactic(tactic) => ("tactic", tactic.id()),
            Self::Flag(flag) => ("opinion-flag", flag),
        };
        format!("{group}-{}", id.replace('_', "-"))
    }
}

/// Everything that may be claimed.
pub(crate) fn vocabulary() -> Vec<String> {
    let stages = Stage::ALL.iter().map(|stage| format!("stage.{}", stage.id()));
    let tactics = Tactic::ALL.iter().map(|tactic| format!("tactic.{}", tactic.id()));
    stages.chain(tactics).chain(FLAGS.into_iter().map(|flag| format!("flag.{flag}"))).collect()
}

/// The JSON Schema of the answer, for servers that can hold a model to one.
pub fn answer_schema() -> serde_json::Value {
    serde_json::json!({
        "type": "object", "additionalProperties": false, "required": ["urgency", "findings"],
        "properties": {
            "urgency": { "type": "integer", "minimum": 0, "maximum": 4 },
            "findings": { "type": "array", "maxItems": MOST_FINDINGS, "items": {
                "type": "object", "additionalProperties": false, "required": ["claim", "messages"],
                "properties": {
                    "claim": { "enum": vocabulary() },
                    "messages": { "type": "array", "minItems": 1, "maxItems": MOST_MESSAGES, "items": { "type": "integer", "minimum": 0 } },
                },
            } },
        },
    })
}

/// One claim with the messages that it cites, all of which exist and were shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpinionFinding {
    /// What.
    pub claim: Claim,
    /// At least one, ascending.
    pub messages: Vec<u32>,
}

/// What was dropped, by reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Dropped {
    /// Findings that cite nothing.
    pub uncited: usize,
    /// Findings that cite only messages which do not exist or were not shown.
    pub no_such_message: usize,
    /// Findings that claim what is not in the vocabulary.
    pub unknown_claim: usize,
    /// Flags about the affected person that only the other side's messages are cited for.
    pub wrong_side: usize,
    /// Findings that say the same again, or beyond the most that are read.
    pub superfluous: usize,
}

impl Dropped {
    /// How many in all.
    pub const fn total(self) -> usize {
        self.uncited + self.no_such_message + self.unknown_claim + self.wrong_side + self.superfluous
    }
}

/// A second opinion: the format `argine.opinion/1`. It stands beside an assessment and changes nothing in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opinion {
    /// [`OPINION_SCHEMA`].
    pub schema: &'static str,
    /// The model, as the server calls it.
    pub model: String,
    /// SHA-256 of what it was asked, hexadecimal.
    pub prompt_sha256: String,
    /// How urgent it calls it; counts only with at least one finding.
    pub urgency: Urgency,
    /// What it claims, with proof.
    pub findings: Vec<OpinionFinding>,
    /// What it claimed without.
    pub dropped: Dropped,
    /// How many messages it was shown.
    pub messages_shown: usize,
    /// How many with words it was not shown.
    pub messages_left_out: usize,
}

impl Opinion {
    /// The urgency with the opinion: never lower than that of the rules.
    pub fn urgency_with(&self, of_rules: Urgency) -> Urgency {
        if self.findings.is_empty() { of_rules } else { of_rules.max(self.urgency) }
    }
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    urgency: serde_json::Value,
    findings: Vec<serde_json::Value>,
}

/// Checks what the model wrote.
pub(crate) fn check(content: &str, model: &str, prompt: &Prompt) -> Result<Opinion, OpinionError> {
    let answer: Answer = serde_json::from_str(object(content)).map_err(|_| OpinionError::Malformed)?;
    let urgency = answer.urgency.as_u64().and_then(|level| u8::try_from(level).ok());
    let urgency = urgency.and_then(|level| Urgency::try_from(level).ok()).ok_or(OpinionError::Malformed)?;
    let mut dropped =
        Dropped { superfluous: answer.findings.len().saturating_sub(MOST_FINDINGS), ..Dropped::default() };
    let mut findings: Vec<OpinionFinding> = Vec::new();
    for finding in answer.findings.iter().take(MOST_FINDINGS) {
        let claim = finding.get("claim").and_then(|claim| claim.as_str()).and_then(Claim::from_id);
        let Some(claim) = claim else {
            dropped.unknown_claim += 1;
            continue;
        };
        let cited = finding.get("messages").and_then(|messages| messages.as_array()).map_or(&[][..], Vec::as_slice);
        let mut messages: Vec<u32> = cited
            .iter()
            .filter_map(|number| u32::try_from(number.as_u64()?).ok())
            .filter(|number| prompt.shown.contains_key(number))
            .collect();
        messages.sort_unstable();
        messages.dedup();
        messages.truncate(MOST_MESSAGES);
        let own_words = |number: &u32| prompt.shown.get(number) == Some(&false);
        let about_the_person = matches!(claim, Claim::Flag("self_harm" | "minor_victim"));
        if cited.is_empty() {
            dropped.uncited += 1;
        } else if messages.is_empty() {
            dropped.no_such_message += 1;
        } else if about_the_person && !messages.iter().any(own_words) {
            dropped.wrong_side += 1;
        } else if findings.iter().any(|known| known.claim == claim) {
            dropped.superfluous += 1;
        } else {
            findings.push(OpinionFinding { claim, messages });
        }
    }
    findings.sort_by_key(|finding| finding.claim);
    Ok(Opinion {
        schema: OPINION_SCHEMA,
        model: name(model),
        prompt_sha256: prompt.sha256.clone(),
        urgency,
        findings,
        dropped,
        messages_shown: prompt.shown.len(),
        messages_left_out: prompt.left_out,
    })
}

/// The object in an answer that a model wrapped in words, a code fence or its thoughts.
fn object(content: &str) -> &str {
    let after = content.rfind("</think>").map_or(content, |at| content.get(at..).unwrap_or_default());
    let start = after.find('{').unwrap_or(after.len());
    let end = after.rfind('}').map_or(start, |at| at + 1);
    after.get(start..end.max(start)).unwrap_or_default()
}

/// A name is shown on a terminal and in a page: printable, short.
fn name(model: &str) -> String {
    let plain = model.chars().filter(|sign| sign.is_ascii_graphic() || *sign == ' ');
    plain.take(100).collect::<String>().trim().to_owned()
}
