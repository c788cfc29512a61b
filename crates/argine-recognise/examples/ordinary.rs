//! Counts the alarms over ordinary chats: `cargo run --example ordinary -p argine-recognise -- FOLDER`.
//!
//! The folder holds one text for each chat, one line for each entry, `date, hour - Name: words`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a command for the desk, over texts that are not of the project"
)]

#[path = "../tests/ordinary/mod.rs"]
mod ordinary;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use argine_model::AgeClass;
use argine_recognise::Recogniser;

fn main() {
    // The fitted files as they stand, so that a new fit can be counted without a new build.
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/recognition");
    let table = |name: &str| fs::read(folder.join(name)).unwrap();
    let recogniser = Recogniser::with_fitted(&table("weights.bin"), &table("learned.bin")).unwrap();
    let (mut chats, mut entries, mut alarms, mut despair) = (0_u32, 0_usize, 0_u32, 0_u32);
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    let mut reasons: BTreeMap<String, u32> = BTreeMap::new();
    let mut probabilities = Vec::new();
    for folder in env::args().skip(1) {
        for conversation in ordinary::read_folder(Path::new(&folder)) {
            let found = recogniser.assess(&conversation, AgeClass::MinorPossible).assessment;
            chats += 1;
            entries += conversation.messages.len();
            alarms += u32::from(found.alert.raised);
            despair += u32::from(found.flags.self_harm.value);
            if found.alert.raised {
                for evidence in found.proofs.iter().flat_map(|proof| &proof.evidence) {
                    *reasons.entry(evidence.rule.clone()).or_default() += 1;
                }
            }
            *kinds.entry(found.kind.label.id()).or_default() += 1;
            probabilities.push(found.sextortion_probability);
        }
    }
    probabilities.sort_by(|left, right| right.total_cmp(left));
    println!("{chats} chats, {entries} entries, {alarms} alarms, {despair} with a sign of self-harm: {kinds:?}");
    println!("{reasons:?}");
    println!("highest probabilities {:?}", probabilities.iter().take(12).collect::<Vec<_>>());
    for threshold in [0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8] {
        println!("p >= {threshold}: {}", probabilities.iter().filter(|p| **p >= threshold).count());
    }
}
