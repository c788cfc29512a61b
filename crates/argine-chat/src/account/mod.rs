//! Instagram's and Facebook's account files: followers, friends, requests, blocked people, address books, and where the account
//! was entered from. What is read of them stands beside the conversations; every byte is declared as data of the account.
//!
//! Their outer keys and file names are English everywhere, the keys inside (`string_map_data`, `label_values`) are in the
//! language of the app: those values are told by what they look like. Posts, comments, advertising and the rest are not read.

mod entry;
mod html;

use argine_model::{Contact, GapReason, Login, Platform, Relation};
use serde_json::Value;

use crate::json::{File, Node, Top};
use crate::meta::repair_or_keep;
use crate::source::{Extract, base_name, stem};
use entry::{Entry, Shape};

pub(crate) use html::read as read_html;

/// How deep lists of entries lie in these files, at most.
const DEPTH: usize = 3;

/// Reads one account file.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    let path = file.document.path.join("/").to_lowercase();
    let name = file.document.path.last().map(|name| stem(base_name(name)).to_lowercase()).unwrap_or_default();
    let mut found = Found { contacts: Vec::new(), logins: Vec::new(), holders: Vec::new(), is_known: false };
    for (key, list) in lists(file, top) {
        let key = key.to_lowercase();
        let hint = format!("{key} {name}");
        let platform = |entry: Option<&Entry>| platform(&path, &key, entry);
        if entry::names_holder(&hint) {
            found.holders.extend(entries(file, list).iter().flat_map(|(_, value)| entry::names(value)));
            found.is_known |= !found.holders.is_empty();
            continue;
        }
        let relation = relation(&hint);
        let is_log = entry::names_logins(&hint);
        let mut any = false;
        for (node, value) in entries(file, list) {
            let Some(entry) = Entry::of(&value) else { continue };
            any = true;
            let location = file.location(node.start, node.end);
            let on = platform(Some(&entry));
            if let Some(login) = entry.login(on, location, is_log) {
                found.logins.push(login);
            } else if let Some(contact) = relation.and_then(|relation| entry.contact(on, relation, location)) {
                found.contacts.push(contact);
            }
        }
        // A list of people without anybody in it is read too.
        let is_empty = !any && file.byte(list) == Some(b'[') && file.first(list).is_none();
        found.is_known |= is_empty && key_is_ours(&key) && (relation.is_some() || is_log);
    }
    if found.contacts.is_empty() && found.logins.is_empty() && !found.is_known {
        return None;
    }
    let mut extract = file.extract("account_json", Vec::new(), None);
    extract.filler = GapReason::AccountData;
    (extract.contacts, extract.logins) = (found.contacts, found.logins);
    extract.holders = found.holders.iter().map(|name| repair_or_keep(name)).collect();
    Some(extract)
}

struct Found {
    contacts: Vec<Contact>,
    logins: Vec<Login>,
    /// What the profile says of its owner: names among other things.
    holders: Vec<String>,
    /// Whether the file is an account's although nobody is in it.
    is_known: bool,
}

/// The lists in a file, with the keys on the way to them. An object that is an entry itself counts as a list of one.
fn lists(file: &File<'_>, top: &Top) -> Vec<(String, Node)> {
    let is_entry = |fields: &[(String, Node)]| fields.iter().any(|(key, _)| Shape::marks(key));
    if file.byte(top.node) == Some(b'[') || is_entry(&top.fields) {
        return vec![(String::new(), top.node)];
    }
    let mut found = Vec::new();
    let mut open: Vec<(String, Node, usize)> =
        top.fields.iter().map(|(key, node)| (key.clone(), *node, 1)).rev().collect();
    while let Some((key, node, depth)) = open.pop() {
        match file.byte(node) {
            Some(b'[') => found.push((key, node)),
            Some(b'{') => {
                if entry::names_holder(&key) {
                    found.push((key, node));
                    continue;
                }
                let fields = file.fields(node);
                if is_entry(&fields) {
                    found.push((key, node));
                } else if depth < DEPTH {
                    let inner = fields.into_iter().rev().map(|(name, node)| (format!("{key} {name}"), node, depth + 1));
                    open.extend(inner);
                }
            }
            _ => {}
        }
    }
    found
}

/// The entries of a list, or the one that stands where a list was to be.
fn entries(file: &File<'_>, list: Node) -> Vec<(Node, Value)> {
    let nodes = if file.byte(list) == Some(b'[') { file.elements(list) } else { vec![list] };
    nodes.into_iter().filter(|node| node.whole).filter_map(|node| Some((node, file.value(node)?))).collect()
}

/// Keys that only Meta's files have.
fn key_is_ours(key: &str) -> bool {
    key.starts_with("relationships_") || key.ends_with("_v2") || key.starts_with("account_history_")
}

/// What a list of people says about them, by its key and the name of its file.
fn relation(hint: &str) -> Option<Relation> {
    let has = |words: &[&str]| words.iter().any(|word| hint.contains(word));
    Some(if has(&["close_friends"]) {
        Relation::CloseFriend
    } else if has(&["synced_contacts", "contacts_contact_info", "address_book", "imported_contacts"]) {
        Relation::AddressBook
    } else if has(&["suggestion", "unfollowed", "dismissed", "removed", "deleted_friends", "unfriended"]) {
        Relation::Removed
    } else if has(&["blocked"]) {
        Relation::Blocked
    } else if has(&["received", "requests_you", "rejected_requests", "rejected_friend"]) {
        Relation::RequestReceived
    } else if has(&["request"]) {
        Relation::RequestSent
    } else if has(&[
        "restricted",
        "hide_story",
        "hashtag",
        "favorited",
        "you_follow_pages",
        "pages_you",
        "who_you_follow",
    ]) {
        return None;
    } else if has(&["following"]) {
        Relation::Following
    } else if has(&["follower"]) {
        Relation::Follower
    } else if has(&["friends"]) {
        Relation::Friend
    } else {
        return None;
    })
}

/// Whose account it is. Facebook and Messenger are one account.
fn platform(path: &str, key: &str, entry: Option<&Entry>) -> Platform {
    if path.contains("instagram") || key.split(' ').any(|word| word.starts_with("ig_")) {
        return Platform::Instagram;
    }
    if path.contains("facebook") || path.contains("messenger") {
        return Platform::Messenger;
    }
    let is_facebook = entry.is_some_and(Entry::is_facebook) || key.ends_with("_v2");
    if is_facebook { Platform::Messenger } else { Platform::Instagram }
}
