//! What a body is: words of a person, or words that the app put in place of media, calls and deleted messages.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use argine_model::{Attachment, AttachmentStatus, Call, CallOutcome, MediaClass, MessageKind};
use memchr::memchr;

use super::phrases::{Effect, LANGUAGES, Meaning, REMOVED, Words, is_removed, seconds};
use crate::classify::class_of_name;

/// Longest body, in bytes, that can be a phrase of the app.
const LONGEST_PHRASE: usize = 200;

/// A body understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) kind: Option<MessageKind>,
    pub(super) caption: Option<String>,
    /// The words without what the app added to them.
    pub(super) repaired: Option<String>,
    pub(super) attachment: Option<Attachment>,
    pub(super) call: Option<Call>,
    pub(super) edited: bool,
    pub(super) deleted_by_you: bool,
    pub(super) day_first: bool,
}

impl Body {
    fn of(kind: MessageKind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }
}

/// A line that the app wrote, with no sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AppLine {
    pub(super) effect: Effect,
    pub(super) day_first: bool,
}

/// All phrases, ready to be looked up.
#[derive(Debug)]
pub(super) struct PhraseBook {
    bodies: HashMap<&'static str, (Meaning, bool)>,
    /// Which bytes a long and a short phrase may begin with, hashed, with a small or a capital first letter: most bodies stop here.
    beginnings: [Vec<bool>; 2],
    /// The phrases of calls, behind which stands how they went.
    calls: Vec<(&'static str, Meaning, bool)>,
    /// What lines of the app begin with, then what they hold, each with its meaning, in the order in which they count.
    lines: Option<AhoCorasick>,
    effects: Vec<AppLine>,
    starts: usize,
}

impl PhraseBook {
    /// The one book of all languages.
    pub(super) fn shared() -> &'static Self {
        static BOOK: LazyLock<PhraseBook> = LazyLock::new(PhraseBook::new);
        &BOOK
    }

