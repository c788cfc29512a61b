//! Sums demanded and paid: what a bank and an investigator ask for.

use argine_model::{Conversation, Indicator, IndicatorKind, MoneyMention, Role};

use super::{Told, column, empty_row, wide};
use crate::dossier::Writer;
use crate::format;
use crate::paper::{Block, Cell, Style, cell, line};
use crate::text::Measure;

/// Characters of one quotation.
const QUOTATION: usize = 300;
/// Empty rows for what the conversation does not say.
const EMPTY: usize = 4;
/// The blanks of a payment, in order; `Statement::payments` has the same.
const FIELDS: [&str; 7] = ["date", "amount", "channel", "beneficiary", "reference", "at", "receipt"];

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let told = writer.told();
    let label = |id: &str| writer.words.text(id);
    let mut blocks = vec![Block::text(label("paper-payments-intro"))];
    blocks.extend(writer.conversations_note(&told));
    blocks.push(Block::section(label("paper-payments-made")));
    blocks.push(Block::note(label("paper-payments-made-note")));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for paid in &writer.statement.payments {
        let values =
            [&paid.date, &paid.amount, &paid.channel, &paid.beneficiary, &paid.reference, &paid.at, &paid.receipt];
        rows.push(values.iter().map(|value| vec![line(Style::Plain, writer.filled(value))]).collect());
    }
    rows.extend((0..EMPTY).map(|_| empty_row(FIELDS.len())));
    let columns = FIELDS.iter().map(|field| wide(label(&format!("paper-payments-{field}")))).collect();
    blocks.push(Block::Table { columns, rows });
    for (heading, none, choose) in [
        ("paper-payments-said", "paper-payments-said-none", payments as Choose),
        ("paper-payments-demanded", "paper-payments-demanded-none", demands as Choose),
    ] {
        blocks.push(Block::section(label(heading)));
        let rows = mentions(writer, &told, choose);
        if rows.is_empty() {
            blocks.push(Block::text(label(none)));
        } else {
            let columns = vec![
                column(label("report-column-number"), 1.4),
                column(label("report-column-time"), 2.3),
                column(label("paper-payments-amount"), 2.3),
                wide(label("report-column-text")),
                column(label("paper-payments-beneficiary"), 4.2),
            ];
            blocks.push(Block::Table { columns, rows });
        }
    }
    blocks.push(Block::note(label("paper-reading-note")));
    blocks.push(Block::section(label("paper-payments-keep-heading")));
    let keep = ["receipt", "number", "bank", "never"].map(|id| plain(writer, &format!("paper-payments-keep-{id}")));
    blocks.push(Block::List { numbered: false, items: keep.into() });
    blocks
}

fn plain(writer: &Writer<'_>, id: &str) -> crate::paper::Words {
    writer.sentence_words(&writer.words.text(id))
}

type Choose = fn(&argine_model::Assessment) -> &[MoneyMention];

fn payments(assessment: &argine_model::Assessment) -> &[MoneyMention] {
    &assessment.payments
}

fn demands(assessment: &argine_model::Assessment) -> &[MoneyMention] {
    &assessment.demands
}

fn mentions(writer: &Writer<'_>, told: &[Told<'_>], choose: Choose) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for Told { place, conversation, .. } in told {
        let Some(recognition) = writer.recognition(*place) else { continue };
        for mention in choose(&recognition.assessment) {
            let Some(message) = conversation.messages.get(mention.index as usize) else { continue };
            rows.push(vec![
                cell(writer.entry(*place, mention.index)),
                cell(writer.moment(message)),
                cell(format::amount(mention, writer.words)),
                writer.words_of(message, QUOTATION),
                destinations(writer, conversation, &recognition.indicators, mention.index),
            ]);
        }
    }
    rows
}

/// Where the money was to go: accounts named in the same entry, else in the nearest one before it by the same person
/// or after it within the same talk.
fn destinations(writer: &Writer<'_>, conversation: &Conversation, found: &[Indicator], index: u32) -> Cell {
    /// Entries around a sum in which an account is taken to belong to it.
    const NEAR: u32 = 6;
    let distance = |indicator: &Indicator| {
        indicator.mentions.iter().map(|mention| mention.message.abs_diff(index)).min().unwrap_or(u32::MAX)
    };
    let is_destination = |indicator: &&Indicator| {
        indicator.role == Role::Perpetrator
            && matches!(
                indicator.kind,
                IndicatorKind::Iban
                    | IndicatorKind::Card
                    | IndicatorKind::Account
                    | IndicatorKind::Crypto
                    | IndicatorKind::Mtcn
                    | IndicatorKind::Giftcode
                    | IndicatorKind::Name
            )
    };
    debug_assert!(conversation.messages.len() > index as usize, "an index within the conversation");
    let mut near: Vec<_> = found.iter().filter(is_destination).filter(|one| distance(one) <= NEAR).collect();
    near.sort_by_key(|one| distance(one));
    near.truncate(3);
    (near.into_iter())
        .map(|indicator| {
            let style = if indicator.kind == IndicatorKind::Name { Style::Plain } else { Style::Code };
            line(style, writer.print(&indicator.value, Measure::VALUE))
        })
        .collect()
}
