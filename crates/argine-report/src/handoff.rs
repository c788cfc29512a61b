//! The sheet that goes with handing fingerprints to a programme that blocks intimate images: what it covers, what it does
//! not, how, and what to keep. Plain text; the address, the sources and their dates come from the packs.

use core::fmt::Write as _;

use argine_knowledge::{Argument, Catalogue, Knowledge, Record as _};
use argine_model::{AgeClass, Language};
use jiff::Zoned;

/// Who takes fingerprints of intimate images.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Programme {
    /// For people who were of age in the image.
    StopNcii,
    /// For images taken before the age of 18.
    TakeItDown,
}

impl Programme {
    /// The programmes that may be right for somebody of this age: what counts is the age in the image, so that an adult
    /// may need either; somebody who is under 18 never needs the first.
    pub const fn of_age(age: AgeClass) -> &'static [Self] {
        match age {
            AgeClass::Adult => &[Self::StopNcii, Self::TakeItDown],
            AgeClass::MinorPossible => &[Self::TakeItDown, Self::StopNcii],
            AgeClass::Minor => &[Self::TakeItDown],
        }
    }

    /// Its name in file names and message ids.
    pub const fn id(self) -> &'static str {
        match self {
            Self::StopNcii => "stopncii",
            Self::TakeItDown => "take-it-down",
        }
    }

    /// The record of it in the packs.
    const fn record(self) -> &'static str {
        match self {
            Self::StopNcii => "int.stopncii",
            Self::TakeItDown => "int.takeitdown",
        }
    }
}

/// What the programme gave the person when the fingerprints were handed over.
#[derive(Clone, PartialEq, Eq)]
pub struct HandedOver {
    /// The number of their case there.
    pub number: String,
    /// The secret that goes with it, where there is one.
    pub pin: Option<String>,
}

impl core::fmt::Debug for HandedOver {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("HandedOver(…)")
    }
}

/// The sheet, for the day of `now`. With `handed_over` it is the record of what was done; without, the steps to do it.
pub fn handoff(
    programme: Programme,
    handed_over: Option<&HandedOver>,
    knowledge: &Knowledge,
    now: &Zoned,
    language: Language,
) -> String {
    let words = Catalogue::new(language);
    let id = programme.id();
    let mut out = words.text(&format!("handoff-{id}-title"));
    out.push_str("\n\n");
    let record = knowledge.helplines().iter().find(|record| record.id() == programme.record());
    if let Some(record) = record {
        let _ =
            writeln!(out, "{}\n{}\n", record.url.as_deref().unwrap_or_default(), record.text().in_language(language));
    }
    if let Some(handed_over) = handed_over {
        section(&mut out, words, "handoff-kept", &[]);
        let day = Argument::Text(now.strftime("%d/%m/%Y %H:%M").to_string());
        let number = Argument::Text(handed_over.number.clone());
        let _ = writeln!(out, "  {}", words.format("handoff-number", &[("number", number)]));
        if let Some(pin) = &handed_over.pin {
            let _ = writeln!(out, "  {}", words.format("handoff-pin", &[("pin", Argument::Text(pin.clone()))]));
        }
        let _ = writeln!(out, "  {}\n", words.format("handoff-day", &[("day", day)]));
    }
    for part in ["covers", "not", "needs", "how", "after"] {
        let sentences = numbered(words, &format!("handoff-{id}-{part}"));
        section(&mut out, words, &format!("handoff-{part}"), &sentences);
    }
    if let Some(record) = record {
        let verified = record.verified(now.date());
        let _ = writeln!(out, "{}", words.text("handoff-sources"));
        for source in &verified.sources {
            let _ =
                writeln!(out, "  - {} ({}): {}", source.title, source.seen_on, source.url.as_deref().unwrap_or("–"));
        }
        let checked = Argument::Text(verified.checked_on.to_string());
        let _ = writeln!(out, "  {}", words.format("handoff-checked", &[("date", checked)]));
        if verified.stale || verified.to_be_confirmed {
            let _ = writeln!(out, "  {}", words.text("handoff-to-be-confirmed"));
        }
    }
    out
}

