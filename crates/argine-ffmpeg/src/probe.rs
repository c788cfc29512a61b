//! What the container says: size, rate, and when each frame is shown.

use std::path::Path;

use argine_media::colour::Range;

use crate::{FfmpegError, Limits, child};

/// The first stream of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stream {
    /// Pixels in a row, as stored.
    pub width: u32,
    /// Rows, as stored.
    pub height: u32,
    /// Frames a second as a fraction, on average.
    pub rate: (u32, u32),
    /// How the pixels are stored.
    pub samples: Samples,
}

/// How the pixels of a stream are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Samples {
    /// Eight bits of luma and half-sized chroma, as nearly every video has them: converted here, the same way on every
    /// machine.
    Planes(Range),
    /// Anything else: converted by ffmpeg.
    Other,
}

impl Stream {
    /// Where frame `number` would be at the average rate, for containers without times.
    pub(crate) fn time_of(&self, number: u64) -> u64 {
        let (frames, seconds) = self.rate;
        (number.saturating_mul(1_000).saturating_mul(u64::from(seconds))).checked_div(u64::from(frames)).unwrap_or(0)
    }
}

/// Options that let ffmpeg open this file and the pipe, never the network. The name goes behind `file:`, so that no name
/// can be taken for an option or an address.
pub(crate) fn only_this_file(path: &Path) -> [String; 4] {
    ["-protocol_whitelist".to_owned(), "file,pipe".to_owned(), "-i".to_owned(), format!("file:{}", path.display())]
}

pub(crate) fn stream(path: &Path, limits: &Limits) -> Result<Stream, FfmpegError> {
    let entries = "stream=width,height,pix_fmt,avg_frame_rate";
    let text = probe(path, entries, limits)?;
    let line = text.lines().find(|line| !line.trim().is_empty()).ok_or(FfmpegError::NoPictures)?;
    let mut fields = line.trim().split(',');
    let mut number = || fields.next().and_then(|field| field.parse::<u32>().ok()).filter(|number| *number > 0);
    let (Some(width), Some(height)) = (number(), number()) else { return Err(FfmpegError::NoPictures) };
    let samples = match fields.next() {
        Some("yuv420p") => Samples::Planes(Range::Limited),
        Some("yuvj420p") => Samples::Planes(Range::Full),
        _ => Samples::Other,
    };
    let rate = fields.next().and_then(|rate| rate.split_once('/'));
    let rate = rate.and_then(|(frames, seconds)| Some((frames.parse().ok()?, seconds.parse().ok()?))).unwrap_or((0, 1));
    Ok(Stream { width, height, rate, samples })
}

/// When each frame is shown, in milliseconds from the start, in the order of showing.
pub(crate) fn times(path: &Path, limits: &Limits) -> Result<Vec<u64>, FfmpegError> {
    let text = probe(path, "packet=pts_time", limits)?;
    // Packets come in the order of decoding; frames are shown in the order of their times.
    let mut times: Vec<i64> = text.lines().filter_map(|line| milliseconds(line.trim().trim_end_matches(','))).collect();
    times.sort_unstable();
    let start = times.first().copied().unwrap_or(0);
    Ok(times.into_iter().map(|time| u64::try_from(time - start).unwrap_or(0)).collect())
}

fn probe(path: &Path, entries: &str, limits: &Limits) -> Result<String, FfmpegError> {
    let mut options: Vec<String> =
        ["-v", "error", "-select_streams", "v:0", "-show_entries", entries, "-of", "csv=p=0"]
            .map(ToOwned::to_owned)
            .into();
    options.extend(only_this_file(path));
    child::finished("ffprobe", &options, limits)
}

/// `12.345678` to the nearest millisecond.
fn milliseconds(text: &str) -> Option<i64> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let micros: i64 = format!("{:0<6}", rest.get(..6.min(rest.len()))?).parse().ok()?;
    let whole: i64 = whole.parse().ok()?;
    Some(sign * (whole.checked_mul(1_000)?.checked_add((micros + 500) / 1_000)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_to_the_millisecond() {
        for (text, want) in
            [("0.000000", Some(0)), ("1.2345", Some(1_235)), ("-0.04", Some(-40)), ("7", Some(7_000)), ("N/A", None)]
        {
            assert_eq!(milliseconds(text), want, "{text}");
        }
    }
}
