//! Ed25519 keys and their two faces: minisign files and the raw signature with a PEM key that openssl reads.

use core::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use blake2::{Blake2b512, Digest as _};
use ed25519_dalek::{Signature, Signer as _, VerifyingKey};
use zeroize::Zeroizing;

use argine_model::Sha256;

const KEY_COMMENT: &str = "untrusted comment: minisign public key ";
const SIGNATURE_COMMENT: &str = "untrusted comment: signature from argine secret key";
const TRUSTED_COMMENT: &str = "trusted comment: ";
/// minisign's name of a plain key.
const KEY_ALGORITHM: &[u8; 2] = b"Ed";
/// minisign's name of a signature over the BLAKE2b-512 of the file, the default since 0.10.
const PREHASHED: &[u8; 2] = b"ED";
/// The `SubjectPublicKeyInfo` of an Ed25519 key (RFC 8410 §4) up to the 32 bytes of the key.
const SPKI_PREFIX: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const PEM_BEGIN: &str = "-----BEGIN PUBLIC KEY-----\n";
const PEM_END: &str = "\n-----END PUBLIC KEY-----\n";

/// The secret key of a device. Wiped from memory when dropped; never shown.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key that grows from 32 random bytes (RFC 8032 §5.1.5).
    pub fn from_seed(seed: &Zeroizing<[u8; 32]>) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The half that everybody may know.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The raw signature of `message`, 64 bytes.
    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }

    /// The signature of `message` as a minisign file.
    pub(crate) fn sign_minisign(&self, message: &[u8], trusted_comment: &str) -> String {
        let signature = self.sign(&Blake2b512::digest(message));
        let global = self.sign(&[signature.as_slice(), trusted_comment.as_bytes()].concat());
        Minisignature { key: self.public().id(), signature, trusted_comment: trusted_comment.to_owned(), global }
            .render()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey(of {})", self.public().id())
    }
}

/// The short name of a key, shown as minisign shows it: 16 hexadecimal digits.
///
/// The first 8 bytes of the SHA-256 of the public key. Short enough to read aloud, too short to stand for the key:
/// compare whole keys where it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; 8]);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016X}", u64::from_le_bytes(self.0))
    }
}

impl serde::Serialize for KeyId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The public key of a device.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// The key in the base64 line of a minisign public key, as `minisign -P` takes it.
    pub fn parse(line: &str) -> Option<Self> {
        let bytes = BASE64.decode(line).ok()?;
        let (algorithm, rest) = bytes.split_first_chunk::<2>()?;
        let (id, key) = rest.split_first_chunk::<8>()?;
        let key = Self(VerifyingKey::from_bytes(key.try_into().ok()?).ok()?);
        (algorithm == KEY_ALGORITHM && key.id().0 == *id).then_some(key)
    }

    /// The key in its 32 bytes (RFC 8032 §5.1.2).
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(VerifyingKey::from_bytes(bytes.try_into().ok()?).ok()?))
    }

    /// The base64 line of the minisign public key.
    pub fn to_line(&self) -> String {
        BASE64.encode([KEY_ALGORITHM.as_slice(), &self.id().0, self.0.as_bytes()].concat())
    }

    /// Its short name.
    pub fn id(&self) -> KeyId {
        let digest = Sha256::of(self.0.as_bytes());
        KeyId(digest.as_bytes().first_chunk().copied().unwrap_or_default())
    }

    /// `key.pub`: what `minisign -p` reads.
    pub(crate) fn to_minisign(self) -> String {
        format!("{KEY_COMMENT}{}\n{}\n", self.id(), self.to_line())
    }

    /// `key.pem`: what openssl reads.
    pub(crate) fn to_pem(self) -> String {
        let der = [SPKI_PREFIX.as_slice(), self.0.as_bytes()].concat();
        format!("{PEM_BEGIN}{}{PEM_END}", BASE64.encode(der))
    }

    /// The key in exactly the bytes that [`Self::to_minisign`] writes.
    pub(crate) fn from_minisign(bytes: &[u8]) -> Option<Self> {
        let key = Self::parse(str::from_utf8(bytes).ok()?.lines().nth(1)?)?;
        (key.to_minisign().as_bytes() == bytes).then_some(key)
    }

    /// The key in exactly the bytes that [`Self::to_pem`] writes.
    pub(crate) fn from_pem(bytes: &[u8]) -> Option<Self> {
        let body = str::from_utf8(bytes).ok()?.strip_prefix(PEM_BEGIN)?.strip_suffix(PEM_END)?;
        let der = BASE64.decode(body).ok()?;
        let key = der.strip_prefix(&SPKI_PREFIX)?.try_into().ok()?;
        let key = Self(VerifyingKey::from_bytes(key).ok()?);
        (key.to_pem().as_bytes() == bytes).then_some(key)
    }

    /// Whether `signature` is this key's signature of `message` (RFC 8032, no malleable or weak forms).
    pub(crate) fn accepts(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }

    /// Whether `file` is a minisign file, canonical to the byte, in which this key signs `message` with `comment`.
    pub(crate) fn accepts_minisign(&self, message: &[u8], comment: &str, file: &[u8]) -> bool {
        Minisignature::parse(file).is_some_and(|parsed| {
            parsed.key == self.id()
                && parsed.trusted_comment == comment
                && self.accepts(&Blake2b512::digest(message), &parsed.signature)
                && self.accepts(&[parsed.signature.as_slice(), comment.as_bytes()].concat(), &parsed.global)
        })
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.to_line())
    }
}

