//! Screens of one chat put together: what stands on two of them is one message.

use crate::sight::{Bubble, Item, Sight};

/// A message, notice or date with the screens it stands on.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) item: Item,
    /// The screen whose words are used.
    pub(crate) page: usize,
    /// The same message on other screens.
    pub(crate) also: Vec<usize>,
}

/// A chat over one or more screens.
#[derive(Debug)]
pub(crate) struct Chat {
    pub(crate) title: Option<String>,
    pub(crate) pages: Vec<usize>,
    pub(crate) entries: Vec<Placed>,
}

/// A screen that may be joined to a chat: its number, and what was seen on it.
pub(crate) struct Screen<'a> {
    pub(crate) page: usize,
    pub(crate) sight: &'a Sight,
}

/// How many messages at the seam are compared at most.
const LONGEST_OVERLAP: usize = 80;
/// How many letters of a message are compared at most.
const MOST_COMPARED: usize = 400;

/// Puts screens together, in the order given: each goes to the chat with its title, before or after what is known of it, and
/// what overlaps is kept once.
pub(crate) fn stitch(screens: &[Screen<'_>]) -> Vec<Chat> {
    let mut chats: Vec<Chat> = Vec::new();
    let mut last: Option<usize> = None;
    for screen in screens {
        let entries: Vec<Placed> = screen
            .sight
            .items
            .iter()
            .map(|item| Placed { item: item.clone(), page: screen.page, also: Vec::new() })
            .collect();
        let place = chat_of(&chats, last, screen, &entries);
        if let Some(chat) = place.and_then(|place| chats.get_mut(place)) {
            join(chat, entries);
            chat.pages.push(screen.page);
            if chat.title.is_none() {
                chat.title.clone_from(&screen.sight.title);
            }
            last = place;
        } else {
            last = Some(chats.len());
            chats.push(Chat { title: screen.sight.title.clone(), pages: vec![screen.page], entries });
        }
    }
    chats
}

/// The chat that a screen continues: the one with its title, or, where a title is missing, the last one if they overlap.
fn chat_of(chats: &[Chat], last: Option<usize>, screen: &Screen<'_>, entries: &[Placed]) -> Option<usize> {
    if let Some(title) = &screen.sight.title {
        let same = chats.iter().position(|chat| chat.title.as_ref().is_some_and(|known| is_near(known, title)));
        if same.is_some() {
            return same;
        }
    }
    let place = last?;
    let chat = chats.get(place)?;
    let is_open = screen.sight.title.is_none() || chat.title.is_none();
    (is_open && (overlap(&chat.entries, entries) > 0 || overlap(entries, &chat.entries) > 0)).then_some(place)
}

fn join(chat: &mut Chat, entries: Vec<Placed>) {
    let known = core::mem::take(&mut chat.entries);
    let after = overlap(&known, &entries);
    let before = if after == 0 { overlap(&entries, &known) } else { 0 };
    chat.entries = if before > 0 { merged(entries, known, before) } else { merged(known, entries, after) };
}

/// One sequence of two, where the last `overlap` messages of the first are the first ones of the second.
fn merged(mut first: Vec<Placed>, second: Vec<Placed>, overlap: usize) -> Vec<Placed> {
    let messages = spoken(&first);
    let mut seam = messages.get(messages.len() - overlap..).unwrap_or_default().to_vec();
    seam.reverse();
    let has_day = |entries: &[Placed]| entries.iter().any(|entry| matches!(entry.item, Item::Day { .. }));
    let at = seam.last().copied().unwrap_or(first.len());
    let knows_day = first.get(..at).is_some_and(has_day);
    let mut day = None;
    let mut rest = Vec::new();
    for entry in second {
        if overlap == 0 {
            rest.push(entry);
        } else if is_spoken(&entry) {
            match seam.pop().and_then(|place| first.get_mut(place)) {
                Some(known) => merge(known, entry),
                None => rest.push(entry),
            }
        } else if seam.is_empty() {
            rest.push(entry);
        } else if seam.len() == overlap && !knows_day && matches!(entry.item, Item::Day { .. }) {
            // The day that hangs over the top of the second screen is that of its first message.
            day = Some(entry);
        }
    }
    if let Some(day) = day {
        first.insert(at, day);
    }
    first.extend(rest);
    first
}

/// The entry known takes what the new screen shows better.
fn merge(known: &mut Placed, new: Placed) {
    let mut also = core::mem::take(&mut known.also);
    also.extend(&new.also);
    let clock = clock_of(&known.item).or(clock_of(&new.item));
    if is_better(&new.item, &known.item) {
        also.push(known.page);
        *known = new;
    } else {
        also.push(new.page);
    }
    also.sort_unstable();
    also.dedup();
    known.also = also;
    give_clock(&mut known.item, clock);
}

fn is_spoken(entry: &Placed) -> bool {
    matches!(entry.item, Item::Bubble(_) | Item::Notice(_))
}

/// The places of the entries that somebody, or the app, said.
fn spoken(entries: &[Placed]) -> Vec<usize> {
    entries.iter().enumerate().filter(|(_, entry)| is_spoken(entry)).map(|(place, _)| place).collect()
}

fn clock_of(item: &Item) -> Option<jiff::civil::Time> {
    match item {
        Item::Bubble(bubble) => bubble.clock,
        _ => None,
    }
}

fn give_clock(item: &mut Item, clock: Option<jiff::civil::Time>) {
    if let Item::Bubble(bubble) = item {
        bubble.clock = bubble.clock.or(clock);
    }
}

fn is_better(new: &Item, known: &Item) -> bool {
    match (new, known) {
        (Item::Bubble(new), Item::Bubble(known)) => known.is_cut && !new.is_cut,
        _ => false,
    }
}

/// How many messages at the end of `first` are those at the beginning of `second`. Short words alone prove nothing: "ok" can be
/// said twice. Days do not count: apps hang the day over the top of the screen.
fn overlap(first: &[Placed], second: &[Placed]) -> usize {
    let first: Vec<&Placed> = first.iter().filter(|entry| is_spoken(entry)).collect();
    let second: Vec<&Placed> = second.iter().filter(|entry| is_spoken(entry)).take(LONGEST_OVERLAP).collect();
    let most = first.len().min(second.len());
    for length in (1..=most).rev() {
        let tail = first.iter().skip(first.len() - length);
        let mut letters = 0;
        let mut messages = 0;
        let agrees = tail.zip(&second).enumerate().all(|(place, (one, two))| match (&one.item, &two.item) {
            (Item::Bubble(one), Item::Bubble(two)) => {
                letters += one.spoken.text.chars().count().min(two.spoken.text.chars().count());
                messages += 1;
                is_same(one, two, place == 0, place + 1 == length)
            }
            (Item::Notice(one), Item::Notice(two)) => is_near(&one.text, &two.text),
            _ => false,
        });
        if agrees && messages > 0 && (letters >= 14 || messages >= 3) {
            return length;
        }
    }
    0
}

/// One message on two screens. At the upper end of the overlap the new screen may show only its end, at the lower end the old
/// screen may show only its beginning.
fn is_same(one: &Bubble, two: &Bubble, is_first: bool, is_last: bool) -> bool {
    if one.side != two.side {
        return false;
    }
    if let (Some(one), Some(two)) = (one.clock, two.clock)
        && one != two
    {
        return false;
    }
    let (old, new) = (compact(&one.spoken.text), compact(&two.spoken.text));
    let is_part = |whole: &str, part: &str| part.chars().count() >= 6 && whole.contains(part);
    // What hangs over the upper edge is read as words before the message.
    let is_end = |whole: &str, end: &str| end.chars().count() >= 12 && whole.ends_with(end);
    is_near(&old, &new)
        || (is_first && two.is_cut && (is_part(&old, &new) || is_end(&new, &old)))
        || (is_last && one.is_cut && is_part(&new, &old))
}

fn compact(text: &str) -> String {
    text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether two readings are of the same words: at most one letter in eight differs.
pub(crate) fn is_near(one: &str, two: &str) -> bool {
    let (one, two): (Vec<char>, Vec<char>) = (compact(one).chars().collect(), compact(two).chars().collect());
    let longest = one.len().max(two.len());
    if one.len().abs_diff(two.len()) * 8 > longest {
        return false;
    }
    if one == two {
        return true;
    }
    let shown = |text: &[char]| text.iter().take(MOST_COMPARED).copied().collect::<Vec<char>>();
    longest >= 4 && distance(&shown(&one), &shown(&two)) * 8 <= longest.min(MOST_COMPARED)
}

/// Letters to change, add or drop between two texts.
fn distance(one: &[char], two: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=two.len()).collect();
    for (number, letter) in one.iter().enumerate() {
        let mut diagonal = number;
        let mut left = number + 1;
        let mut next = vec![left];
        for (other, above) in two.iter().zip(row.iter().skip(1)) {
            let cost = diagonal + usize::from(letter != other);
            diagonal = *above;
            left = cost.min(*above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
