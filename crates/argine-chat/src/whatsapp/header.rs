//! The header of an entry: `21/11/24, 14:35 - `, `[21/11/24, 14:35:07] ` and their relatives in every locale, by a grammar of
//! tokens instead of a pattern for each locale.

/// The head of one entry, as written. What the three numbers of the date mean is decided later, for a whole run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    /// The numbers of the date in the order written.
    pub(super) date: [u16; 3],
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: Option<u8>,
    /// Where the text after the header begins, in bytes of the line.
    pub(super) body: u16,
    pub(super) shape: Shape,
    /// Whether the first and the second number of the date are written with one digit.
    pub(super) one_digit: [bool; 2],
}

/// What headers of one export have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) frame: Frame,
    pub(super) separator: u8,
    pub(super) year: YearPlace,
    pub(super) seconds: bool,
    pub(super) clock: Clock,
}

/// What stands around date and time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Frame {
    /// `date, time - ` (Android); `time, date - ` in Vietnamese.
    Dash,
    /// `[date, time] ` (iOS).
    Bracket,
    /// `date, time: ` (old iOS).
    Colon,
    /// `[time, date] `: copied from WhatsApp Web.
    Copied,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum YearPlace {
    /// Four digits, first.
    First,
    /// Four digits, last.
    Last,
    /// Two digits: last, or first in a few locales.
    Short,
    /// `[21/11, 14:35]`: copied from the phone.
    Absent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Clock {
    TwentyFour,
    /// `2:35 PM`: capitals, as English (US) and phones set to twelve hours write them.
    TwelveCapitals,
    /// `2:35 pm`, `2:35 p. m.`, `下午2:35`.
    TwelveOther,
}

/// Reads the header at the beginning of a line, if there is one.
pub(super) fn parse(line: &[u8]) -> Option<Header> {
    // Nearly every line of a text that is no header leaves here.
    match line.first()? {
        b'0'..=b'9' | b'[' | 0xE0..=0xEF | 0xD8..=0xDB => {}
        _ => return None,
    }
    plain(line).or_else(|| by_grammar(line))
}

/// The commonest headers, in ASCII and without words: `21/11/24, 14:35 - ` and `[21/11/2024, 14:35:07] `. Nearly every header of a long
/// chat is one; what this does not know is left to the grammar, which reads these the same way.
fn plain(line: &[u8]) -> Option<Header> {
    let mut digits = Digits { line, at: usize::from(line.first() == Some(&b'[')) };
    let bracket = digits.at == 1;
    let (first, first_digits) = digits.number(2)?;
    let separator = digits.next().filter(|byte| matches!(byte, b'/' | b'.' | b'-'))?;
    let (second, second_digits) = digits.number(2)?;
    (digits.next()? == separator).then_some(())?;
    let (third, third_digits) = digits.number(4)?;
    let year = match third_digits {
        2 => YearPlace::Short,
        4 => YearPlace::Last,
        _ => return None,
    };
    let numbers = [first, second, third];
    is_possible(numbers, year).then_some(())?;
    digits.eat(b',');
    digits.eat(b' ').then_some(())?;
    let (hour, _) = digits.number(2)?;
    digits.next().filter(|byte| matches!(byte, b':' | b'.'))?;
    let (minute, 2) = digits.number(2)? else { return None };
    let second_of_time = match digits.peek()? {
        b':' | b'.' => {
            digits.at += 1;
            let (second, 2) = digits.number(2)? else { return None };
            Some(u8::try_from(second).ok().filter(|second| *second < 60)?)
        }
        _ => None,
    };
    let frame = if bracket {
        (digits.eat(b']') && digits.eat(b' ')).then_some(Frame::Bracket)?
    } else {
        (digits.eat(b' ') && digits.eat(b'-') && digits.eat(b' ')).then_some(Frame::Dash)?
    };
    Some(Header {
        date: numbers,
        hour: u8::try_from(hour).ok().filter(|hour| *hour < 24)?,
        minute: u8::try_from(minute).ok().filter(|minute| *minute < 60)?,
        second: second_of_time,
        body: u16::try_from(digits.at).ok()?,
        shape: Shape { frame, separator, year, seconds: second_of_time.is_some(), clock: Clock::TwentyFour },
        one_digit: [first_digits == 1, second_digits == 1],
    })
}

/// A place in a line of ASCII digits and signs.
struct Digits<'a> {
    line: &'a [u8],
    at: usize,
}

