//! Backups of text messages and calls.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::read("sms.xml", bytes));
