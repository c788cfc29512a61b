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
