//! Words in pictures, read by the system's `tesseract`.
//!
//! [`Tesseract`] finds the program, asks for its version and languages, and runs it for each page as a child process: the picture
//! goes in through standard input and words come out as TSV, so that nothing is written to disk. The child gets an empty
//! environment, one thread, a time limit and an output limit; no shell is involved. What it says is parsed as untrusted text.
//!
//! This is the only place of the workspace that starts a program. It does not decide which pictures may be read, and does not know what
//! a chat is: that is `argine-screenshots`, whose [`OcrEngine`] it implements.

mod process;
mod tsv;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use argine_model::ReadWord;
use argine_screenshots::{OcrEngine, OcrError, Page, Pass};

pub use tsv::parse as parse_tsv;

/// What one page may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcessLimits {
    /// How long the program may run.
    pub time: Duration,
    /// How many bytes it may write.
    pub output: u64,
}

impl Default for ProcessLimits {
    fn default() -> Self {
        Self { time: Duration::from_mins(2), output: 16 * 1024 * 1024 }
    }
}

/// The program, found and asked.
#[derive(Debug, Clone)]
pub struct Tesseract {
    program: PathBuf,
    /// Where the models are, where the environment said so.
    models: Option<OsString>,
    version: String,
    languages: Vec<String>,
    missing: Vec<String>,
    limits: ProcessLimits,
}

impl Tesseract {
    /// Finds `tesseract` in the folders of `PATH` and asks for its version and models. `wanted` are names of models such as `ita` and
    /// `eng`, most important first; those that are not installed are left out and named by [`Self::missing_languages`].
    ///
    /// # Errors
    /// [`OcrError::Missing`] where there is no such program or it has no model at all, otherwise how it failed.
    pub fn find(wanted: &[&str], limits: ProcessLimits) -> Result<Self, OcrError> {
        let program = process::search().ok_or(OcrError::Missing)?;
        Self::at(&program, wanted, limits)
    }

    /// As [`Self::find`], with the program at `program`.
    ///
    /// # Errors
    /// See [`Self::find`].
    pub fn at(program: &Path, wanted: &[&str], limits: ProcessLimits) -> Result<Self, OcrError> {
        let models = process::models();
        let ask = |argument: &str| process::run(program, models.as_ref(), &[argument], Vec::new(), limits);
        let version = ask("--version")?;
        let version = version.split_whitespace().nth(1).unwrap_or_default().trim_start_matches('v').to_owned();
        let listed = ask("--list-langs")?;
        let installed: Vec<&str> = listed.lines().skip(1).map(str::trim).filter(|line| !line.is_empty()).collect();
        let is_there = |name: &&str| installed.contains(name);
        let mut languages: Vec<String> = wanted.iter().filter(|name| is_there(name)).map(ToString::to_string).collect();
        let missing = wanted.iter().filter(|name| !is_there(name)).map(ToString::to_string).collect();
        if languages.is_empty() {
            // Any model reads letters better than none; `osd` reads none.
            let any = installed.iter().find(|name| **name != "osd").ok_or(OcrError::Missing)?;
            languages.push((*any).to_owned());
        }
        Ok(Self { program: program.to_owned(), models, version, languages, missing, limits })
    }

    /// The models in use.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The models asked for that are not installed; on Debian the package is `tesseract-ocr-<name>`.
    pub fn missing_languages(&self) -> &[String] {
        &self.missing
    }

    /// What the program is started with for a pass.
    pub fn arguments(&self, pass: Pass) -> Vec<String> {
        let languages = self.languages.join("+");
        let plain = self.languages.iter().find(|name| *name == "eng").unwrap_or(&languages);
        let (languages, segmentation) = match pass {
            Pass::WholePage => (&languages, "3"),
            Pass::Scattered => (&languages, "11"),
            Pass::Column => (&languages, "6"),
            Pass::Signs | Pass::Clocks => (plain, "6"),
        };
        let mut arguments = vec!["stdin", "stdout", "-l", languages.as_str(), "--psm", segmentation, "--dpi", "300"];
        if pass == Pass::Clocks {
            arguments.extend(["-c", "tessedit_char_whitelist=0123456789:"]);
        }
        if pass == Pass::Signs {
            // Dictionaries turn a link into words.
            arguments.extend(["-c", "load_system_dawg=0", "-c", "load_freq_dawg=0"]);
        }
        arguments.push("tsv");
        arguments.into_iter().map(ToOwned::to_owned).collect()
    }
}

impl OcrEngine for Tesseract {
    fn name(&self) -> &'static str {
        "tesseract"
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn words(&self, page: &Page, pass: Pass) -> Result<Vec<ReadWord>, OcrError> {
        let arguments = self.arguments(pass);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = process::run(&self.program, self.models.as_ref(), &arguments, pixmap(page), self.limits)?;
        Ok(tsv::parse(&output))
    }
}

/// The page as a PPM: a header and the pixels, which every build of the program reads without a decoder library.
fn pixmap(page: &Page) -> Vec<u8> {
    let mut bytes = format!("P6\n{} {}\n255\n", page.width(), page.height()).into_bytes();
    bytes.extend_from_slice(page.pixels());
    bytes
}
