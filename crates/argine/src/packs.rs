//! Packs that take the place of those in the program: a bundle that the person names, signed beside it.

use std::path::{Path, PathBuf};

use argine_knowledge::{BUNDLE_LIMIT, Knowledge};
use argine_respond::{BundleError, signed_knowledge, trusted_keys};
use argine_seal::PublicKey;

use crate::arguments::PackArguments;
use crate::problem::Problem;

/// The packs to use: those of the program, or the bundle that was named.
pub(crate) fn load(arguments: &PackArguments) -> Result<Knowledge, Problem> {
    let mut knowledge = Knowledge::embedded().map_err(Problem::defect)?;
    replace(&mut knowledge, arguments)?;
    Ok(knowledge)
}

/// Puts the bundle that was named into the place of `knowledge`. A bundle that is refused stops the command: who asked for
/// other packs must not be answered from these in silence.
pub(crate) fn replace(knowledge: &mut Knowledge, arguments: &PackArguments) -> Result<(), Problem> {
    let Some(path) = &arguments.knowledge else { return Ok(()) };
    let mut trusted = trusted_keys();
    if let Some(given) = &arguments.knowledge_key {
        trusted.push(key(given)?);
    }
    let bundle = read(path)?;
    let signature = read(&signature_of(path))?;
    *knowledge = signed_knowledge(&bundle, &signature, &trusted, knowledge).map_err(|error| refused(&error, path))?;
    Ok(())
}

/// Where the signature of a bundle lies.
pub(crate) fn signature_of(bundle: &Path) -> PathBuf {
    let mut name = bundle.as_os_str().to_owned();
    name.push(".minisig");
    name.into()
}

/// A key as its line, or the file that holds it.
fn key(given: &str) -> Result<PublicKey, Problem> {
    let unknown = || Problem::Refused { sentence: "problem-knowledge-key", value: given.to_owned() };
    if let Some(key) = PublicKey::parse(given) {
        return Ok(key);
    }
    let bytes = read(Path::new(given)).map_err(|_| unknown())?;
    let text = String::from_utf8(bytes).map_err(|_| unknown())?;
    text.lines().find_map(|line| PublicKey::parse(line.trim())).ok_or_else(unknown)
}

fn refused(error: &BundleError, path: &Path) -> Problem {
    let sentence = match error {
        BundleError::BadSignature => "problem-knowledge-signature",
        BundleError::Older { .. } | BundleError::SameVersion(_) => "problem-knowledge-older",
        _ => "problem-knowledge-form",
    };
    let value = match error {
        BundleError::Malformed(inner) => format!("{}: {inner}", path.display()),
        BundleError::Lint(findings) => {
            let first = findings.first().map(ToString::to_string).unwrap_or_default();
            format!("{}: {first}", path.display())
        }
        BundleError::BadSignature => path.display().to_string(),
        other => format!("{}: {other}", path.display()),
    };
    Problem::Refused { sentence, value }
}

#[expect(clippy::disallowed_methods, reason = "this door opens what the person names")]
fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    use std::io::Read as _;
    let opened = std::fs::File::open(path).and_then(|file| {
        let mut bytes = Vec::new();
        file.take(BUNDLE_LIMIT as u64 + 1).read_to_end(&mut bytes).map(|_| bytes)
    });
    opened.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Problem::NotFound(path.to_owned()),
        _ => Problem::CannotOpen(path.to_owned(), error),
    })
}
