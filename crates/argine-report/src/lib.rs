//! Report.
use argine_model::Language;
use argine_respond::CaseFile;
/// Why no paper came out.
#[derive(Debug, thiserror::Error)]
#[error("…")]
pub struct ReportError;
/// The denuncia-querela as PDF/A-2a + PDF/UA-1.
///
/// # Errors
/// When Typst refuses even the plain rendering.
pub fn denuncia(_case: &CaseFile, _language: Language) -> Result<Vec<u8>, ReportError> {
    Err(ReportError)
}