/// `id-1`, `id-2` … as far as the catalogue has them.
fn numbered(words: Catalogue, id: &str) -> Vec<String> {
    let ids = (1..).map(|number| format!("{id}-{number}"));
    ids.take_while(|id| words.has(id)).map(|id| words.text(&id)).collect()
}

fn section(out: &mut String, words: Catalogue, heading: &str, sentences: &[String]) {
    let _ = writeln!(out, "{}", words.text(heading));
    for sentence in sentences {
        let _ = writeln!(out, "  - {sentence}");
    }
    if !sentences.is_empty() {
        out.push('\n');
    }
}

/// Days after which the state of the case is worth a look.
const REMIND_AFTER_DAYS: i64 = 7;

/// A reminder for any calendar (RFC 5545). Its words say nothing of what it is about: calendars are seen by others.
pub fn reminder(programme: Programme, now: &Zoned, language: Language) -> String {
    let words = Catalogue::new(language);
    let day = |days: i64| now.date().saturating_add(jiff::Span::new().days(days)).strftime("%Y%m%d").to_string();
    let stamp = now.timestamp().strftime("%Y%m%dT%H%M%SZ");
    let summary = words.text("handoff-reminder");
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Argine//IT".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{stamp}-{}@argine", if programme == Programme::StopNcii { "a" } else { "b" }),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{}", day(REMIND_AFTER_DAYS)),
        format!("DTEND;VALUE=DATE:{}", day(REMIND_AFTER_DAYS + 1)),
        format!("SUMMARY:{summary}"),
        "CLASS:PRIVATE".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.map(|line| line + "\r\n").concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Zoned {
        "2026-11-22T10:30[Europe/Rome]".parse().unwrap()
    }

    #[test]
    fn each_sheet_says_what_is_covered_and_what_is_not_with_source_and_date() {
        let knowledge = Knowledge::embedded().unwrap();
        for language in Language::ALL {
            for programme in [Programme::StopNcii, Programme::TakeItDown] {
                let sheet = handoff(programme, None, &knowledge, &now(), language);
                for needed in ["https://", "2026-11-21", "18"] {
                    assert!(sheet.contains(needed), "{needed}: {sheet}");
                }
                let words = Catalogue::new(language);
                for part in ["covers", "not", "needs", "how", "after"] {
                    let id = format!("handoff-{}-{part}", programme.id());
                    assert!(!numbered(words, &id).is_empty(), "{id}");
                    assert!(words.has(&format!("handoff-{part}")));
                }
                assert!(!sheet.contains('{') && !sheet.contains("handoff-"), "{sheet}");
            }
        }
    }

    #[test]
    fn number_and_pin_stand_in_the_sheet_and_nowhere_by_accident() {
        let knowledge = Knowledge::embedded().unwrap();
        let given = HandedOver { number: "AB-1234".to_owned(), pin: Some("987654".to_owned()) };
        let sheet = handoff(Programme::StopNcii, Some(&given), &knowledge, &now(), Language::It);
        assert!(sheet.contains("AB-1234") && sheet.contains("987654") && sheet.contains("22/11/2026"));
        assert!(!format!("{given:?}").contains("1234"));
    }

    #[test]
    fn a_minor_is_never_sent_to_the_programme_for_adults() {
        assert_eq!(Programme::of_age(AgeClass::Minor), [Programme::TakeItDown]);
        assert_eq!(Programme::of_age(AgeClass::MinorPossible).first(), Some(&Programme::TakeItDown));
    }

    #[test]
    fn the_reminder_says_nothing_to_others() {
        let reminder = reminder(Programme::StopNcii, &now(), Language::It);
        assert!(reminder.contains("DTSTART;VALUE=DATE:20261129\r\n"), "{reminder}");
        let low = reminder.to_lowercase();
        assert!(
            ["ncii", "intim", "impront", "take it", "argine:"].iter().all(|word| !low.contains(word)),
            "{reminder}"
        );
    }
}
