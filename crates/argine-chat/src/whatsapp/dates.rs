//! Which number of a date is the day: decided for each shape of header from everything that speaks for it.

use argine_model::{DateOrder, DateOrderFinding};
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};

use super::header::{Clock, Shape, YearPlace};
use super::index::Entry;
use super::survey::Named;

/// What is known beside the headers.
pub(super) struct Hints<'a> {
    /// Dates inside the names of attachments.
    pub(super) named: &'a [Named],
    /// Whether words of the app in a language that writes the day first were seen.
    pub(super) day_first_language: bool,
    /// When the file was put into the archive: no message is later.
    pub(super) written: Option<DateTime>,
    /// What the person said.
    pub(super) given: Option<DateOrder>,
}

/// The order of the commonest shape that leaves a choice.
pub(super) struct Solved {
    pub(super) finding: Option<DateOrderFinding>,
    /// The order of the first shape that nothing decides.
    pub(super) assumed: Option<DateOrder>,
}

/// Earlier years cannot be in an export: the app is of 2009.
const FIRST_YEAR: i16 = 2009;

/// Writes into every entry the order in which its date is read.
pub(super) fn solve(entries: &mut [Entry], shapes: &[Shape], hints: &Hints<'_>) -> Solved {
    let mut counts: Vec<(u16, Shape, usize)> = (0..).zip(shapes).map(|(number, shape)| (number, *shape, 0)).collect();
    for entry in &*entries {
        if let Some((_, _, count)) = counts.get_mut(usize::from(entry.shape)) {
            *count += 1;
        }
    }
    // Headers that leave no choice first: they give the others their neighbours.
    counts.sort_by_key(|(_, shape, count)| (shape.year != YearPlace::First, core::cmp::Reverse(*count)));
    let mut best: Option<(usize, DateOrderFinding)> = None;
    let mut assumed = None;
    for (number, shape, count) in counts {
        if shape.year == YearPlace::Absent || count == 0 {
            continue;
        }
        let group = Group { entries, number, shape };
        let (finding, mixed) = group.decide(hints);
        fill(entries, number, finding.order, mixed);
        if !finding.certain {
            assumed = assumed.or(Some(finding.order));
        }
        let undecided = best.as_ref().is_some_and(|(_, best)| !best.certain);
        match &mut best {
            Some((most, kept)) if *most >= count => kept.certain &= finding.certain,
            _ => best = Some((count, DateOrderFinding { certain: finding.certain && !undecided, ..finding })),
        }
    }
    Solved { finding: best.map(|(_, finding)| finding), assumed }
}

/// The entries of one shape.
struct Group<'a> {
    entries: &'a [Entry],
    number: u16,
    shape: Shape,
}

