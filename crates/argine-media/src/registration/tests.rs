use super::*;
use crate::index::MATCH_RADIUS;
use crate::picture::Layout;

/// An invented scene: soft hills of light with some boxes, no repetition.
fn scene(seed: u64, width: u32, height: u32) -> Picture {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut number = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        i64::try_from(state % below).unwrap()
    };
    let (w, h) = (u64::from(width), u64::from(height));
    let hills: Vec<[i64; 4]> = (0..24).map(|_| [number(w), number(h), 20 + number(w / 3), number(160) - 80]).collect();
    let boxes: Vec<[i64; 5]> =
        (0..25).map(|_| [number(w), number(h), 10 + number(w / 4), 10 + number(h / 4), number(120) - 60]).collect();
    let mut pixels = Vec::new();
    for y in 0..i64::from(height) {
        for x in 0..i64::from(width) {
            let mut light = 128;
            for [left, top, size, strength] in &hills {
                let away = (x - left) * (x - left) + (y - top) * (y - top);
                light += strength * size * size / (size * size + 3 * away);
            }
            for [left, top, across, down, strength] in &boxes {
                if (x - left).abs() < *across && (y - top).abs() < *down {
                    light += strength;
                }
            }
            pixels.extend([light, light - 12, light + 9].map(|sample| u8::try_from(sample.clamp(0, 255)).unwrap()));
        }
    }
    Picture::new(width, height, Layout::Rgb, pixels).unwrap()
}

fn copy(view: View<'_>) -> Picture {
    view.turned(Turn::None)
}

fn nearest(private: &Picture, found: View<'_>) -> Nearest {
    register(private, Turn::None).nearest(&query(found)).unwrap()
}

#[test]
fn crops_mirrors_and_shapes_are_found() {
    for seed in 1..=2 {
        let private = scene(seed, 240, 180);
        let view = private.view();
        for share in [2, 5, 10, 12] {
            let found = nearest(&private, view.crop(inner(view.region(), share)));
            assert!(found.distance <= MATCH_RADIUS, "{seed} {share} %: {found:?}");
        }
        for (wide, high) in SHAPES {
            let Some((middle, _)) = shapes(view.region(), wide, high) else { continue };
            let found = nearest(&private, view.crop(middle));
            assert_eq!(found.distance, 0, "{seed}: {found:?}");
        }
        let found = nearest(&private, view.turned(Turn::Mirror).view());
        assert_eq!((found.distance, found.variant), (0, Variant::Mirrored));
        let found = nearest(&private, view.turned(Turn::Right).view());
        assert!(found.distance <= MATCH_RADIUS, "{found:?}");
    }
}

/// A picture laid on a screen of one colour with lines of dots above and below, as text.
fn on_screen(picture: &Picture, top: u32, bottom: u32, sides: u32) -> Picture {
    let (width, height) = (picture.width() + 2 * sides, picture.height() + top + bottom);
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let inside = (sides..sides + picture.width()).contains(&x) && (top..top + picture.height()).contains(&y);
            if inside {
                let row = picture.view().row((y - top) as usize);
                let start = (x - sides) as usize * 3;
                pixels.extend(&row[start..start + 3]);
            } else {
                let dot = y % 23 < 6 && x % 9 < 2 && (20..width / 2).contains(&x);
                pixels.extend([if dot && top > 0 { 20 } else { 245 }; 3]);
            }
        }
    }
    Picture::new(width, height, Layout::Rgb, pixels).unwrap()
}

#[test]
fn frames_and_screenshots_are_looked_into() {
    for seed in 4..=5 {
        let private = scene(seed, 240, 180);
        let framed = on_screen(&private, 0, 0, 30);
        let found = nearest(&private, framed.view());
        assert!(found.distance <= MATCH_RADIUS && found.trim != Trim::None, "{seed}: {found:?}");
        let screenshot = on_screen(&private, 120, 200, 0);
        let found = nearest(&private, screenshot.view());
        assert!(found.distance <= MATCH_RADIUS && found.trim == Trim::Screenshot, "{seed}: {found:?}");
    }
}

#[test]
fn other_scenes_are_not_found() {
    let private = register(&scene(1, 240, 180), Turn::None);
    for seed in 20..26 {
        let found = private.nearest(&query(scene(seed, 200, 200).view())).unwrap();
        assert!(found.distance > 60, "{seed}: {found:?}");
    }
}

#[test]
fn only_one_fingerprint_may_leave_and_a_turned_photo_is_known_both_ways() {
    let private = scene(9, 320, 240);
    let registration = register(&private, Turn::Right);
    let upright = private.view().turned(Turn::Right);
    let shareable = registration.shareable().unwrap();
    assert_eq!(shareable, pdq::fingerprint(upright.view(), Flavour::FullSize));
    let stored = registration.on_this_device().find(|(variant, _)| *variant == Variant::AsStored).unwrap().1;
    assert_eq!(stored, pdq::fingerprint(private.view(), Flavour::FullSize));
    assert!(!format!("{registration:?}").contains(&shareable.hash.expose()[..8]));
}

#[test]
fn empty_and_even_pictures_register_nothing() {
    let even = Picture::new(200, 100, Layout::Grey, vec![130; 20_000]).unwrap();
    assert_eq!(register(&even, Turn::None).on_this_device().count(), 0);
    assert!(query(even.view()).candidates().is_empty());
    let tiny = Picture::new(3, 3, Layout::Grey, vec![1; 9]).unwrap();
    assert!(query(copy(tiny.view()).view()).candidates().is_empty());
    let none = Picture::new(0, 0, Layout::Grey, Vec::new()).unwrap();
    assert!(register(&none, Turn::Left).nearest(&query(none.view())).is_none());
}
