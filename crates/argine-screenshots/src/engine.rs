//! What reads words in a picture, seen from here.

use argine_model::ReadWord;

use crate::Page;

/// What an engine should expect on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pass {
    /// A whole screen: blocks of text anywhere, of several sizes, dark on light and light on dark.
    WholePage,
    /// Dark words on white, scattered.
    Scattered,
    /// Dark words on white, in one column.
    Column,
    /// The same, but links, addresses and numbers: no words of a language are to be expected.
    Signs,
    /// A column of clocks, dark on white, one a line: digits and colons only.
    Clocks,
}

/// Reads words in pictures. The native one runs a program; one in a browser can do the same work there.
pub trait OcrEngine {
    /// What it is called, for the record of how the words came about.
    fn name(&self) -> &str;

    /// Its version, models included where it knows them.
    fn version(&self) -> &str;

    /// The words on `page`, each with its box in pixels of that page and a confidence from 0 to 100, in any order.
    /// What comes back is not trusted: boxes off the page and empty words are dropped.
    ///
    /// # Errors
    /// [`OcrError`] where nothing could be read at all; a page without words is no error.
    fn words(&self, page: &Page, pass: Pass) -> Result<Vec<ReadWord>, OcrError>;
}

/// Why an engine read nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OcrError {
    /// It is not on this machine.
    #[error("the reading engine is not on this machine")]
    Missing,
    /// It took longer than it may.
    #[error("the reading engine took longer than {0} seconds")]
    TimedOut(u64),
    /// It said more than it may.
    #[error("the reading engine wrote more than {0} bytes")]
    TooMuchOutput(u64),
    /// It failed; what it said.
    #[error("the reading engine failed: {0}")]
    Failed(String),
}
