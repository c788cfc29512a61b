//! The standard, bit for bit: what the wheel `pdqhash` 0.2.8 (the C++ reference behind python-threatexchange) answers for
//! invented pictures, and properties of the forms.

use proptest::prelude::*;

use super::*;
use crate::picture::{Picture, Region, Turn};

/// Width, height, slope, quality, hash, the eight forms.
#[expect(clippy::type_complexity, reason = "a table with its columns named above")]
const REFERENCE: &[(u32, u32, u32, u8, &str, [&str; 8])] = &[
    (
        5,
        5,
        1,
        9,
        "318c94a5ce736b5a3c8d3e0f358cc1f0cb7294a5318c94b5ce736b5a348d3e0f",
        [
            "318c94a5ce736b5a3c8d3e0f358cc1f0cb7294a5318c94b5ce736b5a348d3e0f",
            "61d8ce739e27318c3c8d93a4348d6c5bcb72ce7361d8ce739e27318c348d93a4",
            "64d93e0f9b26c1f069d894a564d96b5a9e273e0f64d93e0f9b26c1f061d894a5",
            "348d64d9cb729b2669d83b0e61d8c6f19e2764d9348d65d9cb729b2661d8390e",
            "318c6b5ace7394a53c8dc1f0358c3e1fcb726b5a318c6b5ace7394a5348dc1f0",
            "64d9c1f09b263e0f69d86b5a64d994a59e27c1f064d9c1f09b263e0f61d86b5a",
            "61d8318c9e27ce733c8d6e5b348d93a4cb72318c61d8319c9e27ce73348d6c5b",
            "348d9b26cb7264d969d8c6f161d8390e9e279b26348d9b26cb7264d961d8c6f1",
        ],
    ),
    (
        4,
        90,
        1,
        0,
        "0000000000000000000000000000000000000000000000000000000000000000",
        [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000000",
        ],
    ),
    (
        64,
        64,
        2,
        100,
        "954b2bbb689182b3791183bb5689bc336489a23b576afcc3e6a5284b4433ddd6",
        [
            "954b2bbb689182b3791183bb5689bc336489a23b576afcc3e6a5284b4433ddd6",
            "1148d54449d87cce69157c44566833de76997fca556a82bcc6e4fff6d4770021",
            "c45e81113dde29193c44a91103de169b31dc2a91023fdee9bff0a2e11766ff7c",
            "c41d7fee3c8dde643c40d6ee037ff97423dcf560003fa81693b1555c8122aa8b",
            "955bd54469d17d4c7911fc44568943ce64895fc4576a83bce6a5f7b44633a229",
            "401e7eee1dc4d7e63c4456ee03dce96431dcf76e023f2996b3f05d1e11660883",
            "95592abb69dc8b31691583bb5668cc2176998035556a7d43c6e40009d577ffde",
            "c41d80113ccd299b3c59a91b037f768b23dcaa9f003ff7e9b3b1aaa3a3225574",
        ],
    ),
    (
        65,
        129,
        3,
        100,
        "11f2ab1711f2ab57fe2a5442ba525487ab22464789920007eeaffff8ae0df0f8",
        [
            "11f2ab1711f2ab57fe2a5442ba525487ab22464789920007eeaffff8ae0df0f8",
            "108df2b25a0f50da1aaef2915ace0f5ba12d49baa88d0dda080faea5fff88ea5",
            "442601bd44a601fd2b7fdee82f074e0d4e77aced48c7aaadbbfa51521a585252",
            "4fda58180fdad8500ffb581b0f9ba5f1f478e310fdd8a7705d5a040faaad040f",
            "11f2d4e801f254a8fe2aabbdaa52ab78ab22b9b80992fff8eeaf0007ae0d0f07",
            "44a7764244a6fe022b7f01176f0701d2de77131248c75552bbfaaaad7b58a5ad",
            "5aaf0d4d5a8faf055aae0d4e5acef0a4a12db645a88df225080f515afff8515a",
            "0458a5a50a58040f0ffaa7c00f9b5a0c74781ceffcd8588f5d5afbf0aaad5bf0",
        ],
    ),
    (
        200,
        150,
        1,
        100,
        "89772b757e2674f7f687c19706070d8f5607fc1d5407aaadaeb800930a39556a",
        [
            "89772b757e2674f7f687c19706070d8f5607fc1d5407aaadaeb800930a39556a",
            "8c18c39e7858c71ee15ad41e6a9a3ffe1d1c3ffed01b3ff1005b200fafa52009",
            "dc2281df2b57da0fa3526b2d5352a62d0352d6a701520007fbedaa395f6cffc0",
            "d94d69342d0d6db4b40f7ebc3fcf915440499554854e955b550e8aa5fef08aa3",
            "8977d48a7e028f5af6073e7a0607f378160783f254075552aeb8ff6c0a39aa95",
            "dc227e202b5725f0a3d295d2535259d2435229580152fff8ffed55c65f6c003f",
            "8c583ce1785838e1e15a3be96a9ac5011d1cd001f01bd44e015bfff0bfa5dff6",
            "d94d964b2d0d924bb40f81433fcf6eab40496aab854e6aa4550e755afaf0755c",
        ],
    ),
    (
        640,
        480,
        1,
        100,
        "56aafc00e955fc00f955fc00f957fc02f95ffc02fd7f54552800fc2aa80afc2a",
        [
            "56aafc00e955fc00f955fc00f957fc02f95ffc02fd7f54552800fc2aa80afc2a",
            "7fe7280a7fef2a0a7fef2a8a8000d55f8000d55f8025d54f80a7d54f83a7d54f",
            "03ff56aafc0056aafc0056aabc0056aaac00d6aaa80afeff5d5556aafd5556aa",
            "2ab082a02ab080a02aba8020d5557ff5d5557fe5d5507fe5d5507fe5d4507fe5",
            "56aa03ffa95503ffa95503ffe95503fdf95503fffd55abaa080003d5080003d5",
            "03ffa955fc00a955fc00a955bc02a957ac0aa955a82a01407d55a97ffd5fa97f",
            "7fe7fff57fefdff57fefd57580002aa080002ab080252ab080a72ab083e72ab0",
            "2af27d5f2ab27f5f2aba7fdfd555800ad555801ad555801ad575801ad575801a",
        ],
    ),
    (
        513,
        1025,
        2,
        100,
        "002a15ff002a15ff002a15ff00aa17ff00aa17ff00af17ff00bf17ff00ba17ff",
        [
            "002a15ff002a15ff002a15ff00aa17ff00aa17ff00af17ff00bf17ff00ba17ff",
            "0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff",
            "5555aaaa5555aaaa5555aaaa5555aaaa5555aaaa5555aaaa5555aaaa5555aaaa",
            "5555555555555555555555555555555555555555555555555555555555555555",
            "0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff",
            "5555555555555555555555555555555555555555555555555555555555555555",
            "0000000000005555000055550155555557ff5555ffff555fffff557dffff557d",
            "5555aaaa5555aaaa5555aaaa5555aaaa5555aaaa5555aaaa5555aaaa5555aaaa",
        ],
    ),
    (
        1000,
        30,
        5,
        100,
        "8a3a8e381c38387070f1e0e183e107c11f817f03fe07f80fc01f00ffffff1557",
        [
            "8a3a8e381c38387070f1e0e183e107c11f817f03fe07f80fc01f00ffffff1557",
            "c63ae3859c72c70cf0f21e1cc3e2fc3c0fc6e0f8ff0607f0e01effc080fff000",
            "fb6f2492496d92da25a44a4b96b4ad4b4a94d529ab5250a5954aaa55aaaa9ffd",
            "936f492f49266da6a5a734b696a356965a934a52aa53ad5ab54b552ad52a4aaa",
            "8a3a71c71c38878e70f11f1e83e1f81e1f818078fe0705f0c01ffd00ffffcaa8",
            "fb6fdb6d496d2d2525a4b5b4d6b452b44ad62ad6ab52ad5a954a55aaaaaa4002",
            "c63a0c7a1c7238f3f0f261e3c3e203c30f861f07fe06f80fe01e003f807f0fff",
            "936fa4d0c9269259a5a74b4996a7a9695a93b52daa5352a5b54baa95d52aa555",
        ],
    ),
    (
        1920,
        1080,
        1,
        100,
        "ffff7fffffffffffffff55550000555500005555000075550000555500005555",
        [
            "ffff7fffffffffffffff55550000555500005555000075550000555500005555",
            "b800f2ffb800f2ffb800f2aab800f2bfb800f2ffb800f2bfb800f2bbb800f2ff",
            "faaaaa08aaaa0000aaaaffff5555aeaa5555aaaa5555aaaa5555aaaa5555aaaa",
            "fd557811fd557810fd557800fd557800fd557815fd557800fd557800fd557811",
            "aaaaffffffffffffffffaaaa0000aaaa0000aaaa0000faeb0000aaea0000eaeb",
            "ffff5555ffffffffaaaa00005555000055555041555551555555515155555155",
            "b800fd55f810fd55f800fd55f800fd55f800fd55f800fd55f800fd55f800fd55",
            "ed5586aaed5586aaed5507aaed5506aaad5506aaad5506aaed5506aaad5506aa",
        ],
    ),
];

