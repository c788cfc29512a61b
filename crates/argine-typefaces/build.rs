//! Writes each wanted face to a file of its own.

use std::env;
use std::error::Error;
use std::path::PathBuf;

use ttf_parser::name_id::{FAMILY, SUBFAMILY};

/// Family and style, as the name table writes them, and the file for it.
const WANTED: [(&str, &str, &str); 4] = [
    ("Libertinus Serif", "Regular", "serif.otf"),
    ("Libertinus Serif", "Bold", "serif-bold.otf"),
    ("Libertinus Serif", "Italic", "serif-italic.otf"),
    ("DejaVu Sans Mono", "Book", "mono.ttf"),
];

#[expect(clippy::disallowed_methods, reason = "a build script writes files where Cargo says")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(env::var("OUT_DIR")?);
    for (family, style, file) in WANTED {
        let face = typst_assets::fonts().find(|data| is(data, family, style));
        std::fs::write(folder.join(file), face.ok_or_else(|| format!("no face {family} {style}"))?)?;
    }
    std::fs::write(folder.join("emoji.ttf"), epaint_default_fonts::NOTO_EMOJI_REGULAR)?;
    Ok(())
}

fn is(data: &[u8], family: &str, style: &str) -> bool {
    let Ok(face) = ttf_parser::Face::parse(data, 0) else { return false };
    let name = |id| {
        let names = face.names().into_iter();
        names.filter(|name| name.name_id == id && name.is_unicode()).find_map(|name| name.to_string())
    };
    name(FAMILY).as_deref() == Some(family) && name(SUBFAMILY).as_deref() == Some(style)
}
