//! Account downloads: Snapchat, `TikTok`, Discord, Tinder.

use std::io::{Cursor, Write as _};

use argine_model::{
    AttachmentStatus, CallOutcome, ConversationKind, FindingCode, MessageKind, Platform, Relation, TimeBasis,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{codes, detail, format, owner_name, read_all, read_one, said, times, titled};

pub(crate) const SNAPCHAT: &str = r#"{
 "bruno.x": [
  {"From": "bruno.x", "Media Type": "STATUSSAVETOCAMERAROLL", "Created": "2024-11-21 13:40:00 UTC", "Content": null, "Conversation Title": null, "IsSender": false, "Created(microseconds)": 1732196400123, "IsSaved": false, "Media IDs": ""},
  {"From": "anna.y", "Media Type": "TEXT", "Created": "2024-11-21 13:36:00 UTC", "Content": "no &amp; basta", "Conversation Title": null, "IsSender": true, "Created(microseconds)": 1732196160456, "IsSaved": true, "Media IDs": ""},
  {"From": "bruno.x", "Media Type": "MEDIA", "Created": "2024-11-21 13:35:30 UTC", "Content": "", "Conversation Title": null, "IsSender": false, "Created(microseconds)": 1732196130000, "IsSaved": true, "Media IDs": "b~AAA | b~BBB"},
  {"From": "bruno.x", "Media Type": "TEXT", "Created": "2024-11-21 13:35:00 UTC", "Content": "ti mando tutto ai tuoi", "Conversation Title": null, "IsSender": false, "Created(microseconds)": 1732196100000, "IsSaved": true, "Media IDs": ""},
  {"From": "bruno.x", "Media Type": "STATUSERASEDMESSAGE", "Created": "2024-11-21 13:34:00 UTC", "Content": "", "Conversation Title": null, "IsSender": false, "Created(microseconds)": 1732196040000, "IsSaved": false, "Media IDs": ""}
 ],
 "11111111-2222": [
  {"From": "carla", "Media Type": "STATUSCALLMISSEDVIDEO", "Created": "2024-11-20 10:00:00 UTC", "Content": "", "Conversation Title": "Classe", "IsSender": false, "Created(microseconds)": 1732096800000, "IsSaved": false, "Media IDs": ""}
 ]
}"#;

