use image::ImageEncoder as _;
use image::codecs::{bmp::BmpEncoder, gif::GifEncoder, png::PngEncoder, tiff::TiffEncoder, webp::WebPEncoder};
use image::{ExtendedColorType, Frame, RgbaImage};
use libjpeg_turbo_rs::{PixelFormat, Subsampling, compress, compress_progressive};
use proptest::prelude::*;

use super::*;
use crate::pdq::{Flavour, fingerprint};
use crate::picture::{Layout, View};

const WIDTH: u32 = 96;
const HEIGHT: u32 = 80;

/// Invented: two slopes and a bright square.
fn pixels(samples: usize) -> Vec<u8> {
    let mut pixels = Vec::new();
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let square = if (20..50).contains(&x) && (30..60).contains(&y) { 90 } else { 0 };
            let colours = [x * 2, y * 2 + square, (x + y) % 160, 255];
            // 64 colours, so that a GIF can hold them.
            pixels.extend(colours.iter().take(samples).map(|sample| u8::try_from((*sample).min(255) & 0xc0).unwrap()));
        }
    }
    pixels
}

fn encoded(format: Format) -> Vec<u8> {
    let rgb = pixels(3);
    if format == Format::Jpeg {
        let (width, height) = (WIDTH as usize, HEIGHT as usize);
        return compress(&rgb, width, height, PixelFormat::Rgb, 90, Subsampling::S420).unwrap();
    }
    let mut file = std::io::Cursor::new(Vec::new());
    match format {
        Format::Png => PngEncoder::new(&mut file).write_image(&rgb, WIDTH, HEIGHT, ExtendedColorType::Rgb8),
        Format::WebP => WebPEncoder::new_lossless(&mut file).write_image(&rgb, WIDTH, HEIGHT, ExtendedColorType::Rgb8),
        Format::Bmp => BmpEncoder::new(&mut file).write_image(&rgb, WIDTH, HEIGHT, ExtendedColorType::Rgb8),
        Format::Tiff => TiffEncoder::new(&mut file).write_image(&rgb, WIDTH, HEIGHT, ExtendedColorType::Rgb8),
        _ => GifEncoder::new(&mut file).encode(&rgb, WIDTH, HEIGHT, ExtendedColorType::Rgb8),
    }
    .unwrap();
    file.into_inner()
}

#[test]
fn every_format_gives_the_fingerprint_of_its_pixels() {
    let rgb = pixels(3);
    let want = fingerprint(View::new(WIDTH, HEIGHT, Layout::Rgb, &rgb).unwrap(), Flavour::FullSize);
    for format in [Format::Png, Format::WebP, Format::Bmp, Format::Tiff, Format::Gif] {
        let decoded = decode(&encoded(format), &Limits::default()).unwrap();
        assert_eq!(decoded.format, format);
        assert_eq!(decoded.completeness, Completeness::Whole);
        let found = fingerprint(decoded.picture.view(), Flavour::FullSize);
        assert_eq!(found, want, "{format:?}");
    }
}

#[test]
fn a_jpeg_is_read_whole_and_a_cut_one_says_so() {
    let (width, height) = (WIDTH as usize, HEIGHT as usize);
    let progressive = compress_progressive(&pixels(3), width, height, PixelFormat::Rgb, 90, Subsampling::S444).unwrap();
    let rgb = pixels(3);
    for file in [encoded(Format::Jpeg), progressive] {
        let decoded = decode(&file, &Limits::default()).unwrap();
        assert_eq!((decoded.picture.width(), decoded.picture.height()), (WIDTH, HEIGHT));
        assert_eq!(decoded.completeness, Completeness::Whole);
        let rows = (0..HEIGHT as usize).flat_map(|row| decoded.picture.view().row(row).to_vec());
        let apart: usize = rows.zip(&rgb).map(|(found, sample)| usize::from(found.abs_diff(*sample))).sum();
        assert!(apart < 10 * rgb.len(), "{apart}");
        for length in file.len() * 2 / 3..file.len() - 2 {
            let cut = decode(&file[..length], &Limits::default()).unwrap();
            assert_eq!(cut.completeness, Completeness::Repaired, "{length} of {}", file.len());
        }
    }
    let grey: Vec<u8> = pixels(1);
    let file = compress(&grey, width, height, PixelFormat::Grayscale, 90, Subsampling::S444).unwrap();
    let decoded = decode(&file, &Limits::default()).unwrap();
    assert_eq!(decoded.picture.view().layout(), Layout::Grey);
    let small = Limits { pixels: 7_000, ..Limits::default() };
    assert!(matches!(decode(&file, &small), Err(DecodeError::TooManyPixels { width: WIDTH, height: HEIGHT, .. })));
}

