//! Prints the figures of a set: `cargo run --example evaluate -p argine-recognise -- rules-set [errors] [unknown-owner]`.
//!
//! `errors` names the conversations that went wrong; it is not for the calibration set.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a command for the desk, over the project's own data"
)]

#[path = "../tests/annotated/mod.rs"]
mod annotated;
#[path = "../tests/figures/mod.rs"]
mod figures;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};

use annotated::read_set;
use argine_recognise::Recogniser;
use figures::{Figures, Owner, assess_all};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let name = arguments.first().map_or("rules-set", String::as_str);
    let has = |word: &str| arguments.iter().any(|argument| argument == word);
    let owner = if has("unknown-owner") { Owner::Unknown } else { Owner::Known };
    // The fitted files as they stand, so that a new fit can be measured without a new build.
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/recognition");
    let table = |name: &str| fs::read(folder.join(name)).unwrap();
    let recogniser = Recogniser::with_fitted(&table("weights.bin"), &table("learned.bin")).unwrap();
    let set = read_set(name);
    let judged = assess_all(&recogniser, &set, owner);
    println!("{name}, {} conversations\n{}", set.len(), Figures::of(&judged));
    let languages: BTreeSet<&str> = set.iter().map(|one| one.truth.language.as_str()).collect();
    for language in languages {
        let part = Figures::of(judged.iter().filter(|(truth, _)| truth.language == language));
        println!(
            "{language}: {} conversations, alarm {:.3}, false alarms {:.3}, kind {:.3}, stages {:.3}, tactics {:.3}",
            part.conversations,
            part.recall(),
            part.false_alarms(),
            part.accuracy(),
            part.stage_f1(),
            part.tactic_f1()
        );
    }
    // Whoever reads what went wrong there writes rules for it.
    if has("errors") && !["calibration-set", "held-out-set"].contains(&name) {
        for (truth, found) in &judged {
            let proofs: Vec<&str> = found.proofs.iter().map(|proof| proof.proof.id()).collect();
            if found.kind.label != truth.kind {
                println!("{} {} → {} {:?}", found.conversation_id, truth.kind.id(), found.kind.label.id(), proofs);
            }
        }
    }
}
