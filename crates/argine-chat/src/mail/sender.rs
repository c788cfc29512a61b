//! Who sent a mail: only what the receiving server noted about signatures is believed (RFC 8601), and only its topmost note.
//! Anybody can write a sender, a signature field or an older note into a mail. Nothing is verified here: that needs the
//! network, and keys that may be gone.

use argine_model::FindingCode;
use mail_parser::{Address, HeaderName, Message};

/// What can be said about the sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No sender that could be believed or not.
    Nobody,
    /// Signed by the sender's domain, as the receiving server noted.
    Signed { domain: String },
    /// Nothing proves the sender.
    Unproved { domain: String, result: Option<String> },
    /// Nothing proves the sender, who is the recipient.
    OwnAddress { address: String },
}

impl Verdict {
    /// The finding that says it, with its detail.
    pub(crate) fn finding(&self) -> Option<(FindingCode, String)> {
        match self {
            Self::Nobody => None,
            Self::Signed { domain } => Some((FindingCode::SenderVerified, domain.clone())),
            Self::Unproved { domain, result: None } => Some((FindingCode::SenderUnverified, domain.clone())),
            Self::Unproved { domain, result: Some(result) } => {
                Some((FindingCode::SenderUnverified, format!("{domain} ({result})")))
            }
            Self::OwnAddress { address } => Some((FindingCode::SenderIsRecipient, address.clone())),
        }
    }
}

/// Weighs what stands in the header.
pub(crate) fn verdict(mail: &Message<'_>, bytes: &[u8]) -> Verdict {
    let address = |list: Option<&Address<'_>>| {
        list.and_then(Address::first).and_then(|person| person.address()).map(|address| address.trim().to_lowercase())
    };
    let Some(from) = address(mail.from()).filter(|from| from.contains('@')) else { return Verdict::Nobody };
    let domain = from.rsplit('@').next().unwrap_or_default().trim_end_matches('.').to_owned();
    let notes = notes(mail, bytes);
    // Two From fields: programs show one and servers check the other.
    let froms = mail.headers().iter().filter(|header| header.name == HeaderName::From).count();
    let signed = froms == 1 && notes.iter().any(|note| note.proves(&domain));
    if signed {
        return Verdict::Signed { domain };
    }
    let delivered = fields(mail, bytes, "delivered-to").next().map(|(_, value)| value.trim().to_lowercase());
    let recipients = mail.to().into_iter().flat_map(Address::iter).filter_map(|person| person.address());
    let is_own = recipients.map(str::to_lowercase).chain(delivered).any(|recipient| recipient.trim() == from);
    if is_own {
        return Verdict::OwnAddress { address: from };
    }
    let failed = notes.iter().find(|note| matches!(note.method.as_str(), "dmarc" | "dkim") && note.result != "pass");
    Verdict::Unproved { domain, result: failed.map(|note| format!("{}={}", note.method, note.result)) }
}

/// One result in the server's note: `dkim=pass header.d=example.org`.
struct Note {
    method: String,
    result: String,
    /// The domain that signed, or that the policy is of.
    domain: Option<String>,
}

impl Note {
    /// Whether a signature of the sender's own domain was valid. SPF says nothing about who wrote the From field.
    fn proves(&self, from: &str) -> bool {
        let named = self.domain.as_deref().is_some_and(|domain| is_within(domain, from) || is_within(from, domain));
        matches!(self.method.as_str(), "dkim" | "dmarc") && self.result == "pass" && named
    }
}

/// Whether one domain is the other one or below it. A top-level domain signs nothing.
fn is_within(one: &str, other: &str) -> bool {
    other.contains('.') && (one == other || one.strip_suffix(other).is_some_and(|rest| rest.ends_with('.')))
}

/// Fields of a name with their place, unfolded and without comments.
fn fields<'a>(
    mail: &'a Message<'_>,
    bytes: &'a [u8],
    name: &'static str,
) -> impl Iterator<Item = (usize, String)> + 'a {
    let headers = mail.headers().iter().enumerate();
    headers.filter(move |(_, header)| header.name.as_str().eq_ignore_ascii_case(name)).map(|(place, header)| {
        let raw = bytes.get(header.offset_start as usize..header.offset_end as usize).unwrap_or_default();
        (place, without_comments(&String::from_utf8_lossy(raw)))
    })
}

fn without_comments(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '\r' | '\n' | '\t' if depth == 0 => kept.push(' '),
            other if depth == 0 => kept.push(other),
            _ => {}
        }
    }
    kept
}

/// The results in the topmost note, where the server that noted them is the one that received the mail.
fn notes(mail: &Message<'_>, bytes: &[u8]) -> Vec<Note> {
    let received: Vec<(usize, String)> = fields(mail, bytes, "received").collect();
    // The topmost hop that names a host is the receiving server's: everything below may have come with the mail.
    let Some(server_of_recipient) = received.iter().find_map(|(_, value)| receiving_host(value)) else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    let mut last: Option<usize> = None;
    for (place, value) in fields(mail, bytes, "authentication-results") {
        let mut parts = value.split(';').map(str::trim);
        let first = parts.next().unwrap_or_default();
        let server = first.split_whitespace().next().unwrap_or_default().to_lowercase();
        let is_named = !server.is_empty() && !server.contains('=');
        // Microsoft leaves its own name out.
        let believed = if is_named {
            same_organisation(&server, &server_of_recipient)
        } else {
            is_within(&server_of_recipient, "outlook.com")
        };
        // Some servers write several fields one below the other; what stands below another hop is older.
        let follows = last.is_none_or(|last| !received.iter().any(|(hop, _)| (last..place).contains(hop)));
        if !believed || !follows {
            break;
        }
        last = Some(place);
        let unnamed = (!is_named).then_some(first);
        notes.extend(unnamed.into_iter().chain(parts).filter_map(note));
    }
    notes
}