fn triangle(value: u32, period: u32) -> u32 {
    (value % (2 * period)).abs_diff(period) * 255 / period
}

fn invented(width: u32, height: u32, slope: u32) -> Picture {
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let red = triangle(x * 3 + y * slope, 97);
            let green = triangle(x * slope + 2 * y, 61);
            let blue = u32::midpoint(triangle(x * y / 17, 40), triangle(y, 53));
            pixels.extend([red, green, blue].map(|sample| u8::try_from(sample).unwrap()));
        }
    }
    Picture::new(width, height, Layout::Rgb, pixels).unwrap()
}

#[test]
fn invented_pictures_have_the_bits_of_the_reference() {
    for (width, height, slope, quality, hash, forms) in REFERENCE {
        let picture = invented(*width, *height, *slope);
        let found = fingerprint(picture.view(), Flavour::FullSize);
        assert_eq!(found.hash.expose(), *hash, "{width} × {height}");
        assert_eq!(found.quality.value(), *quality, "{width} × {height}");
        let found = dihedral(picture.view(), Flavour::FullSize).hashes.map(|hash| hash.expose());
        assert_eq!(found.each_ref().map(String::as_str), *forms, "{width} × {height}");
    }
}

#[test]
fn squeezing_is_taking_the_nearest_pixel() {
    let picture = invented(1300, 700, 2);
    let mut pixels = Vec::new();
    for y in 0..512 {
        let row = picture.view().row(y * 700 / 512);
        (0..512).for_each(|x: usize| pixels.extend(&row[x * 1300 / 512 * 3..][..3]));
    }
    let small = Picture::new(512, 512, Layout::Rgb, pixels).unwrap();
    assert_eq!(fingerprint(picture.view(), Flavour::Nearest512), fingerprint(small.view(), Flavour::FullSize));
    assert_eq!(fingerprint(small.view(), Flavour::Nearest512), fingerprint(small.view(), Flavour::FullSize));
}

