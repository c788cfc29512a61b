//! Numbers as people write them: "10.000", "1,5k", "300 mila", "duemilacinquecento", "deux cents", "mille e due".

use crate::text::{at, before, slice, stands_at, word_at};

/// How a lone separator before three digits is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lone {
    /// "10.000" and "10,000" are ten thousand: sums of money.
    Thousands,
    /// "0.050" and "1.500" are fractions: sums in coins.
    Fraction,
}

/// The number at `index` and its end.
pub(crate) fn number_at(bytes: &[u8], index: usize, lone: Lone) -> Option<(f64, usize)> {
    if at(bytes, index).is_ascii_digit() {
        let (value, end) = digits_at(bytes, index, lone)?;
        return Some(scaled(bytes, value, end));
    }
    if at(bytes, index).is_ascii_alphabetic() && !before(bytes, index).is_ascii_alphanumeric() {
        words_at(bytes, index)
    } else {
        None
    }
}

/// Digits with separators.
pub(crate) fn digits_at(bytes: &[u8], start: usize, lone: Lone) -> Option<(f64, usize)> {
    let digits_end = |mut index: usize| {
        while at(bytes, index).is_ascii_digit() {
            index += 1;
        }
        index
    };
    let mut segments: [(usize, usize); 8] = [(0, 0); 8];
    let mut signs = [0_u8; 8];
    let mut count = 1;
    let mut end = digits_end(start);
    if end == start || end - start > 15 {
        return None;
    }
    *segments.first_mut()? = (start, end);
    while count < 8 {
        let sign = at(bytes, end);
        let next = end + 1;
        if !matches!(sign, b'.' | b',' | b'\'' | b' ') || !at(bytes, next).is_ascii_digit() {
            break;
        }
        let stop = digits_end(next);
        // Spaces part thousands only: "1 500", never "2 300 44".
        let thousands =
            stop - next == 3 && end - start <= 15 && slice(&signs, 0, count - 1).iter().all(|known| *known == b' ');
        if matches!(sign, b' ' | b'\'')
            && !(thousands && segments.first()?.1 - segments.first()?.0 <= 3 || sign == b'\'' && stop - next == 3)
        {
            break;
        }
        *signs.get_mut(count - 1)? = sign;
        *segments.get_mut(count)? = (next, stop);
        count += 1;
        end = stop;
    }
    let signs = signs.get(..count - 1)?;
    let segments = segments.get(..count)?;
    let whole_groups = segments.iter().skip(1).all(|segment| segment.1 - segment.0 == 3)
        && segments.first()?.1 - segments.first()?.0 <= 3;
    let zero_first = slice(bytes, segments.first()?.0, segments.first()?.1) == b"0";
    let fraction_from = match signs {
        [] | [b' ' | b'\''] => None,
        [b'.' | b','] => {
            let groups = whole_groups && !zero_first && lone == Lone::Thousands;
            (!groups).then_some(1)
        }
        [first, rest @ ..] if rest.iter().all(|sign| sign == first) => {
            if !whole_groups {
                return None;
            }
            None
        }
        [init @ .., last] => {
            // "1.500,50": the last sign parts the fraction.
            let same = init.iter().all(|sign| Some(sign) == init.first())
                && init.first() != Some(last)
                && matches!(last, b'.' | b',');
            if !same {
                return None;
            }
            Some(count - 1)
        }
    };
    let mut value = 0.0_f64;
    let mut scale = 1.0_f64;
    for (place, (from, to)) in segments.iter().enumerate() {
        let fraction = fraction_from.is_some_and(|first| place >= first);
        for byte in slice(bytes, *from, *to) {
            let digit = f64::from(byte - b'0');
            value = value * 10.0 + digit;
            if fraction {
                scale *= 10.0;
            }
        }
    }
    Some((value / scale, end))
}

