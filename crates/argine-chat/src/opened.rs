//! What was read, with the messages still to come: one after the other, so that a long chat needs little more than its file.

use std::borrow::Cow;

use argine_model::{Conversation, ExhibitId, Message, Reading};

use crate::decode::Decoded;
use crate::source::MediaIndex;
use crate::whatsapp;

/// Everything that [`open`](crate::open) read, but for the messages of long chats.
///
/// ```
/// use argine_chat::{Handed, ReadOptions, open};
/// let text = "21/11/24, 14:35 - Anna: ciao\n21/11/24, 14:36 - Bruno: ciao, come stai?\n";
/// let files = [Handed { name: "Chat WhatsApp con Anna.txt", bytes: text.as_bytes() }];
/// let mut opened = open(&files, &ReadOptions::default());
/// assert_eq!(opened.heads().conversations[0].participants.len(), 2);
/// assert_eq!(opened.count(0), 2);
/// let mut words = 0;
/// opened.each(|_, message| words += message.text.split(' ').count());
/// assert_eq!(words, 4);
/// ```
#[derive(Debug)]
pub struct Opened<'a> {
    reading: Reading,
    /// By conversation.
    held: Vec<Option<Held<'a>>>,
    media: Vec<MediaIndex>,
    beside: MediaIndex,
}

/// The messages of one conversation, not made yet.
#[derive(Debug)]
pub(crate) struct Held<'a> {
    pub(crate) index: whatsapp::Index,
    pub(crate) text: HeldText<'a>,
    /// The exhibit whose container it is in; none where it was handed over loose.
    pub(crate) exhibit: Option<ExhibitId>,
}

/// The text of a conversation: ready, or to be decoded a second time.
#[derive(Debug)]
pub(crate) enum HeldText<'a> {
    Loose(Decoded<'a>),
    Unpacked(Cow<'a, [u8]>),
}

impl<'a> Opened<'a> {
    pub(crate) fn new(
        reading: Reading,
        held: Vec<Option<Held<'a>>>,
        media: Vec<MediaIndex>,
        beside: MediaIndex,
    ) -> Self {
        Self { reading, held, media, beside }
    }

    /// Sources, findings, members, people, and the head of every conversation. Messages may be in it or not: only
    /// [`each`](Self::each) gives all of them.
    pub const fn heads(&self) -> &Reading {
        &self.reading
    }

    /// How many messages [`messages`](Self::messages) will hand over of the conversation at this place.
    pub fn count(&self, conversation: usize) -> usize {
        let made = self.reading.conversations.get(conversation).map_or(0, |conversation| conversation.messages.len());
        self.held.get(conversation).and_then(Option::as_ref).map_or(made, |held| held.index.len())
    }

    /// Hands over the messages of the conversation at this place in [`heads`](Self::heads), once, in order, with its head.
    pub fn messages(&mut self, conversation: usize, mut take: impl FnMut(&Conversation, Message)) {
        let held = self.held.get_mut(conversation).and_then(Option::take);
        let Some(conversation) = self.reading.conversations.get_mut(conversation) else { return };
        let made = core::mem::take(&mut conversation.messages);
        match held {
            None => made.into_iter().for_each(|message| take(conversation, message)),
            Some(held) => held.each(&self.media, &self.beside, |message| take(conversation, message)),
        }
    }

    /// Hands over every message, once, conversation by conversation.
    pub fn each(&mut self, mut take: impl FnMut(&Conversation, Message)) {
        for conversation in 0..self.reading.conversations.len() {
            self.messages(conversation, &mut take);
        }
    }

    /// All messages in their conversations.
    pub(crate) fn collect(self) -> Reading {
        let Self { mut reading, held, media, beside } = self;
        for (conversation, held) in reading.conversations.iter_mut().zip(held) {
            if let Some(held) = held {
                conversation.messages.reserve_exact(held.index.len());
                held.each(&media, &beside, |message| conversation.messages.push(message));
            }
        }
        reading
    }
}

impl Held<'_> {
    fn each(self, media: &[MediaIndex], beside: &MediaIndex, take: impl FnMut(Message)) {
        let own = self.exhibit.and_then(|exhibit| media.get((exhibit.0 as usize).checked_sub(1)?));
        let media = own.unwrap_or(beside);
        match &self.text {
            HeldText::Loose(decoded) => whatsapp::messages(&self.index, decoded, media).for_each(take),
            HeldText::Unpacked(bytes) => whatsapp::messages(&self.index, &Decoded::new(bytes), media).for_each(take),
        }
    }
}
