use crate::source::{Document, Extract};
pub(crate) fn read(_document: &Document<'_>) -> Option<Extract> { None }
pub(crate) fn attachment_bytes(_b: &[u8], _n: &str, _d: argine_model::Sha256, _l: &crate::Limits) -> Option<Vec<u8>> { None }
