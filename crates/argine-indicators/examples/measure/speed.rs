//! How fast one core reads: the whole scanner, a plain Aho-Corasick search of the same words, and the worst inputs.

use std::sync::LazyLock;
use std::time::Instant;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use argine_indicators::{Find, Scanner, context_words};

use crate::{Outcome, bytes_of, second};

/// Runs of which the best counts: what the program costs, not what else the machine was doing.
const RUNS: usize = 9;

/// Bytes of a wall that is only sought.
const SHORT_WALL: usize = 1 << 14;

pub(crate) fn run(path: &str) -> Outcome {
    let text = bytes_of(path)?;
    let words =
        AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(context_words())?;
    let (mut finds, mut hits) = (0_u64, 0_usize);
    let (mut ours, mut plain) = (f64::MAX, f64::MAX);
    // By turns, so that what else the machine does hurts both alike.
    for _ in 0..RUNS {
        finds = 0;
        ours = ours.min(spent(|| scan(&text, &mut |_| finds += 1)));
        plain = plain.min(spent(|| hits = words.find_overlapping_iter(&text).count()));
    }
    let rate = |seconds: f64| megabytes(text.len()) / seconds;
    println!("\n| reader | MB/s | found |\n|---|---|---|");
    println!("| argine, every check | {:.1} | {finds} |", rate(ours));
    println!("| Aho-Corasick alone, {} context words | {:.1} | {hits} |", context_words().count(), rate(plain));
    println!("argine against the plain search: {:.0} %", 100.0 * plain / ours);
    Ok(())
}

/// Scans once, for counting instructions (`valgrind --tool=callgrind`).
pub(crate) fn once(path: &str) -> Outcome {
    let text = bytes_of(path)?;
    let mut finds = 0_u64;
    scan(&text, &mut |_| finds += 1);
    println!("{finds} finds in {} bytes", text.len());
    Ok(())
}

/// Prints every find, for comparing two versions.
pub(crate) fn list(path: &str) -> Outcome {
    let text = bytes_of(path)?;
    scan(&text, &mut |find| println!("{find:?}"));
    Ok(())
}

/// Time per byte of repeats that were made to hurt, against text full of traces.
pub(crate) fn walls() {
    const PIECES: &[&str] = &[
        "a",
        "1",
        " ",
        "é",
        "\u{200b}",
        "@",
        "a@",
        "@a",
        "a.",
        "1.",
        "1.1/",
        "+39 ",
        "0039 ",
        "12 ",
        "1 ",
        "€1 ",
        "€",
        "1€",
        "entro ",
        "hai ",
        "in 1 ",
        "mille e ",
        "cento ",
        "(((]",
        "[.]",
        "hxxp://",
        "http://a.",
        "www.",
        "t.me/",
        "IT60",
        "IT60X0542811101000000123456 ",
        "bc1q",
        "0x",
        "4111 ",
        "mtcn ",
        "1234567890 ",
        "intestata a Ana ",
        "a chiocciola ",
        "ig: a1 ",
        "punto com ",
        "domani alle ",
        "mezz'ora ",
        "steam ",
        "STEAM-",
        "12/03/2024 ",
        "3333333333 ",
        "un ",
        "la ",
        "le ",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa ",
        "AAAAAAAAAAAAAAAAAAAAAAAAAA ",
        "x_",
        "-",
        "'",
        "\n",
        "(at)",
        "at ",
        "a at b ",
        "at-",
        "k$",
        ":::",
        "1.1euro",
        "h left ",
        "ora left ",
        "k h ",
        "0x$",
        "[.]0x",
        "hasta las ",
        "jan ",
        "[.]hai",
        "a nome ",
        "te dou ",
    ];
    let size = 1 << 20;
    let average = time_of(&second::text(size, 77).text, size, RUNS);
    let mut times: Vec<(f64, String)> = Vec::new();
    let mut see = |piece: String| times.push((time_of(&piece, SHORT_WALL, 2), piece));
    for piece in PIECES {
        see((*piece).to_owned());
    }
    let signs = || (b'!'..=b'~').map(char::from).chain(['\n', 'é', '€', '✪']);
    for first in signs() {
        see(format!("{first} "));
        for second in signs() {
            see(format!("{first}{second}"));
            see(format!("{first} {second} "));
        }
    }
    for word in context_words() {
        for behind in ["", " ", " 1 ", " 12 ", " a ", ", ", ": ", " 1234567 ", "@", "."] {
            see(format!("{word}{behind}"));
        }
    }
    // The worst of short walls, once more and longer: by the clock of a machine that does other things too.
    times.sort_by(|left, right| right.0.total_cmp(&left.0));
    times.truncate(60);
    for (time, piece) in &mut times {
        *time = time_of(piece, size, RUNS) / average;
    }
    times.sort_by(|left, right| right.0.total_cmp(&left.0));
    println!("\n| repeated | time per byte against text full of traces |\n|---|---|");
    for (times, piece) in times.iter().take(20) {
        println!("| {piece:?} | {times:.1} |");
    }
    // Twice as much of the worst takes twice as long.
    if let Some((_, worst)) = times.first() {
        let (once, twice) = (time_of(worst, size, RUNS), time_of(worst, 2 * size, RUNS));
        println!("twice the worst takes {:.2} times as long per byte", twice / once);
    }
}

/// Seconds per megabyte on a wall of `piece`, the best of some runs.
fn time_of(piece: &str, size: usize, runs: usize) -> f64 {
    let text = piece.repeat((size / piece.len()).max(1));
    let least = (0..runs).map(|_| spent(|| scan(text.as_bytes(), &mut |_| {}))).fold(f64::MAX, f64::min);
    least / megabytes(text.len())
}

fn scan(text: &[u8], see: &mut dyn FnMut(Find<'_>)) {
    let mut scanner = Scanner::default();
    for chunk in text.chunks(1 << 18) {
        scanner.push(chunk, see);
    }
    scanner.finish(see);
}

/// Seconds on the processor of one run.
fn spent(work: impl FnOnce()) -> f64 {
    let started = on_processor();
    work();
    on_processor() - started
}

/// Seconds this thread has had a processor (Linux), which others on the machine do not lengthen; elsewhere the clock.
#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn on_processor() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = spent.and_then(|spent| spent.split_whitespace().next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| START.elapsed().as_secs_f64(), |spent| spent / 1e9)
}

fn megabytes(bytes: usize) -> f64 {
    u32::try_from(bytes).map_or(f64::MAX, f64::from) / 1e6
}