/// The four lines of a `.minisig` file.
struct Minisignature {
    key: KeyId,
    signature: [u8; 64],
    trusted_comment: String,
    global: [u8; 64],
}

impl Minisignature {
    fn render(&self) -> String {
        let signature = BASE64.encode([PREHASHED.as_slice(), &self.key.0, &self.signature].concat());
        let global = BASE64.encode(self.global);
        format!("{SIGNATURE_COMMENT}\n{signature}\n{TRUSTED_COMMENT}{}\n{global}\n", self.trusted_comment)
    }

    /// minisign does not sign the first line; we ask for the line that we write, so that every byte counts.
    fn parse(file: &[u8]) -> Option<Self> {
        let mut lines = str::from_utf8(file).ok()?.lines().skip(1);
        let body = BASE64.decode(lines.next()?).ok()?;
        let rest = body.strip_prefix(PREHASHED)?;
        let (key, signature) = rest.split_first_chunk::<8>()?;
        let parsed = Self {
            key: KeyId(*key),
            signature: signature.try_into().ok()?,
            trusted_comment: lines.next()?.strip_prefix(TRUSTED_COMMENT)?.to_owned(),
            global: BASE64.decode(lines.next()?).ok()?.try_into().ok()?,
        };
        (parsed.render().as_bytes() == file).then_some(parsed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_seed(&Zeroizing::new([seed; 32]))
    }

    #[test]
    fn signs_as_rfc_8032_does() {
        // RFC 8032 §7.1, test 3.
        let seed = [
            0xc5, 0xaa, 0x8d, 0xf4, 0x3f, 0x9f, 0x83, 0x7b, 0xed, 0xb7, 0x44, 0x2f, 0x31, 0xdc, 0xb7, 0xb1, 0x66, 0xd3,
            0x85, 0x35, 0x07, 0x6f, 0x09, 0x4b, 0x85, 0xce, 0x3a, 0x2e, 0x0b, 0x44, 0x58, 0xf7,
        ];
        let signature = SigningKey::from_seed(&Zeroizing::new(seed)).sign(&[0xaf, 0x82]);
        assert!(signature.starts_with(&[0x62, 0x91, 0xd6, 0x57, 0xde, 0xec, 0x24, 0x02]));
    }

    #[test]
    fn every_byte_of_key_and_signature_files_counts() {
        let public = key(1).public();
        let minisig = key(1).sign_minisign(b"root", "comment");
        assert!(public.accepts_minisign(b"root", "comment", minisig.as_bytes()));
        assert!(!public.accepts_minisign(b"roof", "comment", minisig.as_bytes()));
        assert!(!public.accepts_minisign(b"root", "other", minisig.as_bytes()));
        assert!(!key(2).public().accepts_minisign(b"root", "comment", minisig.as_bytes()));
        let damaged = |text: &str, index: usize| {
            let mut bytes = text.as_bytes().to_vec();
            bytes[index] ^= 1;
            bytes
        };
        for index in 0..minisig.len() {
            assert!(!public.accepts_minisign(b"root", "comment", &damaged(&minisig, index)), "minisig byte {index}");
        }
        assert_eq!(PublicKey::from_minisign(public.to_minisign().as_bytes()), Some(public));
        for index in 0..public.to_minisign().len() {
            assert_ne!(PublicKey::from_minisign(&damaged(&public.to_minisign(), index)), Some(public), "{index}");
        }
        assert_eq!(PublicKey::from_pem(public.to_pem().as_bytes()), Some(public));
        for index in 0..public.to_pem().len() {
            assert_ne!(PublicKey::from_pem(&damaged(&public.to_pem(), index)), Some(public), "{index}");
        }
    }

    #[test]
    fn the_secret_is_never_shown() {
        assert_eq!(format!("{:?}", key(7)), format!("SigningKey(of {})", key(7).public().id()));
    }
}
