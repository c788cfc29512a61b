use argine_knowledge::{ClockRecord, Fact, Length, Prosecution, Record, Starts, StatuteRecord};
use argine_model::{Because, Clock, ClockState, Offence};

use crate::calendar::{end_of_hours, end_of_term, safe_day_before};
use crate::{Case, calendar};

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
        .filter(|statute| statute.is_for(case.country))
        .filter_map(|statute| Some((statute, statute.applies(case.facts)?)))
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
    let mut clocks: Vec<Clock> = case
        .knowledge
        .clocks()
        .iter()
        .filter(|clock| clock.is_for(case.country) && clock.applies(case.facts).is_some())
        .map(|record| clock(case, record))
        .collect();
    clocks.sort_by_key(|clock| (clock.ends.is_none(), clock.ends));
    clocks
}

fn clock(case: &Case<'_>, record: &ClockRecord) -> Clock {
    let dates = &case.dates;
    let (runs_from, starts) = match record.starts {
        Starts::LearnedOn => ("learned_on", dates.learned_on),
        Starts::NoticeSent => ("notice_sent", dates.notice_sent),
        Starts::PublishedOn => ("published_on", dates.published_on),
        Starts::PaidOn => ("paid_on", dates.paid_on),
        Starts::DecisionReceived => ("decision_received", dates.decision_received),
        Starts::Event => ("event", None),
    };
    let ends = starts.zip(record.length).and_then(|(starts, length)| end_of_term(starts, length, case.country));
    let to_the_minute = match (record.length, starts, dates.notice_time, record.starts) {
        (Some(Length::Hours(hours)), Some(day), Some(time), Starts::NoticeSent) => {
            end_of_hours(day, time, hours, case.country, case.now.time_zone())
        }
        _ => None,
    };
    // Hours run against an office or a platform: what the person does is chase it when they have passed.
    let theirs = matches!(record.length, Some(Length::Hours(_)));
    let safe_by = if theirs { None } else { ends.and_then(|ends| safe_day_before(ends, case.country)) };
    let passed = match (to_the_minute, ends) {
        (Some(end), _) => calendar::wall_clock(case.country, case.now) > end,
        (None, Some(end)) if theirs => case.today > end,
        _ => safe_by.is_some_and(|safe| case.today > safe),
    };
    Clock {
        title: record.title().clone(),
        text: if passed { record.if_missed.clone() } else { record.text().clone() },
        runs_from: runs_from.to_owned(),
        starts,
        ends: to_the_minute.map(jiff::civil::DateTime::date).or(ends),
        ends_at: to_the_minute,
        safe_by,
        state: if passed { ClockState::AskLawyer } else { ClockState::Open },
        verified: record.verified(case.today),
    }
}
