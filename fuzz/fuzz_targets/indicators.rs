//! Traces in any bytes: whatever they are, spans lie inside, and the way they are cut changes nothing before the cut.
#![no_main]

use argine_indicators::Scanner;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let read = |chunk: usize| {
        let mut found = Vec::new();
        let mut scanner = Scanner::default();
        for part in bytes.chunks(chunk) {
            scanner.push(part, &mut |find| found.push((find.start, find.end, format!("{:?}", find.what))));
        }
        scanner.finish(&mut |find| found.push((find.start, find.end, format!("{:?}", find.what))));
        found
    };
    let found = read(bytes.len().max(1));
    assert_eq!(found, read(7), "how the bytes are handed over changes nothing");
    for (start, end, what) in &found {
        assert!(start < end && *end <= bytes.len() as u64, "{what} at {start}..{end}");
    }
    let text = String::from_utf8_lossy(bytes);
    for indicator in argine_indicators::scan_text(&text).indicators {
        for mention in &indicator.mentions {
            assert!(text.get(mention.start as usize..mention.end as usize).is_some());
        }
    }
});
