//! Dependency policy: licences, bans and duplicates, from `deny.toml`, without any download.
//!
//! Advisories need the RustSec database: `cargo deny check advisories` where there is a copy of it.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};

use crate::core_crates::core_crates;
use crate::run::{command, output, root};

/// Checks every crate in the lock file.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn check() -> Result<()> {
    let policy = policy()?;
    let metadata = output(command("cargo").args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
    let packages = metadata.get("packages").and_then(|list| list.as_array()).context("cargo metadata lists nothing")?;
    let mut problems = Vec::new();
    for package in packages {
        let text = |key: &str| package.get(key).and_then(|value| value.as_str());
        let name = text("name").unwrap_or_default();
        if let Some(reason) = policy.banned.iter().find(|(banned, _)| banned == name).map(|(_, reason)| reason) {
            problems.push(format!("{name} is banned: {reason}"));
        }
        let ours = text("source").is_none();
        match text("license") {
            Some(license) if policy.allows(license) => {}
            Some(license) => problems.push(format!("{name}: licence `{license}` is not in deny.toml")),
            None if ours => problems.push(format!("{name}: our own crate names no licence")),
            None => problems.push(format!("{name}: names no licence")),
        }
    }
    problems.extend(duplicates()?);
    problems.extend(two_feature_sets()?);
    if problems.is_empty() {
        println!("── policy: {} crates, licences and bans hold", packages.len());
        return Ok(());
    }
    bail!("dependency policy:\n  {}", problems.join("\n  "))
}

struct Policy {
    licences: Vec<spdx::Licensee>,
    banned: Vec<(String, String)>,
}

impl Policy {
    fn allows(&self, license: &str) -> bool {
        // Old manifests write `MIT/Apache-2.0`.
        let expression = spdx::Expression::parse_mode(license, spdx::ParseMode::LAX);
        expression.is_ok_and(|parsed| {
            parsed.evaluate(|requirement| self.licences.iter().any(|allowed| allowed.satisfies(requirement)))
        })
    }
}

#[expect(clippy::disallowed_methods, reason = "automation reads the repository")]
fn policy() -> Result<Policy> {
    let text = std::fs::read_to_string(root().join("deny.toml")).context("deny.toml cannot be read")?;
    let table: toml::Table = text.parse().context("deny.toml is not TOML")?;
    let list = |section: &str, key: &str| {
        table.get(section).and_then(|section| section.get(key)).and_then(|list| list.as_array()).cloned()
    };
    let licences = list("licenses", "allow").context("deny.toml allows no licence")?;
    let licences = licences.iter().filter_map(|name| name.as_str());
    let licences = licences.map(|name| spdx::Licensee::parse(name).with_context(|| format!("deny.toml: {name}")));
    let text =
        |value: &toml::Value, key: &str| value.get(key).and_then(|text| text.as_str()).unwrap_or_default().to_owned();
    let banned = list("bans", "deny").unwrap_or_default();
    Ok(Policy {
        licences: licences.collect::<Result<_>>()?,
        banned: banned.iter().map(|ban| (text(ban, "crate"), text(ban, "reason"))).collect(),
    })
}

/// The core without the paper room, and without the press that brings it to the page, has one version of each crate.
fn duplicates() -> Result<Vec<String>> {
    let mut tree = command("cargo");
    tree.args(["tree", "--duplicates", "--edges", "normal,no-proc-macro", "--depth", "0", "--prefix", "none"]);
    for name in core_crates()?.iter().filter(|name| !["argine-report", "argine-wasm-papers"].contains(&name.as_str())) {
        tree.args(["-p", name]);
    }
    let output = output(&mut tree)?;
    let mut names: Vec<_> = output.lines().filter(|line| !line.trim().is_empty()).map(ToOwned::to_owned).collect();
    names.sort();
    names.dedup();
    Ok(names.into_iter().map(|name| format!("the core has two versions of a crate: {name}")).collect())
}

/// Building the binary and testing the workspace ask for the same features, so that Typst is compiled once for both.
fn two_feature_sets() -> Result<Vec<String>> {
    let tree = |arguments: &[&str]| -> Result<BTreeSet<String>> {
        let mut cargo = command("cargo");
        let text = output(cargo.args(["tree", "--prefix", "none", "--format", "{p} [{f}]"]).args(arguments))?;
        let plain = |line: &str| line.replace(" (*)", "").replace(" (proc-macro)", "");
        Ok(text.lines().map(plain).collect())
    };
    let built = tree(&["-p", "argine", "--edges", "normal,build"])?;
    let tested = tree(&["--workspace", "--edges", "normal,build,dev"])?;
    let differ = built.difference(&tested).filter(|line| !line.trim().is_empty());
    Ok(differ.map(|line| format!("tests turn on more features of {line}: see crates/argine/Cargo.toml")).collect())
}
