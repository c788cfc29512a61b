//! Readers.
use argine_model::{DateOrder, MediaClass, Reading, Sha256};
use jiff::tz::TimeZone;

/// A file as handed over.
#[derive(Debug, Clone, Copy)]
pub struct Handed<'a> {
    /// File name, no folders.
    pub name: &'a str,
    /// Content.
    pub bytes: &'a [u8],
}

/// How to read.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// Limits.
    pub limits: Limits,
    /// What the person said about dates.
    pub date_order: Option<DateOrder>,
    /// Zone in which instants are shown as civil times, and presumed for device clocks.
    pub zone: TimeZone,
}

/// What a hostile file may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of one member when unpacked.
    pub member_bytes: u64,
}

/// Reads everything. `files[i]` is exhibit `i + 1`.
pub fn read(_files: &[Handed<'_>], _options: &ReadOptions) -> Reading {
    Reading::default()
}
/// Tells what bytes are.
pub fn classify(_bytes: &[u8]) -> MediaClass {
    MediaClass::Unknown
}
/// The bytes of a member of a container, by the path of names in each container, if they unpack within the limits and have this digest.
pub fn member_bytes(_container: &[u8], _path: &[String], _digest: Sha256, _limits: &Limits) -> Option<Vec<u8>> {
    None
}
