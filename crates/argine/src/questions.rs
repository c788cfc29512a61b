//! What only the person can say: asked where somebody sits at the keyboard, never guessed in silence.

use std::io::{BufRead, IsTerminal as _, Write};

use argine_knowledge::{Argument, Catalogue};
use argine_model::{Conversation, DateOrder, FindingCode, Reading};
use argine_respond::{CaseFile, Circumstances, ShowsNobodyUndressed};
use jiff::civil::Date;

use crate::screen::quote;

/// Asks what the reading leaves open. True where an answer changes the circumstances, so that everything is read again.
pub(crate) fn ask(case: &CaseFile, circumstances: &mut Circumstances, catalogue: Catalogue) -> bool {
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        return false;
    }
    let mut answers = std::io::stdin().lock();
    let mut terminal = Terminal { answers: &mut answers, out: &mut std::io::stderr(), catalogue };
    let date_order = date_order(&case.reading, &mut terminal);
    let owner = owner(case, &mut terminal);
    let screens = screens(&case.reading, &mut terminal);
    circumstances.screens.consent = circumstances.screens.consent.or(screens);
    circumstances.date_order = circumstances.date_order.or(date_order);
    circumstances.owner = circumstances.owner.take().or_else(|| owner.clone());
    date_order.is_some() || owner.is_some() || screens.is_some()
}

/// Somebody who reads and answers.
struct Terminal<'a, Answers, Out> {
    answers: &'a mut Answers,
    out: &'a mut Out,
    catalogue: Catalogue,
}

impl<Answers: BufRead, Out: Write> Terminal<'_, Answers, Out> {
    /// The place of the chosen answer; none where the person does not know, or the answers end.
    fn choose(&mut self, question: &str, choices: &[String]) -> Option<usize> {
        let mut text = format!("\n{question}\n");
        for (number, choice) in (1..).zip(choices) {
            let line = format!("  {number}. {choice}\n");
            text.push_str(&line);
        }
        text.push_str(&self.catalogue.text("question-choose"));
        loop {
            self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()).ok()?;
            let mut line = String::new();
            if self.answers.read_line(&mut line).ok()? == 0 || line.trim().is_empty() {
                return None;
            }
            let number: Option<usize> = line.trim().parse().ok();
            if let Some(place) = number.and_then(|number| number.checked_sub(1)).filter(|place| *place < choices.len())
            {
                return Some(place);
            }
            text = self.catalogue.text("question-again");
        }
    }
}

/// The first date that can be read in two ways, shown in both.
fn date_order<A: BufRead, O: Write>(reading: &Reading, terminal: &mut Terminal<'_, A, O>) -> Option<DateOrder> {
    let open = reading.findings.iter().find(|finding| finding.code == FindingCode::DateOrderAssumed)?;
    let of_source = |conversation: &&Conversation| {
        conversation.messages.first().is_some_and(|message| Some(message.location.source) == open.source)
    };
    let chat = reading.conversations.iter().find(of_source)?;
    let dates = chat.messages.iter().filter_map(|message| message.time.map(|time| time.civil.date()));
    let (as_read, turned) = dates.filter_map(|day| Some((day, turned(day)?))).find(|(day, turned)| day != turned)?;
    let month_first = open.detail == "month_day_year";
    let (day_first, month_first) = if month_first { (turned, as_read) } else { (as_read, turned) };
    let written = format!("{:02}/{:02}/{:02}", day_first.day(), day_first.month(), day_first.year() % 100);
    let question = terminal
        .catalogue
        .format("question-date-order", &[("chat", Argument::Text(name(chat))), ("date", Argument::Text(written))]);
    let choices = [day_first, month_first].map(|day| {
        let month = terminal.catalogue.text(&format!("month-{}", day.month()));
        let arguments = [
            ("day", Argument::Text(day.day().to_string())),
            ("month", Argument::Text(month)),
            ("year", Argument::Text(day.year().to_string())),
        ];
        terminal.catalogue.format("question-date", &arguments)
    });
    match terminal.choose(&question, &choices)? {
        0 => Some(DateOrder::DayMonthYear),
        _ => Some(DateOrder::MonthDayYear),
    }
}

/// The date with day and month exchanged, where that is a date.
fn turned(day: Date) -> Option<Date> {
    Date::new(day.year(), day.day(), day.month()).ok()
}

