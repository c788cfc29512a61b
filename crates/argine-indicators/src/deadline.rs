//! Limits of time: "hai 10 minuti", "entro le 18", "within the next hour", "tu as jusqu'à ce soir".
//!
//! A length or an hour alone is no limit ("a 5 minuti da casa", "ti chiamo tra 10 minuti"): it takes words that grant or
//! limit time, and for the weak ones ("tra", "before") also words of threat, payment or publication in the message.

mod countdown;
mod point;

pub(crate) use countdown::FallingRows;
use jiff::{Span, civil};
use point::point_at;

use crate::context::{Cue, Hit};
use crate::find::Lens;
use crate::moment;
use crate::numeral::{Lone, digits_at, is_numeral, number_at};
use crate::text::{Lower, at, before, is_word, letters_end, slice, stands_at, word_at};

/// A limit as written; the span is bytes of the clean text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) when: When,
}

/// When a limit ends, seen from the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// After so many seconds.
    After(i64),
    /// At the next `hour:minute`; `exact` when it cannot be the other half of the day.
    Hour { hour: i8, minute: i8, exact: bool },
    /// So many days later, at `hour:minute`.
    Day { days: i32, hour: i8, minute: i8 },
    /// On the next such weekday, at `hour:minute`.
    Weekday { day: civil::Weekday, hour: i8, minute: i8 },
    /// On a day of the calendar, at `hour:minute`; the next one where no year is said.
    Date { year: Option<i16>, month: i8, day: i8, hour: i8, minute: i8 },
}

impl When {
    pub(crate) const fn is_relative(self) -> bool {
        matches!(self, Self::After(_))
    }

    /// The civil time it means in a message written at `written`.
    pub(crate) fn due(self, written: civil::DateTime) -> Option<civil::DateTime> {
        let on = |days: i32, hour: i8, minute: i8| {
            let date = written.date().checked_add(Span::new().days(days)).ok()?;
            Some(date.to_datetime(civil::Time::new(hour, minute, 0, 0).ok()?))
        };
        match self {
            Self::After(seconds) => written.checked_add(Span::new().try_seconds(seconds).ok()?).ok(),
            // "hoy a las siete", written in the afternoon.
            Self::Day { days: 0, hour, minute } if (1..12).contains(&hour) => {
                let morning = on(0, hour, minute)?;
                if morning > written { Some(morning) } else { on(0, hour + 12, minute) }
            }
            Self::Day { days, hour, minute } => on(days, hour, minute),
            Self::Weekday { day, hour, minute } => {
                let days = i32::from(written.date().weekday().until(day));
                on(if days == 0 { 7 } else { days }, hour, minute)
            }
            Self::Date { year, month, day, hour, minute } => {
                let time = civil::Time::new(hour, minute, 0, 0).ok()?;
                let end = |year: i16| Some(civil::Date::new(year, month, day).ok()?.to_datetime(time));
                match year {
                    Some(year) => end(year),
                    None => (0..=1).filter_map(|step| end(written.year() + step)).find(|end| *end > written),
                }
            }
            Self::Hour { hour, minute, exact } => {
                let mut candidates = vec![on(0, hour, minute)?, on(1, hour, minute)?];
                if !exact && hour < 12 {
                    candidates.push(on(0, hour + 12, minute)?);
                }
                candidates.into_iter().filter(|candidate| *candidate > written).min()
            }
        }
    }
}

/// Words that grant or limit time.
pub(crate) const LIMITING: u64 =
    Cue::Granted.bit() | Cue::Within.bit() | Cue::Ahead.bit() | Cue::Until.bit() | Cue::Left.bit();

