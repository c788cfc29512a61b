//! Measures across authors: `cargo run --release --example across -p argine-recognise -- HAND... [ordinary=FOLDER] [errors]`.
//!
//! A hand is a set, or the sets of one author joined by `+`. For each the figures are printed of what was fitted on all the others. `ordinary=` counts
//! alarms over a folder of ordinary chats with each of these fits; `errors` names the conversations that went wrong, never those of the calibration set.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a command for the desk, over the project's own data"
)]

#[path = "../tests/annotated/mod.rs"]
mod annotated;
#[path = "../tests/figures/mod.rs"]
mod figures;
#[path = "../tests/fitting/mod.rs"]
mod fitting;
#[path = "../tests/ordinary/mod.rs"]
mod ordinary;

use std::collections::BTreeSet;
use std::env;
use std::path::Path;

use argine_model::{AgeClass, Conversation};
use argine_recognise::Recogniser;
use figures::{Figures, Owner, assess_all};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (options, hands): (Vec<&str>, Vec<&str>) =
        arguments.iter().map(String::as_str).partition(|one| one.contains('=') || *one == "errors");
    let folders = options.iter().filter_map(|one| one.strip_prefix("ordinary="));
    let chats: Vec<Conversation> = folders.flat_map(|folder| ordinary::read_folder(Path::new(folder))).collect();
    let workshop = fitting::Workshop::read(&hands);
    let fits = workshop.fit_across();
    let mut all = Vec::new();
    let mut quiet: Vec<f64> = Vec::new();
    for (hand, fitted) in workshop.hands.iter().zip(&fits) {
        let recogniser = Recogniser::with_fitted(&fitted.weights, &fitted.learned).unwrap();
        let judged = assess_all(&recogniser, &hand.set, Owner::Known);
        let found: Vec<_> =
            chats.iter().map(|chat| recogniser.assess(chat, AgeClass::MinorPossible).assessment).collect();
        let alarms = found.iter().filter(|one| one.alert.raised).count();
        quiet.extend(found.iter().map(|one| one.sextortion_probability));
        let figures = Figures::of(&judged);
        println!("without {}, measured on it, {} conversations\n{figures}", hand.name, hand.set.len());
        if !chats.is_empty() {
            println!(
                "ordinary chats: {alarms} alarms in {}; tables {} and {} bytes",
                chats.len(),
                fitted.weights.len(),
                fitted.learned.len()
            );
        }
        if options.contains(&"errors") && hand.name != "calibration-set" {
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
        all.extend(judged);
    }
    println!("all hands, {} conversations\n{}", all.len(), Figures::of(&all));
    let languages: BTreeSet<&str> = all.iter().map(|(truth, _)| truth.language.as_str()).collect();
    for language in languages {
        let part = Figures::of(all.iter().filter(|(truth, _)| truth.language == language));
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
    // What thresholds on the probability alone would give.
    for threshold in [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8] {
        let count = |wanted: bool| {
            let of = all.iter().filter(|(truth, _)| truth.kind.is_sextortion() == wanted);
            let (over, whole): (Vec<_>, Vec<_>) =
                (of.clone().filter(|(_, found)| found.sextortion_probability >= threshold).collect(), of.collect());
            (over.len(), whole.len())
        };
        let loud = quiet.iter().filter(|p| **p >= threshold).count();
        println!(
            "p >= {threshold}: recall {:?}, false {:?}, ordinary {loud} in {}",
            count(true),
            count(false),
            quiet.len()
        );
    }
}
