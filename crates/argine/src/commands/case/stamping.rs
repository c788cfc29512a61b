//! `argine case stamp`: a hash leaves, after a yes; the answer is checked before it is kept.

use std::path::Path;

use argine_knowledge::{Argument, Catalogue};
use argine_seal::{Root, TimeStamp, stamp_request};
use argine_vault::{Authority, Case, VaultError, ask_authority, stamp_nonce};

use super::{confirmed, open, say};
use crate::Outcome;
use crate::arguments::CaseStampArguments;
use crate::problem::Problem;
use crate::screen;

pub(super) fn run(arguments: &CaseStampArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let authorities = arguments.authority.iter().map(|address| address.parse::<Authority>());
    let authorities = authorities.collect::<Result<Vec<_>, _>>().map_err(Problem::Vault)?;
    let case = open(&arguments.case, catalogue)?;
    let root = case.root(arguments.seal).map_err(Problem::Vault)?;
    if let Some(file) = &arguments.request {
        return write_request(&root, file, catalogue);
    }
    if let Some(file) = &arguments.answer {
        #[expect(clippy::disallowed_methods, reason = "the door opens the file that the person names")]
        let answer = std::fs::read(file).map_err(|error| Problem::CannotOpen(file.clone(), error))?;
        keep(&case, &root, &answer, None, catalogue).map_err(Problem::Vault)?;
        return Ok(Outcome::Done);
    }
    let list: Vec<String> = authorities.iter().map(ToString::to_string).collect();
    let leaves =
        [("authorities", Argument::Text(list.join(", "))), ("root", Argument::Text(root.digest().to_string()))];
    say("stamp-what-leaves", &leaves, catalogue);
    if !arguments.yes {
        confirmed(&catalogue.text("ask-stamp"), catalogue)?;
    }
    let mut stamped = 0;
    for authority in &authorities {
        match ask(&case, &root, authority, catalogue) {
            Ok(()) => stamped += 1,
            // One that fails does not keep the others from being asked.
            Err(error) => screen::problem(&Problem::Vault(error), catalogue),
        }
    }
    if stamped == authorities.len() {
        return Ok(Outcome::Done);
    }
    if stamped == 0 { Err(Problem::NotStamped) } else { Ok(Outcome::Failed) }
}

fn ask(case: &Case, root: &Root, authority: &Authority, catalogue: Catalogue) -> Result<(), VaultError> {
    let nonce = stamp_nonce()?;
    let request = stamp_request(root.digest(), nonce).map_err(VaultError::Stamp)?;
    keep(case, root, &ask_authority(authority, &request)?, Some(nonce), catalogue)
}

fn keep(
    case: &Case,
    root: &Root,
    answer: &[u8],
    nonce: Option<argine_seal::StampNonce>,
    catalogue: Catalogue,
) -> Result<(), VaultError> {
    let stamp = TimeStamp::read(answer, root.digest(), nonce).map_err(VaultError::Stamp)?;
    case.stamp(root, answer, nonce)?;
    let difference = stamp.time().as_second() - root.time.as_second();
    let arguments = [
        ("seal", Argument::Number(i64::from(root.seal))),
        ("time", Argument::Text(stamp.time().to_string())),
        ("authority", Argument::Text(screen::quote(&stamp.authority(), 100))),
        ("seconds", Argument::Number(difference)),
    ];
    say("case-stamped", &arguments, catalogue);
    Ok(())
}

/// For authorities that are reached through a portal of their own: the request goes by hand, the answer comes with
/// `--answer`.
fn write_request(root: &Root, file: &Path, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let nonce = stamp_nonce().map_err(Problem::Vault)?;
    let request = stamp_request(root.digest(), nonce).map_err(Problem::defect)?;
    if file.exists() {
        return Err(Problem::OutExists(file.to_owned()));
    }
    #[expect(clippy::disallowed_methods, reason = "the door writes the file that the person names")]
    std::fs::write(file, request).map_err(|error| Problem::CannotWrite(file.to_owned(), error.into()))?;
    say("stamp-request-written", &[super::path_argument("file", file)], catalogue);
    Ok(Outcome::Done)
}
