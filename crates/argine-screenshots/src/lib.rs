//! Pictures of chats become conversations.
//!
//! [`read_screenshots`] takes pictures of the screen and an [`OcrEngine`] and gives what stands in them: who wrote (the side of the
//! bubble), what (each word with its box and the engine's confidence), and when (the small clock in the corner, read enlarged,
//! and the day between the messages). Screens of one chat that overlap are put together; a message on two of them is kept once
//! and names both. Clocks are checked against each other and against the name of the file.
//!
//! Nothing is decoded before the person has said that nobody in the picture is undressed ([`ShowsNobodyUndressed`]), and for
//! somebody who may be under 18 no pixels leave this crate whatever was said ([`crop_png`]). It does no I/O, starts no program,
//! looks for no faces, and does not invent: where no day is known a message has no time, emoji are left out, and every word is
//! to be compared with the picture.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "limits keep pixels, words and screens far below 2^24; colours are between 0 and 255"
)]

mod bubble_text;
mod checked;
mod clock;
mod consent;
mod conversation;
mod corner;
mod date;
mod engine;
mod ink;
mod layout;
mod letterforms;
mod limits;
mod order;
mod page;
mod regions;
mod second;
mod sight;
mod stitch;

use argine_model::{Conversation, ExhibitId, Finding, SourceIndex, SourceState};
use jiff::civil;

pub use consent::{CropError, ShowsNobodyUndressed, crop_png};
pub use engine::{OcrEngine, OcrError, Pass};
pub use limits::Limits;
pub use page::{Page, PageError};

/// A picture as handed over.
#[derive(Debug, Clone, Copy)]
pub struct Screenshot<'a> {
    /// The file it was handed over in.
    pub exhibit: ExhibitId,
    /// Its place in the reading.
    pub source: SourceIndex,
    /// File name, no folders: phones write the time into it.
    pub name: &'a str,
    /// Content: PNG, JPEG or WebP.
    pub bytes: &'a [u8],
    /// The person's word for this picture; without it the picture stays shut.
    pub consent: Option<ShowsNobodyUndressed>,
}

/// How to read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What a hostile picture may cost.
    pub limits: Limits,
    /// What the case's clock showed, on a wall in the person's zone. Days such as "today" and "3 June" are counted from the time
    /// in the file's name; where there is none they are counted from this clock, if the clock on the screen allows it. With
    /// neither they stay unknown.
    pub case_clock: Option<civil::DateTime>,
    /// How to call the person whose bubbles are on the right; the picture does not say it.
    pub owner_name: String,
    /// How to call the other one where no name is at the top of the screen.
    pub other_name: String,
}

/// What was read from the pictures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScreenshotReading {
    /// In order of their first picture.
    pub conversations: Vec<Conversation>,
    /// What a person must know about the reading, in order of picture.
    pub findings: Vec<Finding>,
    /// One for each picture, in order.
    pub sources: Vec<ScreenshotSource>,
}

/// What became of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenshotSource {
    /// Its place in the reading.
    pub source: SourceIndex,
    /// `Read` with format `screenshot` and one gap over all bytes ([`argine_model::GapReason::Picture`]), `Listed` where it stays
    /// shut or nothing could read it, `NotRead` where it is damaged or too large.
    pub state: SourceState,
    /// Words seen in the chat that could be put to no message ("seen", a label of the app).
    pub words_outside: u32,
}

/// Reads pictures of chats. Without an engine (`None`) those that may be opened are listed with a finding. The same pictures, engine
/// answers and options give the same reading; it never fails.
pub fn read_screenshots(
    screenshots: &[Screenshot<'_>],
    engine: Option<&dyn OcrEngine>,
    options: &Options,
) -> ScreenshotReading {
    conversation::read(screenshots, engine, options)
}
