use argine_model::MediaClass;

use crate::decode::Decoded;

/// Tells what bytes are from the bytes alone: file signatures first, then whether they can be text.
///
/// ```
/// use argine_chat::classify;
/// use argine_model::MediaClass;
/// assert_eq!(classify(b"%PDF-1.7 named chat.txt"), MediaClass::Document);
/// assert_eq!(classify("è testo".as_bytes()), MediaClass::Text);
/// ```
pub fn classify(bytes: &[u8]) -> MediaClass {
    sniff(bytes).class
}

/// What bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sniffed {
    pub(crate) class: MediaClass,
    /// A short name that every language knows, for a finding's detail.
    pub(crate) name: &'static str,
}

/// Signatures at the beginning of a file. Longer ones stand before the shorter ones they begin with.
const SIGNATURES: &[(&[u8], MediaClass, &str)] = &[
    (b"\xFF\xD8\xFF", MediaClass::Image, "JPEG"),
    (b"\x89PNG\r\n\x1A\n", MediaClass::Image, "PNG"),
    (b"GIF87a", MediaClass::Image, "GIF"),
    (b"GIF89a", MediaClass::Image, "GIF"),
    (b"II*\0", MediaClass::Image, "TIFF"),
    (b"MM\0*", MediaClass::Image, "TIFF"),
    (b"\x00\x00\x00\x0CJXL \r\n\x87\n", MediaClass::Image, "JPEG XL"),
    (b"\xFF\x0A", MediaClass::Image, "JPEG XL"),
    (b"8BPS", MediaClass::Image, "PSD"),
    (b"\x1A\x45\xDF\xA3", MediaClass::Video, "WebM"),
    (b"FLV\x01", MediaClass::Video, "FLV"),
    (b"\x00\x00\x01\xBA", MediaClass::Video, "MPEG"),
    (b"\x00\x00\x01\xB3", MediaClass::Video, "MPEG"),
    (b"\x30\x26\xB2\x75\x8E\x66\xCF\x11", MediaClass::Video, "WMV"),
    (b"OggS", MediaClass::Audio, "Ogg"),
    (b"ID3", MediaClass::Audio, "MP3"),
    (b"fLaC", MediaClass::Audio, "FLAC"),
    (b"#!AMR", MediaClass::Audio, "AMR"),
    (b"caff", MediaClass::Audio, "CAF"),
    (b"MThd", MediaClass::Audio, "MIDI"),
    (b"%PDF-", MediaClass::Document, "PDF"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", MediaClass::Document, "Office"),
    (b"{\\rtf", MediaClass::Document, "RTF"),
    (b"\x1F\x8B", MediaClass::Archive, "gzip"),
    (b"7z\xBC\xAF\x27\x1C", MediaClass::Archive, "7z"),
    (b"Rar!\x1A\x07", MediaClass::Archive, "RAR"),
    (b"BZh", MediaClass::Archive, "bzip2"),
    (b"\xFD7zXZ\0", MediaClass::Archive, "xz"),
    (b"\x28\xB5\x2F\xFD", MediaClass::Archive, "Zstandard"),
    (b"SQLite format 3\0", MediaClass::Document, "SQLite"),
    (b"\x7FELF", MediaClass::Unknown, "ELF"),
    (b"bplist", MediaClass::Document, "plist"),
];

pub(crate) fn sniff(bytes: &[u8]) -> Sniffed {
    for &(signature, class, name) in SIGNATURES {
        // Three letters may begin a text; three bytes that no one types do not, however text-like the rest is.
        let may_begin_a_text = signature.len() < 3 || (signature.len() < 4 && signature.is_ascii());
        if bytes.starts_with(signature) && !(may_begin_a_text && is_text(bytes)) {
            return Sniffed { class, name };
        }
    }
    if let Some(found) = boxed(bytes) {
        return found;
    }
    if is_zip(bytes) {
        return match office_kind(bytes) {
            Some(name) => Sniffed { class: MediaClass::Document, name },
            None => Sniffed { class: MediaClass::Archive, name: "ZIP" },
        };
    }
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Sniffed { class: MediaClass::Image, name: "BMP" };
    }
    if is_text(bytes) {
        return Sniffed { class: MediaClass::Text, name: text_name(bytes) };
    }
    // MPEG audio without a tag: eleven set bits, then a version and a layer that exist.
    if let [0xFF, second, ..] = bytes
        && second & 0xE0 == 0xE0
        && second & 0x06 != 0
        && second & 0x18 != 0x08
    {
        return Sniffed { class: MediaClass::Audio, name: "MP3" };
    }
    Sniffed { class: MediaClass::Unknown, name: "unknown" }
}

