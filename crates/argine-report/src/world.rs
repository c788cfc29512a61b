//! Typst's view of the outside: three templates, one data file, five faces and the clock of the case.

use std::sync::OnceLock;

use jiff::Zoned;
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::ReportError;
use crate::fonts::faces;

/// What never changes between two papers.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    denuncia: Source,
    paper: Source,
    style: Source,
    data: FileId,
}

/// Which template lays a paper out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    /// The complaint with its annexes.
    Denuncia,
    /// Any other paper: blocks.
    Paper,
}

fn press() -> Result<&'static Press, ReportError> {
    static PRESS: OnceLock<Option<Press>> = OnceLock::new();
    let build = || {
        let id = |name: &str| Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern());
        Some(Press {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(faces())),
            denuncia: Source::new(id("/denuncia.typ")?, include_str!("../templates/denuncia.typ").to_owned()),
            paper: Source::new(id("/paper.typ")?, include_str!("../templates/paper.typ").to_owned()),
            style: Source::new(id("/style.typ")?, include_str!("../templates/style.typ").to_owned()),
            data: id("/case.json")?,
        })
    };
    PRESS.get_or_init(build).as_ref().ok_or_else(|| ReportError::Template("a template path is not valid".to_owned()))
}

struct Sheet<'a> {
    press: &'static Press,
    template: Template,
    data: Bytes,
    clock: &'a Zoned,
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        match self.template {
            Template::Denuncia => self.press.denuncia.id(),
            Template::Paper => self.press.paper.id(),
        }
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.press.denuncia, &self.press.paper, &self.press.style]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        faces().get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        let date = self.clock.date();
        Datetime::from_ymd(date.year().into(), date.month().try_into().ok()?, date.day().try_into().ok()?)
    }
}

/// The paper as PDF/A-2a and PDF/UA-1. `data` is the JSON that the template reads; `identity` names the paper, the
/// same for the same case, and does not appear in it.
pub(crate) fn render(
    template: Template,
    data: Vec<u8>,
    clock: &Zoned,
    identity: String,
) -> Result<Vec<u8>, ReportError> {
    let sheet = Sheet { press: press()?, template, data: Bytes::new(data), clock };
    let Warned { output, .. } = typst::compile::<PagedDocument>(&sheet);
    let document = output.map_err(|errors| ReportError::Template(first_message(&errors)))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| ReportError::Export(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("Argine".to_owned())),
        timestamp: timestamp(clock),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|errors| ReportError::Export(first_message(&errors)));
    // A desk renders thousands of papers in one process: what the last few did not use is let go.
    comemo::evict(4);
    bytes
}

fn timestamp(clock: &Zoned) -> Option<Timestamp> {
    let small = |number: i8| u8::try_from(number).ok();
    let time = Datetime::from_ymd_hms(
        clock.year().into(),
        small(clock.month())?,
        small(clock.day())?,
        small(clock.hour())?,
        small(clock.minute())?,
        small(clock.second())?,
    )?;
    Timestamp::new_local(time, clock.offset().seconds() / 60)
}

fn first_message(errors: &EcoVec<SourceDiagnostic>) -> String {
    errors.first().map(|error| error.message.to_string()).unwrap_or_default()
}
