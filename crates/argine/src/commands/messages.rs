//! `argine messages`: what was read, message by message.

use argine_chat::{ReadOptions, read};
use argine_knowledge::Catalogue;
use argine_model::{Custodian, Reading};
use argine_respond::MediaConsent;

use super::assess::{report_unread, write_line};
use crate::Outcome;
use crate::arguments::ShowArguments;
use crate::circumstances::circumstances;
use crate::input;
use crate::problem::Problem;
use crate::screen::{self, Page};

/// Shows every message; with `--json` one JSON object a line, after one for each conversation and each source.
pub(crate) fn run(arguments: &ShowArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let circumstances = circumstances(&arguments.about, Custodian::AffectedPerson, MediaConsent::HashOnly)?;
    let files = input::open(&arguments.inputs)?;
    let handed: Vec<_> = files.iter().map(input::InputFile::handed).collect();
    let options = ReadOptions {
        limits: circumstances.limits,
        date_order: circumstances.date_order,
        zone: circumstances.now.time_zone().clone(),
    };
    let reading = read(&handed, &options);
    if arguments.json {
        json(&reading)?;
    } else {
        page(&reading, files.len(), catalogue);
    }
    if reading.conversations.is_empty() {
        let sentences = reading.findings.iter().map(|finding| screen::sentence(finding, &reading, catalogue));
        return Err(Problem::NothingRead(sentences.collect()));
    }
    report_unread(&reading, catalogue);
    Ok(Outcome::of_reading(&reading))
}

fn json(reading: &Reading) -> Result<(), Problem> {
    for source in &reading.sources {
        write_line(&serde_json::json!({ "source": source }).to_string())?;
    }
    for conversation in &reading.conversations {
        let head = serde_json::json!({ "conversation": {
            "id": conversation.id, "platform": conversation.platform, "kind": conversation.kind,
            "title": conversation.title, "participants": conversation.participants, "owner": conversation.owner,
            "messages": conversation.messages.len(),
        }});
        write_line(&head.to_string())?;
        for message in &conversation.messages {
            write_line(&serde_json::to_string(message).map_err(Problem::defect)?)?;
        }
    }
    for finding in &reading.findings {
        write_line(&serde_json::json!({ "finding": finding }).to_string())?;
    }
    Ok(())
}

fn page(reading: &Reading, files: usize, catalogue: Catalogue) {
    let mut page = Page::default();
    screen::read_summary(&mut page, files, reading, catalogue);
    for conversation in &reading.conversations {
        page.heading(&screen::quote(conversation.title.as_deref().unwrap_or(&conversation.id), 80));
        for message in &conversation.messages {
            page.hanging(0, "", &screen::message_line(message, conversation, usize::MAX, catalogue));
        }
    }
    screen::unread(&mut page, reading, catalogue);
    screen::show(&page);
}
