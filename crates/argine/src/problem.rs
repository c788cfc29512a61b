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
    /// The system does not say where programs keep their data.
    NoKeyFolder,
    /// Two inputs would give the same output file.
    SameName(String),
    /// A defect of the program itself.
    Defect(anyhow::Error),
}

impl Problem {
    pub(crate) fn defect(error: impl Into<anyhow::Error>) -> Self {
        Self::Defect(error.into())
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
                let sentence = catalogue.format(&format!("vault-error-{}", error.code()), &subject);
                format!("{sentence} {}", catalogue.format(&format!("vault-hint-{}", error.code()), &subject))
            }
            Self::NoKeyFolder => catalogue.text("problem-no-key-folder"),
            Self::SameName(name) => catalogue.format("problem-same-name", &[("file", Argument::Text(name.clone()))]),
            Self::Defect(error) => {
                catalogue.format("problem-defect", &[("reason", Argument::Text(format!("{error:#}")))])
            }
        }
    }
}
