//! The command line: the first door of Argine.
//!
//! It opens files, looks at the clock, asks the pipeline and shows its answer; every judgement is made in the rooms
//! below. Nothing is sent anywhere but the hash of a seal, to an authority that the person names; words go to a model on this
//! machine where a person asks for its opinion. `argine open` serves the page
//! to the browser of this machine. Exit codes: 0 done · 1 failed · 2 wrong usage · 3 done, with input that could not be read
//! (listed).

use std::process::ExitCode;

use argine_knowledge::Catalogue;
use clap::FromArgMatches;

mod arguments;
mod circumstances;
mod commands;
mod input;
mod media;
mod output;
mod packs;
mod page_server;
mod problem;
mod questions;
mod reader;
mod screen;

use crate::arguments::{Arguments, KnowledgeSubcommands, Subcommands};
use crate::problem::Problem;

/// What was typed makes no sense (the same code as clap's own).
const WRONG_USAGE: u8 = 2;
/// Done, but some input could not be read.
const DONE_WITH_UNREAD_INPUT: u8 = 3;

fn main() -> ExitCode {
    let mut typed: Vec<_> = std::env::args_os().collect();
    // Who starts it without a word, in front of a screen, sees the page.
    if typed.len() == 1 && page_server::IS_BUILT_IN && commands::open::has_display() {
        typed.push("open".into());
    }
    let catalogue = Catalogue::new(arguments::language(&typed));
    let arguments = match arguments::command(catalogue).try_get_matches_from(typed) {
        Ok(matches) => match Arguments::from_arg_matches(&matches) {
            Ok(arguments) => arguments,
            Err(error) => error.exit(),
        },
        Err(error) => error.exit(),
    };
    let catalogue = Catalogue::new(arguments.lang);
    let done = match &arguments.command {
        Subcommands::Respond(arguments) => commands::respond::run(arguments, catalogue),
        Subcommands::Assess(arguments) => commands::assess::run(arguments, catalogue),
        Subcommands::Messages(arguments) => commands::messages::run(arguments, catalogue),
        Subcommands::Hash(arguments) => commands::hash::run(arguments, catalogue),
        Subcommands::Match(arguments) => commands::matching::run(arguments, catalogue),
        Subcommands::Handoff(arguments) => commands::handoff::run(arguments, catalogue),
        Subcommands::Indicators(arguments) => commands::indicators::run(arguments, catalogue),
        Subcommands::Case(arguments) => commands::case::run(&arguments.command, catalogue),
        Subcommands::Notice(arguments) => commands::notice::run(&arguments.command, catalogue),
        Subcommands::Report(arguments) => commands::report::run(arguments, catalogue),
        Subcommands::Screen(arguments) => commands::first_contact::run(arguments, catalogue),
        Subcommands::Plan(arguments) => commands::plan::run(arguments, catalogue),
        Subcommands::Open(arguments) => commands::open::run(arguments, catalogue),
        Subcommands::Knowledge(arguments) => match &arguments.command {
            KnowledgeSubcommands::Lint { packs } => commands::knowledge::lint(packs, catalogue),
            KnowledgeSubcommands::Show { id, json, packs } => commands::knowledge::show(id, *json, packs, catalogue),
            KnowledgeSubcommands::Bundle { folder, out, key_folder } => {
                commands::knowledge::bundle(folder, out, key_folder.as_deref(), catalogue)
            }
        },
    };
    match done {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::DoneWithUnreadInput) => ExitCode::from(DONE_WITH_UNREAD_INPUT),
        Ok(Outcome::Failed) => ExitCode::FAILURE,
        // "… | head": whoever read has read enough.
        Err(problem) if problem.is_reader_gone() => ExitCode::SUCCESS,
        Err(problem) => {
            screen::problem(&problem, catalogue);
            if matches!(problem, Problem::Setting { .. } | Problem::Refused { .. }) {
                ExitCode::from(WRONG_USAGE)
            } else {
                ExitCode::FAILURE
            }
        }
    }
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    DoneWithUnreadInput,
    /// The command did its work and the answer is no (a case that changed).
    Failed,
}

impl Outcome {
    fn of_reading(reading: &argine_model::Reading) -> Self {
        let unread = reading.findings.iter().any(|finding| finding.code.is_unread());
        if unread { Self::DoneWithUnreadInput } else { Self::Done }
    }
}
