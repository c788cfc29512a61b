//! Points in time: "le 18", "domani alle 9", "friday at noon", "minuit".

use jiff::civil;

use super::{When, opening, unit};
use crate::numeral::{Lone, number_at};
use crate::text::{at, before, is_word, slice, stands_at, word_at};

/// A point in time in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) when: When,
    /// The end of the words.
    pub(super) end: usize,
    /// Whether an hour is said, and not a day alone.
    pub(super) timed: bool,
}

/// A time of day: as said, whether it cannot be the other half of the day, and where the words end.
#[derive(Debug, Clone, Copy)]
struct Clock {
    hour: i8,
    minute: i8,
    exact: bool,
    end: usize,
}

/// A point in time at `index`: "le 18", "6pm", "mezzanotte", "domani alle 9", "venerdì".
pub(super) fn point_at(bytes: &[u8], index: usize) -> Option<Point> {
    if let Some(named) = day_at(bytes, index) {
        let (days, end) = (named.days, named.end);
        let Some(clock) = clock_behind(bytes, end, false) else {
            let (hour, minute) = (named.hour, named.minute);
            return Some(Point { when: When::Day { days, hour, minute }, end, timed: false });
        };
        return Some(Point { when: on_day(clock, named.part, days), end: clock.end, timed: true });
    }
    if let Some((day, end)) = weekday_at(bytes, index) {
        let (part, end) = part_behind(bytes, end);
        if let Some(clock) = clock_behind(bytes, end, true) {
            let hour = half_of_day(clock, part, true);
            let when = When::Weekday { day, hour, minute: clock.minute };
            return Some(Point { when, end: clock.end, timed: true });
        }
        let (hour, minute) = part.map_or((23, 59), Part::ends);
        return Some(Point { when: When::Weekday { day, hour, minute }, end, timed: false });
    }
    let next = skip_articles(bytes, index);
    // "fino a domani", "jusqu'à demain"
    if next > index && (day_at(bytes, next).is_some() || weekday_at(bytes, next).is_some()) {
        return point_at(bytes, next);
    }
    let clock = turn_of_day(bytes, next).or_else(|| clock_at(bytes, next, names_hours(bytes, index, next)))?;
    Some(on_day_behind(bytes, clock).unwrap_or_else(|| {
        let Clock { hour, minute, exact, end } = clock;
        let when = match (hour, minute) {
            (23, 59) if !at(bytes, next).is_ascii_digit() => When::Day { days: 1, hour: 0, minute: 0 },
            _ => When::Hour { hour, minute, exact },
        };
        Point { when, end, timed: true }
    }))
}

/// A clock with the day said behind it: "le 18 di stasera", "noon tomorrow", "alle 8 di domattina".
fn on_day_behind(bytes: &[u8], clock: Clock) -> Option<Point> {
    let behind = skip_articles(bytes, clock.end);
    if let Some(named) = day_at(bytes, behind) {
        return Some(Point { when: on_day(clock, named.part, named.days), end: named.end, timed: true });
    }
    let behind = if stands_at(bytes, behind, b"on ") { behind + 3 } else { behind };
    let (day, end) = weekday_at(bytes, behind)?;
    let when = When::Weekday { day, hour: half_of_day(clock, None, true), minute: clock.minute };
    Some(Point { when, end, timed: true })
}

/// As `point_at`, and an hour whose minutes show that it is one: "sette e mezza".
pub(super) fn point_or_half_hour(bytes: &[u8], index: usize) -> Option<Point> {
    point_at(bytes, index).or_else(|| {
        bare_hour(bytes, index).filter(|point| matches!(point.when, When::Hour { minute: 15 | 30 | 45, .. }))
    })
}

/// An hour without an article, behind words that let one follow: "till six", "by nine".
pub(super) fn bare_hour(bytes: &[u8], index: usize) -> Option<Point> {
    let clock = clock_at(bytes, index, true)?;
    on_day_behind(bytes, clock).or_else(|| {
        let Clock { hour, minute, exact, end } = clock;
        let closed = !(at(bytes, end) == b' ' && is_word(at(bytes, end + 1)));
        closed.then_some(Point { when: When::Hour { hour, minute, exact }, end, timed: true })
    })
}