/// "k", "mila", "thousand", "milioni" behind digits.
fn scaled(bytes: &[u8], value: f64, end: usize) -> (f64, usize) {
    let mut index = end;
    while at(bytes, index) == b' ' && index - end < 1 {
        index += 1;
    }
    let (word, word_end) = word_at(bytes, index);
    let glued = index == end;
    if at(bytes, word_end).is_ascii_digit() {
        return (value, end);
    }
    let factor = match word.bytes() {
        b"k" | b"mila" | b"mille" | b"mil" | b"thousand" | b"thousands" | b"tausend" | b"grand" => 1e3,
        b"milioni" | b"milione" | b"mln" | b"million" | b"millions" | b"millones" | b"millon" | b"milhoes"
        | b"milhao" | b"millionen" | b"mio" => 1e6,
        b"miliardi" | b"miliardo" | b"mld" | b"billion" | b"billions" | b"milliard" | b"milliards" | b"mrd" => 1e9,
        b"hundred" | b"cents" if !glued => 1e2,
        _ => {
            // "5keuro", "3kusd"
            if glued
                && matches!(at(bytes, end), b'k' | b'K')
                && (word.bytes().starts_with(b"keur") || word.bytes().starts_with(b"kusd"))
            {
                return (value * 1e3, end + 1);
            }
            return (value, end);
        }
    };
    if word.bytes() == b"cents"
        && !(value < 10.0 && at(bytes, word_end) == b' ' && word_at(bytes, word_end + 1).0.bytes().starts_with(b"eur"))
    {
        return (value, end);
    }
    // "mil millones" is a thousand millions.
    if word.bytes() == b"mil" {
        let (next, next_end) = word_at(bytes, word_end + 1);
        if at(bytes, word_end) == b' ' && matches!(next.bytes(), b"millones" | b"milhoes") {
            return (value * 1e9, next_end);
        }
    }
    if factor >= 1e6
        && let Some(half_end) = half_behind(bytes, word_end)
    {
        return ((value + 0.5) * factor, half_end);
    }
    // Cents are as fine as a price gets: 16.4 × 10⁶ is not 16,399,999.999…
    ((value * factor * 100.0).round() / 100.0, word_end)
}

/// The end of "and a half" behind a large number: "un milione e mezzo".
fn half_behind(bytes: &[u8], from: usize) -> Option<usize> {
    let halves = [&b" e mezzo"[..], b" and a half", b" et demi", b" y medio", b" e meio"];
    let half = halves.into_iter().find(|half| stands_at(bytes, from, half))?;
    let end = from + half.len();
    (!at(bytes, end).is_ascii_alphanumeric()).then_some(end)
}

/// What a word of a numeral does to the sum so far.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Add(u32),
    Hundred,
    Thousand,
    Million,
    Billion,
    And,
    /// "Paio di": two, before hundreds and thousands.
    Couple,
    /// "di", between a couple and what it counts.
    Of,
    /// "a", "un": one, but only before a larger word or a currency.
    Article,
}

