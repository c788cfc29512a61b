//! What a page would call: pixels from a canvas in, eight fingerprints and a quality out. Only for `cargo xtask media`, which
//! measures it; the page will have a face of its own.

use std::sync::Mutex;

use argine_media::pdq::dihedral;
use argine_media::{Flavour, Layout, View};

static PIXELS: Mutex<Vec<u8>> = Mutex::new(Vec::new());
/// Eight hashes of four words each.
static HASHES: Mutex<[u64; 32]> = Mutex::new([0; 32]);

/// Makes room for `bytes` bytes of RGBA pixels and says where it is.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *const u8 {
    let Ok(mut pixels) = PIXELS.lock() else { return core::ptr::null() };
    pixels.resize(bytes, 0);
    pixels.as_ptr()
}

/// Where the hashes are.
#[unsafe(no_mangle)]
pub extern "C" fn hashes() -> *const u64 {
    HASHES.lock().map_or(core::ptr::null(), |hashes| hashes.as_ptr())
}

/// Fingerprints the pixels in all eight forms; the quality, or 255 when they do not fill `width` × `height`.
#[unsafe(no_mangle)]
pub extern "C" fn fingerprint(width: u32, height: u32) -> u32 {
    let (Ok(pixels), Ok(mut hashes)) = (PIXELS.lock(), HASHES.lock()) else { return 255 };
    let Ok(view) = View::new(width, height, Layout::Rgba, &pixels) else { return 255 };
    let found = dihedral(view, Flavour::FullSize);
    for (out, hash) in hashes.chunks_exact_mut(4).zip(found.hashes) {
        out.copy_from_slice(hash.words());
    }
    found.quality.value().into()
}
