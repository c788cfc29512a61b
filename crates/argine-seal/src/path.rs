use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::{InvalidCaseId, InvalidPath, InvalidTool};

const MAXIMUM_PATH: usize = 240;
const MAXIMUM_COMPONENT: usize = 100;
const MAXIMUM_DEPTH: usize = 8;
const MAXIMUM_SAFE_NAME: usize = 60;
const MAXIMUM_EXTENSION: usize = 10;

/// Where a file lies inside a case: relative, `/` between parts, the same on every file system.
///
/// Parts hold ASCII letters, digits, `.`, `_` and `-`, begin with a letter or digit, do not end with a full stop
/// and are no device name of Windows. So there is no `..`, no hidden file, no space, and no `%`, whose encoding
/// in manifests (RFC 8493 §2.1.3) the published validators do not agree on.
///
/// ```
/// use argine_seal::CasePath;
/// assert!("data/originals/0001-chat.txt".parse::<CasePath>().is_ok());
/// for unsafe_path in ["", "/etc/passwd", "data/../key", "data//a", "data/perché.txt", "data/a b", "data/nul.txt"] {
///     assert!(unsafe_path.parse::<CasePath>().is_err(), "{unsafe_path}");
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CasePath(String);

impl CasePath {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether two names would be one file where letter case does not count (FAT, NTFS, APFS).
    pub(crate) fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl FromStr for CasePath {
    type Err = InvalidPath;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let safe =
            text.len() <= MAXIMUM_PATH && text.split('/').count() <= MAXIMUM_DEPTH && text.split('/').all(is_safe_part);
        if safe { Ok(Self(text.to_owned())) } else { Err(InvalidPath(text.to_owned())) }
    }
}

impl TryFrom<String> for CasePath {
    type Error = InvalidPath;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<CasePath> for String {
    fn from(path: CasePath) -> Self {
        path.0
    }
}

impl fmt::Display for CasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_safe_part(part: &str) -> bool {
    part.len() <= MAXIMUM_COMPONENT
        && part.starts_with(|first: char| first.is_ascii_alphanumeric())
        && !part.ends_with('.')
        && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
        && !is_device_name(part)
}

/// `CON`, `nul.txt`, `Com1.log`: Windows opens a device instead of a file.
fn is_device_name(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || stem
            .strip_prefix("com")
            .or_else(|| stem.strip_prefix("lpt"))
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A name that any file system keeps, as close to `original` as it can be; the true name stays in the records.
///
/// Not unique by itself: the case puts the exhibit's number before it.
///
/// ```
/// assert_eq!(argine_seal::safe_name("Chat WhatsApp con Perché 💬.txt"), "Chat-WhatsApp-con-Perche.txt");
/// assert_eq!(argine_seal::safe_name("../../etc/passwd"), "etc-passwd");
/// assert_eq!(argine_seal::safe_name("💬"), "file");
/// ```
pub fn safe_name(original: &str) -> String {
    let is_extension = |text: &str| {
        (1..=MAXIMUM_EXTENSION).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let (stem, extension) = match original.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && is_extension(extension) => (stem, extension),
        _ => (original, ""),
    };
    let stem = safe_part(stem, MAXIMUM_SAFE_NAME);
    let stem = if stem.is_empty() { "file" } else { &stem };
    if extension.is_empty() { stem.to_owned() } else { format!("{stem}.{extension}") }
}

fn safe_part(text: &str, maximum: usize) -> String {
    let mut safe = String::new();
    // `take` bounds the work on a hostile name of megabytes; accents fall away with their combining marks.
    for character in text.nfkd().take(16 * maximum) {
        if safe.len() == maximum {
            break;
        }
        if character.is_ascii_alphanumeric() || character == '_' || (character == '.' && !safe.ends_with('.')) {
            safe.push(character);
        } else if character != '.' && !unicode_normalization::char::is_combining_mark(character) && !safe.ends_with('-')
        {
            safe.push('-');
        }
    }
    safe.trim_matches(['-', '.', '_']).to_owned()
}

/// The number of a case, as written on papers: `ARG-2026-000123`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseId(String);

impl CaseId {
    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CaseId {
    type Err = InvalidCaseId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let valid = (1..=64).contains(&text.len())
            && text.starts_with(|first: char| first.is_ascii_alphanumeric())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidCaseId(text.to_owned())) }
    }
}

impl TryFrom<String> for CaseId {
    type Error = InvalidCaseId;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<CaseId> for String {
    fn from(id: CaseId) -> Self {
        id.0
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Name and version of the program that handled something: `argine 0.1.0`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tool(String);

impl Tool {
    /// Name and version as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Tool {
    type Err = InvalidTool;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let valid = (1..=80).contains(&text.len())
            && text.trim() == text
            && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
        if valid { Ok(Self(text.to_owned())) } else { Err(InvalidTool(text.to_owned())) }
    }
}

impl TryFrom<String> for Tool {
    type Error = InvalidTool;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Tool> for String {
    fn from(tool: Tool) -> Self {
        tool.0
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn refuses_paths_that_some_system_reads_otherwise() {
        for path in [
            ".",
            "..",
            "a/",
            "a/./b",
            "a\\b",
            "C:/a",
            "a/.hidden",
            "a/-rf",
            "a%20b",
            "a\nb",
            "a\0",
            "con",
            "data/LPT9.txt",
            "a.",
            "a/b./c",
            "data/1/2/3/4/5/6/7/8",
        ] {
            assert!(path.parse::<CasePath>().is_err(), "{path:?}");
        }
        assert!("x".repeat(101).parse::<CasePath>().is_err());
        assert!("data/console.txt".parse::<CasePath>().is_ok());
    }

    #[test]
    fn safe_names_keep_what_they_can() {
        for (original, expected) in [
            ("WhatsApp Chat - Marta.zip", "WhatsApp-Chat-Marta.zip"),
            ("caffè è più.TXT", "caffe-e-piu.TXT"),
            (".bashrc", "bashrc"),
            ("a..b...c.txt", "a.b.c.txt"),
            ("archive.tar.gz", "archive.tar.gz"),
            ("photo\u{202e}gpj.exe", "photo-gpj.exe"),
            ("", "file"),
            ("ﬁle①.txt", "file1.txt"),
        ] {
            assert_eq!(safe_name(original), expected, "{original:?}");
        }
    }

    proptest! {
        #[test]
        fn any_name_becomes_a_safe_path(original in any::<String>()) {
            let path = format!("data/originals/0001-{}", safe_name(&original));
            prop_assert!(path.parse::<CasePath>().is_ok(), "{path}");
        }
    }

    #[test]
    fn header_values_hold_no_line_breaks() {
        for text in ["", " ", "argine\n0.1", "argine 0.1 ", "argìne"] {
            assert!(text.parse::<Tool>().is_err(), "{text:?}");
            assert!(text.parse::<CaseId>().is_err(), "{text:?}");
        }
    }
}
