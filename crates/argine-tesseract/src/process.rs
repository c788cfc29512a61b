//! The child process: started, fed, drained, and ended when it takes too long.

use std::ffi::OsString;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

use argine_screenshots::OcrError;

use crate::ProcessLimits;

/// Names of the program.
const NAMES: &[&str] = if cfg!(windows) { &["tesseract.exe"] } else { &["tesseract"] };
/// Where installers put it without telling `PATH`.
const PLACES: &[&str] = if cfg!(windows) {
    &["C:\\Program Files\\Tesseract-OCR", "C:\\Program Files (x86)\\Tesseract-OCR"]
} else {
    &["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin", "/snap/bin"]
};

/// The first program of that name in the folders of `PATH`, or where installers put it. Relative folders are not looked into: what lies
/// in the folder of a case must never be run.
pub(crate) fn search() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(PLACES.iter().map(PathBuf::from));
    folders
        .filter(|folder| folder.is_absolute())
        .flat_map(|folder| NAMES.iter().map(move |name| folder.join(name)))
        .find(|program| program.is_file())
}

/// Where the models are: the only word of the environment that the program needs.
pub(crate) fn models() -> Option<OsString> {
    std::env::var_os("TESSDATA_PREFIX")
}

/// Runs the program with `input` and gives what it writes.
pub(crate) fn run(
    program: &Path,
    models: Option<&OsString>,
    arguments: &[&str],
    input: Vec<u8>,
    limits: ProcessLimits,
) -> Result<String, OcrError> {
    let mut child = start(program, models, arguments)?;
    let outcome = converse(&mut child, input, limits);
    if outcome.is_err() {
        // It may have ended by itself meanwhile; either way it is waited for.
        let _ = child.kill();
    }
    let status = child.wait().map_err(|error| OcrError::Failed(error.to_string()))?;
    let (output, complaint) = outcome?;
    if !status.success() {
        return Err(OcrError::Failed(complaint));
    }
    Ok(output)
}

#[expect(clippy::disallowed_methods, reason = "starting this one program is the trade of this crate")]
fn start(program: &Path, models: Option<&OsString>, arguments: &[&str]) -> Result<Child, OcrError> {
    let mut command = Command::new(program);
    command.args(arguments).env_clear().env("OMP_THREAD_LIMIT", "1").env("LC_ALL", "C");
    if let Some(models) = models {
        command.env("TESSDATA_PREFIX", models);
    }
    if cfg!(windows)
        && let Some(root) = std::env::var_os("SystemRoot")
    {
        command.env("SystemRoot", root);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => OcrError::Missing,
        _ => OcrError::Failed(error.to_string()),
    })
}

/// Writes the input and reads both outputs at once, each in its own thread: a full pipe must not stop the other one.
fn converse(child: &mut Child, input: Vec<u8>, limits: ProcessLimits) -> Result<(String, String), OcrError> {
    let unconnected = || OcrError::Failed("the program has no pipes".to_owned());
    let mut stdin = child.stdin.take().ok_or_else(unconnected)?;
    let stdout = child.stdout.take().ok_or_else(unconnected)?;
    let stderr = child.stderr.take().ok_or_else(unconnected)?;
    // A program that does not want its input closes the pipe: what it then says is the answer.
    thread::spawn(move || stdin.write_all(&input));
    let complaints = drain(stderr, 4_096);
    let answer = drain(stdout, limits.output.saturating_add(1));
    let output = match answer.recv_timeout(limits.time) {
        Ok(output) => output.map_err(|error| OcrError::Failed(error.to_string()))?,
        Err(RecvTimeoutError::Timeout) => return Err(OcrError::TimedOut(limits.time.as_secs())),
        Err(RecvTimeoutError::Disconnected) => return Err(unconnected()),
    };
    if output.len() as u64 > limits.output {
        return Err(OcrError::TooMuchOutput(limits.output));
    }
    let complaint = complaints.recv_timeout(limits.time).ok().and_then(Result::ok).unwrap_or_default();
    let complaint = String::from_utf8_lossy(&complaint).trim().to_owned();
    Ok((String::from_utf8_lossy(&output).into_owned(), complaint))
}

/// Reads up to `limit` bytes to the end, elsewhere.
fn drain(source: impl Read + Send + 'static, limit: u64) -> mpsc::Receiver<std::io::Result<Vec<u8>>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let outcome = source.take(limit).read_to_end(&mut bytes).map(|_| bytes);
        // Nobody waits any more where the program took too long.
        let _ = sender.send(outcome);
    });
    receiver
}
