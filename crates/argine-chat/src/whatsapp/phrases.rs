//! What the app itself writes, in each language: data, no rules. Texts are folded: small letters, straight apostrophes, plain
//! spaces, no marks of direction, no full stop at the end.

mod arabic;
mod dutch;
mod english;
mod finnish;
mod french;
mod german;
mod italian;
mod japanese;
mod others;
mod polish;
mod portuguese;
mod removed;
mod russian;
mod spanish;
mod swedish;
mod turkish;
mod units;

use argine_model::MediaClass;

/// What a whole body means that the app wrote in place of a person's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Media that the export left out.
    Omitted(MediaClass),
    /// A contact card that the export left out.
    OmittedContact,
    Deleted,
    /// Deleted, in words that the app says only to whoever deleted it.
    DeletedByYou,
    Missed {
        video: bool,
    },
    /// A call; how it went stands behind it, or nowhere.
    Call {
        video: bool,
    },
    /// View once, opened or left out.
    ViewOnce,
    /// A place on the map without its coordinates.
    Place,
    Unsupported,
}

/// What a line of the app tells beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    None,
    GroupCreated,
    /// Something that only happens in groups.
    Group,
    ContactBlocked,
    /// Somebody changed number or security code: the words name the other party.
    NumberChanged,
    /// Disappearing messages were switched on, off, or to another time.
    TimerChanged,
}

pub(super) use removed::{REMOVED, is_removed};
pub(super) use units::seconds;

/// One language's words.
#[derive(Debug)]
pub(super) struct Words {
    /// Whether the language's countries all write the day before the month.
    pub(super) day_first: bool,
    pub(super) bodies: &'static [(&'static str, Meaning)],
    /// Lines of the app that begin so.
    pub(super) starts: &'static [(&'static str, Effect)],
    /// Lines of the app that hold this behind a name.
    pub(super) inside: &'static [(&'static str, Effect)],
    /// Marks at the end of an edited message.
    pub(super) edited: &'static [&'static str],
    /// What stands behind a file's name (Android).
    pub(super) attached: &'static [&'static str],
    /// The word in `<word: file>` (iOS).
    pub(super) attached_tag: &'static [&'static str],
    /// How a call that was not missed may end.
    pub(super) unanswered: &'static [&'static str],
    pub(super) declined: &'static [&'static str],
    /// First words of a poll, and of a place.
    pub(super) poll: &'static [&'static str],
    pub(super) place: &'static [&'static str],
    /// The notion of "view once" inside `<…>`, whatever the version's wording.
    pub(super) view_once: &'static [&'static str],
    /// What stands between a missed call and its time, spaces included.
    pub(super) call_at: &'static [&'static str],
    /// The word between the parts of a duration, with the space behind it.
    pub(super) and: &'static [&'static str],
    /// Before, or behind, the name of the other party (or the group) in the name of an exported file.
    pub(super) titles: &'static [&'static str],
    pub(super) titles_behind: &'static [&'static str],
}

/// Every language, in the order in which their words are tried.
pub(super) const LANGUAGES: &[&Words] = &[
    &italian::ITALIAN,
    &english::ENGLISH,
    &french::FRENCH,
    &spanish::SPANISH,
    &german::GERMAN,
    &portuguese::PORTUGUESE,
    &dutch::DUTCH,
    &swedish::SWEDISH,
    &finnish::FINNISH,
    &arabic::ARABIC,
    &japanese::JAPANESE,
    &russian::RUSSIAN,
    &turkish::TURKISH,
    &polish::POLISH,
    &others::OTHERS,
];

#[cfg(test)]
mod tests;
