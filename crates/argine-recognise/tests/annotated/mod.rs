//! The reader of annotated conversations: scripts of `tests/data`, turned into conversations and what is true of them.
//!
//! The script is described in `tests/data/rules-set/README.md`. Times advance by a fixed cycle of seconds, so that
//! the same script is always the same conversation.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use argine_model::{
    Attachment, AttachmentStatus, ByteSpan, Call, CallOutcome, Conversation, ConversationKind, ConversationTime, Kind,
    Location, MediaClass, Message, MessageFlags, MessageKind, OwnerGuess, Participant, ParticipantIndex, Platform,
    SourceIndex, TimeBasis, TimePrecision,
};
use jiff::civil::DateTime;
use jiff::{SignedDuration, ToSpan};
use sha2::{Digest, Sha256};

/// Seconds between entries, in turn.
const PACE: [i64; 10] = [5, 31, 9, 55, 18, 12, 70, 22, 40, 88];
const STAGES: [(&str, &str); 11] = [
    ("con", "contact"),
    ("gro", "grooming"),
    ("app", "app_move"),
    ("int", "intimacy_request"),
    ("cap", "capture"),
    ("thr", "threat"),
    ("neg", "negotiation"),
    ("pay", "payment"),
    ("rep", "repeat_demand"),
    ("ctl", "control"),
    ("pub", "publication"),
];
const TACTICS: [(&str, &str); 34] = [
    ("lb", "love_bombing"),
    ("ex", "exchange_bait"),
    ("cl", "contact_list_proof"),
    ("mp", "material_proof"),
    ("cd", "countdown"),
    ("sr", "sick_relative"),
    ("fa", "fake_authority"),
    ("ac", "false_accusation"),
    ("tp", "third_party_theft"),
    ("pd", "price_drop"),
    ("pr", "price_raise"),
    ("ins", "instalments"),
    ("gd", "greeting_duty"),
    ("nt", "night_pressure"),
    ("cf", "call_flood"),
    ("gc", "group_creation"),
    ("sp", "scheduled_publication"),
    ("wb", "web_publication"),
    ("fam", "family_threat"),
    ("emp", "work_school_threat"),
    ("fp", "false_promise"),
    ("iso", "isolation"),
    ("nb", "block_threat"),
    ("sg", "suicide_goading"),
    ("rr", "reputation_ruin"),
    ("pg", "payment_guidance"),
    ("rd", "receipt_demand"),
    ("sx", "sexual_demand"),
    ("cr", "coerced_return"),
    ("dx", "doxxing"),
    ("df", "deepfake"),
    ("im", "impersonation"),
    ("uf", "upfront_fee"),
    ("hk", "device_hack_claim"),
];

/// What is true of a conversation.
#[derive(Debug, Clone)]
pub(crate) struct Truth {
    /// What it is.
    pub(crate) kind: Kind,
    /// Language, two letters.
    pub(crate) language: String,
    /// Entries by stage.
    pub(crate) stages: BTreeMap<&'static str, Vec<u32>>,
    /// Entries by tactic.
    pub(crate) tactics: BTreeMap<&'static str, Vec<u32>>,
    /// Where it stands at the end.
    pub(crate) current: Option<String>,
    /// Sums demanded.
    pub(crate) demands: Vec<(String, f64)>,
    /// Sums paid.
    pub(crate) payments: Vec<(String, f64)>,
    /// Limits.
    pub(crate) deadlines: Vec<DateTime>,
    /// The entries that ask for a sum, tell of a payment or set a limit, by the label of the fitted weights.
    pub(crate) signs: BTreeMap<&'static str, Vec<u32>>,
    /// State of publication.
    pub(crate) publication: String,
    /// Entries in which somebody speaks of not wanting to live.
    pub(crate) self_harm: Vec<u32>,
    /// Whether the affected person is a minor.
    pub(crate) minor: bool,
    /// From 0 to 4.
    pub(crate) urgency: u8,
    /// The first three actions.
    pub(crate) actions: Vec<String>,
}

/// A conversation with what is true of it.
#[derive(Debug, Clone)]
pub(crate) struct Annotated {
    /// What is read.
    pub(crate) conversation: Conversation,
    /// What should be found.
    pub(crate) truth: Truth,
}

