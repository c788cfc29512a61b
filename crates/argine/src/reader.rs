//! What reads words in pictures: the system's program, looked for only where a picture may be opened.

use argine_respond::Circumstances;
use argine_screenshots::OcrEngine;
use argine_tesseract::{ProcessLimits, Tesseract};

/// Models of the program, most important first.
const LANGUAGES: &[&str] = &["ita", "eng", "fra", "spa", "deu", "por"];

/// The engine, where the person allowed pictures to be read and the program is there.
pub(crate) fn of(circumstances: &Circumstances) -> Option<Box<dyn OcrEngine>> {
    circumstances.screens.consent?;
    let engine = Tesseract::find(LANGUAGES, ProcessLimits::default()).ok()?;
    Some(Box::new(engine))
}