/// Whether the bytes begin, or (with something glued before) end, like a ZIP archive.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK\x07\x08PK\x03\x04")
}

/// What a file name promises, for media that are only named.
pub(crate) fn class_of_name(name: &str) -> MediaClass {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "jpg" | "jpeg" | "png" | "webp" | "gif" | "heic" | "heif" | "avif" | "bmp" | "tif" | "tiff" => {
            MediaClass::Image
        }
        "mp4" | "mov" | "3gp" | "webm" | "avi" | "mkv" | "m4v" | "mpg" | "mpeg" => MediaClass::Video,
        "opus" | "ogg" | "oga" | "mp3" | "m4a" | "aac" | "wav" | "amr" | "flac" | "caf" => MediaClass::Audio,
        "pdf" | "doc" | "docx" | "xls" | "xlsx" | "ppt" | "pptx" | "odt" | "ods" | "odp" | "rtf" => {
            MediaClass::Document
        }
        "zip" | "rar" | "7z" | "gz" | "tar" => MediaClass::Archive,
        "txt" | "json" | "html" | "htm" | "csv" | "xml" | "vcf" | "eml" => MediaClass::Text,
        _ => MediaClass::Unknown,
    }
}

/// RIFF and ISO base media: the brand stands behind a length.
fn boxed(bytes: &[u8]) -> Option<Sniffed> {
    if bytes.starts_with(b"RIFF") {
        return match bytes.get(8..12)? {
            b"WEBP" => Some(Sniffed { class: MediaClass::Image, name: "WebP" }),
            b"WAVE" => Some(Sniffed { class: MediaClass::Audio, name: "WAV" }),
            b"AVI " => Some(Sniffed { class: MediaClass::Video, name: "AVI" }),
            _ => None,
        };
    }
    match bytes.get(4..8)? {
        b"ftyp" => Some(match bytes.get(8..12)? {
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                Sniffed { class: MediaClass::Image, name: "HEIC" }
            }
            b"avif" | b"avis" => Sniffed { class: MediaClass::Image, name: "AVIF" },
            b"M4A " | b"M4B " | b"F4A " => Sniffed { class: MediaClass::Audio, name: "M4A" },
            b"qt  " => Sniffed { class: MediaClass::Video, name: "MOV" },
            brand if brand.starts_with(b"3g") => Sniffed { class: MediaClass::Video, name: "3GP" },
            _ => Sniffed { class: MediaClass::Video, name: "MP4" },
        }),
        b"moov" | b"mdat" | b"wide" if !is_text(bytes) => Some(Sniffed { class: MediaClass::Video, name: "MOV" }),
        _ => None,
    }
}

/// Office formats are ZIP archives whose first members are known.
fn office_kind(bytes: &[u8]) -> Option<&'static str> {
    let name_length = usize::from(u16::from_le_bytes([*bytes.get(26)?, *bytes.get(27)?]));
    let name = bytes.get(30..30 + name_length)?;
    if name == b"[Content_Types].xml" || name.starts_with(b"word/") || name.starts_with(b"xl/") {
        return Some("Office");
    }
    if name == b"mimetype" {
        let content = bytes.get(30 + name_length..).unwrap_or_default();
        let extra = usize::from(u16::from_le_bytes([*bytes.get(28)?, *bytes.get(29)?]));
        let content = content.get(extra..).unwrap_or_default();
        if content.starts_with(b"application/epub") {
            return Some("EPUB");
        }
        return Some("OpenDocument");
    }
    name.starts_with(b"META-INF/").then_some("JAR")
}

fn text_name(bytes: &[u8]) -> &'static str {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = start.get(..start.len().min(256)).unwrap_or_default().to_ascii_lowercase();
    if begins_json(&head) {
        "JSON"
    } else if head.starts_with(b"<!doctype html") || head.starts_with(b"<html") {
        "HTML"
    } else if head.starts_with(b"<?xml") || head.starts_with(b"<svg") {
        "XML"
    } else if head.starts_with(b"begin:vcard") {
        "vCard"
    } else {
        "text"
    }
}

