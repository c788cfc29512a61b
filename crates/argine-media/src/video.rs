//! Fingerprints of videos: one PDQ a frame with the time that the container gives it, as in vPDQ
//! (facebook/ThreatExchange, `vpdq/`), and the stretches in which two videos are the same.
//!
//! Two published texts of vPDQ contradict each other about which of two percentages decides, and one of them misses a
//! clip inside a longer video. Here stretches decide: seconds that run side by side, or how much of the private video
//! they cover.

use core::fmt;
use core::fmt::Write as _;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::index::MATCH_RADIUS;
use crate::pdq::{PdqHash, Quality};

/// One frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Its number in the video, from 0.
    pub number: u64,
    /// Where it is shown, in milliseconds from the start, as the container says.
    pub milliseconds: u64,
    /// Its fingerprint.
    pub hash: PdqHash,
    /// How much there is to recognise in it.
    pub quality: Quality,
}

/// The frames of a video in the order in which they are shown.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Video {
    frames: Vec<Frame>,
}

/// Frames within this many bits of the one before say nothing new.
pub const PRUNE_WITHIN: u32 = 10;
/// Frames of one video that are compared; above, every second one is left out until it fits.
pub const MOST_FRAMES: usize = 20_000;

impl Video {
    /// From frames in any order.
    pub fn new(mut frames: Vec<Frame>) -> Self {
        frames.sort_unstable_by_key(|frame| (frame.milliseconds, frame.number));
        while frames.len() > MOST_FRAMES {
            let mut keep = false;
            frames.retain(|_| {
                keep = !keep;
                keep
            });
        }
        Self { frames }
    }

    /// All frames.
    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// Frames that pass the quality gate, at most one in `step` milliseconds.
    fn sampled(&self, step: u64) -> Vec<Frame> {
        let mut next = 0;
        let mut sampled = Vec::new();
        for frame in self.frames.iter().filter(|frame| frame.quality.passes()) {
            if frame.milliseconds >= next {
                sampled.push(*frame);
                next = frame.milliseconds.saturating_add(step);
            }
        }
        sampled
    }

    /// Frames worth keeping: those that pass the quality gate and differ from the one kept before by more than
    /// [`PRUNE_WITHIN`] bits, and at least one in five seconds, so that stretches can be measured.
    pub fn pruned(&self) -> Self {
        let mut frames: Vec<Frame> = Vec::new();
        for frame in self.frames.iter().filter(|frame| frame.quality.passes()) {
            let new = frames.last().is_none_or(|last| {
                last.hash.distance(&frame.hash) > PRUNE_WITHIN || frame.milliseconds - last.milliseconds >= 5_000
            });
            if new {
                frames.push(*frame);
            }
        }
        Self { frames }
    }

    /// The vPDQ text: `number,quality,hash,seconds` a line. For the device and for a consented hand-over only: a list of
    /// frames says more than one fingerprint.
    pub fn expose_text(&self) -> String {
        let mut text = String::new();
        for frame in &self.frames {
            let seconds = frame.milliseconds / 1000;
            let rest = frame.milliseconds % 1000;
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{},{},{},{seconds}.{rest:03}", frame.number, frame.quality, frame.hash.expose());
        }
        text
    }

    /// Reads the vPDQ text.
    ///
    /// # Errors
    /// A line is not `number,quality,hash,seconds`; the error says which.
    pub fn from_text(text: &str) -> Result<Self, VideoTextError> {
        let mut frames = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            if line.trim().is_empty() {
                continue;
            }
            frames.push(frame_of(line).ok_or(VideoTextError { line: number })?);
        }
        Ok(Self::new(frames))
    }
}

impl fmt::Debug for Video {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Video({} frames)", self.frames.len())
    }
}

/// A line that is not of vPDQ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is not `number,quality,hash,seconds`")]
pub struct VideoTextError {
    /// From 1.
    pub line: u32,
}

fn frame_of(line: &str) -> Option<Frame> {
    let mut fields = line.trim().split(',');
    let (number, quality, hash, seconds) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    if fields.next().is_some() {
        return None;
    }
    let (whole, rest) = seconds.split_once('.').unwrap_or((seconds, "0"));
    if !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u64 = format!("{:0<3}", rest.get(..3.min(rest.len()))?).parse().ok()?;
    Some(Frame {
        number: number.parse().ok()?,
        quality: Quality::new(quality.parse().ok()?)?,
        hash: hash.parse().ok()?,
        milliseconds: whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(thousandths)?,
    })
}

/// A stretch that both videos have, in milliseconds of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Stretch {
    /// First and last moment in the private video.
    pub private: (u64, u64),
    /// First and last moment in the found one.
    pub found: (u64, u64),
    /// Frames that agree.
    pub frames: u32,
    /// The middle one of their distances.
    pub median_distance: u32,
}

impl Stretch {
    /// How long it runs in the private video.
    pub const fn milliseconds(&self) -> u64 {
        self.private.1 - self.private.0
    }
}

/// When stretches make a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VideoRule {
    /// Milliseconds that run side by side.
    pub matched: u64,
    /// Per cent of the private video.
    pub coverage: u64,
}

