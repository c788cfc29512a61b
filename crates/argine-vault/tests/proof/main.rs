//! What a case proves: time-stamps against an authority of the test's own, and every change to a case seen and named.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test starts openssl, looks into files, and says what it skips or counted"
)]

mod authority;
mod sample;
mod stamps;
mod tampering;
