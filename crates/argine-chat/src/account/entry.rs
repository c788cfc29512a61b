//! One entry of an account file: which of its values is a name, an address, a moment.

use core::net::IpAddr;

use argine_model::{Contact, Location, Login, Platform, Relation};
use jiff::Timestamp;
use serde_json::Value;

use crate::meta::repair_or_keep;

/// The ways in which Meta writes an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `title`, `string_list_data: [{href, value, timestamp}]`.
    List,
    /// `title`, `string_map_data: {translated key: {href, value, timestamp}}`.
    Map,
    /// `label_values: [{label, value | timestamp_value | vec | dict}]`, `timestamp`.
    Labels,
    /// Fields of its own with English names.
    Plain,
}

impl Shape {
    /// Whether this key makes an object an entry.
    pub(super) fn marks(key: &str) -> bool {
        matches!(key, "string_list_data" | "string_map_data" | "label_values")
    }
}

/// A value in an entry.
#[derive(Debug, Default)]
struct Part {
    text: String,
    href: String,
    seconds: i64,
}

/// An entry, taken apart.
#[derive(Debug)]
pub(super) struct Entry {
    shape: Shape,
    title: String,
    parts: Vec<Part>,
    time: Option<Timestamp>,
}

/// Fields of plain entries that hold a moment.
const TIMES: [&str; 6] =
    ["timestamp", "last_active_time", "updated_timestamp", "created_timestamp", "update_time", "creation_time"];

/// Fields of plain entries that hold where and with what an account was entered.
const DEVICES: [&str; 9] = [
    "user_agent",
    "device",
    "device_type",
    "device_manufacturer",
    "device_model",
    "device_os_version",
    "app",
    "action",
    "location",
];

impl Entry {
    pub(super) fn of(value: &Value) -> Option<Self> {
        let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(repair_or_keep);
        let part = |value: &Value| Part {
            text: text(value, "value").unwrap_or_default(),
            href: text(value, "href").unwrap_or_default(),
            seconds: seconds(value, "timestamp"),
        };
        let mut entry = Self {
            shape: Shape::Plain,
            title: text(value, "title").or_else(|| text(value, "name")).unwrap_or_default(),
            parts: Vec::new(),
            time: None,
        };
        if let Some(list) = value.get("string_list_data").and_then(Value::as_array) {
            entry.shape = Shape::List;
            entry.parts = list.iter().map(part).collect();
        } else if let Some(map) = value.get("string_map_data").and_then(Value::as_object) {
            entry.shape = Shape::Map;
            entry.parts = map.values().map(part).collect();
        } else if let Some(list) = value.get("label_values").and_then(Value::as_array) {
            entry.shape = Shape::Labels;
            labels(list, &mut entry.parts);
        } else {
            plain(value, &mut entry)?;
        }
        let written = entry.parts.iter().map(|part| part.seconds).find(|seconds| *seconds > 0);
        let own = TIMES.iter().map(|name| seconds(value, name)).find(|seconds| *seconds > 0);
        entry.time = written
            .or(own)
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
            .or_else(|| entry.title.parse::<Timestamp>().ok());
        Some(entry)
    }

    pub(super) fn is_facebook(&self) -> bool {
        let is_href = |what: &str| self.parts.iter().any(|part| part.href.contains(what));
        is_href("facebook.com") || (matches!(self.shape, Shape::Plain) && !is_href("instagram.com"))
    }

    /// An entry into the account: it has an address on the net or a program, or stands in a list of entries and has a time.
    pub(super) fn login(&self, platform: Platform, location: Location, is_log: bool) -> Option<Login> {
        let ip = self.parts.iter().map(|part| part.text.trim()).find(|text| text.parse::<IpAddr>().is_ok());
        let agents: Vec<&str> =
            self.parts.iter().map(|part| part.text.as_str()).filter(|text| is_agent(text)).collect();
        let is_entry = if is_log { self.time.is_some() || ip.is_some() } else { ip.is_some() };
        if !is_entry && (agents.is_empty() || self.shape == Shape::List) {
            return None;
        }
        let device = if agents.is_empty() && self.shape == Shape::Plain {
            let rest = self.parts.iter().map(|part| part.text.as_str()).filter(|text| Some(text.trim()) != ip);
            rest.collect::<Vec<_>>().join(", ")
        } else {
            agents.join(", ")
        };
        Some(Login {
            platform,
            time: self.time,
            ip: ip.map(ToOwned::to_owned),
            device: Some(device).filter(|device| !device.is_empty()),
            location,
        })
    }

