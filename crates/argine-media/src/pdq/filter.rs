//! The tent filter of PDQ, streamed: a few rows of floats at a time, each sum in the order of the reference.
//!
//! Running sums are serial, so eight of them run side by side: along rows the eight lanes are eight rows, along columns
//! eight columns; blocks of 8 × 8 are turned over in registers between the two. The second pass along rows divides only
//! where one of the 64 columns is read, the second pass along columns exists only for those.
#![expect(clippy::inline_always, reason = "code outlined from the dispatched closure would lose its wide registers")]
#![expect(clippy::many_single_char_names, reason = "eight rows that are turned over have no better names than a to h")]

use fearless_simd::{Level, Simd, SimdBase, SimdInto, dispatch, f32x8};

/// Places each way at which the blurred picture is read.
pub(super) const GRID: usize = 64;
/// The blurred picture at those places, row by row.
pub(super) type Grid = [[f32; GRID]; GRID];

const LANES: usize = 8;
/// Eight neighbouring floats, of eight rows or of eight columns.
type Lanes = [f32; LANES];

/// A picture that gives its rows as luma.
pub(super) trait Rows {
    /// Writes row `row` to the start of `out`, from 0 to 255.
    fn luma(&self, row: usize, out: &mut [f32]);
}

/// The grid of a picture that is 64 × 64 already.
pub(super) fn unfiltered(rows: &impl Rows) -> Grid {
    let mut grid = [[0.0; GRID]; GRID];
    grid.iter_mut().enumerate().for_each(|(row, out)| rows.luma(row, out));
    grid
}

/// The grid of a picture of `width` × `height`, each at least 5.
pub(super) fn filtered(rows: &impl Rows, width: usize, height: usize) -> Grid {
    let mut work = Work::new(width, height);
    dispatch!(Level::new(), simd => work.run(simd, rows));
    work.grid
}

/// A box along one side: how many values it sums, and how many of them lie after its place.
#[derive(Clone, Copy)]
struct Window {
    length: usize,
    full: usize,
    /// Values summed before the first one is written, and sums written after the last value.
    lead: usize,
}

impl Window {
    const fn new(length: usize) -> Self {
        let full = length.div_ceil(2 * GRID);
        Self { length, full, lead: full / 2 }
    }

    /// How many values are in the sum that is written for `place`.
    fn count(self, place: usize) -> f32 {
        let last = (place + self.lead).min(self.length - 1);
        let first = (place + self.lead + 1).saturating_sub(self.full);
        count(last + 1 - first)
    }

    /// Where the blurred side is read, target centres.
    fn sampled(self) -> [usize; GRID] {
        core::array::from_fn(|place| (2 * place + 1) * self.length / (2 * GRID))
    }
}

/// Windows have at most a few hundred thousand values, far below where single precision skips whole numbers.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn count(values: usize) -> f32 {
    values as f32
}

/// The working memory: two tiles of eight rows and the rows that the column sums still have to give back.
struct Work {
    columns: Window,
    rows: Window,
    /// Eight rows of luma, each of whole blocks of columns.
    luma: Vec<f32>,
    /// Eight rows side by side: item `x` is column `x` of all of them.
    input: Vec<Lanes>,
    output: Vec<Lanes>,
    first: ColumnSums,
    second: Vec<f32>,
    second_sums: [f32; GRID],
    grid: Grid,
}

/// The first pass along columns: for each block of eight columns their sums and the last rows.
struct ColumnSums {
    sums: Vec<Lanes>,
    /// For each block `slots` rows of eight columns.
    ring: Vec<Lanes>,
    slots: usize,
}

impl Work {
    fn new(width: usize, height: usize) -> Self {
        let blocks = width.div_ceil(LANES);
        let rows = Window::new(height);
        let slots = rows.full + 1;
        Self {
            columns: Window::new(width),
            rows,
            luma: vec![0.0; blocks * LANES * LANES],
            input: vec![[0.0; LANES]; blocks * LANES],
            output: vec![[0.0; LANES]; blocks * LANES],
            first: ColumnSums { sums: vec![[0.0; LANES]; blocks], ring: vec![[0.0; LANES]; blocks * slots], slots },
            second: vec![0.0; slots * GRID],
            second_sums: [0.0; GRID],
            grid: [[0.0; GRID]; GRID],
        }
    }

