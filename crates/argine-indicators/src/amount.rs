//! Sums of money, with their currency, or bare behind a verb that wants money.

use crate::context::Cue;
use crate::find::Lens;
use crate::numeral::{Lone, is_numeral, number_at};
use crate::text::{Lower, at, before, is_word, slice, word_at};

/// A sum; the span is bytes of the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sum {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) value: f64,
    pub(crate) currency: &'static str,
}

/// How far a number may begin before its currency.
const REACH: usize = 72;

/// Words beside which a sum is looked for.
pub(crate) const NAMING: u64 = Cue::Currency("").bit() | Cue::Demand.bit();

pub(crate) fn scan(lens: &Lens<'_>) -> Vec<Sum> {
    let mut sums: Vec<Sum> = Vec::new();
    let hits = lens.context.hits();
    for (place, hit) in lens.context.of_sort(Cue::Currency("")) {
        let Cue::Currency(currency) = hit.cue else { continue };
        // "dollari canadesi" is one currency, not two: the longest word with the same start counts.
        let longer = hits.get(place + 1..).unwrap_or(&[]).iter().take(6).any(|next| {
            next.start <= hit.start
                && next.end > hit.end
                && matches!(next.cue, Cue::Currency(_))
                && next.end - hit.end < 24
        });
        if longer || lens.overlaps_taken(hit.start, hit.end) {
            continue;
        }
        let lone = if matches!(currency, "BTC" | "ETH" | "LTC" | "XMR") { Lone::Fraction } else { Lone::Thousands };
        let floor = sums.last().map_or(0, |sum| sum.end);
        let bytes = lens.bytes();
        // "monero: 4A…", "usdt T…": the name of a wallet, not of a unit.
        let wallet = lone == Lone::Fraction || currency == "USDT";
        let last = before(bytes, hit.start);
        let counted = last.is_ascii_digit() || before(bytes, hit.start.saturating_sub(1)).is_ascii_digit();
        let names = wallet && names_wallet(bytes, hit.end);
        if wallet && !counted && (at(bytes, hit.end) == b':' || names) {
            continue;
        }
        // "Peso 70 kg": a weight.
        let weighs = slice(bytes, hit.start, hit.end).eq_ignore_ascii_case(b"peso");
        let symbol = !is_word(at(bytes, hit.end.saturating_sub(1)));
        let code = hit.end - hit.start == 3;
        let left = || {
            left_of(bytes, hit.start, floor, lone).map(|(start, value)| Sum { start, end: hit.end, value, currency })
        };
        let right =
            || right_of(bytes, hit.end, lone).map(|(end, value)| Sum { start: hit.start, end, value, currency });
        let glued_left = last.is_ascii_digit() || matches!(last, b'k' | b'K');
        // "10 $ 30": a sign with digits on both sides belongs to those before it, save where the ones behind are glued to it.
        let counted_left = glued_left || counted;
        let found = if symbol && !glued_left && (at(bytes, hit.end).is_ascii_digit() || !counted_left) {
            right().or_else(left)
        } else if symbol || code {
            left().or_else(right)
        } else {
            left().or_else(|| right().filter(|sum| !is_year(sum.value) && !weighs))
        };
        // "Ordine n. 1599007702 litecoin L…", "nato nel 1997 monero: 4…": no sum of the coin whose wallet follows.
        let other = |sum: &Sum| names && (is_year(sum.value) || lens.said_to_be_other(sum.start));
        let found = found.filter(|sum| !other(sum));
        let found = found.map(|sum| if sum.end == hit.end { with_tail(bytes, sum) } else { sum });
        if let Some(sum) = found.filter(|sum| sum.start >= floor && !lens.overlaps_taken(sum.start, sum.end)) {
            sums.push(sum);
        }
    }
    bare(lens, &mut sums);
    sums.sort_by_key(|sum| (sum.start, sum.end));
    sums
}

/// "Euro 2024" is a tournament.
fn is_year(value: f64) -> bool {
    value.fract() == 0.0 && (1_900.0..2_100.0).contains(&value)
}

