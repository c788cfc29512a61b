//! A notice that asks for removal, for one regime.

use argine_knowledge::{Argument, Catalogue, NoticeRecord, Record as _};
use argine_model::{Language, Source, Tier};
use argine_plan::Notice;
use jiff::Zoned;

use super::{column, wide};
use crate::format;
use crate::paper::{Block, Cell, Paper, Style, Words, cell, line};
use crate::repertoire::Repertoire;
use crate::text::{Measure, Printer};

/// The notice as blocks. The first page is what is sent; the last section is for the person and says so.
pub(crate) fn notice(
    notice: &Notice,
    regime: &NoticeRecord,
    made: &Zoned,
    words: Catalogue,
    repertoire: Repertoire,
) -> Paper {
    let page = Page { notice, regime, words, language: words.language(), printer: Printer::new(words, repertoire) };
    let mut blocks = page.sent();
    blocks.extend(page.for_the_person());
    let date = format::date(made.date(), page.language);
    Paper {
        language: page.language.code(),
        region: if page.language == Language::It { "it" } else { "gb" },
        title: regime.title().in_language(page.language).to_owned(),
        subtitle: words.format("notice-subtitle", &[("date", Argument::Text(date.clone()))]),
        page: words.format(
            "report-page",
            &[("page", Argument::Text("%p".to_owned())), ("total", Argument::Text("%t".to_owned()))],
        ),
        footer: words.format("paper-made-on", &[("date", Argument::Text(date))]),
        blocks,
    }
}

struct Page<'a> {
    notice: &'a Notice,
    regime: &'a NoticeRecord,
    words: Catalogue,
    language: Language,
    printer: Printer,
}

impl Page<'_> {
    fn label(&self, id: &str) -> String {
        self.words.text(id)
    }

    fn value(&self, text: &str) -> Words {
        self.printer.print(text.trim(), Measure::VALUE)
    }

    /// What goes to the addressee.
    fn sent(&self) -> Vec<Block> {
        let Notice { urls, locator, platforms, reasons, reporter, signature, .. } = self.notice;
        let mut blocks = vec![
            Block::Text {
                words: self.value(&format!(
                    "{}: {}",
                    self.label("notice-to"),
                    self.regime.addressee.in_language(self.language)
                )),
            },
            Block::text(self.label("notice-opening")),
        ];
        if !urls.is_empty() {
            blocks.push(Block::section(self.label("notice-urls")));
            blocks.push(Block::List { numbered: true, items: urls.iter().map(|url| self.value(url)).collect() });
        }
        if !locator.trim().is_empty() {
            blocks.push(Block::Text { words: self.value(&format!("{}: {locator}", self.label("notice-locator"))) });
        }
        if !platforms.is_empty() {
            let platforms = format!("{}: {}", self.label("notice-platforms"), platforms.join(", "));
            blocks.push(Block::Text { words: self.value(&platforms) });
        }
        blocks.push(Block::section(self.label("notice-reasons")));
        blocks.push(Block::Text { words: self.printer.print(reasons.trim(), Measure::quotation(10_000)) });
        if self.notice.minor {
            blocks.push(Block::text(self.label("notice-minor")));
        }
        if self.notice.nonconsent {
            blocks.push(Block::text(self.label("notice-nonconsent")));
        }
        blocks.push(Block::section(self.label("notice-asks")));
        let asks = ["remove", "copies", "reupload", "preserve", "answer"];
        let items = asks.iter().map(|id| self.value(&self.label(&format!("notice-ask-{id}")))).collect();
        blocks.push(Block::List { numbered: true, items });
        blocks.push(Block::section(self.label("notice-who")));
        if reporter.name.trim().is_empty() && reporter.mail.trim().is_empty() {
            blocks.push(Block::text(self.label("notice-unnamed")));
        } else {
            blocks.push(Block::Blank { label: self.label("notice-name"), value: self.value(&reporter.name) });
            blocks.push(Block::Blank { label: self.label("notice-mail"), value: self.value(&reporter.mail) });
        }
        if !reporter.capacity.trim().is_empty() {
            let capacity = self.label(&format!("notice-capacity-{}", reporter.capacity.trim()));
            let capacity =
                if reporter.mandate.trim().is_empty() { capacity } else { format!("{capacity}: {}", reporter.mandate) };
            blocks.push(Block::Text { words: self.value(&capacity) });
        }
        if self.notice.good_faith {
            blocks.push(Block::text(self.label("notice-good-faith")));
        }
        if !signature.name.trim().is_empty() {
            let signed = format!("{} · {}", signature.name.trim(), signature.date.trim());
            blocks.push(Block::Blank { label: self.label("notice-signature"), value: self.value(&signed) });
        }
        blocks
    }

    /// What stays with the person: which law each field serves, what to mind, sources.
    fn for_the_person(&self) -> Vec<Block> {
        let regime = self.regime;
        let mut blocks = vec![
            Block::section(self.label("notice-for-you")),
            Block::note(self.label("notice-for-you-note")),
            Block::Text { words: self.value(regime.text().in_language(self.language)) },
            Block::Text { words: self.value(regime.beware.in_language(self.language)) },
        ];
        if let Some(hours) = regime.hours {
            blocks.push(Block::text(self.words.format("notice-hours", &[("hours", Argument::Number(hours.into()))])));
        }
        let rows: Vec<Vec<Cell>> = (regime.fields.iter())
            .map(|required| {
                let field = self.label(&format!("notice-field-{}", required.field.id()));
                vec![cell(field), vec![line(Style::Plain, self.value(&required.law))]]
            })
            .collect();
        if !rows.is_empty() {
            let columns = vec![wide(self.label("notice-field")), column(self.label("notice-law"), 7.5)];
            blocks.push(Block::Table { columns, rows });
        }
        let sources = regime.sources().iter().map(|source| self.value(&self.source(source))).collect();
        blocks.push(Block::List { numbered: false, items: sources });
        blocks
    }

    fn source(&self, source: &Source) -> String {
        match (&source.url, source.tier) {
            (Some(url), Tier::P | Tier::S) => {
                let seen = format::date(source.seen_on, self.language);
                let seen = self.words.format("report-source-seen", &[("date", Argument::Text(seen))]);
                format!("{}, {url}, {seen}", source.title)
            }
            _ => format!("{} ({})", source.title, self.label("report-confirm")),
        }
    }
}
