//! The official Discord package as tables.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("messages.csv", bytes));
