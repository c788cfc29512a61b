//! The 256 bits and the quality.

use core::fmt;
use core::str::FromStr;

/// 256 bits of which two pictures that look alike share most.
///
/// `Debug` and `Display` show the first 8 of its 64 digits: what is intimate in a picture can be guessed from a whole
/// fingerprint (Hawkes and others, arXiv 2412.06056). [`PdqHash::expose`] gives all of them where a person asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PdqHash([u64; 4]);

impl PdqHash {
    /// Bits in a hash.
    pub const BITS: u32 = 256;

    /// From four words, bit 0 of the standard is bit 0 of the first.
    pub const fn from_words(words: [u64; 4]) -> Self {
        Self(words)
    }

    /// Four words, bit 0 of the standard is bit 0 of the first.
    pub const fn words(&self) -> &[u64; 4] {
        &self.0
    }

    /// In how many bits two hashes differ: 0 to 256, up to 31 is a match.
    #[inline]
    pub const fn distance(&self, other: &Self) -> u32 {
        let [first, second, third, fourth] = self.0;
        let [one, two, three, four] = other.0;
        (first ^ one).count_ones()
            + (second ^ two).count_ones()
            + (third ^ three).count_ones()
            + (fourth ^ four).count_ones()
    }

    /// All 64 digits, as the standard writes them. They belong to the person: never into a log, an address or a paper.
    pub fn expose(&self) -> String {
        let [low, second, third, high] = self.0;
        format!("{high:016x}{third:016x}{second:016x}{low:016x}")
    }

    /// Whether one half of the bits is set, as in every hash of a real picture but for ties; a hash of zeros, or one
    /// cut short by a list that padded it, is not.
    pub fn is_balanced(&self) -> bool {
        let ones: u32 = self.0.iter().map(|word| word.count_ones()).sum();
        (112..=144).contains(&ones)
    }
}

impl fmt::Display for PdqHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [.., high] = self.0;
        write!(f, "{:08x}…", high >> 32)
    }
}

impl fmt::Debug for PdqHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PdqHash({self})")
    }
}

/// The text is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a PDQ hash has 64 hexadecimal digits")]
pub struct ParsePdqError;

impl FromStr for PdqHash {
    type Err = ParsePdqError;

    fn from_str(text: &str) -> Result<Self, ParsePdqError> {
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(ParsePdqError);
        }
        let mut words = [0; 4];
        for (word, digits) in words.iter_mut().rev().zip(text.as_bytes().chunks_exact(16)) {
            let digits = core::str::from_utf8(digits).map_err(|_| ParsePdqError)?;
            *word = u64::from_str_radix(digits, 16).map_err(|_| ParsePdqError)?;
        }
        Ok(Self(words))
    }
}

/// How much there is to recognise in a picture, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Quality(u8);

impl Quality {
    /// Below this a fingerprint says too little to match by (pdq/README.md of the standard: discard 49 and less).
    pub const GATE: Self = Self(50);

    /// `value` from 0 to 100.
    pub const fn new(value: u8) -> Option<Self> {
        if value > 100 { None } else { Some(Self(value)) }
    }

    /// 0 to 100.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// Whether a fingerprint of this quality may match anything.
    pub fn passes(self) -> bool {
        self >= Self::GATE
    }

    /// What the gradients of the 64 × 64 grid add up to.
    pub(super) fn from_gradients(sum: u32) -> Self {
        Self(u8::try_from((sum / 90).min(100)).unwrap_or(100))
    }
}

impl fmt::Display for Quality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
