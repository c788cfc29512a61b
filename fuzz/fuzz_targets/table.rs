//! Tables of apps without a reader.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("chat.csv", bytes));
