use argine_knowledge::{Fact, Length, Prosecution, Record, Starts, StatuteRecord};
use argine_model::{Because, Clock, ClockState, Offence};
use jiff::civil::Date;

use crate::Case;
use crate::calendar::{end_of_term, safe_day_before};

/// The fact by which a linked offence is prosecuted ex officio; its words are in the catalogue under `fact-connected`.
const CONNECTED: &str = "connected";

/// Offences that the facts point to, in the order of the packs. An offence that is prosecuted ex officio when linked
/// with another one that is carries that reason, with the entries of the other.
pub(crate) fn offences(case: &Case<'_>) -> Vec<Offence> {
    if case.is_calm() {
        return Vec::new();
    }
    let mut chosen: Vec<(&StatuteRecord, Vec<&Fact>)> = case
        .knowledge
        .statutes()
        .iter()
        .filter(|statute| statute.is_for(case.situation.country))
        .filter_map(|statute| Some((statute, statute.applies(&case.facts)?)))
        .collect();
    chosen.sort_by_key(|(statute, _)| statute.rank);

    let mut carried: Vec<u32> = chosen
        .iter()
        .filter(|(statute, _)| statute.prosecution == Prosecution::ExOfficio)
        .flat_map(|(_, facts)| facts.iter().flat_map(|fact| case.facts.messages(fact)))
        .copied()
        .collect();
    carried.sort_unstable();
    carried.dedup();
    let ex_officio = chosen.iter().any(|(statute, _)| statute.prosecution == Prosecution::ExOfficio);

    chosen
        .into_iter()
        .map(|(statute, facts)| {
            let connected = statute.connected_ex_officio && ex_officio;
            let mut because = case.reasons(facts);
            if connected {
                because.push(Because { fact: CONNECTED.to_owned(), messages: carried.clone() });
            }
            let prosecution = if connected { Prosecution::ExOfficio } else { statute.prosecution };
            Offence {
                article: statute.article.clone(),
                title: statute.title().clone(),
                text: statute.text().clone(),
                prosecution: prosecution.id().to_owned(),
                complaint_months: statute.complaint_months,
                because,
                verified: statute.verified(case.today),
            }
        })
        .collect()
}

/// Terms that apply: those that run first, the nearest end first; then those that wait for their start.
pub(crate) fn clocks(case: &Case<'_>) -> Vec<Clock> {
    if case.is_calm() {
        return Vec::new();
    }
    let country = case.situation.country;
    let mut clocks: Vec<Clock> = case
        .knowledge
        .clocks()
        .iter()
        .filter(|clock| clock.is_for(country) && clock.applies(&case.facts).is_some())
        .map(|record| {
            let starts = match record.starts {
                Starts::LearnedOn => case.situation.learned_on,
                // The case does not show these days: the person is asked.
                Starts::NoticeSent | Starts::PublishedOn | Starts::PaidOn | Starts::Event => None,
            };
            let (ends, safe_by) = term(starts, record.length, country);
            let passed = safe_by.is_some_and(|safe| case.today > safe);
            Clock {
                title: record.title().clone(),
                text: if passed { record.if_missed.clone() } else { record.text().clone() },
                starts,
                ends,
                safe_by,
                state: if passed { ClockState::AskLawyer } else { ClockState::Open },
                verified: record.verified(case.today),
            }
        })
        .collect();
    clocks.sort_by_key(|clock| (clock.ends.is_none(), clock.ends));
    clocks
}

fn term(starts: Option<Date>, length: Option<Length>, country: &str) -> (Option<Date>, Option<Date>) {
    let ends = starts.zip(length).and_then(|(starts, length)| end_of_term(starts, length));
    (ends, ends.and_then(|ends| safe_day_before(ends, country)))
}
