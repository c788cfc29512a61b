//! A mail (RFC 5322, MIME). Message 0 is the subject, then each paragraph of the text is a message; the HTML twin of a text is
//! not read a second time, and is read (as text) only where it stands alone.

mod sender;

use argine_model::{
    Attachment, AttachmentStatus, ByteSpan, Conversation, ConversationKind, ConversationTime, Finding, FindingCode,
    Gap, GapReason, Location, MediaClass, Member, Message, OwnerGuess, Participant, ParticipantIndex, Platform, Sha256,
    SourceIndex, TimeBasis, TimePrecision,
};
use jiff::Timestamp;
use jiff::civil::DateTime;
use mail_parser::decoders::html::html_to_text;
use mail_parser::{Address, Encoding, HeaderName, MessageParser, MessagePart, MimeHeaders as _, PartType};

use crate::Limits;
use crate::classify::sniff;
use crate::entry::finding;
use crate::plain::paragraphs;
use crate::source::{Document, Extract};

/// Reads the bytes if they are a mail.
pub(crate) fn read(document: &Document<'_>) -> Option<Extract> {
    if !looks_like_mail(document.bytes) {
        return None;
    }
    let letter = Letter::of(document.bytes, 0, document.source)?;
    let findings = letter.findings(document);
    let conversation = Conversation {
        id: String::new(),
        platform: Platform::Email,
        kind: ConversationKind::Mail,
        title: letter.subject,
        participants: letter.participants,
        owner: letter.to.map(|participant| OwnerGuess { participant, basis: "mail_recipient".to_owned() }),
        messages: letter.messages,
    };
    let mut extract = Extract::new("mail", vec![conversation]);
    extract.gaps = letter.gaps;
    extract.attachments = letter.attachments;
    extract.findings = findings;
    Some(extract)
}

/// One mail, alone or in a mailbox.
pub(crate) struct Letter {
    pub(crate) subject: Option<String>,
    pub(crate) participants: Vec<Participant>,
    pub(crate) to: Option<ParticipantIndex>,
    pub(crate) messages: Vec<Message>,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) attachments: Vec<Member>,
    pub(crate) damaged: bool,
    /// Its own id, and those of the mails that it answers.
    pub(crate) ids: Vec<String>,
    /// What the receiving server wrote about who sent it.
    pub(crate) sender: sender::Verdict,
}

impl Letter {
    /// Reads the mail in `bytes`, which begin at `base` in the source.
    pub(crate) fn of(bytes: &[u8], base: u64, source: SourceIndex) -> Option<Self> {
        let shallow = shallow(bytes);
        let mail = MessageParser::default().parse(shallow)?;
        let mut reader = Reader { bytes, base, source, messages: Vec::new(), gaps: Vec::new(), time: None };
        let mut participants = Vec::new();
        let from = people(mail.from(), &mut participants);
        let to = people(mail.to(), &mut participants);
        people(mail.cc(), &mut participants);
        reader.time = mail.date().and_then(time);
        reader.subject(&mail);
        reader.body(&mail);
        let attachments = attachments(&mail);
        for (part, member) in mail.attachments.iter().filter_map(|id| mail.parts.get(*id as usize)).zip(&attachments) {
            // The words of a mail inside the mail are read with the others, and those of a part that lost its boundary.
            if !matches!(part.body, PartType::Message(_)) && !reader.stray(part) {
                reader.gap(part, GapReason::Attachment);
            }
            if let Some(first) = reader.messages.first_mut() {
                first.attachments.push(Attachment {
                    name: member.path.last().cloned(),
                    class: member.class,
                    status: AttachmentStatus::Present,
                    sha256: member.sha256,
                });
            }
        }
        let Reader { mut messages, mut gaps, .. } = reader;
        if shallow.len() < bytes.len() {
            let span = ByteSpan::new(base + shallow.len() as u64, base + bytes.len() as u64);
            gaps.push(Gap { span, reason: GapReason::Unreadable, line: None, lines: None });
        }
        for (index, message) in (0..).zip(&mut messages) {
            message.index = index;
            message.sender = from;
        }
        let own = mail.message_id().into_iter().map(ToOwned::to_owned);
        let answered = [mail.references(), mail.in_reply_to()];
        let answered = answered.into_iter().filter_map(|value| value.as_text_list());
        let ids = own.chain(answered.flatten().map(ToString::to_string)).collect();
        Some(Self {
            subject: mail.subject().map(ToOwned::to_owned),
            participants,
            to,
            messages,
            gaps,
            attachments,
            damaged: shallow.len() < bytes.len()
                || mail.parts.iter().any(|part| part.is_encoding_problem || is_garbled(part)),
            ids,
            sender: sender::verdict(&mail, bytes),
        })
    }

    /// What a person must know about this mail.
    fn findings(&self, document: &Document<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.damaged {
            findings.push(finding(document, FindingCode::MailDamaged, 1, ""));
        }
        if let Some((code, detail)) = self.sender.finding() {
            findings.push(finding(document, code, 1, &detail));
        }
        findings
    }
}

