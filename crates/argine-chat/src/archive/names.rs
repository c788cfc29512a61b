/// What bytes above 0x7F mean in names of old archives (IBM code page 437, as in the Unicode Consortium's mapping table).
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";

/// A name as text. Phones write UTF-8 and often forget to say so.
pub(super) fn name(raw: &[u8]) -> String {
    match core::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => raw
            .iter()
            .map(|byte| match byte.checked_sub(0x80) {
                Some(high) => CP437.chars().nth(usize::from(high)).unwrap_or(char::REPLACEMENT_CHARACTER),
                None => char::from(*byte),
            })
            .collect(),
    }
}

/// Whether a name leads out of the folder it would be unpacked in, on any system.
pub(crate) fn is_unsafe(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.is_empty()
        || bytes.contains(&0)
        || matches!(bytes.first(), Some(b'/' | b'\\'))
        || (bytes.get(1) == Some(&b':') && bytes.first().is_some_and(u8::is_ascii_alphabetic))
        || name.split(['/', '\\']).any(|part| part == "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_age() {
        assert_eq!(CP437.chars().count(), 128);
        assert_eq!(name("così.txt".as_bytes()), "così.txt");
        assert_eq!(name(b"perch\x82.txt"), "perché.txt");
    }

    #[test]
    fn names_that_lead_out() {
        for bad in ["../x", "a/../../x", "/etc/x", "\\x", "C:\\x", "c:x", "a\\..\\x", "", "a\0b"] {
            assert!(is_unsafe(bad), "{bad:?}");
        }
        for good in ["_chat.txt", "a/b.jpg", "a..b", "12:30.txt", "..a"] {
            assert!(!is_unsafe(good), "{good:?}");
        }
    }
}
