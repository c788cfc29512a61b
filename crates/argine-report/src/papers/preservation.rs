//! The request that providers keep their data before it is deleted.

use std::collections::BTreeSet;

use argine_knowledge::Argument;
use argine_model::{IndicatorKind, Role};

use super::{code, column, wide};
use crate::dossier::Writer;
use crate::format;
use crate::paper::{Block, cell};
use crate::statement::kind_id;
use crate::text::Measure;

/// What each provider is asked to keep, in order.
const DATA: [&str; 6] = ["registration", "accesses", "contents", "contacts", "payments", "links"];

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let label = |id: &str| writer.words.text(id);
    let told = writer.told();
    let mut blocks = vec![
        writer.blank("paper-preservation-to", &writer.statement.circumstances.through),
        writer.blank("report-person-name", &writer.statement.person.name),
        writer.blank("report-case-number", ""),
        Block::text(label("paper-preservation-intro")),
    ];
    blocks.push(Block::section(label("paper-preservation-which")));
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    for one in &told {
        let platform = writer.platform(one.conversation.platform);
        let dated = || one.conversation.messages.iter().filter_map(|message| message.time.as_ref());
        let period = dated().next().zip(dated().next_back()).map_or_else(
            || label("report-time-none"),
            |(first, last)| {
                let day = |time: &argine_model::ConversationTime| format::date(time.civil.date(), writer.language);
                writer.words.format(
                    "paper-preservation-period",
                    &[("first", Argument::Text(day(first))), ("last", Argument::Text(day(last)))],
                )
            },
        );
        let owner = one.conversation.owner.as_ref().map(|owner| owner.participant.0 as usize);
        for (place, person) in one.conversation.participants.iter().enumerate() {
            if Some(place) == owner || !seen.insert((platform.clone(), person.name.clone())) {
                continue;
            }
            let name = match &person.native_id {
                Some(native) if *native != person.name => format!("{} ({native})", person.name),
                _ => person.name.clone(),
            };
            rows.push(vec![cell(platform.clone()), code(writer.print(&name, Measure::VALUE)), cell(period.clone())]);
        }
        let Some(recognition) = writer.recognition(one.place) else { continue };
        for indicator in recognition.indicators.iter().filter(|found| found.role == Role::Perpetrator) {
            if indicator.kind == IndicatorKind::Name || !seen.insert((kind_id(indicator), indicator.value.clone())) {
                continue;
            }
            rows.push(vec![
                cell(label(&format!("report-kind-{}", kind_id(indicator)))),
                code(writer.print(&indicator.value, Measure::VALUE)),
                cell(period.clone()),
            ]);
        }
    }
    if rows.is_empty() {
        blocks.push(Block::Ask { label: label("report-indicator-none"), lines: 4 });
    } else {
        let columns = vec![
            column(label("paper-preservation-service"), 3.4),
            wide(label("report-indicator-value")),
            column(label("paper-preservation-when"), 4.6),
        ];
        blocks.push(Block::Table { columns, rows });
    }
    blocks.push(Block::section(label("paper-preservation-what")));
    let items = DATA.iter().map(|id| writer.sentence_words(&label(&format!("paper-preservation-{id}"))));
    blocks.push(Block::List { numbered: true, items: items.collect() });
    blocks.push(Block::section(label("paper-preservation-why")));
    blocks.push(Block::text(label("paper-preservation-reason")));
    for norm in writer.norms_cited(Some(&["preserve", "forensic"])) {
        blocks.push(Block::Note { words: writer.sentence_words(&norm) });
    }
    blocks.extend(writer.signature("report-sign-person"));
    blocks.push(Block::Office { label: label("report-receipt-space") });
    blocks
}
