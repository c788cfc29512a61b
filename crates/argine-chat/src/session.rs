//! From what was gathered to what was read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use argine_model::{
    AttachmentStatus, ByteSpan, Conversation, ConversationKind, ExhibitId, Finding, FindingCode, MediaClass,
    OwnerGuess, Participant, ParticipantIndex, Platform, Reading, SourceIndex, SourceState,
};

use crate::decode::{Decoded, Encoding};
use crate::gather::{Gathered, Pending, gather};
use crate::opened::{Held, HeldText, Opened};
use crate::source::{Document, Extract, account, base_name, line_number, stem};
use crate::threads::{self, Found};
use crate::{
    Handed, ReadOptions, copied, discord, html, json, line, mail, mbox, plain, signal, sms, table, tiktok, vcard,
    whatsapp,
};

pub(crate) fn open<'a>(files: &[Handed<'a>], options: &ReadOptions) -> Opened<'a> {
    let mut gathered = gather(files, &options.limits);
    let pending = core::mem::take(&mut gathered.pending);
    let mut found: Vec<Found<'a>> = Vec::new();
    let mut later: Vec<Pending<'a>> = Vec::new();
    for text in pending {
        later.extend(read_one(text, &mut gathered, &mut found, options, Plain::Later));
    }
    // Loose text is a conversation of its own only where no export stands beside it: else it is something that was sent.
    let mut unknown: BTreeMap<(SourceIndex, &'static str), u32> = BTreeMap::new();
    let mut listed: BTreeMap<SourceIndex, u32> = BTreeMap::new();
    let with_export: Vec<ExhibitId> = found.iter().map(|found| found.exhibit).collect();
    for text in later {
        let is_prose = text.looks == "text";
        let container = text.container.unwrap_or(text.source);
        let is_alone = text.container.is_none() || !with_export.contains(&text.exhibit);
        let text = if is_alone {
            match read_one(text, &mut gathered, &mut found, options, Plain::Now) {
                Some(text) => text,
                None => continue,
            }
        } else {
            text
        };
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
    finish(gathered, found, files, options.owner.as_deref())
}

/// Every family of formats with a shape of its own, in the order in which they are asked.
const READERS: &[fn(&Document<'_>) -> Option<Extract>] = &[
    json::read,
    html::read,
    sms::read,
    mbox::read,
    mail::read,
    tiktok::text::read,
    signal::read,
    line::read,
    whatsapp::read,
    discord::package::read_csv,
];

/// What is asked where no export stands beside the text: inside an export it is something that was sent.
const LAST_READERS: &[fn(&Document<'_>) -> Option<Extract>] = &[vcard::read, table::read];

/// What to do with text that is no export.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plain {
    Later,
    Now,
}

/// Reads one text; gives it back where it is none of the formats with a shape and plain text has to wait.
fn read_one<'a>(
    text: Pending<'a>,
    gathered: &mut Gathered<'a>,
    found: &mut Vec<Found<'a>>,
    options: &ReadOptions,
    plain: Plain,
) -> Option<Pending<'a>> {
    // What was handed over loose stays borrowed, so that it need not be decoded again for its messages.
    let loose = match &text.bytes {
        Cow::Borrowed(bytes) => Some(Decoded::new(bytes)),
        Cow::Owned(_) => None,
    };
    let unpacked = if loose.is_none() { Some(Decoded::new(&text.bytes)) } else { None };
    let Some(decoded) = loose.as_ref().or(unpacked.as_ref()) else { return Some(text) };
    let media = match text.container {
        Some(_) => gathered.media.get((text.exhibit.0 as usize).saturating_sub(1)).unwrap_or(&gathered.beside),
        None => &gathered.beside,
    };
    let document = Document {
        source: text.source,
        path: &text.path,
        decoded,
        bytes: &text.bytes,
        media,
        options,
        written: text.written,
    };
    let extract = match plain {
        Plain::Later => READERS.iter().find_map(|read| read(&document)),
        Plain::Now => LAST_READERS.iter().find_map(|read| read(&document)).or_else(|| {
            (text.looks == "text").then(|| copied::read(&document).unwrap_or_else(|| plain::read(&document)))
        }),
    };
    let Some(extract) = extract else {
        drop(unpacked);
        return Some(text);
    };
    let Extract {
        format,
        conversations,
        gaps,
        filler,
        findings,
        date_order,
        thread,
        chats,
        titles,
        holders,
        attachments,
        contacts,
        logins,
        index,
    } = extract;
    gathered.titles.extend(titles);
    gathered.holders.extend(holders.into_iter().map(|name| (text.exhibit, name)));
    let messages = conversations.iter().flat_map(|conversation| &conversation.messages);
    let spans: Vec<ByteSpan> =
        messages.map(|message| message.location.span).chain(index.iter().map(|index| index.span(decoded))).collect();
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
    drop(unpacked);
    // Parts of a thread belong together inside one container, or where they were handed over loose.
    let thread = thread.map(|thread| match text.container {
        Some(_) => format!("{}/{thread}", text.exhibit),
        None => format!("/{thread}"),
    });
    let Pending { source, exhibit, path, bytes, container, .. } = text;
    let mut held = index.map(|index| Held {
        index,
        text: loose.map_or(HeldText::Unpacked(bytes), HeldText::Loose),
        exhibit: container.is_some().then_some(exhibit),
    });
    let chats = chats.into_iter().chain(core::iter::repeat(String::new()));
    found.extend(conversations.into_iter().zip(chats).map(|(conversation, chat)| Found {
        exhibit,
        source,
        path: path.clone(),
        conversation,
        thread: if chat.is_empty() { thread.clone() } else { Some(chat) },
        format,
        held: held.take(),
    }));
    None
}

fn finish<'a>(gathered: Gathered<'_>, found: Vec<Found<'a>>, files: &[Handed<'_>], owner: Option<&str>) -> Opened<'a> {
    let mut findings = gathered.findings;
    let mut merged = threads::join(found, &gathered.sources, &mut findings);
    for found in &mut merged {
        let named = found.thread.as_ref().and_then(|thread| gathered.titles.get(thread));
        if found.conversation.title.is_none() {
            found.conversation.title = named.cloned();
        }
    }
    threads::owners(&mut merged, &gathered.holders);
    threads::find_media(&mut merged, &gathered.media);
    merged.sort_by_key(|found| found.source);
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
    let mut held = Vec::with_capacity(merged.len());
    for (found, id) in merged.into_iter().zip(ids) {
        let mut conversation = found.conversation;
        conversation.id = id;
        if let Some(person) = owner.and_then(|name| named(&conversation, name)) {
            conversation.owner = Some(OwnerGuess { participant: person, basis: "asked".to_owned() });
        }
        let mut omitted =
            found.held.as_ref().and_then(|held| held.index.omitted).map(|(line, count)| (Some(line), count));
        for (index, message) in (0..).zip(&mut conversation.messages) {
            message.index = index;
            if message.attachments.iter().any(|attachment| attachment.status == AttachmentStatus::Omitted) {
                omitted.get_or_insert((message.location.line, 0)).1 += 1;
            }
        }
        about(&conversation, omitted, found.source, &mut findings);
        conversations.push(conversation);
        held.push(found.held);
    }
    findings.sort_by_key(|finding| finding.source);
    // What holds for a whole download is said once.
    let mut said: BTreeSet<(FindingCode, Option<ExhibitId>, String)> = BTreeSet::new();
    let exhibit_of = |source: Option<SourceIndex>| Some(gathered.sources.get(source?.0 as usize)?.exhibit);
    findings.retain(|finding| {
        !matches!(finding.code, FindingCode::HtmlExport | FindingCode::KnownOmission)
            || said.insert((finding.code, exhibit_of(finding.source), finding.detail.clone()))
    });
    let mut members = gathered.members;
    members.sort_by_key(|(exhibit, _)| *exhibit);
    let reading = Reading {
        sources: gathered.sources,
        conversations,
        findings,
        members,
        contacts: gathered.contacts,
        logins: gathered.logins,
    };
    Opened::new(reading, held, gathered.media, gathered.beside)
}