    #[inline(always)]
    fn run<S: Simd>(&mut self, simd: S, source: &impl Rows) {
        let (width, height) = (self.columns.length, self.rows.length);
        let sampled_columns = self.columns.sampled();
        let mut next_row = SampledRows { places: self.rows.sampled(), next: 0 };
        let stride = self.luma.len() / LANES;
        let mut second_row = 0;
        for start in (0..height + self.rows.lead).step_by(LANES) {
            for (row, out) in (start..).zip(self.luma.chunks_exact_mut(stride)) {
                let out = out.get_mut(..width).unwrap_or_default();
                if row < height { source.luma(row, out) } else { out.fill(0.0) }
            }
            turn_rows(simd, &self.luma, stride, &mut self.input);
            along_rows(simd, self.columns, &self.input, &mut self.output);
            self.first.along_columns(simd, self.rows, start, &self.output, &mut self.input);
            let mut samples = [[0.0; LANES]; GRID];
            along_rows_sampled(simd, self.columns, &self.input, &sampled_columns, &mut samples);
            for lane in 0..LANES {
                // Row `start` of the picture completes row `start - lead` of the blurred one.
                let Some(row) = (start + lane).checked_sub(self.rows.lead) else { continue };
                if row >= height {
                    break;
                }
                let values: [f32; GRID] = core::array::from_fn(|column| {
                    samples.get(column).and_then(|all| all.get(lane)).copied().unwrap_or(0.0)
                });
                self.along_columns_sampled(second_row, Some(&values), &mut next_row);
                second_row += 1;
            }
        }
        for row in height..height + self.rows.lead {
            self.along_columns_sampled(row, None, &mut next_row);
        }
    }

    /// The second pass along the 64 columns that are read: takes row `row`, or none below the last one.
    #[inline(always)]
    fn along_columns_sampled(&mut self, row: usize, values: Option<&[f32; GRID]>, next: &mut SampledRows) {
        let slots = self.rows.full + 1;
        if let Some(values) = values {
            self.second_sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
            let place = self.second.chunks_exact_mut(GRID).nth(row % slots);
            if let Some(place) = place {
                place.copy_from_slice(values);
            }
        }
        if let Some(oldest) = row.checked_sub(self.rows.full) {
            let oldest = self.second.chunks_exact(GRID).nth(oldest % slots).unwrap_or_default();
            self.second_sums.iter_mut().zip(oldest).for_each(|(sum, value)| *sum -= value);
        }
        let Some(written) = row.checked_sub(self.rows.lead) else { return };
        let count = self.rows.count(written);
        while next.place() == Some(written) {
            let out = self.grid.get_mut(next.next).map_or(&mut [][..], |row| row);
            out.iter_mut().zip(&self.second_sums).for_each(|(out, sum)| *out = sum / count);
            next.next += 1;
        }
    }
}

/// The rows that are read, from the top; a low picture reads a row more than once.
struct SampledRows {
    places: [usize; GRID],
    next: usize,
}

impl SampledRows {
    fn place(&self) -> Option<usize> {
        self.places.get(self.next).copied()
    }
}

/// Eight rows of luma side by side.
#[inline(always)]
fn turn_rows<S: Simd>(simd: S, luma: &[f32], stride: usize, out: &mut [Lanes]) {
    let mut rows = luma.chunks_exact(stride).map(|row| row.as_chunks::<LANES>().0);
    let mut next = || rows.next().unwrap_or_default().iter();
    let (a, b, c, d) = (next(), next(), next(), next());
    let (e, f, g, h) = (next(), next(), next(), next());
    let (blocks, _) = out.as_chunks_mut::<LANES>();
    let rows = a.zip(b).zip(c.zip(d)).zip(e.zip(f).zip(g.zip(h)));
    for (out, (((a, b), (c, d)), ((e, f), (g, h)))) in blocks.iter_mut().zip(rows) {
        let block = [a, b, c, d, e, f, g, h].map(|lanes| wide(simd, lanes));
        *out = turn(simd, block).map(Into::into);
    }
}

#[inline(always)]
fn wide<S: Simd>(simd: S, lanes: &Lanes) -> f32x8<S> {
    (*lanes).simd_into(simd)
}

/// Rows become columns.
#[inline(always)]
fn turn<S: Simd>(_: S, [a, b, c, d, e, f, g, h]: [f32x8<S>; LANES]) -> [f32x8<S>; LANES] {
    let (ae_low, ae_high) = (a.zip_low(e), a.zip_high(e));
    let (bf_low, bf_high) = (b.zip_low(f), b.zip_high(f));
    let (cg_low, cg_high) = (c.zip_low(g), c.zip_high(g));
    let (dh_low, dh_high) = (d.zip_low(h), d.zip_high(h));
    let quarter = |ae: f32x8<S>, bf: f32x8<S>, cg: f32x8<S>, dh: f32x8<S>| {
        let (even_low, even_high) = (ae.zip_low(cg), ae.zip_high(cg));
        let (odd_low, odd_high) = (bf.zip_low(dh), bf.zip_high(dh));
        [
            even_low.zip_low(odd_low),
            even_low.zip_high(odd_low),
            even_high.zip_low(odd_high),
            even_high.zip_high(odd_high),
        ]
    };
    let [first, second, third, fourth] = quarter(ae_low, bf_low, cg_low, dh_low);
    let [fifth, sixth, seventh, eighth] = quarter(ae_high, bf_high, cg_high, dh_high);
    [first, second, third, fourth, fifth, sixth, seventh, eighth]
}

