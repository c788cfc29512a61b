//! What readers get and what they give: a text to read, and conversations with an account of every byte.

use std::collections::BTreeMap;

use argine_model::{
    ByteSpan, Contact, Conversation, DateOrderFinding, Finding, Gap, GapReason, Login, MediaClass, Sha256, SourceIndex,
};

use jiff::civil::DateTime;

use crate::ReadOptions;
use crate::decode::Decoded;
use crate::whatsapp;

/// A text to read.
pub(crate) struct Document<'a> {
    pub(crate) source: SourceIndex,
    /// The file's name, then the name in each container.
    pub(crate) path: &'a [String],
    pub(crate) decoded: &'a Decoded<'a>,
    /// The bytes themselves, for formats that have their own encodings inside.
    pub(crate) bytes: &'a [u8],
    pub(crate) media: &'a MediaIndex,
    pub(crate) options: &'a ReadOptions,
    /// When it was put into the archive it comes from, by the clock of whoever did.
    pub(crate) written: Option<DateTime>,
}

impl Document<'_> {
    /// The names a conversation may take its own from: the file as handed over first, where it is a container of one chat.
    pub(crate) fn titles(&self) -> Vec<String> {
        self.path.iter().rev().filter_map(|name| whatsapp::title_of(base_name(name))).collect()
    }

    /// The byte order mark, where the text begins with one.
    pub(crate) fn mark(&self) -> Option<Gap> {
        let span = self.decoded.mark_span()?;
        Some(Gap { span, reason: GapReason::ByteOrderMark, line: Some(1), lines: None })
    }

    /// The name for a conversation that is alone: of the file as handed over.
    pub(crate) fn stem(&self) -> String {
        self.path.first().map(|name| stem(base_name(name)).to_owned()).unwrap_or_default()
    }
}

/// The last part of a path.
pub(crate) fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A name without its extension.
pub(crate) fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && extension.len() <= 5 && !extension.contains(' ') => stem,
        _ => name,
    }
}

/// The media that were handed over, by the names that messages use.
#[derive(Debug, Default)]
pub(crate) struct MediaIndex {
    by_path: BTreeMap<String, (Option<Sha256>, MediaClass)>,
    /// By the last part of the name; none inside where two files share it.
    by_name: BTreeMap<String, Option<(Option<Sha256>, MediaClass)>>,
}

impl MediaIndex {
    pub(crate) fn insert(&mut self, path: &str, digest: Option<Sha256>, class: MediaClass) {
        let found = (digest, class);
        self.by_path.entry(path.to_owned()).or_insert(found);
        self.by_name
            .entry(base_name(path).to_owned())
            .and_modify(|known| {
                if *known != Some(found) {
                    *known = None;
                }
            })
            .or_insert(Some(found));
    }

    /// The first file whose name begins so.
    pub(crate) fn find_beginning(&self, start: &str) -> Option<(String, Option<Sha256>, MediaClass)> {
        let (name, found) = self.by_name.range(start.to_owned()..).next()?;
        let (digest, class) = found.unwrap_or((None, crate::classify::class_of_name(name)));
        name.starts_with(start).then(|| (name.clone(), digest, class))
    }

    /// The file at exactly this path.
    pub(crate) fn at(&self, path: &str) -> Option<(Option<Sha256>, MediaClass)> {
        self.by_path.get(path).copied()
    }

    /// The file that a message names, if it was handed over. Where two have the name, that one is there is all we know.
    pub(crate) fn find(&self, name: &str) -> Option<(Option<Sha256>, MediaClass)> {
        if let Some(found) = self.by_path.get(name) {
            return Some(*found);
        }
        let name = base_name(name);
        let found = self.by_name.get(name)?;
        Some(found.unwrap_or((None, crate::classify::class_of_name(name))))
    }
}

