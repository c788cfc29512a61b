//! Points in time: "le 18", "domani alle 9", "friday at noon", "minuit".

use jiff::civil;

use super::{When, opening, unit};
use crate::numeral::{Lone, number_at};
use crate::text::{at, is_word, slice, stands_at, word_at};

/// A point in time at `index`: "le 18", "6pm", "mezzanotte", "domani alle 9", "venerdì".
pub(super) fn point_at(bytes: &[u8], index: usize) -> Option<(When, usize)> {
    if let Some((days, hour, minute, end)) = day_at(bytes, index) {
        let next = skip_articles(bytes, end);
        let evening = matches!(hour, 23);
        if next > end
            && let Some((clock_hour, clock_minute, exact, clock_end)) = clock_at(bytes, next, true)
        {
            let named_evening = evening && is_evening(bytes, index, end);
            let hour =
                if named_evening && !exact && clock_hour < 12 && clock_hour > 3 { clock_hour + 12 } else { clock_hour };
            return Some((When::Day { days, hour, minute: clock_minute }, clock_end));
        }
        return Some((When::Day { days, hour, minute }, end));
    }
    if let Some((day, end)) = weekday_at(bytes, index) {
        let next = skip_articles(bytes, end);
        if next > end
            && let Some((hour, minute, _, clock_end)) = clock_at(bytes, next, true)
        {
            return Some((When::Weekday { day, hour, minute }, clock_end));
        }
        return Some((When::Weekday { day, hour: 23, minute: 59 }, end));
    }
    let next = skip_articles(bytes, index);
    // "fino a domani", "jusqu'à demain"
    if next > index && day_at(bytes, next).is_some() {
        return point_at(bytes, next);
    }
    let (word, end) = word_at(bytes, next);
    match word.bytes() {
        b"mezzanotte" | b"midnight" | b"minuit" | b"medianoche" | b"mitternacht" => {
            return Some((When::Day { days: 1, hour: 0, minute: 0 }, end));
        }
        b"meia" if word_at(bytes, end + 1).0.bytes() == b"noite" => {
            return Some((When::Day { days: 1, hour: 0, minute: 0 }, word_at(bytes, end + 1).1));
        }
        b"mezzogiorno" | b"noon" | b"midi" | b"mediodia" | b"mittag" => {
            return Some((When::Hour { hour: 12, minute: 0, exact: true }, end));
        }
        _ => {}
    }
    let (hour, minute, exact, end) = clock_at(bytes, next, next > index)?;
    // "entro le 18 di stasera / di domani"
    let (word, word_end) = word_at(bytes, skip_articles(bytes, end));
    let days = match word.bytes() {
        b"domani" | b"tomorrow" | b"demain" | b"manana" | b"morgen" | b"amanha" => Some(1),
        b"oggi" | b"today" | b"stasera" | b"tonight" | b"hoy" | b"heute" | b"hoje" => Some(0),
        _ => None,
    };
    if let Some(days) = days {
        let evening = matches!(word.bytes(), b"stasera" | b"tonight");
        let hour = if evening && !exact && hour < 12 { hour + 12 } else { hour };
        return Some((When::Day { days, hour, minute }, word_end));
    }
    Some((When::Hour { hour, minute, exact }, end))
}

fn is_evening(bytes: &[u8], start: usize, end: usize) -> bool {
    let words = slice(bytes, start, end).to_ascii_lowercase();
    [&b"sera"[..], b"tonight", b"soir", b"noche", b"abend", b"noite"]
        .iter()
        .any(|word| words.windows(word.len()).any(|window| window == *word))
}

fn skip_articles(bytes: &[u8], from: usize) -> usize {
    let mut index = from;
    for _ in 0..4 {
        while matches!(at(bytes, index), b' ' | b',' | b'\'') {
            index += 1;
        }
        let (word, end) = word_at(bytes, index);
        let article = matches!(
            word.bytes(),
            b"alle"
                | b"le"
                | b"ore"
                | b"all"
                | b"at"
                | b"las"
                | b"la"
                | b"a"
                | b"um"
                | b"as"
                | b"les"
                | b"di"
                | b"delle"
                | b"dell"
                | b"by"
                | b"de"
                | b"del"
                | b"l"
        );
        if !article || !matches!(at(bytes, end), b' ' | b'\'' | b'0'..=b'9') {
            break;
        }
        index = end;
    }
    index
}