pub(crate) const SNAPCHAT_OLD: &str = r#"{"Received Saved Chat History": [
  {"From": "bruno.x", "Media Type": "TEXT", "Created": "2021-03-01 12:02:00 UTC", "Text": "paga"},
  {"From": "bruno.x", "Media Type": "TEXT", "Created": "2021-03-01 12:00:00 UTC", "Text": "ciao"}],
 "Sent Saved Chat History": [{"To": "bruno.x", "Media Type": "TEXT", "Created": "2021-03-01 12:01:00 UTC", "Text": "chi sei?"}]}"#;

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a new member");
        writer.write_all(bytes).expect("memory is writable");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn snapchat_of_today() {
    let picture = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0 not a real picture";
    let snaps = r#"{"bruno.x": [{"From": "bruno.x", "Media Type": "IMAGE", "Created": "2024-11-21 13:33:00 UTC", "Conversation Title": null, "IsSender": false, "Created(microseconds)": 1732195980000}]}"#;
    let friends = r#"{"Friends": [{"Username": "carla", "Display Name": "Carla &amp; co", "Creation Timestamp": "2022-01-01 10:00:00 UTC", "Last Modified Timestamp": "2022-01-01 10:00:00 UTC", "Source": "Added by username"}],
      "Blocked Users": [{"Username": "bruno.x", "Display Name": "Bruno", "Creation Timestamp": "", "Last Modified Timestamp": "", "Source": ""}],
      "Friend Requests Sent": [], "Deleted Friends": [{"Username": "dario", "Display Name": "Dario"}]}"#;
    let account = r#"{"Basic Information": {"Username": "anna.y"}, "Login History": [{"IP": "192.0.2.4", "Country": "IT", "Created": "2024-11-21 13:00:00 UTC", "Status": "success", "Device": "phone"}]}"#;
    let bytes = archive(&[
        ("json/chat_history.json", SNAPCHAT.as_bytes()),
        ("json/snap_history.json", snaps.as_bytes()),
        ("json/friends.json", friends.as_bytes()),
        ("json/account.json", account.as_bytes()),
        ("chat_media/2024-11-21_b~AAA.jpg", picture),
    ]);
    let reading = read_one("mydata~1.zip", &bytes);
    assert_eq!(reading.conversations.len(), 2, "snaps stand in the chat they belong to");
    let chat = titled(&reading, "bruno.x");
    assert_eq!((chat.platform, chat.kind), (Platform::Snapchat, ConversationKind::Direct));
    assert_eq!(owner_name(chat), Some("anna.y"));
    let kinds: Vec<MessageKind> = chat.messages.iter().map(|message| message.kind).collect();
    assert_eq!(
        kinds,
        [
            MessageKind::ViewOnce,
            MessageKind::Deleted,
            MessageKind::Text,
            MessageKind::Media,
            MessageKind::Text,
            MessageKind::System
        ]
    );
    assert_eq!(chat.messages[4].text, "no &amp; basta", "the raw words stay");
    assert_eq!(chat.messages[4].view(), "no & basta");
    let time = chat.messages[4].time.expect("a time");
    assert_eq!((time.civil.to_string().as_str(), time.basis), ("2024-11-21T13:36:00.456", TimeBasis::Instant));
    let states: Vec<AttachmentStatus> = chat.messages[3].attachments.iter().map(|file| file.status).collect();
    assert_eq!(states, [AttachmentStatus::Present, AttachmentStatus::Missing]);
    assert!(chat.messages[5].flags.screenshot_notice);
    let group = titled(&reading, "Classe");
    assert_eq!(group.kind, ConversationKind::Group);
    let call = group.messages[0].call.expect("a call");
    assert_eq!((call.video, call.outcome), (true, CallOutcome::Missed));
    assert_eq!(detail(&reading, FindingCode::KnownOmission), "Snapchat");
    let people: Vec<(Relation, &str)> =
        reading.contacts.iter().map(|contact| (contact.relation, contact.name.as_str())).collect();
    assert_eq!(people, [(Relation::Friend, "Carla & co"), (Relation::Blocked, "Bruno"), (Relation::Removed, "Dario")]);
    assert_eq!(reading.logins[0].ip.as_deref(), Some("192.0.2.4"));
}

#[test]
fn snapchat_of_before() {
    let reading = read_one("chat_history.json", SNAPCHAT_OLD.as_bytes());
    let chat = titled(&reading, "bruno.x");
    assert_eq!(said(chat), ["bruno.x: ciao", "me: chi sei?", "bruno.x: paga"]);
    assert_eq!(owner_name(chat), Some("me"));
}

#[test]
fn snapchat_clocks_that_disagree_are_told() {
    let moved = SNAPCHAT.replace("1732196100000", "1732296100000");
    let reading = read_one("chat_history.json", moved.as_bytes());
    assert!(codes(&reading).contains(&FindingCode::ClockDisagrees));
    assert!(!codes(&read_one("chat_history.json", SNAPCHAT.as_bytes())).contains(&FindingCode::ClockDisagrees));
}

