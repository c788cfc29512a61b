//! Why a command failed, in a sentence of the catalogue.

use std::path::PathBuf;

use argine_knowledge::{Argument, Catalogue};

/// What went wrong; each has a sentence in the catalogue under `problem-…`.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The file or folder is not there.
    NotFound(PathBuf),
    /// It is there and cannot be opened.
    CannotOpen(PathBuf, std::io::Error),
    /// A device or a pipe: reading it might never end.
    NotAFile(PathBuf),
    /// Larger than the door takes.
    TooLarge { path: PathBuf, limit_mebibytes: u64 },
    /// A list of known values that is not what its signature says, or no list.
    List { path: PathBuf, reason: String },
    /// A folder without files.
    NoFiles(PathBuf),
    /// Not one conversation could be read; the sentences say why.
    NothingRead(Vec<String>),
    /// A setting that makes no sense.
    Setting { name: &'static str, value: String },
    /// Something typed that the packs or the case do not know; the sentence says which way to go.
    Refused { sentence: &'static str, value: String },
    /// The folder to write to exists already.
    OutExists(PathBuf),
    /// Writing failed.
    CannotWrite(PathBuf, anyhow::Error),
    /// The case could not be written or read.
    Vault(argine_vault::VaultError),
    /// The case changed since it was sealed: nothing is made from it.
    CaseChanged(PathBuf),
    /// The case holds no case file: it was made by an earlier version.
    NoCaseFile(PathBuf),
    /// The form cannot be read; sentence of the catalogue with its arguments.
    Form { path: PathBuf, sentence: &'static str, arguments: Vec<(&'static str, Argument)> },
    /// The notice lacks fields; the title of its regime.
    NoticeIncomplete(String),
    /// There is no notice of this name.
    NoRegime(String),
    /// The system does not say where programs keep their data.
    NoKeyFolder,
    /// Two inputs would give the same output file.
    SameName(String),
    /// Words must be typed, or given in a file, and there is no terminal.
    NoTerminal,
    /// The passphrase is guessed too easily; why, and its bits.
    WeakPassphrase(argine_vault::Strength),
    /// The two passphrases differ.
    PassphrasesDiffer,
    /// The person said no, or nobody was there to say yes.
    NotConfirmed,
    /// Of several authorities none gave a good time-stamp.
    NotStamped,
    /// It is no profile; what the reader said.
    Profile { path: PathBuf, reason: String },
    /// The page was not built into this program.
    NoPage,
    /// A defect of the program itself.
    Defect(anyhow::Error),
}

impl From<argine_respond::MissingFile> for Problem {
    fn from(error: argine_respond::MissingFile) -> Self {
        Self::defect(error)
    }
}

impl Problem {
    pub(crate) fn defect(error: impl Into<anyhow::Error>) -> Self {
        Self::Defect(error.into())
    }

    /// Whether whoever read what this program writes has gone.
    pub(crate) fn is_reader_gone(&self) -> bool {
        let Self::CannotWrite(_, error) = self else { return false };
        error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    }

    /// The sentence for people.
    pub(crate) fn sentence(&self, catalogue: Catalogue) -> String {
        let path = |path: &PathBuf| ("file", Argument::Text(path.display().to_string()));
        match self {
            Self::NotFound(at) => catalogue.format("problem-not-found", &[path(at)]),
            Self::CannotOpen(at, error) => {
                catalogue.format("problem-cannot-open", &[path(at), ("reason", Argument::Text(error.to_string()))])
            }
            Self::NotAFile(at) => catalogue.format("problem-not-a-file", &[path(at)]),
            Self::TooLarge { path: at, limit_mebibytes } => catalogue.format(
                "problem-too-large",
                &[path(at), ("limit", Argument::Number(i64::try_from(*limit_mebibytes).unwrap_or(i64::MAX)))],
            ),
            Self::List { path: at, reason } => {
                catalogue.format("problem-list", &[path(at), ("reason", Argument::Text(reason.clone()))])
            }
            Self::NoFiles(at) => catalogue.format("problem-no-files", &[path(at)]),
            Self::NothingRead(sentences) => sentences.join("\n"),
            Self::Setting { name, value } => {
                catalogue.format(&format!("problem-setting-{name}"), &[("value", Argument::Text(value.clone()))])
            }
            Self::Refused { sentence, value } => {
                catalogue.format(sentence, &[("value", Argument::Text(value.clone()))])
            }
            Self::OutExists(at) => catalogue.format("problem-out-exists", &[path(at)]),
            Self::CannotWrite(at, error) => {
                catalogue.format("problem-cannot-write", &[path(at), ("reason", Argument::Text(format!("{error:#}")))])
            }
            Self::Vault(error) => {
                let subject = [("path", Argument::Text(error.subject()))];
                let reason = match error {
                    argine_vault::VaultError::Stamp(stamp) => catalogue.text(&format!("stamp-error-{}", stamp.code())),
                    argine_vault::VaultError::Unreachable { reason, .. } => reason.clone(),
                    _ => String::new(),
                };
                let subject = [subject.as_slice(), &[("reason", Argument::Text(reason))]].concat();
                let sentence = catalogue.format(&format!("vault-error-{}", error.code()), &subject);
                format!("{sentence} {}", catalogue.format(&format!("vault-hint-{}", error.code()), &subject))
            }
            Self::CaseChanged(at) => catalogue.format("problem-case-changed", &[path(at)]),
            Self::NoCaseFile(at) => catalogue.format("problem-no-case-file", &[path(at)]),
            Self::Form { path: at, sentence, arguments } => {
                let mut arguments = arguments.clone();
                arguments.push(path(at));
                catalogue.format(sentence, &arguments)
            }
            Self::NoticeIncomplete(title) => {
                catalogue.format("problem-notice-incomplete", &[("title", Argument::Text(title.clone()))])
            }
            Self::NoRegime(value) => catalogue.format("problem-no-regime", &[("value", Argument::Text(value.clone()))]),
            Self::NoKeyFolder => catalogue.text("problem-no-key-folder"),
            Self::SameName(name) => catalogue.format("problem-same-name", &[("file", Argument::Text(name.clone()))]),
            Self::NoTerminal => catalogue.text("problem-no-terminal"),
            Self::WeakPassphrase(strength) => {
                let why = strength.weakness.map_or("short", argine_vault::Weakness::code);
                let bits = ("bits", Argument::Number(i64::from(strength.bits)));
                let enough = ("enough", Argument::Number(i64::from(argine_vault::Strength::ENOUGH_BITS)));
                let reason = ("reason", Argument::Text(catalogue.text(&format!("passphrase-{why}"))));
                catalogue.format("problem-weak-passphrase", &[bits, enough, reason])
            }
            Self::PassphrasesDiffer => catalogue.text("problem-passphrases-differ"),
            Self::NotConfirmed => catalogue.text("problem-not-confirmed"),
            Self::NotStamped => catalogue.text("problem-not-stamped"),
            Self::Profile { path: at, reason } => {
                catalogue.format("problem-profile", &[path(at), ("reason", Argument::Text(reason.clone()))])
            }
            Self::NoPage => catalogue.text("problem-no-page"),
            Self::Defect(error) => {
                catalogue.format("problem-defect", &[("reason", Argument::Text(format!("{error:#}")))])
            }
        }
    }
}
