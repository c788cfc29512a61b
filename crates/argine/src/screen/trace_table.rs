//! Traces as a table for people: by whose they are and what they are, each with who wrote it and where.

use std::collections::BTreeMap;

use argine_indicators::{Part, Particular, Sort, confidence};
use argine_knowledge::{Argument, Catalogue};
use argine_model::{Conversation, Indicator, IndicatorKind, Validity};

use super::Page;
use super::happening::id;
use super::page::quote;

/// Where traces come from: the name of the file or conversation, and the conversation itself where it was read as one.
pub(crate) struct Source<'a> {
    pub(crate) name: String,
    pub(crate) conversation: Option<&'a Conversation>,
    pub(crate) indicators: Vec<Indicator>,
    /// Sums, limits, days and lengths.
    pub(crate) particulars: Vec<Particular>,
}

/// Places shown for one trace; how many more there are is said.
const PLACES: usize = 6;

/// Sums, limits and days shown of each sort; how many more there are is said.
const SHOWN: usize = 24;

/// Adds the table.
pub(crate) fn trace_table(page: &mut Page, sources: &[Source<'_>], catalogue: Catalogue) {
    let mut groups: BTreeMap<(Part, IndicatorKind), Vec<(&Source<'_>, &Indicator)>> = BTreeMap::new();
    for source in sources {
        for indicator in &source.indicators {
            groups.entry((Part::of(indicator), indicator.kind)).or_default().push((source, indicator));
        }
    }
    if groups.is_empty() {
        page.hanging(0, "", &catalogue.text("line-no-traces"));
        particulars(page, sources, catalogue);
        return;
    }
    let mut part_shown = None;
    for ((part, kind), traces) in groups {
        if part_shown != Some(part) {
            page.heading(&catalogue.text(&format!("heading-part-{}", part_name(part))));
            part_shown = Some(part);
        }
        page.hanging(2, "", &catalogue.text(&format!("indicator-{}", kind_name(kind))));
        for (source, indicator) in traces {
            trace(page, source, indicator, catalogue);
        }
    }
    particulars(page, sources, catalogue);
}

/// Sums, limits and days: each value once, with where it stands first.
fn particulars(page: &mut Page, sources: &[Source<'_>], catalogue: Catalogue) {
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let mut groups: BTreeMap<(Sort, &str, &str), (&Source<'_>, &Particular, usize)> = BTreeMap::new();
    let mut order: Vec<(Sort, &str, &str)> = Vec::new();
    for source in sources {
        for particular in source.particulars.iter().filter(|particular| particular.sort != Sort::Duration) {
            let shown = if particular.value.is_empty() { &particular.raw } else { &particular.value };
            let key = (particular.sort, shown.as_str(), particular.variety.as_str());
            groups.entry(key).and_modify(|known| known.2 += 1).or_insert_with(|| {
                order.push(key);
                (source, particular, 1)
            });
        }
    }
    for sort in [Sort::Amount, Sort::Deadline, Sort::Day] {
        let keys: Vec<_> = order.iter().filter(|key| key.0 == sort).collect();
        if keys.is_empty() {
            continue;
        }
        page.heading(&catalogue.text(&format!("heading-particular-{}", sort.name())));
        for key in keys.iter().take(SHOWN) {
            let Some((source, particular, count)) = groups.get(*key) else { continue };
            let label = if sort == Sort::Amount { format!("{} {}", key.1, key.2) } else { ended(key.1).to_owned() };
            page.strong(4, "", &quote(label.trim(), 60));
            let message = particular.message.zip(source.conversation).and_then(|(index, conversation)| {
                let message = conversation.messages.get(index as usize)?;
                let who = conversation.sender_name(message).map(|name| quote(name, 40));
                Some((index, who.unwrap_or_else(|| catalogue.text("line-nobody"))))
            });
            let place = match message {
                Some((index, who)) => catalogue.format(
                    "line-particular-message",
                    &[("who", Argument::Text(who)), ("message", Argument::Number(i64::from(index)))],
                ),
                None => {
                    catalogue.format("line-particular-byte", &[("byte", Argument::Text(particular.start.to_string()))])
                }
            };
            let arguments = [
                ("raw", Argument::Text(quote(&particular.raw, 80))),
                ("file", Argument::Text(quote(&source.name, 60))),
                ("place", Argument::Text(place)),
                ("count", number(*count)),
                ("more", number(count.saturating_sub(1))),
            ];
            page.faint(6, "", &catalogue.format("line-particular", &arguments));
        }
        if keys.len() > SHOWN {
            page.faint(4, "", &catalogue.format("line-particulars-more", &[("count", number(keys.len() - SHOWN))]));
        }
    }
}

/// What an interval shows a person: its end for a limit, its day for a day.
fn ended(value: &str) -> &str {
    match value.split_once('/') {
        Some((day, "P1D")) => day,
        Some((_, end)) => end,
        None => value,
    }
}

fn trace(page: &mut Page, source: &Source<'_>, indicator: &Indicator, catalogue: Catalogue) {
    let variety =
        (!indicator.variety.is_empty()).then(|| catalogue.text(&format!("variety-{}", id(&indicator.variety))));
    let label = variety.map(|variety| format!("{variety}: ")).unwrap_or_default();
    page.strong(4, &label, &quote(&indicator.value, 120));
    let check = match &indicator.validity {
        Validity::Valid(_) => "check-digits-hold",
        Validity::Invalid(_) => "check-digits-fail",
        Validity::NoCheck => "check-digits-none",
    };
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let percent = (confidence(indicator) * 100.0).floor() as i64;
    let mut facts = vec![
        catalogue.text(check),
        catalogue.format("line-trace-confidence", &[("percent", Argument::Number(percent))]),
    ];
    facts.extend(indicator.reading.iter().map(|how| catalogue.text(&format!("reading-{}", id(how)))));
    page.hanging(6, "", &facts.join(" · "));
    for listed in &indicator.listed {
        let arguments = [("list", Argument::Text(listed.list.clone())), ("date", Argument::Text(listed.dated.clone()))];
        page.strong(6, "", &catalogue.format("line-trace-listed", &arguments));
    }
    page.faint(6, "", &places(source, indicator, catalogue));
}

/// Who wrote it, and in which messages; in a text that is no conversation, at which bytes.
fn places(source: &Source<'_>, indicator: &Indicator, catalogue: Catalogue) -> String {
    let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let file = Argument::Text(quote(&source.name, 60));
    let Some(conversation) = source.conversation else {
        let starts = indicator.mentions.iter().take(PLACES).map(|mention| mention.start.to_string());
        let arguments = [
            ("file", file),
            ("bytes", Argument::Text(starts.collect::<Vec<_>>().join(", "))),
            ("count", number(indicator.mentions.len())),
            ("more", number(indicator.mentions.len().saturating_sub(PLACES))),
        ];
        return catalogue.format("line-trace-bytes", &arguments);
    };
    let mut writers: Vec<(String, Vec<u32>)> = Vec::new();
    for mention in &indicator.mentions {
        let message = conversation.messages.get(mention.message as usize);
        let name = message.and_then(|message| conversation.sender_name(message));
        let name = name.map_or_else(|| catalogue.text("line-nobody"), |name| quote(name, 40));
        match writers.iter_mut().find(|(known, _)| *known == name) {
            Some((_, messages)) if messages.last() == Some(&mention.message) => {}
            Some((_, messages)) => messages.push(mention.message),
            None => writers.push((name, vec![mention.message])),
        }
    }
    let each = writers.iter().map(|(name, messages)| {
        let shown: Vec<String> = messages.iter().take(PLACES).map(ToString::to_string).collect();
        let arguments = [
            ("who", Argument::Text(name.clone())),
            ("count", number(messages.len())),
            ("messages", Argument::Text(shown.join(", "))),
            ("more", number(messages.len().saturating_sub(PLACES))),
        ];
        catalogue.format("line-trace-who", &arguments)
    });
    let each = each.collect::<Vec<_>>().join("; ");
    catalogue.format("line-trace-where", &[("file", file), ("each", Argument::Text(each))])
}

const fn part_name(part: Part) -> &'static str {
    match part {
        Part::Perpetrator => "perpetrator",
        Part::Conduit => "conduit",
        Part::AffectedPerson => "affected-person",
        Part::Service => "service",
        Part::Unknown => "unknown",
    }
}

const fn kind_name(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Phone => "phone",
        IndicatorKind::Email => "email",
        IndicatorKind::Handle => "handle",
        IndicatorKind::Iban => "iban",
        IndicatorKind::Account => "account",
        IndicatorKind::Card => "card",
        IndicatorKind::Crypto => "crypto",
        IndicatorKind::Mtcn => "mtcn",
        IndicatorKind::Url => "url",
        IndicatorKind::Name => "name",
        IndicatorKind::Giftcode => "giftcode",
    }
}

#[cfg(test)]
mod tests {
    use argine_model::Language;

    use super::*;

    #[test]
    fn every_variety_and_way_of_reading_has_its_words() {
        let readings = ["joined_lines", "joined_messages", "confusable_characters", "marked_by_app"];
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for variety in argine_indicators::VARIETIES {
                assert!(catalogue.has(&format!("variety-{}", id(variety))), "{variety}");
            }
            for reading in readings {
                assert!(catalogue.has(&format!("reading-{}", id(reading))), "{reading}");
            }
        }
    }

    #[test]
    fn a_text_is_shown_by_bytes_with_its_check() {
        let indicators = argine_indicators::scan_text("iban IT60X0542811101000000123456").indicators;
        let source = Source { name: "a.txt".to_owned(), conversation: None, indicators, particulars: Vec::new() };
        let mut page = Page::default();
        trace_table(&mut page, &[source], Catalogue::new(Language::En));
        let text = anstream::adapter::strip_str(page.text()).to_string();
        assert!(text.contains("IT60X0542811101000000123456") && text.contains("check digits hold"), "{text}");
        assert!(text.contains("a.txt") && text.contains('5'), "{text}");
    }
}
