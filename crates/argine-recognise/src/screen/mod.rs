//! First contact: is a profile, with its first messages, real or a lure?
//!
//! [`Screener::screen`] weighs what was told of a [`Profile`] and what its first messages say. Every sign is data
//! (`knowledge/recognition/screen`), names what it rests on and how much it weighs; signs of one topic count less each.
//! It says `lure`, `real` or `unsure`: little told is `unsure`, and `real` is never a promise.
//!
//! It looks nothing up, opens no picture and searches for nobody: it knows what the person told, and nothing else.

mod profile;
mod signs;

use argine_model::{
    ByteSpan, Conversation, ConversationKind, Location, Message, MessageFlags, MessageKind, OwnerGuess, Participant,
    ParticipantIndex, Platform, SourceIndex,
};
use serde::Serialize;

pub use profile::{Field, FirstMessage, NotUnderstood, Profile, Side, Value};
pub use signs::Screener;

use crate::Recogniser;
use crate::fold::Folded;
use crate::frames::Says;
use crate::lexicon::Memory;
use signs::{Sign, Verdicts};

/// The name and version of the answer as JSON.
pub const SCREENING_SCHEMA: &str = "argine.screening/1";

/// First contact is in the first messages: later ones belong to the assessment of the conversation.
const FIRST_MESSAGES: usize = 40;
/// Labels after which a contact is no first contact any more.
const INTIMATE: [&str; 3] = ["sign.intimate_talk", "sign.offers_picture", "sign.trade"];
/// A reason cites at most so many messages.
const CITED: usize = 3;

/// What a first contact looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Signs of a lure.
    Lure,
    /// Signs of a real person with no hidden aim; no promise.
    Real,
    /// Too little told, or signs of both.
    Unsure,
}

/// How likely a lure is, in words: points are no measured frequency, so no percentage is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likelihood {
    /// Very likely a lure.
    VeryLikely,
    /// Likely a lure.
    Likely,
    /// It cannot be told.
    Open,
    /// Unlikely a lure. There is no band below: nobody is declared safe.
    Unlikely,
}

/// Which way a reason speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaks {
    /// For a lure.
    ForLure,
    /// For a real person.
    ForReal,
}

/// What a reason rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RestsOn {
    /// What was told of the profile.
    Field {
        /// Which.
        name: Field,
        /// As understood.
        value: String,
    },
    /// A message.
    Message {
        /// Its place in [`Profile::messages`], from 0.
        index: usize,
        /// Its words.
        text: String,
    },
}

/// A reason, with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// Id of the sign.
    pub sign: String,
    /// Which way.
    pub speaks: Speaks,
    /// Its points, before signs of the same topic are weighed together; above zero for a lure.
    pub points: f64,
    /// Catalogue id of the sentence.
    pub why: String,
    /// At least one.
    pub rests_on: Vec<RestsOn>,
}

/// The answer: the format `argine.screening/1`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Screening {
    /// [`SCREENING_SCHEMA`].
    pub schema: &'static str,
    /// The answer.
    pub verdict: Verdict,
    /// How likely a lure is.
    pub likelihood: Likelihood,
    /// Points in all.
    pub points: f64,
    /// Reasons, the weightiest first, those for a lure before those for a real person.
    pub reasons: Vec<Reason>,
    /// What was told and could not be used, so that nothing is left out in silence.
    pub not_understood: Vec<NotUnderstood>,
    /// How many messages were told.
    pub messages: usize,
    /// How many of them were looked at.
    pub messages_used: usize,
    /// Whether the messages hold a threat already: then the whole conversation wants to be assessed.
    pub threat: bool,
    /// Version of the signs.
    pub signs_version: String,
    /// Digest over the files of the signs, hexadecimal.
    pub rules_sha256: String,
}

/// A label found in a message.
struct Heard<'a> {
    label: &'a str,
    message: usize,
}

