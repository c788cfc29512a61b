//! Entries that fit badly among their neighbours: perhaps a line shaped like a header that a person wrote into a message.

use argine_model::ParticipantIndex;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::index::{Content, Entry};
use super::survey::{Named, Survey};

/// What speaks for a line being part of the message above it. The names are those of `OtherReading::reasons`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    TimeGoesBack,
    LoneSender,
    LineEndDiffers,
    MarkMissing,
    OtherHeaderShape,
    AttachmentDayDiffers,
}

impl Reason {
    const ALL: [(Self, &'static str); 6] = [
        (Self::TimeGoesBack, "time_goes_back"),
        (Self::LoneSender, "lone_sender"),
        (Self::LineEndDiffers, "line_end_differs"),
        (Self::MarkMissing, "mark_missing"),
        (Self::OtherHeaderShape, "other_header_shape"),
        (Self::AttachmentDayDiffers, "attachment_day_differs"),
    ];

    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The names of the reasons in `bits`.
    pub(super) fn names(bits: u8) -> Vec<String> {
        let found = Self::ALL.iter().filter(|(reason, _)| bits & reason.bit() != 0);
        found.map(|(_, name)| (*name).to_owned()).collect()
    }
}

/// Where something was first seen, and how often.
pub(super) type Seen = Option<(u32, u32)>;

#[derive(Debug, Default)]
pub(super) struct Suspects {
    pub(super) embedded: Seen,
    pub(super) backwards: Seen,
    /// Attachments whose name bears another day than their header, and the first of those days.
    pub(super) disagreeing: Seen,
    pub(super) named_day: String,
}

/// Phones send late and clocks are set: a few minutes back are usual.
const TOLERANCE_MINUTES: i64 = 5;
/// How many forged lines in a row are still told from a step of the clock.
const LONGEST_FORGERY: usize = 8;

/// Writes the reasons into the entries.
pub(super) fn mark(entries: &mut [Entry], shapes: usize, survey: &Survey<'_>, zone: &TimeZone) -> Suspects {
    let mut suspects = Suspects::default();
    clocks(entries, zone, &mut suspects);
    senders(entries);
    line_ends(entries);
    header_shapes(entries, shapes);
    for &place in &survey.unmarked_media {
        give(entries, place as usize, Reason::MarkMissing);
    }
    attachments(entries, &survey.named, &mut suspects);
    for entry in &*entries {
        if entry.reasons != 0 || entry.marks.holds_header {
            note(&mut suspects.embedded, entry);
        }
    }
    suspects
}

fn give(entries: &mut [Entry], place: usize, reason: Reason) {
    // The first entry has no message above it.
    if place > 0
        && let Some(entry) = entries.get_mut(place)
    {
        entry.reasons |= reason.bit();
    }
}

fn note(kept: &mut Seen, entry: &Entry) {
    let (_, count) = kept.get_or_insert((entry.line.saturating_add(1), 0));
    *count = count.saturating_add(1);
}

/// A few entries that are behind, or ahead of, everything around them.
fn clocks(entries: &mut [Entry], zone: &TimeZone, suspects: &mut Suspects) {
    let time = |entries: &[Entry], place: usize| entries.get(place).and_then(Entry::time);
    let mut before: Option<(u64, usize)> = None;
    for place in 0..entries.len() {
        let stamp = entries.get(place).and_then(Entry::stamp);
        // Nearly every entry is later than the one above it: only the others are looked at as times.
        let is_behind = before.zip(stamp).is_some_and(|((before, _), own)| own < before);
        let above = before.filter(|_| is_behind).and_then(|(_, above)| time(entries, above));
        before = stamp.map(|stamp| (stamp, place)).or(before);
        if let (Some(before), Some(own)) = (above, time(entries, place).filter(|_| is_behind))
            && goes_back(before, own, zone)
        {
            if let Some(entry) = entries.get(place) {
                note(&mut suspects.backwards, entry);
            }
            let returns = (place + 1..=place + LONGEST_FORGERY)
                .find(|next| time(entries, *next).is_some_and(|next| !goes_back(before, next, zone)));
            let left = (place.saturating_sub(LONGEST_FORGERY + 1)..place.saturating_sub(1))
                .rev()
                .find(|last| time(entries, *last).is_some_and(|last| !goes_back(last, own, zone)));
            // The shorter of the two is out of place: those behind from here on, or those ahead up to here.
            let range = match (returns, left) {
                (Some(returns), Some(left)) if place - 1 - left < returns - place => left + 1..place,
                (Some(returns), _) => place..returns,
                (None, Some(left)) => left + 1..place,
                (None, None) => 0..0,
            };
            for out_of_place in range {
                give(entries, out_of_place, Reason::TimeGoesBack);
            }
        }
    }
}

/// Whether time runs backwards in a way that neither lateness nor the end of summer time explains.
fn goes_back(before: DateTime, after: DateTime, zone: &TimeZone) -> bool {
    if after >= before {
        return false;
    }
    let back = before.duration_since(after).as_secs();
    if back <= TOLERANCE_MINUTES * 60 {
        return false;
    }
    // In the hour that comes twice a clock may show an earlier time later.
    let folded = zone.to_ambiguous_zoned(after).is_ambiguous() || zone.to_ambiguous_zoned(before).is_ambiguous();
    !(folded && back <= 3600 + TOLERANCE_MINUTES * 60)
}

/// In a conversation of two who write a lot, the one third name that stands there once.
fn senders(entries: &mut [Entry]) {
    let mut counts: Vec<(ParticipantIndex, usize, usize)> = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        let Some(sender) = entry.sender() else { continue };
        if let Some((_, count, _)) = counts.iter_mut().find(|(known, ..)| *known == sender) {
            *count += 1;
        } else if counts.len() == 3 {
            return;
        } else {
            counts.push((sender, 1, place));
        }
    }
    let others = counts.iter().filter(|(_, count, _)| *count >= 3).count();
    if let (Some((_, _, place)), 2) = (counts.iter().find(|(_, count, _)| *count == 1), others)
        && place + 1 < entries.len()
        && entries.get(*place).is_some_and(|entry| matches!(entry.marks.content, Content::Words | Content::Edited))
    {
        give(entries, *place, Reason::LoneSender);
    }
}

