//! The complaint as blocks: the twin of `denuncia.typ` that can be read aloud, opened in a browser or edited.

use argine_model::{Offence, Tier};

use super::{Told, column, digest, wide};
use crate::dossier::{REQUESTS, Writer};
use crate::format;
use crate::paper::{Block, Cell, Style, cell, line, plain_words};
use crate::text::Measure;

/// Characters of one quotation.
const QUOTATION: usize = 500;

pub(super) fn blocks(writer: &Writer<'_>) -> Vec<Block> {
    let label = |id: &str| writer.words.text(id);
    let statement = writer.statement;
    let told = writer.told();
    let mut blocks = Vec::new();
    if writer.language != argine_model::Language::It {
        blocks.push(Block::text(label("report-courtesy")));
    }
    blocks.push(writer.blank("report-recipient", &statement.circumstances.office));
    blocks.push(writer.blank("report-recipient-or", &statement.circumstances.through));
    blocks.push(writer.blank("report-case-number", ""));
    blocks.push(Block::note(label("report-fill-note")));
    person(writer, &mut blocks);

    blocks.push(Block::section(label("report-against-heading")));
    accused(writer, &mut blocks);
    let traces = writer.traces();
    if traces.is_empty() {
        blocks.push(Block::Ask { label: label("report-indicator-none"), lines: 3 });
    } else {
        let rows = traces
            .into_iter()
            .map(|(kind, value, check)| vec![cell(kind), vec![line(Style::Code, value)], cell(check)]);
        let columns = vec![
            column(label("report-indicator-type"), 3.4),
            wide(label("report-indicator-value")),
            column(label("report-indicator-check"), 2.0),
        ];
        blocks.push(Block::Table { columns, rows: rows.collect() });
        blocks.push(Block::note(label("report-indicator-note")));
    }

    facts(writer, &told, &mut blocks);
    offences(writer, &mut blocks);
    blocks.push(Block::section(label("report-will-heading")));
    blocks.push(Block::text(label("report-will")));
    evidence(writer, &mut blocks);

    blocks.push(Block::section(label("report-requests-heading")));
    blocks.push(Block::text(label("report-requests-intro")));
    let requests = REQUESTS.iter().map(|id| writer.sentence_words(&label(&format!("report-request-{id}"))));
    blocks.push(Block::List { numbered: true, items: requests.collect() });
    blocks.push(Block::section(label("report-persons-heading")));
    if statement.witnesses.is_empty() {
        blocks.push(Block::Ask { label: label("report-persons-intro"), lines: 3 });
    } else {
        blocks.push(Block::text(label("report-persons-intro")));
        let items = statement.witnesses.iter().map(|one| writer.filled(one)).collect();
        blocks.push(Block::List { numbered: false, items });
    }
    blocks.extend(writer.signature("report-sign-person"));
    if writer.case.age.media_is_forbidden() {
        blocks.push(writer.blank("report-sign-guardian", ""));
    }
    blocks.push(Block::section(label("report-receipt-heading")));
    blocks.push(Block::text(label("report-receipt")));
    blocks.push(Block::Office { label: label("report-receipt-space") });
    blocks.push(Block::section(label("report-annex-d")));
    blocks.push(Block::text(label("report-annex-d-intro")));
    let items = writer.norms_cited(None).iter().map(|norm| writer.sentence_words(norm)).collect();
    blocks.push(Block::List { numbered: false, items });
    blocks
}

fn person(writer: &Writer<'_>, blocks: &mut Vec<Block>) {
    let label = |id: &str| writer.words.text(id);
    let person = &writer.statement.person;
    blocks.push(Block::section(label("report-person-heading")));
    for (id, value) in [
        ("report-person-name", &person.name),
        ("report-person-born", &person.born),
        ("report-person-tax", &person.tax_code),
        ("report-person-residence", &person.residence),
        ("report-person-phone", &person.phone),
        ("report-person-mail", &person.mail),
        ("report-person-document", &person.document),
        ("report-person-lawyer", &person.lawyer),
    ] {
        blocks.push(writer.blank(id, value));
    }
    if writer.case.age.media_is_forbidden() {
        let minor = &writer.statement.minor;
        blocks.push(Block::Heading { level: 2, text: label("report-guardian-heading") });
        blocks.push(Block::note(label("report-guardian-note")));
        blocks.push(writer.blank("report-guardian-name", &minor.name));
        blocks.push(writer.blank("report-guardian-born", &minor.born));
        blocks.push(writer.blank("report-guardian-capacity", &minor.capacity));
    }
    let custodian = crate::evidence::custodian_id(writer.case.custodian);
    blocks.push(Block::text(label(&format!("report-custodian-{custodian}"))));
    blocks.push(Block::section(label("report-domicile-heading")));
    blocks.push(Block::text(label("report-domicile")));
    blocks.push(writer.blank("statement-domicile", &person.domicile));
    blocks.push(writer.blank("report-domicile-mail", &person.domicile_mail));
}

fn accused(writer: &Writer<'_>, blocks: &mut Vec<Block>) {
    if !writer.accused_is_known() {
        blocks.push(Block::text(writer.words.text("report-against")));
        return;
    }
    let accused = &writer.statement.accused;
    blocks.push(Block::text(writer.words.text("report-against-known")));
    blocks.push(writer.blank("report-accused-name", &accused.name));
    blocks.push(writer.blank("report-accused-relation", &accused.relation));
    blocks.push(writer.blank("report-accused-address", &accused.address));
}

