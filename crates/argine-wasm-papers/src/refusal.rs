use argine_knowledge::{Argument, Catalogue};
use argine_report::{ReportError, StatementError};

/// Why no PDF came out. [`PressRefusal::sentence`] is for people.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PressRefusal {
    /// The case is more than a telephone can lay out.
    #[error("the case file is larger than {0} MB")]
    TooLarge(usize),
    /// The page asked something that is not understood: a fault of the page.
    #[error("not understood: {0}")]
    Request(String),
    /// The form answers a fact that is not in this case, or one twice.
    #[error(transparent)]
    Statement(#[from] StatementError),
    /// The paper could not be made.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// The program itself is at fault.
    #[error("defect: {0}")]
    Defect(String),
}

impl PressRefusal {
    /// What the person reads.
    pub fn sentence(&self, catalogue: Catalogue) -> String {
        let (id, detail) = match self {
            Self::TooLarge(megabytes) => ("engine-press-too-large", megabytes.to_string()),
            Self::Request(detail) => ("engine-request", detail.clone()),
            Self::Statement(error) => ("engine-statement", error.to_string()),
            Self::Report(error) => ("engine-defect", error.to_string()),
            Self::Defect(detail) => ("engine-defect", detail.clone()),
        };
        catalogue.format(id, &[("detail", Argument::Text(detail))])
    }
}