impl Group<'_> {
    fn own(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.shape == self.number)
    }

    /// The order, and whether the group holds lines that only one order can read and lines that only the other can.
    fn decide(&self, hints: &Hints<'_>) -> (DateOrderFinding, bool) {
        use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
        let decided = |order, evidence: &[&str], certain| {
            (
                DateOrderFinding { order, evidence: evidence.iter().map(|name| (*name).to_owned()).collect(), certain },
                false,
            )
        };
        if self.shape.year == YearPlace::First {
            return decided(YearMonthDay, &["component_over_12"], true);
        }
        let mut readable = [0_usize; 3];
        let mut only = [0_usize; 2];
        let mut same: Option<([u16; 3], [bool; 3])> = None;
        for entry in self.own() {
            let reads = match same {
                Some((numbers, reads)) if numbers == entry.date => reads,
                _ => [DayMonthYear, MonthDayYear, YearMonthDay].map(|order| date(entry.date, order).is_some()),
            };
            same = Some((entry.date, reads));
            for (count, read) in readable.iter_mut().zip(reads) {
                *count += usize::from(read);
            }
            match reads {
                [true, false, _] => only[0] += 1,
                [false, true, _] => only[1] += 1,
                _ => {}
            }
        }
        let [day_first, month_first, year_first] = readable;
        let [only_day_first, only_month_first] = only;
        // Short years written first: days read as years are implausible sooner or later, or time runs backwards.
        if self.shape.year == YearPlace::Short && year_first > 0 && year_first >= day_first.max(month_first) {
            let backwards = self.backwards(YearMonthDay);
            let other = if day_first >= month_first { DayMonthYear } else { MonthDayYear };
            if year_first > day_first.max(month_first) || backwards * 4 < self.backwards(other) {
                return decided(YearMonthDay, &["chronology"], true);
            }
        }
        if only_day_first > 0 && only_month_first > 0 {
            let order = if only_day_first >= only_month_first { DayMonthYear } else { MonthDayYear };
            let (finding, _) = decided(order, &["component_over_12"], false);
            return (finding, true);
        }
        let (named_day, named_month) = self.named(hints);
        let (chronology, strong) = self.chronology();
        let named = match (named_day, named_month) {
            (1.., 0) => Some(DayMonthYear),
            (0, 1..) => Some(MonthDayYear),
            _ => None,
        };
        let component = match (only_day_first, only_month_first) {
            (1.., 0) => Some(DayMonthYear),
            (0, 1..) => Some(MonthDayYear),
            _ => None,
        };
        let archive = self.archive(hints);
        let language = (hints.day_first_language || self.shape.separator == b'.').then_some(DayMonthYear);
        let american = self.shape.clock == Clock::TwelveCapitals
            && self.shape.separator == b'/'
            && self.shape.year == YearPlace::Short
            && self.own().any(|entry| entry.one_digit[0] || entry.one_digit[1]);
        let clock = (american && !hints.day_first_language).then_some(MonthDayYear);
        let witnesses = [
            (component, "component_over_12", true),
            (chronology.filter(|_| strong), "chronology", true),
            (named, "attachment_names", true),
            (archive, "archive_time", true),
            (language, "language", true),
            (clock, "clock_style", true),
            (chronology.filter(|_| !strong), "chronology", false),
            (hints.given.filter(|order| *order != YearMonthDay), "given", true),
        ];
        let Some((order, certain)) =
            witnesses.iter().find_map(|(order, _, certain)| order.map(|order| (order, *certain)))
        else {
            return decided(DayMonthYear, &["assumed"], false);
        };
        // What agrees is named; the person's own word makes it certain.
        let agreeing: Vec<_> = witnesses.iter().filter(|(witness, ..)| *witness == Some(order)).collect();
        let evidence: Vec<&str> = agreeing.iter().map(|(_, name, _)| *name).collect();
        decided(order, &evidence, certain || agreeing.iter().any(|(_, _, certain)| *certain))
    }

    /// How many dates in attachment names agree with the day first, and how many with the month first, where they differ.
    fn named(&self, hints: &Hints<'_>) -> (usize, usize) {
        let (mut day, mut month) = (0, 0);
        for named in hints.named {
            let entry = self.entries.get(named.entry as usize).filter(|entry| entry.shape == self.number);
            let Some(entry) = entry else { continue };
            let as_day = date(entry.date, DateOrder::DayMonthYear);
            let as_month = date(entry.date, DateOrder::MonthDayYear);
            if as_day != as_month {
                day += usize::from(as_day == Some(named.day));
                month += usize::from(as_month == Some(named.day));
            }
        }
        (day, month)
    }

    /// The order under which no message is later than the archive, where the other order has some. Archives keep no zone: a day
    /// more is left.
    fn archive(&self, hints: &Hints<'_>) -> Option<DateOrder> {
        use DateOrder::{DayMonthYear, MonthDayYear};
        let last = hints.written?.date().checked_add(1.day()).ok()?;
        let later = |order| self.own().filter_map(|entry| date(entry.date, order)).any(|day| day > last);
        match (later(DayMonthYear), later(MonthDayYear)) {
            (false, true) => Some(DayMonthYear),
            (true, false) => Some(MonthDayYear),
            _ => None,
        }
    }

    /// How many times the date steps back under an order, neighbours of other shapes included where they are decided.
    fn backwards(&self, order: DateOrder) -> usize {
        let mut last: Option<Date> = None;
        let mut count = 0;
        let mut same: Option<([u16; 3], Option<Date>)> = None;
        for entry in self.entries {
            let day = if entry.shape != self.number {
                entry.day()
            } else if let Some((_, day)) = same.filter(|(numbers, _)| *numbers == entry.date) {
                day
            } else {
                let day = date(entry.date, order);
                same = Some((entry.date, day));
                day
            };
            let Some(day) = day else { continue };
            if last.is_some_and(|last| day < last) {
                count += 1;
            }
            last = Some(day);
        }
        count
    }

    /// The order under which time runs forward, and whether that is strong evidence.
    fn chronology(&self) -> (Option<DateOrder>, bool) {
        use DateOrder::{DayMonthYear, MonthDayYear};
        let (day, month) = (self.backwards(DayMonthYear), self.backwards(MonthDayYear));
        if day * 3 < month {
            return (Some(DayMonthYear), true);
        }
        if month * 3 < day {
            return (Some(MonthDayYear), true);
        }
        // Days that follow each other under one order are the same day of other months under the other one: a coincidence
        // of one in thirty, each time.
        let (mut first_moves, mut second_moves) = (0_usize, 0_usize);
        let mut last: Option<[u16; 3]> = None;
        for entry in self.own() {
            if let Some([first, second, year]) = last
                && year == entry.date[2]
            {
                match (entry.date[0] != first, entry.date[1] != second) {
                    (true, false) => first_moves += 1,
                    (false, true) => second_moves += 1,
                    _ => {}
                }
            }
            last = Some(entry.date);
        }
        match (first_moves, second_moves) {
            (0, 0) => (None, false),
            (moves, 0) => (Some(DayMonthYear), moves >= 2),
            (0, moves) => (Some(MonthDayYear), moves >= 2),
            (first, second) if first > second * 4 => (Some(DayMonthYear), true),
            (first, second) if second > first * 4 => (Some(MonthDayYear), true),
            _ => (None, false),
        }
    }
}

