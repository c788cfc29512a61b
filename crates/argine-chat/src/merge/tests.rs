use argine_model::{FindingCode, Reading};

use crate::{Handed, ReadOptions, read};

const ANDROID: &str = "\
21/11/24, 14:35 - Anna: ciao, hai un minuto per me?
21/11/24, 14:36 - Bruno: ok
21/11/24, 14:36 - Bruno: ok
21/11/24, 14:37 - Anna: ho registrato tutto quello che hai fatto
21/11/24, 14:37 - Anna: <Media omessi>
21/11/24, 14:40 - Anna: mandami 500 euro entro stasera
21/11/24, 14:41 - Bruno: non li ho, ti prego aspetta
";

fn both(one: (&str, &str), other: (&str, &str)) -> Reading {
    let handed = [one, other].map(|(name, text)| Handed { name, bytes: text.as_bytes() });
    read(&handed, &ReadOptions::default())
}

fn count(reading: &Reading, code: FindingCode) -> u32 {
    reading.findings.iter().filter(|finding| finding.code == code).map(|finding| finding.count).sum()
}

/// The same chat as another phone exports it: seconds, another name for the same person, an hour ahead.
fn as_ios(text: &str, hours: u32) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let (time, rest) = line.split_once(" - ").unwrap_or_default();
        let (day, clock) = time.split_once(", ").unwrap_or_default();
        let (hour, minute) = clock.split_once(':').unwrap_or_default();
        let hour = hour.parse::<u32>().unwrap_or_default() + hours;
        let rest = rest.replacen("Anna:", "Anna ❤:", 1).replace("<Media omessi>", "\u{200E}immagine omessa");
        lines.push(format!("[{day}, {hour:02}:{minute}:09] {rest}\n"));
    }
    lines.concat()
}

#[test]
fn an_export_handed_over_twice_is_one_conversation_with_two_origins() {
    let reading = both(("Chat WhatsApp con Anna.txt", ANDROID), ("copia.txt", ANDROID));
    assert_eq!(reading.conversations.len(), 1);
    let messages = &reading.conversations[0].messages;
    assert_eq!(messages.len(), 7);
    assert!(messages.iter().all(|message| message.details.as_ref().is_some_and(|more| more.also_in.len() == 1)));
    assert_eq!(count(&reading, FindingCode::DuplicatesMerged), 7);
    assert_eq!(count(&reading, FindingCode::ExportsDisagree), 0);
}

#[test]
fn a_later_export_goes_on_where_the_first_one_stops() {
    let later = format!("{ANDROID}21/11/24, 23:10 - Anna: tempo scaduto, pubblico adesso\n");
    let reading = both(("a.txt", ANDROID), ("b.txt", &later));
    let messages = &reading.conversations[0].messages;
    assert_eq!(messages.len(), 8);
    assert_eq!(messages.last().map(argine_model::Message::words), Some("tempo scaduto, pubblico adesso"));
    assert_eq!(count(&reading, FindingCode::ExportsDisagree), 0, "nothing between common messages differs");
}

#[test]
fn two_phones_in_two_zones_tell_the_same_story() {
    let other = as_ios(ANDROID, 1);
    let reading = both(("Chat WhatsApp con Anna.txt", ANDROID), ("WhatsApp Chat - Bruno/_chat.txt", &other));
    assert_eq!(reading.conversations.len(), 1, "{:?}", reading.findings);
    let chat = &reading.conversations[0];
    assert_eq!((chat.messages.len(), chat.participants.len()), (7, 2));
    let clock = reading.findings.iter().find(|finding| finding.code == FindingCode::ClockDisagrees);
    assert_eq!(clock.map(|finding| finding.detail.as_str()), Some("+60 min"));
}

#[test]
fn a_message_that_one_export_lacks_stays_in_its_place_and_is_counted() {
    let without = ANDROID.replace("21/11/24, 14:40 - Anna: mandami 500 euro entro stasera\n", "");
    for (one, other) in [(ANDROID, without.as_str()), (without.as_str(), ANDROID)] {
        let reading = both(("a.txt", one), ("b.txt", other));
        let words: Vec<&str> = reading.conversations[0].messages.iter().map(argine_model::Message::words).collect();
        assert_eq!(words.get(5), Some(&"mandami 500 euro entro stasera"));
        assert_eq!(count(&reading, FindingCode::ExportsDisagree), 1);
    }
}

#[test]
fn the_same_threats_to_two_people_are_two_conversations() {
    let other = ANDROID.replace("Bruno", "Carlo").replace("21/11/24, 14:3", "23/11/24, 19:2").replace("21/11", "23/11");
    let other = other.replace("non li ho, ti prego aspetta", "e chi sei tu, io ti denuncio");
    let reading = both(("a.txt", ANDROID), ("b.txt", &other));
    assert_eq!(reading.conversations.len(), 2, "a gang writes the same words to many: other days, other chat");
}