/// A clock on a day that was named by its distance.
fn on_day(clock: Clock, part: Option<Part>, days: i32) -> When {
    let (hour, minute) = (half_of_day(clock, part, days > 0), clock.minute);
    // "stanotte alle 2" is after midnight.
    if days == 0 && part == Some(Part::Night) && clock.hour < 6 {
        return When::Hour { hour: clock.hour, minute, exact: true };
    }
    When::Day { days, hour, minute }
}

/// The hour in the half of the day that is meant: of a later day nobody says "at three" of the night.
fn half_of_day(clock: Clock, part: Option<Part>, is_later: bool) -> i8 {
    let Clock { hour, exact, .. } = clock;
    let later = match part {
        Some(Part::Morning) => false,
        Some(Part::Afternoon) => true,
        Some(Part::Evening | Part::Night) => hour > 3,
        None => is_later && (1..=5).contains(&hour),
    };
    if later && !exact && hour < 12 { hour + 12 } else { hour }
}

/// The clock that follows a day: "domani alle 18", "ce soir 20 heures", "venerdì 14, ore 12", "tomorrow noon".
fn clock_behind(bytes: &[u8], end: usize, is_weekday: bool) -> Option<Clock> {
    let mut from = end;
    // "venerdì 14, ore 12": the number behind a day of the week is that of the month.
    if is_weekday && at(bytes, end) == b' ' && at(bytes, end + 1).is_ascii_digit() {
        let mut stop = end + 1;
        while at(bytes, stop).is_ascii_digit() {
            stop += 1;
        }
        let joined = skip_joints(bytes, stop);
        if stop - end <= 3 && joined > stop && names_hours(bytes, stop, joined) {
            from = stop;
        }
    }
    let next = skip_joints(bytes, from);
    if next == from {
        return None;
    }
    let named = names_hours(bytes, from, next);
    let clock = turn_of_day(bytes, next).or_else(|| clock_at(bytes, next, true))?;
    // A bare number behind a day closes the clause: "stasera 21", not "domani 20 ragazzi".
    let closed = !(at(bytes, clock.end) == b' ' && is_word(at(bytes, clock.end + 1)));
    let digits = at(bytes, next).is_ascii_digit();
    let told = before(bytes, clock.end).is_ascii_alphabetic() && !slice(bytes, next, clock.end).is_empty();
    (named || digits && closed || told && (digits || spoken(bytes, next, clock.end))).then_some(clock)
}

/// The hour and minute behind a day of the calendar, and where the words end.
pub(super) fn clock_of_date(bytes: &[u8], end: usize) -> Option<(i8, i8, usize)> {
    let clock = clock_behind(bytes, end, false)?;
    Some((half_of_day(clock, None, true), clock.minute, clock.end))
}

/// A day with an hour that was said elsewhere in the sentence.
pub(super) fn at_hour(day: When, hour: i8, minute: i8, exact: bool) -> When {
    let clock = Clock { hour, minute, exact, end: 0 };
    match day {
        When::Day { days, hour: ends, .. } => {
            let part = match ends {
                12 => Some(Part::Morning),
                18..=20 => Some(Part::Afternoon),
                _ => None,
            };
            When::Day { days, hour: half_of_day(clock, part, days > 0), minute }
        }
        When::Weekday { day, .. } => When::Weekday { day, hour: half_of_day(clock, None, true), minute },
        When::Date { year, month, day, .. } => {
            When::Date { year, month, day, hour: half_of_day(clock, None, true), minute }
        }
        _ => When::Hour { hour, minute, exact },
    }
}

/// Whether the words of a clock say that they are one: "sept heures", "acht Uhr", "noon".
fn spoken(bytes: &[u8], start: usize, end: usize) -> bool {
    turn_of_day(bytes, start).is_some()
        || slice(bytes, start, end).to_ascii_lowercase().rsplit(|byte| *byte == b' ').any(|word| {
            matches!(word, b"heures" | b"heure" | b"uhr" | b"half" | b"halb" | b"quarter" | b"mezza" | b"past")
        })
}

