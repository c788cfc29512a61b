//! Measures across authors: `cargo run --release --example across -p argine-recognise -- rules-set,conversations calibration-set`.
//!
//! Fits on the sets of the first argument and prints the figures of the second, which had no part in the fit.

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
#[path = "../tests/fitting/mod.rs"]
mod fitting;

use std::collections::BTreeSet;
use std::env;

use annotated::read_set;
use argine_recognise::Recogniser;
use figures::{Figures, Owner, assess_all};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [from, to, ..] = &arguments[..] else { panic!("sets to fit on, set to measure") };
    let fitted = fitting::fit(&from.split(',').collect::<Vec<_>>());
    let recogniser = Recogniser::with_fitted(Some(&fitted.weights), &fitted.learned).unwrap();
    let set = read_set(to);
    let judged = assess_all(&recogniser, &set, Owner::Known);
    println!("fitted on {from}, measured on {to}, {} conversations\n{}", set.len(), Figures::of(&judged));
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
    if arguments.iter().any(|one| one == "errors") && to != "calibration-set" {
        for (truth, found) in judged.iter().filter(|(truth, found)| truth.kind != found.kind.label) {
            let (id, raised) = (&found.conversation_id, found.alert.raised);
            println!(
                "{id} {} → {} {:.2} {raised}",
                truth.kind.id(),
                found.kind.label.id(),
                found.sextortion_probability
            );
        }
    }
}
