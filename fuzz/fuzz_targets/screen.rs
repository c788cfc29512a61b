//! Profiles of first contact, as JSON and as typed lines.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::screen(bytes));
