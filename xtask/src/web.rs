//! The page: its engine and its press as WebAssembly, what is generated for it, the page itself, and a list of what it consists of.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::core_crates::{TARGET, road};
use crate::run::{command, exists, in_ci, output, root, run, target_folder};
use crate::tools;

/// A module that the page loads when it is asked for.
struct Module {
    /// Its crate.
    package: &'static str,
    /// How Cargo builds it; see the root manifest.
    profile: &'static str,
    /// Where the page looks for it, below `web/src/engine`.
    folder: &'static str,
    /// Brotli's quality that it is weighed with: the best there is takes minutes for a large one, and finds a twentieth more.
    quality: u8,
    /// What it may weigh on its way to a telephone, in bytes.
    budget: usize,
}

/// What reads, recognises and plans.
const ENGINE: Module =
    Module { package: "argine-wasm", profile: "page", folder: "pkg", quality: 11, budget: 2_500_000 };

/// What makes PDFs.
const PRESS: Module =
    Module { package: "argine-wasm-papers", profile: "papers", folder: "papers", quality: 9, budget: 12_000_000 };

/// Builds everything into `web/dist`, or a copy of it in `out`; signed where there is a key.
pub(crate) fn build(out: Option<&Path>, key_folder: Option<&Path>) -> Result<()> {
    install()?;
    module(&ENGINE)?;
    module(&PRESS)?;
    generate(Native::Alone)?;
    page()?;
    let dist = root().join("web/dist");
    crate::web_manifest::write(&dist, key_folder)?;
    take_the_page_in()?;
    if let Some(out) = out {
        copy(&dist, out)?;
    }
    Ok(())
}

/// With what the native side is built: Cargo keeps what it built for each choice of features apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Native {
    /// Alone: without Typst, in a few minutes.
    Alone,
    /// With the program, whose features are those of the whole workspace: what the other tests have just built.
    WithProgram,
}

/// Builds the page and runs its own checks and tests, a browser and the program that carries the page among them.
pub(crate) fn test() -> Result<()> {
    install()?;
    let browser = browser()?;
    module(&ENGINE)?;
    module(&PRESS)?;
    generate(Native::WithProgram)?;
    npm("the page: types and lints", &["run", "check"])?;
    npm("the page: logic", &["test"])?;
    page()?;
    crate::web_manifest::write(&root().join("web/dist"), None)?;
    parity(Native::WithProgram)?;
    let program = program()?;
    run("the page in the program", command("node").arg("xtask/open.mjs").env("ARGINE_BIN", &program))?;
    let Some(browser) = browser else { return Ok(()) };
    let mut end_to_end = command("npm");
    end_to_end.current_dir(root().join("web")).args(["run", "e2e"]);
    end_to_end.env("ARGINE_CHROMIUM", &browser).env("ARGINE_BIN", &program);
    run("the page: in a browser", &mut end_to_end)
}

/// The program with the page that is in `web/dist`.
fn program() -> Result<PathBuf> {
    take_the_page_in()?;
    run("the program with the page", command("cargo").args(["build", "--release", "--quiet", "-p", "argine"]))?;
    Ok(target_folder().join("release/argine"))
}

/// The next build of the program takes the page in, its modules packed: they are most of it.
fn take_the_page_in() -> Result<()> {
    run("packing the modules", command("node").arg("xtask/pack.mjs"))?;
    run("telling the program", command("touch").arg("crates/argine/build.rs"))
}

/// Builds a module, writes its JavaScript side, and weighs it.
fn module(module: &Module) -> Result<()> {
    let Some(mut cargo) = road()? else { bail!("no wasm32 toolchain could be installed") };
    // One crate type: beside an `rlib` Cargo leaves link-time optimisation out without a word.
    cargo.args(["rustc", "--profile", module.profile, "--target", TARGET, "-p", module.package]);
    cargo.args(["--lib", "--crate-type", "cdylib"]);
    cargo.env("CARGO_TARGET_DIR", wasm_folder()).env("CARGO_ENCODED_RUSTFLAGS", flags());
    run(&format!("{} for wasm32", module.package), &mut cargo)?;
    let name = module.package.replace('-', "_");
    let built = wasm_folder().join(TARGET).join(module.profile).join(format!("{name}.wasm"));
    let package = root().join("web/src/engine").join(module.folder);
    bindings(&built, &package)?;
    weigh(&package.join(format!("{name}_bg.wasm")), module)
}

/// Those of `.cargo/config.toml` for wasm32, which these replace, and no path of the machine that built it in the module.
#[expect(clippy::disallowed_methods, reason = "where Cargo keeps its libraries is told by the environment")]
fn flags() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let mut flags = vec!["-Ctarget-feature=+simd128".to_owned(), format!("--remap-path-prefix={}=", root().display())];
    flags.extend(home.map(|home| format!("--remap-path-prefix={home}=cargo")));
    flags.join("\u{1f}")
}

fn wasm_folder() -> PathBuf {
    root().join("target-wasm")
}