/// The running sum along eight rows at once, with each sum that `write` asks for.
#[inline(always)]
fn running_sum<S: Simd>(simd: S, window: Window, input: &[Lanes], mut write: impl FnMut(f32x8<S>, f32x8<S>)) {
    let input = input.get(..window.length).unwrap_or_default();
    let mut sum = f32x8::splat(simd, 0.0);
    let (before, rest) = input.split_at_checked(window.lead).unwrap_or_default();
    for value in before {
        sum += wide(simd, value);
    }
    let (growing, rest) = rest.split_at_checked(window.full - window.lead).unwrap_or_default();
    for (value, summed) in growing.iter().zip(window.lead + 1..) {
        sum += wide(simd, value);
        write(sum, f32x8::splat(simd, count(summed)));
    }
    let full = f32x8::splat(simd, count(window.full));
    for (value, oldest) in rest.iter().zip(input) {
        sum += wide(simd, value);
        sum -= wide(simd, oldest);
        write(sum, full);
    }
    let shrinking = input.get(rest.len()..).unwrap_or_default().iter().take(window.lead);
    for (oldest, left) in shrinking.zip((0..window.full).rev()) {
        sum -= wide(simd, oldest);
        write(sum, f32x8::splat(simd, count(left)));
    }
}

#[inline(always)]
fn along_rows<S: Simd>(simd: S, window: Window, input: &[Lanes], output: &mut [Lanes]) {
    let mut output = output.iter_mut();
    running_sum(simd, window, input, |sum, count| {
        if let Some(output) = output.next() {
            *output = (sum / count).into();
        }
    });
}

/// The same, divided only at the columns that are read.
#[inline(always)]
fn along_rows_sampled<S: Simd>(
    simd: S,
    window: Window,
    input: &[Lanes],
    places: &[usize; GRID],
    samples: &mut [Lanes; GRID],
) {
    let mut wanted = places.iter().zip(samples).peekable();
    let mut place = 0;
    running_sum(simd, window, input, |sum, count| {
        while let Some((_, sample)) = wanted.next_if(|(column, _)| **column == place) {
            *sample = (sum / count).into();
        }
        place += 1;
    });
}

impl ColumnSums {
    /// Eight rows, `start` the first of them, through the sums of the columns: a block of eight columns is turned to
    /// rows, summed row after row and turned back.
    #[inline(always)]
    fn along_columns<S: Simd>(&mut self, simd: S, window: Window, start: usize, input: &[Lanes], output: &mut [Lanes]) {
        let slots = self.slots;
        let steps: [Step; LANES] = core::array::from_fn(|lane| {
            let row = start + lane;
            Step {
                slot: row % slots,
                oldest: row.checked_sub(window.full).map(|oldest| oldest % slots),
                count: row
                    .checked_sub(window.lead)
                    .filter(|row| *row < window.length)
                    .map_or(1.0, |row| window.count(row)),
            }
        });
        let (input, _) = input.as_chunks::<LANES>();
        let (output, _) = output.as_chunks_mut::<LANES>();
        let blocks = self.sums.iter_mut().zip(self.ring.chunks_exact_mut(slots));
        for ((input, output), (sums, ring)) in input.iter().zip(output).zip(blocks) {
            let mut sum: f32x8<S> = wide(simd, sums);
            let mut block = turn(simd, input.map(|lanes| wide(simd, &lanes)));
            for (value, step) in block.iter_mut().zip(&steps) {
                sum += *value;
                if let Some(place) = ring.get_mut(step.slot) {
                    *place = (*value).into();
                }
                if let Some(oldest) = step.oldest.and_then(|oldest| ring.get(oldest)) {
                    sum -= wide(simd, oldest);
                }
                *value = sum / f32x8::splat(simd, step.count);
            }
            *sums = sum.into();
            *output = turn(simd, block).map(Into::into);
        }
    }
}

/// What a row does to the column sums.
struct Step {
    slot: usize,
    oldest: Option<usize>,
    count: f32,
}
