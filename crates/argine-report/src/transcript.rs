//! The conversations in full, as plain text: what the dossier counts and does not print.

use core::fmt::Write as _;

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Conversation, Language, Message, SourceState};
use argine_respond::CaseFile;

use crate::dossier::{attachment, stand_in};
use crate::format;

/// The full transcript of the conversations that matter: the most urgent one and every other in which the alarm was
/// raised; all of them where none is. Plain text, UTF-8, one entry for each message of the source:
///
/// ```text
/// 12 · 07/02/2024 23:17 T · Name
///     what was written
/// ```
///
/// Then what could not be read, and every file with its SHA-256. Words are not changed; lines are set in, so that no
/// message can pass for another's header. One pass, no other copy of the words.
pub fn transcript(case: &CaseFile, language: Language) -> String {
    let words = Catalogue::new(language);
    let chosen = chosen(case);
    let size: usize = chosen.iter().map(|(_, c)| c.messages.iter().map(|m| m.view().len() + 64).sum::<usize>()).sum();
    let mut out = String::with_capacity(size + 4096);
    out.push_str(&words.text("report-transcript-title"));
    out.push('\n');
    if chosen.is_empty() {
        out.push('\n');
        out.push_str(&words.text("report-transcript-none"));
        out.push('\n');
    }
    for (place, conversation) in chosen {
        write_conversation(&mut out, place, conversation, words, language);
    }
    write_unread(&mut out, case, words);
    write_files(&mut out, case, words);
    out
}

fn chosen(case: &CaseFile) -> Vec<(usize, &Conversation)> {
    let all = || case.reading.conversations.iter().enumerate();
    let matters = |place: usize| {
        case.main == Some(place) || case.recognitions.get(place).is_some_and(|found| found.assessment.alert.raised)
    };
    let chosen: Vec<_> = all().filter(|(place, _)| matters(*place)).collect();
    if chosen.is_empty() { all().collect() } else { chosen }
}

fn write_conversation(
    out: &mut String,
    place: usize,
    conversation: &Conversation,
    words: Catalogue,
    language: Language,
) {
    let platform = serde_json::to_value(conversation.platform).ok();
    let platform = platform.as_ref().and_then(|id| id.as_str()).unwrap_or("unknown");
    let heading = words.format(
        "report-transcript-conversation",
        &[
            ("number", Argument::Text((place + 1).to_string())),
            ("platform", Argument::Text(words.text(&format!("report-platform-{platform}")))),
        ],
    );
    // Writing to a string does not fail: the results are not looked at here and below.
    let _ = write!(out, "\n== {heading}");
    if let Some(title) = &conversation.title {
        out.push_str(" · ");
        push_set_in(out, title);
    }
    out.push_str(" ==\n\n");
    let app = words.text("report-app");
    let undated = words.text("report-time-none");
    let notes = [words.text("report-edited"), words.text("report-forwarded"), words.text("report-embedded")];
    for message in &conversation.messages {
        let _ = write!(out, "{} · ", message.index);
        match &message.time {
            Some(time) => format::push_moment(out, time, language),
            None => out.push_str(&undated),
        }
        out.push_str(" · ");
        match conversation.sender_name(message) {
            Some(name) => push_set_in(out, name),
            None => {
                let _ = write!(out, "[{app}]");
            }
        }
        let flags = message.flags;
        for (set, note) in [flags.edited, flags.forwarded, flags.embedded_header].into_iter().zip(&notes) {
            if set {
                let _ = write!(out, " [{note}]");
            }
        }
        out.push('\n');
        write_words(out, message, words);
    }
}

fn write_words(out: &mut String, message: &Message, words: Catalogue) {
    let written = message.words();
    if !written.is_empty() {
        out.push_str("    ");
        push_set_in(out, written);
        out.push('\n');
    } else if message.attachments.is_empty() || message.call.is_some() {
        out.push_str("    ");
        push_set_in(out, &stand_in(words, message));
        out.push('\n');
    }
    for file in &message.attachments {
        out.push_str("    ");
        push_set_in(out, &attachment(words, file));
        if let Some(sha256) = file.sha256 {
            let _ = write!(out, " SHA-256 {sha256}");
        }
        out.push('\n');
    }
}

/// `text` with every line after the first set in.
fn push_set_in(out: &mut String, text: &str) {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    for (place, line) in text.split(is_break).enumerate() {
        if place > 0 {
            out.push_str("\n    ");
        }
        out.push_str(line);
    }
}

fn write_unread(out: &mut String, case: &CaseFile, words: Catalogue) {
    let mut lost = String::new();
    for source in &case.reading.sources {
        let SourceState::Read { gaps, .. } = &source.state else { continue };
        for gap in gaps.iter().filter(|gap| gap.reason.is_loss()) {
            push_set_in(&mut lost, &source.path.join(" / "));
            let _ = write!(lost, ": {}–{}", gap.span.start, gap.span.end);
            if let Some(line) = gap.line {
                let line = words.format("report-annex-b-line", &[("line", Argument::Text(line.to_string()))]);
                let _ = write!(lost, " ({line})");
            }
            lost.push('\n');
        }
    }
    if !lost.is_empty() {
        let _ = write!(out, "\n== {} ==\n\n{lost}", words.text("report-transcript-unread"));
    }
}

fn write_files(out: &mut String, case: &CaseFile, words: Catalogue) {
    if case.exhibits.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n== {} ==\n", words.text("report-transcript-files"));
    for exhibit in &case.exhibits {
        let _ = write!(out, "{} {} ", exhibit.sha256, exhibit.id);
        push_set_in(out, &exhibit.name);
        out.push('\n');
        for member in &exhibit.members {
            match member.sha256 {
                Some(sha256) => {
                    let _ = write!(out, "{sha256} ");
                }
                None => {
                    let _ = write!(out, "[{}] ", words.text("report-member-unhashed"));
                }
            }
            let _ = write!(out, "{} / ", exhibit.id);
            push_set_in(out, &member.path.join(" / "));
            out.push('\n');
        }
    }
}
