//! The answer of `argine screen`: verdict, reasons with what they rest on, the five rules of prevention.

use argine_knowledge::{Argument, Catalogue, Knowledge, Record as _};
use argine_recognise::{Field, Likelihood, RestsOn, Screening, Speaks, Verdict};
use jiff::civil::Date;

use super::Page;
use super::happening::id;
use super::page::{Tone, quote};
use super::plan::source;

/// How much of a message is quoted.
const QUOTE_CHARACTERS: usize = 120;

/// Adds the answer.
pub(crate) fn screening(page: &mut Page, screening: &Screening, catalogue: Catalogue) {
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    page.heading(&catalogue.text("screen-heading"));
    let (verdict, tone) = match screening.verdict {
        Verdict::Lure => ("screen-verdict-lure", Tone::Alarm),
        Verdict::Real => ("screen-verdict-real", Tone::Calm),
        Verdict::Unsure => ("screen-verdict-unsure", Tone::Caution),
    };
    page.toned(2, "", &catalogue.format(verdict, &[("reasons", number(screening.reasons.len()))]), tone);
    let likelihood = match screening.likelihood {
        Likelihood::VeryLikely => "screen-likelihood-very-likely",
        Likelihood::Likely => "screen-likelihood-likely",
        Likelihood::Open => "screen-likelihood-open",
        Likelihood::Unlikely => "screen-likelihood-unlikely",
    };
    page.hanging(2, &catalogue.text("screen-label-likelihood"), &catalogue.text(likelihood));
    if screening.threat {
        page.toned(2, "! ", &catalogue.text("screen-threat"), Tone::Alarm);
    }
    reasons(page, screening, Speaks::ForLure, catalogue);
    reasons(page, screening, Speaks::ForReal, catalogue);
    page.gap();
    if screening.messages > 0 {
        let arguments = [("used", number(screening.messages_used)), ("messages", number(screening.messages))];
        page.faint(2, "", &catalogue.format("screen-used", &arguments));
    }
    if !screening.not_understood.is_empty() {
        let list = screening.not_understood.iter().map(|one| quote(format!("{} {}", one.place, one.told).trim(), 60));
        let list = Argument::Text(list.collect::<Vec<_>>().join("; "));
        page.hanging(2, "", &catalogue.format("screen-not-understood", &[("list", list)]));
    }
    if screening.verdict == Verdict::Unsure {
        page.hanging(2, "", &catalogue.text("screen-ask"));
    }
    page.faint(2, "", &catalogue.text("screen-no-check"));
}

fn reasons(page: &mut Page, screening: &Screening, speaks: Speaks, catalogue: Catalogue) {
    let of_side: Vec<_> = screening.reasons.iter().filter(|reason| reason.speaks == speaks).collect();
    let for_lure = speaks == Speaks::ForLure;
    if of_side.is_empty() && !for_lure {
        return;
    }
    page.gap();
    page.strong(2, "", &catalogue.text(if for_lure { "screen-label-for-lure" } else { "screen-label-for-real" }));
    if of_side.is_empty() {
        page.hanging(2, "", &catalogue.text("screen-nothing-for-lure"));
    }
    for reason in of_side {
        page.hanging(2, if for_lure { "− " } else { "+ " }, &catalogue.text(&reason.why));
        for rest in &reason.rests_on {
            page.faint(6, "", &rests_on(rest, catalogue));
        }
    }
}

fn rests_on(rest: &RestsOn, catalogue: Catalogue) -> String {
    match rest {
        RestsOn::Field { name, value } => {
            let field = catalogue.text(&format!("screen-field-{}", id(name.id())));
            let value = match (name, value.as_str()) {
                (Field::HowTheyCame, approach) => catalogue.text(&format!("screen-approach-{}", id(approach))),
                (_, "true") => catalogue.text("screen-yes"),
                (_, "false") => catalogue.text("screen-no"),
                (_, value) => quote(value, QUOTE_CHARACTERS),
            };
            let arguments = [("field", Argument::Text(field)), ("value", Argument::Text(value))];
            catalogue.format("screen-rests-field", &arguments)
        }
        RestsOn::Message { index, text } => {
            let arguments = [
                ("number", Argument::Text((index + 1).to_string())),
                ("quote", Argument::Text(quote(text, QUOTE_CHARACTERS))),
            ];
            catalogue.format("screen-rests-message", &arguments)
        }
    }
}

/// Adds the rules of prevention, each with where it comes from and when somebody last looked.
pub(crate) fn prevention(page: &mut Page, knowledge: &Knowledge, country: &str, today: Date, catalogue: Catalogue) {
    let language = catalogue.language();
    page.heading(&catalogue.text("screen-rules"));
    for (number, rule) in (1..).zip(knowledge.prevention(country)) {
        page.strong(2, &format!("{number}. "), rule.title().in_language(language));
        page.hanging(5, "", rule.text().in_language(language));
        page.hanging(5, "", rule.why.in_language(language));
        source(page, 5, &rule.verified(today), catalogue);
    }
}
