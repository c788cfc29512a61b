use crate::source::{Document, Extract};
use crate::{meta,telegram};
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> { telegram::read_html(document).or_else(||meta::read_html(document)) }
