//! Frames of videos and pixels of HEIC and AVIF pictures, through the system's `ffmpeg`.
//!
//! It starts `ffprobe` and `ffmpeg` as child processes that may open the one file and the pipe and nothing else
//! (`-protocol_whitelist file,pipe`), with limits on time, memory, pixels and frames, and records version and options for
//! the evidence. Frames become fingerprints as they arrive; none is kept or written.
//!
//! It does **not** decide anything, shows no frame, reads no sound, and is the only room that starts a program for media.
//! Where there is no ffmpeg it says so, and how to export the file instead.

mod child;
mod probe;

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use argine_media::colour::{Colours, Range, bytes_of_planes};
use argine_media::video::{Frame, Video};
use argine_media::{Flavour, Layout, Picture, View, pdq};

pub use probe::{Samples, Stream};

/// How much a file may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Processor seconds and seconds on the wall of a child.
    pub time: Duration,
    /// Address space of a child, in MiB.
    pub memory: u64,
    /// Pixels of a frame.
    pub pixels: u64,
    /// Frames that are fingerprinted.
    pub frames: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_mins(10), memory: 4_096, pixels: 64_000_000, frames: 200_000 }
    }
}

/// Which frames are fingerprinted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sampling {
    /// Every frame: what the reference files of vPDQ hold.
    EveryFrame,
    /// One in this many milliseconds, by the times of the container.
    Every(u32),
}

/// Why there is nothing. Each has a sentence in the catalogue.
#[derive(Debug, thiserror::Error)]
pub enum FfmpegError {
    /// `ffmpeg` or `ffprobe` is not installed.
    #[error("ffmpeg is not installed")]
    Missing(#[source] std::io::Error),
    /// The child could not be read from.
    #[error("ffmpeg could not be read from")]
    Pipe(#[source] std::io::Error),
    /// It took too long.
    #[error("ffmpeg took longer than {0:?}")]
    Time(Duration),
    /// The file has no stream of pictures.
    #[error("the file has no pictures")]
    NoPictures,
    /// The frames are larger than allowed.
    #[error("frames of {width} × {height} pixels are above the limit")]
    TooManyPixels {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// ffmpeg refused the file; its own words.
    #[error("ffmpeg could not decode the file: {0}")]
    Refused(String),
}

impl FfmpegError {
    /// The id of the sentence that says what is wrong and what to do.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Missing(_) => "media-ffmpeg-missing",
            Self::Pipe(_) | Self::Refused(_) => "media-ffmpeg-refused",
            Self::Time(_) => "media-ffmpeg-time",
            Self::NoPictures => "media-ffmpeg-no-pictures",
            Self::TooManyPixels { .. } => "media-error-too-many-pixels",
        }
    }
}

/// The frames of a video as fingerprints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprinted {
    /// Frames with the times of the container.
    pub video: Video,
    /// What the container says about the stream.
    pub stream: Stream,
    /// The version of ffmpeg and the options it ran with, for the evidence.
    pub decoder: String,
    /// Whether the limit on frames cut it short.
    pub cut_short: bool,
    /// ffmpeg's complaints about the file, when it went on in spite of them.
    pub complaints: String,
}

/// Which stream, and nothing beside its pictures.
const STREAM: &[&str] = &["-map", "0:v:0", "-an", "-sn", "-dn", "-f", "rawvideo"];
/// Exact colours, where ffmpeg converts them.
const RGB: &[&str] = &["-sws_flags", "area+accurate_rnd", "-pix_fmt", "rgb24", "-"];

/// The version line of ffmpeg; an error when it is not installed.
///
/// # Errors
/// ffmpeg is missing or does not answer.
pub fn version() -> Result<String, FfmpegError> {
    let output = child::finished("ffmpeg", &["-version".to_owned()], &Limits::default())?;
    Ok(output.lines().next().unwrap_or_default().to_owned())
}

