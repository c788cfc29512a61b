//! Who may be reached, whether to warn them, and with which words.

use argine_knowledge::{Argument, Catalogue};
use argine_plan::{
    Closeness, Exposed, Exposure, PlanProgress, WarnAdvice, WarnDecision, chance_of_noticing, sentinels_for,
};

use super::{Page, quote};

/// How many contacts are asked to keep an eye open, at most.
const SENTINELS: usize = 20;

/// Groups that were seen in cases hold about this many people.
const GROUP: u32 = 32;

/// The chance that is worth striving for: nine in ten.
const WANTED: f64 = 0.9;

/// Tones of the message, in the catalogue under `warn-message-<id>`.
const TONES: [&str; 3] = ["short", "warm", "formal"];

/// Adds the decision with its factors, who is exposed, who could notice and with what chance, and the words to use.
pub(crate) fn contacts(
    page: &mut Page,
    exposure: &Exposure,
    decision: &WarnDecision,
    progress: &PlanProgress,
    catalogue: Catalogue,
) {
    page.heading(&catalogue.text("heading-warn"));
    page.strong(2, "", &catalogue.text(&format!("warn-advice-{}", decision.advice.id())));
    page.hanging(2, "", &catalogue.text("warn-never-all"));
    for factor in &decision.factors {
        let sign = if factor.weight > 0 { "+ " } else { "- " };
        let because = argine_model::Because { fact: factor.id.clone(), messages: factor.messages.clone() };
        let words = if catalogue.has(&format!("warn-factor-{}", factor.id)) {
            catalogue.text(&format!("warn-factor-{}", factor.id))
        } else {
            catalogue.because(&because)
        };
        page.hanging(4, sign, &words);
    }

    page.heading(&catalogue.text("heading-exposed"));
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    page.hanging(2, "", &catalogue.format("line-exposed", &[("count", number(exposure.contacts.len()))]));
    for (closeness, count) in exposure.counts() {
        page.hanging(4, "", &catalogue.format(&format!("closeness-{}", id(closeness)), &[("count", number(count))]));
    }

    page.heading(&catalogue.text("heading-sentinels"));
    page.hanging(2, "", &catalogue.text("line-sentinels"));
    let contacts = u32::try_from(exposure.contacts.len()).unwrap_or(u32::MAX);
    for count in [5, 10, 20] {
        let chance = chance_of_noticing(contacts, GROUP, count);
        // What is not certain is never shown as certain.
        let percent = if chance < 1.0 { (chance * 100.0).min(99.0) } else { 100.0 };
        let arguments = [
            ("count", Argument::Number(count.into())),
            ("group", Argument::Number(GROUP.into())),
            // Whole percent are precise enough for a guess, and no `as` is needed for them.
            ("chance", Argument::Text(format!("{percent:.0}"))),
        ];
        page.hanging(4, "", &catalogue.format("line-chance", &arguments));
    }
    let enough = Argument::Number(sentinels_for(contacts, GROUP, WANTED).into());
    page.hanging(4, "", &catalogue.format("line-enough", &[("count", enough)]));
    page.gap();
    for contact in exposure.sentinels(SENTINELS) {
        let mark = if progress.is_warned(contact.key()) { "[x] " } else { "[ ] " };
        page.hanging(4, mark, &line(contact, catalogue));
    }
    page.faint(4, "", &catalogue.text("line-tick-contact"));

    if decision.advice != WarnAdvice::Nobody {
        page.heading(&catalogue.text("heading-messages"));
        page.hanging(2, "", &catalogue.text("line-messages"));
        for tone in TONES {
            page.strong(4, "", &catalogue.text(&format!("warn-tone-{tone}")));
            page.hanging(6, "", &catalogue.text(&format!("warn-message-{tone}")));
        }
    }
}

fn line(contact: &Exposed, catalogue: Catalogue) -> String {
    let name = quote(&contact.name, 60);
    let handle = contact.handle.as_deref().filter(|handle| *handle != contact.name);
    let handle = handle.map(|handle| format!(" (@{})", quote(handle, 60))).unwrap_or_default();
    let why = catalogue.text(&format!("close-{}", id(contact.closeness)));
    let messages: Vec<String> = contact.named_in.iter().take(4).map(ToString::to_string).collect();
    if messages.is_empty() {
        return format!("{name}{handle} – {why}");
    }
    format!("{name}{handle} – {why} ({})", messages.join(", "))
}

const fn id(closeness: Closeness) -> &'static str {
    match closeness {
        Closeness::Named => "named",
        Closeness::Close => "close",
        Closeness::Mutual => "mutual",
        Closeness::AddressBook => "address-book",
        Closeness::OneWay => "one-way",
    }
}
