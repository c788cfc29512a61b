//! `seal/N/status.txt`: whether an authority has stamped the root, and the stamps with their digests.

use argine_model::Sha256;

use crate::manifest::Manifest;
use crate::{CaseFileEntry, CasePath, Root, SealError, StampError, StampNonce, TimeStamp, names};

/// What `status.txt` says until a time-stamp authority has signed the root.
pub(crate) const NOT_STAMPED: &[u8] = b"not time-stamped\n";
const STAMPED: &str = "time-stamped\n";

/// The name of `status.txt` in the folder of a seal.
pub(crate) const STATUS: &str = "status.txt";

/// The files of stamps of one seal with their digests, as `status.txt` lists them: `seal/N/stamp-1.tsr` is the answer
/// of an authority, `seal/N/stamp-1.pem` holds its certificates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Status(Manifest);

impl Status {
    /// Reads exactly what [`Self::render`] writes for the seal of this number.
    pub(crate) fn parse(bytes: &[u8], seal: u32) -> Option<Self> {
        if bytes == NOT_STAMPED {
            return Some(Self::default());
        }
        let status = Self(Manifest::parse(bytes.strip_prefix(STAMPED.as_bytes())?).ok()?);
        let listed: Vec<&str> = status.0.0.keys().map(CasePath::as_str).collect();
        let mut expected: Vec<String> =
            (1..=listed.len() / 2).flat_map(|stamp| ["pem", "tsr"].map(|kind| stamp_path(seal, stamp, kind))).collect();
        expected.sort();
        (!listed.is_empty() && listed == expected).then_some(status)
    }

    pub(crate) fn render(&self) -> Vec<u8> {
        if self.0.0.is_empty() {
            return NOT_STAMPED.to_vec();
        }
        format!("{STAMPED}{}", self.0.render()).into_bytes()
    }

    /// Files of the stamps, each with its digest.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&CasePath, Sha256)> {
        self.0.0.iter().map(|(path, sha256)| (path, *sha256))
    }

    fn stamps(&self) -> usize {
        self.0.0.len() / 2
    }
}

fn stamp_path(seal: u32, stamp: usize, kind: &str) -> String {
    format!("{}/{seal}/stamp-{stamp}.{kind}", names::SEAL)
}

/// Adds the answer of an authority to a seal: the files that the door writes, `status.txt` in the place of the old one.
///
/// # Errors
/// [`SealError::Stamp`] when the answer is no good time-stamp of this root, or answers another request;
/// [`SealError::BrokenStatus`] when `status` is not what was written.
pub fn add_stamp(
    root: &Root,
    status: &[u8],
    response: &[u8],
    nonce: Option<StampNonce>,
) -> Result<Vec<CaseFileEntry>, SealError> {
    let stamp = TimeStamp::read(response, root.digest(), nonce)?;
    let mut status = Status::parse(status, root.seal).ok_or(SealError::BrokenStatus)?;
    let number = status.stamps() + 1;
    let mut files = Vec::new();
    for (kind, bytes) in [("pem", stamp.certificates_pem().into_bytes()), ("tsr", response.to_vec())] {
        let path: CasePath = stamp_path(root.seal, number, kind).parse().map_err(|_| SealError::BrokenStatus)?;
        status.0.0.insert(path.clone(), Sha256::of(&bytes));
        files.push(CaseFileEntry { path, bytes });
    }
    let path = format!("{}/{}/{STATUS}", names::SEAL, root.seal).parse().map_err(|_| SealError::BrokenStatus)?;
    files.push(CaseFileEntry { path, bytes: status.render() });
    Ok(files)
}

impl From<StampError> for SealError {
    fn from(error: StampError) -> Self {
        Self::Stamp(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_what_it_writes() {
        assert_eq!(Status::parse(NOT_STAMPED, 1).expect("parsed").render(), NOT_STAMPED);
        let digest = Sha256::of(b"").to_string();
        let mut stamps: Vec<String> = (1..=10).map(|stamp| format!("stamp-{stamp}")).collect();
        stamps.sort();
        let line = |stamp: &String| format!("{digest}  seal/2/{stamp}.pem\n{digest}  seal/2/{stamp}.tsr\n");
        let lines = stamps.iter().map(line).collect::<Vec<_>>().concat();
        let text = format!("time-stamped\n{lines}");
        let status = Status::parse(text.as_bytes(), 2).expect("ten stamps");
        assert_eq!((status.render(), status.stamps()), (text.clone().into_bytes(), 10));
        for damaged in [
            String::new(),
            "time-stamped\n".to_owned(),
            text.replace("seal/2/", "seal/1/"),
            text.replace("stamp-3", "stamp-30"),
            text.trim_end().to_owned(),
            lines,
        ] {
            assert_eq!(Status::parse(damaged.as_bytes(), 2), None, "{damaged}");
        }
    }
}
