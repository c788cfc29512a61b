//! Fingerprints beside their neighbours: the same pictures, the same run, one thread, processor seconds.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::core_crates::{TARGET, road};
use crate::run::{command, exists, root, run};
use crate::tools;

/// Versions of the neighbours; they go into a virtual environment below `target/`.
const PEERS: &[&str] = &["pdqhash==0.2.8", "threatexchange==1.2.17", "faiss-cpu==1.15.1", "pillow==13.0.0", "numpy"];

/// Measures everything. `shared` is a folder with the reference pictures (`pdq/`, `vpdq/`, `pdq_expected.json`).
pub(crate) fn measure(shared: &Path, hashes: u32) -> Result<()> {
    if !exists("ffmpeg") {
        tools::apt(&["ffmpeg"])?;
    }
    let folder = root().join("target/media");
    let python = folder.join("peers/bin/python");
    if !python.exists() {
        let peers = folder.join("peers");
        run("virtual environment", command("python3").args(["-m", "venv"]).arg(&peers))?;
        run("neighbours", command(&peers.join("bin/pip").display().to_string()).args(["install", "-q"]).args(PEERS))?;
    }
    let peer = |arguments: &[&str]| {
        let mut driver = command(&python.display().to_string());
        driver.arg("xtask/peers/media.py").args(arguments);
        run(&format!("neighbours: {}", arguments.first().unwrap_or(&"")), &mut driver)
    };
    let ours = |package: &str, arguments: &[&str]| {
        let mut cargo = command("cargo");
        cargo.args(["run", "--quiet", "--release", "-p", package, "--example", "measure", "--"]).args(arguments);
        run("argine", &mut cargo)
    };
    let (Some(out), Some(shared)) = (folder.to_str(), shared.to_str()) else { bail!("a path is not UTF-8") };
    peer(&["exact", shared, out])?;
    ours("argine-media", &["exact", out])?;
    peer(&["hashing", out])?;
    ours("argine-media", &["hashing", out])?;
    peer(&["hashing", out])?;
    in_wasm(out)?;
    for count in [1_000_000, hashes] {
        peer(&["haystack", out, &count.to_string(), "1000"])?;
        peer(&["faiss", out, if count > 1_000_000 { "200" } else { "1000" }])?;
        ours("argine-media", &["search", out])?;
    }
    peer(&["scenes", shared, out, "60"])?;
    ours("argine-media", &["scenes", out])?;
    ours("argine-ffmpeg", &[&format!("{shared}/vpdq")])
}

/// The fingerprints as a module for a page: its size, its speed in node, and the reference pictures through it. `folder`
/// holds the pixels that the other measures left.
fn in_wasm(folder: &str) -> Result<()> {
    let target = root().join("target-wasm");
    let mut cargo = road()?.context("no wasm32 toolchain could be installed")?;
    cargo.args(["build", "--quiet", "--release", "--locked", "--target", TARGET, "--manifest-path"]);
    cargo.arg("xtask/wasm/Cargo.toml").env("CARGO_TARGET_DIR", &target).env("RUSTFLAGS", "-Ctarget-feature=+simd128");
    run("fingerprints for wasm32", &mut cargo)?;
    let module = target.join(TARGET).join("release/argine_wasm_measure.wasm");
    run("fingerprints in node", command("node").arg("xtask/wasm/measure.mjs").arg(module).arg(folder))
}
