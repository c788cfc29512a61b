//! The plan: first things first, then what never to do, then who answers.

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Because, Helpline, NeverRule, Opening, Plan, Tier, Verified};

use super::Page;

/// How many of the never-rules are explained on the screen; the reasons and sources of all are in `plan.json`.
const EXPLAINED: usize = 6;

/// How many of those who answer are on the screen: the emergency number and the nearest to the case come first.
const ANSWERING: usize = 7;

/// Adds the steps, in order, each with why, how and its source.
pub(crate) fn steps(page: &mut Page, plan: &Plan, catalogue: Catalogue) {
    let language = catalogue.language();
    page.heading(&catalogue.text("heading-plan"));
    if plan.crisis {
        page.strong(2, "! ", &catalogue.text("line-crisis"));
    }
    for step in &plan.steps {
        page.gap();
        page.strong(2, &format!("{:>2}. ", step.order), step.title.in_language(language));
        page.hanging(6, &catalogue.text("label-why"), step.why.in_language(language));
        because(page, &step.because, catalogue);
        for how in &step.how {
            page.hanging(6, "[ ] ", how.text.in_language(language));
        }
        let names = step.helps.iter().filter_map(|helper| helper_name(plan, helper, catalogue)).collect::<Vec<_>>();
        if !names.is_empty() {
            page.hanging(6, &catalogue.text("label-helps"), &names.join(" · "));
        }
        source(page, 6, &step.verified, catalogue);
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

fn because(page: &mut Page, because: &[Because], catalogue: Catalogue) {
    if because.is_empty() {
        return;
    }
    let reasons = because.iter().map(|reason| reason_words(reason, catalogue)).collect::<Vec<_>>().join("; ");
    page.faint(6, &catalogue.text("label-because"), &reasons);
}

fn reason_words(reason: &Because, catalogue: Catalogue) -> String {
    /// Enough to check a claim; the dossier lists them all.
    const NAMED: usize = 6;
    let mut messages = reason.messages.iter().take(NAMED).map(ToString::to_string).collect::<Vec<_>>().join(", ");
    if reason.messages.len() > NAMED {
        messages.push('…');
    }
    let fact = reason.fact.replace([':', '_'], "-");
    let words = catalogue.text(&format!("fact-{fact}"));
    if messages.is_empty() {
        return words;
    }
    let count = Argument::Number(i64::try_from(reason.messages.len()).unwrap_or(i64::MAX));
    let arguments = [("fact", Argument::Text(words)), ("messages", Argument::Text(messages)), ("count", count)];
    catalogue.format("line-fact", &arguments)
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
