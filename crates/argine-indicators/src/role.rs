//! Whose a trace is.

use argine_model::{Conversation, ConversationKind, IndicatorKind, Message, ParticipantIndex, Role};

use crate::context::{Context, Cue};
use crate::service;

/// Who speaks in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// The person who handed the conversation over.
    Owner,
    /// The one they fear, or the only other one there.
    OtherSide,
    /// Somebody else in a group.
    ThirdParty,
    /// Nobody knows.
    Unknown,
}

pub(crate) fn speaker(
    conversation: &Conversation,
    message: &Message,
    owner: Option<ParticipantIndex>,
    suspect: Option<ParticipantIndex>,
) -> Speaker {
    let Some(sender) = message.sender else { return Speaker::Unknown };
    if owner == Some(sender) {
        return Speaker::Owner;
    }
    if suspect == Some(sender) {
        return Speaker::OtherSide;
    }
    let two = conversation.kind != ConversationKind::Group;
    match (owner, suspect) {
        (Some(_), None) if two => Speaker::OtherSide,
        (None, Some(_)) if two => Speaker::Owner,
        (None, None) => Speaker::Unknown,
        _ => Speaker::ThirdParty,
    }
}

/// The role of a value at its first mention, and the stable name of the reason.
pub(crate) fn judge(
    kind: IndicatorKind,
    value: &str,
    speaker: Speaker,
    context: &Context,
    start: usize,
) -> (Role, &'static str) {
    if let Some(role) = service::role_of(kind, value) {
        return (role, "service_list");
    }
    // A possessive binds what follows within a few words: "il tuo numero è …", "my iban: …".
    let near = context.between(start.saturating_sub(28), start);
    let said = |cue: Cue| near.iter().any(|hit| hit.cue == cue);
    let possessive = near.iter().rev().find(|hit| matches!(hit.cue, Cue::Yours | Cue::Mine)).map(|hit| hit.cue);
    let wanted = |cue: Cue| context.any_within(start.saturating_sub(48), start, cue);
    let pays = matches!(
        kind,
        IndicatorKind::Iban
            | IndicatorKind::Card
            | IndicatorKind::Crypto
            | IndicatorKind::Account
            | IndicatorKind::Name
            | IndicatorKind::Url
    );
    match (speaker, possessive) {
        (Speaker::Unknown, _) => (Role::Unknown, "no_context"),
        (Speaker::ThirdParty, _) => (Role::Unknown, "written_by_third_party"),
        // "I send it to your mother at …" wants no money there.
        (Speaker::OtherSide, Some(Cue::Yours)) if !(pays && said(Cue::PayTo)) => (Role::Victim, "said_to_be_yours"),
        (Speaker::OtherSide, Some(Cue::Mine)) => (Role::Perpetrator, "offered_as_own"),
        (Speaker::OtherSide, _) if pays && wanted(Cue::PayTo) => (Role::Perpetrator, "payment_destination"),
        (Speaker::OtherSide, _) => (Role::Perpetrator, "written_by_perpetrator"),
        (Speaker::Owner, Some(Cue::Yours)) => (Role::Perpetrator, "said_to_be_theirs"),
        // "Ho fatto il bonifico su …": where the affected person's money went is not theirs.
        (Speaker::Owner, None) if pays && (wanted(Cue::Sent) || wanted(Cue::PayTo)) => {
            (Role::Perpetrator, "payment_destination")
        }
        (Speaker::Owner, _) => (Role::Victim, "written_by_owner"),
    }
}