/// What may stand behind the currency: a scale ("75 USD millones") or the small change ("15 euro e 50", "3 dollars 50 cents").
fn with_tail(bytes: &[u8], sum: Sum) -> Sum {
    if at(bytes, sum.end) != b' ' {
        return sum;
    }
    let (word, word_end) = word_at(bytes, sum.end + 1);
    if matches!(word.bytes(), b"millones" | b"million" | b"millions" | b"milioni") && sum.value < 100_000.0 {
        return Sum { end: word_end, value: (sum.value * 1e8).round() / 100.0, ..sum };
    }
    let joined = matches!(word.bytes(), b"e" | b"and" | b"et" | b"y" | b"con" | b"und");
    let start = if joined { word_end + 1 } else { sum.end + 1 };
    let Some((cents, end)) = number_at(bytes, start, Lone::Thousands) else { return sum };
    if sum.value.fract() != 0.0 || cents.fract() != 0.0 || !(1.0..100.0).contains(&cents) {
        return sum;
    }
    let unit_start = if at(bytes, end) == b' ' { end + 1 } else { end };
    let (unit, unit_end) = word_at(bytes, unit_start);
    let named = matches!(
        unit.bytes(),
        b"cent"
            | b"cents"
            | b"centesimi"
            | b"centesimo"
            | b"centimes"
            | b"centime"
            | b"centimos"
            | b"centimo"
            | b"centavos"
            | b"pence"
            | b"cts"
    );
    // Without its unit it takes two digits that end the sum ("15 euro e 50", "15 dollars 50"), or words as the sum itself is
    // written ("thirteen dollars forty five").
    let digits = end - start == 2 && at(bytes, start).is_ascii_digit();
    let words = cents >= 10.0
        && at(bytes, start).is_ascii_alphabetic()
        && (joined || at(bytes, sum.start).is_ascii_alphabetic());
    let by_name = is_word(before(bytes, sum.end));
    let two_digits = (joined || by_name) && (digits || words) && closes(bytes, end);
    match (named, two_digits) {
        (true, _) => Sum { end: unit_end, value: sum.value + cents / 100.0, ..sum },
        (false, true) => Sum { end, value: sum.value + cents / 100.0, ..sum },
        (false, false) => sum,
    }
}

/// Whether an address follows within a word or two.
fn names_wallet(bytes: &[u8], from: usize) -> bool {
    let mut run = 0;
    slice(bytes, from, (from + 60).min(bytes.len())).iter().any(|byte| {
        run = if is_word(*byte) { run + 1 } else { 0 };
        run >= 25
    })
}

/// The longest number that ends just before `end`, not before `floor`.
fn left_of(bytes: &[u8], end: usize, floor: usize, lone: Lone) -> Option<(usize, f64)> {
    let mut stop = end;
    while matches!(before(bytes, stop), b' ' | b'\t' | b'-') && end - stop < 3 {
        stop -= 1;
    }
    // "500,- €", "500.-"
    let last = before(bytes, stop);
    let dashed = matches!(last, b'.' | b',') && stop < end && at(bytes, stop) == b'-';
    stop -= usize::from(dashed);
    if !is_word(before(bytes, stop)) && before(bytes, stop) != b'\'' {
        return None;
    }
    // "75 milioni di dollari", "2 millions d'euros"
    let joins = matches!(last.to_ascii_lowercase(), b'i' | b'e' | b'\'' | b'f' | b's');
    for joint in [" di", " de", " d'", " of", " of us"] {
        let from = stop.saturating_sub(joint.len());
        if joins && stop >= joint.len() && slice(bytes, from, stop).eq_ignore_ascii_case(joint.as_bytes()) {
            stop = from;
            break;
        }
    }
    // "a$" is no dollar, "a dollar" is one.
    let glued_letter = stop == end
        && before(bytes, stop).is_ascii_alphabetic()
        && !matches!(before(bytes, stop), b'k' | b'K')
        && !is_word(before(bytes, stop - 1));
    if !is_word(before(bytes, stop)) || glued_letter || !ends_number(bytes, stop) {
        return None;
    }
    let mut start = numbers_start(bytes, stop, stop.saturating_sub(REACH).max(floor));
    // Not beyond the sentence: numbers hold no letters that are not numerals, so a failed start costs one word.
    while start < stop {
        let byte = at(bytes, start);
        let previous = before(bytes, start);
        let boundary = is_word(byte)
            && !is_word(previous)
            && !(byte.is_ascii_digit()
                && matches!(previous, b'.' | b',' | b':' | b'/' | b'\'')
                && start.checked_sub(2).is_some_and(|index| at(bytes, index).is_ascii_digit()));
        if boundary && let Some((value, end)) = number_at(bytes, start, lone) {
            if end == stop {
                return (value > 0.0).then(|| share_of(bytes, start, value));
            }
            if let Some(value) = single_digits(bytes, start, stop) {
                return (value > 0.0).then_some((start, value));
            }
            if byte.is_ascii_digit() {
                // "2 300 euro" where the first number stands alone: go on behind its digits.
                while at(bytes, start).is_ascii_digit() {
                    start += 1;
                }
                continue;
            }
        }
        start += 1;
    }
    None
}

