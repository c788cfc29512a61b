//! Writes the JavaScript and the types beside a WebAssembly module: `argine-bindgen MODULE FOLDER`. A program of ours over the
//! library of `wasm-bindgen`, so that its version is locked with the rest and nothing is installed.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// Before anything else: "\0asm" and the version.
const MAGIC: usize = 8;

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let module = arguments.next().context("which module?")?;
    let folder = arguments.next().context("into which folder?")?;
    let name = module.file_stem().context("the module has a name")?.to_owned();
    let plain = folder.join(&name).with_extension("plain.wasm");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(&plain, without_features(&std::fs::read(&module)?)?)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&plain).out_name(&name.to_string_lossy()).web(true)?.typescript(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(&folder)?;
    std::fs::remove_file(&plain)?;
    Ok(())
}

/// The module without its list of features. With it tables of references would be used, which the `wasm-opt` of stable
/// distributions cannot read; without it references go through a list in JavaScript, and no call of ours notices.
fn without_features(module: &[u8]) -> Result<Vec<u8>> {
    ensure!(module.starts_with(b"\0asm"), "this is no WebAssembly module");
    let mut kept = module[..MAGIC].to_vec();
    let mut at = MAGIC;
    while at < module.len() {
        let (length, begin) = number(module, at + 1)?;
        let end = begin.checked_add(length).filter(|end| *end <= module.len()).context("a section is cut")?;
        let (name, words) = if module[at] == 0 { number(module, begin)? } else { (0, begin) };
        if module.get(words..words + name) != Some(b"target_features") {
            kept.extend_from_slice(&module[at..end]);
        }
        at = end;
    }
    Ok(kept)
}

/// LEB128, and where what follows begins.
fn number(module: &[u8], mut at: usize) -> Result<(usize, usize)> {
    let (mut value, mut shift) = (0_usize, 0);
    loop {
        let byte = *module.get(at).context("a number is cut")?;
        at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok((value, at));
        }
        shift += 7;
        ensure!(shift < 35, "a number is too long");
    }
}
