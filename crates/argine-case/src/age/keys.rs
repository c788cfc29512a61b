use core::fmt;
use core::str::FromStr;
use std::io;

use bech32::{Bech32, Hrp};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use super::random;

const PUBLIC: Hrp = Hrp::parse_unchecked("age");
const SECRET: Hrp = Hrp::parse_unchecked("age-secret-key-");

/// The text is no key of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no key")]
pub struct InvalidKey;

/// Words that open a vault. Wiped from memory when dropped; never shown.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The words as typed, without the line feed at their end.
    pub fn new(words: &str) -> Self {
        Self(Zeroizing::new(words.trim_end_matches(['\r', '\n']).to_owned()))
    }

    /// Whether both are the same words.
    pub fn is_same_as(&self, other: &Self) -> bool {
        *self.0 == *other.0
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// How dear a guess is: scrypt with N = 2 to this power, r = 8, p = 1. The program never measures the machine to choose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// 256 MiB and about a second for each guess: the value of the format's own programs.
    pub const STANDARD: Self = Self(18);
    /// 1 MiB: for tests, never for a person's case.
    pub const FOR_TESTS: Self = Self(10);
    /// What is done at most for a file that somebody else made.
    pub(crate) const MOST: Self = Self(20);

    /// A power of two from 10 to 20; none for another. What a door with little memory takes: a telephone's browser 15.
    pub const fn new(log_n: u8) -> Option<Self> {
        if log_n >= Self::FOR_TESTS.0 && log_n <= Self::MOST.0 { Some(Self(log_n)) } else { None }
    }

    pub(crate) const fn log_n(self) -> u8 {
        self.0
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let factor: u8 = text.parse().ok().filter(|_| !text.starts_with(['0', '+']))?;
        (1..=Self::MOST.0).contains(&factor).then_some(Self(factor))
    }
}

/// The secret half of a key pair. Wiped from memory when dropped; shown only by [`Self::expose`].
#[derive(Clone)]
pub struct Identity(StaticSecret);

impl Identity {
    /// A new one, of random bytes of the system.
    ///
    /// # Errors
    /// When the system gives none.
    pub fn generate() -> io::Result<Self> {
        Ok(Self(StaticSecret::from(*random::<32>()?)))
    }

    /// `AGE-SECRET-KEY-1…`, as it is printed on a recovery sheet.
    pub fn expose(&self) -> Zeroizing<String> {
        // 32 bytes are never too long for Bech32.
        Zeroizing::new(bech32::encode_upper::<Bech32>(SECRET, self.0.as_bytes()).unwrap_or_default())
    }

    /// The half that everybody may know.
    pub fn recipient(&self) -> Recipient {
        Recipient(PublicKey::from(&self.0).to_bytes())
    }

    pub(super) const fn secret(&self) -> &StaticSecret {
        &self.0
    }
}

impl FromStr for Identity {
    type Err = InvalidKey;

    /// The first key among lines, comments (`#`) and the blanks and dashes of a printed sheet left out.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let line = text.lines().map(str::trim).find(|line| line.to_ascii_uppercase().starts_with("AGE-SECRET-KEY-1"));
        let line: Zeroizing<String> = Zeroizing::new(line.ok_or(InvalidKey)?.split_whitespace().collect());
        let bytes = decode(SECRET, &line)?;
        Ok(Self(StaticSecret::from(*bytes)))
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity(of {})", self.recipient())
    }
}

/// Somebody for whom a file is encrypted: `age1…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recipient([u8; 32]);

impl Recipient {
    pub(super) const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl FromStr for Recipient {
    type Err = InvalidKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(*decode(PUBLIC, text.trim())?))
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&bech32::encode_lower::<Bech32>(PUBLIC, &self.0).map_err(|_| fmt::Error)?)
    }
}

fn decode(kind: Hrp, text: &str) -> Result<Zeroizing<[u8; 32]>, InvalidKey> {
    let checked = bech32::primitives::decode::CheckedHrpstring::new::<Bech32>(text).map_err(|_| InvalidKey)?;
    let bytes: Zeroizing<Vec<u8>> = Zeroizing::new(checked.byte_iter().collect());
    if checked.hrp() != kind {
        return Err(InvalidKey);
    }
    Ok(Zeroizing::new(bytes.as_slice().try_into().map_err(|_| InvalidKey)?))
}
