//! Decoders of pictures, and fingerprints of what they give.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| argine_fuzz::picture(bytes));
