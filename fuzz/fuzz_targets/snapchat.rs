//! Snapchat downloads.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("chat_history.json", bytes));
