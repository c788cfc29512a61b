//! `cargo xtask indicators`: what the scanner of traces finds and how fast, against public corpora, real wallets, a generator of
//! texts and other programs of its kind. Prints the tables of `docs/benchmarks.md`, and every failure below them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::run::{command, root, run};

/// Megabytes of planted text for the figures; a tenth of it for the others, which would take hours.
const MEGABYTES: u32 = 50;
const MEGABYTES_FOR_OTHERS: u32 = 1;

/// No seed that any test uses.
const SEED: u32 = 8_191;

/// Other programs of this kind, by their names on the Python package index.
const OTHERS: &[&str] = &["pycryptodome", "ioc-finder", "iocextract", "iocsearcher", "phonenumbers", "msticpy"];

/// What times them: each on the whole text, best of two, seconds of the processor.
const TIMING: &str = r#"
import importlib, sys, time
text = open(sys.argv[1], encoding="utf-8").read()
size = len(text.encode()) / 1e6
lines = text.splitlines()
def ioc_finder():
    from ioc_finder import find_iocs
    return lambda: find_iocs(text)
def iocextract():
    m = importlib.import_module("iocextract")
    return lambda: list(m.extract_iocs(text))
def iocsearcher():
    from iocsearcher.searcher import Searcher
    s = Searcher()
    return lambda: s.search_data(text)
def msticpy():
    from msticpy.transform.iocextract import IoCExtract
    s = IoCExtract()
    return lambda: s.extract(text)
def phonenumbers():
    m = importlib.import_module("phonenumbers")
    return lambda: [x for line in lines for x in m.PhoneNumberMatcher(line, "IT")]
print("\n| other program | MB/s |\n|---|---|")
best = 0.0
for make in (ioc_finder, iocextract, iocsearcher, msticpy, phonenumbers):
    try:
        work = make()
        times = []
        for _ in range(2):
            started = time.process_time(); work(); times.append(time.process_time() - started)
        best = max(best, size / min(times))
        print(f"| {make.__name__} | {size / min(times):.3f} |", flush=True)
    except Exception as error:
        print(f"| {make.__name__} | does not run: {error} |", flush=True)
print(f"fastest other: {best:.3f} MB/s")
"#;

/// Measures everything; `shared` is the folder with the generator (`tools/`) and the corpora (`fixtures/indicators/`).
pub(crate) fn measure(shared: &Path) -> Result<()> {
    let folder = root().join("target/indicators");
    std::fs::create_dir_all(&folder).context("target/indicators cannot be made")?;
    let python = environment(&folder)?;
    let text = |megabytes: u32| -> Result<(PathBuf, PathBuf)> {
        let (text, truth) = (folder.join(format!("{megabytes}.txt")), folder.join(format!("{megabytes}.tsv")));
        let mut generator = command(&python.to_string_lossy());
        generator.arg(shared.join("tools/gen_indicator_text.py")).arg(&text).arg(&truth);
        run("planting", generator.args([megabytes.to_string(), SEED.to_string()]))?;
        Ok((text, truth))
    };
    let (planted, truth) = text(MEGABYTES)?;
    let (short, _) = text(MEGABYTES_FOR_OTHERS)?;
    let build = ["build", "--release", "--quiet", "-p", "argine-indicators", "--example", "measure"];
    run("building", command("cargo").args(build))?;
    let corpora = shared.join("fixtures/indicators");
    let wallets = ["excello", "talos"].map(|name| corpora.join(format!("tagpacks/sextortion_{name}.yaml")));
    run("planted text", example().arg("planted").arg(&planted).arg(&truth))?;
    run("second generator", example().args(["second", "5000000", &SEED.to_string()]))?;
    run("public corpora", example().arg("corpora").arg(&corpora))?;
    run("wallets of bluff mails", example().arg("addresses").args(&wallets))?;
    run("speed", example().arg("speed").arg(&planted))?;
    run("speed on the text of the others", example().arg("speed").arg(&short))?;
    run("hostile repeats", example().arg("walls"))?;
    run("other programs", command(&python.to_string_lossy()).args(["-c", TIMING]).arg(&short))
}

/// The measuring example, built.
fn example() -> std::process::Command {
    let target = crate::run::target_folder();
    command(&target.join("release/examples/measure").to_string_lossy())
}

/// A Python of its own with the other programs, made once.
fn environment(folder: &Path) -> Result<PathBuf> {
    let home = folder.join("python");
    let python = home.join("bin/python");
    if !python.exists() {
        run("making a Python environment", command("python3").args(["-m", "venv"]).arg(&home))?;
        run(
            "installing the other programs",
            command(&python.to_string_lossy()).args(["-m", "pip", "install", "-q"]).args(OTHERS),
        )?;
    }
    Ok(python)
}
