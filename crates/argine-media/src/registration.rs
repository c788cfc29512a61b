//! More fingerprints of a private picture, so that it is found after what platforms and blackmailers do to pictures.
//!
//! PDQ alone loses a picture that was mirrored, cropped by 2 % a side, framed, or photographed as a screenshot. Two exact
//! means bring it back. On the side of the person who owns the picture: fingerprints of the crops that platforms make and
//! of a few zooms ([`register`]). On the side of what was found: its eight mirrored and turned forms, without its frame,
//! and of the picture inside a screenshot ([`query`]).
//!
//! The extra fingerprints say more about a picture than one does. They stay on the device: [`Registration::shareable`] is
//! the only one that a programme is ever given.

mod frame;

use core::fmt;

pub use frame::{Trim, regions_of_interest};

use crate::pdq::{self, Flavour, Orientation, Pdq, PdqHash, Quality};
use crate::picture::{Picture, Region, Turn, View};

/// Which part of the private picture a fingerprint is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// All of it, as a viewer shows it.
    Whole,
    /// All of it, as its pixels lie, where that differs.
    AsStored,
    /// All of it in the mirror, from mirrored pixels: the forms of the standard are some bits off.
    Mirrored,
    /// The middle in the shape that a platform shows; the numbers are its shape.
    Shape(u8, u8),
    /// One end in that shape: the top of an upright picture, the left of a wide one.
    ShapeStart(u8, u8),
    /// Without this many per cent of each side.
    Zoom(u8),
    /// Without this many per cent of the bottom: a band of text or a bar was laid there.
    WithoutBottom(u8),
    /// Without this many per cent of the top.
    WithoutTop(u8),
    /// The picture of a private video at this second.
    Moment(u32),
    /// Whatever the maker of a list took the fingerprint of.
    Listed,
}

impl Variant {
    /// The id of the message that says it; `$a` and `$b` are [`Variant::numbers`].
    pub const fn id(self) -> &'static str {
        match self {
            Self::Whole => "media-variant-whole",
            Self::AsStored => "media-variant-as-stored",
            Self::Mirrored => "media-variant-mirrored",
            Self::Shape(..) => "media-variant-shape",
            Self::ShapeStart(..) => "media-variant-shape-start",
            Self::Zoom(_) => "media-variant-zoom",
            Self::WithoutBottom(_) => "media-variant-without-bottom",
            Self::WithoutTop(_) => "media-variant-without-top",
            Self::Moment(_) => "media-variant-moment",
            Self::Listed => "media-variant-listed",
        }
    }

    /// The numbers in its message.
    pub const fn numbers(self) -> (u32, u32) {
        match self {
            Self::Whole | Self::AsStored | Self::Mirrored | Self::Listed => (0, 0),
            Self::Shape(wide, high) | Self::ShapeStart(wide, high) => (wide as u32, high as u32),
            Self::Zoom(share) | Self::WithoutBottom(share) | Self::WithoutTop(share) => (share as u32, 0),
            Self::Moment(second) => (second, 0),
        }
    }
}

/// The seven shapes that platforms cut to: squares of grids, portrait posts, stories, thumbnails, banners.
const SHAPES: [(u8, u8); 7] = [(1, 1), (4, 5), (9, 16), (16, 9), (4, 3), (3, 4), (2, 1)];
/// The zooms, per cent of each side: a crop in between is half a per cent away from one of them, about 15 bits. Seven at
/// every second per cent lose a third of natural pictures (26 bits at one per cent, more where they are rich in detail).
const ZOOMS: core::ops::RangeInclusive<u8> = 1..=14;
/// Bands that are laid over the lower or upper edge.
pub(super) const BANDS: [u8; 2] = [8, 15];

/// The fingerprints of one private picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Registration {
    entries: Vec<(Variant, Pdq)>,
}

impl Registration {
    /// What a named programme may be given, after the person agreed: the fingerprint of the whole picture.
    pub fn shareable(&self) -> Option<Pdq> {
        self.entries.iter().find(|(variant, _)| *variant == Variant::Whole).map(|(_, pdq)| *pdq)
    }

    /// Everything to search by, for this device only. Fingerprints below the quality gate are left out.
    pub fn on_this_device(&self) -> impl Iterator<Item = (Variant, Pdq)> + '_ {
        self.entries.iter().copied().filter(|(_, pdq)| pdq.quality.passes())
    }

    /// The nearest of them to one of the forms of a query.
    pub fn nearest(&self, query: &Query) -> Option<Nearest> {
        self.on_this_device()
            .flat_map(|(variant, registered)| {
                query.candidates.iter().map(move |candidate| Nearest {
                    distance: registered.hash.distance(&candidate.hash),
                    variant,
                    orientation: candidate.orientation,
                    trim: candidate.trim,
                    registered: Some(registered.quality),
                    found: candidate.quality,
                })
            })
            .min()
    }
}

impl fmt::Debug for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Registration({} fingerprints)", self.entries.len())
    }
}

