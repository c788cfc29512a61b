//! Measurements that are no tests: time and memory of the main job, byte accounting on folders of exports.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};

use crate::run::{command, now, root, run};

/// The heading that follows the plan on the screen: once it is there, the person can act.
const AFTER_THE_PLAN: &str = "CHE COSA NON FARE MAI";
/// Runs of which the best counts: what the program costs, not what else the machine was doing.
const RUNS: usize = 5;

/// Draws invented screenshots, reads them with the system's tesseract and prints how far what was read is from what was drawn.
pub(crate) fn screenshots() -> Result<()> {
    let mut cargo = command("cargo");
    run(
        "screenshots",
        cargo.args(["run", "--release", "--quiet", "-p", "argine-tesseract", "--example", "screenshots"]),
    )
}

/// Times the main job on large exports and prints the table of `docs/benchmarks.md`.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn main_job() -> Result<()> {
    run("building", command("cargo").args(["build", "--release", "--quiet", "-p", "argine"]))?;
    let folder = root().join("target/measure");
    std::fs::create_dir_all(&folder).context("target/measure cannot be made")?;
    println!("| messages | plan shown (s) | everything written (s) | peak memory (MiB) |");
    println!("|---|---|---|---|");
    for messages in [10_000, 100_000] {
        let chat = folder.join(format!("chat-{messages}.txt"));
        crate::export::write(messages, true, &chat)?;
        let mut best = Measured { plan: f64::MAX, whole: f64::MAX, peak_kibibytes: u64::MAX };
        for _ in 0..RUNS {
            let measured = one_run(&folder, &chat)?;
            best.plan = best.plan.min(measured.plan);
            best.whole = best.whole.min(measured.whole);
            best.peak_kibibytes = best.peak_kibibytes.min(measured.peak_kibibytes);
        }
        println!("| {messages} | {:.3} | {:.3} | {} |", best.plan, best.whole, best.peak_kibibytes / 1024);
    }
    Ok(())
}

struct Measured {
    plan: f64,
    whole: f64,
    peak_kibibytes: u64,
}

fn one_run(folder: &Path, chat: &Path) -> Result<Measured> {
    let case = folder.join("case");
    if case.exists() {
        std::fs::remove_dir_all(&case).context("the last case cannot be removed")?;
    }
    let started = now();
    let mut child = argine();
    child.arg("respond").arg(chat).arg("--out").arg(&case).arg("--key-folder").arg(folder.join("key"));
    let mut child = child.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn()?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut measured = Measured { plan: f64::MAX, whole: 0.0, peak_kibibytes: 0 };
    let stdout = child.stdout.take().context("no output of the main job")?;
    for line in BufReader::new(stdout).lines() {
        if line?.contains(AFTER_THE_PLAN) {
            measured.plan = started.elapsed().as_secs_f64();
        }
        // The last lines are printed when everything is written; the high-water mark is read while the process lives.
        measured.peak_kibibytes = measured.peak_kibibytes.max(high_water_mark(&status));
    }
    let status = child.wait()?;
    measured.whole = started.elapsed().as_secs_f64();
    if !status.success() {
        bail!("the main job failed: {status}");
    }
    Ok(measured)
}

/// Peak resident memory of a process, in KiB (Linux only; 0 elsewhere).
#[expect(clippy::disallowed_methods, reason = "automation looks at the process it started")]
fn high_water_mark(status: &Path) -> u64 {
    let status = std::fs::read_to_string(status).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse().ok()).unwrap_or_default()
}

fn argine() -> std::process::Command {
    command(&root().join("target/release/argine").to_string_lossy())
}

/// Reads every file below `folder` by itself, adds up its bytes and prints what became of it.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn fixtures(folder: &Path) -> Result<()> {
    run("building", command("cargo").args(["build", "--release", "--quiet", "-p", "argine"]))?;
    let folder = folder.canonicalize().with_context(|| format!("{} is not there", folder.display()))?;
    let mut files = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    let (mut read, mut refused, mut wrong) = (0, 0, 0);
    for file in &files {
        let output = argine().args(["messages", "--json", "--lang", "en"]).arg(file).output()?;
        let name = file.strip_prefix(&folder).unwrap_or(file).display();
        match output.status.code() {
            Some(0 | 3) => {
                let (messages, unaccounted) = account(&String::from_utf8_lossy(&output.stdout))?;
                read += 1;
                wrong += u32::from(unaccounted > 0);
                println!("{name}: {messages} messages, {unaccounted} bytes unaccounted for");
            }
            Some(1) => {
                refused += 1;
                println!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim().replace('\n', " "));
            }
            _ => bail!("{name}: the reader broke: {}", String::from_utf8_lossy(&output.stderr)),
        }
    }
    println!("{read} read, {refused} refused with a sentence, {wrong} with bytes unaccounted for");
    if wrong > 0 {
        bail!("bytes are unaccounted for");
    }
    Ok(())
}

/// Messages, and bytes of read sources that are neither in a message nor in a gap.
fn account(lines: &str) -> Result<(usize, u64)> {
    let mut messages = 0;
    let mut unaccounted = 0;
    for line in lines.lines() {
        let value: serde_json::Value = serde_json::from_str(line).context("a line is not JSON")?;
        if let Some(source) = value.get("source") {
            let state = source.get("state");
            let number =
                |value: Option<&serde_json::Value>| value.and_then(serde_json::Value::as_u64).unwrap_or_default();
            let field = |key: &str| state.and_then(|state| state.get(key));
            if field("state").and_then(|state| state.as_str()) == Some("read") {
                let gaps = field("gaps").and_then(|gaps| gaps.as_array()).cloned().unwrap_or_default();
                let span = |gap: &serde_json::Value, end: &str| number(gap.get("span").and_then(|span| span.get(end)));
                let gaps: u64 = gaps.iter().map(|gap| span(gap, "end").saturating_sub(span(gap, "start"))).sum();
                unaccounted += number(source.get("size")).abs_diff(number(field("covered")) + gaps);
            }
        }
        messages += usize::from(value.get("index").is_some());
    }
    Ok((messages, unaccounted))
}
