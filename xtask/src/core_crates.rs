//! The core does no I/O: proved by building it for a machine that has none, and by what it depends on.

use anyhow::{Context as _, Result, bail};

use crate::run::{command, exists, in_ci, output, root, run};
use crate::tools;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// Crates that open sockets, databases or runtimes.
const FORBIDDEN: &[&str] = &["tokio", "reqwest", "hyper", "sqlx", "axum", "rusqlite", "ureq", "tempfile"];

/// Builds every core crate for wasm32 and looks through its dependencies.
pub(crate) fn check() -> Result<()> {
    forbidden_dependencies()?;
    for_wasm(&core_crates()?)
}

/// Whether whoever builds the modules of the page for wasm32 has built every core crate for it.
pub(crate) fn all_in_modules() -> Result<()> {
    let mut tree = command("cargo");
    tree.args(["tree", "--edges", "normal", "--prefix", "none", "--target", TARGET]);
    let tree = output(tree.args(["-p", "argine-wasm", "-p", "argine-wasm-papers"]))?;
    for name in core_crates()? {
        if !tree.lines().any(|line| line.split(' ').next() == Some(&name)) {
            bail!(
                "{name} is a core crate and in no module of the page, whose build shows that the core builds for wasm32"
            );
        }
    }
    Ok(())
}

/// The list in the workspace's manifest.
#[expect(clippy::disallowed_methods, reason = "automation reads the repository")]
pub(crate) fn core_crates() -> Result<Vec<String>> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).context("Cargo.toml cannot be read")?;
    let manifest: toml::Table = manifest.parse().context("Cargo.toml is not TOML")?;
    let path = ["workspace", "metadata", "argine", "core"];
    let list = path.iter().try_fold(toml::Value::Table(manifest), |value, key| value.get(key).cloned());
    let list = list.and_then(|list| list.as_array().cloned()).context("Cargo.toml has no list of core crates")?;
    Ok(list.iter().filter_map(|name| name.as_str().map(ToOwned::to_owned)).collect())
}

/// Looks through the dependencies of every core crate.
pub(crate) fn forbidden_dependencies() -> Result<()> {
    for name in core_crates()? {
        let tree = output(command("cargo").args(["tree", "--edges", "normal", "--prefix", "none", "-p", &name]))?;
        let found = tree.lines().filter_map(|line| line.split(' ').next()).find(|name| FORBIDDEN.contains(name));
        if let Some(found) = found {
            bail!(
                "{name} is a core crate and depends on {found}: the core does no I/O (cargo tree -p {name} -i {found})"
            );
        }
    }
    Ok(())
}

/// `cargo check` runs the whole front end for wasm32; the paper room would take many minutes more to generate code for.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
fn for_wasm(crates: &[String]) -> Result<()> {
    let mut cargo = match road()? {
        Some(cargo) => cargo,
        None if in_ci() => bail!("no wasm32 toolchain could be installed"),
        None => {
            println!("!! no wasm32 toolchain: the core was not built for wasm32");
            return Ok(());
        }
    };
    cargo.args(["check", "--quiet", "--target", TARGET]).env("CARGO_TARGET_DIR", root().join("target-wasm"));
    for name in crates {
        cargo.args(["-p", name]);
    }
    run("core crates for wasm32", &mut cargo)
}

/// rustup's target where it can be had; Debian's own compiler for the web otherwise.
pub(crate) fn road() -> Result<Option<std::process::Command>> {
    let installed = || output(command("rustup").args(["target", "list", "--installed"])).unwrap_or_default();
    if installed().lines().any(|target| target == TARGET) {
        return Ok(Some(command("cargo")));
    }
    if exists("rustup") {
        let added = command("rustup").args(["target", "add", TARGET]).output();
        if added.is_ok_and(|output| output.status.success()) && installed().contains(TARGET) {
            return Ok(Some(command("cargo")));
        }
    }
    if !debian_toolchain() {
        tools::apt(&["rustc-web", "cargo-web", "rust-web-src", "lld-19"])?;
    }
    if !debian_toolchain() {
        return Ok(None);
    }
    let mut cargo = command("/usr/bin/cargo");
    cargo
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .arg("-Zbuild-std=std,panic_abort");
    Ok(Some(cargo))
}

fn debian_toolchain() -> bool {
    ["/usr/bin/cargo", "/usr/bin/rustc", "/usr/bin/wasm-ld-19"].iter().all(|path| exists(path)) && debian_sources()
}

fn debian_sources() -> bool {
    output(command("dpkg-query").args(["--show", "rust-web-src"])).is_ok_and(|line| !line.trim().is_empty())
}