pub(crate) const TIKTOK: &str = r#"{"Direct Message": {"Direct Messages": {"ChatHistory": {
   "Chat History with bruno_x:": [
     {"Date": "2024-11-21 14:36:00", "From": "anna_y", "Content": "chi sei?"},
     {"Date": "2024-11-21 14:35:00", "From": "bruno_x", "Content": "ciao bella"}],
   "Chat History with N/A:": []}},
  "Group Chat": {"GroupChat": {"Chat History with Gita:": [
     {"Date": "2024-11-20 08:00:00", "From": "carla", "Content": "a"}, {"Date": "2024-11-20 08:01:00", "From": "dario", "Content": "b"},
     {"Date": "N/A", "From": "anna_y", "Content": "c"}]}}},
 "Profile And Settings": {"Profile Info": {"ProfileMap": {"userName": "anna_y"}}, "Block List": {"BlockList": [{"Date": "2024-11-22 10:00:00", "UserName": "bruno_x"}]}},
 "Your Activity": {"Follower": {"FansList": [{"Date": "2024-01-01 10:00:00", "UserName": "carla"}]}, "Following": {"Following": [{"Date": "2024-01-02 10:00:00", "UserName": "dario"}]},
   "Login History": {"LoginHistoryList": [{"Date": "2024-11-21 10:00:00 UTC", "IP": "192.0.2.9", "DeviceModel": "Telefono", "DeviceSystem": "Android 14"}]}}}"#;

#[test]
fn tiktok_of_both_schemas() {
    let reading = read_one("user_data_tiktok.json", TIKTOK.as_bytes());
    assert_eq!(format(&reading), "tiktok_json");
    let chat = titled(&reading, "bruno_x");
    assert_eq!(said(chat), ["bruno_x: ciao bella", "anna_y: chi sei?"]);
    assert_eq!(times(chat), ["2024-11-21T14:35:00", "2024-11-21T14:36:00"]);
    assert_eq!(
        (owner_name(chat), chat.owner.as_ref().map(|owner| owner.basis.as_str())),
        (Some("anna_y"), Some("account"))
    );
    assert_eq!(titled(&reading, "Gita").kind, ConversationKind::Group);
    let relations: Vec<Relation> = reading.contacts.iter().map(|contact| contact.relation).collect();
    assert_eq!(relations, [Relation::Blocked, Relation::Follower, Relation::Following]);
    assert_eq!(reading.logins[0].device.as_deref(), Some("Telefono, Android 14"));

    let old = r#"{"Activity": {"Block List": {"BlockList": null}, "Follower List": {"FansList": [{"Date": "2020-01-01 10:00:00", "UserName": "carla"}]}, "Following List": {"Following": []}},
      "Direct Messages": {"Chat History": {"ChatHistory": {"Chat History with bruno_x:": [{"Date": "2020-11-21 14:35:00", "From": "bruno_x", "Content": "ehi"}]}}}}"#;
    let reading = read_one("user_data.json", old.as_bytes());
    assert_eq!(said(titled(&reading, "bruno_x")), ["bruno_x: ehi"]);
    assert_eq!(reading.contacts.len(), 1);
}

