//! Signs a file with the key of a folder, as `minisign` does: `sign FILE KEY_FOLDER` writes `FILE.minisig` and prints the line
//! with which anybody checks it.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a tool reads and writes files, and says what it did"
)]

use std::path::PathBuf;

use argine_seal::sign_file;
use argine_vault::device_key;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (file, keys) = (arguments.next().ok_or("which file?")?, arguments.next().ok_or("which folder of keys?")?);
    let key = device_key(&keys)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let signature = sign_file(&key, &std::fs::read(&file)?, &format!("argine page {}", env!("CARGO_PKG_VERSION")));
    let mut target = file.into_os_string();
    target.push(".minisig");
    std::fs::write(target, signature)?;
    println!("minisign -V -P {} -m {name}", key.public().to_line());
    Ok(())
}
