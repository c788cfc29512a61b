//! Child processes, shown before they run.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Where Cargo puts what it builds.
#[expect(clippy::disallowed_methods, reason = "Cargo is told by the environment where to build")]
pub(crate) fn target_folder() -> PathBuf {
    std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root().join("target"), PathBuf::from)
}

/// A command that starts in the root of the repository.
#[expect(clippy::disallowed_methods, reason = "starting tools is the trade of this crate")]
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Whether the checks run on a machine nobody looks at: there a missing tool is a failure, not a skip.
#[expect(clippy::disallowed_methods, reason = "CI is told by the environment")]
pub(crate) fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Where Cargo puts what it builds.
pub(crate) fn target() -> Result<PathBuf> {
    let described = output(command("cargo").args(["metadata", "--format-version=1", "--no-deps", "--offline"]))?;
    let described: serde_json::Value = serde_json::from_str(&described).context("cargo metadata is not JSON")?;
    let folder = described.get("target_directory").and_then(serde_json::Value::as_str);
    folder.map(PathBuf::from).context("cargo metadata names no target folder")
}

/// Runs `command` and fails when it fails; says what it runs and how long it took.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn run(what: &str, command: &mut Command) -> Result<()> {
    println!("── {what}");
    let started = now();
    let status = command.status().with_context(|| format!("{what}: {} does not start", program(command)))?;
    if !status.success() {
        bail!("{what} failed: {status}");
    }
    println!("── {what}: done in {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// What `command` prints, when it succeeds.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{} does not start", program(command)))?;
    if !output.status.success() {
        bail!("{} failed: {}", program(command), String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program can be started.
pub(crate) fn exists(program: &str) -> bool {
    command("sh").args(["-c", &format!("command -v {program} >/dev/null 2>&1")]).status().is_ok_and(|s| s.success())
}

/// The clock, for saying how long something took.
#[expect(clippy::disallowed_methods, reason = "automation times what it runs")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

fn program(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
