//! Mail addresses spelled out: "nome chiocciola posta punto it".

use argine_model::{Grade, IndicatorKind, Validity};

use super::{PLAIN_ENDINGS, SURE_ENDINGS, dot_end, is_local, platform_near, push_handle, push_mail};
use crate::context::Cue;
use crate::find::{Found, Lens};
use crate::host;
use crate::text::{Lower, ascii, at, before, is_word, plain, slice, word_at};

/// "nome chiocciola gmail punto com".
pub(super) fn spelled_mails(lens: &mut Lens<'_>) {
    let mut mails = Vec::new();
    let mut handles = Vec::new();
    let bytes = lens.bytes();
    for (_, hit) in lens.context.of_sort(Cue::SpelledAt) {
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
        if labels == 1 && !weak && lens.context.has(Cue::Platform("")) {
            handles.push((hit.start, hit.end));
        }
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
            local = word + &local;
            first = word_start;
        }
        let local = local.trim_matches('.').to_lowercase();
        if local.is_empty() {
            continue;
        }
        if weak && !(spelled_dot && PLAIN_ENDINGS.contains(ending.as_bytes())) && !WEBMAIL.contains(&domain.as_str()) {
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
    for (start, sign_end) in handles {
        spelled_name(lens, start, sign_end);
    }
}

/// "chiocciola `luna_99` su insta": only what no word looks like, beside the name of a platform.
fn spelled_name(lens: &mut Lens<'_>, start: usize, sign_end: usize) {
    let bytes = lens.bytes();
    let from = sign_end + usize::from(at(bytes, sign_end) == b' ');
    let mut end = from;
    while is_word(at(bytes, end)) || matches!(at(bytes, end), b'_' | b'.') {
        end += 1;
    }
    while end > from && before(bytes, end) == b'.' {
        end -= 1;
    }
    let name = ascii(bytes, from, end).to_lowercase();
    let shaped = name.bytes().any(|byte| byte.is_ascii_digit() || byte == b'_') && name.len() >= 4;
    let platform = platform_near(lens, start, end);
    if shaped && !platform.is_empty() && !lens.overlaps_taken(start, end) {
        lens.taken.push((start, end));
        push_handle(lens, platform, &name, Grade::B, start, end);
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

/// What joins the parts of a name, in words.
const JOINTS: &[(&str, &str)] = &[
    (" punto ", "."),
    (" dot ", "."),
    (" point ", "."),
    (" ponto ", "."),
    (" trattino basso ", "_"),
    (" underscore ", "_"),
    (" tiret bas ", "_"),
    (" guion bajo ", "_"),
    (" trattino ", "-"),
    (" dash ", "-"),
    (" tiret ", "-"),
    (" guion ", "-"),
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

/// "esempio punto com": a host of which the dot is a word. Its ending must be no word itself, and nothing may go on behind it.
pub(super) fn spelled_webs(lens: &mut Lens<'_>) {
    let bytes = lens.bytes();
    let mut finds = Vec::new();
    for (_, hit) in lens.context.of_sort(Cue::SpelledDot) {
        let (ending, end) = word_at(bytes, hit.end + 1);
        let sure = SURE_ENDINGS.iter().chain(&["it"]).any(|known| known.as_bytes() == ending.bytes());
        let closed = !is_word(at(bytes, end)) && at(bytes, end) != b'\'';
        if at(bytes, hit.end) != b' ' || !sure || !closed || before(bytes, hit.start) != b' ' {
            continue;
        }
        let stop = hit.start - 1;
        let mut start = stop;
        while is_word(before(bytes, start)) && stop - start < 63 || before(bytes, start) == b'-' {
            start -= 1;
        }
        let name = Lower::new(slice(bytes, start, stop));
        // "a che punto it": the host is no small word.
        if stop - start < 4 || matches!(name.bytes(), b"quel" | b"questo" | b"certo" | b"bene" | b"chat" | b"that") {
            continue;
        }
        if lens.overlaps_taken(start, end) {
            continue;
        }
        let host = format!(
            "https://{}.{}",
            ascii(bytes, start, stop).to_lowercase(),
            plain(bytes, hit.end + 1, end).to_lowercase()
        );
        finds.push((start, end, host));
    }
    for (start, end, value) in finds {
        lens.taken.push((start, end));
        lens.push(Found {
            kind: IndicatorKind::Url,
            variety: host::variety(&value),
            value,
            validity: Validity::NoCheck,
            grade: Grade::C,
            start,
            end,
        });
    }
}

/// "luna @ gmail . com", "luna @gmail.com", "luna@gmail,com", "luna@gmail[.]com" with its sign at `position`: where it
/// begins and ends, and the address. Nothing but a known provider or signs that all stand apart is taken for one.
pub(super) fn spaced_mail(bytes: &[u8], position: usize, floor: usize) -> Option<(usize, usize, String)> {
    let stop = if before(bytes, position) == b' ' { position - 1 } else { position };
    let mut start = stop;
    while start > floor && is_local(before(bytes, start)) && stop - start < 64 {
        start -= 1;
    }
    let apart = stop < position && at(bytes, position + 1) == b' ';
    // "luna . rossa @ …": where the sign stands apart, so may those of the name.
    while apart && start >= floor + 4 && matches!(slice(bytes, start - 3, start), b" . " | b" _ " | b" - ") {
        let from = start - 3;
        let name = slice(bytes, from.saturating_sub(64).max(floor), from);
        let length = name.iter().rev().take_while(|byte| is_word(**byte)).count();
        if length == 0 || stop - start > 64 {
            break;
        }
        start = from - length;
    }
    let mut index = position + 1;
    index += usize::from(at(bytes, index) == b' ');
    // Most are names: nothing is copied before a second label follows.
    let label_end = index + domain_label(bytes, index);
    let joined = label_end + usize::from(at(bytes, label_end) == b' ');
    if stop - start < 2 || !matches!(at(bytes, joined), b'.' | b',' | b'[' | b'(' | b'{' | b'<') {
        return None;
    }
    let both = stop < position && index > position + 1;
    let mut domain = String::new();
    let mut odd = false;
    let mut end;
    loop {
        let from = index;
        index += domain_label(bytes, from);
        if index == from || domain.len() > 100 {
            return None;
        }
        end = index;
        domain.push_str(&ascii(bytes, from, index).to_lowercase());
        let spaces = usize::from(at(bytes, index) == b' ');
        let dot = match at(bytes, index + spaces) {
            b'.' => Some(index + spaces + 1),
            b',' if spaces == 0 => Some(index + 1),
            _ => dot_end(bytes, index + spaces),
        };
        let Some(dot) = dot else { break };
        odd |= dot != index + 1 || at(bytes, index) == b',';
        let next = dot + usize::from(spaces == 1 && at(bytes, dot) == b' ');
        if !is_word(at(bytes, next)) {
            break;
        }
        domain.push('.');
        index = next;
    }
    let ending = domain.rsplit_once('.')?.1;
    let known = WEBMAIL.contains(&domain.as_str());
    let mut local = ascii(bytes, start, stop).trim_matches('.').to_lowercase();
    local.retain(|sign| sign != ' ');
    let plain_form = stop == position && at(bytes, position + 1) != b' ' && !odd;
    let bracketed = stop == position && odd && slice(bytes, position, end).contains(&b'[');
    let sound = known || (both || bracketed) && PLAIN_ENDINGS.contains(ending.as_bytes());
    (!plain_form && sound && local.len() >= 2).then(|| (start, end, format!("{local}@{domain}")))
}

/// How many letters, digits and hyphens of a label stand at `from`.
fn domain_label(bytes: &[u8], from: usize) -> usize {
    let label = slice(bytes, from, (from + 64).min(bytes.len()));
    label.iter().take_while(|byte| is_word(**byte) || **byte == b'-').count()
}

/// "nome punto " before `index`: where the name begins, and the name.
fn dotted_before(bytes: &[u8], index: usize) -> Option<(usize, String)> {
    for (mark, sign) in JOINTS {
        let Some(from) = index.checked_sub(mark.len()) else { continue };
        if slice(bytes, from, index).eq_ignore_ascii_case(mark.as_bytes()) {
            let mut start = from;
            while is_local(before(bytes, start)) && from - start < 64 {
                start -= 1;
            }
            return (start < from).then(|| (start, ascii(bytes, start, from) + sign));
        }
    }
    None
}