fn facts(writer: &Writer<'_>, told: &[Told<'_>], blocks: &mut Vec<Block>) {
    let label = |id: &str| writer.words.text(id);
    blocks.push(Block::section(label("report-facts-heading")));
    if !writer.statement.own_words.trim().is_empty() {
        blocks.push(Block::Heading { level: 2, text: label("report-own-heading") });
        let words = writer.print(writer.statement.own_words.trim(), Measure::quotation(20_000));
        blocks.push(Block::Text { words });
    }
    if told.is_empty() {
        blocks.push(Block::Ask { label: label("report-own-empty"), lines: 8 });
        return;
    }
    for one in told {
        blocks.push(Block::Heading { level: 2, text: writer.conversation_heading(one.place, one.conversation) });
        let rows = (one.selection.quoted.iter())
            .filter_map(|(index, what)| {
                let message = one.conversation.messages.get(*index as usize)?;
                let mut fact: Cell = Vec::new();
                if !what.is_empty() {
                    fact.push(line(Style::Strong, plain_words(what.clone())));
                }
                fact.extend(writer.words_of(message, QUOTATION));
                let sender = vec![line(Style::Plain, writer.sender(one.conversation, message))];
                Some(vec![cell(index.to_string()), cell(writer.time(message)), sender, fact])
            })
            .collect();
        let columns = vec![
            column(label("report-column-number"), 1.2),
            column(label("report-column-time"), 2.3),
            column(label("report-column-sender"), 2.6),
            wide(label("report-column-fact")),
        ];
        blocks.push(Block::Table { columns, rows });
        if one.selection.left_out > 0 {
            blocks.push(Block::note(writer.count("report-more-cited", one.selection.left_out)));
        }
    }
    blocks.push(Block::Heading { level: 2, text: label("report-answers-heading") });
    blocks.push(Block::note(label("report-answers-intro")));
    let answers = writer.answers();
    let columns = vec![
        wide(label("report-answers-fact")),
        column(label("report-indicator-messages"), 2.6),
        column(label("report-answers-answer"), 4.6),
    ];
    let rows = (answers.rows.into_iter())
        .map(|row| vec![vec![line(Style::Plain, row.says)], cell(row.messages), vec![line(Style::Plain, row.answer)]])
        .collect();
    blocks.push(Block::Table { columns, rows });
    blocks.extend(answers.notes.into_iter().map(Block::note));
    let circumstances = &writer.statement.circumstances;
    blocks.push(Block::section(label("report-place-heading")));
    blocks.push(writer.blank("report-place-where", &circumstances.place));
    blocks.push(writer.blank("report-place-known", &circumstances.learned_on));
}

fn offences(writer: &Writer<'_>, blocks: &mut Vec<Block>) {
    let label = |id: &str| writer.words.text(id);
    blocks.push(Block::section(label("report-offences-heading")));
    if writer.case.plan.offences.is_empty() {
        blocks.push(Block::text(label("report-offences-none")));
        return;
    }
    blocks.push(Block::text(label("report-offences-intro")));
    let items = writer.case.plan.offences.iter().map(|offence| offence_line(writer, offence)).collect();
    blocks.push(Block::List { numbered: false, items });
}

fn offence_line(writer: &Writer<'_>, offence: &Offence) -> crate::paper::Words {
    let verified = &offence.verified;
    let confirm = format!(" ({})", writer.words.text("report-confirm"));
    let sources: Vec<String> = (verified.sources.iter())
        .map(|source| match (&source.url, source.tier) {
            (Some(url), Tier::P | Tier::S) => format!("{}, {url}", source.title),
            _ => source.title.clone(),
        })
        .collect();
    let text = format!(
        "{} · {}{}. {} {}: {}; {}.",
        offence.article,
        offence.title.in_language(writer.language),
        if verified.to_be_confirmed { confirm.as_str() } else { "" },
        writer.prosecution(offence),
        writer.words.text("report-source"),
        sources.join("; "),
        writer.checked(verified.checked_on),
    );
    writer.sentence_words(&text)
}

fn evidence(writer: &Writer<'_>, blocks: &mut Vec<Block>) {
    let label = |id: &str| writer.words.text(id);
    blocks.push(Block::section(label("report-evidence-heading")));
    let rows: Vec<_> = (writer.case.exhibits.iter())
        .map(|exhibit| {
            vec![
                cell(exhibit.id.to_string()),
                vec![line(Style::Plain, writer.print(&exhibit.name, Measure::NAME)), digest(exhibit.sha256)],
                cell(exhibit.size.to_string()),
                cell(writer.how(exhibit)),
            ]
        })
        .collect();
    if rows.is_empty() {
        blocks.push(Block::text(label("report-evidence-none")));
    } else {
        blocks.push(Block::text(label("report-evidence-intro")));
        let columns = vec![
            column(label("report-evidence-number"), 1.1),
            wide(label("report-evidence-file")),
            column(label("report-evidence-size"), 2.0),
            column(label("report-evidence-how"), 4.4),
        ];
        blocks.push(Block::Table { columns, rows });
    }
    blocks.push(Block::section(label("report-originals-heading")));
    blocks.push(Block::text(label("report-originals")));
    blocks.push(writer.blank("report-originals-device", &writer.statement.circumstances.device));
    if writer.case.age.media_is_forbidden() {
        blocks.push(Block::section(label("report-minor-heading")));
        let id =
            if writer.case.age == argine_model::AgeClass::Minor { "report-minor-text" } else { "report-possible-text" };
        blocks.push(Block::text(label(id)));
    }
    // A date says when the paper was made; the clock is the case's.
    let made = format::date(writer.case.opened.date(), writer.language);
    blocks.push(Block::note(writer.words.format("paper-made-on", &[("date", argine_knowledge::Argument::Text(made))])));
}
