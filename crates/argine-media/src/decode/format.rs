//! What a file is, told from its first bytes: names lie.

/// Formats that a fingerprint can be made of, here or with a program of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// PNG, animated or not.
    Png,
    /// `WebP`.
    WebP,
    /// GIF.
    Gif,
    /// Windows bitmap.
    Bmp,
    /// TIFF.
    Tiff,
    /// HEIC, the format of iPhones.
    Heif,
    /// AVIF.
    Avif,
    /// MP4, MOV, 3GP, `WebM`, Matroska, AVI, MPEG.
    Video,
}

impl Format {
    /// Its name as people know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
            Self::Tiff => "TIFF",
            Self::Heif => "HEIC",
            Self::Avif => "AVIF",
            Self::Video => "video",
        }
    }
}

/// What the bytes are; none when they are no known picture or video.
pub fn format_of(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Format::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Format::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Format::Gif),
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Some(Format::Tiff),
        [_, _, _, _, b'f', b't', b'y', b'p', rest @ ..] => Some(iso_media(rest)),
        // Matroska, MPEG, Flash, Windows Media, AVI; a QuickTime file of old starts with one of its boxes.
        [0x1a, 0x45, 0xdf, 0xa3, ..]
        | [0, 0, 1, 0xba | 0xb3, ..]
        | [b'F', b'L', b'V', 1, ..]
        | [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'A', b'V', b'I', b' ', ..]
        | [_, _, _, _, b'm', b'o', b'o', b'v', ..]
        | [_, _, _, _, b'm', b'd', b'a', b't', ..] => Some(Format::Video),
        // The size of the header tells a bitmap from a text that starts with BM.
        [b'B', b'M', _, _, _, _, _, _, _, _, _, _, _, _, 12 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0, ..] => {
            Some(Format::Bmp)
        }
        _ => None,
    }
}

/// ISO base media: the brands say whether it is a still picture.
fn iso_media(brands: &[u8]) -> Format {
    // The major brand, its version, then the compatible ones.
    let (major, rest) = brands.split_at_checked(4).unwrap_or_default();
    let compatible = rest.get(4..64.min(rest.len())).unwrap_or_default().chunks_exact(4);
    for brand in core::iter::once(major).chain(compatible.take(8)) {
        match brand {
            b"avif" | b"avis" => return Format::Avif,
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" => return Format::Heif,
            b"isom" | b"mp41" | b"mp42" | b"qt  " | b"avc1" => return Format::Video,
            _ => {}
        }
    }
    if matches!(major, b"mif1" | b"msf1") { Format::Heif } else { Format::Video }
}