    fn new() -> Self {
        let mut bodies = HashMap::new();
        let mut known = [vec![false; BEGINNINGS], vec![false; BEGINNINGS]];
        let mut calls = Vec::new();
        for language in LANGUAGES {
            for &(phrase, meaning) in language.bodies {
                bodies.entry(phrase.trim_end_matches(CLOSING)).or_insert((meaning, language.day_first));
                if matches!(meaning, Meaning::Call { .. } | Meaning::Missed { .. }) {
                    calls.push((phrase, meaning, language.day_first));
                }
            }
            let phrases = language.bodies.iter().map(|(phrase, _)| phrase).chain(language.poll).chain(language.place);
            for phrase in phrases.chain(&["http"]).chain(REMOVED.iter().map(|(before, _)| before)) {
                let first = phrase.find(char::is_alphabetic).unwrap_or_default();
                let (before, letters) = phrase.split_at_checked(first).unwrap_or_default();
                let rest: String = letters.chars().skip(1).collect();
                let capital: String = letters.chars().take(1).flat_map(char::to_uppercase).collect();
                let capital = format!("{before}{capital}{rest}");
                for spelling in [*phrase, &capital, &phrase.to_uppercase()] {
                    let which = usize::from(spelling.len() < LONG);
                    if let (Some(table), Some(place)) = (known.get_mut(which), beginnings(spelling).get(which))
                        && let Some(known) = table.get_mut(*place)
                    {
                        *known = true;
                    }
                }
            }
        }
        let patterns = |phrases: fn(&Words) -> &'static [(&'static str, Effect)]| {
            LANGUAGES.iter().flat_map(move |language| {
                let line = move |effect| AppLine { effect, day_first: language.day_first };
                phrases(language).iter().map(move |(phrase, effect)| (*phrase, line(*effect)))
            })
        };
        let starts: Vec<_> = patterns(|language| language.starts).collect();
        let all: Vec<_> = starts.iter().copied().chain(patterns(|language| language.inside)).collect();
        Self {
            bodies,
            beginnings: known,
            calls,
            lines: AhoCorasick::new(all.iter().map(|(phrase, _)| *phrase)).ok(),
            effects: all.iter().map(|(_, line)| *line).collect(),
            starts: starts.len(),
        }
    }

    /// Understands the body of a message that has a sender.
    pub(super) fn body(&self, text: &str) -> Body {
        let bytes = text.as_bytes();
        let marked = starts_with_mark(bytes);
        let stripped = strip_marks(text);
        if stripped.is_empty() || stripped == "." && text.len() == 1 {
            return Body::of(MessageKind::ViewOnce);
        }
        // Two looks at single bytes decide for nearly all messages of people.
        let ends_like_app = matches!(bytes.last(), Some(b'>' | b')'));
        let mut places = self.beginnings.iter().zip(beginnings(stripped));
        let begins_like_app = places.any(|(known, place)| known.get(place) == Some(&true));
        if !(marked || ends_like_app || begins_like_app || memchr(b'\n', bytes).is_some()) {
            return Body::default();
        }
        let (line, rest) = stripped.split_once('\n').unwrap_or((stripped, ""));
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.len() <= LONGEST_PHRASE {
            let caption = || (!rest.is_empty()).then(|| rest.to_owned());
            if begins_like_app || marked {
                if let Some(body) = self.phrase(line, marked, caption()) {
                    return body;
                }
                if let Some(body) = self.document(line, caption()) {
                    return body;
                }
            }
            if let Some((name, day_first)) = attached_name(line, marked) {
                return attached(name, caption(), day_first);
            }
        }
        if let Some((name, before)) = attached_at_end(stripped) {
            let caption = Some(before.trim_end().to_owned()).filter(|before| !before.is_empty());
            return attached(name, caption, false);
        }
        if let Some(body) = structured(stripped) {
            return body;
        }
        edited(text).unwrap_or_default()
    }

    fn phrase(&self, line: &str, marked: bool, caption: Option<String>) -> Option<Body> {
        let folded = fold(line);
        let folded = folded.trim_end_matches(CLOSING);
        let (meaning, day_first) = match self.bodies.get(folded) {
            Some(found) => *found,
            None if caption.is_none() && is_removed(folded) => return Some(Body::of(MessageKind::Deleted)),
            None => return self.call(folded).or_else(|| view_once(folded)),
        };
        // Only media carry words of a person on the lines behind; anything else with more lines is words.
        let plain = caption.is_none();
        let body = match meaning {
            Meaning::Omitted(class) => {
                Body { caption, attachment: Some(omitted(class)), ..Body::of(MessageKind::Media) }
            }
            Meaning::OmittedContact if plain => {
                Body { attachment: Some(omitted(MediaClass::Text)), ..Body::of(MessageKind::Contact) }
            }
            Meaning::Deleted if plain => Body::of(MessageKind::Deleted),
            Meaning::DeletedByYou if plain => Body { deleted_by_you: true, ..Body::of(MessageKind::Deleted) },
            Meaning::Missed { video } if plain => call(video, CallOutcome::Missed, None),
            // The bare word is also a word of people: it must carry the app's mark.
            Meaning::Call { video } if plain && marked => call(video, CallOutcome::Unknown, None),
            Meaning::ViewOnce if plain => Body::of(MessageKind::ViewOnce),
            Meaning::Place if plain => Body::of(MessageKind::Location),
            Meaning::Unsupported if plain => Body::of(MessageKind::Unsupported),
            _ => return None,
        };
        Some(Body { day_first, ..body })
    }

    /// `Videochiamata, 6 min`, `Missed voice call, Tap to call back`, `Chiamata vocale persa alle 21:34`.
    fn call(&self, folded: &str) -> Option<Body> {
        let begin = self.calls.iter().filter(|(phrase, ..)| folded.starts_with(phrase));
        let (head, meaning, day_first) = *begin.max_by_key(|(phrase, ..)| phrase.len())?;
        let tail = folded.get(head.len()..)?;
        let mut words = LANGUAGES.iter().flat_map(|language| language.call_at);
        let separated = tail.trim_start().starts_with(SEPARATORS) || words.any(|word| tail.starts_with(word));
        if !separated {
            return None;
        }
        let tail = tail.trim_start_matches(|character| character == ' ' || SEPARATORS.contains(&character));
        if tail.len() > 80 {
            return None;
        }
        let (video, missed) = match meaning {
            Meaning::Missed { video } => (video, true),
            Meaning::Call { video } => (video, false),
            _ => return None,
        };
        let seconds = duration(tail);
        let says = |tail: &str, phrases: fn(&'static Words) -> &'static [&'static str]| {
            LANGUAGES.iter().any(|language| phrases(language).iter().any(|phrase| tail.starts_with(phrase)))
        };
        // `alle 21:34, tocca per richiamare`
        let (clock, hint) = tail.split_once([',', '•', '、', '،']).unwrap_or((tail, ""));
        let is_hint = |hint: &str| hint.is_empty() || says(hint, |language| language.unanswered);
        let outcome = if says(tail, |language| language.declined) {
            CallOutcome::Declined
        } else if says(tail, |language| language.unanswered)
            || (missed && clock_time(clock) && is_hint(hint.trim_start()))
        {
            CallOutcome::Missed
        } else if seconds.is_some() {
            if missed { CallOutcome::Missed } else { CallOutcome::Answered }
        } else {
            return None;
        };
        Some(Body { day_first, ..call(video, outcome, seconds) })
    }

    /// `Contratto.pdf • 3 pagine documento omesso`.
    fn document(&self, line: &str, caption: Option<String>) -> Option<Body> {
        let (name, rest) = line.split_once('•')?;
        let folded = fold(rest);
        let folded = folded.trim().trim_end_matches('.');
        let words = folded.match_indices(' ').map(|(at, _)| at + 1).chain([0]);
        let mut found = words.filter_map(|at| self.bodies.get(folded.get(at..)?.trim_start()));
        let (meaning, day_first) = *found.find(|(meaning, _)| matches!(meaning, Meaning::Omitted(_)))?;
        let Meaning::Omitted(class) = meaning else { return None };
        let name = strip_marks(name.trim()).trim().to_owned();
        let attachment = Attachment { name: Some(name).filter(|name| !name.is_empty()), ..omitted(class) };
        Some(Body { caption, attachment: Some(attachment), day_first, ..Body::of(MessageKind::Media) })
    }

    /// Whether a line without a sender, or one that stands behind the chat's name, is the app's own.
    pub(super) fn app_line(&self, text: &str) -> Option<AppLine> {
        if text.len() > 2 * LONGEST_PHRASE || text.contains('\n') {
            return None;
        }
        let folded = fold(text);
        let found = self.lines.as_ref()?.find_overlapping_iter(&folded);
        let best = found
            .filter(|found| found.pattern().as_usize() >= self.starts || found.start() == 0)
            .map(|found| found.pattern().as_usize())
            .min()?;
        self.effects.get(best).copied()
    }
}

