use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan as _, Zoned};

use argine_knowledge::Length;

/// The zone of a country that has one; the others' clocks say where they are.
fn zone(country: &str) -> Option<TimeZone> {
    const ZONES: [(&str, &str); 5] = [
        ("it", "Europe/Rome"),
        ("fr", "Europe/Paris"),
        ("de", "Europe/Berlin"),
        ("es", "Europe/Madrid"),
        ("gb", "Europe/London"),
    ];
    let (_, name) = ZONES.into_iter().find(|(code, _)| *code == country)?;
    TimeZone::get(name).ok()
}

/// The wall clock where the person is.
pub(crate) fn wall_clock(country: &str, now: &Zoned) -> DateTime {
    zone(country).map_or_else(|| now.datetime(), |zone| now.with_time_zone(zone).datetime())
}

/// The day of the case where the person is.
pub(crate) fn today(country: &str, now: &Zoned) -> Date {
    wall_clock(country, now).date()
}

/// The last day of a term. Months end on the day with the same number, or on the last of the month (c.p. 14: the calendar counts,
/// the first day does not). Hours without a time of day count as whole days.
pub(crate) fn end_of_term(starts: Date, length: Length, country: &str) -> Option<Date> {
    let span = match length {
        Length::Hours(hours) => i64::from(hours.div_ceil(24)).days(),
        Length::Days(days) => i64::from(days).days(),
        Length::Months(months) => i64::from(months).months(),
        Length::WorkingDays(days) => return nth_working_day_after(starts, days, country),
    };
    starts.checked_add(span).ok()
}

/// The moment on the wall clock at which so many hours have really passed: summer time makes a day of 23 or 25 hours.
pub(crate) fn end_of_hours(day: Date, time: Time, hours: u16, country: &str, own: &TimeZone) -> Option<DateTime> {
    let zone = zone(country).unwrap_or_else(|| own.clone());
    let starts = zone.to_zoned(day.to_datetime(time)).ok()?;
    Some(starts.checked_add(i64::from(hours).hours()).ok()?.datetime())
}

fn nth_working_day_after(starts: Date, days: u16, country: &str) -> Option<Date> {
    let mut day = starts;
    let mut left = days;
    while left > 0 {
        day = day.tomorrow().ok()?;
        if is_working_day(day, country) {
            left -= 1;
        }
    }
    Some(day)
}

/// The last working day before `end`: the one by which to be safe.
pub fn safe_day_before(end: Date, country: &str) -> Option<Date> {
    // Never more than a handful of days off in a row; the bound only keeps the loop finite.
    let mut day = end;
    for _ in 0..15 {
        day = day.yesterday().ok()?;
        if is_working_day(day, country) {
            return Some(day);
        }
    }
    None
}

/// Whether offices are open: no Saturday, no Sunday, no public holiday of the country (L. 260/1949 and later for Italy;
/// elsewhere only New Year's Day and Christmas Day are known).
pub fn is_working_day(day: Date, country: &str) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let holiday =
        if country == "it" { is_italian_holiday(day) } else { matches!((day.month(), day.day()), (1, 1) | (12, 25)) };
    !weekend && !holiday
}

fn is_italian_holiday(day: Date) -> bool {
    let fixed =
        matches!((day.month(), day.day()), (1, 1 | 6) | (4, 25) | (5 | 11, 1) | (6, 2) | (8, 15) | (12, 8 | 25 | 26));
    // Saint Francis, again a holiday from 2026 (L. 151/2025).
    let francis = day.year() >= 2026 && day.month() == 10 && day.day() == 4;
    let easter_monday = easter(day.year()).and_then(|sunday| sunday.tomorrow().ok()) == Some(day);
    fixed || francis || easter_monday
}

