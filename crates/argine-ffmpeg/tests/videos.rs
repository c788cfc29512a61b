//! Invented videos, drawn by ffmpeg's own test sources, through the whole path.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test drives the system's ffmpeg, and says when it is missing"
)]

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use argine_ffmpeg::{FfmpegError, Limits, Sampling, decode_still, fingerprint_video, version};
use argine_media::video::{VideoRule, compare};

/// False where there is no ffmpeg: a visible skip, and a failure under CI.
fn present() -> bool {
    let there = version().is_ok();
    if !there {
        assert!(std::env::var("CI").is_err(), "ffmpeg is missing: cargo xtask test installs it");
        eprintln!("!! skipped: ffmpeg is not installed");
    }
    there
}

fn draw(arguments: &[&str], out: &Path) {
    let done = Command::new("ffmpeg").args(["-v", "error", "-y"]).args(arguments).arg(out).status();
    assert!(done.is_ok_and(|status| status.success()), "ffmpeg draws {}", out.display());
}

/// Invented: a board of grey fields that changes each half second and slides in between.
fn frame(number: u64) -> Vec<u8> {
    let scene = number / 5;
    let grey = |column: u64, row: u64| {
        let mut value = (scene * 97 + row * 13 + column + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (value >> 40).to_le_bytes()[0]
    };
    let pixels = (0..120).flat_map(|y| (0..160).map(move |x| (x, y)));
    pixels.flat_map(|(x, y)| [grey((x + number % 5) / 20, y / 20); 3]).collect()
}

#[test]
fn a_clip_is_found_inside_another_video_at_its_place() {
    if !present() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (long, clip) = (folder.path().join("-long video.mkv"), folder.path().join("clip.mp4"));
    let raw = folder.path().join("frames.rgb");
    std::fs::write(&raw, (0..120).flat_map(frame).collect::<Vec<u8>>()).unwrap();
    let input = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "160x120", "-r", "10", "-i", raw.to_str().unwrap()];
    draw(&[&input[..], &["-c:v", "mpeg4", "-q:v", "3"]].concat(), &long);
    draw(
        &["-ss", "4", "-i", long.to_str().unwrap(), "-t", "5", "-vf", "scale=120:90", "-c:v", "mpeg4", "-q:v", "6"],
        &clip,
    );
    let limits = Limits::default();
    let long = fingerprint_video(&long, Sampling::Every(250), &limits).unwrap();
    let clip = fingerprint_video(&clip, Sampling::EveryFrame, &limits).unwrap();
    assert_eq!((long.stream.width, long.stream.height), (160, 120));
    assert!(long.decoder.contains("ffmpeg version") && long.decoder.contains("file,pipe"));
    assert!(!long.decoder.contains("long video"), "{}", long.decoder);
    assert_eq!(clip.video.frames().len(), 50);
    assert_eq!(clip.video.frames().last().unwrap().milliseconds, 4_900);
    let found = compare(&clip.video, &long.video, VideoRule::default());
    assert!(found.is_match, "{found:?}");
    let best = found.stretches.iter().max_by_key(|stretch| stretch.milliseconds()).unwrap();
    assert!(best.found.0.abs_diff(best.private.0 + 4_000) <= 500, "{found:?}");
}

#[test]
fn limits_hold_and_broken_files_are_refused() {
    if !present() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let video = folder.path().join("a.mp4");
    draw(&["-f", "lavfi", "-i", "testsrc=size=160x120:rate=10", "-t", "3", "-c:v", "mpeg4"], &video);
    let few = Limits { frames: 5, ..Limits::default() };
    let cut = fingerprint_video(&video, Sampling::EveryFrame, &few).unwrap();
    assert!(cut.cut_short && cut.video.frames().len() == 5);
    let small = Limits { pixels: 1_000, ..Limits::default() };
    let error = fingerprint_video(&video, Sampling::EveryFrame, &small).unwrap_err();
    assert!(matches!(error, FfmpegError::TooManyPixels { width: 160, .. }), "{error}");
    let hurry = Limits { time: Duration::ZERO, ..Limits::default() };
    let error = fingerprint_video(&video, Sampling::EveryFrame, &hurry).unwrap_err();
    assert!(matches!(error, FfmpegError::Time(_)), "{error}");
    for (name, bytes) in [
        ("empty.mp4", &b""[..]),
        ("text.mov", b"hello"),
        ("list.m3u8", b"#EXTM3U\n#EXTINF:1,\nhttp://192.0.2.1/a.ts\n"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        assert!(fingerprint_video(&path, Sampling::EveryFrame, &Limits::default()).is_err(), "{name}");
        assert!(decode_still(&path, &Limits::default()).is_err(), "{name}");
    }
}

#[test]
fn a_still_picture_of_the_system_has_its_pixels() {
    if !present() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let still = folder.path().join("still.png");
    draw(&["-f", "lavfi", "-i", "testsrc=size=200x150", "-frames:v", "1"], &still);
    let ours = argine_media::decode(&std::fs::read(&still).unwrap(), &argine_media::Limits::default()).unwrap();
    let theirs = decode_still(&still, &Limits::default()).unwrap();
    assert_eq!(theirs.view().row(70), ours.picture.view().row(70));
}
