use core::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{ByteSpan, Conversation, ExhibitId, Location, MediaClass, Member, Platform, Sha256, SourceIndex};

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
    /// People around the person, from account downloads and address books: who may be warned, who may be exposed.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub contacts: Vec<Contact>,
    /// Who entered the person's accounts, from account downloads.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub logins: Vec<Login>,
}

/// Somebody in a follower list, a friend list or an address book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Where the list comes from; [`Platform::Unknown`] for an address book.
    pub platform: Platform,
    /// What the list says about them.
    pub relation: Relation,
    /// The name, or the handle where there is no name.
    pub name: String,
    /// The handle or id on the platform.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub handle: Option<String>,
    /// The address of the profile.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// Phone numbers, as written.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub phones: Vec<String>,
    /// Mail addresses, as written.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub emails: Vec<String>,
    /// Since when, where the list says it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub since: Option<Timestamp>,
    /// Where it stands.
    pub location: Location,
}

/// What a list says about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Relation {
    Follower,
    Following,
    Friend,
    CloseFriend,
    /// Asked to follow or befriend the person.
    RequestReceived,
    /// The person asked.
    RequestSent,
    Blocked,
    /// Unfriended, unfollowed or hidden from suggestions.
    Removed,
    AddressBook,
}

/// An entry into an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Login {
    /// The account's platform.
    pub platform: Platform,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub time: Option<Timestamp>,
    /// The address it came from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ip: Option<String>,
    /// The device or program, as the platform describes it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub device: Option<String>,
    /// Where it stands.
    pub location: Location,
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
        /// The format, stable: `whatsapp_text`, `telegram_json`, `telegram_html`, `meta_json`, `meta_html`, `account_json`, `account_html`,
        /// `snapchat_json`, `tiktok_json`, `tiktok_text`, `discord_json`, `discord_csv`, `signal_text`, `sms_xml`, `tinder_json`,
        /// `line_text`, `table`, `vcard`, `mail`, `mbox`, `screenshot`, `copied_chat`, `plain_text`.
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
    /// A picture of the screen: its words are messages, its pixels are not bytes of them.
    Picture,
    /// Data of the account that is no message: people, logins, settings. What Argine uses of it is beside the conversations.
    AccountData,
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
    /// Stable names of the evidence: `component_over_12`, `chronology`, `attachment_names`, `archive_time`, `language`, `clock_style`, `given`, `assumed`.
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
    /// A picture, video, sound or document: hashed and listed, not read.
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
    /// Times in the hour that comes twice when summer time ends: which of the two is not known.
    FoldedTime,
    /// A clock disagrees with another one of the same source (name of a file, id of a message, status bar). Detail: which.
    ClockDisagrees,
    /// The download holds only what the person wrote, not the answers. Detail: the app.
    OwnMessagesOnly,
    /// The download is in HTML, without zone and without some marks; the same download in JSON says more.
    HtmlExport,
    /// Something that a download would keep is not in it (unsaved messages, secret chats). Detail: the app.
    KnownOmission,
    /// A table whose columns were told from their contents. Detail: which column is what.
    ColumnsGuessed,
    /// People were read from an account download or an address book.
    ContactsRead,
    /// Entries into an account were read.
    LoginsRead,
    /// The receiving server noted a valid signature of the sender's domain. Detail: the domain.
    SenderVerified,
    /// Nothing that the receiving server noted proves who sent the mail. Detail: the domain it claims to come from.
    SenderUnverified,
    /// The mail seems to come from the address that it was sent to, and nothing proves it: usually forged. Detail: the address.
    SenderIsRecipient,
    /// The same messages in two exports were put together; both origins are kept.
    DuplicatesMerged,
    /// Two exports of one chat disagree: one has messages in between that the other one does not have.
    ExportsDisagree,
    /// Words were read from a screenshot and are to be confirmed against the picture.
    ScreenshotRead,
    /// A screenshot waits for the person's word that nobody in it is undressed; until then only its hash is kept.
    ScreenshotHeld,
    /// A screenshot was not read: the reading engine is not on this machine.
    ScreenshotWithoutEngine,
    /// A picture in which no chat was found.
    ScreenshotWithoutChat,
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
                | Self::ScreenshotHeld
                | Self::ScreenshotWithoutEngine
        )
    }
}