/// Easter Sunday of the Gregorian calendar, by the anonymous method (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8).
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let golden = year_number.rem_euclid(19);
    let (century, rest) = (year_number.div_euclid(100), year_number.rem_euclid(100));
    let (leap_century, century_rest) = (century.div_euclid(4), century.rem_euclid(4));
    let correction = (century + 8).div_euclid(25);
    let moon = (century - correction + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_century - moon + 15).rem_euclid(30);
    let (leap, leap_rest) = (rest.div_euclid(4), rest.rem_euclid(4));
    let weekday = (32 + 2 * century_rest + 2 * leap - epact - leap_rest).rem_euclid(7);
    let last = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    let sum = epact + weekday - 7 * last + 114;
    let (month, day) = (sum.div_euclid(31), sum.rem_euclid(31) + 1);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, expected) in [
            (1961, "1961-04-02"),
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year), Some(date(expected)));
        }
    }

    #[test]
    fn terms_follow_the_calendar() {
        let months = Length::Months;
        for (starts, length, expected) in [
            ("2026-08-31", months(3), "2026-11-30"),
            ("2025-11-30", months(3), "2026-02-28"),
            ("2023-11-30", months(3), "2024-02-29"),
            ("2026-11-21", months(3), "2027-02-21"),
            ("2026-12-31", months(6), "2027-06-30"),
            ("2024-02-29", months(12), "2025-02-28"),
            // Summer time begins on 2026-03-29 and ends on 2026-10-25: civil days do not move.
            ("2026-03-28", Length::Hours(48), "2026-03-30"),
            ("2026-10-24", Length::Hours(48), "2026-10-26"),
            ("2026-03-28", Length::Days(1), "2026-03-29"),
            ("2026-03-28", Length::Hours(1), "2026-03-29"),
            ("2026-11-20", Length::WorkingDays(10), "2026-12-04"),
            // The Immaculate Conception, Christmas, Saint Stephen and the weekends do not count.
            ("2026-12-07", Length::WorkingDays(14), "2026-12-29"),
            ("2026-11-21", Length::WorkingDays(0), "2026-11-21"),
        ] {
            assert_eq!(end_of_term(date(starts), length, "it"), Some(date(expected)), "{starts} + {length:?}");
        }
    }

    #[test]
    fn hours_pass_as_they_really_do() {
        let rome = TimeZone::get("Europe/Rome").unwrap();
        let table = [
            ("2026-11-20T10:15", 48, "it", "2026-11-22T10:15"),
            // The night of 29 March 2026 has no 02:30, and 23 hours make the day.
            ("2026-03-28T10:00", 48, "it", "2026-03-30T11:00"),
            ("2026-03-28T02:30", 24, "it", "2026-03-29T03:30"),
            ("2026-03-29T02:30", 24, "it", "2026-03-30T03:30"),
            // The night of 25 October 2026 has 02:30 twice: the first one counts, and the day has 25 hours.
            ("2026-10-24T10:00", 48, "it", "2026-10-26T09:00"),
            ("2026-10-24T23:00", 24, "it", "2026-10-25T22:00"),
            ("2026-12-31T23:59", 48, "it", "2027-01-02T23:59"),
            ("2028-02-28T12:00", 48, "it", "2028-03-01T12:00"),
            // Britain changes its clocks on the same nights, the United States on others: there the case's own zone counts.
            ("2026-03-28T10:00", 48, "gb", "2026-03-30T11:00"),
            ("2026-03-28T10:00", 48, "us", "2026-03-30T11:00"),
        ];
        for (starts, hours, country, expected) in table {
            let starts: DateTime = starts.parse().unwrap();
            let end = end_of_hours(starts.date(), starts.time(), hours, country, &rome).unwrap();
            assert_eq!(end, expected.parse().unwrap(), "{starts} + {hours} h in {country}");
        }
        let new_york = TimeZone::get("America/New_York").unwrap();
        let end = end_of_hours(date("2026-03-28"), Time::midnight(), 48, "us", &new_york);
        assert_eq!(end, Some("2026-03-30T00:00".parse().unwrap()), "their clocks changed on 8 March");
    }

    #[test]
    fn the_safe_day_is_a_working_day() {
        for (end, expected) in [
            ("2026-11-25", "2026-11-24"), // Wednesday: the day before
            ("2026-11-23", "2026-11-20"), // Monday: the Friday before
            ("2026-12-09", "2026-12-07"), // after the Immaculate Conception
            ("2026-12-28", "2026-12-24"), // after Christmas and a weekend
            ("2026-04-07", "2026-04-03"), // after Easter Monday
            ("2027-01-07", "2027-01-05"), // after Epiphany
            ("2027-01-01", "2026-12-31"),
            ("2028-10-05", "2028-10-03"), // Saint Francis on a Wednesday
            ("2024-08-16", "2024-08-14"), // Ferragosto on a Thursday
        ] {
            assert_eq!(safe_day_before(date(end), "it"), Some(date(expected)), "{end}");
        }
        assert_eq!(safe_day_before(date("2026-12-09"), "fr"), Some(date("2026-12-08")));
    }

    #[test]
    fn the_day_is_that_of_rome() {
        let table = [
            ("2026-03-28T23:30:00+00:00[UTC]", "2026-03-29"),
            ("2026-03-29T22:30:00+00:00[UTC]", "2026-03-30"), // summer time: two hours ahead
            ("2026-03-28T22:30:00+00:00[UTC]", "2026-03-28"),
            ("2026-11-21T21:00:00-05:00[America/New_York]", "2026-11-22"),
        ];
        for (now, expected) in table {
            assert_eq!(today("it", &now.parse().unwrap()), date(expected), "{now}");
        }
    }

    proptest! {
        #[test]
        fn the_safe_day_stands_before_the_end(days in 0_i32..20_000) {
            let end = date("2000-01-01").checked_add(days.days()).unwrap();
            let safe = safe_day_before(end, "it").unwrap();
            prop_assert!(safe < end && is_working_day(safe, "it"));
            prop_assert!((end - safe).get_days() <= 6);
        }
    }
}