/// Writes the order of one shape. Where a group mixes orders, each line takes the order of the last one that leaves no choice.
fn fill(entries: &mut [Entry], number: u16, order: DateOrder, mixed: bool) {
    use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
    let mut current = order;
    let mut same: Option<([u16; 3], DateOrder, Option<DateOrder>)> = None;
    for entry in entries.iter_mut().filter(|entry| entry.shape == number) {
        if mixed {
            match [DayMonthYear, MonthDayYear].map(|order| date(entry.date, order).is_some()) {
                [true, false] => current = DayMonthYear,
                [false, true] => current = MonthDayYear,
                _ => {}
            }
        }
        entry.order = match same {
            Some((numbers, order, found)) if numbers == entry.date && order == current => found,
            _ => {
                let orders = [current, DayMonthYear, MonthDayYear, YearMonthDay];
                let found = orders.into_iter().find(|order| date(entry.date, *order).is_some());
                same = Some((entry.date, current, found));
                found
            }
        };
    }
}

/// The date under an order, if there is such a day and it can be in an export.
pub(super) fn date(numbers: [u16; 3], order: DateOrder) -> Option<Date> {
    let (year, month, day) = self::numbers(numbers, order);
    let year = i16::try_from(year).ok().filter(|year| *year >= FIRST_YEAR)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Year, month and day under an order, whether there is such a day or not.
pub(super) fn numbers([first, second, third]: [u16; 3], order: DateOrder) -> (u16, u16, u16) {
    /// Years are counted from here in Thailand, where phones write them so.
    const BUDDHIST: u16 = 543;
    let (year, month, day) = match order {
        DateOrder::DayMonthYear => (third, second, first),
        DateOrder::MonthDayYear => (third, first, second),
        DateOrder::YearMonthDay => (first, second, third),
    };
    let year = match year {
        0..100 => year + 2000,
        2500..2700 => year - BUDDHIST,
        _ => year,
    };
    (year, month, day)
}
