//! Fits what is learned: `cargo run --release --example fit -p argine-recognise -- rules-set+conversations rules-set-third-hand calibration-set`.
//!
//! Each name is a hand: a set, or the sets of one author joined by `+`. Writes `weights.bin`, `learned.bin` and, for the test of their freshness,
//! `fitted.toml` in `knowledge/recognition`.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a command for the desk, over the project's own data"
)]

#[expect(dead_code, reason = "what is fitted needs a part of the truth")]
#[path = "../tests/annotated/mod.rs"]
mod annotated;
#[path = "../tests/fingerprint/mod.rs"]
mod fingerprint;
#[expect(dead_code, reason = "one fit needs a part of the workshop")]
#[path = "../tests/fitting/mod.rs"]
mod fitting;

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    let names: Vec<String> = env::args().skip(1).collect();
    let hands: Vec<&str> = names.iter().map(String::as_str).collect();
    let fitted = fitting::Workshop::read(&hands).fit(None);
    let record = format!(
        "# Written by the example `fit`: what the tables beside were fitted on.\nhands = {hands:?}\nfingerprint = \"{}\"\n",
        fingerprint::of(&hands)
    );
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/recognition");
    fs::write(folder.join("fitted.toml"), record).unwrap();
    fs::write(folder.join("weights.bin"), fitted.weights).unwrap();
    fs::write(folder.join("learned.bin"), fitted.learned).unwrap();
}