/// The bytes of an attachment by its name and digest.
pub(crate) fn attachment_bytes(bytes: &[u8], name: &str, digest: Sha256, limits: &Limits) -> Option<Vec<u8>> {
    if !looks_like_mail(bytes) || bytes.len() as u64 > limits.member_bytes {
        return None;
    }
    let mail = MessageParser::default().parse(shallow(bytes))?;
    let parts = mail.attachments.iter().filter_map(|id| mail.parts.get(*id as usize).map(|part| (*id, part)));
    parts
        .filter(|(id, part)| part_name(*id, part) == name)
        .find(|(_, part)| Sha256::of(part.contents()) == digest)
        .map(|(_, part)| part.contents().to_vec())
}

/// The mail up to where it could nest deeper than the parser's stack carries: every mail inside a mail is announced by one of
/// these words.
fn shallow(bytes: &[u8]) -> &[u8] {
    /// More mails in one than any person forwards, and far fewer than it takes to fill a stack.
    const MOST: usize = 1000;
    let words: [&[u8]; 3] = [b"rfc822", b"global", b"digest"];
    let begins = |at: usize| {
        let found = bytes.get(at..at + 6);
        found.is_some_and(|found| words.iter().any(|word| found.eq_ignore_ascii_case(word)))
    };
    let letters = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'r' | b'R' | b'g' | b'G' | b'd' | b'D'));
    let cut = letters.map(|(at, _)| at).filter(|at| begins(*at)).nth(MOST);
    bytes.get(..cut.unwrap_or(bytes.len())).unwrap_or(bytes)
}

/// Whether characters of a text were lost: replaced, or left as the escapes of an encoding that is not read here. On wasm32
/// those are the encodings of Chinese, Japanese and Korean before UTF-8: their tables weigh more than all readers together.
fn is_garbled(part: &MessagePart<'_>) -> bool {
    match &part.body {
        PartType::Text(text) | PartType::Html(text) => text.contains([char::REPLACEMENT_CHARACTER, '\u{1B}']),
        _ => false,
    }
}

/// Field names that mails begin with.
const FIELDS: &[&str] = &[
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "received",
    "return-path",
    "delivered-to",
    "message-id",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "reply-to",
    "sender",
    "in-reply-to",
    "references",
    "dkim-signature",
    "authentication-results",
    "arc-seal",
    "x-mailer",
    "x-received",
    "list-unsubscribe",
];

/// Whether this is a field that mails begin with.
pub(crate) fn is_known_field(name: &[u8]) -> bool {
    FIELDS.iter().any(|field| field.as_bytes().eq_ignore_ascii_case(name))
}

/// Header fields, one to a line, at least two of them known; one is enough where the whole block holds nothing else.
pub(crate) fn looks_like_mail(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let mut known = 0;
    for (number, line) in bytes.split(|byte| *byte == b'\n').take(200).enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            return known >= 1;
        }
        if matches!(line.first(), Some(b' ' | b'\t')) && number > 0 || number == 0 && line.starts_with(b"From ") {
            continue;
        }
        let Some(colon) = memchr::memchr(b':', line) else { return known >= 2 };
        let name = line.get(..colon).unwrap_or_default().trim_ascii_end();
        if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
            return known >= 2;
        }
        known += usize::from(is_known_field(name));
    }
    known >= 2
}

fn people(address: Option<&Address<'_>>, participants: &mut Vec<Participant>) -> Option<ParticipantIndex> {
    let mut first = None;
    for person in address.into_iter().flat_map(Address::iter) {
        let native_id = person.address().map(str::trim).filter(|address| address.contains('@')).map(ToOwned::to_owned);
        let name = person.name().or(person.address()).map(str::trim).filter(|name| !name.is_empty());
        let Some(name) = name.map(ToOwned::to_owned) else { continue };
        let person = Participant { name, native_id };
        let place = participants.iter().position(|known| *known == person).unwrap_or_else(|| {
            participants.push(person);
            participants.len() - 1
        });
        first = first.or(u32::try_from(place).ok().map(ParticipantIndex));
    }
    first
}

/// The clock of whoever sent it, and the instant its offset makes of it.
fn time(date: &mail_parser::DateTime) -> Option<ConversationTime> {
    let small = |value: u8| i8::try_from(value).ok();
    let civil = DateTime::new(
        i16::try_from(date.year).ok()?,
        small(date.month)?,
        small(date.day)?,
        small(date.hour)?,
        small(date.minute)?,
        small(date.second.min(59))?,
        0,
    )
    .ok()?;
    Some(ConversationTime {
        civil,
        precision: TimePrecision::Second,
        basis: TimeBasis::Offset,
        instant: Timestamp::from_second(date.to_timestamp()).ok(),
    })
}

fn attachments(mail: &mail_parser::Message<'_>) -> Vec<Member> {
    mail.attachments
        .iter()
        .filter_map(|id| mail.parts.get(*id as usize).map(|part| (*id, part)))
        .map(|(id, part)| {
            let content = part.contents();
            let found = sniff(content);
            let class = if matches!(part.body, PartType::Message(_)) { MediaClass::Text } else { found.class };
            Member {
                path: vec![part_name(id, part)],
                size: content.len() as u64,
                sha256: Some(Sha256::of(content)),
                class,
            }
        })
        .collect()
}

