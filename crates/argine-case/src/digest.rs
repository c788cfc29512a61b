use std::io::{self, Read};

use argine_model::Sha256;
use sha2::Digest as _;

/// Bytes read at a time: enough for a disk, little for the memory.
const BLOCK: usize = 256 * 1024;

/// Digest and size of what goes by.
#[derive(Debug, Default)]
pub struct Digest {
    hasher: sha2::Sha256,
    size: u64,
}

impl Digest {
    /// Counts more bytes in.
    pub fn update(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
        self.size += bytes.len() as u64;
    }

    /// Digest and number of bytes.
    pub fn finish(self) -> (Sha256, u64) {
        (Sha256::from_bytes(self.hasher.finalize().into()), self.size)
    }
}

/// Digest and size of what `reader` gives, block by block; each block goes to `sink` too.
///
/// # Errors
/// What the reader or the sink says.
pub fn digest_while(
    reader: &mut impl Read,
    mut sink: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<(Sha256, u64)> {
    let mut digest = Digest::default();
    let mut block = vec![0; BLOCK];
    loop {
        let length = match reader.read(&mut block) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let read = block.get(..length).unwrap_or_default();
        digest.update(read);
        sink(read)?;
    }
    Ok(digest.finish())
}
