//! What a host tells: a shortener, a name in punycode, a look-alike of a service that people pay or log in with.

use std::sync::LazyLock;

/// Shorteners: kept as written, never followed.
const SHORTENERS: &[&str] = &[
    "bit.ly",
    "tinyurl.com",
    "cutt.ly",
    "is.gd",
    "t.co",
    "goo.gl",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "shorturl.at",
    "tiny.cc",
    "v.gd",
    "s.id",
    "t.ly",
    "buff.ly",
    "lnkd.in",
    "bl.ink",
    "shorte.st",
    "adf.ly",
    "urlz.fr",
    "n9.cl",
    "acortar.link",
];

/// Names that others imitate, with the endings of their own hosts.
const IMITATED: &[&str] = &[
    "instagram",
    "facebook",
    "whatsapp",
    "telegram",
    "snapchat",
    "tiktok",
    "paypal",
    "postepay",
    "posteitaliane",
    "intesasanpaolo",
    "unicredit",
    "westernunion",
    "moneygram",
    "google",
    "microsoft",
    "apple",
    "icloud",
    "amazon",
    "binance",
    "coinbase",
    "revolut",
    "netflix",
    "onlyfans",
    "metamask",
    "blockchain",
    "stopncii",
    "carabinieri",
    "poliziadistato",
    "commissariatodips",
];

/// `shortener`, `look_alike`, `punycode`, or nothing.
pub(crate) fn variety(url: &str) -> &'static str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or("");
    let host = host.strip_prefix("www.").unwrap_or(host);
    if SHORTENERS.contains(&host) {
        return "shortener";
    }
    if looks_alike(host) {
        return "look_alike";
    }
    if host.split('.').any(|label| label.starts_with("xn--")) { "punycode" } else { "" }
}

/// Whether a label reads like an imitated name without being it: "paypa1", "lnstagram", "rnicrosoft", "paypal-login",
/// "paypal.com.verify.top".
fn looks_alike(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let Some(registered) = labels.len().checked_sub(2) else { return false };
    labels.iter().enumerate().take(labels.len() - 1).any(|(place, label)| {
        let plain = label.is_ascii();
        let shape = skeleton(label);
        let hyphen = shape.contains('-');
        PATTERNS.iter().any(|(name, pattern)| {
            // Most hosts look like none of them at first sight.
            if !hyphen && label.len().abs_diff(name.len()) > 1 && shape.len() != pattern.len() {
                return false;
            }
            if label == name {
                // The name itself in front of another registered name ("paypal.com.verify.top"); second-level endings ("co.uk") pass.
                return place < registered
                    && !IMITATED.contains(labels.get(registered).unwrap_or(&""))
                    && registered - place > 1;
            }
            let same_shape = shape == *pattern;
            let joined = place == registered
                && (shape.strip_prefix(pattern.as_str()).is_some_and(|rest| rest.starts_with('-'))
                    || shape.strip_suffix(pattern.as_str()).is_some_and(|rest| rest.ends_with('-')));
            let one_apart = plain && place == registered && name.len() >= 7 && one_edit(label, name);
            same_shape || joined || one_apart
        })
    })
}

/// Imitated names with what they look like.
static PATTERNS: LazyLock<Vec<(&'static str, String)>> =
    LazyLock::new(|| IMITATED.iter().map(|name| (*name, skeleton(name))).collect());

/// Signs that look the same become one.
fn skeleton(label: &str) -> String {
    let mut shape = String::with_capacity(label.len());
    for letter in label.chars() {
        let letter = match letter {
            '0' | 'о' | 'ο' => 'o',
            '1' | 'l' | '|' | 'і' | 'ı' => 'i',
            '3' | 'е' => 'e',
            '4' | 'а' | 'α' => 'a',
            '5' | 'ѕ' => 's',
            'р' => 'p',
            'с' => 'c',
            'х' => 'x',
            'у' => 'y',
            letter => letter.to_ascii_lowercase(),
        };
        // "rn" reads like "m", "vv" like "w".
        let joined = match (shape.as_bytes().last(), letter) {
            (Some(b'r'), 'n') => Some('m'),
            (Some(b'v'), 'v') => Some('w'),
            _ => None,
        };
        if joined.is_some() {
            shape.pop();
        }
        shape.push(joined.unwrap_or(letter));
    }
    shape
}

/// Whether one letter was changed, dropped, doubled or added.
fn one_edit(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > 1 || one == other {
        return false;
    }
    let head = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(left, right)| left == right).count();
    head + tail + 1 >= one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for host in [
            "paypa1.com",
            "lnstagram.com",
            "rnicrosoft.net",
            "paypal-login.top",
            "paypal.com.verify.top",
            "instagrarn.com",
            "раypal.com",
            "instagam.com",
        ] {
            assert_eq!(variety(&format!("https://{host}/a")), "look_alike", "{host}");
        }
        for host in [
            "paypal.com",
            "www.paypal.com",
            "instagram.com",
            "apple.com",
            "amazon.co.uk",
            "example.com",
            "pineapple.it",
            "help.instagram.com",
        ] {
            assert_eq!(variety(&format!("https://{host}/a")), "", "{host}");
        }
        assert_eq!(variety("https://bit.ly/abc"), "shortener");
        assert_eq!(variety("http://xn--mnchen-3ya.example/"), "punycode");
    }
}