impl Screener {
    /// Weighs a profile and its first messages.
    pub fn screen(&self, recogniser: &Recogniser, profile: &Profile) -> Screening {
        let told = profile.messages();
        let first = told.get(..FIRST_MESSAGES.min(told.len())).unwrap_or_default();
        let conversation = conversation(first);
        let reading = recogniser.observe(&conversation);
        let mut heard: Vec<Heard<'_>> = Vec::new();
        for observation in &reading.observations {
            let Some(rule) = recogniser.rule(observation.rule) else { continue };
            let other = observation.speaker == Some(OTHER.0);
            if rule.says == Says::Owner || !other {
                continue;
            }
            let message = observation.message as usize;
            heard.extend(rule.gives.iter().map(|label| Heard { label: recogniser.labels.name(*label), message }));
        }
        self.listen(first, &mut heard);
        heard.sort_by_key(|one| one.message);
        let is_heard = |label: &str| heard.iter().any(|one| one.label == label);
        // The alarm rings for a lure too, and "your family is here?" sounds like a threat: only with what is threatened with.
        let threat = is_heard("proof.threat") && is_heard("proof.leverage");
        let mut reasons: Vec<(usize, Reason)> = (self.signs.iter().enumerate())
            .filter_map(|(at, sign)| Some((at, reason(sign, profile, first, &heard, threat)?)))
            .collect();
        let points = self.points(&reasons);
        let (verdict, likelihood) = self.verdict(&reasons, points);
        reasons.sort_by(|(_, left), (_, right)| {
            let weight = |reason: &Reason| reason.points.abs();
            (right.points > 0.0).cmp(&(left.points > 0.0)).then(weight(right).total_cmp(&weight(left)))
        });
        Screening {
            schema: SCREENING_SCHEMA,
            verdict,
            likelihood,
            points: (points * 100.0).round() / 100.0 + 0.0,
            reasons: reasons.into_iter().map(|(_, reason)| reason).collect(),
            not_understood: profile.not_understood().to_vec(),
            messages: told.len() + profile.left_out(),
            messages_used: first.len(),
            threat,
            signs_version: self.version.clone(),
            rules_sha256: self.digest.clone(),
        }
    }

    /// The first contact of a conversation that was read: its first messages, up to the first intimate request or video call. What comes
    /// after it is no first contact any more, and nobody's eyes need it.
    pub fn first_contact(&self, conversation: &Conversation) -> Profile {
        let mut profile = Profile::of_conversation(conversation);
        let mut heard = Vec::new();
        self.listen(
            profile.messages().get(..FIRST_MESSAGES.min(profile.messages().len())).unwrap_or_default(),
            &mut heard,
        );
        let intimate = heard.iter().filter(|one| INTIMATE.contains(&one.label)).map(|one| one.message + 1).min();
        profile.keep_first(intimate.unwrap_or(FIRST_MESSAGES));
        profile
    }

    /// What the unknown person says, by the frames of first contact.
    fn listen<'a>(&'a self, messages: &[FirstMessage], heard: &mut Vec<Heard<'a>>) {
        let (mut folded, mut memory, mut atoms) = (Folded::default(), Memory::default(), Vec::new());
        let (mut seen, mut matches) = (Vec::new(), Vec::new());
        for (at, message) in messages.iter().enumerate().filter(|(_, message)| message.side == Side::Other) {
            folded.fold(&message.text);
            self.lexicon.find(&mut folded, &mut memory, &mut atoms);
            self.frames.find(&atoms, folded.question, &mut seen, &mut matches);
            let rules = matches.iter().filter_map(|found| self.rules.get(usize::from(found.rule)));
            for rule in rules {
                heard.extend(rule.gives.iter().map(|label| Heard { label: self.labels.name(*label), message: at }));
            }
        }
    }

    /// Signs of one topic and direction say nearly the same: each further one counts half of the one before.
    fn points(&self, reasons: &[(usize, Reason)]) -> f64 {
        let mut topics: Vec<(&str, bool, Vec<f64>)> = Vec::new();
        for (at, reason) in reasons {
            let Some(sign) = self.signs.get(*at) else { continue };
            let for_lure = reason.points > 0.0;
            match topics.iter_mut().find(|(topic, way, _)| *topic == sign.topic && *way == for_lure) {
                Some((_, _, points)) => points.push(reason.points),
                None => topics.push((&sign.topic, for_lure, vec![reason.points])),
            }
        }
        let weighed = topics.into_iter().map(|(_, _, mut points)| {
            points.sort_by(|left, right| right.abs().total_cmp(&left.abs()));
            points.iter().zip([1.0, 0.5, 0.25, 0.125]).map(|(points, share)| points * share).sum::<f64>()
        });
        weighed.sum()
    }

    fn verdict(&self, reasons: &[(usize, Reason)], points: f64) -> (Verdict, Likelihood) {
        let Verdicts { lure, lure_sure, lure_topics, real, strong } = self.verdict;
        let mut topics: Vec<&str> = (reasons.iter())
            .filter(|(_, reason)| reason.points > 0.0)
            .filter_map(|(at, _)| Some(self.signs.get(*at)?.topic.as_str()))
            .collect();
        topics.sort_unstable();
        topics.dedup();
        let strongest = reasons.iter().map(|(_, reason)| reason.points).fold(0.0, f64::max);
        if points >= lure && topics.len() >= lure_topics {
            let sure = points >= lure_sure && topics.len() > lure_topics;
            (Verdict::Lure, if sure { Likelihood::VeryLikely } else { Likelihood::Likely })
        } else if points <= real && strongest < strong {
            (Verdict::Real, Likelihood::Unlikely)
        } else {
            (Verdict::Unsure, Likelihood::Open)
        }
    }
}

