/// What a hostile picture may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Pixels of a picture. A long screenshot of twenty screens has 40 million.
    pub pixels: u64,
    /// Pixels along one side.
    pub side: u32,
    /// How often a JPEG may be drawn over; phones write one scan, progressive files about ten.
    pub scans: usize,
    /// Bytes of a file.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { pixels: 40_000_000, side: 32_000, scans: 60, bytes: 64 * 1024 * 1024 }
    }
}
