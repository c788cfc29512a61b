//! What sort of sign each byte of a text is, sixty-four bytes at a time: a bit per byte, told without a branch.

/// How many bytes are told at once.
pub(crate) const BLOCK: usize = 64;

/// Sixty-four bytes: a bit each, the first byte the lowest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Letters and digits of ASCII.
    pub(crate) words: u64,
    pub(crate) digits: u64,
    /// Signs with which a word of ours may begin, and those that join the parts of an address.
    pub(crate) signs: u64,
}

const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const SIGN: u8 = 4;

impl Marks {
    pub(crate) fn of(block: &[u8; BLOCK]) -> Self {
        // Comparisons only, the same for every byte: the compiler does sixteen of them at a time.
        let mut sorts = [0_u8; BLOCK];
        for (sort, byte) in sorts.iter_mut().zip(block) {
            let letter = u8::from((byte | 0x20).wrapping_sub(b'a') < 26) * LETTER;
            let digit = u8::from(byte.wrapping_sub(b'0') < 10) * DIGIT;
            *sort = letter | digit | (u8::from(is_sign(*byte)) * SIGN);
        }
        let mut marks = Self::default();
        for (place, eight) in sorts.as_chunks::<8>().0.iter().enumerate() {
            let eight = u64::from_le_bytes(*eight);
            let shift = 8 * place;
            let digits = gathered(eight >> 1) << shift;
            marks.words |= gathered(eight) << shift | digits;
            marks.digits |= digits;
            marks.signs |= gathered(eight >> 2) << shift;
        }
        marks
    }

    /// The last bytes of a text: what is missing to sixty-four is no sign of any sort.
    pub(crate) fn of_rest(rest: &[u8]) -> Self {
        let mut block = [0; BLOCK];
        for (target, byte) in block.iter_mut().zip(rest) {
            *target = *byte;
        }
        Self::of(&block)
    }
}

/// The lowest bits of eight bytes, as one byte.
const fn gathered(eight: u64) -> u64 {
    (eight & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Whether a word of ours may begin with a sign, or it may join the parts of an address.
pub(crate) const fn is_sign(byte: u8) -> bool {
    matches!(byte, b'.' | b':' | b'@' | b'[' | b'(' | b'{' | b'<' | b'$' | b'_' | 0xC2 | 0xE2 | 0xE5)
}