/// "5 0 0 euro": single digits with a space between each, up to `stop`.
fn single_digits(bytes: &[u8], start: usize, stop: usize) -> Option<f64> {
    let digits = slice(bytes, start, stop);
    let apart = digits.len() >= 5
        && digits.len() <= 15
        && digits.len() % 2 == 1
        && digits
            .iter()
            .enumerate()
            .all(|(place, byte)| if place % 2 == 0 { byte.is_ascii_digit() } else { *byte == b' ' });
    let value = || digits.iter().step_by(2).fold(0.0, |value, byte| value * 10.0 + f64::from(byte - b'0'));
    (apart && digits.first() != Some(&b'0')).then(value)
}

/// "Half a million", "a quarter million", "mezzo milione": a share of a large number.
fn share_of(bytes: &[u8], start: usize, value: f64) -> (usize, f64) {
    let end = start.saturating_sub(1);
    let mut word = end;
    while value >= 1_000.0 && before(bytes, word).is_ascii_alphabetic() && end - word < 10 {
        word -= 1;
    }
    let share = match Lower::new(slice(bytes, word, end)).bytes() {
        b"half" | b"mezzo" | b"medio" => 0.5,
        b"quarter" if before(bytes, end) == b'r' => 0.25,
        b"quarters" if word >= 6 && slice(bytes, word - 6, word).eq_ignore_ascii_case(b"three ") => {
            return (word - 6, value * 0.75);
        }
        _ => return (start, value),
    };
    (word, value * share)
}

/// Where the digits and numerals begin that stand together before `stop`.
fn numbers_start(bytes: &[u8], stop: usize, floor: usize) -> usize {
    let mut start = stop;
    loop {
        let mut end = start;
        while end > floor && start - end < 2 && matches!(before(bytes, end), b' ' | b'-' | b'.' | b',' | b'\'') {
            end -= 1;
        }
        // Digits, and letters behind them ("5k"): what has digits behind its letters is a part of something else.
        let mut word = end;
        while word > floor && before(bytes, word).is_ascii_alphabetic() {
            word -= 1;
        }
        let letters = word;
        while word > floor && before(bytes, word).is_ascii_digit() {
            word -= 1;
        }
        let whole = word == floor || !before(bytes, word).is_ascii_alphabetic();
        let counts = whole && (word < letters || is_numeral(Lower::new(slice(bytes, word, end)).bytes()));
        if !counts {
            return start;
        }
        start = word;
    }
}

/// Whether the word before `stop` can end a number: digits, a scale glued to digits, or a numeral.
fn ends_number(bytes: &[u8], stop: usize) -> bool {
    let mut start = stop;
    while before(bytes, start).is_ascii_alphabetic() && stop - start < 40 {
        start -= 1;
    }
    start == stop || before(bytes, start).is_ascii_digit() || is_numeral(Lower::new(slice(bytes, start, stop)).bytes())
}

fn right_of(bytes: &[u8], end: usize, lone: Lone) -> Option<(usize, f64)> {
    let mut start = end;
    while at(bytes, start) == b' ' && start - end < 2 {
        start += 1;
    }
    if !at(bytes, start).is_ascii_digit() {
        return None;
    }
    let (value, end) = number_at(bytes, start, lone)?;
    // "€ 500abc" is no sum; "$5/mese" is.
    (value > 0.0 && !is_word(at(bytes, end))).then_some((end, value))
}

