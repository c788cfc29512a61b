//! Figures on what the scanner finds and how fast, for `cargo xtask indicators`, which hands over the texts.
//!
//! `measure planted TEXT TRUTH` · `measure second BYTES SEED` · `measure speed TEXT` · `measure walls` ·
//! `measure addresses FILE…` · `measure corpora FOLDER` · `measure once TEXT` · `measure list TEXT`
#![expect(clippy::print_stdout, reason = "an example that prints figures")]

mod addresses;
mod corpora;
mod planted;
mod score;
#[path = "../../tests/second/mod.rs"]
mod second;
mod speed;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["planted", text, truth] => planted::run(text, truth),
        ["second", bytes, seed] => planted::second(bytes, seed),
        ["speed", text] => speed::run(text),
        ["once", text] => speed::once(text),
        ["list", text] => speed::list(text),
        ["walls"] => {
            speed::walls();
            Ok(())
        }
        ["addresses", files @ ..] => addresses::run(files),
        ["corpora", folder] => corpora::run(folder),
        _ => {
            Err("planted TEXT TRUTH | second BYTES SEED | speed TEXT | walls | addresses FILE… | corpora FOLDER".into())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What may go wrong while measuring.
type Outcome = Result<(), Box<dyn core::error::Error>>;

/// The bytes of a file.
#[expect(clippy::disallowed_methods, reason = "an example reads the texts it measures")]
fn bytes_of(path: &str) -> Result<Vec<u8>, Box<dyn core::error::Error>> {
    std::fs::read(path).map_err(|error| format!("{path}: {error}").into())
}
