//! From what was seen on screens to conversations of the model.

use argine_model::{
    ByteSpan, Conversation, ConversationKind, ConversationTime, Finding, FindingCode, Gap, GapReason, Location,
    Message, MessageKind, OwnerGuess, Participant, ParticipantIndex, Platform, SourceIndex, SourceState, TimeBasis,
    TimePrecision,
};
use jiff::civil::{self, DateTime};

use crate::layout::Side;
use crate::sight::{self, Item, Sight, Spoken};
use crate::stitch::{self, Chat, Placed, Screen};
use crate::{OcrEngine, OcrError, Options, Page, PageError, Screenshot, ScreenshotReading, ScreenshotSource, date};

/// Clocks may differ by this many minutes: a picture is named a moment after the screen was drawn.
const TOLERANCE: i64 = 2;

/// See [`crate::read_screenshots`].
pub(crate) fn read(
    screenshots: &[Screenshot<'_>],
    engine: Option<&dyn OcrEngine>,
    options: &Options,
) -> ScreenshotReading {
    let mut reading = ScreenshotReading::default();
    let mut seen: Vec<Option<Sight>> = Vec::new();
    for screenshot in screenshots {
        let (state, finding, sight) = see(screenshot, engine, options);
        if let Some((code, detail)) = finding {
            reading.findings.push(found(code, screenshot.source, 1, detail));
        }
        let words_outside = sight.as_ref().map_or(0, |sight| sight.words_outside);
        reading.sources.push(ScreenshotSource { source: screenshot.source, state, words_outside });
        seen.push(sight);
    }
    let screens: Vec<Screen<'_>> =
        seen.iter().enumerate().filter_map(|(page, sight)| Some(Screen { page, sight: sight.as_ref()? })).collect();
    for chat in stitch::stitch(&screens) {
        let mut builder = Builder::new(screenshots, &seen, options, &chat);
        for entry in &chat.entries {
            builder.add(entry);
        }
        reading.findings.extend(builder.findings());
        if let Some(conversation) = builder.finish() {
            reading.conversations.push(conversation);
        }
    }
    reading.findings.sort_by_key(|finding| (finding.source, finding.code));
    reading
}

/// Opens one picture, where it may be opened, and looks at it.
fn see(
    screenshot: &Screenshot<'_>,
    engine: Option<&dyn OcrEngine>,
    options: &Options,
) -> (SourceState, Option<(FindingCode, String)>, Option<Sight>) {
    let Some(consent) = screenshot.consent else {
        return (SourceState::Listed, Some((FindingCode::ScreenshotHeld, String::new())), None);
    };
    let Some(engine) = engine else {
        return (SourceState::Listed, Some((FindingCode::ScreenshotWithoutEngine, String::new())), None);
    };
    if screenshot.bytes.is_empty() {
        return (SourceState::NotRead, Some((FindingCode::Empty, String::new())), None);
    }
    if screenshot.bytes.len() > options.limits.bytes {
        let detail = format!("{} bytes", options.limits.bytes);
        return (SourceState::NotRead, Some((FindingCode::LimitReached, detail)), None);
    }
    let page = match Page::decode(screenshot.bytes, &options.limits, consent) {
        Ok(page) => page,
        Err(error) => {
            let code = match error {
                PageError::TooLarge { .. } | PageError::TooManyScans(_) => FindingCode::LimitReached,
                PageError::UnknownFormat | PageError::Damaged => FindingCode::UnknownFormat,
            };
            return (SourceState::NotRead, Some((code, error.to_string())), None);
        }
    };
    match sight::see(&page, engine) {
        Ok(sight) if sight.items.iter().any(|item| matches!(item, Item::Bubble(_))) => {
            let size = screenshot.bytes.len() as u64;
            let gap = Gap { span: ByteSpan::new(0, size), reason: GapReason::Picture, line: None, lines: None };
            let state =
                SourceState::Read { format: "screenshot".to_owned(), covered: 0, gaps: vec![gap], date_order: None };
            (state, None, Some(sight))
        }
        Ok(_) => (SourceState::Listed, Some((FindingCode::ScreenshotWithoutChat, String::new())), None),
        Err(OcrError::Missing) => {
            (SourceState::Listed, Some((FindingCode::ScreenshotWithoutEngine, String::new())), None)
        }
        Err(error @ (OcrError::TimedOut(_) | OcrError::TooMuchOutput(_))) => {
            (SourceState::NotRead, Some((FindingCode::LimitReached, error.to_string())), None)
        }
        Err(error @ OcrError::Failed(_)) => {
            (SourceState::NotRead, Some((FindingCode::ScreenshotWithoutEngine, error.to_string())), None)
        }
    }
}

fn found(code: FindingCode, source: SourceIndex, count: u32, detail: String) -> Finding {
    Finding { code, source: Some(source), line: None, count, detail }
}

/// A conversation as it comes together.
struct Builder<'a> {
    screenshots: &'a [Screenshot<'a>],
    seen: &'a [Option<Sight>],
    options: &'a Options,
    chat: &'a Chat,
    /// Names of people on the left, in order of appearance; the title first where it is a chat of two.
    names: Vec<String>,
    messages: Vec<Message>,
    date: Option<civil::Date>,
    /// The clock that stood between messages and goes with the next one.
    pending: Option<civil::Time>,
    /// Who wrote the last bubble on the left, since the last one on the right.
    speaking: Option<String>,
    senders: Vec<Option<Sender>>,
    disagreements: Vec<(usize, &'static str)>,
}

