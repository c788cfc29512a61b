//! The formats in which programmes exchange fingerprints: StopNCII's records, lists of one hash a line.
//!
//! A withdrawn record really deletes. (The published client tests the wrong field and never deletes; here the state of the
//! record and of each case in it are read, and `Withdrawn` or `Deleted` wins.) Lengths and digits are checked: a short
//! "PDQ" of zeros has brought down indexes. What is not understood is counted, never dropped silently.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde_json::json;

use crate::pdq::PdqHash;
use crate::video::Video;

/// An MD5 of a file, as exchanged for videos (RFC 1321). Masked in `Debug` like every fingerprint.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Md5([u8; 16]);

impl Md5 {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        use md5::Digest as _;
        Self(md5::Md5::digest(bytes).into())
    }

    /// All 32 digits.
    pub fn expose(&self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.0))
    }

    fn parse(text: &str) -> Option<Self> {
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        Some(Self(u128::from_str_radix(text, 16).ok()?.to_be_bytes()))
    }
}

impl fmt::Debug for Md5 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Md5({:08x}…)", u128::from_be_bytes(self.0) >> 96)
    }
}

/// One fingerprint of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signal {
    /// Of a picture.
    Pdq(PdqHash),
    /// Of the file of a video.
    VideoMd5(Md5),
}

impl Signal {
    /// The name and the value of the exchange.
    fn fields(&self) -> (&'static str, String) {
        match self {
            Self::Pdq(hash) => ("ImagePDQ", hash.expose()),
            Self::VideoMd5(hash) => ("VideoMD5", hash.expose()),
        }
    }
}

/// What a record asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Match it.
    Add,
    /// Forget it: the person withdrew.
    Delete,
}

/// Why a record was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// Its value has another length, or is not hexadecimal.
    BadValue,
    /// Its bits are not those of a picture, as all zeros.
    NotAPicture,
    /// A kind of fingerprint that is not computed here (`PhotoDNA`, TMK, text).
    OtherKind,
    /// A state that is not known: nothing is added on a guess.
    UnknownState,
    /// Not a record at all.
    NotARecord,
}

impl Refusal {
    /// The id of the sentence that says it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::BadValue => "media-refusal-bad-value",
            Self::NotAPicture => "media-refusal-not-a-picture",
            Self::OtherKind => "media-refusal-other-kind",
            Self::UnknownState => "media-refusal-unknown-state",
            Self::NotARecord => "media-refusal-not-a-record",
        }
    }
}

/// What was read of an exchange.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    /// The last word of the list on each fingerprint, sorted by fingerprint.
    pub changes: Vec<(Signal, Change)>,
    /// Records that were not taken, by reason.
    pub refused: BTreeMap<Refusal, u32>,
}