fn reason(
    sign: &Sign,
    profile: &Profile,
    messages: &[FirstMessage],
    heard: &[Heard<'_>],
    threat: bool,
) -> Option<Reason> {
    let mut rests_on: Vec<RestsOn> = Vec::new();
    if !sign.when.is_empty() {
        let held = sign.when.iter().all(|condition| condition.holds(profile));
        if !held || sign.unless.iter().any(|condition| condition.holds(profile)) {
            return None;
        }
        for condition in &sign.when {
            for (name, value) in condition.field.told(profile) {
                let told = RestsOn::Field { name, value };
                if !rests_on.contains(&told) {
                    rests_on.push(told);
                }
            }
        }
    }
    if !sign.labels.is_empty() {
        let is_given = |label: &str| sign.labels.iter().any(|known| known == label);
        // A word like a threat alone is none.
        let mut places: Vec<usize> = (heard.iter())
            .filter(|one| is_given(one.label) && (threat || one.label != "proof.threat"))
            .map(|one| one.message)
            .filter(|at| sign.first.is_none_or(|first| *at < first))
            .collect();
        places.dedup();
        rests_on.extend(
            places
                .into_iter()
                .take(CITED)
                .filter_map(|index| Some(RestsOn::Message { index, text: messages.get(index)?.text.clone() })),
        );
    }
    if rests_on.is_empty() {
        return None;
    }
    let speaks = if sign.points > 0.0 { Speaks::ForLure } else { Speaks::ForReal };
    Some(Reason { sign: sign.id.clone(), speaks, points: sign.points, why: sign.why.clone(), rests_on })
}

const OTHER: ParticipantIndex = ParticipantIndex(0);
const OWNER: ParticipantIndex = ParticipantIndex(1);

/// The messages as a conversation, for the recogniser.
fn conversation(messages: &[FirstMessage]) -> Conversation {
    let person = |name: &str| Participant { name: name.to_owned(), native_id: None };
    let messages = (messages.iter().zip(0_u32..)).map(|(message, index)| Message {
        index,
        location: Location { source: SourceIndex(0), span: ByteSpan::new(0, 0), line: None },
        kind: MessageKind::Text,
        sender: Some(if message.side == Side::Other { OTHER } else { OWNER }),
        time: None,
        text: message.text.clone(),
        repaired: None,
        caption: None,
        attachments: Vec::new(),
        call: None,
        flags: MessageFlags::default(),
        details: None,
    });
    Conversation {
        id: "first-contact".to_owned(),
        platform: Platform::Unknown,
        kind: ConversationKind::Request,
        title: None,
        participants: vec![person("other"), person("owner")],
        owner: Some(OwnerGuess { participant: OWNER, basis: "asked".to_owned() }),
        messages: messages.collect(),
    }
}

#[cfg(test)]
mod tests;
