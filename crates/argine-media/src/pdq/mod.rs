//! PDQ, the open fingerprint of pictures (facebook/ThreatExchange, `pdq/`), bit for bit.
//!
//! A picture is turned to luma, blurred by a tent (two box filters each way), read at 64 × 64 places and transformed by a
//! cosine transform; the hash says which of its 256 lowest frequencies are above their median. The floating-point steps
//! are done in the order of the reference, so that the bits are the same; the blur streams over the rows, so that the
//! working memory is a few rows and never a float image of the whole picture.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]

mod filter;
mod hash;
mod transform;

pub use hash::{ParsePdqError, PdqHash, Quality};
pub use transform::Orientation;

use crate::picture::{Layout, View};
use filter::Rows;

/// Which of the two published ways to compute PDQ. On pictures above 512 pixels they differ by up to 10 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flavour {
    /// From every pixel: python-threatexchange, Hasher-Matcher-Actioner, the Java reference.
    FullSize,
    /// First 512 × 512 nearest neighbours where a side is longer: the C++ command line and the page build.
    Nearest512,
}

/// The fingerprint of a picture with how much of it there was to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pdq {
    /// The 256 bits.
    pub hash: PdqHash,
    /// 0 to 100; below 50 a match means little.
    pub quality: Quality,
}

/// The smallest side that can be fingerprinted; below it the hash is zero and the quality 0.
pub const SMALLEST_SIDE: u32 = 5;

/// The fingerprint of a picture as its pixels lie.
pub fn fingerprint(view: View<'_>, flavour: Flavour) -> Pdq {
    // The reference takes a picture of 64 × 64 as it is when it makes one hash, and blurs it when it makes eight.
    let as_it_is = (view.width(), view.height()) == (64, 64);
    let Some(grid) = (if as_it_is { Some(filter::unfiltered(&Pixels(view))) } else { grid(view, flavour) }) else {
        return Pdq { hash: PdqHash::default(), quality: Quality::default() };
    };
    Pdq { hash: transform::hash(&transform::frequencies(&grid)), quality: transform::quality(&grid) }
}

/// The fingerprints of a picture and of its seven mirrored and turned forms, from one pass over the pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dihedral {
    /// One for each of [`Orientation::ALL`], in that order.
    pub hashes: [PdqHash; 8],
    /// The same for all.
    pub quality: Quality,
}

impl Dihedral {
    /// The hashes with what was done to the picture, upright first.
    pub fn iter(&self) -> impl Iterator<Item = (Orientation, PdqHash)> + '_ {
        Orientation::ALL.into_iter().zip(self.hashes)
    }

    /// The fingerprint of the picture as it lies.
    pub fn upright(&self) -> Pdq {
        let [upright, ..] = self.hashes;
        Pdq { hash: upright, quality: self.quality }
    }
}

/// All eight fingerprints of a picture.
pub fn dihedral(view: View<'_>, flavour: Flavour) -> Dihedral {
    let Some(grid) = grid(view, flavour) else {
        return Dihedral { hashes: [PdqHash::default(); 8], quality: Quality::default() };
    };
    let frequencies = transform::frequencies(&grid);
    let hashes = Orientation::ALL.map(|orientation| transform::hash(&transform::turned(&frequencies, orientation)));
    Dihedral { hashes, quality: transform::quality(&grid) }
}

/// The picture read at 64 × 64 places after the blur; none when it is too small.
fn grid(view: View<'_>, flavour: Flavour) -> Option<filter::Grid> {
    const LONGEST: u32 = 512;
    if view.width() < SMALLEST_SIDE || view.height() < SMALLEST_SIDE {
        return None;
    }
    let shrink = flavour == Flavour::Nearest512 && view.width().max(view.height()) > LONGEST;
    Some(if shrink {
        filter::filtered(&Nearest(view), LONGEST as usize, LONGEST as usize)
    } else {
        filter::filtered(&Pixels(view), view.width() as usize, view.height() as usize)
    })
}

/// Every pixel of a picture as luma.
struct Pixels<'a>(View<'a>);

impl Rows for Pixels<'_> {
    #[inline(always)]
    fn luma(&self, row: usize, out: &mut [f32]) {
        let samples = self.0.row(row);
        match self.0.layout() {
            // As red, green and blue of the same value, which is how python-threatexchange sees it.
            Layout::Grey => samples.iter().zip(out).for_each(|(grey, luma)| *luma = weigh(*grey, *grey, *grey)),
            Layout::Rgb => {
                let (pixels, _) = samples.as_chunks::<3>();
                pixels.iter().zip(out).for_each(|([red, green, blue], luma)| *luma = weigh(*red, *green, *blue));
            }
            Layout::Rgba => {
                let (pixels, _) = samples.as_chunks::<4>();
                pixels.iter().zip(out).for_each(|([red, green, blue, _], luma)| *luma = weigh(*red, *green, *blue));
            }
        }
    }
}

/// A picture squeezed to 512 × 512 by taking the nearest pixel; its shape is lost, as in the C++ file reader.
struct Nearest<'a>(View<'a>);

impl Rows for Nearest<'_> {
    #[inline(always)]
    fn luma(&self, row: usize, out: &mut [f32]) {
        let nearest = |at: usize, side: u32| (at + 1) * side as usize / 512;
        let samples = self.0.row(row * self.0.height() as usize / 512);
        let bytes = self.0.layout().bytes();
        let width = self.0.width();
        let mut start = 0;
        for (column, luma) in out.iter_mut().enumerate().take(512) {
            *luma = match samples.get(start * bytes..) {
                Some([red, green, blue, ..]) if bytes > 1 => weigh(*red, *green, *blue),
                Some([grey, ..]) => weigh(*grey, *grey, *grey),
                _ => 0.0,
            };
            start = nearest(column, width);
        }
    }
}

/// ITU-R BT.601 luma, summed from left to right.
#[inline(always)]
fn weigh(red: u8, green: u8, blue: u8) -> f32 {
    0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue)
}

#[cfg(test)]
mod tests;
