use std::path::PathBuf;

use argine_case::Sealed;
use argine_model::Sha256;
use argine_seal::KeyId;

/// A case that has just been sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedCase {
    /// Where it lies.
    pub path: PathBuf,
    /// The number of the seal.
    pub seal: u32,
    /// Digest of its `root.txt`, to print on papers.
    pub root: Sha256,
    /// The key that signed.
    pub key: KeyId,
}

impl SealedCase {
    pub(crate) fn at(path: PathBuf, Sealed { seal, root, key }: Sealed) -> Self {
        Self { path, seal, root, key }
    }
}
