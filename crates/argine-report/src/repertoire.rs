//! Which characters a paper may hold.

/// Which characters may be given to Typst. One that no face holds makes a PDF/A export fail as a whole, and a
/// complaint must never be blocked by an emoji.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repertoire {
    /// Whatever a bundled face holds.
    #[cfg(feature = "pdf")]
    Bundled,
    /// Printable ASCII and Latin-1 only: the last resort.
    Latin,
    /// Every printable character: for papers that bring no faces of their own (text, HTML, `OpenDocument`).
    Every,
}

impl Repertoire {
    /// Whether one face shows every character of `cluster`.
    ///
    /// Only the upright faces count: Typst falls back to them where bold or italic lack a glyph.
    pub(crate) fn shows(self, cluster: &str) -> bool {
        if cluster.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return true;
        }
        // PDF/A forbids code points of private use, though Libertinus has glyphs there.
        let private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
        if cluster.chars().any(|c| c.is_control() || private(c) || matches!(c, '\u{FFF0}'..='\u{FFFF}')) {
            return false;
        }
        match self {
            Self::Every => true,
            Self::Latin => cluster.chars().all(|c| matches!(c, ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{FF}')),
            #[cfg(feature = "pdf")]
            Self::Bundled => crate::fonts::one_face_shows(cluster),
        }
    }
}

#[cfg(all(test, feature = "pdf"))]
mod tests {
    use super::*;

    #[test]
    fn repertoire() {
        let check = |cluster: &str, bundled: bool, latin: bool| {
            assert_eq!(
                (Repertoire::Bundled.shows(cluster), Repertoire::Latin.shows(cluster)),
                (bundled, latin),
                "{cluster:?}"
            );
        };
        check("a", true, true);
        check("è", true, true);
        check("Ж", true, false);
        check("ש", true, false);
        check("😈", true, false);
        check("中", false, false);
        check("\u{E001}", false, false);
        check("\u{7}", false, false);
        check("\u{10FFFF}", false, false);
    }
}
