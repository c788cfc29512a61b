//! `argine messages`: what was read, message by message.

use argine_chat::{Handed, Moment};
use argine_knowledge::Catalogue;
use argine_model::{Conversation, Custodian, Message, Reading};
use argine_respond::{Circumstances, MediaConsent};

use super::assess::report_unread;
use crate::arguments::MessagesArguments;
use crate::circumstances::circumstances;
use crate::input;
use crate::problem::Problem;
use crate::screen::{self, Lines, Page};
use crate::{Outcome, reader};

/// Shows every message; with `--json` one JSON object a line, after one for each conversation and each source.
pub(crate) fn run(arguments: &MessagesArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let MessagesArguments { show: arguments, timeline } = arguments;
    let circumstances = circumstances(&arguments.about, Custodian::AffectedPerson, MediaConsent::HashOnly, catalogue)?;
    let files = input::open(&arguments.inputs)?;
    let handed: Vec<_> = files.iter().map(input::InputFile::handed).collect();
    if arguments.json
        && !timeline
        && let Some(heads) = stream(&handed, &circumstances)?
    {
        report_unread(&heads, catalogue);
        return Ok(Outcome::of_reading(&heads));
    }
    let reading = argine_respond::read(&handed, &circumstances, reader::of(&circumstances).as_deref(), &mut |_| ());
    if *timeline {
        let line = argine_chat::timeline(&reading, circumstances.now.time_zone());
        if arguments.json {
            json_timeline(&reading, &line)?;
        } else {
            page_timeline(&reading, &line, files.len(), catalogue);
        }
    } else if arguments.json {
        json(&reading)?;
    } else {
        page(&reading, files.len(), catalogue);
    }
    if reading.conversations.is_empty() && reading.contacts.is_empty() && reading.logins.is_empty() {
        let sentences = reading.findings.iter().map(|finding| screen::sentence(finding, &reading, catalogue));
        return Err(Problem::NothingRead(sentences.collect()));
    }
    report_unread(&reading, catalogue);
    Ok(Outcome::of_reading(&reading))
}

/// The messages of one chat, each written as soon as it is made: an export of a million messages needs little more memory
/// than its file. None where there are several chats, which may be one chat exported twice: those have to be compared first.
fn stream(handed: &[Handed<'_>], circumstances: &Circumstances) -> Result<Option<Reading>, Problem> {
    let mut opened = argine_chat::open(handed, &circumstances.read_options());
    let heads = opened.heads();
    if heads.conversations.len() != 1 {
        return Ok(None);
    }
    let mut lines = Lines::new();
    write_sources(&mut lines, heads)?;
    if let Some(conversation) = heads.conversations.first() {
        write_head(&mut lines, conversation, opened.count(0))?;
    }
    let mut failure = None;
    opened.messages(0, |_, message| {
        if failure.is_none() {
            failure = write_message(&mut lines, &message).err();
        }
    });
    if let Some(failure) = failure {
        return Err(failure);
    }
    write_findings(&mut lines, opened.heads())?;
    lines.finish()?;
    Ok(Some(opened.heads().clone()))
}

fn json(reading: &Reading) -> Result<(), Problem> {
    let mut lines = Lines::new();
    write_sources(&mut lines, reading)?;
    for conversation in &reading.conversations {
        write_head(&mut lines, conversation, conversation.messages.len())?;
        for message in &conversation.messages {
            write_message(&mut lines, message)?;
        }
    }
    write_findings(&mut lines, reading)?;
    lines.finish()
}

fn write_sources(lines: &mut Lines, reading: &Reading) -> Result<(), Problem> {
    for source in &reading.sources {
        lines.write(&serde_json::json!({ "source": source }).to_string())?;
    }
    Ok(())
}

fn write_head(lines: &mut Lines, conversation: &Conversation, messages: usize) -> Result<(), Problem> {
    let head = serde_json::json!({ "conversation": {
        "id": conversation.id, "platform": conversation.platform, "kind": conversation.kind,
        "title": conversation.title, "participants": conversation.participants, "owner": conversation.owner,
        "messages": messages,
    }});
    lines.write(&head.to_string())
}

fn write_message(lines: &mut Lines, message: &Message) -> Result<(), Problem> {
    lines.write(&serde_json::to_string(message).map_err(Problem::defect)?)
}

fn write_findings(lines: &mut Lines, reading: &Reading) -> Result<(), Problem> {
    for contact in &reading.contacts {
        lines.write(&serde_json::json!({ "contact": contact }).to_string())?;
    }
    for login in &reading.logins {
        lines.write(&serde_json::json!({ "login": login }).to_string())?;
    }
    for finding in &reading.findings {
        lines.write(&serde_json::json!({ "finding": finding }).to_string())?;
    }
    Ok(())
}

/// One JSON object a line: which message, when at the earliest and at the latest, and whether its order is open.
fn json_timeline(reading: &Reading, line: &[Moment]) -> Result<(), Problem> {
    let mut lines = Lines::new();
    for moment in line {
        let Some((conversation, message)) = entry(reading, moment) else { continue };
        let value = serde_json::json!({
            "conversation": conversation.id, "platform": conversation.platform, "interval": moment.interval,
            "order_is_open": moment.order_is_open, "sender": conversation.sender_name(message), "message": message,
        });
        lines.write(&value.to_string())?;
    }
    lines.finish()
}

fn page_timeline(reading: &Reading, line: &[Moment], files: usize, catalogue: Catalogue) {
    let mut page = Page::default();
    screen::read_summary(&mut page, files, reading, catalogue);
    for moment in line {
        let Some((conversation, message)) = entry(reading, moment) else { continue };
        let platform = catalogue.text(&format!("platform-{}", conversation.platform.id()));
        let words = screen::message_line(message, conversation, usize::MAX, catalogue);
        let open = if moment.order_is_open { catalogue.text("line-order-open") } else { String::new() };
        page.hanging(0, "", &format!("{platform} · {words}{open}"));
    }
    screen::unread(&mut page, reading, catalogue);
    screen::show(&page);
}

fn entry<'a>(reading: &'a Reading, moment: &Moment) -> Option<(&'a Conversation, &'a Message)> {
    let conversation = reading.conversations.get(moment.conversation)?;
    Some((conversation, conversation.messages.get(moment.message)?))
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
