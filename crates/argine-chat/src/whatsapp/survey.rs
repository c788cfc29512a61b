//! The first walk through the entries: who wrote each, who takes part, and what speaks for one order of the dates.

use argine_model::{AttachmentStatus, MessageKind};
use jiff::civil::Date;

use super::body::{AppLine, PhraseBook, starts_with_mark};
use super::header::{Frame, Shape};
use super::index::{Content, Entry, Writer, split_sender};
use super::people::People;
use super::phrases::Effect;

/// What the walk found beside what it wrote into the entries.
pub(super) struct Survey<'t> {
    pub(super) people: People<'t>,
    pub(super) named: Vec<Named>,
    /// Words of the app in a language that writes the day first were seen.
    pub(super) day_first: bool,
    /// Media that the export left out: the line of the first, and how many.
    pub(super) omitted: Option<(u32, u32)>,
    /// Entries that stand for media without the app's mark, where nearly all others have it.
    pub(super) unmarked_media: Vec<u32>,
}

/// A day inside the name of an attachment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub(super) entry: u32,
    pub(super) day: Date,
    /// The name holds the time of the message (iOS), not the day of the file (Android, where passed-on files keep theirs).
    pub(super) of_message: bool,
}

/// Walks through all entries once.
pub(super) fn survey<'t>(text: &'t str, entries: &mut [Entry], shapes: &[Shape], book: &PhraseBook) -> Survey<'t> {
    let marks = MarkUse::of(text, entries, shapes, book);
    let mut walk = Walk { book, marks, survey: Survey::new(), marked_media: 0 };
    for place in 0..entries.len() {
        let end = entries.get(place + 1).map_or(text.len(), |next| next.start);
        let Some(entry) = entries.get_mut(place) else { break };
        let content = entry.content(text, end);
        let frame = shapes.get(usize::from(entry.shape)).map_or(Frame::Dash, |shape| shape.frame);
        let split = walk.split(content, frame, place == 0);
        entry.writer = walk.note(&split, entry, place);
        // The second walk need not look for the name again.
        if split.sender.is_some()
            && let Ok(name) = u16::try_from(content.len() - split.body.len())
        {
            entry.body = entry.body.saturating_add(name);
        }
    }
    let Walk { mut survey, marked_media, .. } = walk;
    if marked_media < 3 || survey.unmarked_media.len() * 20 > marked_media {
        survey.unmarked_media.clear();
    }
    survey
}

/// Who wrote an entry, and where its body begins.
struct Split<'t> {
    sender: Option<&'t str>,
    body: &'t str,
    app: Option<AppLine>,
}

struct Walk<'b, 't> {
    book: &'b PhraseBook,
    marks: MarkUse,
    survey: Survey<'t>,
    marked_media: usize,
}

impl<'t> Walk<'_, 't> {
    fn split(&self, content: &'t str, frame: Frame, first: bool) -> Split<'t> {
        let people = &self.survey.people;
        let Some((sender, body)) = split_sender(content) else {
            return Split { sender: None, body: content, app: self.book.app_line(content) };
        };
        let person = Split { sender: Some(sender), body, app: None };
        // `Mario ha creato il gruppo "Prova: test"` is no message of `Mario ha creato il gruppo "Prova`.
        if !people.is_known(sender)
            && let Some(app) = self.book.app_line(sender)
        {
            return Split { sender: None, body: content, app: Some(app) };
        }
        // iOS: the app's own lines stand behind the name of the chat or of a person, with the mark before the words.
        // Old exports write the banner behind the chat's name.
        let marked = self.marks != MarkUse::None && frame != Frame::Dash && frame != Frame::Colon;
        let candidate = if marked { starts_with_mark(body.as_bytes()) } else { first };
        if !candidate {
            return person;
        }
        let understood = self.book.body(body);
        if understood.kind.is_some() || understood.edited {
            return person;
        }
        if let Some(app) = self.book.app_line(body) {
            return Split { app: Some(app), ..person };
        }
        // A language that no table has: the banner comes first, and what stands behind the name of a group is the app's.
        let unknown = AppLine { effect: Effect::None, day_first: false };
        let of_the_app = marked && (first && self.marks == MarkUse::Unknown || self.is_sentence(sender, body));
        if of_the_app { Split { app: Some(unknown), ..person } } else { person }
    }

    /// Whether a marked line, in an export whose words of the app no table has, is a sentence of the app.
    fn is_sentence(&self, sender: &str, body: &str) -> bool {
        self.marks == MarkUse::Unknown
            && !body.contains('\n')
            && (!is_placeholder(body) || (self.survey.people.is_chat(sender) && !self.survey.people.is_known(sender)))
    }

    /// Keeps what an entry tells, and says who wrote it.
    fn note(&mut self, split: &Split<'t>, entry: &mut Entry, place: usize) -> Writer {
        let survey = &mut self.survey;
        if let Some(app) = split.app {
            survey.day_first |= app.day_first;
            survey.people.app_line(split.sender, split.body, app.effect);
            return if split.sender.is_some() { Writer::AppBehindName } else { Writer::App };
        }
        let body = self.book.body(split.body);
        survey.day_first |= body.day_first;
        let Some(sender) = split.sender else { return Writer::Unnamed };
        let participant = survey.people.sender(sender);
        if body.deleted_by_you {
            survey.people.deleted_by_you(participant);
        }
        let marked = starts_with_mark(split.body.as_bytes());
        entry.marks.content = match body.kind {
            Some(_) => Content::Other,
            None if self.marks == MarkUse::Unknown && marked && is_placeholder(split.body) => Content::Placeholder,
            None if body.edited => Content::Edited,
            None => Content::Words,
        };
        let index = u32::try_from(place).unwrap_or(u32::MAX);
        if let Some(attachment) = &body.attachment {
            if attachment.status == AttachmentStatus::Omitted {
                let (_, count) = survey.omitted.get_or_insert((entry.line.saturating_add(1), 0));
                *count = count.saturating_add(1);
            }
            if body.kind == Some(MessageKind::Media) {
                // Behind words of a person the mark stands before the bracket.
                if marked || split.body.contains("\u{200E}<") {
                    self.marked_media += 1;
                } else {
                    survey.unmarked_media.push(index);
                }
            }
            let named = attachment.name.as_deref().and_then(day_in_name);
            survey.named.extend(named.map(|(day, of_message)| Named { entry: index, day, of_message }));
        }
        Writer::Person(participant)
    }
}

