//! Telegram Desktop as JSON.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("result.json", bytes));
