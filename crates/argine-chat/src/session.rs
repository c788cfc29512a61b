//! From what was gathered to what was read.

use std::collections::BTreeMap;

use argine_model::{
    AttachmentStatus, ByteSpan, Conversation, ConversationKind, ExhibitId, Finding, FindingCode, MediaClass,
    OwnerGuess, ParticipantIndex, Platform, Reading, SourceIndex, SourceState,
};

use crate::decode::{Decoded, Encoding};
use crate::gather::{Gathered, Pending, gather};
use crate::source::{Document, Extract, account, base_name, line_number, stem};
use crate::{
    Handed, ReadOptions, discord_package, json, line, mail, mbox, meta, plain, signal, sms, table, tiktok_text, vcard,
    whatsapp,
};

/// A conversation on its way out.
struct Found {
    exhibit: ExhibitId,
    source: SourceIndex,
    path: Vec<String>,
    conversation: Conversation,
    thread: Option<String>,
}

pub(crate) fn read(files: &[Handed<'_>], options: &ReadOptions) -> Reading {
    let mut gathered = gather(files, &options.limits);
    let pending = core::mem::take(&mut gathered.pending);
    let mut found: Vec<Found> = Vec::new();
    let mut later: Vec<Pending<'_>> = Vec::new();
    for text in pending {
        if !read_one(&text, &mut gathered, &mut found, options, Plain::Later) {
            later.push(text);
        }
    }
    // Loose text is a conversation of its own only where no export stands beside it: else it is something that was sent.
    let mut unknown: BTreeMap<(SourceIndex, &'static str), u32> = BTreeMap::new();
    let mut listed: BTreeMap<SourceIndex, u32> = BTreeMap::new();
    let with_export: Vec<ExhibitId> = found.iter().map(|found| found.exhibit).collect();
    for text in later {
        let is_prose = text.looks == "text";
        let container = text.container.unwrap_or(text.source);
        let is_alone = text.container.is_none() || !with_export.contains(&text.exhibit);
        if is_alone && read_one(&text, &mut gathered, &mut found, options, Plain::Now) {
            continue;
        }
        if is_prose || text.looks == "vCard" && text.container.is_some() {
            gathered.set(text.source, SourceState::Listed);
            *listed.entry(container).or_default() += 1;
        } else {
            *unknown.entry((container, text.looks)).or_default() += 1;
        }
    }
    for (container, count) in listed {
        match gathered
            .findings
            .iter_mut()
            .find(|finding| finding.code == FindingCode::MediaListed && finding.source == Some(container))
        {
            Some(finding) => finding.count = finding.count.saturating_add(count),
            None => gathered.finding(FindingCode::MediaListed, container, count, ""),
        }
    }
    for ((container, looks), count) in unknown {
        gathered.finding(FindingCode::UnknownFormat, container, count, looks);
    }
    finish(gathered, found, files)
}

/// Every family of formats with a shape of its own, in the order in which they are asked.
const READERS: &[fn(&Document<'_>) -> Option<Extract>] = &[
    json::read,
    sms::read,
    mbox::read,
    mail::read,
    tiktok_text::read,
    signal::read,
    line::read,
    whatsapp::read,
    discord_package::read_csv,
];

/// What is asked where no export stands beside the text: inside an export it is something that was sent.
const LAST_READERS: &[fn(&Document<'_>) -> Option<Extract>] = &[vcard::read, table::read];

/// What to do with text that is no export.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plain {
    Later,
    Now,
}

/// Reads one text; false where it is none of the formats with a shape and plain text has to wait.
fn read_one(
    text: &Pending<'_>,
    gathered: &mut Gathered<'_>,
    found: &mut Vec<Found>,
    options: &ReadOptions,
    plain: Plain,
) -> bool {
    let decoded = Decoded::new(&text.bytes);
    let media = match text.container {
        Some(_) => gathered.media.get((text.exhibit.0 as usize).saturating_sub(1)).unwrap_or(&gathered.beside),
        None => &gathered.beside,
    };
    let document =
        Document { source: text.source, path: &text.path, decoded: &decoded, bytes: &text.bytes, media, options };
    let extract = match plain {
        Plain::Later => READERS.iter().find_map(|read| read(&document)),
        Plain::Now => LAST_READERS
            .iter()
            .find_map(|read| read(&document))
            .or_else(|| (text.looks == "text").then(|| plain::read(&document))),
    };
    let Some(extract) = extract else { return false };
    let Extract {
        format,
        conversations,
        gaps,
        filler,
        findings,
        date_order,
        thread,
        attachments,
        contacts,
        logins,
        joins_by_id,
        titles,
    } = extract;
    let spans: Vec<ByteSpan> = conversations
        .iter()
        .flat_map(|conversation| conversation.messages.iter().map(|message| message.location.span))
        .collect();
    let (covered, gaps) = account(text.bytes.len() as u64, spans, &gaps, filler);
    // Mails name the encoding of each of their parts.
    let is_mail = matches!(format, "mail" | "mbox");
    let encoding = (decoded.encoding != Encoding::Utf8).then(|| decoded.encoding.name());
    let broken = (decoded.broken > 0 && !is_mail).then(|| {
        let first = decoded.text.find(char::REPLACEMENT_CHARACTER).unwrap_or_default();
        (decoded.broken, line_number(decoded.text.as_bytes(), first))
    });
    gathered.set(text.source, SourceState::Read { format: format.to_owned(), covered, gaps, date_order });
    if let Some(name) = encoding.filter(|_| !is_mail) {
        gathered.finding(FindingCode::Encoding, text.source, 1, name);
    }
    if let Some((count, line)) = broken {
        gathered.finding(FindingCode::BrokenText, text.source, count, "");
        if let Some(finding) = gathered.findings.last_mut() {
            finding.line = Some(line);
        }
    }
    gathered.findings.extend(findings);
    for (code, count) in [(FindingCode::ContactsRead, contacts.len()), (FindingCode::LoginsRead, logins.len())] {
        if count > 0 {
            gathered.finding(code, text.source, u32::try_from(count).unwrap_or(u32::MAX), "");
        }
    }
    gathered.contacts.extend(contacts);
    gathered.logins.extend(logins);
    if !attachments.is_empty() {
        let media = attachments.iter().filter(|member| member.class != MediaClass::Text).count();
        gathered.finding(FindingCode::MediaListed, text.source, u32::try_from(media.max(1)).unwrap_or(u32::MAX), "");
        let prefix: Vec<String> = text.path.iter().skip(1).cloned().collect();
        let members = attachments.into_iter().map(|mut member| {
            member.path.splice(0..0, prefix.iter().cloned());
            member
        });
        match gathered.members.iter_mut().find(|(exhibit, _)| *exhibit == text.exhibit) {
            Some((_, known)) => known.extend(members),
            None => gathered.members.push((text.exhibit, members.collect())),
        }
    }
    // Parts of a thread belong together inside one container, or where they were handed over loose.
    let thread_name = |thread: &str| match text.container {
        Some(_) => format!("{}/{thread}", text.exhibit),
        None => format!("/{thread}"),
    };
    gathered.titles.extend(titles.into_iter().map(|(id, title)| (thread_name(&id), title)));
    for conversation in conversations {
        let thread = if joins_by_id {
            Some(thread_name(&format!("{}:{}", conversation.platform.id(), conversation.id)))
        } else {
            thread.as_deref().map(thread_name)
        };
        found.push(Found { exhibit: text.exhibit, source: text.source, path: text.path.clone(), conversation, thread });
    }
    true
}

fn finish(gathered: Gathered<'_>, found: Vec<Found>, files: &[Handed<'_>]) -> Reading {
    let mut merged: Vec<Found> = Vec::new();
    let mut threads: BTreeMap<String, usize> = BTreeMap::new();
    for part in found {
        let known = part.thread.as_ref().and_then(|thread| threads.get(thread)).copied();
        let Some(known) = known.and_then(|place| merged.get_mut(place)) else {
            threads.extend(part.thread.clone().map(|thread| (thread, merged.len())));
            merged.push(part);
            continue;
        };
        let owner = part.conversation.owner.as_ref().and_then(|owner| {
            let person = part.conversation.participant(owner.participant)?;
            Some((person.name.clone(), owner.basis.clone()))
        });
        meta::join(&mut known.conversation, part.conversation);
        if let (None, Some((name, basis))) = (&known.conversation.owner, owner) {
            let place = known.conversation.participants.iter().position(|person| person.name == name);
            let place = place.and_then(|place| u32::try_from(place).ok()).map(ParticipantIndex);
            known.conversation.owner = place.map(|participant| OwnerGuess { participant, basis });
        }
    }
    for found in &mut merged {
        let named = found.thread.as_ref().and_then(|thread| gathered.titles.get(thread));
        if found.conversation.title.is_none() {
            found.conversation.title = named.cloned();
        }
    }
    merged.sort_by_key(|found| found.source);
    let mut findings = gathered.findings;
    let mut counts: BTreeMap<ExhibitId, u32> = BTreeMap::new();
    for found in &merged {
        *counts.entry(found.exhibit).or_default() += 1;
    }
    let alone = |exhibit: ExhibitId| counts.get(&exhibit) == Some(&1);
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    let ids: Vec<String> = merged
        .iter()
        .map(|found| {
            let mut id =
                stem(base_name(files.get((found.exhibit.0 as usize).saturating_sub(1)).map_or("", |f| f.name)))
                    .to_owned();
            if !alone(found.exhibit) {
                let inner = found.path.iter().skip(1).map(|name| stem(name));
                let own = Some(found.conversation.id.as_str()).filter(|own| !own.is_empty());
                // A thread has its own name: which of its files it began in does not matter.
                let parts: Vec<&str> = if found.thread.is_some() && own.is_some() {
                    own.into_iter().collect()
                } else {
                    inner.chain(own).collect()
                };
                for part in parts {
                    id.push('/');
                    id.push_str(part);
                }
            }
            let seen = names.entry(id.clone()).or_default();
            *seen += 1;
            if *seen > 1 {
                id = format!("{id}-{seen}");
            }
            id
        })
        .collect();
    let mut conversations = Vec::with_capacity(merged.len());
    for (found, id) in merged.into_iter().zip(ids) {
        let mut conversation = found.conversation;
        conversation.id = id;
        for (index, message) in (0..).zip(&mut conversation.messages) {
            message.index = index;
        }
        about(&conversation, found.source, &mut findings);
        conversations.push(conversation);
    }
    findings.sort_by_key(|finding| finding.source);
    let mut members = gathered.members;
    members.sort_by_key(|(exhibit, _)| *exhibit);
    Reading {
        sources: gathered.sources,
        conversations,
        findings,
        members,
        contacts: gathered.contacts,
        logins: gathered.logins,
    }
}

/// What a person must know about a conversation of any format.
fn about(conversation: &Conversation, source: SourceIndex, findings: &mut Vec<Finding>) {
    let mut finding = |code, line, count, detail: String| {
        findings.push(Finding { code, source: Some(source), line, count, detail });
    };
    let omitted = conversation
        .messages
        .iter()
        .filter(|message| message.attachments.iter().any(|attachment| attachment.status == AttachmentStatus::Omitted));
    if let Some(first) = omitted.clone().next() {
        let count = u32::try_from(omitted.count()).unwrap_or(u32::MAX);
        finding(FindingCode::OmittedMedia, first.location.line, count, String::new());
    }
    if conversation.kind == ConversationKind::Group {
        finding(FindingCode::GroupConversation, None, 1, conversation.participants.len().to_string());
    }
    if conversation.owner.is_none() && conversation.platform != Platform::Unknown {
        finding(FindingCode::OwnerUnknown, None, 1, String::new());
    }
}
