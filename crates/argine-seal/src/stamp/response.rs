//! The structures of RFC 3161 and how the signature of an answer is checked (RFC 5652 §5.4, RFC 5816).

use argine_model::Sha256;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerInfo};
use der::asn1::{Any, Int, ObjectIdentifier, OctetString};
use der::{Decode, Encode as _, Sequence, Tag, Tagged as _};
use jiff::Timestamp;
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::certificates::Chain;
use super::signature::{self, Hash};
use super::{StampError, StampNonce};

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const TIME_STAMP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// `PKIStatus`: granted, granted with modifications.
const GRANTED: [&[u8]; 2] = [&[0], &[1]];

#[derive(Sequence)]
struct MessageImprint {
    algorithm: AlgorithmIdentifierOwned,
    digest: OctetString,
}

#[derive(Sequence)]
struct Request {
    version: u8,
    imprint: MessageImprint,
    nonce: Int,
    certificate_wanted: bool,
}

/// The request for a digest (RFC 3161 §2.4.1).
pub(super) fn request(root: Sha256, nonce: StampNonce) -> der::Result<Vec<u8>> {
    let algorithm = AlgorithmIdentifierOwned { oid: Hash::Sha256.oid(), parameters: None };
    let digest = OctetString::new(root.as_bytes().as_slice())?;
    let imprint = MessageImprint { algorithm, digest };
    Request { version: 1, imprint, nonce: integer(nonce)?, certificate_wanted: true }.to_der()
}

/// The nonce as a positive integer in its shortest form.
fn integer(StampNonce(bytes): StampNonce) -> der::Result<Int> {
    let mut padded = vec![0];
    padded.extend_from_slice(&bytes);
    while padded.len() > 1 && padded.first() == Some(&0) && padded.get(1).is_some_and(|next| *next < 0x80) {
        padded.remove(0);
    }
    Int::new(&padded)
}

#[derive(Sequence)]
struct Response {
    status: Status,
    token: Option<ContentInfo>,
}

#[derive(Sequence)]
struct Status {
    code: Int,
    text: Option<Vec<Any>>,
    failure: Option<der::asn1::BitString>,
}

/// `TSTInfo` (RFC 3161 §2.4.2). What is not used is kept as it came.
#[derive(Sequence)]
pub(super) struct Info {
    version: u8,
    policy: ObjectIdentifier,
    imprint: MessageImprint,
    serial: Int,
    /// A `GeneralizedTime` that, unlike elsewhere in DER, may hold fractions of a second.
    time: Any,
    #[asn1(optional = "true")]
    accuracy: Option<Accuracy>,
    #[asn1(default = "Default::default")]
    ordering: bool,
    nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    authority: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    extensions: Option<x509_cert::ext::Extensions>,
}

#[derive(Sequence)]
struct Accuracy {
    seconds: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    millis: Option<Int>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    micros: Option<Int>,
}

impl Info {
    pub(super) fn imprint_of_sha256(&self) -> Result<Sha256, StampError> {
        if Hash::of(&self.imprint.algorithm.oid)? != Hash::Sha256 {
            return Err(StampError::WrongImprint);
        }
        let digest = self.imprint.digest.as_bytes().try_into().map_err(|_| StampError::Malformed)?;
        Ok(Sha256::from_bytes(digest))
    }

    pub(super) fn answers(&self, nonce: StampNonce) -> bool {
        integer(nonce).is_ok_and(|nonce| self.nonce.as_ref() == Some(&nonce))
    }

