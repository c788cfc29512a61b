//! Asking a time-stamp authority over HTTP (RFC 3161 §3.4): the only code that speaks to a network.

use core::fmt;
use core::str::FromStr;
use std::time::Duration;

use argine_seal::StampNonce;

use crate::VaultError;
use argine_case::random;

/// An answer is a few kilobytes; certificates make some larger.
const LARGEST_ANSWER: u64 = 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(30);

/// The address of a time-stamp authority: `http` or `https`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Authority(String);

impl FromStr for Authority {
    type Err = VaultError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let address = text.trim();
        let rest = address.strip_prefix("http://").or_else(|| address.strip_prefix("https://"));
        let host = rest.map(|rest| rest.split('/').next().unwrap_or_default());
        let plain = address.bytes().all(|byte| byte.is_ascii_graphic());
        match host {
            // No name and password in an address: they would stand in histories and logs.
            Some(host) if plain && !host.is_empty() && !host.contains('@') => Ok(Self(address.to_owned())),
            _ => Err(VaultError::NoAuthority(text.to_owned())),
        }
    }
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Eight random bytes that tie an answer to its request.
///
/// # Errors
/// [`VaultError::NoRandomness`].
pub fn stamp_nonce() -> Result<StampNonce, VaultError> {
    random::<8>().map(|bytes| StampNonce(*bytes)).map_err(|_| VaultError::NoRandomness)
}

/// Sends a request ([`argine_seal::stamp_request`]) and gives back the answer, unread. Nothing else is sent: no name of a
/// program, no cookie; no redirection is followed and no proxy asked. The authority sees the network address.
///
/// # Errors
/// [`VaultError::Unreachable`] with what the network or the authority said.
pub fn ask_authority(authority: &Authority, request: &[u8]) -> Result<Vec<u8>, VaultError> {
    let unreachable = |reason: String| VaultError::Unreachable { authority: authority.to_string(), reason };
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .proxy(None)
        .user_agent("")
        .build()
        .into();
    let answer = agent
        .post(&authority.0)
        .header("content-type", "application/timestamp-query")
        .header("accept", "application/timestamp-reply")
        .send(request);
    let mut answer = answer.map_err(|error| unreachable(error.to_string()))?;
    if !answer.status().is_success() {
        return Err(unreachable(answer.status().to_string()));
    }
    let body = answer.body_mut().with_config().limit(LARGEST_ANSWER).read_to_vec();
    body.map_err(|error| unreachable(error.to_string()))
}
