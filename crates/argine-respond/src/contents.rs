use argine_chat::{Handed, Limits};
use argine_knowledge::Catalogue;
use argine_model::{Exhibit, ExhibitId, Language, OriginalHandling, Sha256};
use argine_seal::{CaseId, InvalidCaseId, InvalidTool, Tool, VerificationPages, verification_page};

use crate::{CaseFile, originals};

/// Name of the case file among what is made from the originals.
pub const CASE_FILE: &str = "case-file.json";

/// Something of the originals that belongs into a case.
#[derive(Debug)]
pub enum Content<'a> {
    /// A file, byte for byte.
    Original(&'a Exhibit, &'a [u8]),
    /// A file of which only the digest is kept.
    DigestOnly(&'a Exhibit),
    /// A member of a container, where the container itself is not kept.
    Member {
        /// The container.
        exhibit: ExhibitId,
        /// Names in each container, outermost first.
        member: Vec<String>,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

/// The case was made of other files than were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("exhibit {0} is not among the files")]
pub struct MissingFile(pub ExhibitId);

/// Gives every original of a case to `each`, in the order in which a case is written. `files` are those it was made of.
///
/// # Errors
/// [`MissingFile`] where they are not, or what `each` says.
pub fn contents<E: From<MissingFile>>(
    case: &CaseFile,
    files: &[Handed<'_>],
    limits: &Limits,
    mut each: impl FnMut(Content<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let file = |id: ExhibitId| {
        let place = (id.0 as usize).checked_sub(1);
        place.and_then(|place| files.get(place)).ok_or(MissingFile(id))
    };
    for exhibit in &case.exhibits {
        each(match exhibit.handling {
            OriginalHandling::Copied => Content::Original(exhibit, file(exhibit.id)?.bytes),
            OriginalHandling::HashOnly => Content::DigestOnly(exhibit),
        })?;
    }
    for original in originals(&case.exhibits, &case.reading).into_iter().filter(|original| !original.member.is_empty())
    {
        let whole = file(original.exhibit)?.bytes;
        let bytes = argine_chat::member_bytes(whole, &original.member, original.sha256, limits);
        let bytes = bytes.ok_or(MissingFile(original.exhibit))?;
        each(Content::Member { exhibit: original.exhibit, member: original.member, bytes })?;
    }
    Ok(())
}

impl CaseFile {
    /// Its number: the same files on the same day are the same case.
    ///
    /// # Errors
    /// None that a case can cause.
    pub fn id(&self) -> Result<CaseId, InvalidCaseId> {
        format!("ARG-{}-{}", self.opened.strftime("%Y%m%d"), self.fingerprint()).parse()
    }

    /// How its folder is called where nobody says otherwise: `caso-2026-11-22-1A2B3C4D`.
    pub fn folder_name(&self, language: Language) -> String {
        let word = match language {
            Language::It => "caso",
            Language::En => "case",
        };
        format!("{word}-{}-{}", self.opened.strftime("%Y-%m-%d"), self.fingerprint())
    }

    fn fingerprint(&self) -> String {
        let digests = self.exhibits.iter().map(|exhibit| exhibit.sha256.as_bytes().as_slice());
        let whole = Sha256::of_parts(digests);
        whole.to_string().chars().take(8).collect::<String>().to_ascii_uppercase()
    }
}

/// The program as records name it.
///
/// # Errors
/// None; the name is checked when it is made.
pub fn tool() -> Result<Tool, InvalidTool> {
    concat!("argine ", env!("CARGO_PKG_VERSION")).parse()
}

/// How to verify a case without Argine, in both languages.
pub fn verification_pages() -> VerificationPages {
    let page = |language| {
        let catalogue = Catalogue::new(language);
        verification_page(|message| catalogue.text(message))
    };
    VerificationPages { italian: page(Language::It), english: page(Language::En) }
}
