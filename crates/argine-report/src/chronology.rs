//! Which messages the dossier quotes, and why.

use std::collections::{BTreeMap, BTreeSet};

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Assessment, Conversation, Evidence, Indicator, Language, Proof, Publication, Role};

use crate::format;

/// Messages quoted in the chronology: enough for any case seen, few enough to be read by an officer.
const QUOTED: usize = 60;
/// Messages in annex A, context included.
const PRINTED: usize = 80;
/// What is said about one message, at most.
const SAYINGS: usize = 4;

/// A message that carries something.
#[derive(Debug, Default)]
struct Cited {
    /// Lower is more important.
    rank: u8,
    sayings: Vec<String>,
    /// Said only where there is nothing finer.
    otherwise: Option<String>,
}

/// What the dossier quotes of a conversation.
#[derive(Debug, Default)]
pub(crate) struct Selection {
    /// Messages of the chronology, in order, with what each shows.
    pub(crate) quoted: Vec<(u32, String)>,
    /// Messages of annex A, in order.
    pub(crate) printed: BTreeSet<u32>,
    /// Cited messages that are not in the chronology.
    pub(crate) left_out: usize,
    /// First message that carries a threat or a demand.
    pub(crate) first: Option<u32>,
    /// Last message that carries anything, quoted or not.
    pub(crate) last: Option<u32>,
}

struct Collector {
    messages: u32,
    words: Catalogue,
    cited: BTreeMap<u32, Cited>,
}

impl Collector {
    fn entry(&mut self, index: u32, rank: u8) -> Option<&mut Cited> {
        // An index out of the conversation can only be a fault: it must not become a dead reference.
        (index < self.messages).then(|| {
            let cited = self.cited.entry(index).or_insert(Cited { rank, ..Cited::default() });
            cited.rank = cited.rank.min(rank);
            cited
        })
    }

    fn say(&mut self, index: u32, rank: u8, saying: String) {
        if let Some(cited) = self.entry(index, rank)
            && !cited.sayings.contains(&saying)
        {
            cited.sayings.push(saying);
        }
    }

    fn evidence(&mut self, evidence: &[Evidence], first: u8, other: u8, saying: &str) {
        for (place, piece) in evidence.iter().filter(|piece| !piece.counter).enumerate() {
            self.say(piece.index, if place == 0 { first } else { other }, saying.to_owned());
        }
    }

    fn otherwise(&mut self, evidence: &[Evidence], saying: &str) {
        for (place, piece) in evidence.iter().filter(|piece| !piece.counter).enumerate() {
            if let Some(cited) = self.entry(piece.index, if place == 0 { 0 } else { 4 }) {
                cited.otherwise.get_or_insert_with(|| saying.to_owned());
            }
        }
    }

    fn name(&self, id: &str) -> String {
        self.words.text(id)
    }

    fn sentence(&self, id: &str, name: &str, value: String) -> String {
        self.words.format(id, &[(name, Argument::Text(value))])
    }
}

/// Chooses what to quote. Signs of self-harm are left out on purpose: they ask for help, they are no matter of the
/// complaint unless the person says so.
pub(crate) fn select(
    conversation: &Conversation,
    assessment: &Assessment,
    indicators: &[Indicator],
    words: Catalogue,
    language: Language,
) -> Selection {
    let messages = u32::try_from(conversation.messages.len()).unwrap_or(u32::MAX);
    let mut collector = Collector { messages, words, cited: BTreeMap::new() };
    for stage in &assessment.stages {
        let saying = collector.name(&format!("report-stage-{}", stage.stage.id()));
        collector.say(stage.first_index, 0, saying);
    }
    for demand in &assessment.demands {
        let amount = format::amount(demand, words);
        let saying = collector.sentence("report-event-demand", "amount", amount);
        collector.say(demand.index, 1, saying);
    }
    for payment in &assessment.payments {
        let amount = format::amount(payment, words);
        let saying = collector.sentence("report-event-payment", "amount", amount);
        collector.say(payment.index, 0, saying);
    }
    for deadline in &assessment.deadlines {
        let saying = collector.sentence("report-event-deadline", "due", format::due(&deadline.due, language));
        collector.say(deadline.index, 1, saying);
    }
    if matches!(assessment.flags.publication.status, Publication::Claimed | Publication::Done) {
        let saying = collector.name("report-event-publication");
        collector.evidence(&assessment.flags.publication.evidence, 0, 2, &saying);
    }
    if assessment.flags.minor_victim.value {
        let saying = collector.name("report-event-age");
        collector.evidence(&assessment.flags.minor_victim.evidence, 1, 4, &saying);
    }
    for tactic in &assessment.tactics {
        let saying = collector.name(&format!("report-tactic-{}", tactic.tactic.id()));
        collector.evidence(&tactic.evidence, 1, 5, &saying);
    }
    for indicator in indicators.iter().filter(|indicator| indicator.role == Role::Perpetrator) {
        let saying = collector.name("report-event-indicator");
        if let Some(mention) = indicator.mentions.first() {
            collector.say(mention.message, 2, saying);
        }
    }
    for proof in &assessment.proofs {
        let id = match proof.proof {
            Proof::Leverage => "report-event-leverage",
            Proof::Threat => "report-event-threat",
            Proof::Demand => "report-event-demand-words",
        };
        let saying = collector.name(id);
        collector.otherwise(&proof.evidence, &saying);
    }
    let first = first_threat_or_demand(assessment).filter(|&index| index < messages);
    arrange(collector.cited, messages, first)
}

