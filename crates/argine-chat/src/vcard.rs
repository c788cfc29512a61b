//! Address books: vCard 2.1, 3.0 and 4.0 (RFC 6350). Only names, numbers and addresses are read; pictures are left alone.

use argine_model::{Contact, GapReason, Platform, Relation};
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;

use crate::entry::location;
use crate::source::{Document, Extract};

/// Reads the text if it holds a card.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let text = document.decoded.text.as_ref();
    let head = text.trim_start().get(..11)?;
    if !head.eq_ignore_ascii_case("BEGIN:VCARD") {
        return None;
    }
    let mut extract = Extract::new("vcard", Vec::new());
    extract.filler = GapReason::AccountData;
    let mut card: Option<Card> = None;
    let mut lines = Lines { text, at: 0 };
    while let Some((start, end, line)) = lines.next() {
        let upper = line.get(..line.floor_char_boundary(16)).unwrap_or_default().trim_end().to_ascii_uppercase();
        if upper == "BEGIN:VCARD" {
            extract.contacts.extend(card.take().and_then(|card| card.finish(document, start)));
            card = Some(Card { start, ..Card::default() });
        } else if upper == "END:VCARD" {
            extract.contacts.extend(card.take().and_then(|card| card.finish(document, end)));
        } else if let Some(card) = &mut card {
            card.property(&line);
        }
    }
    extract.contacts.extend(card.take().and_then(|card| card.finish(document, text.len())));
    extract.gaps.extend(document.mark());
    Some(extract)
}

/// Lines put together again where they were folded.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Lines<'_> {
    /// Where the line begins and ends, and what it says.
    fn next(&mut self) -> Option<(usize, usize, String)> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let start = self.at;
        let mut said = String::new();
        let head = rest.get(..rest.find([':', '\n']).unwrap_or(rest.len())).unwrap_or_default();
        let is_printable = head.to_ascii_uppercase().contains("QUOTED-PRINTABLE");
        let mut soft = false;
        for (place, line) in rest.split_inclusive('\n').enumerate() {
            let content = line.trim_end_matches(['\r', '\n']);
            if place == 0 {
                said.push_str(content);
            } else if soft {
                // Quoted-printable: `=` at the end of a line joins it with the next one, whatever that begins with.
                said.pop();
                said.push_str(content);
            } else if let Some(more) = content.strip_prefix([' ', '\t']) {
                said.push_str(more);
            } else {
                break;
            }
            self.at += line.len();
            soft = is_printable && content.ends_with('=');
        }
        Some((start, self.at, said))
    }
}

#[derive(Default)]
struct Card {
    start: usize,
    full_name: Option<String>,
    parts: Option<String>,
    nickname: Option<String>,
    organisation: Option<String>,
    url: Option<String>,
    handle: Option<String>,
    phones: Vec<String>,
    emails: Vec<String>,
}

impl Card {
    fn property(&mut self, line: &str) {
        let Some((head, value)) = line.split_once(':') else { return };
        let mut parameters = head.split(';');
        let name = parameters.next().unwrap_or_default();
        // `item1.TEL`
        let name = name.rsplit('.').next().unwrap_or(name).trim().to_ascii_uppercase();
        if !matches!(
            name.as_str(),
            "FN" | "N" | "NICKNAME" | "ORG" | "TEL" | "EMAIL" | "URL" | "X-SOCIALPROFILE" | "IMPP" | "SOCIALPROFILE"
        ) {
            return;
        }
        let parameters: Vec<String> = parameters.map(str::to_ascii_uppercase).collect();
        let value = decoded(value, &parameters);
        let text = || Some(unescaped(&value)).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        match name.as_str() {
            "FN" => self.full_name = self.full_name.take().or_else(text),
            "N" => {
                // Family name, given name, others, before, after: read in the order in which people speak.
                let parts: Vec<String> = fields(&value);
                let spoken =
                    [3, 1, 2, 0, 4].iter().filter_map(|place| parts.get(*place)).filter(|part| !part.is_empty());
                let spoken: Vec<&str> = spoken.map(String::as_str).collect();
                self.parts = Some(spoken.join(" ")).filter(|name| !name.is_empty());
            }
            "NICKNAME" => self.nickname = self.nickname.take().or_else(text),
            "ORG" => self.organisation = self.organisation.take().or_else(|| fields(&value).into_iter().next()),
            "TEL" => self.phones.extend(text().map(|number| number.trim_start_matches("tel:").to_owned())),
            "EMAIL" => self.emails.extend(text()),
            "URL" => self.url = self.url.take().or_else(text),
            _ => {
                let user = line.split(';').find_map(|part| part.strip_prefix("x-user="));
                let user = user.and_then(|user| user.split([':', ';']).next()).map(ToOwned::to_owned);
                self.handle = self.handle.take().or(user).or_else(text);
            }
        }
    }

    fn finish(self, document: &Document<'_>, end: usize) -> Option<Contact> {
        let reachable = self.phones.first().or(self.emails.first()).cloned();
        let name =
            self.full_name.or(self.parts).or(self.nickname).or(self.organisation.filter(|name| !name.is_empty()));
        Some(Contact {
            platform: Platform::Unknown,
            relation: Relation::AddressBook,
            name: name.or(reachable)?,
            handle: self.handle,
            url: self.url,
            phones: self.phones,
            emails: self.emails,
            since: None,
            location: location(document, self.start, end),
        })
    }
}

fn decoded(value: &str, parameters: &[String]) -> String {
    if !parameters.iter().any(|parameter| parameter.ends_with("QUOTED-PRINTABLE")) {
        return value.to_owned();
    }
    let Some(bytes) = quoted_printable_decode(value.as_bytes()) else { return value.to_owned() };
    let label = parameters.iter().find_map(|parameter| parameter.strip_prefix("CHARSET="));
    match label.and_then(|label| charset_decoder(label.as_bytes())) {
        Some(decode) => decode(&bytes),
        None => String::from_utf8(bytes).unwrap_or_else(|_| value.to_owned()),
    }
}

/// The fields between `;` that are not escaped.
fn fields(value: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut escaped = false;
    for character in value.chars() {
        if character == ';' && !escaped {
            fields.push(String::new());
        } else if let Some(field) = fields.last_mut() {
            field.push(character);
        }
        escaped = character == '\\' && !escaped;
    }
    fields.iter().map(|field| unescaped(field).trim().to_owned()).collect()
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => text.push('\\'),
            },
            other => text.push(other),
        }
    }
    text
}
