/// What a hostile file may cost. A limit that is reached is a finding that names it, never a silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one text handed over, and of one member of an archive when unpacked. Default: 512 MiB.
    pub member_bytes: u64,
    /// Bytes of all members of one file handed over, nested archives included, when unpacked. Default: 4 GiB.
    pub total_bytes: u64,
    /// Members of one file handed over, nested archives included. Default: 20,000.
    pub entries: u32,
    /// How many times larger than its packed form a member may become. Default: 200.
    pub ratio: u64,
    /// Below this size the ratio is not looked at: short texts pack very well. Default: 1 MiB.
    pub ratio_from_bytes: u64,
    /// Archives inside archives: 0 reads only the outermost. Default: 2.
    pub nesting: u8,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            member_bytes: 512 << 20,
            total_bytes: 4 << 30,
            entries: 20_000,
            ratio: 200,
            ratio_from_bytes: 1 << 20,
            nesting: 2,
        }
    }
}
