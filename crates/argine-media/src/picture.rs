//! Decoded pictures and rectangles of them.

use core::fmt;

/// How the samples of a pixel follow each other; each is 8 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One sample: grey.
    Grey,
    /// Red, green, blue.
    Rgb,
    /// Red, green, blue and an alpha that fingerprints ignore, as the references do.
    Rgba,
}

impl Layout {
    /// Bytes of one pixel.
    pub const fn bytes(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// The pixels do not fill the rectangle that was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{found} bytes of pixels where {width} × {height} need {needed}")]
pub struct PictureError {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Bytes handed over.
    pub found: usize,
    /// Bytes that the rectangle needs.
    pub needed: u64,
}

/// A decoded picture, rows from the top without gaps.
///
/// Its `Debug` shows sizes only: pixels never reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    layout: Layout,
    pixels: Vec<u8>,
}

impl Picture {
    /// A picture from its samples.
    ///
    /// # Errors
    /// The number of bytes is not `width × height × layout.bytes()`.
    pub fn new(width: u32, height: u32, layout: Layout, pixels: Vec<u8>) -> Result<Self, PictureError> {
        View::new(width, height, layout, &pixels)?;
        Ok(Self { width, height, layout, pixels })
    }

    /// The whole picture.
    pub fn view(&self) -> View<'_> {
        View {
            width: self.width,
            height: self.height,
            layout: self.layout,
            stride: self.width as usize * self.layout.bytes(),
            pixels: &self.pixels,
        }
    }

    /// Pixels in a row.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    pub const fn height(&self) -> u32 {
        self.height
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} × {}, {:?})", self.width, self.height, self.layout)
    }
}

/// A rectangle inside a picture, in its pixels from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// First column.
    pub left: u32,
    /// First row.
    pub top: u32,
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// Pixels that somebody else owns: a picture, a rectangle of it or a frame of a video.
#[derive(Clone, Copy)]
pub struct View<'a> {
    width: u32,
    height: u32,
    layout: Layout,
    /// Bytes from one row to the next.
    stride: usize,
    /// From the first sample of the rectangle on.
    pixels: &'a [u8],
}

impl<'a> View<'a> {
    /// Rows from the top without gaps.
    ///
    /// # Errors
    /// The number of bytes is not `width × height × layout.bytes()`.
    pub fn new(width: u32, height: u32, layout: Layout, pixels: &'a [u8]) -> Result<Self, PictureError> {
        let needed = u64::from(width) * u64::from(height) * layout.bytes() as u64;
        if u64::try_from(pixels.len()) != Ok(needed) {
            return Err(PictureError { width, height, found: pixels.len(), needed });
        }
        Ok(Self { width, height, layout, stride: width as usize * layout.bytes(), pixels })
    }

    /// The part of `region` that lies inside.
    pub fn crop(&self, region: Region) -> Self {
        let left = region.left.min(self.width);
        let top = region.top.min(self.height);
        let width = region.width.min(self.width - left);
        let height = region.height.min(self.height - top);
        let start = top as usize * self.stride + left as usize * self.layout.bytes();
        Self { width, height, pixels: self.pixels.get(start..).unwrap_or_default(), ..*self }
    }

    /// Pixels in a row.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Rows.
    pub const fn height(&self) -> u32 {
        self.height
    }

    /// Everything, as a region.
    pub const fn region(&self) -> Region {
        Region { left: 0, top: 0, width: self.width, height: self.height }
    }

    /// How the samples follow each other.
    pub const fn layout(&self) -> Layout {
        self.layout
    }

    /// The samples of row `row` from the top; empty below the last one.
    #[inline]
    pub fn row(&self, row: usize) -> &'a [u8] {
        let start = row * self.stride;
        self.pixels.get(start..start + self.width as usize * self.layout.bytes()).unwrap_or_default()
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "View({} × {}, {:?})", self.width, self.height, self.layout)
    }
}

/// How a viewer turns a picture before showing it: the eight values of the EXIF tag 0x0112.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Turn {
    /// 1: as it lies.
    #[default]
    None,
    /// 2: left and right exchanged.
    Mirror,
    /// 3: upside down.
    Half,
    /// 4: top and bottom exchanged.
    Flip,
    /// 5: mirrored at the main diagonal.
    Transpose,
    /// 6: a quarter clockwise.
    Right,
    /// 7: mirrored at the other diagonal.
    Transverse,
    /// 8: a quarter counter-clockwise.
    Left,
}

impl Turn {
    pub(crate) const fn from_image(orientation: image::metadata::Orientation) -> Self {
        use image::metadata::Orientation;
        match orientation {
            Orientation::NoTransforms => Self::None,
            Orientation::FlipHorizontal => Self::Mirror,
            Orientation::Rotate180 => Self::Half,
            Orientation::FlipVertical => Self::Flip,
            Orientation::Rotate90FlipH => Self::Transpose,
            Orientation::Rotate90 => Self::Right,
            Orientation::Rotate270FlipH => Self::Transverse,
            Orientation::Rotate270 => Self::Left,
        }
    }

    /// Whether rows become columns.
    const fn exchanges(self) -> bool {
        matches!(self, Self::Transpose | Self::Right | Self::Transverse | Self::Left)
    }
}

impl View<'_> {
    /// A copy as a viewer shows it.
    pub fn turned(&self, turn: Turn) -> Picture {
        let (width, height) = if turn.exchanges() { (self.height, self.width) } else { (self.width, self.height) };
        let bytes = self.layout.bytes();
        let (last_column, last_row) =
            (width as usize - usize::from(width > 0), height as usize - usize::from(height > 0));
        let mut pixels = Vec::with_capacity(width as usize * height as usize * bytes);
        for y in 0..height as usize {
            for x in 0..width as usize {
                let (column, row) = match turn {
                    Turn::None => (x, y),
                    Turn::Mirror => (last_column - x, y),
                    Turn::Half => (last_column - x, last_row - y),
                    Turn::Flip => (x, last_row - y),
                    Turn::Transpose => (y, x),
                    Turn::Right => (y, last_column - x),
                    Turn::Transverse => (last_row - y, last_column - x),
                    Turn::Left => (last_row - y, x),
                };
                pixels.extend_from_slice(self.row(row).get(column * bytes..(column + 1) * bytes).unwrap_or_default());
            }
        }
        Picture { width, height, layout: self.layout, pixels }
    }
}
