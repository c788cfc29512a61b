//! The same lists in a download in HTML: an address of a profile or a name, and behind it a line that is a time.

use argine_model::{Contact, Finding, FindingCode, GapReason, Location, Platform};

use super::entry::handle_of;
use super::{platform, relation};
use crate::html::{Page, moment};
use crate::source::{Document, Extract, base_name, stem};

/// How many elements an entry has, at most: what lies further inside belongs to another one.
const ENTRY: usize = 16;

/// Reads one page of people.
pub(crate) fn read(document: &Document<'_>, page: &Page) -> Option<Extract> {
    let name = document.path.last().map(|name| stem(base_name(name)).to_lowercase())?;
    let relation = relation(&name)?;
    let platform = platform(&document.path.join("/").to_lowercase(), "", None);
    let mut contacts = Vec::new();
    for (index, time) in page.elements.iter().enumerate() {
        let Some(parent) = time.parent else { continue };
        let Some(entry) = page.elements.get(parent) else { continue };
        // The time is the last thing in its entry and has nothing inside it.
        if time.last != index + 1 || entry.last != index + 1 || moment(&page.line(index)).is_none() {
            continue;
        }
        // An entry is small: what is far inside belongs to another one.
        let link = page
            .inside(parent)
            .take(ENTRY)
            .map(|(_, element)| element.attribute("href"))
            .find(|href| handle_of(href).is_some());
        let handle = link.and_then(handle_of);
        let first =
            page.children(parent).first().filter(|first| is_small(page, **first, index)).map(|first| page.line(*first));
        let name = match &handle {
            Some(handle) => handle.clone(),
            None => match first.filter(|name| (1..=200).contains(&name.len())) {
                Some(name) => name,
                None => continue,
            },
        };
        // Instagram links every profile, Facebook none of them.
        let is_facebook = link.is_none_or(|link| link.contains("facebook.com"));
        contacts.push(Contact {
            platform: if is_facebook { Platform::Messenger } else { platform },
            relation,
            name,
            url: link.map(ToOwned::to_owned),
            handle,
            phones: Vec::new(),
            emails: Vec::new(),
            // The page shows a clock without a zone: that is no instant.
            since: None,
            location: Location {
                source: document.source,
                span: document.decoded.span(entry.start, entry.end),
                line: None,
            },
        });
    }
    if contacts.is_empty() {
        return None;
    }
    let mut extract = Extract::new("account_html", Vec::new());
    extract.filler = GapReason::AccountData;
    extract.contacts = contacts;
    extract.findings.push(Finding {
        code: FindingCode::HtmlExport,
        source: Some(document.source),
        line: None,
        count: 1,
        detail: String::new(),
    });
    Some(extract)
}

/// Whether an element is not the time itself and may be a name.
fn is_small(page: &Page, first: usize, time: usize) -> bool {
    first != time && page.elements.get(first).is_some_and(|element| element.last <= first + ENTRY)
}