/// Fingerprints the frames of the first stream of pictures.
///
/// # Errors
/// ffmpeg is missing, takes too long, finds no pictures or refuses the file.
pub fn fingerprint_video(path: &Path, sampling: Sampling, limits: &Limits) -> Result<Fingerprinted, FfmpegError> {
    let stream = probe::stream(path, limits)?;
    if u64::from(stream.width) * u64::from(stream.height) > limits.pixels {
        return Err(FfmpegError::TooManyPixels { width: stream.width, height: stream.height });
    }
    let times = probe::times(path, limits)?;
    let mut options = input_options(path);
    options.extend(["-fps_mode", "passthrough"].map(ToOwned::to_owned));
    options.extend(["-frames:v".to_owned(), limits.frames.to_string()]);
    options.extend(STREAM.iter().chain(as_stored(stream.samples)).map(|option| (*option).to_owned()));
    let mut child = child::Child::start("ffmpeg", &options, limits)?;
    let mut picture = FramePixels::of(stream);
    let mut frames = Vec::new();
    let (mut number, mut next) = (0_u64, 0);
    while child.fill(&mut picture.read)? {
        let known = usize::try_from(number).ok().and_then(|number| times.get(number)).copied();
        let milliseconds = known.unwrap_or_else(|| stream.time_of(number));
        let wanted = match sampling {
            Sampling::EveryFrame => true,
            Sampling::Every(_) => milliseconds >= next,
        };
        if wanted {
            if let Sampling::Every(step) = sampling {
                next = milliseconds.saturating_add(u64::from(step));
            }
            let view = View::new(stream.width, stream.height, Layout::Rgb, picture.rgb());
            let view = view.map_err(|_| FfmpegError::NoPictures)?;
            let found = pdq::fingerprint(view, Flavour::FullSize);
            frames.push(Frame { number, milliseconds, hash: found.hash, quality: found.quality });
        }
        number += 1;
    }
    let complaints = child.finish()?;
    if number == 0 {
        return Err(FfmpegError::Refused(complaints));
    }
    let colours = match stream.samples {
        Samples::Planes(range) => format!("; colours by argine, BT.601, {range:?} range"),
        Samples::Other => String::new(),
    };
    let decoder = format!("{}; {}{colours}", version()?, shown(&options));
    Ok(Fingerprinted { video: Video::new(frames), stream, decoder, cut_short: number >= limits.frames, complaints })
}

/// Pixels of a still picture that Argine does not decode itself: HEIC, AVIF.
///
/// # Errors
/// ffmpeg is missing, takes too long, or cannot read the file.
pub fn decode_still(path: &Path, limits: &Limits) -> Result<Picture, FfmpegError> {
    let stream = probe::stream(path, limits)?;
    if u64::from(stream.width) * u64::from(stream.height) > limits.pixels {
        return Err(FfmpegError::TooManyPixels { width: stream.width, height: stream.height });
    }
    let mut options = input_options(path);
    options.extend(["-frames:v", "1"].map(ToOwned::to_owned));
    options.extend(STREAM.iter().chain(RGB).map(|option| (*option).to_owned()));
    let mut child = child::Child::start("ffmpeg", &options, limits)?;
    let mut pixels = vec![0; stream.width as usize * stream.height as usize * 3];
    let filled = child.fill(&mut pixels)?;
    let complaints = child.finish()?;
    if !filled {
        return Err(FfmpegError::Refused(complaints));
    }
    Picture::new(stream.width, stream.height, Layout::Rgb, pixels).map_err(|_| FfmpegError::NoPictures)
}

/// A frame as ffmpeg hands it over, and as it is fingerprinted.
struct FramePixels {
    stream: Stream,
    colours: Option<Colours>,
    read: Vec<u8>,
    converted: Vec<u8>,
}

impl FramePixels {
    fn of(stream: Stream) -> Self {
        let (colours, bytes) = match stream.samples {
            Samples::Planes(range) => (Some(Colours::of(range)), bytes_of_planes(stream.width, stream.height)),
            Samples::Other => (None, stream.width as usize * stream.height as usize * 3),
        };
        Self { stream, colours, read: vec![0; bytes], converted: Vec::new() }
    }

    fn rgb(&mut self) -> &[u8] {
        let Some(colours) = &self.colours else { return &self.read };
        colours.rgb(self.stream.width, self.stream.height, &self.read, &mut self.converted);
        &self.converted
    }
}

/// The options that let ffmpeg hand over planes as they are, or convert what we do not convert.
const fn as_stored(samples: Samples) -> &'static [&'static str] {
    match samples {
        Samples::Planes(Range::Limited) => &["-pix_fmt", "yuv420p", "-"],
        Samples::Planes(Range::Full) => &["-pix_fmt", "yuvj420p", "-"],
        Samples::Other => RGB,
    }
}

fn input_options(path: &Path) -> Vec<String> {
    let mut options: Vec<String> =
        ["-nostdin", "-v", "error", "-threads", "1", "-noautorotate"].map(ToOwned::to_owned).into();
    options.extend(probe::only_this_file(path));
    options
}

/// The options without the name of the file, which may say something about a person.
fn shown(options: &[String]) -> String {
    let mut hide = false;
    let shown = options.iter().map(|option| {
        let hidden = core::mem::replace(&mut hide, option == "-i");
        if hidden { "FILE" } else { option.as_str() }
    });
    shown.collect::<Vec<_>>().join(" ")
}

/// Reads until `buffer` is full; false at a clean end.
fn fill(source: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<bool> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => return Ok(false),
            Ok(count) => filled += count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}
