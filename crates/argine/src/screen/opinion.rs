//! The second opinion, apart from what the rules found.

use argine_knowledge::{Argument, Catalogue};
use argine_model::Urgency;
use argine_opinion::Opinion;

use super::Page;

/// Adds the section.
pub(crate) fn second_opinion(page: &mut Page, opinion: &Opinion, of_rules: Urgency, catalogue: Catalogue) {
    page.heading(&catalogue.text("opinion-heading").to_uppercase());
    page.hanging(2, "", &catalogue.text("opinion-explained"));
    let level = opinion.urgency_with(of_rules).level();
    let urgency = [("urgency", Argument::Text(catalogue.text(&format!("urgency-{level}"))))];
    page.hanging(2, "", &catalogue.format("opinion-urgency", &urgency));
    if opinion.findings.is_empty() {
        page.hanging(2, "", &catalogue.text("opinion-nothing"));
    }
    for finding in &opinion.findings {
        let messages = finding.messages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let arguments = [
            ("claim", Argument::Text(catalogue.text(&finding.claim.sentence()))),
            ("messages", Argument::Text(messages)),
        ];
        page.hanging(2, "• ", &catalogue.format("opinion-line", &arguments));
    }
    let arguments = [
        ("model", Argument::Text(opinion.model.clone())),
        ("hash", Argument::Text(opinion.prompt_sha256.get(..16).unwrap_or_default().to_owned())),
        ("dropped", Argument::from(opinion.dropped.total())),
    ];
    page.faint(2, "", &catalogue.format("opinion-origin", &arguments));
    if opinion.messages_left_out > 0 {
        let arguments =
            [("shown", Argument::from(opinion.messages_shown)), ("left", Argument::from(opinion.messages_left_out))];
        page.faint(2, "", &catalogue.format("opinion-left-out", &arguments));
    }
}
