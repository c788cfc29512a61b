//! Fingerprints of the media that were handed over: of adults only, and never whole.

use argine_chat::Handed;
use argine_media::{Completeness, DecodeError, Limits, Pdq, decode, of_picture};
use argine_model::{ExhibitId, MediaClass, Sha256};
use serde::Serialize;

use crate::{CaseFile, Progress};

/// Pictures fingerprinted in one case: each takes about a tenth of a second.
const MOST_PICTURES: usize = 500;

/// What is known of one picture or video without showing it. It holds the first digits of a fingerprint, never all of
/// them: what is intimate in a picture can be guessed from a whole one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MediaFingerprint {
    /// The file it is, or lies in.
    pub exhibit: ExhibitId,
    /// Names in each container, outermost first; empty where it is the file itself.
    pub member: Vec<String>,
    /// Digest of its bytes.
    pub sha256: Sha256,
    /// What was done with it.
    #[serde(flatten)]
    pub state: MediaState,
}

/// What was done with a picture or video.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum MediaState {
    /// The person is, or may be, under 18: it was never opened.
    Shut,
    /// Its picture was fingerprinted.
    Fingerprinted {
        /// First 8 of the 64 digits of its PDQ.
        pdq: String,
        /// Quality, 0 to 100; below 50 it says too little.
        quality: u8,
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Whether all of the picture was there.
        whole: bool,
    },
    /// No picture came of it.
    NotRead {
        /// Id of the sentence that says why.
        why: &'static str,
    },
    /// There are more pictures than are fingerprinted in one case.
    LeftOut,
}

/// Fingerprints of every picture and video in the case, in order. For anybody who is, or may be, under 18 nothing is opened.
/// `files` are those that the case was made of.
pub fn fingerprints(
    files: &[Handed<'_>],
    case: &CaseFile,
    limits: &argine_chat::Limits,
    mut progress: impl FnMut(Progress),
) -> Vec<MediaFingerprint> {
    let media = media(case);
    let of = media.len().min(MOST_PICTURES);
    let mut found = Vec::with_capacity(media.len());
    for (done, (exhibit, member, sha256)) in media.into_iter().enumerate() {
        let state = if case.age.media_is_forbidden() {
            MediaState::Shut
        } else if done >= MOST_PICTURES {
            MediaState::LeftOut
        } else {
            progress(Progress::Fingerprinting { done, of });
            opened(files, exhibit, &member, sha256, limits)
        };
        found.push(MediaFingerprint { exhibit, member, sha256, state });
    }
    found
}

/// Where each picture and video lies, with its digest.
fn media(case: &CaseFile) -> Vec<(ExhibitId, Vec<String>, Sha256)> {
    let shows = |class: MediaClass| matches!(class, MediaClass::Image | MediaClass::Video);
    let mut media = Vec::new();
    for exhibit in &case.exhibits {
        if shows(exhibit.class) {
            media.push((exhibit.id, Vec::new(), exhibit.sha256));
        }
        let members = exhibit.members.iter().filter(|member| shows(member.class));
        media.extend(members.filter_map(|member| Some((exhibit.id, member.path.clone(), member.sha256?))));
    }
    media
}

fn opened(
    files: &[Handed<'_>],
    exhibit: ExhibitId,
    member: &[String],
    sha256: Sha256,
    limits: &argine_chat::Limits,
) -> MediaState {
    let damaged = DecodeError::Damaged { format: None, detail: String::new() };
    let file = (exhibit.0 as usize).checked_sub(1).and_then(|place| files.get(place));
    let inside = |file: &Handed<'_>| argine_chat::member_bytes(file.bytes, member, sha256, limits);
    let decoded = match file {
        Some(file) if member.is_empty() => decode(file.bytes, &Limits::default()),
        Some(file) => inside(file).map_or(Err(damaged), |bytes| decode(&bytes, &Limits::default())),
        None => Err(damaged),
    };
    match decoded {
        Ok(decoded) => {
            let found = of_picture(&decoded.picture, decoded.turn, decoded.completeness);
            let Pdq { hash, quality } = found.upright.unwrap_or_else(|| found.full.upright());
            MediaState::Fingerprinted {
                pdq: hash.to_string(),
                quality: quality.value(),
                width: found.width,
                height: found.height,
                whole: found.completeness == Completeness::Whole,
            }
        }
        Err(error) => MediaState::NotRead { why: error.id() },
    }
}
