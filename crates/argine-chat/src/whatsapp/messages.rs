//! The second walk: one message after the other, made from the text when it is asked for.

use argine_model::{
    AttachmentStatus, ConversationTime, DateOrder, Location, Message, MessageFlags, MessageKind, OtherReading,
    ParticipantIndex, TimeBasis, TimePrecision,
};
use jiff::civil::Date;

use super::body::{self, PhraseBook};
use super::index::{Content, Entry, Index, Writer, split_sender};
use super::phrases::Effect;
use super::suspicion::Reason;
use crate::decode::Decoded;
use crate::source::MediaIndex;

/// The messages of an export, in order, each made when it is asked for.
pub(crate) fn messages<'r>(
    index: &'r Index,
    decoded: &'r Decoded<'_>,
    media: &'r MediaIndex,
) -> impl Iterator<Item = Message> + 'r {
    let (text, book) = (decoded.text.as_ref(), PhraseBook::shared());
    let mut part_of = 0;
    let mut same: Option<([u16; 3], Option<DateOrder>, Option<Date>)> = None;
    (0_u32..).zip(index.entries.iter().enumerate()).map(move |(number, (place, entry))| {
        let end = index.entries.get(place + 1).map_or(text.len(), |next| next.start);
        let day = match same {
            Some((date, order, day)) if date == entry.date && order == entry.order => day,
            _ => entry.day(),
        };
        same = Some((entry.date, entry.order, day));
        let mut message = Message {
            index: number,
            kind: MessageKind::System,
            time: day.and_then(|day| time(entry, day)),
            flags: MessageFlags { embedded_header: entry.marks.holds_header, ..MessageFlags::default() },
            ..Message::new(
                Location {
                    source: index.source,
                    span: decoded.span(entry.start, end),
                    line: Some(entry.line.saturating_add(1)),
                },
                String::new(),
            )
        };
        fill(&mut message, entry, entry.content(text, end), book, media);
        if entry.reasons == 0 {
            part_of = number;
        } else {
            message.flags.embedded_header = true;
            let reasons = Reason::names(entry.reasons);
            message.details_mut().other_reading = Some(OtherReading { part_of, reasons });
        }
        message
    })
}

fn fill(message: &mut Message, entry: &Entry, content: &str, book: &PhraseBook, media: &MediaIndex) {
    content.clone_into(&mut message.text);
    match entry.writer {
        Writer::Person(sender) if entry.marks.content == Content::Words => {
            message.sender = Some(sender);
            message.kind = MessageKind::Text;
        }
        Writer::Person(sender) => {
            said(message, sender, book.body(content), media);
            if entry.marks.content == Content::Placeholder {
                message.kind = MessageKind::Unsupported;
            }
        }
        Writer::App | Writer::AppBehindName => {
            // A name may hold `: `: then the words are recognised by what stands before it.
            let without_name = entry.writer == Writer::App;
            let before = || split_sender(content).filter(|_| without_name);
            let line = book.app_line(content).or_else(|| book.app_line(before()?.0));
            let effect = line.map_or(Effect::None, |line| line.effect);
            message.flags.group_created = effect == Effect::GroupCreated;
            message.flags.contact_blocked = effect == Effect::ContactBlocked;
            message.flags.number_changed = effect == Effect::NumberChanged;
            message.flags.timer_changed = effect == Effect::TimerChanged;
            if effect == Effect::TimerChanged
                && let Some(seconds) = body::seconds_said(content)
            {
                message.details_mut().disappears_after = Some(seconds);
            }
        }
        Writer::Unnamed => {
            // A call, or something of an app version or a language that the tables do not have.
            message.call = book.body(content).call;
            if message.call.is_some() {
                message.kind = MessageKind::Call;
            }
        }
    }
}

/// What a person sent.
fn said(message: &mut Message, sender: ParticipantIndex, body: body::Body, media: &MediaIndex) {
    message.sender = Some(sender);
    message.kind = body.kind.unwrap_or(MessageKind::Text);
    message.caption = body.caption;
    message.repaired = body.repaired;
    message.call = body.call;
    message.flags.edited = body.edited;
    if let Some(mut attachment) = body.attachment {
        if attachment.status == AttachmentStatus::Missing
            && let Some((digest, class)) = attachment.name.as_deref().and_then(|name| media.find(name))
        {
            attachment.status = AttachmentStatus::Present;
            attachment.sha256 = digest;
            attachment.class = class;
        }
        message.attachments.push(attachment);
    }
}

fn time(entry: &Entry, day: Date) -> Option<ConversationTime> {
    Some(ConversationTime {
        civil: day.to_datetime(entry.clock()?),
        precision: if entry.second().is_some() { TimePrecision::Second } else { TimePrecision::Minute },
        basis: TimeBasis::DeviceClock,
        instant: None,
    })
}
