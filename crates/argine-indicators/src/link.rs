//! Mail addresses, web addresses and user names, also where somebody broke them up to get past a filter.

mod names;
mod spelled;

use std::sync::LazyLock;

use argine_model::{Grade, IndicatorKind, Platform, Validity};

use crate::context::Cue;
use crate::find::{Found, Lens, valid};
use crate::text::{Words, ascii, at, before, is_word, run_end, slice, word_at};
use crate::{host, phone, wallet};

/// Endings that are no words of the languages we read: `name.com` is an address even without `www`.
static PLAIN_ENDINGS: LazyLock<Words> = LazyLock::new(|| ENDINGS.iter().map(|ending| ending.as_bytes()).collect());

/// In small letters.
const ENDINGS: &[&str] = &[
    "com", "net", "org", "info", "biz", "xyz", "site", "online", "shop", "app", "eu", "it", "fr", "uk", "ch", "br",
    "ru", "cc", "ly", "gd", "club", "top", "gov", "edu", "mobi", "vip", "store", "website", "icu", "jp", "kr", "cn",
    "hk", "tw", "sg", "th", "vn", "ph", "pl", "cz", "hu", "gr", "dk", "nl", "jp", "za", "ng", "ke", "gh", "ci", "bf",
    "tn", "dz", "eg", "tr", "ae", "il", "mx", "cl", "uy", "ms", "gl", "lu", "mt", "ua", "kz", "tk", "ml", "gq", "io",
    "tv", "pw", "ws", "dev", "tech", "blog", "cloud", "digital", "agency", "academy", "aero", "asia", "porn", "xxx",
    "webcam", "dating", "services", "finance", "loans", "aws", "cyou", "buzz", "rest", "monster", "lol", "bond", "sbs",
    "cfd", "co", "onion",
];

/// Hosts and the platform their first path segment names a user of.
const PROFILE_HOSTS: &[(&str, &str)] = &[
    ("instagram.com", "instagram"),
    ("instagr.am", "instagram"),
    ("ig.me", "instagram"),
    ("t.me", "telegram"),
    ("telegram.me", "telegram"),
    ("telegram.dog", "telegram"),
    ("tiktok.com", "tiktok"),
    ("facebook.com", "facebook"),
    ("fb.com", "facebook"),
    ("m.me", "facebook"),
    ("twitter.com", "twitter"),
    ("x.com", "twitter"),
    ("snapchat.com", "snapchat"),
    ("youtube.com", "youtube"),
    ("threads.net", "threads"),
    ("onlyfans.com", "onlyfans"),
    ("linkedin.com", "linkedin"),
    ("vk.com", "vk"),
];

/// First path segments that are pages of the platform, not users.
const PLATFORM_PAGES: &[&str] = &[
    "p",
    "reel",
    "reels",
    "tv",
    "explore",
    "accounts",
    "direct",
    "c",
    "s",
    "joinchat",
    "addstickers",
    "proxy",
    "share",
    "groups",
    "group",
    "watch",
    "photo",
    "photos",
    "events",
    "help",
    "login",
    "hashtag",
    "search",
    "home",
    "i",
    "intent",
    "shorts",
    "playlist",
    "channel",
    "results",
    "feed",
    "about",
    "policies",
    "privacy",
    "safety",
    "legal",
    "story.php",
    "permalink.php",
    "photo.php",
    "sharer",
    "marketplace",
    "discover",
    "tag",
    "music",
    "video",
    "videos",
    "t",
    "u",
    "messages",
    "settings",
    "pages",
    "public",
    "embed",
    "live",
    "web",
    "k",
    "a",
    "com",
];

/// Words that announce an address or a user name without their signs.
pub(crate) const NAMING: u64 = Cue::Platform("").bit() | Cue::SpelledAt.bit() | Cue::SpelledDot.bit();

