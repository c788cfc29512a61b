use argine_model::{AgeClass, Exhibit, MediaClass, Member, OriginalHandling};

/// Whether the case may hold a byte-identical copy of the exhibit.
///
/// The door decides this before; here it is asked again, so that no door can copy what may be an intimate image of a
/// person under 18 (c.p. 600-quater).
pub(crate) fn original_may_be_copied(exhibit: &Exhibit, age: AgeClass) -> bool {
    let may_show_a_person = match exhibit.class {
        MediaClass::Text => false,
        // A container that could not be listed may hold anything.
        MediaClass::Archive => exhibit.members.is_empty(),
        _ => true,
    } || exhibit.members.iter().any(|member| member.class.may_show_a_person());
    exhibit.handling == OriginalHandling::Copied && !(age.media_is_forbidden() && may_show_a_person)
}

/// Whether the case may hold a copy of a member of an exhibit.
pub(crate) fn member_may_be_copied(member: &Member, age: AgeClass) -> bool {
    !(age.media_is_forbidden() && member.class.may_show_a_person())
}
