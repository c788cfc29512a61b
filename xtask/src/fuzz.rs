//! Hostile input for every reader, for a bounded time: the targets of `fuzz/`, the same that `cargo fuzz run` starts.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};

use crate::run::{command, output, root, run};

/// Instrumentation as `cargo fuzz --sanitizer none` sets it: the compiler of the repository is enough.
const INSTRUMENTATION: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// A file of this size fits every shape that the readers know.
const LONGEST_INPUT: usize = 16 << 10;

/// Builds the targets and gives each one `seconds`; what is found new goes below `target/`, or with `keep` to the corpus.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn run_targets(seconds: u32, only: Option<&str>, keep: Keep) -> Result<()> {
    let target_folder = root().join("target/fuzz");
    let mut build = command("cargo");
    build.env("RUSTFLAGS", INSTRUMENTATION).args(["build", "--release", "--quiet", "--locked"]);
    build.args(["--manifest-path", "fuzz/Cargo.toml", "--target-dir"]).arg(&target_folder);
    // With a target named, build scripts are left alone by the flags.
    let host = host()?;
    build.args(["--target", &host]);
    run("building the fuzz targets", &mut build)?;
    let names = names(only)?;
    println!("── fuzzing {} readers, {seconds} s each", names.len());
    // Two at a time: as many as the smallest machine has cores.
    for pair in names.chunks(2) {
        let started: Vec<_> = pair
            .iter()
            .map(|name| start(name, seconds, &target_folder, &host, keep).map(|child| (name, child)))
            .collect::<Result<_>>()?;
        for (name, child) in started {
            let done = child.wait_with_output()?;
            let log = String::from_utf8_lossy(&done.stderr);
            if !done.status.success() {
                let tail: Vec<&str> = log.lines().rev().take(40).collect();
                bail!("{name} broke a promise:\n{}", tail.into_iter().rev().collect::<Vec<_>>().join("\n"));
            }
            let last = log.lines().rfind(|line| line.starts_with("Done") || line.contains("DONE")).unwrap_or_default();
            println!("   {name}: {last}");
        }
    }
    Ok(())
}

/// Whether inputs that reach new code are kept in the repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// They stay below `target/`.
    No,
    /// They join the corpus.
    Yes,
}

fn start(name: &str, seconds: u32, folder: &Path, host: &str, keep: Keep) -> Result<std::process::Child> {
    let corpus = root().join("fuzz/corpus").join(name);
    let found = folder.join("found").join(name);
    for needed in [&corpus, &found, &folder.join("artifacts")] {
        std::fs::create_dir_all(needed).with_context(|| format!("{} cannot be made", needed.display()))?;
    }
    let mut target = command(&folder.join(host).join("release").join(name).to_string_lossy());
    target.args([
        &format!("-max_total_time={seconds}"),
        "-seed=1",
        "-timeout=20",
        "-rss_limit_mb=2048",
        &format!("-max_len={LONGEST_INPUT}"),
        "-print_final_stats=0",
        &format!("-artifact_prefix={}/{name}-", folder.join("artifacts").display()),
    ]);
    match keep {
        // What is new goes to the first folder.
        Keep::Yes => target.arg(&corpus).arg(&found),
        Keep::No => target.arg(&found).arg(&corpus),
    };
    target.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().with_context(|| format!("{name} does not start"))
}

/// The targets, in order of name.
fn names(only: Option<&str>) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root().join("fuzz/fuzz_targets")).context("fuzz/fuzz_targets is not there")? {
        let path: PathBuf = entry?.path();
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        if path.extension().is_some_and(|extension| extension == "rs") && only.is_none_or(|only| only == name) {
            names.push(name);
        }
    }
    names.sort();
    if names.is_empty() {
        bail!("no such target in fuzz/fuzz_targets");
    }
    Ok(names)
}

fn host() -> Result<String> {
    let about = output(command("rustc").arg("-vV"))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(ToOwned::to_owned).context("rustc does not say which machine it builds for")
}
