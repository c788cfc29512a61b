//! The person's word, and what stays shut in spite of it.

use argine_model::{AgeClass, PixelArea};

use crate::{Limits, Page, PageError};

/// The person was asked whether anyone in the picture is undressed or nearly so, and said no.
///
/// There is no default and no way to derive it from a picture: it stands for an answer. Nothing is decoded without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShowsNobodyUndressed(());

impl ShowsNobodyUndressed {
    /// To be called in one place of a door: where the person gave that answer for this picture.
    pub const fn confirmed() -> Self {
        Self(())
    }
}

/// Why a part of a picture is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CropError {
    /// The person is, or may be, under 18: no pixels leave this crate.
    #[error("pictures of somebody who may be under 18 are not shown")]
    MayBeMinor,
    /// The area is not on the picture.
    #[error("the area is not on the picture")]
    Outside,
    /// The picture could not be decoded.
    #[error(transparent)]
    Page(#[from] PageError),
}

/// Cuts a bubble out of a screenshot, as PNG, to be shown beside the words read from it.
///
/// # Errors
/// [`CropError::MayBeMinor`] for every age but [`AgeClass::Adult`], before the picture is looked at; else what went wrong.
pub fn crop_png(
    screenshot: &[u8],
    area: PixelArea,
    age: AgeClass,
    limits: &Limits,
    consent: ShowsNobodyUndressed,
) -> Result<Vec<u8>, CropError> {
    if age.media_is_forbidden() {
        return Err(CropError::MayBeMinor);
    }
    let page = Page::decode(screenshot, limits, consent)?;
    page.cut(area).and_then(|part| part.to_png()).ok_or(CropError::Outside)
}
