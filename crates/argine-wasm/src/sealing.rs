//! A case leaves the page as one file: a zip with the bag that the command line would write, plain or locked.

use std::io::{Cursor, Read, Write as _};

use argine_case::{
    ARCHIVE, ArchiveWriter, CaseError, CaseHeader, Draft, Identity, KEY, PAGES, Passphrase, Sink, Strength, WorkFactor,
    digest_while, vault_page, wrap_key,
};
use argine_chat::Handed;
use argine_knowledge::{Argument, Catalogue};
use argine_model::{Custodian, ExhibitId, Language, Sha256};
use argine_report::{CasePaper, Format, PaperKind, Statement, case_papers, paper};
use argine_respond::{Content, MissingFile, contents, fingerprints, tool, verification_pages};
use argine_seal::{Acquisition, CasePath, ClockSource, SigningKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::request::json;
use crate::session::{Open, to_json};
use crate::{Refusal, Session};

/// 32 MiB and less than a second: what a telephone can do in a browser. A case of the command line takes 256 MiB.
const WORK_FACTOR: u8 = 15;

/// What the second module made, where the person asked for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Complaint {
    /// The denuncia-querela as PDF.
    pub italian: Option<Vec<u8>>,
    /// Its courtesy translation, in the language of the page.
    pub translation: Option<Vec<u8>>,
}

/// `options` of `seal`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Where there is one, the case is locked with it.
    #[serde(default)]
    passphrase: Option<String>,
    /// scrypt's N as a power of two.
    #[serde(default)]
    work_factor: Option<u8>,
}

#[derive(Serialize)]
struct StrengthView {
    bits: u32,
    enough: bool,
    /// `common`, `pattern`, `date`, `short`.
    weakness: Option<&'static str>,
    /// Why, in words.
    text: String,
}

impl Session {
    /// The open case, sealed, as a zip. `seed` is the secret of the key that seals: 32 random bytes of the browser, used once.
    /// Without PDFs the complaint is in it as an HTML page.
    ///
    /// # Errors
    /// When no case is open, no conversation was read, or the passphrase is guessed too easily.
    pub fn seal(&self, options: &str, seed: &[u8], complaint: &Complaint) -> Result<Vec<u8>, Refusal> {
        let options: Options = json(options)?;
        let open = self.open()?;
        let seed: [u8; 32] = seed.try_into().map_err(|_| Refusal::Request("seed".to_owned()))?;
        let key = SigningKey::from_seed(&Zeroizing::new(seed));
        let name = open.case.folder_name(self.language());
        let mut zip = Zip::new(name);
        let Some(words) = options.passphrase.as_deref().filter(|words| !words.is_empty()) else {
            self.write(open, &mut zip, &key, complaint)?;
            return zip.finish();
        };
        let passphrase = strong(words)?;
        let factor = work_factor(options.work_factor)?;
        let identity = Identity::generate().map_err(Refusal::defect)?;
        let wrapped = wrap_key(Vec::new(), &identity, &passphrase, factor).map_err(Refusal::defect)?;
        let mut archive = Archive(ArchiveWriter::create(Vec::new(), &[identity.recipient()]).map_err(Refusal::defect)?);
        self.write(open, &mut archive, &key, complaint)?;
        let closed = archive.0.finish().map_err(Refusal::defect)?;
        zip.add(KEY, &wrapped)?;
        for (name, language) in PAGES.into_iter().zip([Language::It, Language::En]) {
            let catalogue = Catalogue::new(language);
            zip.add(name, vault_page(|message| catalogue.text(message)).as_bytes())?;
        }
        zip.add(ARCHIVE, &closed)?;
        zip.finish()
    }

    fn write(&self, open: &Open, sink: &mut dyn Place, key: &SigningKey, complaint: &Complaint) -> Result<(), Refusal> {
        let case = &open.case;
        let handed: Vec<Handed<'_>> =
            open.files.iter().map(|file| Handed { name: &file.name, bytes: &file.bytes }).collect();
        let time = case.opened.timestamp();
        let tool = tool().map_err(Refusal::defect)?;
        let header = CaseHeader {
            case: case.id().map_err(Refusal::defect)?,
            tool: tool.clone(),
            by: case.custodian,
            age: case.age,
            pages: verification_pages(),
        };
        let acquisition = Acquisition {
            time,
            clock: ClockSource::Device,
            tool,
            participant: Some(case.custodian == Custodian::AffectedPerson),
            source: None,
        };
        let prints = fingerprints(&handed, case, &open.limits, |_| ());
        let papers = case_papers(case, &prints, self.knowledge(), self.language(), |language| {
            let pdf = if language == Language::It { &complaint.italian } else { &complaint.translation };
            if let Some(pdf) = pdf {
                return Ok(("pdf", pdf.clone()));
            }
            Ok(("html", paper(case, &Statement::default(), PaperKind::Complaint, Format::Html, language)?))
        })?;
        let mut draft = Draft::begin(Placed(sink), header)?;
        contents(case, &handed, &open.limits, |content| -> Result<(), Refusal> {
            match content {
                Content::Original(exhibit, bytes) => draft.add_original(exhibit, bytes, acquisition.clone()).map(drop),
                Content::DigestOnly(exhibit) => draft.acquire(exhibit, None, acquisition.clone()),
                Content::Member { exhibit, member, bytes } => {
                    draft.add_member(exhibit, &member, &bytes, time).map(drop)
                }
            }
        })?;
        let all: Vec<ExhibitId> = case.exhibits.iter().map(|exhibit| exhibit.id).collect();
        for CasePaper { name, bytes } in &papers {
            draft.add_derived(name, bytes, &all, time)?;
        }
        draft.seal(time, key)?;
        Ok(())
    }

