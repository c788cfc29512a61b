use core::str::FromStr;

use argine_model::Sha256;
use jiff::Timestamp;

use crate::{CaseId, FORMAT, names};

/// What a seal signs: one line per fact, ASCII, `seal/N/root.txt`.
///
/// The second line is in the form of `sha256sum`, so that `grep` and `sha256sum -c` check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// The number of the case.
    pub case: CaseId,
    /// The number of this seal, from 1.
    pub seal: u32,
    /// When it was made, by the clock of the device, to the second.
    pub time: Timestamp,
    /// Digest of `tagmanifest-sha256.txt`, which lists every other file directly or through its manifest.
    pub tag_manifest: Sha256,
    /// How many payload files.
    pub payload_files: u64,
    /// Bytes of all of them.
    pub payload_bytes: u64,
    /// Length of `records/items.jsonl` in bytes: what comes later was appended after this seal.
    pub items_bytes: u64,
    /// Length of `records/custody.jsonl` in bytes.
    pub custody_bytes: u64,
    /// Digest of the `root.txt` of the seal before; none in the first.
    pub previous: Option<Sha256>,
}

const NO_PREVIOUS: &str = "none";

impl Root {
    /// The bytes of `root.txt`.
    pub fn render(&self) -> String {
        let Self { case, seal, time, tag_manifest, payload_files, payload_bytes, items_bytes, custody_bytes, previous } =
            self;
        let previous = previous.map_or_else(|| NO_PREVIOUS.to_owned(), |digest| digest.to_string());
        format!(
            "argine-seal {FORMAT}\n{tag_manifest}  {}\ncase {case}\nseal {seal}\ntime {time}\npayload-files {payload_files}\n\
             payload-bytes {payload_bytes}\nitems-bytes {items_bytes}\ncustody-bytes {custody_bytes}\n\
             previous-root {previous}\n",
            names::TAG_MANIFEST
        )
    }

    /// Reads exactly what [`Self::render`] writes; anything else is no root.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut lines = str::from_utf8(bytes).ok()?.lines().skip(1);
        let tag_manifest = lines.next()?.split_once(' ')?.0.parse().ok()?;
        let mut field = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let root = Self {
            tag_manifest,
            case: parsed(field("case"))?,
            seal: parsed(field("seal"))?,
            time: parsed(field("time"))?,
            payload_files: parsed(field("payload-files"))?,
            payload_bytes: parsed(field("payload-bytes"))?,
            items_bytes: parsed(field("items-bytes"))?,
            custody_bytes: parsed(field("custody-bytes"))?,
            previous: match field("previous-root")? {
                NO_PREVIOUS => None,
                digest => Some(digest.parse().ok()?),
            },
        };
        (root.render().as_bytes() == bytes).then_some(root)
    }

    /// Digest of `root.txt`: the one number that stands for the whole case, printed on papers.
    pub fn digest(&self) -> Sha256 {
        Sha256::of(self.render().as_bytes())
    }

    /// The comment that minisign shows as trusted.
    pub(crate) fn comment(&self) -> String {
        format!("case {}, seal {}, {}", self.case, self.seal, self.time)
    }
}

fn parsed<T: FromStr>(field: Option<&str>) -> Option<T> {
    field?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_what_it_writes() {
        let root = Root {
            case: "ARG-1".parse().expect("a case number"),
            seal: 2,
            time: "2026-11-21T21:00:00Z".parse().expect("a time"),
            tag_manifest: Sha256::of(b"tags"),
            payload_files: 3,
            payload_bytes: 4,
            items_bytes: 5,
            custody_bytes: 6,
            previous: Some(Sha256::of(b"previous")),
        };
        let text = root.render();
        assert_eq!(Root::parse(text.as_bytes()), Some(root.clone()));
        let first = Root { previous: None, ..root };
        assert_eq!(Root::parse(first.render().as_bytes()), Some(first));
        for damaged in [
            text.replace("argine-seal 1", "argine-seal 2"),
            text.replace("seal 2", "seal +2"),
            text.replace("payload-files 3", "payload-files 03"),
            text.replace("21:00:00Z", "21:00:00.0Z"),
            text.replace('\n', "\r\n"),
            text.trim_end().to_owned(),
            format!("{text}\n"),
            String::new(),
        ] {
            assert_eq!(Root::parse(damaged.as_bytes()), None, "{damaged}");
        }
    }
}
