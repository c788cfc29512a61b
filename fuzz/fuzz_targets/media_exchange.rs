//! Lists, pages and frames of fingerprints that somebody else made.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::exchange(bytes));
