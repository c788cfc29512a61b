//! The plan: first things first, then what never to do, then who answers.

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Because, ClockState, Helpline, NeverRule, Opening, Plan, Step, StepState, Tier, Verified};
use argine_plan::{PlanProgress, next_steps};
use jiff::civil::Date;

use super::Page;

/// How many of the never-rules are explained on the screen; the reasons and sources of all are in `plan.json`.
const EXPLAINED: usize = 6;

/// How many of those who answer are on the screen: the emergency number and the nearest to the case come first.
const ANSWERING: usize = 7;

/// Adds the path of the case and what to do next: at most three steps, the whole plan stays behind them.
pub(crate) fn next(page: &mut Page, plan: &Plan, progress: &PlanProgress, catalogue: Catalogue) {
    let language = catalogue.language();
    page.heading(&catalogue.text("heading-plan"));
    if plan.crisis {
        page.strong(2, "! ", &catalogue.text("line-crisis"));
        page.strong(2, "", &catalogue.text("line-crisis-question"));
    }
    if let Some(path) = &plan.path {
        page.strong(2, "", path.title.in_language(language));
        page.hanging(2, "", path.text.in_language(language));
    }
    let shown = next_steps(plan, progress);
    for step in &shown {
        one_step(page, plan, step, catalogue);
    }
    let open = plan.steps.iter().filter(|step| matches!(step.state, StepState::Open | StepState::Later)).count();
    let behind = open.saturating_sub(shown.len());
    if behind > 0 {
        page.gap();
        let sentence = if shown.len() == 1 && plan.crisis { "line-plan-on-hold" } else { "line-plan-behind" };
        page.faint(2, "", &catalogue.format(sentence, &[("count", count(behind))]));
    }
}

/// Ids of what [`next`] shows, for a door that keeps no marks yet.
pub(crate) fn next_ids(plan: &Plan) -> Vec<&str> {
    next_steps(plan, &PlanProgress::default()).into_iter().map(|step| step.verified.record.as_str()).collect()
}

/// Adds every step, in order, each with why, how and its source.
pub(crate) fn steps(page: &mut Page, plan: &Plan, catalogue: Catalogue) {
    page.heading(&catalogue.text("heading-plan"));
    if plan.crisis {
        page.strong(2, "! ", &catalogue.text("line-crisis"));
        page.strong(2, "", &catalogue.text("line-crisis-question"));
    }
    for step in &plan.steps {
        one_step(page, plan, step, catalogue);
    }
}

/// Adds the whole plan in one line a step: place, mark, title.
pub(crate) fn outline(page: &mut Page, plan: &Plan, catalogue: Catalogue) {
    page.heading(&catalogue.text("heading-outline"));
    for step in &plan.steps {
        let title = step.title.in_language(catalogue.language());
        page.hanging(2, &format!("{:>2}. {} ", step.order, box_of(step.state)), title);
    }
    page.faint(2, "", &catalogue.text("line-outline"));
}

fn one_step(page: &mut Page, plan: &Plan, step: &Step, catalogue: Catalogue) {
    let language = catalogue.language();
    page.gap();
    let mark = if step.state == StepState::Open { String::new() } else { format!("{} ", box_of(step.state)) };
    page.strong(2, &format!("{:>2}. {mark}", step.order), step.title.in_language(language));
    page.hanging(6, &catalogue.text("label-why"), step.why.in_language(language));
    because(page, plan, &step.because, catalogue);
    for how in &step.how {
        page.hanging(6, if how.done { "[x] " } else { "[ ] " }, how.text.in_language(language));
    }
    let names = step.helps.iter().filter_map(|helper| helper_name(plan, helper, catalogue)).collect::<Vec<_>>();
    if !names.is_empty() {
        page.hanging(6, &catalogue.text("label-helps"), &names.join(" · "));
    }
    source(page, 6, &step.verified, catalogue);
}

const fn box_of(state: StepState) -> &'static str {
    match state {
        StepState::Open => "[ ]",
        StepState::Done => "[x]",
        StepState::Skipped => "[-]",
        StepState::Later => "[>]",
    }
}

