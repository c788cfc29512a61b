//! From the 64 × 64 grid to frequencies, to bits, and to the mirrored and turned forms.

use std::sync::LazyLock;

use super::filter::{GRID, Grid};
use super::hash::{PdqHash, Quality};

/// Frequencies each way that the hash looks at; the constant one is left out.
const KEPT: usize = 16;

/// The frequencies `1..=16` each way, row by row.
pub(super) type Frequencies = [[f32; KEPT]; KEPT];

/// Rows of the cosine transform (Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010).
static COSINES: LazyLock<[[f32; GRID]; KEPT]> = LazyLock::new(|| {
    let scale = (2.0_f64 / 64.0).sqrt();
    let mut rows = [[0.0; GRID]; KEPT];
    for (row, frequency) in rows.iter_mut().zip(1_u8..) {
        for (value, place) in row.iter_mut().zip(0_u8..) {
            let angle =
                (core::f64::consts::PI / 2.0 / 64.0) * f64::from(frequency) * f64::from(2 * u16::from(place) + 1);
            *value = narrow(f64::from(narrow(scale)) * angle.cos());
        }
    }
    rows
});

#[expect(clippy::cast_possible_truncation, reason = "the reference rounds to single precision here")]
fn narrow(value: f64) -> f32 {
    value as f32
}

/// `D A Dᵗ`, each sum from the first term to the last as in the reference.
pub(super) fn frequencies(grid: &Grid) -> Frequencies {
    let cosines = &*COSINES;
    let mut output = [[0.0_f32; KEPT]; KEPT];
    for (row, out) in cosines.iter().zip(&mut output) {
        let mut half = [0.0_f32; GRID];
        for (weight, values) in row.iter().zip(grid) {
            for (sum, value) in half.iter_mut().zip(values) {
                *sum += weight * value;
            }
        }
        for (column, out) in cosines.iter().zip(out) {
            let mut sum = 0.0_f32;
            for (value, weight) in half.iter().zip(column) {
                sum += value * weight;
            }
            *out = sum;
        }
    }
    output
}

/// Which frequencies are above the lower median.
pub(super) fn hash(frequencies: &Frequencies) -> PdqHash {
    let mut sorted = [0.0_f32; KEPT * KEPT];
    sorted.copy_from_slice(frequencies.as_flattened());
    let (_, median, _) = sorted.select_nth_unstable_by(127, f32::total_cmp);
    let median = *median;
    let mut words = [0_u64; 4];
    for (word, values) in words.iter_mut().zip(frequencies.as_flattened().chunks_exact(64)) {
        for (bit, value) in values.iter().enumerate() {
            *word |= u64::from(*value > median) << bit;
        }
    }
    PdqHash::from_words(words)
}

/// Sum of the steps between neighbours in hundredths of full scale, each cut to a whole number first: many small steps
/// are noise, and the cut keeps them out.
pub(super) fn quality(grid: &Grid) -> Quality {
    let step = |(one, other): (&f32, &f32)| whole((one - other) * 100.0 / 255.0);
    let down = grid.iter().zip(grid.iter().skip(1)).flat_map(|(row, next)| row.iter().zip(next)).map(step);
    let across = grid.iter().flat_map(|row| row.iter().zip(row.iter().skip(1))).map(step);
    Quality::from_gradients(down.chain(across).sum())
}

#[expect(clippy::cast_possible_truncation, reason = "the reference cuts towards zero; the value is within ±100")]
fn whole(value: f32) -> u32 {
    (value as i32).unsigned_abs()
}

/// What was done to a picture: left as it is, turned, mirrored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Orientation {
    /// As it lies.
    Original,
    /// Turned by a quarter.
    Rotate90,
    /// Upside down.
    Rotate180,
    /// Turned by three quarters.
    Rotate270,
    /// Top and bottom exchanged.
    FlipX,
    /// Left and right exchanged: the mirror.
    FlipY,
    /// Mirrored at the main diagonal.
    FlipPlus1,
    /// Mirrored at the other diagonal.
    FlipMinus1,
}

impl Orientation {
    /// In the order of the standard.
    pub const ALL: [Self; 8] = [
        Self::Original,
        Self::Rotate90,
        Self::Rotate180,
        Self::Rotate270,
        Self::FlipX,
        Self::FlipY,
        Self::FlipPlus1,
        Self::FlipMinus1,
    ];

    /// The id of the sentence that says it.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Original => "media-orientation-original",
            Self::Rotate90 => "media-orientation-rotate-90",
            Self::Rotate180 => "media-orientation-rotate-180",
            Self::Rotate270 => "media-orientation-rotate-270",
            Self::FlipX => "media-orientation-flip-x",
            Self::FlipY => "media-orientation-flip-y",
            Self::FlipPlus1 => "media-orientation-flip-plus-1",
            Self::FlipMinus1 => "media-orientation-flip-minus-1",
        }
    }
}

/// The frequencies of the turned picture, from those of the picture: exchanged where rows become columns, with the
/// sign of the odd or even ones changed.
pub(super) fn turned(frequencies: &Frequencies, orientation: Orientation) -> Frequencies {
    let exchange = matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::FlipPlus1 | Orientation::FlipMinus1
    );
    let mut output = [[0.0; KEPT]; KEPT];
    for (i, row) in frequencies.iter().enumerate() {
        for (j, value) in row.iter().enumerate() {
            let negative = match orientation {
                Orientation::Original | Orientation::FlipPlus1 => false,
                Orientation::Rotate90 | Orientation::FlipY => j % 2 == 0,
                Orientation::Rotate180 | Orientation::FlipMinus1 => (i + j) % 2 == 1,
                Orientation::Rotate270 | Orientation::FlipX => i % 2 == 0,
            };
            let (row, column) = if exchange { (j, i) } else { (i, j) };
            if let Some(place) = output.get_mut(row).and_then(|row| row.get_mut(column)) {
                *place = if negative { -value } else { *value };
            }
        }
    }
    output
}
