//! `argine hash`: fingerprints of files, on this device. A picture is opened only for somebody who said they are of age.

use argine_knowledge::{Argument, Catalogue};
use argine_media::{Completeness, FileFingerprints, Limits, Pdq, PictureFingerprints, fingerprint_file};
use argine_model::{AgeClass, Sha256};

use crate::Outcome;
use crate::arguments::HashArguments;
use crate::input;
use crate::problem::Problem;
use crate::screen::{self, Lines, Page};

/// SHA-256 and MD5 of every file; of pictures of adults the PDQ fingerprint and its quality too.
pub(crate) fn run(arguments: &HashArguments, catalogue: Catalogue) -> Result<Outcome, Problem> {
    let age = AgeClass::from(arguments.age);
    let mut outcome = Outcome::Done;
    let mut lines = Lines::new();
    let mut page = Page::default();
    for path in arguments.inputs.iter().map(|input| input::paths(input)).collect::<Result<Vec<_>, _>>()?.concat() {
        let file = input::open_file(&path, &path)?;
        let found = Found::of(&file.bytes, age);
        if matches!(&found, Found::Opened(prints) if prints.picture.is_err()) {
            outcome = Outcome::DoneWithUnreadInput;
        }
        if arguments.json {
            lines.write(&found.json(&file.name).to_string())?;
        } else {
            found.show(&mut page, &file.name, catalogue);
        }
    }
    if arguments.json {
        lines.finish()?;
    } else {
        screen::show(&page);
    }
    Ok(outcome)
}

enum Found {
    /// Nobody said that the person is of age: the file stays shut.
    Shut {
        size: u64,
        sha256: Sha256,
        md5: String,
    },
    Opened(Box<FileFingerprints>),
}

impl Found {
    fn of(bytes: &[u8], age: AgeClass) -> Self {
        if age.media_is_forbidden() {
            let md5 = argine_media::exchange::Md5::of(bytes).expose();
            return Self::Shut { size: bytes.len() as u64, sha256: Sha256::of(bytes), md5 };
        }
        Self::Opened(Box::new(fingerprint_file(bytes, &Limits::default())))
    }

    fn json(&self, name: &str) -> serde_json::Value {
        let (size, sha256, md5) = self.digests();
        let picture = match self {
            Self::Opened(prints) => prints.picture.as_ref().map_or_else(
                |error| serde_json::json!({ "unread": error.id() }),
                |picture| {
                    serde_json::json!({
                        "width": picture.width, "height": picture.height,
                        "whole": picture.completeness == Completeness::Whole,
                        "pdq": shown(picture).hash.expose(), "quality": shown(picture).quality.value(),
                    })
                },
            ),
            Self::Shut { .. } => serde_json::Value::Null,
        };
        serde_json::json!({ "file": name, "size": size, "sha256": sha256, "md5": md5, "picture": picture })
    }

    fn show(&self, page: &mut Page, name: &str, catalogue: Catalogue) {
        let (_, sha256, md5) = self.digests();
        page.heading(&screen::quote(name, 80));
        page.hanging(2, "SHA-256  ", &sha256.to_string());
        page.hanging(2, "MD5      ", &md5);
        match self {
            Self::Shut { .. } => page.hanging(2, "", &catalogue.text("line-hash-shut")),
            Self::Opened(prints) => match &prints.picture {
                Ok(picture) => {
                    page.hanging(2, "PDQ      ", &shown(picture).hash.expose());
                    let quality = ("quality", Argument::Number(shown(picture).quality.value().into()));
                    page.hanging(2, "", &catalogue.format("line-hash-quality", &[quality]));
                    page.faint(2, "", &catalogue.text("line-hash-private"));
                }
                Err(error) => page.hanging(2, "", &catalogue.text(error.id())),
            },
        }
    }

    fn digests(&self) -> (u64, Sha256, String) {
        match self {
            Self::Shut { size, sha256, md5 } => (*size, *sha256, md5.clone()),
            Self::Opened(prints) => (prints.size, prints.sha256, prints.md5.expose()),
        }
    }
}

/// As a viewer shows the picture: what other programs compute of the same file.
fn shown(picture: &PictureFingerprints) -> Pdq {
    picture.upright.unwrap_or_else(|| picture.full.upright())
}