/// What stands between a call and how it went.
const SEPARATORS: [char; 5] = [',', '.', '•', '、', '،'];

/// What may close a phrase, depending on the version.
const CLOSING: [char; 3] = ['.', ' ', '。'];

const BEGINNINGS: usize = 1 << 16;
/// From so many bytes on a phrase is found by its first eight bytes.
const LONG: usize = 8;

/// The first eight bytes, or the first four where a phrase is shorter: ASCII letters made small, hashed to a place in a table.
fn beginnings(text: &str) -> [usize; 2] {
    let place = |hash: u32| (hash.wrapping_mul(0x9E37_79B1) >> 16) as usize % BEGINNINGS;
    let (mut hash, mut four) = (0_u32, 0);
    for (number, byte) in text.bytes().take(LONG).enumerate() {
        hash = hash.wrapping_mul(0x0100_0193) ^ u32::from(byte.to_ascii_lowercase());
        if number == 3 {
            four = hash;
        }
    }
    [place(hash), place(four)]
}

/// Small letters, straight apostrophes, plain spaces, no marks of direction.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            '\0'..='\x7F' => folded.push(character),
            '\u{2019}' | '\u{2018}' => folded.push('\''),
            '\u{A0}' | '\u{202F}' | '\u{2009}' => folded.push(' '),
            mark if is_mark(mark) => {}
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

pub(super) const fn is_mark(character: char) -> bool {
    matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}')
}

fn strip_marks(text: &str) -> &str {
    if text.is_ascii() { text } else { text.trim_matches(is_mark) }
}

/// Whether the app put its mark (U+200E) before the body.
pub(super) fn starts_with_mark(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xE2\x80\x8E")
}

fn omitted(class: MediaClass) -> Attachment {
    Attachment { name: None, class, status: AttachmentStatus::Omitted, sha256: None }
}

fn call(video: bool, outcome: CallOutcome, seconds: Option<u32>) -> Body {
    Body { call: Some(Call { video, outcome, seconds }), ..Body::of(MessageKind::Call) }
}

fn attached(name: &str, caption: Option<String>, day_first: bool) -> Body {
    let class = class_of_name(name);
    let kind = if name.to_ascii_lowercase().ends_with(".vcf") { MessageKind::Contact } else { MessageKind::Media };
    let attachment = Attachment { name: Some(name.to_owned()), class, status: AttachmentStatus::Missing, sha256: None };
    Body { caption, attachment: Some(attachment), day_first, ..Body::of(kind) }
}

