//! Mail addresses spelled out: "nome chiocciola posta punto it".

use argine_model::IndicatorKind;

use super::{PLAIN_ENDINGS, dot_end, is_local, push_mail};
use crate::context::Cue;
use crate::find::Lens;
use crate::text::{ascii, at, before, slice, word_at};

/// "nome chiocciola gmail punto com".
pub(super) fn spelled_mails(lens: &mut Lens<'_>) {
    let mut mails = Vec::new();
    let bytes = lens.bytes();
    for hit in lens.context.hits().iter().filter(|hit| hit.cue == Cue::SpelledAt) {
        let weak = matches!(slice(bytes, hit.start, hit.end), [b'a' | b'A', b't' | b'T']);
        let mut index = hit.end;
        while at(bytes, index) == b' ' && index - hit.end < 2 {
            index += 1;
        }
        // The domain first, and nothing is copied before there are two labels: "at" is a word of every day.
        let mut domain = String::new();
        let mut labels = 0;
        let mut spelled_dot = false;
        let mut end = index;
        loop {
            let from = index;
            if !at(bytes, from).is_ascii_alphanumeric() {
                break;
            }
            while (at(bytes, index).is_ascii_alphanumeric() || at(bytes, index) == b'-') && index - from < 64 {
                index += 1;
            }
            labels += 1;
            end = index;
            let next = spoken_dot(bytes, index);
            if labels > 1 || next.is_some() {
                domain.push_str(&ascii(bytes, from, index).to_lowercase());
            }
            let Some((next, spelled)) = next else { break };
            if !at(bytes, next).is_ascii_alphanumeric() || labels > 6 {
                break;
            }
            spelled_dot |= spelled;
            domain.push('.');
            index = next;
        }
        let ending = domain.rsplit('.').next().unwrap_or("");
        let sound =
            labels >= 2 && (2..=24).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !sound || lens.overlaps_taken(hit.start, hit.end) {
            continue;
        }
        let mut start = hit.start;
        while before(bytes, start) == b' ' && hit.start - start < 2 {
            start -= 1;
        }
        let stop = start;
        while is_local(before(bytes, start)) && stop - start < 64 {
            start -= 1;
        }
        let mut local = ascii(bytes, start, stop);
        // "nome punto cognome chiocciola"
        let mut first = start;
        for _ in 0..3 {
            let Some((word_start, word)) = dotted_before(bytes, first) else { break };
            local = format!("{word}.{local}");
            first = word_start;
        }
        let local = local.trim_matches('.').to_lowercase();
        if local.is_empty() {
            continue;
        }
        if weak && !(spelled_dot && PLAIN_ENDINGS.contains(&ending)) && !WEBMAIL.contains(&domain.as_str()) {
            continue;
        }
        mails.push((first, end, format!("{local}@{domain}")));
    }
    for (start, end, value) in mails {
        // The domain alone was taken for a web address: the mail address is what was meant.
        lens.found.retain(|found| !(found.kind == IndicatorKind::Url && found.start >= start && found.end <= end));
        lens.taken.push((start, end));
        push_mail(lens, value, start, end);
    }
}

const WEBMAIL: &[&str] = &[
    "gmail.com",
    "yahoo.com",
    "yahoo.it",
    "yahoo.fr",
    "yahoo.es",
    "hotmail.com",
    "hotmail.it",
    "hotmail.fr",
    "outlook.com",
    "outlook.it",
    "libero.it",
    "live.com",
    "live.it",
    "live.fr",
    "proton.me",
    "protonmail.com",
    "icloud.com",
    "virgilio.it",
    "tiscali.it",
    "gmx.com",
    "gmx.de",
    "orange.fr",
    "mail.ru",
    "yandex.com",
    "aol.com",
];

/// A dot between labels, as a sign or as a word.
fn spoken_dot(bytes: &[u8], index: usize) -> Option<(usize, bool)> {
    if let Some(end) = dot_end(bytes, index) {
        return Some((end, at(bytes, index) != b'.'));
    }
    let mut next = index;
    while at(bytes, next) == b' ' && next - index < 2 {
        next += 1;
    }
    if next == index {
        return None;
    }
    if let Some(mut end) = dot_end(bytes, next).filter(|_| at(bytes, next) != b'.') {
        while at(bytes, end) == b' ' {
            end += 1;
        }
        return Some((end, true));
    }
    let (word, end) = word_at(bytes, next);
    if matches!(word.bytes(), b"punto" | b"dot" | b"point" | b"punkt" | b"ponto") && at(bytes, end) == b' ' {
        return Some((end + 1, true));
    }
    None
}

/// "nome punto " before `index`: where the name begins, and the name.
fn dotted_before(bytes: &[u8], index: usize) -> Option<(usize, String)> {
    for mark in [" punto ", " dot ", " point ", " ponto "] {
        let from = index.checked_sub(mark.len())?;
        if slice(bytes, from, index).eq_ignore_ascii_case(mark.as_bytes()) {
            let mut start = from;
            while is_local(before(bytes, start)) && from - start < 64 {
                start -= 1;
            }
            return (start < from).then(|| (start, ascii(bytes, start, from)));
        }
    }
    None
}
