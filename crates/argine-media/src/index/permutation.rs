//! A fixed order of the 256 bits that takes neighbours apart: neighbouring frequencies of real pictures depend on each
//! other, and words of dependent bits fill few values.

use std::sync::LazyLock;

use crate::pdq::PdqHash;

/// From one bit of the permuted hash to the next; coprime to 256, so that every bit is met.
const STEP: usize = 149;
/// Its inverse modulo 256.
const STEP_BACK: usize = 189;

/// Where the bits of each byte go, for each of its 256 values.
struct Bits(Vec<[[u64; 4]; 256]>);

static PERMUTED: LazyLock<Bits> = LazyLock::new(|| Bits::by(STEP_BACK));
static RESTORED: LazyLock<Bits> = LazyLock::new(|| Bits::by(STEP));

impl Bits {
    /// Bit `i` goes to bit `i × factor` modulo 256.
    fn by(factor: usize) -> Self {
        let mut bits = Self(vec![[[0; 4]; 256]; 32]);
        for (values, byte) in bits.0.iter_mut().zip(0..) {
            for (words, value) in values.iter_mut().zip(0_usize..) {
                for bit in (0..8).filter(|bit| value >> bit & 1 == 1) {
                    let to = (byte * 8 + bit) * factor % 256;
                    if let Some(word) = words.get_mut(to / 64) {
                        *word |= 1 << (to % 64);
                    }
                }
            }
        }
        bits
    }

    fn of(&self, hash: &PdqHash) -> PdqHash {
        let bytes = hash.words().iter().flat_map(|word| word.to_le_bytes());
        let mut out = [0; 4];
        for (values, byte) in self.0.iter().zip(bytes) {
            if let Some(words) = values.get(usize::from(byte)) {
                out.iter_mut().zip(words).for_each(|(out, word)| *out |= word);
            }
        }
        PdqHash::from_words(out)
    }
}

/// The hash with its bits taken apart; distances stay what they are.
pub(super) fn permuted(hash: &PdqHash) -> PdqHash {
    PERMUTED.of(hash)
}

/// The hash as it was before [`permuted`].
pub(super) fn restored(hash: &PdqHash) -> PdqHash {
    RESTORED.of(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bit_moves_to_a_place_of_its_own_and_back() {
        let mut all = [0; 4];
        for bit in 0..256 {
            let mut words = [0_u64; 4];
            words[bit / 64] = 1 << (bit % 64);
            let hash = PdqHash::from_words(words);
            assert_eq!(restored(&permuted(&hash)), hash);
            all.iter_mut().zip(permuted(&hash).words()).for_each(|(all, word)| *all |= word);
        }
        assert_eq!(all, [u64::MAX; 4]);
    }
}