impl Digits<'_> {
    fn peek(&self) -> Option<u8> {
        self.line.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let found = self.peek()?;
        self.at += 1;
        Some(found)
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// A number of one to `most` digits, and how many; none where more follow.
    fn number(&mut self, most: u8) -> Option<(u16, u8)> {
        let (mut value, mut digits) = (0, 0);
        while let Some(digit) = self.peek().map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
            if digits == most {
                return None;
            }
            value = value * 10 + u16::from(digit);
            digits += 1;
            self.at += 1;
        }
        (digits > 0).then_some((value, digits))
    }
}

/// Any header.
fn by_grammar(line: &[u8]) -> Option<Header> {
    let mut cursor = Cursor { line, at: 0 };
    cursor.marks();
    let bracket = cursor.eat(b'[');
    cursor.marks();
    let start = cursor.at;
    let (date, time, time_first) = if let Some(date) = read_date(&mut cursor) {
        cursor.gap()?;
        (date, read_time(&mut cursor)?, false)
    } else {
        cursor.at = start;
        let time = read_time(&mut cursor)?;
        cursor.gap()?;
        (read_date(&mut cursor)?, time, true)
    };
    if date.year == YearPlace::Absent && !bracket {
        return None;
    }
    cursor.marks();
    let frame = if bracket {
        cursor.spaces();
        if !cursor.eat(b']') {
            return None;
        }
        if time_first { Frame::Copied } else { Frame::Bracket }
    } else {
        let spaced = cursor.spaces();
        if spaced && (cursor.eat(b'-') || cursor.eat_all("–".as_bytes()) || cursor.eat_all("—".as_bytes())) {
            Frame::Dash
        } else if !spaced && time.second.is_some() && cursor.eat(b':') {
            Frame::Colon
        } else {
            return None;
        }
    };
    if !cursor.end() && cursor.one_space().is_none() {
        return None;
    }
    Some(Header {
        date: date.numbers,
        hour: time.hour,
        minute: time.minute,
        second: time.second,
        body: u16::try_from(cursor.at).ok()?,
        shape: Shape {
            frame,
            separator: date.separator,
            year: date.year,
            seconds: time.second.is_some(),
            clock: time.clock,
        },
        one_digit: date.one_digit,
    })
}

struct Date {
    numbers: [u16; 3],
    separator: u8,
    year: YearPlace,
    one_digit: [bool; 2],
}

fn read_date(cursor: &mut Cursor<'_>) -> Option<Date> {
    let (first, first_digits) = cursor.number()?;
    if let Some(words) = DATE_WORDS.iter().find(|words| cursor.eat_all(words[0].as_bytes())) {
        return read_worded_date(cursor, first, words);
    }
    let separator = cursor.date_separator(None)?;
    let (second, second_digits) = cursor.number()?;
    if second_digits > 2 {
        return None;
    }
    let one_digit = [first_digits == 1, second_digits == 1];
    let before_third = cursor.at;
    let third = cursor.date_separator(Some(separator)).and_then(|_| cursor.number());
    let Some((third, third_digits)) = third else {
        cursor.at = before_third;
        let fits = first_digits <= 2 && first <= 31 && second <= 31 && separator != b':';
        let numbers = [first, second, 0];
        return fits.then_some(Date { numbers, separator, year: YearPlace::Absent, one_digit });
    };
    let year = match (first_digits, third_digits) {
        (4, 1 | 2) => YearPlace::First,
        (1 | 2, 4) => YearPlace::Last,
        (1 | 2, 2) => YearPlace::Short,
        _ => return None,
    };
    // `13.01.2024.`, `2024. 1. 13.` and `13.01.2024 г.`: some locales close the date with its separator, or with a word.
    if separator == b'.' {
        cursor.eat(b'.');
        let _ = cursor.eat_all(" г.".as_bytes()) || cursor.eat_all("\u{A0}г.".as_bytes());
    }
    let numbers = [first, second, third];
    is_possible(numbers, year).then_some(Date { numbers, separator, year, one_digit })
}

/// What follows year, month and day where each has a word of its own.
const DATE_WORDS: [[&str; 3]; 2] = [["년", "월", "일"], ["年", "月", "日"]];