#[test]
fn a_crop_is_hashed_like_a_picture_of_its_own() {
    let picture = invented(300, 200, 1);
    let view = picture.view().crop(Region { left: 31, top: 17, width: 150, height: 140 });
    let pixels = (0..140).flat_map(|row| view.row(row).to_vec()).collect();
    let own = Picture::new(150, 140, Layout::Rgb, pixels).unwrap();
    assert_eq!(dihedral(view, Flavour::FullSize), dihedral(own.view(), Flavour::FullSize));
}

#[test]
fn what_is_printed_is_cut() {
    let picture = invented(300, 200, 1);
    let pdq = fingerprint(picture.view(), Flavour::FullSize);
    let text = pdq.hash.expose();
    assert!(!format!("{pdq:?} {}", pdq.hash).contains(&text[8..16]));
    assert!(format!("{}", pdq.hash).starts_with(&text[..8]));
}

#[test]
fn turned_pictures_are_found_among_the_forms() {
    let picture = invented(400, 300, 1);
    let forms = dihedral(picture.view(), Flavour::FullSize);
    for turn in [Turn::Mirror, Turn::Half, Turn::Flip, Turn::Transpose, Turn::Right, Turn::Transverse, Turn::Left] {
        let turned = fingerprint(picture.view().turned(turn).view(), Flavour::FullSize);
        let nearest = forms.hashes.iter().map(|hash| hash.distance(&turned.hash)).min().unwrap();
        assert!(nearest <= 16, "{turn:?}: {nearest}");
    }
    let mirrored = fingerprint(picture.view().turned(Turn::Mirror).view(), Flavour::FullSize).hash;
    let flip = forms.iter().find(|(orientation, _)| *orientation == Orientation::FlipY).unwrap().1;
    assert!(mirrored.distance(&flip) <= 16);
}

proptest! {
    #[test]
    fn text_and_back(words in any::<[u64; 4]>()) {
        let hash = PdqHash::from_words(words);
        prop_assert_eq!(hash.expose().parse::<PdqHash>().unwrap(), hash);
    }

    #[test]
    fn no_size_panics(width in 0_u32..200, height in 0_u32..200, flavour in prop_oneof![Just(Flavour::FullSize), Just(Flavour::Nearest512)]) {
        let picture = invented(width, height, 1);
        let found = fingerprint(picture.view(), flavour);
        if width < 5 || height < 5 {
            prop_assert_eq!(found.quality.value(), 0);
        }
    }

    #[test]
    fn texts_that_are_no_hash_are_refused(text in "[0-9a-f]{0,63}|[0-9a-g]{64}.|\\PC{64}") {
        let good = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        prop_assert_eq!(text.parse::<PdqHash>().is_ok(), good);
    }
}
