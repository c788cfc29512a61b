//! `argine case new` and `add`: files go in as they are, without being read for what they say.

use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::path::Path;

use argine_knowledge::Catalogue;
use argine_model::{AgeClass, Custodian, Exhibit, OriginalHandling, Sha256};
use argine_respond::{tool, verification_pages};
use argine_seal::{Acquisition, ClockSource};
use argine_vault::{CaseHeader, CaseWriter, Handover, VaultError};
use jiff::Timestamp;

use super::{edit, handling, new_lock, open, sealed};
use crate::Outcome;
use crate::arguments::{CaseAddArguments, CaseNewArguments, HandlingArguments, HandoverArguments};
use crate::input::paths;
use crate::problem::Problem;

/// What is read of a file to tell what it is; words of somebody who may be a child are looked at to their end.
const BEGINNING: u64 = 64 * 1024;
const LONGEST_WORDS: u64 = 256 * 1024 * 1024;

pub(super) fn new(arguments: &CaseNewArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let lock = arguments.encrypt.then(|| new_lock(&arguments.lock, catalogue)).transpose()?;
    let (time, key) = handling(&arguments.handling)?;
    let age: AgeClass = arguments.age.into();
    let name = format!("{time}{:?}", arguments.inputs);
    let short: String = Sha256::of(name.as_bytes()).to_string().chars().take(8).collect();
    let day = time.strftime("%Y%m%d");
    let header = CaseHeader {
        case: format!("ARG-{day}-{}", short.to_ascii_uppercase()).parse().map_err(Problem::defect)?,
        tool: tool().map_err(Problem::defect)?,
        by: arguments.handling.from.into(),
        age,
        pages: verification_pages(),
    };
    let mut writer = match &lock {
        Some(lock) => CaseWriter::begin_locked(&arguments.out, header, lock),
        None => CaseWriter::begin(&arguments.out, header),
    }
    .map_err(Problem::Vault)?;
    for input in &arguments.inputs {
        for path in paths(input)? {
            let acquisition = acquisition(time, &arguments.handover, &arguments.handling)?;
            take(&path, age, &arguments.handover, |handover, file| writer.take_original(handover, file, acquisition))?;
        }
    }
    sealed(&writer.seal(time, &key).map_err(Problem::Vault)?, catalogue);
    Ok(Outcome::Done)
}

pub(super) fn add(arguments: &CaseAddArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let case = open(&arguments.case, catalogue)?;
    let (time, key) = handling(&arguments.handling)?;
    let age = case.items().map_err(Problem::Vault)?.age();
    let mut editor = edit(&case, &arguments.handling)?;
    for input in &arguments.inputs {
        for path in paths(input)? {
            let acquisition = acquisition(time, &arguments.handover, &arguments.handling)?;
            take(&path, age, &arguments.handover, |handover, file| editor.take_original(handover, file, acquisition))?;
        }
    }
    sealed(&editor.seal(time, &key).map_err(Problem::Vault)?, catalogue);
    Ok(Outcome::Done)
}

fn acquisition(
    time: Timestamp,
    handover: &HandoverArguments,
    handling: &HandlingArguments,
) -> Result<Acquisition, Problem> {
    let by: Custodian = handling.from.into();
    Ok(Acquisition {
        time,
        clock: if handling.at.is_some() { ClockSource::Stated } else { ClockSource::Device },
        tool: tool().map_err(Problem::defect)?,
        participant: Some(by == Custodian::AffectedPerson && !handover.not_participant),
        source: handover.source.clone(),
    })
}

#[expect(clippy::disallowed_methods, reason = "the door opens the file that the person names")]
fn take(
    path: &Path,
    age: AgeClass,
    arguments: &HandoverArguments,
    into: impl FnOnce(Handover, File) -> Result<Exhibit, VaultError>,
) -> Result<(), Problem> {
    let cannot = |error| Problem::CannotOpen(path.to_owned(), error);
    let mut file = File::open(path).map_err(cannot)?;
    let size = file.metadata().map_err(cannot)?.len();
    let mut beginning = Vec::new();
    let looked_at = if age.media_is_forbidden() { LONGEST_WORDS } else { BEGINNING };
    file.by_ref().take(looked_at).read_to_end(&mut beginning).map_err(cannot)?;
    file.rewind().map_err(cannot)?;
    let words = argine_chat::classify(&beginning);
    // What is too long to be looked at is not called words.
    let class =
        if age.media_is_forbidden() && size > LONGEST_WORDS { argine_model::MediaClass::Unknown } else { words };
    let keep = arguments.with_media || !class.may_show_a_person();
    let handover = Handover {
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        size,
        class,
        acquisition: arguments.level.into(),
        members: Vec::new(),
        handling: if keep { OriginalHandling::Copied } else { OriginalHandling::HashOnly },
    };
    into(handover, file).map(|_| ()).map_err(Problem::Vault)
}
