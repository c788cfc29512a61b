//! The bundled typefaces and what they can show.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::Font;

/// The faces, parsed once. Which face stands where does not matter: the templates name families.
pub(crate) fn faces() -> &'static [Font] {
    static FACES: OnceLock<Vec<Font>> = OnceLock::new();
    FACES.get_or_init(|| bundled::faces().filter_map(|data| Font::new(Bytes::new(data), 0)).collect())
}

/// The faces of the page's module.
#[cfg(target_family = "wasm")]
mod bundled {
    pub(super) fn faces() -> impl Iterator<Item = &'static [u8]> {
        argine_typefaces::FACES.into_iter()
    }
}

/// The faces of the program.
#[cfg(not(target_family = "wasm"))]
mod bundled {
    /// Families of `typst-assets` that the templates use, with style as the name table writes it. The rest of that crate
    /// (mathematics, bold and oblique monospace) is never parsed.
    const WANTED: [(&str, &str); 4] = [
        ("Libertinus Serif", "Regular"),
        ("Libertinus Serif", "Bold"),
        ("Libertinus Serif", "Italic"),
        ("DejaVu Sans Mono", "Book"),
    ];

    pub(super) fn faces() -> impl Iterator<Item = &'static [u8]> {
        typst_assets::fonts().filter(|data| wanted(data)).chain([epaint_default_fonts::NOTO_EMOJI_REGULAR])
    }

    fn wanted(data: &[u8]) -> bool {
        use ttf_parser::name_id::{FAMILY, SUBFAMILY};
        let Ok(face) = ttf_parser::Face::parse(data, 0) else { return false };
        let name = |id| {
            face.names()
                .into_iter()
                .filter(|name| name.name_id == id && name.is_unicode())
                .find_map(|name| name.to_string())
        };
        let (Some(family), Some(style)) = (name(FAMILY), name(SUBFAMILY)) else { return false };
        WANTED.contains(&(family.as_str(), style.as_str()))
    }
}

/// The code points of one face, one bit each.
struct Cover(Vec<u64>);

impl Cover {
    fn of(font: &Font) -> Self {
        let mut bits = vec![0_u64; 0x11_0000 / 64];
        if let Ok(face) = ttf_parser::Face::parse(font.data(), 0) {
            for table in face
                .tables()
                .cmap
                .into_iter()
                .flat_map(|cmap| cmap.subtables)
                .filter(ttf_parser::cmap::Subtable::is_unicode)
            {
                table.codepoints(|code| {
                    // A code point may be listed and still lead to glyph 0, the empty box.
                    if table.glyph_index(code).is_some_and(|glyph| glyph.0 != 0)
                        && let Some(word) = bits.get_mut(code as usize / 64)
                    {
                        *word |= 1 << (code % 64);
                    }
                });
            }
        }
        Self(bits)
    }

    fn holds(&self, character: char) -> bool {
        let code = character as usize;
        self.0.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
}

/// Whether one upright face shows every character of `cluster`: Typst falls back to those where bold or italic lack a glyph.
pub(crate) fn one_face_shows(cluster: &str) -> bool {
    static COVERS: OnceLock<Vec<Cover>> = OnceLock::new();
    COVERS
        .get_or_init(|| faces().iter().filter(|font| !is_slanted_or_bold(font)).map(Cover::of).collect())
        .iter()
        .any(|cover| cluster.chars().all(|c| cover.holds(c)))
}

fn is_slanted_or_bold(font: &Font) -> bool {
    use typst::text::{FontStyle, FontWeight};
    let variant = font.info().variant;
    variant.style != FontStyle::Normal || variant.weight > FontWeight::SEMIBOLD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_faces_are_bundled() {
        let families: Vec<_> = faces().iter().map(|font| font.info().family.clone()).collect();
        assert_eq!(families.len(), 5, "{families:?}");
        assert!(families.iter().any(|family| family == "Noto Emoji"));
    }
}