/// Number words from `index` on.
fn words_at(bytes: &[u8], start: usize) -> Option<(f64, usize)> {
    let mut total = 0.0_f64;
    let mut group = 0_u32;
    let mut index = start;
    let mut end = None;
    let mut previous: Option<Step> = None;
    let mut thousand_then_and = false;
    for _ in 0..12 {
        let (word, word_end) = word_at(bytes, index);
        let Some(step) = step_of(word.bytes()) else { break };
        if at(bytes, word_end).is_ascii_digit() {
            break;
        }
        match step {
            Step::And | Step::Article if previous.is_none() && step == Step::And => break,
            Step::Couple => group = 2,
            Step::Of if previous != Some(Step::Couple) => break,
            Step::And | Step::Of => {}
            Step::Article => {
                if group != 0 {
                    break;
                }
                group = 1;
            }
            Step::Add(100) if group == 2 && previous == Some(Step::Of) => group = 200,
            Step::Add(1_000) if group == 2 && previous == Some(Step::Of) => {
                total += 2e3;
                group = 0;
            }
            // "Cinque cento": written apart.
            Step::Add(100) if (2..=9).contains(&group) && word.bytes() == b"cento" => group *= 100,
            Step::Add(value) => {
                // "mille e due" is how Italians say 1,200 of a price; one thousand and two is "milledue".
                if thousand_then_and && value < 10 && group == 0 && previous == Some(Step::And) {
                    total += f64::from(value) * 100.0;
                    end = Some(word_end);
                    break;
                }
                let score = value == 20 && group % 100 == 4;
                if score {
                    group += 76;
                } else if group == 0 || fits_behind(group, value) {
                    group += value;
                } else {
                    break;
                }
            }
            Step::Hundred => {
                // "Fifteen hundred" is 1,500.
                group = if (1..=19).contains(&(group % 100)) && group < 100 && group != 10 {
                    group * 100
                } else if group == 0 {
                    100
                } else {
                    break;
                }
            }
            Step::Thousand => {
                if group > 999 {
                    break;
                }
                total += f64::from(group.max(1)) * 1e3;
                group = 0;
            }
            Step::Million | Step::Billion => {
                let scale = if step == Step::Million { 1e6 } else { 1e9 };
                total = (total + f64::from(group.max(u32::from(total == 0.0)))) * scale;
                group = 0;
                if let Some(half_end) = half_behind(bytes, word_end) {
                    return Some((total + scale / 2.0, half_end));
                }
            }
        }
        // "Two and a half million".
        if let Step::Add(1..100) = step
            && let Some(half_end) = half_behind(bytes, word_end)
            && let (word, scale_end) = word_at(bytes, half_end + 1)
            && let Some(scale @ (Step::Thousand | Step::Million | Step::Billion)) = step_of(word.bytes())
        {
            let scale = match scale {
                Step::Thousand => 1e3,
                Step::Million => 1e6,
                _ => 1e9,
            };
            return Some((total + (f64::from(group) + 0.5) * scale, scale_end));
        }
        thousand_then_and = match step {
            Step::Thousand => matches!(word.bytes(), b"mille" | b"mila"),
            Step::Add(value) => value >= 1_000 && value % 1_000 == 0 && word.bytes().ends_with(b"mila"),
            Step::And => thousand_then_and,
            _ => false,
        };
        if let Step::Add(value) = step
            && value >= 1_000
        {
            total += f64::from(value / 1_000) * 1e3;
            group = value % 1_000;
        }
        if !matches!(step, Step::And | Step::Of | Step::Couple) {
            end = Some(word_end);
        }
        previous = Some(step);
        index = match (at(bytes, word_end), at(bytes, word_end + 1)) {
            (b' ' | b'-', next) if next.is_ascii_alphabetic() => word_end + 1,
            _ => break,
        };
    }
    let end = end?;
    Some((total + f64::from(group), end))
}

/// Whether `value` may follow `group`: "trois cent quatre-vingt-dix", never "two three".
fn fits_behind(group: u32, value: u32) -> bool {
    match value {
        1..=9 => group.is_multiple_of(10) && group % 100 != 10,
        10..=19 => group.is_multiple_of(100) || matches!(group % 100, 60 | 80),
        20..=99 => group.is_multiple_of(100),
        _ => false,
    }
}

/// Whether a word alone can be part of a number.
pub(crate) fn is_numeral(word: &[u8]) -> bool {
    matches!(word, b"mezzo" | b"half" | b"demi" | b"medio" | b"meio")
        || matches!(
            word,
            b"k" | b"mln" | b"mld" | b"mrd" | b"mio" | b"grand" | b"thousands" | b"milliards" | b"billions"
        )
        || step_of(word).is_some()
}

fn step_of(word: &[u8]) -> Option<Step> {
    let step = match word {
        b"" => return None,
        b"e" | b"and" | b"et" | b"y" | b"und" => Step::And,
        b"a" | b"an" => Step::Article,
        b"paio" | b"couple" | b"par" => Step::Couple,
        b"di" | b"of" | b"de" => Step::Of,
        b"hundred" | b"cent" | b"cents" | b"hundert" => Step::Hundred,
        b"thousand" | b"mille" | b"mila" | b"mil" | b"tausend" | b"grand" => Step::Thousand,
        b"million" | b"millions" | b"milione" | b"milioni" | b"millon" | b"millones" | b"milhao" | b"milhoes"
        | b"millionen" => Step::Million,
        b"miliardo" | b"miliardi" | b"billion" | b"milliard" | b"milliards" => Step::Billion,
        _ => {
            let (first, second) = (at(word, 0), at(word, 1));
            let grown = match first {
                b'u' => second == b'n',
                b'd' => matches!(second, b'u' | b'i' | b'o' | b'r'),
                b't' => matches!(second, b'r' | b'a'),
                b'q' | b'h' | b'f' => second == b'u',
                b'c' | b'v' => matches!(second, b'i' | b'e'),
                b's' | b'm' => matches!(second, b'e' | b'i'),
                b'o' => second == b't',
                b'n' => matches!(second, b'o' | b'e'),
                b'e' => second == b'i',
                b'z' => matches!(second, b'w' | b'e'),
                b'a' => second == b'c',
                _ => false,
            };
            let known = small(word);
            if known.is_none() && (!grown || word.len() < 5) {
                return None;
            }
            let text = core::str::from_utf8(word).ok();
            Step::Add(known.or_else(|| italian(text?)).or_else(|| german(text?))?)
        }
    };
    Some(step)
}

