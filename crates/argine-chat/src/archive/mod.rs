//! ZIP archives as a hostile hand may write them. The central directory is walked here, member by member, so that nothing the
//! archive lists twice, renames or hides can vanish; where it is missing or damaged, the members are looked for one by one.

mod directory;
mod inflate;
mod names;

pub(crate) use directory::{Directory, Entry, directory};
pub(crate) use inflate::{Problem, Unpacked, bytes, unpack};
pub(crate) use names::is_unsafe;
