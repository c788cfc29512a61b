//! A mailbox in one file (mboxo, mboxrd, mboxcl): mails one after the other behind `From ` lines, one conversation to a thread.

use std::collections::BTreeMap;

use argine_model::{
    ByteSpan, Conversation, ConversationKind, FindingCode, Gap, GapReason, Message, Participant, ParticipantIndex,
    Platform, Sha256,
};

use crate::Limits;
use crate::entry::{Roster, finding, in_order, owner};
use crate::mail::{self, Letter};
use crate::source::{Document, Extract};

/// Reads the bytes if a mailbox begins in them.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    let bytes = document.bytes;
    let begins = starts(bytes);
    let first = letters_of(bytes, &begins).next().and_then(|(start, end)| bytes.get(start..end))?;
    if !mail::looks_like_mail(first) {
        return None;
    }
    let mut extract = Extract::new("mbox", Vec::new());
    let mut letters: Vec<Letter> = Vec::new();
    for (start, end) in letters_of(bytes, &begins) {
        let content = bytes.get(start..end).unwrap_or_default();
        if let Some(mut letter) = Letter::of(content, start as u64, document.source) {
            letter.messages.iter_mut().for_each(unescape);
            letters.push(letter);
        } else {
            let span = ByteSpan::new(start as u64, end as u64);
            extract.gaps.push(Gap { span, reason: GapReason::Unreadable, line: None, lines: None });
        }
    }
    let mut findings: BTreeMap<(FindingCode, String), usize> = BTreeMap::new();
    for letter in &mut letters {
        if letter.damaged {
            *findings.entry((FindingCode::MailDamaged, String::new())).or_default() += 1;
        }
        if let Some(found) = letter.sender.finding() {
            *findings.entry(found).or_default() += 1;
        }
        extract.gaps.append(&mut letter.gaps);
        extract.attachments.append(&mut letter.attachments);
    }
    if !extract.gaps.iter().all(|gap| gap.reason != GapReason::Unreadable) {
        let count = extract.gaps.iter().filter(|gap| gap.reason == GapReason::Unreadable).count();
        extract.findings.push(finding(document, FindingCode::UnreadableMessages, count, ""));
    }
    let found = findings.into_iter().map(|((code, detail), count)| finding(document, code, count, &detail));
    extract.findings.extend(found);
    let me = holder(&letters);
    extract.conversations = threads(letters).into_iter().map(|thread| conversation(thread, me.as_deref())).collect();
    Some(extract)
}

/// The bytes of an attachment of any of the mails, by its name and digest.
pub(crate) fn attachment_bytes(bytes: &[u8], name: &str, digest: Sha256, limits: &Limits) -> Option<Vec<u8>> {
    let begins = starts(bytes);
    let mut letters = letters_of(bytes, &begins);
    letters.find_map(|(start, end)| mail::attachment_bytes(bytes.get(start..end)?, name, digest, limits))
}

/// Where `From ` lines begin that open a mail: at the beginning or behind a blank line, and with a header field below. Words of
/// a mail that look so and were not escaped have no header below them.
fn starts(bytes: &[u8]) -> Vec<usize> {
    if !bytes.starts_with(b"From ") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    let mut blank = true;
    let mut inside_until = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let length = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let line = rest.get(..length).unwrap_or_default();
        if blank && at >= inside_until && line.starts_with(b"From ") && is_field(rest.get(length..).unwrap_or_default())
        {
            found.push(at);
            inside_until = announced_end(bytes, at + length);
        }
        blank = line.trim_ascii().is_empty();
        at += length;
    }
    found
}

/// Whether a header field begins here that mails begin with.
fn is_field(rest: &[u8]) -> bool {
    let line = rest.get(..rest.len().min(200)).unwrap_or_default();
    let length = line.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count();
    let name = line.get(..length).unwrap_or_default();
    let is_known = mail::is_known_field(name)
        || [&b"x-"[..], b"content-", b"list-", b"arc-"]
            .iter()
            .any(|start| name.get(..start.len()).is_some_and(|name| name.eq_ignore_ascii_case(start)))
        || [&b"status"[..], b"bcc", b"user-agent", b"thread-topic"]
            .iter()
            .any(|field| field.eq_ignore_ascii_case(name));
    is_known && (line.get(length) == Some(&b':') || line.get(length..length + 2) == Some(b" :"))
}

/// mboxcl: the end that `Content-Length` announces, where a mail or the end of the file really follows there.
fn announced_end(bytes: &[u8], header: usize) -> usize {
    let rest = bytes.get(header..).unwrap_or_default();
    let mut at = 0;
    let mut length: Option<usize> = None;
    for _ in 0..500 {
        let Some(line) = rest.get(at..).filter(|rest| !rest.is_empty()) else { return 0 };
        let end = memchr::memchr(b'\n', line).map_or(line.len(), |end| end + 1);
        let line = line.get(..end).unwrap_or_default();
        at += end;
        if line.trim_ascii().is_empty() {
            break;
        }
        let name = line.get(..15).unwrap_or_default();
        if name.eq_ignore_ascii_case(b"content-length:") {
            let value = core::str::from_utf8(line.get(15..).unwrap_or_default()).ok();
            length = value.and_then(|value| value.trim().parse().ok());
        }
    }
    let Some(length) = length else { return 0 };
    let end = header.saturating_add(at).saturating_add(length);
    let behind = bytes.get(end..).map(<[u8]>::trim_ascii_start);
    if behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(b"From ")) { end } else { 0 }
}