/// Numerals that are one word.
fn small(word: &[u8]) -> Option<u32> {
    let value = match word {
        b"un" | b"uno" | b"una" | b"one" | b"une" | b"ein" | b"eine" | b"einen" | b"um" | b"uma" => 1,
        b"due" | b"two" | b"deux" | b"dos" | b"zwei" | b"dois" | b"duas" => 2,
        b"tre" | b"three" | b"trois" | b"tres" | b"drei" => 3,
        b"quattro" | b"four" | b"quatre" | b"cuatro" | b"vier" | b"quatro" => 4,
        b"cinque" | b"five" | b"cinq" | b"cinco" | b"funf" => 5,
        b"sei" | b"six" | b"seis" | b"sechs" => 6,
        b"sette" | b"seven" | b"sept" | b"siete" | b"sieben" | b"sete" => 7,
        b"otto" | b"eight" | b"huit" | b"ocho" | b"acht" | b"oito" => 8,
        b"nove" | b"nine" | b"neuf" | b"nueve" | b"neun" => 9,
        b"dieci" | b"ten" | b"dix" | b"diez" | b"zehn" | b"dez" | b"decina" | b"dizaine" | b"decena" => 10,
        b"undici" | b"eleven" | b"onze" | b"once" | b"elf" => 11,
        b"dodici" | b"twelve" | b"douze" | b"doce" | b"zwolf" | b"doze" | b"dozzina" | b"dozen" | b"douzaine"
        | b"docena" => 12,
        b"tredici" | b"thirteen" | b"treize" | b"trece" | b"treze" => 13,
        b"quattordici" | b"fourteen" | b"quatorze" | b"catorce" | b"catorze" => 14,
        b"quindici" | b"fifteen" | b"quinze" | b"quince" => 15,
        b"sedici" | b"sixteen" | b"seize" | b"dieciseis" => 16,
        b"diciassette" | b"seventeen" | b"diecisiete" => 17,
        b"diciotto" | b"eighteen" | b"dieciocho" => 18,
        b"diciannove" | b"nineteen" | b"diecinueve" => 19,
        b"venti" | b"twenty" | b"vingt" | b"vingts" | b"veinte" | b"zwanzig" | b"vinte" | b"ventina" | b"vingtaine"
        | b"veintena" => 20,
        b"veintiun" | b"veintiuno" | b"veintiuna" => 21,
        b"veintidos" => 22,
        b"veintitres" => 23,
        b"veinticuatro" => 24,
        b"veinticinco" => 25,
        b"veintiseis" => 26,
        b"veintisiete" => 27,
        b"veintiocho" => 28,
        b"veintinueve" => 29,
        b"trenta" | b"thirty" | b"trente" | b"treinta" | b"dreissig" | b"trinta" | b"trentina" | b"trentaine"
        | b"treintena" => 30,
        b"quaranta" | b"forty" | b"fourty" | b"quarante" | b"cuarenta" | b"vierzig" | b"quarenta" | b"quarantina"
        | b"quarantaine" => 40,
        b"cinquanta" | b"fifty" | b"cinquante" | b"cincuenta" | b"funfzig" | b"cinquenta" | b"cinquantina"
        | b"cinquantaine" | b"cincuentena" => 50,
        b"sessanta" | b"sixty" | b"soixante" | b"sesenta" | b"sechzig" | b"sessenta" | b"sessantina"
        | b"soixantaine" => 60,
        b"settanta" | b"seventy" | b"septante" | b"setenta" | b"siebzig" | b"settantina" => 70,
        b"ottanta" | b"eighty" | b"huitante" | b"ochenta" | b"achtzig" | b"oitenta" | b"ottantina" => 80,
        b"novanta" | b"ninety" | b"nonante" | b"noventa" | b"neunzig" | b"novantina" => 90,
        b"cento" | b"cien" | b"ciento" | b"cem" | b"centinaio" | b"centinaia" | b"centaine" => 100,
        b"doscientos" | b"doscientas" | b"duzentos" => 200,
        b"trescientos" | b"trescientas" | b"trezentos" => 300,
        b"cuatrocientos" | b"quatrocentos" => 400,
        b"quinientos" | b"quinientas" | b"quinhentos" => 500,
        b"seiscientos" | b"seiscentos" => 600,
        b"setecientos" | b"setecentos" => 700,
        b"ochocientos" | b"oitocentos" => 800,
        b"novecientos" | b"novecentos" => 900,
        b"migliaio" | b"migliaia" | b"millier" | b"millar" => 1_000,
        _ => return None,
    };
    Some(value)
}

