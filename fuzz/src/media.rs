//! The promises of `argine-media` on bytes from anywhere.

use std::sync::Arc;

use argine_media::exchange::{self, Change, Listed};
use argine_media::index::Segment;
use argine_media::pdq::{self, Flavour};
use argine_media::registration::query;
use argine_media::{HashId, Index, Limits, MATCH_RADIUS, PdqHash, Region, decode};
use argine_model::Sha256;

/// Small enough that a bomb must be refused by what it says, not by what it becomes.
const LIMITS: Limits = Limits { file_bytes: 1 << 20, pixels: 1_000_000, side: 16_384, working_bytes: 64 << 20 };

/// Decodes `bytes` as a picture and fingerprints it, its turned form and its inner parts.
///
/// # Panics
/// When a promise is broken.
pub fn picture(bytes: &[u8]) {
    let Ok(decoded) = decode(bytes, &LIMITS) else { return };
    let (width, height) = (decoded.picture.width(), decoded.picture.height());
    assert!(u64::from(width) * u64::from(height) <= LIMITS.pixels, "a limit holds whatever the file says");
    let view = decoded.picture.view();
    let upright = pdq::fingerprint(view, Flavour::FullSize);
    if (width, height) != (64, 64) {
        assert_eq!(pdq::dihedral(view, Flavour::FullSize).upright(), upright, "one hash or eight");
    }
    pdq::fingerprint(view, Flavour::Nearest512);
    view.turned(decoded.turn);
    query(view.crop(Region { left: width / 3, top: height / 3, width: width / 2, height: height / 2 }));
    assert_eq!(decode(bytes, &LIMITS).map(|again| again.picture), Ok(decoded.picture), "the same bytes, the same pixels");
}

/// Reads `bytes` as a segment; then a segment that they are the hashes of, whole and changed.
///
/// # Panics
/// When a promise is broken.
pub fn segment(bytes: &[u8]) {
    // With a right checksum, so that what lies behind it is reached; then a file whose tables are those bytes.
    let opened = |body: &[u8]| Segment::open(Arc::new([body, Sha256::of(body).as_bytes()].concat()));
    if let Ok(segment) = opened(bytes) {
        assert_eq!(segment.file().0, bytes, "what is read is what was written");
    }
    let _ = Segment::open(Arc::new(bytes.to_vec()));
    let words = bytes.chunks_exact(8).map(|word| u64::from_le_bytes(word.try_into().expect("eight bytes")));
    let words: Vec<u64> = words.collect();
    let hashes = words.chunks_exact(4).zip(0..).map(|(words, id)| {
        (PdqHash::from_words(words.try_into().expect("four words")), HashId(id))
    });
    let set: Vec<(PdqHash, HashId)> = hashes.collect();
    let Some((query, _)) = set.first().copied() else { return };
    let whole = Segment::build(&set);
    let mut lying = whole.file().0.to_vec();
    let hashes = 64 + set.len() * 32;
    lying.iter_mut().skip(hashes).zip(bytes.iter().cycle()).for_each(|(byte, other)| *byte = *other);
    let mut index = Index::default();
    index.add_segment(opened(&lying).expect("its length and checksum are right"));
    assert!(index.search(&query, MATCH_RADIUS).iter().all(|hit| hit.distance <= MATCH_RADIUS), "nothing far is found");
    let mut index = Index::default();
    index.extend(set.clone());
    index.seal();
    let expected = set.iter().filter(|(hash, _)| hash.distance(&query) <= MATCH_RADIUS).count();
    assert_eq!(index.search(&query, MATCH_RADIUS).len(), expected, "none is missed");
}

/// Reads `bytes` as a text of fingerprints and writes what is asked for.
///
/// # Panics
/// When a promise is broken.
pub fn exchange(bytes: &[u8]) {
    let Ok(text) = core::str::from_utf8(bytes) else { return };
    match exchange::read(text) {
        Some(Listed::Frames(video)) => {
            let text = video.expose_text();
            assert_eq!(exchange::read(&text), Some(Listed::Frames(video)), "frames are read as they are written");
        }
        Some(Listed::Signals(import)) => {
            let kept = import.changes.iter().filter(|(_, change)| *change == Change::Add);
            let kept: Vec<_> = kept.map(|(signal, _)| *signal).collect();
            if !kept.is_empty() {
                let written = exchange::read(&exchange::write_stop_ncii(&kept, 0));
                assert!(matches!(written, Some(Listed::Signals(again)) if again.changes.len() == kept.len()));
            }
        }
        None => {}
    }
}
