use argine_model::{AgeClass, Exhibit, Member, OriginalHandling};

/// Whether the case may hold a byte-identical copy of the exhibit.
///
/// The door decides this before; here it is asked again, so that no door can copy what may be an intimate image of a
/// person under 18 (c.p. 600-quater).
pub(crate) fn original_may_be_copied(exhibit: &Exhibit, age: AgeClass) -> bool {
    exhibit.handling == OriginalHandling::Copied && !(age.media_is_forbidden() && exhibit.may_show_a_person())
}

/// Whether the case may hold a copy of a member of an exhibit.
pub(crate) fn member_may_be_copied(member: &Member, age: AgeClass) -> bool {
    !(age.media_is_forbidden() && member.may_show_a_person())
}

/// Whether the case may hold something made from exhibits: no thumbnail or frame either. Told by the bytes, or by a
/// name that says so; papers and tables pass.
pub fn derived_may_be_kept(name: &str, bytes: &[u8], age: AgeClass) -> bool {
    !(age.media_is_forbidden() && (begins_like_media(bytes) || Member::is_named_like_media(name)))
}

/// Whether bytes begin like a picture, a video, sound, or a container that may hold one.
fn begins_like_media(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 16] = [
        b"\xff\xd8\xff",
        b"\x89PNG",
        b"GIF8",
        b"BM",
        b"II*\0",
        b"MM\0*",
        b"RIFF",
        b"OggS",
        b"ID3",
        b"\xff\xfb",
        b"fLaC",
        b"\x1a\x45\xdf\xa3",
        b"#!AMR",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"7z\xbc\xaf",
    ];
    BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning)) || bytes.get(4..8) == Some(b"ftyp")
}
