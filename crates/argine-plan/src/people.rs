use argine_knowledge::{CaseFact, Fact, HelpRole, HelplineRecord, Record, RouteRecord, Serves};
use argine_model::{Helpline, Opening, Route, Step};

use crate::Case;
use crate::steps::sub_steps;

/// Who answers. The emergency number first; then who serves this need, who is open before who is not, the rank of the packs.
/// What no step needs and no need asks for is left out.
pub(crate) fn helplines(case: &Case<'_>, steps: &[Step]) -> Vec<Helpline> {
    let asked = |id: &str| steps.iter().any(|step| step.helps.iter().any(|help| help == id));
    let mut chosen: Vec<(u8, u8, i32, Helpline)> = case
        .knowledge
        .helplines()
        .iter()
        .filter(|line| line.is_for(case.country) && line.applies(case.facts).is_some())
        .filter(|line| line.is_emergency() || !case.is_calm())
        .filter_map(|line| {
            let need = need(case, line).or_else(|| asked(line.id()).then_some(4))?;
            let opening = line.opening_at(case.now);
            // Somebody who answers comes before a form; while a life is at risk, long before.
            let form = matches!(line.role, HelpRole::Removal | HelpRole::Authority);
            let place = match (line.is_emergency(), form) {
                (true, _) => 0,
                (false, true) if case.facts.has(CaseFact::Crisis) => 5,
                (false, true) => need.max(3),
                (false, false) => need,
            };
            Some((place, after_hours(opening), line.rank, shown(case, line, opening)))
        })
        .collect();
    chosen.sort_by_key(|(place, closed, rank, _)| (*place, *closed, *rank));
    chosen.into_iter().map(|(.., line)| line).collect()
}

/// Ids of the lines with these roles that serve the person, nearest first.
pub(crate) fn with_roles(case: &Case<'_>, roles: &[HelpRole]) -> Vec<String> {
    let mut lines: Vec<(u8, i32, &HelplineRecord)> = (case.knowledge.helplines().iter())
        .filter(|line| roles.contains(&line.role) && line.is_for(case.country) && line.applies(case.facts).is_some())
        .filter_map(|line| Some((need(case, line)?, line.rank, line)))
        .collect();
    lines.sort_by_key(|(need, rank, _)| (*need, *rank));
    lines.into_iter().map(|(.., line)| line.id().to_owned()).collect()
}

/// How near a line is to what the person needs, 1 the nearest; none where it serves others.
fn need(case: &Case<'_>, line: &HelplineRecord) -> Option<u8> {
    let has = |fact| case.facts.has(fact);
    line.serves
        .iter()
        .filter_map(|serves| match serves {
            Serves::Crisis if has(CaseFact::Crisis) => Some(1),
            Serves::Minor if has(CaseFact::Minor) => Some(1),
            Serves::KnownPerson if has(CaseFact::KnownPerson) => Some(1),
            Serves::Minor if has(CaseFact::AgeUnknown) => Some(2),
            Serves::Adult if has(CaseFact::Adult) || has(CaseFact::AgeUnknown) => Some(2),
            Serves::Everyone => Some(3),
            _ => None,
        })
        .min()
}

const fn after_hours(opening: Opening) -> u8 {
    match opening {
        Opening::Always | Opening::OpenNow => 0,
        Opening::Unknown => 1,
        Opening::ClosedNow => 2,
    }
}

fn shown(case: &Case<'_>, line: &HelplineRecord, opening: Opening) -> Helpline {
    Helpline {
        title: line.title().clone(),
        text: line.text().clone(),
        phone: line.phone.clone(),
        url: line.url.clone(),
        hours: line.hours.clone(),
        opening,
        verified: line.verified(case.today),
    }
}

/// How to report to the platforms of the case: those of the conversation, those that the other side's links lead to,
/// and the search engines where something was published.
pub(crate) fn routes(case: &Case<'_>) -> Vec<Route> {
    if case.is_calm() {
        return Vec::new();
    }
    let mut chosen: Vec<&RouteRecord> = case
        .knowledge
        .routes()
        .iter()
        .filter(|route| route.is_for(case.country) && is_of_case(case, route))
        .filter(|route| route.applies(case.facts).is_some())
        .collect();
    chosen.sort_by_key(|route| route.rank);
    chosen
        .into_iter()
        .map(|route| Route {
            title: route.title().clone(),
            how: sub_steps(route, &route.how),
            notes: route.notes.clone(),
            verified: route.verified(case.today),
        })
        .collect()
}

fn is_of_case(case: &Case<'_>, route: &RouteRecord) -> bool {
    let here = case.facts.holds(&Fact::Platform(route.platform.clone()));
    here || (is_search(route) && route.applies_if().is_some())
}

/// Search engines have no conversation of their own: their records say when they matter.
fn is_search(route: &RouteRecord) -> bool {
    matches!(route.platform.as_str(), "google_search" | "bing")
}
