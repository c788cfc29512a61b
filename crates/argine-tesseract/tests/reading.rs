//! Invented screenshots of three apps, read by the real program.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::print_stderr,
    clippy::disallowed_methods,
    dead_code,
    reason = "a test may fail loudly, says what it skips, and does not use every part of the drawings"
)]

#[path = "../renders/mod.rs"]
mod renders;

use std::path::Path;
use std::time::Duration;

use argine_model::{ExhibitId, SourceIndex};
use argine_screenshots::{
    OcrEngine as _, OcrError, Options, Page, Pass, Screenshot, ShowsNobodyUndressed, read_screenshots,
};
use argine_tesseract::{ProcessLimits, Tesseract};
use renders::Kept;
use renders::measure::{Score, compare};
use renders::themes::{ClockPlace, THEMES};

/// The program, or a line that says what was skipped; on a machine that nobody looks at a missing program is a failure.
fn engine() -> Option<Tesseract> {
    match Tesseract::find(&["ita", "eng"], ProcessLimits::default()) {
        Ok(engine) => Some(engine),
        Err(error) => {
            assert!(!std::env::var("CI").is_ok_and(|value| value == "true"), "tesseract is needed: {error}");
            eprintln!("!! skipped: {error}");
            None
        }
    }
}

/// One screen of each theme, each kept in another way; `cargo xtask screenshots` measures all of them.
#[test]
fn screens_of_three_apps_are_read() {
    let Some(engine) = engine() else { return };
    let mut sum = Score::default();
    let mut details = Vec::new();
    for (number, theme) in THEMES.iter().enumerate() {
        let kept = [Kept::Png, Kept::HalfPng, Kept::Png, Kept::Jpeg, Kept::HalfPng, Kept::Png][number % 6];
        let screen = &renders::pages(theme)[0];
        let bytes = kept.encode(&screen.canvas);
        let screenshot = Screenshot {
            exhibit: ExhibitId(1),
            source: SourceIndex(0),
            name: "schermata.png",
            bytes: &bytes,
            consent: Some(ShowsNobodyUndressed::confirmed()),
        };
        let options = Options { owner_name: "Io".to_owned(), ..Options::default() };
        let reading = read_screenshots(&[screenshot], Some(&engine), &options);
        let mut say = |line: String| details.push(format!("{} {kept:?}: {line}", theme.name));
        let has_clocks = theme.clock == ClockPlace::InsideBubble;
        sum.add(&compare(screen, kept, reading.conversations.first(), has_clocks, &mut say));
    }
    let details = details.join("\n");
    assert!(sum.bubbles >= 30, "{} bubbles", sum.bubbles);
    assert!(sum.text_error() <= 0.03, "text error {}\n{details}", sum.text_error());
    assert!(sum.side_right() >= 0.98, "sides {}\n{details}", sum.side_right());
    assert_eq!(sum.clocks_wrong, 0, "no clock is read as another\n{details}");
}

/// Two screens of one chat, the second scrolled by less than a screen: one conversation, each message on both once.
#[test]
fn screens_that_overlap_are_one_conversation() {
    let Some(engine) = engine() else { return };
    let theme = THEMES.iter().find(|theme| theme.name == "telegram_dark").unwrap();
    let screens = renders::pages(theme);
    let bytes: Vec<Vec<u8>> = screens.iter().take(2).map(|screen| Kept::Png.encode(&screen.canvas)).collect();
    let screenshots: Vec<Screenshot<'_>> = bytes
        .iter()
        .zip(0..)
        .map(|(bytes, place)| Screenshot {
            exhibit: ExhibitId(1),
            source: SourceIndex(place),
            name: "schermata.png",
            bytes,
            consent: Some(ShowsNobodyUndressed::confirmed()),
        })
        .collect();
    let reading = read_screenshots(&screenshots, Some(&engine), &Options::default());
    assert_eq!(reading.conversations.len(), 1);
    let messages = &reading.conversations[0].messages;
    let shared =
        messages.iter().filter(|message| message.details.as_ref().is_some_and(|details| !details.also_in.is_empty()));
    assert!(shared.count() >= 3, "the screens share messages");
    for drawn in screens.iter().take(2).flat_map(|screen| &screen.bubbles) {
        let letters = drawn.bubble.text.chars().take(16).collect::<String>();
        if letters.chars().count() == 16 && letters.is_ascii() {
            let read = messages.iter().filter(|message| message.text.starts_with(&letters)).count();
            assert_eq!(read, 1, "{letters}");
        }
    }
}

#[test]
fn a_program_that_takes_too_long_is_ended() {
    if engine().is_none() {
        return;
    }
    let limits = ProcessLimits { time: Duration::from_nanos(1), ..ProcessLimits::default() };
    assert_eq!(Tesseract::find(&["ita"], limits).unwrap_err(), OcrError::TimedOut(0));
}

#[test]
fn a_program_that_says_too_much_is_cut() {
    if engine().is_none() {
        return;
    }
    let limits = ProcessLimits { output: 4, ..ProcessLimits::default() };
    assert_eq!(Tesseract::find(&["ita"], limits).unwrap_err(), OcrError::TooMuchOutput(4));
}

#[test]
fn a_program_that_is_not_there_is_missing() {
    let found = Tesseract::at(Path::new("/nowhere/tesseract"), &["ita"], ProcessLimits::default());
    assert_eq!(found.unwrap_err(), OcrError::Missing);
}

#[test]
fn languages_that_are_not_installed_are_named() {
    let Some(engine) = engine() else { return };
    assert!(engine.languages().contains(&"eng".to_owned()) && engine.missing_languages().is_empty());
    assert!(engine.version().starts_with(|digit: char| digit.is_ascii_digit()), "{}", engine.version());
    let other = Tesseract::find(&["xyz", "eng"], ProcessLimits::default()).unwrap();
    assert_eq!((other.languages(), other.missing_languages()), (&["eng".to_owned()][..], &["xyz".to_owned()][..]));
}

#[test]
fn an_empty_page_has_no_words() {
    let Some(engine) = engine() else { return };
    let page = Page::from_rgb(200, 100, vec![255; 60_000]).unwrap();
    assert_eq!(engine.words(&page, Pass::WholePage).unwrap(), []);
}
