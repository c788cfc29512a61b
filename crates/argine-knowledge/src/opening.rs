use argine_model::Opening;
use jiff::civil;
use serde::{Deserialize, Serialize};

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl From<civil::Weekday> for Day {
    fn from(day: civil::Weekday) -> Self {
        match day {
            civil::Weekday::Monday => Self::Mon,
            civil::Weekday::Tuesday => Self::Tue,
            civil::Weekday::Wednesday => Self::Wed,
            civil::Weekday::Thursday => Self::Thu,
            civil::Weekday::Friday => Self::Fri,
            civil::Weekday::Saturday => Self::Sat,
            civil::Weekday::Sunday => Self::Sun,
        }
    }
}

/// Minutes since midnight, from `00:00` to `24:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The end of the day.
    pub const MIDNIGHT: Self = Self(24 * 60);
}

impl From<TimeOfDay> for String {
    fn from(TimeOfDay(minutes): TimeOfDay) -> Self {
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let wrong = || format!("`{text}` is no time of day: write 09:00, at most 24:00");
        let (hours, minutes) = text.split_once(':').ok_or_else(wrong)?;
        let two = |part: &str| {
            (part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
        };
        let (hours, minutes) = (two(hours).ok_or_else(wrong)?, two(minutes).ok_or_else(wrong)?);
        let total = hours * 60 + minutes;
        if minutes > 59 || total > Self::MIDNIGHT.0 { Err(wrong()) } else { Ok(Self(total)) }
    }
}

/// When somebody answers: on these days, from one time to another. Where `to` is not after `from` it is on the next day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningTime {
    /// The days on which it begins.
    pub days: Vec<Day>,
    /// Begin, inside.
    pub from: TimeOfDay,
    /// End, outside.
    pub to: TimeOfDay,
}

impl OpeningTime {
    fn holds(&self, day: Day, yesterday: Day, now: TimeOfDay) -> bool {
        let past_midnight = self.to <= self.from;
        let today = self.days.contains(&day) && self.from <= now && (past_midnight || now < self.to);
        today || (past_midnight && self.days.contains(&yesterday) && now < self.to)
    }

    fn is_whole_day(&self) -> bool {
        self.from == TimeOfDay(0) && self.to == TimeOfDay::MIDNIGHT
    }
}

/// Whether it answers at a time on its own wall clock. No times: not known.
pub(crate) fn opening_at(times: &[OpeningTime], now: civil::DateTime) -> Opening {
    const WEEK: [Day; 7] = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri, Day::Sat, Day::Sun];
    if times.is_empty() {
        return Opening::Unknown;
    }
    if WEEK.iter().all(|day| times.iter().any(|time| time.is_whole_day() && time.days.contains(day))) {
        return Opening::Always;
    }
    let weekday = now.date().weekday();
    let minutes = u16::try_from(i32::from(now.hour()) * 60 + i32::from(now.minute())).unwrap_or_default();
    let open = |time: &OpeningTime| time.holds(weekday.into(), weekday.previous().into(), TimeOfDay(minutes));
    if times.iter().any(open) { Opening::OpenNow } else { Opening::ClosedNow }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> TimeOfDay {
        TimeOfDay::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn times_of_day_are_read_or_refused() {
        assert_eq!(time("00:00"), TimeOfDay(0));
        assert_eq!(time("24:00"), TimeOfDay::MIDNIGHT);
        for wrong in ["", "9:00", "09.00", "24:01", "12:60", "aa:bb", "+1:00", "99:99"] {
            assert!(TimeOfDay::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn openings_follow_the_wall_clock() {
        let all = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri, Day::Sat, Day::Sun];
        let evening = [OpeningTime { days: all.to_vec(), from: time("09:00"), to: time("24:00") }];
        let office = [OpeningTime { days: all[..5].to_vec(), from: time("10:00"), to: time("16:00") }];
        let night = [OpeningTime { days: vec![Day::Fri], from: time("22:00"), to: time("06:00") }];
        let always = [OpeningTime { days: all.to_vec(), from: time("00:00"), to: time("24:00") }];
        // 2026-11-21 is a Saturday.
        let table: &[(&[OpeningTime], &str, Opening)] = &[
            (&[], "2026-11-21T12:00", Opening::Unknown),
            (&always, "2026-11-21T03:00", Opening::Always),
            (&evening, "2026-11-21T08:59", Opening::ClosedNow),
            (&evening, "2026-11-21T09:00", Opening::OpenNow),
            (&evening, "2026-11-21T23:59", Opening::OpenNow),
            (&evening, "2026-11-22T00:00", Opening::ClosedNow),
            (&office, "2026-11-20T15:59", Opening::OpenNow),
            (&office, "2026-11-20T16:00", Opening::ClosedNow),
            (&office, "2026-11-21T12:00", Opening::ClosedNow),
            (&night, "2026-11-20T23:00", Opening::OpenNow),
            (&night, "2026-11-21T05:59", Opening::OpenNow),
            (&night, "2026-11-21T06:00", Opening::ClosedNow),
            (&night, "2026-11-21T23:00", Opening::ClosedNow),
            (&night, "2026-11-20T05:00", Opening::ClosedNow),
        ];
        for (times, now, expected) in table {
            assert_eq!(opening_at(times, now.parse().unwrap()), *expected, "{now}");
        }
    }
}
