//! Files of the index of fingerprints.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::segment(bytes));
