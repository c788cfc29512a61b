//! User names that no `@` marks: behind the name of a platform, or in a link of an app to itself.

use argine_model::Grade;

use super::push_handle;
use crate::context::Cue;
use crate::find::Lens;
use crate::text::{ascii, at, before, run_end, slice, stands_at, word_at};

/// `tg://resolve?domain=name`, as the app writes links to itself.
pub(super) fn deep_links(lens: &mut Lens<'_>) {
    const LINK: &[u8] = b"tg://resolve?domain=";
    let bytes = lens.bytes();
    let opens = |colon: &usize| colon.checked_sub(2).filter(|start| stands_at(bytes, *start, LINK));
    let starts: Vec<usize> = lens.context.joins().iter().filter_map(opens).collect();
    for start in starts {
        let from = start + LINK.len();
        let mut end = from;
        while at(bytes, end).is_ascii_alphanumeric() || at(bytes, end) == b'_' {
            end += 1;
        }
        if (4..=32).contains(&(end - from)) {
            let name = ascii(bytes, from, end).to_lowercase();
            lens.taken.push((start, end));
            push_handle(lens, "telegram", &name, Grade::B, start, end);
        }
    }
    lens.taken.sort_unstable();
}

/// "ig: name", "il mio insta è `name_99`", "telegram name.99".
pub(super) fn labelled_names(lens: &mut Lens<'_>) {
    let mut names = Vec::new();
    let bytes = lens.bytes();
    for (place, hit) in lens.context.of_sort(Cue::Platform("")) {
        let Cue::Platform(platform) = hit.cue else { continue };
        if lens.overlaps_taken(hit.start, hit.end) {
            continue;
        }
        let mut index = hit.end;
        let mut marked = false;
        let mut steps = 0;
        // Signs and short words between the platform and the name.
        loop {
            let pictures = index;
            while at(bytes, index) >= 0x80 && index - pictures < 16 {
                index += 1;
                marked = true;
            }
            while matches!(at(bytes, index), b' ' | b':' | b'=' | b'-' | b'>' | b'"' | b'(') && steps < 8 {
                marked |= matches!(at(bytes, index), b':' | b'=' | b'>');
                index += 1;
                steps += 1;
            }
            let (word, end) = word_at(bytes, index);
            let linking = matches!(
                word.bytes(),
                b"e" | b"is"
                    | b"est"
                    | b"es"
                    | b"ist"
                    | b"nome"
                    | b"name"
                    | b"user"
                    | b"username"
                    | b"nick"
                    | b"utente"
                    | b"id"
                    | b"account"
                    | b"profilo"
                    | b"profile"
                    | b"nom"
                    | b"pseudo"
                    | b"usuario"
                    | b"mio"
                    | b"il"
                    | b"come"
                    | b"as"
                    | b"cerca"
                    | b"cercami"
                    | b"c"
            );
            if linking && matches!(at(bytes, end), b' ' | b':' | b'=' | b'\'') && steps < 8 {
                index = end + usize::from(at(bytes, end) == b'\'');
                steps += 1;
            } else {
                break;
            }
        }
        if index == hit.end || steps >= 8 {
            continue;
        }
        let mut end = index;
        while at(bytes, end).is_ascii_alphanumeric() || matches!(at(bytes, end), b'_' | b'.') {
            end += 1;
        }
        while before(bytes, end) == b'.' && end > index {
            end -= 1;
        }
        // "luna#1234" on Discord, "live:.cid.1a2b" on Skype.
        if platform == "discord" && at(bytes, end) == b'#' && run_end(bytes, end + 1) == end + 5 {
            end += 5;
        }
        if platform == "skype" && slice(bytes, index, end).eq_ignore_ascii_case(b"live") && at(bytes, end) == b':' {
            end += 1;
            while at(bytes, end).is_ascii_alphanumeric() || matches!(at(bytes, end), b'.' | b'_' | b'-') {
                end += 1;
            }
        }
        let name = slice(bytes, index, end);
        if !(3..=32).contains(&name.len())
            || name.iter().filter(|byte| byte.is_ascii_alphabetic()).count() < 2
            || at(bytes, end) >= 0x80
        {
            continue;
        }
        let shaped = name.iter().any(|byte| byte.is_ascii_digit() || *byte == b'_')
            || name
                .windows(3)
                .any(|three| matches!(three, [a, b'.', b] if a.is_ascii_alphanumeric() && b.is_ascii_alphabetic()));
        let alone = matches!(at(bytes, end), 0 | b'\n' | b'\r' | b',' | b';' | b'"' | b')');
        // "telegram: scrivimi qui" names nobody; "telegram: luna.rossa" and a last word after a colon do.
        if !(shaped || (marked && alone)) || at(bytes, end) == b'@' || at(bytes, end) == b'/' {
            continue;
        }
        // The next label may be a platform itself ("insta e telegram").
        let next_is_platform = lens
            .context
            .hits()
            .get(place + 1)
            .is_some_and(|next| next.start == index && matches!(next.cue, Cue::Platform(_)));
        if next_is_platform || lens.overlaps_taken(index, end) || name.first().is_some_and(|byte| *byte == b'.') {
            continue;
        }
        if !marked && name.iter().all(|byte| byte.is_ascii_digit() || !byte.is_ascii_alphabetic()) {
            continue;
        }
        names.push((platform, index, end));
    }
    names.dedup_by_key(|name| (name.1, name.2));
    for (platform, start, end) in names {
        let name = ascii(lens.bytes(), start, end).to_lowercase();
        lens.taken.push((start, end));
        push_handle(lens, platform, &name, Grade::B, start, end);
    }
}
