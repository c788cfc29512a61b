use std::collections::BTreeMap;

use argine_model::Sha256;

use crate::{BrokenLine, CasePath};

/// A manifest (RFC 8493 §2.1.3) in the one form that we write: `digest`, two spaces, path, sorted by path.
///
/// This is also the form of `sha256sum`, which checks it with `-c`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Manifest(pub(crate) BTreeMap<CasePath, Sha256>);

impl Manifest {
    pub(crate) fn render(&self) -> String {
        let mut text = String::new();
        for (path, sha256) in &self.0 {
            text.extend([&sha256.to_string(), "  ", path.as_str(), "\n"]);
        }
        text
    }

    /// Reads what [`Self::render`] writes, and nothing else.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, BrokenLine> {
        let mut entries = BTreeMap::new();
        for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let broken = BrokenLine { line: index as u64 + 1 };
            let (sha256, path) = parse_line(line).ok_or(broken)?;
            if entries.last_key_value().is_some_and(|(last, _)| *last >= path) {
                return Err(broken);
            }
            entries.insert(path, sha256);
        }
        Ok(Self(entries))
    }

    pub(crate) fn digest_of(&self, path: &str) -> Option<Sha256> {
        self.0.iter().find(|(listed, _)| listed.as_str() == path).map(|(_, sha256)| *sha256)
    }
}

fn parse_line(line: &[u8]) -> Option<(Sha256, CasePath)> {
    let (digest, path) = str::from_utf8(line).ok()?.strip_suffix('\n')?.split_once("  ")?;
    let sha256: Sha256 = digest.parse().ok()?;
    (sha256.to_string() == digest).then_some(())?;
    Some((sha256, path.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_what_it_writes() {
        let digest = Sha256::of(b"").to_string();
        let good = format!("{digest}  data/a\n{digest}  data/b\n");
        assert_eq!(Manifest::parse(good.as_bytes()).expect("canonical").render(), good);
        for (text, line) in [
            (format!("{digest}  data/b\n{digest}  data/a\n"), 2),
            (format!("{digest}  data/a\n{digest}  data/a\n"), 2),
            (format!("{digest}  data/a"), 1),
            (format!("{digest} data/a\n"), 1),
            (format!("{digest} *data/a\n"), 1),
            (format!("{digest}  data/a\r\n"), 1),
            (format!("{digest}  data/a\n\n"), 2),
            (format!("{}  data/a\n", digest.to_uppercase()), 1),
            (format!("{digest}  ../a\n"), 1),
        ] {
            assert_eq!(Manifest::parse(text.as_bytes()), Err(BrokenLine { line }), "{text:?}");
        }
    }
}