#[test]
fn tiktok_without_chats_is_no_error() {
    for empty in ["null", "{}", "\"N/A\""] {
        let text = format!(r#"{{"Direct Messages": {{"Chat History": {{"ChatHistory": {empty}}}}}}}"#);
        let reading = read_one("user_data.json", text.as_bytes());
        assert!(reading.conversations.is_empty() && codes(&reading).is_empty(), "{empty}: {:?}", reading.findings);
    }
}

#[test]
fn tiktok_as_text() {
    let text = ">>> Chat History with bruno_x::\n\n2024-11-21 14:36:00 UTC anna_y: seconda\nriga di sotto\n\ne dopo\n2024-11-21 14:35:00 UTC bruno_x: ciao: bella\n\n>>> Chat History with carla:: \n2024-11-20 10:00:00 UTC carla: ehi\n";
    let reading = read_one("Direct Messages.txt", text.as_bytes());
    assert_eq!(format(&reading), "tiktok_text");
    let chat = titled(&reading, "bruno_x");
    assert_eq!(said(chat), ["bruno_x: ciao: bella", "anna_y: seconda|riga di sotto||e dopo"]);
    assert_eq!(owner_name(chat), Some("anna_y"));
    assert_eq!(titled(&reading, "carla").messages.len(), 1);
}

#[test]
fn a_time_without_a_name_loses_no_words() {
    let text = ">>> Chat History with bruno_x::\n2024-11-21 14:35:00 UTC\nho il tuo video\n2024-11-21 14:36:00 UTC anna_y: no\n";
    let reading = read_one("Direct Messages.txt", text.as_bytes());
    let chat = titled(&reading, "bruno_x");
    let words: Vec<&str> = chat.messages.iter().map(|message| message.text.as_str()).collect();
    assert_eq!((words, chat.messages[0].sender), (vec!["ho il tuo video", "no"], None));
    assert!(chat.messages[0].time.is_some());
}

/// The id that Discord gives to a moment.
fn snowflake(milliseconds: i64) -> i64 {
    (milliseconds - 1_420_070_400_000) << 22
}

pub(crate) fn discord() -> String {
    let id = |seconds: i64| snowflake(1_732_199_700_000 + seconds * 1000);
    format!(
        r#"{{"guild": {{"id": "0", "name": "Direct Messages"}}, "channel": {{"id": "77", "type": "DirectTextChat", "name": "bruno"}}, "dateRange": {{}}, "messages": [
 {{"id": "{}", "type": "Default", "timestamp": "2024-11-21T15:35:00.000+01:00", "timestampEdited": "2024-11-21T15:40:00+01:00", "content": "ciao", "author": {{"id": "1", "name": "bruno", "nickname": "Br"}}, "attachments": [], "embeds": [], "stickers": [], "reactions": [{{"emoji": {{"name": "😀"}}, "count": 1, "users": [{{"name": "anna"}}]}}], "mentions": []}},
 {{"id": "{}", "type": "Reply", "timestamp": "2024-11-21T15:36:00.000+01:00", "content": "guarda", "author": {{"id": "2", "name": "anna"}}, "attachments": [{{"id": "9", "url": "https://cdn.esempio.invalid/foto.png?ex=1", "fileName": "foto.png", "fileSizeBytes": 3}}], "embeds": [], "reference": {{"messageId": "{}"}}}},
 {{"id": "{}", "type": "Call", "timestamp": "2024-11-21T15:37:00.000+01:00", "callEndedTimestamp": "2024-11-21T15:38:30.000+01:00", "content": "Started a call that lasted 1 minutes.", "author": {{"id": "1", "name": "bruno"}}, "attachments": []}},
 {{"id": "{}", "type": "ChannelPinnedMessage", "timestamp": "2024-11-21T15:39:00.000+01:00", "content": "Pinned a message.", "author": {{"id": "1", "name": "bruno"}}, "attachments": []}},
 {{"id": "{}", "type": "Default", "timestamp": "2024-11-21T15:40:00.000+01:00", "content": "", "author": {{"id": "1", "name": "bruno"}}, "attachments": [], "embeds": [{{"title": "Paga qui", "url": "https://esempio.invalid/p", "description": "subito"}}]}}
], "messageCount": 5}}"#,
        id(0),
        id(60),
        id(0),
        id(120),
        id(240),
        id(300)
    )
}

#[test]
fn discord_of_the_exporter() {
    let text = discord();
    let reading = read_one("Direct Messages - bruno [77].json", text.as_bytes());
    let chat = titled(&reading, "bruno");
    assert_eq!(
        (chat.platform, chat.kind, owner_name(chat)),
        (Platform::Discord, ConversationKind::Direct, Some("anna"))
    );
    let kinds: Vec<MessageKind> = chat.messages.iter().map(|message| message.kind).collect();
    assert_eq!(
        kinds,
        [MessageKind::Text, MessageKind::Media, MessageKind::Call, MessageKind::System, MessageKind::Text]
    );
    assert!(chat.messages[0].flags.edited);
    let details = chat.messages[0].details.as_ref().expect("details");
    assert_eq!((details.reactions[0].sign.as_str(), details.reactions[0].by.as_deref()), ("😀", Some("anna")));
    let answer = chat.messages[1].details.as_ref().and_then(|details| details.reply_to.clone());
    assert_eq!(answer, details.native_id);
    assert_eq!(chat.messages[1].attachments[0].status, AttachmentStatus::Missing, "never fetched");
    assert_eq!(chat.messages[2].call.and_then(|call| call.seconds), Some(90));
    assert_eq!(chat.messages[4].view(), "Paga qui|subito|https://esempio.invalid/p".replace('|', "\n"));
    assert!(!codes(&reading).contains(&FindingCode::ClockDisagrees));
    let moved = text.replace("15:36:00.000", "17:36:00.000");
    assert_eq!(detail(&read_one("x.json", moved.as_bytes()), FindingCode::ClockDisagrees), "message id");
}

