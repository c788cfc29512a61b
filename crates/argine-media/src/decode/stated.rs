//! The size that a HEIC or AVIF file states: telephones store a picture as tiles, and some decoders hand over the first
//! tile as if it were the picture. Its fingerprint would be of a corner.

/// Boxes looked at on one floor of the file.
const MOST_BOXES: usize = 4_096;

/// Pixels in a row and rows of the largest picture that the file describes (`ispe`, ISO/IEC 23008-12); none where it
/// describes none. The sides may be exchanged in what a decoder that turns pictures hands over.
pub fn stated_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let properties = inside(inside(inside(bytes, *b"meta")?.get(4..)?, *b"iprp")?, *b"ipco")?;
    let sizes = boxes(properties).filter(|(kind, _)| kind == b"ispe").filter_map(|(_, content)| {
        let (width, rest) = content.get(4..)?.split_first_chunk::<4>()?;
        let (height, _) = rest.split_first_chunk::<4>()?;
        Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
    });
    sizes.max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

fn inside(bytes: &[u8], wanted: [u8; 4]) -> Option<&[u8]> {
    boxes(bytes).find(|(kind, _)| *kind == wanted).map(|(_, content)| content)
}

/// Kind and content of each box, as far as their sizes can be believed.
fn boxes(mut bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    let next = move || {
        let (size, rest) = bytes.split_first_chunk::<4>()?;
        let (kind, rest) = rest.split_first_chunk::<4>()?;
        let (length, rest) = match u32::from_be_bytes(*size) {
            // To the end of the file.
            0 => (rest.len(), rest),
            1 => {
                let (size, rest) = rest.split_first_chunk::<8>()?;
                (usize::try_from(u64::from_be_bytes(*size)).ok()?.checked_sub(16)?, rest)
            }
            size => (usize::try_from(size).ok()?.checked_sub(8)?, rest),
        };
        let (content, rest) = rest.split_at_checked(length)?;
        bytes = rest;
        Some((*kind, content))
    };
    core::iter::from_fn(next).take(MOST_BOXES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
        [&u32::try_from(content.len() + 8).unwrap().to_be_bytes()[..], &kind, content].concat()
    }

    fn described(sizes: &[(u32, u32)]) -> Vec<u8> {
        let size = |(width, height): &(u32, u32)| {
            boxed(*b"ispe", &[&[0; 4][..], &width.to_be_bytes(), &height.to_be_bytes()].concat())
        };
        let properties: Vec<u8> = sizes.iter().flat_map(size).collect();
        let properties = [boxed(*b"hvcC", b"anything"), properties].concat();
        let meta = [vec![0; 4], boxed(*b"hdlr", b"pict"), boxed(*b"iprp", &boxed(*b"ipco", &properties))].concat();
        [boxed(*b"ftyp", b"heicmif1"), boxed(*b"meta", &meta), boxed(*b"mdat", &[7; 40])].concat()
    }

    #[test]
    fn the_largest_of_tiles_thumbnail_and_picture_is_the_picture() {
        assert_eq!(stated_size(&described(&[(512, 512), (4_032, 3_024), (320, 240)])), Some((4_032, 3_024)));
        assert_eq!(stated_size(&described(&[])), None);
    }

    #[test]
    fn cut_and_lying_boxes_are_no_harm() {
        let whole = described(&[(640, 480)]);
        for length in 0..whole.len() {
            let found = stated_size(&whole[..length]);
            assert!(found.is_none() || found == Some((640, 480)), "{length}");
        }
        for place in 0..whole.len() {
            for value in [0, 1, 255] {
                let mut changed = whole.clone();
                changed[place] = value;
                let _ = stated_size(&changed);
            }
        }
    }
}