pub(crate) fn scan(lens: &Lens<'_>) -> Vec<Limit> {
    let mut limits: Vec<Limit> = Vec::new();
    let bytes = lens.bytes();
    for hit in lens.context.of_sorts(LIMITING) {
        let found = match hit.cue {
            Cue::Granted | Cue::Within | Cue::Ahead | Cue::Until => after_cue(lens, hit),
            Cue::Left => before_cue(lens, hit),
            _ => None,
        };
        let Some(limit) = found else { continue };
        if limits.last().is_some_and(|last| limit.start < last.end && last.start < limit.end) {
            // The longer reading of the same words stays.
            if let Some(last) = limits.last_mut()
                && limit.end - limit.start > last.end - last.start
            {
                *last = limit;
            }
            continue;
        }
        limits.push(limit);
    }
    // "24h o pubblico tutto": a length that opens the message.
    if limits.is_empty()
        && at(bytes, 0).is_ascii_digit()
        && let Some((seconds, end)) = length_at(bytes, 0, false)
        && lens.context.any_within(end, end + 120, Cue::Pressure)
        && matches!(
            word_at(bytes, end + 1).0.bytes(),
            b"o" | b"or"
                | b"poi"
                | b"e"
                | b"then"
                | b"ou"
                | b"sinon"
                | b"and"
                | b"per"
                | b"to"
                | b"pour"
                | b"para"
                | b"y"
        )
    {
        limits.push(Limit { start: 0, end, when: When::After(seconds) });
    }
    countdown::countdowns(lens, &mut limits);
    limits
}

/// The first hour that a text names, on the day that it names, whatever it is for; where it names no hour, the first day that stands
/// alone: "Stasera.", not "domani ne vende una".
pub(crate) fn named(bytes: &[u8]) -> Option<When> {
    let (mut day, mut alone) = (None, None);
    let mut index = 0;
    while index < bytes.len() {
        let begins = is_word(at(bytes, index)) && !is_word(before(bytes, index));
        let Some(point) = begins.then(|| point::point_or_half_hour(bytes, index)).flatten() else {
            index += 1;
            continue;
        };
        match (point.when, day) {
            (When::Hour { hour, minute, exact }, Some(day)) => return Some(point::at_hour(day, hour, minute, exact)),
            (when, _) if point.timed => return Some(when),
            (when, _) => {
                day = day.or(Some(when));
                if alone.is_none() && closed(bytes, index, point.end) {
                    alone = Some(when);
                }
            }
        }
        index = point.end.max(index + 1);
    }
    alone
}