/// Finds everything with an `@`, a dot or a scheme.
pub(crate) fn scan(lens: &mut Lens<'_>) {
    webs(lens);
    lens.taken.sort_unstable();
    mails_and_names(lens);
    lens.taken.sort_unstable();
    spelled::spelled_mails(lens);
    lens.taken.sort_unstable();
    spelled::spelled_webs(lens);
    lens.taken.sort_unstable();
    names::deep_links(lens);
    names::labelled_names(lens);
}

fn webs(lens: &mut Lens<'_>) {
    let mut spans: Vec<(usize, usize, String)> = Vec::new();
    {
        let bytes = lens.bytes();
        // A wall of labels that is no host was read up to here.
        let mut read = 0;
        let mut done = 0;
        for position in lens.context.joins().iter().copied() {
            if position < done.max(read) || !may_join(bytes, position) {
                continue;
            }
            let found = if at(bytes, position) == b'.' && at(bytes, position + 1) == b' ' {
                apart(bytes, position, done)
            } else {
                web_start(bytes, position, done)
                    .and_then(|start| web_at(bytes, start, &mut read).map(|(end, value)| (start, end, value)))
            };
            let Some((start, end, value)) = found else { continue };
            done = end;
            spans.push((start, end, value));
        }
    }
    for (start, end, value) in spans {
        let value = with_letters(lens.clean.original_slice(start, end), value);
        lens.taken.push((start, end));
        profile(lens, start, end, &value);
        if end - start >= wallet::SHORTEST {
            let finds = wallet::in_link(slice(lens.bytes(), start, end), start);
            for found in finds {
                lens.push(found);
            }
        }
        lens.push(Found {
            kind: IndicatorKind::Url,
            variety: host::variety(&value),
            value,
            validity: Validity::NoCheck,
            grade: Grade::B,
            start,
            end,
        });
    }
}

/// A host keeps the accents that the clean text has lost: without them it is another one.
fn with_letters(original: &str, value: String) -> String {
    let Some((scheme, rest)) = value.split_once("://") else { return value };
    let raw = original.split_once("://").map_or(original, |(_, rest)| rest);
    let accented = |letter: &char| matches!(letter, 'À'..='ɏ') && letter.is_alphabetic();
    let host_of = |text: &str| text.find(['/', '?', '#', ':']).unwrap_or(text.len());
    let raw_host = raw.get(..host_of(raw)).unwrap_or("");
    if !raw_host.chars().any(|letter| accented(&letter)) {
        return value;
    }
    let host: String = raw_host
        .chars()
        .filter(|letter| accented(letter) || letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_'))
        .flat_map(char::to_lowercase)
        .collect();
    [scheme, "://", &host, rest.get(host_of(rest)..).unwrap_or("")].concat()
}

/// Whether the sign at `position` may stand inside an address: most dots end a sentence, most colons part hours from minutes.
fn may_join(bytes: &[u8], position: usize) -> bool {
    let next = at(bytes, position + 1);
    match at(bytes, position) {
        b'.' => is_word(next) || next == b' ' && before(bytes, position) == b' ',
        b':' => matches!(next, b'/' | b'\\' | b']'),
        _ => matches!(next, b'.' | b':' | b'd' | b'D' | b'p' | b'P'),
    }
}

/// Endings that are no words: a host may be told by them where its dots stand apart.
const SURE_ENDINGS: &[&str] = &["com", "net", "org", "info", "ly", "xyz", "biz", "ru", "eu", "io"];

/// "esempio . com / a", "bit . ly / 3AbC": an address whose signs stand apart.
fn apart(bytes: &[u8], position: usize, floor: usize) -> Option<(usize, usize, String)> {
    let label_end = position.checked_sub(1)?;
    let mut start = label_end;
    while start > floor && (is_word(before(bytes, start)) || before(bytes, start) == b'-') && label_end - start < 63 {
        start -= 1;
    }
    let (ending, mut end) = word_at(bytes, position + 2);
    let sure = SURE_ENDINGS.iter().any(|known| known.as_bytes() == ending.bytes());
    if label_end - start < 2 || !sure || is_word(at(bytes, end)) || matches!(before(bytes, start), b'@' | b'.') {
        return None;
    }
    let mut value = format!("https://{}.", ascii(bytes, start, label_end).to_lowercase());
    value.push_str(core::str::from_utf8(ending.bytes()).ok()?);
    while let [b' ', b'/', b' ', next] | [b'/', b' ', next, ..] = slice(bytes, end, end + 4)
        && next.is_ascii_alphanumeric()
    {
        let from = end + slice(bytes, end, end + 4).iter().position(|byte| is_word(*byte)).unwrap_or(0);
        end = run_end(bytes, from);
        value.push('/');
        value.push_str(&ascii(bytes, from, end));
    }
    if at(bytes, end) == b'/' {
        let from = end;
        while !is_web_stop(at(bytes, end)) && end - from < 2_048 {
            end += 1;
        }
        end = trim(bytes, from, end);
        value.push_str(&ascii(bytes, from, end));
    }
    Some((start, end, value))
}

/// Where the address that has its first dot or its scheme's colon at `position` begins.
fn web_start(bytes: &[u8], position: usize, floor: usize) -> Option<usize> {
    let mut start = position;
    while start > floor && position - start < 64 {
        let byte = before(bytes, start);
        let star = byte == b'*' && at(bytes, position) == b':';
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' || star {
            start -= 1;
        } else {
            break;
        }
    }
    // What follows a scheme that is none ("httt://a.com") is no address.
    if before(bytes, start) == b'/' && start >= 3 && slice(bytes, start - 3, start) == b"://" {
        return None;
    }
    // "5th.https://…": a scheme may follow a full stop without a space.
    let scheme = at(bytes, position) == b':' && scheme_at(bytes, start).0.is_some();
    if start == position || !scheme && matches!(before(bytes, start), b'@' | b'.') {
        return None;
    }
    Some(start)
}

