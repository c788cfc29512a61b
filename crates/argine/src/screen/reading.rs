//! What was read, and what could not be.

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Conversation, Finding, Reading, SourceState};

use super::Page;
use super::page::quote;

/// Adds one line on what was read: files, conversations, messages, first and last day.
pub(crate) fn read_summary(page: &mut Page, files: usize, reading: &Reading, catalogue: Catalogue) {
    let messages: usize = reading.conversations.iter().map(|conversation| conversation.messages.len()).sum();
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let days = |conversation: &Conversation| {
        let days = conversation.messages.iter().filter_map(|message| message.time.map(|time| time.civil.date()));
        days.fold(None, |span, day| match span {
            None => Some((day, day)),
            Some((first, last)) => Some((day.min(first), day.max(last))),
        })
    };
    let span = reading.conversations.iter().filter_map(days).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let arguments = [
        ("files", number(files)),
        ("conversations", number(reading.conversations.len())),
        ("messages", number(messages)),
    ];
    let mut line = catalogue.format("line-read", &arguments);
    if let Some((first, last)) = span {
        let date = |day: jiff::civil::Date| Argument::Text(day.strftime("%-d/%-m/%Y").to_string());
        line =
            format!("{line} {}", catalogue.format("line-read-span", &[("first", date(first)), ("last", date(last))]));
    }
    page.hanging(0, "Argine · ", &line);
}

/// Adds what could not be read and how many lines, and what must be known about the reading.
pub(crate) fn unread(page: &mut Page, reading: &Reading, catalogue: Catalogue) {
    page.heading(&catalogue.text("heading-unread"));
    let lines: u64 = reading
        .sources
        .iter()
        .filter_map(|source| match &source.state {
            SourceState::Read { gaps, .. } => Some(gaps.iter().filter(|gap| gap.reason.is_loss())),
            _ => None,
        })
        .flatten()
        .map(|gap| u64::from(gap.lines.unwrap_or(1)))
        .sum();
    let count = Argument::Number(i64::try_from(lines).unwrap_or(i64::MAX));
    page.hanging(2, "", &catalogue.format("line-unread-lines", &[("count", count)]));
    for finding in &reading.findings {
        page.hanging(2, "• ", &sentence(finding, reading, catalogue));
    }
}

/// A finding in words: what, where, what to do.
pub(crate) fn sentence(finding: &Finding, reading: &Reading, catalogue: Catalogue) -> String {
    let source = finding.source.and_then(|index| reading.sources.get(index.0 as usize));
    let file = source.map(|source| source.path.join(" › ")).unwrap_or_default();
    catalogue.format(
        &format!("finding-{}", finding.code.id().replace('_', "-")),
        &[
            ("file", Argument::Text(quote(&file, 160))),
            ("line", Argument::Number(finding.line.unwrap_or_default().into())),
            ("count", Argument::Number(finding.count.into())),
            ("detail", Argument::Text(quote(&finding.detail, 160))),
        ],
    )
}
