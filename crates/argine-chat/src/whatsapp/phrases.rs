//! What the app itself writes, in each language: data, no rules. Texts are folded: small letters, straight apostrophes, plain
//! spaces, no marks of direction, no full stop at the end.

mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod others;
mod portuguese;
mod spanish;

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
    /// The words before (or the rest behind) name the other party: `Anna changed…`.
    NamesOther,
}

/// One language's words.
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
}

/// Before the name of the other party (or the group) in the name of an exported file.
pub(super) const TITLES: &[&str] = &[
    "whatsapp chat with ",
    "whatsapp chat - ",
    "chat whatsapp con ",
    "chat di whatsapp con ",
    "chat de whatsapp con ",
    "chat de whatsapp - ",
    "discussion whatsapp avec ",
    "conversation whatsapp avec ",
    "conversa do whatsapp com ",
    "conversa whatsapp com ",
    "whatsapp chat mit ",
    "whatsapp-chat mit ",
    "whatsapp-chat met ",
    "whatsapp chat met ",
    "whatsapp-chatt med ",
    "whatsapp-chat med ",
    "whatsapp-keskustelu: ",
    "whatsapp-keskustelu ",
    "chat whatsapp - ",
];

/// Every language, in the order in which their words are tried.
pub(super) const LANGUAGES: &[&Words] = &[
    &italian::ITALIAN,
    &english::ENGLISH,
    &french::FRENCH,
    &spanish::SPANISH,
    &german::GERMAN,
    &portuguese::PORTUGUESE,
    &dutch::DUTCH,
    &others::OTHERS,
];
