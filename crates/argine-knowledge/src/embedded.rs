//! The files of `knowledge/`, as they were when the crate was built: group, name, text; sorted.

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

pub(crate) const PACK: &str = include_str!("../../../knowledge/pack.toml");
pub(crate) const WORDING: &str = include_str!("../../../knowledge/wording.toml");
pub(crate) const ACTIONS: &str = include_str!("../../../knowledge/actions.toml");
pub(crate) const SITUATIONS: &str = include_str!("../../../knowledge/situations.toml");
/// The files beside the tables, by name.
pub(crate) const BESIDE: [(&str, &str); 4] =
    [("pack.toml", PACK), ("wording.toml", WORDING), ("actions.toml", ACTIONS), ("situations.toml", SITUATIONS)];
