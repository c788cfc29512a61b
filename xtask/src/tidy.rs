//! Rules of the repository that no compiler knows.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::run::{command, output, root};

/// A file above this asks which two things it is (see CONTRIBUTING.md).
const MOST_LINES: usize = 800;

/// Checks every file that git tracks.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn check() -> Result<()> {
    let Ok(tracked) = output(command("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))
    else {
        // An archive of the sources: git would tell what is ours and what was built.
        println!("!! tidy: not a git checkout, nothing was looked at");
        return Ok(());
    };
    let mut problems = Vec::new();
    let mut count = 0;
    for name in tracked.split('\0').filter(|name| !name.is_empty()) {
        let path = root().join(name);
        if !path.is_file() {
            continue;
        }
        count += 1;
        check_file(name, &path, &mut problems)?;
    }
    problems.extend(crate_folders()?);
    if problems.is_empty() {
        println!("── tidy: {count} files");
        return Ok(());
    }
    bail!("tidy:\n  {}", problems.join("\n  "))
}

#[expect(clippy::disallowed_methods, reason = "automation reads the repository")]
fn check_file(name: &str, path: &Path, problems: &mut Vec<String>) -> Result<()> {
    let bytes = std::fs::read(path).with_context(|| format!("{name} cannot be read"))?;
    let Ok(text) = String::from_utf8(bytes) else { return Ok(()) };
    let data = ["/tests/data/", "fuzz/corpus/", "examples/source/"].iter().any(|folder| name.contains(folder))
        || name == "LICENSE";
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    if !data {
        for (line, number) in text.lines().zip(1..) {
            if line.ends_with(' ') || line.ends_with('\t') {
                problems.push(format!("{name}:{number}: space at the end of the line"));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            problems.push(format!("{name}: no line end at the end of the file"));
        }
    }
    if extension == "rs" {
        let lines = text.lines().count();
        if lines > MOST_LINES && !name.ends_with("tests.rs") && !name.contains("/tests/") {
            problems.push(format!("{name}: {lines} lines, above {MOST_LINES}: which two things is it?"));
        }
        for (line, number) in text.lines().zip(1..) {
            // Built from pieces so that this file passes its own rule.
            let muted = [concat!("#[", "allow("), concat!("#![", "allow("), concat!("#[", "ignore")];
            if muted.iter().any(|mark| line.trim_start().starts_with(mark)) {
                problems.push(format!("{name}:{number}: use #[expect(…, reason = …)]; no test is ignored"));
            }
        }
    }
    if matches!(extension, "rs" | "toml" | "md" | "ftl" | "typ") && !name.starts_with("xtask/") {
        for (line, number) in text.lines().zip(1..) {
            if ["/home/", "/root/", concat!("/wo", "rk/")].iter().any(|path| line.contains(path)) {
                problems.push(format!("{name}:{number}: path of a machine"));
            }
        }
    }
    Ok(())
}

/// Folder and crate have the same name; each crate opens with what it does.
#[expect(clippy::disallowed_methods, reason = "automation reads the repository")]
fn crate_folders() -> Result<Vec<String>> {
    let mut problems = Vec::new();
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root().join("crates"))
        .context("crates/ cannot be listed")?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        if !manifest.contains(&format!("name = \"{name}\"")) {
            problems.push(format!("crates/{name}: folder and crate have different names"));
        }
        let opens =
            ["src/lib.rs", "src/main.rs"].iter().filter_map(|file| std::fs::read_to_string(folder.join(file)).ok());
        if !opens.into_iter().any(|text| text.starts_with("//! ")) {
            problems.push(format!("crates/{name}: does not open with what it does and does not do"));
        }
    }
    Ok(problems)
}