/// The rest of `2024년 1월 13일` or `2024年1月13日`.
fn read_worded_date(cursor: &mut Cursor<'_>, year: u16, [_, month, day]: &[&str; 3]) -> Option<Date> {
    let mut part = |word: &str| {
        cursor.spaces();
        let (value, digits) = cursor.number().filter(|(_, digits)| *digits <= 2)?;
        cursor.eat_all(word.as_bytes()).then_some((value, digits == 1))
    };
    let ((month, short_month), (day, _)) = (part(month)?, part(day)?);
    let numbers = [year, month, day];
    let found = Date { numbers, separator: b'/', year: YearPlace::First, one_digit: [false, short_month] };
    is_possible(numbers, YearPlace::First).then_some(found)
}

/// Whether three numbers can be a date in any order.
fn is_possible([first, second, third]: [u16; 3], year: YearPlace) -> bool {
    let fits = match year {
        YearPlace::First => second <= 12 && third <= 31,
        _ => first.min(second) <= 12 && first.max(second) <= 31 || (first > 31 && second <= 12 && third <= 31),
    };
    fits && second >= 1 && first >= 1 && (third >= 1 || year == YearPlace::Short)
}

struct Time {
    hour: u8,
    minute: u8,
    second: Option<u8>,
    clock: Clock,
}

fn read_time(cursor: &mut Cursor<'_>) -> Option<Time> {
    let mut mark = None;
    // Words between date and time: `à`, `klo`, `um`, `às`; or a mark of the half of the day that stands first.
    for _ in 0..3 {
        if cursor.peek_digit() {
            break;
        }
        let word = cursor.word()?;
        if let Some(half) = half_of_day(word) {
            mark = Some((half, Clock::TwelveOther));
        } else if !CONNECTORS.iter().any(|connector| connector.eq_ignore_ascii_case(word)) {
            return None;
        }
        cursor.spaces();
    }
    let (hour, digits) = cursor.number()?;
    if digits > 2 {
        return None;
    }
    cursor.time_separator()?;
    let (minute, digits) = cursor.number()?;
    if digits != 2 {
        return None;
    }
    let after_minute = cursor.at;
    let mut second = None;
    if cursor.eat(b':') || cursor.eat(b'.') {
        match cursor.number() {
            Some((value, 2)) if value < 60 => second = u8::try_from(value).ok(),
            _ => cursor.at = after_minute,
        }
    }
    if second.is_none() {
        second = cursor.worded_second();
    }
    let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
    if hour > 23 || minute > 59 {
        return None;
    }
    let before = cursor.at;
    cursor.spaces();
    if mark.is_none() && cursor.starts_letter() {
        // `15:05 ч.`: a word for the hour, not for a half of the day.
        if !cursor.eat_all("ч.".as_bytes()) {
            mark = Some(cursor.half_of_day()?);
        }
    } else {
        cursor.at = before;
    }
    let (hour, clock) = match mark {
        None => (hour, Clock::TwentyFour),
        Some((Half::Before, clock)) => (if hour == 12 { 0 } else { hour }, clock),
        Some((Half::After, clock)) => (if hour < 12 { hour + 12 } else { hour }, clock),
    };
    Some(Time { hour, minute, second, clock })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Before,
    After,
}

/// Words that stand between a date and a time.
const CONNECTORS: &[&str] = &[
    "à", "a", "as", "às", "at", "alle", "ore", "las", "um", "om", "klo", "kl", "kl.", "o", "u", "в", "ob", "la", "på",
];

