//! The text of a WhatsApp export.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("_chat.txt", bytes));