/// Noon and midnight, with the minutes behind them.
fn turn_of_day(bytes: &[u8], index: usize) -> Option<Clock> {
    let (word, end) = word_at(bytes, index);
    let (next, next_end) = word_at(bytes, end + 1);
    let (hour, end) = match (word.bytes(), next.bytes()) {
        (b"mezzanotte" | b"midnight" | b"minuit" | b"medianoche" | b"mitternacht", _) => (0, end),
        (b"meia", b"noite") => (0, next_end),
        (b"mezzogiorno" | b"mezzodi" | b"noon" | b"midday" | b"midi" | b"mediodia" | b"mittag" | b"mittags", _) => {
            (12, end)
        }
        (b"meio", b"dia") => (12, next_end),
        _ => return None,
    };
    let (minute, end) = minutes_behind(bytes, end).filter(|(minute, _)| *minute >= 0).unwrap_or((0, end));
    Some(match (hour, minute) {
        // The end of a day is the day's.
        (0, 0) => Clock { hour: 23, minute: 59, exact: true, end },
        _ => Clock { hour, minute, exact: true, end },
    })
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    /// The hour and minute by which it is over.
    const fn ends(self) -> (i8, i8) {
        match self {
            Self::Morning => (12, 0),
            Self::Afternoon => (18, 0),
            Self::Evening | Self::Night => (23, 59),
        }
    }
}

/// "venerdì sera", "sunday morning", "samedi soir", "morgen abend".
fn part_behind(bytes: &[u8], end: usize) -> (Option<Part>, usize) {
    let (word, word_end) = word_at(bytes, end + 1);
    let part = match word.bytes() {
        b"mattina" | b"morning" | b"matin" | b"fruh" | b"vormittag" => Part::Morning,
        b"pomeriggio" | b"afternoon" | b"nachmittag" => Part::Afternoon,
        b"sera" | b"evening" | b"soir" | b"abend" => Part::Evening,
        b"notte" | b"night" | b"nacht" => Part::Night,
        _ => return (None, end),
    };
    if at(bytes, end) == b' ' { (Some(part), word_end) } else { (None, end) }
}

/// The part of the day that words name.
fn part_of(words: &[u8]) -> Option<Part> {
    let words = words.to_ascii_lowercase();
    let has = |list: &[&[u8]]| list.iter().any(|word| words.windows(word.len()).any(|window| window == *word));
    if has(&[b"matt", b"morning", b"matin", b"por la manana", b"fruh"]) {
        Some(Part::Morning)
    } else if has(&[b"pomeriggio", b"afternoon", b"apres-midi", b"tarde", b"nachmittag"]) {
        Some(Part::Afternoon)
    } else if has(&[b"sera", b"evening", b"tonight", b"soir", b"noche", b"abend", b"noite"]) {
        Some(Part::Evening)
    } else {
        has(&[b"notte", b"night", b"nuit", b"nacht"]).then_some(Part::Night)
    }
}

/// Steps over what stands between a day and its hour: articles, "entro", "before", commas.
fn skip_joints(bytes: &[u8], from: usize) -> usize {
    let mut index = skip_articles(bytes, from);
    for _ in 0..2 {
        let (word, end) = word_at(bytes, index);
        let joint = matches!(
            word.bytes(),
            b"entro"
                | b"prima"
                | b"before"
                | b"avant"
                | b"antes"
                | b"vor"
                | b"bis"
                | b"verso"
                | b"per"
                | b"pour"
                | b"para"
                | b"by"
                | b"vers"
                | b"gegen"
                | b"around"
                | b"ore"
                | b"punkt"
        );
        if !joint || at(bytes, end) != b' ' {
            break;
        }
        index = skip_articles(bytes, end);
    }
    index
}

