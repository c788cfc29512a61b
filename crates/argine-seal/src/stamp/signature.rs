//! Signatures that authorities use: RSA (PKCS #1 v1.5), ECDSA on P-256 and P-384, Ed25519; SHA-2 only.

use der::Encode as _;
use der::asn1::ObjectIdentifier;
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use rsa::pkcs8::DecodePublicKey as _;
use rsa::traits::PublicKeyParts as _;
use rsa::{Pkcs1v15Sign, RsaPublicKey};
use sha2::Digest as _;
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use super::StampError;
use crate::PublicKey;

const SHA_1_AND_OLDER: [&str; 6] = [
    "1.3.14.3.2.26",
    "1.2.840.113549.2.5",
    "1.2.840.113549.1.1.4",
    "1.2.840.113549.1.1.5",
    "1.2.840.10045.4.1",
    "1.2.840.10040.4.3",
];
const RSA_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
/// NIST SP 800-131A: nothing below.
const SMALLEST_RSA_BITS: u32 = 2048;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    const ALL: [Self; 3] = [Self::Sha256, Self::Sha384, Self::Sha512];

    pub(super) const fn oid(self) -> ObjectIdentifier {
        ObjectIdentifier::new_unwrap(match self {
            Self::Sha256 => "2.16.840.1.101.3.4.2.1",
            Self::Sha384 => "2.16.840.1.101.3.4.2.2",
            Self::Sha512 => "2.16.840.1.101.3.4.2.3",
        })
    }

    /// `sha256WithRSAEncryption` and its like, and `ecdsa-with-SHA256` and its like.
    const fn signing_oids(self) -> [ObjectIdentifier; 2] {
        let (rsa, ecdsa) = match self {
            Self::Sha256 => ("1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"),
            Self::Sha384 => ("1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"),
            Self::Sha512 => ("1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4"),
        };
        [ObjectIdentifier::new_unwrap(rsa), ObjectIdentifier::new_unwrap(ecdsa)]
    }

    pub(super) fn of(oid: &ObjectIdentifier) -> Result<Self, StampError> {
        Self::ALL.into_iter().find(|hash| hash.oid() == *oid).ok_or_else(|| unknown(oid))
    }

    pub(super) fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => sha2::Sha256::digest(bytes).to_vec(),
            Self::Sha384 => sha2::Sha384::digest(bytes).to_vec(),
            Self::Sha512 => sha2::Sha512::digest(bytes).to_vec(),
        }
    }

    fn padding(self) -> Pkcs1v15Sign {
        match self {
            Self::Sha256 => Pkcs1v15Sign::new::<sha2::Sha256>(),
            Self::Sha384 => Pkcs1v15Sign::new::<sha2::Sha384>(),
            Self::Sha512 => Pkcs1v15Sign::new::<sha2::Sha512>(),
        }
    }
}

/// Whether `signature` by `key` over `message` is good. A CMS signature may name the key's algorithm alone; then
/// `hash` is the one that it names beside.
pub(super) fn verify(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &ObjectIdentifier,
    hash: Option<Hash>,
    message: &[u8],
    signature: &[u8],
) -> Result<(), StampError> {
    let bytes = key.subject_public_key.as_bytes().ok_or(StampError::Malformed)?;
    if key.algorithm.oid == ED25519 {
        let good =
            *algorithm == ED25519 && PublicKey::from_bytes(bytes).is_some_and(|key| key.accepts(message, signature));
        return if good { Ok(()) } else { Err(StampError::BadSignature) };
    }
    let named = Hash::ALL.into_iter().find(|hash| hash.signing_oids().contains(algorithm));
    let bare = hash.filter(|_| *algorithm == RSA_KEY || *algorithm == EC_KEY);
    let hash = match (named, hash) {
        (Some(named), Some(hash)) if named != hash => return Err(StampError::BadSignature),
        _ => named.or(bare).ok_or_else(|| unknown(algorithm))?,
    };
    let digest = hash.digest(message);
    let curve = key.algorithm.parameters.as_ref().and_then(|curve| curve.decode_as::<ObjectIdentifier>().ok());
    let good = match (key.algorithm.oid, curve) {
        (RSA_KEY, _) => {
            let document = key.to_der().map_err(|_| StampError::Malformed)?;
            let key = RsaPublicKey::from_public_key_der(&document).map_err(|_| StampError::Unsupported)?;
            if key.n().bits() < SMALLEST_RSA_BITS {
                return Err(StampError::Unsupported);
            }
            key.verify(hash.padding(), &digest, signature).is_ok()
        }
        (EC_KEY, Some(P256)) => {
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(bytes).map_err(|_| StampError::Malformed)?;
            p256::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok())
        }
        (EC_KEY, Some(P384)) => {
            let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(bytes).map_err(|_| StampError::Malformed)?;
            p384::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok())
        }
        (other, _) => return Err(unknown(&other)),
    };
    if good { Ok(()) } else { Err(StampError::BadSignature) }
}

fn unknown(oid: &ObjectIdentifier) -> StampError {
    let weak = SHA_1_AND_OLDER.iter().any(|weak| ObjectIdentifier::new(weak).as_ref() == Ok(oid));
    if weak { StampError::WeakHash } else { StampError::Unsupported }
}
