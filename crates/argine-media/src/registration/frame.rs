//! Where the picture is inside what was found: without a frame, and inside a screenshot.

use super::{BANDS, part};
use crate::picture::{Region, View};

/// What of a found picture is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trim {
    /// All of it.
    None,
    /// Without an even frame.
    Frame,
    /// The largest lively rectangle, as the picture in a screenshot.
    Screenshot,
    /// Without this many per cent of the bottom, where a band of text or a logo may lie.
    WithoutBottom(u8),
    /// Without this many per cent of the top.
    WithoutTop(u8),
    /// The picture of a video at this second.
    Moment(u32),
}

impl Trim {
    /// The id of the message that says it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "media-trim-none",
            Self::Frame => "media-trim-frame",
            Self::Screenshot => "media-trim-screenshot",
            Self::WithoutBottom(_) | Self::WithoutTop(_) => "media-trim-band",
            Self::Moment(_) => "media-trim-moment",
        }
    }

    /// The number in its message.
    pub const fn number(self) -> u32 {
        match self {
            Self::None | Self::Frame | Self::Screenshot => 0,
            Self::WithoutBottom(share) | Self::WithoutTop(share) => share as u32,
            Self::Moment(second) => second,
        }
    }
}

/// Cells of the coarse picture along its longer side, at most.
const LONGEST: usize = 1024;
/// How far a row of a frame may be from even: the noise of compression.
const EVEN: u8 = 24;

/// A small grey copy: every `step`-th pixel.
struct Coarse {
    step: usize,
    width: usize,
    height: usize,
    cells: Vec<u8>,
}

impl Coarse {
    fn new(view: View<'_>) -> Self {
        let (width, height) = (view.width() as usize, view.height() as usize);
        let step = width.max(height).div_ceil(LONGEST).max(1);
        let bytes = view.layout().bytes();
        let mut cells = Vec::with_capacity((width / step + 1) * (height / step + 1));
        for row in (0..height).step_by(step) {
            for pixel in view.row(row).chunks_exact(bytes).step_by(step) {
                cells.push(match pixel {
                    [red, green, blue, ..] => {
                        let weighed = 77 * u16::from(*red) + 150 * u16::from(*green) + 29 * u16::from(*blue);
                        weighed.to_be_bytes()[0]
                    }
                    _ => pixel.first().copied().unwrap_or(0),
                });
            }
        }
        Self { step, width: width.div_ceil(step), height: height.div_ceil(step), cells }
    }

    fn row(&self, row: usize, left: usize, right: usize) -> impl Iterator<Item = u8> + '_ {
        self.cells.get(row * self.width + left..row * self.width + right).unwrap_or_default().iter().copied()
    }

    fn column(&self, column: usize, top: usize, bottom: usize) -> impl Iterator<Item = u8> + '_ {
        let cells = self.cells.get(top * self.width + column..).unwrap_or_default();
        cells.iter().copied().step_by(self.width.max(1)).take(bottom - top)
    }

    fn region(&self, [top, bottom, left, right]: [usize; 4], view: View<'_>) -> Region {
        let scaled = |cell: usize| u32::try_from(cell * self.step).unwrap_or(u32::MAX);
        let (left, top) = (scaled(left).min(view.width()), scaled(top).min(view.height()));
        Region {
            left,
            top,
            width: scaled(right).min(view.width()) - left,
            height: scaled(bottom).min(view.height()) - top,
        }
    }
}

/// The rectangles of a found picture that may be the picture: all of it, then what is inside a frame, then the lively
/// rectangle of a screenshot, then what is left without a band. A rectangle of less than a tenth of the area is nothing.
pub fn regions_of_interest(view: View<'_>) -> Vec<(Trim, Region)> {
    let mut found = vec![(Trim::None, view.region())];
    if view.width() < 32 || view.height() < 32 {
        return found;
    }
    let coarse = Coarse::new(view);
    for (trim, sides) in [(Trim::Frame, frame(&coarse)), (Trim::Screenshot, lively(&coarse))] {
        let region = coarse.region(sides, view);
        let area = u64::from(region.width) * u64::from(region.height);
        let large_enough = area * 10 >= u64::from(view.width()) * u64::from(view.height());
        if large_enough && region.width >= 32 && region.height >= 32 && !found.iter().any(|(_, known)| *known == region)
        {
            found.push((trim, region));
        }
    }
    let Region { left, top, width, height } = view.region();
    for share in BANDS {
        let band = part(height, share);
        found.push((Trim::WithoutBottom(share), Region { left, top, width, height: height - band }));
        found.push((Trim::WithoutTop(share), Region { left, top: top + band, width, height: height - band }));
    }
    found
}