    /// How easily a passphrase is guessed: `{bits, enough, weakness, text}`.
    ///
    /// # Errors
    /// None that words can cause.
    pub fn strength(&self, words: &str) -> Result<String, Refusal> {
        let Strength { bits, weakness } = argine_case::strength(&Passphrase::new(words));
        let enough = bits >= Strength::ENOUGH_BITS;
        let catalogue = self.catalogue();
        let text = match weakness {
            None => catalogue.text("engine-passphrase-enough"),
            Some(why) => {
                let why = Argument::Text(catalogue.text(&format!("passphrase-{}", why.code())));
                catalogue.format("engine-passphrase-because", &[("why", why)])
            }
        };
        to_json(&StrengthView { bits, enough, weakness: weakness.map(argine_case::Weakness::code), text })
    }
}

/// Bytes under a passphrase, in the format of age-encryption.org/v1: what the page stores, only if asked.
///
/// # Errors
/// When the passphrase is guessed too easily, or the browser gives no random bytes.
pub fn lock(bytes: &[u8], words: &str, factor: Option<u8>) -> Result<Vec<u8>, Refusal> {
    let (passphrase, factor) = (strong(words)?, work_factor(factor)?);
    let closing = argine_case::Closing::Passphrase(&passphrase, factor);
    let mut encryptor = argine_case::encrypt(Vec::new(), &closing).map_err(Refusal::defect)?;
    encryptor.write_all(bytes).and_then(|()| encryptor.finish()).map_err(Refusal::defect)
}

/// What [`lock`] closed.
///
/// # Errors
/// [`Refusal::WrongPassphrase`], [`Refusal::Damaged`].
pub fn unlock(bytes: &[u8], words: &str) -> Result<Vec<u8>, Refusal> {
    let passphrase = Passphrase::new(words);
    let mut opened = Vec::new();
    argine_case::decrypt(bytes, argine_case::Opening::Passphrase(&passphrase))
        .and_then(|mut decryptor| decryptor.read_to_end(&mut opened))
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::PermissionDenied => Refusal::WrongPassphrase,
            _ => Refusal::Damaged,
        })?;
    Ok(opened)
}

fn strong(words: &str) -> Result<Passphrase, Refusal> {
    let passphrase = Passphrase::new(words);
    if argine_case::strength(&passphrase).is_enough() { Ok(passphrase) } else { Err(Refusal::WeakPassphrase) }
}

fn work_factor(given: Option<u8>) -> Result<WorkFactor, Refusal> {
    let factor = given.unwrap_or(WORK_FACTOR);
    WorkFactor::new(factor).ok_or_else(|| Refusal::Request(format!("work factor {factor}")))
}

/// Where the files of the case go, one after the other.
trait Place {
    fn put(&mut self, path: &str, size: u64, reader: &mut dyn Read) -> Result<(Sha256, u64), Refusal>;
}

/// A place as a sink of a draft.
struct Placed<'a>(&'a mut dyn Place);

impl Sink for Placed<'_> {
    type Error = Refusal;

    fn put(&mut self, path: &CasePath, size: u64, reader: &mut dyn Read) -> Result<(Sha256, u64), Refusal> {
        self.0.put(path.as_str(), size, reader)
    }

    fn finish(self, _: &[CasePath]) -> Result<(), Refusal> {
        Ok(())
    }
}

/// The tar in an encrypted file.
struct Archive(ArchiveWriter<Vec<u8>>);

impl Place for Archive {
    fn put(&mut self, path: &str, size: u64, reader: &mut dyn Read) -> Result<(Sha256, u64), Refusal> {
        self.0.put(path, size, reader).map_err(Refusal::defect)
    }
}

/// One file to take away: everything in one folder, dates left out, so that the same case gives the same bytes.
struct Zip {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    folder: String,
}

impl Zip {
    fn new(folder: String) -> Self {
        Self { writer: ZipWriter::new(Cursor::new(Vec::new())), folder }
    }

    fn begin(&mut self, name: &str) -> Result<(), Refusal> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o600);
        self.writer.start_file(format!("{}/{name}", self.folder), options).map_err(Refusal::defect)
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Refusal> {
        self.begin(name)?;
        self.writer.write_all(bytes).map_err(Refusal::defect)
    }

    fn finish(self) -> Result<Vec<u8>, Refusal> {
        Ok(self.writer.finish().map_err(Refusal::defect)?.into_inner())
    }
}

impl Place for Zip {
    fn put(&mut self, path: &str, _: u64, reader: &mut dyn Read) -> Result<(Sha256, u64), Refusal> {
        self.begin(path)?;
        let mut reader = reader;
        digest_while(&mut reader, |block| self.writer.write_all(block)).map_err(Refusal::defect)
    }
}

impl From<CaseError> for Refusal {
    fn from(error: CaseError) -> Self {
        Self::defect(error)
    }
}

impl From<MissingFile> for Refusal {
    fn from(error: MissingFile) -> Self {
        Self::defect(error)
    }
}
