use core::fmt;

use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, civil};
use serde::{Deserialize, Serialize};

use crate::{ByteSpan, Location, Sha256};

/// Where people were talking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the products' own")]
pub enum Platform {
    Whatsapp,
    Telegram,
    Instagram,
    Messenger,
    Email,
    Snapchat,
    Tiktok,
    Discord,
    Signal,
    /// Text messages and calls of the telephone.
    Sms,
    Tinder,
    Badoo,
    Bumble,
    Meetic,
    Line,
    /// Words pasted or told, or of an app that nobody named.
    Unknown,
}

impl Platform {
    /// Every value, in order.
    pub const ALL: &'static [Self] = &[
        Self::Whatsapp,
        Self::Telegram,
        Self::Instagram,
        Self::Messenger,
        Self::Email,
        Self::Snapchat,
        Self::Tiktok,
        Self::Discord,
        Self::Signal,
        Self::Sms,
        Self::Tinder,
        Self::Badoo,
        Self::Bumble,
        Self::Meetic,
        Self::Line,
        Self::Unknown,
    ];

    /// The stable identifier, as in JSON, in packs and in the message catalogue.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Whatsapp => "whatsapp",
            Self::Telegram => "telegram",
            Self::Instagram => "instagram",
            Self::Messenger => "messenger",
            Self::Email => "email",
            Self::Snapchat => "snapchat",
            Self::Tiktok => "tiktok",
            Self::Discord => "discord",
            Self::Signal => "signal",
            Self::Sms => "sms",
            Self::Tinder => "tinder",
            Self::Badoo => "badoo",
            Self::Bumble => "bumble",
            Self::Meetic => "meetic",
            Self::Line => "line",
            Self::Unknown => "unknown",
        }
    }
}

/// What sort of conversation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConversationKind {
    /// Two people.
    Direct,
    /// Three or more.
    Group,
    /// A message request of somebody not yet accepted: where a stranger's first words stand.
    Request,
    /// One mail.
    Mail,
}

/// A place in [`Conversation::participants`], from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParticipantIndex(pub u32);

/// Somebody who wrote, or was named as taking part.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The name in the source, repaired for reading, otherwise untouched.
    pub name: String,
    /// The platform's own id, handle, phone number or mail address, where the source has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub native_id: Option<String>,
}

impl fmt::Debug for Participant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Participant({} characters)", self.name.chars().count())
    }
}

/// Who exported the conversation, and how we know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerGuess {
    /// The owner's place among the participants.
    pub participant: ParticipantIndex,
    /// The stable name of the reason: `file_name`, `chat_title`, `deleted_by_you`, `missed_by_you`, `last_listed`,
    /// `mail_recipient`, `account`, `common_to_all`, `sent_by_me`, `right_side`, `asked`.
    pub basis: String,
}

/// A conversation as read: every entry of the source in chronological order, system lines included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Stable for the same bytes: the file's stem where the conversation is alone in its file, else path and thread.
    pub id: String,
    /// Where it took place.
    pub platform: Platform,
    /// Direct, group, request or mail.
    pub kind: ConversationKind,
    /// The title in the source.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
    /// Who takes part, in order of appearance.
    pub participants: Vec<Participant>,
    /// The person who handed it over, where the source shows it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub owner: Option<OwnerGuess>,
    /// The entries; `messages[i].index == i`.
    pub messages: Vec<Message>,
}

impl Conversation {
    /// The participant at `index`.
    pub fn participant(&self, index: ParticipantIndex) -> Option<&Participant> {
        self.participants.get(index.0 as usize)
    }

    /// The name of who sent `message`, where it was sent by somebody.
    pub fn sender_name(&self, message: &Message) -> Option<&str> {
        Some(self.participant(message.sender?)?.name.as_str())
    }

