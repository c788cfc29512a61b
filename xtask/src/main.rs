//! Automation of the repository. `cargo xtask test` is the one command that runs every test.

mod core_crates;
mod export;
mod indicators;
mod measure;
mod picture;
mod policy;
mod run;
mod tests;
mod tidy;
mod tools;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "xtask", about = "Automation of the Argine repository")]
struct Arguments {
    #[command(subcommand)]
    command: Tasks,
}

#[derive(Debug, Subcommand)]
enum Tasks {
    /// Install what the tests need and run every test and check (what CI runs)
    Test {
        /// Leave out formatting, lints, documentation and policy
        #[arg(long)]
        only_tests: bool,
    },
    /// Build every core crate for wasm32 and check that none of them can do I/O
    Core,
    /// Check the rules of the repository that no compiler knows
    Tidy,
    /// Check licences and duplicates of the dependencies
    Policy,
    /// Write a large invented WhatsApp export
    Export {
        /// How many messages
        #[arg(long, default_value_t = 10_000)]
        messages: u32,
        /// Put the story of the example into it, so that there is something to recognise
        #[arg(long)]
        with_story: bool,
        /// File to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Time and memory of the main job on exports of 10,000 and 100,000 messages
    Measure,
    /// What the scanner of traces finds and how fast, against corpora, wallets and other programs
    Indicators {
        /// Folder with the generator of texts (`tools/`) and the public corpora (`fixtures/indicators/`)
        #[arg(long)]
        shared: PathBuf,
    },
    /// Draw the picture in the README from what the program prints
    Picture,
    /// Read every file below a folder and account for every byte
    Fixtures {
        /// Folder with exports of any format
        folder: PathBuf,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Tasks::Test { only_tests: true } => tests::run_checks(tests::Selection::OnlyTests),
        Tasks::Test { only_tests: false } => tests::run_checks(tests::Selection::Everything),
        Tasks::Core => core_crates::check(),
        Tasks::Tidy => tidy::check(),
        Tasks::Policy => policy::check(),
        Tasks::Export { messages, with_story, out } => export::write(messages, with_story, &out),
        Tasks::Measure => measure::main_job(),
        Tasks::Indicators { shared } => indicators::measure(&shared),
        Tasks::Picture => picture::draw(),
        Tasks::Fixtures { folder } => measure::fixtures(&folder),
    }
}