/// Reads an address at `start`: its end and its normal form.
fn web_at(bytes: &[u8], start: usize, read: &mut usize) -> Option<(usize, String)> {
    let (scheme, mut index) = scheme_at(bytes, start);
    if scheme.is_none() && at(bytes, start) == b'-' {
        return None;
    }
    // The host: labels parted by dots, which may stand in brackets.
    let mut host = String::with_capacity(40);
    let mut labels = 0_usize;
    let label_start = loop {
        // The last label read decides whether the ending is one.
        let from = index;
        // Behind a scheme also letters beyond ASCII, and pictures like "✪".
        loop {
            let byte = at(bytes, index);
            let named = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            let letter = scheme.is_some() && matches!(byte, 0x80..0xE0);
            let picture = scheme.is_some() && byte == 0xE2 && matches!(at(bytes, index + 1), 0x98..=0x9E);
            if !(named || letter || picture) {
                break;
            }
            index += if picture { 3 } else { 1 };
        }
        if index == from || index - from > 63 {
            return None;
        }
        let label_start = host.len();
        let label = slice(bytes, from, index);
        let edge = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b'-' | b'_'));
        if scheme.is_some() && (edge(label.first()) || edge(label.last())) {
            return None;
        }
        if label.is_ascii() {
            host.extend(label.iter().map(|byte| char::from(byte.to_ascii_lowercase())));
        } else {
            host.push_str(&String::from_utf8_lossy(label).to_lowercase());
        }
        labels += 1;
        let Some(dot) = dot_end(bytes, index) else { break label_start };
        if !at(bytes, dot).is_ascii_alphanumeric() {
            break label_start;
        }
        host.push('.');
        index = dot;
        if labels > 12 {
            *read = index;
            return None;
        }
    };
    let ending = host.get(label_start..)?;
    let numeric = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if at(bytes, index) == b'@' {
        return None;
    }
    // Without a scheme a host needs a name and an ending: said before its path is read.
    if scheme.is_none()
        && (labels < 2 || !ending.bytes().all(|byte| byte.is_ascii_alphabetic()) || !plausible_name(&host))
    {
        return None;
    }
    let mut end = index;
    if at(bytes, end) == b':' && at(bytes, end + 1).is_ascii_digit() {
        let port = run_end(bytes, end + 1);
        if slice(bytes, end + 1, port).iter().all(u8::is_ascii_digit) && scheme.is_some() {
            end = port;
        }
    }
    let has_path = matches!(at(bytes, end), b'/' | b'?' | b'#');
    if has_path {
        // Bounded, so that a wall of half addresses costs no more than its length times this.
        // Chinese, Japanese and Korean letters go on without a space where the address ends.
        let mut asks = false;
        while end - index < 2_048 {
            let byte = at(bytes, end);
            asks |= byte == b'?';
            // "?a=P1|0||P2|0": a bar parts values of a query, and else what stands in a table.
            let bar = byte == b'|' && asks && matches!(at(bytes, end + 1), b'|' | b'0'..=b'9' | b'A'..=b'Z');
            if is_web_stop(byte) && !bar || matches!(byte, 0xE3..=0xED) {
                break;
            }
            end += 1;
        }
        end = trim(bytes, index, end);
        // "https://t.co/abc's": the genitive is not the address's.
        if matches!(slice(bytes, end.saturating_sub(2), end), b"'s") {
            end -= 2;
        }
        // Its paths are letters and digits: what follows is the sentence's.
        if host == "t.co" {
            end = end.min(run_end(bytes, index + 1));
        }
    }
    let known = || PROFILE_HOSTS.iter().any(|(known, _)| host == *known || host.strip_prefix("www.") == Some(known));
    let alphabetic = ending.len() >= 2 && ending.len() <= 24 && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
    let punycode = ending.starts_with("xn--");
    let accepted = if scheme.is_some() {
        labels >= 2 && (alphabetic || punycode || (numeric && labels == 4)) || host == "localhost"
    } else if host.starts_with("www.") {
        labels >= 3 && alphabetic
    } else if has_path && end > index + 1 {
        labels >= 2 && alphabetic && !numeric && before(bytes, index).is_ascii_alphabetic() && plausible_name(&host)
    } else {
        labels >= 2
            && (PLAIN_ENDINGS.contains(ending.as_bytes()) || below_country(&host, ending))
            && !known()
            && plausible_name(&host)
            && at(bytes, start).is_ascii_alphanumeric()
    };
    if !accepted {
        return None;
    }
    let rest = String::from_utf8_lossy(slice(bytes, index, end));
    let rest = if rest.contains('[') { rest.replace("[.]", ".").replace("[/]", "/").into() } else { rest };
    Some((end, [scheme.unwrap_or("https"), "://", &host, &rest].concat()))
}

