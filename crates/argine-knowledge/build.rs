//! Lists the packs and the pages of the catalogue, so that a new file in `knowledge/` is embedded without a new line of code.
#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a build script writes a file, and stops when it cannot"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The tables of records, each a folder.
const TABLES: [&str; 12] = [
    "steps",
    "never",
    "routes",
    "hardening",
    "payments",
    "statutes",
    "clocks",
    "helplines",
    "notices",
    "paths",
    "prevention",
    "outlook",
];
const LANGUAGES: [&str; 2] = ["it", "en"];
/// Pages of the command line and of the page in the browser, which brings its own: the engine says nothing of them, and a
/// telephone should not load them.
const OF_OTHER_DOORS: [&str; 3] = ["cli.ftl", "page.ftl", "plan-command.ftl"];

fn main() {
    let manifest = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let root = manifest.join("../../knowledge");
    println!("cargo::rerun-if-changed={}", root.display());
    let in_browser = std::env::var_os("CARGO_CFG_TARGET_FAMILY").is_some_and(|family| family == "wasm");

    let mut code = format!("pub(crate) const TABLES: &[&str] = &{TABLES:?};\n");
    code.push_str("pub(crate) const PACKS: &[(&str, &str, &str)] = &[\n");
    for kind in TABLES {
        for path in files(&root.join(kind), "toml") {
            line(&mut code, kind, &format!("{kind}/{}", name(&path)), &path);
        }
    }
    code.push_str("];\npub(crate) const PAGES: &[(&str, &str, &str)] = &[\n");
    for language in LANGUAGES {
        for path in files(&root.join("messages").join(language), "ftl") {
            if !(in_browser && OF_OTHER_DOORS.contains(&name(&path).as_str())) {
                line(&mut code, language, &format!("messages/{language}/{}", name(&path)), &path);
            }
        }
    }
    code.push_str("];\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("embedded.rs"), code).expect("the build folder can be written");
}

fn line(code: &mut String, group: &str, name: &str, path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
    let path = path.canonicalize().expect("the file was listed a moment ago");
    writeln!(code, "    ({group:?}, {name:?}, include_str!({:?})),", path.display().to_string())
        .expect("a string takes every write");
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Files with this extension, sorted: the order of a folder differs between machines.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}