/// The participant that the person says they are: by name or by number, however it is capitalised and spaced.
fn named(conversation: &Conversation, name: &str) -> Option<ParticipantIndex> {
    let plain = |text: &str| {
        let letters = text.chars().filter(|character| character.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let wanted = plain(name);
    let is_person = |person: &Participant| {
        plain(&person.name) == wanted || person.native_id.as_deref().is_some_and(|id| plain(id) == wanted)
    };
    let place = conversation.participants.iter().position(is_person).filter(|_| !wanted.is_empty())?;
    u32::try_from(place).ok().map(ParticipantIndex)
}

/// What a person must know about a conversation of any format. `omitted`: the line of the first message whose media the export left
/// out, and how many there are.
fn about(
    conversation: &Conversation,
    omitted: Option<(Option<u32>, u32)>,
    source: SourceIndex,
    findings: &mut Vec<Finding>,
) {
    let mut finding = |code, line, count, detail: String| {
        findings.push(Finding { code, source: Some(source), line, count, detail });
    };
    if let Some((line, count)) = omitted {
        finding(FindingCode::OmittedMedia, line, count, String::new());
    }
    if conversation.kind == ConversationKind::Group {
        finding(FindingCode::GroupConversation, None, 1, conversation.participants.len().to_string());
    }
    if conversation.owner.is_none() && conversation.platform != Platform::Unknown {
        finding(FindingCode::OwnerUnknown, None, 1, String::new());
    }
}