/// Every conversation of a set, in the order of file names.
pub(crate) fn read_set(name: &str) -> Vec<Annotated> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let filler: BTreeMap<String, Vec<Vec<String>>> = fs::read_to_string(folder.join("filler.json"))
        .map_or_else(|_| BTreeMap::new(), |text| serde_json::from_str(&text).unwrap());
    let mut set = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for script in format!("\n{text}").split("\n=== ").skip(1) {
            set.push(Script::read(script, &filler));
        }
    }
    set
}

struct Script<'a> {
    id: &'a str,
    format: &'a str,
    names: BTreeMap<String, u32>,
    now: DateTime,
    messages: Vec<Message>,
    truth: Truth,
    placeholders: BTreeMap<String, String>,
}

impl<'a> Script<'a> {
    fn read(script: &'a str, filler: &BTreeMap<String, Vec<Vec<String>>>) -> Annotated {
        let (head, body) = script.split_once("\n---").unwrap();
        let mut lines = head.lines();
        let first: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
        let [id, format, language, kind] = first[..] else { panic!("{first:?}") };
        let header: BTreeMap<&str, &str> =
            lines.filter_map(|line| line.split_once(':')).map(|(key, value)| (key.trim(), value.trim())).collect();
        let field = |name: &str| header.get(name).copied().unwrap_or_default();
        let mut participants = vec![field("other").to_owned(), field("owner").to_owned()];
        let mut names = BTreeMap::from([("O".to_owned(), 0), ("V".to_owned(), 1)]);
        for (key, name) in field("people").split(',').filter_map(|person| person.split_once('=')) {
            names.insert(key.trim().to_owned(), u32::try_from(participants.len()).unwrap());
            participants.push(name.trim().to_owned());
        }
        let mut script = Self {
            id,
            format,
            names,
            now: DateTime::strptime("%Y-%m-%d %H:%M", field("start")).unwrap(),
            messages: Vec::new(),
            truth: Truth {
                kind: Kind::from_id(kind).unwrap(),
                language: language.to_owned(),
                stages: BTreeMap::new(),
                tactics: BTreeMap::new(),
                current: None,
                demands: Vec::new(),
                payments: Vec::new(),
                deadlines: Vec::new(),
                signs: BTreeMap::new(),
                publication: if field("pub").is_empty() { "none" } else { field("pub") }.to_owned(),
                self_harm: Vec::new(),
                minor: field("minor") == "yes",
                urgency: field("urg").parse().unwrap_or(0),
                actions: field("acts").split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect(),
            },
            placeholders: placeholders(),
        };
        let mut small_talk = filler.get(language).or_else(|| filler.get("it")).cloned().unwrap_or_default();
        let turn = id.bytes().map(usize::from).sum::<usize>() % small_talk.len().max(1);
        small_talk.rotate_left(turn);
        for line in body.lines().filter(|line| !line.trim().is_empty()) {
            script.line(line.trim_end(), &mut small_talk);
        }
        // Of two stages in the last entry the later one in the alphabet: an arbitrary choice, but the one of the measure.
        let last = |stages: &BTreeMap<&'static str, Vec<u32>>| {
            let ends = stages.iter().filter_map(|(stage, at)| Some((*at.iter().max()?, *stage)));
            ends.max().map(|(_, stage)| stage.to_owned())
        };
        script.truth.current =
            if field("cur").is_empty() { last(&script.truth.stages) } else { Some(field("cur").to_owned()) };
        let is_group = format.contains("group") || !field("people").is_empty();
        Annotated {
            conversation: Conversation {
                id: id.to_owned(),
                platform: script.platform(),
                kind: match format {
                    "eml" => ConversationKind::Mail,
                    _ if is_group => ConversationKind::Group,
                    _ => ConversationKind::Direct,
                },
                title: None,
                participants: participants.into_iter().map(|name| Participant { name, native_id: None }).collect(),
                owner: Some(OwnerGuess { participant: ParticipantIndex(1), basis: "asked".to_owned() }),
                messages: script.messages,
            },
            truth: script.truth,
        }
    }

    fn platform(&self) -> Platform {
        match self.format {
            "instagram_json" => Platform::Instagram,
            "telegram_json" => Platform::Telegram,
            "eml" => Platform::Email,
            _ => Platform::Whatsapp,
        }
    }

    fn line(&mut self, line: &str, small_talk: &mut Vec<Vec<String>>) {
        if let Some(count) = line.strip_prefix("@fill") {
            let count: usize = count.trim().parse().unwrap();
            for (turn, exchange) in small_talk.drain(..count.min(small_talk.len())).enumerate().collect::<Vec<_>>() {
                for (at, words) in exchange.iter().enumerate() {
                    self.entry(if (at + turn) % 2 == 0 { "O" } else { "V" }, words, "");
                }
            }
        } else if let Some(clock) = line.strip_prefix('@') {
            self.set_clock(clock.trim());
        } else {
            let (body, tags) = line.split_once(" ~ ").unwrap_or((line, ""));
            match body.split_once(' ') {
                Some((who, words)) if !body.starts_with('[') => self.entry(who, words, tags),
                _ => self.entry("O", body, tags),
            }
        }
    }

    fn set_clock(&mut self, clock: &str) {
        let at = |now: DateTime, hour: &str| {
            let (hour, minute) = hour.split_once(':').unwrap();
            now.date().at(hour.parse().unwrap(), minute.parse().unwrap(), 20, 0)
        };
        if let Some(step) = clock.strip_prefix('+') {
            let (step, hour) = step.split_once(' ').map_or((step, None), |(step, hour)| (step, Some(hour)));
            let count: i64 = step[..step.len() - 1].parse().unwrap();
            let span = match step.chars().last() {
                Some('m') => count.minutes(),
                Some('h') => count.hours(),
                _ => count.days(),
            };
            self.now += span;
            if let Some(hour) = hour {
                self.now = at(self.now, hour);
            }
        } else {
            let next = at(self.now, clock);
            self.now = if next <= self.now { next + 1.day() } else { next };
        }
    }

    fn entry(&mut self, who: &str, words: &str, tags: &str) {
        let mut words = words.trim().to_owned();
        for (name, value) in &self.placeholders {
            words = words.replace(name, value);
        }
        let token = words.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).map(str::to_owned);
        if self.format == "telegram_json" && token.as_deref() == Some("del") {
            return;
        }
        let index = u32::try_from(self.messages.len()).unwrap();
        let mail = self.format == "eml";
        let speaker = if mail { Some(0) } else { self.names.get(who).copied() };
        let mut message = Message {
            index,
            location: Location { source: SourceIndex(0), span: ByteSpan::new(0, 0), line: None },
            kind: MessageKind::Text,
            sender: speaker.map(ParticipantIndex),
            time: Some(ConversationTime {
                civil: self.now,
                precision: TimePrecision::Second,
                basis: TimeBasis::DeviceClock,
                instant: None,
            }),
            text: words,
            repaired: None,
            caption: None,
            attachments: Vec::new(),
            call: None,
            flags: MessageFlags::default(),
            details: None,
        };
        if who == "S" {
            message.kind = MessageKind::System;
            message.flags.group_created = message.text == "created";
            message.text.clear();
        } else if let Some(token) = token {
            set_token(&mut message, &token);
        }
        self.messages.push(message);
        self.tags(index, tags);
        if !mail {
            self.now += SignedDuration::from_secs(PACE[index as usize % PACE.len()]);
        }
    }

    fn tags(&mut self, index: u32, tags: &str) {
        let said = self.messages[index as usize].time.unwrap().civil;
        let money = |text: &str| {
            let split = text.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            (text[split..].to_owned(), text[..split].parse::<f64>().unwrap())
        };
        for tag in tags.split_whitespace() {
            if tag.starts_with("i=") {
                break;
            }
            if tag == "sh" {
                self.truth.self_harm.push(index);
            }
            let Some((key, value)) = tag.split_once('=') else { continue };
            let long = |table: &'static [(&str, &str)], short: &str| {
                table.iter().find(|(one, _)| *one == short).unwrap_or_else(|| panic!("{}: {short}", self.id)).1
            };
            if let Some((_, sign)) = SIGNS.iter().find(|(one, _)| *one == key) {
                self.truth.signs.entry(sign).or_default().push(index);
            }
            match key {
                "s" => value
                    .split(',')
                    .for_each(|one| self.truth.stages.entry(long(&STAGES, one)).or_default().push(index)),
                "t" => value
                    .split(',')
                    .for_each(|one| self.truth.tactics.entry(long(&TACTICS, one)).or_default().push(index)),
                "d" | "d2" => self.truth.demands.push(money(value)),
                "p" => self.truth.payments.push(money(value)),
                "dl" => {
                    let due = match value.strip_suffix(['m', 'h']).and_then(|count| count.parse::<i64>().ok()) {
                        Some(count) => said + if value.ends_with('m') { count.minutes() } else { count.hours() },
                        None => value.parse().unwrap(),
                    };
                    self.truth.deadlines.push(due);
                }
                _ => {}
            }
        }
    }
}