/// `IMG-20241121-WA0001.jpg (file allegato)` and `<allegato: 00000042-PHOTO-2024-11-21-14-35-07.jpg>`.
fn attached_name(line: &str, marked: bool) -> Option<(&str, bool)> {
    if let Some(name) = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (")).map(|(name, _)| name) {
        let tail = fold(line.get(name.len()..)?);
        let known = LANGUAGES.iter().find(|language| language.attached.contains(&tail.trim()));
        let name = strip_marks(name);
        // In an unknown language the app's own mark stands before the name.
        return (known.is_some() || (marked && looks_like_file(name)))
            .then(|| (name, known.is_some_and(|language| language.day_first)));
    }
    let inner = line.strip_prefix('<')?.strip_suffix('>')?;
    let (word, name) = inner.split_once(':')?;
    let word = fold(word);
    let known = LANGUAGES.iter().find(|language| language.attached_tag.contains(&word.trim()));
    let name = strip_marks(name.trim());
    (known.is_some() || (marked && looks_like_file(name)))
        .then(|| (name, known.is_some_and(|language| language.day_first)))
}

/// Words first, the attachment behind them: `Guarda <allegato: …>` with the app's mark before the bracket.
fn attached_at_end(text: &str) -> Option<(&str, &str)> {
    let open = text.strip_suffix('>')?.rfind("\u{200E}<")?;
    let (before, tag) = text.split_at_checked(open)?;
    let (name, _) = attached_name(strip_marks(tag), true)?;
    Some((name, before))
}

fn looks_like_file(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty()
            && (2..=5).contains(&extension.len())
            && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Polls and places keep their words, which people wrote or chose.
fn structured(text: &str) -> Option<Body> {
    if let Some(colon) = text.find(':')
        && colon <= 24
    {
        let head = fold(text.get(..colon)?);
        let head = head.trim();
        let rest = text.get(colon + 1..)?.trim_start();
        if LANGUAGES.iter().any(|language| language.poll.contains(&head)) && options(rest) >= 2 {
            return Some(Body::of(MessageKind::Poll));
        }
        if is_map_link(rest) && LANGUAGES.iter().any(|language| language.place.contains(&head)) {
            return Some(Body::of(MessageKind::Location));
        }
    }
    is_map_link(text).then(|| Body::of(MessageKind::Location))
}

/// Lines of a poll: `OPTION: yes (3 votes)`, in every language a word in capitals and a colon.
fn options(text: &str) -> usize {
    text.lines()
        .filter(|line| {
            strip_marks(line).split_once(':').is_some_and(|(word, _)| {
                !word.is_empty() && word.chars().count() <= 12 && word.chars().all(char::is_uppercase)
            })
        })
        .count()
}

fn is_map_link(text: &str) -> bool {
    !text.contains(['\n', ' '])
        && ["https://maps.google.com/?q=", "http://maps.google.com/?q=", "https://maps.google.com/maps?q="]
            .iter()
            .any(|prefix| text.starts_with(prefix))
}

fn edited(text: &str) -> Option<Body> {
    let text = text.strip_suffix('\u{200E}').unwrap_or(text);
    let open = text.strip_suffix('>')?.rfind('<')?;
    let mark = fold(text.get(open..)?);
    let language = LANGUAGES.iter().find(|language| language.edited.contains(&mark.as_str()))?;
    let words = text.get(..open)?.trim_end_matches(is_mark);
    let words = words.strip_suffix(' ').unwrap_or(words).trim_end_matches(is_mark);
    Some(Body { edited: true, repaired: Some(words.to_owned()), day_first: language.day_first, ..Body::default() })
}

/// Wordings of view-once media vary with the version: the notion is always one of these.
fn view_once(folded: &str) -> Option<Body> {
    let inner = folded.strip_prefix('<')?.strip_suffix('>')?;
    let notions = LANGUAGES.iter().flat_map(|language| language.view_once);
    notions.into_iter().any(|notion| inner.contains(notion)).then(|| Body::of(MessageKind::ViewOnce))
}

/// `6 min`, `1 h 5 min`, `45 sec`, `6分`, `1:02:03`: seconds, where the text is nothing but a duration.
fn duration(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('.');
    if let Some(clock) = clock_duration(text) {
        return Some(clock);
    }
    let (mut total, mut parts, mut rest) = (0_u32, 0, text);
    while !rest.is_empty() {
        let (value, unit) = number(rest)?;
        let unit = unit.trim_start();
        let letters = unit.find(|character: char| !character.is_alphabetic()).unwrap_or(unit.len());
        total = total.checked_add(value.checked_mul(seconds(unit.get(..letters)?)?)?)?;
        parts += 1;
        let tail = unit.get(letters..)?.trim_start_matches(['.', ',', ' ']);
        let joined = LANGUAGES.iter().flat_map(|language| language.and).find_map(|word| tail.strip_prefix(word));
        rest = joined.map_or(tail, str::trim_start);
        // What people say after a duration is no duration.
        if parts > 3 {
            return None;
        }
    }
    (parts > 0).then_some(total)
}

/// The first duration that a sentence holds: `… 24 ore dopo l'invio`.
pub(super) fn seconds_said(text: &str) -> Option<u32> {
    let folded = fold(text);
    let mut rest = folded.as_str();
    loop {
        rest = rest.get(rest.find(|character: char| digit(character).is_some())?..)?;
        let (value, behind) = number(rest)?;
        let unit = behind.trim_start();
        let letters = unit.find(|character: char| !character.is_alphabetic()).unwrap_or(unit.len());
        // In Japanese the words go on behind the unit without a space.
        let unit = unit.get(..letters)?;
        let mut ends = unit.char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
        let found =
            if unit.is_ascii() { seconds(unit) } else { ends.find_map(|end| unit.get(..end).and_then(seconds)) };
        if let Some(found) = found.filter(|_| value > 0) {
            return value.checked_mul(found);
        }
        rest = behind;
    }
}

/// The number at the beginning, in digits of any script that phones write, and what follows.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|character: char| digit(character).is_none()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let value =
        digits.chars().filter_map(digit).try_fold(0_u32, |value, digit| value.checked_mul(10)?.checked_add(digit));
    (!digits.is_empty()).then_some((value?, rest))
}

