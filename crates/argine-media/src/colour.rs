//! Frames of videos as decoders hold them, luma and half-sized chroma, to the RGB that the reference fingerprints.
//!
//! Every machine must come to the same fingerprint of the same frame, and converters differ by processor: ours does the
//! sums of libswscale's portable one, which made the sample hashes of vPDQ. Chroma is not smoothed, and BT.601 is taken
//! whatever the file says, as the reference does.

/// How many of the 256 values of a sample are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// Luma 16 to 235, chroma 16 to 240: nearly every video.
    Limited,
    /// 0 to 255: some telephones, and motion JPEG.
    Full,
}

/// What a sample adds to the place in the table of brightness, and that table.
pub struct Colours {
    brightness: [u8; PLACES],
    /// Where black lies in it.
    black: i32,
    red: [i32; 256],
    green_by_blue: [i32; 256],
    green_by_red: [i32; 256],
    blue: [i32; 256],
}

/// Places in the table of brightness: every luma with every chroma, and room on both sides that is cut off.
const PLACES: usize = 1024;
/// Places before the one where nothing is added.
const BEFORE: i64 = 384;
/// BT.601 in sixteen binary places: red by its chroma, blue by its, green by both.
const BT_601: [i64; 4] = [104_597, 132_201, -25_675, -53_279];

impl Colours {
    /// The tables of a range.
    pub fn of(range: Range) -> Self {
        let (step, black, foot, chroma) = match range {
            Range::Limited => ((255 << 16) / 219, 326, 16, BT_601),
            Range::Full => (1 << 16, 384, 0, BT_601.map(|weight| weight * 224 / 255)),
        };
        let brightness = core::array::from_fn(|place| {
            let place = i64::try_from(place).unwrap_or(0);
            let value = (place * step - ((BEFORE + foot) << 16) + (1 << 15)) >> 16;
            u8::try_from(value.clamp(0, 255)).unwrap_or(0)
        });
        // Chroma moves the place in the table, so that what it adds is reckoned in steps of luma.
        let [red, blue, green_by_blue, green_by_red] = chroma.map(|weight| {
            let weight = ((weight << 16) + (1 << 15)) / step;
            core::array::from_fn(|sample| {
                let sample = i64::try_from(sample).unwrap_or(0);
                i32::try_from(((sample * weight) >> 16) - (weight >> 9)).unwrap_or(0)
            })
        });
        Self { brightness, black, red, green_by_blue, green_by_red, blue }
    }

    /// Pixels of a frame of `width` × `height`, row after row, into `pixels`, which is emptied first. `planes` holds
    /// luma, then blue and red chroma, [`bytes_of_planes`] in all; of fewer the rows that are whole are converted.
    pub fn rgb(&self, width: u32, height: u32, planes: &[u8], pixels: &mut Vec<u8>) {
        pixels.clear();
        let (width, height) = (width as usize, height as usize);
        let (half, halves) = (width.div_ceil(2), height.div_ceil(2));
        let (luma, chroma) = planes.split_at(planes.len().min(width * height));
        let (blue, red) = chroma.split_at(chroma.len().min(half * halves));
        let rows = luma.chunks_exact(width.max(1)).zip(0_usize..).take(height);
        pixels.reserve(width * height * 3);
        for (luma, row) in rows {
            let half_row = |plane: &'_ [u8]| row / 2 * half..(row / 2 * half + half).min(plane.len());
            let blue = blue.get(half_row(blue)).unwrap_or_default();
            let red = red.get(half_row(red)).unwrap_or_default();
            for (pair, (blue, red)) in luma.chunks(2).zip(blue.iter().zip(red)) {
                let of = |table: &[i32; 256], sample: &u8| table.get(usize::from(*sample)).copied().unwrap_or(0);
                let green = of(&self.green_by_blue, blue) + of(&self.green_by_red, red);
                let added = [of(&self.red, red), green, of(&self.blue, blue)];
                for luma in pair {
                    pixels.extend(added.map(|added| self.sample(*luma, added)));
                }
            }
        }
    }

    fn sample(&self, luma: u8, added: i32) -> u8 {
        let place = usize::try_from(self.black + i32::from(luma) + added).unwrap_or(0);
        self.brightness.get(place).copied().unwrap_or(u8::MAX)
    }
}

/// Bytes of a frame of `width` × `height` as planes.
pub const fn bytes_of_planes(width: u32, height: u32) -> usize {
    let (width, height) = (width as usize, height as usize);
    width * height + 2 * width.div_ceil(2) * height.div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What ffmpeg 5.1 makes of flat pictures with `-cpuflags 0 -sws_flags area`.
    #[test]
    fn every_sample_is_that_of_the_portable_converter() {
        for (planes, limited, full) in [
            ([82, 90, 240], [253, 0, 0], [239, 16, 15]),
            ([145, 54, 34], [0, 254, 0], [13, 238, 14]),
            ([41, 240, 110], [0, 0, 253], [16, 16, 240]),
            ([200, 100, 160], [255, 198, 157], [245, 187, 151]),
            ([16, 128, 128], [0, 0, 0], [16, 16, 16]),
            ([235, 128, 128], [253, 253, 253], [235, 235, 235]),
            ([120, 20, 250], [255, 63, 0], [255, 71, 0]),
            ([3, 255, 0], [0, 39, 239], [0, 52, 228]),
            ([126, 131, 77], [45, 167, 132], [54, 162, 132]),
        ] {
            let [luma, blue, red] = planes;
            for (range, wanted) in [(Range::Limited, limited), (Range::Full, full)] {
                let mut pixels = Vec::new();
                Colours::of(range).rgb(2, 2, &[luma, luma, luma, luma, blue, red], &mut pixels);
                assert_eq!(pixels, wanted.repeat(4), "{range:?} {planes:?}");
            }
        }
    }

    #[test]
    fn odd_sides_and_missing_planes_are_no_harm() {
        let mut pixels = vec![1];
        let colours = Colours::of(Range::Limited);
        let planes = vec![100; bytes_of_planes(5, 3)];
        assert_eq!(planes.len(), 15 + 2 * 6);
        colours.rgb(5, 3, &planes, &mut pixels);
        assert_eq!(pixels.len(), 45);
        assert!(pixels.chunks(3).all(|pixel| pixel == &pixels[..3]), "one colour");
        for length in 0..planes.len() {
            colours.rgb(5, 3, &planes[..length], &mut pixels);
            assert!(pixels.len() <= 45);
        }
        colours.rgb(0, 0, &[], &mut pixels);
        assert!(pixels.is_empty());
    }
}