impl Survey<'_> {
    fn new() -> Self {
        Self {
            people: People::default(),
            named: Vec::new(),
            day_first: false,
            omitted: None,
            unmarked_media: Vec::new(),
        }
    }
}

/// Whether the export puts a mark before the words of the app (iOS), and whether the tables know those words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MarkUse {
    None,
    Known,
    Unknown,
}

impl MarkUse {
    /// Looks at the first few hundred marked lines.
    fn of(text: &str, entries: &[Entry], shapes: &[Shape], book: &PhraseBook) -> Self {
        const LOOKED_AT: usize = 300;
        let marked = entries.iter().filter_map(|entry| {
            shapes.get(usize::from(entry.shape)).filter(|shape| shape.frame != Frame::Dash)?;
            let line = text.get(entry.start + usize::from(entry.body)..)?;
            let line = line.get(..memchr::memchr(b'\n', line.as_bytes()).unwrap_or(line.len()))?.trim_end_matches('\r');
            line.split_once(": ").map(|(_, body)| body).filter(|body| starts_with_mark(body.as_bytes()))
        });
        let (mut known, mut unknown) = (0_usize, 0_usize);
        for body in marked.take(LOOKED_AT) {
            let understood = book.body(body);
            let is_known = understood.kind.is_some() || understood.edited || book.app_line(body).is_some();
            *(if is_known { &mut known } else { &mut unknown }) += 1;
        }
        match (known, unknown) {
            (0, 0) => Self::None,
            (known, unknown) if unknown > known * 4 => Self::Unknown,
            _ => Self::Known,
        }
    }
}

/// Short, without the end of a sentence: what stands in place of media.
fn is_placeholder(body: &str) -> bool {
    body.chars().count() <= 40 && !body.trim_end().ends_with(['.', '。', '।', '!', '؟', '?'])
}

/// `IMG-20241121-WA0001.jpg`, `00000042-PHOTO-2024-11-21-14-35-07.jpg`: the day the app wrote into the name, and whether it is
/// the day of the message.
fn day_in_name(name: &str) -> Option<(Date, bool)> {
    let number = |text: Option<&str>| text.and_then(|text| text.parse::<i16>().ok());
    let small = |text: Option<&str>| text.and_then(|text| text.parse::<i8>().ok());
    if let Some(day) = name.split('-').nth(1).filter(|day| day.len() == 8 && name.contains("-WA")) {
        let day = Date::new(number(day.get(..4))?, small(day.get(4..6))?, small(day.get(6..))?).ok()?;
        return Some((day, false));
    }
    let mut parts = name.split('-').skip(2);
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    if year?.len() != 4 {
        return None;
    }
    Some((Date::new(number(year)?, small(month)?, small(day)?).ok()?, true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_attachments_hold_days() {
        let day = |name: &str| day_in_name(name).map(|(day, of_message)| (day.to_string(), of_message));
        assert_eq!(day("IMG-20241121-WA0001.jpg"), Some(("2024-11-21".to_owned(), false)));
        assert_eq!(day("00000042-PHOTO-2024-11-21-14-35-07.jpg"), Some(("2024-11-21".to_owned(), true)));
        assert_eq!(day("Contratto-2024-definitivo.pdf"), None);
        assert_eq!(day("IMG-20249921-WA0001.jpg"), None);
    }
}
