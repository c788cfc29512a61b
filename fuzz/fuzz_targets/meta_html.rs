//! Instagram and Messenger as pages.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("message_1.html", bytes));