/// "name.com.sa", "name.co.ke": a country of two letters behind what is registered there.
fn below_country(host: &str, ending: &str) -> bool {
    let second = host.rsplit('.').nth(1).unwrap_or("");
    ending.len() == 2
        && matches!(second, "com" | "co" | "net" | "org" | "gov" | "edu" | "ac")
        && host.split('.').count() > 2
}

/// A host without scheme must have a label with a letter before its ending, else "12.50/ora" would be one.
fn plausible_name(host: &str) -> bool {
    let mut labels = host.rsplit('.').skip(1);
    labels.next().is_some_and(|label| !label.is_empty() && label.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

/// `http`, also written `hxxp`, `h**p`, with `://` or `[://]`.
fn scheme_at(bytes: &[u8], start: usize) -> (Option<&'static str>, usize) {
    let (word, mut index) = word_at(bytes, start);
    // "h**ps", "ht*p"
    let starred = matches!(word.bytes(), b"h" | b"ht" | b"htt") && at(bytes, index) == b'*';
    if starred {
        index = start;
        while at(bytes, index).is_ascii_alphabetic() || at(bytes, index) == b'*' {
            index += 1;
        }
    }
    let scheme = match word.bytes() {
        _ if starred && index - start == 4 => "http",
        _ if starred && index - start == 5 && at(bytes, index - 1).eq_ignore_ascii_case(&b's') => "https",
        b"http" | b"hxxp" | b"htxp" | b"hxtp" => "http",
        b"https" | b"hxxps" | b"htxps" | b"hxtps" => "https",
        b"ftp" | b"fxp" => "ftp",
        _ => return (None, start),
    };
    for mark in [&b"://"[..], b"[://]", b"[:]//", b":\\\\"] {
        if slice(bytes, index, index + mark.len()) == mark {
            index += mark.len();
            return (Some(scheme), index);
        }
    }
    (None, start)
}

/// The end of a dot at `index`: `.`, `[.]`, `(.)`, `[dot]`, `(dot)`.
pub(crate) fn dot_end(bytes: &[u8], index: usize) -> Option<usize> {
    let byte = at(bytes, index);
    if byte == b'.' {
        return Some(index + 1);
    }
    if !matches!(byte, b'[' | b'(' | b'{' | b'<') {
        return None;
    }
    for mark in
        ["[.]", "(.)", "{.}", "<.>", "[dot]", "(dot)", "{dot}", "[punto]", "(punto)", "{punto}", "[point]", "(point)"]
    {
        if slice(bytes, index, index + mark.len()).eq_ignore_ascii_case(mark.as_bytes()) {
            return Some(index + mark.len());
        }
    }
    None
}

fn is_web_stop(byte: u8) -> bool {
    byte <= b' ' || matches!(byte, b'"' | b'<' | b'>' | b'`' | b'{' | b'}' | b'|' | b'^')
}

/// Takes off the punctuation of the sentence, and a closing bracket that was not opened inside.
fn trim(bytes: &[u8], start: usize, mut end: usize) -> usize {
    // Counted once: a brute-force count per bracket would be quadratic on a wall of brackets.
    let mut open = slice(bytes, start, end).iter().fold(0_i64, |depth, byte| match byte {
        b'(' | b'[' => depth + 1,
        b')' | b']' => depth - 1,
        _ => depth,
    });
    while end > start {
        match before(bytes, end) {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'~' => end -= 1,
            b')' | b']' if open < 0 => {
                open += 1;
                end -= 1;
            }
            _ => break,
        }
    }
    end
}

/// A link that names a user gives the user name too.
fn profile(lens: &mut Lens<'_>, start: usize, end: usize, url: &str) {
    let Some((_, rest)) = url.split_once("://") else { return };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = ["www.", "m.", "mobile.", "it-it.", "web."]
        .iter()
        .fold(host, |host, prefix| host.strip_prefix(prefix).unwrap_or(host));
    let mut segments = path.split(['/', '?', '#']);
    let first = segments.next().unwrap_or("");
    if host == "wa.me" || host == "api.whatsapp.com" {
        let digits = if host == "wa.me" { first } else { path.split("phone=").nth(1).unwrap_or("") };
        let digits: String = digits.trim_start_matches(['+']).chars().take_while(char::is_ascii_digit).collect();
        if let Some(value) = phone::international(&digits) {
            lens.push(Found {
                kind: IndicatorKind::Phone,
                variety: "",
                value,
                validity: valid("numbering_plan"),
                grade: Grade::A,
                start,
                end,
            });
        }
        return;
    }
    if host == "paypal.me" || (host == "paypal.com" && first.eq_ignore_ascii_case("paypalme")) {
        let name = if host == "paypal.me" { first } else { segments.next().unwrap_or("") };
        if name.len() >= 2 {
            lens.push(Found {
                kind: IndicatorKind::Account,
                variety: "paypal",
                value: format!("paypal.me/{}", name.to_lowercase()),
                validity: Validity::NoCheck,
                grade: Grade::B,
                start,
                end,
            });
        }
        return;
    }
    let Some((_, platform)) = PROFILE_HOSTS.iter().find(|(known, _)| *known == host) else { return };
    let name = match (*platform, first) {
        ("instagram", "stories" | "_u") | ("snapchat", "add") | ("linkedin", "in") => segments.next().unwrap_or(""),
        ("facebook", "profile.php") => {
            path.split("id=").nth(1).map_or("", |id| id.split(['&', '/', '#']).next().unwrap_or(""))
        }
        ("facebook", "people") => segments.nth(1).unwrap_or(""),
        ("youtube" | "tiktok" | "threads", _) => match first.strip_prefix('@') {
            Some(name) => name,
            None => return,
        },
        ("linkedin", _) => return,
        (_, page) if PLATFORM_PAGES.contains(&page.to_ascii_lowercase().as_str()) || page.starts_with('+') => return,
        (_, name) => name.trim_start_matches('@'),
    };
    let name = name.trim_end_matches('.');
    let sound =
        name.len() >= 2 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
    if sound {
        push_handle(lens, platform, &name.to_lowercase(), Grade::B, start, end);
    }
}

fn push_handle(lens: &mut Lens<'_>, platform: &str, name: &str, grade: Grade, start: usize, end: usize) {
    let value = if platform.is_empty() { format!("@{name}") } else { format!("{platform}:{name}") };
    lens.push(Found {
        kind: IndicatorKind::Handle,
        variety: "",
        value,
        validity: Validity::NoCheck,
        grade,
        start,
        end,
    });
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

fn mails_and_names(lens: &mut Lens<'_>) {
    let mut mails = Vec::new();
    let mut spaced = Vec::new();
    let mut names = Vec::new();
    {
        let bytes = lens.bytes();
        let mut floor = 0;
        for position in lens.context.ats().iter().copied() {
            if lens.taken_until(position).is_some() {
                continue;
            }
            let mut start = position;
            while start > floor && position - start < 64 && is_local(before(bytes, start)) {
                start -= 1;
            }
            while matches!(at(bytes, start), b'.' | b'-' | b'%' | b'+') {
                start += 1;
            }
            if start < position
                && before(bytes, start) != b'.'
                && before(bytes, position) != b'.'
                && !slice(bytes, start, position).windows(2).any(|pair| pair == b"..")
                && let Some(end) = domain_end(bytes, position + 1)
            {
                mails.push((start, end));
                floor = end;
                continue;
            }
            if let Some((start, end, value)) = spelled::spaced_mail(bytes, position, floor) {
                spaced.push((start, end, value));
                floor = end;
                continue;
            }
            if is_word(before(bytes, position)) && !is_glued_name(bytes, position)
                || matches!(
                    before(bytes, position),
                    b'.' | b'/' | b'@' | b'!' | b'#' | b'$' | b'%' | b'&' | b'*' | b'_'
                )
            {
                continue;
            }
            // "@ luna_99": a space only before what no word looks like, beside the name of a platform.
            let gap = usize::from(at(bytes, position + 1) == b' ' && lens.context.has(Cue::Platform("")));
            let mut end = position + 1 + gap;
            while at(bytes, end).is_ascii_alphanumeric() || matches!(at(bytes, end), b'_' | b'.') {
                end += 1;
            }
            while before(bytes, end) == b'.' {
                end -= 1;
            }
            if gap == 1 && !slice(bytes, position + 2, end).iter().any(|byte| byte.is_ascii_digit() || *byte == b'_') {
                continue;
            }
            let length = end.saturating_sub(position + 1);
            if (2..=32).contains(&length)
                && at(bytes, end) != b'@'
                && slice(bytes, end, end + 3) != b"://"
                && slice(bytes, position + 1, end).iter().any(u8::is_ascii_alphabetic)
            {
                names.push((position, end));
                floor = end;
            }
        }
    }
    for (start, end) in mails {
        let value = ascii(lens.bytes(), start, end).to_lowercase();
        lens.taken.push((start, end));
        push_mail(lens, value, start, end);
    }
    for (start, end, value) in spaced {
        // The domain alone was taken for a web address: the mail address is what was meant.
        lens.found.retain(|found| !(found.kind == IndicatorKind::Url && found.start >= start && found.end <= end));
        lens.taken.push((start, end));
        push_mail(lens, value, start, end);
    }
    for (start, end) in names {
        let name = ascii(lens.bytes(), start + 1, end).trim_start().to_lowercase();
        let platform = platform_near(lens, start, end);
        let grade = if platform.is_empty() || name.len() < 4 { Grade::C } else { Grade::B };
        lens.taken.push((start, end));
        push_handle(lens, platform, &name, grade, start, end);
    }
}

/// "RT@name", "Hi@name": a word of two letters before a name that is no domain.
fn is_glued_name(bytes: &[u8], position: usize) -> bool {
    let start = position.saturating_sub(2);
    let end = run_end(bytes, position + 1);
    position >= 2
        && slice(bytes, start, position).iter().all(u8::is_ascii_alphabetic)
        && matches!(before(bytes, start), 0 | b' ' | b'\n')
        && end - position > 5
        && !matches!(at(bytes, end), b'.' | b'-' | b'@')
}

fn push_mail(lens: &mut Lens<'_>, value: String, start: usize, end: usize) {
    lens.push(Found {
        kind: IndicatorKind::Email,
        variety: "",
        value,
        validity: Validity::NoCheck,
        grade: Grade::B,
        start,
        end,
    });
}

/// The end of a mail domain at `index`, where there is one.
fn domain_end(bytes: &[u8], mut index: usize) -> Option<usize> {
    if at(bytes, index) == b'[' {
        // An address in numbers (RFC 5321, 4.1.3).
        let end = index + slice(bytes, index, (index + 17).min(bytes.len())).iter().position(|byte| *byte == b']')?;
        let text = core::str::from_utf8(slice(bytes, index + 1, end)).ok()?;
        return text.parse::<core::net::Ipv4Addr>().is_ok().then_some(end + 1);
    }
    let mut end = None;
    let limit = index + 253;
    loop {
        let from = index;
        while at(bytes, index).is_ascii_alphanumeric() || at(bytes, index) == b'-' {
            index += 1;
        }
        if index == from || index > limit {
            break;
        }
        let label = slice(bytes, from, index);
        if end.is_some() || from > 0 && before(bytes, from) == b'.' {
            let ending = label.len() >= 2 && label.len() <= 24 && label.iter().all(u8::is_ascii_alphabetic)
                || label.starts_with(b"xn--");
            if ending {
                end = Some(index);
            }
        }
        if at(bytes, index) != b'.' || !at(bytes, index + 1).is_ascii_alphanumeric() {
            // A domain that goes on in another way ("name@host.com_x") is none.
            break;
        }
        index += 1;
    }
    end.filter(|end| !matches!(at(bytes, *end), b'_' | b'@'))
}

/// The platform that the words around a user name speak of; else the app of the conversation, where names are marked with `@`.
fn platform_near(lens: &Lens<'_>, start: usize, end: usize) -> &'static str {
    let choose = |cue| match cue {
        Cue::Platform(name) => Some(name),
        _ => None,
    };
    let before = lens.context.nearest_before(start, 40, choose).map(|(name, hit)| (name, start - hit.end));
    let after = lens.context.nearest_after(end, 30, choose).map(|(name, hit)| (name, hit.start - end));
    let bytes = lens.bytes();
    // "@x su telegram" binds closer than what stands before.
    let bound_after =
        after.is_some_and(|(_, distance)| distance <= 6) && before.is_none_or(|(_, distance)| distance > 3);
    let sentence_between =
        |from: usize, to: usize| slice(bytes, from, to).iter().any(|byte| matches!(byte, b'\n' | b'!' | b'?'));
    match (before, after) {
        (_, Some((name, _))) if bound_after => name,
        (Some((name, distance)), _) if !sentence_between(start - distance, start) => name,
        (_, Some((name, distance))) if !sentence_between(end, end + distance) => name,
        _ => match lens.platform {
            Platform::Instagram => "instagram",
            Platform::Telegram => "telegram",
            _ => "",
        },
    }
}
