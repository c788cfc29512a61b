//! What the fitted tables rest on, as one SHA-256: the conversations, sayings and phrases, how they are fitted, and what the engine sees in words.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use argine_recognise::Recogniser;
use sha2::{Digest, Sha256};

/// The folder of the crate.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Of every file in a folder, in order of name: its name, a zero, its bytes.
fn add_folder(hasher: &mut Sha256, folder: &Path) {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_none_or(|extension| extension != "md")) {
        hasher.update(file.file_name().unwrap().as_encoded_bytes());
        hasher.update([0]);
        hasher.update(fs::read(file).unwrap());
    }
}

/// The fingerprint for hands, each a set or sets joined by `+`.
pub(crate) fn of(hands: &[&str]) -> String {
    let mut hasher = Sha256::new();
    let sets = hands.iter().flat_map(|hand| hand.split('+'));
    for set in sets.chain(["sayings", "phrases"]) {
        add_folder(&mut hasher, &root().join("tests/data").join(set));
    }
    add_folder(&mut hasher, &root().join("tests/fitting"));
    let recogniser = Recogniser::unfitted().unwrap();
    for cue in (0..u16::MAX).filter_map(|cue| recogniser.cue_name(cue)) {
        hasher.update(cue.as_bytes());
        hasher.update([0]);
    }
    for file in ["concepts.txt", "families.toml", "sums.toml"] {
        hasher.update(fs::read(root().join("../../knowledge/recognition").join(file)).unwrap());
    }
    // How words are folded, found and hashed, on a sample.
    let phrases = fs::read_to_string(root().join("tests/data/phrases/it-threats.tsv")).unwrap();
    for line in phrases.lines().step_by(7) {
        for place in recogniser.features(line).concat() {
            hasher.update(place.to_le_bytes());
        }
    }
    hasher.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
