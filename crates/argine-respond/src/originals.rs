use argine_model::{AgeClass, Exhibit, ExhibitId, MediaClass, Member, OriginalHandling, Reading, Sha256, SourceState};

/// Whether media may be copied into the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MediaConsent {
    /// Hash, name and size only: the default for everybody.
    #[default]
    HashOnly,
    /// The person asked for a copy. Counts only where the person is an adult.
    Copy,
}

/// Bytes that the case keeps: a file as handed over, or the words inside one that also holds media.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The file it comes from.
    pub exhibit: ExhibitId,
    /// Names in each container, outermost first; empty where the file itself is kept.
    pub member: Vec<String>,
    /// Digest of its bytes.
    pub sha256: Sha256,
    /// Bytes.
    pub size: u64,
}

/// How the case keeps a file of this class with these members.
///
/// A file that may show a person is copied only for an adult who asked (c.p. 600-quater punishes holding and opening
/// intimate images of people under 18, whoever does it); everybody else keeps it where it is.
pub(crate) fn handling(
    name: &str,
    class: MediaClass,
    members: &[Member],
    age: AgeClass,
    consent: MediaConsent,
) -> OriginalHandling {
    let may_show =
        |member: &Member| member.class.may_show_a_person() || member.path.iter().any(|part| is_named_like_media(part));
    let may_show_a_person = match class {
        MediaClass::Archive => members.is_empty() || members.iter().any(may_show),
        MediaClass::Text => is_named_like_media(name) || members.iter().any(may_show),
        _ => true,
    };
    let allowed = consent == MediaConsent::Copy && !age.media_is_forbidden();
    if may_show_a_person && !allowed { OriginalHandling::HashOnly } else { OriginalHandling::Copied }
}

/// Bytes decide what a file is; a name that says "picture" is believed all the same, because a damaged or disguised
/// picture is a picture.
fn is_named_like_media(name: &str) -> bool {
    const EXTENSIONS: &[&str] = &[
        "3gp", "aac", "amr", "avi", "avif", "bmp", "gif", "heic", "heif", "jpeg", "jpg", "m4a", "m4v", "mkv", "mov",
        "mp3", "mp4", "mpg", "ogg", "opus", "png", "tif", "tiff", "wav", "webm", "webp", "wmv",
    ];
    name.rsplit_once('.').is_some_and(|(_, end)| EXTENSIONS.iter().any(|known| end.eq_ignore_ascii_case(known)))
}

/// What the case may hold, in order: whole files where they are copied, the words inside where they are not.
pub fn originals(exhibits: &[Exhibit], reading: &Reading) -> Vec<Original> {
    let mut originals = Vec::new();
    for exhibit in exhibits {
        if exhibit.handling == OriginalHandling::Copied {
            let (id, sha256, size) = (exhibit.id, exhibit.sha256, exhibit.size);
            originals.push(Original { exhibit: id, member: Vec::new(), sha256, size });
            continue;
        }
        let words = reading.sources.iter().filter(|source| {
            let is_word = source.path.len() > 1 && matches!(source.state, SourceState::Read { .. });
            source.exhibit == exhibit.id && is_word && !source.path.iter().any(|part| is_named_like_media(part))
        });
        originals.extend(words.filter_map(|source| {
            let member = source.path.get(1..)?.to_vec();
            Some(Original { exhibit: exhibit.id, member, sha256: source.sha256?, size: source.size })
        }));
    }
    originals
}
