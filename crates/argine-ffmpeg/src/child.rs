//! A child process that is stopped when it takes too long and can never outlive what it was started for.

use std::io::Read as _;
use std::process::{ChildStdout, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::{FfmpegError, Limits};

/// Bytes of complaints that are kept.
const MOST_COMPLAINTS: u64 = 4_096;

pub(crate) struct Child {
    process: Arc<Mutex<std::process::Child>>,
    output: ChildStdout,
    complaints: Option<JoinHandle<String>>,
    watchman: Option<JoinHandle<bool>>,
    done: Option<Sender<()>>,
    limits: Limits,
}

impl Child {
    /// Starts `program`. On Unix a shell first lowers the limits of memory and processor time for it.
    #[expect(clippy::disallowed_methods, reason = "starting the system's decoder is the trade of this crate")]
    pub(crate) fn start(program: &str, options: &[String], limits: &Limits) -> Result<Self, FfmpegError> {
        let mut command = if cfg!(unix) {
            let mut shell = Command::new("sh");
            let seconds = limits.time.as_secs().max(1);
            let lower =
                format!("ulimit -v {} -t {seconds} -c 0; exec \"$0\" \"$@\"", limits.memory.saturating_mul(1_024));
            shell.arg("-c").arg(lower).arg(program);
            shell
        } else {
            Command::new(program)
        };
        // Nothing of our environment reaches the decoder but where programs and libraries are.
        command.args(options).env_clear();
        for name in ["PATH", "LD_LIBRARY_PATH", "SystemRoot"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().map_err(FfmpegError::Missing)?;
        let gone = || FfmpegError::Pipe(std::io::ErrorKind::BrokenPipe.into());
        let output = process.stdout.take().ok_or_else(gone)?;
        let mut errors = process.stderr.take().ok_or_else(gone)?;
        let complaints = std::thread::spawn(move || {
            let mut kept = Vec::new();
            let _ = errors.by_ref().take(MOST_COMPLAINTS).read_to_end(&mut kept);
            // The rest is read away, so that the child is never stuck on a full pipe.
            let _ = std::io::copy(&mut errors, &mut std::io::sink());
            String::from_utf8_lossy(&kept).trim().to_owned()
        });
        let process = Arc::new(Mutex::new(process));
        let (done, waiting) = channel::<()>();
        let (watched, time) = (Arc::clone(&process), limits.time);
        let watchman = std::thread::spawn(move || {
            let late = waiting.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
            if late && let Ok(mut process) = watched.lock() {
                let _ = process.kill();
            }
            late
        });
        Ok(Self {
            process,
            output,
            complaints: Some(complaints),
            watchman: Some(watchman),
            done: Some(done),
            limits: *limits,
        })
    }

    /// The next frame; false when there is none.
    pub(crate) fn fill(&mut self, buffer: &mut [u8]) -> Result<bool, FfmpegError> {
        crate::fill(&mut self.output, buffer).map_err(FfmpegError::Pipe)
    }

    /// Everything that it prints, up to 64 MiB.
    fn text(&mut self) -> Result<String, FfmpegError> {
        let mut bytes = Vec::new();
        self.output.by_ref().take(64 << 20).read_to_end(&mut bytes).map_err(FfmpegError::Pipe)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Waits for its end; its complaints, or that it was stopped or is missing.
    pub(crate) fn finish(mut self) -> Result<String, FfmpegError> {
        let _ = std::io::copy(&mut self.output, &mut std::io::sink());
        let late = self.dismiss();
        let complaints = self.complaints.take().and_then(|reader| reader.join().ok()).unwrap_or_default();
        let status = self.process.lock().ok().and_then(|mut process| process.wait().ok());
        if late {
            return Err(FfmpegError::Time(self.limits.time));
        }
        // The shell's word for a program that is not there.
        if status.and_then(|status| status.code()) == Some(127) {
            return Err(FfmpegError::Missing(std::io::ErrorKind::NotFound.into()));
        }
        Ok(complaints)
    }

    fn dismiss(&mut self) -> bool {
        drop(self.done.take());
        self.watchman.take().and_then(|watchman| watchman.join().ok()).unwrap_or(false)
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if let Ok(mut process) = self.process.lock() {
            let _ = process.kill();
            let _ = process.wait();
        }
        self.dismiss();
    }
}

/// What `program` prints until it ends.
pub(crate) fn finished(program: &str, options: &[String], limits: &Limits) -> Result<String, FfmpegError> {
    let mut child = Child::start(program, options, limits)?;
    let text = child.text()?;
    let complaints = child.finish()?;
    if text.is_empty() && !complaints.is_empty() {
        return Err(FfmpegError::Refused(complaints));
    }
    Ok(text)
}
