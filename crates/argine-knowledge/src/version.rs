use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// Version of the packs: the day they were published, and a number where a day has several: `2026.11.21`, `2026.11.21.2`.
///
/// ```
/// use argine_knowledge::PackVersion;
///
/// let one: PackVersion = "2026.11.21".parse()?;
/// assert!(one < "2026.11.21.2".parse()? && one < "2026.12.1".parse()?);
/// # Ok::<(), argine_knowledge::InvalidPackVersion>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PackVersion {
    year: u16,
    month: u16,
    day: u16,
    number: u16,
}

/// A version that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no version: write the day as 2026.11.21, with a number after it where a day has several")]
pub struct InvalidPackVersion(String);

impl FromStr for PackVersion {
    type Err = InvalidPackVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidPackVersion(text.to_owned());
        let mut parts = text.split('.').map(|part| {
            let digits = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| part.parse::<u16>().ok()).flatten().ok_or_else(invalid)
        });
        let mut next = || parts.next().transpose();
        let (Some(year), Some(month), Some(day)) = (next()?, next()?, next()?) else { return Err(invalid()) };
        let number = next()?.unwrap_or(1);
        let is_day = (1..=12).contains(&month) && (1..=31).contains(&day) && number >= 1;
        if next()?.is_some() || year < 2000 || !is_day { Err(invalid()) } else { Ok(Self { year, month, day, number }) }
    }
}

impl TryFrom<String> for PackVersion {
    type Error = InvalidPackVersion;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PackVersion> for String {
    fn from(version: PackVersion) -> Self {
        version.to_string()
    }
}

impl fmt::Display for PackVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}.{:02}.{:02}", self.year, self.month, self.day)?;
        if self.number > 1 { write!(f, ".{}", self.number) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_day_then_number() {
        let ordered = ["2025.12.31", "2026.01.02", "2026.01.02.2", "2026.01.02.10", "2026.01.10", "2026.11.21"];
        let read: Vec<PackVersion> = ordered.iter().map(|text| text.parse().unwrap()).collect();
        assert!(read.is_sorted() && read.iter().map(ToString::to_string).eq(ordered));
        assert_eq!("2026.1.2".parse::<PackVersion>().unwrap().to_string(), "2026.01.02");
        for wrong in [
            "",
            "2026",
            "2026.11",
            "2026.13.01",
            "2026.11.32",
            "v2026.11.21",
            "2026.11.21.",
            "2026.11.21.0",
            "1.2.3.4.5",
        ] {
            assert!(wrong.parse::<PackVersion>().is_err(), "{wrong}");
        }
    }
}