/// A named day at `index`: days from now, the hour it ends, the end of the words.
fn day_at(bytes: &[u8], index: usize) -> Option<(i32, i8, i8, usize)> {
    const DAYS: &[(&str, i32, i8, i8)] = &[
        ("dopodomani", 2, 23, 59),
        ("the day after tomorrow", 2, 23, 59),
        ("apres-demain", 2, 23, 59),
        ("pasado manana", 2, 23, 59),
        ("domani mattina", 1, 12, 0),
        ("domattina", 1, 12, 0),
        ("domani pomeriggio", 1, 18, 0),
        ("domani sera", 1, 23, 59),
        ("domani notte", 1, 23, 59),
        ("domani", 1, 23, 59),
        ("tomorrow morning", 1, 12, 0),
        ("tomorrow noon", 1, 12, 0),
        ("tomorrow evening", 1, 23, 59),
        ("tomorrow night", 1, 23, 59),
        ("tomorrow", 1, 23, 59),
        ("demain matin", 1, 12, 0),
        ("demain midi", 1, 12, 0),
        ("demain soir", 1, 23, 59),
        ("demain", 1, 23, 59),
        ("manana por la manana", 1, 12, 0),
        ("manana por la noche", 1, 23, 59),
        ("manana", 1, 23, 59),
        ("morgen fruh", 1, 12, 0),
        ("morgen abend", 1, 23, 59),
        ("morgen", 1, 23, 59),
        ("amanha", 1, 23, 59),
        ("oggi pomeriggio", 0, 18, 0),
        ("oggi", 0, 23, 59),
        ("stasera", 0, 23, 59),
        ("questa sera", 0, 23, 59),
        ("stanotte", 0, 23, 59),
        ("fine giornata", 0, 23, 59),
        ("la fine della giornata", 0, 23, 59),
        ("today", 0, 23, 59),
        ("tonight", 0, 23, 59),
        ("this evening", 0, 23, 59),
        ("the end of the day", 0, 23, 59),
        ("end of the day", 0, 23, 59),
        ("end of day", 0, 23, 59),
        ("aujourd'hui", 0, 23, 59),
        ("ce soir", 0, 23, 59),
        ("cette nuit", 0, 23, 59),
        ("la fin de la journee", 0, 23, 59),
        ("hoy", 0, 23, 59),
        ("esta noche", 0, 23, 59),
        ("esta tarde", 0, 20, 0),
        ("heute abend", 0, 23, 59),
        ("heute", 0, 23, 59),
        ("hoje", 0, 23, 59),
    ];
    let opening = opening(bytes, index);
    if !matches!(
        &opening,
        b"dop"
            | b"the"
            | b"apr"
            | b"pas"
            | b"dom"
            | b"tom"
            | b"dem"
            | b"man"
            | b"mor"
            | b"ama"
            | b"ogg"
            | b"sta"
            | b"que"
            | b"fin"
            | b"la "
            | b"tod"
            | b"ton"
            | b"thi"
            | b"end"
            | b"auj"
            | b"ce "
            | b"cet"
            | b"hoy"
            | b"est"
            | b"heu"
            | b"hoj"
    ) {
        return None;
    }
    let found = DAYS.iter().filter(|(words, ..)| words.as_bytes().starts_with(&opening)).find(|(words, ..)| {
        let end = index + words.len();
        slice(bytes, index, end).eq_ignore_ascii_case(words.as_bytes()) && !is_word(at(bytes, end))
    });
    found.map(|(words, days, hour, minute)| (*days, *hour, *minute, index + words.len()))
}

fn weekday_at(bytes: &[u8], index: usize) -> Option<(civil::Weekday, usize)> {
    let (word, end) = word_at(bytes, index);
    let day = match word.bytes() {
        b"lunedi" | b"monday" | b"lundi" | b"lunes" | b"montag" => civil::Weekday::Monday,
        b"martedi" | b"tuesday" | b"mardi" | b"martes" | b"dienstag" => civil::Weekday::Tuesday,
        b"mercoledi" | b"wednesday" | b"mercredi" | b"miercoles" | b"mittwoch" => civil::Weekday::Wednesday,
        b"giovedi" | b"thursday" | b"jeudi" | b"jueves" | b"donnerstag" => civil::Weekday::Thursday,
        b"venerdi" | b"friday" | b"vendredi" | b"viernes" | b"freitag" => civil::Weekday::Friday,
        b"sabato" | b"saturday" | b"samedi" | b"sabado" | b"samstag" => civil::Weekday::Saturday,
        b"domenica" | b"sunday" | b"dimanche" | b"domingo" | b"sonntag" => civil::Weekday::Sunday,
        _ => return None,
    };
    Some((day, end))
}

