//! Reads exports one message after the other and says what they cost: for measurements, and as an example of [`argine_chat::open`].
//!
//! `count FILE…` prints a line of counts; `count --messages FILE…` prints every message as a line of JSON too.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a program of the command line, outside the core")]

use std::error::Error;
use std::io::{BufWriter, Write as _};

use argine_chat::{Handed, ReadOptions, open};
use argine_model::MessageKind;

fn main() -> Result<(), Box<dyn Error>> {
    let (options, names): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let contents = names.iter().map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let base = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let bases: Vec<String> = names.iter().map(|name| base(name)).collect();
    let files: Vec<Handed<'_>> = bases.iter().zip(&contents).map(|(name, bytes)| Handed { name, bytes }).collect();
    let zone = jiff::tz::TimeZone::get("Europe/Rome")?;
    let opened = open(&files, &ReadOptions { zone, ..ReadOptions::default() });
    for finding in &opened.heads().findings {
        println!("{finding:?}");
    }
    let (mut messages, mut system, mut marked, mut bytes) = (0_u64, 0_u64, 0_u64, 0_u64);
    let print = options.iter().any(|option| option == "--messages");
    let mut out = BufWriter::new(std::io::stdout());
    let mut failed = None;
    opened.each(|conversation, message| {
        messages += 1;
        system += u64::from(message.kind == MessageKind::System);
        marked += u64::from(message.flags.embedded_header);
        bytes += message.location.span.len();
        if print && failed.is_none() {
            let line = serde_json::json!({ "from": conversation.sender_name(&message), "message": message });
            failed = writeln!(out, "{line}").err();
        }
    });
    out.flush()?;
    println!("{messages} messages, {system} of the app, {marked} with a second reading, {bytes} bytes");
    failed.map_or(Ok(()), |error| Err(error.into()))
}
