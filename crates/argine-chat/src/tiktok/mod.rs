//! `TikTok`'s `user_data.json` of both schemas: chats wherever a `ChatHistory` stands, followers, followed, blocked, logins.

pub(crate) mod text;

use argine_model::{
    Contact, Conversation, ConversationKind, GapReason, Login, Message, Platform, Relation, TimePrecision,
};
use serde_json::Value;

use crate::entry::{Roster, at, in_order, location, owner, text_of, utc};
use crate::json::{File, Node, Top};
use crate::source::{Document, Extract};

/// Reads an account.
pub(crate) fn read(file: &mut File<'_>, top: &Top) -> Option<Extract> {
    const SECTIONS: &[&str] = &[
        "Activity",
        "Your Activity",
        "Direct Messages",
        "Direct Message",
        "App Settings",
        "Profile And Settings",
        "Profile",
        "Follower",
        "Following",
        "Group Chat",
        "Block List",
        "Follower List",
        "Login History",
    ];
    let sections: Vec<Node> = top
        .fields
        .iter()
        .filter(|(name, node)| SECTIONS.contains(&name.as_str()) && file.byte(*node) == Some(b'{'))
        .map(|(_, node)| *node)
        .collect();
    let mut account = Account::default();
    for section in sections {
        account.walk(file, section, 0);
    }
    if !account.is_ours {
        return None;
    }
    let me = account.me.as_deref();
    let chats = core::mem::take(&mut account.chats);
    let mut conversations = Vec::new();
    for (name, list) in chats {
        let values = file.messages(list);
        conversations.push(conversation(file.document, &name, values, me));
    }
    let mut extract = file.extract("tiktok_json", conversations, None);
    extract.filler = GapReason::AccountData;
    extract.contacts = account.contacts;
    extract.logins = account.logins;
    Some(extract)
}

/// The name of the other party in `Chat History with anna:` (the words before it and the colons after it vary).
pub(crate) fn party(key: &str) -> &str {
    let name = key.trim().trim_start_matches('>').trim().trim_end_matches(':').trim();
    name.strip_prefix("Chat History with ").unwrap_or(name).trim()
}

/// What the sections of an account hold. Schemas differ in where lists stand, not in what the lists are called.
#[derive(Default)]
struct Account {
    is_ours: bool,
    me: Option<String>,
    chats: Vec<(String, Node)>,
    contacts: Vec<Contact>,
    logins: Vec<Login>,
}

impl Account {
    fn walk(&mut self, file: &File<'_>, object: Node, depth: u8) {
        /// Sections, groups, lists: nothing of ours stands deeper.
        const DEEPEST: u8 = 5;
        for (name, node) in file.fields(object) {
            match (name.as_str(), file.byte(node)) {
                ("ChatHistory" | "GroupChat" | "GroupChatHistory", first) => {
                    self.is_ours = true;
                    if first == Some(b'{') {
                        let lists = file.fields(node).into_iter();
                        self.chats.extend(lists.filter(|(_, node)| file.byte(*node) == Some(b'[')));
                    }
                }
                ("FansList", _) => self.people(file, node, Relation::Follower),
                ("Following" | "FollowingList", Some(b'[')) => self.people(file, node, Relation::Following),
                ("BlockList", _) => self.people(file, node, Relation::Blocked),
                ("LoginHistoryList", _) => self.logins(file, node),
                ("ProfileMap", Some(b'{')) => {
                    self.me = file.value(node).and_then(|value| text_of(&value, &["userName", "UserName"]));
                }
                (_, Some(b'{')) if depth < DEEPEST => self.walk(file, node, depth + 1),
                _ => {}
            }
        }
    }

    fn people(&mut self, file: &File<'_>, list: Node, relation: Relation) {
        self.is_ours = true;
        for node in file.elements(list) {
            let Some(value) = file.value(node) else { continue };
            let Some(name) = text_of(&value, &["UserName", "userName", "username"]) else { continue };
            self.contacts.push(Contact {
                platform: Platform::Tiktok,
                relation,
                handle: Some(name.clone()),
                name,
                url: None,
                phones: Vec::new(),
                emails: Vec::new(),
                since: text_of(&value, &["Date", "date"]).and_then(|date| utc(&date)),
                location: location(file.document, node.start, node.end),
            });
        }
    }

    fn logins(&mut self, file: &File<'_>, list: Node) {
        self.is_ours = true;
        for node in file.elements(list) {
            let Some(value) = file.value(node).filter(Value::is_object) else { continue };
            let device: Vec<String> =
                ["DeviceModel", "DeviceSystem"].iter().filter_map(|name| text_of(&value, &[name])).collect();
            self.logins.push(Login {
                platform: Platform::Tiktok,
                time: text_of(&value, &["Date", "date"]).and_then(|date| utc(&date)),
                ip: text_of(&value, &["IP", "Ip", "ip"]),
                device: Some(device.join(", ")).filter(|device| !device.is_empty()),
                location: location(file.document, node.start, node.end),
            });
        }
    }
}

fn conversation(document: &Document<'_>, key: &str, values: Vec<(Node, Value)>, me: Option<&str>) -> Conversation {
    let mut people = Roster::default();
    let mut messages = Vec::with_capacity(values.len());
    for (node, value) in values {
        let text = text_of(&value, &["Content", "content", "Message"]).unwrap_or_default();
        let mut message = Message::new(location(document, node.start, node.end), text);
        message.sender = text_of(&value, &["From", "from"]).map(|name| people.of(&name, None));
        let date = text_of(&value, &["Date", "date"]).and_then(|date| utc(&date));
        message.time = date.map(|when| at(when, TimePrecision::Second, &document.options.zone));
        messages.push(message);
    }
    finish(party(key), people, messages, me)
}

/// A chat of a name, of the JSON and of the text variant.
pub(crate) fn finish(name: &str, mut people: Roster, mut messages: Vec<Message>, me: Option<&str>) -> Conversation {
    in_order(&mut messages);
    let is_group = people.participants.len() > 2;
    let other = people.named(name);
    let own = me.map(|me| people.of(me, None)).filter(|_| !is_group);
    let holder = match (own, other) {
        (Some(me), _) => Some(owner(me, "account")),
        (None, Some(other)) => people.other_than(other).map(|place| owner(place, "chat_title")),
        (None, None) if people.participants.len() == 1 => {
            // Only one wrote, and it is not the one the chat is named after.
            people.participants.first().map(|_| owner(argine_model::ParticipantIndex(0), "chat_title"))
        }
        (None, None) => None,
    };
    if !is_group && other.is_none() && !name.is_empty() {
        people.of(name, None);
    }
    Conversation {
        id: name.to_owned(),
        platform: Platform::Tiktok,
        kind: if people.participants.len() > 2 { ConversationKind::Group } else { ConversationKind::Direct },
        title: Some(name.to_owned()).filter(|name| !name.is_empty()),
        participants: people.participants,
        owner: holder,
        messages,
    }
}
