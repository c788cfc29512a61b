use core::fmt;

use serde::{Deserialize, Serialize};

use crate::{ByteSpan, Conversation, ExhibitId, MediaClass, Member, Sha256, SourceIndex};

/// Everything that was read from what was handed over. Reading never fails: what could not be read is in `sources` and `findings`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reading {
    /// One for each file handed over and each member of a container that may hold words, in order.
    pub sources: Vec<SourceDocument>,
    /// What was read, in order of source.
    pub conversations: Vec<Conversation>,
    /// What a person must know about the reading itself.
    pub findings: Vec<Finding>,
    /// What is inside each container handed over, by exhibit.
    pub members: Vec<(ExhibitId, Vec<Member>)>,
}

/// A file, or a member of a container.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceDocument {
    /// Its place in [`Reading::sources`].
    pub index: SourceIndex,
    /// The file it was handed over in.
    pub exhibit: ExhibitId,
    /// The file's name, then the name in each container.
    pub path: Vec<String>,
    /// Digest of its bytes.
    pub sha256: Option<Sha256>,
    /// Bytes.
    pub size: u64,
    /// What it is.
    pub class: MediaClass,
    /// What became of it.
    pub state: SourceState,
}

/// What became of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum SourceState {
    /// Read: every byte is in a message or in a gap.
    Read {
        /// The format, stable: `whatsapp_text`, `telegram_json`, `meta_json`, `mail`, `plain_text`.
        format: String,
        /// Bytes that belong to messages.
        covered: u64,
        /// Bytes that do not, in order, never overlapping. `covered` and the gaps add up to the size.
        gaps: Vec<Gap>,
        /// How dates are written, where the format leaves a choice.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        date_order: Option<DateOrderFinding>,
    },
    /// Hashed and listed, never opened: it may show a person.
    Listed,
    /// A container whose members are listed beside it.
    Unpacked,
    /// Not read; a finding with the same source says why.
    NotRead,
}

/// Bytes of a source that belong to no message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Gap {
    /// Which bytes.
    pub span: ByteSpan,
    /// Why.
    pub reason: GapReason,
    /// First line, from 1, where the format has lines.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<u32>,
    /// How many lines, where the format has lines.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub lines: Option<u32>,
}

/// Why bytes belong to no message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapReason {
    /// Syntax and fields around messages (JSON, MIME); nothing a person wrote is lost.
    Structure,
    /// A byte order mark.
    ByteOrderMark,
    /// Blank lines between messages.
    Blank,
    /// Text before the first message.
    Preamble,
    /// A message that could not be understood.
    Unreadable,
    /// An attachment of a mail, listed as media.
    Attachment,
    /// The same content a second time (the HTML twin of a mail's text).
    Alternative,
}

impl GapReason {
    /// Whether something that a person wrote may be in it: counted and shown as unread.
    pub const fn is_loss(self) -> bool {
        matches!(self, Self::Preamble | Self::Unreadable)
    }
}

/// In which order a date's numbers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum DateOrder {
    DayMonthYear,
    MonthDayYear,
    YearMonthDay,
}

/// The order, what speaks for it, and whether anything decides it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateOrderFinding {
    /// The order used.
    pub order: DateOrder,
    /// Stable names of the evidence: `component_over_12`, `chronology`, `attachment_names`, `language`, `clock_style`, `given`, `assumed`.
    pub evidence: Vec<String>,
    /// False where nothing but custom decides; a finding then asks the person.
    pub certain: bool,
}

/// Something a person must know about the reading.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What; its words are in the catalogue under `finding-<code>`.
    pub code: FindingCode,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<SourceIndex>,
    /// First line, from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<u32>,
    /// How many times.
    pub count: u32,
    /// A name, a limit or a number that belongs in the sentence.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub detail: String,
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Finding({:?}, source {:?}, line {:?}, {} times)",
            self.code,
            self.source.map(|s| s.0),
            self.line,
            self.count
        )
    }
}

/// What a finding says. Ids are stable and name the sentence in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingCode {
    /// The file has no bytes.
    Empty,
    /// It is none of the formats that Argine reads. Detail: what it looks like.
    UnknownFormat,
    /// A picture, video, sound or document: hashed and listed, not opened.
    MediaListed,
    /// The archive is damaged or cut short.
    ArchiveDamaged,
    /// The archive, or a member, is protected by a password.
    ArchiveEncrypted,
    /// A limit was reached. Detail: which and how much (`expansion ratio 200:1`).
    LimitReached,
    /// A name in an archive leads out of it (`../`, an absolute path, a link). Detail: the name.
    UnsafeName,
    /// Two members of an archive have the same name. Detail: the name.
    DuplicateName,
    /// A member could not be unpacked. Detail: its name.
    MemberUnreadable,
    /// The text is not UTF-8; it was read as something else. Detail: as what.
    Encoding,
    /// Bytes that are no text in the file's encoding were replaced for reading; the original keeps them.
    BrokenText,
    /// JSON that is cut short or damaged: what stands before the damage was read.
    JsonDamaged,
    /// A mail that is damaged: what could be read was read.
    MailDamaged,
    /// Messages that could not be understood.
    UnreadableMessages,
    /// Nothing decides whether days or months stand first. Detail: the order assumed.
    DateOrderAssumed,
    /// Times go backwards (not explained by the end of summer time).
    TimeGoesBack,
    /// A message holds a line shaped like another message's header.
    EmbeddedHeader,
    /// Media that the export left out.
    OmittedMedia,
    /// The number of messages is near the app's limit: the oldest may be missing. Detail: the limit.
    ExportLimit,
    /// A group: many people, roles are uncertain. Detail: how many.
    GroupConversation,
    /// The owner of the export is not known.
    OwnerUnknown,
}

impl FindingCode {
    /// The stable identifier, in kebab-case after `finding-` in the catalogue.
    pub fn id(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(ToOwned::to_owned)).unwrap_or_default()
    }

    /// Whether input remained unread because of it (exit code 3).
    pub const fn is_unread(self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::UnknownFormat
                | Self::ArchiveDamaged
                | Self::ArchiveEncrypted
                | Self::LimitReached
                | Self::UnsafeName
                | Self::MemberUnreadable
                | Self::JsonDamaged
                | Self::MailDamaged
                | Self::UnreadableMessages
        )
    }
}
