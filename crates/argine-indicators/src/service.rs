//! Helplines, police, banks and platforms: numbers and pages that are never anybody's trace.

use std::sync::LazyLock;

use argine_model::{IndicatorKind, Role};
use serde::Deserialize;

const LIST: &str = include_str!("../../../knowledge/indicators/services.toml");

#[derive(Deserialize)]
struct List {
    service: Vec<Service>,
}

/// One record; the title, source and date it also carries are for those who keep the list.
#[derive(Deserialize)]
struct Service {
    #[serde(default)]
    phones: Vec<String>,
    #[serde(default)]
    hosts: Vec<String>,
    #[serde(default)]
    emails: Vec<String>,
    #[serde(default)]
    handles: Vec<String>,
}

static SERVICES: LazyLock<Vec<Service>> =
    LazyLock::new(|| toml::from_str::<List>(LIST).map(|list| list.service).unwrap_or_default());

/// The role of a value that belongs to a known service.
pub(crate) fn role_of(kind: IndicatorKind, value: &str) -> Option<Role> {
    let known = match kind {
        IndicatorKind::Phone => SERVICES.iter().any(|service| service.phones.iter().any(|phone| phone == value)),
        IndicatorKind::Email => {
            let host = value.rsplit('@').next().unwrap_or("");
            SERVICES.iter().any(|service| {
                service.emails.iter().any(|mail| mail == value) || service.hosts.iter().any(|known| known == host)
            })
        }
        IndicatorKind::Url => {
            let rest = value.split_once("://").map_or(value, |(_, rest)| rest);
            let (host, path) = rest.split_once(['/', '?', '#']).unwrap_or((rest, ""));
            let host = host.strip_prefix("www.").unwrap_or(host);
            SERVICES.iter().any(|service| service.hosts.iter().any(|known| host == known || is_below(host, known)))
                || path.is_empty() && PLATFORMS.contains(&host)
        }
        IndicatorKind::Handle => SERVICES.iter().any(|service| service.handles.iter().any(|handle| handle == value)),
        _ => false,
    };
    known.then_some(Role::Neutral)
}

fn is_below(host: &str, known: &str) -> bool {
    host.strip_suffix(known).is_some_and(|rest| rest.ends_with('.'))
}

/// Platforms whose front page is nobody's; their other pages may be.
const PLATFORMS: &[&str] = &[
    "instagram.com",
    "facebook.com",
    "whatsapp.com",
    "web.whatsapp.com",
    "telegram.org",
    "snapchat.com",
    "tiktok.com",
    "youtube.com",
    "google.com",
    "gmail.com",
    "paypal.com",
    "westernunion.com",
    "moneygram.com",
    "riamoneytransfer.com",
    "postepay.it",
    "poste.it",
    "x.com",
    "twitter.com",
    "discord.com",
    "amazon.it",
    "amazon.com",
    "apple.com",
    "paysafecard.com",
    "skype.com",
    "badoo.com",
    "tinder.com",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read() {
        assert!(SERVICES.len() >= 10);
        assert!(toml::from_str::<List>(LIST).is_ok());
    }

    #[test]
    fn helplines_are_neutral() {
        assert_eq!(role_of(IndicatorKind::Phone, "+390223272327"), Some(Role::Neutral));
        assert_eq!(role_of(IndicatorKind::Phone, "+393331234567"), None);
        assert_eq!(role_of(IndicatorKind::Url, "https://stopncii.org/create-your-case"), Some(Role::Neutral));
        assert_eq!(role_of(IndicatorKind::Url, "https://help.instagram.com/1234"), Some(Role::Neutral));
        assert_eq!(role_of(IndicatorKind::Url, "https://www.instagram.com/"), Some(Role::Neutral));
        assert_eq!(role_of(IndicatorKind::Url, "https://www.instagram.com/luna.x9"), None);
        assert_eq!(role_of(IndicatorKind::Url, "https://evilstopncii.org/a"), None);
    }
}
