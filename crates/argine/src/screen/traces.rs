//! Traces of the person who blackmails.

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Indicator, Role, Validity};

use super::Page;
use super::happening::id;
use super::page::quote;

/// Adds the traces that lead, or may lead, to the perpetrator; how many others there are is said below.
pub(crate) fn traces(page: &mut Page, indicators: &[Indicator], catalogue: Catalogue) {
    page.heading(&catalogue.text("heading-traces"));
    let useful = |indicator: &&Indicator| matches!(indicator.role, Role::Perpetrator | Role::Unknown);
    let shown: Vec<_> = indicators.iter().filter(useful).collect();
    if shown.is_empty() {
        page.hanging(2, "", &catalogue.text("line-no-traces"));
    }
    for indicator in &shown {
        let kind = serde_json::to_value(indicator.kind).ok();
        let kind = kind.as_ref().and_then(|kind| kind.as_str()).unwrap_or_default();
        let name = catalogue.text(&format!("indicator-{}", id(kind)));
        let value = quote(&indicator.value, 120);
        page.strong(2, &format!("{name}: "), &value);
        let check = match &indicator.validity {
            Validity::Valid(_) => "check-digits-hold",
            Validity::Invalid(_) => "check-digits-fail",
            Validity::NoCheck => "check-digits-none",
        };
        let mut messages: Vec<u32> = indicator.mentions.iter().map(|mention| mention.message).collect();
        messages.dedup();
        let count = Argument::Number(i64::try_from(messages.len()).unwrap_or(i64::MAX));
        let messages = messages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let whose =
            catalogue.text(if indicator.role == Role::Perpetrator { "role-perpetrator" } else { "role-unknown" });
        let arguments = [
            ("check", Argument::Text(catalogue.text(check))),
            ("messages", Argument::Text(messages)),
            ("count", count),
            ("role", Argument::Text(whose)),
        ];
        page.hanging(4, "", &catalogue.format("line-trace", &arguments));
    }
    let others = indicators.len() - shown.len();
    if others > 0 {
        let count = Argument::Number(i64::try_from(others).unwrap_or(i64::MAX));
        page.faint(2, "", &catalogue.format("line-other-traces", &[("count", count)]));
    }
}