fn set_token(message: &mut Message, token: &str) {
    let (name, argument) = token.split_once(' ').map_or((token, None), |(name, argument)| (name, Some(argument)));
    let class = match name {
        "video" => MediaClass::Video,
        "voice" => MediaClass::Audio,
        "doc" => MediaClass::Document,
        _ => MediaClass::Image,
    };
    message.text.clear();
    let minutes = argument.and_then(|length| length.trim_end_matches('m').parse::<u32>().ok());
    let call = |video, outcome| Some(Call { video, outcome, seconds: minutes.map(|minutes| minutes * 60) });
    match name {
        "del" => message.kind = MessageKind::Deleted,
        "contact" => message.kind = MessageKind::Contact,
        "missed_call" => message.call = call(false, CallOutcome::Missed),
        "missed_video" => message.call = call(true, CallOutcome::Missed),
        "video_call" => message.call = call(true, CallOutcome::Answered),
        "call" => message.call = call(false, CallOutcome::Answered),
        _ => {
            message.kind = MessageKind::Media;
            let name = argument.map(str::to_owned);
            message.attachments = vec![Attachment { name, class, status: AttachmentStatus::Omitted, sha256: None }];
        }
    }
    if message.call.is_some() {
        message.kind = MessageKind::Call;
    }
}