/// Marks of the two halves of the day, without dots and spaces, in small letters where the script has them.
const HALVES: &[(&str, Half)] = &[
    ("am", Half::Before),
    ("pm", Half::After),
    ("a", Half::Before),
    ("p", Half::After),
    ("ap", Half::Before),
    ("ip", Half::After),
    ("fm", Half::Before),
    ("em", Half::After),
    ("vm", Half::Before),
    ("nm", Half::After),
    ("πμ", Half::Before),
    ("μμ", Half::After),
    ("öö", Half::Before),
    ("ös", Half::After),
    ("ÖÖ", Half::Before),
    ("ÖS", Half::After),
    ("dop", Half::Before),
    ("odp", Half::After),
    ("de", Half::Before),
    ("du", Half::After),
    ("sa", Half::Before),
    ("ch", Half::After),
    ("ص", Half::Before),
    ("م", Half::After),
    ("ق.ظ", Half::Before),
    ("ب.ظ", Half::After),
    ("vorm", Half::Before),
    ("nachm", Half::After),
    ("π.μ", Half::Before),
    ("μ.μ", Half::After),
    ("凌晨", Half::Before),
    ("清晨", Half::Before),
    ("早上", Half::Before),
    ("中午", Half::After),
    ("晚上", Half::After),
    ("午前", Half::Before),
    ("午後", Half::After),
    ("上午", Half::Before),
    ("下午", Half::After),
    ("오전", Half::Before),
    ("오후", Half::After),
    ("पूर्वाह्न", Half::Before),
    ("अपराह्न", Half::After),
    ("ДП", Half::Before),
    ("ПП", Half::After),
];

fn half_of_day(word: &str) -> Option<Half> {
    HALVES.iter().find(|(mark, _)| mark.eq_ignore_ascii_case(word)).map(|(_, half)| *half)
}

