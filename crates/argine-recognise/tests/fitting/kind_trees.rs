//! Of which kind a blackmail is, or an innocent conversation: decision trees over what it says in all.

use argine_model::{ConversationKind, Kind};
use argine_recognise::{Forest, Recogniser};

use super::boosting::{Growth, State, grow};
use super::sayings::{Chance, Talk};
use crate::annotated::Annotated;

/// How the trees grow.
const GROWTH: Growth = Growth { trees: 40, rate: 0.12, leaves: 8, fewest: 10, penalty: 3.0, looked_at: 4 };
/// What an innocent conversation counts that was put together, or read with both sides exchanged.
const OFTEN: f64 = 0.35;

/// How a conversation ends, and of which kind it is.
pub(super) struct End {
    features: Vec<i16>,
    kind: Kind,
    weight: f64,
}

/// The end of an annotated conversation; what is innocent also with both sides exchanged.
pub(super) fn ends(recogniser: &Recogniser, one: &Annotated) -> Vec<End> {
    let kind = one.truth.kind;
    let is_one_sided = kind.is_sextortion() || one.conversation.kind == ConversationKind::Mail;
    let end = |suspect| End {
        features: recogniser.pooled(&one.conversation, suspect, u32::MAX),
        kind,
        weight: if is_one_sided { 1.0 } else { 0.5 },
    };
    (0..if is_one_sided { 1 } else { 2 }).map(end).collect()
}

/// The end of a talk put together from lines.
pub(super) fn end_of_talk(recogniser: &Recogniser, talk: &Talk) -> End {
    let features = recogniser.pooled(&super::conversation(talk), 0, u32::MAX);
    End { features, kind: talk.kind, weight: OFTEN }
}

/// For every kind the trees that tell it from the others of its sort.
pub(super) fn fit(ends: &[End]) -> Vec<Forest> {
    let fit = |kind: &Kind| {
        let states: Vec<State<&[i16]>> = ends
            .iter()
            .filter(|end| end.kind.is_sextortion() == kind.is_sextortion())
            .map(|end| State {
                features: end.features.as_slice(),
                is_so: end.kind == *kind,
                weight: end.weight,
                known: 0.0,
            })
            .collect();
        Forest { trees: grow(&states, &GROWTH, &mut Chance(0x5be0_cd19_137e_2179)) }
    };
    Kind::ALL.iter().map(fit).collect()
}