/// Where each mail begins (behind its `From ` line) and ends.
fn letters_of<'a>(bytes: &'a [u8], begins: &'a [usize]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let ends = begins.iter().skip(1).copied().chain([bytes.len()]);
    begins.iter().zip(ends).map(|(begin, end)| {
        let line = bytes.get(*begin..end).unwrap_or_default();
        let length = memchr::memchr(b'\n', line).map_or(line.len(), |end| end + 1);
        (begin + length, end)
    })
}

/// `>From ` at the beginning of a line was `From ` (one `>` more in mboxrd): the words as they were sent.
fn unescape(message: &mut Message) {
    let is_escaped = |line: &str| line.starts_with('>') && line.trim_start_matches('>').starts_with("From ");
    if message.text.lines().any(is_escaped) {
        let lines = message.text.split_inclusive('\n');
        let lines: String =
            lines.map(|line| if is_escaped(line) { line.strip_prefix('>').unwrap_or(line) } else { line }).collect();
        message.repaired = Some(lines);
    }
}

/// The address that took part in more mails than any other, and in most of them.
fn holder(letters: &[Letter]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for letter in letters {
        for person in &letter.participants {
            let Some(address) = person.native_id.as_deref() else { continue };
            *counts.entry(address).or_default() += 1;
        }
    }
    let most = counts.values().copied().max()?;
    let mut leaders = counts.iter().filter(|(_, count)| **count == most);
    let leader = leaders.next()?;
    (leaders.next().is_none() && most * 2 > letters.len()).then(|| (*leader.0).to_owned())
}

/// Mails by thread: joined by the ids that they name, and answers without ids by their subject.
fn threads(letters: Vec<Letter>) -> Vec<Vec<Letter>> {
    let mut groups = Groups { parents: (0..letters.len()).collect() };
    let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_subject: BTreeMap<String, usize> = BTreeMap::new();
    for (place, letter) in letters.iter().enumerate() {
        for id in &letter.ids {
            let known = *by_id.entry(id.clone()).or_insert(place);
            groups.join(known, place);
        }
    }
    for (place, letter) in letters.iter().enumerate() {
        let (subject, _) = base_subject(letter.subject.as_deref().unwrap_or_default());
        by_subject.entry(subject).or_insert(place);
    }
    for (place, letter) in letters.iter().enumerate() {
        let (subject, is_answer) = base_subject(letter.subject.as_deref().unwrap_or_default());
        if is_answer
            && letter.ids.len() <= 1
            && let Some(known) = by_subject.get(&subject)
        {
            groups.join(*known, place);
        }
    }
    let mut threads: BTreeMap<usize, Vec<Letter>> = BTreeMap::new();
    for (place, letter) in letters.into_iter().enumerate() {
        threads.entry(groups.root(place)).or_default().push(letter);
    }
    threads.into_values().collect()
}

/// Sets that grow together; the root of each is its first member.
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    fn root(&mut self, place: usize) -> usize {
        let mut root = place;
        while let Some(parent) = self.parents.get(root).copied().filter(|parent| *parent != root) {
            root = parent;
        }
        let mut at = place;
        while at != root {
            let Some(slot) = self.parents.get_mut(at) else { break };
            at = core::mem::replace(slot, root);
        }
        root
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (first, later) = (one.min(other), one.max(other));
        if let Some(slot) = self.parents.get_mut(later) {
            *slot = first;
        }
    }
}

/// The subject without `Re:` and its relatives, and whether there was one.
fn base_subject(subject: &str) -> (String, bool) {
    let mut rest = subject.trim();
    let mut is_answer = false;
    while let Some((mark, after)) = rest.split_once(':') {
        let mark = mark.trim().to_lowercase();
        if !matches!(
            mark.as_str(),
            "re" | "r" | "rif" | "aw" | "sv" | "antw" | "res" | "fwd" | "fw" | "i" | "tr" | "wg"
        ) {
            break;
        }
        is_answer = true;
        rest = after.trim();
    }
    (rest.to_lowercase(), is_answer && !rest.is_empty())
}

fn conversation(thread: Vec<Letter>, me: Option<&str>) -> Conversation {
    let mut people = Roster::default();
    let mut messages: Vec<Message> = Vec::new();
    let title = thread.first().and_then(|letter| letter.subject.clone());
    let id = thread.first().and_then(|letter| letter.ids.first().cloned()).unwrap_or_default();
    let mut recipient: Option<ParticipantIndex> = None;
    for letter in thread {
        let places: Vec<ParticipantIndex> = letter
            .participants
            .iter()
            .map(|Participant { name, native_id }| people.of(name, native_id.as_deref()))
            .collect();
        let here = |index: Option<ParticipantIndex>| index.and_then(|index| places.get(index.0 as usize).copied());
        recipient = recipient.or(here(letter.to));
        for mut message in letter.messages {
            message.sender = here(message.sender);
            messages.push(message);
        }
    }
    in_order(&mut messages);
    let place = people.participants.iter().position(|person| me.is_some() && person.native_id.as_deref() == me);
    let place = place.and_then(|place| u32::try_from(place).ok()).map(ParticipantIndex).or(recipient);
    Conversation {
        id,
        platform: Platform::Email,
        kind: ConversationKind::Mail,
        title,
        participants: people.participants,
        owner: place.map(|place| owner(place, "mail_recipient")),
        messages,
    }
}