/// The text is not JSON of the exchange.
#[derive(Debug, thiserror::Error)]
#[error("not a page of records: {0}")]
pub struct PageError(#[from] serde_json::Error);

#[derive(Deserialize)]
struct Page {
    #[serde(rename = "hashRecords")]
    records: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record {
    #[serde(default)]
    last_modtimestamp: i64,
    signal_type: String,
    hash_value: String,
    hash_status: String,
    /// An object of case numbers and states; an empty one is sometimes written as an empty list.
    #[serde(default)]
    case_numbers: serde_json::Value,
}

/// Reads a page of StopNCII's `FetchHashes`. Of two records on the same fingerprint the later one counts.
///
/// # Errors
/// The text is not JSON, or has no `hashRecords`.
pub fn read_stop_ncii(text: &str) -> Result<Import, PageError> {
    let page: Page = serde_json::from_str(text)?;
    let mut import = Import::default();
    let mut last: BTreeMap<Signal, (i64, Change)> = BTreeMap::new();
    for record in page.records {
        let read = Record::deserialize(record).map_err(|_| Refusal::NotARecord);
        match read.and_then(|record| Ok((signal(&record)?, change(&record)?, record.last_modtimestamp))) {
            Ok((signal, change, time)) => {
                let newer = last.get(&signal).is_none_or(|(known, _)| *known <= time);
                if newer {
                    last.insert(signal, (time, change));
                }
            }
            Err(refusal) => *import.refused.entry(refusal).or_default() += 1,
        }
    }
    import.changes = last.into_iter().map(|(signal, (_, change))| (signal, change)).collect();
    Ok(import)
}

fn signal(record: &Record) -> Result<Signal, Refusal> {
    match record.signal_type.as_str() {
        "ImagePDQ" => picture(&record.hash_value),
        "VideoMD5" => Md5::parse(&record.hash_value).map(Signal::VideoMd5).ok_or(Refusal::BadValue),
        _ => Err(Refusal::OtherKind),
    }
}

fn picture(text: &str) -> Result<Signal, Refusal> {
    let hash: PdqHash = text.parse().map_err(|_| Refusal::BadValue)?;
    if hash.is_balanced() { Ok(Signal::Pdq(hash)) } else { Err(Refusal::NotAPicture) }
}

/// A record is deleted when its own state says so, or when every case that asked for it was withdrawn.
fn change(record: &Record) -> Result<Change, Refusal> {
    let gone = |state: &str| matches!(state, "Withdrawn" | "Deleted");
    let cases: Vec<&str> = record
        .case_numbers
        .as_object()
        .into_iter()
        .flat_map(|cases| cases.values().filter_map(|state| state.as_str()))
        .collect();
    match record.hash_status.as_str() {
        state if gone(state) => Ok(Change::Delete),
        _ if !cases.is_empty() && cases.iter().all(|state| gone(state)) => Ok(Change::Delete),
        "Active" | "Received" => Ok(Change::Add),
        _ => Err(Refusal::UnknownState),
    }
}

/// Reads a list of one PDQ hash or MD5 a line; what follows a comma is a remark, lines that start with `#` too.
pub fn read_list(text: &str) -> Import {
    let mut import = Import::default();
    let mut signals = std::collections::BTreeSet::new();
    for line in text.lines() {
        let value = line.split(',').next().unwrap_or_default().trim();
        if value.is_empty() || value.starts_with('#') {
            continue;
        }
        match Md5::parse(value).map_or_else(|| picture(value), |hash| Ok(Signal::VideoMd5(hash))) {
            Ok(signal) => {
                signals.insert(signal);
            }
            Err(refusal) => *import.refused.entry(refusal).or_default() += 1,
        }
    }
    import.changes = signals.into_iter().map(|signal| (signal, Change::Add)).collect();
    import
}

/// What a text of fingerprints holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed {
    /// Fingerprints of pictures and of files of videos.
    Signals(Import),
    /// The frames of one video (vPDQ).
    Frames(Video),
}

/// Reads a text of any kind that is known here: a page of StopNCII, the frames of a video, a list of one value a line.
/// None when it is no text of fingerprints at all; a list with some wrong lines is one, and counts them.
pub fn read(text: &str) -> Option<Listed> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        return read_stop_ncii(text).ok().map(Listed::Signals);
    }
    if let Ok(video) = Video::from_text(text)
        && !video.frames().is_empty()
    {
        return Some(Listed::Frames(video));
    }
    let import = read_list(text);
    (!import.changes.is_empty()).then_some(Listed::Signals(import))
}

/// What a page of `SubmitHashes` holds, for a desk that has its own key: only fingerprints that the person agreed to hand
/// over, one for each picture.
pub fn write_stop_ncii(signals: &[Signal], seconds: i64) -> String {
    let records: Vec<_> = signals
        .iter()
        .map(|signal| {
            let (kind, value) = signal.fields();
            json!({ "lastModtimestamp": seconds, "signalType": kind, "hashValue": value, "hashStatus": "Active" })
        })
        .collect();
    json!({ "count": records.len(), "hashRecords": records }).to_string()
}