#[test]
fn deep_and_transparent_pictures_lose_what_the_references_drop() {
    let want = decode(&encoded(Format::Png), &Limits::default()).unwrap();
    let want = fingerprint(want.picture.view(), Flavour::FullSize).hash;
    let deep: Vec<u8> = pixels(3).iter().flat_map(|sample| [*sample, 0x7f]).collect();
    let ours: Vec<u8> =
        deep.chunks_exact(2).flat_map(|pair| u16::from_be_bytes([pair[0], pair[1]]).to_ne_bytes()).collect();
    let mut file = Vec::new();
    PngEncoder::new(&mut file).write_image(&ours, WIDTH, HEIGHT, ExtendedColorType::Rgb16).unwrap();
    let decoded = decode(&file, &Limits::default()).unwrap();
    assert_eq!(fingerprint(decoded.picture.view(), Flavour::FullSize).hash, want);
    let mut file = Vec::new();
    PngEncoder::new(&mut file).write_image(&pixels(4), WIDTH, HEIGHT, ExtendedColorType::Rgba8).unwrap();
    let decoded = decode(&file, &Limits::default()).unwrap();
    assert_eq!(fingerprint(decoded.picture.view(), Flavour::FullSize).hash, want);
}

#[test]
fn an_animation_gives_its_first_frame_and_says_so() {
    let frame = |bright: u8| Frame::new(RgbaImage::from_pixel(16, 16, image::Rgba([bright, 0, 0, 255])));
    let mut file = Vec::new();
    GifEncoder::new(&mut file).encode_frames([frame(200), frame(10)]).unwrap();
    let decoded = decode(&file, &Limits::default()).unwrap();
    assert_eq!(decoded.completeness, Completeness::FirstFrame);
    assert!(decoded.picture.view().row(0).first().is_some_and(|red| *red > 150));
}

/// A PNG that says it has `width` × `height` pixels, with a right checksum and no pixels.
fn lying_png(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut sum = u32::MAX;
    for byte in &header {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    file.extend(&header);
    file.extend((!sum).to_be_bytes());
    file.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    file
}

#[test]
fn bombs_are_refused_by_what_they_say() {
    for (width, height) in [(60_000, 60_000), (u32::MAX >> 1, 1), (1, 40_000), (32_000, 32_000)] {
        let error = decode(&lying_png(width, height), &Limits::default()).unwrap_err();
        assert!(!matches!(error, DecodeError::Unknown), "{error}");
    }
    let mut bitmap = encoded(Format::Bmp);
    bitmap[18..26].copy_from_slice(&[0x60, 0xea, 0, 0, 0x60, 0xea, 0, 0]);
    let error = decode(&bitmap, &Limits::default()).unwrap_err();
    assert!(matches!(error, DecodeError::TooManyPixels { width: 60_000, .. } | DecodeError::Damaged { .. }), "{error}");
    let jpeg = [
        &[0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xea, 0x60, 0xea, 0x60, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1][..],
        &[0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0],
    ]
    .concat();
    let error = decode(&jpeg, &Limits::default()).unwrap_err();
    assert!(matches!(error, DecodeError::TooManyPixels { .. }), "{error}");
}

#[test]
fn each_refusal_has_its_own_reason() {
    assert_eq!(decode(b"", &Limits::default()).unwrap_err(), DecodeError::Empty);
    assert_eq!(decode(b"hello, is it me", &Limits::default()).unwrap_err(), DecodeError::Unknown);
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    assert_eq!(decode(heic, &Limits::default()).unwrap_err(), DecodeError::NeedsSystem(Format::Heif));
    let avif = b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif";
    assert_eq!(decode(avif, &Limits::default()).unwrap_err(), DecodeError::NeedsSystem(Format::Avif));
    assert_eq!(decode(b"\0\0\0\x18ftypisom\0\0\0\0mp41", &Limits::default()).unwrap_err(), DecodeError::Video);
    let small = Limits { file_bytes: 10, ..Limits::default() };
    assert!(matches!(decode(&encoded(Format::Png), &small), Err(DecodeError::FileTooLarge { most: 10, .. })));
    let png = encoded(Format::Png);
    assert!(matches!(decode(&png[..png.len() / 2], &Limits::default()), Err(DecodeError::Damaged { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn broken_files_never_panic(
        format in prop_oneof![Just(Format::Jpeg), Just(Format::Png), Just(Format::WebP), Just(Format::Bmp), Just(Format::Tiff), Just(Format::Gif)],
        cut in any::<prop::sample::Index>(),
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
    ) {
        let mut file = encoded(format);
        let whole = file.len();
        // Half of the files are whole.
        file.truncate(cut.index(2 * whole).max(1));
        for (place, value) in &flips {
            if !file.is_empty() {
                let at = place.index(file.len());
                file[at] ^= value;
            }
        }
        let limits = Limits { pixels: 1_000_000, working_bytes: 64 << 20, ..Limits::default() };
        if let Ok(decoded) = decode(&file, &limits) {
            let _ = fingerprint(decoded.picture.view(), Flavour::FullSize);
        }
    }

    #[test]
    fn any_bytes_after_a_signature_never_panic(
        start in prop_oneof![
            Just(&b"\xff\xd8\xff"[..]), Just(&b"\x89PNG\r\n\x1a\n"[..]), Just(&b"GIF89a"[..]), Just(&b"II*\0"[..]), Just(&b""[..]),
        ],
        rest in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let file = [start, &rest].concat();
        let limits = Limits { pixels: 1_000_000, working_bytes: 64 << 20, ..Limits::default() };
        let _ = decode(&file, &limits);
    }
}