fn count(number: usize) -> Argument {
    Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Adds what helps on the path of the case.
pub(crate) fn dos(page: &mut Page, plan: &Plan, catalogue: Catalogue) {
    let Some(path) = &plan.path else { return };
    page.heading(&catalogue.text("heading-dos"));
    for text in &path.dos {
        page.hanging(2, "✓ ", text.in_language(catalogue.language()));
    }
    source(page, 4, &path.verified, catalogue);
}

/// Adds the offences that a complaint may name, each with what in the case points to it. A judge decides.
pub(crate) fn offences(page: &mut Page, plan: &Plan, catalogue: Catalogue) {
    if plan.offences.is_empty() {
        return;
    }
    let language = catalogue.language();
    page.heading(&catalogue.text("plan-offences-title"));
    page.faint(2, "", &catalogue.text("plan-offences-note"));
    for offence in &plan.offences {
        page.strong(2, "", &format!("{} – {}", offence.article, offence.title.in_language(language)));
        page.hanging(4, "", offence.text.in_language(language));
        let prosecution = catalogue.text(&format!("prosecution-{}", offence.prosecution));
        let term = offence
            .complaint_months
            .map(|months| catalogue.format("prosecution-term", &[("months", Argument::Number(months.into()))]));
        page.hanging(4, "", &[Some(prosecution), term].into_iter().flatten().collect::<Vec<_>>().join(" · "));
        if offence.because.iter().any(|reason| reason.fact == "connected") {
            page.hanging(4, "", &catalogue.text("prosecution-connected-note"));
        }
        because(page, plan, &offence.because, catalogue);
        source(page, 4, &offence.verified, catalogue);
    }
}

/// Adds the terms: by when, or the question that starts them. Never that it is over.
pub(crate) fn clocks(page: &mut Page, plan: &Plan, catalogue: Catalogue) {
    if plan.clocks.is_empty() {
        return;
    }
    let language = catalogue.language();
    page.heading(&catalogue.text("plan-clocks-title"));
    for clock in &plan.clocks {
        page.strong(2, "", clock.title.in_language(language));
        let day = |day: Date| Argument::Text(day.strftime("%-d/%-m/%Y").to_string());
        let line = match (clock.state, clock.ends_at, clock.safe_by, clock.ends) {
            // An office or a platform is late: the text says how to chase it.
            (ClockState::AskLawyer, _, None, _) => String::new(),
            (ClockState::AskLawyer, ..) => catalogue.text("clock-ask-lawyer"),
            (_, Some(end), ..) => {
                let end = Argument::Text(end.strftime("%-d/%-m/%Y %H:%M").to_string());
                catalogue.format("clock-answer-by", &[("ends", end)])
            }
            (_, _, Some(safe), Some(ends)) => {
                catalogue.format("clock-open", &[("safe", day(safe)), ("ends", day(ends))])
            }
            (_, _, None, Some(ends)) => catalogue.format("clock-answer-by", &[("ends", day(ends))]),
            _ if clock.starts.is_none() && !clock.runs_from.is_empty() => {
                catalogue.text(&format!("ask-{}", clock.runs_from))
            }
            _ => String::new(),
        };
        if !line.is_empty() {
            page.hanging(4, "", &line);
        }
        page.hanging(4, "", clock.text.in_language(language));
        if let Some(starts) = clock.starts {
            page.faint(4, "", &catalogue.format("clock-counted-from", &[("date", day(starts))]));
        }
        source(page, 4, &clock.verified, catalogue);
    }
}

/// Adds how to report to the platforms of the case.
pub(crate) fn routes(page: &mut Page, plan: &Plan, catalogue: Catalogue) {
    if plan.routes.is_empty() {
        return;
    }
    let language = catalogue.language();
    page.heading(&catalogue.text("plan-routes-title"));
    for route in &plan.routes {
        page.strong(2, "", route.title.in_language(language));
        for how in &route.how {
            page.hanging(4, "[ ] ", how.text.in_language(language));
        }
        page.hanging(4, "", route.notes.in_language(language));
        source(page, 4, &route.verified, catalogue);
    }
}

/// Adds what never to do.
pub(crate) fn never(page: &mut Page, rules: &[NeverRule], catalogue: Catalogue) {
    let language = catalogue.language();
    page.heading(&catalogue.text("heading-never"));
    for (rule, place) in rules.iter().zip(0..) {
        page.strong(2, "✗ ", rule.text.in_language(language));
        // The first ones are those that cost most when broken: they get their reason; a wall of text helps nobody.
        if place < EXPLAINED {
            page.hanging(4, "", rule.why.in_language(language));
            source(page, 4, &rule.verified, catalogue);
        }
    }
}

/// Adds who answers, the emergency number first.
pub(crate) fn helplines(page: &mut Page, helplines: &[Helpline], catalogue: Catalogue) {
    let language = catalogue.language();
    page.heading(&catalogue.text("heading-helplines"));
    for line in helplines.iter().take(ANSWERING) {
        let opening = match line.opening {
            Opening::Always => "opening-always",
            Opening::OpenNow => "opening-open-now",
            Opening::ClosedNow => "opening-closed-now",
            Opening::Unknown => "opening-unknown",
        };
        let reach = [line.phone.as_deref(), line.url.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let title = line.title.in_language(language);
        page.strong(2, "", &format!("{title} – {}", catalogue.text(opening)));
        page.hanging(4, "", line.text.in_language(language));
        let hours = line.hours.in_language(language);
        page.hanging(
            4,
            "",
            &[reach.as_str(), hours].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        );
        source(page, 4, &line.verified, catalogue);
    }
    let more = helplines.len().saturating_sub(ANSWERING);
    if more > 0 {
        let more = Argument::Number(i64::try_from(more).unwrap_or(i64::MAX));
        page.faint(2, "", &catalogue.format("line-more-helplines", &[("more", more)]));
    }
}

fn because(page: &mut Page, plan: &Plan, because: &[Because], catalogue: Catalogue) {
    if because.is_empty() {
        return;
    }
    let reasons = because.iter().map(|reason| reason_words(plan, reason, catalogue)).collect::<Vec<_>>().join("; ");
    page.faint(6, &catalogue.text("label-because"), &reasons);
}

/// A reason with the entries that carry it and, for money, what they ask: "richiesta di denaro (messaggio 64): 500 EUR".
fn reason_words(plan: &Plan, reason: &Because, catalogue: Catalogue) -> String {
    /// Enough to recognise a demand; the dossier lists them all.
    const SUMS: usize = 3;
    let words = catalogue.because(reason);
    let fact = plan.basis.facts.iter().find(|fact| fact.fact == reason.fact);
    let mut sums: Vec<&str> = Vec::new();
    for sum in fact.into_iter().flat_map(|fact| &fact.details) {
        if !sums.contains(&sum.as_str()) && sums.len() < SUMS {
            sums.push(sum);
        }
    }
    if sums.is_empty() { words } else { format!("{words}: {}", sums.join(", ")) }
}

fn helper_name(plan: &Plan, helper: &str, catalogue: Catalogue) -> Option<String> {
    let language = catalogue.language();
    let line = plan.helplines.iter().find(|line| line.verified.record == helper);
    let route = plan.routes.iter().find(|route| route.verified.record == helper);
    line.map(|line| match &line.phone {
        Some(phone) if !line.title.in_language(language).contains(phone.as_str()) => {
            format!("{} ({phone})", line.title.in_language(language))
        }
        _ => line.title.in_language(language).to_owned(),
    })
    .or_else(|| route.map(|route| route.title.in_language(language).to_owned()))
}

/// Where a fact comes from and how fresh it is.
pub(crate) fn source(page: &mut Page, indent: usize, verified: &Verified, catalogue: Catalogue) {
    let mut checked = verified.sources.iter().filter(|source| source.tier != Tier::K);
    let first = checked.next().map_or_else(|| catalogue.text("line-no-checked-source"), |source| source.title.clone());
    let titles = match checked.count() {
        0 => first,
        more => {
            let more = Argument::Number(i64::try_from(more).unwrap_or(i64::MAX));
            catalogue.format("line-more-sources", &[("first", Argument::Text(first)), ("more", more)])
        }
    };
    let date = verified.checked_on.strftime("%-d/%-m/%Y").to_string();
    let mut words =
        catalogue.format("line-source", &[("sources", Argument::Text(titles)), ("date", Argument::Text(date))]);
    if verified.to_be_confirmed {
        words = format!("{words} · {}", catalogue.text("line-to-be-confirmed"));
    }
    if verified.stale {
        words = format!("{words} · {}", catalogue.text("line-stale"));
    }
    page.faint(indent, "", &words);
}
