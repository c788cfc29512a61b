//! Packs that replace those of the program: only signed by a trusted key, only newer.

use argine_knowledge::{Knowledge, KnowledgeError, LintFinding, PackVersion, lint};
use argine_seal::{PublicKey, signed_comment};

/// Why a bundle of packs was refused. The packs of the program stay in use.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// No trusted key signed these bytes.
    #[error("no trusted key signed the bundle")]
    BadSignature,
    /// It is no text.
    #[error("the bundle is no UTF-8 text")]
    NotText,
    /// It does not have the form of packs.
    #[error("the bundle cannot be used")]
    Malformed(#[from] KnowledgeError),
    /// It is older than the packs in use.
    #[error("the bundle is of {bundle}, the packs in use are of {current}")]
    Older {
        /// Its version.
        bundle: PackVersion,
        /// The version of the packs in use.
        current: PackVersion,
    },
    /// It has the version of the packs in use and says something else.
    #[error("the bundle says {0}, as the packs in use, and holds something else")]
    SameVersion(PackVersion),
    /// The lint finds something in it that must not be shown to people.
    #[error("the packs of the bundle break {} of their rules", .0.len())]
    Lint(Vec<LintFinding>),
}

/// The keys whose bundles every copy of the program accepts: `knowledge/trusted.keys`.
pub fn trusted_keys() -> Vec<PublicKey> {
    let lines = include_str!("../../../knowledge/trusted.keys").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(PublicKey::parse).collect()
}

/// The packs of a bundle, where one of `trusted` signed it and it is not older than `current`.
///
/// The signature is checked before a byte of the bundle is read.
///
/// # Errors
/// [`BundleError`] says why it was refused.
pub fn signed_knowledge(
    bundle: &[u8],
    signature: &[u8],
    trusted: &[PublicKey],
    current: &Knowledge,
) -> Result<Knowledge, BundleError> {
    if !trusted.iter().any(|key| signed_comment(key, bundle, signature).is_some()) {
        return Err(BundleError::BadSignature);
    }
    let text = str::from_utf8(bundle).map_err(|_| BundleError::NotText)?;
    let knowledge = Knowledge::from_bundle(text)?;
    let (bundle, current_version) = (*knowledge.version(), *current.version());
    if bundle < current_version {
        return Err(BundleError::Older { bundle, current: current_version });
    }
    if bundle == current_version && knowledge.digest() != current.digest() {
        return Err(BundleError::SameVersion(bundle));
    }
    let findings = lint(&knowledge);
    if findings.is_empty() { Ok(knowledge) } else { Err(BundleError::Lint(findings)) }
}

#[cfg(test)]
mod tests {
    use argine_seal::{SigningKey, sign_file};
    use zeroize::Zeroizing;

    use super::*;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_seed(&Zeroizing::new([seed; 32]))
    }

    /// The embedded packs under another version, with another word in them.
    fn bundle(version: &str, replace: (&str, &str)) -> String {
        let embedded = Knowledge::embedded_bundle();
        let current = Knowledge::embedded().unwrap_or_else(|error| panic!("{error}")).version().to_string();
        // Each replacement keeps the length: the sizes in the bundle hold.
        assert_eq!((version.len(), replace.0.len()), (current.len(), replace.1.len()));
        embedded.replacen(&format!("\"{current}\""), &format!("\"{version}\""), 1).replacen(replace.0, replace.1, 1)
    }

    fn load(bundle: &str, signer: u8) -> Result<Knowledge, BundleError> {
        let current = Knowledge::embedded().unwrap_or_else(|error| panic!("{error}"));
        let signature = sign_file(&key(signer), bundle.as_bytes(), "packs");
        signed_knowledge(bundle.as_bytes(), signature.as_bytes(), &[key(1).public(), key(2).public()], &current)
    }

    const SAME: (&str, &str) = ("", "");

    #[test]
    fn every_line_of_the_trusted_keys_is_a_key() {
        let lines = include_str!("../../../knowledge/trusted.keys").lines();
        let keys = lines.filter(|line| !line.trim().is_empty() && !line.starts_with('#')).count();
        assert_eq!(trusted_keys().len(), keys);
    }

    #[test]
    fn a_newer_bundle_of_a_trusted_key_takes_the_place() {
        let newer = load(&bundle("2030.01.01", ("Fermati", "Férmat"))[..], 2);
        let newer = newer.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(newer.version().to_string(), "2030.01.01");
        assert!(load(&Knowledge::embedded_bundle(), 1).is_ok(), "the same packs again do no harm");
    }

    #[test]
    fn what_is_not_trusted_or_not_newer_is_refused() {
        assert!(matches!(load(&bundle("2030.01.01", SAME), 3), Err(BundleError::BadSignature)));
        assert!(matches!(load(&bundle("2020.01.01", SAME), 1), Err(BundleError::Older { .. })));
        let current = Knowledge::embedded().unwrap_or_else(|error| panic!("{error}"));
        let other = bundle(&current.version().to_string(), ("Fermati", "Fermala"));
        assert!(matches!(load(&other, 1), Err(BundleError::SameVersion(_))));
        let blaming = bundle("2030.01.01", ("Fermati", "ingenuo"));
        assert!(matches!(load(&blaming, 1), Err(BundleError::Lint(_))));
        assert!(matches!(load("argine knowledge 1\n", 1), Err(BundleError::Malformed(_))));
        let changed = bundle("2030.01.01", SAME).replacen("Fermati", "Pagategli", 1);
        let signature = sign_file(&key(1), bundle("2030.01.01", SAME).as_bytes(), "packs");
        let refused = signed_knowledge(changed.as_bytes(), signature.as_bytes(), &[key(1).public()], &current);
        assert!(matches!(refused, Err(BundleError::BadSignature)));
    }
}