/// A time of day: "18", "18:30", "18.30", "18h", "6pm", "6 de la tarde". A bare hour needs an article before it.
fn clock_at(bytes: &[u8], index: usize, article: bool) -> Option<(i8, i8, bool, usize)> {
    let mut end = index;
    while at(bytes, end).is_ascii_digit() {
        end += 1;
    }
    let digits = slice(bytes, index, end);
    if digits.is_empty() && article {
        return clock_in_words(bytes, index);
    }
    if !(1..=2).contains(&digits.len()) {
        return None;
    }
    let hour = digits.iter().fold(0_i8, |value, byte| value * 10 + i8::try_from(byte - b'0').unwrap_or(0));
    let mut minute = 0;
    let mut marked = false;
    let mut exact = hour > 12 || hour == 0 || digits.len() == 2 && digits.first() == Some(&b'0');
    if matches!(at(bytes, end), b':' | b'.' | b'h' | b'H')
        && at(bytes, end + 1).is_ascii_digit()
        && at(bytes, end + 2).is_ascii_digit()
    {
        let tens = i8::try_from(at(bytes, end + 1) - b'0').unwrap_or(0);
        let ones = i8::try_from(at(bytes, end + 2) - b'0').unwrap_or(0);
        minute = tens * 10 + ones;
        end += 3;
        marked = true;
    } else if matches!(at(bytes, end), b'h' | b'H') && !is_word(at(bytes, end + 1)) {
        end += 1;
        marked = true;
    }
    let mut hour = hour;
    let mut tail = end;
    while at(bytes, tail) == b' ' {
        tail += 1;
    }
    let first = at(bytes, tail).to_ascii_lowercase();
    for (words, afternoon) in [
        ("pm", true),
        ("p.m.", true),
        ("am", false),
        ("a.m.", false),
        ("di sera", true),
        ("del pomeriggio", true),
        ("di pomeriggio", true),
        ("di mattina", false),
        ("del mattino", false),
        ("di notte", false),
        ("de la tarde", true),
        ("de la noche", true),
        ("de la manana", false),
        ("du soir", true),
        ("de l'apres-midi", true),
        ("du matin", false),
        ("in the evening", true),
        ("in the morning", false),
        ("uhr", false),
        ("o'clock", false),
    ] {
        if words.as_bytes().first() == Some(&first)
            && stands_at(bytes, tail, words.as_bytes())
            && !is_word(at(bytes, tail + words.len()))
        {
            marked = true;
            end = tail + words.len();
            if matches!(words, "uhr" | "o'clock") {
                break;
            }
            exact = true;
            if afternoon && hour < 12 {
                hour += 12;
            } else if !afternoon && hour == 12 {
                hour = 0;
            }
            break;
        }
    }
    if hour == 24 {
        hour = 0;
    }
    let bare = !marked && !article;
    // "le 18 foto", "les 3 photos": a bare hour ends its sentence or meets a word that is no counted thing.
    let counted = !marked && followed_by_thing(bytes, end);
    if bare
        || counted
        || !(0..24).contains(&hour)
        || !(0..60).contains(&minute)
        || is_word(at(bytes, end))
        || at(bytes, end) == b'/'
    {
        return None;
    }
    Some((hour, minute, exact, end))
}

/// "le sei", "les six", "las seis y media": an hour in words behind its article.
fn clock_in_words(bytes: &[u8], index: usize) -> Option<(i8, i8, bool, usize)> {
    let (value, mut end) = number_at(bytes, index, Lone::Thousands)?;
    let hour = (1..=24_i8).find(|hour| (f64::from(*hour) - value).abs() < 0.1)?;
    let mut minute = 0;
    for (half, minutes) in
        [(&b" e mezza"[..], 30), (b" e mezzo", 30), (b" et demie", 30), (b" y media", 30), (b" e un quarto", 15)]
    {
        if stands_at(bytes, end, half) && !is_word(at(bytes, end + half.len())) {
            minute = minutes;
            end += half.len();
        }
    }
    let (word, word_end) = word_at(bytes, end + 1);
    if matches!(word.bytes(), b"heures" | b"heure" | b"h" | b"uhr") {
        end = word_end;
    }
    (!followed_by_thing(bytes, end) && !is_word(at(bytes, end))).then_some((hour % 24, minute, hour > 12, end))
}

fn followed_by_thing(bytes: &[u8], end: usize) -> bool {
    if matches!(at(bytes, end), b'%' | b'$') || slice(bytes, end, end + 3) == "€".as_bytes() {
        return true;
    }
    if at(bytes, end) != b' ' {
        return false;
    }
    let (word, _) = word_at(bytes, end + 1);
    unit(word.bytes(), true).is_some_and(|seconds| seconds != 3_600)
        || matches!(
            word.bytes(),
            b"foto"
                | b"video"
                | b"euro"
                | b"euros"
                | b"dollari"
                | b"persone"
                | b"photos"
                | b"videos"
                | b"fotos"
                | b"messaggi"
                | b"people"
                | b"anni"
                | b"ans"
                | b"years"
                | b"anos"
                | b"volte"
                | b"times"
                | b"eur"
                | b"amici"
                | b"contatti"
                | b"mila"
                | b"k"
        )
}
