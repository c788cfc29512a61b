//! The parts of a whole account's `result.json` that are no chat: people, and the places where the account is open.

use argine_model::{Contact, Login, Platform, Relation};
use jiff::Timestamp;
use serde_json::Value;

use super::written;
use crate::json::{File, Node, field};
use crate::source::Extract;

/// Parts of an account that hold no messages.
const PARTS: [&str; 9] = [
    "personal_information",
    "profile_pictures",
    "stories",
    "contacts",
    "frequent_contacts",
    "sessions",
    "web_sessions",
    "other_data",
    "ips",
];

/// Whether an export without chats is an account's all the same.
pub(super) fn is_account(file: &File<'_>, fields: &[(String, Node)]) -> bool {
    let has_list = |name: &str| field(fields, name).is_some_and(|node| field(&file.fields(node), "list").is_some());
    has_list("contacts") || has_list("sessions")
}

/// Reads contacts and open sessions, and declares every part that is no chat.
pub(super) fn read(file: &mut File<'_>, fields: &[(String, Node)], extract: &mut Extract) {
    for (node, value) in list(file, fields, "contacts") {
        let text = |name: &str| value.get(name).and_then(written).filter(|text| !text.is_empty());
        let names: Vec<String> = ["first_name", "last_name"].iter().filter_map(|name| text(name)).collect();
        let (name, handle) = (names.join(" "), text("user_id").filter(|id| id != "0"));
        let phones: Vec<String> = text("phone_number").into_iter().collect();
        if name.is_empty() && phones.is_empty() && handle.is_none() {
            continue;
        }
        extract.contacts.push(Contact {
            platform: Platform::Telegram,
            relation: Relation::AddressBook,
            name: if name.is_empty() { phones.first().or(handle.as_ref()).cloned().unwrap_or_default() } else { name },
            handle,
            url: None,
            phones,
            emails: Vec::new(),
            since: seconds(&value, &["date_unixtime"]),
            location: file.location(node.start, node.end),
        });
    }
    for name in ["sessions", "web_sessions"] {
        for (node, value) in list(file, fields, name) {
            let text = |name: &str| value.get(name).and_then(written).filter(|text| !text.is_empty());
            let device: Vec<String> = [
                "application_name",
                "application_version",
                "device_model",
                "platform",
                "system_version",
                "bot_username",
                "domain_name",
                "browser",
                "last_region",
                "last_country",
            ]
            .iter()
            .filter_map(|name| text(name))
            .collect();
            extract.logins.push(Login {
                platform: Platform::Telegram,
                time: seconds(&value, &["last_active_unixtime", "created_unixtime"]),
                ip: text("last_ip"),
                device: Some(device.join(", ")).filter(|device| !device.is_empty()),
                location: file.location(node.start, node.end),
            });
        }
    }
    for (name, node) in fields {
        if PARTS.contains(&name.as_str()) {
            file.account_data(*node);
        }
    }
}

/// The entries of a part.
fn list(file: &File<'_>, fields: &[(String, Node)], name: &str) -> Vec<(Node, Value)> {
    let Some(part) = field(fields, name) else { return Vec::new() };
    let Some(list) = field(&file.fields(part), "list") else { return Vec::new() };
    let entries = file.elements(list).into_iter();
    entries.filter_map(|node| Some((node, file.value(node)?))).filter(|(_, value)| value.is_object()).collect()
}

/// The first of these fields that is an instant; none where the export writes only the clock of the computer.
fn seconds(value: &Value, names: &[&str]) -> Option<Timestamp> {
    let found = names.iter().find_map(|name| value.get(*name).and_then(written))?;
    Timestamp::from_second(found.parse().ok()?).ok()
}
