//! What is happening: kind, stage, urgency, the three proofs and every move, each with the message that shows it.

use argine_knowledge::{Argument, Catalogue, Knowledge, Record as _};
use argine_model::{Assessment, Conversation, Evidence, Language, Message, Proof};

use jiff::civil::Date;

use super::Page;
use super::page::{Tone, quote};
use super::plan::source;

/// How many messages are quoted for one claim; the others are named by number.
const QUOTES: usize = 2;
/// How much of a message is quoted.
const QUOTE_CHARACTERS: usize = 140;

/// Adds the section to `page`.
pub(crate) fn happening(page: &mut Page, conversation: &Conversation, assessment: &Assessment, catalogue: Catalogue) {
    page.heading(&catalogue.text("heading-happening"));
    let kind = id(assessment.kind.label.id());
    let tone = match assessment.urgency.level.level() {
        0 => Tone::Calm,
        1 | 2 => Tone::Caution,
        _ => Tone::Alarm,
    };
    page.toned(2, "", &catalogue.text(&format!("kind-{kind}")), tone);
    page.hanging(2, "", &catalogue.text(&format!("kind-{kind}-explained")));
    if assessment.kind.p < 0.5 {
        let others =
            assessment.kind.alternatives.iter().map(|(kind, _)| catalogue.text(&format!("kind-{}", id(kind.id()))));
        let others = others.collect::<Vec<_>>().join(", ");
        if !others.is_empty() {
            page.hanging(2, "", &catalogue.format("line-alternatives", &[("kinds", Argument::Text(others))]));
        }
    }
    if let Some(share) = assessment.unread_words() {
        page.hanging(2, "! ", &catalogue.format("line-unread-language", &[("share", Argument::Number(share.into()))]));
    }
    if let Some(stage) = assessment.current_stage {
        let stage = catalogue.text(&format!("stage-{}", id(stage.id())));
        page.hanging(2, &catalogue.text("label-stage"), &stage);
    }
    let level = assessment.urgency.level.level();
    let reasons = assessment.urgency.reasons.iter().map(|reason| catalogue.text(&format!("reason-{}", id(reason))));
    let mut urgency = catalogue.text(&format!("urgency-{level}"));
    let reasons = reasons.collect::<Vec<_>>().join("; ");
    if !reasons.is_empty() {
        urgency = format!("{urgency} ({reasons})");
    }
    page.toned(2, &catalogue.text("label-urgency"), &urgency, tone);

    if assessment.kind.label.is_sextortion() || !assessment.proofs.is_empty() {
        proofs(page, conversation, assessment, catalogue);
    }
    flags(page, conversation, assessment, catalogue);
    if !assessment.tactics.is_empty() {
        page.gap();
        let count = i64::try_from(assessment.tactics.len()).unwrap_or(i64::MAX);
        page.strong(2, "", &catalogue.format("label-tactics", &[("count", Argument::Number(count))]));
        for found in &assessment.tactics {
            let tactic = id(found.tactic.id());
            let name = catalogue.text(&format!("tactic-{tactic}"));
            let explained = catalogue.text(&format!("tactic-{tactic}-explained"));
            page.hanging(2, "• ", &format!("{name}. {explained}"));
            evidence(page, conversation, &found.evidence, catalogue);
        }
    }
}

/// Adds what usually comes next, with its source, where the packs know it.
pub(crate) fn outlook(
    page: &mut Page,
    knowledge: &Knowledge,
    assessment: &Assessment,
    today: Date,
    catalogue: Catalogue,
) {
    let Some(record) = knowledge.outlook(assessment.kind.label, assessment.current_stage) else { return };
    page.heading(&catalogue.text("heading-outlook"));
    page.hanging(2, "", record.text().in_language(catalogue.language()));
    source(page, 2, &record.verified(today), catalogue);
}

fn proofs(page: &mut Page, conversation: &Conversation, assessment: &Assessment, catalogue: Catalogue) {
    page.gap();
    page.strong(2, "", &catalogue.text("label-proofs"));
    for proof in Proof::ALL {
        let name = catalogue.text(&format!("proof-{}", id(proof.id())));
        match assessment.proofs.iter().find(|found| found.proof == *proof) {
            Some(found) => {
                page.hanging(2, "[x] ", &name);
                evidence(page, conversation, &found.evidence, catalogue);
            }
            None => page.hanging(2, "[ ] ", &format!("{name}: {}", catalogue.text("line-proof-not-found"))),
        }
    }
}