fn digit(character: char) -> Option<u32> {
    match character {
        '0'..='9' => character.to_digit(10),
        '\u{660}'..='\u{669}' => Some(character as u32 - 0x660),
        '\u{6F0}'..='\u{6F9}' => Some(character as u32 - 0x6F0),
        '\u{FF10}'..='\u{FF19}' => Some(character as u32 - 0xFF10),
        _ => None,
    }
}

fn clock_duration(text: &str) -> Option<u32> {
    let mut parts = 0;
    let mut total = 0_u32;
    for part in text.split(':') {
        parts += 1;
        total = total.checked_mul(60)?.checked_add(number(part).filter(|(_, rest)| rest.is_empty())?.0)?;
    }
    (parts == 2 || parts == 3).then_some(total)
}

/// `alle 21:34`: the time of a missed call.
fn clock_time(text: &str) -> bool {
    text.len() <= 48
        && text.contains([':', '.'])
        && text.chars().filter(|character| digit(*character).is_some()).count() >= 3
        && text.split_whitespace().count() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Option<MessageKind> {
        PhraseBook::shared().body(text).kind
    }

    #[test]
    fn words_of_the_app_and_words_of_people() {
        use MessageKind::{Call, Contact, Deleted, Location, Media, Poll, Unsupported, ViewOnce};
        let cases: &[(&str, Option<MessageKind>)] = &[
            ("<Media omessi>", Some(Media)),
            ("<Media omessi>\nguarda che bella", Some(Media)),
            ("<media omitted>", Some(Media)),
            ("\u{200E}immagine omessa", Some(Media)),
            ("\u{200E}GIF esclusa", Some(Media)),
            ("<Médias omis>", Some(Media)),
            ("image absente", Some(Media)),
            ("<Medien ausgeschlossen>", Some(Media)),
            ("\u{200E}Bild weggelassen", Some(Media)),
            ("Video omitido", Some(Media)),
            ("imagem ocultada", Some(Media)),
            ("Ricevuta.pdf (file allegato)", Some(Media)),
            ("\u{200E}IMG-20241121-WA0001.jpg (file allegato)", Some(Media)),
            ("\u{200E}<allegato: 00000042-PHOTO-2024-11-21-14-35-07.jpg>", Some(Media)),
            ("\u{200E}<pièce jointe : 00000042-PHOTO-2024-11-21-14-35-07.jpg>", Some(Media)),
            ("guarda \u{200E}<allegato: 00000042-PHOTO-2024-11-21-14-35-07.jpg>", Some(Media)),
            ("\u{200E}Contratto.pdf • \u{200E}3 pagine \u{200E}documento omesso", Some(Media)),
            ("\u{200E}Contratto.pdf • documento omesso", Some(Media)),
            ("\u{200E}scheda contatto omessa", Some(Contact)),
            ("Anna.vcf (file allegato)", Some(Contact)),
            ("Questo messaggio è stato eliminato", Some(Deleted)),
            ("Hai eliminato questo messaggio.", Some(Deleted)),
            ("Diese Nachricht wurde gelöscht.", Some(Deleted)),
            ("Questo messaggio è stato eliminato dall’amministratore Lia Neri", Some(Deleted)),
            ("\u{200E}This message was deleted by admin ~\u{202F}Sam.", Some(Deleted)),
            ("Ylläpitäjä Aino poisti tämän viestin", Some(Deleted)),
            ("このメッセージは管理者健によって削除されました", Some(Deleted)),
            ("\u{200E}Chiamata vocale persa alle 14:36, \u{200E}Tocca per richiamare", Some(Call)),
            ("Chiamata vocale persa alle 14:36, ti volevo parlare", None),
            ("Admin di merda, hai cancellato tutto", None),
            ("Se eliminó este mensaje.", Some(Deleted)),
            ("Esta mensagem foi apagada", Some(Deleted)),
            ("Videochiamata persa", Some(Call)),
            ("Chiamata vocale persa alle 21:34", Some(Call)),
            ("Videochiamata, 6 min", Some(Call)),
            ("\u{200E}Videoanruf, 6 Min.", Some(Call)),
            ("\u{200E}Voice call, \u{200E}No answer", Some(Call)),
            ("\u{200E}Missed voice call, \u{200E}Tap to call back", Some(Call)),
            ("Llamada, 2 min", Some(Call)),
            ("Appel vidéo, 1 h 5 min", Some(Call)),
            ("", Some(ViewOnce)),
            ("\u{200E}", Some(ViewOnce)),
            ("<View once voice message omitted>", Some(ViewOnce)),
            ("null", Some(Unsupported)),
            ("POLL:\nPizza?\nOPTION: sì (2 votes)\nOPTION: no (0 votes)", Some(Poll)),
            ("\u{200E}SONDAGGIO:\nPizza?\n\u{200E}OPZIONE: sì (2 voti)\n\u{200E}OPZIONE: no (0 voti)", Some(Poll)),
            ("\u{200E}Posizione: https://maps.google.com/?q=45.46,9.19", Some(Location)),
            ("posizione: https://maps.google.com/?q=45.46,9.19", Some(Location)),
            ("ciao", None),
            ("video omesso? non capisco", None),
            ("Chiamata persa ieri, scusa", None),
            ("Chiamata, ti prego", None),
            ("videochiamata", None),
            ("ti mando il file (quello di ieri)", None),
            ("<3", None),
            ("media omessi\nquesta è una frase", None),
            ("Questo messaggio è stato eliminato\nma io lo so", None),
            ("Hai eliminato questo messaggio perché hai paura", None),
            ("\u{200E}testo incollato che minaccia", None),
        ];
        for (text, expected) in cases {
            assert_eq!(kind(text), *expected, "{text:?}");
        }
    }

    #[test]
    fn captions_calls_and_edits_keep_their_parts() {
        let book = PhraseBook::shared();
        assert_eq!(book.body("<Media omessi>\nguarda").caption.as_deref(), Some("guarda"));
        assert_eq!(book.body("IMG-1.jpg (file allegato)\nuno\ndue").caption.as_deref(), Some("uno\ndue"));
        assert_eq!(book.body("Videochiamata, 6 min").call.and_then(|call| call.seconds), Some(360));
        assert_eq!(book.body("Voice call, 1 hr 2 min 3 sec").call.and_then(|call| call.seconds), Some(3723));
        assert_eq!(book.body("Videochiamata persa").call.map(|call| call.outcome), Some(CallOutcome::Missed));
        let edited = book.body("domani alle 9 \u{200E}<Questo messaggio è stato modificato>");
        assert_eq!((edited.edited, edited.repaired.as_deref(), edited.kind), (true, Some("domani alle 9"), None));
        assert!(book.body("You deleted this message").deleted_by_you);
    }
}
