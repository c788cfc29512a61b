//! Seals one large exhibit or verifies a case, and says how long it took and how much memory: for `cargo xtask seal`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement opens files, looks at clocks and prints"
)]

use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::time::Instant;

use argine_model::{AcquisitionLevel, AgeClass, Custodian, MediaClass, OriginalHandling};
use argine_seal::{Acquisition, ClockSource, Expectation, SigningKey, VerificationPages};
use argine_vault::{Case, CaseHeader, CaseKey, CaseWriter, Handover, Lock, Passphrase, WorkFactor};
use jiff::Timestamp;
use zeroize::Zeroizing;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let started = Instant::now();
    match arguments.as_slice() {
        ["seal", file, case] => seal(Path::new(file), Path::new(case), None)?,
        ["seal-locked", file, case] => seal(Path::new(file), Path::new(case), Some(&lock()))?,
        ["verify", case] => intact(&Case::plain(Path::new(case))?)?,
        ["verify-locked", case] => {
            intact(&Case::unlock(Path::new(case), &CaseKey::Passphrase(lock().passphrase))?)?;
        }
        _ => return Err("seal FILE CASE | seal-locked FILE CASE | verify CASE | verify-locked CASE".into()),
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB").trim();
    println!("{:.3} s, {peak}", started.elapsed().as_secs_f64());
    Ok(())
}

/// The smallest work factor: what is measured is the stream, not the price of a guess.
fn lock() -> Lock {
    Lock {
        passphrase: Passphrase::new("misura"),
        work_factor: WorkFactor::FOR_TESTS,
        others: Vec::new(),
        pages: VerificationPages { italian: String::new(), english: String::new() },
    }
}

fn seal(file: &Path, case: &Path, lock: Option<&Lock>) -> Result<(), Box<dyn Error>> {
    let time: Timestamp = "2026-11-21T21:00:00Z".parse()?;
    let header = CaseHeader {
        case: "MISURA-1".parse()?,
        tool: "argine measure".parse()?,
        by: Custodian::AffectedPerson,
        age: AgeClass::Adult,
        pages: VerificationPages { italian: String::new(), english: String::new() },
    };
    let acquisition = Acquisition {
        time,
        clock: ClockSource::Device,
        tool: header.tool.clone(),
        participant: Some(true),
        source: None,
    };
    let exhibit = File::open(file)?;
    let handover = Handover {
        name: "exhibit.bin".to_owned(),
        size: exhibit.metadata()?.len(),
        class: MediaClass::Unknown,
        acquisition: AcquisitionLevel::Backup,
        members: Vec::new(),
        handling: OriginalHandling::Copied,
    };
    let mut writer = match lock {
        Some(lock) => CaseWriter::begin_locked(case, header, lock)?,
        None => CaseWriter::begin(case, header)?,
    };
    writer.take_original(handover, exhibit, acquisition)?;
    writer.seal(time, &SigningKey::from_seed(&Zeroizing::new([1; 32])))?;
    Ok(())
}

fn intact(case: &Case) -> Result<(), Box<dyn Error>> {
    let verdict = case.verify(&Expectation::default())?;
    if verdict.is_intact() { Ok(()) } else { Err("the case is not intact".into()) }
}
