//! The alarm: decision trees over what a conversation says in all.

use argine_model::{ConversationKind, Kind};
use argine_recognise::{Forest, Recogniser, Tree};

use super::Entries;
use super::boosting::{Growth, State, UNITS, grow, leaf};
use super::sayings::{Chance, Talk};
use crate::annotated::Annotated;

/// How the trees grow.
const GROWTH: Growth = Growth { trees: 249, rate: 0.06, leaves: 12, fewest: 20, penalty: 3.0, looked_at: 5 };
/// So many entries after open pressure began, it is blackmail too.
const SOON: u32 = 3;
/// What such a state counts.
const HALF: f64 = 0.5;
/// An innocent conversation is looked at so many times, since the alarm may ring after any entry,
const PARTS: u32 = 4;
/// and every time counts so much.
const OFTEN: f64 = 0.35;

/// So many mixed innocent conversations for each innocent one,
const MIXED: usize = 2;
/// of so many.
const MIXTURE: usize = 3;

/// How a conversation stands after an entry.
pub(super) type Standing = State<Vec<i16>>;

/// The states of an annotated conversation: at its end; blackmail also soon after it is open, what is innocent also in the middle, and with
/// both sides exchanged, since the alarm asks of either whether it blackmails.
pub(super) fn states(recogniser: &Recogniser, one: &Annotated) -> Vec<Standing> {
    let is_blackmail = one.truth.kind.is_sextortion();
    let state = |features, weight| State { features, is_so: is_blackmail, weight, known: 0.0 };
    let at = |suspect, entry| recogniser.pooled(&one.conversation, suspect, entry);
    if is_blackmail {
        let open = ["threat", "publication", "control", "repeat_demand"];
        let first = open.iter().filter_map(|stage| one.truth.stages.get(*stage)).flatten().min();
        let mut states = vec![state(at(0, u32::MAX), 1.0)];
        states.extend(first.map(|first| state(at(0, first + SOON), HALF)));
        return states;
    }
    let suspects = if one.conversation.kind == ConversationKind::Mail { 1 } else { 2 };
    let entries = u32::try_from(one.conversation.messages.len()).unwrap();
    (0..suspects)
        .flat_map(|suspect| parts(entries).map(move |entry| (suspect, entry)))
        .map(|(suspect, entry)| state(at(suspect, entry), OFTEN))
        .collect()
}

/// The entries after which an innocent conversation is looked at.
fn parts(entries: u32) -> impl Iterator<Item = u32> {
    let last = entries.saturating_sub(1);
    (1..=PARTS).map(move |part| last * part / PARTS)
}

/// The end of a talk put together from lines.
pub(super) fn states_of_talk(recogniser: &Recogniser, talk: &Talk) -> Vec<Standing> {
    debug_assert!(matches!(talk.kind, Kind::Benign | Kind::OtherScam));
    let entries = u32::try_from(talk.lines.len()).unwrap();
    let at = |entry| recogniser.pooled(&super::conversation(talk), 0, entry);
    parts(entries)
        .skip(1)
        .step_by(2)
        .map(|entry| State { features: at(entry), is_so: false, weight: OFTEN, known: 0.0 })
        .collect()
}

/// Innocent conversations cut and put together anew: ordinary talk in which anything may stand beside anything.
pub(super) fn mixed(recogniser: &Recogniser, sets: &[&Annotated], read: &[Entries]) -> Vec<Standing> {
    let is_innocent =
        |one: &Annotated| one.truth.kind == Kind::Benign && one.conversation.kind != ConversationKind::Mail;
    let innocent: Vec<&Entries> =
        sets.iter().zip(read).filter(|(one, _)| is_innocent(one)).map(|(_, entries)| entries).collect();
    let mut chance = Chance(0x510e_527f_ade6_82d1);
    (0..innocent.len() * MIXED)
        .map(|_| {
            let mut entries = Vec::new();
            for part in 0..MIXTURE {
                let source = innocent[chance.below(innocent.len())];
                entries.extend(&source[source.len() * part / MIXTURE..source.len() * (part + 1) / MIXTURE]);
            }
            State { features: recogniser.pooled_of(entries.into_iter()), is_so: false, weight: OFTEN, known: 0.0 }
        })
        .collect()
}

/// The trees over all states.
pub(super) fn fit(mut states: Vec<Standing>) -> Forest {
    let total: f64 = states.iter().map(|state| state.weight).sum();
    let yes: f64 = states.iter().filter(|state| state.is_so).map(|state| state.weight).sum();
    let bias = leaf((yes / (total - yes)).ln());
    for state in &mut states {
        state.known = f64::from(bias) / UNITS;
    }
    let mut trees = vec![Tree { questions: Vec::new(), leaves: vec![bias] }];
    trees.extend(grow(&states, &GROWTH, &mut Chance(0x3c6e_f372_fe94_f82b)));
    Forest { trees }
}
