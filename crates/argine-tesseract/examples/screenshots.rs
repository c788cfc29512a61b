//! Measures the reading of screenshots on invented ones: three apps, light and dark, PNG and JPEG, full and half size.
//!
//! `cargo run --release -p argine-tesseract --example screenshots [folder]` writes the pictures into the folder too.

#[path = "../renders/mod.rs"]
mod renders;

use std::time::Instant;

use argine_model::{ExhibitId, SourceIndex};
use argine_screenshots::{Options, Screenshot, ShowsNobodyUndressed, read_screenshots};
use argine_tesseract::{ProcessLimits, Tesseract};
use renders::Kept;
use renders::measure::{Score, compare};
use renders::themes::{ClockPlace, THEMES};

fn main() {
    let folder = std::env::args().nth(1);
    let only = std::env::args().nth(2).unwrap_or_default();
    let only_kept = std::env::args().nth(3).unwrap_or_default();
    let engine = Tesseract::find(&["ita", "eng"], ProcessLimits::default()).expect("tesseract is needed");
    println!(
        "{:<18} {:<9} {:>7} {:>8} {:>7} {:>9} {:>6} {:>11} {:>7} {:>8} {:>7}",
        "theme", "kept", "bubbles", "text err", "side", "clocks", "wrong", "indicators", "names", "invented", "s/page"
    );
    let mut total = Score::default();
    for theme in THEMES.iter().filter(|theme| theme.name.contains(&only)) {
        for kept in Kept::ALL.iter().filter(|kept| format!("{kept:?}").starts_with(&only_kept)) {
            let mut sum = Score::default();
            let mut seconds = 0.0;
            let mut details = Vec::new();
            let pages = renders::pages(theme);
            for (number, screen) in pages.iter().enumerate() {
                let bytes = kept.encode(&screen.canvas);
                let extension = if matches!(kept, Kept::Png | Kept::HalfPng) { "png" } else { "jpg" };
                let name = format!("{}-{kept:?}-{number}.{extension}", theme.name);
                if let Some(folder) = &folder {
                    std::fs::write(format!("{folder}/{name}"), &bytes).expect("the folder can be written");
                }
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
                seconds += started.elapsed().as_secs_f64();
                let has_clocks = theme.clock == ClockPlace::InsideBubble;
                let conversation = reading.conversations.first();
                let mut say = |line: String| details.push(format!("    {number}: {line}"));
                if conversation.and_then(|conversation| conversation.title.as_deref()) != Some(&screen.title) {
                    say(format!("title {:?}", conversation.and_then(|conversation| conversation.title.as_deref())));
                }
                sum.add(&compare(screen, *kept, conversation, has_clocks, &mut say));
            }
            print_row(theme.name, &format!("{kept:?}"), &sum, seconds / pages.len() as f64);
            total.add(&sum);
            if std::env::var("DETAILS").is_ok() {
                println!("{}", details.join("\n"));
            }
        }
    }
    print_row("all", "", &total, 0.0);
}

fn print_row(theme: &str, kept: &str, score: &Score, seconds: f64) {
    println!(
        "{theme:<18} {kept:<9} {:>3}/{:<3} {:>8.4} {:>7.3} {:>4}/{:<4} {:>6} {:>5}/{:<5} {:>3}/{:<3} {:>8} {seconds:>7.2}",
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