/// "voglio 500", "mandami 300 subito", "just pay 1,5k": no currency, but a verb that wants money.
fn bare(lens: &Lens<'_>, sums: &mut Vec<Sum>) {
    let bytes = lens.bytes();
    let mut last = 0;
    // Those with a currency are in order; a bare one is behind the last bare one.
    let with_currency = sums.len();
    for (_, hit) in lens.context.of_sort(Cue::Demand) {
        let mut index = hit.end;
        let mut fillers = 0;
        loop {
            while matches!(at(bytes, index), b' ' | b':') && index - hit.end < 40 {
                index += 1;
            }
            let (word, end) = word_at(bytes, index);
            let filler = matches!(
                word.bytes(),
                b"mi"
                    | b"me"
                    | b"almeno"
                    | b"solo"
                    | b"altri"
                    | b"ancora"
                    | b"subito"
                    | b"only"
                    | b"just"
                    | b"another"
                    | b"at"
                    | b"least"
                    | b"moi"
                    | b"encore"
                    | b"les"
                    | b"otros"
                    | b"i"
                    | b"circa"
                    | b"about"
                    | b"adesso"
                    | b"ora"
                    | b"now"
                    | b"please"
                    | b"ti"
                    | b"costera"
                    | b"us"
            );
            if !filler || fillers == 3 {
                break;
            }
            fillers += 1;
            index = end;
        }
        if index == hit.end || index < last || lens.overlaps_taken(index, index + 1) {
            continue;
        }
        let Some((value, end)) = number_at(bytes, index, Lone::Thousands) else { continue };
        last = end;
        if !(20.0..=1_000_000.0).contains(&value)
            || value.fract() != 0.0
            || is_word(at(bytes, end))
            || !closes(bytes, end)
        {
            continue;
        }
        let known = sums.get(..with_currency).unwrap_or(&[]);
        let place = known.partition_point(|sum| sum.start < end);
        let counted = place.checked_sub(1).and_then(|place| known.get(place)).is_some_and(|sum| index < sum.end);
        if counted || lens.overlaps_taken(index, end) {
            continue;
        }
        sums.push(Sum { start: index, end, value, currency: "" });
    }
}

/// Whether what follows a bare number lets it be money: nothing, punctuation, or a word that is no counted thing.
fn closes(bytes: &[u8], end: usize) -> bool {
    let next = at(bytes, end);
    if matches!(next, b'.' | b',' | b':' | b'/' | b'-') && at(bytes, end + 1).is_ascii_digit()
        || matches!(next, b'%' | b'\'' | b'@' | b'/' | b'x')
    {
        return false;
    }
    if next != b' ' {
        return true;
    }
    let mut index = end;
    while at(bytes, index) == b' ' {
        index += 1;
    }
    let (word, word_end) = word_at(bytes, index);
    if word_end == index {
        return !at(bytes, index).is_ascii_digit();
    }
    matches!(
        word.bytes(),
        b"adesso"
            | b"subito"
            | b"ora"
            | b"entro"
            | b"o"
            | b"e"
            | b"su"
            | b"sulla"
            | b"tramite"
            | b"con"
            | b"oggi"
            | b"domani"
            | b"stasera"
            | b"poi"
            | b"altrimenti"
            | b"se"
            | b"per"
            | b"via"
            | b"in"
            | b"prima"
            | b"sul"
            | b"ok"
            | b"capito"
            | b"now"
            | b"or"
            | b"and"
            | b"by"
            | b"today"
            | b"on"
            | b"through"
            | b"with"
            | b"within"
            | b"before"
            | b"else"
            | b"if"
            | b"then"
            | b"to"
            | b"tonight"
            | b"immediately"
            | b"right"
            | b"maintenant"
            | b"ou"
            | b"et"
            | b"sinon"
            | b"avant"
            | b"par"
            | b"sur"
            | b"pour"
            | b"tout"
            | b"ahora"
            | b"ya"
            | b"y"
            | b"antes"
            | b"por"
            | b"hoy"
            | b"sofort"
            | b"oder"
            | b"agora"
            | b"al"
            | b"a"
            | b"please"
            | b"pls"
            | b"bro"
            | b"amico"
            | b"cosi"
            | b"che"
            | b"ti"
            | b"non"
            | b"ma"
            | b"and/or"
    )
}
