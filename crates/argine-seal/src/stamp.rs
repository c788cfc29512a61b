//! Time-stamps of RFC 3161: what is asked, what the answer says, and whom it convinces.

mod certificates;
mod response;
mod signature;

use argine_model::Sha256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use der::Encode as _;
use jiff::Timestamp;
use serde::Serialize;

use certificates::Chain;
use response::Token;

/// Why a time-stamp does not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum StampError {
    /// The bytes are no answer of RFC 3161, or an answer with two signers.
    #[error("the answer is no time-stamp of RFC 3161")]
    Malformed,
    /// The authority answered, and refused.
    #[error("the authority refused the request")]
    Refused,
    /// It stamps something else.
    #[error("the time-stamp is of something else")]
    WrongImprint,
    /// It answers another request: a replay.
    #[error("the time-stamp answers another request")]
    WrongNonce,
    /// SHA-1 or older stands somewhere in it.
    #[error("the time-stamp rests on SHA-1 or older")]
    WeakHash,
    /// A signature algorithm or a key size that this program does not know, or does not trust.
    #[error("the time-stamp is signed in a way that is not known")]
    Unsupported,
    /// The certificate of the signer is not in the answer, or not the one that the signature names.
    #[error("the certificate of the signer is missing or another one")]
    WrongCertificate,
    /// The signature does not fit.
    #[error("the signature of the time-stamp is not good")]
    BadSignature,
    /// The certificate is not for time-stamping (RFC 3161 §2.3).
    #[error("the certificate is not one for time-stamping")]
    WrongPurpose,
    /// A certificate was not valid at the time that is stamped.
    #[error("a certificate was not valid at that time")]
    Expired,
    /// No chain of certificates leads to a root that the person trusts.
    #[error("no chain leads to a trusted root")]
    Untrusted,
}

impl StampError {
    /// The key of its sentence in the catalogue: `stamp-error-<code>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Refused => "refused",
            Self::WrongImprint => "wrong-imprint",
            Self::WrongNonce => "wrong-nonce",
            Self::WeakHash => "weak-hash",
            Self::Unsupported => "unsupported",
            Self::WrongCertificate => "wrong-certificate",
            Self::BadSignature => "bad-signature",
            Self::WrongPurpose => "wrong-purpose",
            Self::Expired => "expired",
            Self::Untrusted => "untrusted",
        }
    }

    /// Every reason, for catalogues.
    pub const ALL: [Self; 11] = [
        Self::Malformed,
        Self::Refused,
        Self::WrongImprint,
        Self::WrongNonce,
        Self::WeakHash,
        Self::Unsupported,
        Self::WrongCertificate,
        Self::BadSignature,
        Self::WrongPurpose,
        Self::Expired,
        Self::Untrusted,
    ];
}

/// The random number that ties an answer to its request. Eight bytes, as `openssl ts` sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StampNonce(pub [u8; 8]);

/// The whole of what leaves the device: a `TimeStampReq` (RFC 3161 §2.4.1) with the digest of a root, the nonce, and
/// the wish to get the certificate back.
///
/// # Errors
/// [`StampError::Malformed`] when it cannot be encoded, which does not happen.
pub fn stamp_request(root: Sha256, nonce: StampNonce) -> Result<Vec<u8>, StampError> {
    response::request(root, nonce).map_err(|_| StampError::Malformed)
}

/// A time-stamp whose own signature is good. Whose word it is, only [`TimeStamp::trust`] says.
#[derive(Debug, Clone)]
pub struct TimeStamp {
    time: Timestamp,
    chain: Chain,
}

impl TimeStamp {
    /// Reads a `TimeStampResp` over the root with the digest `root`; with the nonce of the request where it is known.
    ///
    /// Checked are: status, imprint, nonce, the signature over the signed attributes, that these name the content and
    /// the certificate (`ESSCertIDv2`, RFC 5816), that the certificate is for time-stamping alone and was valid then.
    ///
    /// # Errors
    /// What does not hold.
    pub fn read(response: &[u8], root: Sha256, nonce: Option<StampNonce>) -> Result<Self, StampError> {
        let token = Token::parse(response)?;
        let info = token.info()?;
        if info.imprint_of_sha256()? != root {
            return Err(StampError::WrongImprint);
        }
        if nonce.is_some_and(|nonce| !info.answers(nonce)) {
            return Err(StampError::WrongNonce);
        }
        let chain = token.verified_signer()?;
        let time = info.time()?;
        chain.check_signer(time)?;
        Ok(Self { time, chain })
    }

    /// When the authority saw the root.
    pub const fn time(&self) -> Timestamp {
        self.time
    }

    /// The authority, as its own certificate names it: the common name, or the whole name (RFC 4514).
    pub fn authority(&self) -> String {
        self.chain.signer_name()
    }

    /// Whether a chain of certificates, all valid at the stamped time, leads to one of `roots`.
    ///
    /// Revocation is not looked up: lists of later years are not in the case.
    ///
    /// # Errors
    /// [`StampError::Expired`] or [`StampError::Untrusted`].
    pub fn trust(&self, roots: &TrustRoots) -> Result<(), StampError> {
        self.chain.reaches(&roots.0, self.time)
    }

    /// Every certificate of the answer in PEM, signer first: what `openssl ts -verify -untrusted` takes.
    pub fn certificates_pem(&self) -> String {
        let mut pem = String::new();
        for certificate in self.chain.certificates() {
            let body = BASE64.encode(certificate.to_der().unwrap_or_default());
            pem.push_str(PEM_BEGIN);
            for line in body.as_bytes().chunks(64) {
                pem.push('\n');
                pem.push_str(str::from_utf8(line).unwrap_or_default());
            }
            pem.extend(["\n", PEM_END, "\n"]);
        }
        pem
    }
}

const PEM_BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const PEM_END: &str = "-----END CERTIFICATE-----";

/// Certificates that the person trusts: the roots of authorities, from a list that they chose.
#[derive(Debug, Clone)]
pub struct TrustRoots(Vec<x509_cert::Certificate>);

impl TrustRoots {
    /// The certificates in a PEM file, at least one.
    ///
    /// # Errors
    /// [`StampError::Malformed`] when there is none or one of them cannot be read.
    pub fn parse(pem: &str) -> Result<Self, StampError> {
        let mut roots = Vec::new();
        for block in pem.split(PEM_BEGIN).skip(1) {
            let (body, _) = block.split_once(PEM_END).ok_or(StampError::Malformed)?;
            let body: String = body.split_ascii_whitespace().collect();
            let bytes = BASE64.decode(body).map_err(|_| StampError::Malformed)?;
            roots.push(der::Decode::from_der(&bytes).map_err(|_| StampError::Malformed)?);
        }
        if roots.is_empty() { Err(StampError::Malformed) } else { Ok(Self(roots)) }
    }
}
