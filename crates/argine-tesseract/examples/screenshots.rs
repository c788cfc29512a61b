//! Measures the reading of screenshots on invented ones: three apps, light and dark, PNG and JPEG, full and half size.
//!
//! `cargo run --release -p argine-tesseract --example screenshots [theme] [kept]` measures those whose names contain the words; with
//! `DETAILS=1` every difference is printed, with `PICTURES=folder` the pictures are written there, with the boxes read drawn on.
//! What the program says is kept under `target/`, so that only changed pictures are read again.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measuring program stops when it cannot go on, and talks to whoever runs it"
)]

#[path = "../renders/remembered.rs"]
mod remembered;
#[path = "../renders/mod.rs"]
mod renders;

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use argine_model::{ExhibitId, SourceIndex};
use argine_screenshots::{Options, Screenshot, ShowsNobodyUndressed, read_screenshots};
use argine_tesseract::{ProcessLimits, Tesseract};
use remembered::Remembered;
use renders::Kept;
use renders::measure::{Score, compare};
use renders::themes::{ClockPlace, THEMES, Theme};

/// A theme, kept in one way, and what came of it.
struct Cell {
    theme: &'static Theme,
    kept: Kept,
    score: Score,
    seconds: f64,
    details: Vec<String>,
}

fn main() {
    let only = std::env::args().nth(1).unwrap_or_default();
    let only_kept = std::env::args().nth(2).unwrap_or_default();
    let engine = Tesseract::find(&["ita", "eng"], ProcessLimits::default()).expect("tesseract is needed");
    let cells: Vec<(&Theme, Kept)> = THEMES
        .iter()
        .filter(|theme| theme.name.contains(&only))
        .flat_map(|theme| Kept::ALL.iter().map(move |kept| (theme, *kept)))
        .filter(|(_, kept)| format!("{kept:?}").starts_with(&only_kept))
        .collect();
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((theme, kept)) = cells.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let cell = measure(&engine, theme, *kept);
                    done.lock().expect("no thread fails").push(cell);
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no thread fails");
    done.sort_by_key(|cell| cells.iter().position(|(theme, kept)| theme.name == cell.theme.name && *kept == cell.kept));
    println!(
        "| theme | kept | bubbles | text error | sides | clocks | clocks wrong | indicators | names | invented | s/page |"
    );
    println!("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    let mut total = Score::default();
    for cell in &done {
        print_row(cell.theme.name, &format!("{:?}", cell.kept), &cell.score, cell.seconds);
        total.add(&cell.score);
        if std::env::var("DETAILS").is_ok() {
            println!("{}", cell.details.join("\n"));
        }
    }
    print_row("all", "", &total, done.iter().map(|cell| cell.seconds).sum::<f64>() / done.len().max(1) as f64);
}

fn measure(engine: &Tesseract, theme: &'static Theme, kept: Kept) -> Cell {
    let folder = PathBuf::from(std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned()));
    let engine = Remembered::new(engine, folder.join("screenshots"));
    let mut cell = Cell { theme, kept, score: Score::default(), seconds: 0.0, details: Vec::new() };
    let pages = renders::pages(theme);
    for (number, screen) in pages.iter().enumerate() {
        let bytes = kept.encode(&screen.canvas);
        let name = format!("{}-{kept:?}-{number}", theme.name);
        let screenshot = Screenshot {
            exhibit: ExhibitId(1),
            source: SourceIndex(0),
            name: &name,
            bytes: &bytes,
            consent: Some(ShowsNobodyUndressed::confirmed()),
        };
        let options = Options { owner_name: "Io".to_owned(), ..Options::default() };
        let started = Instant::now();
        let reading = read_screenshots(&[screenshot], Some(&engine), &options);
        let (program, inside) = engine.take_seconds();
        cell.seconds += (started.elapsed().as_secs_f64() - inside + program) / pages.len() as f64;
        let has_clocks = theme.clock == ClockPlace::InsideBubble;
        let conversation = reading.conversations.first();
        if let Ok(folder) = std::env::var("PICTURES") {
            let path = PathBuf::from(folder).join(format!("{name}.png"));
            renders::measure::draw_boxes(&bytes, conversation, &path);
        }
        let mut say = |line: String| cell.details.push(format!("    {number}: {line}"));
        if conversation.and_then(|conversation| conversation.title.as_deref()) != Some(&screen.title) {
            say(format!("title {:?}", conversation.and_then(|conversation| conversation.title.as_deref())));
        }
        cell.score.add(&compare(screen, kept, conversation, has_clocks, &mut say));
    }
    cell
}

fn print_row(theme: &str, kept: &str, score: &Score, seconds: f64) {
    println!(
        "| {theme} | {kept} | {}/{} | {:.3} | {:.3} | {}/{} | {} | {}/{} | {}/{} | {} | {seconds:.1} |",
        score.found,
        score.bubbles,
        score.text_error(),
        score.side_right(),
        score.clocks_right,
        score.clocks,
        score.clocks_wrong,
        score.indicators_exact,
        score.indicators,
        score.names_right,
        score.names,
        score.invented,
    );
}