    /// `YYYYMMDDhhmmss[.fraction]Z`; a fraction does not end with a zero (RFC 3161 §2.4.2).
    pub(super) fn time(&self) -> Result<Timestamp, StampError> {
        let text = str::from_utf8(self.time.value()).ok().filter(|_| self.time.tag() == Tag::GeneralizedTime);
        let digits = text.and_then(|text| text.strip_suffix('Z')).ok_or(StampError::Malformed)?;
        let (seconds, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        if seconds.len() != 14 || [seconds, fraction].iter().any(|part| !is_digits(part)) {
            return Err(StampError::Malformed);
        }
        let part = |from: usize, to: usize| seconds.get(from..to).unwrap_or_default();
        let iso = format!(
            "{}-{}-{}T{}:{}:{}.{}Z",
            part(0, 4),
            part(4, 6),
            part(6, 8),
            part(8, 10),
            part(10, 12),
            part(12, 14),
            fraction.get(..fraction.len().min(9)).unwrap_or_default(),
        );
        iso.parse().map_err(|_| StampError::Malformed)
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The signed part of an answer.
pub(super) struct Token {
    signed: SignedData,
    signer: SignerInfo,
    content: Vec<u8>,
}

impl Token {
    /// The token of an answer that was granted.
    pub(super) fn parse(response: &[u8]) -> Result<Self, StampError> {
        let malformed = |_| StampError::Malformed;
        let response = Response::from_der(response).map_err(malformed)?;
        if !GRANTED.contains(&response.status.code.as_bytes()) {
            return Err(StampError::Refused);
        }
        let token = response.token.ok_or(StampError::Malformed)?;
        let signed: SignedData = token.content.decode_as().map_err(malformed)?;
        let content = &signed.encap_content_info;
        if token.content_type != SIGNED_DATA || content.econtent_type != TIME_STAMP {
            return Err(StampError::Malformed);
        }
        let content: OctetString =
            content.econtent.as_ref().ok_or(StampError::Malformed)?.decode_as().map_err(malformed)?;
        // RFC 3161 §2.4.2: one signature, the authority's.
        let [authority] = signed.signer_infos.0.as_slice() else { return Err(StampError::Malformed) };
        Ok(Self { signer: authority.clone(), content: content.into_bytes().into(), signed })
    }

    pub(super) fn info(&self) -> Result<Info, StampError> {
        Info::from_der(&self.content).map_err(|_| StampError::Malformed)
    }

    /// The certificate that made a good signature, with the others that came along.
    pub(super) fn verified_signer(&self) -> Result<Chain, StampError> {
        let hash = Hash::of(&self.signer.digest_alg.oid)?;
        let attributes = self.signer.signed_attrs.as_ref().ok_or(StampError::Malformed)?;
        let one = |oid: ObjectIdentifier| {
            let mut named = attributes.iter().filter(|attribute| attribute.oid == oid);
            let attribute = named.next().filter(|_| named.next().is_none())?;
            attribute.values.get(0).filter(|_| attribute.values.len() == 1)
        };
        let content_type: Option<ObjectIdentifier> = one(CONTENT_TYPE).and_then(|value| value.decode_as().ok());
        let digest: Option<OctetString> = one(MESSAGE_DIGEST).and_then(|value| value.decode_as().ok());
        if content_type != Some(TIME_STAMP) {
            return Err(StampError::Malformed);
        }
        if digest.is_none_or(|digest| digest.as_bytes() != hash.digest(&self.content)) {
            return Err(StampError::BadSignature);
        }
        let named = match (one(SIGNING_CERTIFICATE_V2), one(SIGNING_CERTIFICATE)) {
            (Some(value), _) => value.decode_as::<SigningCertificate>().map_err(|_| StampError::Malformed)?,
            // The first version of the attribute names the certificate by SHA-1.
            (None, Some(_)) => return Err(StampError::WeakHash),
            (None, None) => return Err(StampError::WrongCertificate),
        };
        let chain = Chain::of(&self.signed, &self.signer.sid)?;
        let named = named.certificates.first().ok_or(StampError::WrongCertificate)?;
        let by = named.algorithm.as_ref().map_or(Ok(Hash::Sha256), |algorithm| Hash::of(&algorithm.oid))?;
        let certificate = chain.signer().to_der().map_err(|_| StampError::Malformed)?;
        if by.digest(&certificate) != named.digest.as_bytes() {
            return Err(StampError::WrongCertificate);
        }
        let message = attributes.to_der().map_err(|_| StampError::Malformed)?;
        let key = chain.signer().tbs_certificate().subject_public_key_info();
        let signature = self.signer.signature.as_bytes();
        signature::verify(key, &self.signer.signature_algorithm.oid, Some(hash), &message, signature)?;
        Ok(chain)
    }
}

/// `SigningCertificateV2` (RFC 5035 §3).
#[derive(Sequence)]
struct SigningCertificate {
    certificates: Vec<CertificateName>,
    policies: Option<Any>,
}

/// `ESSCertIDv2`.
#[derive(Sequence)]
struct CertificateName {
    algorithm: Option<AlgorithmIdentifierOwned>,
    digest: OctetString,
    issuer: Option<Any>,
}
