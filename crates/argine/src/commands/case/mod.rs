//! `argine case …`: the life of a case on disk.

mod exporting;
mod filling;
mod showing;
mod stamping;
mod verify;

use std::io::{BufRead as _, IsTerminal as _};
use std::path::Path;

use argine_knowledge::{Argument, Catalogue};
use argine_model::Language;
use argine_respond::tool;
use argine_seal::{CasePath, CustodyAction, SigningKey, VerificationPages};
use argine_vault::{
    Case, CaseEditor, CaseKey, Lock, Passphrase, SealedCase, WorkFactor, device_key, strength, vault_page,
};
use jiff::Timestamp;

use super::respond::key_folder;
use crate::Outcome;
use crate::arguments::{
    CaseEraseArguments, CaseSealArguments, CaseSubcommands, Event, HandlingArguments, KeyArguments, LockArguments,
    OpenArguments,
};
use crate::circumstances::clock;
use crate::problem::Problem;
use crate::screen::{self, Page};

pub(crate) fn run(command: &CaseSubcommands, catalogue: Catalogue) -> Result<Outcome, Problem> {
    match command {
        CaseSubcommands::New(arguments) => filling::new(arguments, catalogue),
        CaseSubcommands::Add(arguments) => filling::add(arguments, catalogue),
        CaseSubcommands::List { folder } => showing::list(folder, catalogue),
        CaseSubcommands::Show { case, json } => showing::show(case, *json, catalogue),
        CaseSubcommands::Seal(arguments) => seal(arguments, catalogue),
        CaseSubcommands::Stamp(arguments) => stamping::run(arguments, catalogue),
        CaseSubcommands::Verify { case, roots, json } => verify::run(case, roots.as_deref(), *json, catalogue),
        CaseSubcommands::Export(arguments) => exporting::run(arguments, catalogue),
        CaseSubcommands::Erase(arguments) => erase(arguments, catalogue),
        CaseSubcommands::Lock { case, lock } => lock_in_place(case, lock, catalogue),
        CaseSubcommands::Unlock { case, yes } => unlock_for_good(case, *yes, catalogue),
        CaseSubcommands::Passphrase { case, new_passphrase_file } => {
            change_passphrase(case, new_passphrase_file.as_deref(), catalogue)
        }
        CaseSubcommands::Recovery { case } => recovery(case, catalogue),
        CaseSubcommands::Redact { case, out } => super::redact::run(case, out, catalogue),
    }
}

/// The lock that the person asks for: a passphrase that is not easily guessed, typed twice or in a file.
pub(super) fn new_lock(arguments: &LockArguments, catalogue: Catalogue) -> Result<Lock, Problem> {
    let page = |language| {
        let catalogue = Catalogue::new(language);
        vault_page(|message| catalogue.text(message))
    };
    Ok(Lock {
        passphrase: new_passphrase(arguments.new_passphrase_file.as_deref(), catalogue)?,
        work_factor: WorkFactor::STANDARD,
        others: arguments.recipient.clone(),
        pages: VerificationPages { italian: page(Language::It), english: page(Language::En) },
    })
}

fn new_passphrase(file: Option<&Path>, catalogue: Catalogue) -> Result<Passphrase, Problem> {
    let passphrase = if let Some(file) = file {
        read_passphrase(file)?
    } else {
        let first = typed(&catalogue.text("ask-new-passphrase"))?;
        let again = typed(&catalogue.text("ask-passphrase-again"))?;
        if !first.is_same_as(&again) {
            return Err(Problem::PassphrasesDiffer);
        }
        first
    };
    let strength = strength(&passphrase);
    if !strength.is_enough() {
        return Err(Problem::WeakPassphrase(strength));
    }
    Ok(passphrase)
}

/// The case at a path, opened with what was given, or with words that are asked for where it is locked.
pub(super) fn open(arguments: &OpenArguments, catalogue: Catalogue) -> Result<Case, Problem> {
    open_at(&arguments.case, &arguments.key, catalogue)
}

/// The same for a case that is named elsewhere.
pub(super) fn open_at(case: &Path, key: &KeyArguments, catalogue: Catalogue) -> Result<Case, Problem> {
    if !Case::is_locked(case) {
        return Case::plain(case).map_err(Problem::Vault);
    }
    let key = match (&key.identity, &key.passphrase_file) {
        (Some(file), _) => {
            let wrong = |_| Problem::Setting { name: "identity", value: file.display().to_string() };
            CaseKey::Identity(read_secret(file)?.parse().map_err(wrong)?)
        }
        (None, Some(file)) => CaseKey::Passphrase(read_passphrase(file)?),
        (None, None) => CaseKey::Passphrase(typed(&catalogue.text("ask-passphrase"))?),
    };
    Case::unlock(case, &key).map_err(Problem::Vault)
}

fn typed(prompt: &str) -> Result<Passphrase, Problem> {
    if !std::io::stdin().is_terminal() {
        return Err(Problem::NoTerminal);
    }
    rpassword::prompt_password(format!("{prompt} "))
        .map(|words| Passphrase::new(&words))
        .map_err(|_| Problem::NoTerminal)
}

fn read_passphrase(file: &Path) -> Result<Passphrase, Problem> {
    let text = read_secret(file)?;
    Ok(Passphrase::new(text.lines().next().unwrap_or_default()))
}

#[expect(clippy::disallowed_methods, reason = "the door opens the file that the person names")]
fn read_secret(file: &Path) -> Result<zeroize::Zeroizing<String>, Problem> {
    let text = std::fs::read_to_string(file).map(zeroize::Zeroizing::new);
    text.map_err(|error| Problem::CannotOpen(file.to_owned(), error))
}