/// What an entry with a sum or a limit does, by the key that annotates it.
pub(crate) const SIGNS: [(&str, &str); 3] =
    [("dl", "sign.limit_set"), ("d", "sign.sum_demanded"), ("p", "sign.sum_paid")];

/// Accounts with true check digits that belong to nobody.
fn placeholders() -> BTreeMap<String, String> {
    let mut values = BTreeMap::from([
        ("{GC}".to_owned(), "AAAAA-11111-BBBBB".to_owned()),
        ("{PCS}".to_owned(), "0000003333 e 0000004444".to_owned()),
        ("{TRX1}".to_owned(), base58(0x41, 0)),
    ]);
    for number in 1..=9_u8 {
        let account = format!("99999{:011}", u64::from(number) * 70_301);
        // `LT00` moved to the end, letters as numbers: L = 21, T = 29.
        let rest =
            format!("{account}212900").bytes().fold(0_u32, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
        values.insert(format!("{{IBAN{number}}}"), format!("LT{:02}{account}", 98 - rest));
        values.insert(format!("{{BTC{number}}}"), base58(0, number));
    }
    values
}

fn base58(version: u8, number: u8) -> String {
    const LETTERS: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut bytes = vec![version];
    bytes.extend_from_slice(&Sha256::digest([b'n', number])[..20]);
    let check = Sha256::digest(Sha256::digest(&bytes));
    bytes.extend_from_slice(&check[..4]);
    let mut digits: Vec<u8> = Vec::new();
    for byte in &bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += u32::from(*digit) << 8;
            *digit = u8::try_from(carry % 58).unwrap();
            carry /= 58;
        }
        while carry > 0 {
            digits.push(u8::try_from(carry % 58).unwrap());
            carry /= 58;
        }
    }
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let text = digits.iter().rev().map(|digit| char::from(LETTERS[usize::from(*digit)]));
    "1".repeat(zeros).chars().chain(text).collect()
}
