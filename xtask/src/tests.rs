//! Every test and check, in the order in which they fail fastest.

use anyhow::Result;

use crate::run::{command, in_ci, run};
use crate::{core_crates, fuzz, policy, tidy, tools, web};

/// For each reader: enough to notice what has just been broken; `cargo xtask fuzz --seconds 600` looks further.
const FUZZ_SECONDS: u32 = 5;

/// Which checks to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Selection {
    /// What CI runs.
    Everything,
    /// Tests only: no formatting, lints, documentation or policy.
    OnlyTests,
}

/// Installs what is needed and runs the checks.
pub(crate) fn run_checks(selection: Selection) -> Result<()> {
    tools::install_judges()?;
    if selection == Selection::Everything {
        run_check("formatting", &["fmt", "--all", "--check"])?;
        tidy::check()?;
        policy::check()?;
        let deny: &[&str] = &["clippy", "--release", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
        run_check("lints", deny)?;
    }
    // The release profile: the README's main command has built Typst in it already, and hostile input is tried with
    // the code that people run. `overflow-checks` are on in it.
    run_check("tests", &["test", "--release", "--workspace", "--all-targets"])?;
    run_check("examples in the documentation", &["test", "--release", "--workspace", "--doc"])?;
    fuzz::run_targets(FUZZ_SECONDS, None, fuzz::Keep::No)?;
    if selection == Selection::Everything {
        run_docs()?;
        core_crates::forbidden_dependencies()?;
        core_crates::all_in_modules()?;
    }
    web::test()
}

fn run_check(what: &str, arguments: &[&str]) -> Result<()> {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    if in_ci() {
        cargo.env("CI", "true");
    }
    run(what, &mut cargo)
}

fn run_docs() -> Result<()> {
    let mut cargo = command("cargo");
    cargo.env("RUSTDOCFLAGS", "-D warnings");
    run("documentation", cargo.args(["doc", "--release", "--workspace", "--no-deps", "--quiet"]))
}