/// How near a query comes to a private picture, and by which way; the order is by distance, then by the plainest way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nearest {
    /// Differing bits.
    pub distance: u32,
    /// What of the found picture was compared.
    pub trim: Trim,
    /// How the found picture was turned.
    pub orientation: Orientation,
    /// Which part of the private picture it is like.
    pub variant: Variant,
    /// Quality of the private fingerprint; none where a list does not say it.
    pub registered: Option<Quality>,
    /// Quality of the found one.
    pub found: Option<Quality>,
}

/// Fingerprints of a private picture: whole, as stored, mirrored, seven shapes, fourteen zooms and four without a band. `turn` is how a
/// viewer shows it.
pub fn register(picture: &Picture, turn: Turn) -> Registration {
    let upright = (turn != Turn::None).then(|| picture.view().turned(turn));
    let view = upright.as_ref().map_or_else(|| picture.view(), Picture::view);
    let mut entries = vec![(Variant::Whole, pdq::fingerprint(view, Flavour::FullSize))];
    if upright.is_some() {
        entries.push((Variant::AsStored, pdq::fingerprint(picture.view(), Flavour::FullSize)));
    }
    let mirrored = view.turned(Turn::Mirror);
    entries.push((Variant::Mirrored, pdq::fingerprint(mirrored.view(), Flavour::FullSize)));
    let mut regions = Vec::new();
    for (wide, high) in SHAPES {
        if let Some((middle, start)) = shapes(view.region(), wide, high) {
            regions.push((Variant::Shape(wide, high), middle));
            if (wide, high) == (4, 5) {
                regions.push((Variant::ShapeStart(wide, high), start));
            }
        }
    }
    regions.extend(ZOOMS.map(|share| (Variant::Zoom(share), inner(view.region(), share))));
    for share in BANDS {
        let Region { left, top, width, height } = view.region();
        let band = part(height, share);
        regions.push((Variant::WithoutBottom(share), Region { left, top, width, height: height - band }));
        regions.push((Variant::WithoutTop(share), Region { left, top: top + band, width, height: height - band }));
    }
    entries.extend(
        regions.into_iter().map(|(variant, region)| (variant, pdq::fingerprint(view.crop(region), Flavour::FullSize))),
    );
    Registration { entries }
}

/// `share` per cent of `length`.
fn part(length: u32, share: u8) -> u32 {
    u32::try_from(u64::from(length) * u64::from(share) / 100).unwrap_or(0)
}

fn inner(region: Region, share: u8) -> Region {
    let (across, down) = (part(region.width, share), part(region.height, share));
    Region {
        left: region.left + across,
        top: region.top + down,
        width: region.width - 2 * across,
        height: region.height - 2 * down,
    }
}

/// The largest `wide : high` in the middle and at the start; none when the region has that shape within 2 %.
fn shapes(region: Region, wide: u8, high: u8) -> Option<(Region, Region)> {
    let (across, down) = (u64::from(region.width) * u64::from(high), u64::from(region.height) * u64::from(wide));
    if across.abs_diff(down) * 50 <= across.max(down) {
        return None;
    }
    let (width, height) = if across > down {
        (u32::try_from(down / u64::from(high)).ok()?, region.height)
    } else {
        (region.width, u32::try_from(across / u64::from(wide)).ok()?)
    };
    let middle = Region {
        left: region.left + (region.width - width) / 2,
        top: region.top + (region.height - height) / 2,
        width,
        height,
    };
    Some((middle, Region { left: region.left, top: region.top, width, height }))
}

/// A found picture in every form that it is compared in.
#[derive(Clone)]
pub struct Query {
    candidates: Vec<Candidate>,
}

/// One form of a found picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Its fingerprint.
    pub hash: PdqHash,
    /// How much there is to recognise in it; none where a list does not say it.
    pub quality: Option<Quality>,
    /// How it was turned.
    pub orientation: Orientation,
    /// What of the found picture it is.
    pub trim: Trim,
}

impl Query {
    /// A fingerprint of a list: there are no pixels to make other forms of.
    pub fn of_hash(hash: PdqHash) -> Self {
        let (orientation, trim) = (Orientation::Original, Trim::None);
        Self { candidates: vec![Candidate { hash, quality: None, orientation, trim }] }
    }

    /// Each form that passes the quality gate.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Query({} forms)", self.candidates.len())
    }
}

/// The forms of a found picture: the whole, the inside of a frame or of a screenshot, and what is left without a band; each
/// in its eight mirrored and turned forms.
pub fn query(view: View<'_>) -> Query {
    let mut candidates = Vec::new();
    for (trim, region) in regions_of_interest(view) {
        let forms = pdq::dihedral(view.crop(region), Flavour::FullSize);
        if forms.quality.passes() {
            let quality = Some(forms.quality);
            candidates.extend(forms.iter().map(|(orientation, hash)| Candidate { hash, quality, orientation, trim }));
        }
    }
    Query { candidates }
}

#[cfg(test)]
mod tests;