/// The JavaScript side, by the library of the same version as the crate.
#[expect(clippy::disallowed_methods, reason = "automation reads the repository")]
fn bindings(module: &Path, package: &Path) -> Result<()> {
    let version = |file: &str| -> Result<String> {
        let lock = std::fs::read_to_string(root().join(file)).with_context(|| format!("{file} cannot be read"))?;
        let lock: toml::Table = lock.parse().with_context(|| format!("{file} is not TOML"))?;
        let packages = lock.get("package").and_then(toml::Value::as_array).context("a lock file lists packages")?;
        let text =
            |package: &toml::Value, key: &str| package.get(key).and_then(toml::Value::as_str).map(ToOwned::to_owned);
        let found = packages.iter().find(|package| text(package, "name").as_deref() == Some("wasm-bindgen-shared"));
        found.and_then(|package| text(package, "version")).with_context(|| format!("{file} has no wasm-bindgen"))
    };
    let (ours, theirs) = (version("Cargo.lock")?, version("xtask/bindgen/Cargo.lock")?);
    if ours != theirs {
        bail!("wasm-bindgen is {ours} in Cargo.lock and {theirs} in xtask/bindgen/Cargo.lock: they must be the same");
    }
    let mut cargo = command("cargo");
    let target = target_folder().join("bindgen");
    cargo.args(["run", "--release", "--quiet", "--locked", "--manifest-path", "xtask/bindgen/Cargo.toml", "--"]);
    cargo.arg(module).arg(package).env("CARGO_TARGET_DIR", target);
    run("the module's JavaScript", &mut cargo)
}

/// Says what a module weighs on its way, and refuses one that is too heavy for a telephone at night.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
fn weigh(file: &Path, module: &Module) -> Result<()> {
    let script = "const z=require('zlib'),b=require('fs').readFileSync(process.argv[1]);\
        const g=z.gzipSync(b,{level:9}).length;\
        const r=z.brotliCompressSync(b,{params:{[z.constants.BROTLI_PARAM_QUALITY]:+process.argv[2],[z.constants.BROTLI_PARAM_LGWIN]:24}}).length;\
        console.log(b.length,g,r)";
    let Module { quality, budget, .. } = *module;
    let sizes = output(command("node").args(["-e", script]).arg(file).arg(quality.to_string()))?;
    let sizes: Vec<usize> = sizes.split_whitespace().filter_map(|size| size.parse().ok()).collect();
    let &[plain, gzip, brotli] = sizes.as_slice() else { bail!("node did not weigh {}", file.display()) };
    println!("── {}: {plain} bytes, gzip -9 {gzip}, brotli -q {quality} {brotli}", file.display());
    if brotli > budget {
        bail!("{} weighs {brotli} bytes with brotli -q {quality}; it may weigh {budget}", file.display());
    }
    Ok(())
}

/// What the pages without JavaScript say, from the packs.
#[expect(clippy::disallowed_methods, reason = "automation writes what is generated")]
fn generate(native: Native) -> Result<()> {
    let json = output(&mut example("argine-wasm", "first_steps", native)?)?;
    let folder = root().join("web/src/generated");
    std::fs::create_dir_all(&folder).context("web/src/generated cannot be made")?;
    std::fs::write(folder.join("first-steps.json"), json).context("first-steps.json cannot be written")
}

fn page() -> Result<()> {
    npm("the page", &["run", "build"])
}

fn npm(what: &str, arguments: &[&str]) -> Result<()> {
    run(what, command("npm").current_dir(root().join("web")).args(arguments))
}

/// Node, and the libraries of the page at their locked versions. No browser is fetched: the tests take the system's.
fn install() -> Result<()> {
    if !exists("npm") {
        tools::apt(&["nodejs", "npm"])?;
    }
    if !exists("npm") {
        bail!("the page needs node 20 and npm");
    }
    let mut npm = command("npm");
    npm.current_dir(root().join("web")).args(["ci", "--no-audit", "--no-fund", "--silent"]);
    run("the page's libraries", npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}

/// The system's Chromium; installed where it is missing and the machine allows it.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
fn browser() -> Result<Option<PathBuf>> {
    let find =
        || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].map(PathBuf::from).into_iter().find(|path| path.exists());
    if find().is_none() {
        tools::apt(&["chromium"])?;
    }
    let found = find();
    if found.is_none() {
        if in_ci() {
            bail!("no Chromium could be installed");
        }
        println!("!! missing: chromium. The page was not tried in a browser.");
    }
    Ok(found)
}

/// Both sides answer the same questions, byte for byte.
fn parity(native: Native) -> Result<()> {
    let folder = target_folder().join("parity");
    run("the native side of the parity test", example("argine-wasm", "parity", native)?.arg(&folder))?;
    run(
        "the engine says the same as the native library",
        command("node").arg("xtask/parity.mjs").env("ARGINE_PARITY", &folder),
    )?;
    run("what the engine closed", example("argine-wasm", "parity", native)?.arg(&folder).arg("judge"))?;
    let folder = target_folder().join("parity-papers");
    run("papers of the native library", example(PRESS.package, "papers_parity", native)?.arg(&folder))?;
    run(
        "the press prints the same as the native library",
        command("node").arg("xtask/parity-papers.mjs").env("ARGINE_PARITY", &folder),
    )
}

/// An example of one of the page's crates, built.
fn example(package: &str, name: &str, native: Native) -> Result<std::process::Command> {
    let mut cargo = command("cargo");
    cargo.args(["build", "--release", "--quiet"]);
    if native == Native::WithProgram {
        cargo.args(["-p", "argine"]);
    }
    cargo.args(["-p", package, "--example", name]);
    run(&format!("the native {name}"), &mut cargo)?;
    let program = target_folder().join("release/examples").join(name);
    Ok(command(&program.display().to_string()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let to = std::path::absolute(to).context("the place for the page is no path")?;
    std::fs::create_dir_all(&to).with_context(|| format!("{} cannot be made", to.display()))?;
    run("copying the page", command("cp").arg("-R").arg(from.join(".")).arg(&to))
}