/// Who of the people in the most urgent conversation the person is.
fn owner<A: BufRead, O: Write>(case: &CaseFile, terminal: &mut Terminal<'_, A, O>) -> Option<String> {
    /// In a longer list nobody finds themself.
    const MOST: usize = 20;
    let (chat, _) = case.main()?;
    if chat.owner.is_some() || chat.participants.len() < 2 || chat.participants.len() > MOST {
        return None;
    }
    let question = terminal.catalogue.format("question-me", &[("chat", Argument::Text(name(chat)))]);
    let choices: Vec<String> = chat.participants.iter().map(|person| quote(&person.name, 60)).collect();
    let chosen = terminal.choose(&question, &choices)?;
    chat.participants.get(chosen).map(|person| person.name.clone())
}

/// Whether the pictures handed over may be opened: only after the person said that nobody in them is undressed.
fn screens<A: BufRead, O: Write>(reading: &Reading, terminal: &mut Terminal<'_, A, O>) -> Option<ShowsNobodyUndressed> {
    let held = reading.findings.iter().filter(|finding| finding.code == FindingCode::ScreenshotHeld);
    let count = held.map(|finding| i64::from(finding.count)).sum();
    if count == 0 {
        return None;
    }
    let question = terminal.catalogue.format("question-screens", &[("count", Argument::Number(count))]);
    let choices = ["question-screens-yes", "question-screens-no"].map(|choice| terminal.catalogue.text(choice));
    (terminal.choose(&question, &choices)? == 0).then(ShowsNobodyUndressed::confirmed)
}

fn name(chat: &Conversation) -> String {
    quote(chat.title.as_deref().unwrap_or(&chat.id), 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use argine_chat::{Handed, ReadOptions, read};
    use argine_model::{Finding, Language};

    fn answer<T>(typed: &str, ask: impl FnOnce(&mut Terminal<'_, &[u8], Vec<u8>>) -> T) -> (T, String) {
        let mut answers = typed.as_bytes();
        let mut out = Vec::new();
        let catalogue = Catalogue::new(Language::It);
        let given = ask(&mut Terminal { answers: &mut answers, out: &mut out, catalogue });
        (given, String::from_utf8_lossy(&out).into_owned())
    }

    #[test]
    fn an_open_date_is_shown_in_both_readings() {
        let text = "03/04/24, 14:35 - Anna: hi there\n03/04/24, 14:36 - Bruno: hello\n";
        let reading = read(&[Handed { name: "chat.txt", bytes: text.as_bytes() }], &ReadOptions::default());
        for (typed, expected) in [
            ("1\n", Some(DateOrder::DayMonthYear)),
            ("2\n", Some(DateOrder::MonthDayYear)),
            ("forse\n3\n2\n", Some(DateOrder::MonthDayYear)),
            ("\n", None),
            ("", None),
        ] {
            let (given, shown) = answer(typed, |terminal| date_order(&reading, terminal));
            assert_eq!(given, expected, "{typed:?}");
            assert!(shown.contains("3 aprile 2024") && shown.contains("4 marzo 2024"), "{shown}");
        }
    }

    #[test]
    fn a_picture_is_opened_only_after_a_clear_yes() {
        let reading = read(&[Handed { name: "chat.png", bytes: b"" }], &ReadOptions::default());
        let (given, shown) = answer("1\n", |terminal| screens(&reading, terminal));
        assert_eq!((given, shown.as_str()), (None, ""), "nothing is held, nothing is asked");
        let held = Reading {
            findings: vec![Finding {
                code: FindingCode::ScreenshotHeld,
                source: None,
                line: None,
                count: 1,
                detail: String::new(),
            }],
            ..Reading::default()
        };
        for (typed, opened) in [("1\n", true), ("2\n", false), ("\n", false), ("", false), ("si\n", false)] {
            let (given, _) = answer(typed, |terminal| screens(&held, terminal));
            assert_eq!(given.is_some(), opened, "{typed:?}");
        }
    }

    #[test]
    fn what_is_certain_is_not_asked() {
        let text = "21/04/24, 14:35 - Anna: ciao\n22/04/24, 14:36 - Bruno: ciao\n";
        let reading = read(&[Handed { name: "chat.txt", bytes: text.as_bytes() }], &ReadOptions::default());
        let (given, shown) = answer("1\n", |terminal| date_order(&reading, terminal));
        assert_eq!((given, shown.as_str()), (None, ""));
    }
}
