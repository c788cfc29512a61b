//! Prints what the page says before anything is handed over, for `cargo xtask web`.

#![expect(clippy::print_stdout, reason = "its output is a file of the page")]

use argine_wasm::{Refusal, first_steps};

/// Whether a fact is past its review is judged on the device; here the packs are as they were on their own day.
const NOW: &str = "2026-11-22T00:00:00+01:00[Europe/Rome]";

fn main() -> Result<(), Refusal> {
    let now = NOW.parse().map_err(|error: jiff::Error| Refusal::Request(error.to_string()))?;
    println!("{}", first_steps("it", &now)?);
    Ok(())
}
