//! Lists and logins of an account download.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("followers_1.json", bytes));
