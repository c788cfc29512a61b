//! From the certificate of a signer to a root (RFC 5280 §6, without revocation, names constrained or mapped policies).

use cms::cert::CertificateChoices;
use cms::signed_data::{SignedData, SignerIdentifier};
use der::Encode as _;
use der::asn1::ObjectIdentifier;
use jiff::Timestamp;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage, SubjectKeyIdentifier};
use x509_cert::time::Time;

use super::StampError;
use super::signature;

const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
/// Critical extensions that are understood here, or that limit nothing that matters here (certificate policies).
const UNDERSTOOD: [&str; 5] = ["2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.32", "2.5.29.37"];
/// Certificates of one answer: more are an attack on our time.
const MOST_CERTIFICATES: usize = 16;
/// Certificates between signer and root.
const LONGEST_CHAIN: usize = 8;

/// The certificate of a signer and those that came with it.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    signer: Certificate,
    others: Vec<Certificate>,
}

impl Chain {
    /// The certificates of an answer, the one that `signer` names first.
    pub(super) fn of(answer: &SignedData, signer: &SignerIdentifier) -> Result<Self, StampError> {
        let given = answer.certificates.as_ref().ok_or(StampError::WrongCertificate)?;
        let mut others: Vec<Certificate> = Vec::new();
        for choice in given.0.iter() {
            match choice {
                CertificateChoices::Certificate(certificate) => others.push(certificate.clone()),
                CertificateChoices::Other(_) => return Err(StampError::Unsupported),
            }
        }
        if others.len() > MOST_CERTIFICATES {
            return Err(StampError::Malformed);
        }
        let place = others.iter().position(|certificate| is_named(certificate, signer));
        let signer = others.remove(place.ok_or(StampError::WrongCertificate)?);
        Ok(Self { signer, others })
    }

    pub(super) const fn signer(&self) -> &Certificate {
        &self.signer
    }

    /// Every certificate, the signer's first.
    pub(super) fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        core::iter::once(&self.signer).chain(&self.others)
    }

    pub(super) fn signer_name(&self) -> String {
        let name = self.signer.tbs_certificate().subject();
        let readable = || name.iter().filter_map(|part| Some((part.oid, str::from_utf8(part.value.value()).ok()?)));
        let common = readable().find(|(kind, _)| *kind == COMMON_NAME);
        // Without a common name its parts, as they stand. Their kinds would bring a table of every name that exists.
        common.map_or_else(
            || readable().map(|(_, words)| words).collect::<Vec<_>>().join(", "),
            |(_, words)| words.to_owned(),
        )
    }

    /// Whether the signer may stamp times (RFC 3161 §2.3: critical, and nothing else), and might at `time`.
    pub(super) fn check_signer(&self, time: Timestamp) -> Result<(), StampError> {
        let usage = self.signer.tbs_certificate().get_extension::<ExtendedKeyUsage>();
        match usage.map_err(|_| StampError::Malformed)? {
            Some((true, usage)) if usage.0 == [TIME_STAMPING] => {}
            _ => return Err(StampError::WrongPurpose),
        }
        if is_understood(&self.signer) && is_valid(&self.signer, time) { Ok(()) } else { Err(StampError::Expired) }
    }

    /// Whether valid certificates lead from the signer to one of `roots`. Each is looked at once, so that a tangle of
    /// cross-signed certificates costs no more than a line of them.
    pub(super) fn reaches(&self, roots: &[Certificate], time: Timestamp) -> Result<(), StampError> {
        let mut left: Vec<&Certificate> = self.others.iter().collect();
        let mut reached = vec![&self.signer];
        let mut expired = false;
        for length in 0..LONGEST_CHAIN {
            for certificate in &reached {
                let issuers = roots.iter().filter(|root| *root == *certificate || signed(root, certificate, length));
                for root in issuers {
                    if is_valid(root, time) {
                        return Ok(());
                    }
                    expired = true;
                }
            }
            let (next, rest): (Vec<_>, Vec<_>) = left
                .into_iter()
                .partition(|issuer| reached.iter().any(|certificate| signed(issuer, certificate, length)));
            left = rest;
            expired |= next.iter().any(|issuer| !is_valid(issuer, time));
            reached = next.into_iter().filter(|issuer| is_valid(issuer, time)).collect();
        }
        Err(if expired { StampError::Expired } else { StampError::Untrusted })
    }
}

fn is_named(certificate: &Certificate, signer: &SignerIdentifier) -> bool {
    let inner = certificate.tbs_certificate();
    match signer {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            inner.issuer() == &named.issuer && inner.serial_number() == &named.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            let own = inner.get_extension::<SubjectKeyIdentifier>().ok().flatten();
            own.is_some_and(|(_, own)| own.0 == named.0)
        }
    }
}

/// Whether `issuer` is a certificate authority that signed `certificate`, `below` authorities standing under it.
fn signed(issuer: &Certificate, certificate: &Certificate, below: usize) -> bool {
    let (authority, inner) = (issuer.tbs_certificate(), certificate.tbs_certificate());
    if authority.subject() != inner.issuer() || !is_understood(issuer) {
        return false;
    }
    let constraints = authority.get_extension::<BasicConstraints>().ok().flatten();
    let may_issue = constraints.is_some_and(|(_, constraints)| {
        constraints.ca && constraints.path_len_constraint.is_none_or(|longest| below <= usize::from(longest))
    });
    let may_sign = match authority.get_extension::<KeyUsage>() {
        Ok(usage) => usage.is_none_or(|(_, usage)| usage.key_cert_sign()),
        Err(_) => false,
    };
    let same_algorithm = inner.signature() == certificate.signature_algorithm();
    let (Ok(message), Some(signature)) = (inner.to_der(), certificate.signature().as_bytes()) else { return false };
    let key = authority.subject_public_key_info();
    let algorithm = &certificate.signature_algorithm().oid;
    may_issue && may_sign && same_algorithm && signature::verify(key, algorithm, None, &message, signature).is_ok()
}

fn is_understood(certificate: &Certificate) -> bool {
    let extensions = certificate.tbs_certificate().extensions();
    extensions.is_none_or(|extensions| {
        let critical = extensions.iter().filter(|extension| extension.critical);
        critical.into_iter().all(|extension| UNDERSTOOD.iter().any(|known| extension.extn_id.to_string() == *known))
    })
}

fn is_valid(certificate: &Certificate, time: Timestamp) -> bool {
    let validity = certificate.tbs_certificate().validity();
    let second = |time: &Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    (second(&validity.not_before)..=second(&validity.not_after)).contains(&time.as_second())
}