    /// The first participant of this name.
    pub fn named(&self, name: &str) -> Option<ParticipantIndex> {
        let place = self.participants.iter().position(|person| person.name == name)?;
        u32::try_from(place).ok().map(ParticipantIndex)
    }
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageKind {
    /// Words.
    Text,
    /// Pictures, videos, sound or files, with or without words.
    Media,
    /// A voice or video call.
    Call,
    /// Written by the app: banners, blocked contact, timers, group events, number changes.
    System,
    /// Deleted or unsent; what remains is that it existed.
    Deleted,
    /// A view-once or disappearing message whose body is gone.
    ViewOnce,
    /// A poll.
    Poll,
    /// A place on a map.
    Location,
    /// A contact card.
    Contact,
    /// Something the app could not export.
    Unsupported,
}

/// How fine a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the units speak for themselves")]
pub enum TimePrecision {
    Minute,
    Second,
    Millisecond,
}

/// What a time rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeBasis {
    /// The source gives an instant (UTC); the civil time is that instant in the case's zone.
    Instant,
    /// The source gives a civil time with its offset.
    Offset,
    /// The source gives only the clock of the device; the zone is presumed.
    DeviceClock,
    /// Read from a picture of the screen: the clock of the device, as far as it could be read.
    Screen,
}

/// When an entry was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ConversationTime {
    /// What a clock on the wall showed (device clock, or the case's zone for instants).
    pub civil: civil::DateTime,
    /// How fine it is.
    pub precision: TimePrecision,
    /// What it rests on.
    pub basis: TimeBasis,
    /// The instant, where the source gives it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub instant: Option<Timestamp>,
}

impl ConversationTime {
    /// The instants it may be, where `zone` is the zone presumed for device clocks: the first and the last moment that the clock
    /// showed so. Two hours apart in the hour that comes twice when summer time ends.
    pub fn interval(&self, zone: &TimeZone) -> TimeInterval {
        let length = match self.precision {
            TimePrecision::Minute => SignedDuration::from_secs(59),
            TimePrecision::Second | TimePrecision::Millisecond => SignedDuration::ZERO,
        };
        let (earliest, latest, is_fold) = match (self.instant, zone.to_ambiguous_timestamp(self.civil)) {
            (Some(instant), _) => (instant, instant, false),
            (None, ambiguous) => {
                let is_fold = matches!(ambiguous.offset(), AmbiguousOffset::Fold { .. });
                let earlier = ambiguous.earlier().unwrap_or(Timestamp::MIN);
                (earlier, ambiguous.later().unwrap_or(Timestamp::MAX), is_fold)
            }
        };
        let (earliest, latest) = (earliest.min(latest), earliest.max(latest));
        TimeInterval { earliest, latest: latest.checked_add(length).unwrap_or(latest), is_fold }
    }
}

/// The instants that a time may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TimeInterval {
    /// Not before.
    pub earliest: Timestamp,
    /// Not after.
    pub latest: Timestamp,
    /// Whether the clock showed it twice, because summer time ended.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub is_fold: bool,
}

/// What became of an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentStatus {
    /// In the same container; see its digest.
    Present,
    /// The export left it out.
    Omitted,
    /// Named, but not found in what was handed over.
    Missing,
}

/// A picture, video, sound or file sent with a message. Its bytes are never here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name in the source, where it has one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
    /// What it is, from its name or the word the app left.
    pub class: crate::MediaClass,
    /// Whether it is there.
    pub status: AttachmentStatus,
    /// Digest of its bytes, where present.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sha256: Option<Sha256>,
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attachment").field("class", &self.class).field("status", &self.status).finish_non_exhaustive()
    }
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum CallOutcome {
    Answered,
    Missed,
    Declined,
    Unknown,
}

/// A call in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Call {
    /// Whether it was a video call.
    pub video: bool,
    /// How it ended.
    pub outcome: CallOutcome,
    /// Length in seconds, where known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub seconds: Option<u32>,
}

/// Marks on a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent marks of the source, not states")]
pub struct MessageFlags {
    /// Changed after it was sent.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub edited: bool,
    /// Passed on from elsewhere.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub forwarded: bool,
    /// Somebody took a screenshot (where the app says so).
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub screenshot_notice: bool,
    /// A line inside it is shaped like another message's header: it may be forged, or the export may be cut there.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub embedded_header: bool,
    /// The app says that a group was created.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub group_created: bool,
    /// The app says that the owner blocked the contact.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub contact_blocked: bool,
    /// The app says that disappearing messages were switched on, off, or to another time.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub timer_changed: bool,
    /// The app says that somebody changed number or security code.
    #[serde(skip_serializing_if = "core::ops::Not::not", default)]
    pub number_changed: bool,
}