/// Whether the words stepped over let an hour follow: "alle", "um", "by"; not "di" or "de" alone, behind which sums stand too.
fn names_hours(bytes: &[u8], from: usize, to: usize) -> bool {
    slice(bytes, from, to).split(|byte| !byte.is_ascii_alphabetic()).any(|word| {
        !word.is_empty()
            && !word.eq_ignore_ascii_case(b"di")
            && !word.eq_ignore_ascii_case(b"de")
            && !word.eq_ignore_ascii_case(b"del")
    })
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
                | b"pelas"
                | b"gegen"
                | b"verso"
                | b"dalle"
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

/// A day named by its distance.
#[derive(Debug, Clone, Copy)]
struct Named {
    days: i32,
    /// The hour and minute by which it is over.
    hour: i8,
    minute: i8,
    part: Option<Part>,
    /// The end of the words.
    end: usize,
}

/// A named day at `index`: days from now, the hour it ends, the end of the words.
fn day_at(bytes: &[u8], index: usize) -> Option<Named> {
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
        ("domani a pranzo", 1, 13, 0),
        ("domani", 1, 23, 59),
        ("tomorrow morning", 1, 12, 0),
        ("tomorrow lunch", 1, 12, 0),
        ("tomorrow afternoon", 1, 18, 0),
        ("tomorrow evening", 1, 23, 59),
        ("tomorrow night", 1, 23, 59),
        ("tomorrow", 1, 23, 59),
        ("demain matin", 1, 12, 0),
        ("demain soir", 1, 23, 59),
        ("demain", 1, 23, 59),
        ("manana por la manana", 1, 12, 0),
        ("manana por la noche", 1, 23, 59),
        ("manana", 1, 23, 59),
        ("morgen fruh", 1, 12, 0),
        ("morgen abend", 1, 23, 59),
        ("morgen vormittag", 1, 12, 0),
        ("morgen", 1, 23, 59),
        ("amanha de manha", 1, 12, 0),
        ("amanha a tarde", 1, 18, 0),
        ("amanha a noite", 1, 23, 59),
        ("amanha", 1, 23, 59),
        ("oggi pomeriggio", 0, 18, 0),
        ("oggi", 0, 23, 59),
        ("stasera", 0, 23, 59),
        ("questa sera", 0, 23, 59),
        ("stanotte", 0, 23, 59),
        ("questa notte", 0, 23, 59),
        ("fine giornata", 0, 23, 59),
        ("la fine della giornata", 0, 23, 59),
        ("today", 0, 23, 59),
        ("tonight", 0, 23, 59),
        ("this evening", 0, 23, 59),
        ("this afternoon", 0, 18, 0),
        ("the end of the day", 0, 23, 59),
        ("end of the day", 0, 23, 59),
        ("end of day", 0, 23, 59),
        ("aujourd'hui", 0, 23, 59),
        ("ce soir", 0, 23, 59),
        ("cette nuit", 0, 23, 59),
        ("cet apres-midi", 0, 18, 0),
        ("la fin de la journee", 0, 23, 59),
        ("hoy", 0, 23, 59),
        ("esta noche", 0, 23, 59),
        ("esta tarde", 0, 20, 0),
        ("heute abend", 0, 23, 59),
        ("heute nacht", 0, 23, 59),
        ("heute", 0, 23, 59),
        ("hoje a noite", 0, 23, 59),
        ("hoje", 0, 23, 59),
        ("esta noite", 0, 23, 59),
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
    found.map(|(words, days, hour, minute)| Named {
        days: *days,
        hour: *hour,
        minute: *minute,
        part: part_of(words.as_bytes()),
        end: index + words.len(),
    })
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

/// A time of day: "18", "18:30", "18.30", "18h", "6pm", "6 de la tarde", "half nine". A bare hour needs an article before it.
fn clock_at(bytes: &[u8], index: usize, article: bool) -> Option<Clock> {
    let mut end = index;
    while at(bytes, end).is_ascii_digit() {
        end += 1;
    }
    let digits = slice(bytes, index, end);
    if let Some(clock) = clock_backwards(bytes, index) {
        return Some(clock);
    }
    if digits.is_empty() && article {
        return clock_in_words(bytes, index);
    }
    if !(1..=2).contains(&digits.len()) {
        return None;
    }
    let hour = digits.iter().fold(0_i8, |value, byte| value * 10 + i8::try_from(byte - b'0').unwrap_or(0));
    let mut minute = 0;
    let mut marked = false;
    let exact = hour > 12 || hour == 0 || digits.len() == 2 && digits.first() == Some(&b'0');
    let two_digits = |from: usize| {
        let (tens, ones) = (at(bytes, from), at(bytes, from + 1));
        let are = tens.is_ascii_digit() && ones.is_ascii_digit() && !at(bytes, from + 2).is_ascii_digit();
        are.then(|| i8::try_from((tens - b'0') * 10 + (ones - b'0')).unwrap_or(0))
    };
    // "18 h 30" as "18h30".
    let sign = end
        + usize::from(
            at(bytes, end) == b' ' && matches!(at(bytes, end + 1), b'h' | b'H') && !is_word(at(bytes, end + 2)),
        );
    if matches!(at(bytes, end), b':' | b'.' | b'h' | b'H')
        && let Some(minutes) = two_digits(end + 1)
    {
        (minute, end, marked) = (minutes, end + 3, true);
    } else if sign > end
        && at(bytes, sign + 1) == b' '
        && let Some(minutes) = two_digits(sign + 2)
    {
        (minute, end, marked) = (minutes, sign + 4, true);
    } else if matches!(at(bytes, sign), b'h' | b'H') && !is_word(at(bytes, sign + 1)) {
        (end, marked) = (sign + 1, true);
    }
    let clock = finished(bytes, Clock { hour, minute, exact, end });
    marked |= clock.end > end && clock.minute == minute;
    let bare = !marked && !article;
    // "le 18 foto", "les 3 photos": a bare hour ends its sentence or meets a word that is no counted thing.
    let counted = !marked && followed_by_thing(bytes, clock.end);
    let possible = (0..24).contains(&clock.hour) && (0..60).contains(&clock.minute);
    let stands = !is_word(at(bytes, clock.end)) && at(bytes, clock.end) != b'/';
    (!bare && !counted && possible && stands).then_some(clock)
}

/// The clock with what stands behind its hour: minutes in words, "Uhr", the part of the day.
fn finished(bytes: &[u8], mut clock: Clock) -> Clock {
    if at(bytes, clock.end) == b' ' && matches!(at(bytes, clock.end + 1).to_ascii_lowercase(), b'h' | b'u' | b'o') {
        let (word, word_end) = word_at(bytes, clock.end + 1);
        if matches!(word.bytes(), b"heures" | b"heure" | b"uhr" | b"ore" | b"horas") {
            clock.end = word_end;
        }
    }
    if clock.minute == 0
        && let Some((minutes, end)) = minutes_behind(bytes, clock.end)
    {
        let whole = i16::from(clock.hour) * 60 + i16::from(minutes);
        let whole = whole.rem_euclid(24 * 60);
        clock.hour = i8::try_from(whole / 60).unwrap_or(0);
        clock.minute = i8::try_from(whole % 60).unwrap_or(0);
        clock.end = end;
    }
    let mut tail = clock.end;
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
        ("della sera", true),
        ("del pomeriggio", true),
        ("di pomeriggio", true),
        ("di giorno", true),
        ("di mattina", false),
        ("del mattino", false),
        ("di notte", false),
        ("de la tarde", true),
        ("de la noche", true),
        ("de la manana", false),
        ("da tarde", true),
        ("da noite", true),
        ("da manha", false),
        ("du soir", true),
        ("de l'apres-midi", true),
        ("du matin", false),
        ("in the evening", true),
        ("in the morning", false),
        ("in the afternoon", true),
        ("abends", true),
        ("nachmittags", true),
        ("morgens", false),
        ("fruh", false),
        ("o'clock", false),
    ] {
        if words.as_bytes().first() == Some(&first)
            && stands_at(bytes, tail, words.as_bytes())
            && !is_word(at(bytes, tail + words.len()))
        {
            clock.end = tail + words.len();
            if words == "o'clock" {
                break;
            }
            clock.exact = true;
            if afternoon && clock.hour < 12 {
                clock.hour += 12;
            } else if !afternoon && clock.hour == 12 {
                clock.hour = 0;
            }
            break;
        }
    }
    if clock.hour == 24 {
        clock.hour = 0;
    }
    clock
}

/// Minutes behind an hour: "e mezza", "y cuarto", "et demie", "meno dieci", "e 30"; fewer than none where they are taken away.
fn minutes_behind(bytes: &[u8], from: usize) -> Option<(i8, usize)> {
    const SAID: [(&[u8], i8); 17] = [
        (b" e mezza", 30),
        (b" e mezzo", 30),
        (b" et demie", 30),
        (b" et demi", 30),
        (b" y media", 30),
        (b" e meia", 30),
        (b" e un quarto", 15),
        (b" e tre quarti", 45),
        (b" meno un quarto", -15),
        (b" et quart", 15),
        (b" moins le quart", -15),
        (b" y cuarto", 15),
        (b" menos cuarto", -15),
        (b" e um quarto", 15),
        (b" menos um quarto", -15),
        (b" thirty", 30),
        (b" fifteen", 15),
    ];
    let opens = matches!(at(bytes, from + 1).to_ascii_lowercase(), b'e' | b'y' | b'm' | b't' | b'f');
    if at(bytes, from) != b' ' || !opens {
        return None;
    }
    let (joint, joint_end) = word_at(bytes, from + 1);
    if !matches!(joint.bytes(), b"e" | b"et" | b"y" | b"meno" | b"menos" | b"moins" | b"thirty" | b"fifteen") {
        return None;
    }
    let stands = |(words, _): &&(&[u8], i8)| stands_at(bytes, from, words) && !is_word(at(bytes, from + words.len()));
    if let Some((words, minutes)) = SAID.iter().find(stands) {
        return Some((*minutes, from + words.len()));
    }
    let sign = match joint.bytes() {
        b"e" | b"y" => 1,
        b"meno" | b"menos" | b"moins" => -1,
        _ => return None,
    };
    let (value, end) = number_at(bytes, joint_end + 1, Lone::Thousands)?;
    let minutes = (1..60_i8).find(|minute| (f64::from(*minute) - value).abs() < 0.1)?;
    let told = end - joint_end > 2 && (sign > 0 || minutes < 30);
    (told && !followed_by_thing(bytes, end) && !is_word(at(bytes, end))).then_some((sign * minutes, end))
}

/// "half nine", "ten past nine", "quarter to six", "halb sieben", "Viertel nach acht".
fn clock_backwards(bytes: &[u8], index: usize) -> Option<Clock> {
    if !matches!(
        at(bytes, index).to_ascii_lowercase(),
        b'h' | b'q' | b'v' | b't' | b'f' | b'd' | b'z' | b'a' | b'0'..=b'9'
    ) {
        return None;
    }
    let (word, end) = word_at(bytes, index);
    let (minutes, end) = match word.bytes() {
        b"half" => (30, end),
        b"halb" => (-30, end),
        b"dreiviertel" => (-15, end),
        b"quarter" | b"viertel" => (15, end),
        b"a" if word_at(bytes, end + 1).0.bytes() == b"quarter" => (15, word_at(bytes, end + 1).1),
        b"" | b"five" | b"ten" | b"fifteen" | b"twenty" | b"funf" | b"zehn" | b"zwanzig" => {
            let (value, end) = number_at(bytes, index, Lone::Thousands)?;
            (*[5_i8, 10, 15, 20, 25].iter().find(|minute| (f64::from(**minute) - value).abs() < 0.1)?, end)
        }
        _ => return None,
    };
    if at(bytes, end) != b' ' {
        return None;
    }
    let (joint, joint_end) = word_at(bytes, end + 1);
    let (minutes, from) = match joint.bytes() {
        b"past" | b"after" | b"nach" => (minutes, joint_end + 1),
        b"to" | b"vor" if minutes < 30 => (-minutes, joint_end + 1),
        _ if matches!(word.bytes(), b"half" | b"halb" | b"dreiviertel") => (minutes, end + 1),
        _ => return None,
    };
    let (value, end) = number_at(bytes, from, Lone::Thousands)?;
    let hour = (1..=12_i16).find(|hour| (f64::from(*hour) - value).abs() < 0.1)?;
    if followed_by_thing(bytes, end) || is_word(at(bytes, end)) {
        return None;
    }
    let whole = (hour * 60 + i16::from(minutes)).rem_euclid(24 * 60);
    let (hour, minute) = (i8::try_from(whole / 60).ok()?, i8::try_from(whole % 60).ok()?);
    Some(finished(bytes, Clock { hour, minute, exact: false, end }))
}

/// "le sei", "les six", "las seis y media": an hour in words behind its article.
fn clock_in_words(bytes: &[u8], index: usize) -> Option<Clock> {
    let (value, end) = number_at(bytes, index, Lone::Thousands)?;
    let hour = (1..=24_i8).find(|hour| (f64::from(*hour) - value).abs() < 0.1)?;
    let clock = finished(bytes, Clock { hour: hour % 24, minute: 0, exact: hour > 12, end });
    (!followed_by_thing(bytes, clock.end) && !is_word(at(bytes, clock.end))).then_some(clock)
}

fn followed_by_thing(bytes: &[u8], end: usize) -> bool {
    if matches!(at(bytes, end), b'%' | b'$') || slice(bytes, end, end + 3) == "€".as_bytes() {
        return true;
    }
    if at(bytes, end) != b' ' {
        return false;
    }
    let (word, _) = word_at(bytes, end + 1);
    // "de 3 600 €": the hour would be a group of a longer number.
    if at(bytes, end + 1).is_ascii_digit() && at(bytes, end + 3).is_ascii_digit() {
        return true;
    }
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