    /// A person. A name that is an address of a profile is none.
    pub(super) fn contact(&self, platform: Platform, relation: Relation, location: Location) -> Option<Contact> {
        let (mut phones, mut emails, mut words) = (Vec::new(), Vec::new(), Vec::new());
        let mut url = None;
        for part in &self.parts {
            let text = part.text.trim();
            if !part.href.is_empty() {
                url = url.or_else(|| Some(part.href.clone()));
            }
            if text.is_empty() || text.parse::<IpAddr>().is_ok() {
            } else if is_web(text) {
                url = url.or_else(|| Some(text.to_owned()));
            } else if is_mail(text) {
                emails.push(text.to_owned());
            } else if is_phone(text) {
                phones.push(text.to_owned());
            } else {
                words.push(text.to_owned());
            }
        }
        let title = Some(self.title.trim()).filter(|title| !title.is_empty() && !is_web(title)).map(ToOwned::to_owned);
        let handle = url.as_deref().and_then(handle_of).or_else(|| {
            let is_list = self.shape == Shape::List;
            words.first().filter(|word| is_list && !word.contains(' ')).cloned()
        });
        let name = match relation {
            // First name and last name stand apart.
            Relation::AddressBook => Some(words.join(" ")).filter(|name| !name.is_empty()).or(title),
            _ => title.or_else(|| words.first().cloned()),
        };
        let name =
            name.or_else(|| handle.clone()).or_else(|| phones.first().cloned()).or_else(|| emails.first().cloned())?;
        let platform = if relation == Relation::AddressBook { Platform::Unknown } else { platform };
        Some(Contact { platform, relation, name, handle, url, phones, emails, since: self.time, location })
    }
}

/// The values of `label_values`, those of lists inside it too.
fn labels(list: &[Value], parts: &mut Vec<Part>) {
    let mut open: Vec<&Value> = list.iter().rev().collect();
    while let Some(value) = open.pop() {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(repair_or_keep).unwrap_or_default();
        let part = Part { text: text("value"), href: text("href"), seconds: seconds(value, "timestamp_value") };
        if !part.text.is_empty() || !part.href.is_empty() || part.seconds > 0 {
            parts.push(part);
        }
        for name in ["dict", "vec"] {
            open.extend(value.get(name).and_then(Value::as_array).into_iter().flatten().rev());
        }
    }
}

/// Entries with fields of their own: friends (`name`, `timestamp`), address books (`name`, `details`), devices, sessions.
fn plain(value: &Value, entry: &mut Entry) -> Option<()> {
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(repair_or_keep).filter(|text| !text.is_empty());
    let has_time = TIMES.iter().any(|name| seconds(value, name) > 0);
    let mut add = |text: String| entry.parts.push(Part { text, ..Part::default() });
    if let Some(ip) = ["ip_address", "last_connected_ip", "ip"].iter().find_map(|name| text(name)) {
        add(ip);
        DEVICES.iter().filter_map(|name| text(name)).for_each(add);
        return Some(());
    }
    if text("user_agent").is_some() {
        DEVICES.iter().filter_map(|name| text(name)).for_each(add);
        return Some(());
    }
    let details = value.get("details").and_then(Value::as_array);
    for point in details.into_iter().flatten().chain([value]) {
        if let Some(point) = point.get("contact_point").and_then(Value::as_str) {
            add(point.to_owned());
        }
    }
    (text("name").is_some() && (has_time || details.is_some())).then_some(())
}

fn seconds(value: &Value, name: &str) -> i64 {
    value.get(name).and_then(Value::as_i64).unwrap_or_default()
}

/// Whether a list is the profile of who made the download.
pub(super) fn names_holder(hint: &str) -> bool {
    hint.split(' ').any(|word| matches!(word, "profile_user" | "profile_v2"))
}

/// Whether a list is one of entries into the account.
pub(super) fn names_logins(hint: &str) -> bool {
    let words =
        ["login", "account_activity", "account_accesses", "active_sessions", "recognized_devices", "armadillo_devices"];
    words.iter().any(|word| hint.contains(word))
}

/// Every short text in a profile: the names are among them. They only ever serve to find one of them among participants.
pub(super) fn names(profile: &Value) -> Vec<String> {
    let mut names = Vec::new();
    let mut open = vec![profile];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) if !text.is_empty() && text.len() <= 200 => names.push(text.clone()),
            Value::Array(list) => open.extend(list.iter().rev()),
            // Lists of relatives and employers hold names of others.
            Value::Object(map) => open.extend(
                map.iter()
                    .filter(|(key, _)| {
                        !matches!(
                            key.as_str(),
                            "family_members"
                                | "relationship"
                                | "previous_relationships"
                                | "education_experiences"
                                | "work_experiences"
                                | "other_names"
                                | "pages"
                                | "groups"
                        )
                    })
                    .map(|(_, value)| value),
            ),
            _ => {}
        }
    }
    names
}

fn is_web(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !text.contains(' '))
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '.' | '/' | '\u{A0}'))
}

fn is_agent(text: &str) -> bool {
    let starts = ["Mozilla/", "Instagram ", "Opera/", "Dalvik/", "[FBAN/", "FBAN/", "Barcelona "];
    starts.iter().any(|start| text.starts_with(start)) || text.contains("AppleWebKit/") || text.contains(" Android (")
}

/// The name of a profile in its address: `instagram.com/name`, `instagram.com/_u/name`, `facebook.com/name`.
pub(super) fn handle_of(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let (host, path) = rest.split_once('/')?;
    let is_ours =
        ["instagram.com", "facebook.com", "threads.net", "threads.com"].iter().any(|name| host.ends_with(name));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix("_u/").unwrap_or(path).trim_matches('/').trim_start_matches('@');
    (is_ours && !path.is_empty() && !path.contains('/') && !path.contains(".php")).then(|| path.to_owned())
}
