use crate::source::{Document, Extract};
pub(crate) fn read(_document: &Document<'_>) -> Option<Extract> { None }
