//! Automation of the repository. `cargo xtask test` is the one command that runs every test.

mod core_crates;
mod export;
mod fuzz;
mod indicators;
mod measure;
mod media;
mod peers;
mod picture;
mod policy;
mod run;
mod seal;
mod tests;
mod tidy;
mod tools;
mod web;
mod web_manifest;

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
    /// Compare the WhatsApp reader with others: cost on a million messages, fidelity on a hundred thousand
    Peers {
        /// A chat to compare on, instead of one made here
        #[arg(long, requires = "truth")]
        file: Option<PathBuf>,
        /// What its messages are: one line of JSON each (`kind`, `sender`, `ts`, `body`)
        #[arg(long, requires = "file")]
        truth: Option<PathBuf>,
    },
    /// Measure the reading of screenshots on invented ones in three apps, light and dark, PNG and JPEG, full and half size
    Screenshots,
    /// Fingerprints of pictures and videos beside their neighbours, on the reference pictures
    Media {
        /// Folder with `pdq/`, `vpdq/` and `pdq_expected.json`
        #[arg(long)]
        shared: PathBuf,
        /// Hashes of the large set
        #[arg(long, default_value_t = 10_000_000)]
        hashes: u32,
    },
    /// What the scanner of traces finds and how fast, against corpora, wallets and other programs
    Indicators {
        /// Folder with the generator of texts (`tools/`) and the public corpora (`fixtures/indicators/`)
        #[arg(long)]
        shared: PathBuf,
    },
    /// Seal and verify a large exhibit beside `sha256sum`, on the same file in the same run
    Seal {
        /// Size of the exhibit
        #[arg(long, default_value_t = 1024)]
        mebibytes: u64,
    },
    /// Build the page: engine, first steps, the page itself, the list of its files
    Web {
        /// Copy the page here, for any web server
        #[arg(long)]
        out: Option<PathBuf>,
        /// Sign the list with the key in this folder
        #[arg(long)]
        key_folder: Option<PathBuf>,
    },
    /// Try the page: types, logic, its engine against the native library, and everything in a real browser
    Page,
    /// Draw the picture in the README from what the program prints
    Picture,
    /// Give hostile input to every reader for a bounded time
    Fuzz {
        /// Seconds for each reader
        #[arg(long, default_value_t = 60)]
        seconds: u32,
        /// Only this target
        target: Option<String>,
        /// Keep inputs that reach new code in fuzz/corpus
        #[arg(long)]
        keep: bool,
    },
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
        Tasks::Fuzz { seconds, target, keep } => {
            fuzz::run_targets(seconds, target.as_deref(), if keep { fuzz::Keep::Yes } else { fuzz::Keep::No })
        }
        Tasks::Measure => measure::main_job(),
        Tasks::Peers { file, truth } => peers::compare(file.zip(truth)),
        Tasks::Screenshots => measure::screenshots(),
        Tasks::Media { shared, hashes } => media::measure(&shared, hashes),
        Tasks::Indicators { shared } => indicators::measure(&shared),
        Tasks::Seal { mebibytes } => seal::measure(mebibytes),
        Tasks::Web { out, key_folder } => web::build(out.as_deref(), key_folder.as_deref()),
        Tasks::Page => web::test(),
        Tasks::Picture => picture::draw(),
        Tasks::Fixtures { folder } => measure::fixtures(&folder),
    }
}