/// Whether a text goes on after its bracket as JSON must: `[Lui] mi ha scritto` is somebody's own words.
fn begins_json(head: &[u8]) -> bool {
    let Some((bracket, rest)) = head.split_first() else { return false };
    let rest = rest.trim_ascii_start();
    let value = || {
        matches!(rest.first(), None | Some(b'{' | b'[' | b']' | b'"' | b'-' | b'0'..=b'9'))
            || [b"true".as_slice(), b"false", b"null"].iter().any(|literal| rest.starts_with(literal))
    };
    match bracket {
        b'{' => matches!(rest.first(), None | Some(b'"' | b'}')),
        b'[' => value(),
        _ => false,
    }
}

/// Text holds no zero bytes (unless it is UTF-16) and next to no control characters.
fn is_text(bytes: &[u8]) -> bool {
    const SAMPLE: usize = 64 << 10;
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    if sample.is_empty() {
        return false;
    }
    if Decoded::is_utf16(sample).is_some() {
        return true;
    }
    let controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)).count();
    // Two in a hundred: a damaged sector or a hostile message must not hide a conversation.
    if controls * 50 > sample.len() {
        return false;
    }
    match core::str::from_utf8(sample) {
        Ok(_) => true,
        // A character cut by the end of the sample.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => true,
        Err(_) => {
            let broken = sample.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
            // Western text in a one-byte encoding: letters with accents are the exception.
            broken * 10 <= sample.len() * 3
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_say_what_they_are() {
        let mut docx = b"PK\x03\x04".to_vec();
        docx.extend([0; 22]);
        docx.extend([19, 0, 0, 0]);
        docx.extend(b"[Content_Types].xml");
        let cases: &[(&[u8], MediaClass, &str)] = &[
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", MediaClass::Image, "JPEG"),
            (b"\xFF\xD8\xFF\xE0 cut or damaged", MediaClass::Image, "JPEG"),
            (b"\x89PNG\r\n\x1A\n\0\0", MediaClass::Image, "PNG"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", MediaClass::Image, "WebP"),
            (b"\0\0\0\x18ftypheic\0\0\0\0", MediaClass::Image, "HEIC"),
            (b"\0\0\0\x18ftypavif\0\0\0\0", MediaClass::Image, "AVIF"),
            (b"\0\0\0\x18ftypisom\0\0\0\0", MediaClass::Video, "MP4"),
            (b"\0\0\0\x18ftypqt  \0\0\0\0", MediaClass::Video, "MOV"),
            (b"\0\0\0\x18ftyp3gp5\0\0\0\0", MediaClass::Video, "3GP"),
            (b"\0\0\0\x18ftypM4A \0\0\0\0", MediaClass::Audio, "M4A"),
            (b"\x1A\x45\xDF\xA3\0\0\0\0", MediaClass::Video, "WebM"),
            (b"OggS\0\x02", MediaClass::Audio, "Ogg"),
            (b"RIFF\x10\0\0\0WAVEfmt ", MediaClass::Audio, "WAV"),
            (b"#!AMR\n\x3C", MediaClass::Audio, "AMR"),
            (b"\xFF\xFB\x90\x64\0\0\0\0", MediaClass::Audio, "MP3"),
            (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0", MediaClass::Image, "BMP"),
            (b"%PDF-1.4\n1 0 obj", MediaClass::Document, "PDF"),
            (&docx, MediaClass::Document, "Office"),
            (b"PK\x03\x04\x14\0\0\0", MediaClass::Archive, "ZIP"),
            (b"\x1F\x8B\x08\0\0\0\0\0\0\x03", MediaClass::Archive, "gzip"),
            (b"7z\xBC\xAF\x27\x1C\0\x04", MediaClass::Archive, "7z"),
            (b"\0\x01\x02\x03\x04", MediaClass::Unknown, "unknown"),
            (b"", MediaClass::Unknown, "unknown"),
            ("BZh non è un archivio: è una frase".as_bytes(), MediaClass::Text, "text"),
            (b"perch\xE9 cos\xEC", MediaClass::Text, "text"),
            (b"\xFF\xFEc\0i\0a\0o\0", MediaClass::Text, "text"),
            (b"{\"a\": 1}", MediaClass::Text, "JSON"),
            (b"[ {\"a\": 1}]", MediaClass::Text, "JSON"),
            (b"[null, 1]", MediaClass::Text, "JSON"),
            (b"[Lui] mi ha scritto\n[Io] e ora?", MediaClass::Text, "text"),
            (b"[non so che fare]", MediaClass::Text, "text"),
            (b"{sto male} aiuto", MediaClass::Text, "text"),
        ];
        for &(bytes, class, name) in cases {
            assert_eq!(sniff(bytes), Sniffed { class, name }, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