/// Files with CR LF between entries have a bare LF inside them: a header behind a bare LF is inside an entry.
fn line_ends(entries: &mut [Entry]) {
    let with_crlf = entries.iter().filter(|entry| entry.marks.after_crlf).count();
    if with_crlf == 0 || with_crlf * 20 < entries.len().saturating_sub(1) * 19 {
        return;
    }
    for place in 1..entries.len() {
        if entries.get(place).is_some_and(|entry| !entry.marks.after_crlf) {
            give(entries, place, Reason::LineEndDiffers);
        }
    }
}

/// One phone writes one shape: a few lines of another one, in the middle, were typed. Runs of another shape are another export.
fn header_shapes(entries: &mut [Entry], shapes: usize) {
    let mut counts = vec![0_usize; shapes];
    for entry in &*entries {
        if let Some(count) = counts.get_mut(usize::from(entry.shape)) {
            *count += 1;
        }
    }
    let Some((main, most)) = counts.iter().copied().enumerate().max_by_key(|(_, count)| *count) else { return };
    let is_rare = entries.len() - most > 0 && (entries.len() - most) * 20 <= most;
    // Where a number below ten is written with two digits, it always is.
    let mut below_ten = [[0_usize; 2]; 2];
    for entry in entries.iter().filter(|entry| usize::from(entry.shape) == main) {
        for (which, counts) in below_ten.iter_mut().enumerate() {
            match digits(entry, which) {
                Some(true) => counts[0] += 1,
                Some(false) => counts[1] += 1,
                None => {}
            }
        }
    }
    let odd_digits = below_ten.map(|[one, two]| {
        let few = |odd: usize, others: usize| odd > 0 && odd <= LONGEST_FORGERY && odd * 20 <= others;
        few(one, two).then_some(true).or(few(two, one).then_some(false))
    });
    for place in 1..entries.len() {
        let Some(entry) = entries.get(place) else { break };
        let is_main = usize::from(entry.shape) == main;
        let odd =
            is_main && [0, 1].iter().zip(odd_digits).any(|(which, odd)| odd.is_some() && digits(entry, *which) == odd);
        let foreign = is_rare && !is_main && {
            let main_near = |mut places: core::ops::Range<usize>| {
                places.any(|near| entries.get(near).is_some_and(|near| usize::from(near.shape) == main))
            };
            main_near(place.saturating_sub(LONGEST_FORGERY)..place)
                && (place + 1 == entries.len() || main_near(place + 1..place + 1 + LONGEST_FORGERY))
        };
        if odd || foreign {
            give(entries, place, Reason::OtherHeaderShape);
        }
    }
}

/// Whether a number of the date below ten is written with one digit; none where it is ten or more.
fn digits(entry: &Entry, which: usize) -> Option<bool> {
    (*entry.date.get(which)? < 10).then_some(*entry.one_digit.get(which)?)
}

/// Names of attachments bear a day: where they otherwise agree with the headers, one that does not is noted.
fn attachments(entries: &mut [Entry], named: &[Named], suspects: &mut Suspects) {
    let differs = |named: &Named| {
        let day = entries.get(named.entry as usize)?.day()?;
        let days = named.day.duration_since(day).as_hours() / 24;
        // A file that was passed on keeps its older day; a day of the message itself leaves room for a zone only.
        Some(days > 1 || (named.of_message && days < -1))
    };
    let different: Vec<Named> = named.iter().filter(|named| differs(named) == Some(true)).copied().collect();
    suspects.named_day = different.first().map(|named| named.day.to_string()).unwrap_or_default();
    let few = named.len() >= different.len() * 10;
    for Named { entry: place, .. } in different {
        if let Some(entry) = entries.get(place as usize) {
            note(&mut suspects.disagreeing, entry);
        }
        if few {
            give(entries, place as usize, Reason::AttachmentDayDiffers);
        }
    }
}
