use core::fmt;

use serde::{Deserialize, Serialize};

use crate::Sha256;

/// The number of an exhibit in its case, from 1: `1` is written `0001`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExhibitId(pub u32);

impl fmt::Display for ExhibitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// Whether the affected person may be a child. Unknown age is [`AgeClass::MinorPossible`]: the law punishes access
/// to intimate images of people under 18 (c.p. 600-quater), so doubt is treated as a yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeClass {
    /// 18 or over, said by the person.
    Adult,
    /// Nobody said.
    #[default]
    MinorPossible,
    /// Under 18, said by the person or plain from the person's own words.
    Minor,
}

impl AgeClass {
    /// Whether every door must refuse media bytes, thumbnails and previews.
    pub const fn media_is_forbidden(self) -> bool {
        !matches!(self, Self::Adult)
    }
}

/// How close to the device a copy was taken; lower levels are easier to attack in court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AcquisitionLevel {
    /// A picture of the screen.
    Screenshot,
    /// The app's own export or an account download.
    AppExport,
    /// A backup or a database.
    Backup,
    /// Not known.
    Unknown,
}

/// Who handed an exhibit over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Custodian {
    /// The affected person, who took part in the conversation.
    #[default]
    AffectedPerson,
    /// A parent or guardian.
    Guardian,
    /// A responder or lawyer for the person.
    Representative,
}

/// What the bytes are, told from the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaClass {
    /// Text, JSON, mail, HTML: words.
    Text,
    /// A picture.
    Image,
    /// A video.
    Video,
    /// Sound.
    Audio,
    /// A PDF, an office file: may hold pictures.
    Document,
    /// A container of other files.
    Archive,
    /// Anything else.
    Unknown,
}

impl MediaClass {
    /// Whether an intimate image may be inside, so that [`AgeClass::media_is_forbidden`] applies.
    pub const fn may_show_a_person(self) -> bool {
        !matches!(self, Self::Text)
    }
}

/// A file inside an exhibit that is a container, or inside a container within it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its name in each container, outermost first, exactly as written there.
    pub path: Vec<String>,
    /// Bytes when unpacked.
    pub size: u64,
    /// Digest of the unpacked bytes; none where it could not be unpacked.
    pub sha256: Option<Sha256>,
    /// What it is.
    pub class: MediaClass,
}

/// How the case keeps an original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OriginalHandling {
    /// A byte-identical copy is in the case.
    Copied,
    /// It holds media: only its hash, name and size are in the case, the file stays where it is.
    /// The text members of a container are copied byte-identical beside it.
    HashOnly,
}

/// One file as handed over. Immutable: whatever is derived from it names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    /// Its number in the case.
    pub id: ExhibitId,
    /// Its file name as handed over (no folders).
    pub name: String,
    /// Digest of its bytes.
    pub sha256: Sha256,
    /// Bytes.
    pub size: u64,
    /// What it is.
    pub class: MediaClass,
    /// How the copy was taken.
    pub acquisition: AcquisitionLevel,
    /// Who handed it over.
    pub custodian: Custodian,
    /// Whether the case holds its bytes.
    pub handling: OriginalHandling,
    /// What is inside, where it is a container or a mail with attachments; in the container's own order.
    pub members: Vec<Member>,
}

impl Member {
    /// Whether an intimate image may be inside: told by the bytes, or by a name that says so.
    pub fn may_show_a_person(&self) -> bool {
        self.class.may_show_a_person() || self.path.iter().any(|part| is_named_like_media(part))
    }

    /// Whether a file name says that an image, a video or sound is inside.
    pub fn is_named_like_media(name: &str) -> bool {
        is_named_like_media(name)
    }
}

impl Exhibit {
    /// Whether an intimate image may be inside, so that [`AgeClass::media_is_forbidden`] applies.
    pub fn may_show_a_person(&self) -> bool {
        let itself = match self.class {
            MediaClass::Text => is_named_like_media(&self.name),
            // What could not be listed may hold anything.
            MediaClass::Archive => self.members.is_empty(),
            _ => true,
        };
        itself || self.members.iter().any(Member::may_show_a_person)
    }
}

/// Bytes decide what a file is; a name that says "picture" is believed all the same, because a damaged or disguised
/// picture is a picture.
fn is_named_like_media(name: &str) -> bool {
    const EXTENSIONS: &[&str] = &[
        "3gp", "aac", "amr", "avi", "avif", "bmp", "gif", "heic", "heif", "jpeg", "jpg", "m4a", "m4v", "mkv", "mov",
        "mp3", "mp4", "mpg", "ogg", "opus", "png", "tif", "tiff", "wav", "webm", "webp", "wmv",
    ];
    name.rsplit_once('.').is_some_and(|(_, end)| EXTENSIONS.iter().any(|known| end.eq_ignore_ascii_case(known)))
}