struct Cursor<'a> {
    line: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a [u8] {
        self.line.get(self.at..).unwrap_or_default()
    }

    fn end(&self) -> bool {
        self.at >= self.line.len()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.rest().first() == Some(&byte);
        self.at += usize::from(found);
        found
    }

    fn eat_all(&mut self, bytes: &[u8]) -> bool {
        let found = self.rest().starts_with(bytes);
        if found {
            self.at += bytes.len();
        }
        found
    }

    /// Whether a character of ASCII, or nothing, comes next: then there is no mark, and most lines are done sooner.
    fn ascii_next(&self) -> bool {
        self.line.get(self.at).is_none_or(u8::is_ascii)
    }

    /// Skips invisible marks of direction.
    #[inline]
    fn marks(&mut self) {
        while !self.ascii_next() {
            self.at += match *self.rest() {
                [0xE2, 0x80, 0x8E | 0x8F | 0xAA..=0xAE, ..]
                | [0xE2, 0x81, 0xA6..=0xA9, ..]
                | [0xEF, 0xBB, 0xBF, ..] => 3,
                [0xD8, 0x9C, ..] => 2,
                _ => return,
            };
        }
    }

    fn one_space(&mut self) -> Option<()> {
        self.at += match *self.rest() {
            [b' ' | b'\t', ..] => 1,
            [0xC2, 0xA0, ..] => 2,
            [0xE2, 0x80, 0xAF | 0x80..=0x8A, ..] => 3,
            _ => return None,
        };
        Some(())
    }

    /// Skips spaces of every width and marks; says whether there was a space.
    #[inline]
    fn spaces(&mut self) -> bool {
        let mut any = false;
        if self.eat(b' ') {
            any = true;
        }
        if self.ascii_next() && !matches!(self.rest().first(), Some(b' ' | b'\t')) {
            return any;
        }
        self.marks();
        while self.one_space().is_some() {
            any = true;
            self.marks();
        }
        any
    }

    /// What must stand between date and time: a comma, a space, or both.
    fn gap(&mut self) -> Option<()> {
        self.marks();
        let comma = self.eat(b',') || self.eat_all("،".as_bytes());
        (self.spaces() || comma).then_some(())
    }

    /// A decimal digit of any script that phones write dates in.
    #[inline]
    fn digit(&mut self) -> Option<u16> {
        if let Some(digit) = self.line.get(self.at).filter(|byte| byte.is_ascii()) {
            let value = digit.wrapping_sub(b'0');
            self.at += usize::from(value < 10);
            return (value < 10).then(|| u16::from(value));
        }
        self.digit_of_another_script()
    }

    #[cold]
    fn digit_of_another_script(&mut self) -> Option<u16> {
        let (length, value) = match *self.rest() {
            [0xD9, digit @ 0xA0..=0xA9, ..] => (2, digit - 0xA0),
            [0xDB, digit @ 0xB0..=0xB9, ..] => (2, digit - 0xB0),
            [0xE0, 0xA5 | 0xA7, digit @ 0xA6..=0xAF, ..] => (3, digit - 0xA6),
            [0xEF, 0xBC, digit @ 0x90..=0x99, ..] => (3, digit - 0x90),
            _ => return None,
        };
        self.at += length;
        Some(u16::from(value))
    }

    fn peek_digit(&mut self) -> bool {
        self.marks();
        let at = self.at;
        let found = self.digit().is_some();
        self.at = at;
        found
    }

    /// A number of one to four digits, and how many.
    #[inline]
    fn number(&mut self) -> Option<(u16, u8)> {
        self.marks();
        let mut value = self.digit()?;
        let mut digits = 1;
        while let Some(digit) = self.digit() {
            digits += 1;
            if digits > 4 {
                return None;
            }
            value = value * 10 + digit;
        }
        Some((value, digits))
    }

    /// `/`, `.` or `-`, perhaps with spaces after it.
    fn date_separator(&mut self, same: Option<u8>) -> Option<u8> {
        self.marks();
        let found = *self.rest().first()?;
        if !matches!(found, b'/' | b'.' | b'-') || same.is_some_and(|same| same != found) {
            return None;
        }
        self.at += 1;
        self.spaces();
        Some(found)
    }

    /// `:`, `.`, or `h` as in `14 h 35`.
    fn time_separator(&mut self) -> Option<()> {
        self.marks();
        if self.eat(b':') || self.eat(b'.') {
            return Some(());
        }
        self.spaces();
        let found = self.eat(b'h') || self.eat(b'H');
        self.spaces();
        found.then_some(())
    }

    /// ` min 07 s`, as in `14 h 35 min 07 s`.
    fn worded_second(&mut self) -> Option<u8> {
        let start = self.at;
        let mut read = || {
            self.spaces();
            self.eat_all(b"min").then_some(())?;
            self.spaces();
            let (value, _) = self.number().filter(|(value, digits)| *digits <= 2 && *value < 60)?;
            self.spaces();
            self.eat(b's').then_some(u8::try_from(value).ok()?)
        };
        let second = read();
        if second.is_none() {
            self.at = start;
        }
        second
    }

    fn starts_letter(&self) -> bool {
        self.rest().first().is_some_and(|byte| byte.is_ascii_alphabetic() || (*byte >= 0x80 && *byte != 0xE2))
    }

    /// Letters and dots up to a space, a digit or a mark.
    fn word(&mut self) -> Option<&'a str> {
        let start = self.at;
        while self.at - start < 24 && self.starts_letter() || self.rest().first() == Some(&b'.') {
            let before = self.at;
            if self.digit().is_some() || self.one_space().is_some() {
                self.at = before;
                break;
            }
            self.at += 1;
        }
        // A word that was cut inside a character is no word of the tables.
        let word = core::str::from_utf8(self.line.get(start..self.at)?).ok()?;
        (!word.is_empty()).then_some(word)
    }

    /// `PM`, `p.m.`, `p. m.`: letters with dots and spaces between them.
    fn half_of_day(&mut self) -> Option<(Half, Clock)> {
        let mut letters = String::new();
        let mut capitals = true;
        for _ in 0..3 {
            let Some(word) = self.word() else { break };
            capitals &= !word.contains('.') && word.bytes().all(|byte| byte.is_ascii_uppercase());
            letters.extend(word.chars().filter(|character| *character != '.'));
            let before = self.at;
            self.spaces();
            if !self.starts_letter() {
                self.at = before;
                break;
            }
        }
        let half = half_of_day(&letters)?;
        Some((half, if capitals { Clock::TwelveCapitals } else { Clock::TwelveOther }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_way_reads_what_the_grammar_reads(
            line in "\\[?[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{2}|[0-9]{4}|[0-9]{1,5}),? ?[0-9]{1,2}[:.][0-9]{1,3}([:.][0-9]{1,2})?( - |\\] |\\]|: | -|)(a: b)?",
        ) {
            if let Some(header) = plain(line.as_bytes()) {
                prop_assert_eq!(Some(header), by_grammar(line.as_bytes()));
            }
        }
    }

    #[test]
    fn the_commonest_headers_take_the_short_way() {
        for line in
            ["21/11/24, 14:35 - A: b", "[21/11/2024, 14:35:07] A: b", "21.11.24, 14:35 - A: b", "1/3/24 4.05 - A: b"]
        {
            assert!(plain(line.as_bytes()).is_some(), "{line}");
        }
        for line in [
            "21/11/24, 2:35 PM - A: b",
            "350 euro",
            "21/11/24",
            "[21/11/24, 14:35:07]",
            "99/99/24, 14:35 - A: b",
            "1.1.70000.0 - ",
        ] {
            assert!(plain(line.as_bytes()).is_none(), "{line}");
        }
    }

    fn check(line: &str, date: [u16; 3], time: (u8, u8, Option<u8>), body: &str) {
        let header = parse(line.as_bytes()).unwrap_or_else(|| panic!("{line:?} has a header"));
        assert_eq!(header.date, date, "{line:?}");
        assert_eq!((header.hour, header.minute, header.second), time, "{line:?}");
        assert_eq!(&line[usize::from(header.body)..], body, "{line:?}");
    }

    #[test]
    fn headers_of_many_locales() {
        check("21/11/24, 14:35 - Anna: ciao", [21, 11, 24], (14, 35, None), "Anna: ciao");
        check("21/11/24, 2:35 PM - Anna: ciao", [21, 11, 24], (14, 35, None), "Anna: ciao");
        check("1/13/24, 3:05\u{202F}PM - Anna: hi", [1, 13, 24], (15, 5, None), "Anna: hi");
        check("1/13/24, 12:05\u{202F}AM - Anna: hi", [1, 13, 24], (0, 5, None), "Anna: hi");
        check("13/01/2024, 12:05 pm - A: hi", [13, 1, 2024], (12, 5, None), "A: hi");
        check("12/03/2024 14:30 - Alice: ça", [12, 3, 2024], (14, 30, None), "Alice: ça");
        check("12/03/2024 à 14:30 - Alice: ça", [12, 3, 2024], (14, 30, None), "Alice: ça");
        check("2024-01-13 15 h 05 - Alice: ça", [2024, 1, 13], (15, 5, None), "Alice: ça");
        check("28/3/2025 9:29\u{A0}p.\u{A0}m. - Ana: ya", [28, 3, 2025], (21, 29, None), "Ana: ya");
        check("28/3/2025, 9:29 a. m. - Ana: ya", [28, 3, 2025], (9, 29, None), "Ana: ya");
        check("13.01.24, 15:05 - Uwe: ja", [13, 1, 24], (15, 5, None), "Uwe: ja");
        check("13.01.2024 um 15:05 – Uwe: ja", [13, 1, 2024], (15, 5, None), "Uwe: ja");
        check("13/01/2024 às 15:05 - Rui: sim", [13, 1, 2024], (15, 5, None), "Rui: sim");
        check("13.6.2018 klo 21.25.15 - Aino: joo", [13, 6, 2018], (21, 25, Some(15)), "Aino: joo");
        check("13-01-2024 15:05 - Jan: ja", [13, 1, 2024], (15, 5, None), "Jan: ja");
        check("2024-01-13 15:05 - Siv: ja", [2024, 1, 13], (15, 5, None), "Siv: ja");
        check("2024/12/10, 14:30 - 健: はい", [2024, 12, 10], (14, 30, None), "健: はい");
        check("2024/12/10 下午3:05 - 健: 好", [2024, 12, 10], (15, 5, None), "健: 好");
        check("2024. 1. 13. 오후 3:05 - 민: 네", [2024, 1, 13], (15, 5, None), "민: 네");
        check("\u{200F}١٣\u{200F}/١\u{200F}/٢٠٢٤، ٣:٠٥ م - علي: نعم", [13, 1, 2024], (15, 5, None), "علي: نعم");
        check("[21/11/24, 14:35:07] Anna: ciao", [21, 11, 24], (14, 35, Some(7)), "Anna: ciao");
        check("\u{200E}[21/11/24, 14:35:07] Anna: \u{200E}x", [21, 11, 24], (14, 35, Some(7)), "Anna: \u{200E}x");
        check("[1/13/24, 3:05:06\u{202F}PM] Anna: hi", [1, 13, 24], (15, 5, Some(6)), "Anna: hi");
        check("[07.03.26, 21:22:39] Uwe: ja", [7, 3, 26], (21, 22, Some(39)), "Uwe: ja");
        check("[2018/06/13, 21:25:15] A: b", [2018, 6, 13], (21, 25, Some(15)), "A: b");
        check("[01/20/19 11:23] John:.", [1, 20, 19], (11, 23, None), "John:.");
        check("13/01/2024, 15:05:06: Anna: hi", [13, 1, 2024], (15, 5, Some(6)), "Anna: hi");
        check("[14:35, 21/11/2024] Anna: ciao", [21, 11, 2024], (14, 35, None), "Anna: ciao");
        check("[21/11, 14:35] Anna: ciao", [21, 11, 0], (14, 35, None), "Anna: ciao");
        check("12/03/24, 10:15 -", [12, 3, 24], (10, 15, None), "");
        check("[2024-03-15 à 14 h 30 min 07 s] Léa: oui", [2024, 3, 15], (14, 30, Some(7)), "Léa: oui");
        check("13.01.2024 г., 15:05 - Ива: да", [13, 1, 2024], (15, 5, None), "Ива: да");
        check("13.01.2024 г., 15:05 ч. - Ива: да", [13, 1, 2024], (15, 5, None), "Ива: да");
        check("[13.01.24 г., 15:05:07 ч.] Ива: да", [13, 1, 24], (15, 5, Some(7)), "Ива: да");
        check("2024년 1월 13일 오후 3:05 - 민: 네", [2024, 1, 13], (15, 5, None), "민: 네");
        check("2024年12月10日 15:05 - 健: はい", [2024, 12, 10], (15, 5, None), "健: はい");
        check("15:05, 13/01/2024 - Nam: vâng", [13, 1, 2024], (15, 5, None), "Nam: vâng");
        check("2024/12/10 午後3:05 - 健: はい", [2024, 12, 10], (15, 5, None), "健: はい");
        check("[2024/12/10 15:05:06] 健: はい", [2024, 12, 10], (15, 5, Some(6)), "健: はい");
        check("2024/12/10 晚上8:05 - 健: 好", [2024, 12, 10], (20, 5, None), "健: 好");
        check("13.1.2024 klo 15.05 - Aino: joo", [13, 1, 2024], (15, 5, None), "Aino: joo");
        check("[13.1.2024 klo 15.05.06] Aino: joo", [13, 1, 2024], (15, 5, Some(6)), "Aino: joo");
        check("2024-01-13 kl. 15:05 - Siv: ja", [2024, 1, 13], (15, 5, None), "Siv: ja");
        check("[2024-01-13, 15:05:06] Siv: ja", [2024, 1, 13], (15, 5, Some(6)), "Siv: ja");
        check("[13-01-2024 15:05:06] Jan: ja", [13, 1, 2024], (15, 5, Some(6)), "Jan: ja");
        check("[15/03/2024 à 14:30:00] Léa: oui", [15, 3, 2024], (14, 30, Some(0)), "Léa: oui");
        check("[28/3/25, 9:29:01\u{202F}p.\u{A0}m.] Ana: ya", [28, 3, 25], (21, 29, Some(1)), "Ana: ya");
        check("[١٣\u{200F}/١\u{200F}/٢٠٢٤، ٣:٠٥:٠٦ ص] علي: نعم", [13, 1, 2024], (3, 5, Some(6)), "علي: نعم");
        check("\u{200F}13\u{200F}/1\u{200F}/2024، 12:05 ص - علي: نعم", [13, 1, 2024], (0, 5, None), "علي: نعم");
    }

    #[test]
    fn what_is_no_header() {
        for line in [
            "",
            "ciao",
            "ieri 12/03/24 alle 10:15 - dicevo: boh",
            "12/03/24",
            "12/03/24 - ciao",
            "12:30 - ciao",
            "31/31/24, 10:15 - no: no",
            "12/03/24, 25:15 - no: no",
            "12/03/24, 10:75 - no: no",
            "12/03/24, 10:15 forse - no: no",
            "1/2/3, 10:15 - no: no",
            "12345/03/24, 10:15 - no: no",
            "[ ] comprare il latte",
            "[12/03/24, 10:15 Anna: ciao",
            "00/03/24, 10:15 - no: no",
            "+39 333 1234567",
            "\u{200E}",
            "10.5.2 - versione",
            "15:05, 13 gennaio - ciao",
            "15.05, 13/01 - ciao",
            "2024년 13월 1일 3:05 - no: no",
        ] {
            assert_eq!(parse(line.as_bytes()), None, "{line:?}");
        }
    }
}
