//! What the tests need beside Rust: installed here, never by hand, and said plainly where it cannot be had.

use anyhow::{Result, bail};

use crate::run::{command, exists, in_ci, run};

/// Programs that judge what Argine writes, with the Debian package of each.
const JUDGES: &[(&str, &str)] = &[
    ("sha256sum", "coreutils"),
    ("openssl", "openssl"),
    ("minisign", "minisign"),
    ("age", "age"),
    ("script", "bsdutils"),
    ("qpdf", "qpdf"),
    ("pdftotext", "poppler-utils"),
    ("pip3", "python3-pip"),
    ("tesseract", "tesseract-ocr"),
    ("ffmpeg", "ffmpeg"),
    ("ffprobe", "ffmpeg"),
];

/// Installs the foreign judges of the tests where they are missing and the machine allows it.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn install_judges() -> Result<()> {
    let missing: Vec<_> = JUDGES.iter().filter(|(program, _)| !exists(program)).map(|(_, package)| *package).collect();
    if !missing.is_empty() {
        apt(&missing)?;
    }
    // The program comes with English alone.
    if exists("tesseract") && !has_italian() {
        apt(&["tesseract-ocr-ita"])?;
    }
    if !has_bagit() {
        let pip = command("pip3")
            .args(["install", "--quiet", "--disable-pip-version-check", "--root-user-action=ignore", "bagit==1.9.0"])
            .status();
        if !pip.is_ok_and(|status| status.success()) {
            // Debian marks its own Python as managed; this package is only a test tool.
            let _ = command("pip3").args(["install", "--quiet", "--break-system-packages", "bagit==1.9.0"]).status();
        }
    }
    let still: Vec<_> = JUDGES.iter().filter(|(program, _)| !exists(program)).map(|(program, _)| *program).collect();
    if !still.is_empty() || !has_bagit() {
        let names = still.join(", ");
        if in_ci() {
            bail!("these tools are missing and could not be installed: {names} (and PyPI bagit: {})", has_bagit());
        }
        println!("!! missing: {names}; bagit {}. Tests that need them are skipped and say so.", has_bagit());
    }
    Ok(())
}

/// Installs Debian packages as root; elsewhere it says what to install.
#[expect(clippy::print_stdout, reason = "automation talks to whoever runs it")]
pub(crate) fn apt(packages: &[&str]) -> Result<()> {
    let root = crate::run::output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root || !exists("apt-get") {
        println!("!! please install: {}", packages.join(" "));
        return Ok(());
    }
    // The list may be old or missing on a fresh machine; an update that fails leaves the list as it was.
    let _ = command("apt-get").args(["update", "-qq"]).status();
    let mut install = command("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "-qq", "--no-install-recommends"]);
    run(&format!("installing {}", packages.join(" ")), install.args(packages))
}

fn has_italian() -> bool {
    let listed = command("tesseract").arg("--list-langs").output();
    listed.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).lines().any(|line| line == "ita"))
}

fn has_bagit() -> bool {
    command("python3").args(["-c", "import bagit"]).output().is_ok_and(|output| output.status.success())
}
