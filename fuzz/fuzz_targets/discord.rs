//! Discord, by the exporter and by the official package.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("chat.json", bytes));