/// Asks at the keyboard; nobody there is a no.
fn confirmed(question: &str, catalogue: Catalogue) -> Result<(), Problem> {
    if !std::io::stdin().is_terminal() {
        return Err(Problem::NotConfirmed);
    }
    let mut page = Page::default();
    page.line(question);
    screen::show(&page);
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).map_err(|_| Problem::NoTerminal)?;
    let yes = catalogue.text("answer-yes");
    if answer.trim().to_lowercase() == yes { Ok(()) } else { Err(Problem::NotConfirmed) }
}

fn say(id: &str, arguments: &[(&'static str, Argument)], catalogue: Catalogue) {
    let mut page = Page::default();
    page.line(&catalogue.format(id, arguments));
    screen::show(&page);
}

fn path_argument(name: &'static str, path: &Path) -> (&'static str, Argument) {
    (name, Argument::Text(path.display().to_string()))
}

/// The clock and the key with which a case is sealed.
fn handling(arguments: &HandlingArguments) -> Result<(Timestamp, SigningKey), Problem> {
    let time = clock(arguments.at.as_deref(), &jiff::tz::TimeZone::UTC)?.timestamp();
    let key = device_key(&key_folder(arguments.key_folder.as_deref())?).map_err(Problem::Vault)?;
    Ok((time, key))
}

fn edit(case: &Case, arguments: &HandlingArguments) -> Result<CaseEditor, Problem> {
    case.edit(tool().map_err(Problem::defect)?, arguments.from.into()).map_err(Problem::Vault)
}

fn sealed(sealed: &SealedCase, catalogue: Catalogue) {
    let root = Argument::Text(sealed.root.to_string());
    let number = Argument::Number(i64::from(sealed.seal));
    say("case-sealed", &[path_argument("case", &sealed.path), ("seal", number), ("root", root)], catalogue);
}

fn seal(arguments: &CaseSealArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let case = open(&arguments.case, catalogue)?;
    let (time, key) = handling(&arguments.handling)?;
    let mut editor = edit(&case, &arguments.handling)?;
    let action = match arguments.event {
        Event::View => CustodyAction::View,
        Event::Share => CustodyAction::Share,
    };
    editor.append_custody(action, time, &[], &[], arguments.note.clone()).map_err(Problem::Vault)?;
    sealed(&editor.seal(time, &key).map_err(Problem::Vault)?, catalogue);
    Ok(Outcome::Done)
}

fn erase(arguments: &CaseEraseArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let place = &arguments.case.case;
    let what = path_argument("case", place);
    if !arguments.yes {
        let question = if arguments.file.is_empty() { "ask-erase" } else { "ask-erase-files" };
        let files = ("files", Argument::Text(arguments.file.join(", ")));
        confirmed(&catalogue.format(question, &[what.clone(), files]), catalogue)?;
    }
    if arguments.file.is_empty() {
        Case::erase(place).map_err(Problem::Vault)?;
        say("case-erased", &[what], catalogue);
        say("case-erase-limits", &[], catalogue);
        return Ok(Outcome::Done);
    }
    let case = open(&arguments.case, catalogue)?;
    let (time, key) = handling(&arguments.handling)?;
    let paths = arguments.file.iter().map(|path| path.parse::<CasePath>());
    let paths = paths.collect::<Result<Vec<_>, _>>().map_err(|error| Problem::Vault(error.into()))?;
    let by = arguments.handling.from.into();
    let editor = case.edit_without(tool().map_err(Problem::defect)?, by, &paths).map_err(Problem::Vault)?;
    sealed(&editor.seal(time, &key).map_err(Problem::Vault)?, catalogue);
    say("case-erase-limits", &[], catalogue);
    Ok(Outcome::Done)
}

fn lock_in_place(place: &Path, arguments: &LockArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let case = Case::plain(place).map_err(Problem::Vault)?;
    case.lock(&new_lock(arguments, catalogue)?).map_err(Problem::Vault)?;
    say("case-locked", &[path_argument("case", place)], catalogue);
    Ok(Outcome::Done)
}

fn unlock_for_good(arguments: &OpenArguments, yes: bool, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let case = open(arguments, catalogue)?;
    let what = path_argument("case", &arguments.case);
    if !yes {
        confirmed(&catalogue.format("ask-unlock", std::slice::from_ref(&what)), catalogue)?;
    }
    case.unlock_for_good().map_err(Problem::Vault)?;
    say("case-unlocked", &[what], catalogue);
    Ok(Outcome::Done)
}

fn change_passphrase(arguments: &OpenArguments, file: Option<&Path>, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let case = open(arguments, catalogue)?;
    case.change_passphrase(&new_passphrase(file, catalogue)?, WorkFactor::STANDARD).map_err(Problem::Vault)?;
    say("case-passphrase-changed", &[path_argument("case", &arguments.case)], catalogue);
    Ok(Outcome::Done)
}

/// The sheet goes to the screen, or to a printer through a pipe: a file of it would be a key lying about.
fn recovery(arguments: &OpenArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let case = open(arguments, catalogue)?;
    let key = case.recovery_key().map_err(Problem::Vault)?;
    let root = case.root(None).map_err(Problem::Vault)?;
    let number = ("case", Argument::Text(root.case.to_string()));
    for line in catalogue.format("recovery-sheet", &[number]).lines() {
        screen::line(line).map_err(Problem::defect)?;
    }
    screen::line(&format!("\n    {}\n", *key)).map_err(Problem::defect)?;
    screen::line(&format!("    {}", argine_vault::RECOVERY_COMMAND)).map_err(Problem::defect)?;
    Ok(Outcome::Done)
}