#[test]
fn discord_of_the_package() {
    let id = snowflake(1_732_199_700_000);
    let messages = format!(
        r#"[{{"ID": {id}, "Timestamp": "2024-11-21 14:35:00", "Contents": "non ho soldi", "Attachments": "https://cdn.esempio.invalid/1/prova.pdf?ex=2"}}]"#
    );
    let csv =
        format!("ID,Timestamp,Contents,Attachments\n{id},2024-11-21 14:35:00.123000+00:00,\"due\nrighe, insieme\",\n");
    let index = r#"{"111111111111111111": "Direct Message with bruno", "222222222222222222": null}"#;
    let channel =
        r#"{"id": "222222222222222222", "type": 0, "name": "generale", "guild": {"id": "3", "name": "Scuola"}}"#;
    let bytes = archive(&[
        ("messages/index.json", index.as_bytes()),
        ("messages/c111111111111111111/messages.json", messages.as_bytes()),
        ("messages/c222222222222222222/channel.json", channel.as_bytes()),
        ("messages/c222222222222222222/messages.csv", csv.as_bytes()),
    ]);
    let reading = read_one("package.zip", &bytes);
    assert_eq!(reading.conversations.len(), 2);
    let chat = titled(&reading, "Direct Message with bruno");
    assert_eq!(said(chat), ["me: non ho soldi"]);
    assert_eq!(chat.messages[0].kind, MessageKind::Media);
    assert_eq!(said(titled(&reading, "generale")), ["me: due|righe, insieme"]);
    assert_eq!(times(titled(&reading, "generale")), ["2024-11-21T14:35:00.123"]);
    assert_eq!(detail(&reading, FindingCode::OwnMessagesOnly), "Discord");
    assert!(!codes(&reading).contains(&FindingCode::ClockDisagrees));
}

pub(crate) const TINDER: &str = r#"{"Usage": {"app_opens": {}}, "User": {"email": "x@esempio.invalid"}, "Messages": [{"match_id": "Match 1", "messages": [
 {"to": 1, "from": "You", "message": "perch&eacute; non rispondi?", "sent_date": "Thu, 21 Nov 2024 14:36:00 GMT"},
 {"to": 1, "from": "You", "message": "it&#39;s me", "sent_date": "Thu, 21 Nov 2024 14:35:00 GMT", "type": "text"}]}]}"#;

#[test]
fn tinder_holds_only_what_the_person_wrote() {
    let reading = read_one("data.json", TINDER.as_bytes());
    let chat = &reading.conversations[0];
    assert_eq!(said(chat), ["You: it's me", "You: perché non rispondi?"]);
    assert_eq!(times(chat), ["2024-11-21T14:35:00", "2024-11-21T14:36:00"]);
    assert_eq!((owner_name(chat), detail(&reading, FindingCode::OwnMessagesOnly)), (Some("You"), "Tinder"));
}

#[test]
fn files_of_a_download_may_come_in_any_order() {
    let one = ("chat_history.json", SNAPCHAT.as_bytes());
    let two = ("user_data.json", TIKTOK.as_bytes());
    let ids = |reading: argine_model::Reading| {
        let mut said: Vec<Vec<String>> = reading.conversations.iter().map(said).collect();
        said.sort();
        said
    };
    assert_eq!(ids(read_all(&[one, two])), ids(read_all(&[two, one])));
}
