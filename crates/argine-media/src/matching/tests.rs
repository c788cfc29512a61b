use super::*;
use crate::evidence::Band;
use crate::picture::{Layout, Picture, Turn};
use crate::registration::{query, register};
use crate::video::Frame;

/// An invented picture: overlapping soft waves that never repeat within it.
fn picture(seed: u32) -> Picture {
    let mut pixels = Vec::new();
    for y in 0..160_u32 {
        for x in 0..200_u32 {
            let wave = |period: u32, at: u32| {
                let at = (at + seed * 31) % (2 * period);
                if at < period { at * 255 / period } else { (2 * period - at) * 255 / period }
            };
            let light = (wave(23 + seed, x + y) + wave(61 + seed * 3, 2 * x + seed * y) + wave(37, y + x / 3)) / 3;
            pixels.push(u8::try_from(light).unwrap());
        }
    }
    Picture::new(200, 160, Layout::Grey, pixels).unwrap()
}

fn file(set: &mut PrivateSet, seed: u32) -> ItemId {
    let name = seed.to_le_bytes();
    let id = set.add_file(Sha256::of(&name), Md5::of(&name));
    set.add_picture(id, &register(&picture(seed), Turn::None));
    id
}

fn video(seeds: &[u32], start: u64) -> Video {
    let frame = |(seed, number): (&u32, u64)| {
        let found = crate::pdq::fingerprint(picture(*seed).view(), crate::Flavour::FullSize);
        Frame { number, milliseconds: start + number * 500, hash: found.hash, quality: found.quality }
    };
    Video::new(seeds.iter().zip(0_u64..).map(frame).collect())
}

#[test]
fn pictures_are_found_by_digest_first_and_then_by_what_they_look_like() {
    let mut set = PrivateSet::default();
    let ids: Vec<ItemId> = (1..4).map(|seed| file(&mut set, seed)).collect();
    set.prepare();
    let mirrored = picture(2).view().turned(Turn::Mirror);
    let found = Found { picture: Some(query(mirrored.view())), ..Found::default() };
    let matches = set.matches(&found, "test");
    let [(id, evidence)] = &matches[..] else { panic!("{matches:?}") };
    assert_eq!((*id, evidence.band, evidence.distance), (ids[1], Band::SameReencoded, Some(0)));
    assert_eq!(evidence.private, Some(Sha256::of(&2_u32.to_le_bytes())));
    assert!(!evidence.may_be_used(), "nobody has looked");
    // Of a file that stays shut only the digest speaks.
    let shut = Found { sha256: Some(Sha256::of(&3_u32.to_le_bytes())), ..Found::default() };
    let matches = set.matches(&shut, "");
    assert_eq!(
        matches.iter().map(|(id, evidence)| (*id, evidence.band)).collect::<Vec<_>>(),
        [(ids[2], Band::SameFile)]
    );
    let other =
        Found { sha256: Some(Sha256::of(b"other")), picture: Some(query(picture(9).view())), ..Found::default() };
    assert!(set.matches(&other, "").is_empty());
}

#[test]
fn lists_are_matched_in_both_directions() {
    let hash = crate::pdq::fingerprint(picture(1).view(), crate::Flavour::FullSize).hash;
    let mut set = PrivateSet::default();
    let own = file(&mut set, 1);
    set.prepare();
    let matches = set.matches(&Found::of_signal(Signal::Pdq(hash)), "list");
    assert_eq!(matches.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [own]);
    let mut list = PrivateSet::default();
    let id = list.add_signal(Signal::Pdq(hash));
    let clip = list.add_signal(Signal::VideoMd5(Md5::of(b"clip")));
    list.prepare();
    let found = Found { picture: Some(query(picture(1).view())), ..Found::default() };
    let matches = list.matches(&found, "test");
    assert_eq!((matches[0].0, matches[0].1.private, matches[0].1.quality.0), (id, None, None));
    let found = Found { sha256: Some(Sha256::of(b"clip")), md5: Some(Md5::of(b"clip")), ..Found::default() };
    assert_eq!(list.matches(&found, "")[0].0, clip);
}

#[test]
fn a_moment_of_a_video_is_found_as_a_picture_and_two_videos_as_videos() {
    let mut set = PrivateSet::default();
    let clip = set.add_file(Sha256::of(b"video"), Md5::of(b"video"));
    set.add_video(clip, video(&[1, 1, 2, 2, 3, 3, 4, 4, 5, 5], 0));
    let still = file(&mut set, 7);
    set.prepare();
    let found = Found { picture: Some(query(picture(3).view())), ..Found::default() };
    let matches = set.matches(&found, "");
    assert_eq!((matches[0].0, matches[0].1.way[0].numbers), (clip, (2, 0)), "the third second");
    let found = Found { video: Some(video(&[8, 8, 1, 1, 2, 2, 3, 3, 4, 4, 7, 7], 0)), ..Found::default() };
    let matches = set.matches(&found, "");
    let of = |id| matches.iter().find(|(found, _)| *found == id).map(|(_, evidence)| evidence).unwrap();
    assert!(of(clip).video.as_ref().is_some_and(|video| video.is_match));
    assert_eq!(of(still).way[1].numbers, (5, 0), "the picture is shown at the fifth second");
}
