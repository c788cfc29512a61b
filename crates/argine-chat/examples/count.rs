//! Reads exports one message after the other and says what they cost: for measurements, and as an example of [`argine_chat::open`].
//!
//! `count FILE…` prints the findings and a line of counts; with `--messages=OUT` every message is written to OUT as a line of JSON.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a program of the command line, outside the core")]

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write as _};

use argine_chat::{Handed, ReadOptions, open};
use argine_model::MessageKind;

fn main() -> Result<(), Box<dyn Error>> {
    let (options, names): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let contents = names.iter().map(std::fs::read).collect::<Result<Vec<_>, _>>()?;
    let bases = names.iter().map(|name| name.rsplit('/').next().unwrap_or_default());
    let files: Vec<Handed<'_>> = bases.zip(&contents).map(|(name, bytes)| Handed { name, bytes }).collect();
    let zone = jiff::tz::TimeZone::get("Europe/Rome")?;
    let mut opened = open(&files, &ReadOptions { zone, ..ReadOptions::default() });
    for finding in &opened.heads().findings {
        println!("{finding:?}");
    }
    let out = options.iter().find_map(|option| option.strip_prefix("--messages="));
    let mut out = out.map(|out| File::create(out).map(BufWriter::new)).transpose()?;
    let (mut messages, mut system, mut marked, mut bytes) = (0_u64, 0_u64, 0_u64, 0_u64);
    let mut written = Ok(());
    opened.each(|conversation, message| {
        messages += 1;
        system += u64::from(message.kind == MessageKind::System);
        marked += u64::from(message.flags.embedded_header);
        bytes += message.location.span.len();
        if let (Some(out), Ok(())) = (&mut out, &written) {
            let time = message.time.map(|time| time.civil);
            let sender = conversation.sender_name(&message);
            let line = serde_json::json!({ "kind": message.kind, "sender": sender, "ts": time, "body": message.text });
            written = writeln!(out, "{line}");
        }
    });
    println!("{messages} messages, {system} of the app, {marked} with a second reading, {bytes} bytes");
    written?;
    Ok(())
}
