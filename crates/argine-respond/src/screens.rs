//! Pictures of chats among what was handed over: read where the person said that they may be, and put to the other chats.

use std::cell::RefCell;

use argine_chat::Handed;
use argine_model::{ExhibitId, FindingCode, MediaClass, ReadWord, Reading, Sha256, SourceIndex, SourceState};
use argine_screenshots::{OcrEngine, OcrError, Options, Page, Pass, Screenshot, read_screenshots};

use crate::{Circumstances, Progress};

/// Reads the pictures that were handed over by themselves and adds what they say to `reading`.
///
/// A picture that a chat names is something that was sent, not a picture of the screen: it stays shut, whatever was said.
pub(crate) fn add(
    reading: &mut Reading,
    files: &[Handed<'_>],
    circumstances: &Circumstances,
    engine: Option<&dyn OcrEngine>,
    progress: &mut dyn FnMut(Progress),
) {
    let pictures = pictures(reading, files, circumstances);
    if pictures.is_empty() {
        return;
    }
    let options = Options {
        case_clock: Some(circumstances.now.datetime()),
        owner_name: circumstances.owner.clone().unwrap_or_else(|| circumstances.screens.owner_name.clone()),
        other_name: circumstances.screens.other_name.clone(),
        ..Options::default()
    };
    let counting = engine.map(|engine| Counting { engine, of: pictures.len(), seen: RefCell::new((0, progress)) });
    let read = read_screenshots(&pictures, counting.as_ref().map(|engine| engine as &dyn OcrEngine), &options);
    let seen: Vec<SourceIndex> = pictures.iter().map(|picture| picture.source).collect();
    for source in read.sources {
        if let Some(document) = reading.sources.get_mut(source.source.0 as usize) {
            document.state = source.state;
        }
    }
    // The reader of pictures says about them what there is to say.
    reading.findings.retain(|finding| {
        finding.code != FindingCode::MediaListed || !finding.source.is_some_and(|source| seen.contains(&source))
    });
    reading.findings.extend(read.findings);
    let mut names: Vec<String> = reading.conversations.iter().map(|chat| chat.id.clone()).collect();
    for mut conversation in read.conversations {
        let mut number = 1;
        let base = conversation.id.clone();
        while names.contains(&conversation.id) {
            number += 1;
            conversation.id = format!("{base}-{number}");
        }
        names.push(conversation.id.clone());
        reading.conversations.push(conversation);
    }
    argine_chat::merge(reading);
}

/// The pictures that stand by themselves among the files.
fn pictures<'a>(reading: &Reading, files: &[Handed<'a>], circumstances: &Circumstances) -> Vec<Screenshot<'a>> {
    let named: Vec<Sha256> = (reading.conversations.iter())
        .flat_map(|conversation| &conversation.messages)
        .flat_map(|message| &message.attachments)
        .filter_map(|attachment| attachment.sha256)
        .collect();
    (reading.sources.iter())
        .filter(|source| source.class == MediaClass::Image && source.path.len() == 1)
        .filter(|source| source.state == SourceState::Listed)
        .filter(|source| source.sha256.is_none_or(|digest| !named.contains(&digest)))
        .filter_map(|source| {
            let ExhibitId(number) = source.exhibit;
            let file = files.get((number as usize).checked_sub(1)?)?;
            let consent = circumstances.screens.consent;
            Some(Screenshot {
                exhibit: source.exhibit,
                source: source.index,
                name: file.name,
                bytes: file.bytes,
                consent,
            })
        })
        .collect()
}

/// Tells how far the reading is: each picture takes a second or more.
struct Counting<'a> {
    engine: &'a dyn OcrEngine,
    of: usize,
    seen: RefCell<(usize, &'a mut dyn FnMut(Progress))>,
}

impl OcrEngine for Counting<'_> {
    fn name(&self) -> &str {
        self.engine.name()
    }

    fn version(&self) -> &str {
        self.engine.version()
    }

    fn words(&self, page: &Page, pass: Pass) -> Result<Vec<ReadWord>, OcrError> {
        if pass == Pass::WholePage {
            let (done, progress) = &mut *self.seen.borrow_mut();
            progress(Progress::ReadingScreens { done: *done, of: self.of });
            *done = (*done + 1).min(self.of);
        }
        self.engine.words(page, pass)
    }
}
