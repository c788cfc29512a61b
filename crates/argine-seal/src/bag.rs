//! The two descriptive files of RFC 8493: `bagit.txt` and `bag-info.txt`.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::{CaseId, FORMAT, Tool};

/// RFC 8493 §2.1.1.
pub(crate) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// `bag-info.txt`; labels are those of RFC 8493 §2.2.2, and `Argine-Format`.
pub(crate) struct BagInfo<'a> {
    pub(crate) case: &'a CaseId,
    pub(crate) time: Timestamp,
    pub(crate) files: u64,
    pub(crate) bytes: u64,
}

impl BagInfo<'_> {
    pub(crate) fn render(&self, tool: &Tool) -> String {
        let Self { case, bytes, files, .. } = self;
        let date = self.time.to_zoned(TimeZone::UTC).date();
        format!(
            "Argine-Format: {FORMAT}\nBag-Software-Agent: {tool}\nBagging-Date: {date}\nExternal-Identifier: {case}\n\
             Payload-Oxum: {bytes}.{files}\n"
        )
    }

    /// Whether `text` says the same, whatever program wrote it.
    pub(crate) fn agrees_with(&self, text: &[u8]) -> bool {
        let agent = str::from_utf8(text).ok().and_then(|text| {
            let line = text.lines().find_map(|line| line.strip_prefix("Bag-Software-Agent: "))?;
            line.parse::<Tool>().ok()
        });
        agent.is_some_and(|tool| self.render(&tool).as_bytes() == text)
    }
}
