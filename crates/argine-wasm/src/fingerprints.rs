//! Fingerprints of pictures. For somebody who is, or may be, under 18 nothing is opened: the digests of the file are all there is.

use argine_knowledge::Catalogue;
use argine_media::exchange::Md5;
use argine_media::pdq::dihedral;
use argine_media::{Completeness, Dihedral, Flavour, Layout, Limits, View, decode, of_picture};
use argine_model::{AgeClass, Language, Sha256};
use serde::Serialize;

use crate::Refusal;
use crate::request::Age;
use crate::session::to_json;

#[derive(Serialize)]
struct FileView<'a> {
    name: &'a str,
    size: usize,
    sha256: Sha256,
    md5: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pdq: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quality: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whole: Option<bool>,
    /// Why there is no PDQ, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// Digests of a file, and the fingerprint of the picture in it where `age` is `adult`.
///
/// # Errors
/// None that a file can cause; the signature is that of every other question.
pub fn fingerprint_file(name: &str, bytes: &[u8], age: &str, language: Language) -> Result<String, Refusal> {
    let catalogue = Catalogue::new(language);
    let mut view = FileView {
        name,
        size: bytes.len(),
        sha256: Sha256::of(bytes),
        md5: Md5::of(bytes).expose(),
        width: None,
        height: None,
        pdq: None,
        quality: None,
        whole: None,
        reason: None,
    };
    if Age::of(age) != AgeClass::Adult {
        view.reason = Some(catalogue.text("engine-hash-shut"));
        return to_json(&view);
    }
    match decode(bytes, &Limits::default()) {
        Ok(decoded) => {
            let found = of_picture(&decoded.picture, decoded.turn, decoded.completeness);
            let shown = found.upright.unwrap_or_else(|| found.full.upright());
            view.width = Some(found.width);
            view.height = Some(found.height);
            view.pdq = Some(shown.hash.expose());
            view.quality = Some(shown.quality.value());
            view.whole = Some(found.completeness == Completeness::Whole);
        }
        Err(error) => view.reason = Some(catalogue.text(error.id())),
    }
    to_json(&view)
}

#[derive(Serialize)]
struct PixelsView {
    pdq: String,
    quality: u8,
    /// The eight forms, upright first.
    forms: Vec<String>,
}

/// The fingerprint of pixels that the browser decoded (RGBA), in eight forms; only where `age` is `adult`.
///
/// # Errors
/// When the person is not plainly of age, or the pixels do not fill the picture.
pub fn fingerprint_pixels(width: u32, height: u32, rgba: &[u8], age: &str) -> Result<String, Refusal> {
    if Age::of(age) != AgeClass::Adult {
        return Err(Refusal::Shut);
    }
    let view = View::new(width, height, Layout::Rgba, rgba).map_err(|_| Refusal::Request("pixels".to_owned()))?;
    let found: Dihedral = dihedral(view, Flavour::FullSize);
    let upright = found.upright();
    to_json(&PixelsView {
        pdq: upright.hash.expose(),
        quality: upright.quality.value(),
        forms: found.hashes.iter().map(argine_media::PdqHash::expose).collect(),
    })
}
