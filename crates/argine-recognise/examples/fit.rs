//! Fits what is learned: `cargo run --release --example fit -p argine-recognise -- rules-set conversations calibration-set`.
//!
//! Writes `knowledge/recognition/weights.toml` and `learned.bin`.

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
#[path = "../tests/fitting/mod.rs"]
mod fitting;

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    let names: Vec<String> = env::args().skip(1).collect();
    assert!(!names.iter().any(|name| name == "held-out-set"), "the held-out set is never fitted on");
    let fitted = fitting::fit(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/recognition");
    fs::write(folder.join("weights.toml"), fitted.weights).unwrap();
    fs::write(folder.join("learned.bin"), fitted.learned).unwrap();
}
