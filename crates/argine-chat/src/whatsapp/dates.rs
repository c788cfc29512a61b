//! Which number of a date is the day: decided for each shape of header from everything that speaks for it.

use argine_model::{DateOrder, DateOrderFinding};
use jiff::civil::{Date, DateTime};

use super::header::{Clock, Header, Shape, YearPlace};

/// What is known beside the headers.
pub(super) struct Hints<'a> {
    /// Dates inside the names of attachments, with the place of their header.
    pub(super) named: &'a [(usize, Date)],
    /// Whether words of the app in a language that writes the day first were seen.
    pub(super) day_first_language: bool,
    /// What the person said.
    pub(super) given: Option<DateOrder>,
}

/// The times of all headers, and the order of the commonest shape that leaves a choice.
pub(super) struct Solved {
    pub(super) times: Vec<Option<DateTime>>,
    pub(super) finding: Option<DateOrderFinding>,
    /// The order of the first shape that nothing decides.
    pub(super) assumed: Option<DateOrder>,
}

/// Earlier years cannot be in an export: the app is of 2009.
const FIRST_YEAR: i16 = 2009;

pub(super) fn solve(headers: &[Header], hints: &Hints<'_>) -> Solved {
    let mut shapes: Vec<(Shape, usize)> = Vec::new();
    for header in headers {
        match shapes.iter_mut().find(|(shape, _)| *shape == header.shape) {
            Some((_, count)) => *count += 1,
            None => shapes.push((header.shape, 1)),
        }
    }
    // Headers that leave no choice first: they give the others their neighbours.
    shapes.sort_by_key(|(shape, count)| (shape.year != YearPlace::First, core::cmp::Reverse(*count)));
    let mut times: Vec<Option<DateTime>> = vec![None; headers.len()];
    let mut best: Option<(usize, DateOrderFinding)> = None;
    let mut assumed = None;
    for (shape, count) in shapes {
        if shape.year == YearPlace::Absent {
            continue;
        }
        let group = Group { headers, shape, times: &times };
        let (finding, mixed) = group.decide(hints);
        fill(headers, shape, finding.order, mixed, &mut times);
        if !finding.certain {
            assumed = assumed.or(Some(finding.order));
        }
        let undecided = best.as_ref().is_some_and(|(_, best)| !best.certain);
        match &mut best {
            Some((most, kept)) if *most >= count => kept.certain &= finding.certain,
            _ => best = Some((count, DateOrderFinding { certain: finding.certain && !undecided, ..finding })),
        }
    }
    Solved { times, finding: best.map(|(_, finding)| finding), assumed }
}

struct Group<'a> {
    headers: &'a [Header],
    shape: Shape,
    times: &'a [Option<DateTime>],
}

impl Group<'_> {
    fn own(&self) -> impl Iterator<Item = (usize, &Header)> {
        self.headers.iter().enumerate().filter(|(_, header)| header.shape == self.shape)
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
        for (_, header) in self.own() {
            let reads = [DayMonthYear, MonthDayYear, YearMonthDay].map(|order| date(header, order).is_some());
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
        let language = (hints.day_first_language || self.shape.separator == b'.').then_some(DayMonthYear);
        let american = self.shape.clock == Clock::TwelveCapitals
            && self.shape.separator == b'/'
            && self.shape.year == YearPlace::Short
            && self.own().any(|(_, header)| !header.padded);
        let clock = (american && !hints.day_first_language).then_some(MonthDayYear);
        let witnesses = [
            (component, "component_over_12", true),
            (chronology.filter(|_| strong), "chronology", true),
            (named, "attachment_names", true),
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
        for (place, named) in hints.named {
            let Some(header) = self.headers.get(*place).filter(|header| header.shape == self.shape) else { continue };
            let as_day = date(header, DateOrder::DayMonthYear);
            let as_month = date(header, DateOrder::MonthDayYear);
            if as_day != as_month {
                day += usize::from(as_day == Some(*named));
                month += usize::from(as_month == Some(*named));
            }
        }
        (day, month)
    }

    /// How many times the date steps back under an order, neighbours of other shapes included where they are decided.
    fn backwards(&self, order: DateOrder) -> usize {
        let mut last: Option<Date> = None;
        let mut count = 0;
        let mut same: Option<([u16; 3], Option<Date>)> = None;
        for (header, time) in self.headers.iter().zip(self.times) {
            let day = if header.shape != self.shape {
                time.map(DateTime::date)
            } else if let Some((_, day)) = same.filter(|(numbers, _)| *numbers == header.date) {
                day
            } else {
                let day = date(header, order);
                same = Some((header.date, day));
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
        for (_, header) in self.own() {
            if let Some([first, second, year]) = last
                && year == header.date[2]
            {
                match (header.date[0] != first, header.date[1] != second) {
                    (true, false) => first_moves += 1,
                    (false, true) => second_moves += 1,
                    _ => {}
                }
            }
            last = Some(header.date);
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

/// Writes the times of one shape. Where a group mixes orders, each line takes the order of the last one that leaves no choice.
fn fill(headers: &[Header], shape: Shape, order: DateOrder, mixed: bool, times: &mut [Option<DateTime>]) {
    use DateOrder::{DayMonthYear, MonthDayYear};
    let mut current = order;
    let mut cached: Option<([u16; 3], DateOrder, Option<Date>)> = None;
    for (header, time) in headers.iter().zip(times) {
        if header.shape != shape {
            continue;
        }
        if mixed {
            match (date(header, DayMonthYear).is_some(), date(header, MonthDayYear).is_some()) {
                (true, false) => current = DayMonthYear,
                (false, true) => current = MonthDayYear,
                _ => {}
            }
        }
        let day = match cached {
            Some((numbers, order, day)) if numbers == header.date && order == current => day,
            _ => {
                let day = date(header, current).or_else(|| {
                    [DayMonthYear, MonthDayYear, DateOrder::YearMonthDay]
                        .into_iter()
                        .find_map(|order| date(header, order))
                });
                cached = Some((header.date, current, day));
                day
            }
        };
        *time = day.and_then(|day| {
            let second = i8::try_from(header.second.unwrap_or(0)).ok()?;
            let (hour, minute) = (i8::try_from(header.hour).ok()?, i8::try_from(header.minute).ok()?);
            DateTime::new(day.year(), day.month(), day.day(), hour, minute, second, 0).ok()
        });
    }
}

/// The date under an order, if there is such a day and it can be in an export.
fn date(header: &Header, order: DateOrder) -> Option<Date> {
    let [first, second, third] = header.date;
    let (year, month, day) = match order {
        DateOrder::DayMonthYear => (third, second, first),
        DateOrder::MonthDayYear => (third, first, second),
        DateOrder::YearMonthDay => (first, second, third),
    };
    let year = i16::try_from(if year < 100 { year + 2000 } else { year }).ok()?;
    if year < FIRST_YEAR {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