fn flags(page: &mut Page, conversation: &Conversation, assessment: &Assessment, catalogue: Catalogue) {
    let flags = &assessment.flags;
    for (name, flag) in
        [("self-harm", &flags.self_harm), ("minor", &flags.minor_victim), ("physical-danger", &flags.physical_danger)]
    {
        if flag.value {
            page.gap();
            page.toned(2, "! ", &catalogue.text(&format!("flag-{name}")), Tone::Alarm);
            evidence(page, conversation, &flag.evidence, catalogue);
        }
    }
    let publication = id(flags.publication.status.id());
    if !flags.publication.evidence.is_empty() {
        page.gap();
        page.strong(2, "", &catalogue.text(&format!("publication-{publication}")));
        evidence(page, conversation, &flags.publication.evidence, catalogue);
    }
}

/// The messages that carry a claim: the first ones quoted, the others by number; then what speaks against it.
fn evidence(page: &mut Page, conversation: &Conversation, evidence: &[Evidence], catalogue: Catalogue) {
    let mut numbers: Vec<u32> = Vec::new();
    for shown in evidence.iter().filter(|shown| !shown.counter) {
        if !numbers.contains(&shown.index) {
            numbers.push(shown.index);
        }
    }
    for number in numbers.iter().take(QUOTES) {
        if let Some(message) = conversation.messages.get(*number as usize) {
            page.toned(6, "", &message_line(message, conversation, QUOTE_CHARACTERS, catalogue), Tone::Quoted);
        }
    }
    if let Some(more) = numbers.get(QUOTES..).filter(|more| !more.is_empty()) {
        let list = more.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let count = Argument::Number(i64::try_from(more.len()).unwrap_or(i64::MAX));
        let arguments = [("messages", Argument::Text(list)), ("count", count)];
        page.faint(6, "", &catalogue.format("line-more-messages", &arguments));
    }
    let mut reasons: Vec<String> = Vec::new();
    for why in evidence.iter().filter(|shown| !shown.counter).filter_map(|shown| shown.why.as_deref()) {
        let reason = catalogue.text(why);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    if !reasons.is_empty() {
        let reasons = [("reasons", Argument::Text(reasons.join("; ")))];
        page.hanging(6, "", &catalogue.format("line-why", &reasons));
    }
    for against in evidence.iter().filter(|shown| shown.counter) {
        let reason = against.why.as_deref().map(|why| catalogue.text(why)).unwrap_or_default();
        let arguments = [("number", Argument::Number(against.index.into())), ("reason", Argument::Text(reason))];
        page.faint(6, "", &catalogue.format("line-against", &arguments));
    }
}

/// One message: number, time, who, and at most `characters` of its words.
pub(crate) fn message_line(
    message: &Message,
    conversation: &Conversation,
    characters: usize,
    catalogue: Catalogue,
) -> String {
    let words = if message.words().is_empty() { message.view() } else { message.words() };
    let nobody = || {
        let is_notice = message.kind == argine_model::MessageKind::System;
        catalogue.text(if is_notice { "message-kind-system" } else { "line-nobody" })
    };
    let sender = conversation.sender_name(message).map_or_else(nobody, |name| quote(name, 40));
    catalogue.format(
        if words.trim().is_empty() { "line-message-without-words" } else { "line-message" },
        &[
            ("number", Argument::Number(message.index.into())),
            ("time", Argument::Text(time(message, catalogue.language()))),
            ("sender", Argument::Text(sender)),
            ("quote", Argument::Text(quote(words, characters))),
            ("kind", Argument::Text(catalogue.text(&format!("message-kind-{}", kind_id(message))))),
        ],
    )
}

fn kind_id(message: &Message) -> String {
    let kind = serde_json::to_value(message.kind).ok();
    id(kind.as_ref().and_then(|kind| kind.as_str()).unwrap_or_default())
}

/// The clock time of a message as people of the language write it.
pub(crate) fn time(message: &Message, language: Language) -> String {
    let Some(time) = message.time else { return "–".to_owned() };
    let civil = time.civil;
    match language {
        Language::It => {
            format!("{}/{}/{} {:02}:{:02}", civil.day(), civil.month(), civil.year(), civil.hour(), civil.minute())
        }
        Language::En => civil.strftime("%-d %b %Y %H:%M").to_string(),
    }
}

/// An identifier of the data as it stands in the catalogue.
pub(crate) fn id(id: &str) -> String {
    id.replace('_', "-")
}
