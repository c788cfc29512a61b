//! What a verdict says of time-stamps and clocks.

use argine_model::Sha256;

use super::{Examination, Logs, Seal};
use crate::status::{STATUS, Status};
use crate::{CheckId, Expectation, Remark, Root, StampError, StampState, StampSummary, TimeStamp, TrustRoots};

/// A stamp may come a little before the time of the root: clocks differ.
const TOLERANCE_SECONDS: i64 = 120;
/// A stamp that comes later than this is worth a remark: until then only the device's clock speaks.
const LATE_SECONDS: i64 = 24 * 60 * 60;

impl Examination {
    /// The stamps that `status.txt` lists, each read again; what is not listed is named by the closed world.
    pub(super) fn examine_stamps(&mut self, seal: &mut Seal, expectation: &Expectation) {
        let path = Seal::path(seal.number, STATUS);
        let Some(status) = self.bytes(&path).and_then(|bytes| Status::parse(bytes, seal.number)) else {
            self.fail(CheckId::Changed, &path);
            return;
        };
        seal.status = status.clone();
        let root = seal.trusted_root().map(Root::digest);
        for (answer, _) in status.files().filter(|(path, _)| path.as_str().strip_suffix(".tsr").is_some()) {
            let certificates = answer.as_str().replace(".tsr", ".pem");
            let stamp = self.stamp(answer.as_str(), &certificates, root, expectation.roots.as_ref());
            // A stamp that stands on its own beside another digest: the list is wrong, not the stamp.
            let disagrees = status
                .files()
                .filter(|(file, _)| *file == answer || file.as_str() == certificates)
                .any(|(file, sha256)| self.digest(file.as_str()) != Some(sha256));
            if disagrees && stamp.time.is_some() {
                self.fail(CheckId::Changed, &path);
            }
            if stamp.problem.is_some() {
                self.fail(CheckId::TimeStamps, answer.as_str());
            }
            seal.stamps.push(stamp);
        }
        // By number, not by name: `stamp-10` comes after `stamp-9`.
        seal.stamps.sort_by_key(|stamp| (stamp.path.len(), stamp.path.clone()));
    }

    fn stamp(
        &mut self,
        answer: &str,
        certificates: &str,
        root: Option<Sha256>,
        roots: Option<&TrustRoots>,
    ) -> StampSummary {
        let read = match (self.bytes(answer), root) {
            (Some(bytes), Some(root)) => TimeStamp::read(bytes, root, None),
            // The answer is missing (the closed world says so), or there is no root that it could be of.
            (None, _) => Err(StampError::Malformed),
            (Some(_), None) => Err(StampError::WrongImprint),
        };
        let mut summary =
            StampSummary { path: answer.to_owned(), time: None, authority: None, trusted: None, problem: None };
        match read {
            Ok(stamp) => {
                if self.bytes(certificates) != Some(stamp.certificates_pem().as_bytes()) {
                    self.fail(CheckId::TimeStamps, certificates);
                }
                (summary.time, summary.authority) = (Some(stamp.time()), Some(stamp.authority()));
                let trust = roots.map(|roots| stamp.trust(roots));
                summary.trusted = trust.map(|trust| trust.is_ok());
                summary.problem = trust.and_then(Result::err);
            }
            Err(problem) => summary.problem = Some(problem),
        }
        summary
    }
}

impl Seal {
    /// The best of the stamps.
    pub(super) fn stamp_state(&self) -> StampState {
        let states = self.stamps.iter().map(|stamp| match (stamp.trusted, stamp.problem, stamp.time) {
            (Some(true), None, _) => StampState::Trusted,
            (_, _, Some(_)) => StampState::Unproved,
            _ => StampState::Broken,
        });
        states.max().unwrap_or(StampState::NotStamped)
    }
}

/// What a reader must know of times though nothing was changed.
pub(super) fn remarks(seals: &[Seal], logs: &Logs) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if seals.last().is_some_and(|seal| seal.stamp_state() == StampState::NotStamped) {
        remarks.push(Remark::NotStamped);
    }
    for seal in seals {
        let Some(root) = seal.trusted_root() else { continue };
        let Some(first) = seal.stamps.iter().filter_map(|stamp| stamp.time).min() else { continue };
        let late = first.as_second() - root.time.as_second();
        if late < -TOLERANCE_SECONDS {
            remarks.push(Remark::ClockAhead { seal: seal.number, seconds: -late });
        } else if late > LATE_SECONDS {
            remarks.push(Remark::StampedLate { seal: seal.number, seconds: late });
        }
    }
    let events = logs.custody.events();
    let backwards = (2..).zip(events.iter().zip(events.iter().skip(1)));
    let backwards = backwards.filter(|(_, (before, after))| after.time.as_second() < before.time.as_second());
    remarks.extend(backwards.map(|(line, _)| Remark::ClockWentBack { line }));
    remarks
}