/// One entry of a conversation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its place in chronological order, from 0, system lines included. Quoted to people as "message N".
    pub index: u32,
    /// Where it stands in the source.
    pub location: Location,
    /// What it is.
    pub kind: MessageKind,
    /// Who sent it; none for entries of the app itself.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sender: Option<ParticipantIndex>,
    /// When; none where the source has no time.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub time: Option<ConversationTime>,
    /// The body exactly as decoded: nothing trimmed, nothing normalised. For media and calls the words the app left.
    pub text: String,
    /// The body repaired for reading (Meta's mojibake, HTML entities), only where it differs from `text`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub repaired: Option<String>,
    /// The words that a person wrote beside media.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub caption: Option<String>,
    /// What came with it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub attachments: Vec<Attachment>,
    /// The call it stands for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub call: Option<Call>,
    /// Marks.
    #[serde(default)]
    pub flags: MessageFlags,
    /// What few messages have.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub details: Option<Box<MessageDetails>>,
}

/// What few messages have; boxed, so that the many stay small.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageDetails {
    /// The platform's own id of the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub native_id: Option<String>,
    /// The platform's own id of the message that it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    /// Who wrote it first, where it was passed on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forwarded_from: Option<String>,
    /// Addresses and numbers that the app itself marked in the words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
    /// Signs that people put under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<Reaction>,
    /// Earlier wordings that the source keeps, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<String>,
    /// Seconds after which it disappears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disappears_after: Option<u32>,
    /// Why a line shaped like a header may be part of the message above it, and which message that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_reading: Option<OtherReading>,
    /// The same message in another export, from the same or another device: both origins stand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_in: Vec<Location>,
    /// Where it stands in a screenshot, in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<PixelArea>,
    /// The words as read from a screenshot, each with its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub read_words: Vec<ReadWord>,
}

/// Something that the app marked in the words: an address it made a link of, a number it recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Which bytes of [`Message::words`].
    pub span: ByteSpan,
    /// The app's own name for it: `phone`, `email`, `bank_card`, `link`, `text_link`, `mention`, `mention_name`, `bot_command`.
    pub kind: String,
    /// What stands behind the words, where it is something else: an address, a user id.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub target: Option<String>,
}

/// A sign that somebody put under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// The sign, as text.
    pub sign: String,
    /// Who, where the source says it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub by: Option<String>,
}

/// The second way to read a line that is shaped like a header: as part of the message above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherReading {
    /// The message whose words it would be.
    pub part_of: u32,
    /// What speaks for it, stable names: `time_goes_back`, `lone_sender`, `line_end_differs`, `mark_missing`, `other_header_shape`,
    /// `attachment_day_differs`.
    pub reasons: Vec<String>,
}

/// A rectangle of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "pixels from the upper left corner")]
pub struct PixelArea {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// A word as read from a picture.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadWord {
    /// What was read.
    pub text: String,
    /// Where.
    pub area: PixelArea,
    /// How sure the engine is, 0 to 100.
    pub confidence: u8,
}

impl fmt::Debug for ReadWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReadWord({} characters at {:?})", self.text.chars().count(), self.area)
    }
}

impl Message {
    /// An entry that holds words, the first of its conversation, of nobody and no time.
    pub fn new(location: Location, text: String) -> Self {
        Self {
            index: 0,
            location,
            kind: MessageKind::Text,
            sender: None,
            time: None,
            text,
            repaired: None,
            caption: None,
            attachments: Vec::new(),
            call: None,
            flags: MessageFlags::default(),
            details: None,
        }
    }

    /// The details, made where there are none yet.
    pub fn details_mut(&mut self) -> &mut MessageDetails {
        self.details.get_or_insert_default()
    }

    /// The words as a person should read them.
    pub fn view(&self) -> &str {
        self.repaired.as_deref().unwrap_or(&self.text)
    }

    /// The words a person wrote: empty for system lines, calls, deletions and media without a caption.
    /// Spans of [`Evidence`](crate::Evidence) and [`Mention`](crate::Mention) are bytes of this text.
    pub fn words(&self) -> &str {
        match self.kind {
            MessageKind::Text | MessageKind::Poll | MessageKind::Location => self.view(),
            MessageKind::Media => self.caption.as_deref().unwrap_or(""),
            _ => "",
        }
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("index", &self.index)
            .field("kind", &self.kind)
            .field("sender", &self.sender)
            .field("text", &format_args!("<{} bytes>", self.text.len()))
            .finish_non_exhaustive()
    }
}