/// Whether words are a sentence or a clause of their own.
fn closed(bytes: &[u8], start: usize, end: usize) -> bool {
    let ends = |byte: u8| matches!(byte, 0 | b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\n');
    let first = slice(bytes, start.saturating_sub(2), start).trim_ascii_end().last().copied().unwrap_or(0);
    ends(first) && ends(at(bytes, end))
}

/// Whether the words near a limit threaten or want something.
fn pressed(lens: &Lens<'_>, start: usize, end: usize) -> bool {
    lens.context.any_within(start.saturating_sub(200), end + 200, Cue::Pressure)
}

/// Whether the sentence is an errand: "arrivo entro 10 minuti".
fn errand(lens: &Lens<'_>, start: usize, end: usize) -> bool {
    let bytes = lens.bytes();
    let near = lens.context.between(start.saturating_sub(28), end + 16);
    // Not what another sentence says.
    let parted = |from: usize, to: usize| {
        slice(bytes, from, to).iter().any(|byte| matches!(byte, b'.' | b',' | b';' | b'!' | b'?' | b'\n'))
    };
    near.iter().any(|hit| hit.cue == Cue::Errand && !parted(hit.end.min(end), start) && !parted(end, hit.start))
}

/// Whether the sentence that `end` lies in closes with a question mark.
fn asked(bytes: &[u8], end: usize) -> bool {
    let rest = slice(bytes, end, (end + 120).min(bytes.len()));
    let stop = rest.iter().position(|byte| matches!(byte, b'?' | b'.' | b'!' | b'\n'));
    stop.is_some_and(|place| rest.get(place) == Some(&b'?'))
}

fn after_cue(lens: &Lens<'_>, hit: &Hit) -> Option<Limit> {
    let bytes = lens.bytes();
    let cue_text = Lower::new(slice(bytes, hit.start, hit.end));
    // "negli ultimi 5 minuti", "in the last 5 minutes" look back.
    if matches!(
        cue_text.bytes(),
        b"ultimi" | b"ultime" | b"ultima" | b"last" | b"derniers" | b"dernieres" | b"ultimos" | b"ultimas"
    ) {
        let lead = slice(bytes, hit.start.saturating_sub(8), hit.start).to_ascii_lowercase();
        let back = [
            &b"negli "[..],
            b"nelle ",
            b"the ",
            b"gli ",
            b"dans les ",
            b"ces ",
            b"en los ",
            b"en las ",
            b"degli ",
            b"delle ",
            b"nell'",
            b"past ",
        ];
        if back.iter().any(|word| lead.ends_with(word)) {
            return None;
        }
    }
    let index = skip_fillers(bytes, hit.end);
    // "avant 18h" is an hour of the day, "entro 18h" a length.
    if hit.cue != Cue::Until
        && let Some((seconds, end)) = length_at(bytes, index, hit.cue == Cue::Granted || hit.cue == Cue::Within)
    {
        // "hai 10 minuti fa", "entro 2 ore fa" look back; "hai 20 giorni di ferie" is no limit.
        let behind = word_at(bytes, end + 1).0;
        if matches!(
            behind.bytes(),
            b"fa" | b"ago" | b"prima" | b"atras" | b"di" | b"d" | b"of" | b"libero" | b"libera" | b"free"
        ) {
            let time_left = matches!(
                word_at(bytes, letters_end(bytes, end + 1) + 1).0.bytes(),
                b"tempo" | b"time" | b"temps" | b"tiempo"
            );
            if !time_left {
                return None;
            }
        }
        let accepted = match hit.cue {
            Cue::Granted => !asked(bytes, end) || pressed(lens, hit.start, end),
            Cue::Within => !errand(lens, hit.start, end) && (!asked(bytes, end) || pressed(lens, hit.start, end)),
            _ => {
                cue_text.bytes() != b"a"
                    && pressed(lens, hit.start, end)
                    && !errand(lens, hit.start, end)
                    && !asked(bytes, end)
            }
        };
        return accepted.then_some(Limit { start: hit.start, end, when: When::After(seconds) });
    }
    if matches!(hit.cue, Cue::Ahead) {
        return None;
    }
    // "till six": behind these words an hour needs no article.
    let is_number = at(bytes, index).is_ascii_digit() || is_numeral(word_at(bytes, index).0.bytes());
    let bare = || if hit.cue != Cue::Granted && is_number { point::bare_hour(bytes, index) } else { None };
    let point = || point_at(bytes, index).or_else(bare).map(|point| (point.when, point.end));
    let (when, end) = calendar_at(lens, index).or_else(point)?;
    let granted = hit.cue == Cue::Granted && bounded(bytes, hit.end, index);
    if hit.cue == Cue::Granted && !granted {
        return None;
    }
    // "Avant minuit", and nothing else: who writes only that sets a limit.
    let whole = hit.start <= 1 && end + 2 >= bytes.len();
    let strong = granted || whole || hit.cue == Cue::Within;
    let accepted = (strong || pressed(lens, hit.start, end)) && !errand(lens, hit.start, end) && !asked(bytes, end);
    accepted.then_some(Limit { start: hit.start, end, when })
}

/// "entro il 10 gennaio", "before 12/03": a day of the calendar, over its article.
fn calendar_at(lens: &Lens<'_>, index: usize) -> Option<(When, usize)> {
    let bytes = lens.bytes();
    let (article, article_end) = word_at(bytes, index);
    let named =
        matches!(article.bytes(), b"il" | b"lo" | b"le" | b"el" | b"the" | b"on" | b"l" | b"al" | b"au" | b"den");
    let start = if named { article_end + usize::from(at(bytes, article_end) == b' ') } else { index };
    let found = moment::at_index(lens, start)?;
    let (hour, minute, end) = point::clock_of_date(bytes, found.end).unwrap_or((23, 59, found.end));
    Some((When::Date { year: found.year, month: found.month, day: found.day, hour, minute }, end))
}

/// Whether words between a granting cue and a point in time set it as an end: "hai tempo fino alle 18".
fn bounded(bytes: &[u8], from: usize, to: usize) -> bool {
    let words = slice(bytes, from, to).to_ascii_lowercase();
    [&b"fino"[..], b"entro", b"until", b"till", b"jusqu", b"hasta", b"bis", b"ate"]
        .iter()
        .any(|word| words.windows(word.len()).any(|window| window == *word))
}

/// "10 minutes left", "5 minuti rimasti", "10 minuti per pagare".
fn before_cue(lens: &Lens<'_>, hit: &Hit) -> Option<Limit> {
    let bytes = lens.bytes();
    // The unit stands just before: said before the whole length is read.
    let unit_end = hit.start.saturating_sub(1);
    let mut unit_start = unit_end;
    while before(bytes, unit_start).is_ascii_alphabetic() && unit_end - unit_start < 12 {
        unit_start -= 1;
    }
    let word = Lower::new(slice(bytes, unit_start, unit_end));
    if unit(word.bytes(), true).is_none()
        && !matches!(word.bytes(), b"mezza" | b"mezzo" | b"half" | b"demie" | b"media" | b"meia")
    {
        return None;
    }
    let mut start = hit.start.saturating_sub(28);
    while start < hit.start {
        if is_word(at(bytes, start))
            && !is_word(before(bytes, start))
            && let Some((seconds, end)) = length_at(bytes, start, true)
            && end + 1 == hit.start
        {
            let accepted = !asked(bytes, hit.end);
            return accepted.then_some(Limit { start, end: hit.end, when: When::After(seconds) });
        }
        start += 1;
    }
    None
}

/// Steps over words that may stand between a cue and its limit.
fn skip_fillers(bytes: &[u8], from: usize) -> usize {
    let mut index = from;
    for _ in 0..5 {
        let spaces = index;
        while matches!(at(bytes, index), b' ' | b':' | b'.' | b'\'') && index - spaces < 4 {
            index += 1;
        }
        let (word, end) = word_at(bytes, index);
        let filler = matches!(
            word.bytes(),
            b"solo"
                | b"soltanto"
                | b"ancora"
                | b"esattamente"
                | b"tempo"
                | b"fino"
                | b"only"
                | b"just"
                | b"exactly"
                | b"another"
                | b"more"
                | b"encore"
                | b"seulement"
                | b"que"
                | b"exactement"
                | b"solamente"
                | b"todavia"
                | b"max"
                | b"massimo"
                | b"maximum"
                | b"maximo"
                | b"un"
                | b"circa"
                | b"prossimi"
                | b"prossime"
                | b"prossima"
                | b"next"
                | b"prochaines"
                | b"prochains"
                | b"proxima"
                | b"proximas"
                | b"proximos"
                | b"the"
                | b"le"
                | b"les"
                | b"la"
                | b"las"
                | b"los"
                | b"i"
                | b"nachsten"
                | b"nur"
                | b"noch"
                | b"apenas"
                | b"so"
                | b"te"
                | b"you"
                | b"ti"
                | b"vi"
                | b"u"
                | b"until"
                | b"till"
                | b"jusqu"
                | b"hasta"
                | b"bis"
                | b"ate"
                | b"massima"
                | b"ultimi"
                | b"last"
                | b"is"
                | b"e"
                | b"al"
                | b"of"
                | b"von"
                | b"von den"
                | b"at"
        );
        // "un'ora", "un quarto d'ora", "la una": the article belongs to the length.
        if !filler
            || (word.bytes() == b"un" || word.bytes() == b"la" || word.bytes() == b"le" || word.bytes() == b"las")
                && starts_limit(bytes, index)
        {
            break;
        }
        index = end;
    }
    while at(bytes, index) == b' ' {
        index += 1;
    }
    index
}

/// "and a half" after a unit, in the languages read.
const HALVES: [&[u8]; 8] =
    [b" e mezza", b" e mezzo", b" and a half", b" and half", b" et demie", b" et demi", b" y media", b" e meia"];

fn starts_limit(bytes: &[u8], index: usize) -> bool {
    // "le 18", "la fine della giornata", "la mezzanotte": said before the words are read.
    let (article, end) = word_at(bytes, index);
    let opens = at(bytes, end + 1).is_ascii_digit()
        || matches!(at(bytes, end + 1), b'f' | b'F' | b'm' | b'M' | b'n' | b'N')
        || is_numeral(word_at(bytes, end + 1).0.bytes());
    if matches!(article.bytes(), b"la" | b"le" | b"las") && !opens {
        return false;
    }
    length_at(bytes, index, false).is_some() || point_at(bytes, index).is_some()
}

/// Seconds of a unit of time.
pub(crate) fn unit(word: &[u8], minutes_allowed: bool) -> Option<i64> {
    let seconds = match word {
        b"s" | b"seg" | b"segs" | b"sec" | b"secs" | b"secondi" | b"secondo" | b"second" | b"seconds" | b"seconde"
        | b"secondes" | b"segundo" | b"segundos" | b"sekunden" => 1,
        b"m" if minutes_allowed => 60,
        b"min" | b"mins" | b"minuti" | b"minuto" | b"minute" | b"minutes" | b"minutos" | b"minuten" | b"minutini"
        | b"mn" => 60,
        b"h" | b"hr" | b"hrs" | b"ora" | b"ore" | b"hour" | b"hours" | b"heure" | b"heures" | b"hora" | b"horas"
        | b"stunde" | b"stunden" | b"std" | b"oretta" => 3_600,
        b"giorno" | b"giorni" | b"gg" | b"day" | b"days" | b"jour" | b"jours" | b"dia" | b"dias" | b"tag" | b"tage"
        | b"tagen" => 86_400,
        b"settimana" | b"settimane" | b"week" | b"weeks" | b"semaine" | b"semaines" | b"semana" | b"semanas"
        | b"woche" | b"wochen" => 604_800,
        _ => return None,
    };
    Some(seconds)
}

/// Lengths that are set phrases.
const PHRASES: &[(&str, i64)] = &[
    ("mezz'ora", 1_800),
    ("mezz ora", 1_800),
    ("mezzora", 1_800),
    ("mezza ora", 1_800),
    ("mezza giornata", 43_200),
    ("half an hour", 1_800),
    ("half hour", 1_800),
    ("half a day", 43_200),
    ("media hora", 1_800),
    ("meia hora", 1_800),
    ("une demi heure", 1_800),
    ("une demi-heure", 1_800),
    ("demi heure", 1_800),
    ("demi-heure", 1_800),
    ("eine halbe stunde", 1_800),
    ("tre quarti d'ora", 2_700),
    ("trois quarts d'heure", 2_700),
    ("tres cuartos de hora", 2_700),
    ("three quarters of an hour", 2_700),
    ("hora y media", 5_400),
    ("una hora y media", 5_400),
    ("une heure et quart", 4_500),
    ("un'ora e un quarto", 4_500),
    ("una hora y cuarto", 4_500),
    ("un quarto d'ora", 900),
    ("quarto d'ora", 900),
    ("un quart d'heure", 900),
    ("a quarter of an hour", 900),
    ("un cuarto de hora", 900),
    ("un paio d'ore", 7_200),
    ("un paio di ore", 7_200),
    ("a couple of hours", 7_200),
    ("un paio di minuti", 120),
];

/// Three letters, small: what the first look at a word tells.
fn opening(bytes: &[u8], index: usize) -> [u8; 3] {
    [at(bytes, index), at(bytes, index + 1), at(bytes, index + 2)].map(|byte| byte.to_ascii_lowercase())
}

/// A set phrase at `index`: its seconds and end.
pub(crate) fn phrase_at(bytes: &[u8], index: usize) -> Option<(i64, usize)> {
    let opening = opening(bytes, index);
    if !matches!(
        &opening,
        b"mez"
            | b"hal"
            | b"med"
            | b"mei"
            | b"une"
            | b"dem"
            | b"ein"
            | b"tre"
            | b"tro"
            | b"thr"
            | b"hor"
            | b"una"
            | b"un'"
            | b"un "
            | b"qua"
            | b"a q"
            | b"a c"
    ) {
        return None;
    }
    let stands = |(phrase, _): &&(&str, i64)| {
        phrase.as_bytes().starts_with(&opening)
            && stands_at(bytes, index, phrase.as_bytes())
            && !is_word(at(bytes, index + phrase.len()))
    };
    PHRASES.iter().find(stands).map(|(phrase, seconds)| (*seconds, index + phrase.len()))
}

/// A length of time at `index`: seconds and end.
pub(crate) fn length_at(bytes: &[u8], index: usize, minutes_allowed: bool) -> Option<(i64, usize)> {
    if let Some(found) = phrase_at(bytes, index) {
        return Some(found);
    }
    let digits = at(bytes, index).is_ascii_digit();
    let (count, mut end) = if digits {
        digits_at(bytes, index, Lone::Fraction)?
    } else {
        let (word, word_end) = word_at(bytes, index);
        match (word.bytes(), at(bytes, word_end)) {
            (
                b"un" | b"una" | b"an" | b"a" | b"one" | b"une" | b"ein" | b"eine" | b"einen" | b"um" | b"uma"
                | b"next" | b"prossima",
                b' ' | b'\'',
            )
            | (b"l", b'\'') => (1.0, word_end),
            // "within the hour", "entro l'ora", "nella prossima ora"
            (b"hour" | b"ora" | b"heure" | b"hora" | b"stunde", _) => (1.0, index),
            _ => number_at(bytes, index, Lone::Fraction)?,
        }
    };
    if count <= 0.0 || count > 10_000.0 {
        return None;
    }
    while matches!(at(bytes, end), b' ' | b'\'' | b'-') {
        end += 1;
    }
    let (word, word_end) = word_at(bytes, end);
    let seconds = unit(word.bytes(), minutes_allowed && digits)?;
    let mut total = whole(count * seconds_of(seconds));
    let mut end = word_end;
    // "1h30"
    if seconds == 3_600 && at(bytes, end).is_ascii_digit() {
        let (minutes, minutes_end) = digits_at(bytes, end, Lone::Fraction)?;
        total += whole(minutes * 60.0);
        end = minutes_end;
        let (tail, tail_end) = word_at(bytes, end);
        if unit(tail.bytes(), true) == Some(60) {
            end = tail_end;
        }
    }
    if is_word(at(bytes, end)) {
        return None;
    }
    let halved = |half: &&&[u8]| stands_at(bytes, end, half) && !is_word(at(bytes, end + half.len()));
    if at(bytes, end) == b' '
        && let Some(half) = HALVES.iter().find(halved)
    {
        return Some((total + seconds / 2, end + half.len()));
    }
    // "1 ora e 30 minuti"
    let mut next = end;
    let (joint, joint_end) = word_at(bytes, next + 1);
    if at(bytes, next) == b' ' && matches!(joint.bytes(), b"e" | b"and" | b"et" | b"y") {
        next = joint_end;
    }
    if seconds >= 3_600 && at(bytes, next) == b' ' && at(bytes, next + 1).is_ascii_digit() {
        let (minutes, minutes_end) = digits_at(bytes, next + 1, Lone::Fraction)?;
        let mut unit_start = minutes_end;
        while at(bytes, unit_start) == b' ' {
            unit_start += 1;
        }
        let (word, word_end) = word_at(bytes, unit_start);
        if let Some(smaller) = unit(word.bytes(), false).filter(|smaller| *smaller < seconds) {
            return Some((total + whole(minutes * seconds_of(smaller)), word_end));
        }
    }
    Some((total, end))
}

pub(crate) fn seconds_of(seconds: i64) -> f64 {
    i32::try_from(seconds).map_or(0.0, f64::from)
}

#[expect(clippy::cast_possible_truncation, reason = "at most 10,000 weeks, checked by the caller")]
pub(crate) fn whole(seconds: f64) -> i64 {
    seconds.clamp(0.0, 1e10).round() as i64
}