fn even(mut cells: impl Iterator<Item = u8>) -> bool {
    let Some(first) = cells.next() else { return true };
    let (low, high) = cells.fold((first, first), |(low, high), cell| (low.min(cell), high.max(cell)));
    high - low <= EVEN
}

/// Peels even rows and columns off, all four sides until nothing changes.
fn frame(coarse: &Coarse) -> [usize; 4] {
    let (mut top, mut bottom, mut left, mut right) = (0, coarse.height, 0, coarse.width);
    loop {
        let before = [top, bottom, left, right];
        while top < bottom && even(coarse.row(top, left, right)) {
            top += 1;
        }
        while top < bottom && even(coarse.row(bottom - 1, left, right)) {
            bottom -= 1;
        }
        while left < right && even(coarse.column(left, top, bottom)) {
            left += 1;
        }
        while left < right && even(coarse.column(right - 1, top, bottom)) {
            right -= 1;
        }
        if before == [top, bottom, left, right] {
            // The cell at the edge of a frame holds some of it when the copy is coarse.
            let margin = usize::from(coarse.step > 1);
            let shrink = |from: usize, outer: bool| if outer { from } else { from + margin };
            let (top, left) = (shrink(top, top == 0), shrink(left, left == 0));
            return [top, bottom.max(top), left, right.max(left)];
        }
    }
}

/// The longest run of rows that are not screen, then of columns in it. Bars, headers and captions of an app are rows
/// mostly of the page's colour, or all of one colour.
fn lively(coarse: &Coarse) -> [usize; 4] {
    let rows: Vec<_> = (0..coarse.height).map(|row| commonest(coarse.row(row, 0, coarse.width))).collect();
    // Columns of a picture that is bright throughout are no page: the rows say what the page is like.
    let page = page_of(&rows);
    let rows = longest_run(&rows, page);
    let columns: Vec<_> = (0..coarse.width).map(|column| commonest(coarse.column(column, rows.0, rows.1))).collect();
    let columns = longest_run(&columns, page);
    [rows.0, rows.1, columns.0, columns.1]
}

/// The commonest of 32 greys in a line, and its share in per cent.
fn commonest(cells: impl Iterator<Item = u8>) -> (usize, usize) {
    let mut counts = [0_usize; 32];
    let mut all = 0;
    for cell in cells {
        if let Some(count) = counts.get_mut(usize::from(cell / 8)) {
            *count += 1;
        }
        all += 1;
    }
    let (grey, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count).unwrap_or((0, &0));
    (grey, most * 100 / all.max(1))
}

/// The grey of the page: the one that most lines are mostly of.
fn page_of(lines: &[(usize, usize)]) -> usize {
    let mut pages = [0_usize; 32];
    for (grey, _) in lines.iter().filter(|(_, share)| *share >= 50) {
        if let Some(count) = pages.get_mut(*grey) {
            *count += 1;
        }
    }
    pages.iter().enumerate().max_by_key(|(_, count)| **count).map_or(0, |(grey, _)| grey)
}

/// The longest run of lines that are not screen; interruptions of up to 1 % of all are bridged.
fn longest_run(lines: &[(usize, usize)], page: usize) -> (usize, usize) {
    let bridge = lines.len() / 100;
    let (mut best, mut run, mut quiet) = ((0, 0), (0, 0), 0);
    for (line, (grey, share)) in lines.iter().enumerate() {
        let screen = *share >= 97 || (*share >= 50 && *grey == page);
        if screen {
            quiet += 1;
            continue;
        }
        if quiet > bridge || run.1 == 0 {
            run = (line, line);
        }
        run.1 = line + 1;
        quiet = 0;
        if run.1 - run.0 > best.1 - best.0 {
            best = run;
        }
    }
    best
}
