//! Names of months and days in the languages of the apps; apps and people shorten them at the end.

use jiff::civil::Weekday;

/// In Italian, English, French, Spanish, German and Portuguese.
const MONTHS: [&[&str]; 12] = [
    &["gennaio", "january", "janvier", "enero", "januar", "jänner", "janeiro"],
    &["febbraio", "february", "février", "fevrier", "febrero", "februar", "feber", "fevereiro"],
    &["marzo", "march", "mars", "märz", "maerz", "março", "marco"],
    &["aprile", "april", "avril", "abril"],
    &["maggio", "may", "mai", "mayo", "maio"],
    &["giugno", "june", "juin", "junio", "juni", "junho"],
    &["luglio", "july", "juillet", "julio", "juli", "julho"],
    &["agosto", "august", "août", "aout"],
    &["settembre", "september", "septembre", "septiembre", "setiembre", "setembro"],
    &["ottobre", "october", "octobre", "octubre", "oktober", "outubro"],
    &["novembre", "november", "noviembre", "novembro"],
    &["dicembre", "december", "décembre", "decembre", "diciembre", "dezember", "dezembro"],
];

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Monday, &["lunedì", "monday", "lundi", "lunes", "montag", "segunda-feira"]),
    (Weekday::Tuesday, &["martedì", "tuesday", "mardi", "martes", "dienstag", "terça-feira"]),
    (Weekday::Wednesday, &["mercoledì", "wednesday", "mercredi", "miércoles", "mittwoch", "quarta-feira"]),
    (Weekday::Thursday, &["giovedì", "thursday", "jeudi", "jueves", "donnerstag", "quinta-feira"]),
    (Weekday::Friday, &["venerdì", "friday", "vendredi", "viernes", "freitag", "sexta-feira"]),
    (Weekday::Saturday, &["sabato", "saturday", "samedi", "sábado", "samstag", "sonnabend"]),
    (Weekday::Sunday, &["domenica", "sunday", "dimanche", "domingo", "sonntag"]),
];

/// The month of this name, in small letters, at least its first three.
pub(crate) fn month(word: &str) -> Option<i8> {
    let place = MONTHS.iter().position(|names| is_short_for(word, names))?;
    i8::try_from(place + 1).ok()
}

/// The day of the week of this name, in small letters, at least its first three.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(_, names)| is_short_for(word, names)).map(|(day, _)| *day)
}

fn is_short_for(word: &str, names: &[&str]) -> bool {
    word.chars().count() >= 3 && names.iter().any(|name| name.starts_with(word))
}
