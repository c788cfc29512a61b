use argine_model::{AgeClass, Exhibit, ExhibitId, OriginalHandling, Reading, Sha256, SourceState};

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

/// How the case keeps this file.
///
/// A file that may show a person is copied only for an adult who asked (c.p. 600-quater punishes holding and opening
/// intimate images of people under 18, whoever does it); everybody else keeps it where it is.
pub(crate) fn handling(exhibit: &Exhibit, age: AgeClass, consent: MediaConsent) -> OriginalHandling {
    let allowed = consent == MediaConsent::Copy && !age.media_is_forbidden();
    if exhibit.may_show_a_person() && !allowed { OriginalHandling::HashOnly } else { OriginalHandling::Copied }
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
        let closed = |path: &[String]| {
            exhibit.members.iter().any(|member| member.path.as_slice() == path && member.may_show_a_person())
        };
        let words = reading.sources.iter().filter(|source| {
            let inside = source.path.get(1..).filter(|inside| !inside.is_empty());
            let is_word = matches!(source.state, SourceState::Read { .. });
            source.exhibit == exhibit.id && is_word && inside.is_some_and(|inside| !closed(inside))
        });
        originals.extend(words.filter_map(|source| {
            let member = source.path.get(1..)?.to_vec();
            Some(Original { exhibit: exhibit.id, member, sha256: source.sha256?, size: source.size })
        }));
    }
    originals
}