/// Who sent a message.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sender {
    Owner,
    Other(Option<String>),
}

impl<'a> Builder<'a> {
    fn new(screenshots: &'a [Screenshot<'a>], seen: &'a [Option<Sight>], options: &'a Options, chat: &'a Chat) -> Self {
        Self {
            screenshots,
            seen,
            options,
            chat,
            names: Vec::new(),
            messages: Vec::new(),
            date: None,
            pending: None,
            speaking: None,
            senders: Vec::new(),
            disagreements: Vec::new(),
        }
    }

    fn sight(&self, page: usize) -> Option<&'a Sight> {
        self.seen.get(page)?.as_ref()
    }

    fn source(&self, page: usize) -> SourceIndex {
        self.screenshots.get(page).map_or(SourceIndex(0), |screenshot| screenshot.source)
    }

    /// When the picture was taken: by its name, else by the case's clock where the clock on the screen is not later.
    fn taken(&self, page: usize) -> Option<DateTime> {
        let by_name = self.screenshots.get(page).and_then(|screenshot| date::of_file_name(screenshot.name));
        by_name.or_else(|| {
            let clock = self.options.case_clock?;
            let on_screen = self.sight(page)?.status_clock;
            on_screen.is_none_or(|on_screen| on_screen <= clock.time()).then_some(clock)
        })
    }

    fn add(&mut self, entry: &Placed) {
        match &entry.item {
            Item::Day { day, clock } => {
                self.date = day.resolve(self.taken(entry.page));
                self.pending = *clock;
                self.speaking = None;
            }
            Item::Clock(clock) => self.pending = Some(*clock),
            Item::Notice(spoken) => {
                self.push(entry, spoken, MessageKind::System, None, None);
                self.speaking = None;
            }
            Item::Bubble(bubble) => {
                let sender = if bubble.side == Side::Right {
                    self.speaking = None;
                    Sender::Owner
                } else {
                    if let Some(name) = &bubble.name {
                        self.speaking = Some(self.known_name(name));
                    }
                    Sender::Other(self.speaking.clone())
                };
                let clock = bubble.clock.or(self.pending.take());
                self.pending = None;
                self.push(entry, &bubble.spoken, MessageKind::Text, Some(sender), clock);
            }
        }
    }

    /// A name as first read: a later reading may differ in a letter.
    fn known_name(&mut self, name: &str) -> String {
        if let Some(known) = self.names.iter().find(|known| stitch::is_near(known, name)) {
            return known.clone();
        }
        self.names.push(name.to_owned());
        name.to_owned()
    }

    fn push(
        &mut self,
        entry: &Placed,
        spoken: &Spoken,
        kind: MessageKind,
        sender: Option<Sender>,
        clock: Option<civil::Time>,
    ) {
        let time = self.date.zip(clock).map(|(date, clock)| date.to_datetime(clock));
        if let Some(time) = time {
            self.check_times(entry.page, time);
        }
        let mut message = Message {
            index: self.messages.len() as u32,
            kind,
            time: time.map(|civil| ConversationTime {
                civil,
                precision: TimePrecision::Minute,
                basis: TimeBasis::Screen,
                instant: None,
            }),
            ..Message::new(self.location(entry.page), spoken.text.clone())
        };
        let details = message.details_mut();
        details.area = Some(spoken.area);
        details.read_words.clone_from(&spoken.words);
        details.also_in = entry.also.iter().map(|page| self.location(*page)).collect();
        self.messages.push(message);
        self.senders.push(sender);
    }

    fn location(&self, page: usize) -> Location {
        Location { source: self.source(page), span: ByteSpan::new(0, 0), line: None }
    }

    /// A message is not later than its picture, nor earlier than the one above it.
    fn check_times(&mut self, page: usize, time: DateTime) {
        let taken = self.screenshots.get(page).and_then(|screenshot| date::of_file_name(screenshot.name));
        let late = |limit: DateTime| time.duration_since(limit).as_mins() > TOLERANCE;
        if taken.is_some_and(late) {
            self.disagreements.push((page, "message, file name"));
        } else if let (Some(taken), Some(status)) = (taken, self.sight(page).and_then(|sight| sight.status_clock))
            && taken.date() == time.date()
            && late(taken.date().to_datetime(status))
        {
            self.disagreements.push((page, "message, status bar"));
        }
        let before = self.messages.iter().rev().find_map(|message| message.time);
        if before.is_some_and(|before| before.civil > time) {
            self.disagreements.push((page, "message, message above"));
        }
    }

    fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for page in &self.chat.pages {
            let source = self.source(*page);
            let count = self.messages.iter().filter(|message| {
                let also = message
                    .details
                    .as_ref()
                    .is_some_and(|details| details.also_in.iter().any(|place| place.source == source));
                message.location.source == source || also
            });
            findings.push(found(FindingCode::ScreenshotRead, source, count.count() as u32, String::new()));
            let named = self.screenshots.get(*page).and_then(|screenshot| date::of_file_name(screenshot.name));
            let status = self.sight(*page).and_then(|sight| sight.status_clock);
            if let (Some(named), Some(status)) = (named, status) {
                let apart = i64::from(named.hour()) * 60 + i64::from(named.minute())
                    - i64::from(status.hour()) * 60
                    - i64::from(status.minute());
                // Twelve-hour clocks without their half agree with both; midnight is next to the minute before it.
                let apart = apart.rem_euclid(720).min(720 - apart.rem_euclid(720));
                if apart > TOLERANCE {
                    findings.push(found(FindingCode::ClockDisagrees, source, 1, "status bar, file name".to_owned()));
                }
            }
            for kind in ["message, file name", "message, status bar", "message, message above"] {
                let count = self.disagreements.iter().filter(|(at, found)| at == page && *found == kind).count();
                if count > 0 {
                    findings.push(found(FindingCode::ClockDisagrees, source, count as u32, kind.to_owned()));
                }
            }
        }
        findings
    }

    fn finish(mut self) -> Option<Conversation> {
        let first = self.chat.pages.first()?;
        let is_group = self.names.len() > 1;
        let title = self.chat.title.clone();
        let other = title.clone().filter(|_| !is_group).unwrap_or_else(|| self.options.other_name.clone());
        let mut participants = vec![Participant { name: self.options.owner_name.clone(), native_id: None }];
        for (message, sender) in self.messages.iter_mut().zip(&self.senders) {
            let place = match sender {
                None => continue,
                Some(Sender::Owner) => 0,
                Some(Sender::Other(name)) => {
                    // One name alone may be a coloured line: then it is the chat of two that the title says.
                    let name = name.as_ref().filter(|_| is_group).unwrap_or(&other);
                    let known = participants.iter().skip(1).position(|known| known.name == *name);
                    known.map_or_else(
                        || {
                            participants.push(Participant { name: name.clone(), native_id: None });
                            participants.len() - 1
                        },
                        |place| place + 1,
                    )
                }
            };
            message.sender = Some(ParticipantIndex(place as u32));
        }
        let screenshot = self.screenshots.get(*first)?;
        Some(Conversation {
            id: screenshot.name.rsplit_once('.').map_or(screenshot.name, |(stem, _)| stem).to_owned(),
            platform: self.platform(),
            kind: if is_group { ConversationKind::Group } else { ConversationKind::Direct },
            title,
            participants,
            owner: Some(OwnerGuess { participant: ParticipantIndex(0), basis: "right_side".to_owned() }),
            messages: self.messages,
        })
    }

    /// The app, where its colours are its own: bubbles with clocks in WhatsApp's or Telegram's green.
    fn platform(&self) -> Platform {
        const SENT: &[(Platform, [f32; 3])] = &[
            (Platform::Whatsapp, [217.0, 253.0, 211.0]),
            (Platform::Whatsapp, [220.0, 248.0, 198.0]),
            (Platform::Whatsapp, [231.0, 255.0, 219.0]),
            (Platform::Whatsapp, [0.0, 92.0, 75.0]),
            (Platform::Whatsapp, [5.0, 97.0, 98.0]),
            (Platform::Telegram, [239.0, 254.0, 221.0]),
            (Platform::Telegram, [225.0, 255.0, 199.0]),
        ];
        let sights = self.chat.pages.iter().filter_map(|page| self.sight(*page));
        for sight in sights.filter(|sight| sight.has_corner_clocks) {
            let Some(sent) = sight.colours.1 else { continue };
            let near = |known: &[f32; 3]| known.iter().zip(sent).all(|(one, two)| (one - two).abs() < 5.0);
            if let Some((platform, _)) = SENT.iter().find(|(_, known)| near(known)) {
                return *platform;
            }
        }
        Platform::Unknown
    }
}
