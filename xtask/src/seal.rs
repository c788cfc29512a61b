//! Sealing and verifying a large exhibit beside `sha256sum`, on the same file in the same run.

use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::run::{command, now, output, run, target};

/// Rounds of which the best counts, for each program: what it costs, not what else the machine was doing.
const ROUNDS: usize = 3;
/// Of the speed of `sha256sum`.
const LEAST: f64 = 0.8;
const MOST_MEMORY_KIBIBYTES: u64 = 64 * 1024;

/// Makes an exhibit of `mebibytes`, seals and verifies it, plain and locked, and prints the table of
/// `docs/benchmarks.md`.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn measure(mebibytes: u64) -> Result<()> {
    run(
        "building",
        command("cargo").args(["build", "--release", "--quiet", "-p", "argine-vault", "--example", "measure"]),
    )?;
    let program = target()?.join("release/examples/measure");
    let folder = target()?.join("seal");
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).context("the folder cannot be made")?;
    let exhibit = folder.join("exhibit.bin");
    let make = format!("head -c {} /dev/urandom > '{}' && sync", mebibytes * 1024 * 1024, exhibit.display());
    run("an exhibit", command("sh").args(["-c", &make]))?;
    let mut best = [f64::MAX; 5];
    let mut peak = [0_u64; 5];
    for _ in 0..ROUNDS {
        let started = now();
        output(command("sha256sum").arg(&exhibit))?;
        keep(&mut best, &mut peak, 0, (started.elapsed().as_secs_f64(), 0));
        for (place, kind) in [(1, ""), (3, "-locked")] {
            let case = folder.join(format!("case{kind}"));
            drop(std::fs::remove_dir_all(&case));
            let sealed =
                ours(&program, &[&format!("seal{kind}"), &exhibit.to_string_lossy(), &case.to_string_lossy()])?;
            keep(&mut best, &mut peak, place, sealed);
            let verified = ours(&program, &[&format!("verify{kind}"), &case.to_string_lossy()])?;
            keep(&mut best, &mut peak, place + 1, verified);
        }
    }
    let [reference, ..] = best;
    println!("| {mebibytes} MiB | seconds | MiB/s | of `sha256sum` | peak memory (MiB) |");
    println!("|---|--:|--:|--:|--:|");
    let mut missed = Vec::new();
    for (place, what) in ["`sha256sum`", "seal", "verify", "seal, locked", "verify, locked"].into_iter().enumerate() {
        let (seconds, memory) =
            (best.get(place).copied().unwrap_or(f64::MAX), peak.get(place).copied().unwrap_or_default());
        let ratio = reference / seconds;
        #[expect(clippy::cast_precision_loss, reason = "mebibytes of an exhibit are few")]
        let speed = mebibytes as f64 / seconds;
        println!("| {what} | {seconds:.2} | {speed:.0} | {ratio:.2} | {} |", memory / 1024);
        if memory > MOST_MEMORY_KIBIBYTES || (place < 3 && ratio < LEAST) {
            missed.push(what);
        }
    }
    drop(std::fs::remove_dir_all(&folder));
    if missed.is_empty() { Ok(()) } else { bail!("below the limits: {}", missed.join(", ")) }
}

fn keep(best: &mut [f64; 5], peak: &mut [u64; 5], place: usize, (seconds, kibibytes): (f64, u64)) {
    if let (Some(best), Some(peak)) = (best.get_mut(place), peak.get_mut(place)) {
        *best = best.min(seconds);
        *peak = (*peak).max(kibibytes);
    }
}

/// Runs our program: its own seconds and its peak memory in KiB.
fn ours(program: &Path, arguments: &[&str]) -> Result<(f64, u64)> {
    let text = output(command(&program.to_string_lossy()).args(arguments))?;
    let (seconds, memory) = text.trim().split_once(" s, ").context("no figures")?;
    let memory = memory.trim_end_matches(" kB").trim().parse().context("no memory")?;
    Ok((seconds.parse().context("no seconds")?, memory))
}
