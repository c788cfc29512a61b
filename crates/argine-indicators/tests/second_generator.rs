//! The scanner on texts that another hand than its author's habits wrote: every planted value found, next to nothing invented.

mod second;

use std::collections::BTreeMap;

use argine_indicators::{Find, Scanner, What};

#[test]
fn planted_values_are_found_in_chunks_of_any_size() {
    let made = second::text(150_000, 20_261);
    let mut by_chunk = Vec::new();
    for size in [4_096, 77_777] {
        let mut finds = Vec::new();
        let mut scanner = Scanner::default();
        let mut see = |find: Find<'_>| finds.push((find.start, find.end, find.what, find.raw.to_owned()));
        for chunk in made.text.as_bytes().chunks(size) {
            scanner.push(chunk, &mut see);
        }
        scanner.finish(&mut see);
        by_chunk.push(finds);
    }
    assert_eq!(by_chunk.first(), by_chunk.last(), "how the stream is cut changes nothing");
    let finds = by_chunk.first().unwrap();
    let mut missed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut planted: BTreeMap<&str, usize> = BTreeMap::new();
    for truth in &made.truth {
        *planted.entry(truth.kind).or_default() += 1;
        let found = finds.iter().any(|(start, _, what, raw)| {
            let same = match what {
                What::Indicator { value, .. } => {
                    *value == truth.value
                        || truth.kind == "handle" && value.ends_with(truth.value.trim_start_matches('@'))
                        || truth.kind == "url"
                }
                What::Amount { value, currency } => truth.value == format!("{value} {currency}"),
                What::Limit { seconds } => truth.value == format!("{}s", seconds.unwrap_or(-1)),
                What::Day { .. } | What::Length { .. } => false,
            };
            same && *start == truth.start as u64 && made.text.get(truth.start..truth.end) == Some(raw.as_str())
        });
        if !found {
            missed.entry(truth.kind).or_default().push(made.text.get(truth.start..truth.end).unwrap());
        }
    }
    for (kind, count) in planted {
        let missed = missed.get(kind).cloned().unwrap_or_default();
        assert!(missed.len() * 100 <= count, "{kind}: {} of {count} missed: {missed:?}", missed.len());
    }
}
