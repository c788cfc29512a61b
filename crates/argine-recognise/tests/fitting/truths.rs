//! What an annotated entry says: yes, no, or not known.

use argine_model::{ConversationKind, Kind, Message};

use crate::annotated::Annotated;

/// Kinds and how every entry of the other side sounds in them.
const SOUNDS: [(Kind, &str); 9] = [
    (Kind::FinancialGang, "say.of_gang"),
    (Kind::KnownEx, "say.of_known"),
    (Kind::SexualDemand, "say.of_sexual"),
    (Kind::SpamBluff, "say.of_bluff"),
    (Kind::FakeAuthority, "say.of_authority"),
    (Kind::RecoveryScam, "say.of_recovery"),
    (Kind::Lure, "say.of_lure"),
    (Kind::Disclosure, "say.of_telling"),
    (Kind::OtherScam, "say.of_scam"),
];
/// Stages of open pressure.
const PRESSURE: [&str; 4] = ["threat", "publication", "control", "repeat_demand"];
/// Tactics that come before it.
const MILD: [&str; 2] = ["love_bombing", "exchange_bait"];

/// Whether an entry says a saying.
pub(super) fn says(one: &Annotated, message: &Message, label: &str) -> Option<bool> {
    let (truth, kind, index) = (&one.truth, one.truth.kind, message.index);
    let by_owner = one.conversation.kind != ConversationKind::Mail && message.sender.is_some_and(|one| one.0 == 1);
    if let Some((known, _)) = SOUNDS.iter().find(|(_, sound)| *sound == label) {
        return if *known == kind { (!by_owner || kind == Kind::Disclosure).then_some(true) } else { Some(false) };
    }
    let pressure = || PRESSURE.iter().filter_map(|stage| truth.stages.get(stage)).flatten();
    match label {
        // What is told of blackmail sounds like it: it says nothing of single entries.
        "say.coercion" | "say.affected" if kind == Kind::Disclosure => return None,
        "say.coercion" | "say.affected" if !kind.is_sextortion() => return Some(false),
        "say.affected" => return Some(by_owner && pressure().min().is_some_and(|first| *first <= index)),
        "say.coercion" => {
            let tactics = truth.tactics.iter().filter(|(name, _)| !MILD.contains(name)).flat_map(|(_, at)| at);
            return Some(!by_owner && pressure().chain(tactics).any(|at| *at == index));
        }
        "say.self_harm" => return Some(truth.self_harm.contains(&index)),
        _ if matches!(kind, Kind::Disclosure | Kind::OtherScam) => return None,
        _ => {}
    }
    let (sort, id) = label.split_once('.').unwrap();
    let at = match sort {
        "stage" => truth.stages.get(id),
        "tactic" => truth.tactics.get(id),
        _ => return (kind == Kind::Benign && label != "say.joke" && label != "say.own_age").then_some(false),
    };
    Some(at.is_some_and(|at| at.contains(&index)))
}
