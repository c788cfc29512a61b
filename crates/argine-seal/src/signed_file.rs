//! Signatures of single files: the same keys and the same minisign form as those of a case.

use crate::key::{PublicKey, SigningKey};

/// The signature of a whole file as the text of its `.minisig` file. `trusted_comment` is signed with it: one line.
pub fn sign_file(key: &SigningKey, bytes: &[u8], trusted_comment: &str) -> String {
    let one_line = trusted_comment.replace(['\r', '\n'], " ");
    key.sign_minisign(bytes, &one_line)
}

/// Whether `signature`, the bytes of a `.minisig` file, is this key's signature of `bytes`; the trusted comment where it is.
pub fn signed_comment<'a>(key: &PublicKey, bytes: &[u8], signature: &'a [u8]) -> Option<&'a str> {
    let comment = str::from_utf8(signature).ok()?.lines().nth(2)?.strip_prefix("trusted comment: ")?;
    key.accepts_minisign(bytes, comment, signature).then_some(comment)
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;

    #[test]
    fn a_signature_holds_for_its_file_and_key_alone() {
        let key = SigningKey::from_seed(&Zeroizing::new([3; 32]));
        let other = SigningKey::from_seed(&Zeroizing::new([4; 32])).public();
        let signature = sign_file(&key, b"packs", "version 1\nand more");
        assert_eq!(signed_comment(&key.public(), b"packs", signature.as_bytes()), Some("version 1 and more"));
        assert_eq!(signed_comment(&key.public(), b"pacts", signature.as_bytes()), None);
        assert_eq!(signed_comment(&other, b"packs", signature.as_bytes()), None);
        for at in 0..signature.len() {
            let mut damaged = signature.clone().into_bytes();
            damaged[at] ^= 1;
            assert_eq!(signed_comment(&key.public(), b"packs", &damaged), None, "byte {at}");
        }
        assert_eq!(signed_comment(&key.public(), b"packs", b""), None);
    }
}