/// One value a line, for programmes that take lists.
pub fn write_list(signals: &[Signal]) -> String {
    signals.iter().map(|signal| signal.fields().1 + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

    fn page(records: &serde_json::Value) -> Import {
        read_stop_ncii(&json!({ "count": 1, "hashRecords": records }).to_string()).unwrap()
    }

    #[test]
    fn a_withdrawn_record_deletes() {
        let record = |state: &str, time: i64| json!({"lastModtimestamp": time, "signalType": "ImagePDQ", "hashValue": GOOD, "hashStatus": state, "caseNumbers": []});
        let hash = Signal::Pdq(GOOD.parse().unwrap());
        assert_eq!(page(&json!([record("Active", 1)])).changes, [(hash, Change::Add)]);
        for state in ["Withdrawn", "Deleted"] {
            assert_eq!(page(&json!([record(state, 1)])).changes, [(hash, Change::Delete)]);
            assert_eq!(page(&json!([record(state, 9), record("Active", 3)])).changes, [(hash, Change::Delete)]);
        }
        assert_eq!(page(&json!([record("Surprising", 1)])).refused, BTreeMap::from([(Refusal::UnknownState, 1)]));
    }

    #[test]
    fn a_record_stays_while_one_of_its_cases_does() {
        let record = |cases: serde_json::Value| json!([{"signalType": "ImagePDQ", "hashValue": GOOD, "hashStatus": "Active", "caseNumbers": cases}]);
        let first = |import: Import| import.changes.first().map(|(_, change)| *change);
        assert_eq!(first(page(&record(json!({"a": "Withdrawn", "b": "Active"})))), Some(Change::Add));
        assert_eq!(first(page(&record(json!({"a": "Withdrawn", "b": "Deleted"})))), Some(Change::Delete));
    }

    #[test]
    fn values_are_checked_and_refusals_counted() {
        let record = |kind: &str, value: &str| json!({"signalType": kind, "hashValue": value, "hashStatus": "Active"});
        let import = page(&json!([
            record("ImagePDQ", &"0".repeat(32)),
            record("ImagePDQ", &"0".repeat(64)),
            record("ImagePDQ", &"g".repeat(64)),
            record("VideoMD5", "d41d8cd98f00b204e9800998ecf8427e"),
            record("ImagePhotoDNA", "00"),
            7
        ]));
        assert_eq!(import.changes, [(Signal::VideoMd5(Md5::of(b"")), Change::Add)]);
        let refused =
            [(Refusal::BadValue, 2), (Refusal::NotAPicture, 1), (Refusal::OtherKind, 1), (Refusal::NotARecord, 1)];
        assert_eq!(import.refused, BTreeMap::from(refused));
        assert!(read_stop_ncii("[]").is_err() && read_stop_ncii("{").is_err());
    }

    #[test]
    fn a_text_is_known_by_what_it_holds() {
        let page = write_stop_ncii(&[Signal::Pdq(GOOD.parse().unwrap())], 5);
        assert!(matches!(read(&page), Some(Listed::Signals(import)) if import.changes.len() == 1));
        let frames = format!("0,90,{GOOD},0.000\n30,88,{GOOD},1.001\n");
        assert!(matches!(read(&frames), Some(Listed::Frames(video)) if video.frames().len() == 2));
        let list = format!("\u{feff}{GOOD}\nwrong\n");
        assert!(matches!(read(&list), Some(Listed::Signals(import)) if import.refused.len() == 1));
        for text in ["", "{}", "a letter\nof two lines", "\0\0"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let signals = [Signal::Pdq(GOOD.parse().unwrap()), Signal::VideoMd5(Md5::of(b"x"))];
        let import = read_stop_ncii(&write_stop_ncii(&signals, 5)).unwrap();
        assert_eq!(import.changes.iter().map(|(signal, _)| *signal).collect::<Vec<_>>(), signals);
        let import = read_list(&format!("# list\n{}\n\nzz\n", write_list(&signals)));
        assert_eq!((import.changes.len(), import.refused.len()), (2, 1));
        assert!(!format!("{signals:?}").contains(&GOOD[..12]));
    }
}