impl Default for VideoRule {
    fn default() -> Self {
        Self { matched: 3_000, coverage: 30 }
    }
}

/// What two videos have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VideoMatch {
    /// In the order of the private video.
    pub stretches: Vec<Stretch>,
    /// Milliseconds of the private video that are in a stretch.
    pub matched: u64,
    /// Per cent of the private video's comparable time that is in a stretch.
    pub coverage: u64,
    /// Whether it is worth a person's look.
    pub is_match: bool,
}

/// Moments of the found video are looked for four times a second.
const STEP: u64 = 250;
/// Moments of the private video lie closer: where things move, frames an eighth of a second apart are different pictures,
/// and a clip is never cut where the other one was sampled.
const CLOSE_STEP: u64 = 40;
/// Frames missing in the middle of a stretch: a flash, a dark moment, a banner.
const BRIDGE: u64 = 2_000;
/// Pairs of frames that may vote; static videos of an hour agree everywhere.
const MOST_VOTES: usize = 4_000_000;

/// Finds the stretches that two videos share: pairs of frames that agree vote for the difference of their times, and the
/// differences with the most votes give the stretches. Speed changes are not followed.
pub fn compare(private: &Video, found: &Video, rule: VideoRule) -> VideoMatch {
    let (own, other) = (private.sampled(CLOSE_STEP), found.sampled(STEP));
    let pairs = agreeing(&own, &other);
    let mut votes: BTreeMap<i64, Vec<(u64, u64, u32)>> = BTreeMap::new();
    for pair in &pairs {
        let step = i64::try_from(2 * STEP).unwrap_or(i64::MAX);
        let shift = pair.1.cast_signed().saturating_sub(pair.0.cast_signed());
        votes.entry(shift.div_euclid(step)).or_default().push(*pair);
    }
    // A difference near a limit splits its votes between two neighbours.
    let mut diagonals: Vec<(usize, i64)> = votes
        .iter()
        .map(|(shift, pairs)| (pairs.len() + votes.get(&(shift + 1)).map_or(0, Vec::len), *shift))
        .collect();
    diagonals.sort_unstable_by_key(|(count, shift)| (core::cmp::Reverse(*count), shift.abs(), *shift));
    let mut taken = BTreeSet::new();
    let mut stretches = Vec::new();
    for (_, shift) in diagonals.into_iter().take(256) {
        let mut line: Vec<_> =
            [shift, shift + 1].iter().filter_map(|shift| votes.get(shift)).flatten().copied().collect();
        line.retain(|(_, found, _)| !taken.contains(found));
        // Of several frames that agree with one, the nearest.
        line.sort_unstable_by_key(|(own, found, distance)| (*found, *distance, *own));
        line.dedup_by_key(|(_, found, _)| *found);
        for run in line.chunk_by(|one, next| next.1 - one.1 <= BRIDGE) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let own = || run.iter().map(|(own, _, _)| *own);
            let private = (own().min().unwrap_or(0), own().max().unwrap_or(0) + STEP);
            let mut distances: Vec<u32> = run.iter().map(|(_, _, distance)| *distance).collect();
            distances.sort_unstable();
            stretches.push(Stretch {
                private,
                found: (first.1, last.1 + STEP),
                frames: u32::try_from(run.len()).unwrap_or(u32::MAX),
                median_distance: distances.get(distances.len() / 2).copied().unwrap_or(0),
            });
            taken.extend(run.iter().map(|(_, found, _)| *found));
        }
    }
    stretches.sort_unstable();
    let comparable: u64 = own.len() as u64 * spacing(&own);
    // A frame stands for the time up to the next one on the side that has fewer.
    let each = spacing(&own).max(spacing(&other));
    let side_by_side = |stretch: &Stretch| (u64::from(stretch.frames) * each).min(stretch.milliseconds());
    let covered = stretches.iter().map(side_by_side).sum::<u64>().min(comparable);
    let longest = stretches.iter().map(Stretch::milliseconds).max().unwrap_or(0);
    let coverage = (covered * 100).checked_div(comparable).unwrap_or(0);
    let is_match = longest >= rule.matched || (!stretches.is_empty() && coverage >= rule.coverage);
    VideoMatch { stretches, matched: covered, coverage, is_match }
}

/// The usual time between two frames.
fn spacing(frames: &[Frame]) -> u64 {
    let mut gaps: Vec<u64> =
        frames.iter().zip(frames.iter().skip(1)).map(|(one, next)| next.milliseconds - one.milliseconds).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied().unwrap_or(STEP).max(1)
}

/// Times of frames that agree, with their distance.
fn agreeing(own: &[Frame], other: &[Frame]) -> Vec<(u64, u64, u32)> {
    let mut pairs = Vec::new();
    for one in own {
        for two in other {
            let distance = one.hash.distance(&two.hash);
            if distance <= MATCH_RADIUS {
                pairs.push((one.milliseconds, two.milliseconds, distance));
            }
        }
        if pairs.len() >= MOST_VOTES {
            break;
        }
    }
    pairs
}

#[cfg(test)]
mod tests;
