//! `argine case export`: the case for the police, for the person's own keeping, for filing.

use argine_knowledge::{Argument, Catalogue};
use argine_seal::CustodyAction;
use argine_vault::{FilingProblem, filing_set};

use super::{edit, handling, new_lock, open, path_argument, say};
use crate::Outcome;
use crate::arguments::{CaseExportArguments, Form};
use crate::problem::Problem;

/// The export is noted in the case and sealed first, so that the copy knows of itself.
pub(super) fn run(arguments: &CaseExportArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    if arguments.out.exists() {
        return Err(Problem::OutExists(arguments.out.clone()));
    }
    let case = open(&arguments.case, catalogue)?;
    let lock = (arguments.form == Form::Vault).then(|| new_lock(&arguments.lock, catalogue)).transpose()?;
    let (time, key) = handling(&arguments.handling)?;
    let mut editor = edit(&case, &arguments.handling)?;
    let action = if arguments.to.is_some() { CustodyAction::Share } else { CustodyAction::Export };
    editor.append_custody(action, time, &[], &[], arguments.to.clone()).map_err(Problem::Vault)?;
    editor.seal(time, &key).map_err(Problem::Vault)?;
    let out = path_argument("file", &arguments.out);
    match (arguments.form, &lock) {
        (Form::Vault, Some(lock)) => {
            case.copy_as_vault(&arguments.out, lock).map_err(Problem::Vault)?;
            say("case-exported-vault", &[out], catalogue);
        }
        (Form::Bag | Form::Vault, _) => {
            case.copy_as_bag(&arguments.out).map_err(Problem::Vault)?;
            say("case-exported-bag", &[out], catalogue);
        }
        (Form::Filing, _) => {
            let left_out = filing_set(&case, &arguments.out, |entry| {
                let arguments = [
                    ("path", Argument::Text(entry.path.to_string())),
                    ("sha256", Argument::Text(entry.sha256.to_string())),
                    ("name", Argument::Text(entry.name.clone().unwrap_or_default())),
                    ("converted", Argument::Text(entry.converted.map(|digest| digest.to_string()).unwrap_or_default())),
                ];
                let id = match entry.problem {
                    None if entry.converted.is_some() => "filing-line-converted",
                    None => "filing-line",
                    Some(FilingProblem::Format) => "filing-left-out-format",
                    Some(FilingProblem::Size) => "filing-left-out-size",
                };
                catalogue.format(id, &arguments)
            })
            .map_err(Problem::Vault)?;
            let count = i64::try_from(left_out).unwrap_or(i64::MAX);
            say("case-exported-filing", &[out, ("count", Argument::Number(count))], catalogue);
        }
    }
    Ok(Outcome::Done)
}