/// Italian numerals grown together: "duemilacinquecento", "milletrecento", "trecentocinquanta".
fn italian(word: &str) -> Option<u32> {
    if let Some((thousands, rest)) = parted(word, "mila") {
        let thousands = italian_below_thousand(thousands)?;
        return Some(thousands * 1_000 + if rest.is_empty() { 0 } else { italian_below_thousand(rest)? });
    }
    if let Some(rest) = word.strip_prefix("mille") {
        return Some(
            1_000 + italian_below_thousand(rest.strip_prefix('e').filter(|rest| rest.len() > 2).unwrap_or(rest))?,
        );
    }
    italian_below_thousand(word)
}

/// What stands before the first `middle` of a short word, and behind it.
fn parted<'a>(word: &'a str, middle: &str) -> Option<(&'a str, &'a str)> {
    let place = word.as_bytes().windows(middle.len()).position(|window| window == middle.as_bytes())?;
    Some((word.get(..place)?, word.get(place + middle.len()..)?))
}

fn italian_below_thousand(word: &str) -> Option<u32> {
    if let Some((hundreds, rest)) = parted(word, "cento") {
        let hundreds =
            if hundreds.is_empty() { 1 } else { italian_below_hundred(hundreds).filter(|value| *value < 10)? };
        return Some(hundreds * 100 + if rest.is_empty() { 0 } else { italian_below_hundred(rest)? });
    }
    italian_below_hundred(word)
}

fn italian_below_hundred(word: &str) -> Option<u32> {
    const UNITS: [&str; 9] = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"];
    const TEENS: [&str; 10] = [
        "dieci",
        "undici",
        "dodici",
        "tredici",
        "quattordici",
        "quindici",
        "sedici",
        "diciassette",
        "diciotto",
        "diciannove",
    ];
    // The last vowel falls before "uno" and "otto".
    const TENS: [&str; 8] = ["vent", "trent", "quarant", "cinquant", "sessant", "settant", "ottant", "novant"];
    let unit =
        |word: &str| UNITS.iter().position(|known| *known == word).and_then(|place| u32::try_from(place + 1).ok());
    if let Some(value) = unit(word) {
        return Some(value);
    }
    if let Some(place) = TEENS.iter().position(|known| *known == word) {
        return u32::try_from(place + 10).ok();
    }
    let (place, rest) =
        TENS.iter().enumerate().find_map(|(place, tens)| word.strip_prefix(tens).map(|rest| (place, rest)))?;
    let tens = u32::try_from((place + 2) * 10).ok()?;
    match rest {
        "i" | "a" => Some(tens),
        "un" => Some(tens + 1),
        _ => {
            let rest = rest.strip_prefix(['i', 'a']).unwrap_or(rest);
            Some(tens + unit(rest)?)
        }
    }
}

/// German numerals grown together, hundreds and thousands only: "fünfhundert", "zweitausendfünfhundert".
fn german(word: &str) -> Option<u32> {
    if let Some((thousands, rest)) = parted(word, "tausend") {
        let thousands = if thousands.is_empty() { 1 } else { small(thousands.as_bytes())? };
        return Some(thousands * 1_000 + if rest.is_empty() { 0 } else { german_below_thousand(rest)? });
    }
    german_below_thousand(word)
}

fn german_below_thousand(word: &str) -> Option<u32> {
    let (hundreds, rest) = parted(word, "hundert")?;
    let hundreds = if hundreds.is_empty() { 1 } else { small(hundreds.as_bytes()).filter(|value| *value < 10)? };
    Some(hundreds * 100 + if rest.is_empty() { 0 } else { small(rest.as_bytes())? })
}
