use std::borrow::Cow;

use argine_model::ByteSpan;

/// A source's bytes as text, with the way back from every place in the text to the bytes.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) encoding: Encoding,
    /// Sequences that are no text in the encoding and were replaced by U+FFFD for reading.
    pub(crate) broken: u32,
    /// Bytes of the byte order mark, which is not in the text.
    pub(crate) mark: usize,
    /// Bytes of the source.
    size: usize,
    /// How the text maps to the bytes; empty when one to one behind the mark.
    runs: Vec<Run>,
}

/// How the bytes were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Little,
    Utf16Big,
    Windows1252,
}

impl Encoding {
    /// Its name in the Encoding Standard.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Little => "UTF-16LE",
            Self::Utf16Big => "UTF-16BE",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// Characters one after the other that take the same room in the text and the same room in the source.
#[derive(Debug, Clone, Copy)]
struct Run {
    text: usize,
    raw: usize,
    text_unit: usize,
    raw_unit: usize,
}

impl<'a> Decoded<'a> {
    /// Decodes by the byte order mark, else as UTF-8, else by what the bytes look like.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        if let Some((little, mark)) = Self::is_utf16(bytes) {
            return Self::utf16(bytes, little, mark);
        }
        let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let body = bytes.get(mark..).unwrap_or_default();
        if let Ok(text) = simdutf8::basic::from_utf8(body) {
            return Self {
                text: Cow::Borrowed(text),
                encoding: Encoding::Utf8,
                broken: 0,
                mark,
                size: bytes.len(),
                runs: Vec::new(),
            };
        }
        let (mut good, mut bad) = (0_usize, 0_usize);
        for chunk in body.utf8_chunks() {
            good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
            bad += usize::from(!chunk.invalid().is_empty());
        }
        let cut_at_end = core::str::from_utf8(body).is_err_and(|error| error.error_len().is_none());
        if mark > 0 || good >= bad || (cut_at_end && bad == 1) {
            Self::broken_utf8(bytes, mark)
        } else {
            Self::windows_1252(bytes)
        }
    }

    /// Whether the bytes are UTF-16: little-endian or not, and how long the mark is. Without a mark, text in Latin script
    /// shows itself by zeros in every second place.
    pub(crate) fn is_utf16(bytes: &[u8]) -> Option<(bool, usize)> {
        match bytes {
            [0xFF, 0xFE, 0, 0, ..] => None,
            [0xFF, 0xFE, ..] => Some((true, 2)),
            [0xFE, 0xFF, ..] => Some((false, 2)),
            _ => {
                let sample = bytes.get(..bytes.len().min(512)).unwrap_or_default();
                let pairs = sample.as_chunks::<2>().0;
                if pairs.len() < 8 {
                    return None;
                }
                let little = pairs.iter().filter(|pair| pair[0] != 0 && pair[1] == 0).count();
                let big = pairs.iter().filter(|pair| pair[0] == 0 && pair[1] != 0).count();
                if little * 10 >= pairs.len() * 9 {
                    Some((true, 0))
                } else if big * 10 >= pairs.len() * 9 {
                    Some((false, 0))
                } else {
                    None
                }
            }
        }
    }

    /// The place in the source of a place in the text.
    pub(crate) fn raw(&self, text: usize) -> u64 {
        let raw = if self.runs.is_empty() {
            self.mark + text
        } else {
            let after = self.runs.partition_point(|run| run.text <= text);
            match after.checked_sub(1).and_then(|index| self.runs.get(index)) {
                Some(run) => run.raw + (text - run.text) / run.text_unit.max(1) * run.raw_unit,
                None => self.mark,
            }
        };
        raw.min(self.size) as u64
    }

    /// The bytes of a range of the text.
    pub(crate) fn span(&self, start: usize, end: usize) -> ByteSpan {
        ByteSpan::new(self.raw(start), self.raw(end))
    }

    /// The byte order mark, where there is one.
    pub(crate) fn mark_span(&self) -> Option<ByteSpan> {
        (self.mark > 0).then(|| ByteSpan::new(0, self.mark as u64))
    }

    fn broken_utf8(bytes: &[u8], mark: usize) -> Self {
        let body = bytes.get(mark..).unwrap_or_default();
        let mut builder = Builder::new(body.len(), mark);
        for chunk in body.utf8_chunks() {
            builder.push_same(chunk.valid());
            if !chunk.invalid().is_empty() {
                builder.push(char::REPLACEMENT_CHARACTER, chunk.invalid().len());
                builder.broken += 1;
            }
        }
        builder.finish(Encoding::Utf8, mark, bytes.len())
    }

    fn utf16(bytes: &[u8], little: bool, mark: usize) -> Self {
        let body = bytes.get(mark..).unwrap_or_default();
        let mut builder = Builder::new(body.len(), mark);
        let (pairs, rest) = body.as_chunks::<2>();
        let units = pairs.iter().map(|pair| if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) });
        for unit in char::decode_utf16(units) {
            if let Ok(character) = unit {
                builder.push(character, character.len_utf16() * 2);
            } else {
                builder.push(char::REPLACEMENT_CHARACTER, 2);
                builder.broken += 1;
            }
        }
        if !rest.is_empty() {
            builder.push(char::REPLACEMENT_CHARACTER, rest.len());
            builder.broken += 1;
        }
        let encoding = if little { Encoding::Utf16Little } else { Encoding::Utf16Big };
        builder.finish(encoding, mark, bytes.len())
    }

    fn windows_1252(bytes: &[u8]) -> Self {
        let mut builder = Builder::new(bytes.len(), 0);
        for &byte in bytes {
            let character = byte
                .checked_sub(0x80)
                .and_then(|index| WINDOWS_1252.get(usize::from(index)).copied())
                .unwrap_or(char::from(byte));
            builder.push(character, 1);
        }
        builder.finish(Encoding::Windows1252, 0, bytes.len())
    }
}