fn first_threat_or_demand(assessment: &Assessment) -> Option<u32> {
    let proofs = assessment.proofs.iter().filter(|proof| proof.proof != Proof::Leverage);
    proofs.flat_map(|proof| &proof.evidence).filter(|piece| !piece.counter).map(|piece| piece.index).min()
}

fn arrange(cited: BTreeMap<u32, Cited>, messages: u32, first: Option<u32>) -> Selection {
    let total = cited.len();
    let last = cited.keys().next_back().copied();
    let mut ranked = most_important(cited);
    let mut printed: BTreeSet<u32> = ranked.iter().map(|(index, _)| *index).collect();
    for (index, _) in &ranked {
        for neighbour in [index.checked_sub(1), index.checked_add(1)].into_iter().flatten() {
            if neighbour < messages && printed.len() < PRINTED {
                printed.insert(neighbour);
            }
        }
    }
    ranked.sort_by_key(|(index, _)| *index);
    let quoted: Vec<_> = ranked
        .into_iter()
        .map(|(index, mut cited)| {
            if cited.sayings.is_empty() {
                cited.sayings.extend(cited.otherwise);
            }
            cited.sayings.truncate(SAYINGS);
            (index, cited.sayings.join(" · "))
        })
        .collect();
    let left_out = total - quoted.len();
    Selection { quoted, printed, left_out, first, last }
}

/// The messages that fit, by rank. Of the rank that does not fit whole, some from the first to the last: a blackmail
/// that went on for months must not be told by its first day.
fn most_important(cited: BTreeMap<u32, Cited>) -> Vec<(u32, Cited)> {
    let mut by_rank: BTreeMap<u8, Vec<(u32, Cited)>> = BTreeMap::new();
    for (index, cited) in cited {
        by_rank.entry(cited.rank).or_default().push((index, cited));
    }
    let mut chosen = Vec::new();
    for group in by_rank.into_values() {
        let room = QUOTED.saturating_sub(chosen.len());
        let size = group.len();
        if size <= room {
            chosen.extend(group);
        } else if room > 0 {
            let places: BTreeSet<usize> =
                (0..room).map(|step| if room == 1 { size - 1 } else { step * (size - 1) / (room - 1) }).collect();
            chosen.extend(group.into_iter().enumerate().filter(|(at, _)| places.contains(at)).map(|(_, one)| one));
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(ranks: impl IntoIterator<Item = (u32, u8)>) -> BTreeMap<u32, Cited> {
        ranks.into_iter().map(|(index, rank)| (index, Cited { rank, ..Cited::default() })).collect()
    }

    #[test]
    fn the_most_important_are_quoted_and_the_rest_is_spread_to_the_end() {
        let selection = arrange(cited((0..1_000).map(|index| (index, if index == 777 { 0 } else { 5 }))), 1_000, None);
        let quoted: Vec<_> = selection.quoted.iter().map(|(index, _)| *index).collect();
        assert_eq!((quoted.len(), selection.left_out, selection.last), (QUOTED, 1_000 - QUOTED, Some(999)));
        assert!(quoted.contains(&777) && quoted.contains(&0) && quoted.contains(&999), "{quoted:?}");
        assert!(quoted.is_sorted());
        assert!(selection.printed.len() <= PRINTED);
    }

    #[test]
    fn few_are_quoted_all_with_one_message_around() {
        let selection = arrange(cited([(0, 1), (9, 3)]), 10, Some(9));
        assert_eq!(selection.quoted.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [0, 9]);
        assert_eq!(selection.printed.into_iter().collect::<Vec<_>>(), [0, 1, 8, 9]);
        assert_eq!(selection.left_out, 0);
    }
}
