//! The address of the model: this machine, and no other.

use core::fmt;
use core::str::FromStr;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The base address of an OpenAI-compatible server on this machine: `http://127.0.0.1:11434/v1`.
///
/// Only loopback addresses in their plain form, and `localhost`, which is taken as `127.0.0.1` so that no name is ever
/// looked up.
///
/// ```
/// use argine_opinion::{Endpoint, EndpointRefused};
///
/// let endpoint: Endpoint = "http://localhost:11434/v1/".parse()?;
/// assert_eq!(endpoint.to_string(), "http://127.0.0.1:11434/v1");
/// assert_eq!("http://example.org/v1".parse::<Endpoint>(), Err(EndpointRefused::Elsewhere("example.org".to_owned())));
/// # Ok::<(), EndpointRefused>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint(String);

/// Why an address is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EndpointRefused {
    /// Not `http://`: on the same machine there is nobody to hide from, and a certificate proves nothing.
    #[error("the address does not begin with http://")]
    Scheme,
    /// The host is another machine, or a name: the conversation would leave this device.
    #[error("{0} is not this machine")]
    Elsewhere(String),
    /// A port, a path or a name that no address has.
    #[error("this is no address")]
    Malformed,
}

impl EndpointRefused {
    /// Its sentence in the catalogue.
    pub const fn sentence(&self) -> &'static str {
        match self {
            Self::Scheme => "problem-opinion-scheme",
            Self::Elsewhere(_) => "problem-opinion-elsewhere",
            Self::Malformed => "problem-opinion-malformed",
        }
    }
}

impl FromStr for Endpoint {
    type Err = EndpointRefused;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rest = text.trim().strip_prefix("http://").ok_or(EndpointRefused::Scheme)?;
        let (authority, path) = rest.find(['/', '?', '#']).map_or((rest, ""), |at| rest.split_at(at));
        let (host, port) = match authority.strip_prefix('[') {
            Some(inner) => inner.split_once(']').ok_or(EndpointRefused::Malformed)?,
            None => authority.find(':').map_or((authority, ""), |at| authority.split_at(at)),
        };
        let host = if host.eq_ignore_ascii_case("localhost") { "127.0.0.1" } else { host };
        let local = host.parse::<Ipv4Addr>().map(|address| (address.is_loopback(), address.to_string()));
        let local =
            local.or_else(|_| host.parse::<Ipv6Addr>().map(|address| (address.is_loopback(), format!("[{address}]"))));
        let Ok((true, host)) = local else { return Err(EndpointRefused::Elsewhere(shown(authority))) };
        let good_port = port.is_empty()
            || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        let good_path =
            path.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.'));
        if !good_port || !good_path || path.contains("..") {
            return Err(EndpointRefused::Malformed);
        }
        Ok(Self(format!("http://{host}{port}{}", path.trim_end_matches('/'))))
    }
}

fn shown(host: &str) -> String {
    host.chars().filter(char::is_ascii_graphic).take(80).collect()
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_accepted() {
        for (typed, expected) in [
            ("http://127.0.0.1:11434/v1", Some("http://127.0.0.1:11434/v1")),
            ("http://127.3.2.1/v1/", Some("http://127.3.2.1/v1")),
            ("http://LOCALHOST:8080", Some("http://127.0.0.1:8080")),
            ("http://[::1]:8080/v1", Some("http://[::1]:8080/v1")),
            ("https://127.0.0.1/v1", None),
            ("http://example.org/v1", None),
            ("http://192.168.1.10:11434/v1", None),
            ("http://0.0.0.0:11434/v1", None),
            ("http://127.1/v1", None),
            ("http://0x7f000001/v1", None),
            ("http://2130706433/v1", None),
            ("http://127.0.0.1.example.org/v1", None),
            ("http://127.0.0.1@example.org/v1", None),
            ("http://user:127.0.0.1@example.org/v1", None),
            ("http://localhost.example.org/v1", None),
            ("http://[::ffff:93.184.216.34]/v1", None),
            ("http://[::1/v1", None),
            ("http://127.0.0.1:0/v1", None),
            ("http://127.0.0.1:99999/v1", None),
            ("http://127.0.0.1:80@example.org/v1", None),
            ("http://127.0.0.1/v1?x=http://example.org", None),
            ("http://127.0.0.1/../x", None),
            ("127.0.0.1:11434", None),
            ("", None),
        ] {
            let found = typed.parse::<Endpoint>().ok().map(|endpoint| endpoint.to_string());
            assert_eq!(found.as_deref(), expected, "{typed}");
        }
    }
}
