use super::*;

/// A hash that belongs to `scene` and moves a little with `moment`.
fn hash(scene: u64, moment: u64) -> PdqHash {
    let mut words = [1_u64, 2, 3, 4].map(|salt| {
        let mut value = (scene * 4 + salt).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value ^ value >> 29
    });
    words[0] ^= 1 << (moment % 4);
    PdqHash::from_words(words)
}

/// One frame each 250 ms; a new scene each second.
fn video(first_scene: u64, seconds: u64, from: u64) -> Vec<Frame> {
    (0..seconds * 4)
        .map(|at| Frame {
            number: at,
            milliseconds: from + at * 250,
            hash: hash(first_scene + at / 4, at),
            quality: Quality::new(80).unwrap(),
        })
        .collect()
}

#[test]
fn a_clip_inside_a_longer_video_is_found_with_its_place() {
    let clip = Video::new(video(1_000, 20, 0));
    let mut long = video(1, 40, 0);
    long.extend(video(1_000, 20, 40_000));
    long.extend(video(5_000, 300, 60_000));
    let found = compare(&clip, &Video::new(long), VideoRule::default());
    assert!(found.is_match);
    assert_eq!(found.coverage, 100);
    let [stretch] = found.stretches[..] else { panic!("{found:?}") };
    assert_eq!((stretch.private, stretch.found), ((0, 20_000), (40_000, 60_000)));
}

#[test]
fn a_part_of_the_private_video_is_found_in_a_short_one() {
    let mut private = video(1, 60, 0);
    private.extend(video(2_000, 5, 60_000));
    let clip = Video::new(video(2_000, 5, 0));
    let found = compare(&Video::new(private), &clip, VideoRule::default());
    assert!(found.is_match);
    assert!(found.coverage < 30);
    assert_eq!(found.matched, 5_000);
}

/// Half a bit a millisecond: frames an eighth of a second apart share no more than strangers.
#[test]
fn a_clip_of_fast_movement_is_found_wherever_it_was_cut() {
    let moving = |at: u64| {
        let mut words = *hash(40 + at / 500, 0).words();
        (0..at % 500 / 2).for_each(|bit| words[usize::try_from(bit / 64).unwrap()] ^= 1 << (bit % 64));
        PdqHash::from_words(words)
    };
    let frames = |from: u64, until: u64, step: usize| {
        let times = (from..until).step_by(step).zip(0..);
        let quality = Quality::new(90).unwrap();
        times.map(|(at, number)| Frame { number, milliseconds: at - from, hash: moving(at), quality }).collect()
    };
    let private = Video::new(frames(0, 20_000, 33));
    for from in [7_000, 7_110, 7_125, 7_333] {
        let found = compare(&private, &Video::new(frames(from, from + 6_000, 250)), VideoRule::default());
        assert!(found.is_match, "{from} {found:?}");
        let best = found.stretches.iter().max_by_key(|stretch| stretch.milliseconds()).unwrap();
        assert!(best.private.0.abs_diff(from) <= 500 && best.milliseconds() >= 5_000, "{from} {found:?}");
        assert!((25..=31).contains(&found.coverage), "{from} {found:?}");
    }
}

#[test]
fn different_videos_and_dark_ones_do_not_match() {
    let one = Video::new(video(1, 60, 0));
    let other = Video::new(video(9_000, 60, 0));
    assert!(!compare(&one, &other, VideoRule::default()).is_match);
    let dark = video(1, 60, 0).into_iter().map(|frame| Frame { quality: Quality::new(20).unwrap(), ..frame }).collect();
    let dark = Video::new(dark);
    assert!(!compare(&dark, &dark, VideoRule::default()).is_match);
    assert!(!compare(&Video::default(), &Video::default(), VideoRule::default()).is_match);
}

#[test]
fn one_shared_second_is_not_enough() {
    let private = Video::new(video(1, 60, 0));
    let mut other = video(700, 30, 0);
    other.extend(video(5, 1, 30_000));
    let found = compare(&private, &Video::new(other), VideoRule::default());
    assert!(!found.stretches.is_empty() && !found.is_match, "{found:?}");
}

#[test]
fn two_scenes_in_another_order_are_two_stretches() {
    let mut private = video(100, 8, 0);
    private.extend(video(300, 8, 8_000));
    let mut other = video(300, 8, 0);
    other.extend(video(100, 8, 8_000));
    let found = compare(&Video::new(private), &Video::new(other), VideoRule::default());
    assert_eq!(found.stretches.len(), 2, "{found:?}");
    assert_eq!(found.coverage, 100);
}

#[test]
fn text_and_back_and_lines_that_are_none() {
    let some = Video::new(video(3, 2, 33));
    assert_eq!(Video::from_text(&some.expose_text()).unwrap(), some);
    let line = some.expose_text().lines().next().unwrap().to_owned();
    for broken in [line.replace(",80,", ",101,"), line[1..].to_owned(), format!("{line},1"), line.replace('.', ".x")] {
        assert_eq!(Video::from_text(&format!("\n{broken}\n")).unwrap_err().line, 2, "{broken}");
    }
    assert!(!format!("{some:?}").contains(&line[5..25]));
}

#[test]
fn still_videos_are_pruned_but_stay_measurable() {
    let still = Video::new((0..400).map(|at| Frame { hash: hash(1, 0), ..video(1, 100, 0)[at] }).collect());
    assert_eq!(still.pruned().frames().len(), 20);
    assert!(compare(&still, &still, VideoRule::default()).is_match);
}