fn note(part: &str) -> Option<Note> {
    let mut words = part.split_whitespace();
    let (method, result) = words.next()?.split_once('=')?;
    let mut domain = None;
    for word in words {
        let Some((name, value)) = word.split_once('=') else { continue };
        let value = value.trim_matches('"').to_lowercase();
        let value = value.rsplit('@').next().unwrap_or_default().trim_end_matches('.').to_owned();
        match (method, name) {
            ("dkim", "header.d") | ("dmarc", "header.from") => domain = Some(value),
            ("dkim", "header.i") => domain = domain.or(Some(value)),
            _ => {}
        }
    }
    Some(Note { method: method.to_lowercase(), result: result.to_lowercase(), domain })
}

/// The host behind `by` in a Received field, where it is a name.
fn receiving_host(value: &str) -> Option<String> {
    let mut words = value.split_whitespace();
    words.find(|word| word.eq_ignore_ascii_case("by"))?;
    let host = words.next()?.trim_end_matches([';', '.']).to_lowercase();
    let is_name =
        host.contains('.') && host.rsplit('.').next().is_some_and(|top| top.bytes().all(|b| b.is_ascii_alphabetic()));
    is_name.then_some(host)
}

/// Whether two hosts belong together: one below the other, or under one registered name (`co.uk` and its like are none).
fn same_organisation(one: &str, other: &str) -> bool {
    if is_within(one, other) || is_within(other, one) {
        return true;
    }
    let labels = |host: &str| host.split('.').rev().map(ToOwned::to_owned).collect::<Vec<_>>();
    let (one, other) = (labels(one), labels(other));
    let shared = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let is_short = one.first().is_some_and(|top| top.len() == 2) && one.get(1).is_some_and(|second| second.len() <= 3);
    shared >= if is_short { 3 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mail_parser::MessageParser;

    fn check(header: &str, expected: &Verdict) {
        let text = format!("{header}Subject: s\n\ntesto\n");
        let mail = MessageParser::default().parse(text.as_bytes()).expect("a mail");
        assert_eq!(&verdict(&mail, text.as_bytes()), expected, "{header}");
    }

    const HOP: &str = "Received: from out.banca.invalid (out.banca.invalid [192.0.2.7])\n\tby mx.posta.invalid with ESMTPS;\n\tThu, 21 Nov 2024 14:35:00 +0100\n";

    #[test]
    fn only_the_receiving_servers_topmost_note_is_believed() {
        let unproved = |result: Option<&str>| Verdict::Unproved {
            domain: "banca.invalid".to_owned(),
            result: result.map(ToOwned::to_owned),
        };
        let signed = Verdict::Signed { domain: "banca.invalid".to_owned() };
        let from = "From: Banca <info@banca.invalid>\nTo: anna@posta.invalid\n";
        let pass = "Authentication-Results: mx.posta.invalid;\n\tdkim=pass header.i=@banca.invalid header.s=k1;\n\tspf=pass smtp.mailfrom=banca.invalid\n";
        check(&format!("{HOP}{pass}{from}"), &signed);
        check(&format!("{pass}{HOP}{from}"), &signed);
        check(&format!("{HOP}{from}"), &unproved(None));
        check(&format!("{from}DKIM-Signature: v=1; a=rsa-sha256; d=banca.invalid; s=k1; b=AAAA\n"), &unproved(None));
        check(&format!("{pass}{from}"), &unproved(None));
        // A note that came with the mail names another server than the one that received it.
        let forged = pass.replace("mx.posta.invalid", "mx.banca.invalid");
        check(&format!("{HOP}{forged}{from}"), &unproved(None));
        check(
            &format!("{HOP}Authentication-Results: mx.posta.invalid; dkim=fail header.d=banca.invalid\n{forged}{from}"),
            &unproved(Some("dkim=fail")),
        );
        // Older notes stand below another hop.
        let older = format!(
            "{HOP}Authentication-Results: mx.posta.invalid; spf=pass smtp.mailfrom=x.invalid\n{HOP}{pass}{from}"
        );
        check(&older, &unproved(None));
        // Signed by somebody else; SPF alone.
        check(
            &format!("{HOP}Authentication-Results: mx.posta.invalid; dkim=pass header.d=invio.invalid\n{from}"),
            &unproved(None),
        );
        check(
            &format!("{HOP}Authentication-Results: mx.posta.invalid; spf=pass smtp.mailfrom=banca.invalid\n{from}"),
            &unproved(None),
        );
        check(
            &format!("{HOP}Authentication-Results: mx.posta.invalid; dmarc=pass header.from=banca.invalid\n{from}"),
            &signed,
        );
        check(
            &format!("{HOP}Authentication-Results: mx.posta.invalid; dkim=pass header.d=invalid\n{from}"),
            &unproved(None),
        );
        check(&format!("{HOP}{pass}From: altro@altro.invalid\n{from}"), &unproved(None));
    }

    #[test]
    fn a_mail_from_the_own_address_is_said_to_be_one() {
        let own = Verdict::OwnAddress { address: "anna@posta.invalid".to_owned() };
        check(&format!("{HOP}From: anna@posta.invalid\nTo: Anna <Anna@Posta.invalid>\n"), &own);
        check(
            &format!(
                "Delivered-To: anna@posta.invalid\n{HOP}From: \"anna@posta.invalid\" <anna@posta.invalid>\nTo: lista@x.invalid\n"
            ),
            &own,
        );
        check("To: x@y.invalid\n", &Verdict::Nobody);
    }
}
