//! TikTok downloads as text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("Direct Messages.txt", bytes));