fn part_name(id: u32, part: &MessagePart<'_>) -> String {
    part.attachment_name().map_or_else(|| format!("part-{id}"), ToOwned::to_owned)
}

/// The words of a mail inside a mail, and of the mails inside that one.
fn words_of(mail: &mail_parser::Message<'_>, depth: u8, words: &mut Vec<String>) {
    /// Deeper than any person forwards.
    const DEEPEST: u8 = 8;
    words.extend(mail.subject().map(ToOwned::to_owned));
    for position in 0..mail.text_body.len() {
        if let Some(text) = mail.body_text(position) {
            let pieces = paragraphs(&text);
            let pieces = pieces.iter().filter_map(|piece| text.get(piece.start..piece.end));
            words.extend(pieces.map(|text| text.trim_end().to_owned()));
        }
    }
    if depth < DEEPEST {
        for part in &mail.parts {
            if let PartType::Message(inner) = &part.body {
                words_of(inner, depth + 1, words);
            }
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    /// Where the bytes begin in the source.
    base: u64,
    source: SourceIndex,
    messages: Vec<Message>,
    gaps: Vec<Gap>,
    time: Option<ConversationTime>,
}

impl Reader<'_> {
    fn subject(&mut self, mail: &mail_parser::Message<'_>) {
        let field = mail.headers().iter().find(|header| header.name == HeaderName::Subject);
        let span = field.map_or(ByteSpan::new(0, 0), |field| {
            ByteSpan::new(u64::from(field.offset_field), u64::from(field.offset_end))
        });
        self.push(mail.subject().unwrap_or_default(), span);
    }

    fn body(&mut self, mail: &mail_parser::Message<'_>) {
        let part = |id: &u32| mail.parts.get(*id as usize);
        let texts = || mail.text_body.iter().filter_map(part);
        let has_text = texts().any(|part| matches!(&part.body, PartType::Text(text) if !text.trim().is_empty()));
        for part in texts() {
            match &part.body {
                PartType::Text(text) => self.paragraphs(part, text),
                PartType::Html(html) if !has_text => self.paragraphs(part, &html_to_text(html)),
                PartType::Html(_) => self.gap(part, GapReason::Alternative),
                _ => {}
            }
        }
        if has_text {
            for part in mail.html_body.iter().filter_map(part) {
                if matches!(part.body, PartType::Html(_)) {
                    self.gap(part, GapReason::Alternative);
                }
            }
        }
        for part in &mail.parts {
            if let PartType::Message(inner) = &part.body {
                self.forwarded(part, inner);
            }
        }
    }

    /// A mail inside the mail: its words, at the place of the whole part.
    fn forwarded(&mut self, part: &MessagePart<'_>, inner: &mail_parser::Message<'_>) {
        let mut words = Vec::new();
        words_of(inner, 0, &mut words);
        let (start, end) = (u64::from(part.offset_body), u64::from(part.offset_end));
        for (place, words) in words.iter().enumerate() {
            self.push(words, if place == 0 { ByteSpan::new(start, end) } else { ByteSpan::new(end, end) });
        }
    }

    /// A text without a name where the mail has no other text: damaged boundaries make attachments of bodies.
    fn stray(&mut self, part: &MessagePart<'_>) -> bool {
        let content = part.contents();
        let is_text = sniff(content).class == MediaClass::Text && part.attachment_name().is_none();
        if self.messages.len() > 1 || !is_text {
            return false;
        }
        self.paragraphs(part, &String::from_utf8_lossy(content));
        true
    }

    fn paragraphs(&mut self, part: &MessagePart<'_>, text: &str) {
        let (start, end) = (part.offset_body as usize, part.offset_end as usize);
        let raw = self.bytes.get(start..end).unwrap_or_default();
        // Where the text stands in the file as it is, each paragraph has its own bytes.
        let in_place = part.encoding == Encoding::None && raw.starts_with(text.as_bytes());
        for (place, piece) in paragraphs(text).iter().enumerate() {
            let span = if in_place {
                ByteSpan::new((start + piece.start) as u64, (start + piece.end) as u64)
            } else if place == 0 {
                ByteSpan::new(start as u64, end as u64)
            } else {
                ByteSpan::new(end as u64, end as u64)
            };
            self.push(text.get(piece.start..piece.end).unwrap_or_default().trim_end_matches(['\r', '\n']), span);
        }
    }

    fn push(&mut self, text: &str, span: ByteSpan) {
        let location = Location { source: self.source, span: self.moved(span), line: None };
        let mut message = Message::new(location, text.to_owned());
        message.time = self.time;
        self.messages.push(message);
    }

    fn moved(&self, span: ByteSpan) -> ByteSpan {
        ByteSpan::new(self.base + span.start, self.base + span.end)
    }

    fn gap(&mut self, part: &MessagePart<'_>, reason: GapReason) {
        let span = ByteSpan::new(u64::from(part.offset_body), u64::from(part.offset_end));
        self.gaps.push(Gap { span: self.moved(span), reason, line: None, lines: None });
    }
}
