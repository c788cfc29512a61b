//! Instagram and Messenger as JSON.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("message_1.json", bytes));