/// What a reader found in one document.
pub(crate) struct Extract {
    pub(crate) format: &'static str,
    pub(crate) conversations: Vec<Conversation>,
    /// Gaps that have a reason of their own; the rest is [`Extract::filler`].
    pub(crate) gaps: Vec<Gap>,
    pub(crate) filler: GapReason,
    pub(crate) findings: Vec<Finding>,
    pub(crate) date_order: Option<DateOrderFinding>,
    /// Parts of one thread in several files are put together by this name.
    pub(crate) thread: Option<String>,
    /// For each conversation the name of its chat, which is the same in every download of it; empty where it has none. The same
    /// chat in several files, handed over in whatever order, becomes one conversation.
    pub(crate) chats: Vec<String>,
    /// The names of the account's holder, from the profile in a download.
    pub(crate) holders: Vec<String>,
    /// Attachments inside the document: name, digest, size, class.
    pub(crate) attachments: Vec<argine_model::Member>,
    /// People from follower lists, friend lists and address books.
    pub(crate) contacts: Vec<Contact>,
    /// Entries into an account.
    pub(crate) logins: Vec<Login>,
    /// Titles of chats, by their names as in [`Extract::chats`], that stand in other files of the same download.
    pub(crate) titles: Vec<(String, String)>,
    /// Where the messages of the one conversation stand, for a format whose messages are made one by one.
    pub(crate) index: Option<whatsapp::Index>,
}

impl Extract {
    pub(crate) fn new(format: &'static str, conversations: Vec<Conversation>) -> Self {
        Self {
            format,
            conversations,
            gaps: Vec::new(),
            filler: GapReason::Structure,
            findings: Vec::new(),
            date_order: None,
            thread: None,
            chats: Vec::new(),
            holders: Vec::new(),
            attachments: Vec::new(),
            contacts: Vec::new(),
            logins: Vec::new(),
            titles: Vec::new(),
            index: None,
        }
    }
}

/// Bytes that belong to messages, and all the others as gaps, in order. Whatever a reader says, the two add up to the size and
/// nothing is counted twice.
pub(crate) fn account(size: u64, mut spans: Vec<ByteSpan>, gaps: &[Gap], filler: GapReason) -> (u64, Vec<Gap>) {
    if !spans.is_sorted_by_key(|span| span.start) {
        spans.sort_by_key(|span| span.start);
    }
    let mut gaps = gaps.to_vec();
    gaps.sort_by_key(|gap| gap.span.start);
    // Both in order, one taken after the other: a second list of a million spans costs as much as reading them.
    let mut spans = spans.into_iter().filter(|span| !span.is_empty()).peekable();
    let mut gaps = gaps.into_iter().filter(|gap| !gap.span.is_empty()).peekable();
    let pieces = core::iter::from_fn(|| {
        let gap_first = match (spans.peek(), gaps.peek()) {
            (Some(span), Some(gap)) => gap.span.start < span.start,
            (span, _) => span.is_none(),
        };
        if gap_first { gaps.next().map(|gap| (gap.span, Some(gap))) } else { spans.next().map(|span| (span, None)) }
    });
    let (mut covered, mut at) = (0, 0);
    let mut all = Vec::new();
    let fill = |all: &mut Vec<Gap>, from: u64, to: u64| {
        if from < to {
            all.push(Gap { span: ByteSpan::new(from, to), reason: filler, line: None, lines: None });
        }
    };
    for (span, gap) in pieces {
        let (start, end) = (span.start.max(at).min(size), span.end.min(size));
        if start >= end {
            continue;
        }
        fill(&mut all, at, start);
        match gap {
            Some(gap) => all.push(Gap { span: ByteSpan::new(start, end), ..gap }),
            None => covered += end - start,
        }
        at = end;
    }
    fill(&mut all, at, size);
    (covered, all)
}

/// The line of a place, from 1.
pub(crate) fn line_number(bytes: &[u8], at: usize) -> u32 {
    let before = bytes.get(..at.min(bytes.len())).unwrap_or_default();
    u32::try_from(memchr::memchr_iter(b'\n', before).count()).unwrap_or(u32::MAX).saturating_add(1)
}
