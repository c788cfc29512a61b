//! `argine indicators`: traces in any text.

use std::io::Read as _;
use std::path::Path;

use argine_indicators::{Traces, scan, scan_text};
use argine_knowledge::Catalogue;
use argine_model::{Custodian, Indicator};
use argine_respond::MediaConsent;

use super::assess::{report_unread, write_line};
use crate::Outcome;
use crate::arguments::ShowArguments;
use crate::circumstances::circumstances;
use crate::input;
use crate::problem::Problem;
use crate::screen::{self, Page};

/// Shows the traces in conversations, or in whatever stands on the input stream (`-`).
pub(crate) fn run(arguments: &ShowArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let mut found: Vec<Indicator> = Vec::new();
    let mut outcome = Outcome::Done;
    if arguments.inputs.iter().any(|input| input == Path::new("-")) {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| Problem::CannotOpen("-".into(), error))?;
        found.extend(scan_text(&String::from_utf8_lossy(&bytes)).indicators);
    }
    let circumstances = circumstances(&arguments.about, Custodian::AffectedPerson, MediaConsent::HashOnly, catalogue)?;
    let named: Vec<_> = arguments.inputs.iter().filter(|input| *input != Path::new("-")).cloned().collect();
    let files = input::open(&named)?;
    if !files.is_empty() {
        let handed: Vec<_> = files.iter().map(input::InputFile::handed).collect();
        let reader = crate::reader::of(&circumstances);
        let reading = argine_respond::read(&handed, &circumstances, reader.as_deref(), &mut |_| ());
        report_unread(&reading, catalogue);
        outcome = Outcome::of_reading(&reading);
        for conversation in &reading.conversations {
            let owner = conversation.owner.as_ref().map(|owner| owner.participant);
            let Traces { indicators, .. } = scan(conversation, owner, None);
            found.extend(indicators);
        }
    }
    if arguments.json {
        for indicator in &found {
            write_line(&serde_json::to_string(indicator).map_err(Problem::defect)?)?;
        }
    } else {
        let mut page = Page::default();
        screen::traces(&mut page, &found, catalogue);
        screen::show(&page);
    }
    Ok(outcome)
}
