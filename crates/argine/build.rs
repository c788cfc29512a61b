//! Lists the files of the page, where `cargo xtask web` has built it, so that `argine open` can serve them.
#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a build script writes a file, and stops when it cannot"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    let manifest = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let page = manifest.join("../../web/dist");
    // `cargo xtask web` writes it: the modules of WebAssembly, which are a third of their size there.
    let packed = manifest.join("../../web/packed");
    // `cargo xtask web` touches this file. A page that is not there cannot be watched: Cargo would build everything each time.
    println!("cargo::rerun-if-changed=build.rs");
    let mut files = Vec::new();
    // Only a page that is complete: its list of files is written last.
    if page.join("SHA256SUMS").is_file() {
        collect(&page, "", &mut files);
    }
    files.sort();
    let mut code = format!("pub(crate) const IS_BUILT_IN: bool = {};\n", !files.is_empty());
    let (mut whole, mut small) = (String::new(), String::new());
    for (name, plain) in files {
        let gzip = packed.join(format!("{name}.gz"));
        let (list, path) = if gzip.is_file() { (&mut small, gzip) } else { (&mut whole, plain) };
        let path = path.canonicalize().expect("the file was listed a moment ago");
        writeln!(list, "    ({name:?}, include_bytes!({:?}).as_slice()),", path.display().to_string())
            .expect("a string takes every write");
    }
    for (constant, list) in [("PLAIN", whole), ("PACKED", small)] {
        writeln!(code, "pub(crate) const {constant}: &[(&str, &[u8])] = &[\n{list}];")
            .expect("a string takes every write");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("page_files.rs"), code).expect("the build folder can be written");
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files);
        } else {
            files.push((format!("{prefix}{name}"), path));
        }
    }
}
