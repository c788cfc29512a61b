use std::error::Error;

use argine_knowledge::{Argument, Catalogue};
use argine_report::{ReportError, StatementError};

/// Why the engine did not do what the page asked. [`Refusal::sentence`] is for people.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Nothing was read yet.
    #[error("no case is open")]
    NoCase,
    /// The files together are larger than a browser can hold.
    #[error("the files are larger than {0} MB")]
    TooLarge(usize),
    /// The page asked something that is not understood: a fault of the page.
    #[error("not understood: {0}")]
    Request(String),
    /// The form answers a fact that is not in this case, or one twice.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// A paper could not be made.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The file is no archive that can be opened.
    #[error("the archive cannot be opened")]
    Archive,
    /// No case is in the archive.
    #[error("there is no case in it")]
    NotACase,
    /// A picture may show a child: it stays shut.
    #[error("the picture stays shut")]
    Shut,
    /// The passphrase is guessed too easily.
    #[error("the passphrase is weak")]
    WeakPassphrase,
    /// Other words closed it.
    #[error("another passphrase closed it")]
    WrongPassphrase,
    /// It was changed, cut, or is no locked file.
    #[error("it was changed or cut")]
    Damaged,
    /// The program itself is at fault.
    #[error("defect: {0}")]
    Defect(String),
}

impl Refusal {
    /// What the person reads.
    pub fn sentence(&self, catalogue: Catalogue) -> String {
        let (id, detail) = match self {
            Self::NoCase => ("engine-no-case", String::new()),
            Self::TooLarge(megabytes) => ("engine-too-large", megabytes.to_string()),
            Self::Request(detail) => ("engine-request", detail.clone()),
            Self::Statement(error) => ("engine-statement", error.to_string()),
            Self::Report(error) => ("engine-defect", error.to_string()),
            Self::Archive => ("engine-archive", String::new()),
            Self::NotACase => ("engine-not-a-case", String::new()),
            Self::Shut => ("engine-hash-shut", String::new()),
            Self::WeakPassphrase => ("engine-passphrase-weak", String::new()),
            Self::WrongPassphrase => ("engine-passphrase-wrong", String::new()),
            Self::Damaged => ("engine-damaged", String::new()),
            Self::Defect(detail) => ("engine-defect", detail.clone()),
        };
        catalogue.format(id, &[("detail", Argument::Text(detail))])
    }

    /// What is asked in a form that nobody understands.
    pub(crate) fn request(error: impl Into<Box<dyn Error>>) -> Self {
        Self::Request(error.into().to_string())
    }

    /// What cannot happen in a program that is whole.
    pub(crate) fn defect(error: impl Into<Box<dyn Error>>) -> Self {
        Self::Defect(error.into().to_string())
    }
}