/// What the bytes 0x80 to 0x9F stand for (Encoding Standard, index windows-1252); every other is the character of its number.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

struct Builder {
    text: String,
    raw: usize,
    runs: Vec<Run>,
    broken: u32,
}

impl Builder {
    fn new(capacity: usize, raw: usize) -> Self {
        Self { text: String::with_capacity(capacity), raw, runs: Vec::new(), broken: 0 }
    }

    fn push(&mut self, character: char, raw_unit: usize) {
        let text_unit = character.len_utf8();
        self.run(text_unit, raw_unit);
        self.text.push(character);
        self.raw += raw_unit;
    }

    /// Text that stands in the source byte by byte.
    fn push_same(&mut self, text: &str) {
        if !text.is_empty() {
            self.run(1, 1);
            self.text.push_str(text);
            self.raw += text.len();
        }
    }

    fn run(&mut self, text_unit: usize, raw_unit: usize) {
        if self.runs.last().is_none_or(|last| last.text_unit != text_unit || last.raw_unit != raw_unit) {
            self.runs.push(Run { text: self.text.len(), raw: self.raw, text_unit, raw_unit });
        }
    }

    fn finish(self, encoding: Encoding, mark: usize, size: usize) -> Decoded<'static> {
        Decoded { text: Cow::Owned(self.text), encoding, broken: self.broken, mark, size, runs: self.runs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Encoding, broken: u32) {
        let decoded = Decoded::new(bytes);
        assert_eq!((decoded.text.as_ref(), decoded.encoding, decoded.broken), (text, encoding, broken));
        assert_eq!(decoded.raw(0), decoded.mark as u64);
        assert_eq!(decoded.raw(decoded.text.len()), bytes.len() as u64, "{text:?} ends where the bytes end");
        let mut last = 0;
        for (index, _) in decoded.text.char_indices() {
            assert!(decoded.raw(index) >= last);
            last = decoded.raw(index);
        }
    }

    #[test]
    fn windows_1252_is_that_of_the_encoding_standard() {
        for byte in 0x80..=0xFF_u8 {
            let bytes = [byte];
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
            assert_eq!(Decoded::windows_1252(&[byte]).text, text, "{byte:02X}");
        }
    }

    #[test]
    fn every_encoding_leads_back_to_its_bytes() {
        check("però 😀\n".as_bytes(), "però 😀\n", Encoding::Utf8, 0);
        check(b"\xEF\xBB\xBFciao", "ciao", Encoding::Utf8, 0);
        check(b"per\xC3\xB2 e \xC3\xA8 \xFF rotto", "però e è \u{FFFD} rotto", Encoding::Utf8, 1);
        check(b"tagliato a met\xC3", "tagliato a met\u{FFFD}", Encoding::Utf8, 1);
        check(b"perch\xE9 cos\xEC \x80", "perché così €", Encoding::Windows1252, 0);
        let little: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("è 😀 ok".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        check(&little, "è 😀 ok", Encoding::Utf16Little, 0);
        let big: Vec<u8> = "ciao come stai oggi".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&big, "ciao come stai oggi", Encoding::Utf16Big, 0);
        check(b"\xFF\xFE\x00\xD8a\x00b", "\u{FFFD}a\u{FFFD}", Encoding::Utf16Little, 2);
    }
}
