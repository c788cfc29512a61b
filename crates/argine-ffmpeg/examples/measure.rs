//! Frames of the reference videos against the reference files of vPDQ, started by `cargo xtask media`.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a program for measuring stops where something is missing"
)]

use argine_ffmpeg::{Limits, Sampling, fingerprint_video};
use argine_media::video::Video;

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let mut videos: Vec<_> =
        std::fs::read_dir(format!("{folder}/sample-videos")).unwrap().map(|file| file.unwrap().path()).collect();
    videos.sort();
    let (mut same, mut all) = (0, 0);
    for path in videos {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Ok(text) = std::fs::read_to_string(format!("{folder}/{name}.txt")) else { continue };
        let reference = Video::from_text(&text).unwrap();
        let ours = match fingerprint_video(&path, Sampling::EveryFrame, &Limits::default()) {
            Ok(ours) => ours.video,
            Err(error) => {
                println!("{name}: {error}");
                continue;
            }
        };
        let pairs = || reference.frames().iter().zip(ours.frames());
        let exact = pairs().filter(|(one, other)| one.hash == other.hash).count();
        same += exact;
        all += reference.frames().len();
        let gate = |frame: &argine_media::video::Frame| frame.quality.passes();
        let farthest = pairs().filter(|(one, _)| gate(one)).map(|(one, other)| one.hash.distance(&other.hash)).max();
        println!(
            "{name}: {} frames of {}, {:.1} % exact, at most {} bits at quality 50 and above",
            ours.frames().len(),
            reference.frames().len(),
            f64::from(u32::try_from(exact).unwrap()) * 100.0
                / f64::from(u32::try_from(reference.frames().len()).unwrap()),
            farthest.unwrap_or(0)
        );
    }
    println!("all: {same} of {all} frames exact");
}
