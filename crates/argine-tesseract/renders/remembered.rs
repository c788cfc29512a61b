//! An engine that keeps what the program said on disk, so that a change of geometry is measured in seconds.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

use argine_model::ReadWord;
use argine_screenshots::{OcrEngine, OcrError, Page, Pass};
use argine_tesseract::{Tesseract, parse_tsv};

/// The program, and a folder with its answers by picture, pass and arguments.
pub(crate) struct Remembered<'a> {
    engine: &'a Tesseract,
    folder: PathBuf,
    /// Seconds that the program took, for the answers given so far; those from disk count with what they took when they were new.
    seconds: Mutex<f64>,
    /// Seconds spent in here, to be taken off the time on the wall.
    inside: Mutex<f64>,
}

impl<'a> Remembered<'a> {
    pub(crate) fn new(engine: &'a Tesseract, folder: PathBuf) -> Self {
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        Self { engine, folder, seconds: Mutex::new(0.0), inside: Mutex::new(0.0) }
    }

    /// What the program took and what was spent in here since the last call, in seconds.
    pub(crate) fn take_seconds(&self) -> (f64, f64) {
        let take = |seconds: &Mutex<f64>| std::mem::take(&mut *seconds.lock().expect("one thread"));
        (take(&self.seconds), take(&self.inside))
    }

    fn answer(&self, page: &Page, pass: Pass) -> Result<(Vec<ReadWord>, f64), OcrError> {
        let mut hasher = DefaultHasher::new();
        (page.width(), page.height(), page.pixels()).hash(&mut hasher);
        (self.engine.version(), self.engine.arguments(pass)).hash(&mut hasher);
        let path = self.folder.join(format!("{:016x}.tsv", hasher.finish()));
        if let Some((first, table)) = std::fs::read_to_string(&path)
            .ok()
            .and_then(|known| known.split_once('\n').map(|(a, b)| (a.to_owned(), b.to_owned())))
            && let Ok(seconds) = first.parse::<f64>()
        {
            return Ok((parse_tsv(&table), seconds));
        }
        let started = Instant::now();
        let words = self.engine.words(page, pass)?;
        let seconds = started.elapsed().as_secs_f64();
        let mut table = format!("{seconds}\n");
        for word in &words {
            let area = word.area;
            let line = format!(
                "5\t1\t1\t1\t1\t1\t{}\t{}\t{}\t{}\t{}\t{}\n",
                area.left, area.top, area.width, area.height, word.confidence, word.text
            );
            table.push_str(&line);
        }
        std::fs::write(&path, table).expect("the folder can be written");
        Ok((words, seconds))
    }
}

impl OcrEngine for Remembered<'_> {
    fn name(&self) -> &str {
        self.engine.name()
    }

    fn version(&self) -> &str {
        self.engine.version()
    }

    fn words(&self, page: &Page, pass: Pass) -> Result<Vec<ReadWord>, OcrError> {
        let started = Instant::now();
        let (words, seconds) = self.answer(page, pass)?;
        *self.seconds.lock().expect("one thread") += seconds;
        *self.inside.lock().expect("one thread") += started.elapsed().as_secs_f64();
        Ok(words)
    }
}
